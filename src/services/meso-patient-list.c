/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-list-private.h"

#include "meso-local-day.h"
#include "meso-text.h"

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
meso_patient_list_dispose (GObject *object)
{
  meso_patient_list_give_up (MESO_PATIENT_LIST (object));
  G_OBJECT_CLASS (meso_patient_list_parent_class)->dispose (object);
}

static void
meso_patient_list_finalize (GObject *object)
{
  MesoPatientList *self = MESO_PATIENT_LIST (object);

  g_clear_object (&self->clinic);
  g_free (self->text);
  g_free (self->without);
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
on_changed (MesoClinic      *clinic,
            const char      *what,
            const char      *id,
            MesoPatientList *self)
{
  gboolean courses_count = self->filter != MESO_PATIENT_FILTER_ALL && self->filter != MESO_PATIENT_FILTER_ARCHIVED;

  if (g_str_equal (what, "patient") || (courses_count && (g_str_equal (what, "plan") || g_str_equal (what, "session"))))
    meso_patient_list_reload (self);
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
  self->shelf = meso_patient_shelf_new (clinic, meso_patient_list_on_replaced, self);
  self->today = meso_local_day_now ().date;
  g_signal_connect_object (clinic, "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  meso_patient_list_ask_first (self);
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
    meso_patient_list_ask_first (self);
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
  meso_patient_list_ask_first (self);
}

/**
 * meso_patient_list_leave_out:
 * @self: a list
 * @patient: (nullable): a record's id; %NULL to leave nobody out
 *
 * Shows everybody but that one.
 */
void
meso_patient_list_leave_out (MesoPatientList *self,
                             const char      *patient)
{
  if (g_set_str (&self->without, patient))
    meso_patient_list_ask_first (self);
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
