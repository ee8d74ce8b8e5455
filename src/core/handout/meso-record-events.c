/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-parts.h"

#include "meso-text.h"

#define SEPARATOR " · "

/* (transfer full): the sentence that stands for an id, the id where the content knows it no more */
static char *
dup_known (const MesoRecordWriter *self,
           const MesoLocalText    *text,
           const char             *id)
{
  return text != NULL ? g_strdup (meso_handout_words_text (self->words, text)) : meso_text_isolate (id);
}

static char *
dup_ingredient (const MesoRecordWriter *self,
                const char             *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (self->words->protocol, id);

  return ingredient != NULL ? meso_handout_words_name (self->words, ingredient, TRUE) : meso_text_isolate (id);
}

static void
add_nothing (const MesoRecordWriter *self,
             MesoHandoutBlock       *block)
{
  if (block->rows->len == 0)
    meso_record_take_row (block, g_strdup (""), g_strdup (meso_record_phrase (self, "nothing")));
}

/* error (nullable): why it was marked so */
static void
add_standing (const MesoRecordWriter *self,
              MesoHandoutBlock       *block,
              const char             *error,
              gboolean                amended,
              const char             *reason)
{
  if (error != NULL)
    meso_record_add_typed (self, block, "error", error);
  if (amended)
    meso_record_take_row (block, g_strdup (""), g_strdup (meso_record_phrase (self, "amended")));
  if (reason[0] != '\0')
    meso_record_add_typed (self, block, "corrects", reason);
}

static char *
describe_verdict (const MesoRecordWriter *self,
                  const MesoScreening    *screening)
{
  const MesoVerdict *verdict = screening->verdict;
  g_autofree char *date = meso_record_date (self, screening->date);
  g_autofree char *until_date = meso_record_date (self, verdict->until);
  g_autofree char *until = meso_text_format (meso_record_phrase (self, "until"), "date", until_date, NULL);
  gboolean full = screening->response->form == MESO_FORM_FULL;

  return g_strjoin (SEPARATOR, date, meso_record_phrase_of (self, "outcome", meso_outcome_to_string (verdict->outcome)),
                    meso_record_phrase (self, full ? "form-full" : "form-short"),
                    meso_calendar_date_is_set (verdict->until) ? until : NULL, NULL);
}

/* (transfer full): "" for the safe answer, which isn't listed */
static char *
describe_answer (const MesoRecordWriter *self,
                 const MesoAnswer       *answer)
{
  g_autofree char *number = NULL;

  switch (answer->kind)
    {
    case MESO_ANSWER_YES:
      return g_strdup (meso_record_phrase (self, "answer-yes"));
    case MESO_ANSWER_UNKNOWN:
      return g_strdup (meso_record_phrase (self, "answer-unknown"));
    case MESO_ANSWER_DATE:
      return meso_record_date (self, answer->date);
    case MESO_ANSWER_NUMBER:
      number = answer->milli % 1000 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, answer->milli / 1000)
                                         : g_strdup_printf ("%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT, answer->milli / 1000,
                                                            ABS (answer->milli % 1000));
      return meso_text_isolate (number);
    case MESO_ANSWER_CHOICE:
      return meso_text_isolate (answer->choice);
    case MESO_ANSWER_NO:
    default:
      return g_strdup ("");
    }
}

/* In the form's order. */
static void
add_answers (const MesoRecordWriter *self,
             MesoHandoutBlock       *block,
             const MesoScreening    *screening)
{
  const GPtrArray *questions = meso_protocol_get_questions (self->words->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = meso_questionnaire_response_lookup (screening->response, question->id);
      g_autofree char *text = answer != NULL ? describe_answer (self, answer) : g_strdup ("");

      if (text[0] != '\0')
        meso_record_take_row (block, g_strdup (meso_handout_words_text (self->words, question->text)), g_steal_pointer (&text));
    }
}

static void
add_findings (const MesoRecordWriter *self,
              MesoHandoutBlock       *block,
              const MesoVerdict      *verdict)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);
      const char *reason = meso_local_text_get (finding->reason, self->words->language);
      g_autofree char *ingredient = finding->ingredient != NULL ? dup_ingredient (self, finding->ingredient) : NULL;

      meso_record_take_row (block, g_strdup (meso_record_phrase_of (self, "outcome", meso_outcome_to_string (finding->outcome))),
                            g_strjoin (SEPARATOR, reason, meso_local_text_get (finding->advice, self->words->language), ingredient,
                                       NULL));
    }
  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = g_ptr_array_index (verdict->missing, i);
      const MesoQuestion *question = meso_protocol_lookup_question (self->words->protocol, missing->question);
      gboolean named = g_str_equal (missing->question, "sex") || g_str_equal (missing->question, "birth-date");

      meso_record_take_own (self, block, "missing",
                            named ? g_strdup (meso_record_phrase_of (self, "missing", missing->question))
                                  : dup_known (self, question != NULL ? question->text : NULL, missing->question));
    }
}

static void
add_decisions (const MesoRecordWriter *self,
               MesoHandoutBlock       *block,
               const MesoScreening    *screening)
{
  for (guint i = 0; i < self->contents->decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (self->contents->decisions, i);
      g_autofree char *by = NULL;
      g_autofree char *reason = NULL;
      g_autofree char *from = NULL;

      if (!g_str_equal (decision->screening, screening->id))
        continue;
      by = meso_record_by_on (self, decision->decided_by, decision->decided_at);
      reason = decision->reason != NULL && decision->reason[0] != '\0' ? meso_handout_words_inline (decision->reason) : NULL;
      from = decision->clearance_from != NULL
               ? g_strjoin (SEPARATOR, decision->clearance_from, decision->clearance_document, NULL) : NULL;
      meso_record_take_row (block, g_strdup (meso_record_phrase_of (self, "decision", meso_decision_kind_to_string (decision->kind))),
                            reason != NULL && from != NULL ? g_strjoin (SEPARATOR, by, reason, from, NULL)
                            : g_strjoin (SEPARATOR, by, reason != NULL ? reason : from, NULL));
    }
}

static gboolean
is_amended (const GPtrArray *screenings,
            const char      *id)
{
  for (guint i = 0; i < screenings->len; i++)
    {
      if (g_strcmp0 (((const MesoScreening *) g_ptr_array_index (screenings, i))->amends, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * meso_record_add_screenings:
 *
 * Each screening with its verdict, findings, answers other than no, and decisions.
 */
void
meso_record_add_screenings (const MesoRecordWriter *self)
{
  const GPtrArray *screenings = self->contents->screenings;
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "screenings");

  for (guint i = 0; i < screenings->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (screenings, i);

      meso_record_take_row (block, describe_verdict (self, screening), g_strdup (""));
      add_standing (self, block, screening->entered_in_error, is_amended (screenings, screening->id),
                    screening->reason != NULL ? screening->reason : "");
      add_findings (self, block, screening->verdict);
      add_answers (self, block, screening);
      add_decisions (self, block, screening);
      meso_record_take_own (self, block, "recorded", meso_record_by_on (self, screening->recorded_by, screening->recorded_at));
    }
  add_nothing (self, block);
}

static char *
describe_planned (const MesoRecordWriter   *self,
                  const MesoPlannedSession *session)
{
  MesoHandoutVisit visit = { .n = session->n, .kind = session->kind };
  g_autofree char *what = meso_handout_words_visit (self->words, &visit);
  g_autofree char *reason = session->reason[0] != '\0' ? meso_handout_words_inline (session->reason) : NULL;

  return g_strjoin (SEPARATOR, what, meso_record_phrase_of (self, "planned", meso_planned_status_to_string (session->status)),
                    reason, NULL);
}

/**
 * meso_record_add_courses:
 *
 * Each plan with its sessions.
 */
void
meso_record_add_courses (const MesoRecordWriter *self)
{
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "plans");

  for (guint i = 0; i < self->contents->courses->len; i++)
    {
      const MesoCourse *course = g_ptr_array_index (self->contents->courses, i);
      const MesoPlanTemplate *plan = meso_protocol_lookup_plan (self->words->protocol, course->template_id);
      g_autofree char *name = dup_known (self, plan != NULL ? plan->name : NULL, course->template_id);
      g_autofree char *reason = course->status_reason[0] != '\0' ? meso_handout_words_inline (course->status_reason) : NULL;

      meso_record_take_row (block,
                            g_strjoin (SEPARATOR, name,
                                       meso_record_phrase_of (self, "course", meso_course_status_to_string (course->status)), reason,
                                       NULL),
                            g_strdup (""));
      for (guint j = 0; j < course->sessions->len; j++)
        {
          const MesoPlannedSession *session = g_ptr_array_index (course->sessions, j);

          meso_record_take_row (block, meso_record_date_time (self, session->date, session->minute),
                                describe_planned (self, session));
        }
      meso_record_take_own (self, block, "recorded", meso_record_by_on (self, course->created_by, course->created_at));
    }
  add_nothing (self, block);
}

static char *
describe_line (const MesoRecordWriter *self,
               const MesoFormulaLine  *line)
{
  g_autofree char *volume = meso_record_volume (self, line->volume_ul);
  g_autofree char *plain = meso_quantity_format (line->amount, MESO_MASS_UNIT_BY_SIZE);
  g_autofree char *amount = meso_text_isolate (plain);

  return meso_text_format (meso_record_phrase (self, "amount-in"), "amount", amount, "volume", volume, NULL);
}

/* (transfer full): "Scalp mix · version 2"; short, as a session names it */
static char *
name_formula (const MesoRecordWriter   *self,
              const MesoFormulaVersion *formula)
{
  g_autofree char *n = meso_handout_words_count (self->words, formula->version);
  g_autofree char *version = meso_text_format (meso_record_phrase (self, "version"), "n", n, NULL);
  g_autofree char *name = meso_handout_words_inline (formula->name != NULL ? formula->name : "");

  return formula->name != NULL && formula->name[0] != '\0' ? g_strjoin (SEPARATOR, name, version, NULL) : g_steal_pointer (&version);
}

/**
 * meso_record_add_formulas:
 *
 * Each version of a formula with amounts and findings.
 */
void
meso_record_add_formulas (const MesoRecordWriter *self)
{
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "formulas");

  for (guint i = 0; i < self->contents->formulas->len; i++)
    {
      const MesoFormulaVersion *formula = g_ptr_array_index (self->contents->formulas, i);
      const MesoFormulaCheck *check = formula->check;

      meso_record_take_row (block, name_formula (self, formula), g_strdup (""));
      for (guint j = 0; j < check->lines->len; j++)
        {
          const MesoFormulaLine *line = g_ptr_array_index (check->lines, j);

          meso_record_take_row (block, dup_ingredient (self, line->ingredient), describe_line (self, line));
        }
      if (check->diluent_volume_ul > 0)
        meso_record_take_own (self, block, "diluent", meso_record_volume (self, check->diluent_volume_ul));
      meso_record_take_own (self, block, "syringe", meso_record_volume (self, check->total_volume_ul));
      for (guint j = 0; j < check->findings->len; j++)
        {
          const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, j);

          if (finding->severity != MESO_SEVERITY_INFO)
            meso_record_take_row (block, g_strdup (""), meso_handout_words_inline (finding->message));
        }
      meso_record_take_own (self, block, "recorded", meso_record_by_on (self, formula->created_by, formula->created_at));
    }
  add_nothing (self, block);
}

static const MesoFormulaVersion *
find_formula (const MesoRecordWriter     *self,
              const MesoTreatmentSession *session)
{
  for (guint i = 0; i < self->contents->formulas->len; i++)
    {
      const MesoFormulaVersion *formula = g_ptr_array_index (self->contents->formulas, i);

      if (g_strcmp0 (formula->formula_id, session->formula) == 0 && formula->version == session->formula_version)
        return formula;
    }
  return NULL;
}

static void
add_pressure (const MesoRecordWriter *self,
              MesoHandoutBlock       *block,
              const char             *label,
              MesoBloodPressure       pressure)
{
  g_autofree char *text = g_strdup_printf ("%d/%d", pressure.systolic, pressure.diastolic);

  if (meso_blood_pressure_is_set (pressure))
    meso_record_take_own (self, block, label, meso_text_isolate (text));
}

static void
add_reactions (const MesoRecordWriter     *self,
               MesoHandoutBlock           *block,
               const MesoTreatmentSession *session)
{
  if (session->reactions->len == 0)
    meso_record_take_own (self, block, "reaction", g_strdup (meso_record_phrase (self, "reactions-none")));
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);
      const MesoListEntry *entry = meso_protocol_lookup_list_entry (self->words->protocol, reaction->term);
      gboolean other = g_str_equal (reaction->term, MESO_REACTION_OTHER);
      g_autofree char *term = other ? g_strdup (meso_record_phrase (self, "reaction-other"))
                                    : dup_known (self, entry != NULL ? entry->text : NULL, reaction->term);
      g_autofree char *grade = meso_handout_words_count (self->words, reaction->grade);
      g_autofree char *graded =
        meso_text_format (meso_record_phrase (self, "reaction-grade"), "term", term, "grade", grade, NULL);
      g_autofree char *note = reaction->note[0] != '\0' ? meso_handout_words_inline (reaction->note) : NULL;

      meso_record_take_own (self, block, "reaction", g_strjoin (SEPARATOR, graded, note, NULL));
    }
}

static void
add_people (const MesoRecordWriter     *self,
            MesoHandoutBlock           *block,
            const MesoTreatmentSession *session)
{
  g_autofree char *operator = meso_handout_words_inline (meso_record_contents_get_name (self->contents, session->operator));
  gboolean licensed = session->operator_licence != NULL && session->operator_licence[0] != '\0';
  g_autofree char *licence = licensed ? meso_handout_words_number (self->words, session->operator_licence) : NULL;

  meso_record_take_own (self, block, "operator",
                        licensed ? meso_text_format (meso_record_phrase (self, "operator-licence"), "name", operator, "licence",
                                                     licence, NULL)
                                 : g_steal_pointer (&operator));
  if (session->physician != NULL)
    meso_record_add_typed (self, block, "physician", meso_record_contents_get_name (self->contents, session->physician));
}

static void
add_session (const MesoRecordWriter     *self,
             MesoHandoutBlock           *block,
             const MesoTreatmentSession *session)
{
  const MesoFormulaVersion *formula = find_formula (self, session);

  meso_record_take_row (block, meso_record_date_time (self, session->date, session->minute), g_strdup (""));
  add_standing (self, block, session->entered_in_error, session->amended_by != NULL, session->amends != NULL ? session->reason : "");
  add_people (self, block, session);
  if (formula != NULL)
    meso_record_take_own (self, block, "given", name_formula (self, formula));
  meso_record_take_own (self, block, "points", meso_handout_words_count (self->words, session->points));
  meso_record_take_own (self, block, "injected", meso_record_volume (self, session->volume_ul));
  if (session->wasted_ul > 0)
    meso_record_take_own (self, block, "wasted", meso_record_volume (self, session->wasted_ul));
  add_pressure (self, block, "pressure-before", session->before);
  add_pressure (self, block, "pressure-after", session->after);
  if (session->pain != MESO_PAIN_NOT_ASKED)
    meso_record_take_own (self, block, "pain", meso_handout_words_count (self->words, session->pain));
  add_reactions (self, block, session);
  meso_record_add_typed (self, block, "notes", session->notes);
  meso_record_take_own (self, block, "recorded", meso_record_by_on (self, session->recorded_by, session->recorded_at));
}

/**
 * meso_record_add_sessions:
 *
 * Each session as it went, with reactions.
 */
void
meso_record_add_sessions (const MesoRecordWriter *self)
{
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "sessions");

  for (guint i = 0; i < self->contents->sessions->len; i++)
    add_session (self, block, g_ptr_array_index (self->contents->sessions, i));
  add_nothing (self, block);
}

/**
 * meso_record_add_handouts:
 *
 * The sheets that were handed out, by whom and when.
 */
void
meso_record_add_handouts (const MesoRecordWriter *self)
{
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "handouts");

  for (guint i = 0; i < self->contents->handouts->len; i++)
    {
      const MesoHandoutIssue *issue = g_ptr_array_index (self->contents->handouts, i);
      const MesoHandoutText *text = meso_protocol_lookup_handout (self->words->protocol, issue->kind);
      g_autofree char *title = dup_known (self, text != NULL ? text->title : NULL, issue->kind);
      g_autofree char *pages = meso_handout_words_count (self->words, issue->pages);
      g_autofree char *name = meso_handout_words_inline (meso_record_contents_get_name (self->contents, issue->issued_by));

      meso_record_take_row (block, meso_record_date (self, self->contents->day_of (issue->issued_at)),
                            meso_text_format (meso_record_phrase (self, "handout-line"), "title", title, "language",
                                              meso_record_phrase_of (self, "language", issue->language), "pages", pages, "name", name,
                                              NULL));
    }
  add_nothing (self, block);
}
