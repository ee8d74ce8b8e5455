/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet.h"

G_BEGIN_DECLS

/* For the assembly, while nobody else holds the sheet. New values have empty texts and arrays; a string
 * is put into its field with g_set_str () or meso_handout_take (). */
MesoHandoutSheet *meso_handout_sheet_new (void);
MesoHandoutBlock *meso_handout_block_new (MesoHandoutBlockType type);
MesoHandoutGroup *meso_handout_group_new (void);
MesoHandoutRow   *meso_handout_row_new   (const char *id);
/* (transfer none): a part with its heading ("" for none) at the end of the sheet */
MesoHandoutBlock *meso_handout_sheet_add_block (MesoHandoutSheet *self, MesoHandoutBlockType type, const char *heading);
/* (transfer none): a row at the end of the block. id: as of meso_handout_row_new (); lead, text: (transfer full) */
MesoHandoutRow   *meso_handout_block_take_row (MesoHandoutBlock *self, const char *id, char *lead, char *text);
void              meso_handout_row_take_cell (MesoHandoutRow *self, char *text);
void              meso_handout_block_add_column (MesoHandoutBlock *self, MesoHandoutColumnType type, const char *label, guint share);
MesoHandoutCall  *meso_handout_call_new  (void);
MesoHandoutFact  *meso_handout_fact_new  (const char *label, const char *value, const char *detail);
void              meso_handout_block_free (MesoHandoutBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutBlock, meso_handout_block_free)

/* (transfer full) text: replaces what is there */
void              meso_handout_take      (char **field, char *text);

G_END_DECLS
