/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-draft.h"

#include <json-glib/json-glib.h>

MesoPatientDraft *
meso_patient_draft_new (void)
{
  MesoPatientDraft *self = g_new0 (MesoPatientDraft, 1);

  self->lists = meso_patient_record_new (meso_patient_new ());
  return self;
}

void
meso_patient_draft_free (MesoPatientDraft *self)
{
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    g_free (self->texts[i]);
  meso_patient_record_free (self->lists);
  g_clear_pointer (&self->base, meso_patient_record_free);
  g_free (self);
}

static void
write_member (JsonBuilder *builder,
              const char  *name,
              const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

static void
write_item (JsonBuilder          *builder,
            const MesoHealthItem *item)
{
  json_builder_begin_object (builder);
  if (item->id != NULL)
    write_member (builder, "id", item->id);
  write_member (builder, "kind", meso_health_kind_to_string (item->kind));
  write_member (builder, "what", item->what);
  write_member (builder, "ingredient", item->ingredient);
  write_member (builder, "detail", item->detail);
  write_member (builder, "severity", meso_allergy_severity_to_string (item->severity));
  write_member (builder, "origin", meso_medicine_origin_to_string (item->origin));
  write_member (builder, "since", item->since);
  write_member (builder, "status", meso_health_status_to_string (item->status));
  write_member (builder, "reason", item->reason);
  json_builder_end_object (builder);
}

static void
write_lists (JsonBuilder             *builder,
             const MesoPatientRecord *record)
{
  for (guint kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (meso_health_kind_to_list (kind), "_asked", NULL);

      write_member (builder, name, meso_asked_to_string (*meso_patient_asked_of (record->patient, kind)));
    }
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);

      /* What the store says is over can't be typed any more. */
      if (item->ended_at == NULL)
        write_item (builder, item);
    }
  json_builder_end_array (builder);
}

static void
write_base (JsonBuilder             *builder,
            const MesoPatientRecord *base)
{
  json_builder_set_member_name (builder, "base");
  json_builder_begin_object (builder);
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      g_autofree char *text = meso_patient_field_dup_text (base->patient, (MesoPatientField) i);

      write_member (builder, meso_patient_field_get_name ((MesoPatientField) i), text);
    }
  write_lists (builder, base);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, base->patient->revision);
  json_builder_end_object (builder);
}

char *
meso_patient_draft_to_json (const MesoPatientDraft *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    write_member (builder, meso_patient_field_get_name ((MesoPatientField) i), self->texts[i]);
  write_lists (builder, self->lists);
  if (self->base != NULL)
    write_base (builder, self->base);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* A draft may be older than the program, or not ours: what isn't there is empty. */
static const char *
read_member (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return text != NULL ? text : "";
}

/* (nullable) */
static MesoHealthItem *
read_item (JsonObject *object)
{
  MesoHealthKind kind;
  MesoHealthItem *item;

  if (!meso_health_kind_from_string (read_member (object, "kind"), &kind))
    return NULL;
  item = meso_health_item_new (kind, read_member (object, "what"));
  if (json_object_has_member (object, "id"))
    item->id = g_strdup (read_member (object, "id"));
  g_set_str (&item->ingredient, read_member (object, "ingredient"));
  g_set_str (&item->detail, read_member (object, "detail"));
  meso_allergy_severity_from_string (read_member (object, "severity"), &item->severity);
  meso_medicine_origin_from_string (read_member (object, "origin"), &item->origin);
  g_set_str (&item->since, read_member (object, "since"));
  meso_health_status_from_string (read_member (object, "status"), &item->status);
  g_set_str (&item->reason, read_member (object, "reason"));
  return item;
}

static void
read_lists (JsonObject        *object,
            MesoPatientRecord *record)
{
  JsonNode *node = json_object_get_member (object, "items");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (meso_health_kind_to_list (kind), "_asked", NULL);

      meso_asked_from_string (read_member (object, name), meso_patient_asked_of (record->patient, kind));
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      MesoHealthItem *item = JSON_NODE_HOLDS_OBJECT (element) ? read_item (json_node_get_object (element)) : NULL;

      if (item != NULL)
        g_ptr_array_add (record->items, item);
    }
}

static MesoPatientRecord *
read_base (JsonObject *object)
{
  MesoPatientRecord *base = meso_patient_record_new (meso_patient_new ());
  /* Only what was told is compared, not when. */
  const MesoCalendarDate some_day = { 2000, 1, 1 };

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    meso_patient_field_set_text (base->patient, (MesoPatientField) i,
                                 read_member (object, meso_patient_field_get_name ((MesoPatientField) i)), some_day);
  read_lists (object, base);
  base->patient->revision = json_object_get_int_member_with_default (object, "revision", 0);
  return base;
}

MesoPatientDraft *
meso_patient_draft_parse (const char *json)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  MesoPatientDraft *self;
  JsonObject *object;
  JsonNode *base;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  self = meso_patient_draft_new ();
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    self->texts[i] = g_strdup (read_member (object, meso_patient_field_get_name ((MesoPatientField) i)));
  read_lists (object, self->lists);
  base = json_object_get_member (object, "base");
  if (base != NULL && JSON_NODE_HOLDS_OBJECT (base))
    self->base = read_base (json_node_get_object (base));
  return self;
}
