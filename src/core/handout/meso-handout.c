/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout.h"

#include "meso-core-error.h"
#include "meso-handout-parts.h"
#include "meso-text.h"

/* A part of a sheet that is made of a section's items, and of a list of the content. */
typedef struct
{
  MesoHandoutBlockType type;
  const char *section;
  const char *list;
  const char *heading;
  const char *note;
  gboolean beside;
} Part;

static const Part aftercare_overleaf[] = {
  { MESO_HANDOUT_BLOCK_LIST, "normal", NULL, "paper-normal", "paper-normal-note", FALSE },
  { MESO_HANDOUT_BLOCK_ICONS, "helps", NULL, "paper-helps", NULL, TRUE },
  { MESO_HANDOUT_BLOCK_TOPICS, "topics", NULL, "paper-topics", NULL, FALSE },
};

static const Part closing[] = {
  { MESO_HANDOUT_BLOCK_PARAGRAPHS, "benefit", NULL, NULL, NULL, FALSE },
};

static const Part information_start[] = {
  { MESO_HANDOUT_BLOCK_PARAGRAPHS, "what", NULL, "paper-what", NULL, FALSE },
  { MESO_HANDOUT_BLOCK_PARAGRAPHS, "differs", NULL, "paper-differs", NULL, FALSE },
  { MESO_HANDOUT_BLOCK_LIST, NULL, "indication", "paper-who", "who", FALSE },
  { MESO_HANDOUT_BLOCK_TABLE, "who-not", NULL, "paper-who-not", NULL, FALSE },
  { MESO_HANDOUT_BLOCK_LIST, NULL, "benefit", "paper-benefits", NULL, FALSE },
  { MESO_HANDOUT_BLOCK_LIST, "evidence", NULL, "paper-evidence", NULL, TRUE },
};

static const Part information_end[] = {
  { MESO_HANDOUT_BLOCK_TABLE, "sessions", NULL, "paper-sessions", "sessions-note", FALSE },
  { MESO_HANDOUT_BLOCK_LIST, "side-effects", "side-effect", "paper-side-effects", NULL, FALSE },
  { MESO_HANDOUT_BLOCK_PARAGRAPHS, "safe", NULL, "paper-safe", NULL, TRUE },
  { MESO_HANDOUT_BLOCK_NOTE, "ask", NULL, "paper-ask", NULL, FALSE },
};

static const Part side_effects_start[] = {
  { MESO_HANDOUT_BLOCK_LIST, "normal-more", "side-effect", "paper-normal", "paper-normal-note", FALSE },
  { MESO_HANDOUT_BLOCK_ICONS, "helps", NULL, "paper-helps", NULL, TRUE },
  { MESO_HANDOUT_BLOCK_TABLE, "rare", NULL, "paper-rare", NULL, FALSE },
  { MESO_HANDOUT_BLOCK_PARAGRAPHS, "benefit", NULL, NULL, NULL, FALSE },
};

/* (transfer full): the note beside a heading is a phrase that all sheets share, or the text of a section of this one. */
static char *
dup_part_note (const MesoHandoutWords *words,
               const MesoHandoutText  *text,
               const char             *note)
{
  if (g_str_has_prefix (note, "paper-"))
    return g_strdup (meso_handout_words_phrase (words, note));

  return meso_handout_join_section (words, text, note);
}

static void
add_parts (MesoHandoutSheet       *sheet,
           const MesoHandoutWords *words,
           const MesoHandoutText  *text,
           const Part             *parts,
           gsize                   n_parts,
           gboolean                overleaf)
{
  for (gsize i = 0; i < n_parts; i++)
    {
      const Part *part = &parts[i];
      g_autoptr (MesoHandoutBlock) block = meso_handout_block_new (part->type);

      if (part->list != NULL)
        meso_handout_add_list (words, part->list, block);
      if (part->section != NULL)
        meso_handout_add_section (words, text, part->section, FALSE, block);
      if (block->rows->len == 0)
        continue;

      if (part->heading != NULL)
        g_set_str (&block->heading, meso_handout_words_phrase (words, part->heading));
      if (part->note != NULL)
        meso_handout_take (&block->note, dup_part_note (words, text, part->note));
      block->overleaf = overleaf;
      block->beside = part->beside;
      g_ptr_array_add (sheet->blocks, g_steal_pointer (&block));
    }
}

static void
add_block (MesoHandoutSheet *sheet,
           MesoHandoutBlock *block,
           gboolean          overleaf)
{
  if (block == NULL)
    return;

  block->overleaf = overleaf;
  g_ptr_array_add (sheet->blocks, block);
}

static void
assemble_before (MesoHandoutSheet       *sheet,
                 const MesoHandoutWords *words,
                 const MesoHandoutText  *text)
{
  add_block (sheet, meso_handout_part_visit (words), FALSE);
  add_block (sheet, meso_handout_part_before_schedule (words, text), FALSE);
  add_parts (sheet, words, text, closing, G_N_ELEMENTS (closing), FALSE);
  add_block (sheet, meso_handout_part_call (words, text), FALSE);
}

static void
assemble_aftercare (MesoHandoutSheet       *sheet,
                    const MesoHandoutWords *words,
                    const MesoHandoutText  *text)
{
  MesoHandoutBlock *questions = meso_handout_block_new (MESO_HANDOUT_BLOCK_QUESTIONS);

  g_set_str (&questions->heading, meso_handout_words_phrase (words, "paper-questions"));

  add_block (sheet, meso_handout_part_aftercare_schedule (words, text), FALSE);
  add_block (sheet, meso_handout_part_next_visit (words), FALSE);
  add_block (sheet, meso_handout_part_call (words, text), FALSE);
  add_parts (sheet, words, text, aftercare_overleaf, G_N_ELEMENTS (aftercare_overleaf), TRUE);
  add_block (sheet, meso_handout_part_dates (words, text), TRUE);
  add_parts (sheet, words, text, closing, G_N_ELEMENTS (closing), TRUE);
  add_block (sheet, questions, TRUE);
}

static void
assemble_information (MesoHandoutSheet       *sheet,
                      const MesoHandoutWords *words,
                      const MesoHandoutText  *text)
{
  add_parts (sheet, words, text, information_start, G_N_ELEMENTS (information_start), FALSE);
  add_block (sheet, meso_handout_part_ingredients (words, text), FALSE);
  add_parts (sheet, words, text, information_end, G_N_ELEMENTS (information_end), FALSE);
}

static void
assemble_side_effects (MesoHandoutSheet       *sheet,
                       const MesoHandoutWords *words,
                       const MesoHandoutText  *text)
{
  add_parts (sheet, words, text, side_effects_start, G_N_ELEMENTS (side_effects_start), FALSE);
  add_block (sheet, meso_handout_part_call (words, text), FALSE);
}

typedef void (*Assemble) (MesoHandoutSheet       *sheet,
                          const MesoHandoutWords *words,
                          const MesoHandoutText  *text);

static const struct
{
  const char *kind;
  Assemble assemble;
} recipes[] = {
  { "before", assemble_before },
  { "aftercare", assemble_aftercare },
  { "information", assemble_information },
  { "side-effects", assemble_side_effects },
  { "screening", meso_handout_fill_screening },
  { "formula", meso_handout_fill_formula },
};

static Assemble
find_recipe (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (recipes); i++)
    {
      if (g_str_equal (recipes[i].kind, kind))
        return recipes[i].assemble;
    }

  return NULL;
}

/**
 * meso_handout_assemble:
 * @protocol: the clinical content
 * @kind: "before", "aftercare", "information", "side-effects", "screening" or "formula"
 * @context: what the sheet is made for
 * @error: return location
 *
 * Puts a sheet together: the instructions of @kind with their dates worked out from the context's time, the
 * paragraphs that this formula and this patient need, and the letterhead. What the instructions say and
 * where they come from stands in the content; nothing medical is decided here. Pure: equal arguments give an
 * equal sheet.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with %MESO_CORE_ERROR_INVALID when @kind or the
 *   language is unknown, or the content lacks one of the sheet's texts in it
 */
MesoHandoutSheet *
meso_handout_assemble (const MesoProtocol       *protocol,
                       const char               *kind,
                       const MesoHandoutContext *context,
                       GError                  **error)
{
  const MesoHandoutText *text;
  g_autoptr (GPtrArray) untranslated = g_ptr_array_new_with_free_func (g_free);
  MesoHandoutWords words = { protocol, context, context->language, untranslated };
  Assemble assemble = find_recipe (kind);
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  text = assemble != NULL ? meso_protocol_lookup_handout (protocol, kind) : NULL;
  if (text == NULL)
    {
      g_autofree char *quoted = meso_text_quote (kind);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "There is no sheet of the kind %s. The kinds are: before, aftercare, information, side-effects, "
                   "screening, formula.",
                   quoted);
      return NULL;
    }
  if (!meso_handout_words_check_language (context->language, error))
    return NULL;

  sheet = meso_handout_sheet_new ();
  g_set_str (&sheet->kind, kind);
  g_set_str (&sheet->language, context->language);
  sheet->rtl = g_str_equal (context->language, "fa");
  g_set_str (&sheet->title, meso_handout_words_text (&words, text->title));

  meso_handout_fill_letterhead (sheet, &words);
  meso_handout_fill_head (sheet, &words);
  meso_handout_fill_footer (sheet, &words, text);
  assemble (sheet, &words, text);

  return meso_handout_words_check_translated (&words, kind, error) ? g_steal_pointer (&sheet) : NULL;
}
