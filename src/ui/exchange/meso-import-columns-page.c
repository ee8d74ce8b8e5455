/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-columns-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-exchange-words.h"
#include "meso-field.h"
#include "meso-import-preview.h"
#include "meso-words.h"

/* So many cells of a column tell what it holds. */
#define MAX_EXAMPLES 3
#define MAX_EXAMPLE 24

struct _MesoImportColumnsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  const MesoImportSample *sample;
  MesoPatientMapping *mapping;
  GPtrArray *rows;               /* (element-type AdwComboRow): one for each column; in the list, errors stand between them */
  gboolean filling;

  AdwBanner *fault;
  AdwComboRow *encoding_row;
  AdwComboRow *order_row;
  AdwComboRow *calendar_row;
  GtkListBox *columns;
  AdwPreferencesGroup *preview_group;
  GtkListBox *preview;
  GtkLabel *problem;
  GtkWidget *check_button;
};

G_DEFINE_FINAL_TYPE (MesoImportColumnsPage, meso_import_columns_page, ADW_TYPE_NAVIGATION_PAGE)

enum { CHECK, ENCODING_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
has_dates (const MesoPatientMapping *mapping)
{
  return meso_patient_mapping_find_column (mapping, MESO_IMPORT_FIELD_BIRTH_DATE) >= 0 ||
         meso_patient_mapping_find_column (mapping, MESO_IMPORT_FIELD_AGE_ON) >= 0 ||
         meso_patient_mapping_find_column (mapping, MESO_IMPORT_FIELD_WEIGHT_ON) >= 0;
}

/* At the columns concerned, and why one can't go on. */
static void
show_problem (MesoImportColumnsPage *self)
{
  MesoImportField twice = MESO_IMPORT_FIELD_NONE;
  MesoPatientMappingProblem problem = meso_patient_mapping_find_problem (self->mapping, &twice);
  const char *sentence = NULL;

  if (problem == MESO_PATIENT_MAPPING_NO_NAME)
    sentence = _("No column has the names yet. Choose one above.");
  else if (problem == MESO_PATIENT_MAPPING_TWICE)
    sentence = _("Two columns become the same. Choose another meaning for one of them.");
  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      gboolean concerned = problem == MESO_PATIENT_MAPPING_TWICE && self->mapping->fields[i] == twice;

      meso_field_set_error (g_ptr_array_index (self->rows, i), concerned ? _("Another column becomes this too.") : NULL);
    }
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_widget_set_sensitive (self->check_button, sentence == NULL && self->sample->fault == NULL);
}

static void
show (MesoImportColumnsPage *self)
{
  gboolean dates = has_dates (self->mapping);
  g_autofree char *words = meso_import_preview_fill (self->preview, self->context, self->sample, self->mapping);

  gtk_widget_set_visible (GTK_WIDGET (self->order_row), dates);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_row), dates);
  adw_preferences_group_set_description (self->preview_group, words);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), gtk_list_box_get_row_at_index (self->preview, 0) != NULL);
  show_problem (self);
}

static void
changed (MesoImportColumnsPage *self)
{
  if (self->filling)
    return;
  self->mapping->date_order = (MesoImportDateOrder) adw_combo_row_get_selected (self->order_row);
  self->mapping->calendar = (MesoImportCalendar) adw_combo_row_get_selected (self->calendar_row);
  for (guint i = 0; i < self->mapping->n_columns; i++)
    self->mapping->fields[i] = (MesoImportField) adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));
  show (self);
}

static void
encoding_chosen (MesoImportColumnsPage *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[ENCODING_CHOSEN], 0);
}

static void
check_clicked (MesoImportColumnsPage *self)
{
  g_signal_emit (self, signals[CHECK], 0);
}

/* "Ahmadi, Karimi, …": what the column holds, where it holds anything. */
static char *
dup_examples (const MesoImportSample *sample,
              guint                   column)
{
  GString *examples = g_string_new (NULL);
  guint n_examples = 0;

  for (guint i = 0; i < sample->rows->len && n_examples < MAX_EXAMPLES; i++)
    {
      const MesoImportSampleRow *row = g_ptr_array_index (sample->rows, i);
      g_autofree char *text = column < row->n_cells ? g_strstrip (g_strdup (row->cells[column].text)) : g_strdup ("");
      g_autofree char *shown = g_utf8_strlen (text, -1) > MAX_EXAMPLE ? g_utf8_substring (text, 0, MAX_EXAMPLE) : g_strdup (text);
      g_autofree char *isolated = NULL;

      if (*shown == '\0')
        continue;
      g_strdelimit (shown, "\r\n\t", ' ');
      isolated = meso_words_isolate (shown);
      meso_words_append (examples, isolated);
      n_examples++;
    }
  return g_string_free (examples, FALSE);
}

static GListModel *
make_fields (void)
{
  GtkStringList *fields = gtk_string_list_new (NULL);

  for (guint i = 0; i < MESO_N_IMPORT_FIELDS; i++)
    gtk_string_list_append (fields, meso_exchange_words_field ((MesoImportField) i));
  return G_LIST_MODEL (fields);
}

static void
add_columns (MesoImportColumnsPage *self)
{
  g_autoptr(GListModel) fields = make_fields ();

  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      g_autofree char *examples = dup_examples (self->sample, i);
      GtkWidget *row = meso_data_row_new (ADW_TYPE_COMBO_ROW, self->mapping->headers[i], examples);
      g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_expression (ADW_COMBO_ROW (row), name);
      adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), fields);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->mapping->fields[i]);
      g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed), self);
      gtk_list_box_append (self->columns, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* In the order of MesoImportEncoding; these names are the same in every language. */
static void
add_encodings (MesoImportColumnsPage *self)
{
  static const char *const names[] = { "UTF-8", "UTF-16", "Windows-1256", NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (names);

  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->encoding_row, self->sample->encoding);
}

static void
show_fault (MesoImportColumnsPage *self)
{
  const MesoImportFault *fault = self->sample->fault;
  gboolean doubtful = self->sample->guess != self->sample->encoding;

  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row),
                          doubtful || fault != NULL || self->sample->encoding != MESO_IMPORT_UTF8);
  if (fault != NULL)
    {
      g_autofree char *place = meso_exchange_words_place (self->context, fault);
      g_autofree char *what = meso_exchange_words_fault (self->context, fault);
      g_autofree char *sentence = g_strdup_printf ("%s: %s", place, what);

      adw_banner_set_title (self->fault, sentence);
    }
  else
    adw_banner_set_title (self->fault, _("The text looks as if it were in another encoding. Choose it below if names look wrong."));
  adw_banner_set_revealed (self->fault, fault != NULL || doubtful);
}

static void
meso_import_columns_page_dispose (GObject *object)
{
  MesoImportColumnsPage *self = MESO_IMPORT_COLUMNS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_IMPORT_COLUMNS_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->mapping, meso_patient_mapping_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_import_columns_page_parent_class)->dispose (object);
}

static void
meso_import_columns_page_class_init (MesoImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_import_columns_page_dispose;
  signals[CHECK] = g_signal_new ("check", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENCODING_CHOSEN] = g_signal_new ("encoding-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, fault);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, order_row);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, preview_group);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MesoImportColumnsPage, check_button);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen);
  gtk_widget_class_bind_template_callback (widget_class, check_clicked);
}

static void
meso_import_columns_page_init (MesoImportColumnsPage *self)
{
  self->filling = TRUE;
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_import_columns_page_new (MesoContext            *context,
                              const MesoImportSample *sample)
{
  MesoImportColumnsPage *self = g_object_new (MESO_TYPE_IMPORT_COLUMNS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->sample = sample;
  self->mapping = meso_patient_mapping_copy (sample->mapping);
  add_encodings (self);
  adw_combo_row_set_selected (self->order_row, self->mapping->date_order);
  adw_combo_row_set_selected (self->calendar_row, self->mapping->calendar);
  add_columns (self);
  show_fault (self);
  show (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

const MesoPatientMapping *
meso_import_columns_page_get_mapping (MesoImportColumnsPage *self)
{
  return self->mapping;
}

MesoImportEncoding
meso_import_columns_page_get_encoding (MesoImportColumnsPage *self)
{
  return (MesoImportEncoding) adw_combo_row_get_selected (self->encoding_row);
}
