/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-naming.h"

#include <string.h>

#define FIRST_GENERATION 1970
#define GENERATION_YEARS 10
#define MOST_COMMON 9

/* Of a hundred: how Persian family names are put together; the rest is a name and a place. */
#define COMMON_PERCENT 54
#define ENDING_PERCENT 32
#define PLACE_PERCENT 7

#define ZWNJ "\u200c"

/* Of a thousand people */
static const struct
{
  int share;
  MesoDemoOrigin origin;
} origins[] = {
  { 880, MESO_DEMO_ORIGIN_PERSIAN }, { 40, MESO_DEMO_ORIGIN_AZERI }, { 20, MESO_DEMO_ORIGIN_KURDISH },
  { 25, MESO_DEMO_ORIGIN_AFGHAN }, { 20, MESO_DEMO_ORIGIN_ARAB }, { 8, MESO_DEMO_ORIGIN_ARMENIAN },
  { 7, MESO_DEMO_ORIGIN_EUROPEAN },
};

/* What is heard as one and written in two ways */
static const char *const latin_spellings[][2] = {
  { "Mohammad", "Mohamad" }, { "Hossein", "Hussein" }, { "Mehdi", "Mahdi" }, { "Seyed", "Sayyed" }, { "zadeh", "zade" },
  { "pour", "poor" }, { "nejad", "nezhad" }, { "aei", "ai" }, { "gh", "q" }, { "ou", "oo" }, { "ee", "i" }, { "ss", "s" },
  { "ey", "ei" }, { "ian", "yan" },
};
static const char *const persian_spellings[][2] = {
  { ZWNJ, " " }, { ZWNJ, "" }, { "ئی", "یی" }, { "ایی", "ائی" }, { "الله", "اله" }, { "ی", "ي" }, { "ک", "ك" }, { "آ", "ا" },
};

/**
 * meso_demo_naming_choose_origin:
 * @rand: where chance comes from
 *
 * Returns: where somebody's names come from
 */
MesoDemoOrigin
meso_demo_naming_choose_origin (GRand *rand)
{
  int at = g_rand_int_range (rand, 0, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    if ((at -= origins[i].share) < 0)
      return origins[i].origin;
  return MESO_DEMO_ORIGIN_PERSIAN;
}

static guint
get_generation (int birth_year)
{
  return (guint) CLAMP ((birth_year - FIRST_GENERATION + GENERATION_YEARS) / GENERATION_YEARS, 0, MESO_DEMO_GENERATIONS - 1);
}

/* A name twice as common has four times the weight: the commonest are far ahead, as they are among people. */
static const MesoDemoName *
pick (GRand                  *rand,
      const MesoDemoNameList *list,
      guint                   generation)
{
  for (;;)
    {
      const MesoDemoName *name = &list->names[g_rand_int_range (rand, 0, (gint32) list->n_names)];
      int weight = name->weights[name->weights[1] != '\0' ? generation : 0] - '0';

      if (g_rand_int_range (rand, 0, MOST_COMMON * MOST_COMMON) < weight * weight)
        return name;
    }
}

static void
take (char               *texts[],
      const MesoDemoName *name)
{
  texts[MESO_DEMO_SCRIPT_PERSIAN] = g_strdup (name->persian);
  texts[MESO_DEMO_SCRIPT_LATIN] = g_strdup (name->latin);
}

/* Letters that never join the next one: nothing need keep them apart. */
static gboolean
joins (const char *word)
{
  static const gunichar apart[] = { 0x0627, 0x0622, 0x062f, 0x0630, 0x0631, 0x0632, 0x0698, 0x0648 };
  gunichar last = g_utf8_get_char (g_utf8_prev_char (word + strlen (word)));

  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    if (apart[i] == last)
      return FALSE;
  return TRUE;
}

/* "ian" grows onto its stem; all other endings stand beside it. */
static void
put_together (char               *texts[],
              const MesoDemoName *stem,
              const MesoDemoName *ending)
{
  gboolean grows = g_str_equal (ending->latin, "ian");
  const char *persian_end = grows && g_str_has_suffix (stem->persian, "ی") ? "ان" : ending->persian;
  const char *latin_end = grows && g_str_has_suffix (stem->latin, "i") ? "an" : ending->latin;

  texts[MESO_DEMO_SCRIPT_PERSIAN] = g_strconcat (stem->persian, !grows && joins (stem->persian) ? ZWNJ : "", persian_end, NULL);
  texts[MESO_DEMO_SCRIPT_LATIN] = g_strconcat (stem->latin, latin_end, NULL);
}

static void
name_persian_family (char  *texts[],
                     GRand *rand)
{
  const MesoDemoNameList *common = meso_demo_names_get_families (MESO_DEMO_FAMILY_COMMON);
  const MesoDemoNameList *places = meso_demo_names_get_families (MESO_DEMO_FAMILY_PLACE);
  int dice = g_rand_int_range (rand, 0, 100);
  const MesoDemoName *name;
  const MesoDemoName *behind;

  if (dice < ENDING_PERCENT)
    {
      name = pick (rand, meso_demo_names_get_families (MESO_DEMO_FAMILY_STEM), 0);
      put_together (texts, name, pick (rand, meso_demo_names_get_families (MESO_DEMO_FAMILY_ENDING), 0));
      return;
    }
  name = pick (rand, dice < ENDING_PERCENT + PLACE_PERCENT ? places : common, 0);
  if (dice < ENDING_PERCENT + PLACE_PERCENT + COMMON_PERCENT)
    {
      take (texts, name);
      return;
    }
  behind = pick (rand, places, 0);
  texts[MESO_DEMO_SCRIPT_PERSIAN] = g_strconcat (name->persian, " ", behind->persian, NULL);
  texts[MESO_DEMO_SCRIPT_LATIN] = g_strconcat (name->latin, " ", behind->latin, NULL);
}

/**
 * meso_demo_naming_init:
 * @self: what to fill
 * @rand: where chance comes from
 * @origin: where the names come from
 * @woman: whether a woman's given name is due, or a man's
 * @birth_year: Gregorian; names come and go
 *
 * Finds somebody a name, in both scripts.
 */
void
meso_demo_naming_init (MesoDemoNaming *self,
                       GRand          *rand,
                       MesoDemoOrigin  origin,
                       gboolean        woman,
                       int             birth_year)
{
  const MesoDemoNameSet *set = origin != MESO_DEMO_ORIGIN_PERSIAN ? meso_demo_names_get_set (origin) : NULL;

  self->origin = origin;
  if (set != NULL)
    {
      take (self->given, pick (rand, woman ? &set->women : &set->men, 0));
      take (self->family, pick (rand, &set->families, 0));
      return;
    }
  take (self->given, pick (rand, woman ? meso_demo_names_get_women () : meso_demo_names_get_men (), get_generation (birth_year)));
  name_persian_family (self->family, rand);
}

/**
 * meso_demo_naming_clear:
 * @self: a name
 *
 * Lets go of what it holds.
 */
void
meso_demo_naming_clear (MesoDemoNaming *self)
{
  for (guint i = 0; i < MESO_DEMO_N_SCRIPTS; i++)
    {
      g_clear_pointer (&self->given[i], g_free);
      g_clear_pointer (&self->family[i], g_free);
    }
}

static void
replace_first (char       **text,
               const char  *found,
               const char  *by)
{
  const char *at = strstr (*text, found);
  char *whole;

  if (at == NULL)
    return;
  whole = g_strdup_printf ("%.*s%s%s", (int) (at - *text), *text, by, at + strlen (found));
  g_free (*text);
  *text = whole;
}

/* The first that fits, from anywhere on */
static void
respell (char             **text,
         const char *const  spellings[][2],
         guint              n_spellings,
         guint              from)
{
  for (guint i = 0; i < n_spellings; i++)
    {
      const char *const *pair = spellings[(from + i) % n_spellings];

      if (strstr (*text, pair[0]) != NULL)
        {
          replace_first (text, pair[0], pair[1]);
          return;
        }
    }
}

/**
 * meso_demo_naming_respell:
 * @self: a name
 * @rand: where chance comes from
 *
 * Writes it as somebody else might: another transliteration, another keyboard, a space for what keeps letters apart.
 */
void
meso_demo_naming_respell (MesoDemoNaming *self,
                          GRand          *rand)
{
  guint latin = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (latin_spellings));
  guint persian = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (persian_spellings));
  gboolean family = g_rand_boolean (rand);
  char **texts = family ? self->family : self->given;

  respell (&texts[MESO_DEMO_SCRIPT_LATIN], latin_spellings, G_N_ELEMENTS (latin_spellings), latin);
  respell (&texts[MESO_DEMO_SCRIPT_PERSIAN], persian_spellings, G_N_ELEMENTS (persian_spellings), persian);
}
