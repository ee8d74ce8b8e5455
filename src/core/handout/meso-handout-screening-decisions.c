/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-teller.h"

#include "meso-text.h"

/* (transfer full) (nullable): what a decision is about; %NULL for all of it */
static char *
describe_subject (const MesoTeller            *self,
                  const MesoScreeningDecision *decision)
{
  const GPtrArray *findings = self->account->screening->verdict->findings;

  for (guint i = 0; decision->rule != NULL && i < findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->rule, decision->rule))
        return meso_teller_fill (self, "sheet-about", "finding", meso_handout_words_text (self->words, finding->reason));
    }
  return NULL;
}

/* (transfer full) (nullable): the paper that another physician wrote */
static char *
describe_clearance (const MesoTeller            *self,
                    const MesoScreeningDecision *decision)
{
  g_autofree char *name = decision->clearance_from != NULL ? meso_handout_words_inline (decision->clearance_from) : NULL;
  g_autofree char *document = decision->clearance_document != NULL ? meso_handout_words_inline (decision->clearance_document)
                                                                   : NULL;
  g_autofree char *date = meso_teller_dup_day (self, decision->clearance_date);
  g_autofree char *expires = meso_teller_dup_day (self, decision->clearance_expires);
  g_autofree char *until = meso_teller_fill (self, "sheet-valid-until", "date", expires);
  g_autofree char *paper = NULL;

  if (name == NULL || document == NULL)
    return NULL;
  paper = meso_text_format (meso_teller_phrase (self, "sheet-clearance"), "document", document, "name", name, "date", date, NULL);
  return g_strjoin (MESO_TELLER_SEPARATOR, paper, meso_calendar_date_is_set (decision->clearance_expires) ? until : NULL, NULL);
}

static void
add_decision (const MesoTeller *self,
              MesoHandoutBlock *block,
              guint             i)
{
  const MesoScreeningDecision *decision = g_ptr_array_index (self->account->decisions, i);
  g_autofree char *subject = describe_subject (self, decision);
  g_autofree char *clearance = describe_clearance (self, decision);
  gboolean reasoned = decision->reason != NULL && decision->reason[0] != '\0';
  g_autofree char *typed = reasoned ? meso_handout_words_inline (decision->reason) : NULL;
  g_autofree char *reason = typed != NULL ? meso_teller_fill (self, "sheet-reason", "reason", typed) : NULL;
  g_autofree char *by = meso_teller_dup_by_on (self, decision->decided_by,
                                               g_array_index (self->account->decided_on, MesoCalendarDate, i));
  const char *all[] = { subject, clearance, reason, by };
  const char *lines[G_N_ELEMENTS (all) + 1] = { NULL };
  const char *kind;
  guint n = 0;

  for (guint part = 0; part < G_N_ELEMENTS (all); part++)
    {
      if (all[part] != NULL)
        lines[n++] = all[part];
    }
  kind = meso_teller_phrase_of (self, "record-decision-", meso_decision_kind_to_string (decision->kind));
  meso_handout_block_take_row (block, "", g_strdup (kind), g_strjoinv (MESO_TELLER_LINE, (char **) lines));
}

/**
 * meso_teller_add_decisions:
 *
 * What physicians decided about it, and the papers that others wrote.
 */
void
meso_teller_add_decisions (const MesoTeller *self)
{
  gboolean none = self->account->decisions->len == 0;
  MesoHandoutBlock *block = meso_teller_add_block (self, none ? MESO_HANDOUT_BLOCK_PARAGRAPHS : MESO_HANDOUT_BLOCK_DATES,
                                                   "sheet-decisions");

  for (guint i = 0; i < self->account->decisions->len; i++)
    add_decision (self, block, i);
  if (none)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_teller_phrase (self, "sheet-no-decisions")));
}
