/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "bench-clinic.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * BenchPeople:
 * @folder: kept from run to run: making a million patients takes minutes
 * @clinic: name of a clinic with that many patients in it
 * @copy: name of an equal one, for bare SQLite
 *
 * A clinic of many patients without histories.
 */
typedef struct
{
  BenchFolder *folder;
  char *clinic;
  char *copy;
} BenchPeople;

BenchPeople *bench_people_new  (guint patients);
void         bench_people_free (BenchPeople *self);
/* (transfer full) (element-type MesoPatient): so many of them, by chance but the same ones each time */
GPtrArray   *bench_people_pick (MesoClinic *clinic, guint samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchPeople, bench_people_free)

G_END_DECLS
