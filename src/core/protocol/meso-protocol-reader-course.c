/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#define MAX_GAP_DAYS 365
#define MAX_GAP_MONTHS 24
#define MAX_SESSIONS 100
#define MAX_STEPS 100

static MesoPlanStep *
read_step (MesoProtocolReader   *reader,
           const MesoXmlElement *element)
{
  MesoPlanStep *step = g_new0 (MesoPlanStep, 1);
  gboolean days = meso_protocol_reader_has (element, "gap-days");

  meso_protocol_reader_shape (reader, element, "gap-days gap-months repeats", "");
  meso_protocol_reader_remember (reader, step, element);

  if (days == meso_protocol_reader_has (element, "gap-months"))
    meso_protocol_reader_fault (reader, element, "<step> needs either “gap-days” or “gap-months”");
  else if (days)
    step->gap_days = meso_protocol_reader_integer (reader, element, "gap-days", 1, MAX_GAP_DAYS);
  else
    step->gap_months = meso_protocol_reader_integer (reader, element, "gap-months", 1, MAX_GAP_MONTHS);

  step->repeats = meso_protocol_reader_integer (reader, element, "repeats", 0, MAX_SESSIONS);
  return step;
}

/* The steps must reach as far as the longest plan: a plan can't be laid out beyond its pattern. */
static void
check_steps (MesoProtocolReader     *reader,
             const MesoXmlElement   *element,
             const MesoPlanTemplate *plan)
{
  int reach = 1;

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const MesoPlanStep *step = g_ptr_array_index (plan->steps, i);

      reach += step->repeats;
      if (step->repeats > 0)
        continue;

      if (i + 1 < plan->steps->len)
        meso_protocol_reader_fault_at (reader, step, "only the last step repeats without end (“repeats” 0)");
      else
        reach = MAX_SESSIONS;
    }

  if (plan->steps->len == 0)
    meso_protocol_reader_fault (reader, element, "<plan> needs a <step>");
  else if (reach < plan->max_sessions)
    meso_protocol_reader_fault (reader, element, "the steps give %d sessions, fewer than “max-sessions”", reach);
}

/**
 * meso_protocol_read_plan:
 * @reader: a reader
 * @element: a `<plan>`
 *
 * Reads one template of a course.
 */
void
meso_protocol_read_plan (MesoProtocolReader   *reader,
                         const MesoXmlElement *element)
{
  MesoPlanTemplate *plan = g_new0 (MesoPlanTemplate, 1);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "step", MAX_STEPS);

  meso_protocol_reader_shape (reader, element,
                              "id maintenance min-sessions max-sessions default-sessions" MESO_PROTOCOL_PROVENANCE,
                              "name note step");
  g_ptr_array_add (reader->protocol->plans, plan);
  meso_protocol_reader_remember (reader, plan, element);

  plan->id = meso_protocol_reader_id (reader, element, "id");
  plan->maintenance = meso_protocol_reader_boolean (reader, element, "maintenance", FALSE);
  plan->min_sessions = meso_protocol_reader_integer (reader, element, "min-sessions", 1, MAX_SESSIONS);
  plan->max_sessions = meso_protocol_reader_integer (reader, element, "max-sessions", 1, MAX_SESSIONS);
  plan->default_sessions = meso_protocol_reader_integer (reader, element, "default-sessions", 1, MAX_SESSIONS);
  plan->name = meso_protocol_reader_text (reader, element, "name", TRUE);
  plan->note = meso_protocol_reader_text (reader, element, "note", FALSE);
  plan->steps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (plan->steps, read_step (reader, g_ptr_array_index (children, i)));
  meso_protocol_reader_provenance (reader, element, &plan->provenance);

  if (plan->min_sessions > plan->default_sessions || plan->default_sessions > plan->max_sessions)
    meso_protocol_reader_fault (reader, element, "“min-sessions”, “default-sessions” and “max-sessions” don't rise");
  check_steps (reader, element, plan);
  meso_protocol_reader_register (reader, reader->protocol->plans_by_id, plan->id, plan);
}
