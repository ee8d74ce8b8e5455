/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-edit.h"

static MesoProtocolEdit *
edit_new (MesoProtocolEditKind  kind,
          const char           *id,
          const char           *why)
{
  MesoProtocolEdit *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (MesoProtocolEdit, 1);
  self->kind = kind;
  self->id = g_strdup (id);
  self->days = -1;
  self->why = g_strdup (why);
  return self;
}

/**
 * meso_protocol_edit_new_change:
 * @rule: a rule's id
 * @n_case: which of its cases as it ships, from 1
 * @outcome: what it is to give
 * @days: how many days to wait; -1 leaves them as they ship
 * @why: the clinic's reason
 *
 * Returns: (transfer full): the wish to set a case so; it takes the place of an earlier change of the case
 */
MesoProtocolEdit *
meso_protocol_edit_new_change (const char  *rule,
                               guint        n_case,
                               MesoOutcome  outcome,
                               int          days,
                               const char  *why)
{
  MesoProtocolEdit *self = edit_new (MESO_PROTOCOL_EDIT_CHANGE, rule, why);

  self->n_case = n_case;
  self->outcome = outcome;
  self->days = days;
  return self;
}

/**
 * meso_protocol_edit_new_restore:
 * @rule: a rule's id
 * @n_case: which of its cases as it ships, from 1
 *
 * Returns: (transfer full): the wish to have a case as it ships
 */
MesoProtocolEdit *
meso_protocol_edit_new_restore (const char *rule,
                                guint       n_case)
{
  MesoProtocolEdit *self = edit_new (MESO_PROTOCOL_EDIT_RESTORE, rule, NULL);

  self->n_case = n_case;
  return self;
}

/**
 * meso_protocol_edit_new_switch_off:
 * @rule: id of a rule of the research
 * @why: the clinic's reason
 *
 * Returns: (transfer full): the wish to switch a rule off; what was changed in it goes
 */
MesoProtocolEdit *
meso_protocol_edit_new_switch_off (const char *rule,
                                   const char *why)
{
  return edit_new (MESO_PROTOCOL_EDIT_SWITCH_OFF, rule, why);
}

/**
 * meso_protocol_edit_new_switch_on:
 * @rule: id of a rule that is off
 *
 * Returns: (transfer full): the wish to have it on again
 */
MesoProtocolEdit *
meso_protocol_edit_new_switch_on (const char *rule)
{
  return edit_new (MESO_PROTOCOL_EDIT_SWITCH_ON, rule, NULL);
}

/**
 * meso_protocol_edit_new_withdraw:
 * @rule: id of a rule that a physician has signed
 *
 * Returns: (transfer full): the wish to have no signature under it any more; the rule itself stays as it is
 */
MesoProtocolEdit *
meso_protocol_edit_new_withdraw (const char *rule)
{
  return edit_new (MESO_PROTOCOL_EDIT_WITHDRAW, rule, NULL);
}

/**
 * meso_protocol_edit_new_remove:
 * @id: id of one of the clinic's own questions, rules, ingredients or products
 *
 * Returns: (transfer full): the wish to take it out of the protocol
 */
MesoProtocolEdit *
meso_protocol_edit_new_remove (const char *id)
{
  return edit_new (MESO_PROTOCOL_EDIT_REMOVE, id, NULL);
}

/**
 * meso_protocol_edit_new_put:
 * @entry: (transfer full): an `<ingredient>`, `<product>` or `<pair>` of the clinic, or an `<adjust>`
 *
 * Returns: (transfer full): the wish to have it in the clinic's document, in place of the one before
 */
MesoProtocolEdit *
meso_protocol_edit_new_put (MesoXmlElement *entry)
{
  static const char *const keys[] = { "id", "ingredient", "a" };
  const char *id = NULL;
  MesoProtocolEdit *self;

  g_return_val_if_fail (entry != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys) && !id; i++)
    id = meso_xml_element_get (entry, keys[i]);
  self = edit_new (MESO_PROTOCOL_EDIT_PUT, id, NULL);
  self->other = g_strdup (meso_xml_element_get (entry, "b"));
  self->entry = entry;
  return self;
}

/**
 * meso_protocol_edit_new_reset_ingredient:
 * @ingredient: id of an ingredient that ships
 *
 * Returns: (transfer full): the wish to have it as it ships
 */
MesoProtocolEdit *
meso_protocol_edit_new_reset_ingredient (const char *ingredient)
{
  return edit_new (MESO_PROTOCOL_EDIT_RESET_INGREDIENT, ingredient, NULL);
}

/**
 * meso_protocol_edit_new_reset_pair:
 * @a: id of an ingredient
 * @b: id of another
 *
 * Returns: (transfer full): the wish to have what ships of the two
 */
MesoProtocolEdit *
meso_protocol_edit_new_reset_pair (const char *a,
                                   const char *b)
{
  MesoProtocolEdit *self = edit_new (MESO_PROTOCOL_EDIT_RESET_PAIR, a, NULL);

  self->other = g_strdup (b);
  return self;
}

/**
 * meso_protocol_edit_copy:
 * @self: an edit
 *
 * Returns: (transfer full): the same wish
 */
MesoProtocolEdit *
meso_protocol_edit_copy (const MesoProtocolEdit *self)
{
  MesoProtocolEdit *copy = edit_new (self->kind, self->id, self->why);

  copy->other = g_strdup (self->other);
  copy->n_case = self->n_case;
  copy->outcome = self->outcome;
  copy->days = self->days;
  copy->entry = self->entry ? meso_xml_element_copy (self->entry) : NULL;
  return copy;
}

/**
 * meso_protocol_edit_set_why:
 * @self: an edit
 * @why: the clinic's reason
 *
 * Gives the reason of a wish that is to have one, in place of the one before; of another wish nothing changes.
 */
void
meso_protocol_edit_set_why (MesoProtocolEdit *self,
                            const char       *why)
{
  g_set_str (&self->why, why);
  for (guint i = 0; self->entry && i < self->entry->children->len; i++)
    {
      MesoXmlElement *child = g_ptr_array_index (self->entry->children, i);

      if (g_str_equal (child->name, "why"))
        g_string_assign (child->text, why);
    }
}

/**
 * meso_protocol_edit_free:
 * @self: (transfer full): an edit
 */
void
meso_protocol_edit_free (MesoProtocolEdit *self)
{
  g_free (self->id);
  g_free (self->other);
  g_free (self->why);
  g_clear_pointer (&self->entry, meso_xml_element_free);
  g_free (self);
}
