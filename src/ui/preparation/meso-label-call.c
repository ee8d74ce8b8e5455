/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-call.h"

#include "meso-handout-choice.h"
#include "meso-preparation-label-service.h"

MesoLabelOrder *
meso_label_order_new (const char *preparation,
                      const char *size,
                      GFile      *file)
{
  MesoLabelOrder *self = g_new0 (MesoLabelOrder, 1);

  self->preparation = g_strdup (preparation);
  self->size = g_strdup (size);
  self->file = g_object_ref (file);
  return self;
}

void
meso_label_order_free (MesoLabelOrder *self)
{
  g_free (self->preparation);
  g_free (self->size);
  g_object_unref (self->file);
  g_free (self);
}

gpointer
meso_label_call_make (MesoClinic  *clinic,
                      gpointer     data,
                      GError     **error)
{
  const MesoLabelOrder *order = data;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  const MesoLabelRequest request = {
    .preparation = order->preparation, .size = order->size, .creation = now, .deliver = meso_handout_choice_write_file,
    .deliver_data = order->file,
  };
  g_autoptr(MesoLabel) label = meso_preparation_label_service_make (clinic, &request, error);

  return GINT_TO_POINTER (label != NULL);
}
