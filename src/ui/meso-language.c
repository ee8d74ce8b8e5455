/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-language.h"

#include <locale.h>

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* A package of its own beside the program; the sheets are set in it too. */
#define PERSIAN_FONT "Vazirmatn"

static const char *current = "en";
static const char *desktop = "en";

/* gettext looks at LANGUAGE only under a locale that is not "C" or "C.UTF-8". The program brings one, of which only the category for
 * messages is there; the C library finds it by LOCPATH, which must not stay: it would hide all other locales. It begins with "en_",
 * as GLib stops translating for good in a locale that is not English when its first language has no catalogue. */
static gboolean
use_own_locale (const char *data_dir)
{
  g_autofree char *path = g_build_filename (data_dir, "locale", NULL);
  g_autofree char *before = g_strdup (g_getenv ("LOCPATH"));
  gboolean found;

  g_setenv ("LOCPATH", path, TRUE);
  found = setlocale (LC_MESSAGES, "en_MC") != NULL;
  if (before != NULL)
    g_setenv ("LOCPATH", before, TRUE);
  else
    g_unsetenv ("LOCPATH");
  return found;
}

/* A C library that is not glibc, or a program that was copied without its data. */
static gboolean
use_some_locale (void)
{
  static const char *const names[] = { "en_US.UTF-8", "en_GB.UTF-8", "en_US.utf8", "fa_IR.UTF-8", "fa_IR.utf8" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (setlocale (LC_MESSAGES, names[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_desktop_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "fa"))
        return "fa";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }
  return "en";
}

void
meso_language_init (void)
{
  const char *data_dir = g_getenv ("MESOCLINIC_DATA_DIR");
  const char *locale_dir = g_getenv ("MESOCLINIC_LOCALE_DIR");

  setlocale (LC_ALL, "");
  /* The toolkit would choose the desktop's locale once more when it comes up. */
  gtk_disable_setlocale ();
  desktop = find_desktop_language ();
  if (!use_own_locale (data_dir != NULL ? data_dir : MESO_PKGDATADIR) && !use_some_locale ())
    g_printerr ("mesoclinic: no locale was found in which texts can be translated; the window speaks English.\n");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MESO_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  meso_language_set (desktop);
}

const char *
meso_language_get_desktop (void)
{
  return desktop;
}

const char *
meso_language_get (void)
{
  return current;
}

void
meso_language_set (const char *language)
{
  current = g_strcmp0 (language, "fa") == 0 ? "fa" : "en";
  if (g_strcmp0 (g_getenv ("LANGUAGE"), current) != 0)
    g_setenv ("LANGUAGE", current, TRUE);
  /* Tells gettext that what it found before may not hold any more. */
  textdomain (GETTEXT_PACKAGE);
}

/* The families of a font, and then the one that has the Persian letters: which would stand in for it differs from host to host. */
static char *
dup_with_persian (const char *name)
{
  PangoFontDescription *font = pango_font_description_from_string (name);
  const char *families = pango_font_description_get_family (font);
  g_autofree char *more = g_strconcat (families != NULL ? families : "Sans", "," PERSIAN_FONT, NULL);
  char *text = NULL;

  pango_font_description_set_family (font, more);
  text = pango_font_description_to_string (font);
  pango_font_description_free (font);
  return text;
}

static void
apply_font (void)
{
  static char *desktop_font = NULL;
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean persian = g_str_equal (current, "fa");
  g_autofree char *with_persian = NULL;

  /* As long as nobody reads Persian, the font stays the desktop's to change. */
  if (settings == NULL || (!persian && desktop_font == NULL))
    return;
  if (desktop_font == NULL)
    g_object_get (settings, "gtk-font-name", &desktop_font, NULL);
  with_persian = dup_with_persian (desktop_font);
  g_object_set (settings, "gtk-font-name", persian ? with_persian : desktop_font, NULL);
}

void
meso_language_apply_direction (void)
{
  apply_font ();
  gtk_widget_set_default_direction (g_str_equal (current, "fa") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}
