/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoPatientFilter:
 * @MESO_PATIENT_FILTER_ALL: everyone who isn't archived; a search finds archived ones too
 * @MESO_PATIENT_FILTER_DUE: a session, check-up or recall is due today, or was and didn't take place
 * @MESO_PATIENT_FILTER_ON_COURSE: has a course that goes on
 * @MESO_PATIENT_FILTER_SUSPENDED: has a course that waits for a physician
 * @MESO_PATIENT_FILTER_ARCHIVED: put away
 *
 * Which patients a list shows. Only the last one shows archived patients, but for a search among all.
 */
typedef enum {
  MESO_PATIENT_FILTER_ALL,
  MESO_PATIENT_FILTER_DUE,
  MESO_PATIENT_FILTER_ON_COURSE,
  MESO_PATIENT_FILTER_SUSPENDED,
  MESO_PATIENT_FILTER_ARCHIVED,
} MesoPatientFilter;

#define MESO_PATIENT_N_FILTERS (MESO_PATIENT_FILTER_ARCHIVED + 1)

/**
 * MesoPatientCounts:
 * @people: how many pass each filter
 *
 * How many patients there are.
 */
typedef struct
{
  guint64 people[MESO_PATIENT_N_FILTERS];
} MesoPatientCounts;

G_END_DECLS
