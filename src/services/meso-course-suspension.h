/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work. */
/* Suspends the person's course, if one is under way, until a physician closes it. reason: in the clinic's language */
gboolean  meso_course_suspension_begin        (MesoStoreContext *context, MesoClinic *clinic, const char *patient, const char *reason,
                                               GError **error);
/* (transfer full): the language that reasons are written in: the clinic's */
char     *meso_course_suspension_dup_language (MesoStoreContext *context, GError **error);

G_END_DECLS
