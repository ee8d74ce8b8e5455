/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-saved.h"

static void
show (AdwWindowTitle  *heading,
      GParamSpec      *pspec,
      MesoDraftKeeper *keeper)
{
  g_autofree char *text = meso_draft_keeper_dup_saved (keeper);

  if (text != NULL)
    adw_window_title_set_subtitle (heading, text);
}

void
meso_draft_saved_show (MesoDraftKeeper *keeper,
                       AdwWindowTitle  *heading)
{
  g_signal_connect_object (keeper, "notify::saved-at", G_CALLBACK (show), heading, G_CONNECT_SWAPPED);
}
