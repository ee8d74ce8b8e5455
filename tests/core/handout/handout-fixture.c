/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "handout-fixture.h"

static MesoProtocol *protocol;

static void
add_document (GPtrArray  *documents,
              const char *folder,
              const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  g_ptr_array_add (documents, meso_protocol_document_new (name, bytes));
}

GPtrArray *
handout_fixture_documents (void)
{
  static const char *const names[] = {
    "screening.xml", "ingredients.xml", "pairs.xml", "plans.xml", "evidence.xml", "lists.xml", "handouts.xml",
    "phrases-paper.xml", "phrases-record.xml", "phrases-formula.xml", "phrases-screening.xml",
    "phrases-mixture.xml",
  };
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autofree char *folder = g_build_filename (g_getenv ("MESOCLINIC_DATA_DIR"), "protocol", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_document (documents, folder, names[i]);

  return documents;
}

const MesoProtocol *
handout_fixture_protocol (void)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GError) error = NULL;

  if (protocol != NULL)
    return protocol;

  documents = handout_fixture_documents ();
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);

  return protocol;
}

void
handout_fixture_clear (void)
{
  g_clear_pointer (&protocol, meso_protocol_unref);
}

MesoHandoutContext *
handout_fixture_context (const char *language,
                         const char *when)
{
  MesoHandoutContext *context = meso_handout_context_new ();
  g_autoptr (GError) error = NULL;

  g_set_str (&context->language, language);
  if (when[0] != '\0')
    meso_civil_time_parse (when, &context->when, &error);
  g_assert_no_error (error);

  return context;
}

static void
fill_letterhead (MesoLetterhead *letterhead,
                 gboolean        persian)
{
  g_set_str (&letterhead->clinic_name, persian ? "کلینیک مو و پوست نارون" : "Narvan Hair & Skin Clinic");
  g_set_str (&letterhead->physician, persian ? "دکتر نسرین رحیمی، متخصص پوست و مو" : "Dr Nasrin Rahimi, dermatologist");
  g_ptr_array_add (letterhead->address, g_strdup (persian ? "تهران، خیابان نمونه، کوچهٔ نارون" : "2nd floor, 12 Narvan Alley"));
  g_ptr_array_add (letterhead->address, g_strdup (persian ? "پلاک 12، طبقهٔ 2" : "Nemouneh Street, Tehran"));
  g_set_str (&letterhead->phone, "021 1234 5670");
}

static void
add_item (MesoFormula *formula,
          const char  *ingredient,
          const char  *strength,
          const char  *amount,
          const char  *volume)
{
  MesoFormulaItem *item = meso_formula_item_new ();

  item->ingredient = g_strdup (ingredient);
  item->strength = g_strdup (strength);
  item->amount = g_strdup (amount);
  item->volume = g_strdup (volume);
  g_ptr_array_add (formula->items, item);
}

MesoFormulaAccount *
handout_fixture_formula (void)
{
  MesoFormulaVersion *version = meso_formula_version_new ();
  MesoFormulaAccount *account = meso_formula_account_new (version);
  MesoFormula *formula = meso_formula_new ();
  g_autoptr (GError) error = NULL;

  add_item (formula, "zinc", "1 mg/mL", "3 mg", NULL);
  add_item (formula, "biotin", "0.5 %", NULL, "1 mL");
  add_item (formula, "procaine", "10 mg/mL", NULL, "0.5 mL");
  formula->diluent = g_strdup ("saline");
  formula->to_volume = g_strdup ("5 mL");
  formula->points = 98;
  formula->volume_per_point = g_strdup ("0.05 mL");
  formula->dead_space = g_strdup ("0.1 mL");
  version->formula_id = g_strdup ("a");
  version->version = 2;
  version->name = g_strdup ("Hair mix 3");
  version->formula = formula;
  version->facts = meso_formula_patient_new ();
  version->facts->weight_g = 64000;
  version->facts->allergies = g_ptr_array_new_with_free_func (g_free);
  version->check = meso_formula_check_new (handout_fixture_protocol (), formula, version->facts, "en", &error);
  g_assert_no_error (error);
  g_set_str (&account->written_by, "Dr N. Rahimi");
  meso_calendar_date_parse ("2026-11-09", &account->written_on, &error);
  g_assert_no_error (error);
  meso_calendar_date_parse ("1988-05-14", &account->birth_date, &error);
  g_assert_no_error (error);
  return account;
}

MesoHandoutContext *
handout_fixture_full (const char *language,
                      const char *when)
{
  gboolean persian = g_str_equal (language, "fa");
  MesoHandoutContext *context = handout_fixture_context (language, when);

  fill_letterhead (context->letterhead, persian);
  g_set_str (&context->patient_name, persian ? "لیلا کریمی" : "Leila Karimi");
  g_set_str (&context->file_number, "0417");
  g_set_str (&context->treated_by, persian ? "دکتر نسرین رحیمی" : "Dr Nasrin Rahimi");
  context->session_n = 2;
  context->session_count = 6;
  context->printed_at = context->when;
  meso_handout_context_add_ingredient (context, "biotin");
  meso_handout_context_add_flag (context, "blood-thinner");
  meso_handout_context_add_flag (context, "minoxidil-at-home");
  context->formula = handout_fixture_formula ();
  for (int i = 1; i <= 4 && when[0] != '\0'; i++)
    meso_handout_context_add_visit (context, meso_civil_time_add_days (context->when, 14 * i), 2 + i, MESO_PLAN_TREATMENT);

  return context;
}

MesoHandoutSheet *
handout_fixture_assemble (const char               *kind,
                          const MesoHandoutContext *context)
{
  g_autoptr (GError) error = NULL;
  MesoHandoutSheet *sheet = meso_handout_assemble (handout_fixture_protocol (), kind, context, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sheet);

  return sheet;
}

const MesoHandoutBlock *
handout_fixture_find (const MesoHandoutSheet *sheet,
                      MesoHandoutBlockType    type)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      if (block->type == type)
        return block;
    }

  return NULL;
}

static const MesoHandoutRow *
find_in_rows (const GPtrArray *rows,
              const char      *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MesoHandoutRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->id, id))
        return row;
    }

  return NULL;
}

const MesoHandoutRow *
handout_fixture_find_row (const MesoHandoutSheet *sheet,
                          const char             *id)
{
  const MesoHandoutRow *row = NULL;

  for (guint i = 0; i < sheet->blocks->len && row == NULL; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      row = find_in_rows (block->rows, id);
      for (guint j = 0; j < block->groups->len && row == NULL; j++)
        row = find_in_rows (((MesoHandoutGroup *) g_ptr_array_index (block->groups, j))->rows, id);
    }

  return row;
}

char *
handout_fixture_date (const MesoHandoutGroup *group)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

  for (guint i = 0; i < group->date->len; i++)
    g_ptr_array_add (pieces, g_ptr_array_index (group->date, i));
  g_ptr_array_add (pieces, NULL);

  return g_strjoinv (" ", (char **) pieces->pdata);
}

static void
add_rows (GPtrArray       *strings,
          const GPtrArray *rows,
          gboolean         texts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MesoHandoutRow *row = g_ptr_array_index (rows, i);

      g_ptr_array_add (strings, g_strdup (row->lead));
      if (texts)
        g_ptr_array_add (strings, g_strdup (row->text));
      for (guint j = 0; row->cells != NULL && j < row->cells->len; j++)
        g_ptr_array_add (strings, g_strdup (g_ptr_array_index (row->cells, j) != NULL ? g_ptr_array_index (row->cells, j) : ""));
    }
}

static void
add_block (GPtrArray              *strings,
           const MesoHandoutBlock *block,
           gboolean                all)
{
  if (all || block->type != MESO_HANDOUT_BLOCK_SCHEDULE)
    g_ptr_array_add (strings, g_strdup (block->heading));
  if (all || (block->type != MESO_HANDOUT_BLOCK_SCHEDULE && block->type != MESO_HANDOUT_BLOCK_CALL))
    g_ptr_array_add (strings, g_strdup (block->note));
  add_rows (strings, block->rows, TRUE);
  for (guint i = 0; i < block->columns->len; i++)
    g_ptr_array_add (strings, g_strdup (((const MesoHandoutColumn *) g_ptr_array_index (block->columns, i))->label));
  for (guint i = 0; i < block->groups->len; i++)
    {
      const MesoHandoutGroup *group = g_ptr_array_index (block->groups, i);

      g_ptr_array_add (strings, g_strdup (group->label));
      g_ptr_array_add (strings, handout_fixture_date (group));
      g_ptr_array_add (strings, g_strdup (group->note));
      add_rows (strings, group->rows, all);
      if (group->boxed != NULL)
        g_ptr_array_add (strings, g_strconcat (group->boxed->lead, " ", group->boxed->text, NULL));
    }
  if (block->call == NULL)
    return;

  g_ptr_array_add (strings, g_strdup (block->call->phone_label));
  g_ptr_array_add (strings, g_strdup (block->call->phone));
  g_ptr_array_add (strings, g_strconcat (block->call->later_lead, " ", block->call->later_text, NULL));
  g_ptr_array_add (strings, g_strdup (block->call->emergency_text));
  g_ptr_array_add (strings, g_strdup (block->call->emergency_call));
}

GPtrArray *
handout_fixture_strings (const MesoHandoutSheet *sheet,
                         gboolean                all)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  const char *const singles[] = { sheet->title, sheet->clinic_name, sheet->physician, sheet->phone, sheet->notice, sheet->imprint,
                                  sheet->draft };

  for (gsize i = 0; i < G_N_ELEMENTS (singles); i++)
    g_ptr_array_add (strings, g_strdup (singles[i]));
  for (guint i = 0; i < sheet->address->len; i++)
    g_ptr_array_add (strings, g_strdup (g_ptr_array_index (sheet->address, i)));
  for (guint i = 0; i < sheet->facts->len; i++)
    {
      const MesoHandoutFact *fact = g_ptr_array_index (sheet->facts, i);

      g_ptr_array_add (strings, g_strjoin (" ", fact->label, fact->value, fact->detail, NULL));
    }
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      /* Lines to write on fill what is left, and may be left out. */
      if (block->type != MESO_HANDOUT_BLOCK_QUESTIONS)
        add_block (strings, block, all);
    }

  return strings;
}
