/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <locale.h>

#include <glib/gi18n.h>

#include "meso-application.h"
#include "meso-icons-resources.h"
#include "meso-ui-resources.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(MesoApplication) application = NULL;
  const char *locale_dir = g_getenv ("MESOCLINIC_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MESO_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_resources_register (meso_ui_get_resource ());
  g_resources_register (meso_icons_get_resource ());
  application = meso_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
