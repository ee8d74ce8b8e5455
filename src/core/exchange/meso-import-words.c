/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-words.h"

#include <string.h>

#include "meso-text-fold.h"
#include "meso-text.h"

typedef struct
{
  const char *words;      /* folded, joined, a space between */
  int value;
} Meaning;

static const Meaning sexes[] = {
  { "female f woman w girl زن مونث خانم دختر ز", MESO_SEX_FEMALE },
  { "male m man boy مرد مذکر اقا پسر", MESO_SEX_MALE },
  { "other o دیگر سایر", MESO_SEX_OTHER },
  { "unknown u notknown نامشخص نامعلوم", MESO_SEX_UNKNOWN },
};

static const Meaning yes_no[] = {
  { "yes y true 1 بله بلی اری", TRUE },
  { "no n false 0 خیر نه", FALSE },
};

static const Meaning languages[] = {
  { "en eng english انگلیسی", 0 },
  { "fa fas per persian farsi فارسی", 1 },
};

static const Meaning nothing[] = {
  { "none noneknown no nil nka nkda noknownallergies noallergies ندارد هیچ نداشته بدون خیر", TRUE },
};

static const char *const language_codes[] = { "en", "fa" };

static char *
join_words (const char *text)
{
  g_autofree char *folded = meso_text_fold (text);
  GString *joined = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (joined, *p);

  return g_string_free (joined, FALSE);
}

static gboolean
look_up (const Meaning *meanings,
         gsize          n_meanings,
         const char    *text,
         int           *value_out)
{
  g_autofree char *word = NULL;

  /* The words of our own export don't have to be folded. */
  for (gsize i = 0; i < n_meanings; i++)
    {
      if (*text != '\0' && meso_text_holds_word (meanings[i].words, text))
        {
          *value_out = meanings[i].value;
          return TRUE;
        }
    }
  word = join_words (text);
  for (gsize i = 0; *word != '\0' && i < n_meanings; i++)
    {
      if (meso_text_holds_word (meanings[i].words, word))
        {
          *value_out = meanings[i].value;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * meso_import_words_read_sex:
 * @text: what a cell says, valid UTF-8
 * @sex_out: (out): the sex
 *
 * Returns: whether the word is known
 */
gboolean
meso_import_words_read_sex (const char *text,
                            MesoSex    *sex_out)
{
  int value;

  if (!look_up (sexes, G_N_ELEMENTS (sexes), text, &value))
    return FALSE;
  *sex_out = (MesoSex) value;

  return TRUE;
}

/**
 * meso_import_words_read_yes_no:
 * @text: what a cell says, valid UTF-8
 * @yes_out: (out): whether it says yes
 *
 * Returns: whether the word is known
 */
gboolean
meso_import_words_read_yes_no (const char *text,
                               gboolean   *yes_out)
{
  return look_up (yes_no, G_N_ELEMENTS (yes_no), text, yes_out);
}

/**
 * meso_import_words_read_language:
 * @text: what a cell says, valid UTF-8
 * @language_out: (out) (transfer none): "en" or "fa"
 *
 * Returns: whether the word is known
 */
gboolean
meso_import_words_read_language (const char  *text,
                                 const char **language_out)
{
  int value;

  if (!look_up (languages, G_N_ELEMENTS (languages), text, &value))
    return FALSE;
  *language_out = language_codes[value];

  return TRUE;
}

/* Capital letters and signs: "a pos", "A +" and "A+" are one; right to left the sign is often typed in front. */
static char *
tidy_blood_group (const char *text)
{
  g_autofree char *upper = g_utf8_strup (text, -1);
  GString *letters = g_string_new (NULL);
  char sign = '\0';

  for (const char *p = upper; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '+')
        sign = '+';
      else if (c == '-' || c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013)
        sign = '-';
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (letters, (char) c);
    }
  for (guint i = 0; i < 4; i++)
    {
      static const char *const endings[] = { "POSITIVE", "POS", "NEGATIVE", "NEG" };

      if (g_str_has_suffix (letters->str, endings[i]))
        {
          g_string_truncate (letters, letters->len - strlen (endings[i]));
          sign = i < 2 ? '+' : '-';
        }
    }
  g_string_replace (letters, "RH", "", 1);
  if (sign != '\0')
    g_string_append_c (letters, sign);

  return g_string_free (letters, FALSE);
}

/**
 * meso_import_words_read_blood_group:
 * @text: what a cell says, valid UTF-8
 * @group_out: (out) (transfer none): one of meso_blood_groups ()
 *
 * Returns: whether it is a blood group, with its rhesus factor
 */
gboolean
meso_import_words_read_blood_group (const char  *text,
                                    const char **group_out)
{
  g_autofree char *tidied = tidy_blood_group (text);

  for (const char *const *group = meso_blood_groups (); *group != NULL; group++)
    {
      if (g_str_equal (tidied, *group))
        {
          *group_out = *group;
          return TRUE;
        }
    }

  return FALSE;
}

/* Digits in ASCII, one decimal mark, and nothing of a unit. */
static char *
tidy_number (const char *text,
             const char *unit)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *lower = g_ascii_strdown (ascii, -1);
  g_autofree char *trimmed = meso_text_trim (lower);

  if (g_str_has_suffix (trimmed, unit))
    trimmed[strlen (trimmed) - strlen (unit)] = '\0';

  return meso_text_trim (trimmed);
}

/**
 * meso_import_words_read_weight:
 * @text: kilograms: "61", "61.5", «۶۱٫۵», "61 kg"
 * @weight_g_out: (out): whole grams
 *
 * A comma is refused: it may stand for thousands.
 *
 * Returns: whether it is a weight that a person can have
 */
gboolean
meso_import_words_read_weight (const char *text,
                               gint64     *weight_g_out)
{
  g_autofree char *number = tidy_number (text, "kg");
  gsize whole = strspn (number, "0123456789");
  const char *rest = number + whole;
  gint64 grams;
  gint64 unit = 100;

  if (whole == 0 || whole > 3)
    return FALSE;
  grams = g_ascii_strtoll (number, NULL, 10) * 1000;
  if (*rest == '.' || g_str_has_prefix (rest, "٫"))
    {
      rest += *rest == '.' ? 1 : strlen ("٫");
      if (*rest == '\0')
        return FALSE;
      for (; g_ascii_isdigit (*rest) && unit > 0; rest++, unit /= 10)
        grams += g_ascii_digit_value (*rest) * unit;
    }
  if (*rest != '\0' || grams < MESO_PATIENT_WEIGHT_MIN_G || grams > MESO_PATIENT_WEIGHT_MAX_G)
    return FALSE;
  *weight_g_out = grams;

  return TRUE;
}

/**
 * meso_import_words_read_age:
 * @text: whole years, any digit form
 * @age_out: (out): the age
 *
 * Returns: whether it is an age that a person can have
 */
gboolean
meso_import_words_read_age (const char *text,
                            int        *age_out)
{
  g_autofree char *number = tidy_number (text, "سال");
  gsize n_digits = strspn (number, "0123456789");
  gint64 age;

  if (n_digits == 0 || n_digits > 3 || number[n_digits] != '\0')
    return FALSE;
  age = g_ascii_strtoll (number, NULL, 10);
  if (age > MESO_PATIENT_AGE_MAX)
    return FALSE;
  *age_out = (int) age;

  return TRUE;
}

/**
 * meso_import_words_say_none:
 * @text: what a list says, valid UTF-8
 *
 * Returns: whether it says that there is none, as "none known" or «ندارد» do; an empty cell says nothing
 */
gboolean
meso_import_words_say_none (const char *text)
{
  int none;

  return look_up (nothing, G_N_ELEMENTS (nothing), text, &none);
}
