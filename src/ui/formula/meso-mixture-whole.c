/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-mixture-whole.h"

#include <glib/gi18n.h>

#include "meso-dose-entry.h"
#include "meso-formula-wording.h"

/* The fields of the whole, in the order of the keyboard */
static const MesoFormulaField whole_fields[] = {
  MESO_FORMULA_FIELD_TO_VOLUME, MESO_FORMULA_FIELD_POINTS, MESO_FORMULA_FIELD_PER_POINT, MESO_FORMULA_FIELD_DEAD_SPACE
};
#define N_WHOLE G_N_ELEMENTS (whole_fields)

struct _MesoMixtureWhole
{
  GObject parent_instance;

  MesoContext *context;
  MesoFormulaEditor *editor;
  MesoDoseEntry *entries[N_WHOLE];
  GtkWidget *total_problem;
  GtkWidget *points_problem;
};

G_DEFINE_FINAL_TYPE (MesoMixtureWhole, meso_mixture_whole, G_TYPE_OBJECT)

static void
meso_mixture_whole_finalize (GObject *object)
{
  MesoMixtureWhole *self = MESO_MIXTURE_WHOLE (object);

  g_object_unref (self->context);
  g_object_unref (self->editor);
  G_OBJECT_CLASS (meso_mixture_whole_parent_class)->finalize (object);
}

static void
meso_mixture_whole_class_init (MesoMixtureWholeClass *class)
{
  G_OBJECT_CLASS (class)->finalize = meso_mixture_whole_finalize;
}

static void
meso_mixture_whole_init (MesoMixtureWhole *self)
{
}

static guint
find_whole (MesoMixtureWhole *self,
            MesoDoseEntry   *entry)
{
  guint i = 0;

  while (i < N_WHOLE - 1 && self->entries[i] != entry)
    i++;
  return i;
}

static void
whole_edited (MesoMixtureWhole *self,
              const char      *text,
              MesoDoseEntry   *entry)
{
  meso_formula_editor_set_text (self->editor, whole_fields[find_whole (self, entry)], text);
}

static void
whole_left (MesoMixtureWhole *self,
            MesoDoseEntry   *entry)
{
  const char *text = meso_dose_entry_get_text (entry);
  gboolean volume = whole_fields[find_whole (self, entry)] != MESO_FORMULA_FIELD_POINTS;
  g_autofree char *complete = meso_formula_entry_complete (text, volume);

  if (!g_str_equal (complete, text))
    meso_dose_entry_type (entry, complete);
  meso_formula_editor_end_step (self->editor);
}

static void
whole_activated (MesoMixtureWhole *self,
                 MesoDoseEntry   *entry)
{
  guint next = find_whole (self, entry) + 1;

  if (next < N_WHOLE)
    gtk_widget_grab_focus (GTK_WIDGET (self->entries[next]));
}

static GtkWidget *
add_whole (MesoMixtureWhole *self,
           guint            index,
           const char      *caption)
{
  GtkWidget *entry = meso_dose_entry_new (caption);

  self->entries[index] = MESO_DOSE_ENTRY (entry);
  g_signal_connect_object (entry, "edited", G_CALLBACK (whole_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (whole_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (whole_activated), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
add_entries (MesoMixtureWhole *self,
             AdwBin           *total_place,
             GtkBox           *points_place)
{
  GtkWidget *entry;

  adw_bin_set_child (total_place, add_whole (self, 0, _("Total volume")));
  entry = add_whole (self, 1, _("Number of points"));
  gtk_box_append (points_place, entry);
  entry = add_whole (self, 2, _("Volume per point"));
  gtk_box_append (points_place, entry);
  entry = add_whole (self, 3, _("Dead space"));
  gtk_box_append (points_place, entry);
  for (guint i = 1; i < N_WHOLE; i++)
    meso_dose_entry_set_caption_shown (self->entries[i], TRUE);
}

MesoMixtureWhole *
meso_mixture_whole_new (MesoContext                  *context,
                        MesoFormulaEditor            *editor,
                        const MesoMixtureWholePlaces *places)
{
  MesoMixtureWhole *self = g_object_new (MESO_TYPE_MIXTURE_WHOLE, NULL);

  self->context = g_object_ref (context);
  self->editor = g_object_ref (editor);
  self->total_problem = places->total_problem;
  self->points_problem = places->points_problem;
  add_entries (self, places->total, places->points);
  return self;
}

static void
show_problem (MesoMixtureWhole    *self,
              guint               index,
              MesoFormulaProblem  problem,
              GtkWidget          *label,
              GString            *all)
{
  g_autofree char *message = meso_formula_wording_problem (whole_fields[index], problem, NULL);

  meso_dose_entry_set_problem (self->entries[index], message, label);
  if (message != NULL)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", message);
  gtk_label_set_label (GTK_LABEL (label), all->str);
  gtk_widget_set_visible (label, all->len > 0);
}

void
meso_mixture_whole_update (MesoMixtureWhole *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);
  g_autofree char *total = reading->total_ul > 0 ? meso_formula_wording_volume (self->context, reading->total_ul) : NULL;
  g_autoptr(GString) total_problem = g_string_new (NULL);
  g_autoptr(GString) points_problem = g_string_new (NULL);

  for (guint i = 0; i < N_WHOLE; i++)
    {
      gboolean is_total = whole_fields[i] == MESO_FORMULA_FIELD_TO_VOLUME;

      meso_dose_entry_show (self->entries[i], meso_formula_editor_get_text (self->editor, whole_fields[i]),
                            is_total ? total : NULL);
    }
  show_problem (self, 0, reading->to_volume, self->total_problem, total_problem);
  show_problem (self, 1, reading->points, self->points_problem, points_problem);
  show_problem (self, 2, reading->per_point, self->points_problem, points_problem);
  show_problem (self, 3, reading->dead_space, self->points_problem, points_problem);
}

void
meso_mixture_whole_grab_field (MesoMixtureWhole *self,
                               MesoFormulaField  field)
{
  for (guint i = 0; i < N_WHOLE; i++)
    if (whole_fields[i] == field)
      gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
}

gboolean
meso_mixture_whole_grab_fault (MesoMixtureWhole *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);
  const MesoFormulaProblem whole[N_WHOLE] = { reading->to_volume, reading->points, reading->per_point, reading->dead_space };

  for (guint i = 0; i < N_WHOLE; i++)
    if (whole[i] != MESO_FORMULA_PROBLEM_NONE)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
        return TRUE;
      }
  return FALSE;
}
