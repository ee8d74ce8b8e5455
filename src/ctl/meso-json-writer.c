/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-writer.h"

#include "meso-ctl-file.h"

static void
set_member (JsonBuilder *builder,
            const char  *member)
{
  if (member != NULL)
    json_builder_set_member_name (builder, member);
}

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

void
meso_json_add_int (JsonBuilder *builder,
                   const char  *member,
                   gint64       value)
{
  set_member (builder, member);
  json_builder_add_int_value (builder, value);
}

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

void
meso_json_add_bool (JsonBuilder *builder,
                    const char  *member,
                    gboolean     value)
{
  set_member (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
meso_json_add_date (JsonBuilder      *builder,
                    const char       *member,
                    MesoCalendarDate  value)
{
  g_autofree char *text = meso_calendar_date_is_set (value) ? meso_calendar_date_to_string (value) : NULL;

  meso_json_add_string (builder, member, text);
}

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

void
meso_json_begin (JsonBuilder *builder,
                 const char  *member)
{
  set_member (builder, member);
  json_builder_begin_object (builder);
}

void
meso_json_begin_list (JsonBuilder *builder,
                      const char  *member)
{
  set_member (builder, member);
  json_builder_begin_array (builder);
}

gboolean
meso_json_print (JsonBuilder  *builder,
                 GError      **error)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autoptr(GBytes) bytes = NULL;
  GString *text = g_string_new (NULL);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  bytes = g_string_free_to_bytes (text);
  return meso_ctl_file_write ("-", bytes, error);
}
