/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-erasure-service.h"

#include "meso-clinic-private.h"
#include "meso-patient-erasure.h"
#include "meso-patient-repository.h"
#include "meso-physician.h"
#include "meso-staff-names.h"
#include "meso-store-rewrite.h"
#include "meso-text-fold.h"

/* Shorter words of a name stand in any sentence. */
#define NAME_MIN_CHARS 3

/**
 * meso_erasure_free:
 * @self: (transfer full) (nullable): an erasure
 */
void
meso_erasure_free (MesoErasure *self)
{
  if (self == NULL)
    return;
  g_free (self->file_number);
  g_free (self->at_utc);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->legal_basis);
  g_free (self->last_backup_at);
  g_free (self->last_backup_path);
  g_free (self);
}

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  const char *reason;
  const char *legal_basis;
  MesoErasure *erasure;
} Work;

/* Copies that the program made beside the file before it changed its version. Their names are looked at, not the files. */
static int
count_upgrade_copies (MesoClinic *clinic)
{
  const char *path = meso_store_get_path (meso_clinic_get_store (clinic));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *stem = g_strconcat (file, ".version-", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    count += g_str_has_prefix (name, stem) && g_str_has_suffix (name, ".backup");
  return count;
}

static MesoErasure *
describe (MesoStoreContext      *context,
          MesoClinic            *clinic,
          const MesoPatient     *patient,
          const MesoErasureRow  *row,
          GError               **error)
{
  g_autoptr(GHashTable) names = meso_staff_names_load (context, error);
  g_auto(MesoErasureCopies) copies = { 0 };
  MesoErasure *erasure;

  if (names == NULL || !meso_patient_erasure_count_copies (context, row->at, &copies, error))
    return NULL;
  erasure = g_new0 (MesoErasure, 1);
  erasure->file_number = g_strdup (patient->file_number);
  erasure->at_utc = g_strdup (row->at);
  erasure->by = meso_staff_names_dup (names, row->by);
  erasure->reason = g_strdup (row->reason);
  erasure->legal_basis = g_strdup (row->legal_basis);
  erasure->records = row->records;
  erasure->sheets = row->sheets;
  erasure->log_rows = row->log_rows;
  erasure->backups = copies.count + count_upgrade_copies (clinic);
  erasure->last_backup_at = g_steal_pointer (&copies.last_at);
  erasure->last_backup_path = g_steal_pointer (&copies.last_path);
  return erasure;
}

static gboolean
check_given (const char  *field,
             const char  *text,
             GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed != '\0')
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
               "%s: an erasure needs a reason and its legal basis; both stay on file. Nothing was erased.", field);
  return FALSE;
}

/* The two sentences are what stays: they must not say who it was. */
static gboolean
check_says_no_name (const MesoPatient  *patient,
                    const char         *field,
                    const char         *text,
                    GError            **error)
{
  g_autofree char *names = g_strjoin (" ", patient->given_name, patient->family_name, patient->other_given_name,
                                      patient->other_family_name, patient->national_id, patient->phone, NULL);
  g_autoptr(GPtrArray) name_words = meso_text_fold_words (names);
  g_autoptr(GPtrArray) words = meso_text_fold_words (text);

  for (guint i = 0; i < name_words->len; i++)
    {
      const char *word = g_ptr_array_index (name_words, i);

      if (g_utf8_strlen (word, -1) < NAME_MIN_CHARS || !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        continue;
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "%s: this stays on file, so it must not name the person. Write it without “%s”. Nothing was erased.", field,
                   word);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_not_erased (const MesoPatient  *patient,
                  GError            **error)
{
  if (!patient->erased)
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "File %s was erased already.", patient->file_number);
  return FALSE;
}

static gboolean
erase (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  g_autoptr(MesoStaff) physician = meso_clinic_dup_desk (work->clinic);
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(MesoErasureRow) row = NULL;

  if (!meso_physician_check_desk (context, work->clinic, error))
    return FALSE;
  patient = meso_clinic_find_patient (context, work->patient, error);
  if (patient == NULL || !check_not_erased (patient, error) ||
      !check_says_no_name (patient, "reason", work->reason, error) ||
      !check_says_no_name (patient, "legal_basis", work->legal_basis, error))
    return FALSE;
  row = meso_patient_erasure_erase (context, physician->id, physician->licence_number, patient->id, work->reason, work->legal_basis,
                                    error);
  work->erasure = row != NULL ? describe (context, work->clinic, patient, row, error) : NULL;
  return work->erasure != NULL;
}

/**
 * meso_patient_erasure_service_erase:
 * @clinic: a clinic with a physician at the desk
 * @patient: an id or a file number, followed through merges: all records of the person go together
 * @reason: why, without the person's name
 * @legal_basis: by which law or request, without the person's name
 *
 * Takes away what says who somebody is: names, numbers, addresses, notes, allergies, medicines, conditions, photos, drafts, what the
 * search knows, the content of archived sheets, texts in screenings, plans, formulas and sessions, and values and reasons in the
 * log. File number, sex and dates stay, and what was measured and given, so that the clinic's counts do. There is no way back.
 * Copies made before still hold everything: the result says how many there are.
 *
 * Returns: (transfer full): what was taken away; %NULL with %MESO_SERVICES_ERROR_REFUSED when no physician is at the desk
 */
MesoErasure *
meso_patient_erasure_service_erase (MesoClinic  *clinic,
                                    const char  *patient,
                                    const char  *reason,
                                    const char  *legal_basis,
                                    GError     **error)
{
  Work work = { .clinic = clinic, .patient = patient, .reason = reason, .legal_basis = legal_basis };

  if (!check_given ("reason", reason, error) || !check_given ("legal_basis", legal_basis, error))
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, erase, &work, error))
    {
      meso_erasure_free (work.erasure);
      return NULL;
    }
  /* It is done, whatever becomes of the free space: who asked is told. */
  work.erasure->file_rewritten = meso_store_rewrite (meso_clinic_get_store (clinic), NULL);
  return work.erasure;
}

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;
  g_autoptr(GError) failed = NULL;
  g_autoptr(MesoPatient) patient = meso_clinic_find_record (context, work->patient, error);
  g_autoptr(MesoErasureRow) row = NULL;

  if (patient == NULL)
    return FALSE;
  row = meso_patient_erasure_get (context, patient->id, &failed);
  if (meso_clinic_take_error (&failed, error))
    return FALSE;
  work->erasure = row != NULL ? describe (context, work->clinic, patient, row, error) : NULL;
  return row == NULL || work->erasure != NULL;
}

/**
 * meso_patient_erasure_service_get:
 * @clinic: a clinic
 * @patient: an id or a file number
 *
 * What is left to say of an erased record. How much was taken away isn't told again, nor whether the file was rewritten.
 *
 * Returns: (transfer full) (nullable): the tombstone; %NULL without an error when the record isn't erased
 */
MesoErasure *
meso_patient_erasure_service_get (MesoClinic  *clinic,
                                  const char  *patient,
                                  GError     **error)
{
  Work work = { .clinic = clinic, .patient = patient };

  if (meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error))
    return work.erasure;
  meso_erasure_free (work.erasure);
  return NULL;
}

/**
 * meso_patient_erasure_service_rewrite:
 * @clinic: a clinic
 *
 * Writes the file anew, so that its free space holds nothing of what was erased; for when that failed.
 *
 * Returns: whether it is done
 */
gboolean
meso_patient_erasure_service_rewrite (MesoClinic  *clinic,
                                      GError     **error)
{
  return meso_store_rewrite (meso_clinic_get_store (clinic), error);
}
