/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-rows.h"

static gboolean
insert_items (MesoStoreContext *context, const char *id, int version, const MesoFormula *formula, GError **error)
{
  for (guint i = 0; i < formula->items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (formula->items, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO formula_item (formula, version, n, ingredient, product, strength, volume, amount, salt)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            T (id), I (version), I (i), T (item->ingredient), T (item->product), T (item->strength), T (item->volume),
            T (item->amount), T (item->salt)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_lines (MesoStoreContext *context, const char *id, int version, const MesoFormulaCheck *check, GError **error)
{
  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO formula_line (formula, version, n, ingredient, product, volume_ul, amount, dimension, exact,"
            " final_per_ml, salt, salt_amount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            T (id), I (version), I (i), T (line->ingredient), T (line->product), I (line->volume_ul), I (line->amount.value),
            T (line->amount.dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass"), I (line->exact ? 1 : 0),
            I (line->final_per_ml), T (line->salt), line->salt != NULL ? I (line->salt_amount_ng) : T (NULL)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_finding (MesoStoreContext *context, const char *id, int version, guint n, const MesoFormulaFinding *finding,
                GError **error)
{
  if (!meso_store_context_execute (context, error,
        "INSERT INTO formula_finding (formula, version, n, severity, code, message, source)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        T (id), I (version), I (n), T (meso_severity_to_string (finding->severity)), T (finding->code), T (finding->message),
        T (finding->source != NULL ? finding->source : "")))
    return FALSE;
  for (guint i = 0; finding->ingredients != NULL && i < finding->ingredients->len; i++)
    if (!meso_store_context_execute (context, error,
          "INSERT INTO formula_finding_ingredient (formula, version, finding, n, ingredient) VALUES ($1, $2, $3, $4, $5)",
          T (id), I (version), I (n), I (i), T (g_ptr_array_index (finding->ingredients, i))))
      return FALSE;
  return TRUE;
}

static gboolean
insert_facts (MesoStoreContext *context, const char *id, int version, const char *list, const GPtrArray *values, GError **error)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    if (!meso_store_context_execute (context, error,
          "INSERT INTO formula_fact (formula, version, list, n, value) VALUES ($1, $2, $3, $4, $5)",
          T (id), I (version), T (list), I (i), T (g_ptr_array_index (values, i))))
      return FALSE;
  return TRUE;
}

/**
 * meso_formula_rows_insert:
 * @id: the formula
 * @version: which of its versions, from 1
 *
 * Stores the rows below a version's header; before the header, as the schema demands.
 *
 * Returns: whether they are stored
 */
gboolean
meso_formula_rows_insert (MesoStoreContext *context, const char *id, int version, const MesoFormulaVersion *draft,
                          GError **error)
{
  const GPtrArray *findings = draft->check->findings;

  for (guint i = 0; i < findings->len; i++)
    if (!insert_finding (context, id, version, i, g_ptr_array_index (findings, i), error))
      return FALSE;
  return insert_items (context, id, version, draft->formula, error)
         && insert_lines (context, id, version, draft->check, error)
         && insert_facts (context, id, version, "allergy", draft->facts->allergies, error)
         && insert_facts (context, id, version, "excluded", draft->facts->excluded, error);
}

static gboolean
load_items (MesoStoreContext *context, MesoFormulaVersion *version, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT ingredient, product, strength, volume, amount, salt FROM formula_item WHERE formula = $1 AND version = $2 ORDER BY n",
    T (version->formula_id), I (version->version));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      MesoFormulaItem *item = meso_formula_item_new ();

      g_ptr_array_add (version->formula->items, item);
      g_set_str (&item->ingredient, meso_sqlite_statement_peek_text (rows, 0));
      g_set_str (&item->product, meso_sqlite_statement_peek_text (rows, 1));
      g_set_str (&item->strength, meso_sqlite_statement_peek_text (rows, 2));
      g_set_str (&item->volume, meso_sqlite_statement_peek_text (rows, 3));
      g_set_str (&item->amount, meso_sqlite_statement_peek_text (rows, 4));
      g_set_str (&item->salt, meso_sqlite_statement_peek_text (rows, 5));
    }
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
load_lines (MesoStoreContext *context, MesoFormulaVersion *version, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT ingredient, product, volume_ul, amount, dimension, exact, final_per_ml, salt, salt_amount FROM formula_line"
    " WHERE formula = $1 AND version = $2 ORDER BY n", T (version->formula_id), I (version->version));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      MesoFormulaLine *line = g_new0 (MesoFormulaLine, 1);

      g_ptr_array_add (version->check->lines, line);
      line->ingredient = meso_sqlite_statement_dup_text (rows, 0);
      line->product = meso_sqlite_statement_dup_text (rows, 1);
      line->volume_ul = meso_sqlite_statement_get_int (rows, 2);
      line->amount.value = meso_sqlite_statement_get_int (rows, 3);
      line->amount.dimension = g_str_equal (meso_sqlite_statement_peek_text (rows, 4), "activity")
                                 ? MESO_DIMENSION_ACTIVITY : MESO_DIMENSION_MASS;
      line->exact = meso_sqlite_statement_get_int (rows, 5) != 0;
      line->final_per_ml = meso_sqlite_statement_get_int (rows, 6);
      line->salt = meso_sqlite_statement_dup_text (rows, 7);
      line->salt_amount_ng = meso_sqlite_statement_get_int (rows, 8);
    }
  return meso_sqlite_statement_finish (rows, error);
}

static GPtrArray *
load_finding_ingredients (MesoStoreContext *context, MesoFormulaVersion *version, gint64 finding, GError **error)
{
  g_autoptr(GPtrArray) ingredients = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT ingredient FROM formula_finding_ingredient WHERE formula = $1 AND version = $2 AND finding = $3 ORDER BY n",
    T (version->formula_id), I (version->version), I (finding));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (ingredients, meso_sqlite_statement_dup_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ingredients) : NULL;
}

static MesoSeverity
read_severity (const char *text)
{
  static const MesoSeverity all[] = { MESO_SEVERITY_INFO, MESO_SEVERITY_WARN };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (text, meso_severity_to_string (all[i])) == 0)
      return all[i];
  return MESO_SEVERITY_BLOCK;
}

static gboolean
load_findings (MesoStoreContext *context, MesoFormulaVersion *version, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT n, severity, code, message, source FROM formula_finding WHERE formula = $1 AND version = $2 ORDER BY n",
    T (version->formula_id), I (version->version));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      MesoFormulaFinding *finding = g_new0 (MesoFormulaFinding, 1);

      g_ptr_array_add (version->check->findings, finding);
      finding->severity = read_severity (meso_sqlite_statement_peek_text (rows, 1));
      finding->code = meso_sqlite_statement_dup_text (rows, 2);
      finding->message = meso_sqlite_statement_dup_text (rows, 3);
      finding->source = meso_sqlite_statement_dup_text (rows, 4);
      finding->ingredients = load_finding_ingredients (context, version, meso_sqlite_statement_get_int (rows, 0), error);
      if (finding->ingredients == NULL)
        return FALSE;
    }
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
load_facts (MesoStoreContext *context, MesoFormulaVersion *version, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT list, value FROM formula_fact WHERE formula = $1 AND version = $2 ORDER BY list, n",
    T (version->formula_id), I (version->version));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      gboolean allergy = g_str_equal (meso_sqlite_statement_peek_text (rows, 0), "allergy");

      g_ptr_array_add (allergy ? version->facts->allergies : version->facts->excluded,
                       meso_sqlite_statement_dup_text (rows, 1));
    }
  return meso_sqlite_statement_finish (rows, error);
}

gboolean
meso_formula_rows_load (MesoStoreContext *context, MesoFormulaVersion *version, GError **error)
{
  return load_items (context, version, error)
         && load_lines (context, version, error)
         && load_findings (context, version, error)
         && load_facts (context, version, error);
}
