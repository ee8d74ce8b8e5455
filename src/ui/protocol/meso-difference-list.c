/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-difference-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-formulary-difference.h"
#include "meso-rule-words.h"
#include "meso-tag.h"
#include "meso-text.h"

/* What happened to a rule, and to a question. Translators: {rule} is the code of a rule, "MENS" */
static const struct
{
  const char *icon;
  const char *rule;
  const char *question;
} kinds[] = {
  [MESO_PROTOCOL_DIFFERENCE_ADDED] = { "list-add-symbolic", N_("New rule: {rule}"), N_("New question") },
  [MESO_PROTOCOL_DIFFERENCE_REMOVED] = { "list-remove-symbolic", N_("Rule removed: {rule}"), N_("Question removed") },
  [MESO_PROTOCOL_DIFFERENCE_OUTCOME] = { "document-edit-symbolic", N_("Rule {rule} gives something else"), N_("Question changed") },
  [MESO_PROTOCOL_DIFFERENCE_WORDS] = { "document-edit-symbolic", N_("Rule {rule} is worded differently"),
                                       N_("Question worded differently") },
  [MESO_PROTOCOL_DIFFERENCE_MEANING] = { "document-edit-symbolic", N_("Rule {rule} works differently"),
                                         N_("Question works differently") },
  [MESO_PROTOCOL_DIFFERENCE_SWITCHED_OFF] = { "meso-pause-symbolic", N_("Rule switched off: {rule}"), N_("Question changed") },
  [MESO_PROTOCOL_DIFFERENCE_SWITCHED_ON] = { "meso-done-symbolic", N_("Rule switched on: {rule}"), N_("Question changed") },
  [MESO_PROTOCOL_DIFFERENCE_REVIEWED] = { "meso-proven-symbolic", N_("Rule signed: {rule}"), N_("Question changed") },
  [MESO_PROTOCOL_DIFFERENCE_UNREVIEWED] = { "meso-question-symbolic", N_("Rule has to be signed anew: {rule}"),
                                            N_("Question changed") },
};

static gboolean
is_of_formulary (const MesoProtocolDifference *difference)
{
  return difference->entry == MESO_PROTOCOL_ENTRY_INGREDIENT || difference->entry == MESO_PROTOCOL_ENTRY_PAIR ||
         difference->entry == MESO_PROTOCOL_ENTRY_PRODUCT;
}

static char *
write_title (MesoContext                  *context,
             const MesoProtocolDifference *difference)
{
  g_autofree char *id = meso_text_isolate (difference->id);

  if (is_of_formulary (difference))
    return meso_formulary_difference_title (context, difference);
  if (difference->entry == MESO_PROTOCOL_ENTRY_QUESTION)
    return g_strdup (_(kinds[difference->kind].question));
  return meso_text_format (_(kinds[difference->kind].rule), "rule", id, NULL);
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static char *
write_outcomes (MesoContext                  *context,
                const MesoProtocolDifference *difference)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  g_autofree char *before = meso_rule_words_outcome (context, protocol, difference->old_outcome, difference->old_days, NULL);
  g_autofree char *after = meso_rule_words_outcome (context, protocol, difference->new_outcome, difference->new_days, NULL);

  if (difference->entry == MESO_PROTOCOL_ENTRY_QUESTION)
    return NULL;
  switch (difference->kind)
    {
    case MESO_PROTOCOL_DIFFERENCE_ADDED:
    case MESO_PROTOCOL_DIFFERENCE_SWITCHED_ON:
      return g_steal_pointer (&after);
    case MESO_PROTOCOL_DIFFERENCE_REMOVED:
    case MESO_PROTOCOL_DIFFERENCE_SWITCHED_OFF:
      return g_steal_pointer (&before);
    case MESO_PROTOCOL_DIFFERENCE_OUTCOME:
      /* Translators: what a rule gave before, and what it gives since */
      return g_strdup_printf (_("Before: %s. After: %s."), before, after);
    case MESO_PROTOCOL_DIFFERENCE_WORDS:
    case MESO_PROTOCOL_DIFFERENCE_MEANING:
    case MESO_PROTOCOL_DIFFERENCE_REVIEWED:
    case MESO_PROTOCOL_DIFFERENCE_UNREVIEWED:
    default:
      return NULL;
    }
}

static char *
write_details (MesoContext                  *context,
               const MesoProtocolDifference *difference)
{
  const char *language = meso_context_get_language (context);
  const char *before = meso_local_text_get (difference->old_text, language);
  const char *after = meso_local_text_get (difference->new_text, language);
  g_autofree char *outcomes = is_of_formulary (difference) ? NULL : write_outcomes (context, difference);
  g_autofree char *said = NULL;
  GString *lines = NULL;

  if (is_of_formulary (difference) && difference->kind != MESO_PROTOCOL_DIFFERENCE_WORDS)
    return meso_formulary_difference_details (context, difference);

  lines = g_string_new (NULL);
  append_line (lines, outcomes);
  if (*before != '\0' && *after != '\0' && !g_str_equal (before, after))
    {
      /* Translators: a text as it was */
      said = g_strdup_printf (_("Before: %s"), before);
      append_line (lines, said);
    }
  append_line (lines, *after != '\0' ? after : before);
  return g_string_free (lines, FALSE);
}

static GtkWidget *
make_effect (MesoProtocolEffect effect)
{
  switch (effect)
    {
    case MESO_PROTOCOL_EFFECT_STRICTER:
      return meso_tag_new ("go-up-symbolic", C_("effect", "Stricter"), "accent");
    case MESO_PROTOCOL_EFFECT_LOOSER:
      return meso_tag_new ("go-down-symbolic", C_("effect", "Less strict"), "warning");
    case MESO_PROTOCOL_EFFECT_UNKNOWN:
      return meso_tag_new ("meso-question-symbolic", C_("effect", "Read it"), "warning");
    case MESO_PROTOCOL_EFFECT_NONE:
    default:
      return NULL;
    }
}

GtkWidget *
meso_difference_row_new (MesoContext                  *context,
                         const MesoProtocolDifference *difference)
{
  g_autofree char *title = write_title (context, difference);
  g_autofree char *details = write_details (context, difference);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, details);
  GtkWidget *effect = make_effect (difference->effect);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (kinds[difference->kind].icon, "neutral"));
  if (effect != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), effect);
  return row;
}

void
meso_difference_list_fill (GtkListBox      *list,
                           MesoContext     *context,
                           const GPtrArray *differences)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < differences->len; i++)
    gtk_list_box_append (list, meso_difference_row_new (context, g_ptr_array_index (differences, i)));
}
