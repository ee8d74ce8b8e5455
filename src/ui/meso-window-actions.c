/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-back-up.h"
#include "meso-booking-dialog.h"
#include "meso-chart-call.h"
#include "meso-chart.h"
#include "meso-error-presenter.h"
#include "meso-export-dialog.h"
#include "meso-formula-page.h"
#include "meso-handout-page.h"
#include "meso-help-dialog.h"
#include "meso-import-dialog.h"
#include "meso-lot-dialog.h"
#include "meso-lot-page.h"
#include "meso-merge-dialog.h"
#include "meso-patient-dialog.h"
#include "meso-patient-lots-page.h"
#include "meso-patient-page.h"
#include "meso-plan-dialog.h"
#include "meso-preferences-dialog.h"
#include "meso-preparation-page.h"
#include "meso-prepare-page.h"
#include "meso-recall-page.h"
#include "meso-row.h"
#include "meso-screening-dialog.h"
#include "meso-session-page.h"
#include "meso-shortcuts.h"
#include "meso-staff-dialog.h"

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  meso_shell_go (meso_window_get_shell (MESO_WINDOW (widget)), g_variant_get_string (parameter, NULL));
}

static void
patient_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  AdwDialog *dialog = NULL;

  if (g_str_equal (name, "win.open-patient") && !meso_shell_is_at (meso_window_get_shell (self), name, parameter))
    meso_shell_push (meso_window_get_shell (self), ADW_NAVIGATION_PAGE (meso_patient_page_new (meso_window_get_context (self), text)), name, parameter);
  else if (g_str_equal (name, "win.new-patient"))
    dialog = ADW_DIALOG (meso_patient_dialog_new (meso_window_get_context (self), NULL, text));
  else if (g_str_equal (name, "win.edit-patient"))
    dialog = ADW_DIALOG (meso_patient_dialog_new (meso_window_get_context (self), text, NULL));
  else if (g_str_equal (name, "win.screen"))
    dialog = ADW_DIALOG (meso_screening_dialog_new (meso_window_get_context (self), text, MESO_FORM_FULL, NULL));
  else if (g_str_equal (name, "win.short-form"))
    dialog = ADW_DIALOG (meso_screening_dialog_new (meso_window_get_context (self), text, MESO_FORM_SHORT, NULL));
  else if (g_str_equal (name, "win.decide"))
    dialog = ADW_DIALOG (meso_screening_dialog_new (meso_window_get_context (self), NULL, MESO_FORM_FULL, text));
  else if (g_str_equal (name, "win.plan"))
    dialog = ADW_DIALOG (meso_plan_dialog_new (meso_window_get_context (self), text));
  else if (g_str_equal (name, "win.book"))
    dialog = ADW_DIALOG (meso_booking_dialog_new (meso_window_get_context (self), text));
  if (dialog != NULL)
    adw_dialog_present (dialog, widget);
}

static void
part_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);
  const char *first;
  const char *second;
  AdwDialog *dialog;

  g_variant_get (parameter, "(&s&s)", &first, &second);
  if (g_str_equal (name, "win.compare-patients"))
    dialog = ADW_DIALOG (meso_merge_dialog_new (meso_window_get_context (self), first, second));
  else
    {
      dialog = ADW_DIALOG (meso_patient_dialog_new (meso_window_get_context (self), first, NULL));
      meso_patient_dialog_show_part (MESO_PATIENT_DIALOG (dialog), second);
    }
  adw_dialog_present (dialog, widget);
}

/* "" stands for none. */
static const char *
get_given (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static AdwNavigationPage *
make_page (MesoContext *context,
           const char  *name,
           GVariant    *parameter)
{
  const char *first;
  const char *second;
  const char *third;

  if (g_str_equal (name, "win.preparation"))
    return ADW_NAVIGATION_PAGE (meso_preparation_page_new (context, g_variant_get_string (parameter, NULL)));
  if (g_str_equal (name, "win.amend-preparation"))
    return ADW_NAVIGATION_PAGE (meso_prepare_page_new_amend (context, g_variant_get_string (parameter, NULL)));
  if (g_str_equal (name, "win.handout"))
    {
      g_variant_get (parameter, "(&s&s&s)", &first, &second, &third);
      return ADW_NAVIGATION_PAGE (meso_handout_page_new (context, get_given (first), second, get_given (third)));
    }
  g_variant_get (parameter, "(&s&s)", &first, &second);
  if (g_str_equal (name, "win.prepare"))
    return ADW_NAVIGATION_PAGE (meso_prepare_page_new (context, first, (int) g_ascii_strtoll (second, NULL, 10)));
  if (g_str_equal (name, "win.formula"))
    return ADW_NAVIGATION_PAGE (meso_formula_page_new (context, get_given (first), get_given (second)));
  return ADW_NAVIGATION_PAGE (meso_session_page_new (context, get_given (first), get_given (second)));
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);

  if (!meso_shell_is_at (meso_window_get_shell (self), name, parameter))
    meso_shell_push (meso_window_get_shell (self), make_page (meso_window_get_context (self), name, parameter), name, parameter);
}

/* The stock: a lot, who got it, which lots a patient got, and a delivery */
static void
stock_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);
  MesoContext *context = meso_window_get_context (self);
  const char *text = g_variant_get_string (parameter, NULL);
  AdwNavigationPage *page;

  if (g_str_equal (name, "win.receive"))
    {
      adw_dialog_present (ADW_DIALOG (meso_lot_dialog_new (context, text)), widget);
      return;
    }
  if (meso_shell_is_at (meso_window_get_shell (self), name, parameter))
    return;
  page = g_str_equal (name, "win.lot") ? ADW_NAVIGATION_PAGE (meso_lot_page_new (context, text))
         : g_str_equal (name, "win.recall") ? ADW_NAVIGATION_PAGE (meso_recall_page_new (context, text))
                                            : ADW_NAVIGATION_PAGE (meso_patient_lots_page_new (context, text));
  meso_shell_push (meso_window_get_shell (self), page, name, parameter);
}

/* What the page in sight calls "page.print", "page.undo" …; one that has no such thing says so with the bell. */
static void
visible_page_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AdwNavigationPage *page = meso_shell_get_page (meso_window_get_shell (MESO_WINDOW (widget)));
  g_autofree char *page_action_name = g_strconcat ("page.", name + strlen ("win."), NULL);

  if (page == NULL || !gtk_widget_activate_action (GTK_WIDGET (page), page_action_name, NULL))
    gtk_widget_error_bell (widget);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  meso_shell_search (meso_window_get_shell (MESO_WINDOW (widget)), g_str_equal (name, "win.search-patients"));
}

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoWindow *self = MESO_WINDOW (widget);

  if (g_str_equal (name, "win.preferences"))
    adw_dialog_present (ADW_DIALOG (meso_preferences_dialog_new (meso_window_get_context (self))), widget);
  else if (g_str_equal (name, "win.staff"))
    adw_dialog_present (ADW_DIALOG (meso_staff_dialog_new (meso_window_get_context (self))), widget);
  else if (g_str_equal (name, "win.export-patients"))
    adw_dialog_present (ADW_DIALOG (meso_export_dialog_new (meso_window_get_context (self))), widget);
  else if (g_str_equal (name, "win.import-patients"))
    meso_import_dialog_choose (meso_window_get_context (self), widget);
  else if (g_str_equal (name, "win.back-up"))
    meso_back_up_now (meso_window_get_context (self), GTK_WINDOW (self));
  else if (g_str_equal (name, "win.help"))
    adw_dialog_present (ADW_DIALOG (meso_help_dialog_new ()), widget);
  else
    meso_shortcuts_show (GTK_WINDOW (self));
}

static void
take_next_step (GtkWidget    *widget,
                gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  const MesoChart *chart;
  const char *patient;

  if (error != NULL)
    {
      meso_error_presenter_toast (widget, _("open the record"), error);
      return;
    }
  chart = meso_row_get_value (result);
  patient = chart->patient->id;
  switch (chart->next_step)
    {
    case MESO_NEXT_STEP_SCREEN:
      gtk_widget_activate_action (widget, g_strcmp0 (chart->draft_forbids, "short-form") == 0 ? "win.short-form" : "win.screen",
                                  "s", patient);
      break;
    case MESO_NEXT_STEP_DECIDE:
    case MESO_NEXT_STEP_SIGN:
      gtk_widget_activate_action (widget, "win.decide", "s", chart->eligibility != MESO_ELIGIBILITY_SIGNED ? chart->screening->id
                                                                                                          : chart->short_form->id);
      break;
    case MESO_NEXT_STEP_PLAN:
      gtk_widget_activate_action (widget, "win.plan", "s", patient);
      break;
    case MESO_NEXT_STEP_FORMULA:
      gtk_widget_activate_action (widget, "win.formula", "(ss)", patient, "");
      break;
    case MESO_NEXT_STEP_PREPARE:
      gtk_widget_activate_action (widget, "win.prepare", "(ss)", chart->formula->formula_id, "");
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

  meso_context_call (meso_window_get_context (self), widget, meso_chart_call, g_variant_dup_string (parameter, NULL), g_free, g_object_unref,
                     take_next_step, NULL);
}

/* Keys of the window do nothing behind a dialog, where they would open one form upon another. */
static gboolean
key_pressed (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  MesoWindow *self = MESO_WINDOW (widget);
  g_autoptr(GVariant) target = NULL;
  const char *name;
  const char *text;

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return GDK_EVENT_PROPAGATE;
  g_variant_get (arguments, "(&s&s)", &name, &text);
  /* The action takes no floating reference. */
  target = *text != '-' ? g_variant_ref_sink (g_variant_new_string (text)) : NULL;
  gtk_widget_activate_action_variant (widget, name, target);
  return GDK_EVENT_STOP;
}

void
meso_window_actions_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    const char *parameter;      /* "-" for none */
  } keys[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-patient", "" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.search", "-" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "win.print", "-" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", "-" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", "-" },
    { GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences", "-" },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", "-" },
    { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", "-" },
    { GDK_KEY_F1, 0, "win.help", "-" },
    { GDK_KEY_1, GDK_ALT_MASK, "win.go", "today" },
    { GDK_KEY_2, GDK_ALT_MASK, "win.go", "patients" },
    { GDK_KEY_3, GDK_ALT_MASK, "win.go", "formulas" },
    { GDK_KEY_4, GDK_ALT_MASK, "win.go", "stock" },
    { GDK_KEY_5, GDK_ALT_MASK, "win.go", "handouts" },
    { GDK_KEY_6, GDK_ALT_MASK, "win.go", "evidence" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_pressed, "(ss)", keys[i].action, keys[i].parameter);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

/* Every action that needs an open clinic. */
static const char *const patient_actions[] = {
  "win.open-patient", "win.new-patient", "win.edit-patient", "win.screen", "win.short-form", "win.decide", "win.plan", "win.book",
};
static const char *const stock_actions[] = { "win.lot", "win.recall", "win.patient-lots", "win.receive" };
static const char *const clinic_actions[] = {
  "win.go", "win.next-step", "win.compare-patients", "win.edit-patient-part", "win.formula", "win.prepare", "win.preparation",
  "win.amend-preparation", "win.session", "win.handout", "win.print",
  "win.undo", "win.redo", "win.search", "win.search-patients", "win.preferences", "win.staff", "win.back-up", "win.export-patients",
  "win.import-patients",
};

void
meso_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.next-step", "s", next_step_action);
  gtk_widget_class_install_action (widget_class, "win.formula", "(ss)", page_action);
  gtk_widget_class_install_action (widget_class, "win.prepare", "(ss)", page_action);
  gtk_widget_class_install_action (widget_class, "win.preparation", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.amend-preparation", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.session", "(ss)", page_action);
  gtk_widget_class_install_action (widget_class, "win.compare-patients", "(ss)", part_action);
  gtk_widget_class_install_action (widget_class, "win.edit-patient-part", "(ss)", part_action);
  gtk_widget_class_install_action (widget_class, "win.handout", "(sss)", page_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, visible_page_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, visible_page_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, visible_page_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-patients", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.staff", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.export-patients", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.import-patients", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, dialog_action);
  for (guint i = 0; i < G_N_ELEMENTS (patient_actions); i++)
    gtk_widget_class_install_action (widget_class, patient_actions[i], "s", patient_action);
  for (guint i = 0; i < G_N_ELEMENTS (stock_actions); i++)
    gtk_widget_class_install_action (widget_class, stock_actions[i], "s", stock_action);
}

void
meso_window_actions_enable (MesoWindow *self,
                            gboolean    enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (patient_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), patient_actions[i], enabled);
  for (guint i = 0; i < G_N_ELEMENTS (stock_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), stock_actions[i], enabled);
  for (guint i = 0; i < G_N_ELEMENTS (clinic_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), clinic_actions[i], enabled);
}
