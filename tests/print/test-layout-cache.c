/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <pango/pangocairo.h>

#include "meso-layout-cache.h"

static const char *const sentences[] = {
  "one", "one two three four five six", "A longwordthatdoesnotfitanywhere in a line", "Fever\nand pus", "trailing   ", "",
  "سرتان را نشویید و خیس نکنید", "تا \u206624 November 2026\u2069 صبر کنید", "a\u2013b 021-1234/5670, 14:00", NULL,
};

static PangoLayout *
new_layout (const MesoLayoutKey *key,
            int                  width)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Vazirmatn");

  pango_context_set_round_glyph_positions (context, FALSE);
  g_object_unref (context);
  pango_font_description_set_absolute_size (font, key->size * PANGO_SCALE);
  pango_font_description_set_weight (font, key->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, key->text != NULL ? key->text : "", -1);
  pango_layout_set_width (layout, width);

  return layout;
}

static void
assert_same_lines (PangoLayout *one,
                   PangoLayout *other)
{
  g_assert_cmpint (pango_layout_get_line_count (one), ==, pango_layout_get_line_count (other));
  for (int i = 0; i < pango_layout_get_line_count (one); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (one, i);
      PangoLayoutLine *twin = pango_layout_get_line_readonly (other, i);
      PangoRectangle extents, twin_extents;

      g_assert_cmpint (line->start_index, ==, twin->start_index);
      g_assert_cmpint (line->length, ==, twin->length);
      pango_layout_line_get_extents (line, NULL, &extents);
      pango_layout_line_get_extents (twin, NULL, &twin_extents);
      g_assert_cmpint (extents.x, ==, twin_extents.x);
      g_assert_cmpint (extents.width, ==, twin_extents.width);
    }
}

/* Whatever was asked for before, what is found has the lines of a text that was set for just this width. */
static void
test_same_as_fresh (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MesoLayoutCache) cache = meso_layout_cache_new ();
  guint found_count = 0;

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 2000; round++)
    {
      MesoLayoutKey key = { NULL, sentences[g_rand_int_range (random, 0, G_N_ELEMENTS (sentences))], NULL,
                            g_rand_boolean (random) ? 400 : 700, g_rand_int_range (random, 20, 25) / 2.0 };
      int width = g_rand_int_range (random, 0, 8) == 0 ? -1 : g_rand_int_range (random, 1, 41) * 8 * PANGO_SCALE;
      g_autoptr (PangoLayout) fresh = new_layout (&key, width);
      PangoLayout *found = meso_layout_cache_find (cache, &key, width);

      if (found != NULL)
        {
          assert_same_lines (found, fresh);
          found_count++;
        }
      else
        {
          meso_layout_cache_add (cache, &key, fresh);
          g_assert_true (meso_layout_cache_find (cache, &key, width) == fresh);
        }
    }
  g_assert_cmpuint (found_count, >, 500);
}

/* Up to its own width a text is the same at every width; below it each width is another text. */
static void
test_widths (void)
{
  MesoLayoutKey key = { NULL, "one two three four five six", NULL, 400, 12 };
  g_autoptr (MesoLayoutCache) cache = meso_layout_cache_new ();
  g_autoptr (PangoLayout) wide = new_layout (&key, 1000 * PANGO_SCALE);
  g_autoptr (PangoLayout) narrow = NULL;
  int needed;

  g_assert_null (meso_layout_cache_find (cache, &key, -1));
  meso_layout_cache_add (cache, &key, wide);
  pango_layout_get_size (wide, &needed, NULL);
  g_assert_true (meso_layout_cache_find (cache, &key, -1) == wide);
  g_assert_true (meso_layout_cache_find (cache, &key, 2000 * PANGO_SCALE) == wide);
  g_assert_true (meso_layout_cache_find (cache, &key, needed) == wide);
  g_assert_null (meso_layout_cache_find (cache, &key, needed - 1));

  narrow = new_layout (&key, needed / 2);
  meso_layout_cache_add (cache, &key, narrow);
  g_assert_true (meso_layout_cache_find (cache, &key, needed / 2) == narrow);
  g_assert_null (meso_layout_cache_find (cache, &key, needed / 2 + 1));
  g_assert_true (meso_layout_cache_find (cache, &key, -1) == wide);
}

/* A letter is never broken: it is wider than its line, and not taken for one that fits. */
static void
test_narrower_than_a_letter (void)
{
  MesoLayoutKey key = { NULL, "W", NULL, 400, 12 };
  g_autoptr (MesoLayoutCache) cache = meso_layout_cache_new ();
  g_autoptr (PangoLayout) layout = new_layout (&key, 1);

  meso_layout_cache_add (cache, &key, layout);
  g_assert_true (meso_layout_cache_find (cache, &key, 1) == layout);
  g_assert_null (meso_layout_cache_find (cache, &key, -1));
}

static void
test_keys (void)
{
  const MesoLayoutKey key = { "Lead", "Lead and text", "text", 400, 12 };
  const MesoLayoutKey others[] = {
    { NULL, "Lead and text", "text", 400, 12 }, { "Lead", "Lead and texts", "text", 400, 12 }, { "Lead", NULL, "text", 400, 12 },
    { "Lead", "Lead and text", NULL, 400, 12 }, { "Lead", "Lead and text", "text", 700, 12 }, { "Lead", "Lead and text", "text", 400, 12.01 },
    { "Lead", "Lead and text", "text", 400, 12, "and" },
  };
  g_autofree char *copy = g_strdup (key.text);
  const MesoLayoutKey same = { "Lead", copy, "text", 400, 12 };
  g_autoptr (MesoLayoutCache) cache = meso_layout_cache_new ();
  g_autoptr (PangoLayout) layout = new_layout (&key, -1);

  meso_layout_cache_add (cache, &same, layout);
  copy[0] = '?';      /* the cache has words of its own */
  g_assert_true (meso_layout_cache_find (cache, &key, -1) == layout);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (meso_layout_cache_find (cache, &others[i], -1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout-cache/same-as-fresh", test_same_as_fresh);
  g_test_add_func ("/layout-cache/widths", test_widths);
  g_test_add_func ("/layout-cache/narrower-than-a-letter", test_narrower_than_a_letter);
  g_test_add_func ("/layout-cache/keys", test_keys);

  return g_test_run ();
}
