/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoOverridePage:
 *
 * Where a physician writes why: a reason for each finding that is decided on, or one for the whole. Signal `decided`: all that
 * must be there is. Signal `changed`: something was typed.
 */
#define MESO_TYPE_OVERRIDE_PAGE (meso_override_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoOverridePage, meso_override_page, MESO, OVERRIDE_PAGE, AdwNavigationPage)

/* physician: who decides; button: with a mnemonic */
MesoOverridePage *meso_override_page_new     (MesoContext *context, const char *title, const char *text, const char *physician,
                                              const char *button);
/* rule: "" for the whole; finding (nullable): what it is about; text: typed before, or "" */
void              meso_override_page_add     (MesoOverridePage *self, const char *rule, const char *finding, const char *field,
                                              gboolean required, const char *text);
/* (transfer full) (element-type utf8 utf8): rule → reason, trimmed */
GHashTable       *meso_override_page_get     (MesoOverridePage *self);
/* While it is on its way to the file. */
void              meso_override_page_set_busy (MesoOverridePage *self, gboolean busy);
void              meso_override_page_focus   (MesoOverridePage *self);

G_END_DECLS
