/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-parts.h"

G_BEGIN_DECLS

#define MESO_TELLER_SEPARATOR " · "
#define MESO_TELLER_LINE "\n"

/**
 * MesoTeller:
 *
 * Private: a sheet that tells what was concluded from a screening.
 */
typedef struct
{
  const MesoHandoutWords *words;
  const MesoScreeningAccount *account;
  MesoHandoutSheet *sheet;
} MesoTeller;

/* (transfer none): a phrase of the content; of a stable name: "record-outcome-", "defer" */
const char         *meso_teller_phrase      (const MesoTeller *self, const char *id);
const char         *meso_teller_phrase_of   (const MesoTeller *self, const char *prefix, const char *name);
/* (transfer full): the phrase with its one placeholder filled */
char               *meso_teller_fill        (const MesoTeller *self, const char *id, const char *name, const char *value);
/* (transfer none): a part with its heading, which is in the sheet already. heading: a phrase's id */
MesoHandoutBlock   *meso_teller_add_block   (const MesoTeller *self, MesoHandoutBlockType type, const char *heading);
/* (transfer full) */
char               *meso_teller_dup_day     (const MesoTeller *self, MesoCalendarDate date);
char               *meso_teller_dup_by_on   (const MesoTeller *self, const char *staff, MesoCalendarDate date);
/* (transfer none): the content that the screening was judged by */
const MesoProtocol *meso_teller_get_judge   (const MesoTeller *self);

/* Parts of the sheet */
void                meso_teller_add_findings    (const MesoTeller *self, gboolean excluding);
void                meso_teller_add_missing     (const MesoTeller *self);
void                meso_teller_add_indications (const MesoTeller *self);
void                meso_teller_add_decisions   (const MesoTeller *self);

G_END_DECLS
