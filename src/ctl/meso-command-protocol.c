/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"
#include "meso-json-protocol.h"
#include "meso-protocol-clinic.h"
#include "meso-protocol-service.h"

/* The largest file of content that could be meant. */
#define MAX_BYTES (8 * 1024 * 1024)

/* Why which rules don't stand among the others. */
static void
add_switched_off (JsonBuilder        *builder,
                  const MesoProtocol *protocol)
{
  const GPtrArray *rules = meso_protocol_get_switched_off (protocol);

  meso_json_begin_list (builder, "switched_off");
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      meso_json_begin (builder, NULL);
      meso_json_add_string (builder, "id", rule->id);
      meso_json_add_string (builder, "why", meso_protocol_get_off_reason (protocol, rule->id));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

MesoCtlExit
meso_command_protocol_show (MesoCtl  *ctl,
                            GError  **error)
{
  const MesoProtocol *protocol;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  protocol = meso_ctl_get_protocol (ctl, error);
  if (protocol == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_protocol (builder, protocol, meso_ctl_get_language (ctl));
  add_switched_off (builder, protocol);
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

/* A clinic's own document means something only over what ships: files that are nothing else are laid over that. */
static gboolean
complete_documents (MesoCtl    *ctl,
                    GPtrArray  *documents,
                    GError    **error)
{
  const GPtrArray *shipped;
  gboolean all_own = TRUE;

  for (guint i = 0; i < documents->len; i++)
    {
      MesoProtocolDocument *document = g_ptr_array_index (documents, i);

      document->clinic = document->clinic || meso_protocol_clinic_is_one (document->bytes);
      all_own = all_own && document->clinic;
    }
  if (!all_own)
    return TRUE;

  if (meso_ctl_load_protocol (ctl, error) == NULL)
    return FALSE;
  shipped = meso_content_get_documents (ctl->content);
  for (guint i = 0; i < shipped->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (shipped, i);

      g_ptr_array_add (documents, meso_protocol_document_new (document->name, document->bytes));
    }
  return TRUE;
}

static MesoCtlExit
print_faults (const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (faults, i));
  return faults->len == 0 ? MESO_CTL_DONE : MESO_CTL_BAD_INPUT;
}

MesoCtlExit
meso_command_protocol_validate (MesoCtl  *ctl,
                                GError  **error)
{
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (!meso_ctl_parse (ctl, NULL, 0, G_MAXUINT, error))
    return MESO_CTL_BAD_INPUT;
  if (ctl->args[0] == NULL && ctl->database == NULL)
    {
      g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                           "protocol validate needs a FILE, or --database for the protocol of a clinic.");
      return MESO_CTL_BAD_INPUT;
    }
  if (ctl->args[0] == NULL)
    {
      MesoClinic *clinic = meso_ctl_open_clinic (ctl, error);

      return clinic != NULL ? print_faults (meso_protocol_service_get_set_aside (clinic)) : MESO_CTL_COULD_NOT;
    }

  documents = read_documents (ctl->args, error);
  if (documents == NULL)
    return MESO_CTL_BAD_INPUT;
  if (!complete_documents (ctl, documents, error))
    return MESO_CTL_COULD_NOT;
  faults = meso_protocol_validate (documents);
  return print_faults (faults);
}
