/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <pango/pangocairo.h>
#include "meso-icon.h"
#include "meso-ink.h"

G_BEGIN_DECLS

/**
 * MesoSlab:
 *
 * What is drawn, kept as a list: a piece of a page, or a whole page. It can be replayed onto any
 * surface, as often as one likes. All lengths in points, y downwards.
 */
typedef struct _MesoSlab MesoSlab;

/**
 * MesoBookmark:
 * @y: distance from the slab's top
 */
typedef struct
{
  char *title;
  double y;
} MesoBookmark;

MesoSlab *meso_slab_new          (void);
void      meso_slab_free         (MesoSlab *self);
void      meso_slab_add_line     (MesoSlab *self, PangoLayout *layout, int line, double x, double baseline, MesoInk ink);
void      meso_slab_add_rule     (MesoSlab *self, double x1, double x2, double y, double width, MesoInk ink);
void      meso_slab_add_dotted   (MesoSlab *self, double x1, double x2, double y);
void      meso_slab_add_box      (MesoSlab *self, double x, double y, double width, double height,
                                  double radius, double line, MesoInk stroke, MesoInk fill);
void      meso_slab_add_icon     (MesoSlab *self, const char *name, MesoIconStyle style, MesoInk ink,
                                  double x, double y, double size);
void      meso_slab_add_slanted  (MesoSlab *self, PangoLayout *layout, double x, double y, double angle, MesoInk ink);
/* Tags of the PDF's structure; a block tag never stands in a LINK. They nest and must be closed. */
void      meso_slab_begin_tag    (MesoSlab *self, const char *tag);
void      meso_slab_end_tag      (MesoSlab *self, const char *tag);
void      meso_slab_add_bookmark (MesoSlab *self, const char *title, double y);
/* Moves what `other` holds to the end of `self`, `y` lower; frees `other`. */
void      meso_slab_take         (MesoSlab *self, MesoSlab *other, double y);
/* The same, and `x` further to the right. */
void      meso_slab_take_at      (MesoSlab *self, MesoSlab *other, double x, double y);
void      meso_slab_draw         (const MesoSlab *self, cairo_t *cr);
/* (transfer none) (element-type MesoBookmark) */
const GPtrArray *meso_slab_get_bookmarks (const MesoSlab *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSlab, meso_slab_free)

G_END_DECLS
