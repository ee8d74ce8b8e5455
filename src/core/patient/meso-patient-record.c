/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-record.h"

#include "meso-core-error.h"

/* More than any patient has; so that no script can fill the file. */
#define MAX_ITEMS 500

static const char *const list_names[] = { "allergies", "medicines", "conditions" };

/**
 * meso_health_kind_to_list:
 * @kind: a kind
 *
 * Returns: what a list of them is called by scripts and checks: "allergies", "medicines", "conditions"
 */
const char *
meso_health_kind_to_list (MesoHealthKind kind)
{
  g_return_val_if_fail (kind < MESO_HEALTH_N_KINDS, list_names[0]);

  return list_names[kind];
}

/**
 * meso_patient_asked_of:
 * @patient: a record
 * @kind: a kind
 *
 * Returns: (transfer none): where the record keeps what is known of that kind
 */
MesoAsked *
meso_patient_asked_of (MesoPatient    *patient,
                       MesoHealthKind  kind)
{
  g_return_val_if_fail (patient != NULL, NULL);

  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return &patient->allergies_asked;

    case MESO_HEALTH_MEDICINE:
      return &patient->medicines_asked;

    case MESO_HEALTH_CONDITION:
      return &patient->conditions_asked;

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * meso_patient_record_new:
 * @patient: (transfer full): a patient
 *
 * Returns: (transfer full): a record of that patient, with no items
 */
MesoPatientRecord *
meso_patient_record_new (MesoPatient *patient)
{
  MesoPatientRecord *self;

  g_return_val_if_fail (patient != NULL, NULL);

  self = g_new0 (MesoPatientRecord, 1);
  self->patient = patient;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);

  return self;
}

/**
 * meso_patient_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): an independent copy
 */
MesoPatientRecord *
meso_patient_record_copy (const MesoPatientRecord *self)
{
  MesoPatientRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = meso_patient_record_new (meso_patient_copy (self->patient));
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (copy->items, meso_health_item_copy (g_ptr_array_index (self->items, i)));

  return copy;
}

/**
 * meso_patient_record_free:
 * @self: (transfer full): a record
 */
void
meso_patient_record_free (MesoPatientRecord *self)
{
  meso_patient_free (self->patient);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * meso_patient_record_normalise:
 * @self: a record
 *
 * Brings what was typed into the form that is stored, as meso_patient_normalise () and meso_health_item_normalise () do.
 */
void
meso_patient_record_normalise (MesoPatientRecord *self)
{
  g_return_if_fail (self != NULL);

  meso_patient_normalise (self->patient);
  for (guint i = 0; i < self->items->len; i++)
    meso_health_item_normalise (g_ptr_array_index (self->items, i));
}

/**
 * meso_patient_record_list_active:
 * @self: a record
 * @kind: a kind
 *
 * Returns: (transfer container) (element-type MesoHealthItem): the items of that kind that hold, owned by @self
 */
GPtrArray *
meso_patient_record_list_active (const MesoPatientRecord *self,
                                 MesoHealthKind           kind)
{
  GPtrArray *active = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, active);

  for (guint i = 0; i < self->items->len; i++)
    {
      MesoHealthItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == kind && item->status == MESO_HEALTH_ACTIVE)
        g_ptr_array_add (active, item);
    }

  return active;
}

/**
 * meso_patient_record_get_asked:
 * @self: a record
 * @kind: a kind
 *
 * Returns: %MESO_ASKED_LISTED where an item of that kind holds; else whether somebody asked
 */
MesoAsked
meso_patient_record_get_asked (const MesoPatientRecord *self,
                               MesoHealthKind           kind)
{
  g_autoptr (GPtrArray) active = meso_patient_record_list_active (self, kind);

  if (active->len > 0)
    return MESO_ASKED_LISTED;

  return *meso_patient_asked_of (self->patient, kind) == MESO_ASKED_NONE ? MESO_ASKED_NONE : MESO_ASKED_NOT;
}

static gboolean
check_items (const MesoPatientRecord  *self,
             GError                  **error)
{
  guint counts[MESO_HEALTH_N_KINDS] = { 0 };

  for (guint i = 0; i < self->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (self->items, i);
      const char *list = meso_health_kind_to_list (item->kind);

      if (!meso_health_item_check (item, error))
        {
          g_prefix_error (error, "%s[%u].", list, counts[item->kind]);
          return FALSE;
        }
      if (++counts[item->kind] > MAX_ITEMS)
        {
          g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "%s: at most %d can be kept.", list, MAX_ITEMS);
          return FALSE;
        }
    }

  return TRUE;
}

/* "None known" beside a list is a slip, and one of the two would be believed. */
static gboolean
check_asked (const MesoPatientRecord  *self,
             GError                  **error)
{
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      if (*meso_patient_asked_of (self->patient, kind) == MESO_ASKED_NONE &&
          meso_patient_record_get_asked (self, kind) == MESO_ASKED_LISTED)
        {
          g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                       "%s_asked: it says that none is known, and some are listed. Change one of the two.",
                       meso_health_kind_to_list (kind));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * meso_patient_record_check:
 * @self: a record, normalised or as typed
 * @today: the day on which it is checked
 * @error: return location
 *
 * Checks whether a record can be stored: as meso_patient_check () and meso_health_item_check () do, and that "none known" stands
 * beside no list.
 *
 * Returns: %FALSE with the first fault, whose message starts with the place: `birth_date: …`, `allergies[0].what: …`; items of a
 *   kind are counted from 0
 */
gboolean
meso_patient_record_check (const MesoPatientRecord  *self,
                           MesoCalendarDate          today,
                           GError                  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return meso_patient_check (self->patient, today, error) && check_items (self, error) && check_asked (self, error);
}
