/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-formula-rows.h"

#define COLUMNS "v.formula, v.version, v.name, f.patient, v.screening, v.protocol, v.sex, v.weight_g, v.allergies_asked," \
                " v.diluent, v.to_volume, v.points, v.volume_per_point, v.dead_space, v.ok, v.total_volume_ul," \
                " v.diluent_volume_ul, v.created_at, v.created_by," \
                " EXISTS (SELECT 1 FROM formula_retired r WHERE r.formula = v.formula)"
#define TABLES "formula_version v JOIN formula f ON f.id = v.formula"
#define IS_LATEST "v.version = (SELECT max (version) FROM formula_version WHERE formula = v.formula)"

static MesoFormulaPatient *
read_facts (MesoSqliteStatement *row)
{
  MesoFormulaPatient *facts = g_new0 (MesoFormulaPatient, 1);

  meso_sex_from_string (meso_sqlite_statement_peek_text (row, 6), &facts->sex);
  facts->weight_g = meso_sqlite_statement_get_int (row, 7);
  facts->allergies = meso_sqlite_statement_get_int (row, 8) != 0 ? g_ptr_array_new_with_free_func (g_free) : NULL;
  facts->excluded = g_ptr_array_new_with_free_func (g_free);
  return facts;
}

static MesoFormulaVersion *
read_header (MesoSqliteStatement *row)
{
  MesoFormulaVersion *version = meso_formula_version_new ();

  version->formula_id = meso_sqlite_statement_dup_text (row, 0);
  version->version = (int) meso_sqlite_statement_get_int (row, 1);
  version->name = meso_sqlite_statement_dup_text (row, 2);
  version->patient = meso_sqlite_statement_dup_text (row, 3);
  version->screening = meso_sqlite_statement_dup_text (row, 4);
  version->protocol_hash = meso_sqlite_statement_dup_text (row, 5);
  version->facts = read_facts (row);
  version->formula = meso_formula_new ();
  g_set_str (&version->formula->diluent, meso_sqlite_statement_peek_text (row, 9));
  g_set_str (&version->formula->to_volume, meso_sqlite_statement_peek_text (row, 10));
  version->formula->points = (int) meso_sqlite_statement_get_int (row, 11);
  g_set_str (&version->formula->volume_per_point, meso_sqlite_statement_peek_text (row, 12));
  g_set_str (&version->formula->dead_space, meso_sqlite_statement_peek_text (row, 13));
  version->check = meso_formula_check_new_empty ();
  version->check->ok = meso_sqlite_statement_get_int (row, 14) != 0;
  version->check->total_volume_ul = meso_sqlite_statement_get_int (row, 15);
  version->check->diluent_volume_ul = meso_sqlite_statement_get_int (row, 16);
  version->created_at = meso_sqlite_statement_dup_text (row, 17);
  version->created_by = meso_sqlite_statement_dup_text (row, 18);
  version->retired = meso_sqlite_statement_get_int (row, 19) != 0;
  return version;
}

static GPtrArray *
read_all (MesoStoreContext *context, MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_formula_version_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoFormulaVersion *version = read_header (rows);

      g_ptr_array_add (versions, version);
      if (!meso_formula_rows_load (context, version, error))
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&versions) : NULL;
}

static MesoFormulaVersion *
take_first (GPtrArray *versions)
{
  return versions->len > 0 ? g_ptr_array_steal_index (versions, 0) : NULL;
}

static gboolean
insert_header (MesoStoreContext *context, const char *id, int version, const char *staff, const MesoFormulaVersion *draft,
               GError **error)
{
  const MesoFormula *formula = draft->formula;

  return meso_store_context_execute (context, error,
    "INSERT INTO formula_version (formula, version, name, screening, protocol, sex, weight_g, allergies_asked, diluent,"
    " to_volume, points, volume_per_point, dead_space, ok, total_volume_ul, diluent_volume_ul, created_at, created_zone,"
    " created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    T (id), I (version), T (draft->name != NULL ? draft->name : ""), T (draft->screening), T (draft->protocol_hash),
    T (meso_sex_to_string (draft->facts->sex)), draft->facts->weight_g > 0 ? I (draft->facts->weight_g) : T (NULL),
    I (draft->facts->allergies != NULL ? 1 : 0), T (formula->diluent), T (formula->to_volume), I (formula->points),
    T (formula->volume_per_point), T (formula->dead_space), I (draft->check->ok ? 1 : 0), I (draft->check->total_volume_ul),
    I (draft->check->diluent_volume_ul), T (context->now), T (context->zone), T (staff));
}

static gboolean
check_owner (MesoStoreContext *context, const char *owner, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = NULL;

  if (g_strcmp0 (owner, patient) == 0)
    return TRUE;
  row = meso_store_context_query (context, error, "SELECT 1 WHERE $1 " IS_OF_PERSON ("$2"), T (owner), T (patient));
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    return TRUE;
  if (meso_sqlite_statement_finish (row, error))
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED, "The record was refused: the formula is another patient's. %s",
                 meso_store_error_get_sentence (MESO_STORE_ERROR_REFUSED));
  return FALSE;
}

/* A new recipe, or the number of the next version of an old one. */
static gboolean
begin_version (MesoStoreContext *context, const char *id, gboolean is_new, const char *staff, const char *patient,
               int *version_out, GError **error)
{
  g_autoptr(MesoFormulaVersion) latest = NULL;

  if (is_new)
    {
      *version_out = 1;
      return meso_store_context_execute (context, error,
        "INSERT INTO formula (id, patient, created_at, created_by) VALUES ($1, $2, $3, $4)",
        T (id), T (patient), T (context->now), T (staff));
    }
  latest = meso_formula_repository_get (context, id, 0, error);
  if (latest == NULL)
    return FALSE;
  if (!check_owner (context, latest->patient, patient, error))
    return FALSE;
  *version_out = latest->version + 1;
  return TRUE;
}

/**
 * meso_formula_repository_insert:
 * @draft: the recipe, the facts and the check that belong together; formula_id %NULL begins a new recipe
 *
 * Stores a version of a recipe: from here on it never changes.
 *
 * Returns: (transfer full): the version as stored
 */
MesoFormulaVersion *
meso_formula_repository_insert (MesoStoreContext *context, const char *staff, const MesoFormulaVersion *draft, GError **error)
{
  g_autofree char *id = draft->formula_id != NULL ? g_strdup (draft->formula_id) : g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  int version = 0;

  if (!begin_version (context, id, draft->formula_id == NULL, staff, draft->patient, &version, error)
      || !meso_formula_rows_insert (context, id, version, draft, error)
      || !insert_header (context, id, version, staff, draft, error))
    return NULL;
  meso_audit_body_add (body, "patient", NULL, draft->patient);
  meso_audit_body_add_int (body, "version", version);
  meso_audit_body_add (body, "ok", NULL, draft->check->ok ? "yes" : "no");
  meso_audit_body_add_int (body, "total_volume_ul", draft->check->total_volume_ul);
  meso_audit_body_add (body, "protocol", NULL, draft->protocol_hash);
  if (!meso_audit_log_append (context, staff, version == 1 ? "create" : "update", "formula", id, "",
                              meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "formula", id);
  return meso_formula_repository_get (context, id, version, error);
}

/**
 * meso_formula_repository_get:
 * @version: which one, 0 for the latest
 *
 * Returns: (transfer full): that version; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoFormulaVersion *
meso_formula_repository_get (MesoStoreContext *context, const char *formula_id, int version, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE v.formula = $1 AND (v.version = $2 OR ($2 = 0 AND " IS_LATEST "))",
    T (formula_id), I (version));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "formula", formula_id);
  return found != NULL ? take_first (found) : NULL;
}

/**
 * meso_formula_repository_latest_of_patient:
 *
 * Returns: (transfer full) (nullable): the version made last of all the patient's recipes; %NULL without error when there is none
 */
MesoFormulaVersion *
meso_formula_repository_latest_of_patient (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE f.patient " IS_OF_PERSON ("$1") " AND NOT EXISTS"
    " (SELECT 1 FROM entered_in_error e WHERE e.entity = 'formula' AND e.entity_id = v.formula)"
    " ORDER BY v.created_at DESC, v.version DESC, v.formula LIMIT 1", T (patient));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  return found != NULL ? take_first (found) : NULL;
}

/**
 * meso_formula_repository_list:
 *
 * Returns: (transfer full) (element-type MesoFormulaVersion): the latest version of each recipe, newest first
 */
GPtrArray *
meso_formula_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE f.patient " IS_OF_PERSON ("$1") " AND " IS_LATEST " ORDER BY v.created_at DESC, v.formula",
    T (patient));

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/**
 * meso_formula_repository_set_retired:
 * @formula_id: a recipe of the clinic
 *
 * Offers the recipe no longer, or again. Every version stays what it is.
 *
 * Returns: whether it is so now; nothing is written when it was before
 */
gboolean
meso_formula_repository_set_retired (MesoStoreContext *context, const char *staff, const char *formula_id, gboolean retired,
                                     GError **error)
{
  g_autoptr(MesoFormulaVersion) latest = meso_formula_repository_get (context, formula_id, 0, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (latest == NULL || latest->retired == retired)
    return latest != NULL;
  meso_audit_body_add (body, "retired", latest->retired ? "yes" : "no", retired ? "yes" : "no");
  if (!(retired ? meso_store_context_execute (context, error,
                    "INSERT INTO formula_retired (formula, retired_at, retired_by) VALUES ($1, $2, $3)",
                    T (formula_id), T (context->now), T (staff))
                : meso_store_context_execute (context, error, "DELETE FROM formula_retired WHERE formula = $1", T (formula_id)))
      || !meso_audit_log_append (context, staff, "update", "formula", formula_id, "", meso_audit_body_get (body), error))
    return FALSE;
  meso_store_context_changed (context, "formula", formula_id);
  return TRUE;
}
