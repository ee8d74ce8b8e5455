/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-slab.h"

#define SIDE 60

/* (transfer full): the slab on white */
static cairo_surface_t *
draw (const MesoSlab *slab)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  meso_slab_draw (slab, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_dark (cairo_surface_t *surface,
         int              x,
         int              y)
{
  return (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface))[4 * x + 1] < 128;
}

static void
test_box_and_rule (void)
{
  g_autoptr (MesoSlab) slab = meso_slab_new ();
  cairo_surface_t *surface;

  meso_slab_add_box (slab, 10, 10, 20, 10, 0, 0, MESO_INK_NONE, MESO_INK_TEXT);
  meso_slab_add_rule (slab, 5, 50, 40, 2, MESO_INK_TEXT);
  surface = draw (slab);

  g_assert_true (is_dark (surface, 20, 15));
  g_assert_false (is_dark (surface, 20, 25));
  g_assert_true (is_dark (surface, 30, 40));
  g_assert_false (is_dark (surface, 2, 40));
  cairo_surface_destroy (surface);
}

/* Framed: the line only. */
static void
test_frame (void)
{
  g_autoptr (MesoSlab) slab = meso_slab_new ();
  cairo_surface_t *surface;

  meso_slab_add_box (slab, 10, 10, 40, 40, 4, 2, MESO_INK_TEXT, MESO_INK_NONE);
  surface = draw (slab);

  g_assert_true (is_dark (surface, 30, 10));
  g_assert_false (is_dark (surface, 30, 30));
  g_assert_false (is_dark (surface, 9, 9));
  cairo_surface_destroy (surface);
}

/* Moved as a whole: what is drawn, and the bookmarks. */
static void
test_take (void)
{
  g_autoptr (MesoSlab) page = meso_slab_new ();
  MesoSlab *piece = meso_slab_new ();
  const GPtrArray *bookmarks;
  cairo_surface_t *surface;

  meso_slab_add_box (piece, 10, 0, 20, 10, 0, 0, MESO_INK_NONE, MESO_INK_TEXT);
  meso_slab_add_bookmark (piece, "Call at once", 3);
  meso_slab_take (page, piece, 30);
  surface = draw (page);
  bookmarks = meso_slab_get_bookmarks (page);

  g_assert_false (is_dark (surface, 20, 5));
  g_assert_true (is_dark (surface, 20, 35));
  g_assert_cmpuint (bookmarks->len, ==, 1);
  g_assert_cmpstr (((MesoBookmark *) g_ptr_array_index (bookmarks, 0))->title, ==, "Call at once");
  g_assert_cmpfloat (((MesoBookmark *) g_ptr_array_index (bookmarks, 0))->y, ==, 33);
  cairo_surface_destroy (surface);
}

/* A page can be replayed as often as one likes, and is the same each time. */
static void
test_replay (void)
{
  g_autoptr (MesoSlab) slab = meso_slab_new ();
  cairo_surface_t *first, *second;

  meso_slab_begin_tag (slab, "P");
  meso_slab_add_icon (slab, "sun", MESO_ICON_AVOID, MESO_INK_TEXT, 10, 10, 40);
  meso_slab_add_dotted (slab, 0, 60, 55);
  meso_slab_end_tag (slab, "P");
  first = draw (slab);
  second = draw (slab);

  g_assert_cmpmem (cairo_image_surface_get_data (first), cairo_image_surface_get_stride (first) * SIDE,
                   cairo_image_surface_get_data (second), cairo_image_surface_get_stride (second) * SIDE);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slab/box-and-rule", test_box_and_rule);
  g_test_add_func ("/slab/frame", test_frame);
  g_test_add_func ("/slab/take", test_take);
  g_test_add_func ("/slab/replay", test_replay);

  return g_test_run ();
}
