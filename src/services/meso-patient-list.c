/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-list.h"

#include "meso-clinic-private.h"
#include "meso-patient-places.h"
#include "meso-patient-query.h"
#include "meso-patient-shelf.h"
#include "meso-text.h"
#include "meso-weak.h"

/* What is asked for first: more than a window shows. All who match follow. */
#define FIRST 128
/* And how many of them are read with it. */
#define FIRST_READ 64
/* Milliseconds until all who match are asked for: the rows in sight come first, and perhaps the next key. */
#define REST_AFTER 40

struct _MesoPatientList
{
  GObject parent_instance;

  GMainContext *context;
  MesoClinic *clinic;
  char *text;
  MesoPatientFilter filter;
  MesoCalendarDate today;
  MesoPatientPlaces places;
  MesoPatientShelf *shelf;
  GArray *within;               /* (nullable): places of those who pass the filter */
  gboolean sorted;              /* whether the places rise */
  guint serial;                 /* of what was asked last: an answer to anything else is late */
  GCancellable *cancellable;    /* (nullable): while it waits for that answer */
  GSource *due;                 /* (nullable): asks again in the next turn */
  GSource *rest_due;            /* (nullable): asks for all who match */
  gboolean loading;
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
  return MESO_TYPE_PATIENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return meso_patient_places_count (&MESO_PATIENT_LIST (model)->places);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MesoPatientList *self = MESO_PATIENT_LIST (model);

  if (position >= get_n_items (model))
    return NULL;
  return meso_patient_shelf_take (self->shelf, meso_patient_places_get (&self->places, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Nobody waits any more for what was asked before. */
static void
give_up (MesoPatientList *self)
{
  self->serial++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clear_source (&self->due);
  clear_source (&self->rest_due);
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
  meso_patient_places_clear (&self->places);
  meso_patient_shelf_free (self->shelf);
  g_clear_pointer (&self->within, g_array_unref);
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
      g_value_set_boolean (value, self->loading);
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
  meso_patient_places_init (&self->places);
  self->text = g_strdup ("");
  self->sorted = TRUE;
}

static void
set_flag (MesoPatientList *self,
          gboolean        *flag,
          gboolean         value,
          int              property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Who is in the list */

/* (transfer full): the first rows, so that they are there when the list tells of them */
static GPtrArray *
hold_first (MesoPatientList  *self,
            MesoPatientQuery *query)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < query->patients->len; i++)
    {
      MesoPatientItem *item = meso_patient_shelf_add (self->shelf, g_array_index (query->places, gint64, i),
                                                      (MesoPatient **) &g_ptr_array_index (query->patients, i));

      if (item != NULL)
        g_ptr_array_add (held, item);
    }
  return held;
}

/* Whom a place belongs to may change. */
static void
on_replaced (gint64   place,
             gpointer data)
{
  MesoPatientList *self = data;
  guint position;

  if (meso_patient_places_find (&self->places, place, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

static void
put_rest (MesoPatientList  *self,
          MesoPatientQuery *query)
{
  for (guint i = 0; i < query->patients->len; i++)
    meso_patient_shelf_put (self->shelf, g_array_index (query->places, gint64, i),
                            g_steal_pointer (&g_ptr_array_index (query->patients, i)));
}

static void
take_answer (MesoPatientList  *self,
             MesoPatientQuery *query)
{
  g_autoptr(GPtrArray) held = hold_first (self, query);
  gboolean was_sorted = self->sorted;

  if (query->within != NULL && self->within == NULL)
    self->within = g_array_ref (query->within);
  self->counted = self->counted || query->counts;
  if (query->counts && self->total != query->total)
    {
      self->total = query->total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    }
  self->sorted = *query->text == '\0';
  meso_patient_places_set (&self->places, query->places, was_sorted && self->sorted, G_LIST_MODEL (self));
  put_rest (self, query);
  set_flag (self, &self->complete, query->complete && self->counted, PROP_COMPLETE);
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

static void on_answer (GObject *store, GAsyncResult *result, gpointer data);

/* The first without counting everyone, which would take longer than they do.
 * Straight to the store: somebody who types doesn't wait for a sheet that the clinic's own thread is just drawing. */
static void
ask (MesoPatientList *self,
     guint            limit,
     guint            n_read)
{
  MesoPatientQuery *query = g_new0 (MesoPatientQuery, 1);

  give_up (self);
  self->cancellable = g_cancellable_new ();
  query->serial = self->serial;
  query->text = g_strdup (self->text);
  query->filter = self->filter;
  query->today = self->today;
  query->within = self->within != NULL ? g_array_ref (self->within) : NULL;
  query->limit = limit;
  query->n_read = n_read;
  query->counts = !self->counted && limit == 0;
  meso_store_run_async (meso_clinic_get_store (self->clinic), MESO_STORE_READ, meso_patient_query_find, query,
                        meso_patient_query_free, self->cancellable, on_answer, meso_weak_new (self));
}

static void
ask_first (MesoPatientList *self)
{
  ask (self, FIRST, FIRST_READ);
  set_flag (self, &self->loading, TRUE, PROP_LOADING);
}

/* source (transfer full) */
static GSource *
attach (MesoPatientList *self,
        GSource         *source,
        GSourceFunc      function,
        const char      *name)
{
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, name);
  g_source_set_callback (source, function, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

static gboolean
ask_for_rest (gpointer data)
{
  MesoPatientList *self = data;

  clear_source (&self->rest_due);
  ask (self, 0, 0);
  return G_SOURCE_REMOVE;
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
  guint serial = query->serial;

  if (self == NULL || serial != self->serial)
    return;
  g_clear_object (&self->cancellable);
  if (found)
    take_answer (self, query);
  take_error (self, g_steal_pointer (&error));
  /* Those who were told may have asked for something else. */
  if (serial != self->serial)
    return;
  if (found && !self->complete)
    self->rest_due = attach (self, g_timeout_source_new (REST_AFTER), ask_for_rest, "MesoPatientList rest");
  set_flag (self, &self->loading, FALSE, PROP_LOADING);
}

/* What is in sight first, then who is where. */
static gboolean
reload_when_due (gpointer data)
{
  MesoPatientList *self = data;

  g_clear_pointer (&self->due, g_source_unref);
  meso_patient_shelf_expire (self->shelf);
  ask (self, 0, FIRST_READ);
  return G_SOURCE_REMOVE;
}

/**
 * meso_patient_list_reload:
 * @self: a list
 *
 * Reads everything again; what is shown stays until that is there.
 */
void
meso_patient_list_reload (MesoPatientList *self)
{
  self->counted = FALSE;
  g_clear_pointer (&self->within, g_array_unref);
  if (self->due != NULL)
    return;
  give_up (self);
  self->due = attach (self, g_idle_source_new (), reload_when_due, "MesoPatientList reload");
  set_flag (self, &self->loading, TRUE, PROP_LOADING);
}

static void
on_changed (MesoClinic      *clinic,
            const char      *what,
            const char      *id,
            MesoPatientList *self)
{
  gboolean courses_count = self->filter != MESO_PATIENT_FILTER_ALL && self->filter != MESO_PATIENT_FILTER_ARCHIVED;

  if (g_str_equal (what, "patient") || (courses_count && (g_str_equal (what, "plan") || g_str_equal (what, "session"))))
    meso_patient_list_reload (self);
}

static MesoCalendarDate
get_local_day (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return (MesoCalendarDate) { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                              (guint8) g_date_time_get_day_of_month (now) };
}

/**
 * meso_patient_list_new:
 * @clinic: a clinic
 *
 * Returns: (transfer full): a list that is loading everyone
 */
MesoPatientList *
meso_patient_list_new (MesoClinic *clinic)
{
  MesoPatientList *self = g_object_new (MESO_TYPE_PATIENT_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  self->shelf = meso_patient_shelf_new (clinic, on_replaced, self);
  self->today = get_local_day ();
  g_signal_connect_object (clinic, "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  ask_first (self);
  return self;
}

/**
 * meso_patient_list_set_text:
 * @self: a list
 * @text: what is being typed, at each key press; an empty one shows everyone
 *
 * Looks for @text among those who pass the filter. What was asked before is given up, and never shown.
 */
void
meso_patient_list_set_text (MesoPatientList *self,
                            const char      *text)
{
  g_autofree char *trimmed = meso_text_trim (text);

  if (g_set_str (&self->text, trimmed))
    ask_first (self);
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
 * meso_patient_list_set_filter:
 * @self: a list
 * @filter: whom to show
 */
void
meso_patient_list_set_filter (MesoPatientList   *self,
                              MesoPatientFilter  filter)
{
  if (self->filter == filter)
    return;
  self->filter = filter;
  g_clear_pointer (&self->within, g_array_unref);
  ask_first (self);
}

/**
 * meso_patient_list_get_filter:
 * @self: a list
 *
 * Returns: who is shown
 */
MesoPatientFilter
meso_patient_list_get_filter (MesoPatientList *self)
{
  return self->filter;
}

/**
 * meso_patient_list_set_today:
 * @self: a list
 * @today: the clinic's day
 *
 * What is due follows from it.
 */
void
meso_patient_list_set_today (MesoPatientList  *self,
                             MesoCalendarDate  today)
{
  if (meso_calendar_date_compare (self->today, today) == 0)
    return;
  self->today = today;
  if (self->filter == MESO_PATIENT_FILTER_DUE)
    meso_patient_list_reload (self);
}

/**
 * meso_patient_list_get_loading:
 * @self: a list
 *
 * Returns: whether the rows aren't those that were asked for yet
 */
gboolean
meso_patient_list_get_loading (MesoPatientList *self)
{
  return self->loading;
}

/**
 * meso_patient_list_get_complete:
 * @self: a list
 *
 * Returns: whether all who match are in the list, and not the best alone
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
 * Returns: how many patients are on file, archived ones left out, whatever is looked for
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
