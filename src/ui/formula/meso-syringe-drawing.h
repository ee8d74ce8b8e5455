/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

#define MESO_SYRINGE_BARREL_TOP 6
#define MESO_SYRINGE_BARREL_HEIGHT 46

/**
 * MesoSyringeDrawing:
 * @widget: what it fills; its colour, font and direction are used
 * @capacity_ul: how much the barrel holds, @total_ul: how much is in it
 *
 * The syringe itself: needle, barrel, plunger and the scale in mL. What lies in the barrel is drawn by others.
 */
typedef struct
{
  GtkWidget *widget;
  MesoContext *context;
  gint64 capacity_ul;
  gint64 total_ul;
} MesoSyringeDrawing;

int   meso_syringe_drawing_get_height  (const MesoSyringeDrawing *self);
/* Where a volume ends in the barrel, from the needle's side */
float meso_syringe_drawing_get_place   (const MesoSyringeDrawing *self, gint64 volume_ul);
/* From the needle's side to the side of the screen */
float meso_syringe_drawing_mirror      (const MesoSyringeDrawing *self, float x, float length);
/* What the content lies upon, and what lies upon the content */
void  meso_syringe_drawing_draw_behind (const MesoSyringeDrawing *self, GtkSnapshot *snapshot);
void  meso_syringe_drawing_draw_before (const MesoSyringeDrawing *self, GtkSnapshot *snapshot);

G_END_DECLS
