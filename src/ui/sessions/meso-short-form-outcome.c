/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-short-form-outcome.h"

#include <glib/gi18n.h>

#include "meso-found-list.h"

struct _MesoShortFormOutcome
{
  GtkBox parent_instance;

  MesoFoundList *found;
  GtkWidget *outcome;
  GtkLabel *says;
  GtkButton *store_button;
};

G_DEFINE_FINAL_TYPE (MesoShortFormOutcome, meso_short_form_outcome, GTK_TYPE_BOX)

enum { STORE, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
describe (const MesoVerdict *verdict,
          gboolean           suspends)
{
  if (verdict->outcome == MESO_OUTCOME_SUITABLE)
    return _("Nothing stands in the way. The answers are stored with the session.");
  if (verdict->outcome == MESO_OUTCOME_BLOCK)
    return _("Do not treat. Store the answers: no session takes place.");
  if (suspends)
    return _("There is no session today. Once the answers are stored, the course is suspended until a physician closes that.");
  if (verdict->outcome == MESO_OUTCOME_INCOMPLETE)
    return _("As long as something is not known, no session takes place.");
  return _("Store the answers. A physician looks at them before the session can go on.");
}

void
meso_short_form_outcome_show (MesoShortFormOutcome *self,
                              MesoContext          *context,
                              const MesoVerdict    *verdict,
                              gboolean              done,
                              gboolean              suspends)
{
  gboolean shown = done && verdict != NULL;

  meso_found_list_show (self->found, context, meso_context_get_protocol (context), verdict);
  gtk_widget_set_visible (self->outcome, shown);
  if (!shown)
    return;
  gtk_label_set_label (self->says, describe (verdict, suspends));
  gtk_button_set_label (self->store_button, verdict->outcome == MESO_OUTCOME_SUITABLE ? _("S_tore without a Session")
                                                                                       : _("S_tore Answers"));
}

void
meso_short_form_outcome_set_narrow (MesoShortFormOutcome *self,
                                    gboolean              narrow)
{
  meso_found_list_set_narrow (self->found, narrow);
}

void
meso_short_form_outcome_focus (MesoShortFormOutcome *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->store_button));
}

static void
store_clicked (MesoShortFormOutcome *self)
{
  g_signal_emit (self, signals[STORE], 0);
}

static void
meso_short_form_outcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_SHORT_FORM_OUTCOME);
  G_OBJECT_CLASS (meso_short_form_outcome_parent_class)->dispose (object);
}

static void
meso_short_form_outcome_class_init (MesoShortFormOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_short_form_outcome_dispose;
  signals[STORE] = g_signal_new ("store", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_FOUND_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-short-form-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoShortFormOutcome, found);
  gtk_widget_class_bind_template_child (widget_class, MesoShortFormOutcome, outcome);
  gtk_widget_class_bind_template_child (widget_class, MesoShortFormOutcome, says);
  gtk_widget_class_bind_template_child (widget_class, MesoShortFormOutcome, store_button);
  gtk_widget_class_bind_template_callback (widget_class, store_clicked);
}

static void
meso_short_form_outcome_init (MesoShortFormOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
