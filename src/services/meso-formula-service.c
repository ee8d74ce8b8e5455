/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-service.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-screening-repository.h"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  const MesoFormula *formula;
  const MesoFormulaPatient *said;
  const char *language;
  MesoFormulaCheck *check;
  char *version;
} Work;

static GPtrArray *
copy_strings (const GPtrArray *strings)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; strings != NULL && i < strings->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (strings, i)));
  return copy;
}

static void
add_excluded (GPtrArray       *excluded,
              const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const char *ingredient = g_ptr_array_index (more, i);

      if (!g_ptr_array_find_with_equal_func (excluded, ingredient, g_str_equal, NULL))
        g_ptr_array_add (excluded, g_strdup (ingredient));
    }
}

/* What was said together with what the record and its newest screening know: exclusions add up. */
static MesoFormulaPatient *
gather_facts (const MesoFormulaPatient *said,
              const MesoScreening      *screening)
{
  MesoFormulaPatient *facts = g_new0 (MesoFormulaPatient, 1);

  facts->weight_g = said->weight_g;
  facts->allergies = said->allergies != NULL ? copy_strings (said->allergies) : NULL;
  facts->excluded = copy_strings (said->excluded);
  if (screening != NULL)
    {
      if (facts->weight_g == 0)
        facts->weight_g = screening->response->weight_g;
      add_excluded (facts->excluded, screening->verdict->excluded_ingredients);
    }
  return facts;
}

/* The patient's recipe goes on as its next version; a formula that is blocked is not kept as one to use. */
static gboolean
insert_version (Work                *work,
                MesoStoreContext    *context,
                MesoFormulaVersion  *draft,
                GError             **error)
{
  MesoContent *content = meso_clinic_get_content (work->clinic);
  const char *staff = meso_clinic_get_staff (work->clinic);
  g_autoptr(MesoFormulaVersion) latest = NULL;
  g_autoptr(MesoFormulaVersion) stored = NULL;
  g_autoptr(GError) local_error = NULL;

  latest = meso_formula_repository_latest_of_patient (context, draft->patient, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  draft->formula_id = latest != NULL ? g_strdup (latest->formula_id) : NULL;
  if (!meso_protocol_archive_repository_store (context, staff, meso_content_get_protocol (content),
                                               meso_content_get_documents (content), error))
    return FALSE;
  stored = meso_formula_repository_insert (context, staff, draft, error);
  if (stored == NULL)
    return FALSE;
  work->version = g_strdup_printf ("%s/%d", stored->formula_id, stored->version);
  return TRUE;
}

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;
  MesoProtocol *protocol = meso_clinic_get_protocol (work->clinic);
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autoptr(MesoFormulaVersion) draft = meso_formula_version_new ();
  g_autoptr(MesoScreening) screening = NULL;
  g_autoptr(GError) local_error = NULL;
  gboolean ok = TRUE;

  if (patient == NULL)
    return FALSE;
  screening = meso_screening_repository_latest (context, patient->id, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  draft->facts = gather_facts (work->said, screening);
  if (!meso_clinic_agree_on_sex (patient, work->said->sex, &draft->facts->sex, error))
    return FALSE;
  draft->check = meso_formula_check_new (protocol, work->formula, draft->facts, work->language, error);
  if (draft->check == NULL)
    return FALSE;
  draft->name = g_strdup ("");
  draft->patient = g_strdup (patient->id);
  draft->screening = screening != NULL ? g_strdup (screening->id) : NULL;
  draft->protocol_hash = g_strdup (meso_protocol_get_hash (protocol));
  draft->formula = meso_formula_copy (work->formula);
  if (draft->check->ok)
    ok = insert_version (work, context, draft, error);
  work->check = g_steal_pointer (&draft->check);
  return ok;
}

/**
 * meso_formula_service_record:
 * @patient: an id or a file number
 * @said: what was said of the patient; the record and the newest screening add what they know
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
  Work work = { .clinic = clinic, .patient = patient, .formula = formula, .said = said, .language = language };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    {
      g_clear_pointer (&work.check, meso_formula_check_free);
      g_free (work.version);
      return NULL;
    }
  *version_out = work.version;
  return work.check;
}
