/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "meso-ctl-file.h"
#include "meso-ctl-output.h"
#include "meso-ctl.h"
#include "meso-export-service.h"
#include "meso-request-import.h"

typedef struct
{
  char *who;
  char *separator;
  char *recipient;
  char *reason;
  gboolean mark;
  MesoExportRequest request;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->who);
  g_free (self->separator);
  g_free (self->recipient);
  g_free (self->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_who (Options  *self,
           GError  **error)
{
  static const char *const names[] = { "current", "archived", "all" };

  self->request.who = MESO_EXPORT_ALL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (self->who, names[i]) == 0)
        {
          self->request.who = (MesoExportWho) i;
          return TRUE;
        }
    }
  if (self->who != NULL)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--who: “%s” must be all, current or archived.", self->who);
  return self->who == NULL;
}

static gboolean
parse (Options  *self,
       MesoCtl  *ctl,
       GError  **error)
{
  const GOptionEntry entries[] = {
    { "who", 0, 0, G_OPTION_ARG_STRING, &self->who, "Which patients", "all|current|archived" },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &self->separator, "What stands between cells", ",|;|tab" },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &self->mark, "Begin with a mark, for Excel", NULL },
    { "recipient", 0, 0, G_OPTION_ARG_STRING, &self->recipient, "Who gets it", "NAME" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &self->reason, "What for", "TEXT" },
    G_OPTION_ENTRY_NULL
  };

  self->request.separator = ',';
  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !parse_who (self, error) ||
      (self->separator != NULL && !meso_request_parse_separator (self->separator, &self->request.separator, error)))
    return FALSE;
  self->request.byte_order_mark = self->mark;
  self->request.recipient = self->recipient;
  self->request.reason = self->reason;
  return TRUE;
}

static gboolean
print_result (const char  *file,
              guint64      n_patients,
              GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "file", file);
  meso_json_add_int (builder, "patients", (gint64) n_patients);
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

MesoCtlExit
meso_command_export_csv (MesoCtl  *ctl,
                         GError  **error)
{
  g_auto(Options) options = { 0 };
  g_autoptr(GOutputStream) standard = NULL;
  MesoClinic *clinic;
  const char *file;
  guint64 n_patients = 0;

  if (!parse (&options, ctl, error) || !meso_ctl_check_output (ctl, ctl->args[0], error) ||
      !meso_ctl_file_check_folder (ctl->args[0], error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL)
    return MESO_CTL_COULD_NOT;
  file = ctl->args[0];
  if (g_str_equal (file, "-"))
    {
      standard = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return meso_export_service_write_stream (clinic, &options.request, standard, NULL, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
    }
  return meso_export_service_write_file (clinic, &options.request, file, TRUE, NULL, &n_patients, error) &&
         print_result (file, n_patients, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}
