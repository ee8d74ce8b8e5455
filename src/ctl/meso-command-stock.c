/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-file.h"
#include "meso-ctl-output.h"
#include "meso-local-day.h"
#include "meso-lot-use.h"
#include "meso-recall-service.h"
#include "meso-request-lot.h"
#include "meso-stock-service.h"

static void
add_openings (JsonBuilder   *builder,
              const MesoLot *lot)
{
  meso_json_begin_list (builder, "openings");
  for (guint i = 0; i < lot->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (lot->openings, i);

      meso_json_begin (builder, NULL);
      meso_json_add_string (builder, "id", opening->id);
      meso_json_add_int (builder, "n", opening->n);
      meso_json_add_string (builder, "opened_at", opening->opened_at);
      meso_json_add_string (builder, "discard_by", opening->discard_by);
      meso_json_add_int (builder, "left_ul", opening->left_ul);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_components (JsonBuilder   *builder,
                const MesoLot *lot)
{
  meso_json_begin_list (builder, "components");
  for (guint i = 0; i < lot->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (lot->components, i);

      meso_json_begin (builder, NULL);
      meso_json_add_string (builder, "ingredient", component->ingredient);
      meso_json_add_string (builder, "salt", component->salt);
      meso_json_add_string (builder, "strength", component->strength);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_lot (JsonBuilder   *builder,
         const MesoLot *lot)
{
  g_autofree char *now = meso_local_day_moment_at (meso_local_day_now ());
  MesoLotUse use = meso_lot_get_use (lot, meso_ctl_today (), now);

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "id", lot->id);
  meso_json_add_string (builder, "product", lot->product);
  meso_json_add_string (builder, "name", lot->name);
  meso_json_add_string (builder, "maker", lot->maker);
  meso_json_add_string (builder, "number", lot->number);
  meso_json_add_string (builder, "supplier", lot->supplier);
  meso_json_add_date (builder, "expiry", lot->expiry);
  meso_json_add_date (builder, "received_on", lot->received_on);
  meso_json_add_string (builder, "state", meso_lot_state_to_string (lot->state));
  meso_json_add_bool (builder, "usable", use == MESO_LOT_USABLE);
  meso_json_add_string (builder, "why", use == MESO_LOT_USABLE ? NULL : meso_lot_use_to_string (use));
  meso_json_add_int (builder, "balance_ul", lot->balance_ul);
  meso_json_add_int (builder, "container_ul", lot->container_ul);
  meso_json_add_int (builder, "containers", lot->sealed);
  add_components (builder, lot);
  add_openings (builder, lot);
  json_builder_end_object (builder);
}

static void
add_lots (JsonBuilder     *builder,
          const char      *member,
          const GPtrArray *lots)
{
  meso_json_begin_list (builder, member);
  for (guint i = 0; i < lots->len; i++)
    add_lot (builder, g_ptr_array_index (lots, i));
  json_builder_end_array (builder);
}

MesoCtlExit
meso_command_stock_list (MesoCtl  *ctl,
                         GError  **error)
{
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Those too of which nothing is left", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) lots = NULL;
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  lots = clinic != NULL ? meso_stock_service_list (clinic, all, error) : NULL;
  if (lots == NULL)
    return MESO_CTL_COULD_NOT;
  add_lots (builder, NULL, lots);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static MesoCtlExit
print_lot (MesoClinic  *clinic,
           const char  *id,
           GError     **error)
{
  g_autoptr(MesoLot) lot = meso_stock_service_get (clinic, id, error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (lot == NULL)
    return MESO_CTL_COULD_NOT;
  add_lot (builder, lot);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_stock_receive (MesoCtl  *ctl,
                            GError  **error)
{
  g_autoptr(MesoLot) lot = NULL;
  g_autofree char *id = NULL;
  gboolean expired;
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  lot = meso_request_read_lot ("-", &expired, error);
  if (lot == NULL)
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  id = clinic != NULL ? meso_stock_service_receive (clinic, lot, expired, meso_ctl_today (), error) : NULL;
  if (id != NULL)
    return print_lot (clinic, id, error);
  meso_ctl_file_prefix_error ("-", error);
  return MESO_CTL_COULD_NOT;
}

static gboolean
parse_state (const char    *text,
             MesoLotState  *state,
             GError       **error)
{
  static const char *const names[] = { "release", "quarantine", "recall" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (text, names[i]))
        {
          *state = (MesoLotState) i;
          return TRUE;
        }
    }
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "“%s” must be quarantine, recall or release. Nothing was changed.", text);
  return FALSE;
}

/* (transfer full): the id of the one lot that is meant */
static char *
find_one (MesoClinic  *clinic,
          const char  *lot,
          GError     **error)
{
  g_autoptr(GPtrArray) lots = meso_stock_service_find (clinic, lot, error);

  if (lots == NULL)
    return NULL;
  if (lots->len == 1)
    return g_strdup (((const MesoLot *) g_ptr_array_index (lots, 0))->id);
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
               "%u lots bear the number “%s”. Name the one by its id, which `stock list --all` prints. Nothing was changed.", lots->len, lot);
  return NULL;
}

MesoCtlExit
meso_command_stock_state (MesoCtl  *ctl,
                          GError  **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *id = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why", "TEXT" },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;
  MesoLotState state;

  if (!meso_ctl_parse (ctl, entries, 2, 2, error) || !parse_state (ctl->args[1], &state, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  id = clinic != NULL ? find_one (clinic, ctl->args[0], error) : NULL;
  if (id == NULL || !meso_stock_service_set_state (clinic, id, state, reason, error))
    return MESO_CTL_COULD_NOT;
  return print_lot (clinic, id, error);
}

static void
add_entry (JsonBuilder           *builder,
           const MesoRecallEntry *entry)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "id", entry->preparation);
  meso_json_add_string (builder, "lot", entry->lot);
  meso_json_add_string (builder, "mixed_at", entry->mixed_at);
  meso_json_add_int (builder, "volume_ul", entry->volume_ul);
  meso_json_begin (builder, "patient");
  meso_json_add_string (builder, "id", entry->person);
  meso_json_add_string (builder, "file_number", entry->file_number);
  meso_json_add_string (builder, "given_name", entry->given_name);
  meso_json_add_string (builder, "family_name", entry->family_name);
  meso_json_add_string (builder, "phone", entry->phone);
  meso_json_add_string (builder, "second_phone", entry->second_phone);
  json_builder_end_object (builder);
  if (entry->session != NULL)
    {
      meso_json_begin (builder, "session");
      meso_json_add_string (builder, "id", entry->session);
      meso_json_add_date (builder, "date", entry->session_date);
      json_builder_end_object (builder);
    }
  else
    {
      meso_json_add_string (builder, "session", NULL);
    }
  meso_json_add_bool (builder, "amended", entry->amended);
  meso_json_add_bool (builder, "discarded", entry->discarded);
  meso_json_add_bool (builder, "in_error", entry->in_error);
  json_builder_end_object (builder);
}

static gboolean
print_recall (const MesoRecall  *recall,
              GError           **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  add_lots (builder, "lots", recall->lots);
  meso_json_begin_list (builder, "preparations");
  for (guint i = 0; i < recall->entries->len; i++)
    add_entry (builder, g_ptr_array_index (recall->entries, i));
  json_builder_end_array (builder);
  meso_json_add_int (builder, "patients", meso_recall_count_patients (recall));
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

static gboolean
print_csv (const MesoRecall  *recall,
           GError           **error)
{
  g_autoptr(GBytes) csv = meso_recall_service_write_csv (recall, ',', FALSE);

  return meso_ctl_file_write ("-", csv, error);
}

MesoCtlExit
meso_command_recall (MesoCtl  *ctl,
                     GError  **error)
{
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, "Comma-separated values", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(MesoRecall) recall = NULL;
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  recall = clinic != NULL ? meso_recall_service_trace (clinic, ctl->args[0], error) : NULL;
  if (recall == NULL)
    return MESO_CTL_COULD_NOT;
  return (csv ? print_csv (recall, error) : print_recall (recall, error)) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}
