/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Labels, read back with other people's tools: nothing is left out, whatever has to go on a small piece of paper. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "label-fixture.h"
#include "meso-label-renderer.h"
#include "meso-slab.h"
#include "print-fixture.h"

#define SCALE 3.0
#define WHITE_ENOUGH 250
#define MM (72.0 / 25.4)

static const char *const *const languages[] = { label_fixture_english, label_fixture_persian, label_fixture_both };

static GBytes *
make_pdf (const MesoLabelSheet *sheet,
          MesoLabelSize         size,
          guint                 first_place,
          guint                *labels_out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoLabelPages) pages = meso_label_renderer_lay_out (sheet, size, first_place, &error);
  g_autoptr (GDateTime) date = print_fixture_date ();
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = meso_label_renderer_to_pdf (sheet, pages, size, date, &error);
  g_assert_no_error (error);
  *labels_out = pages->labels;
  return pdf;
}

/* (transfer full): letters and digits alone, without the spaces that a reader sees between letters that don't join */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = print_fixture_words (text);

  return g_strjoinv ("", words);
}

/* Every word of a text stands on the labels; where a line was broken is the reader's matter, and in which direction it reads the
 * Persian half of a line that begins in English. */
static void
assert_whole (const char *page,
              const char *text)
{
  g_autofree char *folded = print_fixture_fold (text);
  g_auto (GStrv) words = print_fixture_words (folded);
  g_autofree char *letters = squeeze (page);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *turned = g_utf8_strreverse (words[i], -1);

      if (strstr (letters, words[i]) == NULL && strstr (letters, turned) == NULL)
        g_error ("“%s” of “%s” is not on the labels: %s", words[i], text, page);
    }
}

static void
assert_items (const char      *page,
              const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    assert_whole (page, g_ptr_array_index (items, i));
}

static void
assert_says_all (const MesoLabelSheet *sheet,
                 GBytes               *pdf)
{
  g_autofree char *text = print_fixture_text (pdf, 0);
  g_autofree char *page = print_fixture_fold (text);

  assert_items (page, sheet->names);
  assert_whole (page, sheet->mixture);
  assert_whole (page, sheet->volume);
  assert_whole (page, sheet->file_number);
  for (guint i = 0; i < sheet->texts->len; i++)
    {
      const MesoLabelText *label = g_ptr_array_index (sheet->texts, i);

      assert_items (page, label->contents);
      assert_items (page, label->lots);
      assert_items (page, label->people);
      assert_whole (page, label->mixed);
      assert_whole (page, label->use_before);
    }
}

static void
test_whole (void)
{
  if (!print_fixture_has_tool ("pdftotext") || !print_fixture_has_tool ("qpdf"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (MesoLabelSize size = 0; size < MESO_N_LABEL_SIZES; size++)
      {
        g_autoptr (LabelFixture) fixture = label_fixture_new (languages[i]);
        g_autoptr (MesoLabelSheet) sheet = label_fixture_assemble (fixture);
        guint labels, again;
        g_autoptr (GBytes) pdf = make_pdf (sheet, size, 0, &labels);
        g_autoptr (GBytes) second = make_pdf (sheet, size, 0, &again);
        g_autofree char *said = print_fixture_ask (pdf, (const char *const[]) { "qpdf", "--check", "{}", NULL });

        g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
        g_assert_true (g_bytes_equal (pdf, second));
        g_assert_cmpuint (labels, ==, 1);
        assert_says_all (sheet, pdf);
      }
}

static int
count_pages (GBytes *pdf)
{
  g_autofree char *said = print_fixture_ask (pdf, (const char *const[]) { "qpdf", "--show-npages", "{}", NULL });

  return atoi (said);
}

static guint
count (const char *page,
       const char *words)
{
  guint n = 0;

  for (const char *p = strstr (page, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

/* What one label has no room for goes on on the next, and each says whose it is, which of them it is, and until when. */
static void
test_several (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;
  guint labels;

  if (!print_fixture_has_tool ("pdftotext") || !print_fixture_has_tool ("qpdf"))
    return;
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("LOT%04dX", i);

      label_fixture_add_lot (fixture, number);
    }
  sheet = label_fixture_assemble (fixture);
  pdf = make_pdf (sheet, MESO_LABEL_62X29, 0, &labels);
  g_assert_cmpuint (labels, >, 2);
  g_assert_cmpint (count_pages (pdf), ==, (int) labels);
  assert_says_all (sheet, pdf);
  text = print_fixture_text (pdf, 0);
  page = print_fixture_fold (text);
  g_assert_cmpuint (count (page, "Use before 17:35"), ==, labels);
  g_assert_cmpuint (count (page, "Leila Karimi"), ==, labels);
  for (guint i = 1; i <= labels; i++)
    {
      g_autofree char *part = g_strdup_printf ("%u/%u", i, labels);

      g_assert_cmpuint (count (page, part), ==, 1);
    }
}

/* (transfer full): so many characters */
static char *
repeat (const char *word,
        glong       length)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) + g_utf8_strlen (word, -1) <= length)
    g_string_append (text, word);
  return g_string_free (text, FALSE);
}

/* Draws each page and looks for ink in the margin. */
static void
assert_ink_inside (const MesoLabelSheet *sheet,
                   MesoLabelSize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoLabelPages) pages = meso_label_renderer_lay_out (sheet, size, 0, &error);
  int width = (int) ceil (meso_label_size_get_page_width (size) * SCALE);
  int height = (int) ceil (meso_label_size_get_page_height (size) * SCALE);
  double margin = (size == MESO_LABEL_62X29 ? 1.5 : 2) * MM * SCALE - 2;

  g_assert_no_error (error);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
      cairo_t *cr = cairo_create (surface);
      const guint8 *ink;
      guint inked = 0;

      cairo_scale (cr, SCALE, SCALE);
      meso_slab_draw (g_ptr_array_index (pages->pages, i), cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      ink = cairo_image_surface_get_data (surface);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            if (ink[(gsize) y * cairo_image_surface_get_stride (surface) + x] < 8)
              continue;
            inked++;
            if (x < margin || x > width - margin || y < margin || y > height - margin)
              g_error ("%s: ink at %.1f, %.1f pt of label %u", meso_label_size_to_string (size), x / SCALE, y / SCALE, i + 1);
          }
      g_assert_cmpuint (inked, >, 1000);
      cairo_surface_destroy (surface);
    }
}

static void
test_long_names (void)
{
  static const char *const words[] = { "WWWWWWWW", "Abc def ", "سسسسسسسس", "لیلا کریمی ", "<&\"> لیلا Ann " };

  for (gsize word = 0; word < G_N_ELEMENTS (words); word++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      for (MesoLabelSize size = MESO_LABEL_62X29; size <= MESO_LABEL_70X37; size++)
        {
          g_autofree char *name = repeat (words[word], 200);
          g_autoptr (LabelFixture) fixture = label_fixture_new (languages[i]);
          g_autoptr (MesoLabelSheet) sheet = NULL;

          fixture->contents.patient_name = fixture->contents.other_name = name;
          fixture->contents.prepared_by = fixture->contents.checked_by = name;
          g_set_str (&fixture->account->version->name, name);
          label_fixture_add_lot (fixture, name);
          sheet = label_fixture_assemble (fixture);
          assert_ink_inside (sheet, size);
        }
}

/* A name that has no room in its line is said in full below it. */
static void
test_cut_name (void)
{
  g_autofree char *name = repeat ("Maximiliana ", 120);
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;
  guint labels;

  if (!print_fixture_has_tool ("pdftotext"))
    return;
  fixture->contents.patient_name = g_strstrip (name);
  sheet = label_fixture_assemble (fixture);
  pdf = make_pdf (sheet, MESO_LABEL_70X37, 0, &labels);
  text = print_fixture_text (pdf, 0);
  page = print_fixture_fold (text);
  g_assert_nonnull (strstr (page, "..."));
  g_assert_cmpuint (count (page, "Maximiliana"), >=, 10 + labels);
}

/* On a sheet the places that are used up stay empty, and the next sheet is begun. */
static void
test_places (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = label_fixture_assemble (fixture);
  guint labels;
  g_autoptr (GBytes) last = make_pdf (sheet, MESO_LABEL_A4_3X8, 23, &labels);
  g_autoptr (GBytes) first = make_pdf (sheet, MESO_LABEL_A4_3X8, 0, &labels);
  g_autofree char *in_first = NULL;
  g_autofree char *in_last = NULL;

  if (!print_fixture_has_tool ("pdftotext") || !print_fixture_has_tool ("qpdf"))
    return;
  g_assert_cmpint (count_pages (last), ==, 1);
  /* the first and the last place of the sheet, in points */
  in_first = print_fixture_ask (first, (const char *const[]) { "pdftotext", "-x", "0", "-y", "0", "-W", "198", "-H", "106", "{}", "-", NULL });
  in_last = print_fixture_ask (last, (const char *const[]) { "pdftotext", "-x", "396", "-y", "735", "-W", "200", "-H", "108", "{}", "-", NULL });
  g_assert_nonnull (strstr (in_first, "Leila Karimi"));
  g_assert_nonnull (strstr (in_first, "17:35"));
  g_assert_nonnull (strstr (in_last, "Leila Karimi"));
  g_assert_nonnull (strstr (in_last, "17:35"));
}

static void
test_over_the_sheet (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = NULL;
  g_autoptr (GBytes) pdf = NULL;
  guint labels;

  if (!print_fixture_has_tool ("qpdf"))
    return;
  for (int i = 0; i < 60; i++)
    label_fixture_add_lot (fixture, "ABCDEF12345");
  sheet = label_fixture_assemble (fixture);
  pdf = make_pdf (sheet, MESO_LABEL_A4_3X8, 23, &labels);
  g_assert_cmpuint (labels, >, 1);
  g_assert_cmpint (count_pages (pdf), ==, 2);
}

static void
test_sizes (void)
{
  MesoLabelSize size;

  for (MesoLabelSize each = 0; each < MESO_N_LABEL_SIZES; each++)
    {
      g_assert_true (meso_label_size_from_string (meso_label_size_to_string (each), &size));
      g_assert_cmpint (size, ==, each);
      g_assert_cmpfloat (meso_label_size_get_width (each) * meso_label_size_get_columns (each), <=,
                         meso_label_size_get_page_width (each) + 0.01);
    }
  g_assert_false (meso_label_size_from_string ("a4", &size));
  g_assert_cmpfloat_with_epsilon (meso_label_size_get_width (MESO_LABEL_62X29), 175.748, 0.001);
  g_assert_cmpfloat_with_epsilon (meso_label_size_get_height (MESO_LABEL_62X29), 82.205, 0.001);
  g_assert_cmpuint (meso_label_size_get_count (MESO_LABEL_A4_3X8), ==, 24);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-renderer/whole", test_whole);
  g_test_add_func ("/label-renderer/several", test_several);
  g_test_add_func ("/label-renderer/long-names", test_long_names);
  g_test_add_func ("/label-renderer/cut-name", test_cut_name);
  g_test_add_func ("/label-renderer/places", test_places);
  g_test_add_func ("/label-renderer/over-the-sheet", test_over_the_sheet);
  g_test_add_func ("/label-renderer/sizes", test_sizes);
  status = g_test_run ();
  handout_fixture_clear ();
  return status;
}
