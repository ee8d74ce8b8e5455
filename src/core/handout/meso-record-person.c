/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-parts.h"

#include "meso-text.h"

static void
add_phone (const MesoRecordWriter *self,
           MesoHandoutBlock       *block,
           const char             *label,
           const char             *phone)
{
  meso_record_take_own (self, block, label, meso_handout_words_phone (self->words, phone));
}

static void
add_names (const MesoRecordWriter *self,
           MesoHandoutBlock       *block)
{
  const MesoPatient *patient = self->contents->record->patient;
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *other = meso_patient_dup_other_name (patient);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < self->contents->other_files->len; i++)
    g_strv_builder_take (files, meso_handout_words_number (self->words, g_ptr_array_index (self->contents->other_files, i)));
  all = g_strv_builder_end (files);
  meso_record_add_typed (self, block, "name", name);
  meso_record_add_typed (self, block, "other-name", other);
  meso_record_take_own (self, block, "file", meso_handout_words_number (self->words, patient->file_number));
  meso_record_take_own (self, block, "other-files", g_strjoinv (meso_handout_words_comma (self->words), all));
}

static void
add_age (const MesoRecordWriter *self,
         MesoHandoutBlock       *block)
{
  const MesoPatient *patient = self->contents->record->patient;

  if (meso_calendar_date_is_set (patient->birth_date))
    meso_record_take_own (self, block, "birth-date", meso_record_date (self, patient->birth_date));
  if (meso_calendar_date_is_set (patient->age_on))
    {
      g_autofree char *age = meso_handout_words_count (self->words, patient->age);
      g_autofree char *date = meso_record_date (self, patient->age_on);

      meso_record_take_own (self, block, "age",
                            meso_text_format (meso_record_phrase (self, "age-value"), "age", age, "date", date, NULL));
    }
}

static void
add_weight (const MesoRecordWriter *self,
            MesoHandoutBlock       *block)
{
  const MesoPatient *patient = self->contents->record->patient;
  g_autofree char *plain = NULL;
  g_autofree char *weight = NULL;
  g_autofree char *date = NULL;

  if (patient->weight_g <= 0)
    return;
  plain = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "\u00A0kg", patient->weight_g / 1000,
                           patient->weight_g % 1000 / 100);
  weight = meso_text_isolate (plain);
  date = meso_record_date (self, patient->weight_on);
  meso_record_take_own (self, block, "weight",
                        meso_text_format (meso_record_phrase (self, "weight-value"), "weight", weight, "date", date, NULL));
}

static void
add_contacts (const MesoRecordWriter *self,
              MesoHandoutBlock       *block)
{
  const MesoPatient *patient = self->contents->record->patient;
  g_autofree char *kin = g_strjoin (" · ", patient->next_of_kin_name, patient->next_of_kin_relation, NULL);

  add_phone (self, block, "phone", patient->phone);
  add_phone (self, block, "second-phone", patient->second_phone);
  meso_record_add_typed (self, block, "email", patient->email);
  meso_record_take_own (self, block, "national-id", meso_handout_words_number (self->words, patient->national_id));
  meso_record_add_typed (self, block, "national-id-reason", patient->national_id_reason);
  meso_record_add_typed (self, block, "address", patient->address);
  if (patient->language[0] != '\0')
    meso_record_take_own (self, block, "language", g_strdup (meso_record_phrase_of (self, "language", patient->language)));
  if (patient->next_of_kin_name[0] != '\0' || patient->next_of_kin_relation[0] != '\0')
    meso_record_add_typed (self, block, "next-of-kin", kin);
  add_phone (self, block, "next-of-kin", patient->next_of_kin_phone);
  meso_record_add_typed (self, block, "referred-by", patient->referred_by);
}

static void
add_hair (const MesoRecordWriter *self)
{
  const MesoPatient *patient = self->contents->record->patient;
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "hair");

  meso_record_add_typed (self, block, "hair-since", patient->hair_since);
  if (patient->hair_onset != MESO_HAIR_ONSET_UNKNOWN)
    meso_record_take_own (self, block, "hair-onset",
                          g_strdup (meso_record_phrase_of (self, "hair-onset", meso_hair_onset_to_string (patient->hair_onset))));
  if (patient->hair_family != MESO_HAIR_FAMILY_UNKNOWN)
    meso_record_take_own (self, block, "hair-family",
                          g_strdup (meso_record_phrase (self, meso_hair_family_to_string (patient->hair_family))));
  meso_record_add_typed (self, block, "hair-treatments", patient->hair_treatments);
  meso_record_add_typed (self, block, "hair-notes", patient->hair_notes);
  meso_record_end_block (self, block);
}

/**
 * meso_record_add_person:
 *
 * Who the patient is and how to reach them.
 */
void
meso_record_add_person (const MesoRecordWriter *self)
{
  const MesoPatient *patient = self->contents->record->patient;
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "identity");

  add_names (self, block);
  meso_record_take_own (self, block, "sex", g_strdup (meso_record_phrase_of (self, "sex", meso_sex_to_string (patient->sex))));
  add_age (self, block);
  add_contacts (self, block);
  add_weight (self, block);
  if (patient->blood_group[0] != '\0')
    meso_record_take_own (self, block, "blood-group", meso_text_isolate (patient->blood_group));
  if (patient->archived)
    meso_record_take_own (self, block, "archived", g_strdup (meso_record_phrase (self, "yes")));
}

/* (transfer full): "rash · severe · since 2010 · no longer: healed" */
static char *
describe_item (const MesoRecordWriter *self,
               const MesoHealthItem   *item)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *reason = meso_handout_words_inline (item->reason);
  g_autofree char *since = meso_handout_words_inline (item->since);

  if (item->detail[0] != '\0')
    g_strv_builder_take (parts, meso_handout_words_inline (item->detail));
  if (item->severity != MESO_ALLERGY_SEVERITY_UNKNOWN)
    g_strv_builder_add (parts, meso_record_phrase_of (self, "severity", meso_allergy_severity_to_string (item->severity)));
  if (item->origin != MESO_MEDICINE_ORIGIN_UNKNOWN)
    g_strv_builder_add (parts, meso_record_phrase_of (self, "origin", meso_medicine_origin_to_string (item->origin)));
  if (item->since[0] != '\0')
    g_strv_builder_take (parts, meso_text_format (meso_record_phrase (self, "since"), "when", since, NULL));
  if (item->status == MESO_HEALTH_REPLACED)
    g_strv_builder_add (parts, meso_record_phrase (self, "item-replaced"));
  else if (item->status != MESO_HEALTH_ACTIVE && item->reason[0] == '\0')
    g_strv_builder_add (parts, meso_record_phrase (self, "item-ended-plain"));
  else if (item->status == MESO_HEALTH_ENDED)
    g_strv_builder_take (parts, meso_text_format (meso_record_phrase (self, "item-ended"), "reason", reason, NULL));
  else if (item->status == MESO_HEALTH_ENTERED_IN_ERROR)
    g_strv_builder_take (parts, g_strjoin (": ", meso_record_phrase (self, "error"), reason, NULL));
  /* A row without a text would be a head. */
  g_strv_builder_take (parts, meso_record_by_on (self, item->noted_by, item->noted_at));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static void
add_list (const MesoRecordWriter *self,
          MesoHealthKind          kind)
{
  const MesoPatientRecord *record = self->contents->record;
  MesoAsked asked = meso_patient_record_get_asked (record, kind);
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, meso_health_kind_to_list (kind));

  if (asked != MESO_ASKED_LISTED)
    meso_handout_block_take_row (block, "", g_strdup (""),
                                 g_strdup (meso_record_phrase (self, asked == MESO_ASKED_NONE ? "none-known" : "not-asked")));
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);

      if (item->kind == kind)
        meso_handout_block_take_row (block, "", meso_handout_words_inline (item->what), describe_item (self, item));
    }
}

/**
 * meso_record_add_health:
 *
 * Allergies, medicines and conditions with what holds no more; hair history and notes.
 */
void
meso_record_add_health (const MesoRecordWriter *self)
{
  MesoHandoutBlock *notes;

  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    add_list (self, kind);
  add_hair (self);
  notes = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "notes");
  meso_record_add_typed (self, notes, "notes", self->contents->record->patient->notes);
  meso_record_end_block (self, notes);
}
