/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-row-private.h"

#include <string.h>

#include "meso-csv-guard.h"
#include "meso-health-list.h"
#include "meso-import-character.h"
#include "meso-import-words.h"

/**
 * meso_import_row_add_fault:
 * @column: where it stands
 * @kind: what is wrong; anything but a remark refuses the row
 * @offset: in the cell's text, in bytes
 * @text: (nullable): what was read
 */
void
meso_import_row_add_fault (MesoImportRowWork  *work,
                           guint               column,
                           MesoImportFaultKind kind,
                           gsize               offset,
                           const char         *text)
{
  MesoImportFault *fault = g_new0 (MesoImportFault, 1);
  const MesoCsvCell *cell = &work->cells[column];

  fault->kind = kind;
  fault->field = work->mapping->fields[column];
  fault->text = g_strdup (text);
  fault->line = cell->line;
  fault->column = cell->column;
  if (offset > 0)
    meso_csv_cell_get_place (cell, offset, &fault->line, &fault->column);
  g_ptr_array_add (work->row->faults, fault);
  if (!meso_import_fault_kind_is_remark (kind))
    work->refused = TRUE;
}

/* A character that can't be stored, at its place. */
static gboolean
has_bad_character (MesoImportRowWork *work,
                   guint              column)
{
  gsize offset;
  MesoImportFaultKind kind = meso_import_character_find_bad (work->cells[column].text, work->mapping->fields[column], &offset);

  if (kind == MESO_IMPORT_FAULT_NONE)
    return FALSE;
  meso_import_row_add_fault (work, column, kind, offset, NULL);
  return TRUE;
}

#define TEXT(member) (G_STRUCT_OFFSET (MesoPatient, member))

/**
 * meso_import_row_find_text:
 *
 * Returns: (transfer none) (nullable): where the record keeps a field that is taken as it is
 */
char **
meso_import_row_find_text (MesoPatient    *patient,
                           MesoImportField field)
{
  static const gsize offsets[MESO_N_IMPORT_FIELDS] = {
    [MESO_IMPORT_FIELD_FILE_NUMBER] = TEXT (file_number),
    [MESO_IMPORT_FIELD_GIVEN_NAME] = TEXT (given_name),
    [MESO_IMPORT_FIELD_FAMILY_NAME] = TEXT (family_name),
    [MESO_IMPORT_FIELD_FULL_NAME] = TEXT (family_name),
    [MESO_IMPORT_FIELD_OTHER_GIVEN_NAME] = TEXT (other_given_name),
    [MESO_IMPORT_FIELD_OTHER_FAMILY_NAME] = TEXT (other_family_name),
    [MESO_IMPORT_FIELD_PHONE] = TEXT (phone),
    [MESO_IMPORT_FIELD_SECOND_PHONE] = TEXT (second_phone),
    [MESO_IMPORT_FIELD_EMAIL] = TEXT (email),
    [MESO_IMPORT_FIELD_NATIONAL_ID] = TEXT (national_id),
    [MESO_IMPORT_FIELD_NATIONAL_ID_REASON] = TEXT (national_id_reason),
    [MESO_IMPORT_FIELD_ADDRESS] = TEXT (address),
    [MESO_IMPORT_FIELD_NEXT_OF_KIN_NAME] = TEXT (next_of_kin_name),
    [MESO_IMPORT_FIELD_NEXT_OF_KIN_RELATION] = TEXT (next_of_kin_relation),
    [MESO_IMPORT_FIELD_NEXT_OF_KIN_PHONE] = TEXT (next_of_kin_phone),
    [MESO_IMPORT_FIELD_REFERRED_BY] = TEXT (referred_by),
    [MESO_IMPORT_FIELD_HAIR_SINCE] = TEXT (hair_since),
    [MESO_IMPORT_FIELD_HAIR_TREATMENTS] = TEXT (hair_treatments),
    [MESO_IMPORT_FIELD_HAIR_NOTES] = TEXT (hair_notes),
    [MESO_IMPORT_FIELD_NOTES] = TEXT (notes),
  };

  /* None is at the beginning: the id stands there. */
  return offsets[field] > 0 ? G_STRUCT_MEMBER_P (patient, offsets[field]) : NULL;
}

/* What has no place of its own is found again in the notes. */
static void
keep_in_notes (MesoImportRowWork *work,
               guint              column,
               const char        *text)
{
  MesoPatient *patient = work->record->patient;
  const char *header = work->mapping->headers[column];
  char *notes = g_strconcat (patient->notes, *patient->notes != '\0' ? "\n" : "", header, ": ", text, NULL);

  g_free (patient->notes);
  patient->notes = notes;
}

static MesoImportFaultKind
take_date (MesoImportRowWork *work,
           const char        *text,
           MesoCalendarDate  *date_out)
{
  MesoImportDateForm form = MESO_IMPORT_DATE_FORM_GREGORIAN;
  MesoImportFaultKind kind =
    meso_import_date_read (text, work->mapping->date_order, work->mapping->calendar, date_out, &form);

  if (kind != MESO_IMPORT_FAULT_NONE)
    return kind;
  work->row->forms[form]++;

  return meso_calendar_date_compare (*date_out, work->today) > 0 ? MESO_IMPORT_FAULT_DATE_FUTURE : MESO_IMPORT_FAULT_NONE;
}

static MesoImportFaultKind
unless (gboolean            known,
        MesoImportFaultKind kind)
{
  return known ? MESO_IMPORT_FAULT_NONE : kind;
}

static MesoImportFaultKind
take_list (MesoImportRowWork *work,
           MesoImportField    field,
           const char        *text)
{
  MesoHealthKind kind = field == MESO_IMPORT_FIELD_ALLERGIES ? MESO_HEALTH_ALLERGY :
                        field == MESO_IMPORT_FIELD_MEDICINES ? MESO_HEALTH_MEDICINE : MESO_HEALTH_CONDITION;

  return unless (meso_health_list_read (text, kind, work->record), MESO_IMPORT_FAULT_LIST);
}

/* What is more than a text; text isn't empty. */
static MesoImportFaultKind
take_value (MesoImportRowWork *work,
            MesoImportField    field,
            const char        *text)
{
  MesoPatient *patient = work->record->patient;
  g_autofree char *word = g_strstrip (g_strdup (text));
  const char *found = NULL;
  gboolean known = TRUE;

  switch ((guint) field)
    {
    case MESO_IMPORT_FIELD_SEX:
      return unless (meso_import_words_read_sex (word, &patient->sex), MESO_IMPORT_FAULT_SEX);
    case MESO_IMPORT_FIELD_BIRTH_DATE:
      return take_date (work, word, &patient->birth_date);
    case MESO_IMPORT_FIELD_AGE_ON:
      return take_date (work, word, &patient->age_on);
    case MESO_IMPORT_FIELD_WEIGHT_ON:
      return take_date (work, word, &patient->weight_on);
    case MESO_IMPORT_FIELD_AGE:
      return unless (meso_import_words_read_age (word, &patient->age), MESO_IMPORT_FAULT_NUMBER);
    case MESO_IMPORT_FIELD_WEIGHT_KG:
      return unless (meso_import_words_read_weight (word, &patient->weight_g), MESO_IMPORT_FAULT_NUMBER);
    case MESO_IMPORT_FIELD_LANGUAGE:
      known = meso_import_words_read_language (word, &found);
      g_set_str (&patient->language, known ? found : "");
      return unless (known, MESO_IMPORT_FAULT_CHOICE);
    case MESO_IMPORT_FIELD_BLOOD_GROUP:
      known = meso_import_words_read_blood_group (word, &found);
      g_set_str (&patient->blood_group, known ? found : "");
      return unless (known, MESO_IMPORT_FAULT_CHOICE);
    case MESO_IMPORT_FIELD_HAIR_ONSET:
      return unless (meso_hair_onset_from_string (word, &patient->hair_onset), MESO_IMPORT_FAULT_CHOICE);
    case MESO_IMPORT_FIELD_HAIR_FAMILY:
      return unless (meso_hair_family_from_string (word, &patient->hair_family), MESO_IMPORT_FAULT_CHOICE);
    case MESO_IMPORT_FIELD_ARCHIVED:
      return unless (meso_import_words_read_yes_no (word, &patient->archived), MESO_IMPORT_FAULT_CHOICE);
    default:
      return take_list (work, field, text);
    }
}

static void
take_cell (MesoImportRowWork *work,
           guint              column)
{
  MesoImportField field = work->mapping->fields[column];
  const char *text = work->cells[column].text;
  MesoImportFaultKind kind;
  char **place;

  if (has_bad_character (work, column))
    return;
  text = meso_csv_unguard (text);
  place = meso_import_row_find_text (work->record->patient, field);
  if (place != NULL)
    {
      g_free (*place);
      *place = g_strdup (text);
      return;
    }
  if (strspn (text, " \t") == strlen (text))
    return;
  if (field == MESO_IMPORT_FIELD_KEEP)
    {
      keep_in_notes (work, column, text);
      return;
    }
  kind = take_value (work, field, text);
  if (kind != MESO_IMPORT_FAULT_NONE)
    meso_import_row_add_fault (work, column, kind, 0, text);
}

/* Keeping comes last: the notes have to be there to be added to. */
static void
take_cells (MesoImportRowWork *work)
{
  const MesoPatientMapping *mapping = work->mapping;

  for (guint i = 0; i < mapping->n_columns; i++)
    {
      if (mapping->fields[i] > MESO_IMPORT_FIELD_KEEP && work->cells[i].length > 0)
        take_cell (work, i);
    }
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      if (mapping->fields[i] == MESO_IMPORT_FIELD_KEEP && work->cells[i].length > 0)
        take_cell (work, i);
    }
}

static gboolean
is_blank (const MesoImportRowWork *work)
{
  for (guint i = 0; i < work->mapping->n_columns; i++)
    {
      if (work->cells[i].length > 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * meso_import_row_read:
 * @mapping: what the columns become, without a problem
 * @cells: (array): as many as the mapping has columns
 * @today: the day of the import
 *
 * Reads one row: each cell as its field is commonly written, in either language and any digit form; then the whole record
 * is normalised and checked as if somebody had typed it. A row of empty cells, as spreadsheets leave them at the end, is
 * blank.
 *
 * Returns: (transfer full): the record, or what is wrong
 */
MesoImportRow *
meso_import_row_read (const MesoPatientMapping *mapping,
                      const MesoCsvCell        *cells,
                      MesoCalendarDate          today)
{
  MesoImportRow *row = g_new0 (MesoImportRow, 1);
  MesoImportRowWork work = { .mapping = mapping, .cells = cells, .today = today, .row = row };

  row->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_fault_free);
  row->blank = is_blank (&work);
  if (row->blank)
    return row;
  work.record = meso_patient_record_new (meso_patient_new ());
  take_cells (&work);
  if (!work.refused)
    meso_import_row_check (&work);
  if (work.refused)
    meso_patient_record_free (work.record);
  else
    row->record = work.record;

  return row;
}

/**
 * meso_import_row_free:
 * @self: (transfer full): what a row says
 */
void
meso_import_row_free (MesoImportRow *self)
{
  g_clear_pointer (&self->record, meso_patient_record_free);
  g_ptr_array_unref (self->faults);
  g_free (self);
}
