/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-settings-service.h"

#include "clinic-fixture.h"
#include "meso-core-error.h"

static GHashTable *
table_of (const char *first_key,
          const char *first_value,
          const char *second_key,
          const char *second_value)
{
  GHashTable *settings = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (settings, (gpointer) first_key, (gpointer) first_value);
  if (second_key != NULL)
    g_hash_table_insert (settings, (gpointer) second_key, (gpointer) second_value);
  return settings;
}

static void
assert_setting (ClinicFixture *fixture,
                const char    *key,
                const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) settings = meso_settings_service_get_all (fixture->clinic, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (settings, key), ==, expected);
}

static void
assert_refused (ClinicFixture *fixture,
                GHashTable    *settings,
                GQuark         domain,
                const char    *text)
{
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_settings_service_set (fixture->clinic, settings, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  clinic_fixture_assert_error (&error, domain, error->code, text);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_hash_table_unref (settings);
}

static void
test_set (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  assert_setting (fixture, "clinic-name", NULL);
  clinic_fixture_set (fixture, "clinic-name", "Hair & <Skin> \"Tehran\"", "clinic-name-fa", "کلینیک مو", "address", "1 Street\nTehran",
                      "paper", "letter", "letterhead", "no", "closed-days", "thu,fri", NULL);
  assert_setting (fixture, "clinic-name", "Hair & <Skin> \"Tehran\"");
  assert_setting (fixture, "clinic-name-fa", "کلینیک مو");
  assert_setting (fixture, "address", "1 Street\nTehran");
  assert_setting (fixture, "paper", "letter");
  assert_setting (fixture, "letterhead", "no");
  assert_setting (fixture, "closed-days", "thu,fri");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "setting", "clinic-name"), ==, 1);

  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, NULL);
  assert_setting (fixture, "clinic-name-fa", "کلینیک مو");
}

static void
test_taken_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GHashTable) back = table_of ("physician", NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  clinic_fixture_set (fixture, "physician", "Dr Rahimi", "phone", "021 1234", NULL);
  g_assert_true (meso_settings_service_set (fixture->clinic, back, &error));
  g_assert_no_error (error);
  assert_setting (fixture, "physician", NULL);
  assert_setting (fixture, "phone", "021 1234");
}

/* A key that is known can be set to something, so that the list of keys can't lie. */
static void
test_keys (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const char *const *keys = meso_settings_service_get_keys ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const values[] = { "some text", "a4", "yes", "en", "both", "persian", "fri", "115" };

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean taken = FALSE;

      g_assert_true (g_hash_table_add (seen, (gpointer) keys[i]));
      for (guint j = 0; j < G_N_ELEMENTS (values) && !taken; j++)
        {
          g_autoptr(GHashTable) settings = table_of (keys[i], values[j], NULL, NULL);

          taken = meso_settings_service_set (fixture->clinic, settings, NULL);
        }
      g_assert_true (taken);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 14);
}

static void
test_unknown_key (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  assert_refused (fixture, table_of ("colour", "blue", NULL, NULL), MESO_SERVICES_ERROR, "colour: ");
  assert_refused (fixture, table_of ("colour", NULL, NULL, NULL), MESO_SERVICES_ERROR, "colour: ");
  assert_refused (fixture, table_of ("", "x", NULL, NULL), MESO_SERVICES_ERROR, "no such setting");

  /* What the program keeps for itself can't be set: a demo clinic stays one, a real one stays real. */
  assert_refused (fixture, table_of ("demo", "yes", NULL, NULL), MESO_SERVICES_ERROR, "demo: ");
  assert_refused (fixture, table_of ("collator", "1", NULL, NULL), MESO_SERVICES_ERROR, "collator: ");
}

static void
test_bad_choice (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  assert_refused (fixture, table_of ("paper", "a3", NULL, NULL), MESO_SERVICES_ERROR, "a4 a5 letter");
  assert_refused (fixture, table_of ("paper", "", NULL, NULL), MESO_SERVICES_ERROR, "paper: ");
  assert_refused (fixture, table_of ("letterhead", "a4 a5", NULL, NULL), MESO_SERVICES_ERROR, "letterhead: ");
  assert_refused (fixture, table_of ("calendar", "julian", NULL, NULL), MESO_SERVICES_ERROR, "gregorian persian both");
  assert_refused (fixture, table_of ("closed-days", "fri,sut", NULL, NULL), MESO_CORE_ERROR, "sut");
}

static void
test_bad_text (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *longest = g_strnfill (300, 'x');
  g_autofree char *too_long = g_strnfill (301, 'x');

  assert_refused (fixture, table_of ("clinic-name", "two\nlines", NULL, NULL), MESO_CORE_ERROR, "clinic-name");
  assert_refused (fixture, table_of ("clinic-name", too_long, NULL, NULL), MESO_CORE_ERROR, "clinic-name");
  assert_refused (fixture, table_of ("address", "a\001b", NULL, NULL), MESO_CORE_ERROR, "address");
  clinic_fixture_set (fixture, "clinic-name", longest, NULL);
  assert_setting (fixture, "clinic-name", longest);
}

static void
test_all_or_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  clinic_fixture_set (fixture, "paper", "a5", NULL);
  assert_refused (fixture, table_of ("clinic-name", "Hair Clinic", "paper", "a3"), MESO_SERVICES_ERROR, "a3");
  assert_refused (fixture, table_of ("clinic-name", "Hair Clinic", "colour", "blue"), MESO_SERVICES_ERROR, "colour");
  assert_setting (fixture, "clinic-name", NULL);
  assert_setting (fixture, "paper", "a5");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/settings/set", test_set);
  g_test_add_func ("/services/settings/taken-back", test_taken_back);
  g_test_add_func ("/services/settings/keys", test_keys);
  g_test_add_func ("/services/settings/unknown-key", test_unknown_key);
  g_test_add_func ("/services/settings/bad-choice", test_bad_choice);
  g_test_add_func ("/services/settings/bad-text", test_bad_text);
  g_test_add_func ("/services/settings/all-or-nothing", test_all_or_nothing);

  return g_test_run ();
}
