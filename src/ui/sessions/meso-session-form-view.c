/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-form-view.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-pain-scale.h"
#include "meso-pressure-row.h"
#include "meso-reaction-picker.h"
#include "meso-session-sum-view.h"
#include "meso-time-text.h"

/* A combo row always has one of its rows chosen. */
#define NOBODY 0

struct _MesoSessionFormView
{
  GtkBox parent_instance;

  MesoContext *context;
  GPtrArray *staff;          /* (element-type utf8): ids, in the order of the row after nobody; NULL until the first facts */
  gboolean filling;

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
  MesoSessionReady *ready;
  MesoPainScale *pain_scale;
  MesoReactionPicker *reaction_picker;
  GtkTextView *notes_view;
  GtkWidget *reason_group;
  GtkEditable *reason_row;
};

G_DEFINE_FINAL_TYPE (MesoSessionFormView, meso_session_form_view, GTK_TYPE_BOX)

enum { CHANGED, DATE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
changed (MesoSessionFormView *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
date_changed (MesoSessionFormView *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[DATE_CHANGED], 0);
}

MesoSessionForm *
meso_session_form_view_read (MesoSessionFormView *self)
{
  MesoSessionForm *form = meso_session_form_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes_view);
  guint operator = adw_combo_row_get_selected (self->operator_row);
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
  if (self->staff != NULL && operator != NOBODY && operator <= self->staff->len)
    form->operator_id = g_strdup (g_ptr_array_index (self->staff, operator - 1));
  form->pain = meso_pain_scale_get_value (self->pain_scale);
  g_ptr_array_unref (form->reactions);
  form->reactions = meso_reaction_picker_get_reactions (self->reaction_picker);
  form->no_reactions = meso_reaction_picker_get_none (self->reaction_picker);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (form->notes);
  form->notes = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return form;
}

/* Nobody where the id is of nobody who treats: then it must be said who did. */
static void
select_operator (MesoSessionFormView *self,
                 const char          *id)
{
  guint index;

  if (id != NULL && self->staff != NULL && g_ptr_array_find_with_equal_func (self->staff, id, g_str_equal, &index))
    adw_combo_row_set_selected (self->operator_row, index + 1);
  else
    adw_combo_row_set_selected (self->operator_row, NOBODY);
}

void
meso_session_form_view_fill (MesoSessionFormView   *self,
                             const MesoSessionForm *form)
{
  self->filling = TRUE;
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
  meso_reaction_picker_set_reactions (self->reaction_picker, form->reactions, form->no_reactions);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes_view), form->notes, -1);
  self->filling = FALSE;
}

static GtkWidget *
get_field (MesoSessionFormView *self,
           MesoSessionField     field)
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

void
meso_session_form_view_show_faults (MesoSessionFormView  *self,
                                    char                **faults)
{
  gboolean chosen = adw_combo_row_get_selected (self->operator_row) != NOBODY;
  MesoCalendarDate date;

  /* What is no day at all says so itself. */
  if (meso_date_row_get_date (self->date_row, &date, NULL))
    meso_field_set_error (GTK_WIDGET (self->date_row), faults[MESO_SESSION_FIELD_DATE]);
  for (int i = MESO_SESSION_FIELD_TIME; i < MESO_SESSION_N_FIELDS; i++)
    {
      if (i != MESO_SESSION_FIELD_OPERATOR)
        meso_field_set_error (get_field (self, i), faults[i]);
    }
  if (faults[MESO_SESSION_FIELD_OPERATOR] != NULL)
    meso_field_set_error (GTK_WIDGET (self->operator_row), faults[MESO_SESSION_FIELD_OPERATOR]);
  else
    meso_field_set_hint (GTK_WIDGET (self->operator_row), chosen ? NULL : _("A physician or a nurse treats: choose who did."));
}

void
meso_session_form_view_show_sum (MesoSessionFormView *self,
                                 MesoSessionSum       sum)
{
  meso_session_sum_view_show (self->sum_view, self->context, sum);
}

gboolean
meso_session_form_view_focus_fault (MesoSessionFormView *self)
{
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    {
      GtkWidget *field = get_field (self, i);

      if (meso_field_has_error (field))
        {
          gtk_widget_grab_focus (field);
          return TRUE;
        }
    }
  return FALSE;
}

void
meso_session_form_view_focus_start (MesoSessionFormView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->points_row));
}

static void
fill_staff (MesoSessionFormView    *self,
            const MesoSessionFacts *facts)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->staff = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < facts->staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (facts->staff, i);

      g_ptr_array_add (self->staff, g_strdup (person->id));
      gtk_string_list_append (names, person->name);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->operator_row, G_LIST_MODEL (names));
  self->filling = FALSE;
}

MesoCalendarDate
meso_session_form_view_get_day (MesoSessionFormView    *self,
                                const MesoSessionFacts *facts)
{
  MesoCalendarDate day;

  if (meso_date_row_get_date (self->date_row, &day, NULL) && meso_calendar_date_is_set (day))
    return day;
  return facts->original != NULL ? facts->original->date : meso_context_get_today (self->context);
}

void
meso_session_form_view_show_facts (MesoSessionFormView    *self,
                                   const MesoSessionFacts *facts,
                                   gboolean                asked_here,
                                   gboolean                pressure_asked)
{
  MesoCivilTime start = { meso_session_form_view_get_day (self, facts), MESO_CIVIL_TIME_NO_MINUTE };

  if (self->staff == NULL)
    fill_staff (self, facts);
  if (!meso_time_text_read (gtk_editable_get_text (self->time_row), &start.minute))
    start.minute = MESO_CIVIL_TIME_NO_MINUTE;
  meso_session_ready_show (self->ready, self->context, facts, start, asked_here);
  gtk_widget_set_visible (GTK_WIDGET (self->before_row), !pressure_asked);
  gtk_widget_set_visible (self->pressure_group, meso_session_form_needs_pressure (facts->chart) ||
                                                  (facts->original != NULL &&
                                                   meso_blood_pressure_is_set (facts->original->before)));
}

static void
meso_session_form_view_dispose (GObject *object)
{
  MesoSessionFormView *self = MESO_SESSION_FORM_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SESSION_FORM_VIEW);
  g_clear_object (&self->context);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_session_form_view_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (MESO_TYPE_DATE_ROW);
  g_type_ensure (MESO_TYPE_PRESSURE_ROW);
  g_type_ensure (MESO_TYPE_PAIN_SCALE);
  g_type_ensure (MESO_TYPE_REACTION_PICKER);
  g_type_ensure (MESO_TYPE_SESSION_READY);
  g_type_ensure (MESO_TYPE_SESSION_SUM_VIEW);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, date_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, time_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, operator_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, points_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, volume_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, wasted_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, sum_view);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, pressure_group);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, before_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, after_row);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, ready);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, pain_scale);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, reaction_picker);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, notes_view);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, reason_group);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionFormView, reason_row);
}

static void
meso_session_form_view_class_init (MesoSessionFormViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_form_view_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DATE_CHANGED] = g_signal_new ("date-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-form-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, date_changed);
}

static void
meso_session_form_view_init (MesoSessionFormView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes_view), "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

void
meso_session_form_view_set_context (MesoSessionFormView *self,
                                    MesoContext         *context)
{
  g_autofree char *zero = meso_context_format_number (context, 0);

  g_set_object (&self->context, context);
  meso_date_row_set_context (self->date_row, context);
  meso_pain_scale_set_digits (self->pain_scale, !g_ascii_isdigit (*zero));
  meso_reaction_picker_set_context (self->reaction_picker, context);
}

void
meso_session_form_view_set_correction (MesoSessionFormView *self,
                                       gboolean             correction)
{
  gtk_widget_set_visible (self->reason_group, correction);
}

MesoSessionReady *
meso_session_form_view_get_ready (MesoSessionFormView *self)
{
  return self->ready;
}
