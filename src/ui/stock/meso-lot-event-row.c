/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-event-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-formula-wording.h"
#include "meso-lot.h"
#include "meso-stock-words.h"
#include "meso-text.h"
#include "meso-words.h"

static const char *
name_state (const char *text)
{
  MesoLotState state = MESO_LOT_AVAILABLE;

  meso_lot_state_from_string (text, &state);
  switch (state)
    {
    case MESO_LOT_QUARANTINED:
      return C_("lot", "Quarantined");
    case MESO_LOT_RECALLED:
      return C_("lot", "Recalled");
    case MESO_LOT_AVAILABLE:
    default:
      return C_("lot", "Released");
    }
}

static const char *
name_field (const char *field)
{
  const struct
  {
    const char *name;
    const char *title;
  } fields[] = {
    { "name", _("Trade name") }, { "maker", _("Maker") }, { "licence", C_("formulary field", "Licence number") },
    { "number", _("Lot number") }, { "supplier", _("Supplier") }, { "storage", _("Storage") }, { "expiry", _("Expiry") },
    { "received_on", _("Received on") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_strcmp0 (fields[i].name, field) == 0)
        return fields[i].title;
    }
  return field;
}

/* A stored day is shown as the clinic writes it. */
static char *
show_value (MesoContext *context,
            const char  *value)
{
  MesoCalendarDate date;

  if (value == NULL || *value == '\0')
    return g_strdup ("–");
  return meso_calendar_date_parse (value, &date, NULL) ? meso_words_date_alone (context, date) : meso_words_isolate (value);
}

static char *
describe_amended (MesoContext       *context,
                  const MesoLotNote *note)
{
  g_autofree char *before = show_value (context, note->old_value);
  g_autofree char *after = show_value (context, note->new_value);

  /* Translators: which field was corrected, what it said, and what it says now */
  return g_strdup_printf (_("%s corrected from %s to %s"), name_field (note->field), before, after);
}

static char *
describe_used (const MesoLotEvent *event)
{
  g_autofree char *who = event->patient_name != NULL && *event->patient_name != '\0' ? meso_words_isolate (event->patient_name) : NULL;

  /* Translators: %s is a patient */
  return who != NULL ? g_strdup_printf (_("Used for %s"), who) : g_strdup (_("Used for a preparation"));
}

static char *
describe (MesoContext        *context,
          const MesoLotEvent *event)
{
  const MesoLotNote *note = event->note;
  g_autofree char *number = meso_context_format_number (context, note->opening);

  switch (note->kind)
    {
    case MESO_LOT_NOTE_RECEIVED:
      return g_strdup (C_("lot", "Received"));
    case MESO_LOT_NOTE_USED:
      return describe_used (event);
    case MESO_LOT_NOTE_WASTED:
      return g_strdup (note->preparation != NULL ? _("Wasted with a preparation") : C_("lot", "Wasted"));
    case MESO_LOT_NOTE_CORRECTED:
      return g_strdup (note->preparation != NULL ? _("Booked back: the preparation was corrected") : C_("lot", "Counted"));
    case MESO_LOT_NOTE_OPENED:
      /* Translators: %s is the number of a container */
      return g_strdup_printf (_("Container %s opened"), number);
    case MESO_LOT_NOTE_THROWN_AWAY:
      return g_strdup_printf (_("Container %s thrown away"), number);
    case MESO_LOT_NOTE_STATE:
      return g_strdup (name_state (note->field));
    case MESO_LOT_NOTE_AMENDED:
    default:
      return describe_amended (context, note);
    }
}

static const char *
get_icon (MesoLotNoteKind kind)
{
  switch (kind)
    {
    case MESO_LOT_NOTE_RECEIVED:
      return "list-add-symbolic";
    case MESO_LOT_NOTE_USED:
      return "meso-syringe-symbolic";
    case MESO_LOT_NOTE_WASTED:
    case MESO_LOT_NOTE_THROWN_AWAY:
      return "user-trash-symbolic";
    case MESO_LOT_NOTE_CORRECTED:
      return "meso-bars-symbolic";
    case MESO_LOT_NOTE_OPENED:
      return "meso-vial-symbolic";
    case MESO_LOT_NOTE_STATE:
      return "meso-stop-symbolic";
    case MESO_LOT_NOTE_AMENDED:
    default:
      return "document-edit-symbolic";
    }
}

/* "+10 mL" or "−2 mL", then what was left. The sign goes with its number, whichever way the line runs. */
static GtkWidget *
make_amounts (MesoContext       *context,
              const MesoLotNote *note,
              GString           *words)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *volume = meso_formula_wording_volume (context, ABS (note->volume_ul));
  g_autofree char *with_sign = g_strconcat (note->volume_ul > 0 ? "+" : "−", volume, NULL);
  g_autofree char *moved = meso_text_isolate (with_sign);
  g_autofree char *balance = meso_stock_words_volume (context, note->balance_ul);
  /* Translators: what was left afterwards; %s is a volume */
  g_autofree char *left = g_strdup_printf (_("%s left"), balance);
  GtkWidget *first = g_object_new (GTK_TYPE_LABEL, "label", moved, "xalign", 1.0, NULL);
  GtkWidget *second = g_object_new (GTK_TYPE_LABEL, "label", left, "xalign", 1.0, NULL);

  gtk_widget_add_css_class (first, "numeric");
  gtk_widget_add_css_class (second, "numeric");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  meso_words_append (words, moved);
  meso_words_append (words, left);
  return box;
}

GtkWidget *
meso_lot_event_row_new (MesoContext        *context,
                        const MesoLotEvent *event)
{
  const MesoLotNote *note = event->note;
  g_autofree char *title = describe (context, event);
  g_autofree char *moment = meso_stock_words_moment (context, note->at);
  g_autofree char *who = *event->who != '\0' ? meso_words_isolate (event->who) : NULL;
  g_autofree char *reason = *note->reason != '\0' ? meso_words_isolate (note->reason) : NULL;
  g_autoptr(GString) line = g_string_new (moment);
  g_autoptr(GString) words = g_string_new (title);
  GtkWidget *row;

  meso_words_append (line, who);
  meso_words_append (line, reason);
  meso_words_append (words, line->str);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, line->str);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (get_icon (note->kind), "neutral"));
  if (note->volume_ul != 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_amounts (context, note, words));
  if (note->kind == MESO_LOT_NOTE_USED && note->patient != NULL && event->patient_name != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-patient");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", note->patient);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  return row;
}
