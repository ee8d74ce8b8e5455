/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-account.h"
#include "meso-handout-parts.h"

G_BEGIN_DECLS

#define MESO_WORKSHEET_SEPARATOR " · "

/**
 * MesoWorksheet:
 * @judge: the content that knows its ingredients and limits
 * @facts: the patient as the check knew them
 * @check: (nullable): the formula's check in the sheet's language; %NULL for a worksheet that is filled in with a pen
 *
 * Private: a worksheet that is being put together.
 */
typedef struct
{
  const MesoHandoutWords *words;
  const MesoHandoutText *text;
  MesoHandoutSheet *sheet;
  const MesoProtocol *judge;
  const MesoFormula *formula;
  const MesoFormulaPatient *facts;
  const MesoFormulaCheck *check;
} MesoWorksheet;

/* (transfer none): a phrase by its id without "worksheet-" */
const char       *meso_worksheet_phrase       (const MesoWorksheet *self, const char *id);
/* (transfer full): the phrase with its one placeholder filled */
char             *meso_worksheet_fill         (const MesoWorksheet *self, const char *id, const char *name, const char *value);
/* (transfer none): a part with its heading, which is in the sheet already. heading: the phrase's id without "worksheet-" */
MesoHandoutBlock *meso_worksheet_add_block    (const MesoWorksheet *self, MesoHandoutBlockType type, const char *heading);
/* (transfer full), all of them. A run of numbers, units and signs, which no line turns around */
char             *meso_worksheet_show         (const char *run);
char             *meso_worksheet_show_volume  (gint64 volume_ul);
/* id: of an ingredient; where the content knows it no more, the id itself */
char             *meso_worksheet_show_name    (const MesoWorksheet *self, const char *id);
/* key: a source key of the content, "no source" for none */
char             *meso_worksheet_show_source  (const MesoWorksheet *self, const char *key);
/* (transfer none) (nullable): a salt that the content knows of an ingredient */
const MesoSalt   *meso_worksheet_find_salt    (const MesoWorksheet *self, const char *ingredient, const char *salt);
/* The strength of a stock as typed: with a salt, of that. */
gboolean          meso_worksheet_parse_strength (const MesoWorksheet *self, const char *ingredient, const char *salt, const char *text,
                                                 MesoStrength *strength_out);
/* (transfer none): the components of an item that is a product; NULL of any other */
const GPtrArray  *meso_worksheet_get_components (const MesoWorksheet *self, const MesoFormulaItem *item);

/* Parts of the sheet */
MesoHandoutBlock *meso_worksheet_add_drawing  (const MesoWorksheet *self);
void              meso_worksheet_add_amounts  (const MesoWorksheet *self);
void              meso_worksheet_add_volumes  (const MesoWorksheet *self);
void              meso_worksheet_add_limits   (const MesoWorksheet *self);
void              meso_worksheet_add_signatures (const MesoWorksheet *self);
void              meso_worksheet_add_blank    (const MesoWorksheet *self);

G_END_DECLS
