/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-lot-use.h"
#include "meso-patient-words.h"
#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-text.h"

GtkWidget *
meso_recall_lot_row_new (MesoContext   *context,
                         const MesoLot *lot)
{
  g_autofree char *now = meso_stock_words_now ();
  MesoLotUse use = meso_lot_get_use (lot, meso_context_get_today (context), now);
  g_autofree char *name = meso_stock_words_name (context, lot);
  g_autofree char *number = meso_stock_words_number (lot);
  g_autofree char *maker = *lot->maker != '\0' ? meso_words_isolate (lot->maker) : NULL;
  g_autofree char *left = meso_stock_words_left (context, lot);
  g_autoptr(GString) line = g_string_new (number);
  GtkWidget *row;

  meso_words_append (line, maker);
  meso_words_append (line, left);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, line->str);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-vial-symbolic", meso_stock_words_look (use, FALSE).kind));
  /* What is in order needs no word beside a narrow row. */
  if (use != MESO_LOT_USABLE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), meso_stock_words_tag (use, FALSE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", lot->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.lot");
  return row;
}

char *
meso_recall_describe_entry (MesoContext           *context,
                            const MesoRecallEntry *entry)
{
  g_autofree char *moment = meso_stock_words_moment (context, entry->mixed_at);
  g_autofree char *volume = meso_stock_words_volume (context, entry->volume_ul);
  g_autofree char *day = meso_calendar_date_is_set (entry->session_date) ? meso_words_date (context, entry->session_date) : NULL;
  /* Translators: of a preparation: %s is a date */
  g_autofree char *session = day != NULL ? g_strdup_printf (_("session of %s"), day) : g_strdup (_("no session recorded"));
  g_autoptr(GString) line = g_string_new (moment);

  meso_words_append (line, volume);
  meso_words_append (line, session);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

GtkWidget *
meso_recall_tag_new (const MesoRecallEntry *entry)
{
  if (entry->in_error)
    return meso_tag_new ("meso-exclude-symbolic", C_("preparation", "Entered in error"), "neutral");
  if (entry->amended)
    return meso_tag_new ("document-edit-symbolic", C_("preparation", "Corrected by another"), "neutral");
  if (entry->discarded)
    return meso_tag_new ("user-trash-symbolic", C_("preparation", "Thrown away unused"), "neutral");
  return NULL;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The line and below it its tag, and for a screen reader the same. */
static void
add_entry (GtkWidget             *box,
           MesoContext           *context,
           const MesoRecall      *recall,
           const MesoRecallEntry *entry,
           GString               *words)
{
  g_autofree char *text = meso_recall_describe_entry (context, entry);
  const MesoLot *lot = recall->lots->len > 1 ? meso_lot_find (recall->lots, entry->lot) : NULL;
  g_autofree char *number = lot != NULL ? meso_stock_words_number (lot) : NULL;
  g_autoptr(GString) line = g_string_new (text);
  GtkWidget *tag = meso_recall_tag_new (entry);
  GtkWidget *label;

  meso_words_append (line, number);
  label = make_label (line->str, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  meso_words_append (words, line->str);
  if (tag != NULL)
    {
      g_autofree char *state = NULL;

      g_object_get (tag, "label", &state, NULL);
      meso_words_append (words, state);
      gtk_widget_set_halign (tag, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), tag);
    }
}

static char *
describe_person (MesoContext           *context,
                 const MesoRecallEntry *entry)
{
  g_autofree char *number = meso_context_localise_digits (context, entry->file_number);
  g_autofree char *isolated = meso_text_isolate (number);
  /* Translators: the number of a record */
  g_autofree char *file = *entry->file_number != '\0' ? g_strdup_printf (_("File %s"), isolated) : NULL;
  g_autofree char *phone = meso_patient_words_phone (context, entry->phone);
  g_autofree char *second = meso_patient_words_phone (context, entry->second_phone);
  g_autoptr(GString) line = g_string_new (file);

  meso_words_append (line, phone);
  meso_words_append (line, second);
  if (*entry->phone == '\0' && *entry->second_phone == '\0')
    meso_words_append (line, _("no phone number on file"));
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static char *
name_person (const MesoRecallEntry *entry)
{
  g_autofree char *name = g_strjoin (" ", entry->given_name, entry->family_name, NULL);

  g_strstrip (name);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("A record that was erased by law"));
}

GtkWidget *
meso_recall_person_row_new (MesoContext      *context,
                            const MesoRecall *recall,
                            const GPtrArray  *entries)
{
  const MesoRecallEntry *first = g_ptr_array_index (entries, 0);
  g_autofree char *name = name_person (first);
  g_autofree char *line = describe_person (context, first);
  g_autoptr(GString) words = g_string_new (name);
  GtkWidget *content = g_object_new (GTK_TYPE_BOX, "spacing", 12, "css-classes", (const char *const[]) { "recall-row", NULL }, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "hexpand", TRUE, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", content, NULL);
  GtkWidget *facts = make_label (line, "numeric");

  meso_words_append (words, line);
  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), facts);
  for (guint i = 0; i < entries->len; i++)
    add_entry (box, context, recall, g_ptr_array_index (entries, i), words);
  gtk_box_append (GTK_BOX (content), box);
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", first->person);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-patient");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  return row;
}
