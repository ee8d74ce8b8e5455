/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-clinic-private.h"
#include "meso-protocol-private.h"

/* The order in which they are written. */
static const char *const kinds[] = { "question", "rule", "ingredient", "product", "pair", "change", "switch-off", "adjust", "review" };

/**
 * meso_protocol_clinic_new:
 *
 * Returns: (transfer full): a document that changes nothing
 */
MesoProtocolClinic *
meso_protocol_clinic_new (void)
{
  MesoProtocolClinic *self = g_new0 (MesoProtocolClinic, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_xml_element_free);
  return self;
}

/**
 * meso_protocol_clinic_free:
 * @self: (transfer full): a document
 */
void
meso_protocol_clinic_free (MesoProtocolClinic *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * meso_protocol_clinic_parse:
 * @name: the file's name as messages show it
 * @bytes: what is in it
 * @error: return location
 *
 * Takes a document apart. Whether it means anything is for meso_protocol_validate() to say; what can't be an entry is left out.
 *
 * Returns: (transfer full): the document, or %NULL with %MESO_CORE_ERROR_SYNTAX
 */
MesoProtocolClinic *
meso_protocol_clinic_parse (const char  *name,
                            GBytes      *bytes,
                            GError     **error)
{
  g_autoptr (MesoXmlElement) root = meso_xml_parse (name, bytes, MESO_PROTOCOL_NAMESPACE, error);
  MesoProtocolClinic *self;

  if (!root)
    return NULL;

  self = meso_protocol_clinic_new ();
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < root->children->len; i++)
      if (meso_xml_is_kind (g_ptr_array_index (root->children, i), kinds[kind]))
        {
          g_ptr_array_add (self->entries, g_ptr_array_steal_index (root->children, i));
          i--;
        }

  return self;
}

static gboolean
is_own_entry (const MesoXmlElement *element)
{
  return meso_xml_is_kind (element, "change") || meso_xml_is_kind (element, "switch-off") || meso_xml_is_kind (element, "adjust") ||
         meso_xml_is_kind (element, "review") ||
         g_strcmp0 (meso_xml_element_get (element, "origin"), "clinic") == 0;
}

/**
 * meso_protocol_clinic_is_one:
 * @bytes: a document
 *
 * Whether a file is a clinic's own document, by what is in it: it says so, or there is nothing else in it than what a clinic adds.
 *
 * Returns: whether it is; %FALSE for what can't be read
 */
gboolean
meso_protocol_clinic_is_one (GBytes *bytes)
{
  g_autoptr (MesoXmlElement) root = meso_xml_parse (MESO_PROTOCOL_CLINIC_NAME, bytes, MESO_PROTOCOL_NAMESPACE, NULL);

  if (!root)
    return FALSE;
  if (g_strcmp0 (meso_xml_element_get (root, "origin"), "clinic") == 0)
    return TRUE;

  for (guint i = 0; i < root->children->len; i++)
    if (!is_own_entry (g_ptr_array_index (root->children, i)))
      return FALSE;

  return root->children->len > 0;
}

/**
 * meso_protocol_clinic_write:
 * @self: a document
 * @number: which version of the clinic's protocol it is
 *
 * Returns: (transfer full): the document as a file; equal documents give equal bytes
 */
GBytes *
meso_protocol_clinic_write (const MesoProtocolClinic *self,
                            guint                     number)
{
  g_autoptr (MesoXmlElement) root = meso_xml_element_new ("protocol");
  g_autofree char *version = g_strdup_printf ("%u", number);
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  meso_xml_element_set (root, "version", version);
  meso_xml_element_set (root, "origin", "clinic");
  g_ptr_array_set_free_func (root->children, NULL);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < self->entries->len; i++)
      if (meso_xml_is_kind (g_ptr_array_index (self->entries, i), kinds[kind]))
        g_ptr_array_add (root->children, g_ptr_array_index (self->entries, i));
  meso_xml_element_write (root, out, MESO_PROTOCOL_NAMESPACE);

  return g_string_free_to_bytes (out);
}

/**
 * meso_protocol_clinic_copy:
 * @self: a document
 *
 * Returns: (transfer full): one that says the same
 */
MesoProtocolClinic *
meso_protocol_clinic_copy (const MesoProtocolClinic *self)
{
  g_autoptr (GBytes) bytes = meso_protocol_clinic_write (self, 0);

  return meso_protocol_clinic_parse (MESO_PROTOCOL_CLINIC_NAME, bytes, NULL);
}

/**
 * meso_protocol_clinic_equal:
 * @self: a document
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
meso_protocol_clinic_equal (const MesoProtocolClinic *self,
                            const MesoProtocolClinic *other)
{
  g_autoptr (GBytes) left = meso_protocol_clinic_write (self, 0);
  g_autoptr (GBytes) right = meso_protocol_clinic_write (other, 0);

  return g_bytes_equal (left, right);
}

/**
 * meso_protocol_clinic_is_empty:
 * @self: a document
 *
 * Returns: whether it leaves everything as it ships
 */
gboolean
meso_protocol_clinic_is_empty (const MesoProtocolClinic *self)
{
  return self->entries->len == 0;
}

static MesoXmlElement *
get_nth (const MesoProtocolClinic *self,
         const char               *kind,
         guint                     n)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      MesoXmlElement *entry = g_ptr_array_index (self->entries, i);

      if (meso_xml_is_kind (entry, kind) && n-- == 0)
        return entry;
    }

  g_return_val_if_reached (NULL);
}

/**
 * meso_protocol_clinic_bind:
 * @self: a document
 * @protocol: what ships with the document laid over it
 *
 * Writes down what each change and each switching off was made for. When another version of the content ships, a change is laid
 * over the case that it was made for, wherever that stands, and a rule that was switched off stays off only as long as it is the same.
 */
void
meso_protocol_clinic_bind (MesoProtocolClinic *self,
                           const MesoProtocol *protocol)
{
  const MesoProtocolLayer *layer = protocol->layer;

  g_return_if_fail (layer != NULL);

  for (guint i = 0; i < layer->changes->len; i++)
    {
      const MesoLayerChange *change = g_ptr_array_index (layer->changes, i);
      MesoXmlElement *entry = get_nth (self, "change", i);
      g_autofree char *n_case = g_strdup_printf ("%u", change->change.n_case);
      g_autofree char *shipped = meso_layer_change_dup_shipped (change);

      meso_xml_element_set (entry, "case", n_case);
      meso_xml_element_set (entry, "of", change->mark);
      meso_xml_element_set (entry, "over", shipped);
    }

  for (guint i = 0; i < layer->switch_offs->len; i++)
    {
      const MesoLayerSwitchOff *switch_off = g_ptr_array_index (layer->switch_offs, i);

      meso_xml_element_set (get_nth (self, "switch-off", i), "of", g_hash_table_lookup (layer->digests, switch_off->rule));
    }

  for (guint i = 0; i < layer->adjusts->len; i++)
    {
      const MesoLayerAdjust *adjust = g_ptr_array_index (layer->adjusts, i);

      meso_xml_element_set (get_nth (self, "adjust", i), "over", adjust->shipped);
    }
}

/**
 * meso_protocol_clinic_sign:
 * @self: a document
 * @protocol: what ships with the document laid over it
 * @rule: id of one of its rules
 * @by: the physician's name
 * @on: ISO date
 *
 * Signs a rule as it is now; an earlier signature goes.
 */
void
meso_protocol_clinic_sign (MesoProtocolClinic *self,
                           const MesoProtocol *protocol,
                           const char         *rule,
                           const char         *by,
                           const char         *on)
{
  const char *digest;
  MesoXmlElement *entry;

  g_return_if_fail (protocol->layer != NULL);

  digest = g_hash_table_lookup (protocol->layer->digests, rule);
  g_return_if_fail (digest != NULL);

  meso_protocol_clinic_take_out (self, "review", "rule", rule);
  entry = meso_protocol_clinic_add (self, "review", "rule", rule);
  meso_xml_element_set (entry, "by", by);
  meso_xml_element_set (entry, "on", on);
  meso_xml_element_set (entry, "of", digest);
}

static gboolean
has_review (const MesoProtocolClinic *self,
            const MesoXmlElement     *review)
{
  static const char *const attributes[] = { "rule", "by", "on", "of" };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MesoXmlElement *entry = g_ptr_array_index (self->entries, i);
      gboolean equal = meso_xml_is_kind (entry, "review");

      for (guint j = 0; j < G_N_ELEMENTS (attributes) && equal; j++)
        equal = meso_xml_has_value (entry, attributes[j], meso_xml_element_get (review, attributes[j]));
      if (equal)
        return TRUE;
    }

  return FALSE;
}

/**
 * meso_protocol_clinic_keep_reviews:
 * @self: a document that came as a file
 * @current: the document in use
 * @protocol: what ships with @self laid over it
 *
 * Signatures are given in the clinic, they don't come in files: those of @self go, and those of @current come in for the rules
 * that there still are.
 *
 * Returns: (transfer full) (element-type utf8): rules whose signatures in @self aren't known here
 */
GPtrArray *
meso_protocol_clinic_keep_reviews (MesoProtocolClinic       *self,
                                   const MesoProtocolClinic *current,
                                   const MesoProtocol       *protocol)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MesoProtocolClinic) kept = meso_protocol_clinic_copy (current);

  for (guint i = self->entries->len; i > 0; i--)
    {
      const MesoXmlElement *entry = g_ptr_array_index (self->entries, i - 1);

      if (!meso_xml_is_kind (entry, "review"))
        continue;
      if (!has_review (current, entry))
        g_ptr_array_insert (unknown, 0, g_strdup (meso_xml_element_get (entry, "rule")));
      g_ptr_array_remove_index (self->entries, i - 1);
    }

  for (guint i = 0; i < kept->entries->len; i++)
    {
      const MesoXmlElement *entry = g_ptr_array_index (kept->entries, i);
      const char *rule = meso_xml_is_kind (entry, "review") ? meso_xml_element_get (entry, "rule") : NULL;

      if (rule && g_hash_table_contains (protocol->layer->digests, rule))
        {
          g_ptr_array_add (self->entries, g_ptr_array_steal_index (kept->entries, i));
          i--;
        }
    }

  return unknown;
}
