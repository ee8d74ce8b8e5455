/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-slab.h"

G_BEGIN_DECLS

/* The size of the small part of a text, of the size of the rest. */
#define MESO_SMALL_PART 0.62

/**
 * MesoTypesetter:
 *
 * Sets text in Vazirmatn, along a start edge: left in English, right in Persian. All lengths are points;
 * a start position counts from the content's start edge toward its other edge.
 */
typedef struct _MesoTypesetter MesoTypesetter;

/**
 * MesoTextStyle:
 * @size: of the letters, @leading: from line to line; points
 * @weight: 100 to 900
 */
typedef struct
{
  double size;
  double leading;
  int weight;
  MesoInk ink;
} MesoTextStyle;

/**
 * MesoText:
 * @lead: (nullable): a part before @text that is set bold
 * @text: (nullable): the text itself, never markup
 * @strong: (nullable): a part of @text that is set bold
 * @small: (nullable): a part of @text that is set smaller, on the same line
 * @tag: (nullable): the tag in the PDF's structure
 * @fit: shrink to one line, to 75 % at most, before it wraps
 * @at_end: against the other edge
 */
typedef struct
{
  const char *lead;
  const char *text;
  const char *strong;
  const char *small;
  MesoTextStyle style;
  const char *tag;
  gboolean fit;
  gboolean at_end;
} MesoText;

MesoTypesetter *meso_typesetter_new          (const char *language, gboolean rtl, double page_width, double margin, GError **error);
void            meso_typesetter_free         (MesoTypesetter *self);
gboolean        meso_typesetter_get_rtl      (const MesoTypesetter *self);
/* Width of the content: the page without its margins. */
double          meso_typesetter_get_width    (const MesoTypesetter *self);
/* A style with the leading that running text of this script needs. */
MesoTextStyle   meso_typesetter_style        (const MesoTypesetter *self, double size, int weight, MesoInk ink);
/* Left edge on the page of a box that starts at `start`. */
double          meso_typesetter_get_x        (const MesoTypesetter *self, double start, double width);
/* From a line's top to its baseline. */
double          meso_typesetter_get_baseline (const MesoTypesetter *self, const MesoTextStyle *style);
double          meso_typesetter_get_natural_width (const MesoTypesetter *self, const MesoText *text);
/* Put text down; the height it took (0 for no text). With a NULL slab it is only measured. */
double          meso_typesetter_put          (const MesoTypesetter *self, MesoSlab *slab, const MesoText *text,
                                              double start, double top, double width);
/* `text` across the middle of a page, in `ink`. */
void            meso_typesetter_put_slanted  (const MesoTypesetter *self, MesoSlab *slab, const MesoText *text,
                                              double x, double y, double length, double angle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTypesetter, meso_typesetter_free)

G_END_DECLS
