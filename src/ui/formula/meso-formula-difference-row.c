/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-difference-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-formula-wording.h"
#include "meso-tag.h"
#include "meso-words.h"

static const char *
get_part_name (MesoFormulaPart part)
{
  switch (part)
    {
    case MESO_FORMULA_PART_NAME:
      return _("Name of the recipe");
    case MESO_FORMULA_PART_SALT:
      return C_("part of a formula", "Salt");
    case MESO_FORMULA_PART_STRENGTH:
      return _("Stock strength");
    case MESO_FORMULA_PART_VOLUME:
      return _("Volume");
    case MESO_FORMULA_PART_AMOUNT:
      return _("Amount");
    case MESO_FORMULA_PART_DILUENT:
      return C_("part of a formula", "Diluent");
    case MESO_FORMULA_PART_TO_VOLUME:
      return _("Total volume");
    case MESO_FORMULA_PART_POINTS:
      return _("Points");
    case MESO_FORMULA_PART_PER_POINT:
      return _("Volume per point");
    case MESO_FORMULA_PART_DEAD_SPACE:
      return _("Dead space");
    case MESO_FORMULA_PART_ITEM:
    case MESO_FORMULA_PART_FINDING:
    default:
      return "";
    }
}

/* (transfer full) (nullable): a value as it is written in the window */
static char *
dup_value (MesoContext                 *context,
           const MesoFormulaDifference *difference,
           const char                  *value)
{
  const MesoIngredient *ingredient = NULL;
  const MesoSalt *salt;

  if (value == NULL)
    return NULL;
  if (difference->part == MESO_FORMULA_PART_DILUENT)
    return meso_formula_wording_name (context, value);
  if (difference->part == MESO_FORMULA_PART_SALT)
    ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), difference->subject);
  salt = ingredient != NULL ? meso_ingredient_find_salt (ingredient, value) : NULL;
  if (salt != NULL)
    return g_strdup (meso_local_text_get (salt->name, meso_context_get_language (context)));
  if (difference->part == MESO_FORMULA_PART_NAME || difference->part == MESO_FORMULA_PART_FINDING)
    return g_strdup (value);
  return meso_context_localise_number (context, value);
}

static char *
describe (MesoContext                 *context,
          const MesoFormulaDifference *difference)
{
  g_autofree char *before = dup_value (context, difference, difference->before);
  g_autofree char *after = dup_value (context, difference, difference->after);
  g_autofree char *was = before != NULL ? meso_words_isolate (before) : NULL;
  g_autofree char *is = after != NULL ? meso_words_isolate (after) : NULL;

  /* Sentences stand by themselves. */
  if (difference->part == MESO_FORMULA_PART_FINDING)
    return g_strdup (after != NULL ? after : before);
  if (was != NULL && is != NULL)
    /* Translators: what a value was, and what it is now */
    return g_strdup_printf (_("%1$s became %2$s"), was, is);
  return g_strdup (is != NULL ? is : was);
}

static char *
dup_title (MesoContext                 *context,
           const MesoFormulaDifference *difference)
{
  g_autofree char *name = NULL;

  if (difference->part == MESO_FORMULA_PART_FINDING)
    return g_strdup (difference->severity == MESO_SEVERITY_BLOCK ? C_("finding", "Blocks")
                     : difference->severity == MESO_SEVERITY_WARN ? C_("finding", "Warning") : C_("finding", "Note"));
  if (difference->subject == NULL)
    return g_strdup (get_part_name (difference->part));
  name = meso_formula_wording_name (context, difference->subject);
  if (difference->part == MESO_FORMULA_PART_ITEM)
    return g_steal_pointer (&name);
  /* Translators: an ingredient, and what of it differs: "Zinc: Volume" */
  return g_strdup_printf (_("%1$s: %2$s"), name, get_part_name (difference->part));
}

static GtkWidget *
create_tag (const MesoFormulaDifference *difference)
{
  gboolean finding = difference->part == MESO_FORMULA_PART_FINDING;

  if (difference->before == NULL)
    return meso_tag_new ("list-add-symbolic", finding ? C_("finding", "Came") : C_("line of a formula", "Added"),
                         !finding ? "success" : difference->severity == MESO_SEVERITY_BLOCK ? "error" : "warning");
  if (difference->after == NULL)
    return meso_tag_new ("list-remove-symbolic", finding ? C_("finding", "Went") : C_("line of a formula", "Removed"),
                         finding ? "success" : "neutral");
  return meso_tag_new ("document-edit-symbolic", C_("line of a formula", "Changed"), "neutral");
}

GtkWidget *
meso_formula_difference_row_new (MesoContext                 *context,
                                 const MesoFormulaDifference *difference)
{
  g_autofree char *title = dup_title (context, difference);
  g_autofree char *subtitle = describe (context, difference);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);
  GtkWidget *tag = create_tag (difference);

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  return row;
}

GtkWidget *
meso_formula_difference_row_new_none (const char *text)
{
  return meso_data_row_new (ADW_TYPE_ACTION_ROW, text, NULL);
}
