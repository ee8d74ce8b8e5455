/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-scene.h"

#include "meso-formula-bar.h"
#include "meso-preparations-button.h"
#include "meso-formula-page.h"
#include "meso-ingredient-list.h"
#include "meso-mixture-row.h"

static gboolean
is_open (gpointer data)
{
  /* Before the draft has been looked for nothing is written, and the bar's button can't be pressed. */
  return gtk_widget_get_visible (ui_get (data, MESO_TYPE_FORMULA_BAR, NULL)) &&
         gtk_widget_get_sensitive (ui_get (data, GTK_TYPE_SEARCH_ENTRY, NULL));
}

FormulaScene
formula_scene_show (UiFixture  *fixture,
                    const char *patient,
                    const char *formula,
                    int         width)
{
  FormulaScene shown = { fixture, GTK_WIDGET (meso_formula_page_new (fixture->context, patient, formula)), NULL };

  shown.window = ui_show (shown.page, width, 900);
  ui_wait_until (is_open, shown.page);
  for (guint i = 0; i < 3; i++)
    {
      ui_fixture_settle (fixture);
      ui_wait (20);
    }
  return shown;
}

void
formula_scene_close (FormulaScene *shown)
{
  gtk_window_destroy (shown->window);
  ui_fixture_settle (shown->fixture);
}

GtkWidget *
formula_scene_find (GtkWidget *root,
                    GType      type,
                    guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = formula_scene_find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
formula_scene_get_row (FormulaScene *shown,
                       guint  index)
{
  return formula_scene_find (shown->page, MESO_TYPE_MIXTURE_ROW, &index);
}

MesoDoseEntry *
formula_scene_get_entry (FormulaScene *shown,
                         guint  row,
                         guint  field)
{
  return MESO_DOSE_ENTRY (formula_scene_find (formula_scene_get_row (shown, row), MESO_TYPE_DOSE_ENTRY, &field));
}

void
formula_scene_type (MesoDoseEntry *entry,
                    const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (meso_dose_entry_get_field (entry)), text);
}

/* As from the keyboard: its name, Enter, strength, volume. */
void
formula_scene_add (FormulaScene      *shown,
                   const char *name,
                   const char *strength,
                   const char *volume)
{
  /* a choice of salts has a search of its own */
  GtkWidget *search = ui_get (ui_get (shown->page, MESO_TYPE_INGREDIENT_LIST, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  guint row = 0;

  while (formula_scene_get_row (shown, row) != NULL)
    row++;
  gtk_editable_set_text (GTK_EDITABLE (search), name);
  g_signal_emit_by_name (search, "activate");
  g_assert_nonnull (formula_scene_get_row (shown, row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  formula_scene_type (formula_scene_get_entry (shown, row, 0), strength);
  formula_scene_type (formula_scene_get_entry (shown, row, 1), volume);
}

GtkWidget *
formula_scene_get_save (FormulaScene *shown)
{
  return gtk_widget_get_next_sibling (ui_get (shown->page, MESO_TYPE_PREPARATIONS_BUTTON, NULL));
}

void
formula_scene_save (FormulaScene *shown)
{
  g_signal_emit_by_name (formula_scene_get_save (shown), "clicked");
  for (guint i = 0; i < 3; i++)
    {
      ui_fixture_settle (shown->fixture);
      ui_wait (20);
    }
}

void
formula_scene_clear (FormulaScene *shown)
{
  while (formula_scene_get_row (shown, 0) != NULL)
    g_signal_emit_by_name (formula_scene_get_row (shown, 0), "removed");
}
