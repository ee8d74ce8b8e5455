/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-difference.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-formulary-words.h"
#include "meso-text.h"
#include "meso-words.h"

static char *
dup_name (MesoContext                  *context,
          const MesoProtocolDifference *difference)
{
  const MesoLocalText *text = difference->new_text != NULL ? difference->new_text : difference->old_text;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (difference->entry == MESO_PROTOCOL_ENTRY_PAIR)
    {
      one = meso_formula_wording_name (context, difference->id);
      other = meso_formula_wording_name (context, difference->other);
      /* Translators: two ingredients in one syringe */
      return g_strdup_printf (_("%s with %s"), one, other);
    }
  /* What was taken out has its name in the difference only; of words the text is the words. */
  if (text == NULL || difference->kind == MESO_PROTOCOL_DIFFERENCE_WORDS)
    return meso_formula_wording_name (context, difference->id);
  return meso_words_isolate (meso_local_text_get (text, meso_context_get_language (context)));
}

static const char *
get_pattern (const MesoProtocolDifference *difference)
{
  gboolean product = difference->entry == MESO_PROTOCOL_ENTRY_PRODUCT;

  switch (difference->kind)
    {
    case MESO_PROTOCOL_DIFFERENCE_ADDED:
      if (difference->entry == MESO_PROTOCOL_ENTRY_PAIR)
        return _("{name}: now something is said of them");
      return product ? _("New product: {name}") : _("New ingredient: {name}");
    case MESO_PROTOCOL_DIFFERENCE_REMOVED:
      if (difference->entry == MESO_PROTOCOL_ENTRY_PAIR)
        return _("{name}: no data any more");
      return product ? _("Product removed: {name}") : _("Ingredient removed: {name}");
    case MESO_PROTOCOL_DIFFERENCE_OUTCOME:
    case MESO_PROTOCOL_DIFFERENCE_WORDS:
    case MESO_PROTOCOL_DIFFERENCE_MEANING:
    case MESO_PROTOCOL_DIFFERENCE_SWITCHED_OFF:
    case MESO_PROTOCOL_DIFFERENCE_SWITCHED_ON:
    case MESO_PROTOCOL_DIFFERENCE_REVIEWED:
    case MESO_PROTOCOL_DIFFERENCE_UNREVIEWED:
    default:
      return "{name} · {field}";
    }
}

char *
meso_formulary_difference_title (MesoContext                  *context,
                                 const MesoProtocolDifference *difference)
{
  g_autofree char *name = dup_name (context, difference);
  const char *field = difference->field != NULL ? meso_formulary_words_field (difference->field) : "";

  return meso_text_format (get_pattern (difference), "name", name, "field", field, NULL);
}

char *
meso_formulary_difference_details (MesoContext                  *context,
                                   const MesoProtocolDifference *difference)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (difference->field == NULL)
    return NULL;
  before = meso_formulary_words_value (context, protocol, difference->field, difference->old_value);
  after = meso_formulary_words_value (context, protocol, difference->field, difference->new_value);
  return g_strdup_printf (_("Before: %s. After: %s."), before, after);
}
