/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-match.h"

G_BEGIN_DECLS

/**
 * MesoSought:
 * @text: what is typed
 * @match: the same, as words and numbers
 * @day: the day that is typed among it, unset for none; in @calendar
 * @rest: what is typed beside that day
 *
 * What is typed, as the list looks for it: read once for all rows. Immutable, counted.
 */
typedef struct
{
  char *text;
  MesoMatch *match;
  MesoMatch *rest;
  MesoCalendarDate day;
  MesoCalendarChoice calendar;
} MesoSought;

MesoSought *meso_sought_new       (MesoContext *context, const char *typed);
MesoSought *meso_sought_ref       (MesoSought *self);
void        meso_sought_unref     (MesoSought *self);
gboolean    meso_sought_is_day    (const MesoSought *self, MesoCalendarDate date);
/* (transfer full): that day in the calendar that it is typed in, "22 Ordibehesht 1371" */
char       *meso_sought_write_day (const MesoSought *self, MesoContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSought, meso_sought_unref)

G_END_DECLS
