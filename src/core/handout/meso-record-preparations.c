/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-parts.h"

#include "meso-text.h"

static void
add_draw (const MesoRecordWriter    *self,
          MesoHandoutBlock          *block,
          const MesoPreparationDraw *draw)
{
  const MesoLot *lot = meso_lot_find (self->contents->lots, draw->lot);
  g_autofree char *volume = meso_record_volume (self, draw->volume_ul);
  g_autofree char *number = meso_text_isolate (lot != NULL ? lot->number : draw->lot);
  g_autofree char *expiry = lot != NULL ? meso_record_date (self, lot->expiry) : NULL;
  g_autofree char *of_lot = meso_text_format (meso_record_phrase (self, "lot"), "number", number, "date", expiry != NULL ? expiry : "",
                                              NULL);

  meso_handout_block_take_row (block, "", meso_handout_words_inline (lot != NULL ? lot->name : ""),
                               g_strjoin (MESO_RECORD_SEPARATOR, volume, of_lot, NULL));
}

static void
add_preparation (const MesoRecordWriter *self,
                 MesoHandoutBlock       *block,
                 const MesoPreparation  *preparation)
{
  char *formula = meso_record_dup_formula (self, preparation->formula, preparation->formula_version);

  meso_handout_block_take_row (block, "", meso_record_date (self, self->contents->day_of (preparation->mixed_at)), g_strdup (""));
  meso_record_add_standing (self, block, preparation->error_reason, preparation->amended_by != NULL,
                            preparation->amends != NULL ? preparation->reason : "");
  if (preparation->discard_reason != NULL)
    meso_record_add_typed (self, block, "discarded", preparation->discard_reason);
  if (formula != NULL)
    meso_record_take_own (self, block, "given", formula);
  for (guint i = 0; i < preparation->draws->len; i++)
    add_draw (self, block, g_ptr_array_index (preparation->draws, i));
  meso_record_add_typed (self, block, "prepared-by", meso_record_contents_get_name (self->contents, preparation->prepared_by));
  meso_record_add_typed (self, block, "checked-by", meso_record_contents_get_name (self->contents, preparation->checked_by));
  if (preparation->wasted_ul > 0)
    meso_record_take_own (self, block, "wasted", meso_record_volume (self, preparation->wasted_ul));
  meso_record_add_typed (self, block, "notes", preparation->notes);
  meso_record_take_own (self, block, "recorded", meso_record_by_on (self, preparation->recorded_by, preparation->recorded_at));
}

/**
 * meso_record_add_preparations:
 *
 * Each batch that was made of a formula, with the lots that it was drawn from. No section where there is none.
 */
void
meso_record_add_preparations (const MesoRecordWriter *self)
{
  MesoHandoutBlock *block;

  if (self->contents->preparations->len == 0)
    return;
  block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "preparations");
  for (guint i = 0; i < self->contents->preparations->len; i++)
    add_preparation (self, block, g_ptr_array_index (self->contents->preparations, i));
}
