/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a search works, for index and query alike:
 *
 *   index: meso_text_fold_index () of a name gives the words to put into the full text index: each word, and from each word on
 *          the rest of the name joined («علی‌رضا محمدی» → علی رضا محمدی علیرضامحمدی رضامحمدی), so that a joined part of a name
 *          is the beginning of an indexed word.
 *   query: meso_text_fold_query () gives alternatives; each is a list of words that must all begin an indexed word. A name
 *          matches when one alternative does. («علی رضا» → {علی, رضا}, {علیرضا}.) That is what makes ZWNJ, space and nothing
 *          alike whichever way round.
 *
 * Folded words hold letters and ASCII digits only, so they can be quoted into a query as they are; words are cut to
 * MESO_TEXT_FOLD_WORD_MAX characters on both sides. Digits of phones and IDs: see meso-phone.h. */

#define MESO_TEXT_FOLD_WORD_MAX 64

/* (transfer full): the folded words with single spaces between; "" when nothing is left */
char      *meso_text_fold             (const char *text);
/* (transfer full) (element-type utf8): the folded words */
GPtrArray *meso_text_fold_words       (const char *text);
/* (transfer full): words for the index, split and joined, with single spaces between */
char      *meso_text_fold_index       (const char *text);
/* (transfer full) (element-type GStrv): alternatives, at most 32; empty when the text holds no word */
GPtrArray *meso_text_fold_query       (const char *text);
/* (transfer full): bytes that sort with memcmp () as a Persian reader expects */
GBytes    *meso_text_sort_key         (const char *text);
/* (transfer full): keys of another version must be made anew */
char      *meso_text_collator_version (void);

G_END_DECLS
