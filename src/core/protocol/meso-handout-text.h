/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-provenance.h"

G_BEGIN_DECLS

/**
 * MesoHandoutItem:
 * @section: which part of the sheet it stands in ("avoid", "do", "normal", "helps", "own", "call", "about" …)
 * @duration_hours: how long it holds, in hours; 0 with @duration_days, and when it has none
 * @duration_days: how long it holds, in days. For the sheet before treatment: how long before the session it begins
 * @icon: (nullable): name of the picture
 * @avoid: the picture is struck through: “do not”
 * @when_ingredient: (nullable): only when the formula holds this ingredient
 * @when_flag: (nullable): only when this flag of the patient is set
 * @text: the instruction, @detail: (nullable) its second line
 *
 * One line of a handout. Texts may hold `{placeholders}` that the assembly fills.
 */
typedef struct
{
  char *id;
  char *section;
  int duration_hours;
  int duration_days;
  char *icon;
  gboolean avoid;
  char *when_ingredient;
  char *when_flag;
  MesoLocalText *text;
  MesoLocalText *detail;
  MesoProvenance provenance;
} MesoHandoutItem;

/**
 * MesoHandoutText:
 * @kind: "before", "aftercare", "information" …
 * @text_version: version of this sheet's wording
 */
typedef struct
{
  char *kind;
  int text_version;
  MesoLocalText *title;
  GPtrArray *items;         /* MesoHandoutItem */
  MesoProvenance provenance;
} MesoHandoutText;

void meso_handout_item_free (MesoHandoutItem *self);
void meso_handout_text_free (MesoHandoutText *self);

G_END_DECLS
