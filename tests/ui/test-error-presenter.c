/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-error-presenter.h"

#include <string.h>

#include "meso-core-error.h"
#include "ui-fixture.h"

/* No problem without words, and no two with the same. */
static void
test_every_problem_has_words (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int problem = 0; problem < MESO_N_PROBLEMS; problem++)
    {
      const char *body = meso_error_presenter_get_body ((MesoProblem) problem);

      g_assert_nonnull (body);
      g_assert_cmpuint (strlen (body), >, 20);
      g_assert_true (g_str_has_suffix (body, "."));
      g_assert_true (g_hash_table_add (seen, (gpointer) body));
    }
}

static void
test_describe (void)
{
  g_autoptr(GError) error = g_error_new_literal (MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "clinic-name: it is <b>long</b> & wide.");
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe ("save the clinic’s name", error);

  g_assert_cmpstr (text->title, ==, "Could not save the clinic’s name");
  g_assert_cmpstr (text->body, ==, meso_error_presenter_get_body (MESO_PROBLEM_RANGE));
  /* The field's name is for scripts. */
  g_assert_cmpstr (text->details, ==, "it is <b>long</b> & wide.");
}

static void
test_details_of_files_stay_whole (void)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "/home/clinic.db: No space left.");
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe ("save it", error);

  g_assert_cmpstr (text->details, ==, error->message);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/error-presenter/every-problem-has-words", test_every_problem_has_words);
  g_test_add_func ("/error-presenter/describe", test_describe);
  g_test_add_func ("/error-presenter/details-of-files-stay-whole", test_details_of_files_stay_whole);
  return g_test_run ();
}
