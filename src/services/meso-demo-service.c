/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-service.h"

#include "meso-demo-clinic.h"

#define LANGUAGE "en"

/**
 * meso_demo_service_make:
 * @path: where nothing may be yet
 * @content: the clinical content
 * @language: (nullable): "en" or "fa": what the clinic speaks, and so in which script most names come first
 * @patients: how many, 0 to %MESO_DEMO_MAX_PATIENTS
 * @seed: equal seeds give equal people and histories
 * @today: the day that the histories lead up to
 * @operation: (nullable): told how far it is, and stops it
 *
 * Makes a demo clinic's file: its people, who they are and what happened to them in two years.
 *
 * Returns: whether it is there, whole and closed; nothing is there otherwise
 */
gboolean
meso_demo_service_make (const char        *path,
                        MesoContent       *content,
                        const char        *language,
                        guint              patients,
                        guint32            seed,
                        MesoCalendarDate   today,
                        MesoOperation     *operation,
                        GError           **error)
{
  const MesoDemoHistory history = {
    .patients = patients, .seed = seed, .today = today, .language = language != NULL ? language : LANGUAGE,
  };

  return meso_demo_clinic_make (path, content, &history, operation, error);
}

/**
 * meso_demo_service_fill:
 * @clinic: a new, empty clinic
 * @patients: how many, 0 to %MESO_DEMO_MAX_PATIENTS
 * @seed: equal seeds give equal people and histories
 * @today: the day that the histories lead up to
 *
 * Fills a clinic that is being made.
 *
 * Returns: whether all of it is stored; part of it may be otherwise
 */
gboolean
meso_demo_service_fill (MesoClinic        *clinic,
                        guint              patients,
                        guint32            seed,
                        MesoCalendarDate   today,
                        GError           **error)
{
  const MesoDemoHistory history = { .patients = patients, .seed = seed, .today = today, .language = LANGUAGE };

  return meso_demo_history_fill (clinic, &history, NULL, error);
}
