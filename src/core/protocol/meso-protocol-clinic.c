/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-clinic.h"

#include "meso-protocol-private.h"
#include "meso-xml.h"

struct _MesoProtocolClinic
{
  GPtrArray *entries;      /* MesoXmlElement */
};

/* The order in which they are written. */
static const char *const kinds[] = { "question", "rule", "change", "switch-off", "review" };

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

static gboolean
is_kind (const MesoXmlElement *element,
         const char           *kind)
{
  return g_str_equal (element->name, kind);
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
      if (is_kind (g_ptr_array_index (root->children, i), kinds[kind]))
        {
          g_ptr_array_add (self->entries, g_ptr_array_steal_index (root->children, i));
          i--;
        }

  return self;
}

static gboolean
is_own_entry (const MesoXmlElement *element)
{
  return is_kind (element, "change") || is_kind (element, "switch-off") || is_kind (element, "review") ||
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
      if (is_kind (g_ptr_array_index (self->entries, i), kinds[kind]))
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

static gboolean
has_value (const MesoXmlElement *element,
           const char           *attribute,
           const char           *value)
{
  return g_strcmp0 (meso_xml_element_get (element, attribute), value) == 0;
}

/* Takes out all entries of @kind about @rule; with a case, only those about it. */
static void
take_out (MesoProtocolClinic *self,
          const char         *kind,
          const char         *attribute,
          const char         *id,
          const char         *n_case)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      const MesoXmlElement *entry = g_ptr_array_index (self->entries, i - 1);

      if (is_kind (entry, kind) && has_value (entry, attribute, id) && (!n_case || has_value (entry, "case", n_case)))
        g_ptr_array_remove_index (self->entries, i - 1);
    }
}

static MesoXmlElement *
add_entry (MesoProtocolClinic *self,
           const char         *kind,
           const char         *rule)
{
  MesoXmlElement *entry = meso_xml_element_new (kind);

  meso_xml_element_set (entry, "rule", rule);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_why (MesoXmlElement *entry,
         const char     *why)
{
  MesoXmlElement *child = meso_xml_element_new ("why");

  g_string_assign (child->text, why ? why : "");
  g_ptr_array_add (entry->children, child);
}

static void
add_change (MesoProtocolClinic     *self,
            const MesoProtocolEdit *edit,
            const char             *n_case)
{
  MesoXmlElement *entry = add_entry (self, "change", edit->id);

  meso_xml_element_set (entry, "case", n_case);
  meso_xml_element_set (entry, "outcome", meso_outcome_to_string (edit->outcome));
  if (edit->days >= 0)
    {
      g_autofree char *days = g_strdup_printf ("%d", edit->days);

      meso_xml_element_set (entry, "days", days);
    }
  add_why (entry, edit->why);
}

/* What is said of a rule goes with it. */
static void
remove_own (MesoProtocolClinic *self,
            const char         *id)
{
  take_out (self, "question", "id", id, NULL);
  take_out (self, "rule", "id", id, NULL);
  take_out (self, "change", "rule", id, NULL);
  take_out (self, "review", "rule", id, NULL);
}

/**
 * meso_protocol_clinic_edit:
 * @self: a document
 * @edit: what is to be otherwise
 *
 * Writes the wish into the document; whether it may be so shows when that is read.
 */
void
meso_protocol_clinic_edit (MesoProtocolClinic     *self,
                           const MesoProtocolEdit *edit)
{
  g_autofree char *n_case = g_strdup_printf ("%u", edit->n_case);

  switch (edit->kind)
    {
    case MESO_PROTOCOL_EDIT_CHANGE:
      take_out (self, "change", "rule", edit->id, n_case);
      add_change (self, edit, n_case);
      break;
    case MESO_PROTOCOL_EDIT_RESTORE:
      take_out (self, "change", "rule", edit->id, n_case);
      break;
    case MESO_PROTOCOL_EDIT_SWITCH_OFF:
      take_out (self, "change", "rule", edit->id, NULL);
      take_out (self, "switch-off", "rule", edit->id, NULL);
      add_why (add_entry (self, "switch-off", edit->id), edit->why);
      break;
    case MESO_PROTOCOL_EDIT_SWITCH_ON:
      take_out (self, "switch-off", "rule", edit->id, NULL);
      break;
    case MESO_PROTOCOL_EDIT_REMOVE:
      remove_own (self, edit->id);
      break;
    default:
      g_return_if_reached ();
    }
}

static MesoXmlElement *
get_nth (const MesoProtocolClinic *self,
         const char               *kind,
         guint                     n)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      MesoXmlElement *entry = g_ptr_array_index (self->entries, i);

      if (is_kind (entry, kind) && n-- == 0)
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

  take_out (self, "review", "rule", rule, NULL);
  entry = add_entry (self, "review", rule);
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
      gboolean equal = is_kind (entry, "review");

      for (guint j = 0; j < G_N_ELEMENTS (attributes) && equal; j++)
        equal = has_value (entry, attributes[j], meso_xml_element_get (review, attributes[j]));
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

      if (!is_kind (entry, "review"))
        continue;
      if (!has_review (current, entry))
        g_ptr_array_insert (unknown, 0, g_strdup (meso_xml_element_get (entry, "rule")));
      g_ptr_array_remove_index (self->entries, i - 1);
    }

  for (guint i = 0; i < kept->entries->len; i++)
    {
      const MesoXmlElement *entry = g_ptr_array_index (kept->entries, i);
      const char *rule = is_kind (entry, "review") ? meso_xml_element_get (entry, "rule") : NULL;

      if (rule && g_hash_table_contains (protocol->layer->digests, rule))
        {
          g_ptr_array_add (self->entries, g_ptr_array_steal_index (kept->entries, i));
          i--;
        }
    }

  return unknown;
}
