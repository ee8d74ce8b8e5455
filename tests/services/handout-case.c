/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "handout-case.h"

#include <string.h>

MesoHandoutRequest
handout_request_for (const MesoPatient *patient,
                     const char        *kind)
{
  return (MesoHandoutRequest) {
    .kind = kind, .patient = patient != NULL ? patient->id : NULL, .when = MESO_CIVIL_TIME_NONE,
    .today = clinic_fixture_day (TODAY), .creation = g_date_time_new_utc (2026, 11, 22, 8, 30, 0),
    .printed_at = { clinic_fixture_day (TODAY), MESO_CIVIL_TIME_NO_MINUTE },
  };
}

void
handout_request_clear (MesoHandoutRequest *request)
{
  g_clear_pointer (&request->creation, g_date_time_unref);
}

MesoIssuedHandout *
handout_issue (ClinicFixture            *fixture,
               const MesoHandoutRequest *request)
{
  g_autoptr(GError) error = NULL;
  MesoIssuedHandout *handout = meso_handout_service_issue (fixture->clinic, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (handout);
  return handout;
}

char *
handout_read_words_as (ClinicFixture           *fixture,
                       const MesoIssuedHandout *handout,
                       const char              *mode)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) reader = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GRegex) blanks = g_regex_new ("\\s+", 0, 0, &error);
  gsize length;
  const char *bytes = g_bytes_get_data (handout->pdf, &length);

  g_assert_no_error (error);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", mode, path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));
  return g_regex_replace_literal (blanks, g_strstrip (text), -1, 0, " ", 0, NULL);
}

char *
handout_read_words (ClinicFixture           *fixture,
                    const MesoIssuedHandout *handout)
{
  return handout_read_words_as (fixture, handout, "-raw");
}

void
handout_assert_words (ClinicFixture           *fixture,
                      const MesoIssuedHandout *handout,
                      const char              *words,
                      gboolean                 expected)
{
  g_autofree char *text = handout_read_words (fixture, handout);

  if ((strstr (text, words) != NULL) != expected)
    g_error ("“%s” is %s in: %s", words, expected ? "not" : "already", text);
}
