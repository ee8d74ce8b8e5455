/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-window.h"

#include <glib/gi18n.h>

#include "meso-booking-dialog.h"
#include "meso-chart-service.h"
#include "meso-error-presenter.h"
#include "meso-evidence-page.h"
#include "meso-formula-page.h"
#include "meso-formulas-page.h"
#include "meso-handout-page.h"
#include "meso-handouts-page.h"
#include "meso-patient-dialog.h"
#include "meso-patient-page.h"
#include "meso-patients-page.h"
#include "meso-plan-dialog.h"
#include "meso-screening-dialog.h"
#include "meso-session-page.h"
#include "meso-today-page.h"

struct _MesoWindow
{
  AdwApplicationWindow parent_instance;

  MesoContext *context;

  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split_view;
  GtkListBox *places;
  AdwNavigationPage *content_page;
  AdwNavigationView *content;
};

G_DEFINE_FINAL_TYPE (MesoWindow, meso_window, ADW_TYPE_APPLICATION_WINDOW)

/* The places of the sidebar, in its order. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
} places[] = {
  { "today", N_("Today"), "x-office-calendar-symbolic" },
  { "patients", N_("Patients"), "system-users-symbolic" },
  { "formulas", N_("Formulas"), "meso-flask-symbolic" },
  { "handouts", N_("Handouts"), "meso-handout-symbolic" },
  { "evidence", N_("Evidence"), "meso-book-symbolic" },
};

static AdwNavigationPage *
make_place (MesoWindow *self,
            const char *name)
{
  if (g_str_equal (name, "today"))
    return ADW_NAVIGATION_PAGE (meso_today_page_new (self->context));
  if (g_str_equal (name, "patients"))
    return ADW_NAVIGATION_PAGE (meso_patients_page_new (self->context));
  if (g_str_equal (name, "formulas"))
    return ADW_NAVIGATION_PAGE (meso_formulas_page_new (self->context));
  if (g_str_equal (name, "handouts"))
    return ADW_NAVIGATION_PAGE (meso_handouts_page_new (self->context));
  return ADW_NAVIGATION_PAGE (meso_evidence_page_new (self->context));
}

static void
go (MesoWindow *self,
    const char *name)
{
  AdwNavigationPage *page = make_place (self, name);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_equal (places[i].name, name))
        gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, i));
    }
  adw_navigation_page_set_title (self->content_page, adw_navigation_page_get_title (page));
  adw_navigation_view_replace (self->content, &page, 1);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
place_activated (MesoWindow    *self,
                 GtkListBoxRow *row)
{
  go (self, places[gtk_list_box_row_get_index (row)].name);
}

static void
push (MesoWindow        *self,
      AdwNavigationPage *page)
{
  adw_navigation_view_push (self->content, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  go (MESO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
patient_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  AdwDialog *dialog = NULL;

  if (g_str_equal (name, "win.open-patient"))
    push (self, ADW_NAVIGATION_PAGE (meso_patient_page_new (self->context, text)));
  else if (g_str_equal (name, "win.new-patient"))
    dialog = ADW_DIALOG (meso_patient_dialog_new (self->context, NULL, text));
  else if (g_str_equal (name, "win.edit-patient"))
    dialog = ADW_DIALOG (meso_patient_dialog_new (self->context, text, NULL));
  else if (g_str_equal (name, "win.screen"))
    dialog = ADW_DIALOG (meso_screening_dialog_new (self->context, text, MESO_FORM_FULL, NULL));
  else if (g_str_equal (name, "win.short-form"))
    dialog = ADW_DIALOG (meso_screening_dialog_new (self->context, text, MESO_FORM_SHORT, NULL));
  else if (g_str_equal (name, "win.decide"))
    dialog = ADW_DIALOG (meso_screening_dialog_new (self->context, NULL, MESO_FORM_FULL, text));
  else if (g_str_equal (name, "win.plan"))
    dialog = ADW_DIALOG (meso_plan_dialog_new (self->context, text));
  else if (g_str_equal (name, "win.book"))
    dialog = ADW_DIALOG (meso_booking_dialog_new (self->context, text));
  if (dialog != NULL)
    adw_dialog_present (dialog, widget);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);
  const char *patient;
  const char *second;
  const char *third;

  if (g_str_equal (name, "win.handout"))
    {
      g_variant_get (parameter, "(&s&s&s)", &patient, &second, &third);
      push (self, ADW_NAVIGATION_PAGE (meso_handout_page_new (self->context, *patient != '\0' ? patient : NULL, second,
                                                              *third != '\0' ? third : NULL)));
      return;
    }
  g_variant_get (parameter, "(&s&s)", &patient, &second);
  patient = *patient != '\0' ? patient : NULL;
  second = *second != '\0' ? second : NULL;
  if (g_str_equal (name, "win.formula"))
    push (self, ADW_NAVIGATION_PAGE (meso_formula_page_new (self->context, patient, second)));
  else
    push (self, ADW_NAVIGATION_PAGE (meso_session_page_new (self->context, patient, second)));
}

static gpointer
get_chart (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoCalendarDate today = { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                             (guint8) g_date_time_get_day_of_month (now) };

  return meso_chart_service_get (clinic, request, today, error);
}

static void
take_next_step (GtkWidget    *widget,
                gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  const MesoChart *chart = result;
  const char *patient;

  if (error != NULL)
    {
      meso_error_presenter_toast (widget, _("open the record"), error);
      return;
    }
  patient = chart->patient->id;
  switch (chart->next_step)
    {
    case MESO_NEXT_STEP_SCREEN:
      gtk_widget_activate_action (widget, "win.screen", "s", patient);
      break;
    case MESO_NEXT_STEP_DECIDE:
    case MESO_NEXT_STEP_SIGN:
      gtk_widget_activate_action (widget, "win.decide", "s", chart->screening->id);
      break;
    case MESO_NEXT_STEP_PLAN:
      gtk_widget_activate_action (widget, "win.plan", "s", patient);
      break;
    case MESO_NEXT_STEP_FORMULA:
      gtk_widget_activate_action (widget, "win.formula", "(ss)", patient, "");
      break;
    case MESO_NEXT_STEP_SESSION:
      gtk_widget_activate_action (widget, "win.session", "(ss)", patient, "");
      break;
    case MESO_NEXT_STEP_AFTERCARE:
      gtk_widget_activate_action (widget, "win.handout", "(sss)", patient, "aftercare", "");
      break;
    case MESO_NEXT_STEP_BOOK:
      gtk_widget_activate_action (widget, "win.book", "s", patient);
      break;
    case MESO_NEXT_STEP_REVIEW:
    case MESO_NEXT_STEP_NONE:
      gtk_widget_activate_action (widget, "win.open-patient", "s", patient);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
next_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);

  meso_context_call (self->context, widget, get_chart, g_variant_dup_string (parameter, NULL), g_free,
                     (GDestroyNotify) meso_chart_free, take_next_step, NULL);
}

static void
meso_window_dispose (GObject *object)
{
  MesoWindow *self = MESO_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_WINDOW);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_window_parent_class)->dispose (object);
}

static void
meso_window_class_init (MesoWindowClass *klass)
{
  static const char *const patient_actions[] = {
    "win.open-patient", "win.new-patient", "win.edit-patient", "win.screen", "win.short-form", "win.decide", "win.plan",
    "win.book",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MesoWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MesoWindow, places);
  gtk_widget_class_bind_template_child (widget_class, MesoWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, MesoWindow, content);
  gtk_widget_class_bind_template_callback (widget_class, place_activated);
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.next-step", "s", next_step_action);
  gtk_widget_class_install_action (widget_class, "win.formula", "(ss)", page_action);
  gtk_widget_class_install_action (widget_class, "win.session", "(ss)", page_action);
  gtk_widget_class_install_action (widget_class, "win.handout", "(sss)", page_action);
  for (guint i = 0; i < G_N_ELEMENTS (patient_actions); i++)
    gtk_widget_class_install_action (widget_class, patient_actions[i], "s", patient_action);
}

static void
add_place (MesoWindow *self,
           guint       index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(places[index].title));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (places[index].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->places, box);
}

static void
meso_window_init (MesoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (self, i);
}

MesoWindow *
meso_window_new (GtkApplication *application,
                 MesoContext    *context)
{
  MesoWindow *self = g_object_new (MESO_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  go (self, "today");
  return self;
}

void
meso_window_add_toast (MesoWindow *self,
                       AdwToast   *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}
