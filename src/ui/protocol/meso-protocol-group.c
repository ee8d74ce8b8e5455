/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-group.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-error-presenter.h"
#include "meso-fault-words.h"
#include "meso-protocol-file-page.h"
#include "meso-protocol-service.h"
#include "meso-protocol-versions-page.h"
#include "meso-review-page.h"
#include "meso-rule-act-page.h"
#include "meso-rule-count.h"
#include "meso-rules-page.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-words.h"

/* What the file is called, where nobody says otherwise. */
#define FILE_NAME "clinic-protocol.xml"

struct _MesoProtocolGroup
{
  AdwPreferencesGroup parent_instance;

  MesoContext *context;
  guint number;                 /* the version in use */
  GtkWidget *aside_row;         /* what of the clinic's protocol doesn't fit an update */
  GtkWidget *rules_row;
  GtkWidget *tag;
  GtkWidget *versions_row;
};

G_DEFINE_FINAL_TYPE (MesoProtocolGroup, meso_protocol_group, ADW_TYPE_PREFERENCES_GROUP)

static AdwPreferencesDialog *
get_dialog (MesoProtocolGroup *self)
{
  return ADW_PREFERENCES_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG));
}

static void
show_rules (MesoProtocolGroup *self)
{
  adw_preferences_dialog_push_subpage (get_dialog (self), ADW_NAVIGATION_PAGE (meso_rules_page_new (self->context)));
}

static void
show_review (MesoProtocolGroup *self)
{
  adw_preferences_dialog_push_subpage (get_dialog (self), meso_review_page_new (self->context));
}

static void
show_versions (MesoProtocolGroup *self)
{
  adw_preferences_dialog_push_subpage (get_dialog (self), meso_protocol_versions_page_new (self->context));
}

static void
open_file (MesoProtocolGroup *self)
{
  meso_protocol_file_page_choose (self->context, get_dialog (self));
}

static void
accept_rest (MesoProtocolGroup *self)
{
  MesoProtocolWork *work = meso_protocol_work_new (MESO_PROTOCOL_ACT_ACCEPT, self->number);

  adw_preferences_dialog_push_subpage (get_dialog (self), meso_rule_act_page_new (self->context, NULL, work));
}

static gpointer
write_file (MesoClinic  *clinic,
            gpointer     file,
            GError     **error)
{
  g_autoptr(GBytes) bytes = meso_protocol_service_export (clinic, error);

  if (bytes != NULL)
    g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                             error);
  return NULL;
}

static void
take_written (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoProtocolGroup *self = MESO_PROTOCOL_GROUP (widget);

  if (error != NULL)
    meso_error_presenter_alert (widget, _("save the protocol file"), error);
  else
    adw_preferences_dialog_add_toast (get_dialog (self), adw_toast_new (_("Protocol file saved")));
}

void
meso_protocol_group_save (MesoProtocolGroup *self,
                          GFile             *file)
{
  meso_context_call (self->context, GTK_WIDGET (self), write_file, g_object_ref (file), g_object_unref, NULL, take_written, NULL);
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(MesoProtocolGroup) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->context != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    meso_protocol_group_save (self, file);
}

static void
save_file (MesoProtocolGroup *self)
{
  g_autoptr(GtkFileDialog) files = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (files, _("Save the Protocol File"));
  gtk_file_dialog_set_initial_name (files, FILE_NAME);
  gtk_file_dialog_save (files, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen, g_object_ref (self));
}

static void
show_aside (MesoProtocolGroup *self)
{
  const GPtrArray *sentences = meso_protocol_service_get_set_aside (meso_context_get_clinic (self->context));
  g_autoptr(GString) lines = g_string_new (_("A physician should look at the rules, and change what is still wanted."));

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *said = meso_fault_words_say (g_ptr_array_index (sentences, i));
      g_autofree char *sentence = meso_words_isolate (said);

      g_string_append_printf (lines, "\n%s", sentence);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->aside_row), lines->str);
  gtk_widget_set_visible (self->aside_row, sentences->len > 0);
}

static gpointer
get_newest (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) versions = meso_protocol_service_list_versions (clinic, error);

  return versions != NULL && versions->len > 0 ? g_ptr_array_steal_index (versions, 0) : NULL;
}

static void
take_newest (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoProtocolGroup *self = MESO_PROTOCOL_GROUP (widget);
  const MesoProtocolVersion *newest = result;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GString) line = NULL;

  self->number = newest != NULL ? newest->number : 0;
  if (newest == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->versions_row),
                                   error != NULL ? "" : _("As it ships: nothing was changed or signed yet"));
      return;
    }
  text = meso_context_format_number (self->context, newest->number);
  number = meso_text_isolate (text);
  /* Translators: %s is a number */
  name = g_strdup_printf (_("Version %s"), number);
  moment = meso_context_format_moment (self->context, newest->at_utc);
  when = meso_words_isolate (moment);
  who = meso_words_isolate (newest->author_name);
  line = g_string_new (name);
  meso_words_append (line, when);
  meso_words_append (line, who);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->versions_row), line->str);
}

static void
load (MesoProtocolGroup *self)
{
  MesoRuleCount count = meso_rule_count (meso_context_get_clinic (self->context));
  gboolean whole = count.reviewed == count.all;
  g_autofree char *words = meso_rule_count_dup_words (self->context, &count);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rules_row), words);
  g_object_set (self->tag, "icon-name", whole ? "meso-proven-symbolic" : "meso-question-symbolic", "label",
                whole ? _("Reviewed") : _("Not reviewed"), "kind", whole ? "success" : "warning", NULL);
  show_aside (self);
  meso_context_call (self->context, GTK_WIDGET (self), get_newest, NULL, NULL, (GDestroyNotify) meso_protocol_version_free, take_newest,
                     NULL);
}

static void
meso_protocol_group_dispose (GObject *object)
{
  g_clear_object (&MESO_PROTOCOL_GROUP (object)->context);
  G_OBJECT_CLASS (meso_protocol_group_parent_class)->dispose (object);
}

static void
meso_protocol_group_class_init (MesoProtocolGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_protocol_group_dispose;
}

static GtkWidget *
add_row (MesoProtocolGroup *self,
         const char        *title,
         const char        *subtitle)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

/* What can be done ends the row: a button, so that a screen reader can press it as well. */
static void
add_button (MesoProtocolGroup *self,
            GtkWidget         *row,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static void
meso_protocol_group_init (MesoProtocolGroup *self)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("The questions and rules that a patient is screened by. They come with the program, and each "
                                           "names its source; a physician of this clinic reviews them, and may change them."));
  self->aside_row = add_row (self, _("Part of this clinic’s protocol doesn’t fit the program any more, and isn’t in use"), NULL);
  add_button (self, self->aside_row, _("_Go On…"), G_CALLBACK (accept_rest));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->aside_row), meso_badge_new ("dialog-warning-symbolic", "warning"));
  gtk_widget_set_visible (self->aside_row, FALSE);
  self->rules_row = add_row (self, _("Rules"), NULL);
  self->tag = meso_tag_new ("meso-question-symbolic", "", "warning");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rules_row), self->tag);
  add_button (self, self->rules_row, _("_Show"), G_CALLBACK (show_rules));
  add_button (self, add_row (self, C_("rules", "Review"), _("Read and sign what no physician has signed yet")), _("_Review"),
              G_CALLBACK (show_review));
  self->versions_row = add_row (self, _("Versions"), "");
  add_button (self, self->versions_row, _("S_how"), G_CALLBACK (show_versions));
  add_button (self, add_row (self, _("Own questions and rules"), _("From a protocol file, shown before it is used")), _("_Open File…"),
              G_CALLBACK (open_file));
  add_button (self, add_row (self, _("This clinic’s protocol as a file"), _("To keep, to edit, or for another clinic")), _("Sa_ve…"),
              G_CALLBACK (save_file));
}

void
meso_protocol_group_set_context (MesoProtocolGroup *self,
                                 MesoContext       *context)
{
  g_set_object (&self->context, context);
  g_signal_connect_object (meso_context_get_clinic (context), "changed::protocol", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
