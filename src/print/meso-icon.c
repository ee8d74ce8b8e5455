/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-icon.h"

#include <math.h>

#define GRID 24.0
#define LINE 1.3               /* units of the grid, in a picture that stands alone */
#define RING_LINE 1.5          /* points */
#define PICTURE_IN_RING 0.58   /* the grid's side as a part of the ring's diameter */
#define HALO 2.0               /* points of white around a picture that is struck through */

/* Pictures on a grid of 24 units: M and L with a point, C with three, O with centre and radius, Z. */
static const struct
{
  const char *name;
  const char *path;
} icons[] = {
  { "shower", "M 3.5 12 L 20.5 12 M 5.5 12 C 5.5 7.5 8.5 5 12 5 C 15.5 5 18.5 7.5 18.5 12 M 12 5 L 12 2.2 "
              "M 7.5 15 L 7.5 16.4 M 12 15 L 12 16.4 M 16.5 15 L 16.5 16.4 M 9.8 18 L 9.8 19.4 M 14.2 18 L 14.2 19.4 "
              "M 7.5 21 L 7.5 22.2 M 12 21 L 12 22.2 M 16.5 21 L 16.5 22.2" },
  { "dumbbell", "M 8.6 12 L 15.4 12 M 5.2 6.6 L 8.6 6.6 L 8.6 17.4 L 5.2 17.4 Z M 15.4 6.6 L 18.8 6.6 L 18.8 17.4 L 15.4 17.4 Z "
                "M 2 9.4 L 2 14.6 M 2 12 L 5.2 12 M 22 9.4 L 22 14.6 M 18.8 12 L 22 12" },
  { "hand", "M 7.2 13.6 L 7.2 5.9 C 7.2 3.7 10.2 3.7 10.2 5.9 L 10.2 11 M 10.2 10.6 L 10.2 3.9 C 10.2 1.7 13.2 1.7 13.2 3.9 L 13.2 10.8 "
            "M 13.2 10.6 L 13.2 4.9 C 13.2 2.7 16.2 2.7 16.2 4.9 L 16.2 11.4 M 16.2 11 L 16.2 7.6 C 16.2 5.5 19.2 5.5 19.2 7.6 "
            "L 19.2 14.6 C 19.2 19 16.9 22 13.2 22 C 9.8 22 8.3 20.4 6.8 18 L 3.9 13.6 C 2.9 11.8 5 10.6 6.2 12 L 7.2 13.6" },
  { "glass", "M 6.4 2.4 L 17.6 2.4 L 17 8.2 C 16.6 11.8 14.6 13.8 12 13.8 C 9.4 13.8 7.4 11.8 7 8.2 Z M 6.9 7.4 L 17.1 7.4 "
             "M 12 13.8 L 12 21.6 M 7.8 21.6 L 16.2 21.6" },
  { "pool", "M 8 15.4 L 8 5 C 8 1.8 12 1.8 12 4.6 M 16 15.4 L 16 5 C 16 1.8 20 1.8 20 4.6 M 8 7.8 L 16 7.8 M 8 11.6 L 16 11.6 "
            "M 2.4 17.8 C 4.2 16 6 16 7.8 17.8 C 9.6 19.6 11.4 19.6 13.2 17.8 C 15 16 16.8 16 18.6 17.8 C 19.6 18.8 20.6 19.2 21.6 19.1 "
            "M 2.4 21.6 C 4.2 19.8 6 19.8 7.8 21.6 C 9.6 23.4 11.4 23.4 13.2 21.6 C 15 19.8 16.8 19.8 18.6 21.6 C 19.6 22.6 20.6 23 21.6 22.9" },
  { "sun", "O 12 12 4.4 M 12 2 L 12 4.6 M 12 19.4 L 12 22 M 2 12 L 4.6 12 M 19.4 12 L 22 12 M 4.9 4.9 L 6.8 6.8 M 17.2 17.2 L 19.1 19.1 "
           "M 4.9 19.1 L 6.8 17.2 M 17.2 6.8 L 19.1 4.9" },
  { "snowflake", "M 12 2 L 12 22 M 3.34 7 L 20.66 17 M 3.34 17 L 20.66 7 M 9.2 3.4 L 12 6.2 L 14.8 3.4 M 9.2 20.6 L 12 17.8 L 14.8 20.6 "
                 "M 3.15 10.13 L 6.97 9.1 L 5.95 5.28 M 18.05 18.72 L 17.03 14.9 L 20.85 13.87 "
                 "M 5.95 18.72 L 6.97 14.9 L 3.15 13.87 M 20.85 10.13 L 17.03 9.1 L 18.05 5.28" },
  { "pill", "M 4.2 19.8 C 1.9 17.5 1.9 14.1 4.2 11.8 L 11.8 4.2 C 14.1 1.9 17.5 1.9 19.8 4.2 C 22.1 6.5 22.1 9.9 19.8 12.2 L 12.2 19.8 "
            "C 9.9 22.1 6.5 22.1 4.2 19.8 Z M 8 8 L 16 16" },
  { "tube", "M 6.6 2.4 L 17.4 2.4 M 8.2 2.4 L 8.2 18 C 8.2 23 15.8 23 15.8 18 L 15.8 2.4 M 8.2 10.4 L 15.8 10.4 "
            "M 11 14 L 11 14.2 M 13.2 17.2 L 13.2 17.4" },
  { "spray", "M 6 11.6 C 6 9.6 7 8.8 8.4 8.8 L 13.6 8.8 C 15 8.8 16 9.6 16 11.6 L 16 22 L 6 22 Z M 8.6 8.8 L 8.6 5.4 L 13.4 5.4 L 13.4 8.8 "
             "M 9.6 5.4 L 9.6 2.8 L 13.4 2.8 L 13.4 5.4 M 16.6 4 L 16.6 4.2 M 19.4 2.6 L 19.4 2.8 M 19.4 5.4 L 19.4 5.6 "
             "M 21.8 4 L 21.8 4.2 M 21.8 7 L 21.8 7.2 M 18.4 8 L 18.4 8.2" },
  { "meal", "M 5 2.4 L 5 7.4 C 5 11.6 11 11.6 11 7.4 L 11 2.4 M 8 2.4 L 8 21.6 M 17.6 21.6 L 17.6 2.4 C 14.6 3.6 13.8 8 13.8 12.8 L 17.6 13.6" },
  { "list", "M 8.4 4.2 L 6.6 4.2 C 5.2 4.2 4.4 5 4.4 6.4 L 4.4 19.6 C 4.4 21 5.2 21.8 6.6 21.8 L 17.4 21.8 C 18.8 21.8 19.6 21 19.6 19.6 "
            "L 19.6 6.4 C 19.6 5 18.8 4.2 17.4 4.2 L 15.6 4.2 M 8.4 2.4 L 15.6 2.4 L 15.6 6 L 8.4 6 Z M 8.2 10.4 L 15.8 10.4 "
            "M 8.2 14 L 13.6 14 M 8.2 17.6 L 15.8 17.6" },
  { "brush", "M 21.8 2.2 L 13.4 10.6 M 11.2 8.4 L 15.6 12.8 M 9.8 9.8 L 14.2 14.2 L 11.6 18.6 C 9.4 21.4 5.6 21.8 2.2 21.8 "
             "C 2.2 18.4 2.6 14.6 5.4 12.4 L 9.8 9.8 M 11.2 8.4 L 9.8 9.8 M 15.6 12.8 L 14.2 14.2" },
  { "drop", "M 12 2.2 C 15 6.4 18.6 10.4 18.6 14.8 C 18.6 18.8 15.8 21.8 12 21.8 C 8.2 21.8 5.4 18.8 5.4 14.8 C 5.4 10.4 9 6.4 12 2.2 Z "
            "M 9 15.4 C 9 17 10 18.2 11.6 18.4" },
  { "heart", "M 12 21 C 6 16.6 2.4 13.2 2.4 8.8 C 2.4 3.2 9.4 1.6 12 6.8 C 14.6 1.6 21.6 3.2 21.6 8.8 C 21.6 13.2 18 16.6 12 21 Z "
             "M 2.8 11.4 L 8.4 11.4 L 10.4 8.4 L 13 14.4 L 14.6 11.4 L 21.2 11.4" },
  { "mother", "O 10.4 4.4 2.4 M 9 22 L 9 17 L 7 17 L 7 12.4 C 7 9.8 8.4 8.6 10.4 8.6 C 12.6 8.6 13.4 10 13.6 11.4 "
              "C 16.6 11.6 17.8 13.2 17.8 14.8 C 17.8 16.4 16.4 17.4 14 17.4 L 14 22" },
  { "calendar", "M 5.4 4.6 L 18.6 4.6 C 20.4 4.6 21.4 5.6 21.4 7.4 L 21.4 18.6 C 21.4 20.4 20.4 21.4 18.6 21.4 L 5.4 21.4 "
                "C 3.6 21.4 2.6 20.4 2.6 18.6 L 2.6 7.4 C 2.6 5.6 3.6 4.6 5.4 4.6 Z M 2.6 9.6 L 21.4 9.6 M 7.8 2.2 L 7.8 6.6 M 16.2 2.2 L 16.2 6.6" },
  { "phone", "M 5 2.8 L 8.6 2.8 L 10.6 7.8 L 8.1 9.6 C 9.3 12.4 11.6 14.7 14.4 15.9 L 16.2 13.4 L 21.2 15.4 L 21.2 19 "
             "C 21.2 20.3 20.2 21.2 19 21.2 C 10.2 20.6 3.4 13.8 2.8 5 C 2.8 3.8 3.7 2.8 5 2.8 Z" },
  { "warning", "M 12 3 L 22 20.8 L 2 20.8 Z M 12 9 L 12 14.4 M 12 17.4 L 12 17.6" },
  { "leaf", "M 12 1.6 C 13.8 3.6 15.2 5.4 16 7.6 C 17.4 6.6 19 6 21 6 C 21.4 9.4 21.4 12 20 14.6 C 18.4 17.6 15.4 19 12 19 "
            "C 8.6 19 5.6 17.6 4 14.6 C 2.6 12 2.6 9.4 3 6 C 5 6 6.6 6.6 8 7.6 C 8.8 5.4 10.2 3.6 12 1.6 Z M 12 8.4 L 12 23 "
            "M 12 12.4 L 15.8 10 M 12 12.4 L 8.2 10 M 12 16.2 L 17.2 12.8 M 12 16.2 L 6.8 12.8" },
};

static const char *
find_path (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (icons[i].name, name))
        return icons[i].path;
    }

  return NULL;
}

/**
 * meso_icon_exists:
 * @name: a picture's name
 *
 * Returns: whether there is such a picture
 */
gboolean
meso_icon_exists (const char *name)
{
  return find_path (name) != NULL;
}

/* Puts a picture's path down, in units of the grid. */
static void
trace (const char *path,
       cairo_t    *cr)
{
  char command = 'M';

  while (*path != '\0')
    {
      double n[6] = { 0 };
      int count = 0;

      if (g_ascii_isspace (*path))
        {
          path++;
          continue;
        }

      command = *path++;
      for (char *end = NULL; count < 6; path = end)
        {
          n[count] = g_ascii_strtod (path, &end);
          if (end == path)
            break;
          count++;
        }

      if (command == 'M')
        cairo_move_to (cr, n[0], n[1]);
      else if (command == 'L')
        cairo_line_to (cr, n[0], n[1]);
      else if (command == 'C')
        cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
      else if (command == 'O')
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, n[0], n[1], n[2], 0, 2 * G_PI);
        }
      else
        cairo_close_path (cr);
    }
}

/* The picture, its grid of `side` points at x, y; `line` in points. The halo is filled too, so that no
 * stroke shows through. */
static void
stroke_picture (const char *path,
                double      x,
                double      y,
                double      side,
                double      line,
                MesoInk     ink,
                gboolean    filled,
                cairo_t    *cr)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, side / GRID, side / GRID);
  cairo_new_path (cr);
  trace (path, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, line * GRID / side);
  meso_ink_set (ink, cr);
  if (filled)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
stroke_ring (MesoIconStyle style,
             double        x,
             double        y,
             double        size,
             cairo_t      *cr)
{
  double centre = size / 2;
  double radius = centre - RING_LINE / 2;
  double reach = radius * M_SQRT1_2;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_arc (cr, centre, centre, radius, 0, 2 * G_PI);
  if (style == MESO_ICON_AVOID)
    {
      cairo_move_to (cr, centre - reach, centre - reach);
      cairo_line_to (cr, centre + reach, centre + reach);
    }
  cairo_set_line_width (cr, RING_LINE);
  meso_ink_set (MESO_INK_ACCENT, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * meso_icon_draw:
 * @name: a picture's name; one that doesn't exist leaves the ring empty
 * @style: how it stands
 * @ink: colour of the picture
 * @x: left edge, in points
 * @y: top edge, in points
 * @size: side of the square it takes, in points
 * @cr: where to
 *
 * Draws a picture. The stroke of “do not” runs the same way in every language, behind the picture,
 * which keeps a white halo so that it stays readable on a copy.
 */
void
meso_icon_draw (const char    *name,
                MesoIconStyle  style,
                MesoInk        ink,
                double         x,
                double         y,
                double         size,
                cairo_t       *cr)
{
  const char *path = find_path (name);
  double side = style == MESO_ICON_PLAIN ? size : size * PICTURE_IN_RING;
  double inset = (size - side) / 2;
  double line = MAX (LINE * side / GRID, 1.2);

  if (style != MESO_ICON_PLAIN)
    stroke_ring (style, x, y, size, cr);
  if (path == NULL)
    return;

  if (style == MESO_ICON_AVOID)
    stroke_picture (path, x + inset, y + inset, side, line + 2 * HALO, MESO_INK_WHITE, TRUE, cr);
  stroke_picture (path, x + inset, y + inset, side, line, ink, FALSE, cr);
}
