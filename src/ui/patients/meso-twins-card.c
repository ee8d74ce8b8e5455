/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-twins-card.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-error-presenter.h"
#include "meso-patient-reason.h"
#include "meso-patient-twins-service.h"
#include "meso-patient-words.h"
#include "meso-query-list.h"
#include "meso-twin-words.h"
#include "meso-undo.h"
#include "meso-window-action.h"

/* Pairs to know of: a clinic with more has one look after the other. */
#define PAIRS_MAX 100

struct _MesoTwinsCard
{
  AdwBin parent_instance;

  MesoContext *context;
  MesoQueryList *pairs;
  GHashTable *ids;            /* of all pairs */
  const MesoSought *sought;   /* (nullable), not owned */
  gboolean offered;
  char *first;                /* of the pair in sight */
  char *second;

  GtkWidget *card;
  AdwBin *badge;
  GtkLabel *title;
  GtkLabel *line;
  GtkWidget *buttons;
  GtkWidget *compare;
};

G_DEFINE_FINAL_TYPE (MesoTwinsCard, meso_twins_card, ADW_TYPE_BIN)

static guint changed_signal;

static gpointer
list_pairs (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) pairs = meso_patient_twins_service_list_pairs (clinic, PAIRS_MAX, error);
  GPtrArray *rows = pairs != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  while (pairs != NULL && pairs->len > 0)
    {
      MesoTwinPair *pair = g_ptr_array_steal_index (pairs, 0);
      g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT, pair->first->id,
                                              pair->first->revision, pair->second->id, pair->second->revision);

      g_ptr_array_add (rows, meso_row_new (key, pair, (GDestroyNotify) meso_twin_pair_free));
    }
  return rows;
}

static void
show_pair (MesoTwinsCard      *self,
           const MesoTwinPair *pair)
{
  g_autofree char *first = meso_patient_dup_full_name (pair->first);
  g_autofree char *second = meso_patient_dup_full_name (pair->second);
  g_autofree char *first_isolated = meso_words_isolate (first);
  g_autofree char *second_isolated = meso_words_isolate (second);
  /* Translators: both are names of patients */
  g_autofree char *title = g_strdup_printf (_("%s and %s may be one person"), first_isolated, second_isolated);
  g_autofree char *why = meso_twin_words_why (&pair->twin);
  g_autoptr(GString) line = g_string_new (why);

  meso_words_append (line, _("merging can be undone"));
  g_set_str (&self->first, pair->first->id);
  g_set_str (&self->second, pair->second->id);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->line, line->str);
  gtk_widget_set_visible (self->compare, meso_window_action_exists (GTK_WIDGET (self), "win.compare-patients"));
}

/* As the list itself finds people, but for what stands in records that were merged into one. */
static gboolean
is_sought (MesoTwinsCard     *self,
           const MesoPatient *patient)
{
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *other_name = meso_patient_dup_other_name (patient);

  return self->sought == NULL || meso_patient_reason_find (self->context, patient, self->sought, name, other_name).explained;
}

static void
update (MesoTwinsCard *self)
{
  guint n = self->offered && self->pairs != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->pairs)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->pairs), i);
      const MesoTwinPair *pair = meso_row_get_value (row);

      if (!is_sought (self, pair->first) && !is_sought (self, pair->second))
        continue;
      show_pair (self, pair);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
pairs_changed (MesoTwinsCard *self)
{
  g_hash_table_remove_all (self->ids);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pairs)); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->pairs), i);
      const MesoTwinPair *pair = meso_row_get_value (row);

      g_hash_table_add (self->ids, g_strdup (pair->first->id));
      g_hash_table_add (self->ids, g_strdup (pair->second->id));
    }
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

static gpointer
set_different (MesoClinic  *clinic,
               gpointer     pair,
               GError     **error)
{
  char **ids = pair;

  return meso_patient_twins_service_set_different (clinic, ids[0], ids[1], NULL, error) ? g_strdupv (ids) : NULL;
}

static gpointer
take_back (MesoClinic  *clinic,
           gpointer     pair,
           GError     **error)
{
  char **ids = pair;

  meso_patient_twins_service_take_back (clinic, ids[0], ids[1], error);
  return NULL;
}

static void
told_apart (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      data)
{
  MesoTwinsCard *self = MESO_TWINS_CARD (widget);

  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (error != NULL)
    {
      meso_error_presenter_toast (widget, _("note that they are two persons"), error);
      return;
    }
  meso_undo_offer (widget, self->context, _("Noted as two persons"), take_back, g_strdupv (result),
                   (GDestroyNotify) g_strfreev);
}

static char **
dup_pair (MesoTwinsCard *self)
{
  const char *const pair[] = { self->first, self->second, NULL };

  return g_strdupv ((char **) pair);
}

static void
different_clicked (MesoTwinsCard *self)
{
  gtk_widget_set_sensitive (self->buttons, FALSE);
  meso_context_call (self->context, GTK_WIDGET (self), set_different, dup_pair (self), (GDestroyNotify) g_strfreev,
                     (GDestroyNotify) g_strfreev, told_apart, NULL);
}

static void
compare_clicked (MesoTwinsCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-patients", "(ss)", self->first, self->second);
}

static void
meso_twins_card_dispose (GObject *object)
{
  MesoTwinsCard *self = MESO_TWINS_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_TWINS_CARD);
  g_clear_object (&self->pairs);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_twins_card_parent_class)->dispose (object);
}

static void
meso_twins_card_finalize (GObject *object)
{
  MesoTwinsCard *self = MESO_TWINS_CARD (object);

  g_hash_table_unref (self->ids);
  g_free (self->first);
  g_free (self->second);
  G_OBJECT_CLASS (meso_twins_card_parent_class)->finalize (object);
}

static void
meso_twins_card_class_init (MesoTwinsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_twins_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_twins_card_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-twins-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoTwinsCard, card);
  gtk_widget_class_bind_template_child (widget_class, MesoTwinsCard, badge);
  gtk_widget_class_bind_template_child (widget_class, MesoTwinsCard, title);
  gtk_widget_class_bind_template_child (widget_class, MesoTwinsCard, line);
  gtk_widget_class_bind_template_child (widget_class, MesoTwinsCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, MesoTwinsCard, compare);
  gtk_widget_class_bind_template_callback (widget_class, different_clicked);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked);
}

static void
meso_twins_card_init (MesoTwinsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_bin_set_child (self->badge, meso_badge_new ("meso-merge-symbolic", "warning"));
}

void
meso_twins_card_set_context (MesoTwinsCard *self,
                             MesoContext   *context)
{
  self->context = g_object_ref (context);
  self->pairs = meso_query_list_new (meso_context_get_clinic (context), list_pairs, NULL, NULL, "patient");
  g_signal_connect_object (self->pairs, "items-changed", G_CALLBACK (pairs_changed), self, G_CONNECT_SWAPPED);
}

void
meso_twins_card_seek (MesoTwinsCard    *self,
                      const MesoSought *sought,
                      gboolean          offered)
{
  self->sought = sought;
  self->offered = offered;
  update (self);
}

void
meso_twins_card_set_narrow (MesoTwinsCard *self,
                            gboolean       narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->card), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

gboolean
meso_twins_card_has (MesoTwinsCard *self,
                     const char    *patient)
{
  return g_hash_table_contains (self->ids, patient);
}
