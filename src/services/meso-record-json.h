/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

#include "meso-calendar-date.h"

G_BEGIN_DECLS

/* Private to the data of a record: members of the object that is being written, by their names. */

/* name (nullable): NULL for an entry of a list. Both are ended by json_builder_end_* () */
void meso_record_json_begin       (JsonBuilder *json, const char *name);
void meso_record_json_begin_list  (JsonBuilder *json, const char *name);
/* text (nullable): null without one */
void meso_record_json_add_text    (JsonBuilder *json, const char *name, const char *text);
void meso_record_json_add_int     (JsonBuilder *json, const char *name, gint64 value);
/* null for what isn't known */
void meso_record_json_add_known   (JsonBuilder *json, const char *name, gboolean known, gint64 value);
void meso_record_json_add_date    (JsonBuilder *json, const char *name, MesoCalendarDate date);
void meso_record_json_add_strings (JsonBuilder *json, const char *name, const GPtrArray *strings);

G_END_DECLS
