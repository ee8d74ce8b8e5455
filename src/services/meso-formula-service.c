/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-service.h"

#include "meso-clinic-private.h"
#include "meso-draft-repository.h"
#include "meso-formula-facts.h"
#include "meso-formula-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-text.h"

#define MAX_NAME_CHARACTERS 100
#define DRAFT "formula"
#define DRAFT_NEW "new"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  MesoFormulaSave save;
  MesoFormulaCheck *check;
  MesoFormulaVersion *stored;
} Work;

/* patient (nullable): a recipe of the clinic */
static MesoFormulaVersion *
make_draft (Work               *work,
            MesoStoreContext   *context,
            const MesoPatient  *patient,
            GError            **error)
{
  MesoProtocol *protocol = meso_clinic_get_protocol (work->clinic);
  g_autoptr(MesoFormulaVersion) draft = meso_formula_version_new ();

  draft->facts = patient != NULL ? meso_formula_facts_gather (context, patient, work->save.said, &draft->screening, error)
                                 : meso_formula_patient_copy (work->save.said);
  if (draft->facts == NULL)
    return NULL;
  draft->facts->anybody = patient == NULL;
  draft->check = meso_formula_check_new (protocol, work->save.formula, draft->facts, work->save.language, error);
  if (draft->check == NULL)
    return NULL;
  draft->name = g_strdup (work->save.name);
  draft->patient = patient != NULL ? g_strdup (patient->id) : NULL;
  draft->protocol_hash = g_strdup (meso_protocol_get_hash (protocol));
  draft->formula = meso_formula_copy (work->save.formula);
  return g_steal_pointer (&draft);
}

static gboolean
insert (Work                      *work,
        MesoStoreContext          *context,
        const MesoFormulaVersion  *draft,
        GError                   **error)
{
  MesoContent *content = meso_clinic_get_content (work->clinic);
  const char *staff = meso_clinic_get_staff (work->clinic);

  if (!meso_protocol_archive_repository_store (context, staff, meso_content_get_protocol (content),
                                               meso_content_get_documents (content), error))
    return FALSE;
  work->stored = meso_formula_repository_insert (context, staff, draft, error);
  return work->stored != NULL;
}

/* The patient's recipe goes on as its next version; a formula that is blocked is not kept as one to use. */
static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autoptr(MesoFormulaVersion) draft = NULL;
  g_autoptr(MesoFormulaVersion) latest = NULL;
  g_autoptr(GError) local_error = NULL;
  gboolean ok = TRUE;

  draft = patient != NULL ? make_draft (work, context, patient, error) : NULL;
  if (draft == NULL)
    return FALSE;
  if (draft->check->ok)
    {
      latest = meso_formula_repository_latest_of_patient (context, patient->id, &local_error);
      if (meso_clinic_take_error (&local_error, error))
        return FALSE;
      draft->formula_id = latest != NULL ? g_strdup (latest->formula_id) : NULL;
      ok = insert (work, context, draft, error);
    }
  work->check = g_steal_pointer (&draft->check);
  return ok;
}

/**
 * meso_formula_service_record:
 * @patient: an id or a file number
 * @said: what was said of the patient; the record and the newest screenings add what they know
 * @version_out: (out) (nullable): "recipe/version" as stored; %NULL when a block kept it from being stored
 *
 * Checks a recipe for a patient and stores it as the next version of the patient's formula.
 *
 * Returns: (transfer full): the check, or %NULL; nothing is stored then
 */
MesoFormulaCheck *
meso_formula_service_record (MesoClinic                *clinic,
                             const char                *patient,
                             const MesoFormula         *formula,
                             const MesoFormulaPatient  *said,
                             const char                *language,
                             char                     **version_out,
                             GError                   **error)
{
  Work work = {
    .clinic = clinic, .patient = patient,
    .save = { .name = "", .formula = formula, .said = said, .language = language },
  };
  g_autoptr(MesoFormulaVersion) stored = NULL;

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    g_clear_pointer (&work.check, meso_formula_check_free);
  stored = work.stored;
  if (work.check != NULL)
    *version_out = stored != NULL ? g_strdup_printf ("%s/%d", stored->formula_id, stored->version) : NULL;
  return work.check;
}

static gboolean
check_name (const char  *name,
            GError     **error)
{
  return meso_text_check_line (name, MAX_NAME_CHARACTERS, "name", error);
}

/* What someone else stored meanwhile is never passed over. */
static gboolean
check_base (const Work        *work,
            MesoStoreContext  *context,
            GError           **error)
{
  g_autoptr(MesoFormulaVersion) latest = NULL;

  if (work->save.formula_id == NULL)
    return TRUE;
  latest = meso_formula_repository_get (context, work->save.formula_id, 0, error);
  if (latest == NULL)
    return FALSE;
  if ((latest->patient == NULL) != (work->save.patient == NULL))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "A recipe of the clinic and a patient's formula are two things. Store it as a new one; nothing was stored.");
      return FALSE;
    }
  if (latest->version == work->save.base_version)
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
               "Version %d of this formula has been stored meanwhile, and yours was made from version %d. Look at the newer one "
               "first; nothing was stored.", latest->version, work->save.base_version);
  return FALSE;
}

static gboolean
check_ok (const MesoFormulaCheck  *check,
          GError                 **error)
{
  if (check->ok)
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "%s Change the formula; nothing was stored.",
               ((const MesoFormulaFinding *) g_ptr_array_index (check->findings, 0))->message);
  return FALSE;
}

static gboolean
save (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(MesoFormulaVersion) draft = NULL;
  const char *key = work->save.formula_id != NULL ? work->save.formula_id : DRAFT_NEW;

  if (work->save.patient != NULL)
    {
      patient = meso_clinic_find_patient (context, work->save.patient, error);
      if (patient == NULL)
        return FALSE;
      key = patient->id;
    }
  if (!check_base (work, context, error))
    return FALSE;
  draft = make_draft (work, context, patient, error);
  if (draft == NULL || !check_ok (draft->check, error))
    return FALSE;
  draft->formula_id = g_strdup (work->save.formula_id);
  return insert (work, context, draft, error) && meso_draft_repository_remove (context, DRAFT, key, error);
}

/**
 * meso_formula_service_save:
 * @request: what the form holds
 *
 * Checks a recipe and stores it. The draft goes that has the patient's id as its key; for a recipe of the clinic, that of the
 * recipe, or "new".
 *
 * Returns: (transfer full): the version as stored, or %NULL; nothing is stored then. %MESO_SERVICES_ERROR_REFUSED says the first
 *   finding that blocks, or that the recipe has moved on
 */
MesoFormulaVersion *
meso_formula_service_save (MesoClinic             *clinic,
                           const MesoFormulaSave  *request,
                           GError                **error)
{
  const MesoFormulaPatient nothing = { 0 };
  Work work = { .clinic = clinic, .save = *request };

  if (work.save.name == NULL)
    work.save.name = "";
  if (work.save.said == NULL)
    work.save.said = &nothing;
  if (!check_name (work.save.name, error))
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, save, &work, error))
    g_clear_pointer (&work.stored, meso_formula_version_free);
  return work.stored;
}

typedef struct
{
  const char *patient;
  MesoFormulaPatient *facts;
} FactsWork;

static gboolean
read_facts (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  FactsWork *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autofree char *screening = NULL;

  work->facts = patient != NULL ? meso_formula_facts_gather (context, patient, NULL, &screening, error) : NULL;
  return work->facts != NULL;
}

/**
 * meso_formula_service_gather_facts:
 * @patient: an id or a file number
 *
 * Sex, the weight that was said last, what the newest screenings exclude, and allergies as the record lists them; where nobody wrote
 * down there whether any is known, those of the newest formula.
 *
 * Returns: (transfer full): what is known for a check, or %NULL
 */
MesoFormulaPatient *
meso_formula_service_gather_facts (MesoClinic  *clinic,
                                   const char  *patient,
                                   GError     **error)
{
  FactsWork work = { .patient = patient };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, read_facts, &work, error))
    g_clear_pointer (&work.facts, meso_formula_patient_free);
  return work.facts;
}

typedef struct
{
  MesoClinic *clinic;
  const char *formula_id;
  gboolean retired;
} RetireWork;

static gboolean
set_retired (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  RetireWork *work = data;
  g_autoptr(MesoFormulaVersion) latest = meso_formula_repository_get (context, work->formula_id, 0, error);

  if (latest == NULL)
    return FALSE;
  if (latest->patient != NULL)
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "Only a recipe of the clinic can be retired, not a patient's formula. Nothing was changed.");
      return FALSE;
    }
  return meso_formula_repository_set_retired (context, meso_clinic_get_staff (work->clinic), work->formula_id, work->retired, error);
}

/**
 * meso_formula_service_set_retired:
 * @formula_id: a recipe of the clinic
 * @retired: whether formulas should no longer start from it
 *
 * Nothing that was made from it changes, and it can be offered again. Both are in the audit.
 *
 * Returns: whether it is so now; %MESO_SERVICES_ERROR_REFUSED for a patient's formula
 */
gboolean
meso_formula_service_set_retired (MesoClinic  *clinic,
                                  const char  *formula_id,
                                  gboolean     retired,
                                  GError     **error)
{
  RetireWork work = { clinic, formula_id, retired };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, set_retired, &work, error);
}
