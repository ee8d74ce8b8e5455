/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-shelf.h"

struct _MesoPatientItem
{
  GObject parent_instance;

  MesoPatient *patient;     /* (nullable) */
  gint64 place;
  guint turn;               /* of the shelf's reading */
  GHashTable *items;        /* (nullable): where the item is known by its place, without being held */
};

G_DEFINE_FINAL_TYPE (MesoPatientItem, meso_patient_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_PATIENT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
meso_patient_item_finalize (GObject *object)
{
  MesoPatientItem *self = MESO_PATIENT_ITEM (object);

  meso_patient_item_leave (self);
  g_clear_pointer (&self->patient, meso_patient_free);
  G_OBJECT_CLASS (meso_patient_item_parent_class)->finalize (object);
}

static void
meso_patient_item_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PATIENT:
      g_value_set_pointer (value, MESO_PATIENT_ITEM (object)->patient);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_patient_item_class_init (MesoPatientItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = meso_patient_item_finalize;
  G_OBJECT_CLASS (class)->get_property = meso_patient_item_get_property;
  properties[PROP_PATIENT] = g_param_spec_pointer ("patient", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
meso_patient_item_init (MesoPatientItem *self)
{
}

/**
 * meso_patient_item_get_patient:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): who stands there; %NULL until that is known
 */
const MesoPatient *
meso_patient_item_get_patient (MesoPatientItem *self)
{
  return self->patient;
}

/* What follows from other records, such as a photo, comes without another revision. */
static gboolean
is_same (const MesoPatient *a,
         const MesoPatient *b)
{
  return a->revision == b->revision && g_str_equal (a->id, b->id) && a->archived == b->archived && a->has_photo == b->has_photo &&
         a->allergies_asked == b->allergies_asked && a->medicines_asked == b->medicines_asked &&
         a->conditions_asked == b->conditions_asked;
}

/**
 * meso_patient_item_set_patient:
 * @self: an item
 * @patient: (transfer full) (nullable): who stands there; %NULL when nobody does any more: then what it shows stays
 */
void
meso_patient_item_set_patient (MesoPatientItem *self,
                               MesoPatient     *patient)
{
  g_autoptr(MesoPatient) fresh = patient;

  if (fresh == NULL || (self->patient != NULL && is_same (self->patient, fresh)))
    return;
  g_clear_pointer (&self->patient, meso_patient_free);
  self->patient = g_steal_pointer (&fresh);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATIENT]);
}

/**
 * meso_patient_item_new:
 * @place: where it is
 * @items: (element-type gint64 MesoPatientItem): items by their places, not held: this one is there as long as somebody holds it
 *
 * Returns: (transfer full): an item of nobody yet
 */
MesoPatientItem *
meso_patient_item_new (gint64      place,
                       GHashTable *items)
{
  MesoPatientItem *self = g_object_new (MESO_TYPE_PATIENT_ITEM, NULL);

  self->place = place;
  self->items = g_hash_table_ref (items);
  g_hash_table_insert (self->items, &self->place, self);
  return self;
}

/**
 * meso_patient_item_leave:
 * @self: an item
 *
 * Its place gets another item from now on; who holds this one keeps it.
 */
void
meso_patient_item_leave (MesoPatientItem *self)
{
  if (self->items == NULL)
    return;
  g_hash_table_remove (self->items, &self->place);
  g_clear_pointer (&self->items, g_hash_table_unref);
}

/**
 * meso_patient_item_get_place:
 * @self: an item
 *
 * Returns: where it is
 */
gint64
meso_patient_item_get_place (MesoPatientItem *self)
{
  return self->place;
}

/**
 * meso_patient_item_set_turn:
 * @self: an item
 * @turn: the number of a turn
 *
 * Returns: whether it wasn't read in that turn yet
 */
gboolean
meso_patient_item_set_turn (MesoPatientItem *self,
                            guint            turn)
{
  if (self->turn == turn)
    return FALSE;
  self->turn = turn;
  return TRUE;
}
