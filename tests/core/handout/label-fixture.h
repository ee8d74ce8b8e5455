/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "handout-fixture.h"
#include "meso-label-sheet.h"

G_BEGIN_DECLS

/**
 * LabelFixture:
 *
 * A preparation with its label's contents, all of which may be changed.
 */
typedef struct
{
  MesoFormulaAccount *account;
  MesoPreparation *preparation;
  GHashTable *lots;
  MesoLabelContents contents;
} LabelFixture;

/* Mixed on 23 November 2026 at 13:35 from three lots; languages: static */
LabelFixture   *label_fixture_new      (const char *const *languages);
void            label_fixture_free     (LabelFixture *self);
/* One more draw, of a lot of that number */
void            label_fixture_add_lot  (LabelFixture *self, const char *number);
/* (transfer full): must succeed */
MesoLabelSheet *label_fixture_assemble (LabelFixture *self);
/* A moment as it is stored, taken as the time on the wall */
MesoCivilTime   label_fixture_time_of    (const char *at_utc);

extern const char *const label_fixture_english[];
extern const char *const label_fixture_persian[];
extern const char *const label_fixture_both[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LabelFixture, label_fixture_free)

G_END_DECLS
