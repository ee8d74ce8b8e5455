/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-reading.h"

#include <string.h>

#include "meso-substance.h"
#include "meso-text.h"

#define MAX_ID_LENGTH 64

/* One number with a point, whatever digits and decimal mark it was typed with */
static char *
dup_plain (const char *text)
{
  g_autofree char *trimmed = meso_text_trim (text);
  GString *plain = g_string_new_take (meso_text_ascii_digits (trimmed));

  g_string_replace (plain, "٫", ".", 0);
  g_string_replace (plain, ",", ".", 0);
  return g_string_free_and_steal (plain);
}

gboolean
meso_formulary_read_ph (const char *text,
                        int        *centi)
{
  g_autofree char *plain = dup_plain (text);
  g_auto(GStrv) parts = g_strsplit (plain, ".", 2);
  guint64 whole = 0;
  guint64 rest = 0;
  gsize length = parts[0] != NULL && parts[1] != NULL ? strlen (parts[1]) : 0;

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 0, 14, &whole, NULL))
    return FALSE;
  if (parts[1] != NULL && (length > 2 || !g_ascii_string_to_unsigned (parts[1], 10, 0, 99, &rest, NULL)))
    return FALSE;
  *centi = (int) (whole * 100 + (length == 1 ? rest * 10 : rest));
  return *centi <= 1400;
}

gboolean
meso_formulary_read_hours (const char *text,
                           int        *hours)
{
  g_autofree char *plain = dup_plain (text);
  guint64 value = 0;

  if (!g_ascii_string_to_unsigned (plain, 10, 1, MESO_PRODUCT_MAX_OPENED_LIFE_H, &value, NULL))
    return FALSE;
  *hours = (int) value;
  return TRUE;
}

char *
meso_formulary_read_strength (const char    *text,
                              MesoDimension  dimension)
{
  g_autofree char *trimmed = meso_text_trim (text);
  MesoStrength strength;
  GString *plain;

  if (meso_quantity_is_ambiguous (trimmed) || !meso_strength_parse (trimmed, &strength, NULL) || strength.dimension != dimension)
    return NULL;
  if (g_str_is_ascii (trimmed))
    return g_steal_pointer (&trimmed);
  plain = g_string_new_take (meso_strength_format (strength));
  g_string_replace (plain, "\u00a0", " ", 0);
  return g_string_free_and_steal (plain);
}

/* A list is typed with any of the marks that part one. */
static GStrv
split (const char *text)
{
  GString *plain = g_string_new (text);
  g_autofree char *joined = NULL;

  g_string_replace (plain, "؛", ";", 0);
  g_string_replace (plain, "\n", ";", 0);
  joined = g_string_free_and_steal (plain);
  return g_strsplit (joined, ";", -1);
}

static gboolean
add_once (GPtrArray *list,
          char      *text)
{
  if (text == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (list, text);
  return TRUE;
}

GPtrArray *
meso_formulary_read_strengths (const char    *text,
                               MesoDimension  dimension)
{
  g_autoptr(GPtrArray) strengths = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) parts = split (text);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!meso_text_is_empty (parts[i]) && !add_once (strengths, meso_formulary_read_strength (parts[i], dimension)))
      return NULL;
  return g_steal_pointer (&strengths);
}

/* "Propylene glycol" → "propylene-glycol" */
static char *
make_id (const char *text)
{
  GString *id = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, g_ascii_tolower (*at));
    else if (*at != ' ' && *at != '-')
      {
        g_string_free (id, TRUE);
        return NULL;
      }
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len == 0 || id->len > MAX_ID_LENGTH || id->str[id->len - 1] == '-')
    {
      g_string_free (id, TRUE);
      return NULL;
    }
  return g_string_free_and_steal (id);
}

GPtrArray *
meso_formulary_read_excipients (MesoContext *context,
                                const char  *text)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) substances = meso_substances_list (context);
  g_auto(GStrv) parts = NULL;
  GString *list = g_string_new (text);
  g_autofree char *joined = NULL;

  g_string_replace (list, "،", ";", 0);
  g_string_replace (list, ",", ";", 0);
  joined = g_string_free_and_steal (list);
  parts = split (joined);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = meso_text_trim (parts[i]);
      const MesoSubstance *known = *name != '\0' ? meso_substances_find (substances, name) : NULL;

      if (*name != '\0' && !add_once (ids, known != NULL ? g_strdup (known->id) : make_id (name)))
        return NULL;
    }
  return g_steal_pointer (&ids);
}

GPtrArray *
meso_formulary_read_components (const char *text)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_product_component_free);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], "\t", 3);
      MesoProductComponent *component;

      if (parts[0] == NULL)
        continue;
      component = g_new0 (MesoProductComponent, 1);
      component->ingredient = g_strdup (parts[0]);
      component->strength = g_strdup (parts[1] != NULL ? parts[1] : "");
      component->salt = parts[1] != NULL && parts[2] != NULL && *parts[2] != '\0' ? g_strdup (parts[2]) : NULL;
      g_ptr_array_add (components, component);
    }
  return components;
}
