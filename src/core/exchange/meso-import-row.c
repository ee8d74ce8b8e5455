/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-row.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-csv-guard.h"
#include "meso-health-list.h"
#include "meso-import-words.h"
#include "meso-national-id.h"
#include "meso-phone.h"
#include "meso-text-fold.h"
#include "meso-text.h"

typedef struct
{
  const MesoPatientMapping *mapping;
  const MesoCsvCell *cells;
  MesoCalendarDate today;
  MesoImportRow *row;
  MesoPatientRecord *record;
  gboolean refused;
} Work;

static void
add_fault (Work                *work,
           guint                column,
           MesoImportFaultKind  kind,
           gsize                offset,
           const char          *text)
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

static gboolean
is_note (MesoImportField field)
{
  static const gboolean notes[MESO_N_IMPORT_FIELDS] = {
    [MESO_IMPORT_FIELD_KEEP] = TRUE,
    [MESO_IMPORT_FIELD_ADDRESS] = TRUE,
    [MESO_IMPORT_FIELD_HAIR_TREATMENTS] = TRUE,
    [MESO_IMPORT_FIELD_HAIR_NOTES] = TRUE,
    [MESO_IMPORT_FIELD_ALLERGIES] = TRUE,
    [MESO_IMPORT_FIELD_MEDICINES] = TRUE,
    [MESO_IMPORT_FIELD_CONDITIONS] = TRUE,
    [MESO_IMPORT_FIELD_NOTES] = TRUE,
  };

  return notes[field];
}

/* Pasted along with a phone number, and taken out of it again with every other invisible mark. */
static gboolean
is_phone (MesoImportField field)
{
  return field == MESO_IMPORT_FIELD_PHONE || field == MESO_IMPORT_FIELD_SECOND_PHONE || field == MESO_IMPORT_FIELD_NEXT_OF_KIN_PHONE;
}

static MesoImportFaultKind
judge_character (gunichar        c,
                 MesoImportField field)
{
  gboolean note = is_note (field);

  if (note && (c == '\n' || c == '\r' || c == '\t'))
    return MESO_IMPORT_FAULT_NONE;
  if (c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029)
    return MESO_IMPORT_FAULT_LINE_BREAK;
  if (g_unichar_iscntrl (c))
    return MESO_IMPORT_FAULT_CONTROL;
  if (c == 0x202D || c == 0x202E)
    return is_phone (field) ? MESO_IMPORT_FAULT_NONE : MESO_IMPORT_FAULT_DIRECTION;
  /* In a line the harmless ones are taken out; a note is kept as it is, so that nothing in it may turn what follows around. */
  if (note && ((c >= 0x202A && c <= 0x202C) || (c >= 0x2066 && c <= 0x2069)))
    return MESO_IMPORT_FAULT_DIRECTION;

  return MESO_IMPORT_FAULT_NONE;
}

/* A character that can't be stored, at its place. */
static gboolean
has_bad_character (Work  *work,
                   guint  column)
{
  const char *text = work->cells[column].text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      MesoImportFaultKind kind;

      if (*p >= 0x20 && *p < 0x7F)
        continue;
      kind = judge_character (g_utf8_get_char (p), work->mapping->fields[column]);
      if (kind != MESO_IMPORT_FAULT_NONE)
        {
          add_fault (work, column, kind, (gsize) (p - text), NULL);
          return TRUE;
        }
    }

  return FALSE;
}

#define TEXT(member) (G_STRUCT_OFFSET (MesoPatient, member))

/* Where the record keeps a field that is taken as it is. */
static char **
find_text (MesoPatient     *patient,
           MesoImportField  field)
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
keep_in_notes (Work       *work,
               guint       column,
               const char *text)
{
  MesoPatient *patient = work->record->patient;
  const char *header = work->mapping->headers[column];
  char *notes = g_strconcat (patient->notes, *patient->notes != '\0' ? "\n" : "", header, ": ", text, NULL);

  g_free (patient->notes);
  patient->notes = notes;
}

static MesoImportFaultKind
take_date (Work             *work,
           const char       *text,
           MesoCalendarDate *date_out)
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
take_list (Work            *work,
           MesoImportField  field,
           const char      *text)
{
  MesoHealthKind kind = field == MESO_IMPORT_FIELD_ALLERGIES ? MESO_HEALTH_ALLERGY :
                        field == MESO_IMPORT_FIELD_MEDICINES ? MESO_HEALTH_MEDICINE : MESO_HEALTH_CONDITION;

  return unless (meso_health_list_read (text, kind, work->record), MESO_IMPORT_FAULT_LIST);
}

/* What is more than a text; text isn't empty. */
static MesoImportFaultKind
take_value (Work            *work,
            MesoImportField  field,
            const char      *text)
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
take_cell (Work  *work,
           guint  column)
{
  MesoImportField field = work->mapping->fields[column];
  const char *text = work->cells[column].text;
  MesoImportFaultKind kind;
  char **place;

  if (has_bad_character (work, column))
    return;
  text = meso_csv_unguard (text);
  place = find_text (work->record->patient, field);
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
    add_fault (work, column, kind, 0, text);
}

/* Keeping comes last: the notes have to be there to be added to. */
static void
take_cells (Work *work)
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

/* An age and a weight were true on a day; where the birth date is known, the age follows from it. */
static void
set_days (Work *work)
{
  MesoPatient *patient = work->record->patient;
  MesoCalendarDate told_on = meso_calendar_date_is_set (work->mapping->told_on) ? work->mapping->told_on : work->today;
  int age_column = meso_patient_mapping_find_column (work->mapping, MESO_IMPORT_FIELD_AGE);
  gboolean has_age = age_column >= 0 && work->cells[age_column].length > 0;

  if (meso_calendar_date_is_set (patient->birth_date) || !has_age)
    {
      patient->age = 0;
      patient->age_on = MESO_CALENDAR_DATE_NONE;
    }
  else if (!meso_calendar_date_is_set (patient->age_on))
    {
      patient->age_on = told_on;
    }
  if (patient->weight_g == 0)
    patient->weight_on = MESO_CALENDAR_DATE_NONE;
  else if (!meso_calendar_date_is_set (patient->weight_on))
    patient->weight_on = told_on;
}

static guint
find_column_of (Work       *work,
                const char *field_name)
{
  MesoImportField field = MESO_IMPORT_FIELD_NONE;
  int column = -1;

  if (meso_import_field_from_string (field_name, &field))
    column = meso_patient_mapping_find_column (work->mapping, field);
  if (column < 0 && field == MESO_IMPORT_FIELD_FAMILY_NAME)
    column = meso_patient_mapping_find_column (work->mapping, MESO_IMPORT_FIELD_FULL_NAME);
  if (column < 0 && field == MESO_IMPORT_FIELD_NOTES)
    column = meso_patient_mapping_find_column (work->mapping, MESO_IMPORT_FIELD_KEEP);

  return column < 0 ? 0 : (guint) column;
}

/* What the record says of itself starts with the field: `email: …`, `allergies[0].what: …`. */
static void
add_refusal (Work         *work,
             const GError *error)
{
  gsize length = strcspn (error->message, ":[");
  g_autofree char *name = g_strndup (error->message, length);
  guint column = find_column_of (work, name);
  MesoImportField field = work->mapping->fields[column];
  char **text = find_text (work->record->patient, field);
  MesoImportFaultKind kind = MESO_IMPORT_FAULT_OTHER;

  if (g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE) && text != NULL)
    kind = MESO_IMPORT_FAULT_TOO_LONG;
  else if (is_phone (field))
    kind = MESO_IMPORT_FAULT_PHONE;
  else if (field == MESO_IMPORT_FIELD_EMAIL)
    kind = MESO_IMPORT_FAULT_EMAIL;
  else if (error->message[length] == '[')
    kind = MESO_IMPORT_FAULT_LIST;
  add_fault (work, column, kind, 0, kind == MESO_IMPORT_FAULT_OTHER ? error->message : work->cells[column].text);
  if (kind == MESO_IMPORT_FAULT_TOO_LONG)
    ((MesoImportFault *) g_ptr_array_index (work->row->faults, work->row->faults->len - 1))->found =
      (guint64) g_utf8_strlen (*text, -1);
}

static gboolean
is_nameless (const MesoPatient *patient)
{
  return *patient->given_name == '\0' && *patient->family_name == '\0';
}

/* Numbers are told apart by their letters and digits. */
static gboolean
has_no_sign (const char *file_number)
{
  g_autofree char *folded = NULL;

  if (file_number == NULL || *file_number == '\0' || g_ascii_isalnum (*file_number))
    return FALSE;
  folded = meso_text_fold (file_number);

  return *folded == '\0';
}

/* What is kept as it is, and worth a look. */
static void
add_remarks (Work *work)
{
  const MesoPatient *patient = work->record->patient;
  const struct
  {
    const char *field;
    const char *number;
  } phones[] = {
    { "phone", patient->phone }, { "second_phone", patient->second_phone }, { "next_of_kin_phone", patient->next_of_kin_phone },
  };

  if (*patient->national_id != '\0' && *patient->national_id_reason == '\0' && !meso_national_id_check (patient->national_id, NULL))
    add_fault (work, find_column_of (work, "national_id"), MESO_IMPORT_FAULT_NATIONAL_ID, 0, patient->national_id);
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      if (meso_phone_has_odd_length (phones[i].number))
        add_fault (work, find_column_of (work, phones[i].field), MESO_IMPORT_FAULT_PHONE_LENGTH, 0, phones[i].number);
    }
}

static void
check_record (Work *work)
{
  MesoPatient *patient = work->record->patient;
  g_autoptr (GError) error = NULL;

  set_days (work);
  meso_patient_record_normalise (work->record);
  if (patient->file_number != NULL)
    g_strstrip (patient->file_number);
  if (is_nameless (patient))
    add_fault (work, find_column_of (work, "family_name"), MESO_IMPORT_FAULT_NAME_MISSING, 0, NULL);
  else if (has_no_sign (patient->file_number))
    add_fault (work, find_column_of (work, "file_number"), MESO_IMPORT_FAULT_NUMBER, 0, patient->file_number);
  else if (!meso_patient_record_check (work->record, work->today, &error))
    add_refusal (work, error);
  else
    add_remarks (work);
}

static gboolean
is_blank (const Work *work)
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
  Work work = { .mapping = mapping, .cells = cells, .today = today, .row = row };

  row->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_fault_free);
  row->blank = is_blank (&work);
  if (row->blank)
    return row;
  work.record = meso_patient_record_new (meso_patient_new ());
  take_cells (&work);
  if (!work.refused)
    check_record (&work);
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
