/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoLocalText:
 *
 * One piece of content in every language it has: an immutable, reference counted value. The
 * source language is `en`; a language that is missing falls back to it.
 */
typedef struct _MesoLocalText MesoLocalText;

MesoLocalText *meso_local_text_new   (const char *english);
MesoLocalText *meso_local_text_ref   (MesoLocalText *self);
void           meso_local_text_unref (MesoLocalText *self);
/* Only while the text is being built, before anyone else holds it. */
void           meso_local_text_add   (MesoLocalText *self, const char *language, const char *text);
/* (transfer none): never NULL for a non-NULL self; "" for a NULL self. */
const char    *meso_local_text_get   (const MesoLocalText *self, const char *language);
/* (transfer container) (element-type utf8): the text in each language that it has, English first, then by the languages' codes */
GPtrArray     *meso_local_text_list  (const MesoLocalText *self);
/* Only while the text is being built: puts @number where {@name} stands, in the digits of each language. */
void           meso_local_text_fill  (MesoLocalText *self, const char *name, int number);
/* (transfer none) (nullable): the text as it was before numbers were put in; self itself without any */
const MesoLocalText *meso_local_text_get_template (const MesoLocalText *self);
/* Whether both have the same texts in the same languages; nothing is like nothing */
gboolean       meso_local_text_equal (const MesoLocalText *self, const MesoLocalText *other);
gboolean       meso_local_text_has   (const MesoLocalText *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLocalText, meso_local_text_unref)

G_END_DECLS
