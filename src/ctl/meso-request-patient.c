/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-request-patient.h"

#include "meso-request-screening.h"

/* "" is none, as in what `patient show` prints. */
static gboolean
read_date (MesoJsonReader    *reader,
           const char        *member,
           MesoCalendarDate  *date,
           GError           **error)
{
  g_autofree char *text = NULL;

  return meso_json_reader_read_string (reader, member, &text, error) &&
         (text == NULL || *text == '\0' || meso_request_parse_date (reader, member, text, date, error));
}

typedef struct
{
  const char *member;
  gboolean (*find) (const char *text, gpointer value);
  gpointer value;
  const char *words;
} Choice;

/* Left as it is where the member is missing or "". */
static gboolean
read_choice (MesoJsonReader  *reader,
             Choice           choice,
             GError         **error)
{
  g_autofree char *text = NULL;

  if (!meso_json_reader_read_string (reader, choice.member, &text, error))
    return FALSE;
  return text == NULL || *text == '\0' || choice.find (text, choice.value) ||
         meso_json_reader_fail (reader, choice.member, error, "“%s” must be %s.", text, choice.words);
}

static gboolean find_sex (const char *text, gpointer value) { return meso_sex_from_string (text, value); }
static gboolean find_onset (const char *text, gpointer value) { return meso_hair_onset_from_string (text, value); }
static gboolean find_family (const char *text, gpointer value) { return meso_hair_family_from_string (text, value); }
static gboolean find_severity (const char *text, gpointer value) { return meso_allergy_severity_from_string (text, value); }
static gboolean find_origin (const char *text, gpointer value) { return meso_medicine_origin_from_string (text, value); }

static gboolean
read_texts (MesoPatient     *patient,
            MesoJsonReader  *reader,
            GError         **error)
{
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      char **text = meso_patient_find_text (patient, *field);

      if (text != NULL && !meso_json_reader_read_string (reader, *field, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_age (MesoPatient       *patient,
          MesoJsonReader    *reader,
          MesoCalendarDate   today,
          GError           **error)
{
  gint64 age = -1;

  if (!meso_json_reader_read_int (reader, "age", 0, MESO_PATIENT_AGE_MAX, &age, error) ||
      !read_date (reader, "age_on", &patient->age_on, error))
    return FALSE;
  if (age < 0)
    return !meso_calendar_date_is_set (patient->age_on) ||
           meso_json_reader_fail (reader, "age_on", error, "the age is missing that was told on this day.");
  patient->age = (int) age;
  if (!meso_calendar_date_is_set (patient->age_on))
    patient->age_on = today;
  return TRUE;
}

static gboolean
read_weight (MesoPatient       *patient,
             MesoJsonReader    *reader,
             MesoCalendarDate   today,
             GError           **error)
{
  if (!meso_json_reader_read_milli (reader, "weight_kg", &patient->weight_g, error) ||
      !read_date (reader, "weight_on", &patient->weight_on, error))
    return FALSE;
  if (meso_json_reader_get_node (reader, "weight_kg") == NULL)
    return !meso_calendar_date_is_set (patient->weight_on) ||
           meso_json_reader_fail (reader, "weight_on", error, "the weight is missing that was true on this day.");
  if (patient->weight_g < MESO_PATIENT_WEIGHT_MIN_G || patient->weight_g > MESO_PATIENT_WEIGHT_MAX_G)
    return meso_json_reader_fail (reader, "weight_kg", error, "a body weight from 0.5 to 500 kg is expected here.");
  if (!meso_calendar_date_is_set (patient->weight_on))
    patient->weight_on = today;
  return TRUE;
}

static gboolean
read_item (MesoPatientRecord  *record,
           MesoHealthKind      kind,
           MesoJsonReader     *reader,
           GError            **error)
{
  MesoHealthItem *item = meso_health_item_new (kind, "");

  g_ptr_array_add (record->items, item);
  return meso_json_reader_read_string (reader, "what", &item->what, error) &&
         meso_json_reader_read_string (reader, "ingredient", &item->ingredient, error) &&
         meso_json_reader_read_string (reader, "detail", &item->detail, error) &&
         meso_json_reader_read_string (reader, "since", &item->since, error) &&
         read_choice (reader, (Choice) { "severity", find_severity, &item->severity, "unknown, mild, moderate or severe" }, error) &&
         read_choice (reader, (Choice) { "origin", find_origin, &item->origin, "unknown, prescribed or self-chosen" }, error) &&
         meso_json_reader_finish (reader, error);
}

/* A list that is missing was not asked for; an empty one says that none is known. */
static gboolean
read_items (MesoPatientRecord  *record,
            MesoHealthKind      kind,
            MesoJsonReader     *reader,
            GError            **error)
{
  g_autoptr(GPtrArray) items = NULL;

  if (!meso_json_reader_read_objects (reader, meso_health_kind_to_list (kind), &items, error))
    return FALSE;
  if (items == NULL)
    return TRUE;
  if (items->len == 0)
    *meso_patient_asked_of (record->patient, kind) = MESO_ASKED_NONE;
  for (guint i = 0; i < items->len; i++)
    {
      if (!read_item (record, kind, g_ptr_array_index (items, i), error))
        return FALSE;
    }
  return TRUE;
}

MesoPatientRecord *
meso_request_read_patient (const char        *file,
                           MesoCalendarDate   today,
                           GError           **error)
{
  g_autoptr(MesoJsonReader) reader = meso_json_reader_new_for_file (file, error);
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  MesoPatient *patient = record->patient;

  if (reader == NULL || !read_texts (patient, reader, error) ||
      !read_choice (reader, (Choice) { "sex", find_sex, &patient->sex, "female, male, other or unknown" }, error) ||
      !read_date (reader, "birth_date", &patient->birth_date, error) || !read_age (patient, reader, today, error) ||
      !read_weight (patient, reader, today, error) ||
      !read_choice (reader, (Choice) { "hair_onset", find_onset, &patient->hair_onset, "unknown, gradual or sudden" }, error) ||
      !read_choice (reader, (Choice) { "hair_family", find_family, &patient->hair_family, "unknown, no or yes" }, error))
    return NULL;
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      if (!read_items (record, kind, reader, error))
        return NULL;
    }
  return meso_json_reader_finish (reader, error) ? g_steal_pointer (&record) : NULL;
}
