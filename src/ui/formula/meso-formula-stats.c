/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-stats.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-text.h"

enum { TOTAL, POINTS, COMPONENTS, ANAESTHETICS, N_CELLS };

/**
 * Cell:
 * @icon: says what the colour of @note says
 */
typedef struct
{
  GtkWidget *box;
  GtkLabel *value;
  GtkImage *icon;
  GtkLabel *note;
} Cell;

struct _MesoFormulaStats
{
  AdwBin parent_instance;

  Cell cells[N_CELLS];
};

G_DEFINE_FINAL_TYPE (MesoFormulaStats, meso_formula_stats, ADW_TYPE_BIN)

static void
meso_formula_stats_class_init (MesoFormulaStatsClass *class)
{
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_cell (Cell       *cell,
             const char *title)
{
  GtkWidget *heading = create_label ("caption");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  cell->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_GROUP, "width-request", 130, NULL);
  gtk_widget_add_css_class (cell->box, "stat");
  cell->value = GTK_LABEL (create_label ("title-4"));
  gtk_widget_add_css_class (GTK_WIDGET (cell->value), "numeric");
  cell->icon = GTK_IMAGE (gtk_image_new ());
  cell->note = GTK_LABEL (create_label ("caption"));
  gtk_label_set_label (GTK_LABEL (heading), title);
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (cell->value));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (cell->icon));
  gtk_box_append (GTK_BOX (cell->box), heading);
  gtk_box_append (GTK_BOX (cell->box), line);
  gtk_box_append (GTK_BOX (cell->box), GTK_WIDGET (cell->note));
  return cell->box;
}

static void
meso_formula_stats_init (MesoFormulaStats *self)
{
  const char *const titles[N_CELLS] = { _("Total volume"), _("Points"), _("Components"), _("Local anaesthetics") };
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (box), TRUE);
  for (guint i = 0; i < N_CELLS; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), create_cell (&self->cells[i], titles[i]));
  gtk_widget_add_css_class (box, "card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* kind: "neutral", "success", "warning", "error" */
static void
show_cell (Cell       *cell,
           const char *value,
           const char *note,
           const char *kind)
{
  static const char *const kinds[] = { "success", "warning", "error", NULL };
  static const char *const icons[] = { "meso-done-symbolic", "dialog-warning-symbolic", "meso-stop-symbolic" };

  gtk_label_set_label (cell->value, value);
  gtk_label_set_label (cell->note, note);
  gtk_widget_set_visible (GTK_WIDGET (cell->icon), g_strv_contains (kinds, kind));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      gboolean is_it = g_str_equal (kinds[i], kind);

      if (is_it)
        gtk_image_set_from_icon_name (cell->icon, icons[i]);
      for (guint j = 0; j < 2; j++)
        {
          GtkWidget *widget = j == 0 ? GTK_WIDGET (cell->icon) : GTK_WIDGET (cell->note);

          if (is_it)
            gtk_widget_add_css_class (widget, kinds[i]);
          else
            gtk_widget_remove_css_class (widget, kinds[i]);
        }
    }
  if (g_str_equal (kind, "neutral"))
    gtk_widget_add_css_class (GTK_WIDGET (cell->note), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell->note), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

/* What the check said under this code: the gravest of it */
static const char *
find_kind (const MesoFormulaReading *reading,
           const char               *code)
{
  for (guint i = 0; reading->check != NULL && i < reading->check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (reading->check->findings, i);

      if (g_str_equal (finding->code, code))
        return finding->severity == MESO_SEVERITY_BLOCK ? "error" : "warning";
    }
  return "neutral";
}

static void
show_points (MesoFormulaStats         *self,
             MesoContext              *context,
             const MesoFormulaReading *reading)
{
  const char *kind = find_kind (reading, "points-mismatch");
  g_autofree char *points = meso_context_format_number (context, reading->formula->points);
  g_autofree char *value = NULL;
  MesoQuantity each;

  if (reading->formula->points == 0 || !meso_quantity_parse (reading->formula->volume_per_point, &each, NULL))
    {
      show_cell (&self->cells[POINTS], "–", _("write number and volume per point"), "neutral");
      return;
    }
  {
    g_autofree char *volume = meso_formula_wording_volume (context, each.value);
    g_autofree char *product = g_strdup_printf ("%s × %s", points, volume);

    value = meso_text_isolate (product);
  }
  if (reading->check == NULL)
    show_cell (&self->cells[POINTS], value, "", "neutral");
  else if (g_str_equal (kind, "error"))
    show_cell (&self->cells[POINTS], value, _("more than the syringe holds"), kind);
  else if (g_str_equal (kind, "warning"))
    show_cell (&self->cells[POINTS], value, _("less than the syringe holds"), kind);
  else
    show_cell (&self->cells[POINTS], value, _("equals the volume"), "success");
}

static void
show_anaesthetics (MesoFormulaStats         *self,
                   MesoContext              *context,
                   const MesoFormulaReading *reading)
{
  g_autofree char *share = NULL;

  if (reading->anaesthetic_permille < 0)
    {
      show_cell (&self->cells[ANAESTHETICS], "–", _("none in it"), "neutral");
      return;
    }
  share = meso_formula_wording_permille (context, reading->anaesthetic_permille);
  show_cell (&self->cells[ANAESTHETICS], share, _("of their limits together"), find_kind (reading, "anaesthetic-fraction"));
}

void
meso_formula_stats_show (MesoFormulaStats         *self,
                         MesoContext              *context,
                         const MesoFormulaReading *reading)
{
  g_autofree char *total = reading->total_ul > 0 ? meso_formula_wording_volume (context, reading->total_ul) : g_strdup ("–");
  g_autofree char *components = meso_context_format_number (context, reading->components);
  g_autofree char *five_ml = meso_formula_wording_volume (context, 5000);
  g_autofree char *isolated = meso_text_isolate (five_ml);
  g_autofree char *five = meso_context_format_number (context, 5);
  /* Translators: the limit from which there is a warning; %s is a volume or a number */
  g_autofree char *volume_note = g_strdup_printf (_("warns above %s"), isolated);
  g_autofree char *components_note = g_strdup_printf (_("warns above %s"), five);

  show_cell (&self->cells[TOTAL], total, volume_note, find_kind (reading, "total-volume"));
  show_points (self, context, reading);
  show_cell (&self->cells[COMPONENTS], components, components_note, find_kind (reading, "components"));
  show_anaesthetics (self, context, reading);
}
