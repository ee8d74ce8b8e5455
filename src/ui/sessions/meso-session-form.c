/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-form.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "meso-quantity.h"
#include "meso-text.h"
#include "meso-time-text.h"

#define MINOXIDIL "minoxidil"
/* A mark of the finest syringe: less is not seen on the scale. */
#define SMALLEST_MARK_UL 10

MesoSessionForm *
meso_session_form_new (void)
{
  MesoSessionForm *self = g_new0 (MesoSessionForm, 1);

  self->time = g_strdup ("");
  self->points = g_strdup ("");
  self->volume = g_strdup ("");
  self->wasted = g_strdup ("");
  self->notes = g_strdup ("");
  self->reason = g_strdup ("");
  self->pain = MESO_PAIN_NOT_ASKED;
  for (int i = 0; i < 2; i++)
    {
      self->before[i] = g_strdup ("");
      self->after[i] = g_strdup ("");
    }
  self->reactions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_reaction_free);
  return self;
}

void
meso_session_form_free (MesoSessionForm *self)
{
  g_free (self->time);
  g_free (self->operator_id);
  g_free (self->points);
  g_free (self->volume);
  g_free (self->wasted);
  g_free (self->notes);
  g_free (self->amends);
  g_free (self->reason);
  for (int i = 0; i < 2; i++)
    {
      g_free (self->before[i]);
      g_free (self->after[i]);
    }
  g_ptr_array_unref (self->reactions);
  g_free (self);
}

static void
set_volume (char   **text,
            gint64   volume_ul)
{
  if (volume_ul <= 0)
    return;
  g_free (*text);
  *text = meso_quantity_format ((MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME }, MESO_MASS_UNIT_BY_SIZE);
}

static void
set_pressure (char              **texts,
              MesoBloodPressure   pressure)
{
  if (!meso_blood_pressure_is_set (pressure))
    return;
  g_free (texts[0]);
  g_free (texts[1]);
  texts[0] = g_strdup_printf ("%d", pressure.systolic);
  texts[1] = g_strdup_printf ("%d", pressure.diastolic);
}

MesoSessionForm *
meso_session_form_new_amend (const MesoTreatmentSession *session)
{
  MesoSessionForm *self = meso_session_form_new ();

  self->amends = g_strdup (session->id);
  self->date = session->date;
  self->operator_id = g_strdup (session->operator);
  self->pain = session->pain;
  g_set_str (&self->notes, session->notes);
  if (session->minute >= 0)
    {
      g_free (self->time);
      self->time = g_strdup_printf ("%02d:%02d", session->minute / 60, session->minute % 60);
    }
  if (session->points > 0)
    {
      g_free (self->points);
      self->points = g_strdup_printf ("%d", session->points);
    }
  set_volume (&self->volume, session->volume_ul);
  set_volume (&self->wasted, session->wasted_ul);
  set_pressure (self->before, session->before);
  set_pressure (self->after, session->after);
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);

      g_ptr_array_add (self->reactions, meso_reaction_new (reaction->term, reaction->grade, reaction->note));
    }
  return self;
}

static void
put (JsonBuilder *builder,
     const char  *name,
     const char  *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
put_reactions (JsonBuilder     *builder,
               const GPtrArray *reactions)
{
  json_builder_set_member_name (builder, "reactions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (reactions, i);

      json_builder_begin_object (builder);
      put (builder, "term", reaction->term);
      put (builder, "note", reaction->note);
      json_builder_set_member_name (builder, "grade");
      json_builder_add_int_value (builder, reaction->grade);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
meso_session_form_to_json (const MesoSessionForm *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *date = meso_calendar_date_to_string (self->date);

  json_builder_begin_object (builder);
  put (builder, "date", date);
  put (builder, "time", self->time);
  put (builder, "operator", self->operator_id);
  put (builder, "points", self->points);
  put (builder, "volume", self->volume);
  put (builder, "wasted", self->wasted);
  put (builder, "systolic-before", self->before[0]);
  put (builder, "diastolic-before", self->before[1]);
  put (builder, "systolic-after", self->after[0]);
  put (builder, "diastolic-after", self->after[1]);
  put (builder, "notes", self->notes);
  put (builder, "amends", self->amends);
  put (builder, "reason", self->reason);
  json_builder_set_member_name (builder, "pain");
  json_builder_add_int_value (builder, self->pain);
  put_reactions (builder, self->reactions);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
take (JsonObject  *object,
      const char  *name,
      char       **value)
{
  const char *text = json_object_get_string_member_with_default (object, name, NULL);

  if (text != NULL)
    g_set_str (value, text);
}

static void
take_reactions (JsonObject *object,
                GPtrArray  *reactions)
{
  JsonArray *array = json_object_has_member (object, "reactions") ? json_object_get_array_member (object, "reactions") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);
      const char *term = item != NULL ? json_object_get_string_member_with_default (item, "term", NULL) : NULL;

      if (term != NULL)
        g_ptr_array_add (reactions, meso_reaction_new (term, (int) json_object_get_int_member_with_default (item, "grade", 1),
                                                       json_object_get_string_member_with_default (item, "note", "")));
    }
}

MesoSessionForm *
meso_session_form_from_json (const char *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autofree char *date = NULL;
  MesoSessionForm *self;
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  self = meso_session_form_new ();
  take (object, "date", &date);
  if (date != NULL)
    meso_calendar_date_parse (date, &self->date, NULL);
  take (object, "time", &self->time);
  take (object, "operator", &self->operator_id);
  take (object, "points", &self->points);
  take (object, "volume", &self->volume);
  take (object, "wasted", &self->wasted);
  take (object, "systolic-before", &self->before[0]);
  take (object, "diastolic-before", &self->before[1]);
  take (object, "systolic-after", &self->after[0]);
  take (object, "diastolic-after", &self->after[1]);
  take (object, "notes", &self->notes);
  take (object, "amends", &self->amends);
  take (object, "reason", &self->reason);
  self->pain = (int) json_object_get_int_member_with_default (object, "pain", MESO_PAIN_NOT_ASKED);
  take_reactions (object, self->reactions);
  return self;
}

gboolean
meso_session_form_needs_pressure (const MesoChart *chart)
{
  const GPtrArray *lines = chart->formula != NULL ? chart->formula->check->lines : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->ingredient, MINOXIDIL))
        return TRUE;
    }
  return FALSE;
}

/* A whole number in any digits; empty is 0. */
static gboolean
read_number (const char *text,
             gint64      max,
             gint64     *number_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  guint64 number = 0;

  *number_out = 0;
  if (*trimmed == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (trimmed, 10, 0, (guint64) max, &number, NULL))
    return FALSE;
  *number_out = (gint64) number;
  return TRUE;
}

/* "5 mL", "5", «۵»: without a unit it is millilitres, as on the syringe; empty is 0. */
static gboolean
read_volume (const char *text,
             gint64     *volume_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  g_autofree char *with_unit = NULL;
  MesoQuantity quantity;

  *volume_out = 0;
  if (*trimmed == '\0' || g_str_equal (trimmed, "0"))
    return TRUE;
  if (g_ascii_isdigit (trimmed[strlen (trimmed) - 1]))
    with_unit = g_strconcat (trimmed, " mL", NULL);
  if (meso_quantity_is_ambiguous (trimmed) || !meso_quantity_parse (with_unit != NULL ? with_unit : trimmed, &quantity, NULL) ||
      quantity.dimension != MESO_DIMENSION_VOLUME)
    return FALSE;
  *volume_out = quantity.value;
  return TRUE;
}

MesoSessionSum
meso_session_form_sum (const MesoSessionForm *self,
                       const MesoChart       *chart)
{
  MesoSessionSum sum = { 0 };
  gint64 wasted;

  if (!read_number (self->points, 1000, &sum.points) || !read_volume (self->volume, &sum.volume_ul) ||
      !read_volume (self->wasted, &wasted))
    return sum;
  sum.known = sum.points > 0 && sum.volume_ul > 0;
  sum.per_point_nl = sum.points > 0 ? sum.volume_ul * 1000 / sum.points : 0;
  sum.drawn_ul = chart->formula != NULL ? chart->formula->check->total_volume_ul : 0;
  sum.left_ul = sum.drawn_ul - sum.volume_ul - wasted;
  return sum;
}

static void
fault (char             **faults,
       MesoSessionField   field,
       const char        *text)
{
  if (faults[field] == NULL)
    faults[field] = g_strdup (text);
}

static MesoBloodPressure
read_pressure (char             *const *texts,
               gboolean          needed,
               MesoSessionField  field,
               char            **faults)
{
  gint64 systolic;
  gint64 diastolic;

  if (!read_number (texts[0], 300, &systolic) || !read_number (texts[1], 300, &diastolic))
    fault (faults, field, _("Two numbers in mmHg, such as 120 and 80."));
  else if ((systolic == 0) != (diastolic == 0))
    fault (faults, field, _("Enter both numbers, or neither."));
  else if (systolic != 0 && systolic <= diastolic)
    fault (faults, field, _("The first number is the higher one."));
  else if (systolic != 0 && (systolic < 50 || diastolic < 20))
    fault (faults, field, _("This is too low to be a blood pressure. Look at the numbers again."));
  else if (needed && systolic == 0)
    fault (faults, field, _("The formula holds minoxidil: measure the blood pressure before and after."));
  return (MesoBloodPressure) { (int) systolic, (int) diastolic };
}

static void
read_amounts (const MesoSessionForm *self,
              MesoTreatmentSession  *session,
              char                 **faults)
{
  gint64 points;

  if (!read_number (self->points, 1000, &points))
    fault (faults, MESO_SESSION_FIELD_POINTS, _("A whole number up to 1000."));
  else if (points == 0)
    fault (faults, MESO_SESSION_FIELD_POINTS, _("How many points were injected?"));
  if (!read_volume (self->volume, &session->volume_ul))
    fault (faults, MESO_SESSION_FIELD_VOLUME, _("A volume, such as 5 mL."));
  else if (session->volume_ul == 0)
    fault (faults, MESO_SESSION_FIELD_VOLUME, _("How much was injected?"));
  if (!read_volume (self->wasted, &session->wasted_ul))
    fault (faults, MESO_SESSION_FIELD_WASTED, _("A volume, such as 0.2 mL. Leave it empty for none."));
  session->points = (int) points;
}

/* More injected than there was is a slip of the pen; what was thrown away is somebody's estimate, and the sum tells of it. */
static void
check_against_formula (const MesoSessionForm *self,
                       const MesoChart       *chart,
                       char                 **faults)
{
  MesoSessionSum sum = meso_session_form_sum (self, chart);

  if (sum.known && sum.drawn_ul > 0 && sum.volume_ul > sum.drawn_ul + SMALLEST_MARK_UL)
    fault (faults, MESO_SESSION_FIELD_VOLUME, _("This is more than the formula makes."));
}

static void
read_reactions (const MesoSessionForm *self,
                MesoTreatmentSession  *session,
                char                 **faults)
{
  for (guint i = 0; i < self->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (self->reactions, i);
      g_autofree char *note = meso_text_trim (reaction->note);

      if (g_str_equal (reaction->term, MESO_REACTION_OTHER) && *note == '\0')
        fault (faults, MESO_SESSION_FIELD_REACTIONS, _("Say in a few words what the other reaction was."));
      g_ptr_array_add (session->reactions, meso_reaction_new (reaction->term, reaction->grade, note));
    }
}

static void
read_when_and_who (const MesoSessionForm *self,
                   MesoTreatmentSession  *session,
                   MesoCalendarDate       today,
                   char                 **faults)
{
  if (!meso_calendar_date_is_set (self->date))
    fault (faults, MESO_SESSION_FIELD_DATE, _("On which day was it?"));
  else if (meso_calendar_date_compare (self->date, today) > 0)
    fault (faults, MESO_SESSION_FIELD_DATE, _("This day is still to come."));
  if (!meso_time_text_read (self->time, &session->minute))
    fault (faults, MESO_SESSION_FIELD_TIME, _("A time of day, such as 10:30."));
  if (self->operator_id == NULL)
    fault (faults, MESO_SESSION_FIELD_OPERATOR, _("Who treated?"));
  session->date = self->date;
  session->operator = g_strdup (self->operator_id);
}

/* Which planned session it is: the one that is due, or the corrected one's own. */
static void
take_from_chart (const MesoSessionForm *self,
                 MesoTreatmentSession  *session,
                 const MesoChart       *chart)
{
  const MesoPlannedSession *next = chart->course != NULL ? meso_course_get_next_session (chart->course) : NULL;

  session->patient = g_strdup (chart->patient->id);
  session->screening = g_strdup (chart->short_form != NULL ? chart->short_form->id : NULL);
  if (chart->formula != NULL)
    {
      session->formula = g_strdup (chart->formula->formula_id);
      session->formula_version = chart->formula->version;
    }
  if (next != NULL && self->amends == NULL)
    {
      session->plan = g_strdup (next->plan);
      session->session_n = next->n;
    }
}

MesoTreatmentSession *
meso_session_form_build (const MesoSessionForm *self,
                         const MesoChart       *chart,
                         MesoCalendarDate       today,
                         char                 **faults)
{
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  gboolean pressure = meso_session_form_needs_pressure (chart);
  g_autofree char *reason = meso_text_trim (self->reason);

  read_when_and_who (self, session, today, faults);
  read_amounts (self, session, faults);
  check_against_formula (self, chart, faults);
  session->before = read_pressure (self->before, pressure, MESO_SESSION_FIELD_BEFORE, faults);
  session->after = read_pressure (self->after, pressure, MESO_SESSION_FIELD_AFTER, faults);
  read_reactions (self, session, faults);
  if (self->amends != NULL && *reason == '\0')
    fault (faults, MESO_SESSION_FIELD_REASON, _("Say why it is corrected: what was recorded stays beside it."));
  session->pain = self->pain;
  g_set_str (&session->notes, self->notes);
  take_from_chart (self, session, chart);
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    {
      if (faults[i] != NULL)
        return NULL;
    }
  return g_steal_pointer (&session);
}
