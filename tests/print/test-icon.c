/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "handout-fixture.h"
#include "meso-icon.h"

#define SIDE 120
#define PAD 10

/* (transfer full): the icon on white, in a square of SIDE within a margin of PAD; the darkest channel of each dot */
static guint8 *
draw (const char    *name,
      MesoIconStyle  style)
{
  int size = SIDE + 2 * PAD;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  guint8 *dots = g_malloc ((gsize) size * size);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  meso_icon_draw (name, style, MESO_INK_TEXT, PAD, PAD, SIDE, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      dots[y * size + x] = (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface))[4 * x + 2];
  cairo_surface_destroy (surface);

  return dots;
}

static guint
count_ink (const guint8 *dots,
           gboolean      inside)
{
  int size = SIDE + 2 * PAD;
  guint ink = 0;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      {
        gboolean is_inside = x >= PAD - 1 && x <= PAD + SIDE && y >= PAD - 1 && y <= PAD + SIDE;

        ink += is_inside == inside && dots[y * size + x] < 200;
      }

  return ink;
}

/* Every picture that the content names can be drawn, and stays within its square. */
static void
test_content (void)
{
  const GPtrArray *handouts = meso_protocol_get_handouts (handout_fixture_protocol ());
  guint drawn = 0;

  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, i);

      for (guint j = 0; j < handout->items->len; j++)
        {
          const MesoHandoutItem *item = g_ptr_array_index (handout->items, j);
          g_autofree guint8 *plain = NULL;
          g_autofree guint8 *ring = NULL;

          if (item->icon == NULL)
            continue;

          if (!meso_icon_exists (item->icon))
            g_error ("%s: there is no picture “%s”", item->id, item->icon);
          plain = draw (item->icon, MESO_ICON_PLAIN);
          ring = draw (item->icon, item->avoid ? MESO_ICON_AVOID : MESO_ICON_RING);
          g_assert_cmpuint (count_ink (plain, TRUE), >, 100);
          g_assert_cmpuint (count_ink (plain, FALSE), ==, 0);
          g_assert_cmpuint (count_ink (ring, FALSE), ==, 0);
          drawn++;
        }
    }

  g_assert_cmpuint (drawn, >, 15);
}

/* The sheets' own pictures. */
static void
test_own (void)
{
  static const char *const names[] = { "calendar", "phone", "warning", "leaf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (meso_icon_exists (names[i]));
  g_assert_false (meso_icon_exists ("skull"));
}

/* Top left to bottom right, near the ring, where no picture reaches; the other diagonal stays free. */
static void
test_slash (void)
{
  g_autofree guint8 *avoid = draw ("drop", MESO_ICON_AVOID);
  g_autofree guint8 *ring = draw ("drop", MESO_ICON_RING);
  int size = SIDE + 2 * PAD;
  int near = PAD + SIDE * 22 / 100;
  int far = PAD + SIDE * 78 / 100;

  g_assert_cmpint (avoid[near * size + near], <, 128);
  g_assert_cmpint (avoid[far * size + far], <, 128);
  g_assert_cmpint (avoid[near * size + far], >, 240);
  g_assert_cmpint (ring[near * size + near], >, 240);
}

/* The slash stands behind the picture: in the middle there is nothing of it. */
static void
test_halo (void)
{
  g_autofree guint8 *avoid = draw ("sun", MESO_ICON_AVOID);
  int middle = PAD + SIDE / 2;

  g_assert_cmpint (avoid[middle * (SIDE + 2 * PAD) + middle], >, 240);
}

static void
test_unknown (void)
{
  g_autofree guint8 *unknown = draw ("skull", MESO_ICON_RING);
  g_autofree guint8 *nothing = draw ("skull", MESO_ICON_PLAIN);

  g_assert_cmpuint (count_ink (unknown, TRUE), >, 100);
  g_assert_cmpuint (count_ink (nothing, TRUE), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/icon/content", test_content);
  g_test_add_func ("/icon/own", test_own);
  g_test_add_func ("/icon/slash", test_slash);
  g_test_add_func ("/icon/halo", test_halo);
  g_test_add_func ("/icon/unknown", test_unknown);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
