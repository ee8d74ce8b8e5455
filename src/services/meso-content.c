/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-content.h"

#include <gio/gio.h>

#include "meso-services-error.h"

/* Where a build that isn't installed keeps its data; build-aux/dev sets it. */
#define DATA_VARIABLE "MESOCLINIC_DATA_DIR"

struct _MesoContent
{
  MesoProtocol *protocol;
  GPtrArray *documents;
};

static void
content_clear (gpointer data)
{
  MesoContent *self = data;

  meso_protocol_unref (self->protocol);
  g_ptr_array_unref (self->documents);
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
  MesoContent *self;

  if (documents != NULL)
    protocol = meso_protocol_new (documents, &local_error);
  if (protocol == NULL)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT,
                   "The clinical content can't be used, and no record was touched. Install the program again. "
                   "What is wrong: %s", local_error->message);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (MesoContent);
  self->protocol = g_steal_pointer (&protocol);
  self->documents = g_steal_pointer (&documents);
  return self;
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
