/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long a patient's sheet of two pages takes from the content to the bytes of a PDF, in either language, beside bare Cairo
 * and Pango setting the same words; a thousand sheets in one run, and what the memory did meanwhile. An argument, how many
 * sheets of each language, is for profilers. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench-bare-pdf.h"
#include "meso-bench.h"
#include "meso-content.h"
#include "meso-handout-renderer.h"
#include "meso-handout.h"

#define KIND "aftercare"
#define WARM_UP 10
#define ROUNDS 500
#define GOAL_RATIO 2

typedef struct
{
  const MesoProtocol *protocol;
  MesoHandoutContext *context;
  GDateTime *creation;
  GPtrArray *lines;     /* BenchBareLine */
  gboolean rtl;
} Sheet;

static MesoHandoutSheet *
assemble (const Sheet *self)
{
  g_autoptr(GError) error = NULL;
  MesoHandoutSheet *sheet = meso_handout_assemble (self->protocol, KIND, self->context, &error);

  g_assert_no_error (error);
  return sheet;
}

/* A patient's own sheet under a full letterhead, with visits to come. */
static MesoHandoutContext *
make_context (const char *language)
{
  MesoHandoutContext *context = meso_handout_context_new ();

  g_set_str (&context->language, language);
  g_set_str (&context->patient_name, "لیلا کریمی");
  g_set_str (&context->file_number, "0417");
  g_set_str (&context->letterhead->clinic_name, "کلینیک نمایشی مو");
  g_set_str (&context->letterhead->phone, "021 1234 5670");
  g_ptr_array_add (context->letterhead->address, g_strdup ("تهران، خیابان نمونه، پلاک ۱"));
  context->when = (MesoCivilTime) { { 2026, 11, 22 }, 14 * 60 };
  context->session_n = 2;
  context->session_count = 6;
  meso_handout_context_add_ingredient (context, "biotin");
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2026, 12, 6 }, 16 * 60 }, 3, MESO_PLAN_TREATMENT);
  return context;
}

static void
sheet_init (Sheet *self, const MesoProtocol *protocol, const char *language)
{
  g_autoptr(MesoHandoutSheet) sheet = NULL;

  self->protocol = protocol;
  self->context = make_context (language);
  self->creation = g_date_time_new_utc (2026, 11, 22, 14, 0, 0);
  sheet = assemble (self);
  self->rtl = sheet->rtl;
  self->lines = bench_bare_lines_new (sheet);
}

static void
sheet_clear (Sheet *self)
{
  meso_handout_context_free (self->context);
  g_date_time_unref (self->creation);
  g_ptr_array_unref (self->lines);
}

static void
run_program (gpointer data, guint batch)
{
  const Sheet *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoHandoutSheet) sheet = assemble (self);
  g_autoptr(MesoHandoutRenderer) renderer = meso_handout_renderer_new (sheet, MESO_PAPER_A4, &error);
  g_autoptr(GBytes) pdf = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (meso_handout_renderer_get_n_pages (renderer), ==, 2);
  pdf = meso_handout_renderer_to_pdf (renderer, self->creation, &error);
  g_assert_no_error (error);
}

static void
run_bare (gpointer data, guint batch)
{
  const Sheet *self = data;
  guint pages;
  g_autoptr(GBytes) pdf = bench_bare_pdf_new (self->lines, self->rtl, self->context->language, &pages);

  g_assert_cmpuint (pages, ==, 2);
}

static void
run_assembly (gpointer data, guint batch)
{
  for (guint i = 0; i < batch; i++)
    meso_handout_sheet_unref (assemble (data));
}

/* KiB that the process has in memory. */
static long
read_resident_memory (void)
{
  g_autofree char *text = NULL;
  long size = 0, resident = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%ld %ld", &size, &resident);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
bench_language (const MesoProtocol *protocol, const char *language, const char *name, guint rounds)
{
  Sheet sheet = { 0 };
  MesoBenchCase cases[] = {
    { "reference: the same words, bare Cairo and Pango", run_bare, &sheet, 1 },
    { "sheet of two pages, PDF", run_program, &sheet, 1, { .ratio = GOAL_RATIO } },
    { "  of which: finding its words and dates", run_assembly, &sheet, 10 },
  };
  g_autofree char *title = g_strdup_printf ("A patient's sheet (" KIND "), %s", name);

  sheet_init (&sheet, protocol, language);
  meso_bench_compare (title, cases, G_N_ELEMENTS (cases), WARM_UP, rounds);
  sheet_clear (&sheet);
}

int
main (int argc, char **argv)
{
  guint rounds = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : ROUNDS;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);
  gint64 start = meso_bench_now ();
  long before, between, after;

  g_assert_no_error (error);
  before = read_resident_memory ();
  bench_language (meso_content_get_protocol (content), "en", "English", rounds);
  between = read_resident_memory ();
  bench_language (meso_content_get_protocol (content), "fa", "Persian", rounds);
  after = read_resident_memory ();
  printf ("%u sheets in one run, and as many bare ones: %.1f s; memory %ld KiB at first, %ld after half, %ld after all\n",
          2 * rounds, (double) (meso_bench_now () - start) / 1e9, before, between, after);
  return 0;
}
