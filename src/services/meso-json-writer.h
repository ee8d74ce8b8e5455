/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

#include "meso-calendar-date.h"

G_BEGIN_DECLS

/* One member each, or with a NULL name one entry of a list: a NULL text, an unset date is null; a NULL array is an empty list. */
void meso_json_add_string  (JsonBuilder *builder, const char *member, const char *value);
void meso_json_add_int     (JsonBuilder *builder, const char *member, gint64 value);
/* A whole number without a decimal point; null when it isn't known. */
void meso_json_add_number  (JsonBuilder *builder, const char *member, gboolean known, double value);
void meso_json_add_bool    (JsonBuilder *builder, const char *member, gboolean value);
void meso_json_add_date    (JsonBuilder *builder, const char *member, MesoCalendarDate value);
void meso_json_add_strings (JsonBuilder *builder, const char *member, const GPtrArray *values);
void meso_json_begin       (JsonBuilder *builder, const char *member);
void meso_json_begin_list  (JsonBuilder *builder, const char *member);

G_END_DECLS
