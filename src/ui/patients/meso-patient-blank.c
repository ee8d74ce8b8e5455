/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-blank.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-patient-words.h"

/* Milliseconds until waiting is said. */
#define PATIENCE 600

struct _MesoPatientBlank
{
  AdwBin parent_instance;

  guint patience;           /* id of a source, or 0 */

  GtkStack *stack;
  AdwStatusPage *nobody;
  GtkWidget *nobody_new;
  GtkWidget *nobody_all;
  GtkLabel *nobody_label;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (MesoPatientBlank, meso_patient_blank, ADW_TYPE_BIN)

enum { NEW_PATIENT, SHOW_ALL, RETRY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
new_clicked (MesoPatientBlank *self)
{
  g_signal_emit (self, signals[NEW_PATIENT], 0);
}

static void
all_clicked (MesoPatientBlank *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
retry (MesoPatientBlank *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
meso_patient_blank_dispose (GObject *object)
{
  MesoPatientBlank *self = MESO_PATIENT_BLANK (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_BLANK);
  G_OBJECT_CLASS (meso_patient_blank_parent_class)->dispose (object);
}

static void
meso_patient_blank_class_init (MesoPatientBlankClass *klass)
{
  static const char *const names[N_SIGNALS] = { "new-patient", "show-all", "retry" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_blank_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-blank.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientBlank, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientBlank, nobody);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientBlank, nobody_new);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientBlank, nobody_all);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientBlank, nobody_label);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientBlank, failed);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, retry);
}

static void
meso_patient_blank_init (MesoPatientBlank *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (MesoPatientBlank *self,
      const char       *page)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static gboolean
patience_over (gpointer data)
{
  MesoPatientBlank *self = data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Nothing flickers by: what stood there stays until there is something else to show, or it takes long. */
void
meso_patient_blank_wait (MesoPatientBlank *self)
{
  if (self->patience == 0 && !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading"))
    self->patience = g_timeout_add (PATIENCE, patience_over, self);
}

void
meso_patient_blank_show_empty (MesoPatientBlank *self)
{
  show (self, "empty");
}

void
meso_patient_blank_show_nobody (MesoPatientBlank *self,
                                const char       *typed,
                                gboolean          filtered)
{
  g_autofree char *isolated = meso_words_isolate (typed);
  g_autofree char *text = g_strdup_printf (_("New Patient “%s”"), isolated);
  const char *hint = NULL;

  if (*typed != '\0')
    hint = filtered ? _("Only a part of the patients was looked at.")
                    : _("Fewer letters find more. A name is found in the scripts that it was entered in.");
  gtk_label_set_label (self->nobody_label, text);
  gtk_widget_set_visible (self->nobody_new, *typed != '\0');
  gtk_widget_set_visible (self->nobody_all, filtered);
  adw_status_page_set_title (self->nobody, *typed != '\0' ? _("Nobody Found") : _("Nobody Here Now"));
  adw_status_page_set_description (self->nobody, hint);
  show (self, "nobody");
}

void
meso_patient_blank_show_failed (MesoPatientBlank *self,
                                const GError     *error)
{
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe (_("read the patients"), error);

  adw_status_page_set_description (self->failed, text->body);
  show (self, "failed");
}
