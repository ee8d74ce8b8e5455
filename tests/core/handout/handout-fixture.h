/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout.h"

G_BEGIN_DECLS

/* (transfer full) (element-type MesoProtocolDocument): the files of the content that ships */
GPtrArray              *handout_fixture_documents (void);
/* (transfer none): the content that ships, read once */
const MesoProtocol     *handout_fixture_protocol (void);
void                    handout_fixture_clear    (void);
/* (transfer full): "2026-11-23T14:00"; "" for no day */
MesoHandoutContext     *handout_fixture_context  (const char *language, const char *when);
/* the same with a patient, a clinic, four more sessions, and all that adds a paragraph */
MesoHandoutContext     *handout_fixture_full     (const char *language, const char *when);
/* (transfer full): 3 mg of zinc, biotin and procaine in 5 mL of saline, for 98 points */
MesoFormulaAccount     *handout_fixture_formula  (void);
/* (transfer full): must succeed */
MesoHandoutSheet       *handout_fixture_assemble (const char *kind, const MesoHandoutContext *context);
/* (transfer none) (nullable) */
const MesoHandoutBlock *handout_fixture_find     (const MesoHandoutSheet *sheet, MesoHandoutBlockType type);
const MesoHandoutRow   *handout_fixture_find_row (const MesoHandoutSheet *sheet, const char *id);
/* (transfer full): the pieces of a group's date, joined by spaces */
char                   *handout_fixture_date     (const MesoHandoutGroup *group);
/* (transfer full) (element-type utf8): what stands on the sheet on any paper; `all` adds what a small
 * or full page leaves out: second lines, heads of columns */
GPtrArray              *handout_fixture_strings  (const MesoHandoutSheet *sheet, gboolean all);

G_END_DECLS
