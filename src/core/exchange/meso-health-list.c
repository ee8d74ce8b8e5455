/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-list.h"

#include <string.h>

#include "meso-import-words.h"
#include "meso-text-fold.h"
#include "meso-text.h"

#define NONE_KNOWN "none known"

enum { WHAT, DETAIL, GRADE, SINCE, INGREDIENT, N_PARTS };

static void
append_part (GString    *list,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ';' || c == '|' || c == '\\' || c == 0x061B)
        g_string_append_c (list, '\\');
      g_string_append_unichar (list, c);
    }
}

static const char *
get_grade (const MesoHealthItem *item)
{
  if (item->kind == MESO_HEALTH_ALLERGY && item->severity != MESO_ALLERGY_SEVERITY_UNKNOWN)
    return meso_allergy_severity_to_string (item->severity);
  if (item->kind == MESO_HEALTH_MEDICINE && item->origin != MESO_MEDICINE_ORIGIN_UNKNOWN)
    return meso_medicine_origin_to_string (item->origin);

  return "";
}

static void
append_item (GString              *list,
             const MesoHealthItem *item)
{
  const char *parts[N_PARTS] = { item->what, item->detail, get_grade (item), item->since, item->ingredient };
  guint n_parts = N_PARTS;

  while (n_parts > 1 && *parts[n_parts - 1] == '\0')
    n_parts--;
  /* The words for "none" alone would read as none. */
  if (n_parts == 1 && meso_import_words_say_none (item->what))
    g_string_append_c (list, ';');
  for (guint i = 0; i < n_parts; i++)
    {
      if (i > 0)
        g_string_append (list, " | ");
      append_part (list, parts[i]);
    }
}

/**
 * meso_health_list_write:
 * @record: a patient's record
 * @kind: allergies, medicines or conditions
 *
 * Returns: (transfer full): the items that hold as one cell; "none known" when somebody asked and there is none, "" when
 *   nobody did
 */
char *
meso_health_list_write (const MesoPatientRecord *record,
                        MesoHealthKind           kind)
{
  g_autoptr (GPtrArray) items = meso_patient_record_list_active (record, kind);
  GString *list = g_string_new (NULL);

  if (items->len == 0 && *meso_patient_asked_of (record->patient, kind) == MESO_ASKED_NONE)
    g_string_append (list, NONE_KNOWN);
  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        g_string_append (list, "; ");
      append_item (list, g_ptr_array_index (items, i));
    }

  return g_string_free (list, FALSE);
}

static gboolean
take_grade (MesoHealthItem *item,
            const char     *text)
{
  if (*text == '\0')
    return TRUE;
  if (item->kind == MESO_HEALTH_ALLERGY)
    return meso_allergy_severity_from_string (text, &item->severity);
  if (item->kind == MESO_HEALTH_MEDICINE)
    return meso_medicine_origin_from_string (text, &item->origin);

  return FALSE;
}

static gboolean
take_item (GString           *parts[N_PARTS],
           guint              n_parts,
           MesoHealthKind     kind,
           MesoPatientRecord *record)
{
  g_autofree char *what = meso_text_trim (parts[WHAT]->str);
  g_autofree char *grade = meso_text_trim (parts[GRADE]->str);
  MesoHealthItem *item;

  if (*what == '\0')
    return n_parts == 1;
  item = meso_health_item_new (kind, what);
  g_ptr_array_add (record->items, item);
  g_set_str (&item->detail, parts[DETAIL]->str);
  g_set_str (&item->since, parts[SINCE]->str);
  g_set_str (&item->ingredient, parts[INGREDIENT]->str);
  meso_health_item_normalise (item);

  return take_grade (item, grade);
}

static void
forget (GString *parts[N_PARTS],
        guint   *n_parts)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_string_truncate (parts[i], 0);
  *n_parts = 1;
}

static gboolean
read_items (const char        *text,
            MesoHealthKind     kind,
            MesoPatientRecord *record,
            GString           *parts[N_PARTS])
{
  guint n_parts = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\\' && p[1] != '\0')
        {
          p++;
          g_string_append_unichar (parts[n_parts - 1], g_utf8_get_char (p));
        }
      else if (c == ';' || c == 0x061B || c == '\n' || c == '\r')
        {
          if (!take_item (parts, n_parts, kind, record))
            return FALSE;
          forget (parts, &n_parts);
        }
      else if (c == '|')
        {
          if (++n_parts > N_PARTS)
            return FALSE;
        }
      else
        {
          g_string_append_unichar (parts[n_parts - 1], c);
        }
    }

  return take_item (parts, n_parts, kind, record);
}

/* "-" and the like stand in a cell that nobody filled in. */
static gboolean
says_nothing (const char *text)
{
  g_autofree char *words = *text != '\0' ? meso_text_fold (text) : NULL;

  return words == NULL || *words == '\0';
}

/**
 * meso_health_list_read:
 * @text: what a cell says, valid UTF-8
 * @kind: allergies, medicines or conditions
 * @record: a record, to which the items are added
 *
 * Reads such a cell. Words for "none" alone, in either language, say that somebody asked.
 *
 * Returns: whether it could be read; some items may have been added otherwise
 */
gboolean
meso_health_list_read (const char        *text,
                       MesoHealthKind     kind,
                       MesoPatientRecord *record)
{
  GString *parts[N_PARTS];
  gboolean read;

  if (says_nothing (text))
    return TRUE;
  if (strchr (text, ';') == NULL && meso_import_words_say_none (text))
    {
      *meso_patient_asked_of (record->patient, kind) = MESO_ASKED_NONE;
      return TRUE;
    }
  for (guint i = 0; i < N_PARTS; i++)
    parts[i] = g_string_new (NULL);
  read = read_items (text, kind, record, parts);
  for (guint i = 0; i < N_PARTS; i++)
    g_string_free (parts[i], TRUE);

  return read;
}
