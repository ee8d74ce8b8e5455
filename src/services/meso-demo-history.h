/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/**
 * MesoDemoHistory:
 * @patients: how many; the first of them are those whose day today is told
 * @seed: equal seeds, languages and days give equal people and histories
 * @today: the day that the story leads up to
 * @language: "en" or "fa": what the clinic speaks, and so in which script most names come first
 *
 * Private: what a demo clinic is to hold.
 */
typedef struct
{
  guint patients;
  guint32 seed;
  MesoCalendarDate today;
  const char *language;
} MesoDemoHistory;

/* Fills a new, empty clinic with made-up patients and what happened to them in two years, day by day up to today, and marks it
 * as a demo. A clinic that is being made: when it fails, part of it is stored. operation (nullable) */
gboolean meso_demo_history_fill (MesoClinic *clinic, const MesoDemoHistory *history, MesoOperation *operation, GError **error);

G_END_DECLS
