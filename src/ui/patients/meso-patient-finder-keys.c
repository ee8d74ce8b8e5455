/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-finder-private.h"

void
meso_patient_finder_stop_awaiting (MesoPatientFinder *self)
{
  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
}

void
meso_patient_finder_choose_patient (MesoPatientFinder *self,
                                    const char        *id)
{
  meso_patient_finder_stop_awaiting (self);
  g_signal_emit_by_name (self, "chosen", id);
}

static void
choose_awaited (MesoPatientFinder *self)
{
  const MesoPatient *patient = meso_patient_item_get_patient (self->awaited);
  g_autofree char *id = patient != NULL ? g_strdup (patient->id) : NULL;

  if (id != NULL)
    meso_patient_finder_choose_patient (self, id);
}

/* A row may be there before the record that belongs to it. */
void
meso_patient_finder_choose (MesoPatientFinder *self,
                            guint              position)
{
  meso_patient_finder_stop_awaiting (self);
  self->awaited = g_list_model_get_item (G_LIST_MODEL (self->patients), position);
  if (self->awaited == NULL)
    return;
  g_signal_connect_swapped (self->awaited, "notify::patient", G_CALLBACK (choose_awaited), self);
  choose_awaited (self);
}

static void
open_best (MesoPatientFinder *self)
{
  guint selected = meso_patient_finder_get_selected (self);

  meso_patient_finder_choose (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

/* Enter takes the one that was picked with the keys, else the best. */
void
meso_patient_finder_entry_activated (MesoPatientFinder *self)
{
  if (!meso_patient_finder_is_answered (self))
    self->pending = OPEN_FIRST;
  else if (meso_patient_finder_has_rows (self))
    open_best (self);
}

gboolean
meso_patient_finder_entry_key_pressed (MesoPatientFinder *self,
                                       guint              keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (!meso_patient_finder_is_answered (self))
    self->pending = GO_DOWN;
  else if (meso_patient_finder_has_rows (self))
    meso_patient_view_enter (self->view);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Up from the first row. */
void
meso_patient_finder_view_left (MesoPatientFinder *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
meso_patient_finder_do_pending (MesoPatientFinder *self)
{
  MesoFinderPending pending = self->pending;

  self->pending = NOTHING;
  if (pending == OPEN_FIRST && meso_patient_finder_has_rows (self))
    open_best (self);
  else if (pending == GO_DOWN && meso_patient_finder_has_rows (self))
    meso_patient_view_enter (self->view);
}
