/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-context.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoHandoutWords:
 *
 * @untranslated: (element-type utf8): gathers the English of each text that was wanted and isn't there in @language
 *
 * How one sheet writes things: its language, and the content that holds its words. Lives on the stack of the
 * assembly; owns nothing.
 */
typedef struct
{
  const MesoProtocol *protocol;
  const MesoHandoutContext *context;
  const char *language;
  GPtrArray *untranslated;
} MesoHandoutWords;

/* (transfer none) */
const char *meso_handout_words_comma    (const MesoHandoutWords *self);
const char *meso_handout_words_phrase   (const MesoHandoutWords *self, const char *id);
const char *meso_handout_words_text     (const MesoHandoutWords *self, const MesoLocalText *text);
/* (transfer full), all of them */
char       *meso_handout_words_count    (const MesoHandoutWords *self, int n);
char       *meso_handout_words_number   (const MesoHandoutWords *self, const char *number);
char       *meso_handout_words_phone    (const MesoHandoutWords *self, const char *phone);
char       *meso_handout_words_line     (const char *text);
char       *meso_handout_words_inline   (const char *text);
char       *meso_handout_words_date     (const MesoHandoutWords *self, MesoCivilTime when);
char       *meso_handout_words_short    (const MesoHandoutWords *self, MesoCivilTime when);
GPtrArray  *meso_handout_words_pieces   (const MesoHandoutWords *self, MesoCivilTime when);
char       *meso_handout_words_hours    (const MesoHandoutWords *self, int hours, int days);
char       *meso_handout_words_name     (const MesoHandoutWords *self, const MesoIngredient *ingredient, gboolean begins);
char       *meso_handout_words_session  (const MesoHandoutWords *self, int n);
char       *meso_handout_words_visit    (const MesoHandoutWords *self, const MesoHandoutVisit *visit);
char       *meso_handout_words_person   (const MesoHandoutWords *self);

/* Whether a sheet can be written at all, and whether it could be written whole. */
gboolean    meso_handout_words_check_language   (const char *language, GError **error);
gboolean    meso_handout_words_check_translated (const MesoHandoutWords *self, const char *kind, GError **error);

G_END_DECLS
