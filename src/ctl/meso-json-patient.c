/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-patient.h"

#define G_PER_KG 1000.0

void
meso_json_add_patient (JsonBuilder       *builder,
                       const MesoPatient *patient)
{
  meso_json_add_string (builder, "id", patient->id);
  meso_json_add_string (builder, "file_number", patient->file_number);
  meso_json_add_string (builder, "given_name", patient->given_name);
  meso_json_add_string (builder, "family_name", patient->family_name);
  meso_json_add_string (builder, "sex", meso_sex_to_string (patient->sex));
  meso_json_add_date (builder, "birth_date", patient->birth_date);
  meso_json_add_string (builder, "phone", patient->phone);
  meso_json_add_string (builder, "email", patient->email);
  meso_json_add_string (builder, "national_id", patient->national_id);
  meso_json_add_string (builder, "language", patient->language);
  meso_json_add_string (builder, "notes", patient->notes);
}

static void
add_item (JsonBuilder          *builder,
          const MesoHealthItem *item)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "what", item->what);
  meso_json_add_string (builder, "ingredient", item->ingredient);
  meso_json_add_string (builder, "detail", item->detail);
  if (item->kind == MESO_HEALTH_ALLERGY)
    meso_json_add_string (builder, "severity", meso_allergy_severity_to_string (item->severity));
  if (item->kind == MESO_HEALTH_MEDICINE)
    meso_json_add_string (builder, "origin", meso_medicine_origin_to_string (item->origin));
  meso_json_add_string (builder, "since", item->since);
  json_builder_end_object (builder);
}

/* What nobody asked for is null, what is known to be none an empty list. */
static void
add_list (JsonBuilder             *builder,
          const MesoPatientRecord *record,
          MesoHealthKind           kind)
{
  const char *list = meso_health_kind_to_list (kind);
  g_autoptr(GPtrArray) active = meso_patient_record_list_active (record, kind);

  if (meso_patient_record_get_asked (record, kind) == MESO_ASKED_NOT)
    {
      meso_json_add_string (builder, list, NULL);
      return;
    }
  meso_json_begin_list (builder, list);
  for (guint i = 0; i < active->len; i++)
    add_item (builder, g_ptr_array_index (active, i));
  json_builder_end_array (builder);
}

static void
add_contact (JsonBuilder       *builder,
             const MesoPatient *patient)
{
  static const char *const texts[] = { "other_given_name", "other_family_name", "second_phone", "national_id_reason", "address",
                                       "next_of_kin_name", "next_of_kin_relation", "next_of_kin_phone", "referred_by" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = meso_patient_dup_field (patient, texts[i]);

      meso_json_add_string (builder, texts[i], text);
    }
}

void
meso_json_add_record (JsonBuilder             *builder,
                      const MesoPatientRecord *record)
{
  const MesoPatient *patient = record->patient;

  meso_json_add_patient (builder, patient);
  add_contact (builder, patient);
  meso_json_add_number (builder, "age", meso_calendar_date_is_set (patient->age_on), patient->age);
  meso_json_add_date (builder, "age_on", patient->age_on);
  meso_json_add_number (builder, "weight_kg", patient->weight_g > 0, (double) patient->weight_g / G_PER_KG);
  meso_json_add_date (builder, "weight_on", patient->weight_on);
  meso_json_add_string (builder, "blood_group", patient->blood_group);
  meso_json_add_string (builder, "hair_since", patient->hair_since);
  meso_json_add_string (builder, "hair_onset", meso_hair_onset_to_string (patient->hair_onset));
  meso_json_add_string (builder, "hair_family", meso_hair_family_to_string (patient->hair_family));
  meso_json_add_string (builder, "hair_treatments", patient->hair_treatments);
  meso_json_add_string (builder, "hair_notes", patient->hair_notes);
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    add_list (builder, record, kind);
  meso_json_add_bool (builder, "archived", patient->archived);
  meso_json_add_bool (builder, "has_photo", patient->has_photo);
}
