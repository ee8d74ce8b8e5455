/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-difference.h"

/**
 * meso_protocol_difference_free:
 * @self: (transfer full): a difference
 */
void
meso_protocol_difference_free (MesoProtocolDifference *self)
{
  g_free (self->id);
  g_free (self->other);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_clear_pointer (&self->old_text, meso_local_text_unref);
  g_clear_pointer (&self->new_text, meso_local_text_unref);
  g_free (self);
}

/**
 * meso_protocol_difference_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its name, for scripts
 */
const char *
meso_protocol_difference_kind_to_string (MesoProtocolDifferenceKind kind)
{
  static const char *const names[] = {
    [MESO_PROTOCOL_DIFFERENCE_ADDED] = "added",
    [MESO_PROTOCOL_DIFFERENCE_REMOVED] = "removed",
    [MESO_PROTOCOL_DIFFERENCE_OUTCOME] = "outcome",
    [MESO_PROTOCOL_DIFFERENCE_WORDS] = "words",
    [MESO_PROTOCOL_DIFFERENCE_MEANING] = "meaning",
    [MESO_PROTOCOL_DIFFERENCE_SWITCHED_OFF] = "switched-off",
    [MESO_PROTOCOL_DIFFERENCE_SWITCHED_ON] = "switched-on",
    [MESO_PROTOCOL_DIFFERENCE_REVIEWED] = "reviewed",
    [MESO_PROTOCOL_DIFFERENCE_UNREVIEWED] = "unreviewed",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), "meaning");

  return names[kind];
}

/**
 * meso_protocol_entry_to_string:
 * @entry: what kind of entry
 *
 * Returns: (transfer none): "rule", "case", "question", "ingredient", "pair" or "product"
 */
const char *
meso_protocol_entry_to_string (MesoProtocolEntry entry)
{
  static const char *const names[] = {
    [MESO_PROTOCOL_ENTRY_RULE] = "rule",
    [MESO_PROTOCOL_ENTRY_CASE] = "case",
    [MESO_PROTOCOL_ENTRY_QUESTION] = "question",
    [MESO_PROTOCOL_ENTRY_INGREDIENT] = "ingredient",
    [MESO_PROTOCOL_ENTRY_PAIR] = "pair",
    [MESO_PROTOCOL_ENTRY_PRODUCT] = "product",
  };

  g_return_val_if_fail (entry < G_N_ELEMENTS (names), "rule");

  return names[entry];
}

/**
 * meso_protocol_effect_to_string:
 * @effect: which way a difference goes
 *
 * Returns: (transfer none): "none", "stricter", "looser" or "unknown"
 */
const char *
meso_protocol_effect_to_string (MesoProtocolEffect effect)
{
  static const char *const names[] = {
    [MESO_PROTOCOL_EFFECT_NONE] = "none",
    [MESO_PROTOCOL_EFFECT_STRICTER] = "stricter",
    [MESO_PROTOCOL_EFFECT_LOOSER] = "looser",
    [MESO_PROTOCOL_EFFECT_UNKNOWN] = "unknown",
  };

  g_return_val_if_fail (effect < G_N_ELEMENTS (names), "unknown");

  return names[effect];
}
