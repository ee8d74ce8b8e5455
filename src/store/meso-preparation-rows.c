/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-rows.h"

#include "meso-stock-repository.h"

/* A container that was opened for the preparation which is being stored. */
typedef struct
{
  char *id;
  char *lot;
  gint64 left_ul;
} Container;

typedef struct
{
  MesoStoreContext *context;
  const char *id;
  const MesoPreparation *draft;
  GPtrArray *containers;
  int n;
} Insertion;

static void
free_container (gpointer data)
{
  Container *container = data;

  g_free (container->id);
  g_free (container->lot);
  g_free (container);
}

static gboolean
read_left (MesoStoreContext *context, Container *container, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT held_ul FROM opening WHERE id = $1", T (container->id));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    container->left_ul = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

/* (transfer none): one of the lot that this preparation has opened and that still holds something, else another */
static Container *
take_container (Insertion *self, const char *lot, GError **error)
{
  Container *container;

  for (guint i = 0; i < self->containers->len; i++)
    {
      container = g_ptr_array_index (self->containers, i);
      if (g_strcmp0 (container->lot, lot) == 0 && container->left_ul > 0)
        return container;
    }
  container = g_new0 (Container, 1);
  g_ptr_array_add (self->containers, container);
  container->lot = g_strdup (lot);
  container->id = meso_stock_repository_open (self->context, self->draft->prepared_by, lot, self->draft->mixed_at, error);
  return container->id != NULL && read_left (self->context, container, error) ? container : NULL;
}

static gboolean
insert_draw (Insertion *self, const MesoPreparationDraw *draw, const char *opening, gint64 volume_ul, GError **error)
{
  return meso_store_context_execute (self->context, error,
    "INSERT INTO preparation_draw (preparation, n, item, lot, opening, volume_ul) VALUES ($1, $2, $3, $4, $5, $6)",
    T (self->id), I (++self->n), draw->item != MESO_PREPARATION_DILUENT ? I (draw->item) : T (NULL), T (draw->lot), T (opening),
    I (volume_ul));
}

static gboolean
insert_from_unopened (Insertion *self, const MesoPreparationDraw *draw, GError **error)
{
  gint64 missing_ul = draw->volume_ul;

  do
    {
      Container *container = take_container (self, draw->lot, error);
      gint64 drawn_ul = container != NULL ? MIN (missing_ul, container->left_ul) : 0;

      if (container == NULL || !insert_draw (self, draw, container->id, drawn_ul, error))
        return FALSE;
      container->left_ul -= drawn_ul;
      missing_ul -= drawn_ul;
    }
  while (missing_ul > 0);
  return TRUE;
}

gboolean
meso_preparation_rows_insert (MesoStoreContext *context, const char *id, const MesoPreparation *draft, GError **error)
{
  g_autoptr(GPtrArray) containers = g_ptr_array_new_with_free_func (free_container);
  Insertion insertion = { context, id, draft, containers, 0 };

  for (guint i = 0; i < draft->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draft->draws, i);

      if (!(draw->opening == NULL ? insert_from_unopened (&insertion, draw, error)
                                  : insert_draw (&insertion, draw, draw->opening, draw->volume_ul, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
meso_preparation_rows_load (MesoStoreContext *context, MesoPreparation *preparation, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT item, lot, opening, volume_ul FROM preparation_draw WHERE preparation = $1 ORDER BY n", T (preparation->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    meso_preparation_add_draw (preparation,
                               meso_sqlite_statement_is_null (rows, 0) ? MESO_PREPARATION_DILUENT
                                                                       : (guint) meso_sqlite_statement_get_int (rows, 0),
                               meso_sqlite_statement_peek_text (rows, 1), meso_sqlite_statement_peek_text (rows, 2),
                               meso_sqlite_statement_get_int (rows, 3));
  return meso_sqlite_statement_finish (rows, error);
}
