/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"

G_BEGIN_DECLS

/**
 * MesoDemoPeople:
 *
 * Private: makes people up, one after another; a few of them were entered before, a little otherwise.
 */
typedef struct _MesoDemoPeople MesoDemoPeople;

/* rand: where chance comes from, which must outlive it; equal states give equal people. language: "en" or "fa": what the clinic
 * speaks, and so in which script most names come first */
MesoDemoPeople    *meso_demo_people_new  (GRand *rand, const char *language);
void               meso_demo_people_free (MesoDemoPeople *self);
/* (transfer full): an adult who comes on that day, as a record that can be stored; it has no file number yet */
MesoPatientRecord *meso_demo_people_next (MesoDemoPeople *self, MesoCalendarDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDemoPeople, meso_demo_people_free)

G_END_DECLS
