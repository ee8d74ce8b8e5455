/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-draft.h"

#include <json-glib/json-glib.h>

/**
 * meso_screening_draft_forbids:
 * @text: (nullable): a screening, or a short form, that was begun and left
 * @day: the day that is asked about
 *
 * Who was told “do not treat” may have closed the form on it. Until somebody finishes it, or puts it away, that holds.
 *
 * Returns: whether what was answered so far, on @day or before, says: do not treat
 */
gboolean
meso_screening_draft_forbids (const char       *text,
                              MesoCalendarDate  day)
{
  g_autoptr(JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *says;
  const char *date;
  MesoCalendarDate begun;

  if (object == NULL)
    return FALSE;
  says = json_object_get_string_member_with_default (object, MESO_SCREENING_DRAFT_SAYS, "");
  date = json_object_get_string_member_with_default (object, MESO_SCREENING_DRAFT_DATE, "");
  return g_strcmp0 (says, MESO_SCREENING_DRAFT_DO_NOT_TREAT) == 0 && date != NULL &&
         meso_calendar_date_parse (date, &begun, NULL) && meso_calendar_date_compare (begun, day) <= 0;
}
