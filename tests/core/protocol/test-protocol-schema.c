/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The RELAX NG schema against the shipped content, as written and as built, and both against the program: what
 * xmllint refuses the program refuses too. */

#include "layer-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define SEED 20261122

static char *
find_xmllint (void)
{
  char *path = g_find_program_in_path ("xmllint");

  if (!path)
    g_test_skip ("xmllint isn't installed (Debian: libxml2-utils)");
  return path;
}

/* (transfer full) (element-type utf8): the paths in @folder whose names end so, sorted */
static GPtrArray *
list_files (const char *folder,
            const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort_values (paths, (GCompareFunc) g_strcmp0);
  return paths;
}

/* (transfer full) (nullable): what xmllint says against @paths, by the schema or only of their form */
static char *
lint (const char      *xmllint,
      gboolean         schema,
      const GPtrArray *paths)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *grammar = g_build_filename (g_getenv ("MESO_SOURCE_ROOT"), "data", "protocol", "protocol.rng", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_ptr_array_add (arguments, (gpointer) xmllint);
  g_ptr_array_add (arguments, (gpointer) "--noout");
  g_ptr_array_add (arguments, (gpointer) "--nonet");
  if (schema)
    {
      g_ptr_array_add (arguments, (gpointer) "--relaxng");
      g_ptr_array_add (arguments, grammar);
    }
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (paths, i));
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors, &status, &error);
  g_assert_no_error (error);
  return status == 0 ? NULL : g_steal_pointer (&errors);
}

static void
assert_lint (const char      *xmllint,
             gboolean         schema,
             const GPtrArray *paths)
{
  g_autofree char *errors = lint (xmllint, schema, paths);

  g_assert_cmpstr (errors, ==, NULL);
}

static void
assert_content (const char *folder)
{
  g_autofree char *xmllint = find_xmllint ();
  g_autoptr (GPtrArray) paths = list_files (folder, ".xml");
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (MesoProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *xml = NULL;

      g_file_get_contents (path, &xml, NULL, &error);
      g_assert_no_error (error);
      protocol_fixture_add (documents, path, xml);
    }

  faults = meso_protocol_validate (documents);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);

  if (xmllint)
    assert_lint (xmllint, TRUE, paths);
}

static void
test_source (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MESO_SOURCE_ROOT"), "data", "protocol", NULL);

  assert_content (folder);
}

static void
test_built (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MESOCLINIC_DATA_DIR"), "protocol", NULL);

  assert_content (folder);
}

static GPtrArray *
write_sample (const char *folder,
              const char *xml)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (paths, g_build_filename (folder, "sample.xml", NULL));
  g_file_set_contents (g_ptr_array_index (paths, 0), xml, -1, &error);
  g_assert_no_error (error);
  return paths;
}

/* Each is a sound entry with one thing wrong. */
typedef struct { const char *old, *new; } Negative;

static const Negative negatives[] = {
  { "version='1.0.0'", "" },
  { "version='1.0.0'", "version='new'" },
  { "https://example.org/mesoclinic/protocol", "https://example.org/other" },
  { "<phrase ", "<sentence/><phrase " },
  { "<phrase id='page-of'>", "<phrase id='page-of' source='GK'>" },
  { "<text>Pain</text>", "" },
  { "<text>Pain</text>", "<text> </text>" },
  { "<text>Pain</text>", "<text>Pain <b>!</b></text>" },
  { "<text>Pain</text><text xml:lang='fa'>", "<text>Pain</text><text>" },
  { "<text>Pain</text><text xml:lang='fa'>درد</text>", "<text xml:lang='fa'>درد</text>" },
  { " origin='research'", "" },
  { " grade='GK'", " grade='D'" },
  { " review='unreviewed'", " review='approved'" },
  { "id='ill' type='answer'", "id='Ill' type='answer'" },
  { "type='answer'", "type='text'" },
  { "forms='full short'", "forms=''" },
  { "forms='full short'", "forms='long'" },
  { "required='true'", "required='1'" },
  { "min='40' ", "" },
  { "<find-out>Ask</find-out><find-out xml:lang='fa'>بپرسید</find-out>", "" },
  { "<choice id='dry'>", "<choice id='unknown'>" },
  { "unless-sex='female'", "unless-sex='other'" },
  { "unit='kg'", "unit='k g'" },
  { "known='weight'", "known='weight' below='A b'" },
  { "unit='kg'", "unit='lb'" },
  { "unit='kg' ", "" },
  { "known='weight'", "known='height'" },
  { "<known in='medicine' origin", "<known in='medicines' origin" },
  { "<known in='condition'", "<known in='condition' origin='prescribed'" },
  { "origin='prescribed'", "origin='bought'" },
  { "ended='true'", "ended='yes'" },
  { "<text>flu</text><text xml:lang='fa'>آنفلوانزا</text>", "" },
  { "suspends='true'", "suspends='1'" },
  { "choose='clearance'", "choose='suitable'" },
  { " days-to='28'", "" },
  { "days-from='7'", "days-from='-7'" },
  { "outcome='block'>", "outcome='block' days-from='1' days-to='2'>" },
  { "id='ILL-1'", "id='ill-1'" },
  { "findings='first'", "findings='some'" },
  { "outcome='defer'", "outcome='suitable'" },
  { "outcome='defer' event='ill-since' days='14'", "outcome='defer' days='14'" },
  { "outcome='defer' event='ill-since' days='14'", "outcome='defer' event='ill-since' days='4000'" },
  { "outcome='caution'", "outcome='caution' ingredient='zinc'" },
  { "outcome='exclude' ingredient='zinc'", "outcome='exclude'" },
  { "<when question='ill' is='yes'/><when question='ill-since' days-ago-below='14'/>", "" },
  { "question='ill' is='yes'", "question='ill' is='no'" },
  { "question='ill' is='yes'", "question='ill' is='unknown'" },
  { "question='ill' is='yes'", "question='ill'" },
  { "question='ill' is='yes'", "is='yes'" },
  { "fact='age' below='18'", "fact='age' below='0'" },
  { "fact='age' below='18'", "fact='weight' below='18'" },
  { "excipients='sulfite metabisulfite' severity='incompatible'", "excipients='' severity='incompatible'" },
  { "excipients='sulfite metabisulfite' severity='incompatible'", "excipients='sulfite' severity='compatible'" },
  { "group='minerals'", "group='metals'" },
  { "availability='off'", "availability='no'" },
  { "dimension='mass' cap='3 mg'", "dimension='volume' cap='3 mg'" },
  { "cap='3 mg'", "cap=''" },
  { "max-final='20 mg/mL'", "max-final='20 mg'" },
  { "molar-mass='65.38 mg/mmol'", "molar-mass='65.38'" },
  { "severity='incompatible'", "severity='bad'" },
  { "strength='1 mg/mL'", "" },
  { "gap-days='14'", "gap-days='14' gap-months='1'" },
  { "gap-days='14'", "" },
  { "min-sessions='2'", "min-sessions='0'" },
  { "found='true' reference='doi:10.1/x'", "found='true'" },
  { "found='false' reference=''", "found='false' reference='doi:1'" },
  { "list='side-effect'", "list='side-effects'" },
  { "text-version='2'", "text-version='0'" },
  { "duration='PT24H'", "duration='P1W'" },
  { "duration='PT24H'", "duration='P1DT1H'" },
  { "icon='shower'", "icon='../shower'" },
};

/* A clinic's own document, in the same way. */
static const char clinic_sound[] =
  "<protocol xmlns='https://example.org/mesoclinic/protocol' origin='clinic' version='3'>\n"
  OWN_QUESTION ("my") OWN_RULE ("MY", OWN_CASE ("my"))
  "<change rule='RES' case='1' outcome='defer' days='9' over='defer 7'><why>W</why></change>"
  "<switch-off rule='EXC'><why>Never seen</why></switch-off>"
  "<adjust ingredient='zinc' availability='off' cap='2 mg' cap-per-kg='0.1 mg' cap-severity='block' over='on'><benefit>B</benefit>"
  "<caution>C</caution><why>Rash</why></adjust>"
  "<ingredient id='mine' group='other' availability='on' dimension='mass'" OWN "><name>Mine</name><benefit>B</benefit></ingredient>"
  "<product id='vial' maker='M' licence='1' authority='A' form='gel' ph='6.5' container='2 mL' doses='multi' opened-life-h='24'" OWN ">"
  "<name>V</name><storage>Cold</storage><component ingredient='mine' strength='1 mg/mL'/></product>"
  "<pair a='mine' b='zinc' severity='caution'" OWN "><reason>R</reason></pair>"
  "<review rule='PREG' by='Dr A' on='2026-11-22' of='00'/></protocol>";

static const Negative clinic_negatives[] = {
  { "version='3'", "version='new'" },
  { "<change ", "<changes/><change " },
  { "<change rule='RES'", "<change" },
  { "<change rule='RES'", "<change rule='RES' why='W'" },
  { " case='1'", "" },
  { " case='1'", " case='0'" },
  { " outcome='defer' days='9'", "" },
  { "outcome='defer'", "outcome='suitable'" },
  { "days='9'", "days='4000'" },
  { "<why>W</why>", "" },
  { "<why>W</why>", "<why> </why>" },
  { "<switch-off rule='EXC'>", "<switch-off>" },
  { "<why>Never seen</why>", "" },
  { "by='Dr A' ", "" },
  { "<adjust ingredient='zinc'", "<adjust" },
  { " availability='off' cap", " availability='never' cap" },
  { "cap-severity='block'", "cap-severity='stop'" },
  { "<why>Rash</why>", "" },
  { "<caution>C</caution>", "<name>C</name>" },
  { " licence='1'", "" },
  { "form='gel'", "form='cream'" },
  { "ph='6.5'", "ph='6,5'" },
  { "ph='6.5'", "ph='6.505'" },
  { "doses='multi'", "doses='many'" },
  { "opened-life-h='24'", "opened-life-h='-1'" },
  { "<component ingredient='mine' strength='1 mg/mL'/>", "" },
  { "severity='caution'", "severity='unknown'" },
  { "on='2026-11-22'", "on='yesterday'" },
  { " on='2026-11-22'", "" },
  { "<switch-off", "<phrase id='notice'><text>T</text></phrase><switch-off" },
};

/* Each has to be refused by the program, laid over @shipped (nullable), and by the schema. */
static void
assert_refused (const char     *sound,
                const Negative *cases,
                gsize           n_cases,
                const char     *name,
                const char     *shipped)
{
  g_autofree char *xmllint = find_xmllint ();
  g_autofree char *folder = g_dir_make_tmp ("meso-schema-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = write_sample (folder, sound);

  if (xmllint)
    assert_lint (xmllint, TRUE, paths);

  for (gsize i = 0; i < n_cases; i++)
    {
      const char *at = strstr (sound, cases[i].old);
      g_autoptr (GString) broken = g_string_new (sound);
      g_autoptr (GPtrArray) documents = shipped ? layer_fixture_documents (shipped, NULL)
                                                : g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GPtrArray) sample = NULL;

      g_test_message ("“%s” for “%s”", cases[i].new, cases[i].old);
      g_assert_nonnull (at);
      g_string_erase (broken, at - sound, strlen (cases[i].old));
      g_string_insert (broken, at - sound, cases[i].new);

      protocol_fixture_add (documents, name, broken->str);
      faults = meso_protocol_validate (documents);
      g_assert_cmpuint (faults->len, >, 0);

      sample = write_sample (folder, broken->str);
      if (xmllint)
        {
          g_autofree char *errors = lint (xmllint, TRUE, sample);

          g_assert_nonnull (errors);
        }
    }

  g_unlink (g_ptr_array_index (paths, 0));
  g_rmdir (folder);
}

static void
test_negatives (void)
{
  g_autofree char *sound = protocol_fixture_wrap (protocol_fixture_everything);

  assert_refused (sound, negatives, G_N_ELEMENTS (negatives), "t.xml", NULL);
}

static void
test_clinic (void)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
  g_autoptr (GPtrArray) faults = NULL;

  protocol_fixture_add (documents, MESO_PROTOCOL_CLINIC_NAME, clinic_sound);
  faults = meso_protocol_validate (documents);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
  assert_refused (clinic_sound, clinic_negatives, G_N_ELEMENTS (clinic_negatives), MESO_PROTOCOL_CLINIC_NAME, LAYER_SHIPPED);
}

/* What the program writes is what the schema describes. */
static void
test_clinic_written (void)
{
  g_autofree char *xmllint = find_xmllint ();
  g_autofree char *folder = g_dir_make_tmp ("meso-schema-XXXXXX", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (clinic_sound, strlen (clinic_sound));
  g_autoptr (MesoProtocolClinic) document = meso_protocol_clinic_parse ("x", bytes, NULL);
  g_autoptr (GBytes) written = meso_protocol_clinic_write (document, 7);
  g_autofree char *xml = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_autoptr (GPtrArray) paths = write_sample (folder, xml);

  if (xmllint)
    assert_lint (xmllint, TRUE, paths);
  g_unlink (g_ptr_array_index (paths, 0));
  g_rmdir (folder);
}

/* Small changes anywhere: whatever the program still takes for sound, libxml2 takes for well-formed. */
static void
test_well_formed (void)
{
  static const char *const pieces[] = { "<", ">", "&", "'", "/", " ", "!", "?", "-", "]]>", "<!--", "-->", "=", ":", "x" };
  g_autofree char *xmllint = find_xmllint ();
  g_autofree char *folder = g_dir_make_tmp ("meso-schema-XXXXXX", NULL);
  g_autofree char *sound = protocol_fixture_wrap (protocol_fixture_everything);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (GString) changed = g_string_new (sound);
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
      g_autoptr (GPtrArray) faults = NULL;

      g_string_insert (changed, g_rand_int_range (rand, 0, changed->len),
                       pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      protocol_fixture_add (documents, "t.xml", changed->str);
      faults = meso_protocol_validate (documents);
      if (faults->len == 0)
        {
          char *path = g_strdup_printf ("%s/%u.xml", folder, round);

          g_ptr_array_add (accepted, path);
          g_assert_true (g_file_set_contents (path, changed->str, changed->len, NULL));
        }
    }

  g_test_message ("%u changes left it sound", accepted->len);
  g_assert_cmpuint (accepted->len, >, 20);
  if (xmllint)
    assert_lint (xmllint, FALSE, accepted);

  for (guint i = 0; i < accepted->len; i++)
    g_unlink (g_ptr_array_index (accepted, i));
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol-schema/source", test_source);
  g_test_add_func ("/protocol-schema/built", test_built);
  g_test_add_func ("/protocol-schema/negatives", test_negatives);
  g_test_add_func ("/protocol-schema/clinic", test_clinic);
  g_test_add_func ("/protocol-schema/clinic-written", test_clinic_written);
  g_test_add_func ("/protocol-schema/well-formed", test_well_formed);

  return g_test_run ();
}
