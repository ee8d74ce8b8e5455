/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-course.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* What is asked about all patients at once: ids only, so that only what is shown is read in full. Limits are above zero. */

/**
 * MesoSessionRef:
 *
 * One session of a plan.
 */
typedef struct
{
  char *plan;
  int n;
} MesoSessionRef;

void       meso_session_ref_free (MesoSessionRef *self);

/* (element-type MesoSessionRef): sessions of this kind in active plans that are still planned and due up to that day; oldest first */
GPtrArray *meso_overview_list_open       (MesoStoreContext *context, MesoPlanKind kind, MesoCalendarDate upto, guint limit,
                                          GError **error);
/* (element-type utf8): patients about whom something was recorded between two moments, the first included; newest first, each
 * once, as the person they are */
GPtrArray *meso_overview_list_worked_on  (MesoStoreContext *context, const char *from_utc, const char *to_utc, guint limit,
                                          GError **error);
/* (element-type utf8): the sheets that were handed out last, newest first */
GPtrArray *meso_overview_list_handouts   (MesoStoreContext *context, guint limit, GError **error);
/* (element-type utf8): the patients' recipes that were changed last, newest first, each once */
GPtrArray *meso_overview_list_formulas   (MesoStoreContext *context, guint limit, GError **error);
/* (element-type utf8): recipes that are no patient's, newest first */
GPtrArray *meso_overview_list_templates  (MesoStoreContext *context, gboolean retired, GError **error);

G_END_DECLS
