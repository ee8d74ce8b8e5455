/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-page.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-draft-keeper.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-pain-scale.h"
#include "meso-pressure-row.h"
#include "meso-reaction-picker.h"
#include "meso-row.h"
#include "meso-session-call.h"
#include "meso-session-form.h"
#include "meso-session-ready.h"
#include "meso-session-sum-view.h"
#include "meso-staff-service.h"

struct _MesoSessionPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *patient;
  char *session_id;
  MesoDraftKeeper *keeper;
  MesoRow *facts_row;              /* keeps the facts */
  const MesoSessionFacts *facts;
  gboolean filling;                /* the form is being filled by the page itself */
  gboolean filled;
  gboolean tried;                  /* faults are shown from the first try on */
  gboolean signed_now;             /* or being signed */

  AdwWindowTitle *window_title;
  AdwBanner *resumed;
  MesoDateRow *date_row;
  GtkEditable *time_row;
  AdwComboRow *operator_row;
  GtkEditable *points_row;
  GtkEditable *volume_row;
  GtkEditable *wasted_row;
  MesoSessionSumView *sum_view;
  GtkWidget *pressure_group;
  MesoPressureRow *before_row;
  MesoPressureRow *after_row;
  AdwActionRow *short_form_row;
  GtkBox *short_form_state;
  GtkButton *short_form_button;
  AdwExpanderRow *formula_row;
  GtkBox *formula_state;
  GPtrArray *formula_lines;
  MesoPainScale *pain_scale;
  MesoReactionPicker *reaction_picker;
  GtkTextView *notes_view;
  GtkWidget *reason_group;
  GtkEditable *reason_row;
  GtkLabel *state_label;
  GtkLabel *saved_label;
  AdwButtonContent *sign_content;
};

G_DEFINE_FINAL_TYPE (MesoSessionPage, meso_session_page, ADW_TYPE_NAVIGATION_PAGE)

static MesoSessionForm *
read_form (MesoSessionPage *self)
{
  MesoSessionForm *form = meso_session_form_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes_view);
  guint operator_index = adw_combo_row_get_selected (self->operator_row);
  GtkTextIter start;
  GtkTextIter end;

  if (!meso_date_row_get_date (self->date_row, &form->date, NULL))
    form->date = MESO_CALENDAR_DATE_NONE;
  g_set_str (&form->time, gtk_editable_get_text (self->time_row));
  g_set_str (&form->points, gtk_editable_get_text (self->points_row));
  g_set_str (&form->volume, gtk_editable_get_text (self->volume_row));
  g_set_str (&form->wasted, gtk_editable_get_text (self->wasted_row));
  g_set_str (&form->reason, gtk_editable_get_text (self->reason_row));
  for (int i = 0; i < 2; i++)
    {
      g_set_str (&form->before[i], meso_pressure_row_get_text (self->before_row, i));
      g_set_str (&form->after[i], meso_pressure_row_get_text (self->after_row, i));
    }
  if (operator_index < self->facts->staff->len)
    form->operator_id = g_strdup (((const MesoStaff *) g_ptr_array_index (self->facts->staff, operator_index))->id);
  form->pain = meso_pain_scale_get_value (self->pain_scale);
  g_ptr_array_unref (form->reactions);
  form->reactions = meso_reaction_picker_get_reactions (self->reaction_picker);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (form->notes);
  form->notes = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  form->amends = g_strdup (self->session_id);
  return form;
}

/* Who is at the desk, unless the form says who. */
static void
select_operator (MesoSessionPage *self,
                 const char      *id)
{
  for (guint i = 0; id != NULL && i < self->facts->staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (self->facts->staff, i);

      if (g_str_equal (person->id, id))
        adw_combo_row_set_selected (self->operator_row, i);
    }
}

static void
fill_form (MesoSessionPage       *self,
           const MesoSessionForm *form)
{
  self->filling = TRUE;
  if (meso_calendar_date_is_set (form->date))
    meso_date_row_set_date (self->date_row, form->date);
  gtk_editable_set_text (self->time_row, form->time);
  gtk_editable_set_text (self->points_row, form->points);
  gtk_editable_set_text (self->volume_row, form->volume);
  gtk_editable_set_text (self->wasted_row, form->wasted);
  gtk_editable_set_text (self->reason_row, form->reason);
  meso_pressure_row_set_texts (self->before_row, form->before);
  meso_pressure_row_set_texts (self->after_row, form->after);
  select_operator (self, form->operator_id);
  meso_pain_scale_set_value (self->pain_scale, form->pain);
  meso_reaction_picker_set_reactions (self->reaction_picker, form->reactions);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes_view), form->notes, -1);
  self->filling = FALSE;
}

static GtkWidget *
get_field (MesoSessionPage  *self,
           MesoSessionField  field)
{
  switch (field)
    {
    case MESO_SESSION_FIELD_DATE:
      return GTK_WIDGET (self->date_row);
    case MESO_SESSION_FIELD_TIME:
      return GTK_WIDGET (self->time_row);
    case MESO_SESSION_FIELD_OPERATOR:
      return GTK_WIDGET (self->operator_row);
    case MESO_SESSION_FIELD_POINTS:
      return GTK_WIDGET (self->points_row);
    case MESO_SESSION_FIELD_VOLUME:
      return GTK_WIDGET (self->volume_row);
    case MESO_SESSION_FIELD_WASTED:
      return GTK_WIDGET (self->wasted_row);
    case MESO_SESSION_FIELD_BEFORE:
      return GTK_WIDGET (self->before_row);
    case MESO_SESSION_FIELD_AFTER:
      return GTK_WIDGET (self->after_row);
    case MESO_SESSION_FIELD_REACTIONS:
      return meso_reaction_picker_get_other (self->reaction_picker);
    case MESO_SESSION_FIELD_REASON:
      return GTK_WIDGET (self->reason_row);
    case MESO_SESSION_N_FIELDS:
    default:
      g_assert_not_reached ();
    }
}

static void
show_faults (MesoSessionPage  *self,
             char            **faults)
{
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    meso_field_set_error (get_field (self, i), self->tried ? faults[i] : NULL);
}

/* What keeps the session from being signed, in one line. */
static void
show_state (MesoSessionPage  *self,
            char            **faults)
{
  int missing = 0;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    missing += faults[i] != NULL ? 1 : 0;
  if (self->session_id == NULL)
    {
      missing += meso_session_ready_short_form (self->facts->chart) ? 0 : 1;
      missing += self->facts->chart->formula != NULL ? 0 : 1;
    }
  number = meso_context_format_number (self->context, missing);
  if (missing == 0)
    text = g_strdup (_("Nothing is missing"));
  else
    /* Translators: %s is how many things */
    text = g_strdup_printf (ngettext ("%s thing is missing", "%s things are missing", (gulong) missing), number);
  gtk_label_set_label (self->state_label, text);
}

static MesoTreatmentSession *
build (MesoSessionPage       *self,
       const MesoSessionForm *form)
{
  char *faults[MESO_SESSION_N_FIELDS] = { NULL };
  MesoTreatmentSession *session = meso_session_form_build (form, self->facts->chart,
                                                           meso_context_get_today (self->context), faults);

  show_faults (self, faults);
  show_state (self, faults);
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    g_free (faults[i]);
  return session;
}

static void
form_changed (MesoSessionPage *self)
{
  g_autoptr(MesoSessionForm) form = NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;
  g_autofree char *json = NULL;

  if (self->filling || !self->filled || self->signed_now)
    return;
  form = read_form (self);
  session = build (self, form);
  meso_session_sum_view_show (self->sum_view, self->context, meso_session_form_sum (form, self->facts->chart));
  json = meso_session_form_to_json (form);
  meso_draft_keeper_set_text (self->keeper, json);
}

static void
show_saved (MesoSessionPage *self)
{
  int minute;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->keeper, "saved-at", &minute, NULL);
  time = meso_context_format_minute (self->context, minute);
  /* Translators: %s is a time of day */
  text = minute >= 0 ? g_strdup_printf (_("Draft saved %s"), time) : g_strdup (_("What is typed is kept"));
  gtk_label_set_label (self->saved_label, text);
}

static void
open_short_form (MesoSessionPage *self)
{
  if (self->facts->chart->short_form == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.short-form", "s", self->patient);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.decide", "s", self->facts->chart->short_form->id);
}

static void
show_chart (MesoSessionPage *self)
{
  const MesoChart *chart = self->facts->chart;
  const MesoPlannedSession *next = chart->course != NULL ? meso_course_get_next_session (chart->course) : NULL;
  int n = self->facts->original != NULL ? self->facts->original->session_n : next != NULL ? next->n : 0;
  g_autofree char *number = meso_context_format_number (self->context, n);
  g_autofree char *count = meso_context_format_number (self->context, chart->treatments_planned);
  g_autofree char *name = meso_patient_dup_full_name (chart->patient);
  g_autofree char *title = n > 0 && n <= chart->treatments_planned
                             /* Translators: which session, of how many */
                             ? g_strdup_printf (_("Session %s of %s"), number, count)
                             : g_strdup (_("Session"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, name);
  meso_session_ready_show_short_form (chart, self->short_form_row, self->short_form_state, self->short_form_button);
  meso_session_ready_show_formula (self->context, chart, self->formula_row, self->formula_state, self->formula_lines);
  gtk_widget_set_visible (self->pressure_group, meso_session_form_needs_pressure (chart) ||
                                                  (self->facts->original != NULL &&
                                                   meso_blood_pressure_is_set (self->facts->original->before)));
}

static void
fill_staff (MesoSessionPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->facts->staff->len; i++)
    gtk_string_list_append (names, ((const MesoStaff *) g_ptr_array_index (self->facts->staff, i))->name);
  self->filling = TRUE;
  adw_combo_row_set_model (self->operator_row, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/* A new form begins with what is known: today, now, and the volume of the formula. */
static void
fill_new (MesoSessionPage *self)
{
  g_autoptr(MesoSessionForm) form = meso_session_form_new ();
  MesoCivilTime now = meso_context_get_now (self->context);
  const MesoFormulaVersion *formula = self->facts->chart->formula;
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));

  form->date = now.date;
  form->operator_id = g_strdup (desk != NULL ? desk->id : NULL);
  g_free (form->time);
  form->time = meso_context_format_minute (self->context, now.minute);
  if (formula != NULL && formula->formula->points > 0)
    {
      g_free (form->points);
      form->points = meso_context_format_number (self->context, formula->formula->points);
    }
  if (formula != NULL)
    {
      g_autofree char *volume = meso_quantity_format ((MesoQuantity) { formula->check->total_volume_ul, MESO_DIMENSION_VOLUME },
                                                      MESO_MASS_UNIT_BY_SIZE);

      g_free (form->volume);
      form->volume = meso_context_localise_digits (self->context, volume);
    }
  fill_form (self, form);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);
  g_autoptr(MesoSessionForm) form = text != NULL ? meso_session_form_from_json (text) : NULL;

  if (form != NULL && g_strcmp0 (form->amends, self->session_id) == 0)
    {
      fill_form (self, form);
      adw_banner_set_revealed (self->resumed, TRUE);
    }
  else if (self->facts->original != NULL)
    {
      g_autoptr(MesoSessionForm) recorded = meso_session_form_new_amend (self->facts->original);

      fill_form (self, recorded);
    }
  else
    fill_new (self);
  self->filled = TRUE;
  form_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->points_row));
}

static void
start_afresh (MesoSessionPage *self)
{
  adw_banner_set_revealed (self->resumed, FALSE);
  meso_draft_keeper_discard (self->keeper);
  self->tried = FALSE;
  draft_loaded (GTK_WIDGET (self), NULL, NULL);
}

static void
facts_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the session"), error);
      return;
    }
  g_set_object (&self->facts_row, result);
  self->facts = meso_row_get_value (result);
  show_chart (self);
  if (self->filled)
    {
      form_changed (self);
      return;
    }
  fill_staff (self);
  meso_draft_keeper_load (self->keeper, widget, draft_loaded, NULL);
}

static MesoSessionRequest *
make_request (MesoSessionPage *self)
{
  MesoSessionRequest *request = g_new0 (MesoSessionRequest, 1);

  request->patient = g_strdup (self->patient);
  request->session_id = g_strdup (self->session_id);
  request->today = meso_context_get_today (self->context);
  if (!self->filled || !meso_date_row_get_date (self->date_row, &request->day, NULL) ||
      !meso_calendar_date_is_set (request->day))
    request->day = request->today;
  return request;
}

static void
load (MesoSessionPage *self)
{
  meso_context_call (self->context, GTK_WIDGET (self), meso_session_call_load, make_request (self),
                     (GDestroyNotify) meso_session_request_free, g_object_unref, facts_loaded, NULL);
}

/* Another day has another short form. */
static void
date_changed (MesoSessionPage *self)
{
  if (self->filling || !self->filled)
    return;
  form_changed (self);
  load (self);
}

static void
clinic_changed (MesoSessionPage *self,
                const char      *what)
{
  static const char *const watched[] = { "screening", "decision", "formula", "plan", "patient", NULL };

  if (self->filled && !self->signed_now && g_strv_contains (watched, what))
    load (self);
}

static void
signed_off (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);

  if (error != NULL)
    {
      self->signed_now = FALSE;
      gtk_widget_action_set_enabled (widget, "session.sign", TRUE);
      meso_error_presenter_alert (widget, _("sign the session"), error);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  meso_error_presenter_say (widget, self->session_id != NULL ? _("Correction signed and stored") : _("Session signed and stored"),
                            NULL);
  if (self->session_id == NULL)
    gtk_widget_activate_action (widget, "win.handout", "(sss)", self->patient, "aftercare", "");
  else
    gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

/* A correction is about the same session: whose, which and what with stay as they were recorded. */
static void
take_from_original (MesoTreatmentSession       *session,
                    const MesoTreatmentSession *original)
{
  g_set_str (&session->plan, original->plan);
  session->session_n = original->session_n;
  g_set_str (&session->screening, original->screening);
  g_set_str (&session->formula, original->formula);
  session->formula_version = original->formula_version;
  g_set_str (&session->physician, original->physician);
}

static void
focus_first_fault (MesoSessionPage *self)
{
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    {
      GtkWidget *field = get_field (self, i);

      if (meso_field_has_error (field))
        {
          gtk_widget_grab_focus (field);
          return;
        }
    }
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);
  g_autoptr(MesoSessionForm) form = NULL;
  MesoTreatmentSession *session;
  MesoSessionRequest *request;

  if (!self->filled)
    return;
  self->tried = TRUE;
  form = read_form (self);
  session = build (self, form);
  if (session == NULL)
    {
      focus_first_fault (self);
      return;
    }
  if (self->session_id == NULL && !meso_session_ready_short_form (self->facts->chart))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->short_form_button));
      meso_error_presenter_say (widget, _("Answer the short form first"), NULL);
      meso_treatment_session_free (session);
      return;
    }
  if (self->facts->original != NULL)
    take_from_original (session, self->facts->original);
  request = make_request (self);
  request->session = session;
  request->reason = g_strdup (form->reason);
  meso_draft_keeper_flush (self->keeper);
  /* From here on the form is no draft any more: what changes on the way must not bring one back. */
  self->signed_now = TRUE;
  gtk_widget_action_set_enabled (widget, "session.sign", FALSE);
  meso_context_call (self->context, widget, meso_session_call_sign, request, (GDestroyNotify) meso_session_request_free, g_free,
                     signed_off, NULL);
}

static void
meso_session_page_dispose (GObject *object)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (object);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SESSION_PAGE);
  g_clear_object (&self->keeper);
  self->facts = NULL;
  g_clear_object (&self->facts_row);
  g_clear_object (&self->context);
  g_clear_pointer (&self->formula_lines, g_ptr_array_unref);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (meso_session_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (MESO_TYPE_DATE_ROW);
  g_type_ensure (MESO_TYPE_PRESSURE_ROW);
  g_type_ensure (MESO_TYPE_PAIN_SCALE);
  g_type_ensure (MESO_TYPE_REACTION_PICKER);
  g_type_ensure (MESO_TYPE_SESSION_SUM_VIEW);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, operator_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, points_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, volume_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, wasted_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, sum_view);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, pressure_group);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, before_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, after_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, short_form_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, short_form_state);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, short_form_button);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, formula_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, formula_state);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, pain_scale);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, reaction_picker);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, notes_view);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, reason_group);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, reason_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, sign_content);
}

static void
meso_session_page_class_init (MesoSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_page_dispose;
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, date_changed);
  gtk_widget_class_bind_template_callback (widget_class, open_short_form);
  gtk_widget_class_bind_template_callback (widget_class, start_afresh);
  gtk_widget_class_install_action (widget_class, "session.sign", NULL, sign_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "session.sign", NULL);
}

static void
meso_session_page_init (MesoSessionPage *self)
{
  self->formula_lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes_view), "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
}

MesoSessionPage *
meso_session_page_new (MesoContext *context,
                       const char  *patient,
                       const char  *session)
{
  MesoSessionPage *self = g_object_new (MESO_TYPE_SESSION_PAGE, NULL);
  g_autofree char *persian = meso_context_format_number (context, 0);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->session_id = g_strdup (session);
  self->keeper = meso_draft_keeper_new (context, "session", patient);
  meso_date_row_set_context (self->date_row, context);
  meso_pain_scale_set_digits (self->pain_scale, !g_ascii_isdigit (*persian));
  meso_reaction_picker_set_context (self->reaction_picker, context);
  gtk_widget_set_visible (self->reason_group, session != NULL);
  if (session != NULL)
    adw_button_content_set_label (self->sign_content, _("_Sign Correction"));
  g_signal_connect_object (self->keeper, "notify::saved-at", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  show_saved (self);
  load (self);
  return self;
}
