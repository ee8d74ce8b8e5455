/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-page.h"

#include <glib/gi18n.h>

#include "meso-chart-words.h"
#include "meso-error-presenter.h"
#include "meso-label-call.h"
#include "meso-label-size-row.h"
#include "meso-preparation-acts.h"
#include "meso-preparation-call.h"
#include "meso-preparation-lists.h"
#include "meso-preparation-words.h"
#include "meso-prepare-patient.h"
#include "meso-row.h"
#include "meso-sheet-output.h"
#include "meso-tag.h"
#include "meso-words.h"

/* How long it may be used yet is said anew. */
#define CLOCK_SECONDS 20

struct _MesoPreparationPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *id;
  MesoRow *facts_row;              /* keeps the facts */
  const MesoPreparationFacts *facts;
  guint clock;

  AdwWindowTitle *window_title;
  GtkWidget *content;
  MesoPreparePatient *patient_card;
  GtkListBox *draws;
  GtkListBox *facts_list;
  AdwPreferencesGroup *label_group;
  GtkWidget *size_row;
  AdwBin *state_place;
  GtkLabel *before_label;
  GtkWidget *print_button;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (MesoPreparationPage, meso_preparation_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_state (MesoPreparationPage *self)
{
  MesoPreparationState state = meso_preparation_words_get_state (self->facts->preparation);
  gboolean open = state == MESO_PREPARATION_READY || state == MESO_PREPARATION_LATE;
  g_autofree char *before = open ? meso_preparation_words_before (self->context, self->facts->preparation) : NULL;

  adw_bin_set_child (self->state_place, meso_tag_new (meso_preparation_words_icon (state), meso_preparation_words_state (state),
                                                      meso_preparation_words_kind (state)));
  gtk_label_set_label (self->before_label, before != NULL ? before : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label_group), open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.save-label", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.discard", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.mark", meso_preparation_counts (self->facts->preparation) &&
                                                                          self->facts->preparation->session == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.amend", meso_preparation_counts (self->facts->preparation));
}

static void
show_title (MesoPreparationPage *self)
{
  const MesoFormulaVersion *version = self->facts->version;
  g_autofree char *who = meso_patient_dup_full_name (self->facts->overview->record->patient);
  g_autofree char *name = meso_words_isolate (who);
  g_autofree char *number = meso_context_format_number (self->context, version->version);
  /* Translators: a formula's version; %s is a number */
  g_autofree char *edition = g_strdup_printf (_("Version %s"), number);
  g_autofree char *formula = meso_words_isolate (version->name);
  g_autoptr(GString) subtitle = g_string_new (NULL);

  meso_words_append (subtitle, name);
  meso_words_append (subtitle, *version->name != '\0' ? formula : NULL);
  meso_words_append (subtitle, edition);
  adw_window_title_set_subtitle (self->window_title, subtitle->str);
}

static void
show_facts (MesoPreparationPage *self)
{
  const MesoChart *chart = self->facts->overview->chart;
  g_autofree char *step = meso_chart_words_step (self->context, chart);

  show_title (self);
  meso_prepare_patient_show (self->patient_card, self->context, self->facts->overview);
  gtk_list_box_remove_all (self->draws);
  gtk_list_box_remove_all (self->facts_list);
  meso_preparation_lists_add_draws (self->draws, self->context, self->facts);
  meso_preparation_lists_add_facts (self->facts_list, self->context, self->facts);
  gtk_button_set_label (self->next_button, step);
  gtk_widget_set_visible (self->content, TRUE);
  show_state (self);
}

static void
facts_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoPreparationPage *self = MESO_PREPARATION_PAGE (widget);
  gboolean first = self->facts == NULL;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the preparation"), error);
      return;
    }
  g_set_object (&self->facts_row, result);
  self->facts = meso_row_get_value (result);
  show_facts (self);
  if (first)
    gtk_widget_grab_focus (self->print_button);
}

static void
load (MesoPreparationPage *self)
{
  MesoPreparationRequest *request = meso_preparation_request_new (self->id, NULL, meso_context_get_today (self->context));

  meso_context_call (self->context, GTK_WIDGET (self), meso_preparation_call_load, request,
                     (GDestroyNotify) meso_preparation_request_free, g_object_unref, facts_loaded, NULL);
}

static void
clinic_changed (MesoPreparationPage *self,
                const char          *what,
                const char          *id)
{
  static const char *const watched[] = { "preparation", "session", "stock", "patient", "screening", "decision", "plan", "staff", NULL };

  if (g_strv_contains (watched, what))
    load (self);
}

static void
label_finished (GtkWidget    *widget,
                gboolean      printed,
                gboolean      done,
                const GError *error)
{
  if (error != NULL)
    meso_error_presenter_alert (widget, printed ? _("print the label") : _("save the label"), error);
  if (!done)
    return;
  meso_error_presenter_say (widget, printed ? _("Sent to the printer") : _("Label saved"), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (MESO_PREPARATION_PAGE (widget)->next_button));
}

static void
label_made (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  meso_sheet_output_take_written (user_data, error);
}

static void
label_wanted (GtkWidget       *widget,
              MesoSheetOutput *output)
{
  MesoPreparationPage *self = MESO_PREPARATION_PAGE (widget);
  MesoLabelOrder *order = meso_label_order_new (self->id, meso_label_size_row_get (self->size_row), meso_sheet_output_get_file (output));

  meso_context_call (self->context, widget, meso_label_call_make, order, (GDestroyNotify) meso_label_order_free, NULL, label_made, output);
}

static void
label_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MesoPreparationPage *self = MESO_PREPARATION_PAGE (widget);
  g_autofree char *file_name = NULL;

  if (g_str_equal (name, "page.print"))
    {
      meso_sheet_output_print (widget, _("Print Label"), label_wanted, label_finished);
      return;
    }
  /* The name of a file is seen by many: a file number, no name. */
  file_name = g_strdup_printf ("label-%s.pdf", self->facts->overview->record->patient->file_number);
  meso_sheet_output_save (widget, file_name, label_wanted, label_finished);
}

static void
act_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MesoPreparationPage *self = MESO_PREPARATION_PAGE (widget);
  const MesoPreparation *preparation;

  if (self->facts == NULL)
    return;
  preparation = self->facts->preparation;
  if (g_str_equal (name, "preparation.discard"))
    meso_preparation_acts_discard (widget, self->context, preparation);
  else if (g_str_equal (name, "preparation.mark"))
    meso_preparation_acts_mark (widget, self->context, preparation);
  else if (g_str_equal (name, "preparation.amend"))
    gtk_widget_activate_action (widget, "win.amend-preparation", "s", preparation->id);
  else if (g_str_equal (name, "preparation.formula"))
    gtk_widget_activate_action (widget, "win.formula", "(ss)", preparation->patient, preparation->formula);
  else
    gtk_widget_activate_action (widget, "win.open-patient", "s", preparation->patient);
}

static void
take_next_step (MesoPreparationPage *self)
{
  if (self->facts != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.next-step", "s", self->facts->overview->record->patient->id);
}

static gboolean
tick (gpointer data)
{
  MesoPreparationPage *self = data;

  if (self->facts != NULL)
    show_state (self);
  return G_SOURCE_CONTINUE;
}

static void
meso_preparation_page_dispose (GObject *object)
{
  MesoPreparationPage *self = MESO_PREPARATION_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PREPARATION_PAGE);
  self->facts = NULL;
  g_clear_object (&self->facts_row);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_preparation_page_parent_class)->dispose (object);
}

static void
meso_preparation_page_class_init (MesoPreparationPageClass *klass)
{
  static const char *const acts[] = { "preparation.amend", "preparation.discard", "preparation.mark", "preparation.formula",
                                      "preparation.patient" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_preparation_page_dispose;
  g_type_ensure (MESO_TYPE_PREPARE_PATIENT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-preparation-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MesoPreparationPage, name)
  BIND (window_title);
  BIND (content);
  BIND (patient_card);
  BIND (draws);
  BIND (facts_list);
  BIND (label_group);
  BIND (state_place);
  BIND (before_label);
  BIND (print_button);
  BIND (next_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, take_next_step);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, label_action);
  gtk_widget_class_install_action (widget_class, "preparation.save-label", NULL, label_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preparation.save-label", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, act_action);
}

static void
meso_preparation_page_init (MesoPreparationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->size_row = meso_label_size_row_new ();
  adw_preferences_group_add (self->label_group, self->size_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.save-label", FALSE);
}

MesoPreparationPage *
meso_preparation_page_new (MesoContext *context,
                           const char  *preparation)
{
  MesoPreparationPage *self = g_object_new (MESO_TYPE_PREPARATION_PAGE, NULL);

  self->context = g_object_ref (context);
  self->id = g_strdup (preparation);
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, tick, self);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}
