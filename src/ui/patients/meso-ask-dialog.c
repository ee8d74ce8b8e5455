/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ask-dialog.h"

#include <glib/gi18n.h>

#include "meso-draft-keeper.h"
#include "meso-draft-text.h"
#include "meso-field.h"
#include "meso-text.h"

#define WIDTH 480
#define MARGIN 14

typedef struct
{
  GtkWidget *row;
  char *fault;                  /* (nullable) */
  char *expected;               /* (nullable) */
  GStrv names;                  /* (nullable): of a choice */
} Question;

struct _MesoAskDialog
{
  AdwDialog parent_instance;

  MesoDraftKeeper *keeper;      /* (nullable) */
  char *patient;                /* (nullable) */
  gboolean filling;

  GtkWidget *resumed;
  GtkWidget *text;
  GtkWidget *group;
  GtkWidget *button;
  GPtrArray *questions;
};

G_DEFINE_FINAL_TYPE (MesoAskDialog, meso_ask_dialog, ADW_TYPE_DIALOG)

enum { ANSWERED, EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->fault);
  g_free (question->expected);
  g_strfreev (question->names);
  g_free (question);
}

static char *
dup_answer (const Question *question)
{
  guint selected;

  if (question->names == NULL)
    return meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (question->row)));
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (question->row));
  return g_strdup (question->names[selected != GTK_INVALID_LIST_POSITION ? selected : 0]);
}

static gboolean
is_answered (const Question *question,
             const char     *answer)
{
  g_autofree char *ascii = meso_text_ascii_digits (answer);

  if (question->expected != NULL)
    return g_str_equal (ascii, question->expected);
  return question->fault == NULL || *answer != '\0';
}

/* { "0": "to whom", "1": "why" }: what has to match something is left out */
static void
keep (MesoAskDialog *self)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;

  if (self->keeper == NULL || self->filling)
    return;
  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = g_ptr_array_index (self->questions, i);

      if (question->expected == NULL)
        g_hash_table_insert (answers, g_strdup_printf ("%u", i), dup_answer (question));
    }
  text = meso_draft_text_make (answers);
  meso_draft_keeper_set_text (self->keeper, text);
}

static void
edited (MesoAskDialog *self)
{
  keep (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
put_answer (const Question *question,
            const char     *answer)
{
  if (question->names == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (question->row), answer);
      return;
    }
  for (guint i = 0; question->names[i] != NULL; i++)
    {
      if (g_str_equal (question->names[i], answer))
        adw_combo_row_set_selected (ADW_COMBO_ROW (question->row), i);
    }
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoAskDialog *self = MESO_ASK_DIALOG (widget);
  g_autoptr(GHashTable) answers = meso_draft_text_read (text);

  self->filling = TRUE;
  for (guint i = 0; answers != NULL && i < self->questions->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      if (g_hash_table_contains (answers, name))
        put_answer (g_ptr_array_index (self->questions, i), meso_draft_text_get (answers, name));
    }
  self->filling = FALSE;
  adw_banner_set_revealed (ADW_BANNER (self->resumed), answers != NULL);
}

static void
start_over (MesoAskDialog *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = g_ptr_array_index (self->questions, i);

      put_answer (question, question->names != NULL ? question->names[0] : "");
    }
  adw_banner_set_revealed (ADW_BANNER (self->resumed), FALSE);
  gtk_widget_grab_focus (((const Question *) g_ptr_array_index (self->questions, 0))->row);
}

static void
answer_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoAskDialog *self = MESO_ASK_DIALOG (widget);
  g_autoptr(GStrvBuilder) answers = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = g_ptr_array_index (self->questions, i);
      g_autofree char *answer = dup_answer (question);
      gboolean fine = is_answered (question, answer);

      meso_field_set_error (question->row, fine ? NULL : question->fault);
      if (!fine && first == NULL)
        first = question->row;
      g_strv_builder_add (answers, answer);
    }
  if (first != NULL)
    {
      meso_field_show (first);
      return;
    }
  all = g_strv_builder_end (answers);
  g_signal_emit (self, signals[ANSWERED], 0, all);
}

/* It may be opened again before it is gone. */
static void
meso_ask_dialog_closed (AdwDialog *dialog)
{
  MesoAskDialog *self = MESO_ASK_DIALOG (dialog);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
}

static void
meso_ask_dialog_dispose (GObject *object)
{
  g_clear_object (&MESO_ASK_DIALOG (object)->keeper);
  G_OBJECT_CLASS (meso_ask_dialog_parent_class)->dispose (object);
}

static void
meso_ask_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_ASK_DIALOG (object)->questions);
  g_free (MESO_ASK_DIALOG (object)->patient);
  G_OBJECT_CLASS (meso_ask_dialog_parent_class)->finalize (object);
}

static void
meso_ask_dialog_class_init (MesoAskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_ask_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = meso_ask_dialog_closed;
  G_OBJECT_CLASS (klass)->finalize = meso_ask_dialog_finalize;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRV);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "ask.answer", NULL, answer_action);
}

static GtkWidget *
make_header (MesoAskDialog *self)
{
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR, "show-start-title-buttons", FALSE, "show-end-title-buttons", FALSE, NULL);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "ask.answer");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->button);
  return header;
}

static GtkWidget *
make_banner (MesoAskDialog *self)
{
  GtkWidget *banner = adw_banner_new (_("Your unfinished draft was taken up again"));

  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  adw_banner_set_button_label (ADW_BANNER (banner), _("_Start Over"));
  g_object_bind_property (banner, "revealed", banner, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (banner, "button-clicked", G_CALLBACK (start_over), self, G_CONNECT_SWAPPED);
  return banner;
}

static void
meso_ask_dialog_init (MesoAskDialog *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, "margin-top", 12,
                                 "margin-bottom", 24, "margin-start", MARGIN, "margin-end", MARGIN, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                                      TRUE, "child", box, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->text = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);
  self->group = adw_preferences_group_new ();
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self));
  self->resumed = make_banner (self);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), self->resumed);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->button);
}

MesoAskDialog *
meso_ask_dialog_new (const char *title,
                     const char *text,
                     const char *button,
                     gboolean    destructive)
{
  MesoAskDialog *self = g_object_new (MESO_TYPE_ASK_DIALOG, "title", title, NULL);

  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_widget_add_css_class (self->button, destructive ? "destructive-action" : "suggested-action");
  return self;
}

static Question *
add (MesoAskDialog *self,
     GtkWidget     *row,
     const char    *fault)
{
  Question *question = g_new0 (Question, 1);

  question->row = row;
  question->fault = g_strdup (fault);
  if (self->questions->len == 0)
    adw_dialog_set_focus (ADW_DIALOG (self), row);
  g_ptr_array_add (self->questions, question);
  g_signal_connect_object (row, GTK_IS_EDITABLE (row) ? "changed" : "notify::selected", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  return question;
}

static void
text_changed (GtkWidget *row)
{
  if (meso_field_has_error (row))
    meso_field_set_error (row, NULL);
}

static GtkWidget *
make_entry (const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "activates-default", TRUE, NULL);

  g_signal_connect (row, "changed", G_CALLBACK (text_changed), NULL);
  return row;
}

void
meso_ask_dialog_add_entry (MesoAskDialog *self,
                           const char    *title,
                           const char    *fault)
{
  add (self, make_entry (title), fault);
}

void
meso_ask_dialog_add_match (MesoAskDialog *self,
                           const char    *title,
                           const char    *expected,
                           const char    *fault)
{
  add (self, make_entry (title), fault)->expected = g_strdup (expected);
}

void
meso_ask_dialog_add_choice (MesoAskDialog     *self,
                            const char        *title,
                            const char *const *names,
                            const char *const *words)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (words);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "model", list, NULL);

  add (self, row, NULL)->names = g_strdupv ((GStrv) names);
}

void
meso_ask_dialog_set_answer (MesoAskDialog *self,
                            guint          question,
                            const char    *text)
{
  put_answer (g_ptr_array_index (self->questions, question), text);
}

void
meso_ask_dialog_refuse (MesoAskDialog *self,
                        guint          question,
                        const char    *sentence)
{
  GtkWidget *row = ((const Question *) g_ptr_array_index (self->questions, question))->row;

  meso_field_set_error (row, sentence);
  meso_field_show (row);
}

char *
meso_ask_dialog_dup_answer (MesoAskDialog *self,
                            guint          question)
{
  return dup_answer (g_ptr_array_index (self->questions, question));
}

void
meso_ask_dialog_set_hint (MesoAskDialog *self,
                          guint          question,
                          const char    *text)
{
  GtkWidget *row = ((const Question *) g_ptr_array_index (self->questions, question))->row;

  if (!meso_field_has_error (row))
    meso_field_set_hint (row, text);
}

void
meso_ask_dialog_set_busy (MesoAskDialog *self,
                          gboolean       busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ask.answer", !busy);
}

void
meso_ask_dialog_keep (MesoAskDialog *self,
                      MesoContext   *context,
                      const char    *entity,
                      const char    *patient)
{
  self->patient = g_strdup (patient);
  self->keeper = meso_draft_keeper_new (context, entity, patient);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
}

const char *
meso_ask_dialog_get_patient (MesoAskDialog *self)
{
  return self->patient;
}

void
meso_ask_dialog_done (MesoAskDialog *self)
{
  if (self->keeper != NULL)
    meso_draft_keeper_discard (self->keeper);
  adw_dialog_force_close (ADW_DIALOG (self));
}
