/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient-erasure-service.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-overview.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

/**
 * MesoPageFacts:
 * @merged: (element-type MesoPatient): the records that were merged into this one, however they came to it
 * @erasure: (nullable): what a legal erasure took away; there is little else then
 *
 * All that a patient's page shows, but its timeline.
 */
typedef struct
{
  MesoPatientOverview *overview;
  GPtrArray *merged;
  MesoErasure *erasure;
} MesoPageFacts;

/* (transfer full): one row of #MesoPageFacts, of one patient on the clinic's day */
MesoQueryList *meso_page_facts_list_new (MesoContext *context, const char *patient);

G_END_DECLS
