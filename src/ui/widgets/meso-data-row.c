/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-data-row.h"

GtkWidget *
meso_data_row_new (GType       row_type,
                   const char *title,
                   const char *subtitle)
{
  /* While an object is made its notifications wait, and with them the labels inside, which would still read markup: what is set in
   * one call with use-markup is parsed, and lost where it holds an “&”. */
  GtkWidget *self = g_object_new (row_type, "use-markup", FALSE, NULL);

  g_object_set (self, "title", title, NULL);
  if (subtitle != NULL)
    g_object_set (self, "subtitle", subtitle, NULL);
  return self;
}
