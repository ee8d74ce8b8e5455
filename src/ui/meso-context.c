/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-context.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "meso-core-error.h"
#include "meso-language.h"
#include "meso-local-day.h"
#include "meso-settings-service.h"
#include "meso-text.h"

/* A year before is one of the Persian calendar: nobody was born, and nothing happened, in such a Gregorian one. */
#define FIRST_GREGORIAN_YEAR 1700

struct _MesoContext
{
  GObject parent_instance;

  MesoClinic *clinic;
  GHashTable *settings;
};

G_DEFINE_FINAL_TYPE (MesoContext, meso_context, G_TYPE_OBJECT)

enum { SETTINGS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_context_dispose (GObject *object)
{
  MesoContext *self = MESO_CONTEXT (object);

  g_clear_object (&self->clinic);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  G_OBJECT_CLASS (meso_context_parent_class)->dispose (object);
}

static void
meso_context_class_init (MesoContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_context_dispose;
  signals[SETTINGS_CHANGED] = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_context_init (MesoContext *self)
{
}

static gpointer
load_settings (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  return meso_settings_service_get_all (clinic, error);
}

static void
settings_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(MesoContext) self = user_data;
  GHashTable *settings = meso_clinic_call_finish (MESO_CLINIC (source), result, NULL);

  /* What can't be read stays as it was known. */
  if (settings == NULL || self->clinic == NULL)
    return;
  g_hash_table_unref (self->settings);
  self->settings = settings;
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
}

static void
setting_changed (MesoContext *self,
                 const char  *what,
                 const char  *id,
                 MesoClinic  *clinic)
{
  meso_clinic_call_async (clinic, load_settings, NULL, NULL, (GDestroyNotify) g_hash_table_unref, NULL, settings_loaded,
                          g_object_ref (self));
}

MesoContext *
meso_context_new (MesoClinic *clinic,
                  GHashTable *settings)
{
  MesoContext *self = g_object_new (MESO_TYPE_CONTEXT, NULL);

  self->clinic = g_object_ref (clinic);
  self->settings = settings;
  g_signal_connect_object (clinic, "changed::setting", G_CALLBACK (setting_changed), self, G_CONNECT_SWAPPED);
  return self;
}

MesoClinic *
meso_context_get_clinic (MesoContext *self)
{
  return self->clinic;
}

const MesoProtocol *
meso_context_get_protocol (MesoContext *self)
{
  return meso_clinic_get_protocol (self->clinic);
}

const char *
meso_context_get_setting (MesoContext *self,
                          const char  *key)
{
  return g_hash_table_lookup (self->settings, key);
}

const char *
meso_context_get_language (MesoContext *self)
{
  const char *language = meso_context_get_setting (self, "language");

  return g_strcmp0 (language != NULL ? language : meso_language_get_desktop (), "fa") == 0 ? "fa" : "en";
}

gboolean
meso_context_get_demo (MesoContext *self)
{
  return g_strcmp0 (meso_context_get_setting (self, "demo"), "yes") == 0;
}

MesoCalendarDate
meso_context_get_today (MesoContext *self)
{
  return meso_context_get_now (self).date;
}

MesoCivilTime
meso_context_get_now (MesoContext *self)
{
  return meso_local_day_now ();
}

static MesoCalendarChoice
get_calendar (MesoContext *self)
{
  MesoCalendarChoice choice = meso_calendar_choice_for_language (meso_context_get_language (self));

  meso_calendar_choice_from_string (meso_context_get_setting (self, "calendar"), &choice);
  return choice;
}

MesoCalendarChoice
meso_context_get_entry_calendar (MesoContext *self)
{
  MesoCalendarChoice choice = get_calendar (self);

  return choice == MESO_CALENDAR_BOTH ? meso_calendar_choice_for_language (meso_context_get_language (self)) : choice;
}

static gboolean
uses_persian_digits (MesoContext *self)
{
  const char *digits = meso_context_get_setting (self, "digits");

  return digits != NULL ? g_str_equal (digits, "persian") : g_str_equal (meso_context_get_language (self), "fa");
}

char *
meso_context_localise_digits (MesoContext *self,
                              const char  *text)
{
  return uses_persian_digits (self) ? meso_text_localise_digits (text, "fa") : meso_text_ascii_digits (text);
}

char *
meso_context_localise_number (MesoContext *self,
                              const char  *text)
{
  return meso_text_localise_number (text, uses_persian_digits (self) ? "fa" : NULL);
}

char *
meso_context_format_number (MesoContext *self,
                            gint64       number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return meso_context_localise_digits (self, text);
}

char *
meso_context_format_date (MesoContext      *self,
                          MesoCalendarDate  date,
                          MesoDateStyle     style)
{
  g_autofree char *text = meso_calendar_format_date_as (date, get_calendar (self), meso_context_get_language (self), style);

  return meso_context_localise_digits (self, text);
}

char *
meso_context_format_minute (MesoContext *self,
                            int          minute)
{
  g_autofree char *text = minute >= 0 ? g_strdup_printf ("%02d:%02d", minute / 60, minute % 60) : g_strdup ("");

  return meso_context_localise_digits (self, text);
}

char *
meso_context_format_date_time (MesoContext   *self,
                               MesoCivilTime  when,
                               MesoDateStyle  style)
{
  g_autofree char *text = meso_calendar_format_date_time_as (when.date, when.minute, get_calendar (self),
                                                              meso_context_get_language (self), style);

  return meso_context_localise_digits (self, text);
}

char *
meso_context_format_moment (MesoContext *self,
                            const char  *at_utc)
{
  MesoCivilTime when = meso_local_day_time_of_moment (at_utc);
  g_autofree char *time = NULL;

  if (!meso_calendar_date_is_set (when.date))
    return g_strdup ("");
  if (meso_calendar_date_compare (when.date, meso_context_get_today (self)) != 0)
    return meso_context_format_date_time (self, when, MESO_DATE_STYLE_SHORT_WITH_YEAR);
  time = meso_context_format_minute (self, when.minute);
  /* Translators: %s is a time of day, "10:30" */
  return g_strdup_printf (_("Today, %s"), time);
}

char *
meso_context_format_age (MesoContext      *self,
                         MesoCalendarDate  birth_date)
{
  int years = meso_calendar_date_years_between (birth_date, meso_context_get_today (self));
  g_autofree char *number = meso_context_format_number (self, years);

  /* Translators: an age; %s is the number */
  return g_strdup_printf (ngettext ("%s year", "%s years", (gulong) MAX (years, 0)), number);
}

/* Three numbers with one kind of mark between them, the year at either end: "1992-05-12", "12.5.1992". The day comes first where
 * the year is last; with "/" or "-" between, a Gregorian date of that order could be meant either way and is no day. */
static gboolean
read_day (const char      *text,
          MesoCalendarDay *day_out)
{
  int numbers[3] = { 0 };
  char marks[2] = { 0 };
  int length = 0;

  if (sscanf (text, "%4d%c%4d%c%4d%n", &numbers[0], &marks[0], &numbers[1], &marks[1], &numbers[2], &length) != 5 ||
      text[length] != '\0' || marks[0] != marks[1] || strchr ("-/.", marks[0]) == NULL)
    return FALSE;
  if (numbers[0] > 99)
    *day_out = (MesoCalendarDay) { numbers[0], numbers[1], numbers[2] };
  else
    *day_out = (MesoCalendarDay) { numbers[2], numbers[1], numbers[0] };
  return day_out->year > 99 && (numbers[0] > 99 || marks[0] == '.' || day_out->year < FIRST_GREGORIAN_YEAR);
}

gboolean
meso_context_is_day (const char *text)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  MesoCalendarDay day;

  return read_day (trimmed, &day);
}

gboolean
meso_context_parse_date (MesoContext       *self,
                         const char        *text,
                         MesoCalendarDate  *date_out,
                         GError           **error)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;
  MesoCalendarDay day;

  if (read_day (trimmed, &day))
    date = meso_calendar_find_date (day, day.year < FIRST_GREGORIAN_YEAR ? MESO_CALENDAR_PERSIAN : MESO_CALENDAR_GREGORIAN);
  if (meso_calendar_date_is_set (date))
    *date_out = date;
  else
    g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, _("There is no such day."));
  return meso_calendar_date_is_set (date);
}

char *
meso_context_format_date_entry (MesoContext      *self,
                                MesoCalendarDate  date)
{
  g_autofree char *text = NULL;

  if (!meso_calendar_date_is_set (date))
    return g_strdup ("");
  if (meso_context_get_entry_calendar (self) == MESO_CALENDAR_PERSIAN)
    {
      text = meso_calendar_format_persian_iso (date, NULL);
      if (text != NULL)
        g_strdelimit (text, "-", '/');
    }
  if (text == NULL)
    text = meso_calendar_date_to_string (date);
  return meso_context_localise_digits (self, text);
}

typedef struct
{
  GtkWidget *widget;         /* NULL once it was disposed, even if somebody still holds it: its children are gone then */
  MesoContextDone done;
  gpointer user_data;
  GDestroyNotify result_free;
} Call;

static void
call_answered (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Call *call = user_data;
  g_autoptr(GError) error = NULL;
  gpointer value = meso_clinic_call_finish (MESO_CLINIC (source), result, &error);
  g_autoptr(GtkWidget) widget = call->widget != NULL ? g_object_ref (call->widget) : NULL;

  g_clear_weak_pointer (&call->widget);
  if (widget != NULL && !gtk_widget_in_destruction (widget))
    call->done (widget, value, error, call->user_data);
  if (value != NULL && call->result_free != NULL)
    call->result_free (value);
  g_free (call);
}

void
meso_context_call (MesoContext     *self,
                   GtkWidget       *widget,
                   MesoClinicCall   function,
                   gpointer         request,
                   GDestroyNotify   request_free,
                   GDestroyNotify   result_free,
                   MesoContextDone  done,
                   gpointer         user_data)
{
  Call *call = g_new0 (Call, 1);

  g_set_weak_pointer (&call->widget, widget);
  call->done = done;
  call->user_data = user_data;
  call->result_free = result_free;
  meso_clinic_call_async (self->clinic, function, request, request_free, result_free, NULL, call_answered, call);
}
