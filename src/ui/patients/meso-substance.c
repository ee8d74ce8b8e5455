/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-substance.h"

#include <string.h>

#include "meso-text-fold.h"

static void
substance_free (gpointer data)
{
  MesoSubstance *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->keys);
  g_free (self);
}

static gboolean
has_id (gconstpointer substance,
        gconstpointer id)
{
  return g_str_equal (((const MesoSubstance *) substance)->id, id);
}

/* text (nullable): an excipient that the content has no words for is called by its id */
static void
add (GPtrArray           *substances,
     MesoContext         *context,
     const char          *id,
     const MesoLocalText *text)
{
  static const char *const languages[] = { "en", "fa" };
  MesoSubstance *self;
  g_autofree char *plain = g_strdelimit (g_strdup (id), "-", ' ');
  g_autofree char *folded_id = meso_text_fold (plain);
  g_autoptr(GString) keys = g_string_new (folded_id);

  if (g_ptr_array_find_with_equal_func (substances, id, has_id, NULL))
    return;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *folded = meso_text_fold (meso_local_text_get (text, languages[i]));

      g_string_append_printf (keys, "\n%s", folded);
    }
  self = g_new0 (MesoSubstance, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (text != NULL ? meso_local_text_get (text, meso_context_get_language (context)) : plain);
  self->keys = g_string_free_and_steal (g_steal_pointer (&keys));
  g_ptr_array_add (substances, self);
}

/* (nullable): what the content calls an excipient that isn't an ingredient itself */
static const MesoLocalText *
find_words (MesoContext *context,
            const char  *id)
{
  const GPtrArray *entries = meso_protocol_get_lists (meso_context_get_protocol (context));
  g_autofree char *entry_id = g_strconcat ("excipient-", id, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->id, entry_id))
        return entry->text;
    }
  return NULL;
}

static void
add_excipients (GPtrArray       *substances,
                MesoContext     *context,
                const GPtrArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add (substances, context, g_ptr_array_index (ids, i), find_words (context, g_ptr_array_index (ids, i)));
}

GPtrArray *
meso_substances_list (MesoContext *context)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  const GPtrArray *products = meso_protocol_get_products (protocol);
  GPtrArray *substances = g_ptr_array_new_with_free_func (substance_free);

  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

      add (substances, context, ingredient->id, ingredient->name);
    }
  for (guint i = 0; i < ingredients->len; i++)
    add_excipients (substances, context, ((const MesoIngredient *) g_ptr_array_index (ingredients, i))->excipients);
  for (guint i = 0; i < products->len; i++)
    add_excipients (substances, context, ((const MesoProduct *) g_ptr_array_index (products, i))->excipients);
  return substances;
}

GPtrArray *
meso_substances_list_stocked (MesoContext *context)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  const GPtrArray *products = meso_protocol_get_products (protocol);
  GPtrArray *substances = g_ptr_array_new_with_free_func (substance_free);

  for (guint i = 0; i < products->len; i++)
    {
      const MesoProduct *product = g_ptr_array_index (products, i);

      add (substances, context, product->id, product->name);
    }
  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

      add (substances, context, ingredient->id, ingredient->name);
    }
  return substances;
}

const MesoSubstance *
meso_substances_find (const GPtrArray *substances,
                      const char      *text)
{
  g_autofree char *folded = meso_text_fold (text);

  for (guint i = 0; *folded != '\0' && i < substances->len; i++)
    {
      const MesoSubstance *substance = g_ptr_array_index (substances, i);
      g_auto(GStrv) keys = g_strsplit (substance->keys, "\n", -1);

      if (g_strv_contains ((const char *const *) keys, folded))
        return substance;
    }
  return NULL;
}

/* At the beginning of a key or of one of its words. */
static gboolean
begins_a_word (const char *keys,
               const char *folded)
{
  for (const char *hit = strstr (keys, folded); hit != NULL; hit = strstr (hit + 1, folded))
    {
      if (hit == keys || hit[-1] == ' ' || hit[-1] == '\n')
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
meso_substances_search (const GPtrArray *substances,
                        const char      *text,
                        guint            max)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = meso_text_fold (text);

  for (guint i = 0; *folded != '\0' && i < substances->len && found->len < max; i++)
    {
      MesoSubstance *substance = g_ptr_array_index (substances, i);

      if (begins_a_word (substance->keys, folded))
        g_ptr_array_add (found, substance);
    }
  return found;
}
