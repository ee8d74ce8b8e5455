/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation.h"
#include "stock-scene.h"

G_BEGIN_DECLS

/* The ingredient of the formula that a visit has. */
#define PREPARE_SCENE_INGREDIENT "biotin"

/* Receives multi-dose vials of it. days: until they expire. (transfer full): the lot's id */
char            *prepare_scene_receive  (Visit *visit, const char *number, int days, gint64 container_ul, gint64 containers);
/* (transfer full) (nullable): what was prepared last for the patient */
MesoPreparation *prepare_scene_get_last (Visit *visit);
/* Employs a nurse who isn't at the desk. (transfer full): the id */
char            *prepare_scene_employ   (Visit *visit, const char *name);

G_END_DECLS
