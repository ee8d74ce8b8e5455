/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-output.h"
#include "meso-json-patient.h"
#include "meso-patient-archive-service.h"
#include "meso-patient-erasure-service.h"
#include "meso-patient-release-service.h"

typedef MesoPatient *(*SetArchived) (MesoClinic *clinic, const char *patient, const char *reason, GError **error);

static MesoCtlExit
set_archived (MesoCtl      *ctl,
              SetArchived   set,
              GError      **error)
{
  g_autofree char *reason = NULL;
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why", "TEXT" },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  patient = clinic != NULL ? set (clinic, ctl->args[0], reason, error) : NULL;
  if (patient == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "id", patient->id);
  meso_json_add_string (builder, "file_number", patient->file_number);
  meso_json_add_bool (builder, "archived", patient->archived);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_patient_archive (MesoCtl  *ctl,
                              GError  **error)
{
  return set_archived (ctl, meso_patient_archive_service_archive, error);
}

MesoCtlExit
meso_command_patient_restore (MesoCtl  *ctl,
                              GError  **error)
{
  return set_archived (ctl, meso_patient_archive_service_restore, error);
}

static gboolean
check_meant (gboolean   yes,
             GError   **error)
{
  if (yes)
    return TRUE;
  g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                       "An erasure can't be taken back: --yes says that it is meant. Nothing was erased.");
  return FALSE;
}

static MesoCtlExit
print_erasure (const MesoErasure  *erasure,
               GError            **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "file_number", erasure->file_number);
  meso_json_add_string (builder, "erased_at", erasure->at_utc);
  meso_json_add_string (builder, "erased_by", erasure->by);
  meso_json_add_string (builder, "reason", erasure->reason);
  meso_json_add_string (builder, "legal_basis", erasure->legal_basis);
  meso_json_add_int (builder, "records", erasure->records);
  meso_json_add_int (builder, "sheets", erasure->sheets);
  meso_json_add_int (builder, "log_rows", erasure->log_rows);
  meso_json_add_bool (builder, "file_rewritten", erasure->file_rewritten);
  meso_json_add_int (builder, "backups", erasure->backups);
  meso_json_add_string (builder, "last_backup", erasure->last_backup_path);
  json_builder_end_object (builder);
  if (erasure->backups > 0)
    g_printerr ("mesoclinicctl: Copies made before still hold the record. Known copies: %d.\n", erasure->backups);
  if (!erasure->file_rewritten)
    g_printerr ("mesoclinicctl: The record is erased, but the file could not be written anew; its free space may hold traces.\n");
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_patient_erase (MesoCtl  *ctl,
                            GError  **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *basis = NULL;
  gboolean yes = FALSE;
  g_autoptr(MesoErasure) erasure = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why, without a name", "TEXT" },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &basis, "The legal basis, where it isn't the reason", "TEXT" },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, "It is meant", NULL },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !check_meant (yes, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  erasure = clinic != NULL ? meso_patient_erasure_service_erase (clinic, ctl->args[0], reason != NULL ? reason : "",
                                                                 basis != NULL ? basis : reason != NULL ? reason : "", error)
                           : NULL;
  return erasure != NULL ? print_erasure (erasure, error) : MESO_CTL_COULD_NOT;
}

/* (transfer full): a file number may hold what a file name can't */
static char *
make_path (const char *folder,
           const char *file_number,
           const char *ending)
{
  g_autofree char *stem = g_strdup (file_number);
  g_autofree char *name = NULL;

  for (char *at = stem; *at != '\0'; at++)
    {
      if ((guchar) *at < 0x80 && !g_ascii_isalnum (*at) && *at != '-' && *at != '_')
        *at = '_';
    }
  name = g_strconcat ("record-", stem, ending, NULL);
  return g_build_filename (folder, name, NULL);
}

typedef struct
{
  MesoCtl *ctl;
  const char *folder;
  char *pages;
  char *data;
} Files;

static void
files_clear (Files *self)
{
  g_free (self->pages);
  g_free (self->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static gboolean
write_files (GBytes      *pdf,
             GBytes      *data,
             const char  *file_number,
             gpointer     user_data,
             GError     **error)
{
  Files *files = user_data;

  files->pages = make_path (files->folder, file_number, ".pdf");
  files->data = make_path (files->folder, file_number, ".json");
  return meso_ctl_check_output (files->ctl, files->pages, error) && meso_ctl_check_output (files->ctl, files->data, error) &&
         meso_ctl_file_write (files->pages, pdf, error) && meso_ctl_file_write (files->data, data, error);
}

static MesoCtlExit
print_release (const Files        *files,
               const MesoRelease  *release,
               GError            **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "file_number", release->file_number);
  meso_json_add_string (builder, "pdf", files->pages);
  meso_json_add_string (builder, "data", files->data);
  meso_json_add_string (builder, "language", release->language);
  meso_json_add_string (builder, "paper", release->paper);
  meso_json_add_int (builder, "pages", release->pages);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

typedef struct
{
  char *to;
  char *reason;
  char *output;
  char *paper;
  char *date;
} ReleaseOptions;

static void
release_options_clear (ReleaseOptions *self)
{
  g_free (self->to);
  g_free (self->reason);
  g_free (self->output);
  g_free (self->paper);
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReleaseOptions, release_options_clear)

static MesoCtlExit
release_record (MesoCtl               *ctl,
                const ReleaseOptions  *options,
                GError               **error)
{
  MesoCivilTime when, printed_at;
  g_autoptr(GDateTime) creation = meso_ctl_choose_creation (options->date, &when, &printed_at, error);
  g_auto(Files) files = { .ctl = ctl, .folder = options->output };
  MesoReleaseRequest request = { .patient = ctl->args[0], .recipient = options->to, .reason = options->reason,
                                 .language = ctl->language, .paper = options->paper, .creation = creation,
                                 .deliver = write_files, .deliver_data = &files };
  g_autoptr(MesoRelease) release = NULL;
  MesoClinic *clinic;

  if (creation == NULL)
    return MESO_CTL_BAD_INPUT;
  request.printed_at = meso_calendar_date_is_set (when.date) ? when : printed_at;
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL || !meso_ctl_make_folder (options->output, error))
    return MESO_CTL_COULD_NOT;
  release = meso_patient_release_service_make (clinic, &request, error);
  return release != NULL ? print_release (&files, release, error) : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_patient_release (MesoCtl  *ctl,
                              GError  **error)
{
  g_auto(ReleaseOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, "Who gets it", "NAME" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, "What for", "TEXT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, "Where both files go", "DIR" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, "Size of the paper", "a4|a5|letter" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, "When it says that it was made", "DATE[THH:MM]" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  if (options.output != NULL)
    return release_record (ctl, &options, error);
  g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--output is missing: the folder that both files go into.");
  return MESO_CTL_BAD_INPUT;
}
