/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-merging.h"

gboolean
meso_record_conflict_is_any (const MesoRecordConflict *self)
{
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    {
      if (self->lists[i])
        return TRUE;
    }
  return self->fields != 0;
}

/* (nullable) */
static MesoHealthItem *
find_same (const GPtrArray      *items,
           const MesoHealthItem *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (meso_health_item_says_same (g_ptr_array_index (items, i), item))
        return g_ptr_array_index (items, i);
    }
  return NULL;
}

/* (nullable) */
static MesoHealthItem *
find_by_id (const GPtrArray *items,
            const char      *id)
{
  for (guint i = 0; id != NULL && i < items->len; i++)
    {
      if (g_strcmp0 (((const MesoHealthItem *) g_ptr_array_index (items, i))->id, id) == 0)
        return g_ptr_array_index (items, i);
    }
  return NULL;
}

static gboolean
is_same_list (const MesoPatientRecord *a,
              const MesoPatientRecord *b,
              MesoHealthKind           kind)
{
  g_autoptr(GPtrArray) first = meso_patient_record_list_active (a, kind);
  g_autoptr(GPtrArray) second = meso_patient_record_list_active (b, kind);

  if (first->len != second->len || meso_patient_record_get_asked (a, kind) != meso_patient_record_get_asked (b, kind))
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      if (find_same (second, g_ptr_array_index (first, i)) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
take_list (MesoPatientRecord       *into,
           const MesoPatientRecord *from,
           MesoHealthKind           kind)
{
  for (guint i = 0; i < from->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (from->items, i);

      if (item->kind == kind)
        g_ptr_array_add (into->items, meso_health_item_copy (item));
    }
  *meso_patient_asked_of (into->patient, kind) = *meso_patient_asked_of (from->patient, kind);
}

/* What was typed over what was read, once more over what stands there now. */
static void
apply_item (MesoPatientRecord       *into,
            const MesoHealthItem    *typed,
            const MesoPatientRecord *base)
{
  const MesoHealthItem *before = find_by_id (base->items, typed->id);
  MesoHealthItem *now = find_by_id (into->items, typed->id);
  MesoHealthItem *copy;

  if (before != NULL && meso_health_item_says_same (before, typed) && before->status == typed->status)
    return;
  if (now == NULL || now->status != MESO_HEALTH_ACTIVE)
    {
      /* It was changed or ended meanwhile: what was typed is something new, unless it is there already. */
      if (typed->status != MESO_HEALTH_ACTIVE || find_same (into->items, typed) != NULL)
        return;
      copy = meso_health_item_copy (typed);
      g_clear_pointer (&copy->id, g_free);
      g_ptr_array_add (into->items, copy);
      return;
    }
  g_set_str (&now->what, typed->what);
  g_set_str (&now->ingredient, typed->ingredient);
  g_set_str (&now->detail, typed->detail);
  g_set_str (&now->since, typed->since);
  g_set_str (&now->reason, typed->reason);
  now->severity = typed->severity;
  now->origin = typed->origin;
  now->status = typed->status;
}

static void
join_list (MesoPatientRecord       *into,
           const MesoPatientRecord *typed,
           const MesoPatientRecord *base,
           const MesoPatientRecord *stored,
           MesoHealthKind           kind)
{
  take_list (into, stored, kind);
  for (guint i = 0; i < typed->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (typed->items, i);

      if (item->kind == kind && item->ended_at == NULL)
        apply_item (into, item, base);
    }
  if (meso_patient_record_get_asked (into, kind) == MESO_ASKED_LISTED)
    *meso_patient_asked_of (into->patient, kind) = MESO_ASKED_LISTED;
}

static void
merge_list (MesoPatientRecord       *into,
            const MesoPatientRecord *typed,
            const MesoPatientRecord *base,
            const MesoPatientRecord *stored,
            MesoHealthKind           kind,
            gboolean                *conflict_out)
{
  *conflict_out = FALSE;
  if (is_same_list (base, stored, kind))
    take_list (into, typed, kind);
  else if (is_same_list (base, typed, kind))
    take_list (into, stored, kind);
  else
    {
      *conflict_out = !is_same_list (typed, stored, kind);
      join_list (into, typed, base, stored, kind);
    }
}

MesoPatientRecord *
meso_record_merge (const MesoPatientRecord *typed,
                   const MesoPatientRecord *base,
                   const MesoPatientRecord *stored,
                   MesoCalendarDate         today,
                   MesoRecordConflict      *conflict_out)
{
  MesoPatientRecord *merged = meso_patient_record_new (meso_patient_copy (typed->patient));

  conflict_out->fields = meso_patient_fields_merge (merged->patient, base->patient, stored->patient, today);
  for (guint kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    merge_list (merged, typed, base, stored, (MesoHealthKind) kind, &conflict_out->lists[kind]);
  return merged;
}
