/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-preview.h"

#include <cairo.h>
#include <string.h>

#include "handout-case.h"
#include "meso-core-error.h"
#include "meso-demo-service.h"

static MesoHandoutPreview *
make (MesoClinic               *clinic,
      const MesoHandoutRequest *request)
{
  g_autoptr(GError) error = NULL;
  MesoHandoutPreview *preview = meso_handout_preview_new (clinic, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (preview);
  return preview;
}

/* How much of a page is inked, in hundredths of its points. */
static guint
measure_ink (const MesoHandoutPreview *preview,
             int                       page)
{
  int width = (int) meso_handout_preview_get_width (preview);
  int height = (int) meso_handout_preview_get_height (preview);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  guint64 inked = 0;

  meso_handout_preview_draw_page (preview, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      inked += pixels[y * cairo_image_surface_get_stride (surface) + x] > 0;
  cairo_surface_destroy (surface);
  return (guint) (inked * 100 / ((guint64) width * (guint64) height));
}

static void
assert_says (const MesoHandoutPreview *preview,
             const char               *words,
             gboolean                  expected)
{
  g_autofree char *text = meso_handout_preview_dup_text (preview);

  if ((strstr (text, words) != NULL) != expected)
    g_error ("“%s” is %s in: %s", words, expected ? "not" : "already", text);
}

/* What is shown is what will be printed, and nothing is stored for it. */
static void
test_same_as_printed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "<b>Leila</b>", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");
  g_autoptr(MesoHandoutPreview) preview = NULL;
  g_autoptr(MesoIssuedHandout) issued = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  clinic_fixture_set (fixture, "clinic-name", "Hair & <Skin>", "paper", "a5", NULL);
  before = clinic_fixture_dump (fixture);
  preview = make (fixture->clinic, &request);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);

  issued = meso_handout_service_issue (fixture->clinic, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (meso_handout_preview_get_n_pages (preview), ==, issued->pages);
  g_assert_cmpstr (meso_handout_preview_get_language (preview), ==, "en");
  g_assert_cmpstr (meso_handout_preview_get_paper (preview), ==, "a5");
  g_assert_cmpfloat_with_epsilon (meso_handout_preview_get_width (preview), 419.5, 0.5);
  g_assert_cmpfloat_with_epsilon (meso_handout_preview_get_height (preview), 595.3, 0.5);
  for (int page = 0; page < issued->pages; page++)
    g_assert_cmpuint (measure_ink (preview, page), >, 0);
  assert_says (preview, "<b>Leila</b> Karimi", TRUE);
  assert_says (preview, "Hair & <Skin>", TRUE);
  assert_says (preview, "biotin", TRUE);
  assert_says (preview, "8 December 2026", TRUE);
}

static void
test_choices (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "لیلا", "کریمی", MESO_SEX_FEMALE, "1990-05-01", "fa");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "before");
  g_autoptr(MesoHandoutPreview) own = make (fixture->clinic, &request);
  g_autoptr(MesoHandoutPreview) asked = NULL;

  g_assert_cmpstr (meso_handout_preview_get_language (own), ==, "fa");
  g_assert_cmpstr (meso_handout_preview_get_paper (own), ==, "a4");
  request.language = "en";
  request.paper = "letter";
  asked = make (fixture->clinic, &request);
  g_assert_cmpstr (meso_handout_preview_get_language (asked), ==, "en");
  g_assert_cmpstr (meso_handout_preview_get_paper (asked), ==, "letter");
}

/* With a clinic or without one. */
static void
test_blank (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_auto(MesoHandoutRequest) request = handout_request_for (NULL, "information");
  g_autoptr(MesoHandoutPreview) alone = make (NULL, &request);
  g_autoptr(MesoHandoutPreview) beside = NULL;
  g_autofree char *first = meso_handout_preview_dup_text (alone);
  g_autofree char *second = NULL;

  clinic_fixture_set (fixture, "clinic-name", "Hair & Skin", NULL);
  beside = make (fixture->clinic, &request);
  second = meso_handout_preview_dup_text (beside);
  g_assert_cmpstr (first, ==, second);
  assert_says (beside, "Hair & Skin", FALSE);
  g_assert_cmpint (meso_handout_preview_get_n_pages (alone), >=, 1);
}

static void
test_demo (void)
{
  g_autoptr(ClinicFixture) demo = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) invented = NULL;
  g_auto(MesoHandoutRequest) request = { NULL };
  g_autoptr(MesoHandoutPreview) preview = NULL;

  g_assert_true (meso_demo_service_fill (demo->clinic, 0, 1, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  invented = clinic_fixture_add (demo, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  request = handout_request_for (invented, "aftercare");
  preview = make (demo->clinic, &request);
  assert_says (preview, "DEMO", TRUE);
}

static void
assert_refused (ClinicFixture            *fixture,
                const MesoHandoutRequest *request,
                GQuark                    domain,
                int                       code,
                const char               *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_handout_preview_new (fixture->clinic, request, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
}

static void
test_errors (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "recipe");

  assert_refused (fixture, &request, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "recipe");
  request.kind = "before";
  request.paper = "a3";
  assert_refused (fixture, &request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "a3");
  request.paper = NULL;
  request.patient = "999";
  assert_refused (fixture, &request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
}

static gpointer
make_on_thread (gpointer data)
{
  return make (NULL, data);
}

/* Made on the clinic's thread, drawn on the window's, let go by either. */
static void
test_threads (void)
{
  g_auto(MesoHandoutRequest) request = handout_request_for (NULL, "aftercare");
  GThread *thread = g_thread_new ("maker", make_on_thread, &request);
  g_autoptr(MesoHandoutPreview) preview = g_thread_join (thread);
  g_autoptr(MesoHandoutPreview) again = meso_handout_preview_ref (preview);

  g_assert_cmpuint (measure_ink (again, 0), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/handout-preview/same-as-printed", test_same_as_printed);
  g_test_add_func ("/services/handout-preview/choices", test_choices);
  g_test_add_func ("/services/handout-preview/blank", test_blank);
  g_test_add_func ("/services/handout-preview/demo", test_demo);
  g_test_add_func ("/services/handout-preview/errors", test_errors);
  g_test_add_func ("/services/handout-preview/threads", test_threads);

  return g_test_run ();
}
