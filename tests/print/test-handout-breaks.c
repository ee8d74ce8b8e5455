/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What stands on which page. */

#include <string.h>

#include "meso-handout-date-layout.h"
#include "print-fixture.h"

#define SCALE 1.0
#define LEAST_FROM_AFAR 16.0     /* points */

static const char *const languages[] = { "en", "fa" };
static const char *const names[] = { "Leila Karimi", "Maria Alexandrina Konstantina Theodora Papadopoulou-Schwarzenberger von Hohenstein",
                                     "سید محمدرضا ابوالفضل طباطبایی حسینی نژاد اصفهانی شیرازی",
                                     "Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc Abc" };

static MesoHandoutContext *
new_context (const char *language,
             const char *name)
{
  MesoHandoutContext *context = handout_fixture_full (language, "2026-09-30T23:30");

  g_set_str (&context->patient_name, name);

  return context;
}

static void
assert_holds (const char *page,
              const char *string)
{
  g_autofree char *folded = print_fixture_fold (string);
  g_auto (GStrv) words = g_strsplit_set (folded, " .,;:?!()،؛؟", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strstr (page, words[i]) == NULL)
        g_error ("“%s” of “%s” is not on the page: %s", words[i], string, page);
    }
}

/* (transfer full) */
static char *
dup_page (GBytes *pdf,
          int     page)
{
  g_autofree char *text = print_fixture_text (pdf, page);

  return print_fixture_fold (text);
}

static guint
count (const char *page,
       const char *string)
{
  guint n = 0;

  for (const char *p = strstr (page, string); p != NULL; p = strstr (p + 1, string))
    n++;

  return n;
}

/* Every instruction, the next visit and the call box, whatever the name. */
static void
assert_all_on_first_page (const MesoHandoutContext *context,
                          const char               *kind)
{
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble (kind, context);
  g_autoptr (GBytes) pdf = print_fixture_pdf (kind, context, MESO_PAPER_A4);
  g_autofree char *page = dup_page (pdf, 1);
  const MesoHandoutBlock *schedule = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_SCHEDULE);
  const MesoHandoutBlock *call = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL);
  const MesoHandoutBlock *visit = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_VISIT);

  for (guint i = 0; i < schedule->groups->len; i++)
    {
      const MesoHandoutGroup *group = g_ptr_array_index (schedule->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        assert_holds (page, ((const MesoHandoutRow *) g_ptr_array_index (group->rows, j))->lead);
    }
  assert_holds (page, visit->heading);
  assert_holds (page, ((const MesoHandoutRow *) g_ptr_array_index (visit->rows, 0))->lead);
  assert_holds (page, call->heading);
  for (guint i = 0; i < call->rows->len; i++)
    assert_holds (page, ((const MesoHandoutRow *) g_ptr_array_index (call->rows, i))->text);
}

static void
test_first_page (void)
{
  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
    for (gsize name = 0; name < G_N_ELEMENTS (names); name++)
      {
        g_autoptr (MesoHandoutContext) context = new_context (languages[language], names[name]);
        g_autoptr (MesoHandoutRenderer) before = print_fixture_renderer ("before", context, MESO_PAPER_A4);

        assert_all_on_first_page (context, "aftercare");
        assert_all_on_first_page (context, "before");
        g_assert_cmpint (meso_handout_renderer_get_n_pages (before), ==, 1);
      }
}

/* A small page begins with instructions too, keeps their second lines, and the call box stands twice: once in one line. */
static void
test_small_page (void)
{
  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (gsize name = 0; name < G_N_ELEMENTS (names); name++)
    {
      g_autoptr (MesoHandoutContext) context = new_context ("en", names[name]);
      g_autoptr (GBytes) pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A5);
      g_autofree char *first = dup_page (pdf, 1);
      g_autofree char *second = dup_page (pdf, 2);
      g_autofree char *both = g_strconcat (first, " ", second, NULL);

      g_assert_nonnull (strstr (first, "Do not wash"));
      g_assert_nonnull (strstr (first, "Do not rub"));
      assert_holds (both, "Outdoors, wear a loose, clean hat.");
      for (int page = 0; page < 2; page++)
        {
          const char *text = page == 0 ? first : second;

          g_assert_cmpuint (count (text, "Call at once"), ==, 1);
          g_assert_cmpuint (count (text, "Call 115"), ==, 1);
          g_assert_nonnull (strstr (text, "021 1234 5670"));
        }
      g_assert_cmpuint (count (both, "Pus from the scalp"), ==, 1);
    }
}

/* Each page with a row of the table has its head. */
static void
test_repeated_head (void)
{
  g_autoptr (MesoHandoutContext) context = new_context ("en", names[0]);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (MesoHandoutRenderer) renderer = NULL;
  guint pages = 0, last_rows = 0;

  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (int i = 5; i < 40; i++)
    meso_handout_context_add_visit (context, meso_civil_time_add_days (context->when, 14 * i), i, MESO_PLAN_MAINTENANCE);
  pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A5);
  renderer = print_fixture_renderer ("aftercare", context, MESO_PAPER_A5);
  for (int page = 1; page <= meso_handout_renderer_get_n_pages (renderer); page++)
    {
      g_autofree char *text = dup_page (pdf, page);

      if (count (text, "Maintenance session") == 0)
        continue;
      g_assert_cmpuint (count (text, "Your next dates"), ==, 1);
      last_rows = count (text, "Maintenance session");
      pages++;
    }

  g_assert_cmpuint (pages, >, 2);
  g_assert_cmpuint (last_rows, >, 2);   /* never one or two of them alone */
}

/* The largest white band between the first ink and the last, points. */
static double
find_hole (const char               *kind,
           const MesoHandoutContext *context)
{
  g_autoptr (MesoHandoutRenderer) renderer = print_fixture_renderer (kind, context, MESO_PAPER_A4);
  int width, height, last = -1;
  g_autofree guint8 *grey = print_fixture_draw (renderer, 0, MESO_PAPER_A4, SCALE, &width, &height);
  double hole = 0;

  for (int y = 0; y < height; y++)
    {
      gboolean inked = FALSE;

      for (int x = 0; x < width && !inked; x++)
        inked = grey[(gsize) y * width + x] < 200;
      if (inked && last >= 0)
        hole = MAX (hole, (y - last) / SCALE);
      if (inked)
        last = y;
    }

  return hole;
}

static void
test_no_hole (void)
{
  for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
    {
      g_autoptr (MesoHandoutContext) neutral = handout_fixture_context (languages[language], "");
      g_autoptr (MesoHandoutContext) full = new_context (languages[language], names[0]);

      g_assert_cmpfloat (find_hole ("aftercare", neutral), <, 57);     /* 2 cm */
      g_assert_cmpfloat (find_hole ("before", neutral), <, 57);
      g_assert_cmpfloat (find_hole ("aftercare", full), <, 40);
      g_assert_cmpfloat (find_hole ("before", full), <, 40);
    }
}

/* Over a year: as large as the column allows, broken alike for all dates of a sheet. */
static void
test_date_size (void)
{
  for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
    for (int day = 0; day < 366; day += 13)
      {
        MesoCalendarDate date = meso_calendar_date_add_days ((MesoCalendarDate) { 2026, 3, 20 }, day);
        g_autofree char *text = meso_calendar_date_to_string (date);
        g_autofree char *when = g_strconcat (text, day % 2 == 0 ? "T20:59" : "", NULL);
        g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[language], when);
        g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
        g_autoptr (MesoTypesetter) type = NULL;
        MesoHandoutLayout layout;
        MesoDateSetting setting;

        meso_handout_layout_init (&layout, sheet, MESO_PAPER_A4);
        type = meso_typesetter_new (sheet->language, sheet->rtl, layout.page_width, layout.margin_x, NULL);
        layout.type = type;
        setting = meso_handout_date_find (&layout, layout.schedule);
        g_assert_cmpfloat (setting.size, >=, LEAST_FROM_AFAR);
        g_assert_cmpfloat (setting.size, <=, 22);
        g_assert_cmpint (setting.breaks, !=, MESO_DATE_BREAKS_NONE);
      }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-breaks/first-page", test_first_page);
  g_test_add_func ("/handout-breaks/small-page", test_small_page);
  g_test_add_func ("/handout-breaks/repeated-head", test_repeated_head);
  g_test_add_func ("/handout-breaks/no-hole", test_no_hole);
  g_test_add_func ("/handout-breaks/date-size", test_date_size);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
