/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-syringe-drawing.h"

#include <string.h>

#include "meso-formula-wording.h"

#define SCALE_GAP 5
#define MINOR_LENGTH 4
#define MAJOR_LENGTH 8
#define LABEL_GAP 4
#define MIN_MINOR_DISTANCE 4
#define PLUNGER_WIDTH 14

/* Where the barrel lies, from the needle's side */
static void
get_barrel (const MesoSyringeDrawing *self,
            float           *start_out,
            float           *length_out)
{
  float width = (float) gtk_widget_get_width (self->widget);
  float needle = width * 0.14f;

  *start_out = needle;
  *length_out = MAX (width - needle - width * 0.12f, 1);
}

/* From the needle's side to the side of the screen */
float
meso_syringe_drawing_mirror (const MesoSyringeDrawing *self,
                             float            x,
                             float            length)
{
  if (gtk_widget_get_direction (self->widget) != GTK_TEXT_DIR_RTL)
    return x;
  return (float) gtk_widget_get_width (self->widget) - x - length;
}

static float
get_scale (const MesoSyringeDrawing *self)
{
  float start, length;

  get_barrel (self, &start, &length);
  return (length - PLUNGER_WIDTH) / (float) MAX (self->capacity_ul, 1);
}

float
meso_syringe_drawing_get_place (const MesoSyringeDrawing *self,
                                gint64                    volume_ul)
{
  float start, length;

  get_barrel (self, &start, &length);
  return start + (float) volume_ul * get_scale (self);
}

/* (transfer full) */
static PangoLayout *
create_label (const MesoSyringeDrawing *self,
              gint64           volume_ul,
              gboolean         with_unit)
{
  g_autofree char *volume = meso_formula_wording_volume (self->context, volume_ul);
  PangoLayout *layout;

  if (!with_unit)
    *strstr (volume, "\u00a0") = '\0';
  layout = gtk_widget_create_pango_layout (self->widget, volume);
  return layout;
}

int
meso_syringe_drawing_get_height (const MesoSyringeDrawing *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return MESO_SYRINGE_BARREL_TOP * 2 + MESO_SYRINGE_BARREL_HEIGHT + SCALE_GAP + MAJOR_LENGTH + height;
}

static void
fill (const MesoSyringeDrawing *self,
      GtkSnapshot     *snapshot,
      const GdkRGBA   *colour,
      float            alpha,
      float            x,
      float            y,
      float            width,
      float            height)
{
  GdkRGBA tinted = *colour;

  tinted.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &tinted,
                             &GRAPHENE_RECT_INIT (meso_syringe_drawing_mirror (self, x, width), y, width, height));
}

/* Needle and hub before the barrel, the plunger and its rod behind. */
static void
draw_hardware (const MesoSyringeDrawing *self,
               GtkSnapshot     *snapshot,
               const GdkRGBA   *colour)
{
  float width = (float) gtk_widget_get_width (self->widget);
  float middle = MESO_SYRINGE_BARREL_TOP + MESO_SYRINGE_BARREL_HEIGHT / 2.0f;
  float start, length, filled, end;

  get_barrel (self, &start, &length);
  filled = start + (float) self->total_ul * get_scale (self);
  end = start + length;
  fill (self, snapshot, colour, 0.75f, 0, middle - 1, start - 30, 2);
  fill (self, snapshot, colour, 0.35f, start - 30, middle - 9, 14, 18);
  fill (self, snapshot, colour, 0.35f, start - 16, middle - 6, 16, 12);
  fill (self, snapshot, colour, 0.6f, filled, MESO_SYRINGE_BARREL_TOP + 2, PLUNGER_WIDTH, MESO_SYRINGE_BARREL_HEIGHT - 4);
  fill (self, snapshot, colour, 0.18f, filled + PLUNGER_WIDTH, middle - 8, width - filled - PLUNGER_WIDTH - 8, 16);
  fill (self, snapshot, colour, 0.3f, end, MESO_SYRINGE_BARREL_TOP - 6, 6, MESO_SYRINGE_BARREL_HEIGHT + 12);
  fill (self, snapshot, colour, 0.3f, width - 8, MESO_SYRINGE_BARREL_TOP, 8, MESO_SYRINGE_BARREL_HEIGHT);
}

static void
draw_barrel (const MesoSyringeDrawing *self,
             GtkSnapshot     *snapshot,
             const GdkRGBA   *colour)
{
  float start, length;
  GskRoundedRect outline;
  float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA line = *colour;
  GdkRGBA lines[4];

  get_barrel (self, &start, &length);
  line.alpha *= 0.6f;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i] = line;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (meso_syringe_drawing_mirror (self, start, length), MESO_SYRINGE_BARREL_TOP, length, MESO_SYRINGE_BARREL_HEIGHT), 6);
  gtk_snapshot_append_border (snapshot, &outline, widths, lines);
}

/* Microlitres between two numbers, so that they don't run into one another, however large the text is */
static gint64
get_major_step (const MesoSyringeDrawing *self,
                float            scale)
{
  static const gint64 steps[] = { 200, 500, 1000, 2000, 5000, 10000, 20000 };
  g_autoptr(PangoLayout) widest = create_label (self, self->capacity_ul, TRUE);
  guint i = 0;
  int width;

  pango_layout_get_pixel_size (widest, &width, NULL);
  while (i < G_N_ELEMENTS (steps) - 1 && (float) steps[i] * scale < (float) width + LABEL_GAP)
    i++;
  return steps[i];
}

static void
draw_scale (const MesoSyringeDrawing *self,
            GtkSnapshot     *snapshot,
            const GdkRGBA   *colour)
{
  float start, length;
  float scale = get_scale (self);
  gint64 major = get_major_step (self, scale);
  gint64 minor = (float) major / 10 * scale >= MIN_MINOR_DISTANCE ? major / 10 : major / 2;
  float top = MESO_SYRINGE_BARREL_TOP + MESO_SYRINGE_BARREL_HEIGHT + SCALE_GAP;

  get_barrel (self, &start, &length);
  for (gint64 at = 0; at <= self->capacity_ul; at += minor)
    {
      gboolean is_major = at % major == 0;
      float x = start + (float) at * scale;

      fill (self, snapshot, colour, is_major ? 0.9f : 0.45f, x, top, 1, is_major ? MAJOR_LENGTH : MINOR_LENGTH);
      if (is_major)
        {
          g_autoptr(PangoLayout) layout = create_label (self, at, at + major > self->capacity_ul);
          int width;

          pango_layout_get_pixel_size (layout, &width, NULL);
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (meso_syringe_drawing_mirror (self, x - (float) width / 2, (float) width),
                                                                  top + MAJOR_LENGTH));
          gtk_snapshot_append_layout (snapshot, layout, colour);
          gtk_snapshot_restore (snapshot);
        }
    }
}

void
meso_syringe_drawing_draw_behind (const MesoSyringeDrawing *self,
                                  GtkSnapshot              *snapshot)
{
  GdkRGBA colour;

  gtk_widget_get_color (self->widget, &colour);
  draw_hardware (self, snapshot, &colour);
}

void
meso_syringe_drawing_draw_before (const MesoSyringeDrawing *self,
                                  GtkSnapshot              *snapshot)
{
  GdkRGBA colour;

  gtk_widget_get_color (self->widget, &colour);
  draw_barrel (self, snapshot, &colour);
  draw_scale (self, snapshot, &colour);
}
