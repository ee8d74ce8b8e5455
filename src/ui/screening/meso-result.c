/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-result.h"

#include <glib/gi18n.h>

#include "meso-outcome-look.h"
#include "meso-text.h"

gboolean
meso_result_has_physician (const MesoResult *self)
{
  return self->desk != NULL && self->desk->role == MESO_ROLE_PHYSICIAN;
}

gboolean
meso_result_needs_physician (const MesoResult *self)
{
  if (self->screening == NULL || self->form == MESO_FORM_SHORT)
    return self->screening != NULL && !meso_eligibility_allows_session (self->screening, self->eligibility) &&
           (self->eligibility == MESO_ELIGIBILITY_TO_SIGN || self->eligibility == MESO_ELIGIBILITY_TO_DECIDE ||
            self->eligibility == MESO_ELIGIBILITY_TO_CLEAR);
  return self->eligibility == MESO_ELIGIBILITY_TO_SIGN || self->eligibility == MESO_ELIGIBILITY_TO_DECIDE ||
         self->eligibility == MESO_ELIGIBILITY_TO_CLEAR;
}

static gboolean
is_open (const MesoResult  *self,
         const MesoFinding *finding)
{
  return meso_eligibility_is_open (finding, self->decisions, self->today);
}

gboolean
meso_result_may_override (const MesoResult  *self,
                          const MesoFinding *finding)
{
  return (finding->overridable || finding->outcome == MESO_OUTCOME_CAUTION) && is_open (self, finding);
}

gboolean
meso_result_may_clear (const MesoResult  *self,
                       const MesoFinding *finding)
{
  return finding->outcome == MESO_OUTCOME_CLEARANCE && is_open (self, finding);
}

const MesoFinding *
meso_result_find_to_clear (const MesoResult *self)
{
  for (guint i = 0; i < self->verdict->findings->len; i++)
    {
      if (meso_result_may_clear (self, g_ptr_array_index (self->verdict->findings, i)))
        return g_ptr_array_index (self->verdict->findings, i);
    }
  return NULL;
}

gboolean
meso_result_has_open (const MesoResult *self)
{
  for (guint i = 0; i < self->verdict->findings->len; i++)
    {
      if (is_open (self, g_ptr_array_index (self->verdict->findings, i)))
        return TRUE;
    }
  return FALSE;
}

gboolean
meso_result_may_override_all (const MesoResult *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (self->verdict->findings, i);

      if (!is_open (self, finding))
        continue;
      if (!meso_result_may_override (self, finding))
        return FALSE;
      any = TRUE;
    }
  return any && self->verdict->missing->len == 0;
}

static char *
describe_wait (const MesoResult *self,
               MesoContext      *context)
{
  int days;
  g_autofree char *date = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *number = NULL;
  g_autofree char *isolated_number = NULL;

  if (!meso_calendar_date_is_set (self->verdict->until))
    return g_strdup (_("There is no date yet: the findings below say what to wait for."));
  days = meso_calendar_date_days_between (self->today, self->verdict->until);
  date = meso_context_format_date (context, self->verdict->until, MESO_DATE_STYLE_FULL);
  isolated = meso_text_isolate (date);
  if (days <= 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_("The wait was over on %s. Screen again: things may have changed."), isolated);
  if (days == 1)
    /* Translators: %s is a day, that of tomorrow */
    return g_strdup_printf (_("Earliest %s, tomorrow."), isolated);
  number = meso_context_format_number (context, days);
  isolated_number = meso_text_isolate (number);
  /* Translators: the first %s is a day, the second the number of days until then */
  return g_strdup_printf (ngettext ("Earliest %s, in %s day.", "Earliest %s, in %s days.", (gulong) days), isolated,
                          isolated_number);
}

char *
meso_result_dup_sentence (const MesoResult *self,
                          MesoContext      *context)
{
  switch (self->verdict->outcome)
    {
    case MESO_OUTCOME_BLOCK:
      return g_strdup (_("Treatment must not be given while this holds, and nobody can override it. Below stands what to do instead."));
    case MESO_OUTCOME_INCOMPLETE:
      return g_strdup (_("Something is still to be answered. Nothing is decided until it is known."));
    case MESO_OUTCOME_DEFER:
      return describe_wait (self, context);
    case MESO_OUTCOME_CLEARANCE:
      return g_strdup (_("Treatment waits for the written answer of another physician."));
    case MESO_OUTCOME_CAUTION:
      return g_strdup (_("A physician may go on, with a written reason for each finding below."));
    case MESO_OUTCOME_EXCLUDE:
    case MESO_OUTCOME_SUITABLE:
    default:
      return g_strdup (self->form == MESO_FORM_SHORT ? _("Nothing that was answered speaks against today’s session.")
                                                     : _("Nothing that was answered speaks against the treatment."));
    }
}

char *
meso_result_dup_open_day (const MesoResult *self,
                          MesoContext      *context)
{
  MesoCalendarDate until = self->verdict->until;
  MesoCalendarDate open;
  g_autofree char *date = NULL;
  g_autofree char *isolated = NULL;

  if (self->verdict->outcome != MESO_OUTCOME_DEFER || !meso_calendar_date_is_set (until) ||
      meso_calendar_date_compare (until, self->today) <= 0)
    return NULL;
  open = meso_first_open_day (context, until);
  if (meso_calendar_date_compare (open, until) == 0)
    return NULL;
  date = meso_context_format_date (context, open, MESO_DATE_STYLE_FULL);
  isolated = meso_text_isolate (date);
  /* Translators: %s is a day */
  return g_strdup_printf (_("The clinic is closed that day; the first open day is %s."), isolated);
}

char *
meso_result_dup_name (const MesoResult *self,
                      const char       *staff_id)
{
  for (guint i = 0; self->staff != NULL && i < self->staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (self->staff, i);

      if (g_strcmp0 (person->id, staff_id) == 0)
        return g_strdup (person->name);
    }
  return g_strdup (staff_id != NULL ? staff_id : "");
}
