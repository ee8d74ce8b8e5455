/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-alike-view.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-patient-twins-service.h"
#include "meso-patient-words.h"
#include "meso-twin-words.h"

/* Somebody who types is not interrupted at each letter. */
#define DELAY_MS 300
#define SHOWN_MAX 2

struct _MesoAlikeView
{
  AdwBin parent_instance;

  MesoContext *context;
  MesoPatient *typed;           /* (nullable): still to be asked about */
  guint timer;
  guint asked;                  /* only the newest answer counts */

  GtkRevealer *revealer;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MesoAlikeView, meso_alike_view, ADW_TYPE_BIN)

enum { CHOSEN, COMPARE, N_SIGNALS };
static guint signals[N_SIGNALS];

static const MesoPatient *
get_patient (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "patient");
}

static void
open_clicked (MesoAlikeView *self,
              GtkWidget     *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_patient (button)->id);
}

static void
compare_clicked (MesoAlikeView *self,
                 GtkWidget     *button)
{
  g_signal_emit (self, signals[COMPARE], 0, get_patient (button));
}

static GtkWidget *
make_button (MesoAlikeView     *self,
             const MesoPatient *patient,
             const char        *label,
             GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = meso_patient_dup_full_name (patient);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  g_object_set_data_full (G_OBJECT (button), "patient", meso_patient_copy (patient), (GDestroyNotify) meso_patient_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "natural-wrap-mode",
                                   GTK_NATURAL_WRAP_WORD, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_words (MesoAlikeView       *self,
            const MesoTwinMatch *match)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *name = meso_patient_dup_full_name (match->patient);
  g_autofree char *facts = meso_patient_words_line (self->context, match->patient);
  g_autofree char *why = meso_twin_words_why (&match->twin);

  gtk_box_append (GTK_BOX (box), make_label (name, NULL));
  /* The reason is what somebody has to judge: it has a line of its own. */
  gtk_box_append (GTK_BOX (box), make_label (why, "caption"));
  gtk_box_append (GTK_BOX (box), make_label (facts, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  return box;
}

/* The buttons stand beside the words, or below them where there is no room. */
static GtkWidget *
make_row (MesoAlikeView       *self,
          const MesoTwinMatch *match)
{
  AdwWrapBox *box = ADW_WRAP_BOX (g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 8, "justify",
                                                ADW_JUSTIFY_SPREAD, NULL));
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (box), "compared");
  gtk_box_append (GTK_BOX (words), meso_badge_new ("meso-merge-symbolic", match->twin.grade == MESO_PATIENT_TWIN_POSSIBLE ? "neutral"
                                                                                                                          : "warning"));
  gtk_box_append (GTK_BOX (words), make_words (self, match));
  gtk_box_append (GTK_BOX (buttons), make_button (self, match->patient, _("_Compare"), G_CALLBACK (compare_clicked)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, match->patient, _("_Open"), G_CALLBACK (open_clicked)));
  adw_wrap_box_append (box, words);
  adw_wrap_box_append (box, buttons);
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", box, NULL);
}

static gpointer
list_alike (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  return meso_patient_twins_service_list_alike (clinic, request, SHOWN_MAX, error);
}

static void
show (GtkWidget    *widget,
      gpointer      result,
      const GError *error,
      gpointer      user_data)
{
  MesoAlikeView *self = MESO_ALIKE_VIEW (widget);
  const GPtrArray *matches = result;

  /* It is a hint: when it can't be had, nothing is lost. */
  if (matches == NULL || GPOINTER_TO_UINT (user_data) != self->asked)
    return;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < matches->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (matches, i)));
  if (matches->len > 0 && !gtk_revealer_get_reveal_child (self->revealer))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _("This person may already be on file."),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_revealer_set_reveal_child (self->revealer, matches->len > 0);
}

static gboolean
ask (gpointer data)
{
  MesoAlikeView *self = data;

  self->timer = 0;
  meso_context_call (self->context, GTK_WIDGET (self), list_alike, g_steal_pointer (&self->typed),
                     (GDestroyNotify) meso_patient_free, (GDestroyNotify) g_ptr_array_unref, show,
                     GUINT_TO_POINTER (++self->asked));
  return G_SOURCE_REMOVE;
}

static void
meso_alike_view_dispose (GObject *object)
{
  MesoAlikeView *self = MESO_ALIKE_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_ALIKE_VIEW);
  g_clear_object (&self->context);
  g_clear_pointer (&self->typed, meso_patient_free);
  G_OBJECT_CLASS (meso_alike_view_parent_class)->dispose (object);
}

static void
meso_alike_view_class_init (MesoAlikeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_alike_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-alike-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoAlikeView, revealer);
  gtk_widget_class_bind_template_child (widget_class, MesoAlikeView, list);
}

static void
meso_alike_view_init (MesoAlikeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_alike_view_look (MesoAlikeView *self,
                      MesoContext   *context,
                      MesoPatient   *typed)
{
  g_set_object (&self->context, context);
  g_clear_pointer (&self->typed, meso_patient_free);
  self->typed = typed;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (DELAY_MS, ask, self);
}
