/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Rules that no physician has signed are usable, and whatever they conclude says so, on each way that it is shown; random rules are
 * signed, and changed again, which takes the signature away. What was concluded before keeps its notice. */

#include <string.h>

#include "clinic-fixture.h"
#include "meso-handout-preview.h"
#include "meso-protocol-service.h"
#include "meso-screening-service.h"
#include "random-answers.h"

#define N_ROUNDS 24

static const char *const languages[] = { "en", "fa" };

typedef struct
{
  ClinicFixture *fixture;
  GRand *rand;
  guint number;
  GHashTable *signed_rules;   /* utf8: what is known here to be signed */
  guint n_reviewed;
  guint n_unreviewed;
} Round;

static guint
count_rules (const Round *self)
{
  return meso_protocol_get_rules (meso_clinic_get_protocol (self->fixture->clinic))->len;
}

/* share: of the rules that aren't signed yet */
static void
sign_some (Round  *self,
           double  share)
{
  const GPtrArray *rules = meso_protocol_get_rules (meso_clinic_get_protocol (self->fixture->clinic));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) chosen = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const char *id = ((const MesoScreeningRule *) g_ptr_array_index (rules, i))->id;

      if (!g_hash_table_contains (self->signed_rules, id) && g_rand_double (self->rand) < share)
        g_strv_builder_add (builder, id);
    }
  chosen = g_strv_builder_end (builder);
  if (chosen[0] == NULL)
    return;
  g_assert_true (meso_protocol_service_review (self->fixture->clinic, (const char *const *) chosen, &self->number, "", &error));
  g_assert_no_error (error);
  for (guint i = 0; chosen[i] != NULL; i++)
    g_hash_table_add (self->signed_rules, g_strdup (chosen[i]));
}

/* A rule that is another now hasn't been signed by anybody. */
static void
change_one (Round *self)
{
  static int days = 8;
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (edits, meso_protocol_edit_new_change ("MENS", 1, MESO_OUTCOME_DEFER, days++, "longer"));
  g_assert_true (meso_protocol_service_apply_edits (self->fixture->clinic, edits, &self->number, "meeting", &error));
  g_assert_no_error (error);
  g_hash_table_remove (self->signed_rules, "MENS");
}

static char *
read_sheet (const Round       *self,
            const MesoPatient *patient,
            const char        *kind,
            const char        *language)
{
  const MesoHandoutRequest request = {
    .kind = kind, .language = language, .patient = patient != NULL ? patient->id : NULL, .when = MESO_CIVIL_TIME_NONE,
    .today = clinic_fixture_day (TODAY), .printed_at = MESO_CIVIL_TIME_NONE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoHandoutPreview) preview = meso_handout_preview_new (self->fixture->clinic, &request, &error);

  g_assert_no_error (error);
  return meso_handout_preview_dup_text (preview);
}

static void
assert_notice (const Round       *self,
               const MesoPatient *patient,
               const char        *kind,
               const char        *phrase,
               gboolean           expected)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (self->fixture->clinic);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = read_sheet (self, patient, kind, languages[i]);

      if ((strstr (text, meso_protocol_get_phrase (protocol, phrase, languages[i])) != NULL) != expected)
        g_error ("%s (%s) should%s say %s: %s", kind, languages[i], expected ? "" : "n't", phrase, text);
    }
}

/* What a screening's result says of it, as it was recorded and as it is read again. */
static void
assert_result (const Round       *self,
               const MesoPatient *patient,
               const char        *screening,
               gboolean           reviewed)
{
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoScreening) stored = meso_screening_service_get (self->fixture->clinic, screening, &decisions, &error);

  g_assert_no_error (error);
  g_assert_true (stored->verdict->protocol_reviewed == reviewed);
  assert_notice (self, patient, "screening", "notice-unreviewed", !reviewed);
}

static void
play (Round *self)
{
  gboolean reviewed = g_hash_table_size (self->signed_rules) == count_rules (self);
  MesoProtocol *protocol = meso_clinic_get_protocol (self->fixture->clinic);
  g_autoptr(MesoPatient) patient = clinic_fixture_add (self->fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoForm form = g_rand_boolean (self->rand) ? MESO_FORM_FULL : MESO_FORM_SHORT;
  g_autoptr(MesoQuestionnaireResponse) answers = random_answers_draw (self->rand, protocol, form, g_rand_double (self->rand) * 0.1);
  g_autofree char *screening = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoVerdict) verdict = meso_screening_service_record (self->fixture->clinic, patient->id, answers,
                                                                  clinic_fixture_day (TODAY), &screening, &error);

  g_assert_no_error (error);
  g_assert_true (meso_protocol_get_reviewed (protocol) == reviewed);
  g_assert_true (verdict->protocol_reviewed == reviewed);
  assert_result (self, patient, screening, reviewed);
  /* The sheet's questions for somebody who wasn't screened come from the rules of today. */
  assert_notice (self, NULL, "screening", "notice-unreviewed", !reviewed);
  /* Nobody signs the words of the other sheets yet. */
  assert_notice (self, patient, "before", "paper-draft", TRUE);
  assert_notice (self, patient, "aftercare", "paper-draft", TRUE);

  if (reviewed)
    {
      self->n_reviewed++;
      change_one (self);
    }
  else
    {
      self->n_unreviewed++;
      sign_some (self, g_rand_boolean (self->rand) ? 1 : 0.5);
    }
  assert_result (self, patient, screening, reviewed);
}

static void
test_rounds (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GRand) rand = random_answers_new_rand ();
  g_autoptr(GHashTable) signed_rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Round self = { .fixture = fixture, .rand = rand, .signed_rules = signed_rules };

  for (int i = 0; i < N_ROUNDS; i++)
    play (&self);
  g_test_message ("%u reviewed, %u unreviewed", self.n_reviewed, self.n_unreviewed);
  g_assert_cmpuint (self.n_reviewed, >, 0);
  g_assert_cmpuint (self.n_unreviewed, >, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/review-invariants/rounds", test_rounds);

  return g_test_run ();
}
