/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-worker.h"

#include "meso-store-error.h"

struct _MesoStoreWorker
{
  gatomicrefcount references;   /* the owner's, and the thread's */
  GThread *thread;              /* the same for life */
  GMutex lock;                  /* guards what follows */
  GCond news;
  GQueue jobs;
  gboolean stopping;
  gboolean joined;
  gboolean ended;
};

typedef struct
{
  MesoStoreWorkerFunc func;
  gpointer data;
  GTask *task;                  /* whom to answer, or else the waiting caller: */
  gboolean *answered;
  gboolean done;
  GError *error;
} Job;

/**
 * meso_store_worker_unref:
 * @self: (transfer full): a worker that was stopped
 */
void
meso_store_worker_unref (MesoStoreWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_thread_unref (self->thread);
  g_assert (g_queue_is_empty (&self->jobs));
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->news);
  g_free (self);
}

static gboolean
answer_on_context (gpointer data)
{
  Job *job = data;

  if (job->done)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

static void
free_task_job (gpointer data)
{
  Job *job = data;

  g_clear_error (&job->error);
  g_object_unref (job->task);
  g_free (job);
}

/* The task may hold the last reference to the store, whose end waits for this thread: so it goes back to where it came from and
 * is let go of there. */
static void
answer_task (Job *job)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_static_name (source, "MesoStoreWorker answer");
  g_source_set_callback (source, answer_on_context, job, free_task_job);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
answer_waiting (MesoStoreWorker *self, Job *job)
{
  g_mutex_lock (&self->lock);
  *job->answered = TRUE;
  g_cond_broadcast (&self->news);
  g_mutex_unlock (&self->lock);
}

static void
do_job (MesoStoreWorker *self, Job *job)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    job->done = job->func (job->data, cancellable, &job->error);
  g_assert (job->done == (job->error == NULL));

  if (job->task != NULL)
    answer_task (job);
  else
    answer_waiting (self, job);
}

static gpointer
work (gpointer data)
{
  MesoStoreWorker *self = data;

  while (TRUE)
    {
      Job *job;

      g_mutex_lock (&self->lock);
      while (g_queue_is_empty (&self->jobs) && !self->stopping)
        g_cond_wait (&self->news, &self->lock);
      job = g_queue_pop_head (&self->jobs);
      g_mutex_unlock (&self->lock);

      if (job == NULL)
        break;
      do_job (self, job);
    }
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_cond_broadcast (&self->news);
  g_mutex_unlock (&self->lock);
  meso_store_worker_unref (self);
  return NULL;
}

MesoStoreWorker *
meso_store_worker_new (const char *name)
{
  MesoStoreWorker *self = g_new0 (MesoStoreWorker, 1);

  g_atomic_ref_count_init (&self->references);
  g_atomic_ref_count_inc (&self->references);
  g_mutex_init (&self->lock);
  g_cond_init (&self->news);
  g_queue_init (&self->jobs);
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * meso_store_worker_is_current:
 *
 * Returns: whether the caller runs on the worker's own thread
 */
gboolean
meso_store_worker_is_current (MesoStoreWorker *self)
{
  return self->thread == g_thread_self ();
}

/**
 * meso_store_worker_stop:
 *
 * Does what is still queued, then ends; what comes later is answered with %MESO_STORE_ERROR_CLOSED. Any thread may
 * call it, any number of times; each waits for the end, except the worker's own.
 */
void
meso_store_worker_stop (MesoStoreWorker *self)
{
  gboolean join = FALSE;

  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_broadcast (&self->news);
  if (!meso_store_worker_is_current (self))
    {
      while (!self->ended)
        g_cond_wait (&self->news, &self->lock);
      join = !self->joined;
      self->joined = TRUE;
    }
  g_mutex_unlock (&self->lock);
  if (join)
    g_thread_join (g_thread_ref (self->thread));
}

static gboolean
refuse_when_stopping (MesoStoreWorker *self, GError **error)
{
  if (!self->stopping)
    return FALSE;
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED, "The database has been closed. %s",
               meso_store_error_get_sentence (MESO_STORE_ERROR_CLOSED));
  return TRUE;
}

gboolean
meso_store_worker_run (MesoStoreWorker *self, MesoStoreWorkerFunc func, gpointer data, GError **error)
{
  gboolean answered = FALSE;
  Job job = { .func = func, .data = data, .answered = &answered };

  g_mutex_lock (&self->lock);
  if (refuse_when_stopping (self, &job.error))
    {
      answered = TRUE;
    }
  else
    {
      g_assert (!meso_store_worker_is_current (self));
      g_queue_push_tail (&self->jobs, &job);
      g_cond_broadcast (&self->news);
    }
  while (!answered)
    g_cond_wait (&self->news, &self->lock);
  g_mutex_unlock (&self->lock);

  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.done;
}

/**
 * meso_store_worker_push:
 * @task: (transfer full): whom to answer
 */
void
meso_store_worker_push (MesoStoreWorker *self, MesoStoreWorkerFunc func, gpointer data, GTask *task)
{
  Job *job = g_new0 (Job, 1);
  gboolean refused;

  job->func = func;
  job->data = data;
  job->task = task;
  /* What was stored is stored, whatever was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);

  g_mutex_lock (&self->lock);
  refused = refuse_when_stopping (self, &job->error);
  if (!refused)
    {
      g_queue_push_tail (&self->jobs, job);
      g_cond_broadcast (&self->news);
    }
  g_mutex_unlock (&self->lock);
  if (refused)
    answer_task (job);
}
