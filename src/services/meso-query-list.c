/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-query-list.h"

#include "meso-row-array.h"
#include "meso-weak.h"

/* The list may be gone while its query is still being asked. */
typedef struct
{
  MesoClinicCall query;
  gpointer request;
  GDestroyNotify request_free;
} Query;

struct _MesoQueryList
{
  GObject parent_instance;

  GMainContext *context;
  MesoClinic *clinic;
  Query *query;
  GStrv watch;                  /* (nullable) */
  GPtrArray *rows;
  GCancellable *cancellable;    /* stops what is asked when the list goes */
  GSource *due;                 /* (nullable): asks in the next turn */
  gboolean asking;
  gboolean again;               /* something changed while it was asked */
  GError *error;
};

static void list_model_init (GListModelInterface *interface);
static void ask             (MesoQueryList       *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (MesoQueryList, meso_query_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { PROP_0, PROP_LOADING, PROP_ERROR, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return MESO_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MESO_QUERY_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MesoQueryList *self = MESO_QUERY_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
query_clear (gpointer data)
{
  Query *query = data;

  if (query->request_free != NULL && query->request != NULL)
    query->request_free (query->request);
}

static void
query_release (gpointer query)
{
  g_atomic_rc_box_release_full (query, query_clear);
}

static void
meso_query_list_dispose (GObject *object)
{
  MesoQueryList *self = MESO_QUERY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  if (self->due != NULL)
    g_source_destroy (self->due);
  g_clear_pointer (&self->due, g_source_unref);
  G_OBJECT_CLASS (meso_query_list_parent_class)->dispose (object);
}

static void
meso_query_list_finalize (GObject *object)
{
  MesoQueryList *self = MESO_QUERY_LIST (object);

  g_clear_object (&self->clinic);
  g_clear_pointer (&self->query, query_release);
  g_strfreev (self->watch);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->cancellable);
  g_clear_error (&self->error);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (meso_query_list_parent_class)->finalize (object);
}

static void
meso_query_list_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MesoQueryList *self = MESO_QUERY_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, meso_query_list_get_loading (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_query_list_class_init (MesoQueryListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = meso_query_list_dispose;
  object_class->finalize = meso_query_list_finalize;
  object_class->get_property = meso_query_list_get_property;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_query_list_init (MesoQueryList *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->rows = meso_row_array_new ();
  self->cancellable = g_cancellable_new ();
}

static gpointer
run_query (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  Query *query = request;

  return query->query (clinic, query->request, error);
}

static void
take_error (MesoQueryList *self,
            GError        *error)
{
  gboolean differs = self->error != NULL || error != NULL;

  g_clear_error (&self->error);
  self->error = error;
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
on_answer (GObject      *clinic,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(MesoQueryList) self = meso_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) fresh = meso_clinic_call_finish (MESO_CLINIC (clinic), result, &error);

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->asking = FALSE;
  if (fresh != NULL)
    meso_row_array_update (self->rows, fresh, G_LIST_MODEL (self));
  take_error (self, g_steal_pointer (&error));
  if (self->again)
    ask (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
ask (MesoQueryList *self)
{
  self->asking = TRUE;
  self->again = FALSE;
  meso_clinic_call_async (self->clinic, run_query, g_atomic_rc_box_acquire (self->query), query_release,
                          (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_answer, meso_weak_new (self));
}

static gboolean
ask_when_due (gpointer data)
{
  MesoQueryList *self = data;

  g_clear_pointer (&self->due, g_source_unref);
  if (self->asking)
    self->again = TRUE;
  else
    ask (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (MesoClinic    *clinic,
            const char    *what,
            const char    *id,
            MesoQueryList *self)
{
  if (self->watch == NULL || g_strv_contains ((const char *const *) self->watch, what))
    meso_query_list_reload (self);
}

/**
 * meso_query_list_new:
 * @clinic: a clinic
 * @query: (scope forever): returns (transfer full) (element-type MesoRow) a #GPtrArray
 * @request: (transfer full) (nullable): for @query; never changed while the list lives
 * @request_free: (nullable): how @request is freed
 * @watch: (nullable): the kinds of records that the answer depends on, apart by spaces; %NULL for all
 *
 * Returns: (transfer full): the list, empty, and loading
 */
MesoQueryList *
meso_query_list_new (MesoClinic     *clinic,
                     MesoClinicCall  query,
                     gpointer        request,
                     GDestroyNotify  request_free,
                     const char     *watch)
{
  MesoQueryList *self = g_object_new (MESO_TYPE_QUERY_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  self->query = g_atomic_rc_box_new (Query);
  self->query->query = query;
  self->query->request = request;
  self->query->request_free = request_free;
  self->watch = watch != NULL ? g_strsplit (watch, " ", -1) : NULL;
  g_signal_connect_object (clinic, "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  ask (self);
  return self;
}

/**
 * meso_query_list_reload:
 * @self: a list
 *
 * Asks again: once, however many times this is called in one turn of the main loop. What is shown stays until the answer
 * is there.
 */
void
meso_query_list_reload (MesoQueryList *self)
{
  gboolean was_loading = meso_query_list_get_loading (self);

  if (self->due != NULL)
    return;
  self->due = g_idle_source_new ();
  g_source_set_priority (self->due, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->due, "MesoQueryList reload");
  g_source_set_callback (self->due, ask_when_due, self, NULL);
  g_source_attach (self->due, self->context);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * meso_query_list_get_loading:
 * @self: a list
 *
 * Returns: whether it waits for an answer
 */
gboolean
meso_query_list_get_loading (MesoQueryList *self)
{
  return self->asking || self->due != NULL;
}

/**
 * meso_query_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last answer failed; the rows of the one before are still there
 */
const GError *
meso_query_list_get_error (MesoQueryList *self)
{
  return self->error;
}
