/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoHandoutDeliver:
 *
 * Puts the finished sheet where it is wanted.
 *
 * Returns: whether it is there
 */
typedef gboolean (*MesoHandoutDeliver) (GBytes *pdf, gpointer data, GError **error);

G_END_DECLS
