/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-packing.h"

#include <string.h>

/* Numbers take seven bits a byte, the last one first, and texts their length before them. */

static void
pack_number (GByteArray *bytes, guint64 number)
{
  do
    {
      guint8 byte = (guint8) (number & 0x7f) | (number > 0x7f ? 0x80 : 0);

      g_byte_array_append (bytes, &byte, 1);
      number >>= 7;
    }
  while (number > 0);
}

static void
pack_text (GByteArray *bytes, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  pack_number (bytes, length);
  if (length > 0)
    g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

static void
pack_date (GByteArray *bytes, MesoCalendarDate date)
{
  pack_number (bytes, (guint64) date.year * 10000 + date.month * 100u + date.day);
}

static void
pack_item (GByteArray *bytes, const MesoHealthItem *item)
{
  pack_number (bytes, item->kind);
  pack_number (bytes, item->severity);
  pack_number (bytes, item->origin);
  pack_text (bytes, item->what);
  pack_text (bytes, item->detail);
  pack_text (bytes, item->since);
  pack_text (bytes, item->ingredient);
}

/**
 * meso_record_packing_pack:
 * @bytes: what it held is gone
 * @record: a checked record without ids; its items hold
 *
 * Packs all that a record says.
 */
void
meso_record_packing_pack (GByteArray *bytes, const MesoPatientRecord *record)
{
  MesoPatient *patient = record->patient;
  char **text;

  g_byte_array_set_size (bytes, 0);
  pack_text (bytes, patient->file_number);
  for (guint i = 0; (text = meso_patient_get_text (patient, i)) != NULL; i++)
    pack_text (bytes, *text);
  pack_number (bytes, patient->sex);
  pack_date (bytes, patient->birth_date);
  pack_number (bytes, (guint64) patient->age);
  pack_date (bytes, patient->age_on);
  pack_number (bytes, (guint64) patient->weight_g);
  pack_date (bytes, patient->weight_on);
  pack_number (bytes, patient->hair_onset);
  pack_number (bytes, patient->hair_family);
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    pack_number (bytes, *meso_patient_asked_of (patient, kind));
  pack_number (bytes, patient->archived ? 1 : 0);
  pack_number (bytes, record->items->len);
  for (guint i = 0; i < record->items->len; i++)
    pack_item (bytes, g_ptr_array_index (record->items, i));
}

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean broken;
} Packed;

static guint64
unpack_number (Packed *packed)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      if (packed->at == packed->end)
        break;
      number |= (guint64) (*packed->at & 0x7f) << shift;
      if ((*packed->at++ & 0x80) == 0)
        return number;
    }
  packed->broken = TRUE;
  return 0;
}

static char *
unpack_text (Packed *packed)
{
  guint64 length = unpack_number (packed);
  char *text;

  if (length > (guint64) (packed->end - packed->at))
    packed->broken = TRUE;
  if (length == 0 || packed->broken)
    return g_strdup ("");
  text = g_strndup ((const char *) packed->at, length);
  packed->at += length;
  return text;
}

static MesoCalendarDate
unpack_date (Packed *packed)
{
  guint64 number = unpack_number (packed);

  return (MesoCalendarDate) { (gint16) (number / 10000 % 10000), (guint8) (number / 100 % 100), (guint8) (number % 100) };
}

static void
take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static MesoHealthItem *
unpack_item (Packed *packed)
{
  MesoHealthItem *item = meso_health_item_new ((MesoHealthKind) (unpack_number (packed) % MESO_HEALTH_N_KINDS), "");

  item->severity = (MesoAllergySeverity) unpack_number (packed);
  item->origin = (MesoMedicineOrigin) unpack_number (packed);
  take (&item->what, unpack_text (packed));
  take (&item->detail, unpack_text (packed));
  take (&item->since, unpack_text (packed));
  take (&item->ingredient, unpack_text (packed));
  return item;
}

static void
unpack_patient (Packed *packed, MesoPatient *patient)
{
  char **text;

  take (&patient->file_number, unpack_text (packed));
  for (guint i = 0; (text = meso_patient_get_text (patient, i)) != NULL; i++)
    take (text, unpack_text (packed));
  patient->sex = (MesoSex) unpack_number (packed);
  patient->birth_date = unpack_date (packed);
  patient->age = (int) unpack_number (packed);
  patient->age_on = unpack_date (packed);
  patient->weight_g = (gint64) unpack_number (packed);
  patient->weight_on = unpack_date (packed);
  patient->hair_onset = (MesoHairOnset) unpack_number (packed);
  patient->hair_family = (MesoHairFamily) unpack_number (packed);
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    *meso_patient_asked_of (patient, kind) = (MesoAsked) unpack_number (packed);
  patient->archived = unpack_number (packed) != 0;
  if (*patient->file_number == '\0')
    g_clear_pointer (&patient->file_number, g_free);
}

/**
 * meso_record_packing_unpack:
 * @bytes: what meso_record_packing_pack () made
 *
 * Returns: (transfer full) (nullable): the record again
 */
MesoPatientRecord *
meso_record_packing_unpack (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Packed packed = { data, data + length, FALSE };
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  guint64 n_items;

  unpack_patient (&packed, record->patient);
  n_items = unpack_number (&packed);
  for (guint64 i = 0; i < n_items && !packed.broken; i++)
    g_ptr_array_add (record->items, unpack_item (&packed));
  return packed.broken || packed.at != packed.end ? NULL : g_steal_pointer (&record);
}
