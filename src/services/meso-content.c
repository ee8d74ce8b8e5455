/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-content.h"

#include <gio/gio.h>
#include <string.h>

#include "meso-protocol-clinic.h"
#include "meso-services-error.h"

/* Where a build that isn't installed keeps its data; build-aux/dev sets it. */
#define DATA_VARIABLE "MESOCLINIC_DATA_DIR"

struct _MesoContent
{
  MesoProtocol *protocol;
  GPtrArray *documents;
  MesoContent *shipped;       /* (nullable): what the clinic's document is laid over */
  guint number;
  GPtrArray *set_aside;
};

static void
content_clear (gpointer data)
{
  MesoContent *self = data;

  meso_protocol_unref (self->protocol);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->set_aside);
  g_clear_pointer (&self->shipped, meso_content_unref);
}

/**
 * meso_content_ref:
 * @self: the content
 *
 * Returns: (transfer full): @self with one more reference
 */
MesoContent *
meso_content_ref (MesoContent *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * meso_content_unref:
 * @self: (transfer full): the content
 */
void
meso_content_unref (MesoContent *self)
{
  g_atomic_rc_box_release_full (self, content_clear);
}

/**
 * meso_content_get_protocol:
 * @self: the content
 *
 * Returns: (transfer none): what the documents say
 */
MesoProtocol *
meso_content_get_protocol (MesoContent *self)
{
  return self->protocol;
}

/**
 * meso_content_get_documents:
 * @self: the content
 *
 * Returns: (transfer none) (element-type MesoProtocolDocument): the bytes it was read from, in the order of their names
 */
const GPtrArray *
meso_content_get_documents (MesoContent *self)
{
  return self->documents;
}

/**
 * meso_content_get_shipped:
 * @self: the content
 *
 * Returns: (transfer none): the content as it ships, without the clinic's own document; it lives as long as @self
 */
MesoContent *
meso_content_get_shipped (MesoContent *self)
{
  return self->shipped != NULL ? self->shipped : self;
}

/**
 * meso_content_get_number:
 * @self: the content
 *
 * Returns: which version of the clinic's protocol it is; 0 for what ships
 */
guint
meso_content_get_number (MesoContent *self)
{
  return self->number;
}

/**
 * meso_content_get_set_aside:
 * @self: the content
 *
 * Returns: (transfer none) (element-type utf8): what of the clinic's document doesn't fit what ships, and isn't used
 */
const GPtrArray *
meso_content_get_set_aside (MesoContent *self)
{
  return self->set_aside;
}

/**
 * meso_content_get_clinic:
 * @self: the content
 *
 * Returns: (transfer none) (nullable): the clinic's own document as far as it is used; %NULL for what ships
 */
GBytes *
meso_content_get_clinic (MesoContent *self)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (self->documents, i);

      if (document->clinic)
        return document->bytes;
    }
  return NULL;
}

static MesoContent *
content_new (MesoProtocol *protocol,
             GPtrArray    *documents)
{
  MesoContent *self = g_atomic_rc_box_new0 (MesoContent);

  self->protocol = protocol;
  self->documents = documents;
  self->set_aside = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const MesoProtocolDocument *left = *(MesoProtocolDocument *const *) a;
  const MesoProtocolDocument *right = *(MesoProtocolDocument *const *) b;

  return strcmp (left->name, right->name);
}

/**
 * meso_content_join:
 * @shipped: the content as it ships
 * @name: name of the clinic's document, as messages show it
 * @clinic: (nullable): the document
 *
 * Returns: (transfer full) (element-type MesoProtocolDocument): both, in the order of their names
 */
GPtrArray *
meso_content_join (MesoContent *shipped,
                   const char  *name,
                   GBytes      *clinic)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);

  for (guint i = 0; i < shipped->documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (shipped->documents, i);

      g_ptr_array_add (documents, meso_protocol_document_new (document->name, document->bytes));
    }
  if (clinic != NULL)
    g_ptr_array_add (documents, meso_protocol_document_new_clinic (name, clinic));
  g_ptr_array_sort (documents, compare_documents);
  return documents;
}

/**
 * meso_content_new_for_clinic:
 * @shipped: the content as it ships
 * @number: which version of the clinic's protocol it becomes, from 1
 * @clinic: the clinic's own document, which may have been written for other content
 *
 * Lays the clinic's document over what ships, without what doesn't fit: meso_content_get_set_aside() says what that is.
 *
 * Returns: (transfer full): the content, or %NULL with a %MESO_CORE_ERROR when what ships has a fault
 */
MesoContent *
meso_content_new_for_clinic (MesoContent  *shipped,
                             guint         number,
                             GBytes       *clinic,
                             GError      **error)
{
  g_autoptr(GPtrArray) set_aside = NULL;
  g_autoptr(GBytes) fitted = NULL;
  MesoProtocol *protocol = meso_protocol_new_fitting (shipped->documents, clinic, &set_aside, &fitted, error);
  MesoContent *self;

  if (protocol == NULL)
    return NULL;
  self = content_new (protocol, meso_content_join (shipped, MESO_PROTOCOL_CLINIC_NAME, fitted));
  g_ptr_array_extend_and_steal (self->set_aside, g_steal_pointer (&set_aside));
  self->shipped = meso_content_ref (shipped);
  self->number = number;
  return self;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that the content reads the same on every file system. */
static GPtrArray *
list_documents (const char  *folder,
                GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static GPtrArray *
read_documents (const char  *folder,
                GError     **error)
{
  g_autoptr(GPtrArray) names = list_documents (folder, error);
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);

  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (documents, meso_protocol_document_new (name, bytes));
    }
  return g_steal_pointer (&documents);
}

/**
 * meso_content_load_folder:
 * @folder: a folder of protocol documents
 *
 * Reads every `.xml` of @folder as one protocol.
 *
 * Returns: (transfer full): the content, or %NULL with %MESO_SERVICES_ERROR_CONTENT, whose message names
 *   the file, line and column of a fault
 */
MesoContent *
meso_content_load_folder (const char  *folder,
                          GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GPtrArray) documents = read_documents (folder, &local_error);
  g_autoptr(MesoProtocol) protocol = NULL;

  if (documents != NULL)
    protocol = meso_protocol_new (documents, &local_error);
  if (protocol == NULL)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT,
                   "The clinical content can't be used, and no record was touched. Install the program again. "
                   "What is wrong: %s", local_error->message);
      return NULL;
    }
  return content_new (g_steal_pointer (&protocol), g_steal_pointer (&documents));
}

/**
 * meso_content_load:
 *
 * Reads the content that ships with the program.
 *
 * Returns: (transfer full): the content, or %NULL with %MESO_SERVICES_ERROR_CONTENT
 */
MesoContent *
meso_content_load (GError **error)
{
  const char *data = g_getenv (DATA_VARIABLE);
  g_autofree char *folder = g_build_filename (data != NULL && *data != '\0' ? data : MESO_PKGDATADIR, "protocol", NULL);

  return meso_content_load_folder (folder, error);
}
