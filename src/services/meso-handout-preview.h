/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-service.h"

G_BEGIN_DECLS

/* As cairo.h says it: services draw nothing themselves, they hand the context on. */
typedef struct _cairo cairo_t;

/**
 * MesoHandoutPreview:
 *
 * A sheet as it will be printed, not handed out yet: the very pages of the PDF. Immutable, reference counted; drawn by one
 * thread at a time.
 */
typedef struct _MesoHandoutPreview MesoHandoutPreview;

/* request with or without a patient; clinic (nullable) without one. The language and paper that were chosen, the patient's own when
 * the request leaves them open, are told by the getters. */
MesoHandoutPreview *meso_handout_preview_new        (MesoClinic *clinic, const MesoHandoutRequest *request, GError **error);
MesoHandoutPreview *meso_handout_preview_ref        (MesoHandoutPreview *self);
void                meso_handout_preview_unref      (MesoHandoutPreview *self);
int                 meso_handout_preview_get_n_pages (const MesoHandoutPreview *self);
/* in points */
double              meso_handout_preview_get_width  (const MesoHandoutPreview *self);
double              meso_handout_preview_get_height (const MesoHandoutPreview *self);
void                meso_handout_preview_draw_page  (const MesoHandoutPreview *self, int page, cairo_t *cr);
const char         *meso_handout_preview_get_language (const MesoHandoutPreview *self);
const char         *meso_handout_preview_get_paper  (const MesoHandoutPreview *self);
/* (transfer full): all of its text, a line each, for a screen reader */
char               *meso_handout_preview_dup_text   (const MesoHandoutPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutPreview, meso_handout_preview_unref)

G_END_DECLS
