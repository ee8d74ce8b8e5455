/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-clinic-private.h"

/**
 * meso_xml_is_kind:
 * @element: an entry
 * @kind: the name of its element
 *
 * Returns: whether it is one
 */
gboolean
meso_xml_is_kind (const MesoXmlElement *element,
                  const char           *kind)
{
  return g_str_equal (element->name, kind);
}

/**
 * meso_xml_has_value:
 * @element: an entry
 * @attribute: one of its attributes
 * @value: (nullable): %NULL for none
 *
 * Returns: whether that is what it holds
 */
gboolean
meso_xml_has_value (const MesoXmlElement *element,
                    const char           *attribute,
                    const char           *value)
{
  return g_strcmp0 (meso_xml_element_get (element, attribute), value) == 0;
}

typedef gboolean (* MatchFunc) (const MesoXmlElement *entry, gconstpointer data);

static void
take_out_if (MesoProtocolClinic *self,
             const char         *kind,
             MatchFunc           match,
             gconstpointer       data)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      const MesoXmlElement *entry = g_ptr_array_index (self->entries, i - 1);

      if (meso_xml_is_kind (entry, kind) && match (entry, data))
        g_ptr_array_remove_index (self->entries, i - 1);
    }
}

typedef struct
{
  const char *attribute;
  const char *id;
} Value;

static gboolean
matches_value (const MesoXmlElement *entry,
               gconstpointer         data)
{
  const Value *value = data;

  return meso_xml_has_value (entry, value->attribute, value->id);
}

/**
 * meso_protocol_clinic_take_out:
 * @self: a document
 * @kind: of the entries
 * @attribute: by which they are known
 * @id: its value
 *
 * Takes out all that there are of them.
 */
void
meso_protocol_clinic_take_out (MesoProtocolClinic *self,
                               const char         *kind,
                               const char         *attribute,
                               const char         *id)
{
  take_out_if (self, kind, matches_value, &(Value) { attribute, id });
}

static gboolean
is_of_case (const MesoXmlElement *entry,
            gconstpointer         data)
{
  const MesoProtocolEdit *edit = data;
  g_autofree char *n_case = g_strdup_printf ("%u", edit->n_case);

  return meso_xml_has_value (entry, "rule", edit->id) && meso_xml_has_value (entry, "case", n_case);
}

/* In either order */
static gboolean
is_pair_of (const MesoXmlElement *entry,
            gconstpointer         data)
{
  const MesoProtocolEdit *edit = data;

  return (meso_xml_has_value (entry, "a", edit->id) && meso_xml_has_value (entry, "b", edit->other)) ||
         (meso_xml_has_value (entry, "b", edit->id) && meso_xml_has_value (entry, "a", edit->other));
}

/**
 * meso_protocol_clinic_add:
 * @self: a document
 * @kind: of the entry
 * @attribute: by which it is known
 * @id: its value
 *
 * Returns: (transfer none): the new entry, which is @self's
 */
MesoXmlElement *
meso_protocol_clinic_add (MesoProtocolClinic *self,
                          const char         *kind,
                          const char         *attribute,
                          const char         *id)
{
  MesoXmlElement *entry = meso_xml_element_new (kind);

  meso_xml_element_set (entry, attribute, id);
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
            const MesoProtocolEdit *edit)
{
  g_autofree char *n_case = g_strdup_printf ("%u", edit->n_case);
  MesoXmlElement *entry = meso_protocol_clinic_add (self, "change", "rule", edit->id);

  meso_xml_element_set (entry, "case", n_case);
  meso_xml_element_set (entry, "outcome", meso_outcome_to_string (edit->outcome));
  if (edit->days >= 0)
    {
      g_autofree char *days = g_strdup_printf ("%d", edit->days);

      meso_xml_element_set (entry, "days", days);
    }
  add_why (entry, edit->why);
}

/* What is said of an entry goes with it. */
static void
remove_own (MesoProtocolClinic *self,
            const char         *id)
{
  static const char *const kinds[] = { "question", "rule", "ingredient", "product" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    meso_protocol_clinic_take_out (self, kinds[i], "id", id);
  meso_protocol_clinic_take_out (self, "change", "rule", id);
  meso_protocol_clinic_take_out (self, "review", "rule", id);
  meso_protocol_clinic_take_out (self, "pair", "a", id);
  meso_protocol_clinic_take_out (self, "pair", "b", id);
}

/* Where one of the same stands, in its place: the order in which the clinic has put its own is kept. */
static void
put (MesoProtocolClinic     *self,
     const MesoProtocolEdit *edit)
{
  const char *kind = edit->entry->name;
  gboolean is_pair = g_str_equal (kind, "pair");
  Value value = { g_str_equal (kind, "adjust") ? "ingredient" : "id", edit->id };
  MesoXmlElement *entry = meso_xml_element_copy (edit->entry);
  int at = -1;

  for (guint i = 0; i < self->entries->len && at < 0; i++)
    {
      const MesoXmlElement *candidate = g_ptr_array_index (self->entries, i);

      if (meso_xml_is_kind (candidate, kind) && (is_pair ? is_pair_of (candidate, edit) : matches_value (candidate, &value)))
        at = i;
    }

  if (is_pair)
    take_out_if (self, kind, is_pair_of, edit);
  else
    take_out_if (self, kind, matches_value, &value);
  g_ptr_array_insert (self->entries, at, entry);
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
  switch (edit->kind)
    {
    case MESO_PROTOCOL_EDIT_CHANGE:
      take_out_if (self, "change", is_of_case, edit);
      add_change (self, edit);
      break;
    case MESO_PROTOCOL_EDIT_RESTORE:
      take_out_if (self, "change", is_of_case, edit);
      break;
    case MESO_PROTOCOL_EDIT_SWITCH_OFF:
      meso_protocol_clinic_take_out (self, "change", "rule", edit->id);
      meso_protocol_clinic_take_out (self, "switch-off", "rule", edit->id);
      add_why (meso_protocol_clinic_add (self, "switch-off", "rule", edit->id), edit->why);
      break;
    case MESO_PROTOCOL_EDIT_SWITCH_ON:
      meso_protocol_clinic_take_out (self, "switch-off", "rule", edit->id);
      break;
    case MESO_PROTOCOL_EDIT_WITHDRAW:
      meso_protocol_clinic_take_out (self, "review", "rule", edit->id);
      break;
    case MESO_PROTOCOL_EDIT_REMOVE:
      remove_own (self, edit->id);
      break;
    case MESO_PROTOCOL_EDIT_PUT:
      put (self, edit);
      break;
    case MESO_PROTOCOL_EDIT_RESET_INGREDIENT:
      meso_protocol_clinic_take_out (self, "adjust", "ingredient", edit->id);
      break;
    case MESO_PROTOCOL_EDIT_RESET_PAIR:
      take_out_if (self, "pair", is_pair_of, edit);
      break;
    default:
      g_return_if_reached ();
    }
}
