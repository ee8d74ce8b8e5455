/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall.h"

static void
add_entry (MesoRecall *recall, const char *patient, const char *person)
{
  MesoRecallEntry *entry = g_new0 (MesoRecallEntry, 1);

  g_set_str (&entry->patient, patient);
  g_set_str (&entry->person, person);
  g_ptr_array_add (recall->entries, entry);
}

/* Somebody with two records gets one call. */
static void
test_count_patients (void)
{
  g_autoptr(MesoRecall) recall = meso_recall_new ();

  g_assert_cmpuint (meso_recall_count_patients (recall), ==, 0);
  add_entry (recall, "leila", "leila");
  add_entry (recall, "leyla", "leila");
  add_entry (recall, "karim", "karim");
  g_assert_cmpuint (meso_recall_count_patients (recall), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recall/count-patients", test_count_patients);
  return g_test_run ();
}
