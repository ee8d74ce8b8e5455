/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-course-view.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-chart-words.h"
#include "meso-course-bar.h"
#include "meso-data-row.h"
#include "meso-error-presenter.h"
#include "meso-page-facts.h"
#include "meso-patient-words.h"
#include "meso-session-change-dialog.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-timeline-service.h"

struct _MesoCourseView
{
  AdwBin parent_instance;

  MesoContext *context;
  MesoRow *row;

  GtkStack *stack;
  GtkLabel *title;
  MesoCourseBar *bar;
  GtkLabel *note;
  GtkWidget *suspended;
  GtkLabel *suspended_reason;
  GtkWidget *stop_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MesoCourseView, meso_course_view, ADW_TYPE_BIN)

static const MesoChart *
get_chart (MesoCourseView *self)
{
  return ((const MesoPageFacts *) meso_row_get_value (self->row))->overview->chart;
}

/* (nullable) */
static const MesoPlannedSession *
find_session (MesoCourseView *self,
              int             n)
{
  const MesoCourse *course = get_chart (self)->course;

  for (guint i = 0; course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      if (session->n == n)
        return session;
    }
  return NULL;
}

static void
begin (MesoCourseView    *self,
       int                n,
       MesoSessionChange  change)
{
  const MesoPlannedSession *session = find_session (self, n);
  g_autofree char *name = meso_patient_dup_full_name (get_chart (self)->patient);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_PAGE);

  if (session != NULL)
    meso_session_change_begin (page != NULL ? page : GTK_WIDGET (self), self->context, session, name, change);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoSessionChange change;
  const char *what;
  int n;

  g_variant_get (parameter, "(i&s)", &n, &what);
  if (meso_session_change_from_string (what, &change))
    begin (MESO_COURSE_VIEW (widget), n, change);
}

/* Of the whole course: any of its sessions names it. */
static void
begin_for_course (MesoCourseView    *self,
                  MesoSessionChange  change)
{
  const MesoCourse *course = get_chart (self)->course;
  const MesoPlannedSession *first = course != NULL && course->sessions->len > 0 ? g_ptr_array_index (course->sessions, 0) : NULL;

  if (first != NULL)
    begin (self, first->n, change);
}

static void
resume_clicked (MesoCourseView *self)
{
  begin_for_course (self, MESO_SESSION_CHANGE_RESUME);
}

static void
stop_clicked (MesoCourseView *self)
{
  begin_for_course (self, MESO_SESSION_CHANGE_STOP);
}

typedef struct
{
  char *patient;
  char *plan;
  int n;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->patient);
  g_free (place->plan);
  g_free (place);
}

/* (nullable): id of the session that took place there and counts */
static gpointer
find_record (MesoClinic  *clinic,
             gpointer     request,
             GError     **error)
{
  const Place *place = request;
  g_autoptr(MesoTimelinePage) page = meso_timeline_service_get_page (clinic, place->patient, MESO_TIMELINE_SESSIONS, 0, error);

  for (guint i = 0; page != NULL && i < page->entries->len; i++)
    {
      const MesoTreatmentSession *session = ((const MesoTimelineEntry *) g_ptr_array_index (page->entries, i))->session;

      if (meso_treatment_session_counts (session) && session->session_n == place->n && g_strcmp0 (session->plan, place->plan) == 0)
        return g_strdup (session->id);
    }
  return NULL;
}

static void
open_record (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  if (error != NULL)
    meso_error_presenter_toast (widget, _("open the session"), error);
  else if (result != NULL)
    gtk_widget_activate_action (widget, "win.session", "(ss)", get_chart (MESO_COURSE_VIEW (widget))->patient->id, result);
}

/* What took place opens as it was recorded. */
static void
row_activated (MesoCourseView *self,
               GtkListBoxRow  *row)
{
  Place *place = g_new0 (Place, 1);

  place->patient = g_strdup (get_chart (self)->patient->id);
  place->plan = g_strdup (get_chart (self)->course->id);
  place->n = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "n"));
  meso_context_call (self->context, GTK_WIDGET (self), find_record, place, place_free, g_free, open_record, NULL);
}

static void
meso_course_view_dispose (GObject *object)
{
  MesoCourseView *self = MESO_COURSE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_COURSE_VIEW);
  g_clear_object (&self->context);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (meso_course_view_parent_class)->dispose (object);
}

static void
meso_course_view_class_init (MesoCourseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_course_view_dispose;
  g_type_ensure (MESO_TYPE_COURSE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-course-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, title);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, note);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, suspended);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, suspended_reason);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, stop_button);
  gtk_widget_class_bind_template_child (widget_class, MesoCourseView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, resume_clicked);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked);
  gtk_widget_class_install_action (widget_class, "course.change", "(is)", change_action);
}

static void
meso_course_view_init (MesoCourseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_tag_icon (MesoPlannedStatus status)
{
  static const char *const icons[] = { "meso-clock-symbolic", "meso-done-symbolic", "meso-stop-symbolic", "meso-stop-symbolic" };

  return icons[status];
}

static const char *
get_tag_kind (const MesoPlannedSession *session,
              MesoCalendarDate          today)
{
  switch (session->status)
    {
    case MESO_DONE:
      return "success";
    case MESO_MISSED:
      return "warning";
    case MESO_CANCELLED:
      return "neutral";
    case MESO_PLANNED:
    default:
      return meso_calendar_date_compare (session->date, today) < 0 ? "warning" : "neutral";
    }
}

static void
add_item (GMenu                    *menu,
          const MesoPlannedSession *session,
          const char               *label,
          const char               *what)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "course.change", "(is)", session->n, what);
  g_menu_append_item (menu, item);
}

/* (transfer full) (nullable): NULL where nothing can be done any more */
static GMenu *
make_menu (const MesoPlannedSession *session)
{
  GMenu *menu = g_menu_new ();
  gboolean check = session->kind == MESO_PLAN_CHECK;

  if (session->status == MESO_PLANNED)
    {
      add_item (menu, session, _("_Move…"), "move");
      if (check)
        add_item (menu, session, _("_Done"), "done");
      add_item (menu, session, _("Mi_ssed…"), "missed");
      add_item (menu, session, _("_Cancel…"), "cancel");
    }
  else if (session->status != MESO_DONE || check)
    add_item (menu, session, _("_Plan Again"), "plan");
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_clear_object (&menu);
  return menu;
}

static GtkWidget *
make_menu_button (const MesoPlannedSession *session,
                  const char               *title)
{
  g_autoptr(GMenu) menu = make_menu (session);
  /* Translators: %s is a session: "Session 2 of 10" */
  g_autofree char *words = g_strdup_printf (_("More for %s"), title);
  GtkWidget *button;

  if (menu == NULL)
    return NULL;
  button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu, "valign", GTK_ALIGN_CENTER,
                         "tooltip-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static char *
describe_date (MesoCourseView           *self,
               const MesoPlannedSession *session)
{
  GString *line = g_string_new (NULL);
  g_autofree char *date = meso_context_format_date (self->context, session->date, MESO_DATE_STYLE_SHORT_WITH_YEAR);
  g_autofree char *day = meso_words_isolate (date);
  g_autofree char *time = meso_context_format_minute (self->context, session->minute);
  g_autofree char *isolated = *time != '\0' ? meso_text_isolate (time) : NULL;

  meso_words_append (line, day);
  meso_words_append (line, isolated);
  meso_words_append (line, session->reason);
  return g_string_free (line, FALSE);
}

static const char *
get_status_words (const MesoPlannedSession *session,
                  MesoCalendarDate          today)
{
  if (session->status == MESO_PLANNED && meso_calendar_date_compare (session->date, today) < 0)
    return _("Overdue");
  return meso_chart_words_status (session->status);
}

static GtkWidget *
make_row (MesoCourseView           *self,
          const MesoPlannedSession *session)
{
  MesoCalendarDate today = meso_context_get_today (self->context);
  g_autofree char *title = meso_chart_words_session (self->context, get_chart (self), session);
  g_autofree char *line = describe_date (self, session);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, line);
  GtkWidget *menu = make_menu_button (session, title);

  gtk_widget_add_css_class (row, "numeric");
  g_object_set_data (G_OBJECT (row), "n", GINT_TO_POINTER (session->n));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), meso_tag_new (get_tag_icon (session->status), get_status_words (session, today),
                                                                 get_tag_kind (session, today)));
  if (menu != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu);
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
    }
  return row;
}

char *
meso_course_view_describe (MesoContext     *context,
                           const MesoChart *chart)
{
  GString *line = g_string_new (NULL);
  g_autofree char *done = meso_context_format_number (context, chart->treatments_done);
  g_autofree char *all = meso_context_format_number (context, chart->treatments_planned);
  g_autofree char *progress = NULL;
  const MesoPlannedSession *last = NULL;

  if (chart->course == NULL)
    return g_string_free (line, FALSE);
  /* Translators: how many of a course's sessions took place */
  progress = g_strdup_printf (_("%s of %s done"), done, all);
  meso_words_append (line, progress);
  if (chart->missed > 0)
    {
      g_autofree char *number = meso_context_format_number (context, chart->missed);
      g_autofree char *missed = g_strdup_printf (ngettext ("%s missed", "%s missed", (gulong) chart->missed), number);

      meso_words_append (line, missed);
    }
  for (guint i = 0; i < chart->course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (chart->course->sessions, i);

      if (session->kind != MESO_PLAN_CHECK && session->status == MESO_PLANNED
          && (last == NULL || meso_calendar_date_compare (session->date, last->date) > 0))
        last = session;
    }
  if (last != NULL)
    {
      g_autofree char *day = meso_words_date (context, last->date);
      /* Translators: %s is the date of the last session of a course */
      g_autofree char *text = g_strdup_printf (_("last planned %s"), day);

      meso_words_append (line, text);
    }
  return g_string_free (line, FALSE);
}

static void
show_course (MesoCourseView *self)
{
  const MesoChart *chart = get_chart (self);
  const MesoPlanTemplate *plan = meso_protocol_lookup_plan (meso_context_get_protocol (self->context), chart->course->template_id);
  g_autofree char *note = meso_course_view_describe (self->context, chart);
  gboolean suspended = chart->course->status == MESO_COURSE_SUSPENDED;
  g_autofree char *why = meso_chart_words_suspension (self->context, chart->course);
  /* Translators: %s is the reason, who suspended the course, and when */
  g_autofree char *reason = *why != '\0' ? g_strdup_printf (_("Suspended: %s"), why) : g_strdup (_("Suspended"));

  gtk_label_set_label (self->title, plan != NULL ? meso_local_text_get (plan->name, meso_context_get_language (self->context))
                                                 : _("Course"));
  meso_course_bar_show (self->bar, chart->course);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (self->suspended, suspended);
  gtk_widget_set_visible (self->stop_button, suspended || chart->course->status == MESO_COURSE_ACTIVE);
  gtk_label_set_label (self->suspended_reason, reason);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < chart->course->sessions->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (chart->course->sessions, i)));
}

void
meso_course_view_show (MesoCourseView *self,
                       MesoContext    *context,
                       MesoRow        *row)
{
  g_set_object (&self->context, context);
  g_set_object (&self->row, row);
  gtk_stack_set_visible_child_name (self->stack, get_chart (self)->course != NULL ? "course" : "none");
  if (get_chart (self)->course != NULL)
    show_course (self);
}
