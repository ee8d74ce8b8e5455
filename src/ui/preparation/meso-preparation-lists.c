/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-lists.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-lot-words.h"
#include "meso-preparation-words.h"
#include "meso-stock-words.h"
#include "meso-window-action.h"
#include "meso-words.h"

#define OPEN_LOT "win.lot"

/* What a lot is today, not what it was then: whoever looks here has to hear of a recall. */
static void
add_state (GtkWidget     *end,
           const MesoLot *lot)
{
  MesoLotUse use = lot->state == MESO_LOT_RECALLED ? MESO_LOT_IS_RECALLED
                   : lot->state == MESO_LOT_QUARANTINED ? MESO_LOT_IS_QUARANTINED : MESO_LOT_USABLE;

  if (use != MESO_LOT_USABLE)
    adw_wrap_box_append (ADW_WRAP_BOX (end), meso_stock_words_tag (use, FALSE));
}

static void
add_draw (GtkListBox                 *list,
          MesoContext                *context,
          const MesoPreparationFacts *facts,
          const MesoPreparationDraw  *draw)
{
  const MesoLot *lot = meso_lot_find (facts->lots, draw->lot);
  g_autofree char *name = meso_preparation_words_item (context, facts->version, draw->item);
  g_autofree char *number = meso_lot_words_title (context, lot, name);
  g_autofree char *expiry = meso_stock_words_expiry (context, lot);
  g_autofree char *volume = meso_stock_words_volume (context, draw->volume_ul);
  g_autoptr(GString) line = g_string_new (NULL);
  GtkWidget *end = g_object_new (ADW_TYPE_WRAP_BOX, "align", 1.0, "child-spacing", 8, "line-spacing", 6, "valign", GTK_ALIGN_CENTER,
                                 NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", volume, NULL);
  GtkWidget *row;

  meso_words_append (line, number);
  meso_words_append (line, expiry);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, line->str);
  add_state (end, lot);
  gtk_widget_add_css_class (label, "numeric");
  adw_wrap_box_append (ADW_WRAP_BOX (end), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  gtk_list_box_append (list, row);
  if (!meso_window_action_exists (GTK_WIDGET (list), OPEN_LOT))
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", lot->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), OPEN_LOT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

void
meso_preparation_lists_add_draws (GtkListBox                 *list,
                                 MesoContext                *context,
                                 const MesoPreparationFacts *facts)
{
  for (guint i = 0; i < facts->preparation->draws->len; i++)
    add_draw (list, context, facts, g_ptr_array_index (facts->preparation->draws, i));
}

/* value: NULL or "" adds nothing */
static GtkWidget *
add_fact (GtkListBox *list,
          const char *title,
          const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return NULL;
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (list, row);
  return row;
}

static void
add_who (GtkListBox                 *list,
         MesoContext                *context,
         const MesoPreparationFacts *facts)
{
  const MesoPreparation *preparation = facts->preparation;
  g_autofree char *mixed = meso_context_format_moment (context, preparation->mixed_at);
  g_autofree char *recorded = meso_context_format_moment (context, preparation->recorded_at);
  g_autofree char *before = meso_context_format_moment (context, preparation->use_before);
  g_autofree char *wasted = preparation->wasted_ul > 0 ? meso_stock_words_volume (context, preparation->wasted_ul) : NULL;

  add_fact (list, _("Prepared by"), meso_preparation_facts_find_staff (facts, preparation->prepared_by));
  add_fact (list, _("Checked by"), preparation->checked_by != NULL
                                     ? meso_preparation_facts_find_staff (facts, preparation->checked_by) : _("Nobody"));
  add_fact (list, _("Mixed"), mixed);
  if (g_strcmp0 (mixed, recorded) != 0)
    add_fact (list, _("Recorded"), recorded);
  add_fact (list, _("Use before"), before);
  add_fact (list, _("Thrown away while mixing"), wasted);
  add_fact (list, _("Notes"), preparation->notes);
}

/* Leads to another record. */
static void
add_way (GtkListBox *list,
         const char *title,
         const char *line,
         const char *action,
         GVariant   *target)
{
  GtkWidget *row = add_fact (list, title, line);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

void
meso_preparation_lists_add_facts (GtkListBox                 *list,
                                 MesoContext                *context,
                                 const MesoPreparationFacts *facts)
{
  const MesoPreparation *preparation = facts->preparation;
  g_autofree char *discarded = preparation->discarded_at != NULL ? meso_context_format_moment (context, preparation->discarded_at) : NULL;

  add_who (list, context, facts);
  add_fact (list, _("Why it was corrected"), preparation->reason);
  add_fact (list, _("Entered in error"), preparation->error_reason);
  add_fact (list, _("Thrown away"), discarded);
  add_fact (list, _("Why it wasn’t given"), preparation->discard_reason);
  if (preparation->amends != NULL)
    add_way (list, _("Corrects an earlier entry"), _("What was recorded before"), "win.preparation",
             g_variant_new_string (preparation->amends));
  if (preparation->amended_by != NULL)
    add_way (list, _("Amended later"), _("The correction"), "win.preparation", g_variant_new_string (preparation->amended_by));
  if (preparation->session != NULL)
    add_way (list, _("Given in a session"), _("Open the session"), "win.session",
             g_variant_new ("(ss)", preparation->patient, preparation->session));
}
