/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-sum-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "meso-formula-wording.h"
#include "meso-text.h"

/* A mark of the finest syringe. */
#define MARK_UL 10

struct _MesoSessionSumView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *points;
  GtkLabel *each;
  GtkLabel *total;
  GtkImage *icon;
  GtkLabel *verdict;
  GtkLabel *detail;
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
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "sum");
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *text,
              float       xalign,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", xalign == 0, "xalign", xalign, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* A number of the equation with the sign before it, and what it is below it. */
static GtkLabel *
append_term (GtkWidget  *equation,
             const char *sign,
             const char *what)
{
  GtkWidget *term = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *number = append_label (box, "", 0.5f, "title-3");

  gtk_widget_set_direction (term, GTK_TEXT_DIR_LTR);
  if (sign != NULL)
    append_label (term, sign, 0.5f, "title-4");
  gtk_box_append (GTK_BOX (term), box);
  gtk_widget_add_css_class (GTK_WIDGET (number), "numeric");
  append_label (box, what, 0.5f, "caption");
  adw_wrap_box_append (ADW_WRAP_BOX (equation), term);
  return number;
}

/* An equation is read from left to right in every language. */
static GtkWidget *
make_equation (MesoSessionSumView *self)
{
  GtkWidget *equation = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (equation), 14);
  gtk_widget_set_direction (equation, GTK_TEXT_DIR_LTR);
  gtk_widget_set_valign (equation, GTK_ALIGN_CENTER);
  self->points = append_term (equation, NULL, _("points"));
  self->each = append_term (equation, "×", _("each"));
  self->total = append_term (equation, "=", _("injected"));
  return equation;
}

static GtkWidget *
make_verdict (MesoSessionSumView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), texts);
  self->verdict = append_label (texts, "", 0, "heading");
  self->detail = append_label (texts, "", 0, "caption");
  return box;
}

static void
meso_session_sum_view_init (MesoSessionSumView *self)
{
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 10);
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), make_equation (self));
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), make_verdict (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Points and volume"), -1);
}

/* Millilitres, to the last digit that isn't a zero. */
static char *
format_each (MesoContext *context,
             gint64       per_point_nl)
{
  g_autofree char *each = g_strdup_printf ("%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT, per_point_nl / 1000000,
                                           per_point_nl % 1000000);
  g_autofree char *text = NULL;
  gsize length = strlen (each);

  while (each[length - 1] == '0' && each[length - 2] != '.')
    each[--length] = '\0';
  /* Thousandths are past every syringe. */
  if (length > strlen ("0.000") && per_point_nl < 10000000)
    each[strlen ("0.000")] = '\0';
  text = g_strdup_printf ("%s%s\u00a0mL", length > strlen ("0.000") ? "≈\u00a0" : "", each);
  return meso_context_localise_number (context, text);
}

static char *
describe (MesoSessionSum  sum,
          const char     *left)
{
  if (sum.drawn_ul == 0)
    return g_strdup (_("No formula to compare with"));
  if (ABS (sum.left_ul) <= MARK_UL)
    return g_strdup (_("Equals the volume of the formula"));
  if (sum.left_ul > 0)
    /* Translators: %s is a volume */
    return g_strdup_printf (_("%s is left: enter it as thrown away"), left);
  /* Translators: %s is a volume */
  return g_strdup_printf (_("%s more than the formula makes"), left);
}

static char *
format_volume (MesoContext *context,
               gint64       volume_ul)
{
  g_autofree char *volume = meso_formula_wording_volume (context, volume_ul);

  return meso_text_isolate (volume);
}

void
meso_session_sum_view_show (MesoSessionSumView *self,
                            MesoContext        *context,
                            MesoSessionSum      sum)
{
  g_autofree char *points = meso_context_format_number (context, sum.points);
  g_autofree char *each = format_each (context, sum.per_point_nl);
  g_autofree char *total = format_volume (context, sum.volume_ul);
  g_autofree char *left = format_volume (context, ABS (sum.left_ul));
  g_autofree char *drawn = format_volume (context, sum.drawn_ul);
  g_autofree char *verdict = describe (sum, left);
  /* Translators: %s is a volume */
  g_autofree char *detail = g_strdup_printf (_("%s drawn up"), drawn);
  gboolean fits = sum.drawn_ul > 0 && ABS (sum.left_ul) <= MARK_UL;

  gtk_widget_set_visible (GTK_WIDGET (self), sum.known);
  if (!sum.known)
    return;
  gtk_label_set_label (self->points, points);
  gtk_label_set_label (self->each, each);
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), sum.drawn_ul > 0);
  gtk_image_set_from_icon_name (self->icon, fits ? "meso-done-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), fits ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self), fits ? "success" : "warning");
}
