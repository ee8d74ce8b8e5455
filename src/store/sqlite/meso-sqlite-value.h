/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-calendar-date.h"

G_BEGIN_DECLS

typedef enum {
  MESO_SQLITE_TEXT,
  MESO_SQLITE_INTEGER,
  MESO_SQLITE_BLOB,
  MESO_SQLITE_DATE,
} MesoSqliteType;

/* One bound value: typed, so that a wrong width can't slip through a variable argument list. Borrowed for the call. */
typedef struct
{
  MesoSqliteType type;
  union {
    const char *text;
    gint64 integer;
    GBytes *blob;
    MesoCalendarDate date;
  };
} MesoSqliteValue;

/* NULL text, NULL bytes and an unset date are SQL's NULL. */
#define T(value) ((MesoSqliteValue) { .type = MESO_SQLITE_TEXT, .text = (value) })
#define I(value) ((MesoSqliteValue) { .type = MESO_SQLITE_INTEGER, .integer = (value) })
#define B(value) ((MesoSqliteValue) { .type = MESO_SQLITE_BLOB, .blob = (value) })
#define D(value) ((MesoSqliteValue) { .type = MESO_SQLITE_DATE, .date = (value) })

G_END_DECLS
