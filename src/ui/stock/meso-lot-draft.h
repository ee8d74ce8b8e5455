/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order of the form. */
typedef enum {
  MESO_LOT_FIELD_WHAT,
  MESO_LOT_FIELD_SALT,
  MESO_LOT_FIELD_STRENGTH,
  MESO_LOT_FIELD_NAME,
  MESO_LOT_FIELD_NUMBER,
  MESO_LOT_FIELD_EXPIRY,
  MESO_LOT_FIELD_MAKER,
  MESO_LOT_FIELD_LICENCE,
  MESO_LOT_FIELD_CONTAINERS,
  MESO_LOT_FIELD_VOLUME,
  MESO_LOT_FIELD_DOSE,
  MESO_LOT_FIELD_OPENED_LIFE,
  MESO_LOT_FIELD_RECEIVED_ON,
  MESO_LOT_FIELD_SUPPLIER,
  MESO_LOT_FIELD_STORAGE,
  MESO_LOT_FIELD_PRICE,
  MESO_LOT_FIELDS,
} MesoLotField;

/**
 * MesoLotDraft:
 * @texts: what stands in each field, as typed: it may be no date, no number, no volume
 *
 * What the form of a delivery holds, as it is journalled. Knows no window.
 */
typedef struct
{
  char *texts[MESO_LOT_FIELDS];
} MesoLotDraft;

/* All fields empty */
MesoLotDraft *meso_lot_draft_new      (void);
void          meso_lot_draft_free     (MesoLotDraft *self);
gboolean      meso_lot_draft_equal    (const MesoLotDraft *self, const MesoLotDraft *other);
/* (transfer full) */
char         *meso_lot_draft_to_json  (const MesoLotDraft *self);
/* (transfer full) (nullable): NULL for what is no draft of a lot */
MesoLotDraft *meso_lot_draft_parse    (const char *json);
/* A stable name: "number", "expiry" … */
const char   *meso_lot_field_get_name (MesoLotField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLotDraft, meso_lot_draft_free)

G_END_DECLS
