/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-dialog-work.h"

#include "meso-services-error.h"

struct _MesoDialogWork
{
  GObject parent_instance;

  AdwDialog *dialog;            /* weak */
  MesoOperation *operation;     /* (nullable): while work is under way */
};

G_DEFINE_FINAL_TYPE (MesoDialogWork, meso_dialog_work, G_TYPE_OBJECT)

static void
meso_dialog_work_dispose (GObject *object)
{
  MesoDialogWork *self = MESO_DIALOG_WORK (object);

  meso_dialog_work_cancel (self);
  g_clear_object (&self->operation);
  g_clear_weak_pointer (&self->dialog);
  G_OBJECT_CLASS (meso_dialog_work_parent_class)->dispose (object);
}

static void
meso_dialog_work_class_init (MesoDialogWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_dialog_work_dispose;
}

static void
meso_dialog_work_init (MesoDialogWork *self)
{
}

MesoDialogWork *
meso_dialog_work_new (AdwDialog *dialog)
{
  MesoDialogWork *self = g_object_new (MESO_TYPE_DIALOG_WORK, NULL);
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) cancel = g_simple_action_new ("cancel", NULL);

  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_object (cancel, "activate", G_CALLBACK (meso_dialog_work_cancel), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (cancel));
  gtk_widget_insert_action_group (GTK_WIDGET (dialog), "work", G_ACTION_GROUP (actions));
  g_signal_connect_object (dialog, "close-attempt", G_CALLBACK (meso_dialog_work_cancel), self, G_CONNECT_SWAPPED);
  return self;
}

MesoOperation *
meso_dialog_work_begin (MesoDialogWork *self)
{
  g_clear_object (&self->operation);
  self->operation = meso_operation_new ();
  adw_dialog_set_can_close (self->dialog, FALSE);
  return self->operation;
}

gboolean
meso_dialog_work_end (MesoDialogWork *self,
                      const GError   *error)
{
  g_clear_object (&self->operation);
  adw_dialog_set_can_close (self->dialog, TRUE);
  return error != NULL && meso_services_error_classify (error) != MESO_PROBLEM_CANCELLED;
}

MesoOperation *
meso_dialog_work_get_operation (MesoDialogWork *self)
{
  return self->operation;
}

void
meso_dialog_work_cancel (MesoDialogWork *self)
{
  if (self->operation != NULL)
    g_cancellable_cancel (meso_operation_get_cancellable (self->operation));
}
