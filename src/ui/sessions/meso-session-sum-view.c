/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-sum-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-quantity.h"
#include "meso-text.h"

/* A mark of the finest syringe. */
#define MARK_UL 10

struct _MesoSessionSumView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *equation;
  GtkLabel *verdict;
};

G_DEFINE_FINAL_TYPE (MesoSessionSumView, meso_session_sum_view, GTK_TYPE_WIDGET)

static void
meso_session_sum_view_dispose (GObject *object)
{
  g_clear_pointer (&MESO_SESSION_SUM_VIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (meso_session_sum_view_parent_class)->dispose (object);
}

static void
meso_session_sum_view_class_init (MesoSessionSumViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_sum_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sum");
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
meso_session_sum_view_init (MesoSessionSumView *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->equation = make_label ("heading");
  self->verdict = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->equation), "numeric");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->equation));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->verdict));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static char *
format_volume (MesoContext *context,
               gint64       volume_ul)
{
  g_autofree char *text = meso_quantity_format ((MesoQuantity) { ABS (volume_ul), MESO_DIMENSION_VOLUME },
                                                MESO_MASS_UNIT_BY_SIZE);
  g_autofree char *localised = meso_context_localise_digits (context, text);

  return meso_text_isolate (localised);
}

/* "50 × 0.1 mL = 5 mL", as one left-to-right run. */
static char *
format_equation (MesoContext   *context,
                 MesoSessionSum sum)
{
  g_autofree char *points = meso_context_format_number (context, sum.points);
  g_autofree char *each = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT, "", sum.per_point_nl / 1000000,
                                           sum.per_point_nl % 1000000);
  g_autofree char *total = format_volume (context, sum.volume_ul);
  g_autofree char *each_localised = NULL;
  g_autofree char *equation = NULL;
  gsize length = strlen (each);

  while (each[length - 1] == '0' && each[length - 2] != '.')
    each[--length] = '\0';
  each_localised = meso_context_localise_digits (context, each);
  equation = g_strdup_printf ("%s × %s\u00a0mL = %s", points, each_localised, total);
  return meso_text_isolate (equation);
}

void
meso_session_sum_view_show (MesoSessionSumView *self,
                            MesoContext        *context,
                            MesoSessionSum      sum)
{
  g_autofree char *equation = sum.known ? format_equation (context, sum) : NULL;
  g_autofree char *left = format_volume (context, sum.left_ul);
  g_autofree char *verdict = NULL;
  gboolean fits = ABS (sum.left_ul) <= MARK_UL;

  gtk_widget_set_visible (GTK_WIDGET (self), sum.known);
  if (!sum.known)
    return;
  if (sum.drawn_ul == 0)
    verdict = g_strdup (_("No formula to compare with"));
  else if (fits)
    verdict = g_strdup (_("Equals the volume of the formula"));
  else if (sum.left_ul > 0)
    /* Translators: %s is a volume */
    verdict = g_strdup_printf (_("%s is left: enter it as thrown away"), left);
  else
    verdict = g_strdup_printf (_("%s more than the formula makes"), left);
  gtk_label_set_label (self->equation, equation);
  gtk_label_set_label (self->verdict, verdict);
  gtk_image_set_from_icon_name (self->icon, fits ? "meso-done-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), fits ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self), fits ? "success" : "warning");
}
