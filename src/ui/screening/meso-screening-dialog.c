/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include <glib/gi18n.h>

#include "meso-clearance-page.h"
#include "meso-error-presenter.h"
#include "meso-override-page.h"
#include "meso-scan-copy.h"
#include "meso-words.h"

G_DEFINE_FINAL_TYPE (MesoScreeningDialog, meso_screening_dialog, ADW_TYPE_DIALOG)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

MesoScreeningRequest *
meso_screening_dialog_make_request (MesoScreeningDialog *self)
{
  return meso_screening_request_new (self->patient_id, self->screening_id, meso_context_get_today (self->context));
}

void
meso_screening_dialog_show_title (MesoScreeningDialog *self)
{
  const MesoPatient *patient = self->file->patient;
  g_autofree char *name = meso_patient_dup_full_name (patient);
  MesoCalendarDate birth = meso_patient_get_latest_birth (patient);
  g_autofree char *age = meso_calendar_date_is_set (birth) ? meso_context_format_age (self->context, birth) : NULL;
  g_autofree char *isolated = meso_words_isolate (name);
  /* Translators: a name and an age: "Nasrin Moradi, 29 years" */
  g_autofree char *both = age != NULL ? g_strdup_printf (_("%s, %s"), isolated, age) : NULL;
  const char *title = self->screening_id != NULL ? _("Screening Result")
                      : self->form == MESO_FORM_SHORT ? _("Short Form") : _("Screening");

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, both != NULL ? both : name);
}

static void
file_loaded (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);
  MesoScreeningFile *file = result;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the screening"), error);
      return;
    }
  g_clear_pointer (&self->file, meso_screening_file_free);
  self->file = g_new0 (MesoScreeningFile, 1);
  *self->file = *file;
  /* What it held is ours now. */
  *file = (MesoScreeningFile) { 0 };
  g_set_str (&self->patient_id, self->file->patient->id);
  meso_screening_dialog_show_title (self);
  if (self->file->screening != NULL)
    {
      self->form = self->file->screening->response->form;
      meso_screening_dialog_show_stored (self);
    }
  else if (self->interview == NULL)
    {
      meso_screening_dialog_begin (self, NULL);
    }
}

void
meso_screening_dialog_load (MesoScreeningDialog *self)
{
  meso_context_call (self->context, GTK_WIDGET (self), meso_screening_call_load, meso_screening_dialog_make_request (self),
                     meso_screening_request_free, meso_screening_file_free, file_loaded, NULL);
}

void
meso_screening_dialog_set_busy (MesoScreeningDialog *self,
                                gboolean             busy)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->view));

  self->busy = busy;
  gtk_widget_set_sensitive (self->back, !busy);
  if (MESO_IS_VERDICT_PAGE (page))
    meso_verdict_page_set_busy (MESO_VERDICT_PAGE (page), busy);
  else if (MESO_IS_OVERRIDE_PAGE (page))
    meso_override_page_set_busy (MESO_OVERRIDE_PAGE (page), busy);
  else if (MESO_IS_CLEARANCE_PAGE (page))
    meso_clearance_page_set_busy (MESO_CLEARANCE_PAGE (page), busy);
}

static void
show_progress (MesoScreeningDialog *self,
               MesoQuestionPage    *page)
{
  double behind = 0.0;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), self->interview != NULL);
  if (self->interview == NULL)
    return;
  if (page != NULL)
    behind = meso_interview_get_progress (self->interview, meso_question_page_get_question (page)->id);
  else if (MESO_IS_VERDICT_PAGE (adw_navigation_view_get_visible_page (self->view)))
    behind = 1.0;
  gtk_progress_bar_set_fraction (self->progress, behind);
}

static void
apply_narrow (MesoScreeningDialog *self,
              GtkWidget           *page)
{
  if (MESO_IS_QUESTION_PAGE (page))
    meso_question_page_set_narrow (MESO_QUESTION_PAGE (page), self->narrow);
  else if (MESO_IS_FACTS_PAGE (page))
    meso_facts_page_set_narrow (MESO_FACTS_PAGE (page), self->narrow);
  else if (MESO_IS_VERDICT_PAGE (page))
    meso_verdict_page_set_narrow (MESO_VERDICT_PAGE (page), self->narrow);
  gtk_widget_set_visible (self->keys, !self->narrow);
}

/* Enter presses what has the focus, so that this is seen from the start. */
static void
focus_page (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  if (MESO_IS_QUESTION_PAGE (page))
    meso_question_page_focus (MESO_QUESTION_PAGE (page));
  else if (MESO_IS_FACTS_PAGE (page))
    meso_facts_page_focus (MESO_FACTS_PAGE (page));
  else if (MESO_IS_VERDICT_PAGE (page))
    meso_verdict_page_focus (MESO_VERDICT_PAGE (page));
  else if (MESO_IS_OVERRIDE_PAGE (page))
    meso_override_page_focus (MESO_OVERRIDE_PAGE (page));
  else if (MESO_IS_CLEARANCE_PAGE (page))
    meso_clearance_page_focus (MESO_CLEARANCE_PAGE (page));
}

/* Whatever came into sight is brought up to date, and may be typed into at once. */
void
meso_screening_dialog_show_page (MesoScreeningDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);
  MesoQuestionPage *question = MESO_IS_QUESTION_PAGE (page) ? MESO_QUESTION_PAGE (page) : NULL;

  if (page == NULL)
    return;
  gtk_widget_set_visible (self->back, adw_navigation_view_get_previous_page (self->view, page) != NULL);
  gtk_widget_set_visible (self->footer, question != NULL || MESO_IS_FACTS_PAGE (page));
  apply_narrow (self, GTK_WIDGET (page));
  show_progress (self, question);
  if (question != NULL)
    {
      meso_question_page_refresh (question);
      if (self->notice != NULL)
        meso_question_page_say (question, self->notice);
      g_clear_pointer (&self->notice, g_free);
      meso_screening_dialog_keep_draft (self);
    }
  focus_page (GTK_WIDGET (page));
}

static void
visible_page_changed (MesoScreeningDialog *self)
{
  self->shown_at = g_get_monotonic_time ();
  if (self->context != NULL)
    meso_screening_dialog_show_page (self);
}

void
meso_screening_dialog_show_result (MesoScreeningDialog *self,
                                   const MesoResult    *result)
{
  if (self->verdict_page == NULL)
    self->verdict_page = g_object_ref_sink (meso_verdict_page_new (self->context));
  meso_verdict_page_set_narrow (self->verdict_page, self->narrow);
  meso_verdict_page_show (self->verdict_page, result);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);

  if (!self->busy)
    adw_navigation_view_pop (self->view);
}

static void
screening_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);
  const char *target = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (self->busy || self->file == NULL)
    return;
  if (g_str_equal (name, "screening.answer") && self->interview == NULL)
    meso_screening_dialog_begin (self, target);
  else if (g_str_equal (name, "screening.answer"))
    meso_screening_dialog_ask (self, target);
  else if (g_str_equal (name, "screening.again"))
    meso_screening_dialog_begin (self, NULL);
  else if (g_str_equal (name, "screening.finish"))
    meso_screening_dialog_finish (self);
  else if (g_str_equal (name, "screening.decide"))
    meso_screening_dialog_decide (self, target);
  else if (g_str_equal (name, "screening.clear"))
    meso_screening_dialog_clear (self, target);
  else if (g_str_equal (name, "screening.open-scan"))
    meso_scan_copy_open (self->context, widget, target);
  else if (g_str_equal (name, "screening.sign"))
    meso_screening_dialog_sign (self);
  else if (g_str_equal (name, "screening.print"))
    meso_screening_dialog_print (self);
  else
    meso_screening_dialog_wait (self);
}

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);
  g_autofree char *patient = g_strdup (self->patient_id);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  adw_dialog_close (ADW_DIALOG (self));
  if (g_str_equal (name, "screening.next") && window != NULL)
    gtk_widget_activate_action (window, "win.next-step", "s", patient);
}

static void
meso_screening_dialog_closed (AdwDialog *dialog)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (dialog);

  if (self->reasons_keeper != NULL)
    meso_draft_keeper_flush (self->reasons_keeper);
  if (self->keeper == NULL)
    return;
  meso_draft_keeper_flush (self->keeper);
  if (self->interview != NULL && g_hash_table_size (meso_interview_get_response (self->interview)->answers) > 0)
    meso_error_presenter_say (GTK_WIDGET (self), _("The answers are saved. Resume whenever you like."), NULL);
}

static void
clinic_changed (MesoScreeningDialog *self,
                const char          *what,
                const char          *id,
                MesoClinic          *clinic)
{
  if (self->interview != NULL && !self->busy && g_str_equal (what, "protocol") &&
      meso_clinic_get_protocol (clinic) != meso_interview_get_protocol (self->interview))
    meso_screening_dialog_renew (self);
  /* Reasons are another's to give as soon as somebody else is at the desk. */
  if (self->screening_id == NULL || self->interview != NULL)
    return;
  if (g_str_equal (what, "desk"))
    adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->verdict_page));
  if (g_str_equal (what, "desk") || g_str_equal (what, "staff") || g_str_equal (what, "decision") || g_str_equal (what, "screening"))
    meso_screening_dialog_load (self);
}

static void
meso_screening_dialog_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, MESO_SCREENING_DIALOG (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
meso_screening_dialog_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  apply_narrow (self, GTK_WIDGET (adw_navigation_view_get_visible_page (self->view)));
}

/* Whatever had the focus lost it when the dialog became a sheet, or a window of its own. */
static void
view_mapped (MesoScreeningDialog *self)
{
  focus_page (GTK_WIDGET (adw_navigation_view_get_visible_page (self->view)));
}

static void
meso_screening_dialog_dispose (GObject *object)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SCREENING_DIALOG);
  g_clear_object (&self->facts);
  g_clear_object (&self->verdict_page);
  g_clear_object (&self->keeper);
  g_clear_object (&self->reasons_keeper);
  g_clear_pointer (&self->interview, meso_interview_free);
  g_clear_pointer (&self->file, meso_screening_file_free);
  g_clear_pointer (&self->patient_id, g_free);
  g_clear_pointer (&self->screening_id, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_screening_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const plain[] = { "screening.again", "screening.finish", "screening.print", "screening.sign",
                                       "screening.wait" };
  static const char *const aimed[] = { "screening.answer", "screening.decide", "screening.clear", "screening.open-scan" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i], NULL, screening_action);
  for (guint i = 0; i < G_N_ELEMENTS (aimed); i++)
    gtk_widget_class_install_action (widget_class, aimed[i], "s", screening_action);
  gtk_widget_class_install_action (widget_class, "screening.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "screening.done", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "screening.next", NULL, leave_action);
}

static void
meso_screening_dialog_class_init (MesoScreeningDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = meso_screening_dialog_dispose;
  object_class->get_property = meso_screening_dialog_get_property;
  object_class->set_property = meso_screening_dialog_set_property;
  ADW_DIALOG_CLASS (klass)->closed = meso_screening_dialog_closed;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-screening-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, back);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, view);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, footer);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, saved);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningDialog, keys);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, view_mapped);
  install_actions (widget_class);
}

static void
meso_screening_dialog_init (MesoScreeningDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  meso_screening_dialog_read_keys (self);
}

MesoScreeningDialog *
meso_screening_dialog_new (MesoContext *context,
                           const char  *patient,
                           MesoForm     form,
                           const char  *screening)
{
  MesoScreeningDialog *self = g_object_new (MESO_TYPE_SCREENING_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->form = form;
  self->patient_id = g_strdup (patient);
  self->screening_id = g_strdup (screening);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  meso_screening_dialog_load (self);
  return self;
}
