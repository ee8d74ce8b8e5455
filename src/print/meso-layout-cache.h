/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * MesoLayoutCache:
 *
 * Texts that were set already. A sheet is laid out several times until its pages come out well, and the shaping
 * of its letters is most of that work.
 */
typedef struct _MesoLayoutCache MesoLayoutCache;

/**
 * MesoLayoutKey:
 * @lead, @text, @strong: (nullable): the parts of a text, as in #MesoText
 * @weight: 100 to 900
 * @size: points
 * @small: (nullable): one more part
 *
 * All that the look of a text depends on, but the width.
 */
typedef struct
{
  const char *lead;
  const char *text;
  const char *strong;
  int weight;
  double size;
  const char *small;
} MesoLayoutKey;

MesoLayoutCache *meso_layout_cache_new  (void);
void             meso_layout_cache_free (MesoLayoutCache *self);
PangoLayout     *meso_layout_cache_find (MesoLayoutCache *self, const MesoLayoutKey *key, int width);
void             meso_layout_cache_add  (MesoLayoutCache *self, const MesoLayoutKey *key, PangoLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLayoutCache, meso_layout_cache_free)

G_END_DECLS
