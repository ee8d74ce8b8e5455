/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stop-reader.h"

/* Regular expressions of one language.
 * denied: what says not to stop, and is taken out before anything else is looked for
 * stops: what tells to stop
 * other: what may be left out, since it is no medicine of the patient's
 * prescribed: names a medicine that only a physician stops
 * maybe: names what may be either
 * own: says that it was the patient's own choice
 * goes_on: says that it is continued */
typedef struct
{
  const char *language;
  const char *denied;
  const char *stops;
  const char *other;
  const char *prescribed;
  const char *maybe;
  const char *own;
  const char *goes_on;
} Reader;

static const Reader readers[] = {
  {
    "en",
    "\\b(?:never|not|nobody|without)\\s+(?:stop|paus|skip|interrupt|leav)\\w*(?:\\s+out)?",
    "\\b(?:stop|pause|discontinue|interrupt|omit|skip|withhold|quit)\\b|\\b(?:is|are|be|been)\\s+(?:stopped|paused|omitted|left out)\\b|"
    "\\bleav(?:e|ing)\\s+(?:\\w+\\s+){0,3}out\\b|\\btake\\s+no\\b|\\b(?:not|never|no longer)\\s+take\\b|\\bdo without\\b",
    "\\bingredient\\b|\\bformula\\b|\\blotion\\b|\\bbleeding\\b|\\bquestion\\b|\\bSkip it while\\b",
    "\\bwarfarin|\\bheparin|\\bapixaban|\\brivaroxaban|\\bdabigatran|\\bclopidogrel|\\bticagrelor|\\banticoagulant|"
    "\\bprescri|\\bdoctor|\\bphysician",
    "\\baspirin|\\bibuprofen|\\bpainkiller|\\bomega-3|\\bvitamin E\\b|\\bginkgo|\\bgarlic|\\bblood thinner|\\bthins the blood|"
    "\\bmedicine|\\btablet|\\bdrug",
    "\\bown choice\\b|\\bon your own\\b|\\bself-chosen\\b",
    "\\bgo(?:es)? on\\b|\\bcontinued\\b|\\bkeep taking\\b|\\bnot stopped\\b",
  },
  {
    "fa",
    "(?:قطع|متوقف)\\s+(?:نکن|نمی|نشود)\\w*",
    "(?:قطع|متوقف)\\s+(?:کن|شود|می|گرد)|کنار\\s+(?:بگذار|گذاشته)|(?:مصرف|استفاده)\\s+نکن|نخور(?:ید|د)(?!\\w)|جا\\s+بیندازید",
    "این ماده|فرمول|محلول|خون‌ریزی|این پرسش|دوره",
    "وارفارین|هپارین|آپیکسابان|ریواروکسابان|دابیگاتران|کلوپیدوگرل|تیکاگرلور|ضدانعقاد|نسخه|تجویز|پزشک",
    "آسپرین|ایبوپروفن|مسکن|امگا|ویتامین|جینکو|سیر(?!\\w)|رقیق|دارو|قرص",
    "خودسرانه|به انتخاب خود",
    "ادامه\\s+(?:می|دهید)|قطع نمی‌شود",
  },
};

static const Reader *
find_reader (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (g_str_equal (readers[i].language, language))
        return &readers[i];
    }
  g_assert_not_reached ();
}

static gboolean
says (const char *text,
      const char *pattern)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

static gboolean
is_fault (const Reader *reader,
          const char   *sentence,
          gboolean      text_is_own,
          StopSubject   subject)
{
  g_autoptr(GRegex) denied = g_regex_new (reader->denied, G_REGEX_CASELESS, 0, NULL);
  g_autofree char *told = g_regex_replace_literal (denied, sentence, -1, 0, "…", 0, NULL);

  if (!says (told, reader->stops) || says (told, reader->other))
    return FALSE;
  if (subject == STOP_SUBJECT_PRESCRIBED || says (told, reader->prescribed))
    return TRUE;
  if (subject == STOP_SUBJECT_OWN)
    return !text_is_own && !says (told, reader->own);
  return says (told, reader->maybe) && !says (told, reader->own);
}

char *
stop_reader_find (const char  *text,
                  const char  *language,
                  StopSubject  subject)
{
  const Reader *reader = find_reader (language);
  g_auto(GStrv) sentences = g_regex_split_simple ("(?<=[.!?؟؛;])\\s+|\\n+", text, 0, 0);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      if (is_fault (reader, sentences[i], says (text, reader->own), subject))
        return g_strdup (sentences[i]);
    }
  return NULL;
}

gboolean
stop_reader_says_go_on (const char *text,
                        const char *language)
{
  return says (text, find_reader (language)->goes_on);
}
