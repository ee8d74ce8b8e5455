/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-request-lot.h"

#include <string.h>

#include "meso-quantity.h"
#include "meso-request-screening.h"

#define MONTH_LENGTH (sizeof "2027-03" - 1)
#define MAX_NUMBER 1000000000

static gboolean
read_bool (MesoJsonReader  *reader,
           const char      *member,
           gboolean        *value,
           GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (reader, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return meso_json_reader_fail (reader, member, error, "true or false is expected here.");
  *value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_text (MesoJsonReader  *reader,
           const char      *member,
           char           **text,
           GError         **error)
{
  return meso_json_reader_read_string (reader, member, text, error);
}

/* Many boxes name only the month: its last day is meant. */
static gboolean
read_day (MesoJsonReader    *reader,
          const char        *member,
          gboolean           month_alone,
          MesoCalendarDate  *day,
          GError           **error)
{
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;

  if (!read_text (reader, member, &text, error))
    return FALSE;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!month_alone || strlen (text) != MONTH_LENGTH)
    return meso_request_parse_date (reader, member, text, day, error);
  first = g_strconcat (text, "-01", NULL);
  if (!meso_request_parse_date (reader, member, first, day, error))
    return FALSE;
  *day = meso_calendar_date_add_days (meso_calendar_date_add_months (*day, 1), -1);
  return TRUE;
}

static gboolean
read_container (MesoLot         *lot,
                MesoJsonReader  *reader,
                GError         **error)
{
  g_autofree char *text = NULL;
  MesoQuantity quantity;

  if (!read_text (reader, "container", &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (!meso_quantity_parse (text, &quantity, error))
    return meso_json_reader_prefix (reader, "container", error);
  if (quantity.dimension != MESO_DIMENSION_VOLUME)
    return meso_json_reader_fail (reader, "container", error, "“%s” is no volume. Write what one container holds: “2 mL”.", text);
  lot->container_ul = quantity.value;
  return TRUE;
}

static gboolean
read_components (MesoLot         *lot,
                 MesoJsonReader  *reader,
                 GError         **error)
{
  g_autoptr(GPtrArray) readers = NULL;

  if (!meso_json_reader_read_objects (reader, "components", &readers, error))
    return FALSE;
  for (guint i = 0; readers != NULL && i < readers->len; i++)
    {
      MesoJsonReader *component = g_ptr_array_index (readers, i);
      MesoProductComponent *added = meso_lot_add_component (lot, NULL, "");

      if (!read_text (component, "ingredient", &added->ingredient, error) || !read_text (component, "salt", &added->salt, error) ||
          !read_text (component, "strength", &added->strength, error) || !meso_json_reader_finish (component, error))
        return FALSE;
      if (added->ingredient == NULL)
        return meso_json_reader_fail (component, "ingredient", error, "it is missing. Name an ingredient of the formulary.");
    }
  return TRUE;
}

static gboolean
read_numbers (MesoLot         *lot,
              MesoJsonReader  *reader,
              GError         **error)
{
  gint64 hours = 0;

  if (!meso_json_reader_read_int (reader, "containers", 1, MAX_NUMBER, &lot->containers, error) ||
      !meso_json_reader_read_int (reader, "opened_life_h", 0, MAX_NUMBER, &hours, error) ||
      !meso_json_reader_read_int (reader, "price", 0, MAX_NUMBER, &lot->price, error))
    return FALSE;
  lot->opened_life_h = (int) hours;
  return TRUE;
}

MesoLot *
meso_request_read_lot (const char  *file,
                       gboolean    *expired_out,
                       GError     **error)
{
  g_autoptr(MesoJsonReader) reader = meso_json_reader_new_for_file (file, error);
  g_autoptr(MesoLot) lot = meso_lot_new ();

  *expired_out = FALSE;
  if (reader == NULL || !read_text (reader, "product", &lot->product, error) || !read_text (reader, "number", &lot->number, error) ||
      !read_text (reader, "name", &lot->name, error) || !read_text (reader, "maker", &lot->maker, error) ||
      !read_text (reader, "licence", &lot->licence, error) || !read_text (reader, "supplier", &lot->supplier, error) ||
      !read_text (reader, "storage", &lot->storage, error) || !read_day (reader, "expiry", TRUE, &lot->expiry, error) ||
      !read_day (reader, "received_on", FALSE, &lot->received_on, error) || !read_container (lot, reader, error) ||
      !read_components (lot, reader, error) || !read_numbers (lot, reader, error) ||
      !meso_json_reader_read_strings (reader, "excipients", &lot->excipients, error) ||
      !read_bool (reader, "multi_dose", &lot->multi_dose, error) || !read_bool (reader, "expired", expired_out, error) ||
      !meso_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&lot);
}
