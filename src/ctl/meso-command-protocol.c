/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"
#include "meso-json-protocol.h"

/* The largest file of content that could be meant. */
#define MAX_BYTES (8 * 1024 * 1024)

MesoCtlExit
meso_command_protocol_show (MesoCtl  *ctl,
                            GError  **error)
{
  const MesoProtocol *protocol;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  protocol = meso_ctl_load_protocol (ctl, error);
  if (protocol == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_protocol (builder, protocol, meso_ctl_get_language (ctl));
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static GPtrArray *
read_documents (GStrv    files,
                GError **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);

  for (guint i = 0; files[i] != NULL; i++)
    {
      char *data = NULL;
      gsize length = 0;
      g_autoptr(GBytes) bytes = NULL;

      if (!meso_ctl_file_read (files[i], MAX_BYTES, &data, &length, error))
        return NULL;
      bytes = g_bytes_new_take (data, length);
      g_ptr_array_add (documents, meso_protocol_document_new (meso_ctl_file_get_name (files[i]), bytes));
    }
  return g_steal_pointer (&documents);
}

MesoCtlExit
meso_command_protocol_validate (MesoCtl  *ctl,
                                GError  **error)
{
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (!meso_ctl_parse (ctl, NULL, 1, G_MAXUINT, error))
    return MESO_CTL_BAD_INPUT;
  documents = read_documents (ctl->args, error);
  if (documents == NULL)
    return MESO_CTL_BAD_INPUT;

  faults = meso_protocol_validate (documents);
  for (guint i = 0; i < faults->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (faults, i));
  return faults->len == 0 ? MESO_CTL_DONE : MESO_CTL_BAD_INPUT;
}
