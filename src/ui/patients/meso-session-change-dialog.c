/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-change-dialog.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-patient-words.h"
#include "meso-session-change.h"
#include "meso-text.h"
#include "meso-time-text.h"
#include "meso-undo.h"

struct _MesoSessionChangeDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  GtkWidget *page;              /* weak: what it was asked from */
  MesoSessionChangeRequest *request;

  GtkWidget *save_button;
  GtkLabel *what;
  MesoDateRow *date;
  GtkWidget *time;
  AdwSwitchRow *following;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (MesoSessionChangeDialog, meso_session_change_dialog, ADW_TYPE_DIALOG)

static char *
describe_done (MesoContext                    *context,
               const MesoSessionChangeRequest *request)
{
  g_autofree char *who = meso_words_isolate (request->name);
  g_autofree char *day = NULL;

  switch (request->change)
    {
    case MESO_SESSION_CHANGE_MOVE:
      day = meso_words_day (context, request->to.date);
      /* Translators: a name, and a day ("tomorrow", "Mon 23 Nov") */
      return g_strdup_printf (_("The session of %s was moved to %s"), who, day);
    case MESO_SESSION_CHANGE_MISSED:
      return g_strdup_printf (_("The session of %s is noted as missed"), who);
    case MESO_SESSION_CHANGE_CANCEL:
      return g_strdup_printf (_("The session of %s is cancelled"), who);
    case MESO_SESSION_CHANGE_DONE:
      return g_strdup_printf (_("The check-up of %s is done"), who);
    case MESO_SESSION_CHANGE_PLAN:
      return g_strdup_printf (_("The session of %s is planned again"), who);
    case MESO_SESSION_CHANGE_STOP:
      return g_strdup_printf (_("The course of %s is stopped"), who);
    case MESO_SESSION_CHANGE_RESUME:
    default:
      return g_strdup_printf (_("The course of %s goes on"), who);
    }
}

/* page: what it was asked from, or the window */
static void
say_done (GtkWidget                      *page,
          MesoContext                    *context,
          const MesoSessionChangeRequest *request)
{
  g_autofree char *text = describe_done (context, request);
  MesoSessionChangeRequest *back = meso_session_change_request_invert (request);

  if (back != NULL)
    meso_undo_offer (page, context, text, meso_session_change_run, back, (GDestroyNotify) meso_session_change_request_free);
  else
    meso_error_presenter_say (page, text, NULL);
}

static void
answered (GtkWidget    *widget,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  MesoSessionChangeDialog *self = MESO_SESSION_CHANGE_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "session-change.save", TRUE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("change the plan"), error);
      return;
    }
  if (self->page != NULL)
    say_done (self->page, self->context, result);
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
read_time (MesoSessionChangeDialog *self,
           int                     *minute_out)
{
  if (meso_time_text_read (gtk_editable_get_text (GTK_EDITABLE (self->time)), minute_out))
    return TRUE;
  meso_field_set_error (self->time, _("Write a time of day like 10:30, or leave it empty."));
  gtk_widget_grab_focus (self->time);
  return FALSE;
}

static gboolean
read_move (MesoSessionChangeDialog *self)
{
  MesoCivilTime *to = &self->request->to;

  if (!meso_date_row_get_date (self->date, &to->date, NULL))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return FALSE;
    }
  if (!meso_calendar_date_is_set (to->date) || meso_calendar_date_compare (to->date, meso_context_get_today (self->context)) < 0)
    {
      meso_field_set_error (GTK_WIDGET (self->date), _("Write the new day: today or later."));
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return FALSE;
    }
  meso_field_set_error (GTK_WIDGET (self->date), NULL);
  self->request->following = adw_switch_row_get_active (self->following);
  return read_time (self, &to->minute);
}

static gboolean
read_reason (MesoSessionChangeDialog *self)
{
  gboolean needed = self->request->change == MESO_SESSION_CHANGE_CANCEL || self->request->change == MESO_SESSION_CHANGE_RESUME ||
                    self->request->change == MESO_SESSION_CHANGE_STOP;

  g_free (self->request->reason);
  self->request->reason = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  if (needed && *self->request->reason == '\0')
    {
      meso_field_set_error (self->reason, _("Write a reason: whoever looks at the record later needs it."));
      gtk_widget_grab_focus (self->reason);
      return FALSE;
    }
  return TRUE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoSessionChangeDialog *self = MESO_SESSION_CHANGE_DIALOG (widget);

  if ((self->request->change == MESO_SESSION_CHANGE_MOVE && !read_move (self)) || !read_reason (self))
    return;
  gtk_widget_action_set_enabled (widget, "session-change.save", FALSE);
  meso_context_call (self->context, widget, meso_session_change_run, meso_session_change_request_copy (self->request),
                     (GDestroyNotify) meso_session_change_request_free, (GDestroyNotify) meso_session_change_request_free,
                     answered, NULL);
}

static void
text_changed (GtkWidget *entry)
{
  if (meso_field_has_error (entry))
    meso_field_set_error (entry, NULL);
}

static void
meso_session_change_dialog_dispose (GObject *object)
{
  MesoSessionChangeDialog *self = MESO_SESSION_CHANGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SESSION_CHANGE_DIALOG);
  g_clear_object (&self->context);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->request, meso_session_change_request_free);
  G_OBJECT_CLASS (meso_session_change_dialog_parent_class)->dispose (object);
}

static void
meso_session_change_dialog_class_init (MesoSessionChangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_change_dialog_dispose;
  g_type_ensure (MESO_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-change-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoSessionChangeDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionChangeDialog, what);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionChangeDialog, date);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionChangeDialog, time);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionChangeDialog, following);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionChangeDialog, reason);
  gtk_widget_class_install_action (widget_class, "session-change.save", NULL, save_action);
}

static void
meso_session_change_dialog_init (MesoSessionChangeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->time, "changed", G_CALLBACK (text_changed), NULL);
  g_signal_connect (self->reason, "changed", G_CALLBACK (text_changed), NULL);
}

/* What the button says is what it does. */
static const char *
get_title (MesoSessionChange change)
{
  switch (change)
    {
    case MESO_SESSION_CHANGE_MOVE:
      return _("Move Session");
    case MESO_SESSION_CHANGE_MISSED:
      return _("Session Missed");
    case MESO_SESSION_CHANGE_CANCEL:
      return _("Cancel Session");
    case MESO_SESSION_CHANGE_STOP:
      return _("Stop Course");
    case MESO_SESSION_CHANGE_RESUME:
    case MESO_SESSION_CHANGE_DONE:
    case MESO_SESSION_CHANGE_PLAN:
    default:
      return _("Resume Course");
    }
}

static const char *
get_button (MesoSessionChange change)
{
  switch (change)
    {
    case MESO_SESSION_CHANGE_MOVE:
      return _("_Move");
    case MESO_SESSION_CHANGE_MISSED:
      return _("_Note as Missed");
    case MESO_SESSION_CHANGE_CANCEL:
      return _("Cancel _Session");
    case MESO_SESSION_CHANGE_STOP:
      return _("_Stop");
    case MESO_SESSION_CHANGE_RESUME:
    case MESO_SESSION_CHANGE_DONE:
    case MESO_SESSION_CHANGE_PLAN:
    default:
      return _("_Resume");
    }
}

static char *
describe (MesoSessionChangeDialog *self)
{
  g_autofree char *who = meso_words_isolate (self->request->name);
  g_autofree char *day = meso_words_day (self->context, self->request->from.date);

  if (self->request->change == MESO_SESSION_CHANGE_RESUME)
    return g_strdup_printf (_("The course of %s is suspended. A physician at the desk lets it go on, with a reason that stays in the "
                              "record."), who);
  if (self->request->change == MESO_SESSION_CHANGE_STOP)
    return g_strdup_printf (_("The course of %s ends here: what is still planned in it is due no more, and what took place stays. "
                              "The reason stays in the record."), who);
  /* Translators: a name, and a day ("today", "Mon 23 Nov") */
  return g_strdup_printf (_("%s, planned for %s"), who, day);
}

static void
fill (MesoSessionChangeDialog *self)
{
  gboolean move = self->request->change == MESO_SESSION_CHANGE_MOVE;
  g_autofree char *time = meso_context_format_minute (self->context, self->request->from.minute);
  g_autofree char *what = describe (self);

  adw_dialog_set_title (ADW_DIALOG (self), get_title (self->request->change));
  gtk_button_set_label (GTK_BUTTON (self->save_button), get_button (self->request->change));
  gtk_label_set_label (self->what, what);
  meso_date_row_set_context (self->date, self->context);
  if (move && meso_calendar_date_compare (self->request->from.date, meso_context_get_today (self->context)) >= 0)
    meso_date_row_set_date (self->date, self->request->from.date);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  gtk_widget_set_visible (GTK_WIDGET (self->date), move);
  gtk_widget_set_visible (self->time, move);
  gtk_widget_set_visible (GTK_WIDGET (self->following), move);
  adw_dialog_set_focus (ADW_DIALOG (self), move ? GTK_WIDGET (self->date) : self->reason);
}

static void
done_at_once (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      context)
{
  if (error != NULL)
    meso_error_presenter_toast (widget, _("change the plan"), error);
  else
    say_done (widget, context, result);
}

void
meso_session_change_begin (GtkWidget                *parent,
                           MesoContext              *context,
                           const MesoPlannedSession *session,
                           const char               *name,
                           MesoSessionChange         change)
{
  MesoSessionChangeRequest *request = meso_session_change_request_new (session, name, change);
  MesoSessionChangeDialog *self;

  /* The page that asks keeps the context as long as it is there to be answered. */
  if (change == MESO_SESSION_CHANGE_DONE || change == MESO_SESSION_CHANGE_PLAN)
    {
      meso_context_call (context, parent, meso_session_change_run, request, (GDestroyNotify) meso_session_change_request_free,
                         (GDestroyNotify) meso_session_change_request_free, done_at_once, context);
      return;
    }
  self = g_object_new (MESO_TYPE_SESSION_CHANGE_DIALOG, NULL);
  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->page, parent);
  self->request = request;
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
