/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-worksheet.h"

#include "meso-decimal.h"
#include "meso-handout-doses.h"
#include "meso-text-fold.h"
#include "meso-text.h"

#define LINE "\n"
#define SHOWN_OF_HASH 16

/* (transfer full): the day without its time */
static char *
show_day (const MesoWorksheet *self,
          MesoCalendarDate     date)
{
  return meso_handout_words_short (self->words, (MesoCivilTime) { date, MESO_CIVIL_TIME_NO_MINUTE });
}

/* text: (transfer full): one more part of a line, where there is any */
static void
take_part (GString *line,
           char    *text)
{
  g_autofree char *part = text;

  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? MESO_WORKSHEET_SEPARATOR : "", part);
}

/* The file number stands there already; who is meant is surer with the birth date and the weight. */
static void
complete_patient (const MesoWorksheet *self)
{
  const MesoFormulaAccount *account = self->words->context->formula;
  MesoHandoutFact *fact;
  g_autoptr (GString) detail = NULL;

  if (self->sheet->facts->len == 0)
    return;
  fact = g_ptr_array_index (self->sheet->facts, 0);
  detail = g_string_new (fact->detail);
  if (meso_calendar_date_is_set (account->birth_date))
    {
      g_autoptr (GPtrArray) day = meso_handout_words_pieces (self->words,
                                                             (MesoCivilTime) { account->birth_date, MESO_CIVIL_TIME_NO_MINUTE });

      /* on which day of the week says nothing */
      take_part (detail, meso_worksheet_fill (self, "born", "date", g_ptr_array_index (day, 1)));
    }
  if (self->facts->weight_g > 0)
    {
      g_autofree char *number = meso_decimal_to_string ((MesoDecimal) { (MesoWide) self->facts->weight_g, 3 });
      g_autofree char *weight = g_strconcat (number, "\u00a0kg", NULL);

      take_part (detail, meso_worksheet_show (weight));
    }
  g_set_str (&fact->detail, detail->str);
}

/* (transfer full): a name of the content by its id, or what somebody typed */
static char *
show_allergy (const MesoWorksheet *self,
              const char          *allergy)
{
  const MesoListEntry *entry = meso_protocol_lookup_list_entry (self->judge, allergy);

  if (meso_protocol_lookup_ingredient (self->judge, allergy) != NULL)
    return meso_worksheet_show_name (self, allergy);
  return meso_handout_words_inline (entry != NULL ? meso_handout_words_text (self->words, entry->text) : allergy);
}

/* (transfer full): each once, however it was written */
static char *
show_allergies (const MesoWorksheet *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  if (self->facts->allergies == NULL)
    return g_strdup (meso_handout_words_phrase (self->words, "record-not-asked"));
  if (self->facts->allergies->len == 0)
    return g_strdup (meso_handout_words_phrase (self->words, "record-none-known"));
  for (guint i = 0; i < self->facts->allergies->len; i++)
    {
      g_autofree char *shown = show_allergy (self, g_ptr_array_index (self->facts->allergies, i));

      if (g_hash_table_add (seen, meso_text_fold (shown)))
        g_string_append_printf (list, "%s%s", list->len > 0 ? meso_handout_words_comma (self->words) : "", shown);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
add_allergies (const MesoWorksheet *self)
{
  g_autofree char *allergies = show_allergies (self);

  g_ptr_array_add (self->sheet->facts, meso_handout_fact_new (meso_handout_words_phrase (self->words, "record-allergies"), allergies,
                                                              meso_worksheet_phrase (self, "ask-again")));
}

static void
add_formula (const MesoWorksheet *self)
{
  const MesoFormulaAccount *account = self->words->context->formula;
  const char *name = account->version->name != NULL ? account->version->name : "";
  g_autofree char *number = meso_handout_words_count (self->words, account->version->version);
  g_autofree char *shown = meso_handout_words_inline (*name != '\0' ? name : meso_worksheet_phrase (self, "unnamed"));
  g_autofree char *title = meso_text_format (meso_worksheet_phrase (self, "name-version"), "name", shown, "n", number, NULL);
  g_autofree char *day = show_day (self, account->written_on);
  g_autofree char *by = meso_handout_words_inline (account->written_by);
  g_autofree char *written = NULL;

  if (account->written_by[0] != '\0' && meso_calendar_date_is_set (account->written_on))
    written = meso_text_format (meso_worksheet_phrase (self, "written-by"), "name", by, "date", day, NULL);
  g_ptr_array_add (self->sheet->facts, meso_handout_fact_new (meso_worksheet_phrase (self, "formula"), title,
                                                              written != NULL ? written : ""));
}

static void
add_syringe (const MesoWorksheet *self)
{
  g_autofree char *total = meso_worksheet_show_volume (self->check->total_volume_ul);
  g_autofree char *points = meso_handout_words_count (self->words, self->formula->points);
  g_autofree char *each = NULL;
  g_autofree char *per_point = self->formula->volume_per_point != NULL ? meso_worksheet_show (self->formula->volume_per_point)
                                                                        : NULL;

  if (self->formula->points > 0 && per_point != NULL)
    each = meso_text_format (meso_worksheet_phrase (self, "points-each"), "points", points, "volume", per_point, NULL);
  g_ptr_array_add (self->sheet->facts, meso_handout_fact_new (meso_worksheet_phrase (self, "in-all"), total,
                                                              each != NULL ? each : ""));
}

static const char *
get_severity (const MesoWorksheet      *self,
              const MesoFormulaFinding *finding)
{
  g_autofree char *id = g_strconcat ("severity-", meso_severity_to_string (finding->severity), NULL);

  return meso_worksheet_phrase (self, g_str_equal (finding->code, "no-data") ? "severity-no-data" : id);
}

/* A block stands before everything else: nobody draws up what must not be injected. */
static void
add_warning (const MesoWorksheet *self)
{
  MesoHandoutBlock *block;

  if (self->check->ok)
    return;
  block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_NOTE, "blocked");
  for (guint i = 0; i < self->check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (self->check->findings, i);

      if (finding->severity == MESO_SEVERITY_BLOCK)
        meso_handout_block_take_row (block, "", g_strdup (get_severity (self, finding)), meso_handout_doses_in (finding->message));
    }
}

static void
add_findings (const MesoWorksheet *self)
{
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "findings");

  for (guint i = 0; i < self->check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (self->check->findings, i);
      g_autofree char *message = meso_handout_doses_in (finding->message);
      g_autofree char *source = meso_worksheet_show_source (self, finding->source);

      meso_handout_block_take_row (block, "", g_strdup (get_severity (self, finding)), g_strjoin (LINE, message, source, NULL));
    }
  if (block->rows->len > 0)
    return;
  block->type = MESO_HANDOUT_BLOCK_PARAGRAPHS;
  meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_worksheet_phrase (self, "no-findings")));
}

/* Which rules it was checked by: the version of the content, and the beginning of its hash. */
static void
complete_imprint (const MesoWorksheet *self)
{
  g_autofree char *hash = g_strndup (meso_protocol_get_hash (self->judge), SHOWN_OF_HASH);
  g_autofree char *both = g_strjoin (" ", meso_protocol_get_version (self->judge), hash, NULL);
  g_autofree char *shown = meso_text_isolate (both);
  g_autofree char *rules = meso_worksheet_fill (self, "rules", "version", shown);

  meso_handout_take (&self->sheet->imprint, g_strjoin (MESO_WORKSHEET_SEPARATOR, self->sheet->imprint, rules, NULL));
}

static gboolean
is_as_stored (const MesoFormulaCheck *check,
              const MesoFormulaCheck *stored)
{
  if (check->total_volume_ul != stored->total_volume_ul || check->lines->len != stored->lines->len)
    return FALSE;
  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);
      const MesoFormulaLine *other = g_ptr_array_index (stored->lines, i);

      if (!g_str_equal (line->ingredient, other->ingredient) || line->volume_ul != other->volume_ul ||
          line->amount.value != other->amount.value)
        return FALSE;
    }
  return TRUE;
}

/* By the content that is at work, which may have learned something since; where it would make another mixture of it, by the
 * one that it was stored with. (transfer full) */
static MesoFormulaCheck *
check_again (MesoWorksheet *self)
{
  const MesoFormulaAccount *account = self->words->context->formula;
  g_autoptr (MesoFormulaCheck) now = meso_formula_check_new (self->judge, self->formula, self->facts, self->words->language, NULL);

  if (now != NULL && (account->judged_by == NULL || is_as_stored (now, account->version->check)))
    return g_steal_pointer (&now);
  if (account->judged_by != NULL)
    self->judge = account->judged_by;
  return meso_formula_check_new (self->judge, self->formula, self->facts, self->words->language, NULL);
}

static void
tell (const MesoWorksheet *self)
{
  complete_patient (self);
  add_allergies (self);
  add_formula (self);
  add_syringe (self);
  add_warning (self);
  meso_worksheet_add_drawing (self);
  meso_worksheet_add_amounts (self);
  meso_worksheet_add_volumes (self);
  meso_worksheet_add_limits (self);
  add_findings (self);
  meso_worksheet_add_signatures (self);
}

/**
 * meso_handout_fill_formula:
 * @sheet: with its head and foot
 * @text: the sheet's content
 *
 * What is drawn from which vial, each calculation written out, the limits with their sources, and what the check found with what
 * is known of the patient now; lots, times and names are written with a pen. Without a formula all of it is. What the foot says
 * of a review is about the rules, not about the sheet's wording.
 */
void
meso_handout_fill_formula (MesoHandoutSheet       *sheet,
                           const MesoHandoutWords *words,
                           const MesoHandoutText  *text)
{
  const MesoFormulaAccount *account = words->context->formula;
  MesoWorksheet self = { .words = words, .text = text, .sheet = sheet, .judge = words->protocol };
  g_autoptr (MesoFormulaCheck) check = NULL;

  sheet->compact = TRUE;
  /* the neutral one speaks to patients */
  if (words->context->letterhead->physician[0] == '\0')
    g_set_str (&sheet->physician, "");
  if (account != NULL)
    {
      self.formula = account->version->formula;
      self.facts = account->facts != NULL ? account->facts : account->version->facts;
      check = check_again (&self);
      self.check = check != NULL ? check : account->version->check;
    }
  g_set_str (&sheet->notice, meso_worksheet_phrase (&self, "notice"));
  g_set_str (&sheet->draft, meso_protocol_get_reviewed (self.judge) ? "" : meso_worksheet_phrase (&self, "unapproved"));
  complete_imprint (&self);
  if (self.check != NULL)
    tell (&self);
  else
    meso_worksheet_add_blank (&self);
}
