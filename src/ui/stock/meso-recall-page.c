/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-page.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-recall-call.h"
#include "meso-recall-rows.h"
#include "meso-services-error.h"
#include "meso-sheet-output.h"
#include "meso-text.h"
#include "meso-words.h"

#define LIST_SAVED _("The list was saved. It holds names and phone numbers: keep it as you keep the records.")

struct _MesoRecallPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *lot;                   /* an id or a number: what is shown, or asked for */
  guint asked;                 /* only the newest question's answer is shown */

  GtkEditable *search;
  GtkWidget *output;
  GtkStack *pages;
  GtkListBox *lots;
  GtkLabel *summary;
  GtkListBox *people;
  GtkWidget *nobody;
};

G_DEFINE_FINAL_TYPE (MesoRecallPage, meso_recall_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_page (MesoRecallPage *self,
           const char     *name)
{
  gboolean found = g_str_equal (name, "found");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_sensitive (self->output, found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save-csv", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save-pdf", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", found);
}

/* "9 patients to call · 14 preparations" */
static void
show_summary (MesoRecallPage   *self,
              const MesoRecall *recall)
{
  guint patients = meso_recall_count_patients (recall);
  g_autofree char *n_patients = meso_context_format_number (self->context, patients);
  g_autofree char *n_entries = meso_context_format_number (self->context, recall->entries->len);
  g_autofree char *people = g_strdup_printf (ngettext ("%s patient to call", "%s patients to call", patients), n_patients);
  g_autofree char *preparations = g_strdup_printf (ngettext ("%s preparation", "%s preparations", recall->entries->len), n_entries);
  g_autoptr(GString) line = g_string_new (people);

  meso_words_append (line, preparations);
  gtk_label_set_label (self->summary, line->str);
  gtk_widget_set_visible (self->nobody, recall->entries->len == 0);
}

/* Each person once, in the order in which they first come up. */
static void
show_people (MesoRecallPage   *self,
             const MesoRecall *recall)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_list_box_remove_all (self->people);
  for (guint i = 0; i < recall->entries->len; i++)
    {
      const MesoRecallEntry *entry = g_ptr_array_index (recall->entries, i);
      g_autoptr(GPtrArray) theirs = g_ptr_array_new ();

      if (!g_hash_table_add (seen, entry->person))
        continue;
      for (guint k = i; k < recall->entries->len; k++)
        {
          MesoRecallEntry *other = g_ptr_array_index (recall->entries, k);

          if (g_str_equal (other->person, entry->person))
            g_ptr_array_add (theirs, other);
        }
      gtk_list_box_append (self->people, meso_recall_person_row_new (self->context, recall, theirs));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people), recall->entries->len > 0);
}

static void
show_recall (MesoRecallPage   *self,
             const MesoRecall *recall)
{
  gtk_list_box_remove_all (self->lots);
  for (guint i = 0; i < recall->lots->len; i++)
    gtk_list_box_append (self->lots, meso_recall_lot_row_new (self->context, g_ptr_array_index (recall->lots, i)));
  show_summary (self, recall);
  show_people (self, recall);
  show_page (self, "found");
}

static void
traced (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      asked)
{
  MesoRecallPage *self = MESO_RECALL_PAGE (widget);
  const MesoRecall *recall = result;

  if (GPOINTER_TO_UINT (asked) != self->asked)
    return;
  if (error != NULL && meso_services_error_classify (error) != MESO_PROBLEM_NO_RECORD)
    {
      show_page (self, "failed");
      meso_error_presenter_toast (widget, _("make the list"), error);
    }
  else if (error != NULL || recall->lots->len == 0)
    show_page (self, "none");
  else
    show_recall (self, recall);
}

static void
look (MesoRecallPage *self,
      const char     *lot)
{
  g_set_str (&self->lot, lot);
  self->asked++;
  if (*lot == '\0')
    {
      show_page (self, "ask");
      return;
    }
  show_page (self, "waiting");
  meso_context_call (self->context, GTK_WIDGET (self), meso_recall_call, g_strdup (lot), g_free, (GDestroyNotify) meso_recall_free, traced,
                     GUINT_TO_POINTER (self->asked));
}

/* Each look is logged: it is made when somebody has typed the number, not at each key. */
static void
trace (MesoRecallPage *self)
{
  g_autofree char *text = meso_text_trim (gtk_editable_get_text (self->search));

  if (*text != '\0')
    look (self, text);
}

static void
typed (MesoRecallPage *self)
{
  if (*gtk_editable_get_text (self->search) == '\0' && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "none") == 0)
    look (self, "");
}

static void
csv_written (GtkWidget    *page,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  if (error != NULL)
    meso_error_presenter_alert (page, _("save the list"), error);
  else
    meso_error_presenter_say (page, LIST_SAVED, NULL);
}

static void
csv_chosen (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(MesoRecallPage) self = data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  gboolean persian;

  if (path == NULL || self->context == NULL)
    return;
  persian = g_str_equal (meso_context_get_language (self->context), "fa");
  meso_context_call (self->context, GTK_WIDGET (self), meso_recall_file_write_csv,
                     meso_recall_file_new (self->lot, path, persian ? ';' : ','), (GDestroyNotify) meso_recall_file_free, NULL, csv_written,
                     NULL);
}

static void
csv_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, "text/csv");
  gtk_file_filter_set_name (filter, _("Comma-separated values"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Save the List"));
  gtk_file_dialog_set_initial_name (dialog, "recall.csv");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, csv_chosen, g_object_ref (widget));
}

static void
paper_finished (GtkWidget    *page,
                gboolean      printed,
                gboolean      done,
                const GError *error)
{
  if (error != NULL)
    meso_error_presenter_alert (page, printed ? _("print the list") : _("save the list"), error);
  else if (done && printed)
    meso_error_presenter_say (page, _("Sent to the printer"), NULL);
  else if (done)
    meso_error_presenter_say (page, LIST_SAVED, NULL);
}

static void
paper_written (GtkWidget    *page,
               gpointer      result,
               const GError *error,
               gpointer      output)
{
  meso_sheet_output_take_written (output, error);
}

static void
paper_wanted (GtkWidget       *page,
              MesoSheetOutput *output)
{
  MesoRecallPage *self = MESO_RECALL_PAGE (page);

  meso_context_call (self->context, page, meso_recall_paper_write,
                     meso_recall_paper_new (self->lot, meso_context_get_language (self->context), meso_sheet_output_get_file (output)),
                     (GDestroyNotify) meso_recall_paper_free, NULL, paper_written, output);
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (g_str_equal (name, "page.print"))
    meso_sheet_output_print (widget, adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (widget)), paper_wanted, paper_finished);
  else
    meso_sheet_output_save (widget, "recall.pdf", paper_wanted, paper_finished);
}

static void
meso_recall_page_shown (AdwNavigationPage *page)
{
  MesoRecallPage *self = MESO_RECALL_PAGE (page);

  if (*self->lot == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  ADW_NAVIGATION_PAGE_CLASS (meso_recall_page_parent_class)->shown (page);
}

static void
meso_recall_page_dispose (GObject *object)
{
  MesoRecallPage *self = MESO_RECALL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_RECALL_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lot, g_free);
  G_OBJECT_CLASS (meso_recall_page_parent_class)->dispose (object);
}

static void
meso_recall_page_class_init (MesoRecallPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_recall_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = meso_recall_page_shown;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-recall-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, search);
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, output);
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, pages);
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, lots);
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, people);
  gtk_widget_class_bind_template_child (widget_class, MesoRecallPage, nobody);
  gtk_widget_class_bind_template_callback (widget_class, trace);
  gtk_widget_class_bind_template_callback (widget_class, typed);
  gtk_widget_class_install_action (widget_class, "page.save-csv", NULL, csv_action);
  gtk_widget_class_install_action (widget_class, "page.save-pdf", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, paper_action);
}

static void
meso_recall_page_init (MesoRecallPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoRecallPage *
meso_recall_page_new (MesoContext *context,
                      const char  *lot)
{
  MesoRecallPage *self = g_object_new (MESO_TYPE_RECALL_PAGE, NULL);

  self->context = g_object_ref (context);
  look (self, lot);
  return self;
}
