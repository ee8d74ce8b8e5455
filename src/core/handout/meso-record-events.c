/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-parts.h"

#include "meso-text.h"

static char *
describe_planned (const MesoRecordWriter   *self,
                  const MesoPlannedSession *session)
{
  MesoHandoutVisit visit = { .n = session->n, .kind = session->kind };
  g_autofree char *what = meso_handout_words_visit (self->words, &visit);
  g_autofree char *reason = session->reason[0] != '\0' ? meso_handout_words_inline (session->reason) : NULL;

  return g_strjoin (MESO_RECORD_SEPARATOR, what,
                    meso_record_phrase_of (self, "planned", meso_planned_status_to_string (session->status)), reason, NULL);
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
      g_autofree char *name = meso_record_dup_known (self, plan != NULL ? plan->name : NULL, course->template_id);
      g_autofree char *reason = course->status_reason[0] != '\0' ? meso_handout_words_inline (course->status_reason) : NULL;

      meso_handout_block_take_row (block, "",
                                   g_strjoin (MESO_RECORD_SEPARATOR, name,
                                              meso_record_phrase_of (self, "course", meso_course_status_to_string (course->status)),
                                              reason, NULL),
                                   g_strdup (""));
      for (guint j = 0; j < course->sessions->len; j++)
        {
          const MesoPlannedSession *session = g_ptr_array_index (course->sessions, j);

          meso_handout_block_take_row (block, "", meso_record_date_time (self, session->date, session->minute),
                                       describe_planned (self, session));
        }
      meso_record_take_own (self, block, "recorded", meso_record_by_on (self, course->created_by, course->created_at));
    }
  meso_record_end_table (self, block);
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

  return formula->name != NULL && formula->name[0] != '\0' ? g_strjoin (MESO_RECORD_SEPARATOR, name, version, NULL)
                                                           : g_steal_pointer (&version);
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

      meso_handout_block_take_row (block, "", name_formula (self, formula), g_strdup (""));
      for (guint j = 0; j < check->lines->len; j++)
        {
          const MesoFormulaLine *line = g_ptr_array_index (check->lines, j);

          meso_handout_block_take_row (block, "", meso_record_dup_ingredient (self, line->ingredient), describe_line (self, line));
        }
      if (check->diluent_volume_ul > 0)
        meso_record_take_own (self, block, "diluent", meso_record_volume (self, check->diluent_volume_ul));
      meso_record_take_own (self, block, "syringe", meso_record_volume (self, check->total_volume_ul));
      for (guint j = 0; j < check->findings->len; j++)
        {
          const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, j);

          if (finding->severity != MESO_SEVERITY_INFO)
            meso_handout_block_take_row (block, "", g_strdup (""), meso_handout_words_inline (finding->message));
        }
      meso_record_take_own (self, block, "recorded", meso_record_by_on (self, formula->created_by, formula->created_at));
    }
  meso_record_end_table (self, block);
}

/**
 * meso_record_dup_formula:
 * @formula: (nullable): a formula's id
 *
 * Returns: (transfer full) (nullable): how the record calls that version of it
 */
char *
meso_record_dup_formula (const MesoRecordWriter *self,
                         const char             *formula,
                         int                     version)
{
  for (guint i = 0; i < self->contents->formulas->len; i++)
    {
      const MesoFormulaVersion *one = g_ptr_array_index (self->contents->formulas, i);

      if (g_strcmp0 (one->formula_id, formula) == 0 && one->version == version)
        return name_formula (self, one);
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
    meso_record_take_own (self, block, "reaction",
                          g_strdup (meso_record_phrase (self, session->no_reactions ? "reactions-none" : "reactions-not-said")));
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);
      const MesoListEntry *entry = meso_protocol_lookup_list_entry (self->words->protocol, reaction->term);
      gboolean other = g_str_equal (reaction->term, MESO_REACTION_OTHER);
      g_autofree char *term = other ? g_strdup (meso_record_phrase (self, "reaction-other"))
                                    : meso_record_dup_known (self, entry != NULL ? entry->text : NULL, reaction->term);
      g_autofree char *grade = meso_handout_words_count (self->words, reaction->grade);
      g_autofree char *graded =
        meso_text_format (meso_record_phrase (self, "reaction-grade"), "term", term, "grade", grade, NULL);
      g_autofree char *note = reaction->note[0] != '\0' ? meso_handout_words_inline (reaction->note) : NULL;

      meso_record_take_own (self, block, "reaction", g_strjoin (MESO_RECORD_SEPARATOR, graded, note, NULL));
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
  char *formula = meso_record_dup_formula (self, session->formula, session->formula_version);

  meso_handout_block_take_row (block, "", meso_record_date_time (self, session->date, session->minute), g_strdup (""));
  meso_record_add_standing (self, block, session->entered_in_error, session->amended_by != NULL,
                            session->amends != NULL ? session->reason : "");
  add_people (self, block, session);
  if (formula != NULL)
    meso_record_take_own (self, block, "given", formula);
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
  meso_record_end_table (self, block);
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
      g_autofree char *title = meso_record_dup_known (self, text != NULL ? text->title : NULL, issue->kind);
      g_autofree char *pages = meso_handout_words_count (self->words, issue->pages);
      g_autofree char *name = meso_handout_words_inline (meso_record_contents_get_name (self->contents, issue->issued_by));

      meso_handout_block_take_row (block, "", meso_record_date (self, self->contents->day_of (issue->issued_at)),
                                   meso_text_format (meso_record_phrase (self, "handout-line"), "title", title, "language",
                                                     meso_record_phrase_of (self, "language", issue->language), "pages", pages,
                                                     "name", name, NULL));
    }
  meso_record_end_table (self, block);
}
