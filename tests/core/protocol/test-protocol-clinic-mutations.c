/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Whatever a clinic's file holds: reading it ends soon, in a protocol that is no looser where that isn't allowed, or in sentences
 * with a place in that file; what ships is read as it was. */

#include "layer-fixture.h"

#include <stdlib.h>
#include <string.h>

#define SEED 20261122
#define ROUNDS 3000
#define SOON (2 * G_USEC_PER_SEC)

static const char everything[] =
  OWN_QUESTION ("my") "\n" "<rule id='MY' findings='all'" OWN "><case outcome='caution'><when question='my' is='yes'/><reason>R</reason><advice>A</advice></case>"
  "<case outcome='exclude' ingredient='zinc'><when question='my' is='yes'/><when fact='age' below='30'/><reason>R</reason>"
  "<advice>A</advice></case></rule>\n"
  CHANGE ("rule='RES' case='1' outcome='defer' days='9'") "\n" CHANGE ("rule='MENS' case='1' outcome='block'") "\n"
  CHANGE ("rule='ENDO' case='1' outcome='clearance'") "\n" SWITCH_OFF ("EXC") "\n"
  "<review rule='RES' by='Dr A' on='2026-11-22'/>\n"
  "<adjust ingredient='zinc' availability='off' cap='2 mg'><why>W</why></adjust>\n"
  "<ingredient id='own' group='other' availability='on' dimension='mass' strengths='1 mg/mL'" OWN "><name>O</name><benefit>B</benefit></ingredient>\n"
  "<product id='vial' ph='6.5' container='2 mL'" OWN "><name>V</name><component ingredient='own' strength='1 mg/mL'/></product>\n"
  "<pair a='zinc' b='own' severity='caution'" OWN "><reason>R</reason></pair>\n";

static GPtrArray *
join (const char *data,
      gsize       length)
{
  GPtrArray *documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, bytes));
  return documents;
}

static void
assert_located (const char *fault,
                guint       n_lines)
{
  g_auto (GStrv) parts = g_strsplit (fault, ":", 4);

  g_assert_true (g_utf8_validate (fault, -1, NULL));
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  g_assert_cmpstr (parts[0], ==, "clinic.xml");
  g_assert_cmpint (atoi (parts[1]), >=, 1);
  g_assert_cmpint (atoi (parts[1]), <=, n_lines);
  g_assert_cmpint (atoi (parts[2]), >=, 1);
}

/* The case of @rule with the same words as one that ships: they tell the cases of the fixture apart. */
static const MesoRuleCase *
find_case (const MesoScreeningRule *rule,
           const MesoRuleCase      *shipped)
{
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const MesoRuleCase *candidate = g_ptr_array_index (rule->cases, i);

      if (candidate->reason && g_str_equal (meso_local_text_get (candidate->reason, "en"), meso_local_text_get (shipped->reason, "en")))
        return candidate;
    }

  return NULL;
}

static void
assert_no_looser (const MesoScreeningRule *shipped,
                  const MesoScreeningRule *rule)
{
  gboolean free_to_choose = shipped->provenance.origin == MESO_ORIGIN_RESEARCH;

  g_assert_true (shipped->overridable || !rule->overridable);
  g_assert_true (shipped->first_case_only || !rule->first_case_only);
  g_assert_cmpuint (rule->cases->len, ==, shipped->cases->len);
  for (guint i = 0; i < shipped->cases->len; i++)
    {
      const MesoRuleCase *before = g_ptr_array_index (shipped->cases, i);
      const MesoRuleCase *after = find_case (rule, before);

      g_assert_nonnull (after);
      g_assert_cmpuint (after->conditions->len, ==, before->conditions->len);
      g_assert_true (after->outcome >= before->outcome || (free_to_choose && after->outcome == before->choose));
      if (before->outcome == MESO_OUTCOME_EXCLUDE)
        g_assert_true (after->outcome == MESO_OUTCOME_EXCLUDE || after->outcome == MESO_OUTCOME_BLOCK);
      if (after->outcome == MESO_OUTCOME_DEFER && before->outcome == MESO_OUTCOME_DEFER)
        g_assert_cmpint (after->days, >=, free_to_choose ? before->days_from : before->days);
    }
}

/* Every question of what ships is there as it was, and every rule, unless it is one of the research and said to be off. */
static void
assert_kept (const MesoProtocol *shipped,
             const MesoProtocol *protocol)
{
  const GPtrArray *questions = meso_protocol_get_questions (shipped);
  const GPtrArray *rules = meso_protocol_get_rules (shipped);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *before = g_ptr_array_index (questions, i);
      const MesoQuestion *after = g_ptr_array_index (meso_protocol_get_questions (protocol), i);

      g_assert_cmpstr (after->id, ==, before->id);
      g_assert_cmpstr (after->parent, ==, before->parent);
      g_assert_cmpint (after->forms, ==, before->forms);
      g_assert_cmpint (after->required, ==, before->required);
      g_assert_cmpstr (meso_local_text_get (after->text, "en"), ==, meso_local_text_get (before->text, "en"));
    }

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *before = g_ptr_array_index (rules, i);
      const MesoScreeningRule *after = layer_fixture_rule (protocol, before->id);

      if (after)
        assert_no_looser (before, after);
      else
        {
          g_assert_cmpint (before->provenance.origin, ==, MESO_ORIGIN_RESEARCH);
          g_assert_nonnull (meso_protocol_get_off_reason (protocol, before->id));
        }
    }
}

static gboolean
read_mutation (const MesoProtocol *shipped,
               const char         *data,
               gsize               length)
{
  g_autoptr (GPtrArray) documents = join (data, length);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) faults = meso_protocol_validate (documents);
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoProtocol) protocol = meso_protocol_new (documents, &error);
  guint n_lines = 1;

  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON);
  for (gsize i = 0; i < length; i++)
    n_lines += data[i] == '\n' ? 1 : 0;
  for (guint i = 0; i < faults->len; i++)
    assert_located (g_ptr_array_index (faults, i), n_lines);
  g_assert_true ((protocol == NULL) == (faults->len > 0));
  g_assert_true ((protocol == NULL) == (error != NULL));
  if (protocol)
    assert_kept (shipped, protocol);
  return protocol != NULL;
}

/* The same file laid over what ships by all means: there is always a protocol, and it is no looser. */
static void
fit_mutation (const MesoProtocol *shipped,
              const GPtrArray    *documents,
              const char         *data,
              gsize               length,
              gboolean            sound)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GPtrArray) set_aside = NULL;
  g_autoptr (GBytes) fitted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoProtocol) protocol = meso_protocol_new_fitting (documents, bytes, &set_aside, &fitted, &error);

  g_assert_no_error (error);
  assert_kept (shipped, protocol);
  if (sound)
    g_assert_cmpuint (set_aside->len, ==, 0);
  if (fitted)
    {
      g_autofree char *left = g_strndup (g_bytes_get_data (fitted, NULL), g_bytes_get_size (fitted));

      g_assert_true (read_mutation (shipped, left, strlen (left)));
    }
}

static const char *const pieces[] = {
  "<", ">", "&", "'", "\"", "/", " ", "\n", "=", "<!--", "-->", "<![CDATA[", "&#0;", "&amp;", "ی", "\xff", "PREG", "TUM-H", "RES", "MENS",
  "block", "caution", "exclude", "clearance", "0", "1", "2", "3", "-1", "99999999999999999999", "<change rule='PREG' case='1' days='1'>",
  "<switch-off rule='LACT'><why>W</why></switch-off>", "<rule/>", "<why/>", " of='0'", " over='0'", " origin='article'",
  "</protocol>", "<!DOCTYPE x>", NULL
};

static void
test_mutations (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (LAYER_SHIPPED, NULL);
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
  g_autofree char *xml = protocol_fixture_wrap (everything);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_sound = 0;

  g_test_message ("seed %d", SEED);
  g_assert_true (read_mutation (shipped, xml, strlen (xml)));
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) document = g_string_new (xml);
      gboolean sound;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        protocol_fixture_mutate (rand, document, pieces);
      sound = read_mutation (shipped, document->str, document->len);
      fit_mutation (shipped, documents, document->str, document->len, sound);
      n_sound += sound ? 1 : 0;
    }

  g_test_message ("%u of %d were still sound", n_sound, ROUNDS);
  g_assert_cmpuint (n_sound, >, 10);
  g_assert_cmpuint (n_sound, <, ROUNDS);
}

/* Values exchanged for others: well-formed, and mostly wrong in meaning, so that what is allowed is what is tried. */
static void
test_exchanged_values (void)
{
  static const char *const values[] = {
    "PREG", "LACT", "MENS", "ENDO", "TUM-A", "TUM-H", "RES", "EXC", "MY", "1", "2", "3", "9", "30", "31", "365", "block", "defer", "clearance",
    "caution", "exclude", "my", "ill", "pregnant", "menstruating", "ill-since", "zinc", "yes", "no", "clinic", "article", "answer", "date",
    "full", "short", "unreviewed", "reviewed", "2026-11-22"
  };
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (LAYER_SHIPPED, NULL);
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
  g_autofree char *xml = protocol_fixture_wrap (everything);
  g_auto (GStrv) parts = g_strsplit (xml, "'", -1);
  guint n_values = g_strv_length (parts) / 2;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  guint n_sound = 0;

  g_test_message ("seed %d", SEED + 1);
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint at = 2 * g_rand_int_range (rand, 2, n_values) + 1;
      char *kept = parts[at];
      g_autofree char *document = NULL;
      gboolean sound;

      parts[at] = (char *) values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
      document = g_strjoinv ("'", parts);
      parts[at] = kept;
      sound = read_mutation (shipped, document, strlen (document));
      fit_mutation (shipped, documents, document, strlen (document), sound);
      n_sound += sound ? 1 : 0;
    }

  g_test_message ("%u of %d were still sound", n_sound, ROUNDS);
  g_assert_cmpuint (n_sound, >, ROUNDS / 20);
  g_assert_cmpuint (n_sound, <, ROUNDS);
}

static void
test_random_bytes (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (LAYER_SHIPPED, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 2);

  g_test_message ("seed %d", SEED + 2);
  for (guint round = 0; round < ROUNDS; round++)
    {
      char bytes[64];
      gsize length = g_rand_int_range (rand, 0, sizeof bytes);

      for (gsize i = 0; i < length; i++)
        bytes[i] = g_rand_int_range (rand, 0, 256);
      g_assert_false (read_mutation (shipped, bytes, length));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol-clinic-mutations/mutations", test_mutations);
  g_test_add_func ("/protocol-clinic-mutations/exchanged-values", test_exchanged_values);
  g_test_add_func ("/protocol-clinic-mutations/random-bytes", test_random_bytes);

  return g_test_run ();
}
