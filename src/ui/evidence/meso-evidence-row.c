/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evidence-row.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-tag.h"
#include "meso-text-fold.h"
#include "meso-text.h"
#include "meso-words.h"

static void
add_line (GtkWidget  *row,
          const char *title,
          const char *text)
{
  GtkWidget *line;

  if (text == NULL || *text == '\0')
    return;
  line = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (line), TRUE);
  gtk_widget_add_css_class (line, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
}

/* What a grade means, in words: a letter alone says nothing to who doesn't know the scale. */
static const char *
describe_grade (const char *grade)
{
  if (g_str_equal (grade, "A"))
    return _("A: systematic review or controlled trial");
  if (g_str_equal (grade, "B"))
    return _("B: smaller or uncontrolled studies");
  if (g_str_equal (grade, "C"))
    return _("C: a single claim, or weak data");
  return _("General knowledge, no source found");
}

static char *
list_ingredients (MesoContext        *context,
                  const MesoEvidence *evidence)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; evidence->ingredients != NULL && i < evidence->ingredients->len; i++)
    {
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, g_ptr_array_index (evidence->ingredients, i));

      if (ingredient != NULL)
        g_strv_builder_add (names, meso_local_text_get (ingredient->name, meso_context_get_language (context)));
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (_(", "), list);
}

GtkWidget *
meso_evidence_row_new (MesoContext        *context,
                       const MesoEvidence *evidence)
{
  const char *language = meso_context_get_language (context);
  g_autofree char *ingredients = list_ingredients (context, evidence);
  g_autofree char *reference = evidence->reference != NULL ? meso_text_isolate (evidence->reference) : NULL;
  GtkWidget *row = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, meso_local_text_get (evidence->claim, language), ingredients);
  /* Translators: an evidence grade, a letter */
  g_autofree char *grade = g_strdup_printf (_("Grade\u00A0%s"), evidence->provenance.grade);

  if (!evidence->found)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), meso_tag_new ("meso-stop-symbolic", _("Not\u00A0found"), "error"));
  else
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), meso_tag_new ("meso-book-symbolic", grade, "accent"));
  /* Translators: heads what kind of study it is */
  add_line (row, C_("study", "What it is"), meso_local_text_get (evidence->study, language));
  add_line (row, _("What it reports"), meso_local_text_get (evidence->result, language));
  add_line (row, _("Reference"), reference);
  add_line (row, _("Strength"), evidence->found ? describe_grade (evidence->provenance.grade)
                                                : _("None: the study could not be located"));
  return row;
}

static void
append_both (GString             *all,
             const MesoLocalText *text)
{
  g_string_append_printf (all, " %s %s", meso_local_text_get (text, "en"), meso_local_text_get (text, "fa"));
}

gboolean
meso_evidence_row_matches (const MesoProtocol *protocol,
                           const MesoEvidence *evidence,
                           const char         *text)
{
  g_autoptr(GString) all = g_string_new (evidence->reference);
  g_autofree char *folded = NULL;

  append_both (all, evidence->claim);
  append_both (all, evidence->study);
  append_both (all, evidence->result);
  for (guint i = 0; evidence->ingredients != NULL && i < evidence->ingredients->len; i++)
    {
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, g_ptr_array_index (evidence->ingredients, i));

      if (ingredient != NULL)
        append_both (all, ingredient->name);
    }
  folded = meso_text_fold (all->str);
  return meso_words_hold (folded, text);
}
