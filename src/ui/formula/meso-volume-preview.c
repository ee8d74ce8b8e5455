/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-volume-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-formula-wording.h"
#include "meso-tag.h"
#include "meso-words.h"

static char *
dup_volume (MesoContext *context,
            gint64       volume_ul)
{
  g_autofree char *volume = meso_formula_wording_volume (context, volume_ul);

  /* A line that begins with a dose must not run the wrong way: “1 mL becomes 2 mL” would be read backwards. */
  return meso_words_isolate (volume);
}

static char *
describe (MesoContext                 *context,
          const MesoFormulaAdjustment *adjustment,
          gboolean                     marks)
{
  g_autofree char *before = dup_volume (context, adjustment->before_ul);
  g_autofree char *after = dup_volume (context, adjustment->after_ul);
  g_autofree char *rest = dup_volume (context, ABS (adjustment->after_ul - adjustment->before_ul));

  if (adjustment->too_little)
    /* Translators: %s is a volume */
    return g_strdup_printf (_("%s is less than half a mark: it stays as it is. Use a weaker stock or a smaller syringe."), before);
  if (marks && adjustment->after_ul > adjustment->before_ul)
    /* Translators: volumes: drawn until now, drawn after rounding, and the difference */
    return g_strdup_printf (_("%1$s becomes %2$s: %3$s more"), before, after, rest);
  if (marks)
    return g_strdup_printf (_("%1$s becomes %2$s: %3$s less"), before, after, rest);
  /* Translators: a volume before and after */
  return g_strdup_printf (_("%1$s becomes %2$s"), before, after);
}

static char *
dup_name (MesoContext                 *context,
          const MesoFormula           *formula,
          const MesoFormulaAdjustment *adjustment)
{
  const MesoFormulaItem *item;

  if (adjustment->item == MESO_FORMULA_FILL_UP)
    return g_strdup (_("Total volume"));
  item = g_ptr_array_index (formula->items, adjustment->item);
  return meso_formula_wording_name (context, item->ingredient != NULL ? item->ingredient : item->product);
}

static void
add_row (GtkListBox                  *list,
         MesoContext                 *context,
         const MesoFormula           *formula,
         const MesoFormulaAdjustment *adjustment,
         gboolean                     marks)
{
  g_autofree char *name = dup_name (context, formula, adjustment);
  g_autofree char *words = describe (context, adjustment, marks);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, words);
  GtkWidget *tag = NULL;

  if (adjustment->too_little)
    tag = meso_tag_new ("dialog-warning-symbolic", C_("volume", "Too little"), "warning");
  else if (!adjustment->exact)
    tag = meso_tag_new (NULL, C_("volume", "Rounded"), "neutral");
  if (tag != NULL)
    {
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
    }
  gtk_list_box_append (list, row);
}

char *
meso_volume_preview_show (GtkListBox        *list,
                          MesoContext       *context,
                          const MesoFormula *formula,
                          const GPtrArray   *adjustments,
                          gboolean           marks)
{
  guint changed = 0, rounded = 0;
  g_autofree char *number = NULL;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < adjustments->len; i++)
    {
      const MesoFormulaAdjustment *adjustment = g_ptr_array_index (adjustments, i);

      if (adjustment->before_ul == adjustment->after_ul && adjustment->exact)
        continue;
      changed++;
      rounded += adjustment->exact ? 0 : 1;
      add_row (list, context, formula, adjustment, marks);
    }
  gtk_widget_set_visible (GTK_WIDGET (list), changed > 0);
  number = meso_context_format_number (context, rounded);
  if (changed == 0)
    return g_strdup (marks ? _("Everything lies on a mark already.") : _("It has this volume already."));
  if (marks)
    return g_strdup (_("What is asked for by its amount is asked for by its volume afterwards."));
  if (rounded == 0)
    return g_strdup (_("Nothing has to be rounded."));
  /* Translators: %s is how many */
  return g_strdup_printf (ngettext ("%s line has to be rounded.", "%s lines have to be rounded.", rounded), number);
}

char *
meso_volume_preview_split (MesoContext            *context,
                           const MesoSyringeSplit *split)
{
  g_autofree char *count = meso_context_format_number (context, split->count);
  g_autofree char *volume = meso_formula_wording_volume (context, split->each_ul);
  g_autofree char *times = g_strdup_printf ("%s × %s", count, volume);
  g_autofree char *each = meso_words_isolate (times);
  g_autofree char *rest = dup_volume (context, split->rest_ul);

  if (split->count == 0 || split->each_ul == 0)
    return g_strdup (_("There is not enough for that"));
  if (split->rest_ul == 0)
    /* Translators: %s is "3 × 2.5 mL" */
    return g_strdup_printf (_("%s, nothing left over"), each);
  /* Translators: %1$s is "3 × 2.5 mL", %2$s a volume */
  return g_strdup_printf (_("%1$s, and %2$s left over"), each, rest);
}

char *
meso_volume_preview_syringe (MesoContext       *context,
                             const MesoSyringe *syringe)
{
  g_autofree char *size = dup_volume (context, syringe->size_ul);
  g_autofree char *mark = dup_volume (context, syringe->mark_ul);

  /* Translators: a syringe: its size, and the distance of its marks, both volumes */
  return g_strdup_printf (_("%1$s, a mark each %2$s"), size, mark);
}
