/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoTag:
 *
 * A tinted pill: a state as icon, word and colour. Properties `icon-name`, `label`, `kind` ("neutral", "accent", "success",
 * "warning", "error"). The label is never markup.
 */
#define MESO_TYPE_TAG (meso_tag_get_type ())
G_DECLARE_FINAL_TYPE (MesoTag, meso_tag, MESO, TAG, GtkWidget)

/* icon_name (nullable) */
GtkWidget *meso_tag_new (const char *icon_name, const char *label, const char *kind);

G_END_DECLS
