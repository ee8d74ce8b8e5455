/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twins-service.h"

#include "meso-clinic-private.h"
#include "meso-patient-repository.h"
#include "meso-patient-twins.h"
#include "meso-staff-names.h"

/**
 * meso_twin_match_free:
 * @self: (transfer full) (nullable): a match
 */
void
meso_twin_match_free (MesoTwinMatch *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->patient, meso_patient_free);
  g_free (self);
}

/**
 * meso_twin_pair_free:
 * @self: (transfer full) (nullable): a pair
 */
void
meso_twin_pair_free (MesoTwinPair *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->first, meso_patient_free);
  g_clear_pointer (&self->second, meso_patient_free);
  g_free (self);
}

/**
 * meso_twin_decision_free:
 * @self: (transfer full) (nullable): a decision
 */
void
meso_twin_decision_free (MesoTwinDecision *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->other, meso_patient_free);
  g_free (self->at_utc);
  g_free (self->by);
  g_free (self->reason);
  g_free (self);
}

typedef struct
{
  const char *staff;
  const MesoPatient *typed;
  const char *a;
  const char *b;
  const char *reason;
  guint limit;
  GPtrArray *list;
} Work;

static gboolean
find (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(GPtrArray) found = meso_patient_twins_find (context, work->typed, work->limit, error);

  work->list = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_twin_match_free);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MesoTwinCandidate *candidate = g_ptr_array_index (found, i);
      g_autoptr(MesoTwinMatch) match = g_new0 (MesoTwinMatch, 1);

      match->twin = candidate->twin;
      match->patient = meso_patient_repository_get (context, candidate->person, error);
      if (match->patient == NULL)
        return FALSE;
      g_ptr_array_add (work->list, g_steal_pointer (&match));
    }
  return found != NULL;
}

static GPtrArray *
run_list (MesoClinic     *clinic,
          MesoStoreWork   list,
          Work           *work,
          GError        **error)
{
  if (!meso_clinic_run (clinic, MESO_STORE_READ, list, work, error))
    g_clear_pointer (&work->list, g_ptr_array_unref);
  return work->list;
}

/**
 * meso_patient_twins_service_list_alike:
 * @clinic: a clinic
 * @typed: what is being typed, whole or not; with an id, the record that is being changed
 * @limit: at most so many, above zero
 *
 * Finds out whether a person has a record already. A record that was merged shows as the one it was merged into.
 *
 * Returns: (transfer full) (element-type MesoTwinMatch): who it may be and why, the surest first; %NULL when the file can't be read
 */
GPtrArray *
meso_patient_twins_service_list_alike (MesoClinic         *clinic,
                                       const MesoPatient  *typed,
                                       guint               limit,
                                       GError            **error)
{
  g_autoptr(MesoPatient) tidied = meso_patient_copy (typed);
  Work work = { .typed = tidied, .limit = limit };

  g_return_val_if_fail (limit > 0, NULL);

  meso_patient_normalise (tidied);
  return run_list (clinic, find, &work, error);
}

static gboolean
list_pairs (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Work *work = data;
  g_autoptr(GPtrArray) found = meso_patient_twins_list_pairs (context, work->limit, error);

  work->list = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_twin_pair_free);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MesoTwinIds *ids = g_ptr_array_index (found, i);
      g_autoptr(MesoTwinPair) pair = g_new0 (MesoTwinPair, 1);

      pair->twin = ids->twin;
      pair->first = meso_patient_repository_get (context, ids->first, error);
      pair->second = pair->first != NULL ? meso_patient_repository_get (context, ids->second, error) : NULL;
      if (pair->second == NULL)
        return FALSE;
      g_ptr_array_add (work->list, g_steal_pointer (&pair));
    }
  return found != NULL;
}

/**
 * meso_patient_twins_service_list_pairs:
 * @clinic: a clinic
 * @limit: at most so many, above zero
 *
 * Returns: (transfer full) (element-type MesoTwinPair): records that are likely one person's, the surest first, without those that
 *   were merged or said to be two persons'; %NULL when the file can't be read
 */
GPtrArray *
meso_patient_twins_service_list_pairs (MesoClinic  *clinic,
                                       guint        limit,
                                       GError     **error)
{
  Work work = { .limit = limit };

  g_return_val_if_fail (limit > 0, NULL);

  return run_list (clinic, list_pairs, &work, error);
}

static gboolean
find_both (MesoStoreContext  *context,
           const Work        *work,
           MesoPatient      **a_out,
           MesoPatient      **b_out,
           GError           **error)
{
  *a_out = meso_clinic_find_patient (context, work->a, error);
  *b_out = *a_out != NULL ? meso_clinic_find_patient (context, work->b, error) : NULL;
  if (*b_out == NULL)
    return FALSE;
  if (!g_str_equal ((*a_out)->id, (*b_out)->id))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
               "These are one record, file %s, or were merged into it. Take the merge back first; nothing was stored.",
               (*a_out)->file_number);
  return FALSE;
}

static gboolean
set_different (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) a = NULL;
  g_autoptr(MesoPatient) b = NULL;

  return find_both (context, work, &a, &b, error) &&
         meso_patient_twins_set_different (context, work->staff, a->id, b->id, work->reason, error);
}

/**
 * meso_patient_twins_service_set_different:
 * @clinic: a clinic
 * @a: an id or a file number, followed through merges
 * @b: another
 * @reason: (nullable): how it was found out
 *
 * Keeps that two records are two persons: they aren't shown as twins again. Written into the log.
 *
 * Returns: whether it is stored
 */
gboolean
meso_patient_twins_service_set_different (MesoClinic  *clinic,
                                          const char  *a,
                                          const char  *b,
                                          const char  *reason,
                                          GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .a = a, .b = b, .reason = reason != NULL ? reason : "" };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, set_different, &work, error);
}

static gboolean
take_back (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) a = NULL;
  g_autoptr(MesoPatient) b = NULL;

  return find_both (context, work, &a, &b, error) &&
         meso_patient_twins_end_different (context, work->staff, a->id, b->id, error);
}

/**
 * meso_patient_twins_service_take_back:
 * @clinic: a clinic
 * @a: an id or a file number, followed through merges
 * @b: another
 *
 * Takes back that two records are two persons. Both decisions stay in the log.
 *
 * Returns: whether it is stored; %MESO_SERVICES_ERROR_NOT_FOUND when nobody had said so
 */
gboolean
meso_patient_twins_service_take_back (MesoClinic  *clinic,
                                      const char  *a,
                                      const char  *b,
                                      GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .a = a, .b = b };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, take_back, &work, error);
}

static gboolean
list_different (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->a, error);
  g_autoptr(GHashTable) names = patient != NULL ? meso_staff_names_load (context, error) : NULL;
  g_autoptr(GPtrArray) rows = names != NULL ? meso_patient_twins_list_different (context, patient->id, error) : NULL;

  work->list = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_twin_decision_free);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MesoDifferentRow *row = g_ptr_array_index (rows, i);
      g_autoptr(MesoTwinDecision) decision = g_new0 (MesoTwinDecision, 1);

      decision->other = meso_clinic_find_patient (context, row->other, error);
      if (decision->other == NULL)
        return FALSE;
      decision->at_utc = g_strdup (row->decided_at);
      decision->by = meso_staff_names_dup (names, row->decided_by);
      decision->reason = g_strdup (row->reason);
      g_ptr_array_add (work->list, g_steal_pointer (&decision));
    }
  return rows != NULL;
}

/**
 * meso_patient_twins_service_list_different:
 * @clinic: a clinic
 * @patient: an id or a file number, followed through merges
 *
 * Returns: (transfer full) (element-type MesoTwinDecision): who was said to be somebody else, newest first
 */
GPtrArray *
meso_patient_twins_service_list_different (MesoClinic  *clinic,
                                           const char  *patient,
                                           GError     **error)
{
  Work work = { .a = patient };

  return run_list (clinic, list_different, &work, error);
}
