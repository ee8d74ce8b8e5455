/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Pages as pictures: nothing leaves the margins, whatever the names and dates. */

#include <string.h>

#include "print-fixture.h"

#define MM (72.0 / 25.4)
#define SCALE 1.5
#define WHITE_ENOUGH 250

/* The margins of the grid; boxes of the wide grid hang out. What staff work from has smaller ones. */
static void
get_margins (const char *kind,
             MesoPaper   paper,
             double     *side_out,
             double     *end_out)
{
  if (g_str_equal (kind, "formula"))
    {
      *side_out = paper == MESO_PAPER_A5 ? 11 * MM : 16 * MM;
      *end_out = paper == MESO_PAPER_A5 ? 10 * MM : 12 * MM;
      return;
    }
  *side_out = paper == MESO_PAPER_A5 ? 13 * MM : (19.5 - 4.5) * MM;
  *end_out = paper == MESO_PAPER_A5 ? 12 * MM : 15 * MM;
}

static void
assert_ink_inside (const char               *kind,
                   const MesoHandoutContext *context,
                   MesoPaper                 paper)
{
  g_autoptr (MesoHandoutRenderer) renderer = print_fixture_renderer (kind, context, paper);
  double side, end;

  get_margins (kind, paper, &side, &end);
  for (int page = 0; page < meso_handout_renderer_get_n_pages (renderer); page++)
    {
      int width, height;
      g_autofree guint8 *grey = print_fixture_draw (renderer, page, paper, SCALE, &width, &height);
      guint inked = 0;

      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            gboolean inside = x >= side * SCALE - 2 && x <= width - side * SCALE + 2 &&
                              y >= end * SCALE - 3 && y <= height - end * SCALE + 3;

            if (grey[(gsize) y * width + x] >= WHITE_ENOUGH)
              continue;
            inked++;
            if (!inside)
              g_error ("%s, %s, %s: ink at %.0f, %.0f pt on page %d", kind, context->language, meso_paper_to_string (paper),
                       x / SCALE, y / SCALE, page + 1);
          }
      g_assert_cmpuint (inked, >, 1000);
    }
}

static void
assert_all_inside (const MesoHandoutContext *context)
{
  static const char *const kinds[] = { "before", "aftercare", "information", "side-effects", "formula" };

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (MesoPaper paper = MESO_PAPER_A4; paper <= MESO_PAPER_LETTER; paper++)
      assert_ink_inside (kinds[kind], context, paper);
}

static void
test_neutral (void)
{
  g_autoptr (MesoHandoutContext) english = handout_fixture_context ("en", "2026-11-23");
  g_autoptr (MesoHandoutContext) persian = handout_fixture_context ("fa", "");

  assert_all_inside (english);
  assert_all_inside (persian);
}

static void
test_full (void)
{
  g_autoptr (MesoHandoutContext) english = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutContext) persian = handout_fixture_full ("fa", "2026-11-23T14:00");

  assert_all_inside (english);
  assert_all_inside (persian);
}

/* (transfer full): so many characters, with or without spaces */
static char *
repeat (const char *word,
        glong       length)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) + g_utf8_strlen (word, -1) <= length)
    g_string_append (text, word);

  return g_string_free (text, FALSE);
}

static void
test_long_names (void)
{
  static const char *const words[] = { "Abcdefghij", "WWWW ", "لیلا ", "سسسسسسسس", "<&\"> لیلا Ann " };
  static const char *const languages[] = { "en", "fa" };

  for (gsize word = 0; word < G_N_ELEMENTS (words); word++)
    for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
      {
        g_autofree char *name = repeat (words[word], 200);
        g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[language], "2026-09-30T14:00");

        g_set_str (&context->patient_name, name);
        g_set_str (&context->letterhead->clinic_name, name);
        g_set_str (&context->letterhead->physician, name);
        g_set_str (&context->treated_by, name);
        assert_ink_inside ("aftercare", context, MESO_PAPER_A4);
        assert_ink_inside ("before", context, MESO_PAPER_A5);
        g_set_str (&context->formula->version->name, name);
        g_set_str (&context->formula->written_by, name);
        g_ptr_array_add (context->formula->version->facts->allergies, g_steal_pointer (&name));
        assert_ink_inside ("formula", context, MESO_PAPER_A4);
        assert_ink_inside ("formula", context, MESO_PAPER_A5);
      }
}

static void
test_long_address (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autofree char *line = repeat ("خیابان ", 120);

  for (int i = 0; i < 5; i++)
    g_ptr_array_add (context->letterhead->address, g_strdup (line));
  g_set_str (&context->letterhead->phone, "+98 21 1234 5678 / 1234 5679 - 1234 5680");
  assert_ink_inside ("aftercare", context, MESO_PAPER_A4);
  assert_ink_inside ("aftercare", context, MESO_PAPER_A5);
}

/* The longest names of days and months, over a year. */
static void
test_all_dates (void)
{
  static const char *const languages[] = { "en", "fa" };

  for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
    for (int day = 0; day < 366; day += 17)
      {
        MesoCalendarDate date = meso_calendar_date_add_days ((MesoCalendarDate) { 2026, 3, 20 }, day);
        g_autofree char *text = meso_calendar_date_to_string (date);
        g_autofree char *when = g_strconcat (text, "T20:59", NULL);
        g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[language], when);
        g_autoptr (MesoHandoutRenderer) renderer = print_fixture_renderer ("aftercare", context, MESO_PAPER_A4);

        g_assert_cmpint (meso_handout_renderer_get_n_pages (renderer), ==, 2);
        assert_ink_inside ("aftercare", context, MESO_PAPER_A4);
      }
}

/* A long course, every paragraph: rows go on to further pages, none is lost. */
static void
test_many_visits (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutRenderer) renderer = NULL;

  meso_handout_context_add_ingredient (context, "dutasteride");
  meso_handout_context_add_ingredient (context, "minoxidil");
  for (int i = 5; i < 60; i++)
    meso_handout_context_add_visit (context, meso_civil_time_add_days (context->when, 14 * i), i, MESO_PLAN_TREATMENT);
  renderer = print_fixture_renderer ("aftercare", context, MESO_PAPER_A5);

  g_assert_cmpint (meso_handout_renderer_get_n_pages (renderer), >, 8);
  assert_ink_inside ("aftercare", context, MESO_PAPER_A5);
  assert_ink_inside ("aftercare", context, MESO_PAPER_LETTER);
}

/* The watermark stands on the page too, and leaves its text readable: black stays black. */
static void
test_demo (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutRenderer) plain = print_fixture_renderer ("aftercare", context, MESO_PAPER_A4);
  g_autoptr (MesoHandoutRenderer) demo = NULL;
  int width, height;
  g_autofree guint8 *plain_grey = print_fixture_draw (plain, 1, MESO_PAPER_A4, SCALE, &width, &height);
  g_autofree guint8 *demo_grey = NULL;
  guint marked = 0;

  context->demo = TRUE;
  demo = print_fixture_renderer ("aftercare", context, MESO_PAPER_A4);
  demo_grey = print_fixture_draw (demo, 1, MESO_PAPER_A4, SCALE, &width, &height);
  for (gsize i = 0; i < (gsize) width * height; i++)
    {
      if (plain_grey[i] > WHITE_ENOUGH && demo_grey[i] < WHITE_ENOUGH)
        marked++;
      if (plain_grey[i] < 60)
        g_assert_cmpint (demo_grey[i], <, 120);
    }

  g_assert_cmpuint (marked, >, width * height / 50);
  assert_all_inside (context);
}

/* English starts at the left and Persian at the right, on the same grid. */
static void
test_mirrored (void)
{
  g_autoptr (MesoHandoutContext) english = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutContext) persian = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutRenderer) english_pages = print_fixture_renderer ("aftercare", english, MESO_PAPER_A4);
  g_autoptr (MesoHandoutRenderer) persian_pages = print_fixture_renderer ("aftercare", persian, MESO_PAPER_A4);
  int width, height;
  g_autofree guint8 *left = print_fixture_draw (english_pages, 0, MESO_PAPER_A4, SCALE, &width, &height);
  g_autofree guint8 *right = print_fixture_draw (persian_pages, 0, MESO_PAPER_A4, SCALE, &width, &height);
  int leaf_top = 15 * MM * SCALE, leaf_end = leaf_top + 30 * SCALE, leaf_width = 28 * SCALE, margin = 19 * MM * SCALE;
  guint english_ink = 0, persian_ink = 0;

  /* The leaf of the letterhead stands at the start edge. */
  for (int y = leaf_top; y < leaf_end; y++)
    for (int x = margin; x < margin + leaf_width; x++)
      {
        english_ink += left[(gsize) y * width + x] < 128;
        persian_ink += right[(gsize) y * width + (width - 1 - x)] < 128;
      }

  g_assert_cmpuint (english_ink, >, 100);
  g_assert_cmpuint (persian_ink, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-pages/neutral", test_neutral);
  g_test_add_func ("/handout-pages/full", test_full);
  g_test_add_func ("/handout-pages/long-names", test_long_names);
  g_test_add_func ("/handout-pages/long-address", test_long_address);
  g_test_add_func ("/handout-pages/all-dates", test_all_dates);
  g_test_add_func ("/handout-pages/many-visits", test_many_visits);
  g_test_add_func ("/handout-pages/demo", test_demo);
  g_test_add_func ("/handout-pages/mirrored", test_mirrored);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
