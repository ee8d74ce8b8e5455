/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-output.h"
#include "meso-handout-service.h"
#include "meso-patient-release-service.h"

/* The sheet that is made of the record itself. */
#define RECORD "record"

typedef struct
{
  char *output;
  char *paper;
  char *date;
  char *patient;
  gboolean all_kinds;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->paper);
  g_free (self->date);
  g_free (self->patient);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static MesoIssuedHandout *
make (MesoCtl                   *ctl,
      const MesoHandoutRequest  *request,
      GError                   **error)
{
  const MesoProtocol *protocol = meso_ctl_load_protocol (ctl, error);
  MesoClinic *clinic;

  if (protocol == NULL)
    return NULL;
  if (request->patient == NULL)
    return meso_handout_service_make_blank (protocol, request, error);
  clinic = meso_ctl_open_clinic (ctl, error);
  return clinic != NULL ? meso_handout_service_issue (clinic, request, error) : NULL;
}

static gboolean
write_sheet (GBytes   *pdf,
             gpointer  output,
             GError  **error)
{
  return meso_ctl_file_write (output, pdf, error);
}

static void
add_sheet (JsonBuilder *builder,
           const char  *kind,
           const char  *output,
           const char  *language,
           const char  *paper,
           int          pages,
           const char  *issue)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "kind", kind);
  meso_json_add_string (builder, "file", output);
  meso_json_add_string (builder, "language", language);
  meso_json_add_string (builder, "paper", paper);
  meso_json_add_int (builder, "pages", pages);
  meso_json_add_string (builder, "issue", issue);
  json_builder_end_object (builder);
}

static gboolean
write_record_sheet (GBytes      *pdf,
                    GBytes      *data,
                    const char  *file_number,
                    gpointer     output,
                    GError     **error)
{
  return meso_ctl_file_write (output, pdf, error);
}

/* It changes with each entry, so no copy of it is kept; that it was printed is written down. */
static gboolean
write_record (MesoCtl                   *ctl,
              const MesoHandoutRequest  *request,
              const char                *output,
              JsonBuilder               *builder,
              GError                   **error)
{
  MesoReleaseRequest asked = { .patient = request->patient, .language = request->language, .paper = request->paper,
                               .printed_at = request->printed_at, .creation = request->creation,
                               .deliver = write_record_sheet, .deliver_data = (gpointer) output };
  g_autoptr(MesoRelease) release = NULL;
  MesoClinic *clinic;

  if (request->patient == NULL)
    {
      g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "A record is somebody's: --patient says whose.");
      return FALSE;
    }
  if (meso_calendar_date_is_set (request->when.date))
    asked.printed_at = request->when;
  clinic = meso_ctl_check_output (ctl, output, error) ? meso_ctl_open_clinic (ctl, error) : NULL;
  release = clinic != NULL ? meso_patient_release_service_preview (clinic, &asked, error) : NULL;
  if (release == NULL)
    return FALSE;
  add_sheet (builder, RECORD, output, release->language, release->paper, release->pages, NULL);
  return TRUE;
}

static gboolean
make_and_write (MesoCtl                   *ctl,
                const MesoHandoutRequest  *request,
                const char                *output,
                JsonBuilder               *builder,
                GError                   **error)
{
  MesoHandoutRequest written = *request;
  g_autoptr(MesoIssuedHandout) handout = NULL;

  if (g_str_equal (request->kind, RECORD))
    return write_record (ctl, request, output, builder, error);
  if (!meso_ctl_check_output (ctl, output, error))
    return FALSE;
  written.deliver = write_sheet;
  written.deliver_data = (gpointer) output;
  handout = make (ctl, &written, error);
  if (handout == NULL)
    return FALSE;
  add_sheet (builder, handout->kind, output, handout->language, handout->paper, handout->pages, handout->issue);
  return TRUE;
}

static gboolean
make_kind (MesoCtl             *ctl,
           MesoHandoutRequest  *request,
           const char          *kind,
           const char          *folder,
           JsonBuilder         *builder,
           GError             **error)
{
  g_autofree char *name = g_strconcat (kind, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  request->kind = kind;
  return make_and_write (ctl, request, path, builder, error);
}

static gboolean
make_all_kinds (MesoCtl             *ctl,
                MesoHandoutRequest  *request,
                const char          *folder,
                JsonBuilder         *builder,
                GError             **error)
{
  const MesoProtocol *protocol = meso_ctl_load_protocol (ctl, error);
  const GPtrArray *handouts;

  if (protocol == NULL || !meso_ctl_make_folder (folder, error))
    return FALSE;
  handouts = meso_protocol_get_handouts (protocol);
  meso_json_begin_list (builder, NULL);
  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, i);

      if (!make_kind (ctl, request, handout->kind, folder, builder, error))
        return FALSE;
    }
  if (request->patient != NULL && !make_kind (ctl, request, RECORD, folder, builder, error))
    return FALSE;
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
check_options (MesoCtl        *ctl,
               const Options  *options,
               GError        **error)
{
  guint words = g_strv_length (ctl->args);

  if (options->output != NULL && words == (options->all_kinds ? 0 : 1))
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
               "handout needs KIND --output FILE, or --all-kinds --output DIR.");
  return FALSE;
}

static MesoCtlExit
run (MesoCtl        *ctl,
     const Options  *options,
     GError        **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoHandoutRequest request = {
    .kind = ctl->args[0],
    .language = ctl->language,
    .paper = options->paper,
    .patient = options->patient,
    .today = meso_ctl_today (),
  };
  gboolean ok;

  request.creation = meso_ctl_choose_creation (options->date, &request.when, &request.printed_at, error);
  if (request.creation == NULL)
    return MESO_CTL_BAD_INPUT;
  ok = options->all_kinds ? make_all_kinds (ctl, &request, options->output, builder, error)
                          : make_and_write (ctl, &request, options->output, builder, error);
  g_date_time_unref (request.creation);
  if (!ok)
    return MESO_CTL_COULD_NOT;
  /* the sheet itself is on standard output then */
  if (g_str_equal (options->output, "-"))
    return MESO_CTL_DONE;
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_handout (MesoCtl  *ctl,
                      GError  **error)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, "Where the PDF goes", "FILE" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, "Size of the paper", "a4|a5|letter" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, "When the session ends (sheet before it: begins)",
      "DATE[THH:MM]" },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &options.patient, "Whose sheet it is", "ID" },
    { "all-kinds", 0, 0, G_OPTION_ARG_NONE, &options.all_kinds, "Every kind of sheet, into a folder", NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 0, 1, error) || !check_options (ctl, &options, error))
    return MESO_CTL_BAD_INPUT;
  return run (ctl, &options, error);
}
