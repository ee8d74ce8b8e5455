/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-opening.h"

#include "meso-backup-service.h"
#include "meso-clinic-call.h"
#include "meso-clinic-private.h"
#include "meso-clinic-setup.h"
#include "meso-demo-clinic.h"

typedef struct _Opening Opening;

/* What has to be at the path before it is opened. Waits for the disk, on a thread of its own. */
typedef gboolean (*Prepare) (Opening *opening, GCancellable *cancellable, GError **error);

struct _Opening
{
  char *path;
  Prepare prepare;              /* (nullable) */
  MesoClinicSetup *setup;
  char *copy;
  char *demo_language;
  guint demo_patients;
  MesoOperation *operation;
  guint pending;                /* what is under way side by side */
  GError *error;                /* (nullable): the first that was met */
  MesoContent *content;
  MesoStore *store;
  MesoClinic *clinic;
};

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_clear_pointer (&opening->setup, meso_clinic_setup_free);
  g_free (opening->copy);
  g_free (opening->demo_language);
  g_clear_object (&opening->operation);
  g_clear_pointer (&opening->content, meso_content_unref);
  g_clear_error (&opening->error);
  g_clear_object (&opening->store);
  g_clear_object (&opening->clinic);
  g_free (opening);
}

/* The steps: read the content and prepare the file, on any thread; open it, on the store's; find out who is at the desk, on the
 * clinic's. A file that needs no preparing is opened while the content is read. In between the caller's main context goes on, and
 * the store is made there, so that its news come there. */

static void
on_begun (GObject      *clinic,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  meso_clinic_call_finish (MESO_CLINIC (clinic), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&opening->clinic), g_object_unref);
}

static gpointer
begin (MesoClinic  *clinic,
       gpointer     demo_language,
       GError     **error)
{
  if (meso_clinic_begin (clinic, NULL, error) && demo_language != NULL)
    meso_demo_clinic_set_language (clinic, demo_language, error);
  return NULL;
}

/* One of what is under way is done; the last one goes on. Takes task. */
static void
join (GTask  *owned_task,
      GError *error)
{
  g_autoptr(GTask) task = owned_task;
  Opening *opening = g_task_get_task_data (task);

  if (opening->error == NULL)
    opening->error = error;
  else
    g_clear_error (&error);
  if (--opening->pending > 0)
    return;
  if (opening->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&opening->error));
      return;
    }
  opening->clinic = meso_clinic_new_for_store (g_steal_pointer (&opening->store), opening->content);
  meso_clinic_call_async (opening->clinic, begin, g_strdup (opening->demo_language), g_free, NULL, NULL, on_begun,
                          g_steal_pointer (&task));
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *opening = g_task_get_task_data (data);
  GError *error = NULL;

  opening->store = meso_store_open_finish (result, &error);
  join (data, error);
}

static void
open_store (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  opening->pending++;
  meso_store_open_async (opening->path, MESO_STORE_OPEN, NULL, on_opened, g_object_ref (task));
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Opening *opening = g_task_get_task_data (data);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) && opening->prepare != NULL)
    open_store (data);
  join (data, error);
}

static void
prepare (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  opening->content = meso_content_load (&error);
  if (opening->content != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      (opening->prepare == NULL || opening->prepare (opening, cancellable, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A cancel counts until the file is there: what was made is then opened. */
static void
run (Opening             *opening,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(GTask) preparing = g_task_new (NULL, cancellable, on_prepared, task);

  g_task_set_source_tag (task, run);
  g_task_set_static_name (task, "MesoClinic opening");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, opening, opening_free);
  g_task_set_check_cancellable (preparing, FALSE);
  g_task_set_task_data (preparing, opening, NULL);
  opening->pending++;
  if (opening->prepare == NULL && !g_cancellable_is_cancelled (cancellable))
    open_store (task);
  g_task_run_in_thread (preparing, prepare);
}

static Opening *
opening_new (const char *path,
             Prepare     prepare_file)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->prepare = prepare_file;
  return opening;
}

/**
 * meso_clinic_open_async:
 * @path: a clinic's file; one of an older version is copied, then upgraded
 * @callback: always comes, on the caller's main context, where “changed” will come too
 *
 * Opens a clinic without waiting; meso_clinic_opening_finish() gives it.
 */
void
meso_clinic_open_async (const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  run (opening_new (path, NULL), cancellable, callback, user_data);
}

static gboolean
prepare_setup (Opening       *opening,
               GCancellable  *cancellable,
               GError       **error)
{
  return meso_clinic_setup_make (opening->setup, opening->path, opening->content, error);
}

/**
 * meso_clinic_set_up_async:
 * @path: where nothing may be yet
 * @setup: what the clinic was asked
 *
 * Makes a clinic and opens it. Its first member of staff is the physician, who takes the desk.
 */
void
meso_clinic_set_up_async (const char            *path,
                          const MesoClinicSetup *setup,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  Opening *opening = opening_new (path, prepare_setup);

  opening->setup = meso_clinic_setup_copy (setup);
  run (opening, cancellable, callback, user_data);
}

static gboolean
prepare_demo (Opening       *opening,
              GCancellable  *cancellable,
              GError       **error)
{
  return meso_demo_clinic_make_own (opening->path, opening->content, opening->demo_patients, opening->demo_language,
                                    opening->operation, error);
}

/**
 * meso_clinic_open_demo_async:
 * @path: the demo clinic's own file
 * @language: "en" or "fa": what the demo speaks from here on
 * @patients: how many people are made up where there is no demo yet
 * @operation: (nullable): told how far the making is, and stops it
 *
 * Opens the demo clinic, made first where there is none. A clinic that isn't a demo is refused.
 */
void
meso_clinic_open_demo_async (const char          *path,
                             const char          *language,
                             guint                patients,
                             MesoOperation       *operation,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Opening *opening = opening_new (path, g_file_test (path, G_FILE_TEST_EXISTS) ? NULL : prepare_demo);

  opening->demo_language = g_strdup (language);
  opening->demo_patients = patients;
  g_set_object (&opening->operation, operation);
  run (opening, operation != NULL ? meso_operation_get_cancellable (operation) : NULL, callback, user_data);
}

static gboolean
prepare_restored (Opening       *opening,
                  GCancellable  *cancellable,
                  GError       **error)
{
  meso_clinic_make_own_folder (opening->path);
  return meso_backup_service_restore (opening->copy, opening->path, error);
}

/**
 * meso_clinic_restore_async:
 * @copy: a backup, which stays as it is
 * @path: where nothing may be yet
 *
 * Verifies a backup, brings it back, and opens it.
 */
void
meso_clinic_restore_async (const char          *copy,
                           const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Opening *opening = opening_new (path, prepare_restored);

  opening->copy = g_strdup (copy);
  run (opening, cancellable, callback, user_data);
}

/**
 * meso_clinic_opening_finish:
 *
 * Returns: (transfer full): the clinic, open; or %NULL with the reason: a file that was there is as it was then
 */
MesoClinic *
meso_clinic_opening_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, run), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * meso_clinic_dup_demo_path:
 *
 * Returns: (transfer full): where the demo clinic's own file lies: beside the clinic's
 */
char *
meso_clinic_dup_demo_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "mesoclinic", "demo.db", NULL);
}
