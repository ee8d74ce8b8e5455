/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-application.h"
#include "meso-icons-resources.h"
#include "meso-language.h"
#include "meso-ui-resources.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(MesoApplication) application = NULL;

  meso_language_init ();
  meso_ui_register_resource ();
  meso_icons_register_resource ();
  application = meso_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
