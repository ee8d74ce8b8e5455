/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-json.h"

void
meso_draft_json_put (JsonBuilder *builder,
                     const char  *name,
                     const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
meso_draft_json_take (JsonObject  *object,
                      const char  *name,
                      char       **text)
{
  const char *found = json_object_get_string_member_with_default (object, name, NULL);

  if (found != NULL)
    g_set_str (text, found);
}
