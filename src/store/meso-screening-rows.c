/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-rows.h"

/* The languages that the content comes in. */
static const char *const languages[] = { "en", "fa" };

static const char *const answer_names[] = { "no", "yes", "unknown", "date", "number", "choice" };

static gboolean
insert_answer (MesoStoreContext *context, const char *screening, const char *question, const MesoAnswer *answer, GError **error)
{
  const MesoSqliteValue none = T (NULL);

  return meso_store_context_execute (context, error,
    "INSERT INTO screening_answer (screening, question, kind, date, milli, choice) VALUES ($1, $2, $3, $4, $5, $6)",
    T (screening), T (question), T (answer_names[answer->kind]),
    answer->kind == MESO_ANSWER_DATE ? D (answer->date) : none,
    answer->kind == MESO_ANSWER_NUMBER ? I (answer->milli) : none,
    answer->kind == MESO_ANSWER_CHOICE ? T (answer->choice) : none);
}

static gboolean
insert_texts (MesoStoreContext *context, const char *screening, guint n, const MesoFinding *finding, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *language = languages[i];
      gboolean has = (finding->reason != NULL && meso_local_text_has (finding->reason, language))
                     || (finding->advice != NULL && meso_local_text_has (finding->advice, language));

      if (has
          && !meso_store_context_execute (context, error,
                "INSERT INTO screening_finding_text (screening, n, language, reason, advice) VALUES ($1, $2, $3, $4, $5)",
                T (screening), I (n), T (language), T (meso_local_text_get (finding->reason, language)),
                T (meso_local_text_get (finding->advice, language))))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_findings (MesoStoreContext *context, const char *screening, const MesoVerdict *verdict, GError **error)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (!meso_store_context_execute (context, error,
             "INSERT INTO screening_finding (screening, n, rule, outcome, until, ingredient, source, overridable)"
             " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
             T (screening), I (i), T (finding->rule), T (meso_outcome_to_string (finding->outcome)), D (finding->until),
             T (finding->ingredient), T (finding->source != NULL ? finding->source : ""), I (finding->overridable ? 1 : 0))
          || !insert_texts (context, screening, i, finding, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_list (MesoStoreContext *context, const char *screening, const char *list, const GPtrArray *values, GError **error)
{
  for (guint i = 0; i < values->len; i++)
    if (!meso_store_context_execute (context, error,
          "INSERT INTO screening_list (screening, list, n, value) VALUES ($1, $2, $3, $4)",
          T (screening), T (list), I (i), T (g_ptr_array_index (values, i))))
      return FALSE;
  return TRUE;
}

/**
 * meso_screening_rows_insert:
 * @screening: its id
 *
 * Stores the rows below a screening's header; before the header, as the schema demands.
 *
 * Returns: whether they are stored
 */
gboolean
meso_screening_rows_insert (MesoStoreContext *context, const char *screening, const MesoQuestionnaireResponse *response,
                            const MesoVerdict *verdict, GError **error)
{
  GHashTableIter iter;
  gpointer question, answer;

  g_hash_table_iter_init (&iter, response->answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    if (!insert_answer (context, screening, question, answer, error))
      return FALSE;
  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = g_ptr_array_index (verdict->missing, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO screening_missing (screening, n, question, why) VALUES ($1, $2, $3, $4)",
            T (screening), I (i), T (missing->question), T (meso_missing_why_to_string (missing->why))))
        return FALSE;
    }
  return insert_findings (context, screening, verdict, error)
         && insert_list (context, screening, "excluded", verdict->excluded_ingredients, error)
         && insert_list (context, screening, "cleared", verdict->cleared, error)
         && insert_list (context, screening, "indication", verdict->indications, error);
}

static MesoAnswer *
read_answer (MesoSqliteStatement *row)
{
  const char *kind = meso_sqlite_statement_peek_text (row, 1);
  MesoAnswerKind read = MESO_ANSWER_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (answer_names); i++)
    if (g_str_equal (kind, answer_names[i]))
      read = (MesoAnswerKind) i;
  switch (read)
    {
    case MESO_ANSWER_DATE:
      return meso_answer_new_date (meso_sqlite_statement_get_date (row, 2));
    case MESO_ANSWER_NUMBER:
      return meso_answer_new_number (meso_sqlite_statement_get_int (row, 3));
    case MESO_ANSWER_CHOICE:
      return meso_answer_new_choice (meso_sqlite_statement_peek_text (row, 4));
    case MESO_ANSWER_NO:
    case MESO_ANSWER_YES:
    case MESO_ANSWER_UNKNOWN:
    default:
      return meso_answer_new (read);
    }
}

static gboolean
load_answers (MesoStoreContext *context, MesoScreening *screening, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT question, kind, date, milli, choice FROM screening_answer WHERE screening = $1", T (screening->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    meso_questionnaire_response_set (screening->response, meso_sqlite_statement_peek_text (rows, 0), read_answer (rows));
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
load_texts (MesoStoreContext *context, const char *screening, gint64 n, MesoFinding *finding, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT language, reason, advice FROM screening_finding_text WHERE screening = $1 AND n = $2 ORDER BY language",
    T (screening), I (n));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      const char *language = meso_sqlite_statement_peek_text (rows, 0);
      const char *reason = meso_sqlite_statement_peek_text (rows, 1);
      const char *advice = meso_sqlite_statement_peek_text (rows, 2);

      /* English comes first by the order of the codes. */
      if (finding->reason == NULL)
        {
          finding->reason = meso_local_text_new (reason);
          finding->advice = meso_local_text_new (advice);
        }
      else
        {
          meso_local_text_add (finding->reason, language, reason);
          meso_local_text_add (finding->advice, language, advice);
        }
    }
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
load_findings (MesoStoreContext *context, MesoScreening *screening, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT n, rule, outcome, until, ingredient, source, overridable FROM screening_finding WHERE screening = $1 ORDER BY n",
    T (screening->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      MesoFinding *finding = meso_finding_new ();

      g_ptr_array_add (screening->verdict->findings, finding);
      g_clear_pointer (&finding->reason, meso_local_text_unref);
      g_clear_pointer (&finding->advice, meso_local_text_unref);
      g_set_str (&finding->rule, meso_sqlite_statement_peek_text (rows, 1));
      meso_outcome_from_string (meso_sqlite_statement_peek_text (rows, 2), &finding->outcome);
      finding->until = meso_sqlite_statement_get_date (rows, 3);
      g_set_str (&finding->ingredient, meso_sqlite_statement_peek_text (rows, 4));
      g_set_str (&finding->source, meso_sqlite_statement_peek_text (rows, 5));
      finding->overridable = meso_sqlite_statement_get_int (rows, 6) != 0;
      if (!load_texts (context, screening->id, meso_sqlite_statement_get_int (rows, 0), finding, error))
        return FALSE;
    }
  return meso_sqlite_statement_finish (rows, error);
}

static MesoMissingWhy
read_why (const char *text)
{
  static const MesoMissingWhy all[] = { MESO_MISSING_NOT_ASKED, MESO_MISSING_UNKNOWN, MESO_MISSING_CONTRADICTION };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (text, meso_missing_why_to_string (all[i])) == 0)
      return all[i];
  return MESO_MISSING_UNKNOWN;
}

static gboolean
load_missing (MesoStoreContext *context, MesoScreening *screening, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT question, why FROM screening_missing WHERE screening = $1 ORDER BY n", T (screening->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (screening->verdict->missing,
                     meso_missing_new (meso_sqlite_statement_peek_text (rows, 0),
                                       read_why (meso_sqlite_statement_peek_text (rows, 1))));
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
load_list (MesoStoreContext *context, const char *screening, const char *list, GPtrArray *values, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT value FROM screening_list WHERE screening = $1 AND list = $2 ORDER BY n", T (screening), T (list));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (values, meso_sqlite_statement_dup_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error);
}

gboolean
meso_screening_rows_load (MesoStoreContext *context, MesoScreening *screening, GError **error)
{
  return load_answers (context, screening, error)
         && load_findings (context, screening, error)
         && load_missing (context, screening, error)
         && load_list (context, screening->id, "excluded", screening->verdict->excluded_ingredients, error)
         && load_list (context, screening->id, "cleared", screening->verdict->cleared, error)
         && load_list (context, screening->id, "indication", screening->verdict->indications, error);
}
