/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoShell:
 *
 * What the window of an open clinic holds: the places at the side, the pages, who is at the desk, and what must always be said.
 */
#define MESO_TYPE_SHELL (meso_shell_get_type ())
G_DECLARE_FINAL_TYPE (MesoShell, meso_shell, MESO, SHELL, AdwBreakpointBin)

/* The sidebar alone, until it begins. */
MesoShell         *meso_shell_new          (MesoContext *context);
/* Goes to Today, unless it was told to go somewhere already, and counts the sessions and what the stock wants. */
void               meso_shell_begin        (MesoShell *self);
/* A place of the sidebar. It stays as it was left, without the pages that were opened from it. */
void               meso_shell_go           (MesoShell *self, const char *place);
/* number: 0 for the first */
void               meso_shell_go_number    (MesoShell *self, guint number);
/* Whether that window action leads to the page in sight. */
gboolean           meso_shell_is_at         (MesoShell *self, const char *action, GVariant *parameter);
/* Opens page upon the others; by which window action it came, so that it can be opened again. */
void               meso_shell_push         (MesoShell *self, AdwNavigationPage *page, const char *action, GVariant *parameter);
AdwNavigationPage *meso_shell_get_page     (MesoShell *self);
/* (transfer full): the actions that lead to the page in sight, as a(sv) */
GVariant          *meso_shell_dup_trail    (MesoShell *self);
/* Puts the focus into the search field of the page in sight, or else into that of the patients. */
void               meso_shell_search       (MesoShell *self, gboolean patients);
/* A lasting word about the clinic's backups; NULL takes it away. */
void               meso_shell_set_notice   (MesoShell *self, const char *text);

G_END_DECLS
