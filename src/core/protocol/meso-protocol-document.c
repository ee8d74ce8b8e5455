/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol.h"

/**
 * meso_protocol_document_new:
 * @name: the file's name as messages show it
 * @bytes: (transfer none): what is in it
 *
 * Returns: (transfer full): a document to read
 */
MesoProtocolDocument *
meso_protocol_document_new (const char *name,
                            GBytes     *bytes)
{
  MesoProtocolDocument *self;
  g_autofree char *base = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  self = g_new0 (MesoProtocolDocument, 1);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  base = g_path_get_basename (name);
  self->clinic = g_str_equal (base, MESO_PROTOCOL_CLINIC_NAME);
  return self;
}

/**
 * meso_protocol_document_new_clinic:
 * @name: the file's name as messages show it
 * @bytes: (transfer none): what is in it
 *
 * Returns: (transfer full): the clinic's own document, which is laid over the others
 */
MesoProtocolDocument *
meso_protocol_document_new_clinic (const char *name,
                                   GBytes     *bytes)
{
  MesoProtocolDocument *self = meso_protocol_document_new (name, bytes);

  self->clinic = TRUE;
  return self;
}

/**
 * meso_protocol_document_free:
 * @self: (transfer full): a document
 */
void
meso_protocol_document_free (MesoProtocolDocument *self)
{
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}
