/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-noticeboard.h"

G_DEFINE_INTERFACE (MesoNoticeboard, meso_noticeboard, GTK_TYPE_WIDGET)

static void
meso_noticeboard_default_init (MesoNoticeboardInterface *iface)
{
}

MesoNoticeboard *
meso_noticeboard_find (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return MESO_IS_NOTICEBOARD (root) ? MESO_NOTICEBOARD (root) : NULL;
}

void
meso_noticeboard_add_toast (MesoNoticeboard *self,
                            AdwToast        *toast)
{
  MESO_NOTICEBOARD_GET_IFACE (self)->add_toast (self, toast);
}

void
meso_noticeboard_set_notice (MesoNoticeboard *self,
                             const char      *text)
{
  MESO_NOTICEBOARD_GET_IFACE (self)->set_notice (self, text);
}
