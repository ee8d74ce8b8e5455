/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The label of a preparation: in which languages, for which of them, and that its printing is written down. */

#include "meso-preparation-label-service.h"

#include "handout-case.h"
#include "meso-preparation-service.h"
#include "stock-case.h"

#define REFUSED MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED

/* (transfer full): the preparation of a visit, checked by somebody else */
static MesoPreparation *
prepare (const Visit *visit)
{
  g_autofree char *nurse = clinic_fixture_employ (visit->fixture, "Maryam & Co <i>", MESO_ROLE_NURSE);
  g_autofree char *lot = stock_receive (visit->fixture, stock_type_lot ("AB 12-3", "biotin"));
  g_autoptr(MesoPreparation) draft = stock_type_preparation (visit, nurse);

  return stock_prepare (visit, draft);
}

static MesoLabel *
make (const Visit            *visit,
      const MesoLabelRequest *request,
      GError                **error)
{
  g_autoptr(GDateTime) creation = g_date_time_new_utc (2026, 11, 22, 8, 30, 0);
  MesoLabelRequest dated = *request;

  dated.creation = creation;
  return meso_preparation_label_service_make (visit->fixture->clinic, &dated, error);
}

static void
assert_words (const Visit     *visit,
              const MesoLabel *label,
              const char      *words)
{
  MesoIssuedHandout handout = { .pdf = label->pdf };

  handout_assert_words (visit->fixture, &handout, words, TRUE);
}

static void
test_make (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autoptr(MesoPreparation) preparation = prepare (&visit);
  const MesoLabelRequest request = { .preparation = preparation->id };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoLabel) label = make (&visit, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label->size, ==, "70x37");
  g_assert_cmpstr (label->languages, ==, "en");
  g_assert_cmpuint (label->labels, ==, 1);
  g_assert_cmpint (label->pages, ==, 1);
  g_assert_cmpfloat_with_epsilon (label->width, 198.425, 0.001);
  assert_words (&visit, label, "Lots AB 12-3");
  assert_words (&visit, label, "Biotin: 1 mg");
  assert_words (&visit, label, "Checked by Maryam & Co <i>");
  assert_words (&visit, label, visit.patient->file_number);
  g_assert_cmpuint (clinic_fixture_count_audit (visit.fixture, "print", "preparation", preparation->id), ==, 1);
}

/* A patient who reads the other language has both on it, and so it can be asked for. */
static void
test_languages (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autoptr(MesoPreparation) preparation = prepare (&visit);
  MesoLabelRequest request = { .preparation = preparation->id, .size = "62x29", .languages = "both" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoLabel) both = make (&visit, &request, &error);
  g_autoptr(MesoLabel) persian = NULL;
  g_autoptr(MesoLabel) chosen = NULL;

  g_assert_no_error (error);
  assert_words (&visit, both, "Use before");
  assert_words (&visit, both, "Biotin: 1 mg");
  request.languages = "fa";
  persian = make (&visit, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (persian->languages, ==, "fa");
  clinic_fixture_set (visit.fixture, "language", "fa", NULL);
  request.languages = NULL;
  chosen = make (&visit, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chosen->languages, ==, visit.patient->language[0] == '\0' ? "fa" : "both");
}

static gboolean
fail (GBytes   *pdf,
      gpointer  data,
      GError  **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The printer is on fire.");
  return FALSE;
}

/* What couldn't be printed wasn't. */
static void
test_not_delivered (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autoptr(MesoPreparation) preparation = prepare (&visit);
  const MesoLabelRequest request = { .preparation = preparation->id, .deliver = fail };
  g_autoptr(GError) error = NULL;

  g_assert_null (make (&visit, &request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (clinic_fixture_count_audit (visit.fixture, "print", "preparation", NULL), ==, 0);
}

static void
test_thrown_away (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autoptr(MesoPreparation) preparation = prepare (&visit);
  const MesoLabelRequest request = { .preparation = preparation->id };
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_preparation_service_discard (visit.fixture->clinic, preparation->id, "It fell", &error));
  g_assert_no_error (error);
  g_assert_null (make (&visit, &request, &error));
  clinic_fixture_assert_error (&error, REFUSED, "thrown away");
}

static void
test_bad_input (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autoptr(MesoPreparation) preparation = prepare (&visit);
  g_autoptr(GError) error = NULL;
  const MesoLabelRequest size = { .preparation = preparation->id, .size = "a4" };
  const MesoLabelRequest languages = { .preparation = preparation->id, .languages = "de" };
  const MesoLabelRequest nothing = { .preparation = "no-such" };

  g_assert_null (make (&visit, &size, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "size: ");
  g_assert_null (make (&visit, &languages, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (make (&visit, &nothing, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "no-such");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/preparation-label/make", test_make);
  g_test_add_func ("/services/preparation-label/languages", test_languages);
  g_test_add_func ("/services/preparation-label/not-delivered", test_not_delivered);
  g_test_add_func ("/services/preparation-label/thrown-away", test_thrown_away);
  g_test_add_func ("/services/preparation-label/bad-input", test_bad_input);
  return g_test_run ();
}
