/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-form.h"

#include "meso-draft-saved.h"
#include "meso-formulary-rows.h"

struct _MesoFormularyForm
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoFormularyValues *values;
  MesoDraftKeeper *keeper;
  GPtrArray *rows;             /* GtkWidget, the form's own */
  char *begun;                 /* what it began with, as a draft */
  gboolean filling;            /* what changes now nobody typed */

  AdwWindowTitle *heading;
  AdwBanner *resumed;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (MesoFormularyForm, meso_formulary_form, ADW_TYPE_NAVIGATION_PAGE)

enum { WISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
read_rows (MesoFormularyForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = meso_formulary_row_dup_text (row);

      meso_formulary_values_set (self->values, meso_formulary_row_get_field (row), text);
    }
}

static void
changed (GtkWidget *widget)
{
  MesoFormularyForm *self = MESO_FORMULARY_FORM (widget);
  g_autofree char *json = NULL;

  if (self->filling || self->keeper == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    meso_formulary_row_set_error (g_ptr_array_index (self->rows, i), NULL);
  read_rows (self);
  json = meso_formulary_values_to_json (self->values);
  meso_draft_keeper_set_text (self->keeper, json);
}

static void
show_values (MesoFormularyForm *self,
             const char        *json)
{
  if (!meso_formulary_values_take_json (self->values, json))
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      meso_formulary_row_set_text (row, meso_formulary_values_get (self->values, meso_formulary_row_get_field (row)));
      meso_formulary_row_set_error (row, NULL);
    }
  self->filling = FALSE;
  read_rows (self);
}

static void
start_over (MesoFormularyForm *self)
{
  show_values (self, self->begun);
  meso_draft_keeper_discard (self->keeper);
  adw_banner_set_revealed (self->resumed, FALSE);
  meso_formulary_row_show (g_ptr_array_index (self->rows, 0));
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoFormularyForm *self = MESO_FORMULARY_FORM (widget);

  if (text == NULL || g_str_equal (text, self->begun))
    return;
  show_values (self, text);
  adw_banner_set_revealed (self->resumed, TRUE);
}

/* All faults are said, and the first one is gone to. */
static gboolean
check (MesoFormularyForm *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *fault = meso_formulary_values_check (self->values, self->context, meso_formulary_row_get_field (row));

      meso_formulary_row_set_error (row, fault);
      if (fault != NULL && first == NULL)
        first = row;
    }
  if (first != NULL)
    meso_formulary_row_show (first);
  return first == NULL;
}

static void
go_on_clicked (MesoFormularyForm *self)
{
  g_autoptr(MesoProtocolEdit) edit = NULL;

  read_rows (self);
  if (!check (self))
    return;
  edit = meso_formulary_values_to_edit (self->values, self->context);
  g_signal_emit (self, signals[WISHED], 0, edit);
}

static void
meso_formulary_form_hidden (AdwNavigationPage *page)
{
  MesoFormularyForm *self = MESO_FORMULARY_FORM (page);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
}

static void
meso_formulary_form_dispose (GObject *object)
{
  MesoFormularyForm *self = MESO_FORMULARY_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULARY_FORM);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->values, meso_formulary_values_free);
  g_clear_pointer (&self->begun, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulary_form_parent_class)->dispose (object);
}

static void
meso_formulary_form_class_init (MesoFormularyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_formulary_form_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = meso_formulary_form_hidden;
  signals[WISHED] = g_signal_new ("wished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formulary-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyForm, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyForm, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyForm, groups);
  gtk_widget_class_bind_template_callback (widget_class, start_over);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked);
}

static void
meso_formulary_form_init (MesoFormularyForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_formulary_form_new (MesoContext         *context,
                         MesoFormularyValues *values,
                         const char          *title,
                         const char          *key)
{
  MesoFormularyForm *self = g_object_new (MESO_TYPE_FORMULARY_FORM, "title", title, NULL);

  self->context = g_object_ref (context);
  self->values = values;
  self->filling = TRUE;
  self->rows = meso_formulary_rows_fill (self->groups, context, values, changed, GTK_WIDGET (self));
  self->filling = FALSE;
  read_rows (self);
  self->begun = meso_formulary_values_to_json (self->values);
  self->keeper = meso_draft_keeper_new (context, "formulary", key);
  meso_draft_saved_show (self->keeper, self->heading);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
  return ADW_NAVIGATION_PAGE (self);
}

void
meso_formulary_form_discard (MesoFormularyForm *self)
{
  meso_draft_keeper_discard (self->keeper);
}
