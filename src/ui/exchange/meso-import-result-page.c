/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-result-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-exchange-words.h"
#include "meso-text.h"
#include "meso-twin-words.h"
#include "meso-words.h"

/* More than that nobody reads here: the report has them all. */
#define MAX_SHOWN 100

struct _MesoImportResultPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  const MesoImportCheck *check;

  GtkLabel *headline;
  GtkLabel *rest;
  GtkLabel *body;
  AdwPreferencesGroup *refused_group;
  AdwSwitchRow *skip_refused;
  AdwPreferencesGroup *twins_group;
  AdwSwitchRow *skip_twins;
  AdwPreferencesGroup *remarks_group;
  GtkLabel *problem;
  GtkButton *import_button;
};

G_DEFINE_FINAL_TYPE (MesoImportResultPage, meso_import_result_page, ADW_TYPE_NAVIGATION_PAGE)

enum { IMPORT, SAVE_REPORT, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_number (MesoImportResultPage *self,
            guint64               number)
{
  g_autofree char *text = meso_context_format_number (self->context, (gint64) number);

  return meso_text_isolate (text);
}

static guint64
count_wanted (MesoImportResultPage *self)
{
  return self->check->n_good - (adw_switch_row_get_active (self->skip_twins) ? self->check->n_twins : 0);
}

static const char *
find_problem (MesoImportResultPage *self)
{
  if (self->check->fatal != NULL)
    return _("Mend the file, and choose it again.");
  if (self->check->n_refused > 0 && !adw_switch_row_get_active (self->skip_refused))
    return _("Leave out the rows that can’t be imported, or mend the file first.");
  if (count_wanted (self) == 0)
    return _("There is nobody to import.");
  return NULL;
}

/* What isn't imported, and why: it and the headline are all rows together. */
static char *
describe_rest (MesoImportResultPage *self)
{
  const MesoImportCheck *check = self->check;
  g_autofree char *refused = dup_number (self, check->n_refused);
  g_autofree char *twins = dup_number (self, check->n_twins);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *faulty = NULL;
  g_autofree char *known = NULL;

  /* Translators: %s is a number of rows */
  faulty = g_strdup_printf (ngettext ("%s can’t be imported", "%s can’t be imported", check->n_refused), refused);
  /* Translators: %s is a number of rows */
  known = g_strdup_printf (ngettext ("%s is likely on file already", "%s are likely on file already", check->n_twins), twins);
  meso_words_append (words, check->n_refused > 0 ? faulty : "");
  meso_words_append (words, adw_switch_row_get_active (self->skip_twins) && check->n_twins > 0 ? known : "");
  return g_strdup (words->str);
}

/* The button, the headline and the choices say the same number. */
static void
show_head (MesoImportResultPage *self,
           const char           *wanted)
{
  g_autofree char *rows = dup_number (self, self->check->n_rows);
  g_autofree char *headline = NULL;
  g_autofree char *rest = NULL;

  if (self->check->fatal != NULL)
    {
      gtk_label_set_label (self->headline, _("This file can’t be read to its end"));
      gtk_label_set_label (self->body, _("Nothing of it can be imported, because what follows might be read wrongly. "
                                         "Nothing was stored."));
      return;
    }
  /* Translators: both are numbers */
  headline = g_strdup_printf (ngettext ("%1$s of %2$s row is ready to import", "%1$s of %2$s rows are ready to import",
                                        self->check->n_rows), wanted, rows);
  rest = describe_rest (self);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), *rest != '\0');
  gtk_label_set_label (self->body, _("Nothing is stored yet. An import is stored as a whole or not at all."));
}

static void
show_choice (MesoImportResultPage *self)
{
  const char *sentence = find_problem (self);
  guint64 wanted = count_wanted (self);
  g_autofree char *number = dup_number (self, wanted);
  /* Translators: %s is a number */
  g_autofree char *label = g_strdup_printf (ngettext ("Import %s Patient", "Import %s Patients", wanted), number);

  show_head (self, number);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), sentence == NULL);
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
report_clicked (MesoImportResultPage *self)
{
  g_signal_emit (self, signals[SAVE_REPORT], 0);
}

static void
import_clicked (MesoImportResultPage *self)
{
  g_signal_emit (self, signals[IMPORT], 0);
}

static void
add_fault (MesoImportResultPage  *self,
           AdwPreferencesGroup   *group,
           const MesoImportFault *fault)
{
  g_autofree char *what = meso_exchange_words_fault (self->context, fault);
  g_autofree char *place = meso_exchange_words_place (self->context, fault);

  adw_preferences_group_add (group, meso_data_row_new (ADW_TYPE_ACTION_ROW, what, place));
}

static void
add_more (MesoImportResultPage *self,
          AdwPreferencesGroup  *group,
          guint64               more)
{
  g_autofree char *number = dup_number (self, more);
  /* Translators: %s is a number */
  g_autofree char *text = g_strdup_printf (ngettext ("And %s more. The report has them all.",
                                                     "And %s more. The report has them all.", more), number);

  adw_preferences_group_add (group, meso_data_row_new (ADW_TYPE_ACTION_ROW, text, NULL));
}

/* Those that refuse their row, or the remarks. */
static void
add_faults (MesoImportResultPage *self,
            AdwPreferencesGroup  *group,
            gboolean              remarks,
            guint64               total)
{
  guint shown = 0;

  for (guint i = 0; i < self->check->faults->len && shown < MAX_SHOWN; i++)
    {
      const MesoImportFault *fault = g_ptr_array_index (self->check->faults, i);

      if (meso_import_fault_kind_is_remark (fault->kind) != remarks)
        continue;
      add_fault (self, group, fault);
      shown++;
    }
  if (total > shown)
    add_more (self, group, total - shown);
  gtk_widget_set_visible (GTK_WIDGET (group), total > 0);
}

static void
add_twin (MesoImportResultPage *self,
          const MesoImportTwin *twin)
{
  g_autofree char *name = meso_words_isolate (twin->name);
  g_autofree char *line = dup_number (self, twin->line);
  g_autofree char *other = twin->other_line != 0 ? dup_number (self, twin->other_line) : NULL;
  g_autofree char *other_name = meso_words_isolate (twin->other_name != NULL ? twin->other_name : "");
  g_autofree char *local = meso_context_localise_digits (self->context, twin->file_number != NULL ? twin->file_number : "");
  g_autofree char *file_number = meso_text_isolate (local);
  g_autofree char *why = meso_twin_words_why (&twin->twin);
  /* Translators: a name, and the number of a line */
  g_autofree char *title = g_strdup_printf (_("%1$s, line %2$s"), name, line);
  g_autofree char *who = other != NULL ? /* Translators: %s is the number of a line */
                                         g_strdup_printf (_("Like line %s"), other)
                                       : /* Translators: a name, and a file number */
                                         g_strdup_printf (_("Like %1$s, file %2$s"), other_name, file_number);
  GString *subtitle = g_string_new (who);

  meso_words_append (subtitle, why);
  adw_preferences_group_add (self->twins_group, meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle->str));
  g_string_free (subtitle, TRUE);
}

static void
add_twins (MesoImportResultPage *self)
{
  guint shown = MIN (self->check->twins->len, MAX_SHOWN);

  for (guint i = 0; i < shown; i++)
    add_twin (self, g_ptr_array_index (self->check->twins, i));
  if (self->check->n_twins > shown)
    {
      g_autofree char *number = dup_number (self, self->check->n_twins - shown);
      /* Translators: %s is a number */
      g_autofree char *text = g_strdup_printf (ngettext ("And %s more.", "And %s more.", self->check->n_twins - shown), number);

      adw_preferences_group_add (self->twins_group, meso_data_row_new (ADW_TYPE_ACTION_ROW, text, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->twins_group), self->check->n_twins > 0);
}

static void
fill (MesoImportResultPage *self)
{
  const MesoImportCheck *check = self->check;

  if (check->fatal != NULL)
    add_fault (self, self->refused_group, check->fatal);
  add_faults (self, self->refused_group, FALSE, check->n_refused);
  add_faults (self, self->remarks_group, TRUE, check->n_remarks);
  add_twins (self);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_group), check->n_refused > 0 || check->fatal != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_refused), check->fatal == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->twins_group), check->n_twins > 0 && check->fatal == NULL);
  show_choice (self);
}

static void
meso_import_result_page_dispose (GObject *object)
{
  MesoImportResultPage *self = MESO_IMPORT_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_IMPORT_RESULT_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_import_result_page_parent_class)->dispose (object);
}

static void
meso_import_result_page_class_init (MesoImportResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_import_result_page_dispose;
  signals[IMPORT] = g_signal_new ("import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE_REPORT] = g_signal_new ("save-report", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-import-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, headline);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, rest);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, body);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, refused_group);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, skip_refused);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, twins_group);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, skip_twins);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MesoImportResultPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, show_choice);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked);
}

static void
meso_import_result_page_init (MesoImportResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_import_result_page_new (MesoContext           *context,
                             const MesoImportCheck *check)
{
  MesoImportResultPage *self = g_object_new (MESO_TYPE_IMPORT_RESULT_PAGE, NULL);

  self->context = g_object_ref (context);
  self->check = check;
  fill (self);
  return GTK_WIDGET (self);
}

MesoImportChoices
meso_import_result_page_get_choices (MesoImportResultPage *self)
{
  return (MesoImportChoices) {
    .skip_refused = adw_switch_row_get_active (self->skip_refused),
    .skip_twins = adw_switch_row_get_active (self->skip_twins),
  };
}
