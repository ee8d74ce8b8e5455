/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-page.h"

#include <glib/gi18n.h>

#include "meso-chart-call.h"
#include "meso-chart-words.h"
#include "meso-error-presenter.h"
#include "meso-handout-choice.h"
#include "meso-handout-preview.h"
#include "meso-handout-reasons.h"
#include "meso-issued-facts.h"
#include "meso-paper-view.h"
#include "meso-row.h"
#include "meso-sheet-output.h"
#include "meso-words.h"

#define ZOOM_STEP 1.25
#define WORKSHEET "formula"

struct _MesoHandoutPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *patient;
  char *formula;             /* (nullable): of a worksheet, which one */
  char *issue;
  MesoRow *chart_row;        /* keeps the chart */
  const MesoChart *chart;
  MesoHandoutPreview *preview;
  guint asked;               /* only the newest question's answer is shown */
  gboolean choosing;         /* the choices are being set by the page itself */
  gboolean handed_out;

  AdwBanner *problem;
  GtkStack *stack;
  GtkWidget *split;
  MesoPaperView *paper;
  AdwComboRow *kind_row;
  MesoHandoutReasons *reasons;
  AdwToggleGroup *language_group;
  AdwToggleGroup *paper_group;
  AdwBanner *reads;
  AdwWindowTitle *window_title;
  AdwStatusPage *issued;
  AdwPreferencesGroup *issued_facts;
  GtkWidget *settings_place;
  GtkLabel *kept_label;
  GtkWidget *print_button;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (MesoHandoutPage, meso_handout_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_kind (MesoHandoutPage *self)
{
  return meso_handout_choice_get_kind (meso_context_get_protocol (self->context),
                                       adw_combo_row_get_selected (self->kind_row));
}

static MesoHandoutChoice *
make_choice (MesoHandoutPage *self)
{
  MesoHandoutChoice *choice = meso_handout_choice_new (get_kind (self), self->patient,
                                                       adw_toggle_group_get_active_name (self->language_group),
                                                       adw_toggle_group_get_active_name (self->paper_group));

  if (g_str_equal (choice->kind, WORKSHEET))
    choice->formula = g_strdup (self->formula);
  return choice;
}

/* The patient's language, not the screen's: a word of warning when the sheet is in another. Staff work from a worksheet. */
static void
show_language (MesoHandoutPage *self)
{
  const char *language = meso_handout_preview_get_language (self->preview);
  const char *own = self->chart != NULL ? self->chart->patient->language : "";
  g_autofree char *name = self->chart != NULL ? meso_patient_dup_full_name (self->chart->patient) : NULL;
  gboolean differs = *own != '\0' && !g_str_equal (own, language) && !g_str_equal (get_kind (self), WORKSHEET);

  if (differs)
    {
      gboolean persian = g_str_equal (own, "fa");
      g_autofree char *isolated = meso_words_isolate (name);
      /* Translators: %s is a patient's name */
      g_autofree char *text = g_strdup_printf (persian ? _("%s reads Persian") : _("%s reads English"), isolated);

      adw_banner_set_title (self->reads, text);
      adw_banner_set_button_label (self->reads, persian ? _("Use Persian") : _("Use English"));
    }
  adw_banner_set_revealed (self->reads, differs);
}

static void
show_reasons (MesoHandoutPage *self)
{
  meso_handout_reasons_show (self->reasons, self->context, get_kind (self), self->chart != NULL ? self->chart->formula : NULL);
}

static void
previewed (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (widget);

  if (GPOINTER_TO_UINT (user_data) != self->asked)
    return;
  gtk_widget_action_set_enabled (widget, "page.print", error == NULL);
  gtk_widget_action_set_enabled (widget, "handout.save", error == NULL);
  adw_banner_set_revealed (self->problem, error != NULL);
  if (error != NULL)
    {
      g_autoptr(MesoErrorText) text = meso_error_presenter_describe (_("make the sheet"), error);
      g_autofree char *title = g_strdup_printf ("%s: %s", text->title, text->body);

      adw_banner_set_title (self->problem, title);
      return;
    }
  /* There is one thing to do here: a key away. */
  if (self->preview == NULL)
    gtk_widget_grab_focus (self->print_button);
  g_clear_pointer (&self->preview, meso_handout_preview_unref);
  self->preview = meso_handout_preview_ref (result);
  self->choosing = TRUE;
  adw_toggle_group_set_active_name (self->language_group, meso_handout_preview_get_language (self->preview));
  adw_toggle_group_set_active_name (self->paper_group, meso_handout_preview_get_paper (self->preview));
  self->choosing = FALSE;
  meso_paper_view_set_preview (self->paper, self->preview);
  show_language (self);
  show_reasons (self);
}

static void
load_preview (MesoHandoutPage *self)
{
  self->asked++;
  meso_context_call (self->context, GTK_WIDGET (self), meso_handout_choice_preview, make_choice (self),
                     (GDestroyNotify) meso_handout_choice_free, (GDestroyNotify) meso_handout_preview_unref, previewed,
                     GUINT_TO_POINTER (self->asked));
}

static void
show_title (MesoHandoutPage *self)
{
  const MesoHandoutText *text = meso_protocol_lookup_handout (meso_context_get_protocol (self->context), get_kind (self));
  g_autofree char *name = self->chart != NULL ? meso_patient_dup_full_name (self->chart->patient) : NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 meso_local_text_get (text->title, meso_context_get_language (self->context)));
  adw_window_title_set_subtitle (self->window_title, name != NULL ? name : _("A sheet without a name"));
}

static void
choice_changed (MesoHandoutPage *self)
{
  if (self->choosing || self->context == NULL)
    return;
  show_title (self);
  load_preview (self);
}

static void
use_own_language (MesoHandoutPage *self)
{
  adw_toggle_group_set_active_name (self->language_group, self->chart->patient->language);
}

static void
take_next_step (MesoHandoutPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.next-step", "s", self->patient);
}

/* Once the sheet is handed out, what comes next is the page's first button. */
static void
show_next_step (MesoHandoutPage *self)
{
  g_autofree char *step = NULL;
  gboolean is_new = !gtk_widget_get_visible (GTK_WIDGET (self->next_button));

  if (!self->handed_out)
    return;
  step = meso_chart_words_step (self->context, self->chart);
  gtk_button_set_label (self->next_button, step);
  gtk_label_set_label (self->kept_label, _("Handed out and kept in the record"));
  gtk_widget_remove_css_class (self->print_button, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), TRUE);
  if (is_new)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
chart_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (widget);

  if (error != NULL)
    {
      meso_error_presenter_toast (widget, _("open the record"), error);
      return;
    }
  g_set_object (&self->chart_row, result);
  self->chart = meso_row_get_value (result);
  show_title (self);
  show_next_step (self);
  if (self->preview != NULL)
    {
      show_language (self);
      show_reasons (self);
    }
}

static void
load_chart (MesoHandoutPage *self)
{
  meso_context_call (self->context, GTK_WIDGET (self), meso_chart_call, g_strdup (self->patient), g_free, g_object_unref, chart_loaded, NULL);
}

void
meso_handout_page_finished (MesoHandoutPage *self,
                            gboolean         printed)
{
  meso_error_presenter_say (GTK_WIDGET (self), printed ? _("Sent to the printer") : _("Sheet saved"), NULL);
  if (self->patient == NULL || self->issue != NULL)
    return;
  self->handed_out = TRUE;
  load_chart (self);
}

static void
finished (GtkWidget    *widget,
          gboolean      printed,
          gboolean      done,
          const GError *error)
{
  if (error != NULL)
    meso_error_presenter_alert (widget, printed ? _("print the sheet") : _("save the sheet"), error);
  if (done)
    meso_handout_page_finished (MESO_HANDOUT_PAGE (widget), printed);
}

static void
sheet_wanted (GtkWidget       *widget,
              MesoSheetOutput *output)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (widget);
  MesoHandoutChoice *choice = make_choice (self);

  choice->issue = g_strdup (self->issue);
  meso_sheet_output_make (output, self->context, widget, choice);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  meso_sheet_output_print (widget, adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (widget)), sheet_wanted, finished);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (widget);
  /* The name of a file is seen by many: a file number, no name. */
  g_autofree char *file_name = g_strdup_printf ("%s%s%s.pdf", get_kind (self), self->chart != NULL ? "-" : "",
                                                self->chart != NULL ? self->chart->patient->file_number : "");

  meso_sheet_output_save (widget, file_name, sheet_wanted, finished);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoPaperView *paper = MESO_HANDOUT_PAGE (widget)->paper;
  double zoom = meso_paper_view_get_zoom (paper);

  meso_paper_view_set_zoom (paper, g_str_equal (name, "handout.zoom-in") ? zoom * ZOOM_STEP : zoom / ZOOM_STEP);
}

static void
issued_loaded (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (widget);

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the sheet"), error);
      return;
    }
  adw_status_page_set_title (self->issued, _("Handed Out"));
  adw_status_page_set_description (self->issued, _("The PDF is kept exactly as it was printed. Print it again, or save it."));
  meso_issued_facts_add (self->issued_facts, self->context, result);
}

static void
load (MesoHandoutPage *self)
{
  if (self->patient != NULL)
    load_chart (self);
  else
    gtk_label_set_label (self->kept_label, _("A sheet without a name isn’t kept"));
  if (self->issue == NULL)
    {
      load_preview (self);
      return;
    }
  gtk_widget_set_visible (self->settings_place, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "issued");
  meso_context_call (self->context, GTK_WIDGET (self), meso_handout_choice_get_issued, g_strdup (self->issue), g_free,
                     (GDestroyNotify) meso_handout_issue_free, issued_loaded, NULL);
}

/* The sheet and the next step follow the record. */
static void
clinic_changed (MesoHandoutPage *self,
                const char      *what)
{
  static const char *const watched[] = { "patient", "plan", "session", "formula", "setting", NULL };
  gboolean is_sheet = g_strv_contains (watched, what);

  if (self->patient != NULL && (is_sheet || g_str_equal (what, "handout")))
    load_chart (self);
  if (self->issue == NULL && is_sheet)
    load_preview (self);
}

static void
meso_handout_page_dispose (GObject *object)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_HANDOUT_PAGE);
  g_clear_object (&self->context);
  self->chart = NULL;
  g_clear_object (&self->chart_row);
  g_clear_pointer (&self->preview, meso_handout_preview_unref);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->formula, g_free);
  g_clear_pointer (&self->issue, g_free);
  G_OBJECT_CLASS (meso_handout_page_parent_class)->dispose (object);
}

static void
meso_handout_page_class_init (MesoHandoutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_handout_page_dispose;
  g_type_ensure (MESO_TYPE_HANDOUT_REASONS);
  g_type_ensure (MESO_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-handout-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, split);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, paper);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, language_group);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, paper_group);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, reads);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, issued);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, issued_facts);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, settings_place);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, kept_label);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, load_preview);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, use_own_language);
  gtk_widget_class_bind_template_callback (widget_class, take_next_step);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "handout.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "handout.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "handout.zoom-out", NULL, zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "handout.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "handout.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "handout.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "handout.zoom-out", NULL);
}

static void
meso_handout_page_init (MesoHandoutPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (MesoHandoutPage *self,
            const char      *kind)
{
  const MesoProtocol *protocol = meso_context_get_protocol (self->context);
  g_autoptr(GtkStringList) titles = meso_handout_choice_list_titles (protocol, meso_context_get_language (self->context));

  self->choosing = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->kind_row, meso_handout_choice_find_kind (protocol, kind));
  self->choosing = FALSE;
}

MesoHandoutPage *
meso_handout_page_new (MesoContext *context,
                       const char  *patient,
                       const char  *kind,
                       const char  *issue)
{
  MesoHandoutPage *self = g_object_new (MESO_TYPE_HANDOUT_PAGE, NULL);
  g_auto(GStrv) parts = g_strsplit (kind, ":", 2);

  self->choosing = TRUE;
  /* Left to the patient's language and the clinic's paper until somebody chooses. */
  adw_toggle_group_set_active (self->language_group, GTK_INVALID_LIST_POSITION);
  adw_toggle_group_set_active (self->paper_group, GTK_INVALID_LIST_POSITION);
  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->issue = g_strdup (issue);
  /* "formula:recipe/2" names one of the formulas of a patient. */
  self->formula = g_strdup (parts[1]);
  fill_kinds (self, parts[0]);
  show_title (self);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}
