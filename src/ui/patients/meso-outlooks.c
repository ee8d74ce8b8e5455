/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlooks.h"

#include "meso-outlook-service.h"

/* More than any window shows at once: who scrolls on doesn't wait for what went by. */
#define ASKED_MAX 96
#define KNOWN_MAX 4000

typedef struct
{
  MesoPatientOutlook *outlook;
  guint serial;
  guint age;                /* of what was known when it was asked for */
} Known;

struct _MesoOutlooks
{
  GObject parent_instance;

  MesoContext *context;
  GtkWidget *widget;        /* weak */
  GHashTable *known;        /* id → Known */
  GPtrArray *wanted;        /* ids, the newest last */
  guint serial;
  guint age;                /* goes up whenever the clinic changed */
  guint asked_age;          /* when it was asked last */
  guint due;                /* id of the source that asks, or 0 */
  gboolean asking;
};

G_DEFINE_FINAL_TYPE (MesoOutlooks, meso_outlooks, G_TYPE_OBJECT)

static guint changed_signal;

static void want_soon (MesoOutlooks *self);

static void
known_free (gpointer data)
{
  Known *self = data;

  meso_patient_outlook_free (self->outlook);
  g_free (self);
}

static void
meso_outlooks_dispose (GObject *object)
{
  MesoOutlooks *self = MESO_OUTLOOKS (object);

  g_clear_handle_id (&self->due, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_outlooks_parent_class)->dispose (object);
}

static void
meso_outlooks_finalize (GObject *object)
{
  MesoOutlooks *self = MESO_OUTLOOKS (object);

  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->wanted);
  G_OBJECT_CLASS (meso_outlooks_parent_class)->finalize (object);
}

static void
meso_outlooks_class_init (MesoOutlooksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = meso_outlooks_dispose;
  object_class->finalize = meso_outlooks_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_outlooks_init (MesoOutlooks *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
}

static gpointer
list (MesoClinic  *clinic,
      gpointer     patients,
      GError     **error)
{
  return meso_outlook_service_list (clinic, patients, error);
}

static void
take (MesoOutlooks *self,
      GPtrArray    *outlooks)
{
  while (outlooks->len > 0)
    {
      Known *known = g_new0 (Known, 1);

      known->outlook = g_ptr_array_steal_index_fast (outlooks, 0);
      known->serial = ++self->serial;
      known->age = self->asked_age;
      g_hash_table_replace (self->known, g_strdup (known->outlook->patient), known);
    }
}

/* An outlook that can't be read isn't worth an alarm: the row shows the record, and the patient's page says what is wrong. */
static void
answered (GtkWidget    *widget,
          gpointer      result,
          const GError *error,
          gpointer      data)
{
  MesoOutlooks *self = data;

  self->asking = FALSE;
  if (result != NULL)
    take (self, result);
  if (self->wanted->len > 0)
    want_soon (self);
  if (result != NULL)
    g_signal_emit (self, changed_signal, 0);
}

static char **
take_wanted (MesoOutlooks *self)
{
  guint n = MIN (self->wanted->len, ASKED_MAX);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->wanted, self->wanted->len - n + i));
  g_ptr_array_set_size (self->wanted, 0);
  return g_strv_builder_end (builder);
}

static gboolean
ask (gpointer data)
{
  MesoOutlooks *self = data;

  self->due = 0;
  if (self->asking || self->wanted->len == 0 || self->widget == NULL)
    return G_SOURCE_REMOVE;
  /* What is far out of sight is asked for anew when somebody comes by. */
  if (g_hash_table_size (self->known) > KNOWN_MAX)
    g_hash_table_remove_all (self->known);
  self->asking = TRUE;
  self->asked_age = self->age;
  meso_context_call (self->context, self->widget, list, take_wanted (self), (GDestroyNotify) g_strfreev,
                     (GDestroyNotify) g_ptr_array_unref, answered, self);
  return G_SOURCE_REMOVE;
}

/* After the rows themselves are painted. */
static void
want_soon (MesoOutlooks *self)
{
  if (self->due == 0 && !self->asking)
    self->due = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask, self, NULL);
}

static void
on_changed (MesoClinic   *clinic,
            const char   *what,
            const char   *id,
            MesoOutlooks *self)
{
  static const char *const matter[] = { "patient", "plan", "session", "screening", NULL };

  if (!g_strv_contains (matter, what))
    return;
  self->age++;
  g_signal_emit (self, changed_signal, 0);
}

MesoOutlooks *
meso_outlooks_new (MesoContext *context,
                   GtkWidget   *widget)
{
  MesoOutlooks *self = g_object_new (MESO_TYPE_OUTLOOKS, NULL);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  return self;
}

static gboolean
is_wanted (MesoOutlooks *self,
           const char   *patient)
{
  return g_ptr_array_find_with_equal_func (self->wanted, patient, g_str_equal, NULL);
}

const MesoPatientOutlook *
meso_outlooks_get (MesoOutlooks *self,
                   const char   *patient,
                   guint        *serial_out)
{
  const Known *known = g_hash_table_lookup (self->known, patient);

  if ((known == NULL || known->age != self->age) && !is_wanted (self, patient))
    {
      if (self->wanted->len == ASKED_MAX)
        g_ptr_array_remove_index (self->wanted, 0);
      g_ptr_array_add (self->wanted, g_strdup (patient));
      want_soon (self);
    }
  *serial_out = known != NULL ? known->serial : 0;
  return known != NULL ? known->outlook : NULL;
}
