/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include <string.h>

#define MAX_LANGUAGE_LENGTH 8

/* White space as gettext's extraction leaves it, so that a text read here is the one that was translated:
 * runs of it become one space, and none stands at the ends. A no-break space is a character like any other. */
static char *
collapse (const char *text)
{
  GString *collapsed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!strchr (" \t\r\n", *p))
        g_string_append_c (collapsed, *p);
      else if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] != ' ')
        g_string_append_c (collapsed, ' ');
    }

  if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] == ' ')
    g_string_truncate (collapsed, collapsed->len - 1);

  return g_string_free_and_steal (collapsed);
}

static gboolean
is_name_letter (char     letter,
                gboolean days)
{
  return g_ascii_isalnum (letter) || letter == '-' || letter == '_' || (days && letter == '/');
}

/* (transfer full) (nullable): the set of `{names}` in @text, `{days:RULE}` among them; %NULL when a brace stands alone. */
static GHashTable *
collect_placeholders (const char *text)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = text; (p = strpbrk (p, "{}")) != NULL;)
    {
      const char *start = p + 1;
      gboolean days = g_str_has_prefix (start, MESO_PROTOCOL_DAYS);
      const char *word = start + (days ? strlen (MESO_PROTOCOL_DAYS) : 0);
      const char *end = word;

      while (is_name_letter (*end, days))
        end++;
      if (*p == '}' || end == word || *end != '}')
        return NULL;

      g_hash_table_add (names, g_strndup (start, end - start));
      p = end + 1;
    }

  return g_steal_pointer (&names);
}

/* (nullable): a name that @names has and @others lacks */
static const char *
find_lacking (GHashTable *names,
              GHashTable *others)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (others, name))
      return name;

  return NULL;
}

/* An isolate that isn't closed turns the rest of the line around, numbers and all. */
static gboolean
isolates_balance (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0' && depth >= 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069)
        depth--;
    }

  return depth == 0;
}

/* What is open to the eye could be another text than what is stored and judged by: nothing that ships needs one. */
static gboolean
holds_override (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x202A && c <= 0x202E)
        return TRUE;
    }

  return FALSE;
}

static void
check_against_english (MesoProtocolReader   *self,
                       const MesoXmlElement *element,
                       const char           *english,
                       const char           *translation)
{
  g_autoptr (GHashTable) ours = collect_placeholders (english);
  g_autoptr (GHashTable) theirs = collect_placeholders (translation);
  const char *name;

  if (!ours || !theirs)
    return;

  if ((name = find_lacking (ours, theirs)) != NULL)
    meso_protocol_reader_fault (self, element, "the translation lacks {%s}, which the English text has", name);
  if ((name = find_lacking (theirs, ours)) != NULL)
    meso_protocol_reader_fault (self, element, "the translation has {%s}, which the English text lacks", name);
}

static void
check_words (MesoProtocolReader   *self,
             const MesoXmlElement *element,
             const char           *text)
{
  g_autoptr (GHashTable) placeholders = collect_placeholders (text);

  if (!placeholders)
    meso_protocol_reader_fault (self, element, "a brace in <%s> is not part of a {name}", element->name);
  if (!isolates_balance (text))
    meso_protocol_reader_fault (self, element, "<%s> opens a direction isolate (U+2066 to U+2068) that it doesn't "
                                "close, or closes one that it hasn't opened (U+2069)", element->name);
  if (holds_override (text))
    meso_protocol_reader_fault (self, element, "<%s> holds an invisible mark that turns the writing around (U+202A to U+202E); "
                                "isolates (U+2066 to U+2069) do without", element->name);
}

static gboolean
is_language (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_@");

  return length >= 2 && length <= MAX_LANGUAGE_LENGTH && text[length] == '\0';
}

/* What a rule's days are is known only when the clinic's document has been laid over it. */
static void
remember_days (MesoProtocolReader   *self,
               const MesoXmlElement *element,
               MesoLocalText        *text)
{
  const char *english = meso_local_text_get (text, "en");
  g_autoptr (GHashTable) names = collect_placeholders (english);

  if (!names || !strstr (english, "{" MESO_PROTOCOL_DAYS))
    return;

  meso_protocol_reader_remember (self, text, element);
  g_ptr_array_add (self->texts_with_days, meso_local_text_ref (text));
}

/* Adds one language of a text; the English one comes first, as msgfmt writes them. */
static void
add_language (MesoProtocolReader    *self,
              const MesoXmlElement  *element,
              MesoLocalText        **text)
{
  const char *attribute = meso_xml_element_get (element, "xml:lang");
  const char *language = attribute ? attribute : "en";
  g_autofree char *words = collapse (element->text->str);

  meso_protocol_reader_shape (self, element, "xml:lang note context", NULL);
  if (!is_language (language))
    meso_protocol_reader_fault (self, element, "“%s” isn't the code of a language, such as “fa”", language);
  else if (*words == '\0')
    meso_protocol_reader_fault (self, element, "<%s> is empty", element->name);
  else if (g_str_equal (language, "en"))
    {
      check_words (self, element, words);
      if (*text)
        meso_protocol_reader_fault (self, element, "<%s> stands twice in English", element->name);
      else
        {
          *text = meso_local_text_new (words);
          remember_days (self, element, *text);
        }
    }
  else if (!*text)
    meso_protocol_reader_fault (self, element, "<%s> in “%s” has no English text before it", element->name, language);
  else if (meso_local_text_has (*text, language))
    meso_protocol_reader_fault (self, element, "<%s> stands twice in “%s”", element->name, language);
  else
    {
      check_words (self, element, words);
      check_against_english (self, element, meso_local_text_get (*text, "en"), words);
      meso_local_text_add (*text, language, words);
    }
}

/**
 * meso_protocol_reader_text:
 * @self: a reader
 * @element: an element
 * @name: name of the element inside it that holds the text, once a language
 * @required: whether it must be there
 *
 * Reads a text in all its languages. Translations must have the same `{placeholders}` as the English text: a
 * sheet that silently leaves out a date or a dose is a danger. `{days:RULE}` is filled once everything has been read.
 *
 * Returns: (transfer full) (nullable): the text; %NULL without one
 */
MesoLocalText *
meso_protocol_reader_text (MesoProtocolReader   *self,
                           const MesoXmlElement *element,
                           const char           *name,
                           gboolean              required)
{
  MesoLocalText *text = NULL;
  gboolean seen = FALSE;

  for (guint i = 0; i < element->children->len; i++)
    {
      const MesoXmlElement *child = g_ptr_array_index (element->children, i);

      if (!g_str_equal (child->name, name))
        continue;
      seen = TRUE;
      add_language (self, child, &text);
    }

  if (required && !seen)
    meso_protocol_reader_fault (self, element, "<%s> needs the element <%s>", element->name, name);

  return text;
}
