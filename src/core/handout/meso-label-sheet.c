/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-sheet.h"

#include "meso-handout-doses.h"
#include "meso-handout-words.h"
#include "meso-text.h"

/* A label that is being put together, in one of its languages. */
typedef struct
{
  const MesoLabelContents *contents;
  const MesoHandoutWords *words;
  MesoLabelText *text;
} Writer;

static const char *
phrase (const Writer *self,
        const char   *id)
{
  g_autofree char *whole = g_strconcat ("label-", id, NULL);

  return meso_handout_words_phrase (self->words, whole);
}

static void
label_text_free (gpointer data)
{
  MesoLabelText *self = data;

  g_free (self->language);
  g_ptr_array_unref (self->contents);
  g_ptr_array_unref (self->lots);
  g_free (self->mixed);
  g_ptr_array_unref (self->people);
  g_free (self->use_before);
  g_free (self->use_before_day);
  g_free (self);
}

/**
 * meso_label_sheet_free:
 * @self: (transfer full): what a label says
 */
void
meso_label_sheet_free (MesoLabelSheet *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->names);
  g_free (self->file_number);
  g_free (self->mixture);
  g_free (self->volume);
  g_ptr_array_unref (self->texts);
  g_free (self->part);
  g_free (self->watermark);
  g_free (self);
}

static char *
show_quantity (MesoQuantity quantity)
{
  g_autofree char *text = meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE);

  return meso_text_isolate (text);
}

/* One ingredient and how much of it the syringe holds, whichever vials it came from. */
static void
add_ingredient (const Writer *self,
                const char   *id,
                MesoQuantity  held)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (self->contents->judge, id);
  g_autofree char *known = ingredient != NULL ? meso_handout_words_name (self->words, ingredient, TRUE) : g_strdup (id);
  g_autofree char *name = meso_handout_doses_inline (known);
  g_autofree char *amount = show_quantity (held);

  g_ptr_array_add (self->text->contents, meso_handout_doses_of (name, amount));
}

static void
add_contents (const Writer *self)
{
  const MesoFormulaCheck *check = self->contents->version->check;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);
      MesoQuantity held = { 0, line->amount.dimension };

      if (!g_hash_table_add (seen, line->ingredient))
        continue;
      for (guint j = i; j < check->lines->len; j++)
        {
          const MesoFormulaLine *other = g_ptr_array_index (check->lines, j);

          held.value += g_str_equal (other->ingredient, line->ingredient) ? other->amount.value : 0;
        }
      add_ingredient (self, line->ingredient, held);
    }
  if (self->contents->version->formula->diluent != NULL && check->diluent_volume_ul > 0)
    add_ingredient (self, self->contents->version->formula->diluent,
                    (MesoQuantity) { check->diluent_volume_ul, MESO_DIMENSION_VOLUME });
  g_ptr_array_add (self->text->contents, g_strdup (phrase (self, "scalp")));
}

/* Each number once, in the order in which they were drawn from. */
static void
add_lots (const Writer *self)
{
  const GPtrArray *draws = self->contents->preparation->draws;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);
      const char *number = g_hash_table_lookup (self->contents->lots, draw->lot);
      g_autofree char *line = meso_handout_words_line (number != NULL ? number : draw->lot);
      g_autofree char *shown = meso_text_isolate (line);

      if (!g_hash_table_add (seen, draw->lot))
        continue;
      g_ptr_array_add (self->text->lots, self->text->lots->len == 0 ? meso_text_format (phrase (self, "lots"), "lots", shown, NULL)
                                                                    : g_steal_pointer (&shown));
    }
}

/* (transfer full): the short date without its weekday, of which a label has no need */
static char *
show_date (const Writer     *self,
           MesoCalendarDate  date)
{
  g_autofree char *whole = meso_handout_words_short (self->words, (MesoCivilTime) { date, MESO_CIVIL_TIME_NO_MINUTE });
  const char *space = strchr (whole, ' ');

  return g_strdup (space != NULL ? space + 1 : whole);
}

/* (transfer full): "17:35", in the language's digits */
static char *
show_minute (const Writer *self,
             int           minute)
{
  g_autofree char *ascii = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  g_autofree char *local = meso_text_localise_digits (ascii, self->words->language);

  return meso_text_isolate (local);
}

static void
add_times (const Writer *self)
{
  MesoCivilTime mixed = self->contents->time_of (self->contents->preparation->mixed_at);
  MesoCivilTime before = self->contents->time_of (self->contents->preparation->use_before);
  g_autofree char *mixed_day = show_date (self, mixed.date);
  g_autofree char *mixed_minute = show_minute (self, mixed.minute);
  g_autofree char *before_minute = show_minute (self, before.minute);
  g_autofree char *before_day = show_date (self, before.date);
  g_autofree char *moment = g_strconcat (mixed_day, meso_handout_words_comma (self->words), mixed_minute, NULL);
  g_autofree char *other_day = g_strconcat (before_day, meso_handout_words_comma (self->words), before_minute, NULL);
  gboolean same_day = meso_calendar_date_compare (mixed.date, before.date) == 0;

  self->text->mixed = meso_text_format (phrase (self, "mixed"), "time", moment, NULL);
  self->text->use_before = meso_text_format (phrase (self, "use-before"), "time", same_day ? before_minute : other_day, NULL);
  self->text->use_before_day = g_steal_pointer (&before_day);
}

static void
add_person (const Writer *self,
            const char   *id,
            const char   *name)
{
  g_autofree char *shown = meso_handout_words_inline (name);

  g_ptr_array_add (self->text->people, meso_text_format (phrase (self, id), "name", shown, NULL));
}

static void
add_people (const Writer *self)
{
  add_person (self, "prepared", self->contents->prepared_by);
  if (self->contents->checked_by[0] != '\0')
    add_person (self, "checked", self->contents->checked_by);
  else
    g_ptr_array_add (self->text->people, g_strdup (phrase (self, "unchecked")));
}

/* What is in it, from which lots and by whom is written once, where two languages share a label: in Latin letters, as on the vials. */
static void
add_text (const Writer   *self,
          MesoLabelSheet *sheet,
          gboolean        whole)
{
  MesoLabelText *text = self->text;

  text->language = g_strdup (self->words->language);
  text->rtl = g_str_equal (text->language, "fa");
  text->contents = g_ptr_array_new_with_free_func (g_free);
  text->lots = g_ptr_array_new_with_free_func (g_free);
  text->people = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sheet->texts, text);
  if (whole)
    {
      add_contents (self);
      add_lots (self);
      add_people (self);
    }
  else
    {
      g_ptr_array_add (text->contents, g_strdup (phrase (self, "scalp")));
    }
  add_times (self);
}

static gboolean
is_persian (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      if (g_unichar_isalpha (g_utf8_get_char (name)))
        return g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_ARABIC;
    }
  return FALSE;
}

/* The name in the first language's script comes first. */
static void
add_names (const Writer   *self,
           MesoLabelSheet *sheet)
{
  const char *names[] = { self->contents->patient_name, self->contents->other_name };
  gboolean swap = names[1][0] != '\0' && is_persian (names[0]) != g_str_equal (self->words->language, "fa");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = names[swap ? G_N_ELEMENTS (names) - 1 - i : i];

      if (name[0] != '\0')
        g_ptr_array_add (sheet->names, meso_handout_words_inline (name));
    }
}

/* What stands once, in the first language. */
static void
fill_head (const Writer   *self,
           MesoLabelSheet *sheet)
{
  const MesoFormulaVersion *version = self->contents->version;
  g_autofree char *name = meso_handout_words_inline (version->name != NULL && version->name[0] != '\0' ? version->name
                                                                                                       : phrase (self, "unnamed"));
  g_autofree char *number = meso_handout_words_count (self->words, version->version);

  sheet->title = g_strdup (phrase (self, "title"));
  add_names (self, sheet);
  sheet->file_number = meso_handout_words_number (self->words, self->contents->file_number);
  sheet->mixture = meso_text_format (phrase (self, "version"), "name", name, "n", number, NULL);
  sheet->volume = show_quantity ((MesoQuantity) { version->check->total_volume_ul, MESO_DIMENSION_VOLUME });
  sheet->part = g_strdup (phrase (self, "part"));
  sheet->watermark = g_strdup (self->contents->demo ? meso_handout_words_phrase (self->words, "paper-demo") : "");
}

/**
 * meso_label_sheet_assemble:
 * @contents: a preparation with all that its label tells
 * @error: return location
 *
 * Who it is for, what is in it, from which lots, when it was mixed and until when it may be used, who made and who checked it.
 * Pure: equal arguments give an equal label.
 *
 * Returns: (transfer full) (nullable): the label, or %NULL with %MESO_CORE_ERROR_INVALID
 */
MesoLabelSheet *
meso_label_sheet_assemble (const MesoLabelContents  *contents,
                           GError                  **error)
{
  g_autoptr (MesoLabelSheet) sheet = g_new0 (MesoLabelSheet, 1);
  gboolean two = contents->languages[0] != NULL && contents->languages[1] != NULL;

  sheet->names = g_ptr_array_new_with_free_func (g_free);
  sheet->texts = g_ptr_array_new_with_free_func (label_text_free);
  for (gsize i = 0; contents->languages[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) untranslated = g_ptr_array_new_with_free_func (g_free);
      MesoHandoutWords words = { contents->protocol, NULL, contents->languages[i], untranslated };
      Writer writer = { contents, &words, NULL };

      if (!meso_handout_words_check_language (words.language, error))
        return NULL;
      if (i == 0)
        fill_head (&writer, sheet);
      writer.text = g_new0 (MesoLabelText, 1);
      add_text (&writer, sheet, !two || g_str_equal (words.language, "en"));
      if (!meso_handout_words_check_translated (&words, "label", error))
        return NULL;
    }
  return g_steal_pointer (&sheet);
}
