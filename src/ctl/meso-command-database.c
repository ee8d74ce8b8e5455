/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* init, info, check, backup, restore: what concerns the clinic's file as a whole. */

#include <unistd.h>

#include "meso-backup-service.h"
#include "meso-ctl-operation.h"
#include "meso-ctl-scratch.h"
#include "meso-ctl.h"
#include "meso-demo-service.h"

#define NO_DEMO G_MININT

static MesoCtlExit
print_info (MesoClinic  *clinic,
            GError     **error)
{
  g_autoptr(MesoClinicInfo) info = meso_clinic_get_info (clinic, error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoProtocol *protocol = meso_clinic_get_protocol (clinic);

  if (info == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "database", info->path);
  meso_json_add_int (builder, "schema_version", info->schema_version);
  meso_json_add_int (builder, "patients", info->patients);
  meso_json_add_bool (builder, "demo", info->demo);
  meso_json_begin (builder, "protocol");
  meso_json_add_string (builder, "version", meso_protocol_get_version (protocol));
  meso_json_add_string (builder, "hash", meso_protocol_get_hash (protocol));
  meso_json_add_bool (builder, "reviewed", meso_protocol_get_reviewed (protocol));
  json_builder_end_object (builder);
  meso_json_add_string (builder, "last_backup_at", info->last_backup_at);
  meso_json_add_string (builder, "last_backup_path", info->last_backup_path);
  meso_json_add_string (builder, "last_backup_audit_hash", info->last_backup_hash);
  meso_json_add_string (builder, "upgrade_backup", info->upgrade_backup);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

typedef struct
{
  MesoCtl *ctl;
  const char *path;
  guint patients;
  guint32 seed;
} Demo;

static gboolean
make_demo (gpointer        data,
           MesoOperation  *operation,
           GError        **error)
{
  Demo *demo = data;

  return meso_demo_service_make (demo->path, demo->ctl->content, demo->ctl->language, demo->patients, demo->seed,
                                 meso_ctl_today (), operation, error);
}

/* A demo is whole before it is where it is to be: a kill leaves no half of one. */
static MesoClinic *
init_clinic (MesoCtl     *ctl,
             const char  *path,
             int          demo,
             int          seed,
             GError     **error)
{
  Demo request = { ctl, path, (guint) demo, (guint32) seed };

  if (demo == NO_DEMO)
    return meso_clinic_create (path, ctl->content, error);
  return meso_ctl_operation_run (make_demo, &request, error) ? meso_clinic_open (path, ctl->content, error) : NULL;
}

MesoCtlExit
meso_command_init (MesoCtl  *ctl,
                   GError  **error)
{
  int demo = NO_DEMO;
  int seed = 1;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_INT, &demo, "A demo clinic with N made-up patients", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Equal seeds make equal patients", "S" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  if (demo != NO_DEMO && (demo < 0 || demo > MESO_DEMO_MAX_PATIENTS))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--demo: %d is not a number from 0 to %d.", demo,
                   MESO_DEMO_MAX_PATIENTS);
      return MESO_CTL_BAD_INPUT;
    }
  if (!meso_ctl_load_protocol (ctl, error))
    return MESO_CTL_COULD_NOT;
  path = meso_ctl_dup_database (ctl);
  ctl->clinic = init_clinic (ctl, path, demo, seed, error);
  return ctl->clinic != NULL ? print_info (ctl->clinic, error) : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_info (MesoCtl  *ctl,
                   GError  **error)
{
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  return clinic != NULL ? print_info (clinic, error) : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_check (MesoCtl  *ctl,
                    GError  **error)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  problems = clinic != NULL ? meso_clinic_check (clinic, error) : NULL;
  if (problems == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_bool (builder, "ok", problems->len == 0);
  meso_json_add_strings (builder, "problems", problems);
  json_builder_end_object (builder);
  if (!meso_json_print (builder, error))
    return MESO_CTL_COULD_NOT;
  return problems->len == 0 ? MESO_CTL_DONE : MESO_CTL_NO;
}

static gboolean
print_backup (const MesoBackupResult  *result,
              GError                 **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "file", result->path);
  meso_json_add_string (builder, "at_utc", result->at_utc);
  meso_json_add_int (builder, "size", result->size);
  meso_json_add_int (builder, "patients", result->patients);
  meso_json_add_string (builder, "sha256", result->sha256);
  meso_json_add_string (builder, "audit_hash", result->audit_hash);
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

/* Standard output takes the copy itself, and nothing else. */
static MesoCtlExit
backup_to_output (MesoClinic  *clinic,
                  GError     **error)
{
  g_autoptr(MesoCtlScratch) scratch = meso_ctl_scratch_new (error);
  g_autoptr(MesoBackupResult) result = NULL;

  if (scratch == NULL)
    return MESO_CTL_COULD_NOT;
  result = meso_backup_service_write_for_transfer (clinic, scratch->path, error);
  if (result == NULL || !meso_ctl_scratch_write_to (scratch, STDOUT_FILENO, error))
    return MESO_CTL_COULD_NOT;
  return MESO_CTL_DONE;
}

MesoCtlExit
meso_command_backup (MesoCtl  *ctl,
                     GError  **error)
{
  g_autoptr(MesoBackupResult) result = NULL;
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL)
    return MESO_CTL_COULD_NOT;
  if (g_str_equal (ctl->args[0], "-"))
    return backup_to_output (clinic, error);
  result = meso_backup_service_write (clinic, ctl->args[0], error);
  return result != NULL && print_backup (result, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static gboolean
restore_from (const char  *copy,
              const char  *into,
              GError     **error)
{
  g_autoptr(MesoCtlScratch) scratch = NULL;

  if (!g_str_equal (copy, "-"))
    return meso_backup_service_restore (copy, into, error);
  scratch = meso_ctl_scratch_new (error);
  return scratch != NULL && meso_ctl_scratch_read_from (scratch, STDIN_FILENO, error) &&
         meso_backup_service_restore (scratch->path, into, error);
}

MesoCtlExit
meso_command_restore (MesoCtl  *ctl,
                      GError  **error)
{
  g_autofree char *into = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, "Where the database is made; nothing may be there", "FILE" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  if (into == NULL && ctl->database == NULL)
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "restore needs --into FILE.");
      return MESO_CTL_BAD_INPUT;
    }
  if (!restore_from (ctl->args[0], into != NULL ? into : ctl->database, error))
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "database", into != NULL ? into : ctl->database);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}
