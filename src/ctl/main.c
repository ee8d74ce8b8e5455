/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "meso-ctl.h"

static const MesoCtlCommand commands[] = {
  { "init", "[--demo N] [--seed S]", "make a new clinic", meso_command_init },
  { "info", "", "say what the clinic’s file is", meso_command_info },
  { "check", "", "prove that the file is sound", meso_command_check },
  { "clinic show", "", "print the clinic’s settings", meso_command_clinic_show },
  { "clinic set", "< JSON", "change the clinic’s settings", meso_command_clinic_set },
  { "patient add", "< JSON", "enter a new patient", meso_command_patient_add },
  { "patient show", "ID", "print one record", meso_command_patient_show },
  { "patient search", "TEXT [--limit N]", "find patients, best first", meso_command_patient_search },
  { "patient list", "[--offset N] [--limit N]", "print patients by name", meso_command_patient_list },
  { "patient twins", "[ID] [--limit N]", "find records that may be one person’s", meso_command_patient_twins },
  { "patient merge", "DUPLICATE --into ID --reason TEXT [--take FIELD]…", "make two records one person’s", meso_command_patient_merge },
  { "patient unmerge", "DUPLICATE --reason TEXT", "take a merge back", meso_command_patient_unmerge },
  { "patient history", "ID [--field FIELD] [--before SEQ] [--limit N]", "say who changed what, when, from what",
    meso_command_patient_history },
  { "patient archive", "ID [--reason TEXT]", "put a record away", meso_command_patient_archive },
  { "patient restore", "ID [--reason TEXT]", "bring a record back", meso_command_patient_restore },
  { "patient erase", "ID --reason TEXT [--basis TEXT] --yes", "take away for good who somebody is, by law",
    meso_command_patient_erase },
  { "patient release", "ID --to NAME --reason TEXT --output DIR [--paper a4|a5|letter] [--date DATE[THH:MM]]",
    "give out a whole record, as PDF and as data", meso_command_patient_release },
  { "patient export", "FILE [--who all|current|archived] …", "the same as `export csv`", meso_command_export_csv },
  { "import csv", "FILE [--map FIELD=COLUMN]… [--mapping FILE] [--dates ymd|dmy|mdy] [--calendar by-year|persian|gregorian]"
    " [--encoding utf-8|utf-16|windows-1256] [--separator ,|;|tab] [--keep-rest] [--skip-bad] [--twins keep|skip] [--dry-run]",
    "store the patients of a file, all or none", meso_command_import_csv },
  { "export csv", "FILE [--who all|current|archived] [--separator ,|;|tab] [--bom] [--recipient NAME] [--reason TEXT]",
    "write patients as comma-separated values", meso_command_export_csv },
  { "screen", "--answers FILE [--patient ID] [--today DATE] | --propose --patient ID | --replay all|ID", "say who should not be treated",
    meso_command_screen },
  { "protocol show", "", "print the clinical content", meso_command_protocol_show },
  { "protocol validate", "FILE…", "find every fault of protocol files", meso_command_protocol_validate },
  { "protocol versions", "", "say who changed the clinic’s protocol, when, why", meso_command_protocol_versions },
  { "protocol export", "FILE", "write the clinic’s own protocol", meso_command_protocol_export },
  { "protocol import", "FILE --reason TEXT [--dry-run]", "let a file take the place of the clinic’s own protocol",
    meso_command_protocol_import },
  { "formula check", "FILE [--patient ID]", "check a mixture", meso_command_formula_check },
  { "stock list", "[--all]", "print the lots on file, the first to expire first", meso_command_stock_list },
  { "stock receive", "< JSON", "enter a lot that came", meso_command_stock_receive },
  { "stock state", "LOT quarantine|recall|release --reason TEXT", "take a lot out of use, or let it back", meso_command_stock_state },
  { "recall", "LOT [--csv]", "say into whom a lot went", meso_command_recall },
  { "plan", "--template ID --start DATE [--sessions N] [--interval DAYS] [--closed fri,…] [--patient ID]",
    "lay out a course", meso_command_plan },
  { "handout", "KIND --output FILE [--date DATE[THH:MM]] [--paper a4|a5|letter] [--patient ID]", "make a sheet",
    meso_command_handout },
  { "backup", "FILE", "copy the clinic’s file and verify the copy", meso_command_backup },
  { "restore", "FILE --into FILE", "make a clinic’s file from a copy", meso_command_restore },
  { "calendar", "DATE [--from persian|gregorian] [--to persian|gregorian]", "convert a date", meso_command_calendar },
  { "audit list", "[--limit N]", "print who did what", meso_command_audit_list },
  { "audit verify", "", "prove that the audit log is whole", meso_command_audit_verify },
};

static void
print_usage (FILE *stream)
{
  fputs ("Usage: mesoclinicctl COMMAND … [--database FILE] [--language en|fa] [--json]\n\n", stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i].words, commands[i].usage, commands[i].summary);
  fputs ("\nFILE may be “-”. Exit status: 0 done, 1 no, 2 bad usage or input, 3 could not.\n", stream);
}

/* How many words of args name this command: 0 when they don't. */
static guint
match (const MesoCtlCommand *command,
       char                **args)
{
  g_auto(GStrv) words = g_strsplit (command->words, " ", -1);
  guint n;

  for (n = 0; words[n] != NULL; n++)
    {
      if (g_strcmp0 (args[n], words[n]) != 0)
        return 0;
    }
  return n;
}

static const MesoCtlCommand *
find_command (char  **args,
              guint  *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      *n_words = match (&commands[i], args);
      if (*n_words > 0)
        return &commands[i];
    }
  return NULL;
}

/* "patient find": the second word too, where commands begin with the first. */
static char *
dup_unknown (char **args)
{
  for (guint i = 0; args[1] != NULL && *args[1] != '-' && i < G_N_ELEMENTS (commands); i++)
    {
      gsize length = strlen (args[0]);

      if (g_str_has_prefix (commands[i].words, args[0]) && commands[i].words[length] == ' ')
        return g_strdup_printf ("%s %s", args[0], args[1]);
    }
  return g_strdup (args[0]);
}

static gboolean
asks_for_help (char **args)
{
  return g_strv_contains ((const char *const *) args, "--help") || g_strv_contains ((const char *const *) args, "-h");
}

static void
print_command (const MesoCtlCommand *command)
{
  g_print ("Usage: mesoclinicctl %s %s\n  %s\n", command->words, command->usage, command->summary);
}

static void
ctl_clear (MesoCtl *ctl)
{
  g_clear_object (&ctl->clinic);
  g_clear_pointer (&ctl->content, meso_content_unref);
  g_clear_pointer (&ctl->args, g_strfreev);
  g_clear_pointer (&ctl->database, g_free);
  g_clear_pointer (&ctl->language, g_free);
}

static MesoCtlExit
run (const MesoCtlCommand *command,
     char                **args)
{
  MesoCtl ctl = { .command = command, .args = g_strdupv (args) };
  g_autoptr(GError) error = NULL;
  MesoCtlExit exit_status = command->run (&ctl, &error);

  if (error != NULL)
    {
      exit_status = meso_ctl_error_get_exit (error);
      meso_ctl_error_print (error);
    }
  ctl_clear (&ctl);
  return exit_status;
}

int
main (int    argc,
      char **argv)
{
  const MesoCtlCommand *command;
  guint n_words;

  setlocale (LC_ALL, "");
  /* a reader that has gone away is an error to tell, not a reason to leave things lying about */
  signal (SIGPIPE, SIG_IGN);
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("mesoclinicctl %s\n", MESO_VERSION);
      return MESO_CTL_DONE;
    }
  command = argc > 1 ? find_command (argv + 1, &n_words) : NULL;
  if (command == NULL && argc > 1 && (asks_for_help (argv + 1) || g_str_equal (argv[1], "help")))
    {
      print_usage (stdout);
      return MESO_CTL_DONE;
    }
  if (command == NULL)
    {
      g_autofree char *unknown = argc > 1 ? dup_unknown (argv + 1) : NULL;

      if (unknown != NULL)
        fprintf (stderr, "mesoclinicctl: there is no command “%s” in this version.\n\n", unknown);
      print_usage (stderr);
      return MESO_CTL_BAD_INPUT;
    }
  if (asks_for_help (argv + 1 + n_words))
    {
      print_command (command);
      return MESO_CTL_DONE;
    }
  return run (command, argv + 1 + n_words);
}
