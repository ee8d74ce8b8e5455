/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-packing.h"

#include <string.h>

static MesoPatientRecord *
make_record (void)
{
  MesoPatientRecord *record = meso_patient_record_new (meso_patient_new ());
  MesoPatient *patient = record->patient;
  MesoHealthItem *item = meso_health_item_new (MESO_HEALTH_ALLERGY, "penicillin");
  char **text;

  for (guint i = 0; (text = meso_patient_get_text (patient, i)) != NULL; i++)
    {
      g_free (*text);
      /* Some of them longer than a byte can count. */
      *text = i % 5 == 0 ? g_strnfill (300 + i, 'x') : g_strdup_printf ("متن %u", i);
    }
  patient->file_number = g_strdup ("0417");
  patient->sex = MESO_SEX_OTHER;
  patient->age = 36;
  patient->age_on = (MesoCalendarDate) { 2026, 11, 22 };
  patient->weight_g = 61505;
  patient->weight_on = (MesoCalendarDate) { 1999, 12, 31 };
  patient->hair_onset = MESO_HAIR_ONSET_SUDDEN;
  patient->hair_family = MESO_HAIR_FAMILY_YES;
  patient->conditions_asked = MESO_ASKED_NONE;
  patient->archived = TRUE;
  g_set_str (&item->detail, "rash");
  g_set_str (&item->since, "۱۳۹۹");
  g_set_str (&item->ingredient, "penicillin");
  item->severity = MESO_ALLERGY_SEVERE;
  g_ptr_array_add (record->items, item);
  item = meso_health_item_new (MESO_HEALTH_MEDICINE, "aspirin");
  item->origin = MESO_MEDICINE_SELF_CHOSEN;
  g_ptr_array_add (record->items, item);
  return record;
}

static MesoPatientRecord *
unpack (const GByteArray *bytes, gsize length)
{
  g_autoptr(GBytes) packed = g_bytes_new (bytes->data, length);

  return meso_record_packing_unpack (packed);
}

static void
assert_equal (const MesoPatientRecord *a, const MesoPatientRecord *b)
{
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      g_autofree char *x = meso_patient_dup_field (a->patient, *field);
      g_autofree char *y = meso_patient_dup_field (b->patient, *field);

      g_assert_cmpstr (x, ==, y);
    }
  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    g_assert_true (meso_health_item_says_same (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)));
}

static void
test_there_and_back (void)
{
  g_autoptr(MesoPatientRecord) record = make_record ();
  g_autoptr(MesoPatientRecord) empty = meso_patient_record_new (meso_patient_new ());
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(MesoPatientRecord) back = NULL;
  g_autoptr(MesoPatientRecord) nothing = NULL;

  meso_record_packing_pack (bytes, record);
  back = unpack (bytes, bytes->len);
  assert_equal (record, back);
  meso_record_packing_pack (bytes, empty);
  nothing = unpack (bytes, bytes->len);
  assert_equal (empty, nothing);
  g_assert_null (nothing->patient->file_number);
}

/* A file that was cut off is no record, wherever it was cut. */
static void
test_cut_off (void)
{
  g_autoptr(MesoPatientRecord) record = make_record ();
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  meso_record_packing_pack (bytes, record);
  for (guint length = 0; length < bytes->len; length++)
    g_assert_null (unpack (bytes, length));
  g_byte_array_append (bytes, (const guint8 *) "x", 1);
  g_assert_null (unpack (bytes, bytes->len));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-packing/there-and-back", test_there_and_back);
  g_test_add_func ("/record-packing/cut-off", test_cut_off);
  return g_test_run ();
}
