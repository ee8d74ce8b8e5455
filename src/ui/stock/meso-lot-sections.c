/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-sections.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-lot-event-row.h"
#include "meso-opened-life.h"
#include "meso-stock-words.h"
#include "meso-text.h"
#include "meso-words.h"

static void
add_property (GPtrArray  *rows,
              const char *title,
              const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  g_ptr_array_add (rows, row);
}

static GtkWidget *
make_icon_button (const char        *icon,
                  const char        *tooltip,
                  const char        *action,
                  const MesoOpening *opening)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", opening->id);
  return button;
}

static GtkWidget *
make_opening_row (MesoContext       *context,
                  const MesoLot     *lot,
                  const MesoOpening *opening)
{
  g_autofree char *now = meso_stock_words_now ();
  gboolean too_long = g_strcmp0 (opening->discard_by, now) <= 0;
  g_autofree char *number = meso_context_format_number (context, opening->n);
  g_autofree char *left = meso_stock_words_volume (context, opening->left_ul);
  g_autofree char *opened = meso_stock_words_within (context, opening->opened_at);
  g_autofree char *by = meso_stock_words_within (context, opening->discard_by);
  /* Translators: an opened container: its number, and what is left in it */
  g_autofree char *title = g_strdup_printf (_("Container %s: %s"), number, left);
  /* Translators: of an opened container: two moments */
  g_autofree char *line = g_strdup_printf (too_long ? _("opened %s; had to be discarded by %s") : _("opened %s; discard by %s"), opened, by);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, line);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (too_long ? "dialog-warning-symbolic" : "meso-vial-symbolic",
                                                                   too_long ? "error" : "neutral"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("meso-bars-symbolic", _("Count What Is in It…"),
                                                                     "lot.count-container", opening));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("meso-drop-symbolic", _("Waste From It…"), "lot.waste-container",
                                                                     opening));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("user-trash-symbolic", _("Throw It Away…"), "lot.throw-away",
                                                                     opening));
  return row;
}

GPtrArray *
meso_lot_sections_left (MesoContext        *context,
                        const MesoLotFacts *facts)
{
  const MesoLot *lot = facts->lot;
  GPtrArray *rows = g_ptr_array_new ();
  g_autofree char *left = meso_stock_words_left (context, lot);
  g_autofree char *came = meso_stock_words_containers (context, lot->containers);
  g_autofree char *each = meso_stock_words_volume (context, lot->container_ul);
  /* Translators: what came of a lot: "10 containers", and what one holds */
  g_autofree char *received = g_strdup_printf (_("of %s, %s each"), came, each);
  g_autofree char *title = g_strconcat (meso_words_get_direction_mark (), left, NULL);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, received);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-drop-symbolic", "neutral"));
  g_ptr_array_add (rows, row);
  for (guint i = 0; i < lot->openings->len; i++)
    g_ptr_array_add (rows, make_opening_row (context, lot, g_ptr_array_index (lot->openings, i)));
  return rows;
}

static char *
describe_dose (MesoContext   *context,
               const MesoLot *lot)
{
  g_autofree char *life = meso_opened_life_write (context, meso_lot_get_opened_life_h (lot));
  g_autofree char *isolated = meso_words_isolate (life);

  /* Translators: of a container that serves several preparations; %s is how long: "28 days" */
  return lot->multi_dose ? g_strdup_printf (_("Several preparations, %s from opening"), isolated)
                         : g_strdup (C_("container", "One preparation only"));
}

/* Ids of excipients are words of the content; what it has no words for is shown as it is. */
static char *
list_excipients (MesoContext   *context,
                 const MesoLot *lot)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < lot->excipients->len; i++)
    {
      const char *id = g_ptr_array_index (lot->excipients, i);
      g_autofree char *entry_id = g_strconcat ("excipient-", id, NULL);
      const MesoListEntry *entry = meso_protocol_lookup_list_entry (protocol, entry_id);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, id);
      const MesoLocalText *name = entry != NULL ? entry->text : ingredient != NULL ? ingredient->name : NULL;

      g_strv_builder_add (builder, name != NULL ? meso_local_text_get (name, meso_context_get_language (context)) : id);
    }
  names = g_strv_builder_end (builder);
  return g_strjoinv (_(", "), names);
}

GPtrArray *
meso_lot_sections_box (MesoContext        *context,
                       const MesoLotFacts *facts)
{
  const MesoLot *lot = facts->lot;
  GPtrArray *rows = g_ptr_array_new ();
  g_autofree char *number = meso_text_isolate (lot->number);
  g_autofree char *expiry = meso_words_date_alone (context, lot->expiry);
  g_autofree char *contents = meso_stock_words_contents (context, lot);
  g_autofree char *excipients = list_excipients (context, lot);
  g_autofree char *licence = meso_text_isolate (lot->licence);
  g_autofree char *dose = describe_dose (context, lot);
  g_autofree char *received = meso_words_date_alone (context, lot->received_on);
  g_autofree char *price = lot->price > 0 ? meso_words_count (context, (guint64) lot->price) : NULL;

  add_property (rows, _("Lot number"), number);
  add_property (rows, _("Expiry"), expiry);
  add_property (rows, _("Trade name"), lot->name);
  add_property (rows, _("Contents"), contents);
  add_property (rows, _("Excipients"), excipients);
  add_property (rows, _("Maker"), lot->maker);
  add_property (rows, C_("formulary field", "Licence number"), *lot->licence != '\0' ? licence : NULL);
  add_property (rows, _("One container serves"), dose);
  add_property (rows, _("Received on"), received);
  add_property (rows, _("Supplier"), lot->supplier);
  add_property (rows, _("Storage"), lot->storage);
  add_property (rows, _("Price of one"), price);
  return rows;
}

GPtrArray *
meso_lot_sections_history (MesoContext        *context,
                           const MesoLotFacts *facts)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = facts->history->len; i > 0; i--)
    g_ptr_array_add (rows, meso_lot_event_row_new (context, g_ptr_array_index (facts->history, i - 1)));
  return rows;
}
