/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlook-repository.h"

#include "meso-store-private.h"
#include "meso-store-time.h"

/* The record $1 and those merged into it. Asked for each row of a list: it takes no more steps than there are such records. */
#define WITH_RECORDS \
  "WITH RECURSIVE record (id) AS (VALUES ($1) UNION" \
  " SELECT l.duplicate FROM patient_link l JOIN record ON l.kept = record.id WHERE l.unlinked_at IS NULL) "
#define COUNTS(entity, alias, table) \
  "NOT EXISTS (SELECT 1 FROM " table " later WHERE later.amends = " alias ".id)" \
  " AND NOT EXISTS (SELECT 1 FROM entered_in_error e WHERE e.entity = '" entity "' AND e.entity_id = " alias ".id)"

static MesoPlanKind
read_kind (const char *text)
{
  static const MesoPlanKind all[] = { MESO_PLAN_MAINTENANCE, MESO_PLAN_CHECK };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (text, meso_plan_kind_to_string (all[i])) == 0)
      return all[i];
  return MESO_PLAN_TREATMENT;
}

/* Places are counted among the sessions of a kind, as people count them. */
static gboolean
read_course (MesoStoreContext *context, MesoPatientOutlook *outlook, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    WITH_RECORDS ", newest (id, status) AS ("
    " SELECT id, status FROM plan WHERE patient IN record ORDER BY created_at DESC, id DESC LIMIT 1)"
    " SELECT p.status, s.date, s.time, s.kind,"
    " (SELECT count(*) FROM plan_session o WHERE o.plan = s.plan AND o.kind = s.kind AND o.n <= s.n),"
    " (SELECT count(*) FROM plan_session o WHERE o.plan = s.plan AND o.kind = s.kind)"
    " FROM newest p LEFT JOIN plan_session s ON s.plan = p.id AND s.status = 'planned' AND p.status IN ('active', 'suspended')"
    " ORDER BY s.date, s.n LIMIT 1", T (outlook->patient));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    {
      outlook->on_course = TRUE;
      meso_course_status_from_string (meso_sqlite_statement_peek_text (row, 0), &outlook->course_status);
      outlook->next = meso_sqlite_statement_get_date (row, 1);
      outlook->next_minute = meso_store_time_from_text (meso_sqlite_statement_peek_text (row, 2));
      outlook->next_kind = read_kind (meso_sqlite_statement_peek_text (row, 3));
      outlook->next_place = (int) meso_sqlite_statement_get_int (row, 4);
      outlook->next_count = (int) meso_sqlite_statement_get_int (row, 5);
    }
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
read_visits (MesoStoreContext *context, MesoPatientOutlook *outlook, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    WITH_RECORDS "SELECT (SELECT min(created_at) FROM patient WHERE id IN record),"
    " (SELECT max(date) FROM (SELECT date FROM treatment_session s WHERE s.patient IN record"
    "   AND " COUNTS ("session", "s", "treatment_session")
    "  UNION ALL SELECT date FROM screening s WHERE s.patient IN record AND " COUNTS ("screening", "s", "screening") "))",
    T (outlook->patient));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    {
      outlook->registered_at = meso_sqlite_statement_dup_text (row, 0);
      outlook->last_seen = meso_sqlite_statement_get_date (row, 1);
    }
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
read_answers (MesoStoreContext *context, MesoPatientOutlook *outlook, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    WITH_RECORDS "SELECT a.kind FROM screening s JOIN screening_answer a ON a.screening = s.id AND a.question = 'pregnant'"
    " WHERE s.patient IN record AND " COUNTS ("screening", "s", "screening")
    " ORDER BY s.date DESC, s.recorded_at DESC LIMIT 1", T (outlook->patient));
  const char *kind;

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    {
      kind = meso_sqlite_statement_peek_text (row, 0);
      outlook->asked_pregnant = TRUE;
      outlook->pregnant = g_strcmp0 (kind, "yes") == 0  ? MESO_ANSWER_YES
                          : g_strcmp0 (kind, "no") == 0 ? MESO_ANSWER_NO
                                                        : MESO_ANSWER_UNKNOWN;
    }
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
read_allergies (MesoStoreContext *context, MesoPatientOutlook *outlook, GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    WITH_RECORDS "SELECT what FROM health_item WHERE patient IN record AND kind = 'allergy' AND status = 'active'"
    " ORDER BY CASE severity WHEN 'severe' THEN 0 WHEN 'mild' THEN 2 ELSE 1 END, n, noted_at", T (outlook->patient));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_strv_builder_add (builder, meso_sqlite_statement_peek_text (rows, 0));
  outlook->allergies = g_strv_builder_end (builder);
  return meso_sqlite_statement_finish (rows, error);
}

/* Only such a formula is worth a check of its own. */
static gboolean
read_doubt (MesoStoreContext *context, MesoPatientOutlook *outlook, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = NULL;

  if (!outlook->on_course || !meso_calendar_date_is_set (outlook->next))
    return TRUE;
  row = meso_store_context_query (context, error,
    WITH_RECORDS "SELECT EXISTS (SELECT 1 FROM formula WHERE patient IN record) AND ($2 OR EXISTS ("
    "SELECT 1 FROM screening s JOIN screening_list l ON l.screening = s.id AND l.list = 'excluded' WHERE s.patient IN record))",
    T (outlook->patient), I (outlook->allergies[0] != NULL));
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    outlook->formula_doubtful = meso_sqlite_statement_get_int (row, 0) != 0;
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_outlook_repository_get:
 * @patient: id of a record; one that isn't there has nothing to say
 *
 * Returns: (transfer full): what a list says of the patient
 */
MesoPatientOutlook *
meso_outlook_repository_get (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoPatientOutlook) outlook = g_new0 (MesoPatientOutlook, 1);

  outlook->patient = g_strdup (patient);
  outlook->next_minute = MESO_CIVIL_TIME_NO_MINUTE;
  if (!read_course (context, outlook, error) || !read_visits (context, outlook, error)
      || !read_answers (context, outlook, error) || !read_allergies (context, outlook, error)
      || !read_doubt (context, outlook, error))
    return NULL;
  return g_steal_pointer (&outlook);
}
