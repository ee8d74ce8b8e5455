/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-booking-dialog.h"

#include <glib/gi18n.h>

#include "meso-chart-call.h"
#include "meso-chart.h"
#include "meso-date-row.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-plan-service.h"
#include "meso-row.h"
#include "meso-session-day.h"
#include "meso-text.h"
#include "meso-time-text.h"

struct _MesoBookingDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoRow *chart_row;                 /* keeps the chart */
  const MesoPlannedSession *planned;  /* (nullable): the chart's */
  gboolean setting;
  gboolean tried;                     /* faults are shown from the first try on */

  AdwWindowTitle *window_title;
  GtkLabel *planned_label;
  GtkWidget *closed_box;
  MesoDateRow *date_row;
  GtkEditable *time_row;
  GtkEditable *reason_row;
  AdwSwitchRow *following_row;
  GtkWidget *book_button;
};

G_DEFINE_FINAL_TYPE (MesoBookingDialog, meso_booking_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  char *plan;
  int n;
  MesoCivilTime when;
  gboolean following;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->plan);
  g_free (self->reason);
  g_free (self);
}

static gpointer
move (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  const Request *request = data;

  return GINT_TO_POINTER (meso_plan_service_move (clinic, request->plan, request->n, request->when, request->following,
                                                  request->reason, error));
}

/* The day that is planned anyway is booked by its time. */
static const char *
check_time (MesoBookingDialog *self,
            MesoCivilTime     *when)
{
  if (!meso_time_text_read (gtk_editable_get_text (self->time_row), &when->minute))
    return _("A time of day, such as 10:30.");
  if (when->minute == MESO_CIVIL_TIME_NO_MINUTE && meso_calendar_date_compare (when->date, self->planned->date) == 0)
    return _("Give it a time of day, or another day.");
  return NULL;
}

/* The date as it stands in the form; FALSE where it can't be read, which is said at the field once somebody tried. */
static gboolean
read_form (MesoBookingDialog *self,
           MesoCivilTime     *when)
{
  gboolean date_fine = meso_session_day_take (self->date_row, self->context, self->tried, &when->date);
  const char *time_fault = check_time (self, when);

  if (self->tried)
    meso_field_set_error (GTK_WIDGET (self->time_row), time_fault);
  return date_fine && time_fault == NULL;
}

/* A closed day may be chosen, with open eyes. */
static gboolean
is_closed (MesoBookingDialog *self,
           MesoCalendarDate   date)
{
  const char *text = meso_context_get_setting (self->context, "closed-days");
  guint8 closed = 0;

  return text != NULL && meso_calendar_date_is_set (date) && meso_plan_parse_closed_days (text, &closed, NULL) &&
         (closed & (1 << (meso_calendar_date_get_weekday (date) - 1))) != 0;
}

static void
form_changed (MesoBookingDialog *self)
{
  MesoCivilTime when = MESO_CIVIL_TIME_NONE;
  gboolean moved;

  if (self->setting || self->planned == NULL)
    return;
  read_form (self, &when);
  gtk_widget_set_visible (self->closed_box, is_closed (self, when.date));
  moved = meso_calendar_date_is_set (when.date) && meso_calendar_date_compare (when.date, self->planned->date) != 0;
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), moved);
  gtk_widget_set_visible (GTK_WIDGET (self->following_row), moved);
}

static void
moved (GtkWidget    *widget,
       gpointer      result,
       const GError *error,
       gpointer      user_data)
{
  MesoBookingDialog *self = MESO_BOOKING_DIALOG (widget);

  if (error != NULL)
    {
      gtk_widget_set_sensitive (self->book_button, TRUE);
      meso_error_presenter_alert (widget, _("book the date"), error);
      return;
    }
  meso_error_presenter_say (widget, _("Date booked"), NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
book (MesoBookingDialog *self)
{
  Request *request;
  MesoCivilTime when = MESO_CIVIL_TIME_NONE;

  if (self->planned == NULL)
    return;
  self->tried = TRUE;
  if (!read_form (self, &when))
    {
      gtk_widget_grab_focus (meso_field_has_error (GTK_WIDGET (self->date_row)) ? GTK_WIDGET (self->date_row)
                                                                                : GTK_WIDGET (self->time_row));
      return;
    }
  request = g_new0 (Request, 1);
  request->plan = g_strdup (self->planned->plan);
  request->n = self->planned->n;
  request->when = when;
  if (meso_calendar_date_compare (when.date, self->planned->date) != 0)
    {
      request->following = adw_switch_row_get_active (self->following_row);
      request->reason = meso_text_trim (gtk_editable_get_text (self->reason_row));
    }
  else
    request->reason = g_strdup ("");
  gtk_widget_set_sensitive (self->book_button, FALSE);
  meso_context_call (self->context, GTK_WIDGET (self), move, request, request_free, NULL, moved, NULL);
}

static void
show_planned (MesoBookingDialog *self,
              const MesoChart   *chart)
{
  g_autofree char *name = meso_patient_dup_full_name (chart->patient);
  g_autofree char *date = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  adw_window_title_set_subtitle (self->window_title, name);
  gtk_widget_set_sensitive (self->book_button, self->planned != NULL);
  if (self->planned == NULL)
    {
      gtk_label_set_label (self->planned_label, _("No session is planned any more. Choose a plan to go on."));
      return;
    }
  date = meso_context_format_date (self->context, self->planned->date, MESO_DATE_STYLE_FULL);
  isolated = meso_text_isolate (date);
  time = meso_context_format_minute (self->context, self->planned->minute);
  /* Translators: %s is a day */
  text = g_strdup_printf (_("Planned for %s. Give it a time, or another day."), isolated);
  gtk_label_set_label (self->planned_label, text);
  self->setting = TRUE;
  meso_date_row_set_date (self->date_row, self->planned->date);
  gtk_editable_set_text (self->time_row, time);
  self->setting = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->time_row));
}

static void
chart_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoBookingDialog *self = MESO_BOOKING_DIALOG (widget);
  const MesoChart *chart;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the record"), error);
      return;
    }
  g_set_object (&self->chart_row, result);
  chart = meso_row_get_value (result);
  self->planned = chart->course != NULL ? meso_course_get_next_session (chart->course) : NULL;
  show_planned (self, chart);
}

static void
meso_booking_dialog_dispose (GObject *object)
{
  MesoBookingDialog *self = MESO_BOOKING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_BOOKING_DIALOG);
  self->planned = NULL;
  g_clear_object (&self->chart_row);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_booking_dialog_parent_class)->dispose (object);
}

static void
meso_booking_dialog_class_init (MesoBookingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_booking_dialog_dispose;
  g_type_ensure (MESO_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-booking-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, planned_label);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, closed_box);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, following_row);
  gtk_widget_class_bind_template_child (widget_class, MesoBookingDialog, book_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, book);
}

static void
meso_booking_dialog_init (MesoBookingDialog *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->setting = FALSE;
}

MesoBookingDialog *
meso_booking_dialog_new (MesoContext *context,
                         const char  *patient)
{
  MesoBookingDialog *self = g_object_new (MESO_TYPE_BOOKING_DIALOG, NULL);

  self->context = g_object_ref (context);
  meso_date_row_set_context (self->date_row, context);
  meso_context_call (context, GTK_WIDGET (self), meso_chart_call, g_strdup (patient), g_free, g_object_unref, chart_loaded, NULL);
  return self;
}
