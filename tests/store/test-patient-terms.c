/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-terms.h"

#include <string.h>

#define NUMBERS 10000
#define SLOTS 65536
/* Words that share a slot with one of them and itself, on average: so few by chance, and some more */
#define MOST_TOGETHER 3.0

/* Of the main index, and of the first two of beginnings */
static const char indexes[] = "012";

/* (transfer full): what four digits of a number are found by */
static char *
make_word (guint number)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  g_autoptr(MesoPatientTerms) terms = meso_patient_terms_new ();
  g_auto(GStrv) words = NULL;

  g_set_str (&patient->file_number, "1");
  g_free (patient->national_id);
  patient->national_id = g_strdup_printf ("%04u", number);
  meso_patient_terms_add (terms, patient);
  words = g_strsplit (terms->digits->str, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
  return g_strdup (words[0]);
}

static void
test_windows_differ (void)
{
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint number = 0; number < NUMBERS; number++)
    g_assert_true (g_hash_table_add (words, make_word (number)));
}

/* As FTS5 does it, up to the number of slots. */
static guint32
hash (char index, const char *word)
{
  guint32 h = 13;

  for (gsize i = strlen (word); i-- > 0;)
    h = (h << 3) ^ h ^ (guint8) word[i];
  return (h << 3) ^ h ^ (guint8) index;
}

/* They are most of what the index is made of. */
static void
test_windows_lie_apart (void)
{
  g_autofree guint *filled = g_new0 (guint, SLOTS);
  guint64 together = 0;

  for (guint number = 0; number < NUMBERS; number++)
    {
      g_autofree char *word = make_word (number);

      for (const char *index = indexes; *index != '\0'; index++)
        filled[hash (*index, word) % SLOTS]++;
    }
  for (guint i = 0; i < SLOTS; i++)
    together += (guint64) filled[i] * filled[i];
  g_assert_cmpfloat ((double) together / (NUMBERS * (sizeof indexes - 1)), <=, MOST_TOGETHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-terms/windows-differ", test_windows_differ);
  g_test_add_func ("/patient-terms/windows-lie-apart", test_windows_lie_apart);
  return g_test_run ();
}
