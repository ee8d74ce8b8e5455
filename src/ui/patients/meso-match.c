/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-match.h"

#include <adwaita.h>
#include <string.h>

#include "meso-match-reading.h"
#include "meso-phone.h"
#include "meso-text-fold.h"

#define BACKGROUND_ALPHA (G_MAXUINT16 / 5)
#define TERMS_MAX 64

/* A term is a folded word, and the digits of it when it may be a part of a number. */
typedef struct
{
  char *word;       /* (nullable): NULL for what can only be a part of a number */
  char *digits;     /* (nullable) */
} Term;

struct _MesoMatch
{
  GArray *terms;    /* of Term */
  GArray *ways;     /* of MesoMatchTerms */
};

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->word);
  g_free (term->digits);
}

/* Bit of a term in the list; 0 when the list is full: then it is simply not marked. */
static MesoMatchTerms
add_term (MesoMatch  *self,
          const char *word,
          const char *digits)
{
  Term term = { g_strdup (word), g_strdup (digits) };

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *known = &g_array_index (self->terms, Term, i);

      if (g_strcmp0 (known->word, word) == 0 && g_strcmp0 (known->digits, digits) == 0)
        {
          term_clear (&term);
          return G_GUINT64_CONSTANT (1) << i;
        }
    }
  if (self->terms->len == TERMS_MAX)
    {
      term_clear (&term);
      return 0;
    }
  g_array_append_val (self->terms, term);
  return G_GUINT64_CONSTANT (1) << (self->terms->len - 1);
}

MesoMatch *
meso_match_new (const char *typed)
{
  MesoMatch *self = g_new0 (MesoMatch, 1);
  g_autoptr(GPtrArray) alternatives = meso_text_fold_query (typed);
  g_autofree char *number = meso_phone_search_part (typed);

  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  self->ways = g_array_new (FALSE, FALSE, sizeof (MesoMatchTerms));
  for (guint i = 0; i < alternatives->len; i++)
    {
      char **words = g_ptr_array_index (alternatives, i);
      MesoMatchTerms way = 0;

      for (guint k = 0; words[k] != NULL; k++)
        {
          g_autofree char *digits = meso_phone_search_part (words[k]);

          way |= add_term (self, words[k], digits);
        }
      g_array_append_val (self->ways, way);
    }
  if (number != NULL)
    {
      MesoMatchTerms way = add_term (self, NULL, number);

      g_array_append_val (self->ways, way);
    }
  return self;
}

void
meso_match_free (MesoMatch *self)
{
  g_array_unref (self->terms);
  g_array_unref (self->ways);
  g_free (self);
}

gboolean
meso_match_is_empty (const MesoMatch *self)
{
  return self->terms->len == 0;
}

/* Where a file number without the zeros in front of it begins. */
static gboolean
is_behind_zeros (const MesoMatchReading *reading,
                 gsize                   at)
{
  while (at > 0 && reading->folded->str[at - 1] == '0')
    {
      at--;
      if (g_array_index (reading->places, MesoMatchPlace, at).begins)
        return TRUE;
    }
  return FALSE;
}

typedef void (*OnFound) (gsize start, gsize end, gpointer data);

static gboolean
find_all (const MesoMatchReading *reading,
          const char             *part,
          gboolean                anywhere,
          gboolean                zeros,
          OnFound                 on_found,
          gpointer                data)
{
  gsize length = strlen (part);
  gboolean found = FALSE;

  for (const char *p = strstr (reading->folded->str, part); p != NULL; p = strstr (p + 1, part))
    {
      gsize at = (gsize) (p - reading->folded->str);
      const MesoMatchPlace *first = &g_array_index (reading->places, MesoMatchPlace, at);
      const MesoMatchPlace *last = &g_array_index (reading->places, MesoMatchPlace, at + length - 1);

      if (!anywhere && !first->begins && !(zeros && is_behind_zeros (reading, at)))
        continue;
      found = TRUE;
      if (on_found != NULL)
        on_found (first->start, last->end, data);
    }
  return found;
}

static MesoMatchTerms
look (const MesoMatch *self,
      MesoMatchTerms   terms,
      const char      *text,
      MesoMatchKind    kind,
      OnFound          on_found,
      gpointer         data)
{
  gboolean has_words = kind != MESO_MATCH_PHONE;
  gboolean has_digits = kind == MESO_MATCH_PHONE || kind == MESO_MATCH_ID;
  g_auto(MesoMatchReading) words = meso_match_reading_words (has_words ? text : "");
  g_auto(MesoMatchReading) number = meso_match_reading_number (has_digits ? text : "", kind == MESO_MATCH_PHONE);
  MesoMatchTerms found = 0;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);
      MesoMatchTerms bit = G_GUINT64_CONSTANT (1) << i;

      if ((terms & bit) == 0)
        continue;
      if (has_words && term->word != NULL && find_all (&words, term->word, FALSE, kind == MESO_MATCH_FILE_NUMBER, on_found, data))
        found |= bit;
      if (has_digits && term->digits != NULL && find_all (&number, term->digits, TRUE, FALSE, on_found, data))
        found |= bit;
    }
  return found;
}

MesoMatchTerms
meso_match_find (const MesoMatch *self,
                 const char      *text,
                 MesoMatchKind    kind)
{
  if (text == NULL || *text == '\0' || meso_match_is_empty (self))
    return 0;
  return look (self, ~G_GUINT64_CONSTANT (0), text, kind, NULL, NULL);
}

gboolean
meso_match_is_whole (const MesoMatch *self,
                     MesoMatchTerms   found)
{
  for (guint i = 0; i < self->ways->len; i++)
    {
      if ((g_array_index (self->ways, MesoMatchTerms, i) & ~found) == 0)
        return TRUE;
    }
  return FALSE;
}

MesoMatchTerms
meso_match_choose (const MesoMatch *self,
                   MesoMatchTerms   found)
{
  MesoMatchTerms chosen = 0;

  for (guint i = 0; i < self->ways->len; i++)
    {
      MesoMatchTerms way = g_array_index (self->ways, MesoMatchTerms, i);

      if ((way & ~found) == 0)
        chosen |= way;
    }
  return chosen != 0 ? chosen : found;
}

/* Only the place is marked, in bold on a tint of the accent colour: the letters keep their own. */
void
meso_match_mark_range (PangoAttrList *list,
                       gsize          start,
                       gsize          end)
{
  g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  PangoAttribute *attributes[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_background_new ((guint16) (accent->red * G_MAXUINT16), (guint16) (accent->green * G_MAXUINT16),
                               (guint16) (accent->blue * G_MAXUINT16)),
    pango_attr_background_alpha_new (BACKGROUND_ALPHA),
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint) start;
      attributes[i]->end_index = (guint) end;
      pango_attr_list_change (list, attributes[i]);
    }
}

typedef struct
{
  PangoAttrList *list;
  gsize offset;
} Marking;

static void
mark_place (gsize    start,
            gsize    end,
            gpointer data)
{
  Marking *marking = data;

  if (end > start)
    meso_match_mark_range (marking->list, marking->offset + start, marking->offset + end);
}

gboolean
meso_match_mark (const MesoMatch *self,
                 MesoMatchTerms   terms,
                 const char      *text,
                 MesoMatchKind    kind,
                 PangoAttrList   *list,
                 gsize            offset)
{
  Marking marking = { list, offset };

  return terms != 0 && text != NULL && look (self, terms, text, kind, mark_place, &marking) != 0;
}

static void
keep_first (gsize    start,
            gsize    end,
            gpointer data)
{
  gssize *first = data;

  if (*first < 0 || (gssize) start < *first)
    *first = (gssize) start;
}

gssize
meso_match_locate (const MesoMatch *self,
                   MesoMatchTerms   terms,
                   const char      *text,
                   MesoMatchKind    kind)
{
  gssize first = -1;

  if (text != NULL)
    look (self, terms, text, kind, keep_first, &first);
  return first;
}
