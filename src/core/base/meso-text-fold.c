/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text-fold.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

/* Gaps between the words of a query that may be joined: 2 to this power alternatives at most. */
#define JOINED_GAPS_MAX 5

#define TATWEEL 0x0640
#define ZERO_WIDTH_NON_JOINER 0x200C

/* Letters that are one letter to who searches. Pairs of (found, folded). */
static const gunichar letters[][2] = {
  { 0x064A, 0x06CC }, { 0x0649, 0x06CC }, { 0x0626, 0x06CC },                       /* ي ى ئ → ی */
  { 0x0643, 0x06A9 },                                                               /* ك → ک */
  { 0x0629, 0x0647 }, { 0x06C0, 0x0647 }, { 0x06D5, 0x0647 }, { 0x06C1, 0x0647 },   /* ة ۀ ە ہ → ه */
  { 0x0623, 0x0627 }, { 0x0625, 0x0627 }, { 0x0671, 0x0627 }, { 0x0622, 0x0627 },   /* أ إ ٱ آ → ا */
  { 0x0624, 0x0648 },                                                               /* ؤ → و */
};

static const gunichar apostrophes[] = {
  '\'', '`', 0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8,
  0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xFF07
};

static gboolean
is_apostrophe (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (apostrophes); i++)
    if (apostrophes[i] == c)
      return TRUE;

  return FALSE;
}

/* Vowel signs on their own, as old files have them: normalisation would put a space in their place. */
static gboolean
is_isolated_vowel_sign (gunichar c)
{
  return (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4) || (c >= 0xFE70 && c <= 0xFE7F);
}

/* What must be seen to before normalisation takes it away, or makes a space of it. */
static char *
prepare (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *prepared = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ZERO_WIDTH_NON_JOINER)
        g_string_append_c (prepared, ' ');
      else if (!is_apostrophe (c) && !is_isolated_vowel_sign (c))
        g_string_append_unichar (prepared, c);
    }

  return g_string_free (prepared, FALSE);
}

/* Compatibility forms, case, and marks that show nothing (bidi marks among them), all in one pass of ICU's. */
static UChar *
normalise (const char *text,
           int32_t    *length_out)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normaliser = unorm2_getNFKCCasefoldInstance (&status);
  glong length = 0;
  g_autofree gunichar2 *source = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  UChar *result;

  *length_out = unorm2_normalize (normaliser, (const UChar *) source, length, NULL, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE (status))
    g_error ("Text can't be normalised: ICU says %s", u_errorName (status));

  result = g_new (UChar, *length_out + 1);
  status = U_ZERO_ERROR;
  unorm2_normalize (normaliser, (const UChar *) source, length, result, *length_out + 1, &status);
  if (U_FAILURE (status))
    g_error ("Text can't be normalised: ICU says %s", u_errorName (status));

  return result;
}

static const UTransliterator *
get_latin_to_ascii (void)
{
  static UTransliterator *transliterator;

  if (g_once_init_enter_pointer (&transliterator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UTransliterator *opened = utrans_openU (u"Latin-ASCII", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

      if (U_FAILURE (status))
        g_error ("Latin letters can't be folded: ICU says %s", u_errorName (status));
      g_once_init_leave_pointer (&transliterator, opened);
    }

  return transliterator;
}

static char *
transliterate (const UChar *text,
               int32_t      length)
{
  int32_t capacity = length * 2 + 16;

  for (;;)
    {
      g_autofree UChar *buffer = g_new (UChar, capacity);
      UErrorCode status = U_ZERO_ERROR;
      int32_t new_length = length;
      int32_t limit = length;

      memcpy (buffer, text, length * sizeof (UChar));
      utrans_transUChars (get_latin_to_ascii (), buffer, &new_length, capacity, 0, &limit, &status);
      if (U_SUCCESS (status))
        return g_utf16_to_utf8 ((const gunichar2 *) buffer, new_length, NULL, NULL, NULL);
      if (status != U_BUFFER_OVERFLOW_ERROR)
        g_error ("Latin letters can't be folded: ICU says %s", u_errorName (status));

      capacity = MAX (new_length, capacity) * 2;
    }
}

/* ASCII and the Arabic block, which is nearly every name and number of a clinic: Latin-ASCII takes at most marks from them, which
 * fold away in any case. And it is the slowest step by far. */
static gboolean
needs_transliteration (const UChar *text,
                       int32_t      length)
{
  for (int32_t i = 0; i < length; i++)
    if (text[i] >= 0x80 && !(text[i] >= 0x600 && text[i] <= 0x6FF))
      return TRUE;

  return FALSE;
}

static gunichar
fold_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i][0] == c)
      return letters[i][1];

  return c;
}

static char *
end_folded (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

/* Letters and digits stay, what belongs to a letter goes, everything else is a space. */
static void
append_folded (GString  *folded,
               gunichar  c)
{
  if (c == TATWEEL || g_unichar_ismark (c) || is_apostrophe (c))
    return;

  if (g_unichar_isdigit (c))
    g_string_append_c (folded, '0' + (char) g_unichar_digit_value (c));
  else if (g_unichar_isalnum (c))
    g_string_append_unichar (folded, g_unichar_tolower (fold_letter (c)));
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/* Normalising changes nothing of ASCII but its case, and neither does taking marks from it. */
static char *
fold_ascii (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    append_folded (folded, (gunichar) *p);

  return end_folded (folded);
}

/**
 * meso_text_fold:
 * @text: a name, or what is typed to find it; broken UTF-8 is read as far as it goes
 *
 * Folds a text for search: NFKC, case, Persian and Arabic letters that stand for one another,
 * tatweel, vowel signs, bidi marks, all forms of digits, Latin letters with marks (ICU's
 * Latin-ASCII). Apostrophes vanish; every other mark, and ZWNJ, separates words.
 *
 * Returns: (transfer full): lower-case words of letters and ASCII digits, a single space between
 */
char *
meso_text_fold (const char *text)
{
  g_autofree char *prepared = NULL;
  g_autofree UChar *normalised = NULL;
  g_autofree char *latin = NULL;
  GString *folded;
  int32_t length;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  if (g_str_is_ascii (text))
    return fold_ascii (text);
  prepared = prepare (text);
  normalised = normalise (prepared, &length);
  if (needs_transliteration (normalised, length))
    latin = transliterate (normalised, length);
  else
    latin = g_utf16_to_utf8 ((const gunichar2 *) normalised, length, NULL, NULL, NULL);

  folded = g_string_new (NULL);
  for (const char *p = latin; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p));

  return end_folded (folded);
}

/* (transfer full): the words first … last as one, cut to what a word may have */
static char *
join_words (const GPtrArray *words,
            guint            first,
            guint            last)
{
  GString *joined = g_string_new (NULL);
  glong n_chars = 0;

  for (guint i = first; i <= last && n_chars < MESO_TEXT_FOLD_WORD_MAX; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      glong n_word = g_utf8_strlen (word, -1);
      glong n_taken = MIN (n_word, MESO_TEXT_FOLD_WORD_MAX - n_chars);

      g_string_append_len (joined, word, g_utf8_offset_to_pointer (word, n_taken) - word);
      n_chars += n_taken;
    }

  return g_string_free (joined, FALSE);
}

/**
 * meso_text_fold_words:
 * @text: a name, or what is typed to find it
 *
 * Returns: (transfer full) (element-type utf8): the words of meso_text_fold (), each cut to
 *   %MESO_TEXT_FOLD_WORD_MAX characters
 */
GPtrArray *
meso_text_fold_words (const char *text)
{
  g_autofree char *folded = meso_text_fold (text);
  g_auto (GStrv) split = g_strsplit (folded, " ", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; split[i] != NULL; i++)
    {
      glong n_chars = g_utf8_strlen (split[i], -1);

      if (n_chars > 0)
        g_ptr_array_add (words, g_utf8_substring (split[i], 0, MIN (n_chars, MESO_TEXT_FOLD_WORD_MAX)));
    }

  return words;
}

/**
 * meso_text_fold_index:
 * @text: a name as it is stored
 *
 * The words that find a name, for a full text index: see the top of the header.
 *
 * Returns: (transfer full): words with single spaces between; "" when there is none
 */
char *
meso_text_fold_index (const char *text)
{
  g_autoptr (GPtrArray) words = meso_text_fold_words (text);
  GString *index = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (index, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (words, i));

  for (guint i = 0; i + 1 < words->len; i++)
    {
      g_autofree char *joined = join_words (words, i, words->len - 1);

      g_string_append_printf (index, " %s", joined);
    }

  return g_string_free (index, FALSE);
}

/* One alternative: bit i of joined says that there is no gap between the words i and i + 1. */
static GStrv
build_alternative (const GPtrArray *words,
                   guint            joined)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint first = 0;

  for (guint i = 0; i < words->len; i++)
    {
      if (i + 1 < words->len && i < JOINED_GAPS_MAX && (joined & (1u << i)) != 0)
        continue;
      g_strv_builder_take (builder, join_words (words, first, i));
      first = i + 1;
    }

  return g_strv_builder_end (builder);
}

/**
 * meso_text_fold_query:
 * @text: what is typed to find a name
 *
 * The ways to read what was typed: with each of its first gaps left in or taken out, because the
 * name may be stored in one piece. The first alternative is the words as typed.
 *
 * Returns: (transfer full) (element-type GStrv): alternatives; a name matches when all words of
 *   one of them begin a word of its meso_text_fold_index (). Empty when @text has no word
 */
GPtrArray *
meso_text_fold_query (const char *text)
{
  g_autoptr (GPtrArray) words = meso_text_fold_words (text);
  GPtrArray *alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (words->len == 0)
    return alternatives;

  for (guint joined = 0; joined < 1u << MIN (words->len - 1, JOINED_GAPS_MAX); joined++)
    g_ptr_array_add (alternatives, build_alternative (words, joined));

  return alternatives;
}

static const UCollator *
get_collator (void)
{
  static UCollator *collator;

  if (g_once_init_enter_pointer (&collator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *opened = ucol_open ("fa", &status);

      ucol_setAttribute (opened, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
      if (U_FAILURE (status))
        g_error ("Persian sorting can't be opened: ICU says %s", u_errorName (status));
      g_once_init_leave_pointer (&collator, opened);
    }

  return collator;
}

/**
 * meso_text_sort_key:
 * @text: a name; broken UTF-8 is read as far as it goes
 *
 * Returns: (transfer full): the key to sort it by, byte by byte, as Persian does; to be kept with
 *   meso_text_collator_version ()
 */
GBytes *
meso_text_sort_key (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree gunichar2 *source = NULL;
  glong n_source = 0;
  int32_t length;
  guint8 *key;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  source = g_utf8_to_utf16 (valid, -1, NULL, &n_source, NULL);
  length = ucol_getSortKey (get_collator (), (const UChar *) source, n_source, NULL, 0);
  key = g_malloc (length);
  ucol_getSortKey (get_collator (), (const UChar *) source, n_source, key, length);

  return g_bytes_new_take (key, length);
}

/**
 * meso_text_collator_version:
 *
 * Returns: (transfer full): the version of ICU's collation; keys made under another one don't sort together with new ones
 */
char *
meso_text_collator_version (void)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  ucol_getVersion (get_collator (), version);
  u_versionToString (version, text);

  return g_strdup (text);
}
