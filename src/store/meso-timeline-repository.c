/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-repository.h"

#include "meso-store-private.h"

/* One row for each thing on record: entity, id, version, parent, patient, at, staff, day, amended, reacted. */
#define MARKS \
  "SELECT 0, own.id, 0, NULL, own.id, own.created_at, own.created_by, NULL, 0, 0 FROM own" \
  " UNION ALL SELECT 1, id, 0, NULL, patient, recorded_at, recorded_by, date," \
  "  EXISTS (SELECT 1 FROM screening later WHERE later.amends = screening.id), 0" \
  "  FROM screening WHERE patient IN (SELECT id FROM own)" \
  " UNION ALL SELECT 2, decision.id, 0, screening.id, screening.patient, decided_at, decided_by, NULL, 0, 0" \
  "  FROM screening JOIN screening_decision decision ON decision.screening = screening.id" \
  "  WHERE screening.patient IN (SELECT id FROM own)" \
  " UNION ALL SELECT 3, id, 0, NULL, patient, created_at, created_by, NULL, 0, 0 FROM plan WHERE patient IN (SELECT id FROM own)" \
  " UNION ALL SELECT 4, formula.id, version, NULL, patient, made.created_at, made.created_by, NULL," \
  "  version < (SELECT max (version) FROM formula_version newest WHERE newest.formula = formula.id), 0" \
  "  FROM formula JOIN formula_version made ON made.formula = formula.id WHERE patient IN (SELECT id FROM own)" \
  " UNION ALL SELECT 5, id, 0, NULL, patient, recorded_at, recorded_by, substr (mixed_local, 1, 10)," \
  "  EXISTS (SELECT 1 FROM preparation later WHERE later.amends = preparation.id), 0" \
  "  FROM preparation WHERE patient IN (SELECT id FROM own)" \
  " UNION ALL SELECT 6, id, 0, NULL, patient, recorded_at, recorded_by, date," \
  "  EXISTS (SELECT 1 FROM treatment_session later WHERE later.amends = treatment_session.id)," \
  "  EXISTS (SELECT 1 FROM session_reaction WHERE session = treatment_session.id)" \
  "  FROM treatment_session WHERE patient IN (SELECT id FROM own)" \
  " UNION ALL SELECT 7, id, 0, NULL, patient, issued_at, issued_by, NULL, 0, 0" \
  "  FROM handout_issue WHERE patient IN (SELECT id FROM own)"

/* In the order of the numbers above. */
static const char *const entities[] = { "patient", "screening", "decision", "plan", "formula", "preparation", "session", "handout" };

/**
 * meso_timeline_mark_free:
 * @self: (transfer full): a mark
 */
void
meso_timeline_mark_free (MesoTimelineMark *self)
{
  g_free (self->id);
  g_free (self->parent);
  g_free (self->patient);
  g_free (self->file_number);
  g_free (self->at_utc);
  g_free (self->staff);
  g_free (self);
}

static MesoTimelineMark *
read_mark (MesoSqliteStatement *row)
{
  MesoTimelineMark *mark = g_new0 (MesoTimelineMark, 1);

  mark->entity = entities[meso_sqlite_statement_get_int (row, 0)];
  mark->id = meso_sqlite_statement_dup_text (row, 1);
  mark->version = (int) meso_sqlite_statement_get_int (row, 2);
  mark->parent = meso_sqlite_statement_dup_text (row, 3);
  mark->patient = meso_sqlite_statement_dup_text (row, 4);
  mark->at_utc = meso_sqlite_statement_dup_text (row, 5);
  mark->staff = meso_sqlite_statement_dup_text (row, 6);
  mark->date = meso_sqlite_statement_is_null (row, 7) ? MESO_CALENDAR_DATE_NONE : meso_sqlite_statement_get_date (row, 7);
  mark->amended = meso_sqlite_statement_get_int (row, 8) != 0;
  mark->reacted = meso_sqlite_statement_get_int (row, 9) != 0;
  mark->file_number = meso_sqlite_statement_dup_text (row, 10);
  return mark;
}

/**
 * meso_timeline_repository_list:
 * @patient: id of any of a person's records
 *
 * A page of a timeline needs the order of all there is, and the words of few: this is the order's part.
 *
 * Returns: (transfer full) (element-type MesoTimelineMark): all that stands in the records of that person, in no order
 */
GPtrArray *
meso_timeline_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_timeline_mark_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "WITH own AS MATERIALIZED (SELECT id, file_number, created_at, created_by FROM patient WHERE id " IS_OF_PERSON ("$1") "),"
    " mark (entity, id, version, parent, patient, at, staff, day, amended, reacted) AS (" MARKS ")"
    " SELECT mark.entity, mark.id, mark.version, mark.parent, mark.patient, mark.at, mark.staff, mark.day, mark.amended,"
    " mark.reacted, own.file_number FROM mark JOIN own ON own.id = mark.patient", T (patient));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (marks, read_mark (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&marks) : NULL;
}
