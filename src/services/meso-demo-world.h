/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-private.h"
#include "meso-demo-people.h"

G_BEGIN_DECLS

/**
 * MesoDemoWorld:
 * @people: who comes
 * @language: "en" or "fa": what the clinic speaks
 * @closed: days of the week, as in #MesoPlanOptions
 * @nurses: who treats
 * @prepared_days: for how many days the clinic has recorded what it prepares, and @prepared: how many were told of
 * @bookings: (element-type utf8 int): day → how many come then
 *
 * Private: what all lives of the demo clinic share.
 */
typedef struct
{
  MesoClinic *clinic;
  MesoProtocol *protocol;
  GRand *rand;
  MesoDemoPeople *people;
  MesoCalendarDate today;
  const char *language;
  guint8 closed;
  char *physician;
  char *nurses[2];
  char *desk;
  int prepared_days;
  guint prepared;
  GHashTable *bookings;
} MesoDemoWorld;

gboolean         meso_demo_world_is_open      (const MesoDemoWorld *self, MesoCalendarDate day);
/* That day, or the first open one after it */
MesoCalendarDate meso_demo_world_get_open_day (const MesoDemoWorld *self, MesoCalendarDate day);
/* That day, or the last open one before it */
MesoCalendarDate meso_demo_world_get_open_day_before (const MesoDemoWorld *self, MesoCalendarDate day);
/* So many times of a hundred */
gboolean         meso_demo_world_happens      (MesoDemoWorld *self, int percent);
/* In the clinic's language */
const char      *meso_demo_world_say          (const MesoDemoWorld *self, const char *english, const char *persian);
/* Inside of a unit of work, in an empty clinic: letterhead, staff, working days. */
gboolean         meso_demo_world_found        (MesoDemoWorld *self, MesoStoreContext *context, GError **error);
void             meso_demo_world_clear        (MesoDemoWorld *self);

G_END_DECLS
