/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-json.h"

/**
 * meso_record_json_begin:
 *
 * Begins an object, which json_builder_end_object () ends; without a name, as an entry of a list.
 */
void
meso_record_json_begin (JsonBuilder *json,
                        const char  *name)
{
  if (name != NULL)
    json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
}

/**
 * meso_record_json_begin_list:
 *
 * Begins a list, which json_builder_end_array () ends.
 */
void
meso_record_json_begin_list (JsonBuilder *json,
                             const char  *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

/**
 * meso_record_json_add_text:
 *
 * Adds a text, null without one.
 */
void
meso_record_json_add_text (JsonBuilder *json,
                           const char  *name,
                           const char  *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

/**
 * meso_record_json_add_int:
 *
 * Adds a number.
 */
void
meso_record_json_add_int (JsonBuilder *json,
                          const char  *name,
                          gint64       value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

/**
 * meso_record_json_add_known:
 *
 * Adds a number, null for one that isn't known.
 */
void
meso_record_json_add_known (JsonBuilder *json,
                            const char  *name,
                            gboolean     known,
                            gint64       value)
{
  if (known)
    meso_record_json_add_int (json, name, value);
  else
    meso_record_json_add_text (json, name, NULL);
}

/**
 * meso_record_json_add_date:
 *
 * Adds a day as an ISO date, null for an unset one.
 */
void
meso_record_json_add_date (JsonBuilder      *json,
                           const char       *name,
                           MesoCalendarDate  date)
{
  g_autofree char *text = meso_calendar_date_is_set (date) ? meso_calendar_date_to_string (date) : NULL;

  meso_record_json_add_text (json, name, text);
}

/**
 * meso_record_json_add_strings:
 *
 * Adds a list of texts.
 */
void
meso_record_json_add_strings (JsonBuilder     *json,
                              const char      *name,
                              const GPtrArray *strings)
{
  meso_record_json_begin_list (json, name);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (strings, i));
  json_builder_end_array (json);
}
