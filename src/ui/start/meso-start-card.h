/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoStartCard:
 *
 * One of the two ways to begin: a picture, what it means in three points, and its button. Properties `icon-name`, `kind`, `title`,
 * `subtitle`, `points` (apart by line breaks), `button-label`, `action`, `suggested`; set when it is made.
 */
#define MESO_TYPE_START_CARD (meso_start_card_get_type ())
G_DECLARE_FINAL_TYPE (MesoStartCard, meso_start_card, MESO, START_CARD, GtkBox)

G_END_DECLS
