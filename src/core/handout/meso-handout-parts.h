/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet-private.h"
#include "meso-handout-words.h"

G_BEGIN_DECLS

/* The head of a sheet: who hands it out, and whose it is. */
void              meso_handout_fill_letterhead         (MesoHandoutSheet *sheet, const MesoHandoutWords *words);
void              meso_handout_add_patient_fact        (MesoHandoutSheet *sheet, const MesoHandoutWords *words);

/* Then whose it is on its later pages; then which text it is. */
void              meso_handout_fill_head               (MesoHandoutSheet *sheet, const MesoHandoutWords *words);
void              meso_handout_fill_footer             (MesoHandoutSheet       *sheet,
                                                        const MesoHandoutWords *words,
                                                        const MesoHandoutText  *text);

/* The worksheet of a formula, or one to be filled in with a pen. Changes head and foot as well. */
void              meso_handout_fill_formula            (MesoHandoutSheet       *sheet,
                                                        const MesoHandoutWords *words,
                                                        const MesoHandoutText  *text);

/* The sheet of a screening: what was concluded, or the questions themselves. Changes head and foot as well. */
void              meso_handout_fill_screening          (MesoHandoutSheet       *sheet,
                                                        const MesoHandoutWords *words,
                                                        const MesoHandoutText  *text);
void              meso_handout_add_questions           (MesoHandoutSheet *sheet, const MesoHandoutWords *words);
/* (transfer none): lines to write on, to the end of the sheet; each is added with its label */
MesoHandoutBlock *meso_handout_add_form                (MesoHandoutSheet *sheet, const MesoHandoutWords *words, const char *heading);
void              meso_handout_add_line                (MesoHandoutBlock *form, const char *label);

/* Parts of a sheet, (transfer full); a part that would be empty is NULL. */
MesoHandoutBlock *meso_handout_part_aftercare_schedule (const MesoHandoutWords *words, const MesoHandoutText *text);
MesoHandoutBlock *meso_handout_part_before_schedule    (const MesoHandoutWords *words, const MesoHandoutText *text);
MesoHandoutBlock *meso_handout_part_visit              (const MesoHandoutWords *words);
MesoHandoutBlock *meso_handout_part_next_visit         (const MesoHandoutWords *words);
MesoHandoutBlock *meso_handout_part_call               (const MesoHandoutWords *words, const MesoHandoutText *text);
MesoHandoutBlock *meso_handout_part_dates              (const MesoHandoutWords *words, const MesoHandoutText *text);
MesoHandoutBlock *meso_handout_part_ingredients        (const MesoHandoutWords *words, const MesoHandoutText *text);

/* The rows of a section, in the content's order: those whose condition holds. `bold_text` puts the item's
 * text into the lead even when there is no detail. */
void              meso_handout_add_section             (const MesoHandoutWords *words,
                                                        const MesoHandoutText  *text,
                                                        const char             *section,
                                                        gboolean                bold_text,
                                                        MesoHandoutBlock       *block);
/* The lines of one of the content's lists. */
void              meso_handout_add_list                (const MesoHandoutWords *words, const char *list, MesoHandoutBlock *block);
/* The sentences of a section, one after the other; "" when it has none. */
char             *meso_handout_join_section            (const MesoHandoutWords *words,
                                                        const MesoHandoutText  *text,
                                                        const char             *section);
gboolean          meso_handout_item_applies            (const MesoHandoutWords *words, const MesoHandoutItem *item);
MesoHandoutRow   *meso_handout_row_from_item           (const MesoHandoutWords *words, const MesoHandoutItem *item, gboolean bold_text);
/* When the item's duration is over, counted from the context's time; unset when it has none. */
MesoCivilTime     meso_handout_item_end                (const MesoHandoutWords *words, const MesoHandoutItem *item);
/* The same, counted from the last treatment that is planned; from the context's time when none is. */
MesoCivilTime     meso_handout_item_end_of_course      (const MesoHandoutWords *words, const MesoHandoutItem *item);

G_END_DECLS
