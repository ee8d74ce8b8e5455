/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-fact.h"

#include "meso-drawn-line.h"

#define MAX_LINES 2

struct _MesoPatientFact
{
  GtkWidget parent_instance;

  MesoDrawnLine lines[MAX_LINES];
  guint n_lines;
  guint min_chars;
  guint nat_chars;
  MesoFactSample *sample;   /* (nullable) */
  int own;                  /* width of what is shown, where that is not cut short */
  MesoLineSizes sizes;
};

G_DEFINE_FINAL_TYPE (MesoPatientFact, meso_patient_fact, GTK_TYPE_WIDGET)

/* A number that lost its end looks whole. */
static void
measure_own (MesoPatientFact *self)
{
  self->own = 0;
  for (guint i = 0; self->sample != NULL && i < self->n_lines; i++)
    self->own = MAX (self->own, meso_drawn_line_get_width (&self->lines[i]));
}

static int
get_sample_width (MesoPatientFact *self)
{
  meso_line_sizes_measure (&self->sizes, GTK_WIDGET (self));
  return self->sample != NULL ? meso_fact_sample_get_width (self->sample, GTK_WIDGET (self), &self->sizes) : 0;
}

static void
meso_patient_fact_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  MesoPatientFact *self = MESO_PATIENT_FACT (widget);

  meso_line_sizes_measure (&self->sizes, widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_own (self);
      *minimum = MAX ((int) self->min_chars * self->sizes.chars, MAX (self->own, get_sample_width (self)));
      *natural = MAX ((int) self->nat_chars * self->sizes.chars, *minimum);
    }
  else
    *minimum = *natural = (int) self->n_lines * self->sizes.height;
}

static void
meso_patient_fact_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MesoPatientFact *self = MESO_PATIENT_FACT (widget);
  GdkRectangle place = { .width = gtk_widget_get_width (widget) };

  /* Another style may have come without another size. */
  meso_line_sizes_measure (&self->sizes, widget);
  place.height = self->sizes.height;
  place.y = (gtk_widget_get_height (widget) - (int) self->n_lines * place.height) / 2;
  for (guint i = 0; i < self->n_lines; i++, place.y += place.height)
    meso_drawn_line_snapshot (&self->lines[i], widget, snapshot, &place);
}

static void
meso_patient_fact_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  MESO_PATIENT_FACT (widget)->sizes = (MesoLineSizes) { 0 };
  GTK_WIDGET_CLASS (meso_patient_fact_parent_class)->css_changed (widget, change);
}

static void
meso_patient_fact_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  MESO_PATIENT_FACT (widget)->sizes = (MesoLineSizes) { 0 };
  GTK_WIDGET_CLASS (meso_patient_fact_parent_class)->system_setting_changed (widget, setting);
}

static void
meso_patient_fact_finalize (GObject *object)
{
  MesoPatientFact *self = MESO_PATIENT_FACT (object);

  for (guint i = 0; i < MAX_LINES; i++)
    meso_drawn_line_clear (&self->lines[i]);
  g_clear_pointer (&self->sample, meso_fact_sample_unref);
  G_OBJECT_CLASS (meso_patient_fact_parent_class)->finalize (object);
}

static void
meso_patient_fact_class_init (MesoPatientFactClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = meso_patient_fact_finalize;
  widget_class->measure = meso_patient_fact_measure;
  widget_class->snapshot = meso_patient_fact_snapshot;
  widget_class->css_changed = meso_patient_fact_css_changed;
  widget_class->system_setting_changed = meso_patient_fact_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
meso_patient_fact_init (MesoPatientFact *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
meso_patient_fact_new (guint           n_lines,
                       guint           min_chars,
                       guint           nat_chars,
                       MesoFactSample *sample)
{
  MesoPatientFact *self = g_object_new (MESO_TYPE_PATIENT_FACT, NULL);

  self->n_lines = MIN (n_lines, MAX_LINES);
  self->min_chars = min_chars;
  self->nat_chars = nat_chars;
  self->sample = sample != NULL ? meso_fact_sample_ref (sample) : NULL;
  return GTK_WIDGET (self);
}

static void
show_words (MesoPatientFact      *self,
            const MesoMarkedText *first,
            const MesoMarkedText *second)
{
  g_autoptr(GString) words = g_string_new (first != NULL ? first->text->str : "");

  if (second != NULL && !meso_marked_text_is_empty (second))
    g_string_append_printf (words, "\n%s", second->text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

void
meso_patient_fact_show (MesoPatientFact      *self,
                        const MesoMarkedText *first,
                        const MesoMarkedText *second)
{
  const MesoMarkedText *texts[MAX_LINES] = { first, second };
  int before = self->own;

  for (guint i = 0; i < self->n_lines; i++)
    meso_drawn_line_set (&self->lines[i], GTK_WIDGET (self), texts[i], MESO_LINE_NUMERIC);
  show_words (self, first, second);
  measure_own (self);
  /* Only what is wider than the sample moves the column, and what no longer is. */
  if (self->own != before && MAX (self->own, before) > get_sample_width (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
