/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-draft.h"

#include "meso-draft-text.h"

static const char *const names[MESO_LOT_FIELDS] = {
  [MESO_LOT_FIELD_WHAT] = "what",
  [MESO_LOT_FIELD_SALT] = "salt",
  [MESO_LOT_FIELD_STRENGTH] = "strength",
  [MESO_LOT_FIELD_NAME] = "name",
  [MESO_LOT_FIELD_MAKER] = "maker",
  [MESO_LOT_FIELD_LICENCE] = "licence",
  [MESO_LOT_FIELD_NUMBER] = "number",
  [MESO_LOT_FIELD_EXPIRY] = "expiry",
  [MESO_LOT_FIELD_CONTAINERS] = "containers",
  [MESO_LOT_FIELD_VOLUME] = "container",
  [MESO_LOT_FIELD_DOSE] = "dose",
  [MESO_LOT_FIELD_OPENED_LIFE] = "opened-life",
  [MESO_LOT_FIELD_RECEIVED_ON] = "received-on",
  [MESO_LOT_FIELD_SUPPLIER] = "supplier",
  [MESO_LOT_FIELD_STORAGE] = "storage",
  [MESO_LOT_FIELD_PRICE] = "price",
};

const char *
meso_lot_field_get_name (MesoLotField field)
{
  return names[field];
}

MesoLotDraft *
meso_lot_draft_new (void)
{
  MesoLotDraft *self = g_new0 (MesoLotDraft, 1);

  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    self->texts[i] = g_strdup ("");
  return self;
}

void
meso_lot_draft_free (MesoLotDraft *self)
{
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

gboolean
meso_lot_draft_equal (const MesoLotDraft *self,
                      const MesoLotDraft *other)
{
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      if (!g_str_equal (self->texts[i], other->texts[i]))
        return FALSE;
    }
  return TRUE;
}

char *
meso_lot_draft_to_json (const MesoLotDraft *self)
{
  g_autoptr(GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    g_hash_table_insert (texts, (gpointer) names[i], self->texts[i]);
  return meso_draft_text_make (texts);
}

/* A draft may be older than the program, or not ours: what isn't there is empty. */
MesoLotDraft *
meso_lot_draft_parse (const char *json)
{
  g_autoptr(GHashTable) texts = meso_draft_text_read (json);
  MesoLotDraft *self;

  if (texts == NULL)
    return NULL;
  self = meso_lot_draft_new ();
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    g_set_str (&self->texts[i], meso_draft_text_get (texts, names[i]));
  return self;
}
