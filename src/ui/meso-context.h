/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-calendar.h"
#include "meso-civil-time.h"
#include "meso-clinic-call.h"

G_BEGIN_DECLS

/**
 * MesoContext:
 *
 * What all pages of a window share: the clinic, who asks, and how the clinic writes dates and numbers.
 * Signal `settings-changed`: how things are written may have changed. Everything here is fit for the main thread.
 */
#define MESO_TYPE_CONTEXT (meso_context_get_type ())
G_DECLARE_FINAL_TYPE (MesoContext, meso_context, MESO, CONTEXT, GObject)

/* settings (transfer full) (element-type utf8 utf8): as meso_settings_service_get_all () gave them */
MesoContext        *meso_context_new            (MesoClinic *clinic, GHashTable *settings);
MesoClinic         *meso_context_get_clinic     (MesoContext *self);
const MesoProtocol *meso_context_get_protocol   (MesoContext *self);
/* "en" or "fa": the language of the window */
const char         *meso_context_get_language   (MesoContext *self);
/* (nullable): NULL when it was never set */
const char         *meso_context_get_setting    (MesoContext *self, const char *key);
gboolean            meso_context_get_demo       (MesoContext *self);

/* The clinic's wall clock. */
MesoCalendarDate    meso_context_get_today      (MesoContext *self);
MesoCivilTime       meso_context_get_now        (MesoContext *self);

/* All (transfer full), in the clinic's calendar, digits and language; not isolated: what stands inside of running text is wrapped by
 * meso_text_isolate (). */
char *meso_context_format_date      (MesoContext *self, MesoCalendarDate date, MesoDateStyle style);
char *meso_context_format_date_time (MesoContext *self, MesoCivilTime when, MesoDateStyle style);
/* "10:30"; "" for -1 */
char *meso_context_format_minute    (MesoContext *self, int minute);
/* A moment as the store writes it, "2026-11-22T08:30:00.000000Z", on the clinic's clock: "Today, 10:30", "15 Nov 2026" */
char *meso_context_format_moment    (MesoContext *self, const char *at_utc);
char *meso_context_format_number    (MesoContext *self, gint64 number);
/* Digits of a text that was written elsewhere ("0.5 mg"). */
char *meso_context_localise_digits  (MesoContext *self, const char *text);
/* The same for a number with what belongs to it ("0.5 mg", "33 %"): the decimal mark and the sign for per cent go with the digits. */
char *meso_context_localise_number  (MesoContext *self, const char *text);
/* "34 years", "7 months" */
char *meso_context_format_age       (MesoContext *self, MesoCalendarDate birth_date);
/* The calendar that dates are typed and picked in: never both. */
MesoCalendarChoice meso_context_get_entry_calendar (MesoContext *self);
/* Both calendars, all digit forms: "1992-05-12", "12.5.1992", "۱۴۰۵/۰۹/۰۱". */
gboolean meso_context_parse_date    (MesoContext *self, const char *text, MesoCalendarDate *date_out, GError **error);
/* Whether text is written as a day is, be there such a day or not */
gboolean meso_context_is_day        (const char *text);
/* As meso_context_parse_date () reads it back: "2026-11-22", "۱۴۰۵/۰۹/۰۱"; "" for an unset date */
char *meso_context_format_date_entry (MesoContext *self, MesoCalendarDate date);

/* meso_clinic_call_async () on the context's clinic for a widget: late answers, after the widget was disposed, are dropped. done runs on
 * the main thread, with error set on failure; result (transfer none) is freed afterwards. */
typedef void (*MesoContextDone) (GtkWidget *widget, gpointer result, const GError *error, gpointer user_data);
void  meso_context_call              (MesoContext *self, GtkWidget *widget, MesoClinicCall call, gpointer request,
                                      GDestroyNotify request_free, GDestroyNotify result_free, MesoContextDone done,
                                      gpointer user_data);

G_END_DECLS
