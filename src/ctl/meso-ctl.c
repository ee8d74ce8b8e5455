/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"

#include "meso-local-day.h"

static gboolean
check_language (MesoCtl  *ctl,
                GError  **error)
{
  if (ctl->language == NULL || g_str_equal (ctl->language, "en") || g_str_equal (ctl->language, "fa"))
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--language: “%s” must be en or fa.", ctl->language);
  return FALSE;
}

gboolean
meso_ctl_parse (MesoCtl             *ctl,
                const GOptionEntry  *entries,
                guint                min,
                guint                max,
                GError             **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_auto(GStrv) arguments = NULL;
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  guint words;
  const GOptionEntry common[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &ctl->database, "The clinic’s file", "FILE" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &ctl->language, "Language of texts", "en|fa" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, "JSON, as always", NULL },
    G_OPTION_ENTRY_NULL
  };

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  /* the parser takes the first word for the program's name */
  g_strv_builder_add (all, "mesoclinicctl");
  g_strv_builder_addv (all, (const char **) ctl->args);
  arguments = g_strv_builder_end (all);
  if (!g_option_context_parse_strv (context, &arguments, error) || !check_language (ctl, error))
    return FALSE;

  words = g_strv_length (arguments) - 1;
  if (words < min || words > max)
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s. It is written so: %s %s",
                   words < min ? "Something is missing" : "There is more than expected", ctl->command->words,
                   ctl->command->usage);
      return FALSE;
    }
  g_strfreev (ctl->args);
  ctl->args = g_strdupv (arguments + 1);
  return TRUE;
}

const MesoProtocol *
meso_ctl_load_protocol (MesoCtl  *ctl,
                        GError  **error)
{
  if (ctl->content == NULL)
    ctl->content = meso_content_load (error);
  return ctl->content != NULL ? meso_content_get_protocol (ctl->content) : NULL;
}

const MesoProtocol *
meso_ctl_get_protocol (MesoCtl  *ctl,
                       GError  **error)
{
  MesoClinic *clinic;

  if (ctl->database == NULL)
    return meso_ctl_load_protocol (ctl, error);
  clinic = meso_ctl_open_clinic (ctl, error);
  return clinic != NULL ? meso_clinic_get_protocol (clinic) : NULL;
}

char *
meso_ctl_dup_database (MesoCtl *ctl)
{
  return ctl->database != NULL ? g_strdup (ctl->database) : meso_clinic_dup_default_path ();
}

MesoClinic *
meso_ctl_open_clinic (MesoCtl  *ctl,
                      GError  **error)
{
  g_autofree char *path = meso_ctl_dup_database (ctl);

  if (ctl->clinic != NULL || meso_ctl_load_protocol (ctl, error) == NULL)
    return ctl->clinic;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT,
                   "There is no clinic’s file at %s. `init` makes one; --database names another.", path);
      return NULL;
    }
  ctl->clinic = meso_clinic_open (path, ctl->content, error);
  return ctl->clinic;
}

const char *
meso_ctl_get_language (MesoCtl *ctl)
{
  return ctl->language != NULL ? ctl->language : "en";
}

MesoCalendarDate
meso_ctl_today (void)
{
  return meso_local_day_now ().date;
}

gboolean
meso_ctl_parse_date (const char        *option,
                     const char        *text,
                     MesoCalendarDate  *date,
                     GError           **error)
{
  if (!meso_calendar_date_parse (text, date, error))
    {
      g_prefix_error (error, "%s: ", option);
      return FALSE;
    }
  return meso_ctl_check_year (option, *date, error);
}

/* Nobody who is treated here has a date before it: a Persian year was written. */
gboolean
meso_ctl_check_year (const char        *option,
                     MesoCalendarDate   date,
                     GError           **error)
{
  if (date.year >= MESO_CALENDAR_EARLIEST_YEAR)
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
               "%s: the year %d is before %d. A Persian date has to be converted first: see `calendar`.", option, date.year,
               MESO_CALENDAR_EARLIEST_YEAR);
  return FALSE;
}
