/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-alike-view.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-patient-twins-service.h"
#include "meso-patient-words.h"

/* Somebody who types is not interrupted at each letter. */
#define DELAY_MS 300
#define SHOWN_MAX 2

struct _MesoAlikeView
{
  AdwBin parent_instance;

  MesoContext *context;
  MesoPatient *typed;           /* (nullable): still to be asked about */
  char *own_id;                 /* (nullable) */
  guint timer;
  guint asked;                  /* only the newest answer counts */

  GtkRevealer *revealer;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MesoAlikeView, meso_alike_view, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clicked (MesoAlikeView *self,
         GtkWidget     *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "patient"));
}

static GtkWidget *
make_row (MesoAlikeView     *self,
          const MesoPatient *patient)
{
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *line = meso_patient_words_line (self->context, patient);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, line);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open That Record"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "patient", g_strdup (patient->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static gpointer
list_alike (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  return meso_patient_twins_service_list_alike (clinic, request, SHOWN_MAX + 1, error);
}

static void
show (GtkWidget    *widget,
      gpointer      result,
      const GError *error,
      gpointer      user_data)
{
  MesoAlikeView *self = MESO_ALIKE_VIEW (widget);
  const GPtrArray *matches = result;
  guint shown = 0;

  /* It is a hint: when it can't be had, nothing is lost. */
  if (matches == NULL || GPOINTER_TO_UINT (user_data) != self->asked)
    return;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < matches->len && shown < SHOWN_MAX; i++)
    {
      const MesoTwinMatch *match = g_ptr_array_index (matches, i);

      if (g_strcmp0 (match->patient->id, self->own_id) == 0)
        continue;
      gtk_list_box_append (self->list, make_row (self, match->patient));
      shown++;
    }
  gtk_revealer_set_reveal_child (self->revealer, shown > 0);
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
  g_clear_pointer (&self->own_id, g_free);
  G_OBJECT_CLASS (meso_alike_view_parent_class)->dispose (object);
}

static void
meso_alike_view_class_init (MesoAlikeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_alike_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
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
                      MesoPatient   *typed,
                      const char    *own_id)
{
  g_set_object (&self->context, context);
  g_set_str (&self->own_id, own_id);
  g_clear_pointer (&self->typed, meso_patient_free);
  self->typed = typed;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (DELAY_MS, ask, self);
}
