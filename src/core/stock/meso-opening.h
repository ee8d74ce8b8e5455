/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a container may be drawn from once it was opened: multi-dose ones where the product says nothing else, and single-dose
 * ones, which serve one preparation only. */
#define MESO_OPENING_MULTI_DOSE_H (28 * 24)
#define MESO_OPENING_SINGLE_DOSE_H 4

/**
 * MesoOpening:
 * @id: the store's id
 * @n: which opened container of its lot it is, from 1
 * @opened_at: when it was opened, UTC, and @opened_by: the member of staff who did
 * @discard_by: from this moment on, UTC, nothing is drawn from it
 * @held_ul: what was in it when it was opened
 * @left_ul: what is in it now
 * @used: whether a preparation drew from it
 *
 * One opened container of a lot.
 */
typedef struct
{
  char *id;
  guint n;
  char *opened_at;
  char *opened_by;
  char *discard_by;
  gint64 held_ul;
  gint64 left_ul;
  gboolean used;
} MesoOpening;

MesoOpening *meso_opening_new  (void);   /* all unset; it owns what is put into it */
MesoOpening *meso_opening_copy (const MesoOpening *self);
void         meso_opening_free (MesoOpening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoOpening, meso_opening_free)

G_END_DECLS
