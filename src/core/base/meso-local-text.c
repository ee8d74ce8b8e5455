/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-local-text.h"

#include <string.h>

#include "meso-text.h"

#define SOURCE_LANGUAGE "en"

struct _MesoLocalText
{
  char *english;
  GHashTable *translations;   /* language → text; NULL until there is one */
  MesoLocalText *template;    /* (nullable): what it was before numbers were put in */
};

static void
clear (gpointer data)
{
  MesoLocalText *self = data;

  g_free (self->english);
  g_clear_pointer (&self->translations, g_hash_table_unref);
  g_clear_pointer (&self->template, meso_local_text_unref);
}

/**
 * meso_local_text_new:
 * @english: the text in the source language
 *
 * Returns: (transfer full): a text that has English only, so far
 */
MesoLocalText *
meso_local_text_new (const char *english)
{
  MesoLocalText *self;

  g_return_val_if_fail (english != NULL, NULL);

  self = g_atomic_rc_box_new0 (MesoLocalText);
  self->english = g_strdup (english);

  return self;
}

/**
 * meso_local_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
MesoLocalText *
meso_local_text_ref (MesoLocalText *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * meso_local_text_unref:
 * @self: (transfer full): a text
 */
void
meso_local_text_unref (MesoLocalText *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * meso_local_text_add:
 * @self: a text that nobody else holds yet
 * @language: language code such as "fa"; not the source language
 * @text: the translation
 *
 * Adds a translation. Only while the text is being built: afterwards it is shared between
 * threads and doesn't change.
 */
void
meso_local_text_add (MesoLocalText *self,
                     const char    *language,
                     const char    *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (language != NULL && strcmp (language, SOURCE_LANGUAGE) != 0);

  if (self->translations == NULL)
    self->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_replace (self->translations, g_strdup (language), g_strdup (text));
}

/* The source language has another word beside a one: "in the last day", "for 1 day". */
static void
fill_singular (GString    *text,
               const char *token)
{
  g_autofree char *last = g_strdup_printf ("last %s days", token);
  g_autofree char *several = g_strdup_printf ("%s days", token);

  g_string_replace (text, last, "last day", 0);
  g_string_replace (text, several, "1 day", 0);
}

static char *
fill (const char *text,
      const char *language,
      const char *name,
      int         number)
{
  g_autofree char *token = g_strdup_printf ("{%s}", name);
  g_autofree char *ascii = g_strdup_printf ("%d", number);
  g_autofree char *digits = meso_text_localise_digits (ascii, language);
  g_autoptr (GString) filled = g_string_new (text);

  if (number == 1 && g_str_equal (language, SOURCE_LANGUAGE))
    fill_singular (filled, token);
  g_string_replace (filled, token, digits, 0);

  return g_strdup (filled->str);
}

static MesoLocalText *
copy (const MesoLocalText *self)
{
  MesoLocalText *twin = meso_local_text_new (self->english);
  GHashTableIter iter;
  gpointer language;
  gpointer text;

  if (self->translations == NULL)
    return twin;

  g_hash_table_iter_init (&iter, self->translations);
  while (g_hash_table_iter_next (&iter, &language, &text))
    meso_local_text_add (twin, language, text);

  return twin;
}

/**
 * meso_local_text_fill:
 * @self: a text that nobody else holds yet
 * @name: what stands in braces where the number belongs
 * @number: a number
 *
 * Puts @number in its place in every language, in the digits that the language writes; "{name} days" is "1 day" for a one. Only while the text is being built.
 */
void
meso_local_text_fill (MesoLocalText *self,
                      const char    *name,
                      int            number)
{
  GHashTableIter iter;
  gpointer language;
  gpointer text;
  char *english;

  g_return_if_fail (self != NULL && name != NULL);

  if (self->template == NULL)
    self->template = copy (self);
  english = fill (self->english, SOURCE_LANGUAGE, name, number);
  g_free (self->english);
  self->english = english;
  if (self->translations == NULL)
    return;

  g_hash_table_iter_init (&iter, self->translations);
  while (g_hash_table_iter_next (&iter, &language, &text))
    g_hash_table_iter_replace (&iter, fill (text, language, name, number));
}

/**
 * meso_local_text_get_template:
 * @self: (nullable): a text
 *
 * Returns: (transfer none) (nullable): the words as they were written, before numbers were put in
 */
const MesoLocalText *
meso_local_text_get_template (const MesoLocalText *self)
{
  return self != NULL && self->template != NULL ? self->template : self;
}

/**
 * meso_local_text_get:
 * @self: (nullable): a text
 * @language: (nullable): language code
 *
 * Returns: (transfer none): the text in @language, else in English; "" when @self is %NULL
 */
const char *
meso_local_text_get (const MesoLocalText *self,
                     const char          *language)
{
  const char *text = NULL;

  if (self == NULL)
    return "";

  if (self->translations != NULL && language != NULL)
    text = g_hash_table_lookup (self->translations, language);

  return text != NULL ? text : self->english;
}

/**
 * meso_local_text_has:
 * @self: (nullable): a text
 * @language: language code
 *
 * Returns: whether the text exists in just this language
 */
gboolean
meso_local_text_has (const MesoLocalText *self,
                     const char          *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  if (self == NULL)
    return FALSE;
  if (strcmp (language, SOURCE_LANGUAGE) == 0)
    return TRUE;

  return self->translations != NULL && g_hash_table_contains (self->translations, language);
}

/**
 * meso_local_text_list:
 * @self: (nullable): a text
 *
 * Returns: (transfer container) (element-type utf8): the text in each language that it has, English first, the others in the
 *   order of their codes; empty when @self is %NULL. The texts live as long as @self
 */
GPtrArray *
meso_local_text_list (const MesoLocalText *self)
{
  GPtrArray *texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) languages = NULL;

  if (self == NULL)
    return texts;

  g_ptr_array_add (texts, self->english);
  if (self->translations == NULL)
    return texts;

  languages = g_hash_table_get_keys_as_ptr_array (self->translations);
  g_ptr_array_sort_values (languages, (GCompareFunc) strcmp);
  for (guint i = 0; i < languages->len; i++)
    g_ptr_array_add (texts, g_hash_table_lookup (self->translations, languages->pdata[i]));

  return texts;
}

/**
 * meso_local_text_equal:
 * @self: (nullable): a text
 * @other: (nullable): another
 *
 * Returns: whether they say the same in the same order of languages
 */
gboolean
meso_local_text_equal (const MesoLocalText *self,
                       const MesoLocalText *other)
{
  g_autoptr (GPtrArray) ours = meso_local_text_list (self);
  g_autoptr (GPtrArray) theirs = meso_local_text_list (other);

  if (ours->len != theirs->len)
    return FALSE;
  for (guint i = 0; i < ours->len; i++)
    if (strcmp (g_ptr_array_index (ours, i), g_ptr_array_index (theirs, i)) != 0)
      return FALSE;

  return TRUE;
}
