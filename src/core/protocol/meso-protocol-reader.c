/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include <string.h>

static void
fault_free (MesoProtocolFault *self)
{
  g_free (self->what);
  g_free (self->text);
  g_free (self);
}

/**
 * meso_protocol_reader_init:
 * @self: what to set up
 * @protocol: (transfer none): the empty protocol to fill
 * @complete: whether the documents are all there is; else what they refer to may stand elsewhere
 */
void
meso_protocol_reader_init (MesoProtocolReader *self,
                           MesoProtocol       *protocol,
                           gboolean            complete)
{
  *self = (MesoProtocolReader) { .protocol = protocol, .complete = complete };
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->texts_with_days = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_local_text_unref);
}

/**
 * meso_protocol_reader_clear:
 * @self: a reader
 *
 * Frees what @self holds; the protocol stays the caller's.
 */
void
meso_protocol_reader_clear (MesoProtocolReader *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->texts_with_days, g_ptr_array_unref);
}

static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const MesoProtocolPlace *left = &(*(MesoProtocolFault *const *) a)->place;
  const MesoProtocolPlace *right = &(*(MesoProtocolFault *const *) b)->place;

  if (left->document != right->document)
    return left->document < right->document ? -1 : 1;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return 0;
}

/**
 * meso_protocol_reader_dup_faults:
 * @self: a reader
 *
 * Returns: (transfer full) (element-type utf8): every fault as `file:line:column: what`, in the order of the
 *   documents and of the places in them
 */
GPtrArray *
meso_protocol_reader_dup_faults (MesoProtocolReader *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  /* The sort is stable: two faults of one element stay in the order in which they were found. */
  g_ptr_array_sort (self->faults, compare_faults);
  for (guint i = 0; i < self->faults->len; i++)
    {
      const MesoProtocolFault *fault = g_ptr_array_index (self->faults, i);

      g_ptr_array_add (texts, g_strdup (fault->text));
    }

  return texts;
}

static void
add_fault (MesoProtocolReader *self,
           MesoProtocolPlace   place,
           const char         *format,
           va_list             arguments)
{
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  MesoProtocolFault *fault = g_new0 (MesoProtocolFault, 1);

  fault->place = place;
  fault->what = g_strdup (what);
  fault->text = g_strdup_printf ("%s:%u:%u: %s", place.file, place.line, place.column, what);
  g_ptr_array_add (self->faults, fault);
}

/**
 * meso_protocol_reader_fault:
 * @self: a reader
 * @element: the element at fault, in the document that is being read
 * @format: what is wrong with it, without a place
 */
void
meso_protocol_reader_fault (MesoProtocolReader   *self,
                            const MesoXmlElement *element,
                            const char           *format,
                            ...)
{
  MesoProtocolPlace place = { self->document, self->file, element->line, element->column, element };
  va_list arguments;

  va_start (arguments, format);
  add_fault (self, place, format, arguments);
  va_end (arguments);
}

/**
 * meso_protocol_reader_fault_at:
 * @self: a reader
 * @entry: an entry whose place has been remembered
 * @format: what is wrong with it, without a place
 */
void
meso_protocol_reader_fault_at (MesoProtocolReader *self,
                               gconstpointer       entry,
                               const char         *format,
                               ...)
{
  const MesoProtocolPlace *place = meso_protocol_reader_get_place (self, entry);
  va_list arguments;

  va_start (arguments, format);
  add_fault (self, *place, format, arguments);
  va_end (arguments);
}

/**
 * meso_protocol_reader_form_fault:
 * @self: a reader
 * @message: a fault of form, with its place, that ended the reading of the present document
 */
void
meso_protocol_reader_form_fault (MesoProtocolReader *self,
                                 const char         *message)
{
  MesoProtocolFault *fault = g_new0 (MesoProtocolFault, 1);

  fault->place = (MesoProtocolPlace) { .document = self->document, .file = self->file };
  fault->text = g_strdup (message);
  g_ptr_array_add (self->faults, fault);
}

/**
 * meso_protocol_reader_remember:
 * @self: a reader
 * @entry: an entry, or a part of one
 * @element: the element that it was read from
 *
 * Keeps the place of @entry for faults that only show once everything has been read.
 */
void
meso_protocol_reader_remember (MesoProtocolReader   *self,
                               gconstpointer         entry,
                               const MesoXmlElement *element)
{
  MesoProtocolPlace *place = g_new0 (MesoProtocolPlace, 1);

  *place = (MesoProtocolPlace) { self->document, self->file, element->line, element->column, element };
  g_hash_table_insert (self->places, (gpointer) entry, place);
}

/**
 * meso_protocol_reader_get_place:
 * @self: a reader
 * @entry: an entry whose place has been remembered
 *
 * Returns: (transfer none): its place
 */
const MesoProtocolPlace *
meso_protocol_reader_get_place (MesoProtocolReader *self,
                                gconstpointer       entry)
{
  const MesoProtocolPlace *place = g_hash_table_lookup (self->places, entry);

  g_assert (place != NULL);
  return place;
}

/**
 * meso_protocol_reader_fault_repeated:
 * @self: a reader
 * @entry: an entry whose place has been remembered
 * @id: what both are known by
 * @first: the entry that was there before
 */
void
meso_protocol_reader_fault_repeated (MesoProtocolReader *self,
                                     gconstpointer       entry,
                                     const char         *id,
                                     gconstpointer       first)
{
  const MesoProtocolPlace *place = meso_protocol_reader_get_place (self, first);

  meso_protocol_reader_fault_at (self, entry, "“%s” has been used before, in %s line %u", id, place->file, place->line);
}

/**
 * meso_protocol_reader_register:
 * @self: a reader
 * @by_id: the table of the entries of this kind
 * @id: (transfer none): its id, which lives as long as @entry; "" when it has none, which is a fault already
 * @entry: an entry whose place has been remembered
 *
 * Makes an entry known by its id; a second one of the same id is a fault.
 *
 * Returns: whether it is known now
 */
gboolean
meso_protocol_reader_register (MesoProtocolReader *self,
                               GHashTable         *by_id,
                               const char         *id,
                               gpointer            entry)
{
  gpointer first = g_hash_table_lookup (by_id, id);

  if (*id == '\0')
    return FALSE;

  if (first)
    {
      meso_protocol_reader_fault_repeated (self, entry, id, first);
      return FALSE;
    }

  g_hash_table_insert (by_id, (gpointer) id, entry);
  return TRUE;
}
