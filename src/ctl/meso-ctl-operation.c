/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-operation.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "meso-ctl-error.h"

typedef struct
{
  MesoOperation *operation;
  MesoCtlWork work;
  gpointer data;
  int percent;          /* as it was said last */
  gboolean said;
} Run;

static void
do_work (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (run->work (run->data, run->operation, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
stop (gpointer data)
{
  Run *run = data;

  g_cancellable_cancel (meso_operation_get_cancellable (run->operation));
  return G_SOURCE_CONTINUE;
}

static void
say (MesoOperation *operation,
     GParamSpec    *pspec,
     gpointer       data)
{
  Run *run = data;
  int percent = (int) (meso_operation_get_fraction (operation) * 100);

  if (percent == run->percent || !isatty (STDERR_FILENO))
    return;
  run->percent = percent;
  run->said = TRUE;
  fprintf (stderr, "\r%3d %%", percent);
  fflush (stderr);
}

static gboolean
finish (GTask   *task,
        GError **error)
{
  g_autoptr(GError) failed = NULL;

  if (g_task_propagate_boolean (task, &failed))
    return TRUE;
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "It was stopped. Nothing was changed.");
  else
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * meso_ctl_operation_run:
 * @work: what to do, on another thread
 * @data: for @work
 *
 * Returns: what @work did; %FALSE with %MESO_CTL_COULD_NOT when it was stopped
 */
gboolean
meso_ctl_operation_run (MesoCtlWork   work,
                        gpointer      data,
                        GError      **error)
{
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  Run run = { .operation = operation, .work = work, .data = data, .percent = -1 };
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  guint interrupted = g_unix_signal_add (SIGINT, stop, &run);
  guint terminated = g_unix_signal_add (SIGTERM, stop, &run);

  g_signal_connect (operation, "notify::fraction", G_CALLBACK (say), &run);
  g_task_set_task_data (task, &run, NULL);
  g_task_run_in_thread (task, do_work);
  /* A task is marked as done on the context that it was made on. */
  while (!g_task_get_completed (task))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (interrupted);
  g_source_remove (terminated);
  g_signal_handlers_disconnect_by_func (operation, say, &run);
  if (run.said)
    fputs ("\r     \r", stderr);
  return finish (task, error);
}
