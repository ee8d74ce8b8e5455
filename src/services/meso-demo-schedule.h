/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-life.h"

G_BEGIN_DECLS

/* Private: who comes to the demo clinic on which day. Lives of the cast are somebody else's; all others are let go of once nothing
 * happens to them any more. */
typedef struct _MesoDemoSchedule MesoDemoSchedule;

MesoDemoSchedule *meso_demo_schedule_new  (MesoCalendarDate first, MesoCalendarDate last);
void              meso_demo_schedule_free (MesoDemoSchedule *self);
/* life (transfer full), but for the cast */
void              meso_demo_schedule_add  (MesoDemoSchedule *self, MesoDemoLife *life);
/* (transfer full) (element-type MesoDemoLife): those of that day; to be added again */
GPtrArray        *meso_demo_schedule_take (MesoDemoSchedule *self, MesoCalendarDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDemoSchedule, meso_demo_schedule_free)

G_END_DECLS
