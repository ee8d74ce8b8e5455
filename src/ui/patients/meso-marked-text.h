/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-match.h"

G_BEGIN_DECLS

/**
 * MesoMarkedText:
 *
 * A line that is put together from parts, with what was typed marked in each. Never markup: the marks are attributes.
 */
typedef struct
{
  GString *text;
  PangoAttrList *marks;
} MesoMarkedText;

MesoMarkedText *meso_marked_text_new      (void);
void            meso_marked_text_free     (MesoMarkedText *self);
gboolean        meso_marked_text_is_empty (const MesoMarkedText *self);
/* As it is. */
void            meso_marked_text_append (MesoMarkedText *self, const char *text);
/* What stands between two parts of a line, when there is one before. */
void            meso_marked_text_part   (MesoMarkedText *self);
/* A field of a record, marked where the terms stand. */
void            meso_marked_text_field  (MesoMarkedText *self, const MesoMatch *match, MesoMatchTerms terms, const char *text,
                                         MesoMatchKind kind);
/* The last part, from start on, less prominent. */
void            meso_marked_text_dim    (MesoMarkedText *self, gsize start);
/* Of a long text the piece where the first term stands, on one line. */
void            meso_marked_text_excerpt (MesoMarkedText *self, const MesoMatch *match, MesoMatchTerms terms, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoMarkedText, meso_marked_text_free)

G_END_DECLS
