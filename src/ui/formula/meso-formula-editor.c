/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-editor.h"

struct _MesoFormulaEditor
{
  GObject parent_instance;

  const MesoProtocol *protocol;
  char *language;
  MesoFormulaPatient *facts;      /* (nullable) */
  MesoFormulaDraft *saved;
  MesoFormulaDraft *draft;
  MesoFormulaReading *reading;
  MesoFormulaHistory *history;
  gboolean in_step;
  guint step_row;
};

G_DEFINE_FINAL_TYPE (MesoFormulaEditor, meso_formula_editor, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_formula_editor_finalize (GObject *object)
{
  MesoFormulaEditor *self = MESO_FORMULA_EDITOR (object);

  g_free (self->language);
  g_clear_pointer (&self->facts, meso_formula_patient_free);
  meso_formula_draft_free (self->saved);
  meso_formula_draft_free (self->draft);
  meso_formula_reading_free (self->reading);
  meso_formula_history_free (self->history);
  G_OBJECT_CLASS (meso_formula_editor_parent_class)->finalize (object);
}

static void
meso_formula_editor_class_init (MesoFormulaEditorClass *class)
{
  G_OBJECT_CLASS (class)->finalize = meso_formula_editor_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_formula_editor_init (MesoFormulaEditor *self)
{
  self->saved = meso_formula_draft_new ();
  self->draft = meso_formula_draft_new ();
  self->history = meso_formula_history_new ();
}

static void
read_again (MesoFormulaEditor *self)
{
  meso_formula_reading_free (self->reading);
  self->reading = meso_formula_reading_new (self->protocol, self->draft, self->facts, self->language);
  g_signal_emit (self, signals[CHANGED], 0);
}

MesoFormulaEditor *
meso_formula_editor_new (const MesoProtocol *protocol,
                         const char         *language)
{
  MesoFormulaEditor *self = g_object_new (MESO_TYPE_FORMULA_EDITOR, NULL);

  self->protocol = protocol;
  self->language = g_strdup (language);
  read_again (self);
  return self;
}

const MesoProtocol *
meso_formula_editor_get_protocol (MesoFormulaEditor *self)
{
  return self->protocol;
}

const MesoFormulaDraft *
meso_formula_editor_get_draft (MesoFormulaEditor *self)
{
  return self->draft;
}

const MesoFormulaReading *
meso_formula_editor_get_reading (MesoFormulaEditor *self)
{
  return self->reading;
}

const MesoFormulaPatient *
meso_formula_editor_get_facts (MesoFormulaEditor *self)
{
  return self->facts;
}

void
meso_formula_editor_set_facts (MesoFormulaEditor        *self,
                               const MesoFormulaPatient *facts)
{
  g_clear_pointer (&self->facts, meso_formula_patient_free);
  self->facts = facts != NULL ? meso_formula_patient_copy (facts) : NULL;
  read_again (self);
}

const char *
meso_formula_editor_get_language (MesoFormulaEditor *self)
{
  return self->language;
}

void
meso_formula_editor_set_language (MesoFormulaEditor *self,
                                  const char        *language)
{
  if (g_set_str (&self->language, language))
    read_again (self);
}

void
meso_formula_editor_open (MesoFormulaEditor *self,
                          MesoFormulaDraft  *saved,
                          MesoFormulaDraft  *draft)
{
  meso_formula_draft_free (self->saved);
  meso_formula_draft_free (self->draft);
  self->saved = saved;
  self->draft = draft != NULL ? draft : meso_formula_draft_copy (saved);
  meso_formula_history_clear (self->history);
  self->in_step = FALSE;
  read_again (self);
}

static void
set_base_everywhere (MesoFormulaEditor *self,
                     const char        *formula_id,
                     int                version)
{
  meso_formula_history_rebase (self->history, formula_id, version);
  g_set_str (&self->draft->formula_id, formula_id);
  self->draft->base_version = version;
  g_set_str (&self->saved->formula_id, formula_id);
  self->saved->base_version = version;
}

void
meso_formula_editor_mark_saved (MesoFormulaEditor *self,
                                const char        *formula_id,
                                int                version)
{
  meso_formula_draft_free (self->saved);
  self->saved = meso_formula_draft_copy (self->draft);
  set_base_everywhere (self, formula_id, version);
  self->in_step = FALSE;
  read_again (self);
}

void
meso_formula_editor_rebase (MesoFormulaEditor *self,
                            MesoFormulaDraft  *saved)
{
  g_autofree char *formula_id = g_strdup (saved->formula_id);

  meso_formula_draft_free (self->saved);
  self->saved = saved;
  set_base_everywhere (self, formula_id, saved->base_version);
  read_again (self);
}

gboolean
meso_formula_editor_get_modified (MesoFormulaEditor *self)
{
  return !meso_formula_draft_equal (self->saved, self->draft);
}

/* Takes `after` (transfer full) as what is written now. */
static void
do_once (MesoFormulaEditor   *self,
         MesoFormulaStepKind  kind,
         const char          *subject,
         MesoFormulaDraft    *after)
{
  MesoFormulaStep step = { kind, MESO_FORMULA_FIELD_NAME, (char *) subject };

  meso_formula_history_push (self->history, &step, FALSE, self->draft, after);
  meso_formula_draft_free (self->draft);
  self->draft = after;
  self->in_step = FALSE;
  read_again (self);
}

/* Typing that goes on in the same field of the same row is one step. */
static void
do_typing (MesoFormulaEditor *self,
           guint              row,
           MesoFormulaField   field,
           const char        *subject,
           MesoFormulaDraft  *after)
{
  const MesoFormulaStep *last = meso_formula_editor_get_undo (self);
  MesoFormulaStep step = { MESO_FORMULA_STEP_EDIT, field, (char *) subject };
  gboolean merge = self->in_step && last != NULL && last->kind == MESO_FORMULA_STEP_EDIT && last->field == field &&
                   self->step_row == row;

  meso_formula_history_push (self->history, &step, merge, self->draft, after);
  meso_formula_draft_free (self->draft);
  self->draft = after;
  self->in_step = TRUE;
  self->step_row = row;
  read_again (self);
}

guint
meso_formula_editor_add (MesoFormulaEditor *self,
                         const char        *ingredient,
                         const char        *product)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);
  GPtrArray *items = after->formula->items;
  MesoFormulaItem *item;

  for (guint i = 0; i < items->len; i++)
    {
      item = g_ptr_array_index (items, i);
      if (g_strcmp0 (item->ingredient, ingredient) == 0 && g_strcmp0 (item->product, product) == 0)
        return i;
    }
  item = meso_formula_item_new ();
  item->ingredient = g_strdup (ingredient);
  item->product = g_strdup (product);
  g_ptr_array_add (items, item);
  do_once (self, MESO_FORMULA_STEP_ADD, ingredient != NULL ? ingredient : product, g_steal_pointer (&after));
  return self->draft->formula->items->len - 1;
}

static const char *
get_subject (const MesoFormulaItem *item)
{
  return item->ingredient != NULL ? item->ingredient : item->product;
}

void
meso_formula_editor_remove (MesoFormulaEditor *self,
                            guint              row)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);
  g_autofree char *subject = g_strdup (get_subject (g_ptr_array_index (after->formula->items, row)));

  g_ptr_array_remove_index (after->formula->items, row);
  do_once (self, MESO_FORMULA_STEP_REMOVE, subject, g_steal_pointer (&after));
}

static gboolean
holds (const MesoProtocol    *protocol,
       const MesoFormulaItem *item,
       const char            *ingredient)
{
  const MesoProduct *product = item->product != NULL ? meso_protocol_lookup_product (protocol, item->product) : NULL;

  if (product == NULL)
    return g_strcmp0 (item->ingredient, ingredient) == 0;
  for (guint i = 0; i < product->components->len; i++)
    if (g_str_equal (((MesoProductComponent *) g_ptr_array_index (product->components, i))->ingredient, ingredient))
      return TRUE;
  return FALSE;
}

void
meso_formula_editor_remove_ingredient (MesoFormulaEditor *self,
                                       const char        *ingredient)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);
  GPtrArray *items = after->formula->items;

  for (guint i = items->len; i > 0; i--)
    if (holds (self->protocol, g_ptr_array_index (items, i - 1), ingredient))
      g_ptr_array_remove_index (items, i - 1);
  if (items->len < self->draft->formula->items->len)
    do_once (self, MESO_FORMULA_STEP_REMOVE, ingredient, g_steal_pointer (&after));
}

void
meso_formula_editor_set_item (MesoFormulaEditor *self,
                              guint              row,
                              MesoFormulaField   field,
                              const char        *text)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);
  MesoFormulaItem *item = g_ptr_array_index (after->formula->items, row);
  g_autofree char *subject = g_strdup (get_subject (item));
  char **place = field == MESO_FORMULA_FIELD_STRENGTH ? &item->strength
                 : field == MESO_FORMULA_FIELD_VOLUME ? &item->volume : &item->amount;

  if (g_strcmp0 (*place != NULL ? *place : "", text) == 0)
    return;
  g_set_str (place, text);
  if (field == MESO_FORMULA_FIELD_VOLUME)
    g_clear_pointer (&item->amount, g_free);
  else if (field == MESO_FORMULA_FIELD_AMOUNT)
    g_clear_pointer (&item->volume, g_free);
  do_typing (self, row, field, subject, g_steal_pointer (&after));
}

const char *
meso_formula_editor_get_text (MesoFormulaEditor *self,
                              MesoFormulaField   field)
{
  const char *text = *meso_formula_draft_get_place (self->draft, field);

  return text != NULL ? text : "";
}

void
meso_formula_editor_set_text (MesoFormulaEditor *self,
                              MesoFormulaField   field,
                              const char        *text)
{
  g_autoptr(MesoFormulaDraft) after = NULL;

  if (g_str_equal (meso_formula_editor_get_text (self, field), text))
    return;
  after = meso_formula_draft_copy (self->draft);
  g_set_str (meso_formula_draft_get_place (after, field), text);
  if (field == MESO_FORMULA_FIELD_TO_VOLUME)
    meso_formula_draft_follow_volume (after, self->protocol);
  do_typing (self, G_MAXUINT, field, NULL, g_steal_pointer (&after));
}

void
meso_formula_editor_set_allergies (MesoFormulaEditor *self,
                                   const GPtrArray   *allergies)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);

  g_ptr_array_set_size (after->allergies, 0);
  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    g_ptr_array_add (after->allergies, g_strdup (g_ptr_array_index (allergies, i)));
  after->allergies_said = allergies != NULL;
  if (!meso_formula_draft_equal (after, self->draft))
    do_once (self, MESO_FORMULA_STEP_ALLERGIES, NULL, g_steal_pointer (&after));
}

void
meso_formula_editor_set_salt (MesoFormulaEditor *self,
                              guint              row,
                              const char        *salt)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);
  MesoFormulaItem *item = g_ptr_array_index (after->formula->items, row);
  g_autofree char *subject = g_strdup (get_subject (item));

  if (g_set_str (&item->salt, salt))
    do_once (self, MESO_FORMULA_STEP_SALT, subject, g_steal_pointer (&after));
}

void
meso_formula_editor_take_mixture (MesoFormulaEditor   *self,
                                  MesoFormulaStepKind  kind,
                                  const MesoFormula   *formula)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);

  meso_formula_draft_set_mixture (after, formula);
  if (!meso_formula_draft_equal (after, self->draft))
    do_once (self, kind, NULL, g_steal_pointer (&after));
}

void
meso_formula_editor_start_from (MesoFormulaEditor *self,
                                const MesoFormula *formula,
                                const char        *name)
{
  g_autoptr(MesoFormulaDraft) after = meso_formula_draft_copy (self->draft);

  meso_formula_draft_set_mixture (after, formula);
  if (*after->name == '\0')
    g_set_str (&after->name, name);
  do_once (self, MESO_FORMULA_STEP_START_FROM, name, g_steal_pointer (&after));
}

void
meso_formula_editor_end_step (MesoFormulaEditor *self)
{
  self->in_step = FALSE;
}

const MesoFormulaStep *
meso_formula_editor_get_undo (MesoFormulaEditor *self)
{
  return meso_formula_history_get_undo (self->history);
}

const MesoFormulaStep *
meso_formula_editor_get_redo (MesoFormulaEditor *self)
{
  return meso_formula_history_get_redo (self->history);
}

/* draft (nullable): NULL when there is nowhere to go */
static void
go_to (MesoFormulaEditor      *self,
       const MesoFormulaDraft *draft)
{
  MesoFormulaDraft *copy;

  if (draft == NULL)
    return;
  copy = meso_formula_draft_copy (draft);
  meso_formula_draft_free (self->draft);
  self->draft = copy;
  self->in_step = FALSE;
  read_again (self);
}

void
meso_formula_editor_undo (MesoFormulaEditor *self)
{
  go_to (self, meso_formula_history_undo (self->history));
}

void
meso_formula_editor_redo (MesoFormulaEditor *self)
{
  go_to (self, meso_formula_history_redo (self->history));
}
