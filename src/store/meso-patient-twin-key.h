/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of the texts that a record is found by as somebody's twin, hashed. number: patient.number */
typedef struct
{
  gint64 key;
  gint64 number;
} MesoPatientTwinKey;

G_END_DECLS
