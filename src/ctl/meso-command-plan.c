/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"
#include "meso-plan-service.h"

static gboolean
print_plan (const MesoPlan  *plan,
            GError         **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "template", plan->template_id);
  meso_json_begin_list (builder, "sessions");
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *session = g_ptr_array_index (plan->sessions, i);

      meso_json_begin (builder, NULL);
      meso_json_add_int (builder, "n", session->n);
      meso_json_add_date (builder, "date", session->date);
      meso_json_add_string (builder, "kind", meso_plan_kind_to_string (session->kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

static const MesoPlanTemplate *
find_template (const MesoProtocol  *protocol,
               const char          *id,
               GError             **error)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (protocol, id);

  if (template == NULL)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                 "--template: there is no plan “%s”; `protocol show` lists them.", id);
  return template;
}

static MesoCtlExit
lay_out (MesoCtl          *ctl,
         const char       *template_id,
         const char       *patient_id,
         MesoPlanOptions  *options,
         GError          **error)
{
  const MesoProtocol *protocol = meso_ctl_load_protocol (ctl, error);
  const MesoPlanTemplate *template;
  g_autoptr(MesoPlan) plan = NULL;

  if (protocol == NULL)
    return MESO_CTL_COULD_NOT;
  template = find_template (protocol, template_id, error);
  if (template == NULL)
    return MESO_CTL_BAD_INPUT;

  if (patient_id == NULL)
    {
      plan = meso_plan_new (template, options, error);
    }
  else
    {
      MesoClinic *clinic = meso_ctl_open_clinic (ctl, error);

      plan = clinic != NULL ? meso_plan_service_record (clinic, patient_id, template, options, error) : NULL;
    }
  if (plan == NULL || !print_plan (plan, error))
    return MESO_CTL_COULD_NOT;
  return MESO_CTL_DONE;
}

static gboolean
check_count (const char  *option,
             int          value,
             gboolean     said,
             GError     **error)
{
  if (!said || value > 0)
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: %d is not a number of one or more.", option, value);
  return FALSE;
}

MesoCtlExit
meso_command_plan (MesoCtl  *ctl,
                   GError  **error)
{
  g_autofree char *template_id = NULL;
  g_autofree char *start = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *patient_id = NULL;
  int sessions = G_MININT;
  int interval = G_MININT;
  MesoPlanOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_id, "The plan’s template", "ID" },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start, "The day of the first session", "DATE" },
    { "sessions", 0, 0, G_OPTION_ARG_INT, &sessions, "How many sessions", "N" },
    { "interval", 0, 0, G_OPTION_ARG_INT, &interval, "Days between sessions", "DAYS" },
    { "closed", 0, 0, G_OPTION_ARG_STRING, &closed, "Weekdays on which the clinic is closed", "fri,…" },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &patient_id, "Store the plan with this patient", "ID" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  if (template_id == NULL || start == NULL)
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "plan needs --template ID and --start DATE.");
      return MESO_CTL_BAD_INPUT;
    }
  if (!meso_ctl_parse_date ("--start", start, &options.start, error) ||
      !check_count ("--sessions", sessions, sessions != G_MININT, error) ||
      !check_count ("--interval", interval, interval != G_MININT, error) ||
      (closed != NULL && !meso_plan_parse_closed_days (closed, &options.closed, error)))
    return MESO_CTL_BAD_INPUT;
  options.sessions = MAX (sessions, 0);
  options.interval_days = MAX (interval, 0);
  return lay_out (ctl, template_id, patient_id, &options, error);
}
