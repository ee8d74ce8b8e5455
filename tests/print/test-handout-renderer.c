/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Finished sheets, read back with other people's tools. */

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "meso-print-error.h"
#include "print-fixture.h"

static const char *const kinds[] = { "before", "aftercare", "information", "side-effects", "formula" };
static const char *const languages[] = { "en", "fa" };
static const MesoPaper papers[] = { MESO_PAPER_A4, MESO_PAPER_A5, MESO_PAPER_LETTER };

/* Runs a check over all kinds, languages and papers. */
static void
for_all_sheets (void (*check) (GBytes *pdf, const MesoHandoutSheet *sheet, MesoPaper paper))
{
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
      for (gsize paper = 0; paper < G_N_ELEMENTS (papers); paper++)
        {
          g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[language], "2026-11-23T14:00");
          g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble (kinds[kind], context);
          g_autoptr (GBytes) pdf = print_fixture_pdf (kinds[kind], context, papers[paper]);

          g_test_message ("%s %s %s", kinds[kind], languages[language], meso_paper_to_string (papers[paper]));
          check (pdf, sheet, papers[paper]);
        }
}

static void
check_with_qpdf (GBytes                 *pdf,
                 const MesoHandoutSheet *sheet,
                 MesoPaper               paper)
{
  g_autofree char *said = print_fixture_ask (pdf, (const char *const[]) { "qpdf", "--check", "{}", NULL });

  g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
}

static void
test_qpdf (void)
{
  if (print_fixture_has_tool ("qpdf"))
    for_all_sheets (check_with_qpdf);
}

static void
check_words (GBytes                 *pdf,
             const MesoHandoutSheet *sheet,
             MesoPaper               paper)
{
  g_autofree char *text = print_fixture_text (pdf, 0);
  g_autofree char *folded = print_fixture_fold (text);
  g_autoptr (GPtrArray) strings = handout_fixture_strings (sheet, paper == MESO_PAPER_A4);

  for (guint i = 0; i < strings->len; i++)
    {
      g_autofree char *string = print_fixture_fold (g_ptr_array_index (strings, i));
      g_auto (GStrv) words = print_fixture_words (string);

      for (gsize j = 0; words[j] != NULL; j++)
        {
          if (strstr (folded, words[j]) == NULL)
            g_error ("“%s” of “%s” is not whole in the text of the page", words[j], string);
        }
    }
}

static void
test_words (void)
{
  if (print_fixture_has_tool ("pdftotext"))
    for_all_sheets (check_words);
}

/* A date that had to be broken into lines still reads in one run. */
static void
test_dates_in_one_run (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  static const char *const dates[] = { "Monday 23 November 2026, 14:00", "until Tuesday 24 November 2026, 14:00",
                                       "until Thursday 26 November 2026, 14:00", "until Monday 30 November 2026, 14:00",
                                       "Monday 7 December 2026, 14:00", "Monday 12 April 2027" };

  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (gsize paper = 0; paper < G_N_ELEMENTS (papers); paper++)
    {
      g_autoptr (GBytes) pdf = print_fixture_pdf ("aftercare", context, papers[paper]);
      g_autofree char *text = print_fixture_text (pdf, 0);
      g_autofree char *folded = print_fixture_fold (text);

      for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
        {
          if (strstr (folded, dates[i]) == NULL)
            g_error ("“%s” is not in one run on %s", dates[i], meso_paper_to_string (papers[paper]));
        }
    }
}

static void
test_equal_bytes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[i], "2026-11-23T14:00");
      g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
      g_autoptr (GDateTime) other_date = g_date_time_new_utc (2026, 11, 24, 14, 0, 0);
      g_autoptr (GBytes) first = print_fixture_pdf ("aftercare", context, MESO_PAPER_A4);
      g_autoptr (GBytes) second = print_fixture_pdf ("aftercare", context, MESO_PAPER_A4);
      g_autoptr (GBytes) other = meso_handout_renderer_render_pdf (sheet, MESO_PAPER_A4, other_date, NULL);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_false (g_bytes_equal (first, other));
    }
}

static void
check_information (GBytes                 *pdf,
                   const MesoHandoutSheet *sheet,
                   MesoPaper               paper)
{
  static const char *const sizes[] = { "595.276 x 841.89", "419.528 x 595.276", "612 x 792" };
  g_autofree char *said = print_fixture_ask (pdf, (const char *const[]) { "pdfinfo", "-isodates", "{}", NULL });
  g_autofree char *custom = print_fixture_ask (pdf, (const char *const[]) { "pdfinfo", "-custom", "{}", NULL });
  g_autofree char *structure = print_fixture_ask (pdf, (const char *const[]) { "pdfinfo", "-struct", "{}", NULL });
  const char *document = strstr (structure, "Document");

  g_assert_nonnull (strstr (said, sizes[paper]));
  g_assert_nonnull (strstr (said, "CreationDate:    2026-11-23T14:00:00Z"));
  g_assert_null (strstr (said, "ModDate"));
  g_assert_nonnull (strstr (said, sheet->title));
  g_assert_nonnull (strstr (said, sheet->clinic_name));
  g_assert_nonnull (strstr (said, "Tagged:          yes"));
  g_assert_nonnull (strstr (custom, sheet->language));

  /* One tag round all pages, a first heading, and no block within a link. */
  g_assert_nonnull (document);
  g_assert_null (strstr (document + 1, "Document"));
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_nonnull (strstr (structure, "H2"));
  g_assert_null (strstr (structure, "Link"));
}

static void
test_information (void)
{
  if (print_fixture_has_tool ("pdfinfo"))
    for_all_sheets (check_information);
}

/* Every line of pdffonts: a subset of Vazirmatn, embedded, with a way back to characters. */
static void
check_fonts (GBytes                 *pdf,
             const MesoHandoutSheet *sheet,
             MesoPaper               paper)
{
  g_autofree char *said = print_fixture_ask (pdf, (const char *const[]) { "pdffonts", "{}", NULL });
  g_auto (GStrv) lines = g_strsplit (g_strchomp (said), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (gsize i = 2; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], "+Vazirmatn-"));
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
    }
}

static void
test_fonts (void)
{
  if (print_fixture_has_tool ("pdffonts"))
    for_all_sheets (check_fonts);
}

static void
test_page_numbers (void)
{
  static const char *const formats[] = { "Page %d of %d", "صفحه" };

  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[i], "2026-11-23T14:00");
      g_autoptr (MesoHandoutRenderer) renderer = print_fixture_renderer ("aftercare", context, MESO_PAPER_A5);
      g_autoptr (GBytes) pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A5);
      int pages = meso_handout_renderer_get_n_pages (renderer);

      g_assert_cmpint (pages, >, 1);
      for (int page = 1; page <= pages; page++)
        {
          g_autofree char *text = print_fixture_text (pdf, page);
          g_autofree char *folded = print_fixture_fold (text);
          g_autofree char *english = g_strdup_printf ("Page %d of %d", page, pages);

          g_assert_nonnull (strstr (folded, i == 0 ? english : formats[1]));
        }
    }
}

/* Page 1 of the aftercare holds every instruction, the next visit and the call box; what depends on the formula doesn't
 * stand there. */
static void
test_first_page (void)
{
  static const char *const there[] = { "Do not wash", "No sport", "Do not rub", "Drink no alcohol", "No swimming pool",
                                       "Keep direct sun", "Your next visit", "Call at once", "Call 115", "021 1234 5670" };
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-09-30T14:00");
  g_autoptr (GBytes) pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A4);
  g_autofree char *text = NULL;

  if (!print_fixture_has_tool ("pdftotext"))
    return;

  text = print_fixture_text (pdf, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (there); i++)
    g_assert_nonnull (strstr (text, there[i]));
  g_assert_null (strstr (text, "biotin"));
}

/* Where the first page can't hold it all, the number to call stands on both. */
static void
test_call_box_on_both_pages (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-09-30T14:00");
  g_autoptr (GBytes) pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A5);

  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (int page = 1; page <= 2; page++)
    {
      g_autofree char *text = print_fixture_text (pdf, page);

      g_assert_nonnull (strstr (text, "Call at once"));
      g_assert_nonnull (strstr (text, "Call 115"));
    }
}

static void
assert_demo (gboolean    demo,
             const char *language)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full (language, "2026-11-23T14:00");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (MesoHandoutRenderer) renderer = NULL;

  context->demo = demo;
  renderer = print_fixture_renderer ("aftercare", context, MESO_PAPER_A4);
  pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A4);
  for (int page = 1; page <= meso_handout_renderer_get_n_pages (renderer); page++)
    {
      g_autofree char *text = print_fixture_text (pdf, page);
      gboolean letters = strchr (text, 'D') != NULL && strchr (text, 'E') != NULL && strchr (text, 'M') != NULL;

      /* A slanted word may come out letter by letter. */
      if (demo)
        g_assert_true (letters);
      else
        g_assert_null (strstr (text, "DEMO"));
    }
}

static void
test_demo (void)
{
  if (!print_fixture_has_tool ("pdftotext"))
    return;

  assert_demo (TRUE, "en");
  assert_demo (TRUE, "fa");
  assert_demo (FALSE, "en");
}

/* Nothing in a name is markup, and nothing of it is lost. */
static void
test_nasty_names (void)
{
  static const char *const names[] = { "<b>&\"'>", "<span size='999'>", "&amp; &#x41;", "A\nB", "لیلا <i> Smith & پسران", "%s%n{name}" };

  if (!print_fixture_has_tool ("pdftotext"))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
      {
        g_autoptr (MesoHandoutContext) context = handout_fixture_full (languages[language], "2026-11-23T14:00");
        g_autoptr (GBytes) pdf = NULL;
        g_autofree char *text = NULL;
        g_autofree char *folded = NULL;
        g_autofree char *name = print_fixture_fold (names[i]);
        /* A program that reads the page may move the marks of a line that runs both ways; not its words. */
        g_auto (GStrv) words = g_str_is_ascii (name) ? g_strsplit (name, " ", -1) : print_fixture_words (name);

        g_set_str (&context->patient_name, names[i]);
        pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A4);
        text = print_fixture_text (pdf, 1);
        folded = print_fixture_fold (text);
        for (gsize j = 0; words[j] != NULL && language == 0; j++)
          {
            if (strstr (folded, words[j]) == NULL)
              g_error ("“%s” of the name is not on the page: %s", words[j], folded);
          }
      }
}

/* The preview draws what the PDF holds: both as pictures, made by different programs. */
static void
test_preview_agrees (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutRenderer) renderer = print_fixture_renderer ("aftercare", context, MESO_PAPER_A4);
  g_autoptr (GBytes) pdf = print_fixture_pdf ("aftercare", context, MESO_PAPER_A4);
  g_autofree guint8 *drawn = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int width, height, picture_width = 0, picture_height = 0, offset = 0;
  gsize length;
  double difference = 0, ink = 0;

  if (!print_fixture_has_tool ("pdftoppm"))
    return;

  folder = g_dir_make_tmp ("meso-preview-XXXXXX", &error);
  g_assert_no_error (error);
  stem = g_build_filename (folder, "page", NULL);
  path = g_strconcat (stem, ".pgm", NULL);
  said = print_fixture_ask (pdf, (const char *const[]) { "pdftoppm", "-gray", "-r", "72", "-singlefile", "{}", stem, NULL });
  g_file_get_contents (path, &picture, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (picture, "P5 %d %d 255%n", &picture_width, &picture_height, &offset), ==, 2);

  drawn = print_fixture_draw (renderer, 0, MESO_PAPER_A4, 1, &width, &height);
  for (int y = 0; y < MIN (height, picture_height); y++)
    for (int x = 0; x < MIN (width, picture_width); x++)
      {
        guint8 expected = ((guint8 *) picture)[offset + 1 + (gsize) y * picture_width + x];

        difference += ABS (expected - drawn[(gsize) y * width + x]);
        ink += 255 - expected;
      }

  /* They smooth edges differently; a line in another place would differ by far more. */
  g_test_message ("difference %.0f of %.0f", difference, ink);
  g_assert_cmpfloat (ink, >, 1e6);
  g_assert_cmpfloat (difference / ink, <, 0.35);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* In another process, where no font is installed. */
static void
test_without_font (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);
  g_autoptr (GDateTime) date = print_fixture_date ();
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_autofree char *config = NULL;
      int fd = g_file_open_tmp ("meso-fonts-XXXXXX.conf", &config, &error);
      const char *const nothing = "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n";
      g_auto (GStrv) environment = g_get_environ ();

      g_assert_no_error (error);
      g_close (fd, NULL);
      g_file_set_contents (config, nothing, -1, &error);
      g_assert_no_error (error);
      environment = g_environ_setenv (environment, "FONTCONFIG_FILE", config, TRUE);
      environment = g_environ_setenv (environment, "G_DEBUG", "", TRUE);
      g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_assert_cmpint (g_unlink (config), ==, 0);
      return;
    }

  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  g_assert_null (meso_handout_renderer_render_pdf (sheet, MESO_PAPER_A4, date, &error));
  g_assert_error (error, MESO_PRINT_ERROR, MESO_PRINT_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "Vazirmatn"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");   /* so that messages may hold Persian */
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-renderer/qpdf", test_qpdf);
  g_test_add_func ("/handout-renderer/words", test_words);
  g_test_add_func ("/handout-renderer/dates-in-one-run", test_dates_in_one_run);
  g_test_add_func ("/handout-renderer/equal-bytes", test_equal_bytes);
  g_test_add_func ("/handout-renderer/information", test_information);
  g_test_add_func ("/handout-renderer/fonts", test_fonts);
  g_test_add_func ("/handout-renderer/page-numbers", test_page_numbers);
  g_test_add_func ("/handout-renderer/first-page", test_first_page);
  g_test_add_func ("/handout-renderer/call-box-on-both-pages", test_call_box_on_both_pages);
  g_test_add_func ("/handout-renderer/demo", test_demo);
  g_test_add_func ("/handout-renderer/nasty-names", test_nasty_names);
  g_test_add_func ("/handout-renderer/preview-agrees", test_preview_agrees);
  g_test_add_func ("/handout-renderer/without-font", test_without_font);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
