/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * MesoMatch:
 *
 * What is typed, ready to be looked for in many texts, as the search does it: the beginnings of words, folded alike in either
 * script, and runs of digits in numbers however they are written. What is typed may be read in several ways («علی رضا», «علیرضا»):
 * what is found are *terms* of them, as bits of a mask; a record is one where the texts together hold all terms of one way.
 */
typedef struct _MesoMatch MesoMatch;

typedef guint64 MesoMatchTerms;

/**
 * MesoMatchKind:
 * @MESO_MATCH_WORDS: the beginnings of words: names, addresses, notes
 * @MESO_MATCH_FILE_NUMBER: words, with or without the zeros in front
 * @MESO_MATCH_PHONE: digits anywhere; 0098, 98 and 0 are alike in front of an Iranian number
 * @MESO_MATCH_ID: words, or digits anywhere
 */
typedef enum {
  MESO_MATCH_WORDS,
  MESO_MATCH_FILE_NUMBER,
  MESO_MATCH_PHONE,
  MESO_MATCH_ID,
} MesoMatchKind;

MesoMatch     *meso_match_new      (const char *typed);
void           meso_match_free     (MesoMatch *self);
gboolean       meso_match_is_empty (const MesoMatch *self);

/* Which terms stand in a text. */
MesoMatchTerms meso_match_find     (const MesoMatch *self, const char *text, MesoMatchKind kind);
/* Whether they are all terms of one way: then nothing else needs to be looked at. */
gboolean       meso_match_is_whole (const MesoMatch *self, MesoMatchTerms found);
/* Of all the terms that a record's texts hold, those that found it: the ways that are whole; all of them when none is. */
MesoMatchTerms meso_match_choose   (const MesoMatch *self, MesoMatchTerms found);
/* Marks where the terms stand in a text that begins at offset of what list is for. Whether there was any. */
gboolean       meso_match_mark     (const MesoMatch *self, MesoMatchTerms terms, const char *text, MesoMatchKind kind,
                                    PangoAttrList *list, gsize offset);
/* The place, in bytes, where the first of the terms stands in a text; -1 for nowhere. */
gssize         meso_match_locate   (const MesoMatch *self, MesoMatchTerms terms, const char *text, MesoMatchKind kind);
/* Marks a whole piece of a text. */
void           meso_match_mark_range (PangoAttrList *list, gsize start, gsize end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoMatch, meso_match_free)

G_END_DECLS
