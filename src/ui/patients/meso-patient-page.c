/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-course-bar.h"
#include "meso-course-view.h"
#include "meso-documents-view.h"
#include "meso-page-facts.h"
#include "meso-patient-actions.h"
#include "meso-patient-header.h"
#include "meso-patient-photo.h"
#include "meso-patient-words.h"
#include "meso-record-cards.h"
#include "meso-record-service.h"
#include "meso-screening-view.h"
#include "meso-text.h"
#include "meso-timeline-view.h"

struct _MesoPatientPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *patient;                /* as it was asked for: it may have been merged into another */
  MesoQueryList *facts;
  gboolean photo_shown;
  gboolean led_here_seen;
  gboolean begun;               /* whether it had something to put the focus on */

  AdwWindowTitle *heading;
  AdwBanner *archived;
  AdwBanner *led_here;
  MesoPatientHeader *header;
  GtkWidget *menu;
  GtkStack *pages;
  AdwStatusPage *erased;
  AdwViewStack *views;
  MesoTimelineView *timeline;
  GtkScrolledWindow *wide_slot;
  GtkScrolledWindow *narrow_slot;
  GtkWidget *side;
  GtkWidget *course_card;
  MesoCourseBar *bar;
  GtkLabel *course_note;
  MesoRecordCards *cards;
  MesoScreeningView *screening;
  MesoCourseView *course;
  MesoDocumentsView *documents;
};

G_DEFINE_FINAL_TYPE (MesoPatientPage, meso_patient_page, ADW_TYPE_NAVIGATION_PAGE)

/* (nullable) (transfer none) */
static const MesoPageFacts *
get_facts (MesoPatientPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->facts), 0);

  /* The list holds it as well. */
  return row != NULL ? meso_row_get_value (row) : NULL;
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (MESO_PATIENT_PAGE (widget)->views, g_variant_get_string (parameter, NULL));
}

static void
result_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const MesoPageFacts *facts = get_facts (MESO_PATIENT_PAGE (widget));

  if (facts != NULL && facts->overview->chart->screening != NULL)
    gtk_widget_activate_action (widget, "win.decide", "s", facts->overview->chart->screening->id);
}

/* "patient.screen" is "win.screen" of this patient. */
static void
window_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *const ours[] = { "patient.edit", "patient.screen", "patient.short-form", "patient.plan", "patient.book", "patient.lots" };
  const char *const theirs[] = { "win.edit-patient", "win.screen", "win.short-form", "win.plan", "win.book", "win.patient-lots" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      if (g_str_equal (name, ours[i]))
        gtk_widget_activate_action (widget, theirs[i], "s", MESO_PATIENT_PAGE (widget)->patient);
    }
}

static void
pair_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, g_str_equal (name, "patient.formula") ? "win.formula" : "win.session", "(ss)",
                              MESO_PATIENT_PAGE (widget)->patient, "");
}

static void
part_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-patient-part", "(ss)", MESO_PATIENT_PAGE (widget)->patient,
                              g_variant_get_string (parameter, NULL));
}

static void
handout_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.handout", "(sss)", MESO_PATIENT_PAGE (widget)->patient,
                              g_variant_get_string (parameter, NULL), "");
}

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoPatientPage *self = MESO_PATIENT_PAGE (widget);
  const MesoPageFacts *facts = get_facts (self);

  if (facts != NULL)
    meso_patient_actions_run (widget, self->context, facts, name + strlen ("patient."),
                              parameter != NULL ? g_variant_get_string (parameter, NULL) : "");
}

/* The cards stand beside the timeline, or in a place of their own where that is too narrow. */
static void
place_side (MesoPatientPage *self)
{
  gboolean wide = gtk_widget_get_visible (GTK_WIDGET (self->wide_slot));
  GtkScrolledWindow *from = wide ? self->narrow_slot : self->wide_slot;
  GtkScrolledWindow *to = wide ? self->wide_slot : self->narrow_slot;

  if (gtk_widget_is_ancestor (self->side, GTK_WIDGET (to)))
    return;
  g_object_ref (self->side);
  gtk_scrolled_window_set_child (from, NULL);
  gtk_scrolled_window_set_child (to, self->side);
  g_object_unref (self->side);
  gtk_widget_set_margin_start (self->side, wide ? 6 : 14);
  if (wide && g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "details") == 0)
    adw_view_stack_set_visible_child_name (self->views, "timeline");
}

static void
led_here_closed (MesoPatientPage *self)
{
  self->led_here_seen = TRUE;
  adw_banner_set_revealed (self->led_here, FALSE);
}

/* Who asked for a record that was merged must know why another one opened. */
static void
show_led_here (MesoPatientPage     *self,
               const MesoPageFacts *facts)
{
  for (guint i = 0; i < facts->merged->len && !self->led_here_seen; i++)
    {
      const MesoPatient *merged = g_ptr_array_index (facts->merged, i);
      g_autofree char *number = meso_context_localise_digits (self->context, merged->file_number);
      g_autofree char *isolated = meso_text_isolate (number);
      g_autofree char *text = g_strdup_printf (_("File %s was merged into this record"), isolated);

      if (!g_str_equal (merged->id, self->patient))
        continue;
      adw_banner_set_title (self->led_here, text);
      adw_banner_set_revealed (self->led_here, TRUE);
    }
}

static void
photo_loaded (GtkWidget  *widget,
              GdkTexture *texture)
{
  meso_patient_header_set_photo (MESO_PATIENT_PAGE (widget)->header, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
}

static void
show_photo (MesoPatientPage   *self,
            const MesoPatient *patient)
{
  if (patient->has_photo)
    meso_patient_photo_load (GTK_WIDGET (self), self->context, patient->id, photo_loaded);
  else if (self->photo_shown)
    meso_patient_header_set_photo (self->header, NULL);
  self->photo_shown = patient->has_photo;
}

static void
show_side (MesoPatientPage     *self,
           const MesoPageFacts *facts)
{
  const MesoChart *chart = facts->overview->chart;
  g_autofree char *note = meso_course_view_describe (self->context, chart);

  meso_course_bar_show (self->bar, chart->course);
  gtk_label_set_label (self->course_note, note);
  gtk_widget_set_visible (self->course_card, chart->course != NULL);
  meso_record_cards_show (self->cards, self->context, facts->overview->record);
}

static void
show_title (MesoPatientPage   *self,
            const MesoPatient *patient)
{
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *number = meso_context_localise_digits (self->context, patient->file_number);
  g_autofree char *isolated = meso_text_isolate (number);
  g_autofree char *file = g_strdup_printf (_("File %s"), isolated);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *name != '\0' ? name : file);
  adw_window_title_set_title (self->heading, *name != '\0' ? name : file);
  adw_window_title_set_subtitle (self->heading, *name != '\0' ? file : "");
}

/* Whoever came here goes on with what comes next, not back. Where somebody has gone elsewhere meanwhile, they stay. */
static void
take_focus (MesoPatientPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->begun || root == NULL)
    return;
  self->begun = TRUE;
  if (focus == NULL || (gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL))
    {
      /* Nothing may come next. */
      if (!gtk_widget_grab_focus (GTK_WIDGET (self->header)))
        gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
    }
}

static void
show_record (MesoPatientPage     *self,
             MesoRow             *row,
             const MesoPageFacts *facts)
{
  const MesoPatient *patient = facts->overview->record->patient;

  meso_patient_header_show (self->header, self->context, facts->overview, facts->merged);
  adw_banner_set_revealed (self->archived, patient->archived);
  show_led_here (self, facts);
  show_photo (self, patient);
  meso_screening_view_show (self->screening, self->context, facts->overview->chart);
  meso_course_view_show (self->course, self->context, row);
  show_side (self, facts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patient.archive", !patient->archived);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patient.restore", patient->archived);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patient.remove-photo", patient->has_photo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patient.unmerge", facts->merged->len > 0);
  gtk_stack_set_visible_child_name (self->pages, "record");
  take_focus (self);
}

static void
show_facts (MesoPatientPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->facts), 0);
  const MesoPageFacts *facts = row != NULL ? meso_row_get_value (row) : NULL;
  gboolean erased = facts != NULL && facts->erasure != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->header), facts != NULL && !erased);
  gtk_widget_set_visible (self->menu, !erased);
  gtk_widget_set_sensitive (self->menu, facts != NULL);
  if (facts == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, meso_query_list_get_error (self->facts) != NULL ? "failed" : "loading");
      return;
    }
  show_title (self, facts->overview->record->patient);
  if (erased)
    {
      g_autofree char *text = meso_patient_actions_describe_erasure (self->context, facts->erasure);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      adw_status_page_set_description (self->erased, markup);
      gtk_stack_set_visible_child_name (self->pages, "erased");
    }
  else
    show_record (self, row, facts);
}

static void
meso_patient_page_dispose (GObject *object)
{
  MesoPatientPage *self = MESO_PATIENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_PAGE);
  g_clear_object (&self->facts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  G_OBJECT_CLASS (meso_patient_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, archived);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, led_here);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, header);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, menu);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, pages);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, erased);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, views);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, wide_slot);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, narrow_slot);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, side);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, course_card);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, course_note);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, cards);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, screening);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, course);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, documents);
  gtk_widget_class_bind_template_callback (widget_class, place_side);
  gtk_widget_class_bind_template_callback (widget_class, led_here_closed);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const window_actions[] = { "patient.edit", "patient.screen", "patient.short-form", "patient.plan",
                                                "patient.book", "patient.lots" };
  static const char *const record_actions[] = { "patient.history", "patient.change-photo", "patient.remove-photo", "patient.merge",
                                                "patient.unmerge", "patient.release", "patient.archive", "patient.restore",
                                                "patient.erase" };

  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (widget_class, window_actions[i], NULL, window_action);
  for (guint i = 0; i < G_N_ELEMENTS (record_actions); i++)
    gtk_widget_class_install_action (widget_class, record_actions[i], NULL, record_action);
  gtk_widget_class_install_action (widget_class, "patient.copy", "s", record_action);
  gtk_widget_class_install_action (widget_class, "patient.formula", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "patient.session", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "patient.edit-part", "s", part_action);
  gtk_widget_class_install_action (widget_class, "patient.handout", "s", handout_action);
  gtk_widget_class_install_action (widget_class, "patient.result", NULL, result_action);
  gtk_widget_class_install_action (widget_class, "patient.show", "s", show_action);
}

static void
meso_patient_page_class_init (MesoPatientPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_page_dispose;
  g_type_ensure (MESO_TYPE_COURSE_BAR);
  g_type_ensure (MESO_TYPE_COURSE_VIEW);
  g_type_ensure (MESO_TYPE_DOCUMENTS_VIEW);
  g_type_ensure (MESO_TYPE_PATIENT_HEADER);
  g_type_ensure (MESO_TYPE_RECORD_CARDS);
  g_type_ensure (MESO_TYPE_SCREENING_VIEW);
  g_type_ensure (MESO_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
meso_patient_page_init (MesoPatientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Reading a record is written down, once for a page, however often it is shown anew. */
static gpointer
log_reading (MesoClinic  *clinic,
             gpointer     patient,
             GError     **error)
{
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (clinic, patient, error);

  return NULL;
}

static void
ignore_answer (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
}

MesoPatientPage *
meso_patient_page_new (MesoContext *context,
                       const char  *patient)
{
  MesoPatientPage *self = g_object_new (MESO_TYPE_PATIENT_PAGE, NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->facts = meso_page_facts_list_new (context, patient);
  meso_timeline_view_begin (self->timeline, context, patient);
  meso_screening_view_begin (self->screening, context, patient);
  meso_documents_view_begin (self->documents, context, patient);
  meso_context_call (context, GTK_WIDGET (self), log_reading, g_strdup (patient), g_free, NULL, ignore_answer, NULL);
  g_signal_connect_object (self->facts, "items-changed", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "notify::error", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  show_facts (self);
  return self;
}
