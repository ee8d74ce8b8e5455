/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-recall-entry.h"

G_BEGIN_DECLS

/**
 * MesoRecall:
 * @lots: (element-type MesoLot): the lots that are meant: a number may have come from several makers, or more than once
 * @entries: (element-type MesoRecallEntry): where they went, in the order of mixing
 */
typedef struct
{
  GPtrArray *lots;
  GPtrArray *entries;
} MesoRecall;

MesoRecall *meso_recall_new            (void);   /* both lists empty */
void        meso_recall_free           (MesoRecall *self);
/* How many persons have to be called: each once */
guint       meso_recall_count_patients (const MesoRecall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRecall, meso_recall_free)

G_END_DECLS
