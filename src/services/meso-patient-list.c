/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-list.h"

#include "meso-clinic-private.h"
#include "meso-patient-query.h"
#include "meso-row-array.h"
#include "meso-text.h"
#include "meso-weak.h"

/* How many of all patients come at once. */
#define PAGE 100
/* Nobody reads on behind so many that fit: they type another letter. */
#define MAX_FOUND 200

struct _MesoPatientList
{
  GObject parent_instance;

  GMainContext *context;
  MesoClinic *clinic;
  char *text;
  GPtrArray *rows;
  guint serial;                 /* of what was asked last: an answer to anything else is late */
  GCancellable *cancellable;    /* (nullable): while it waits for that answer */
  GSource *due;                 /* (nullable): asks again in the next turn */
  gboolean counted;
  gboolean complete;
  guint64 total;
  GError *error;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MesoPatientList, meso_patient_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { PROP_0, PROP_LOADING, PROP_ERROR, PROP_COMPLETE, PROP_TOTAL, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return MESO_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MESO_PATIENT_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MesoPatientList *self = MESO_PATIENT_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* Nobody waits any more for what was asked before. */
static void
give_up (MesoPatientList *self)
{
  self->serial++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->due != NULL)
    g_source_destroy (self->due);
  g_clear_pointer (&self->due, g_source_unref);
}

static void
meso_patient_list_dispose (GObject *object)
{
  give_up (MESO_PATIENT_LIST (object));
  G_OBJECT_CLASS (meso_patient_list_parent_class)->dispose (object);
}

static void
meso_patient_list_finalize (GObject *object)
{
  MesoPatientList *self = MESO_PATIENT_LIST (object);

  g_clear_object (&self->clinic);
  g_free (self->text);
  g_ptr_array_unref (self->rows);
  g_clear_error (&self->error);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (meso_patient_list_parent_class)->finalize (object);
}

static void
meso_patient_list_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MesoPatientList *self = MESO_PATIENT_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, meso_patient_list_get_loading (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    case PROP_TOTAL:
      g_value_set_uint64 (value, self->total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_patient_list_class_init (MesoPatientListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = meso_patient_list_dispose;
  object_class->finalize = meso_patient_list_finalize;
  object_class->get_property = meso_patient_list_get_property;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_TOTAL] = g_param_spec_uint64 ("total", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_patient_list_init (MesoPatientList *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->rows = meso_row_array_new ();
  self->text = g_strdup ("");
}

static GPtrArray *
make_rows (MesoPatientList  *self,
           MesoPatientQuery *query)
{
  GPtrArray *rows = meso_row_array_new ();

  for (guint i = 0; i < query->offset && i < self->rows->len; i++)
    g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (self->rows, i)));
  for (guint i = 0; i < query->patients->len; i++)
    {
      MesoPatient *patient = g_ptr_array_index (query->patients, i);
      /* A record says something else only with another revision. */
      g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, patient->id, patient->revision);

      g_ptr_array_add (rows, meso_row_new (key, meso_patient_copy (patient), (GDestroyNotify) meso_patient_free));
    }
  return rows;
}

static void
set_complete (MesoPatientList *self,
              gboolean         complete)
{
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
take_answer (MesoPatientList  *self,
             MesoPatientQuery *query)
{
  g_autoptr(GPtrArray) fresh = make_rows (self, query);

  if (query->counts)
    self->counted = TRUE;
  if (query->counts && self->total != query->total)
    {
      self->total = query->total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    }
  meso_row_array_update (self->rows, fresh, G_LIST_MODEL (self));
  set_complete (self, *query->text != '\0' || query->patients->len < query->limit || self->rows->len >= self->total);
}

static void
take_error (MesoPatientList *self,
            GError          *error)
{
  gboolean differs = self->error != NULL || error != NULL;

  g_clear_error (&self->error);
  self->error = error;
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
on_answer (GObject      *store,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(MesoPatientList) self = meso_weak_take (data);
  MesoPatientQuery *query = meso_store_run_get_data (result);
  g_autoptr(GError) error = NULL;
  gboolean found = meso_store_run_finish (MESO_STORE (store), result, &error);

  if (self == NULL || query->serial != self->serial)
    return;
  g_clear_object (&self->cancellable);
  if (found)
    take_answer (self, query);
  take_error (self, g_steal_pointer (&error));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Straight to the store: somebody who types doesn't wait for a sheet that the clinic's own thread is just drawing. */
static void
ask (MesoPatientList *self,
     guint            offset,
     guint            limit)
{
  MesoPatientQuery *query = g_new0 (MesoPatientQuery, 1);
  gboolean was_loading = meso_patient_list_get_loading (self);

  give_up (self);
  self->cancellable = g_cancellable_new ();
  query->serial = self->serial;
  query->text = g_strdup (self->text);
  query->offset = offset;
  query->limit = *self->text != '\0' ? MAX_FOUND : limit;
  query->counts = !self->counted;
  meso_store_run_async (meso_clinic_get_store (self->clinic), MESO_STORE_READ, meso_patient_query_run, query,
                        meso_patient_query_free, self->cancellable, on_answer, meso_weak_new (self));
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* As many as are shown, in whole pages. */
static guint
get_shown (MesoPatientList *self)
{
  return MAX ((self->rows->len + PAGE - 1) / PAGE, 1) * PAGE;
}

static gboolean
ask_when_due (gpointer data)
{
  MesoPatientList *self = data;

  g_clear_pointer (&self->due, g_source_unref);
  ask (self, 0, get_shown (self));
  return G_SOURCE_REMOVE;
}

static void
on_changed (MesoClinic      *clinic,
            const char      *what,
            const char      *id,
            MesoPatientList *self)
{
  gboolean was_loading = meso_patient_list_get_loading (self);

  if (!g_str_equal (what, "patient"))
    return;
  self->counted = FALSE;
  if (self->due != NULL)
    return;
  self->due = g_idle_source_new ();
  g_source_set_priority (self->due, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->due, "MesoPatientList reload");
  g_source_set_callback (self->due, ask_when_due, self, NULL);
  g_source_attach (self->due, self->context);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * meso_patient_list_new:
 * @clinic: a clinic
 *
 * Returns: (transfer full): a list that is loading its first page of everyone
 */
MesoPatientList *
meso_patient_list_new (MesoClinic *clinic)
{
  MesoPatientList *self = g_object_new (MESO_TYPE_PATIENT_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  ask (self, 0, PAGE);
  return self;
}

/**
 * meso_patient_list_set_text:
 * @self: a list
 * @text: what is being typed, at each key press; an empty one shows everyone
 *
 * Looks for @text. What was asked before is given up, and never shown.
 */
void
meso_patient_list_set_text (MesoPatientList *self,
                            const char      *text)
{
  g_autofree char *trimmed = meso_text_trim (text);

  if (!g_set_str (&self->text, trimmed))
    return;
  ask (self, 0, PAGE);
}

/**
 * meso_patient_list_get_text:
 * @self: a list
 *
 * Returns: (transfer none): what is looked for, without spaces at the ends; "" for everyone
 */
const char *
meso_patient_list_get_text (MesoPatientList *self)
{
  return self->text;
}

/**
 * meso_patient_list_load_more:
 * @self: a list
 *
 * Asks for the next page. Does nothing while it loads, or when there is none.
 */
void
meso_patient_list_load_more (MesoPatientList *self)
{
  if (!self->complete && !meso_patient_list_get_loading (self))
    ask (self, self->rows->len, PAGE);
}

/**
 * meso_patient_list_get_loading:
 * @self: a list
 *
 * Returns: whether it waits for an answer
 */
gboolean
meso_patient_list_get_loading (MesoPatientList *self)
{
  return self->cancellable != NULL || self->due != NULL;
}

/**
 * meso_patient_list_get_complete:
 * @self: a list
 *
 * Returns: whether there is no further page
 */
gboolean
meso_patient_list_get_complete (MesoPatientList *self)
{
  return self->complete;
}

/**
 * meso_patient_list_get_total:
 * @self: a list
 *
 * Returns: how many patients are on file, whatever is looked for
 */
guint64
meso_patient_list_get_total (MesoPatientList *self)
{
  return self->total;
}

/**
 * meso_patient_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last answer failed; the rows of the one before are still there
 */
const GError *
meso_patient_list_get_error (MesoPatientList *self)
{
  return self->error;
}
