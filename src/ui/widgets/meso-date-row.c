/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-date-row.h"

#include <glib/gi18n.h>

#include "meso-core-error.h"
#include "meso-date-picker.h"
#include "meso-field.h"
#include "meso-month-text.h"
#include "meso-text.h"

struct _MesoDateRow
{
  AdwEntryRow parent_instance;

  MesoContext *context;
  MesoCalendarDate date;      /* as it was last told of; unset for a text that is no day */
  gboolean month_allowed;     /* a month alone is its last day */
  GtkWidget *menu;
  GtkWidget *picker;
};

G_DEFINE_FINAL_TYPE (MesoDateRow, meso_date_row, ADW_TYPE_ENTRY_ROW)

enum { DATE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
parse (MesoDateRow      *self,
       MesoCalendarDate *date_out)
{
  g_autofree char *text = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self)));

  *date_out = MESO_CALENDAR_DATE_NONE;
  if (self->month_allowed && meso_month_text_read (text, date_out))
    return TRUE;
  return *text == '\0' || (self->context != NULL && meso_context_parse_date (self->context, text, date_out, NULL));
}

char *
meso_date_row_dup_problem (MesoContext *context,
                           const char  *text,
                           gboolean     month_allowed)
{
  g_autofree char *example = meso_context_format_date_entry (context, meso_context_get_today (context));
  g_autofree char *isolated = meso_text_isolate (example);
  gboolean is_day = meso_context_is_day (text);

  if (month_allowed)
    return g_strdup_printf (is_day
                            /* Translators: of an expiry; %s is a date in digits: "2026-11-22" */
                            ? _("There is no such day. Write it like this: %s, or the month alone with all four digits of the year.")
                            /* Translators: of an expiry; %s is a date in digits: "2026-11-22" */
                            : _("This can’t be read as a day. Write it like this: %s, or the month alone with all four digits of the "
                                "year."), isolated);
  return g_strdup_printf (is_day
                          /* Translators: %s is a date in digits: "2026-11-22" */
                          ? _("There is no such day. Write it like this: %s")
                          /* Translators: %s is a date in digits: "2026-11-22" */
                          : _("This can’t be read as a day. Write it like this: %s"), isolated);
}

static char *
make_sentence (MesoDateRow *self)
{
  return meso_date_row_dup_problem (self->context, gtk_editable_get_text (GTK_EDITABLE (self)), self->month_allowed);
}

static void
text_changed (MesoDateRow *self)
{
  MesoCalendarDate date;
  g_autofree char *words = NULL;

  if (self->context == NULL)
    return;
  /* Somebody who is still typing isn't told that it is wrong. */
  parse (self, &date);
  if (meso_calendar_date_is_set (date))
    words = meso_context_format_date (self->context, date, MESO_DATE_STYLE_FULL);
  meso_field_set_hint (GTK_WIDGET (self), words);
  if (meso_calendar_date_compare (date, self->date) == 0)
    return;
  self->date = date;
  g_signal_emit (self, signals[DATE_CHANGED], 0);
}

static void
focus_left (MesoDateRow *self)
{
  MesoCalendarDate date;
  g_autofree char *sentence = NULL;

  if (self->context == NULL || parse (self, &date))
    return;
  sentence = make_sentence (self);
  meso_field_set_error (GTK_WIDGET (self), sentence);
}

static void
picked (MesoDateRow *self)
{
  meso_date_row_set_date (self, meso_date_picker_get_date (MESO_DATE_PICKER (self->picker)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A calendar is only made for who asks for one. */
static void
create_popover (GtkMenuButton *menu,
                gpointer       user_data)
{
  MesoDateRow *self = user_data;
  GtkWidget *popover;

  if (self->context == NULL)
    return;
  if (self->picker == NULL)
    {
      popover = gtk_popover_new ();
      self->picker = meso_date_picker_new (self->context);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked), self, G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover), self->picker);
      gtk_menu_button_set_popover (menu, popover);
    }
  meso_date_picker_set_date (MESO_DATE_PICKER (self->picker), self->date);
}

static void
meso_date_row_dispose (GObject *object)
{
  MesoDateRow *self = MESO_DATE_ROW (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_date_row_parent_class)->dispose (object);
}

static void
meso_date_row_class_init (MesoDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_date_row_dispose;
  signals[DATE_CHANGED] = g_signal_new ("date-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
meso_date_row_init (MesoDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "x-office-calendar-symbolic", "valign", GTK_ALIGN_CENTER,
                             "tooltip-text", _("Pick a Day"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a Day"), -1);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), create_popover, self, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->menu);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
meso_date_row_new (MesoContext *context,
                   const char  *title)
{
  MesoDateRow *self = g_object_new (MESO_TYPE_DATE_ROW, "title", title, NULL);

  meso_date_row_set_context (self, context);
  return GTK_WIDGET (self);
}

void
meso_date_row_set_context (MesoDateRow *self,
                           MesoContext *context)
{
  g_set_object (&self->context, context);
}

void
meso_date_row_set_month_allowed (MesoDateRow *self,
                                 gboolean     allowed)
{
  self->month_allowed = allowed;
}

void
meso_date_row_set_date (MesoDateRow      *self,
                        MesoCalendarDate  date)
{
  g_autofree char *text = meso_context_format_date_entry (self->context, date);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

MesoCalendarDate
meso_date_row_peek_date (MesoDateRow *self)
{
  return self->date;
}

gboolean
meso_date_row_get_date (MesoDateRow       *self,
                        MesoCalendarDate  *date_out,
                        GError           **error)
{
  g_autofree char *sentence = NULL;

  if (parse (self, date_out))
    return TRUE;
  sentence = make_sentence (self);
  meso_field_set_error (GTK_WIDGET (self), sentence);
  g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, sentence);
  return FALSE;
}
