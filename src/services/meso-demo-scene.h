/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-life.h"

G_BEGIN_DECLS

/* Private: the day that the demo opens on, as one of the cast has it. */

/* The day of the first visit; unset for one whose course isn't in the content */
MesoCalendarDate meso_demo_scene_find_first_visit (const MesoDemoLife *life);
/* Inside of a unit of work: what happens today */
gboolean         meso_demo_scene_play             (MesoDemoLife *life, MesoStoreContext *context, GError **error);

G_END_DECLS
