/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-work.h"

#include "meso-protocol-service.h"

MesoProtocolWork *
meso_protocol_work_new (MesoProtocolAct act,
                        guint           number)
{
  MesoProtocolWork *self = g_new0 (MesoProtocolWork, 1);

  self->act = act;
  self->number = number;
  self->days = -1;
  self->why = g_strdup ("");
  return self;
}

void
meso_protocol_work_free (gpointer data)
{
  MesoProtocolWork *self = data;

  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_strfreev (self->rules);
  g_free (self->why);
  g_free (self);
}

static MesoProtocolEdit *
make_edit (const MesoProtocolWork *self)
{
  switch (self->act)
    {
    case MESO_PROTOCOL_ACT_CHANGE:
      return meso_protocol_edit_new_change (self->rule, self->n_case, self->outcome, self->days, self->why);
    case MESO_PROTOCOL_ACT_RESTORE:
      return meso_protocol_edit_new_restore (self->rule, self->n_case);
    case MESO_PROTOCOL_ACT_SWITCH_OFF:
      return meso_protocol_edit_new_switch_off (self->rule, self->why);
    case MESO_PROTOCOL_ACT_SWITCH_ON:
      return meso_protocol_edit_new_switch_on (self->rule);
    case MESO_PROTOCOL_ACT_REMOVE:
      return meso_protocol_edit_new_remove (self->rule);
    case MESO_PROTOCOL_ACT_WITHDRAW:
      return meso_protocol_edit_new_withdraw (self->rule);
    case MESO_PROTOCOL_ACT_USE_FILE:
    case MESO_PROTOCOL_ACT_ACCEPT:
    case MESO_PROTOCOL_ACT_REVIEW:
    default:
      g_assert_not_reached ();
    }
}

gpointer
meso_protocol_work_apply (MesoClinic  *clinic,
                          gpointer     data,
                          GError     **error)
{
  const MesoProtocolWork *self = data;
  g_autoptr(GPtrArray) edits = NULL;
  guint number = self->number;

  switch (self->act)
    {
    case MESO_PROTOCOL_ACT_USE_FILE:
      meso_protocol_service_apply_file (clinic, self->name, self->bytes, &number, self->why, error);
      break;
    case MESO_PROTOCOL_ACT_REVIEW:
      meso_protocol_service_review (clinic, (const char *const *) self->rules, &number, self->why, error);
      break;
    case MESO_PROTOCOL_ACT_CHANGE:
    case MESO_PROTOCOL_ACT_RESTORE:
    case MESO_PROTOCOL_ACT_SWITCH_OFF:
    case MESO_PROTOCOL_ACT_SWITCH_ON:
    case MESO_PROTOCOL_ACT_REMOVE:
    case MESO_PROTOCOL_ACT_WITHDRAW:
    case MESO_PROTOCOL_ACT_ACCEPT:
    default:
      edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);
      if (self->act != MESO_PROTOCOL_ACT_ACCEPT)
        g_ptr_array_add (edits, make_edit (self));
      meso_protocol_service_apply_edits (clinic, edits, &number, self->why, error);
    }
  return NULL;
}

gpointer
meso_protocol_work_get_number (MesoClinic  *clinic,
                               gpointer     nothing,
                               GError     **error)
{
  g_autoptr(GPtrArray) versions = meso_protocol_service_list_versions (clinic, error);
  const MesoProtocolVersion *newest = versions != NULL && versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;

  return GUINT_TO_POINTER (newest != NULL ? newest->number : 0);
}
