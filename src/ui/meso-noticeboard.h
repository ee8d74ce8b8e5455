/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoNoticeboard:
 *
 * Where something is said to whoever sits before the window: toasts, and one lasting notice. The window is one; what speaks in it needs to
 * know no more of it.
 */
#define MESO_TYPE_NOTICEBOARD (meso_noticeboard_get_type ())
G_DECLARE_INTERFACE (MesoNoticeboard, meso_noticeboard, MESO, NOTICEBOARD, GtkWidget)

struct _MesoNoticeboardInterface
{
  GTypeInterface parent_interface;

  void (*add_toast)  (MesoNoticeboard *self, AdwToast *toast);
  void (*set_notice) (MesoNoticeboard *self, const char *text);
};

/* (transfer none) (nullable): the one that holds widget; NULL for a widget in no window of ours */
MesoNoticeboard *meso_noticeboard_find       (GtkWidget *widget);
/* toast (transfer full) */
void             meso_noticeboard_add_toast  (MesoNoticeboard *self, AdwToast *toast);
/* A lasting word about the clinic's backups; NULL takes it away. */
void             meso_noticeboard_set_notice (MesoNoticeboard *self, const char *text);

G_END_DECLS
