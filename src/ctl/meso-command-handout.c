/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "meso-handout-service.h"

/* The end of the year 9999, the last that a date can have. */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

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

static MesoCivilTime
civil_time_from (GDateTime *time)
{
  MesoCivilTime civil;

  civil.date.year = g_date_time_get_year (time);
  civil.date.month = g_date_time_get_month (time);
  civil.date.day = g_date_time_get_day_of_month (time);
  civil.minute = g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
  return civil;
}

static GDateTime *
date_time_from (MesoCivilTime civil)
{
  int minute = MAX (civil.minute, 0);

  return g_date_time_new_utc (civil.date.year, civil.date.month, civil.date.day, minute / 60, minute % 60, 0);
}

/* --date, else SOURCE_DATE_EPOCH, else now: equal arguments give equal bytes. */
static gboolean
choose_creation (MesoHandoutRequest  *request,
                 const char          *date,
                 GError             **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr(GDateTime) local = NULL;
  gint64 seconds = 0;

  request->today = meso_ctl_today ();
  if (date != NULL)
    {
      if (!meso_civil_time_parse (date, &request->when, error))
        {
          g_prefix_error (error, "--date: ");
          return FALSE;
        }
      if (!meso_ctl_check_year ("--date", request->when.date, error))
        return FALSE;
      request->creation = date_time_from (request->when);
      return TRUE;
    }
  if (epoch != NULL && !g_ascii_string_to_signed (epoch, 10, 0, LAST_SECOND, &seconds, NULL))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                   "SOURCE_DATE_EPOCH: “%s” is not a number of seconds since 1970.", epoch);
      return FALSE;
    }
  request->creation = epoch != NULL ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_now_utc ();
  local = epoch != NULL ? g_date_time_ref (request->creation) : g_date_time_to_local (request->creation);
  request->printed_at = civil_time_from (local);
  return TRUE;
}

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
is_same_file (const GStatBuf *info,
              const char     *path)
{
  GStatBuf other;

  return g_stat (path, &other) == 0 && other.st_dev == info->st_dev && other.st_ino == info->st_ino;
}

/* A sheet must not be written over the records. Only their names are looked at: opening an open database drops its lock. */
static gboolean
check_output (MesoCtl     *ctl,
              const char  *output,
              GError     **error)
{
  static const char *const belongings[] = { "", "-wal", "-shm", "-journal", ".lock" };
  g_autofree char *database = meso_ctl_dup_database (ctl);
  GStatBuf info;

  if (g_str_equal (output, "-") || g_stat (output, &info) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autofree char *path = g_strconcat (database, belongings[i], NULL);

      if (is_same_file (&info, path))
        {
          g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                       "--output: %s belongs to the clinic’s own file. Choose another name; nothing was changed.", output);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_sheet (GBytes   *pdf,
             gpointer  output,
             GError  **error)
{
  return meso_ctl_file_write (output, pdf, error);
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

  if (!check_output (ctl, output, error))
    return FALSE;
  written.deliver = write_sheet;
  written.deliver_data = (gpointer) output;
  handout = make (ctl, &written, error);
  if (handout == NULL)
    return FALSE;
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "kind", handout->kind);
  meso_json_add_string (builder, "file", output);
  meso_json_add_string (builder, "language", handout->language);
  meso_json_add_string (builder, "paper", handout->paper);
  meso_json_add_int (builder, "pages", handout->pages);
  meso_json_add_string (builder, "issue", handout->issue);
  json_builder_end_object (builder);
  return TRUE;
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

  if (protocol == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "The folder %s can't be made: %s.", folder,
                   g_strerror (errno));
      return FALSE;
    }
  handouts = meso_protocol_get_handouts (protocol);
  meso_json_begin_list (builder, NULL);
  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, i);
      g_autofree char *name = g_strconcat (handout->kind, ".pdf", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      request->kind = handout->kind;
      if (!make_and_write (ctl, request, path, builder, error))
        return FALSE;
    }
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
    .when = MESO_CIVIL_TIME_NONE,
    .printed_at = MESO_CIVIL_TIME_NONE,
  };
  gboolean ok;

  if (!choose_creation (&request, options->date, error))
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
