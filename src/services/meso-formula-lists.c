/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-service.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-overview.h"
#include "meso-screening-protocol.h"

typedef struct
{
  const char *id;
  int version;
  guint limit;
  gboolean retired;
  MesoFormulaVersion *found;
  GPtrArray *list;
} Work;

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  work->found = meso_formula_repository_get (context, work->id, work->version, error);
  return work->found != NULL;
}

/**
 * meso_formula_service_get:
 * @formula_id: a recipe
 * @version: which version of it, 0 for the newest
 *
 * Returns: (transfer full): that version, or %NULL
 */
MesoFormulaVersion *
meso_formula_service_get (MesoClinic  *clinic,
                          const char  *formula_id,
                          int          version,
                          GError     **error)
{
  Work work = { .id = formula_id, .version = version };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.found : NULL;
}

/**
 * meso_formula_service_read:
 * @formula_id: a recipe
 * @version: which version of it, 0 for the newest
 * @language: "en" or "fa"
 *
 * For who reads what was found then, perhaps beside what another version's check found. Where the content that it was checked with
 * isn't to be had any more, the sentences are those that were stored.
 *
 * Returns: (transfer full): that version, or %NULL
 */
MesoFormulaVersion *
meso_formula_service_read (MesoClinic  *clinic,
                           const char  *formula_id,
                           int          version,
                           const char  *language,
                           GError     **error)
{
  MesoFormulaVersion *found = meso_formula_service_get (clinic, formula_id, version, error);
  g_autoptr(MesoProtocol) judge = found != NULL ? meso_screening_protocol_load (clinic, found->protocol_hash, NULL) : NULL;

  if (judge != NULL)
    meso_formula_version_retell (found, judge, language);
  return found;
}

/* Takes ids: the newest version of each. */
static GPtrArray *
load_newest (MesoStoreContext  *context,
             GPtrArray         *ids,
             GError           **error)
{
  g_autoptr(GPtrArray) taken = ids;
  g_autoptr(GPtrArray) versions = NULL;

  if (taken == NULL)
    return NULL;
  versions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_formula_version_free);
  for (guint i = 0; i < taken->len; i++)
    {
      MesoFormulaVersion *version = meso_formula_repository_get (context, g_ptr_array_index (taken, i), 0, error);

      if (version == NULL)
        return NULL;
      g_ptr_array_add (versions, version);
    }
  return g_steal_pointer (&versions);
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = NULL;

  if (work->id == NULL)
    {
      work->list = load_newest (context, meso_overview_list_templates (context, work->retired, error), error);
      return work->list != NULL;
    }
  patient = meso_clinic_find_patient (context, work->id, error);
  work->list = patient != NULL ? meso_formula_repository_list (context, patient->id, error) : NULL;
  return work->list != NULL;
}

/**
 * meso_formula_service_list:
 * @patient: (nullable): an id or a file number; %NULL for the clinic's own recipes that are offered
 *
 * Returns: (transfer full) (element-type MesoFormulaVersion): the newest version of each recipe, newest first, or %NULL
 */
GPtrArray *
meso_formula_service_list (MesoClinic  *clinic,
                           const char  *patient,
                           GError     **error)
{
  Work work = { .id = patient };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.list : NULL;
}

/**
 * meso_formula_service_list_retired:
 *
 * Returns: (transfer full) (element-type MesoFormulaVersion): the newest version of each recipe of the clinic that is no longer
 *   offered, newest first, or %NULL
 */
GPtrArray *
meso_formula_service_list_retired (MesoClinic  *clinic,
                                   GError     **error)
{
  Work work = { .retired = TRUE };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.list : NULL;
}

static gboolean
list_recent (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;

  work->list = load_newest (context, meso_overview_list_formulas (context, work->limit, error), error);
  return work->list != NULL;
}

/**
 * meso_formula_service_list_recent:
 * @limit: how many at most, above zero
 *
 * Returns: (transfer full) (element-type MesoFormulaVersion): the newest versions of all patients' recipes, newest first, or %NULL
 */
GPtrArray *
meso_formula_service_list_recent (MesoClinic  *clinic,
                                  guint        limit,
                                  GError     **error)
{
  Work work = { .limit = limit };

  return meso_clinic_run (clinic, MESO_STORE_READ, list_recent, &work, error) ? work.list : NULL;
}
