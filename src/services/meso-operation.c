/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-operation.h"

struct _MesoOperation
{
  GObject parent_instance;

  GMainContext *context;
  GCancellable *cancellable;
  double fraction;              /* as it was told; on the context only */

  GMutex lock;                  /* guards what follows */
  double reached;
  gboolean telling;
};

G_DEFINE_FINAL_TYPE (MesoOperation, meso_operation, G_TYPE_OBJECT)

enum { PROP_0, PROP_FRACTION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
meso_operation_finalize (GObject *object)
{
  MesoOperation *self = MESO_OPERATION (object);

  g_mutex_clear (&self->lock);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (meso_operation_parent_class)->finalize (object);
}

static void
meso_operation_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_FRACTION)
    g_value_set_double (value, MESO_OPERATION (object)->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
meso_operation_class_init (MesoOperationClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = meso_operation_finalize;
  object_class->get_property = meso_operation_get_property;
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_operation_init (MesoOperation *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
}

/**
 * meso_operation_new:
 *
 * Returns: (transfer full): an operation that has not begun; its progress is told on the caller's main context
 */
MesoOperation *
meso_operation_new (void)
{
  return g_object_new (MESO_TYPE_OPERATION, NULL);
}

/**
 * meso_operation_get_cancellable:
 * @self: an operation
 *
 * Returns: (transfer none): what stops it
 */
GCancellable *
meso_operation_get_cancellable (MesoOperation *self)
{
  return self->cancellable;
}

/**
 * meso_operation_get_fraction:
 * @self: an operation
 *
 * Returns: how far it is, 0 to 1, as it was told last
 */
double
meso_operation_get_fraction (MesoOperation *self)
{
  return self->fraction;
}

static gboolean
tell (gpointer data)
{
  MesoOperation *self = data;
  double reached;

  g_mutex_lock (&self->lock);
  reached = self->reached;
  self->telling = FALSE;
  g_mutex_unlock (&self->lock);
  if (reached != self->fraction)
    {
      self->fraction = reached;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
  return G_SOURCE_REMOVE;
}

/**
 * meso_operation_report:
 * @self: (nullable): an operation; for %NULL nothing is told and nothing stops
 * @done: so many steps are done
 * @total: of so many
 *
 * Says how far the work is. However often it is said, the main context hears of it once a turn.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when the work should stop
 */
gboolean
meso_operation_report (MesoOperation  *self,
                       guint64         done,
                       guint64         total,
                       GError        **error)
{
  gboolean was_telling;

  if (self == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  self->reached = total > 0 ? MIN ((double) done / (double) total, 1.0) : 0;
  was_telling = self->telling;
  self->telling = TRUE;
  g_mutex_unlock (&self->lock);
  if (!was_telling)
    {
      g_autoptr(GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_static_name (source, "MesoOperation progress");
      g_source_set_callback (source, tell, g_object_ref (self), g_object_unref);
      g_source_attach (source, self->context);
    }
  return TRUE;
}
