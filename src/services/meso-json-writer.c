/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-writer.h"

static void
set_member (JsonBuilder *builder,
            const char  *member)
{
  if (member != NULL)
    json_builder_set_member_name (builder, member);
}

/**
 * meso_json_add_string:
 * @member: (nullable): its name; %NULL for an entry of a list
 * @value: (nullable): a text; %NULL becomes null
 *
 * Adds a text.
 */
void
meso_json_add_string (JsonBuilder *builder,
                      const char  *member,
                      const char  *value)
{
  set_member (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * meso_json_add_int:
 * @member: (nullable): its name
 *
 * Adds a whole number.
 */
void
meso_json_add_int (JsonBuilder *builder,
                   const char  *member,
                   gint64       value)
{
  set_member (builder, member);
  json_builder_add_int_value (builder, value);
}

/**
 * meso_json_add_number:
 * @member: (nullable): its name
 * @known: whether there is one; null otherwise
 *
 * Adds a number; a whole one has no decimal point.
 */
void
meso_json_add_number (JsonBuilder *builder,
                      const char  *member,
                      gboolean     known,
                      double       value)
{
  set_member (builder, member);
  if (!known)
    json_builder_add_null_value (builder);
  else if (value == (double) (gint64) value)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

/**
 * meso_json_add_bool:
 * @member: (nullable): its name
 *
 * Adds true or false.
 */
void
meso_json_add_bool (JsonBuilder *builder,
                    const char  *member,
                    gboolean     value)
{
  set_member (builder, member);
  json_builder_add_boolean_value (builder, value);
}

/**
 * meso_json_add_date:
 * @member: (nullable): its name
 * @value: a day; an unset one becomes null
 *
 * Adds a day as an ISO date.
 */
void
meso_json_add_date (JsonBuilder      *builder,
                    const char       *member,
                    MesoCalendarDate  value)
{
  g_autofree char *text = meso_calendar_date_is_set (value) ? meso_calendar_date_to_string (value) : NULL;

  meso_json_add_string (builder, member, text);
}

/**
 * meso_json_add_strings:
 * @member: (nullable): its name
 * @values: (nullable) (element-type utf8): texts; %NULL becomes an empty list
 *
 * Adds a list of texts.
 */
void
meso_json_add_strings (JsonBuilder     *builder,
                       const char      *member,
                       const GPtrArray *values)
{
  meso_json_begin_list (builder, member);
  for (guint i = 0; values != NULL && i < values->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (values, i));
  json_builder_end_array (builder);
}

/**
 * meso_json_begin:
 * @member: (nullable): its name; %NULL for an entry of a list, or the whole
 *
 * Begins an object, which json_builder_end_object () ends.
 */
void
meso_json_begin (JsonBuilder *builder,
                 const char  *member)
{
  set_member (builder, member);
  json_builder_begin_object (builder);
}

/**
 * meso_json_begin_list:
 * @member: (nullable): its name
 *
 * Begins a list, which json_builder_end_array () ends.
 */
void
meso_json_begin_list (JsonBuilder *builder,
                      const char  *member)
{
  set_member (builder, member);
  json_builder_begin_array (builder);
}
