/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-dialog.h"

#include <glib/gi18n.h>

#include "meso-chart-call.h"
#include "meso-chart.h"
#include "meso-date-row.h"
#include "meso-error-presenter.h"
#include "meso-number-spin.h"
#include "meso-plan-dates.h"
#include "meso-plan-service.h"
#include "meso-row.h"
#include "meso-session-day.h"

struct _MesoPlanDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  char *patient;
  GPtrArray *templates;            /* MesoPlanTemplate, the content's */
  gboolean setting;
  gboolean saving;
  guint asked;                     /* only the newest question's answer is shown */

  AdwWindowTitle *window_title;
  AdwBanner *refused;
  AdwBanner *archived;
  AdwComboRow *template_row;
  AdwActionRow *count_row;
  GtkSpinButton *count_spin;
  GtkAdjustment *count;
  AdwActionRow *interval_row;
  GtkSpinButton *interval_spin;
  GtkAdjustment *interval;
  MesoDateRow *start_row;
  GtkLabel *note_label;
  MesoPlanDates *dates;
  GtkLabel *summary_label;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (MesoPlanDialog, meso_plan_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  char *patient;
  const MesoPlanTemplate *template;   /* the content outlives the request */
  MesoPlanOptions options;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->patient);
  g_free (self);
}

static gpointer
lay_out (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Request *request = data;

  return meso_plan_service_lay_out (clinic, request->patient, request->template, &request->options, error);
}

static gpointer
record (MesoClinic  *clinic,
        gpointer     data,
        GError     **error)
{
  const Request *request = data;

  return meso_plan_service_record (clinic, request->patient, request->template, &request->options, error);
}

static const MesoPlanTemplate *
get_template (MesoPlanDialog *self)
{
  return g_ptr_array_index (self->templates, adw_combo_row_get_selected (self->template_row));
}

/* A template of one gap of days may have another; one with a pattern keeps it. */
static gboolean
has_one_interval (const MesoPlanTemplate *template)
{
  const MesoPlanStep *step = g_ptr_array_index (template->steps, 0);

  return template->steps->len == 1 && step->gap_days > 0;
}

static Request *
make_request (MesoPlanDialog *self)
{
  Request *request = g_new0 (Request, 1);
  const MesoPlanTemplate *template = get_template (self);
  const MesoPlanStep *step = g_ptr_array_index (template->steps, 0);
  int interval = (int) gtk_adjustment_get_value (self->interval);
  const char *closed = meso_context_get_setting (self->context, "closed-days");

  request->patient = g_strdup (self->patient);
  request->template = template;
  request->options.sessions = (int) gtk_adjustment_get_value (self->count);
  if (has_one_interval (template) && interval != step->gap_days)
    request->options.interval_days = interval;
  if (closed != NULL)
    meso_plan_parse_closed_days (closed, &request->options.closed, NULL);
  meso_session_day_take (self->start_row, self->context, TRUE, &request->options.start);
  return request;
}

static void
laid_out (GtkWidget    *widget,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  MesoPlanDialog *self = MESO_PLAN_DIALOG (widget);
  g_autofree char *summary = NULL;

  if (self->saving || GPOINTER_TO_UINT (user_data) != self->asked)
    return;
  gtk_widget_set_sensitive (self->save_button, error == NULL);
  adw_banner_set_revealed (self->refused, error != NULL);
  if (error != NULL)
    {
      g_autoptr(MesoErrorText) text = meso_error_presenter_describe (_("lay out the plan"), error);

      adw_banner_set_title (self->refused, text->body);
    }
  summary = meso_plan_dates_show (self->dates, self->context, get_template (self), result);
  gtk_label_set_label (self->summary_label, summary);
}

static void
options_changed (MesoPlanDialog *self)
{
  Request *request;

  if (self->setting || self->context == NULL)
    return;
  request = make_request (self);
  self->asked++;
  if (!meso_calendar_date_is_set (request->options.start))
    {
      gtk_widget_set_sensitive (self->save_button, FALSE);
      request_free (request);
      return;
    }
  meso_context_call (self->context, GTK_WIDGET (self), lay_out, request, request_free, (GDestroyNotify) meso_plan_free, laid_out,
                     GUINT_TO_POINTER (self->asked));
}

static void
template_changed (MesoPlanDialog *self)
{
  const MesoPlanTemplate *template;
  const MesoPlanStep *step;
  const char *language;
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;
  g_autofree char *range = NULL;

  if (self->setting || self->context == NULL)
    return;
  template = get_template (self);
  step = g_ptr_array_index (template->steps, 0);
  language = meso_context_get_language (self->context);
  min = meso_context_format_number (self->context, template->min_sessions);
  max = meso_context_format_number (self->context, template->max_sessions);
  /* Translators: the least and the most sessions of a plan */
  range = g_strdup_printf (_("%s to %s"), min, max);
  self->setting = TRUE;
  adw_action_row_set_subtitle (self->count_row, range);
  gtk_adjustment_configure (self->count, template->default_sessions, template->min_sessions, template->max_sessions, 1, 1, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->interval_row), has_one_interval (template));
  gtk_adjustment_set_value (self->interval, step->gap_days > 0 ? step->gap_days : 1);
  gtk_label_set_label (self->note_label, meso_local_text_get (template->note, language));
  self->setting = FALSE;
  options_changed (self);
}

static void
recorded (GtkWidget    *widget,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  MesoPlanDialog *self = MESO_PLAN_DIALOG (widget);

  self->saving = FALSE;
  if (error != NULL)
    {
      gtk_widget_set_sensitive (self->save_button, TRUE);
      meso_error_presenter_alert (widget, _("save the plan"), error);
      return;
    }
  meso_error_presenter_say (widget, _("Plan saved"), NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save (MesoPlanDialog *self)
{
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  meso_context_call (self->context, GTK_WIDGET (self), record, make_request (self), request_free, (GDestroyNotify) meso_plan_free,
                     recorded, NULL);
}

static void
chart_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoPlanDialog *self = MESO_PLAN_DIALOG (widget);
  const MesoChart *chart;
  g_autofree char *name = NULL;

  if (error != NULL)
    return;
  chart = meso_row_get_value (result);
  name = meso_patient_dup_full_name (chart->patient);
  adw_window_title_set_subtitle (self->window_title, name);
  adw_banner_set_revealed (self->archived, chart->patient->archived);
}

static void
meso_plan_dialog_dispose (GObject *object)
{
  MesoPlanDialog *self = MESO_PLAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PLAN_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_plan_dialog_parent_class)->dispose (object);
}

static void
meso_plan_dialog_class_init (MesoPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_plan_dialog_dispose;
  g_type_ensure (MESO_TYPE_DATE_ROW);
  g_type_ensure (MESO_TYPE_PLAN_DATES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, archived);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, template_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, count_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, count_spin);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, count);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, interval_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, interval_spin);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, interval);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MesoPlanDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, template_changed);
  gtk_widget_class_bind_template_callback (widget_class, options_changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
meso_plan_dialog_init (MesoPlanDialog *self)
{
  self->templates = g_ptr_array_new ();
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->setting = FALSE;
}

static void
fill_templates (MesoPlanDialog *self)
{
  const GPtrArray *plans = meso_protocol_get_plans (meso_context_get_protocol (self->context));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const MesoPlanTemplate *template = g_ptr_array_index (plans, i);

      g_ptr_array_add (self->templates, (gpointer) template);
      gtk_string_list_append (names, meso_local_text_get (template->name, meso_context_get_language (self->context)));
    }
  self->setting = TRUE;
  adw_combo_row_set_model (self->template_row, G_LIST_MODEL (names));
  meso_date_row_set_context (self->start_row, self->context);
  meso_date_row_set_date (self->start_row, meso_context_get_today (self->context));
  self->setting = FALSE;
  template_changed (self);
}

MesoPlanDialog *
meso_plan_dialog_new (MesoContext *context,
                      const char  *patient)
{
  MesoPlanDialog *self = g_object_new (MESO_TYPE_PLAN_DIALOG, NULL);

  /* It reads the numbers anew, which are no choice of anybody's: nothing is asked before there are templates. */
  meso_number_spin_join (self->count_spin, context);
  meso_number_spin_join (self->interval_spin, context);
  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  fill_templates (self);
  meso_context_call (context, GTK_WIDGET (self), meso_chart_call, g_strdup (patient), g_free, g_object_unref, chart_loaded, NULL);
  return self;
}
