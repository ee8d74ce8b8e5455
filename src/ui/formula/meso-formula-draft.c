/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-draft.h"

#include <string.h>

#include "meso-draft-json.h"

MesoFormulaDraft *
meso_formula_draft_new (void)
{
  MesoFormulaDraft *self = g_new0 (MesoFormulaDraft, 1);

  self->name = g_strdup ("");
  self->formula = meso_formula_new ();
  self->points = g_strdup ("");
  self->weight = g_strdup ("");
  self->allergies = g_ptr_array_new_with_free_func (g_free);
  return self;
}

MesoFormulaDraft *
meso_formula_draft_copy (const MesoFormulaDraft *self)
{
  MesoFormulaDraft *copy = g_new0 (MesoFormulaDraft, 1);

  copy->formula_id = g_strdup (self->formula_id);
  copy->base_version = self->base_version;
  copy->name = g_strdup (self->name);
  copy->formula = meso_formula_copy (self->formula);
  copy->points = g_strdup (self->points);
  copy->weight = g_strdup (self->weight);
  copy->allergies_said = self->allergies_said;
  copy->allergies = g_ptr_array_copy (self->allergies, (GCopyFunc) (GCallback) g_strdup, NULL);
  g_ptr_array_set_free_func (copy->allergies, g_free);
  return copy;
}

void
meso_formula_draft_free (MesoFormulaDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->formula_id);
  g_free (self->name);
  meso_formula_free (self->formula);
  g_free (self->points);
  g_free (self->weight);
  g_ptr_array_unref (self->allergies);
  g_free (self);
}

gboolean
meso_formula_draft_equal (const MesoFormulaDraft *self,
                          const MesoFormulaDraft *other)
{
  /* Its JSON holds all there is to it. */
  g_autofree char *one = meso_formula_draft_to_json (self);
  g_autofree char *two = meso_formula_draft_to_json (other);

  return strcmp (one, two) == 0;
}

char **
meso_formula_draft_get_place (MesoFormulaDraft *draft,
                              MesoFormulaField  field)
{
  switch (field)
    {
    case MESO_FORMULA_FIELD_TO_VOLUME:
      return &draft->formula->to_volume;
    case MESO_FORMULA_FIELD_POINTS:
      return &draft->points;
    case MESO_FORMULA_FIELD_PER_POINT:
      return &draft->formula->volume_per_point;
    case MESO_FORMULA_FIELD_DEAD_SPACE:
      return &draft->formula->dead_space;
    case MESO_FORMULA_FIELD_WEIGHT:
      return &draft->weight;
    case MESO_FORMULA_FIELD_NAME:
      return &draft->name;
    case MESO_FORMULA_FIELD_STRENGTH:
    case MESO_FORMULA_FIELD_VOLUME:
    case MESO_FORMULA_FIELD_AMOUNT:
    default:
      g_assert_not_reached ();
    }
}

/* (nullable): the diluent that the formulary lists first */
static const char *
find_diluent (const MesoProtocol *protocol)
{
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);

  for (guint i = 0; i < ingredients->len; i++)
    if (((const MesoIngredient *) g_ptr_array_index (ingredients, i))->diluent)
      return ((const MesoIngredient *) g_ptr_array_index (ingredients, i))->id;
  return NULL;
}

void
meso_formula_draft_follow_volume (MesoFormulaDraft   *self,
                                  const MesoProtocol *protocol)
{
  if (self->formula->to_volume == NULL || *self->formula->to_volume == '\0')
    g_clear_pointer (&self->formula->diluent, g_free);
  else if (self->formula->diluent == NULL)
    self->formula->diluent = g_strdup (find_diluent (protocol));
}

void
meso_formula_draft_set_mixture (MesoFormulaDraft  *self,
                                const MesoFormula *formula)
{
  MesoFormula *copy = meso_formula_copy (formula);

  meso_formula_free (self->formula);
  self->formula = copy;
  g_free (self->points);
  self->points = copy->points > 0 ? g_strdup_printf ("%d", copy->points) : g_strdup ("");
  copy->points = 0;
}

MesoFormulaDraft *
meso_formula_draft_new_stored (const MesoFormulaVersion *version)
{
  MesoFormulaDraft *self = meso_formula_draft_new ();

  if (version == NULL)
    return self;
  meso_formula_draft_set_mixture (self, version->formula);
  self->formula_id = g_strdup (version->formula_id);
  self->base_version = version->version;
  g_set_str (&self->name, version->name != NULL ? version->name : "");
  return self;
}

static void
write_items (JsonBuilder     *builder,
             const GPtrArray *items)
{
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (builder);
      meso_draft_json_put (builder, "ingredient", item->ingredient);
      meso_draft_json_put (builder, "product", item->product);
      meso_draft_json_put (builder, "salt", item->salt);
      meso_draft_json_put (builder, "strength", item->strength);
      meso_draft_json_put (builder, "volume", item->volume);
      meso_draft_json_put (builder, "amount", item->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_allergies (JsonBuilder     *builder,
                 const GPtrArray *allergies)
{
  json_builder_set_member_name (builder, "allergies");
  json_builder_begin_array (builder);
  for (guint i = 0; i < allergies->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (allergies, i));
  json_builder_end_array (builder);
}

char *
meso_formula_draft_to_json (const MesoFormulaDraft *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  meso_draft_json_put (builder, "formula", self->formula_id);
  json_builder_set_member_name (builder, "base");
  json_builder_add_int_value (builder, self->base_version);
  meso_draft_json_put (builder, "name", self->name);
  write_items (builder, self->formula->items);
  meso_draft_json_put (builder, "diluent", self->formula->diluent);
  meso_draft_json_put (builder, "to-volume", self->formula->to_volume);
  meso_draft_json_put (builder, "points", self->points);
  meso_draft_json_put (builder, "volume-per-point", self->formula->volume_per_point);
  meso_draft_json_put (builder, "dead-space", self->formula->dead_space);
  meso_draft_json_put (builder, "weight", self->weight);
  if (self->allergies_said)
    write_allergies (builder, self->allergies);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* (transfer full) (nullable): a text of the object */
static char *
read_text (JsonObject *object,
           const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_dup_string (node);
}

static char *
read_text_or_empty (JsonObject *object,
                    const char *key)
{
  char *text = read_text (object, key);

  return text != NULL ? text : g_strdup ("");
}

static JsonArray *
read_array (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
read_items (JsonObject *object,
            GPtrArray  *items)
{
  JsonArray *array = read_array (object, "items");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      MesoFormulaItem *item;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      item = meso_formula_item_new ();
      item->ingredient = read_text (json_node_get_object (node), "ingredient");
      item->product = read_text (json_node_get_object (node), "product");
      item->salt = read_text (json_node_get_object (node), "salt");
      item->strength = read_text (json_node_get_object (node), "strength");
      item->volume = read_text (json_node_get_object (node), "volume");
      item->amount = read_text (json_node_get_object (node), "amount");
      if ((item->ingredient == NULL) == (item->product == NULL))
        meso_formula_item_free (item);
      else
        g_ptr_array_add (items, item);
    }
}

static void
read_allergies (JsonObject       *object,
                MesoFormulaDraft *self)
{
  JsonArray *array = read_array (object, "allergies");

  self->allergies_said = array != NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (self->allergies, json_node_dup_string (node));
    }
}

MesoFormulaDraft *
meso_formula_draft_from_json (const char *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autoptr(MesoFormulaDraft) self = g_new0 (MesoFormulaDraft, 1);
  JsonObject *object;

  self->formula = meso_formula_new ();
  self->allergies = g_ptr_array_new_with_free_func (g_free);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  self->formula_id = read_text (object, "formula");
  self->base_version = (int) json_object_get_int_member_with_default (object, "base", 0);
  self->name = read_text_or_empty (object, "name");
  read_items (object, self->formula->items);
  self->formula->diluent = read_text (object, "diluent");
  self->formula->to_volume = read_text (object, "to-volume");
  self->points = read_text_or_empty (object, "points");
  self->formula->volume_per_point = read_text (object, "volume-per-point");
  self->formula->dead_space = read_text (object, "dead-space");
  self->weight = read_text_or_empty (object, "weight");
  read_allergies (object, self);
  return g_steal_pointer (&self);
}
