/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "meso-text-layout.h"
#include "meso-typesetter.h"

#define PAGE 400.0
#define MARGIN 50.0

static MesoTypesetter *
new_typesetter (gboolean rtl)
{
  g_autoptr (GError) error = NULL;
  MesoTypesetter *type = meso_typesetter_new (rtl ? "fa" : "en", rtl, PAGE, MARGIN, &error);

  g_assert_no_error (error);

  return type;
}

static MesoText
make_text (const MesoTypesetter *type,
           const char           *text)
{
  return (MesoText) { .text = text, .style = meso_typesetter_style (type, 12, 400, MESO_INK_TEXT) };
}

static void
test_start_edge (void)
{
  g_autoptr (MesoTypesetter) english = new_typesetter (FALSE);
  g_autoptr (MesoTypesetter) persian = new_typesetter (TRUE);

  g_assert_cmpfloat (meso_typesetter_get_width (english), ==, PAGE - 2 * MARGIN);
  g_assert_cmpfloat (meso_typesetter_get_x (english, 20, 100), ==, MARGIN + 20);
  g_assert_cmpfloat (meso_typesetter_get_x (persian, 20, 100), ==, PAGE - MARGIN - 20 - 100);
  g_assert_false (meso_typesetter_get_rtl (english));
  g_assert_true (meso_typesetter_get_rtl (persian));
}

static void
test_leading (void)
{
  g_autoptr (MesoTypesetter) english = new_typesetter (FALSE);
  g_autoptr (MesoTypesetter) persian = new_typesetter (TRUE);
  MesoTextStyle style = { 10, 20, 400, MESO_INK_TEXT };

  g_assert_cmpfloat_with_epsilon (meso_typesetter_style (english, 10, 400, MESO_INK_TEXT).leading, 14, 1e-9);
  g_assert_cmpfloat_with_epsilon (meso_typesetter_style (persian, 10, 400, MESO_INK_TEXT).leading, 16.6, 1e-9);
  /* (leading + k × size) / 2 */
  g_assert_cmpfloat_with_epsilon (meso_typesetter_get_baseline (english, &style), (20 + 0.711 * 10) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (meso_typesetter_get_baseline (persian, &style), (20 + 0.56 * 10) / 2, 1e-9);
}

static void
test_wrap (void)
{
  g_autoptr (MesoTypesetter) type = new_typesetter (FALSE);
  MesoText text = make_text (type, "one two three four five six seven eight nine ten");
  double natural = meso_typesetter_get_natural_width (type, &text);

  g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, natural + 1), ==, text.style.leading);
  g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, natural * 0.6), ==, 2 * text.style.leading);
  text.text = "";
  g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, 100), ==, 0);
  text.text = NULL;
  g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, 100), ==, 0);
}

/* To 75 % on one line; what is still too long wraps at that size, and is never cut. */
static void
test_fit (void)
{
  g_autoptr (MesoTypesetter) type = new_typesetter (FALSE);
  MesoText text = make_text (type, "one two three four five six seven eight nine ten");
  double natural = meso_typesetter_get_natural_width (type, &text);

  text.fit = TRUE;
  g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, natural * 0.8), ==, text.style.leading);
  g_assert_cmpfloat_with_epsilon (meso_typesetter_put (type, NULL, &text, 0, 0, natural * 0.6), 2 * 0.75 * text.style.leading, 1e-6);
}

/* The end of an unbreakable run must not come on another line: as high as without the part that may not leave it. */
static void
assert_unbroken (gboolean    rtl,
                 const char *before,
                 const char *run)
{
  g_autoptr (MesoTypesetter) type = new_typesetter (rtl);
  g_autofree char *whole = g_strconcat (before, run, NULL);
  MesoText text = make_text (type, whole);
  MesoText run_text = make_text (type, run);
  double run_width = meso_typesetter_get_natural_width (type, &run_text);
  double whole_width = meso_typesetter_get_natural_width (type, &text);

  /* Any width that holds the run but not the whole line breaks before the run: two lines, never three. */
  for (double width = MAX (run_width, whole_width - run_width) + 1; width < whole_width - 0.5; width += 0.7)
    g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, width), ==, 2 * text.style.leading);
}

static void
test_unbroken (void)
{
  assert_unbroken (FALSE, "puffy eyelids, for ", "1–4\u00a0days");
  assert_unbroken (FALSE, "a pressure of ", "\u2066120/80\u00a0mmHg\u2069");
  assert_unbroken (TRUE, "با فشار خونی برابر ", "\u2066120/80\u00a0mmHg\u2069");
  assert_unbroken (TRUE, "شمارهٔ تماس ما این است ", "\u2066021-1234-5670\u2069");
}

/* A bold date within a sentence stays on one line. */
static void
test_strong (void)
{
  g_autoptr (MesoTypesetter) type = new_typesetter (FALSE);
  MesoText text = make_text (type, "You may use it again after Tuesday 24 November 2026, 14:00.");
  MesoText plain = text;
  MesoText date = make_text (type, "Tuesday 24 November 2026, 14:00.");
  double width;

  text.strong = "Tuesday 24 November 2026, 14:00";
  g_assert_cmpfloat (meso_typesetter_get_natural_width (type, &text), >, meso_typesetter_get_natural_width (type, &plain));

  date.style.weight = 700;
  width = meso_typesetter_get_natural_width (type, &date) + 4;
  g_assert_cmpfloat (meso_typesetter_put (type, NULL, &text, 0, 0, width), ==, 2 * text.style.leading);

  /* a part that isn't there is no reason to fail */
  text.strong = "Wednesday";
  g_assert_cmpfloat (meso_typesetter_get_natural_width (type, &text), ==, meso_typesetter_get_natural_width (type, &plain));
}

static void
test_lead (void)
{
  g_autoptr (MesoTypesetter) type = new_typesetter (FALSE);
  MesoText text = make_text (type, "Keep taking it.");
  MesoText plain = make_text (type, "Prescribed? Keep taking it.");

  text.lead = "Prescribed?";
  g_assert_cmpfloat (meso_typesetter_get_natural_width (type, &text), >, meso_typesetter_get_natural_width (type, &plain));
}

/* Nothing in a text is markup, and nothing in it can break the layout. */
static void
test_data_is_text (void)
{
  static const char *const texts[] = { "<b>&\"'", "&amp;", "<span foreground='red'>x</span>", "%s%n", "a\u2028b", "\u202e\u2066\u2066" };
  g_autoptr (MesoTypesetter) type = new_typesetter (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MesoSlab) slab = meso_slab_new ();
      MesoText text = make_text (type, texts[i]);

      g_assert_cmpfloat (meso_typesetter_put (type, slab, &text, 0, 0, 200), >, 0);
    }
}

static void
test_small (void)
{
  g_autoptr (MesoTypesetter) type = new_typesetter (FALSE);
  MesoText plain = make_text (type, "24 November 2026");
  MesoText text = plain;
  MesoText rest = make_text (type, "24 November ");
  MesoText year = make_text (type, "2026");
  double expected;

  text.small = "2026";
  year.style.size *= MESO_SMALL_PART;
  expected = meso_typesetter_get_natural_width (type, &rest) + meso_typesetter_get_natural_width (type, &year);
  g_assert_cmpfloat_with_epsilon (meso_typesetter_get_natural_width (type, &text), expected, 0.2);

  /* a part that isn't there is no reason to fail */
  text.small = "2027";
  g_assert_cmpfloat (meso_typesetter_get_natural_width (type, &text), ==, meso_typesetter_get_natural_width (type, &plain));
}

/* (transfer full): a line of a text at a width of points */
static char *
dup_line (PangoLayout *layout,
          int          line)
{
  PangoLayoutLine *found = pango_layout_get_line_readonly (layout, line);

  return g_strndup (pango_layout_get_text (layout) + found->start_index, found->length);
}

/* No short word stands alone below a long line. */
static void
test_last_words (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  MesoText text = { .text = "At the first wash: lukewarm water, mild shampoo, no rubbing.", .strong = "rubbing",
                    .style = { 12, 17, 400, MESO_INK_TEXT } };
  guint bound = 0;

  for (int width = 90; width < 400; width++)
    {
      g_autoptr (PangoLayout) layout = meso_text_layout_new (context, &text, 12, width * PANGO_SCALE);
      int n_lines = pango_layout_get_line_count (layout);
      g_autofree char *last = dup_line (layout, n_lines - 1);

      bound += n_lines > 1 && g_str_has_suffix (last, "no\u00a0rubbing.") ? 1 : 0;
      if (n_lines == 2)
        g_assert_cmpstr (last, !=, "rubbing.");
    }

  g_assert_cmpuint (bound, >, 10);
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typesetter/start-edge", test_start_edge);
  g_test_add_func ("/typesetter/leading", test_leading);
  g_test_add_func ("/typesetter/wrap", test_wrap);
  g_test_add_func ("/typesetter/fit", test_fit);
  g_test_add_func ("/typesetter/unbroken", test_unbroken);
  g_test_add_func ("/typesetter/strong", test_strong);
  g_test_add_func ("/typesetter/lead", test_lead);
  g_test_add_func ("/typesetter/small", test_small);
  g_test_add_func ("/typesetter/last-words", test_last_words);
  g_test_add_func ("/typesetter/data-is-text", test_data_is_text);

  return g_test_run ();
}
