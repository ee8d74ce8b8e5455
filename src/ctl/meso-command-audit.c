/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-service.h"
#include "meso-ctl.h"

static void
add_row (JsonBuilder        *builder,
         const MesoAuditRow *row)
{
  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "seq", row->seq);
  meso_json_add_string (builder, "at_utc", row->at_utc);
  meso_json_add_string (builder, "staff", row->staff);
  meso_json_add_string (builder, "action", row->action);
  meso_json_add_string (builder, "entity", row->entity);
  meso_json_add_string (builder, "entity_id", row->entity_id);
  meso_json_add_string (builder, "reason", row->reason);
  meso_json_add_string (builder, "hash", row->hash);
  json_builder_end_object (builder);
}

MesoCtlExit
meso_command_audit_list (MesoCtl  *ctl,
                         GError  **error)
{
  int limit = 0;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoClinic *clinic;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "At most so many rows", "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  rows = clinic != NULL ? meso_audit_service_list (clinic, MAX (limit, 0), error) : NULL;
  if (rows == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin_list (builder, NULL);
  for (guint i = 0; i < rows->len; i++)
    add_row (builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_audit_verify (MesoCtl  *ctl,
                           GError  **error)
{
  g_autoptr(MesoAuditReport) report = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  report = clinic != NULL ? meso_audit_service_verify (clinic, error) : NULL;
  if (report == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_bool (builder, "ok", report->first_bad == 0);
  meso_json_add_int (builder, "entries", report->entries);
  meso_json_add_string (builder, "head", report->head);
  if (report->first_bad != 0)
    meso_json_add_int (builder, "first_bad", report->first_bad);
  meso_json_add_string (builder, "problem", report->problem);
  json_builder_end_object (builder);
  if (!meso_json_print (builder, error))
    return MESO_CTL_COULD_NOT;
  return report->first_bad == 0 ? MESO_CTL_DONE : MESO_CTL_NO;
}
