/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-private.h"

struct _MesoClinic
{
  GObject parent_instance;

  GMainContext *context;        /* where “changed” is told */
  MesoStore *store;
  MesoContent *content;         /* atomic */
  GPtrArray *retired;           /* contents that were in use; under @retiring */
  GMutex retiring;
  MesoClinicDesk *desk;
  MesoStoreWorker *worker;
  gboolean wrote;               /* on the worker's thread only */
};

G_DEFINE_FINAL_TYPE (MesoClinic, meso_clinic, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_clinic_finalize (GObject *object)
{
  MesoClinic *self = MESO_CLINIC (object);

  /* A call holds the clinic until it is answered: nothing is queued any more. */
  meso_store_worker_stop (self->worker);
  meso_store_worker_unref (self->worker);
  if (self->store != NULL)
    meso_store_close (self->store, NULL);
  g_clear_object (&self->store);
  g_clear_pointer (&self->content, meso_content_unref);
  g_ptr_array_unref (self->retired);
  g_mutex_clear (&self->retiring);
  meso_clinic_desk_free (self->desk);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (meso_clinic_parent_class)->finalize (object);
}

static void
meso_clinic_class_init (MesoClinicClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_clinic_finalize;

  /**
   * MesoClinic::changed:
   * @what: what kind of record: "patient", "screening" …, or "desk"
   * @id: which one
   *
   * Its detail is @what: “changed::protocol”.
   */
  signals[CHANGED] = g_signal_new ("changed", MESO_TYPE_CLINIC, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
meso_clinic_init (MesoClinic *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_content_unref);
  g_mutex_init (&self->retiring);
  self->desk = meso_clinic_desk_new ();
  self->worker = meso_store_worker_new ("meso-clinic");
}

/**
 * meso_clinic_get_store:
 * @self: a clinic
 *
 * Returns: (transfer none): the open file
 */
MesoStore *
meso_clinic_get_store (MesoClinic *self)
{
  return self->store;
}

/**
 * meso_clinic_get_content:
 * @self: a clinic
 *
 * From any thread. What was got stays good as long as the clinic, whatever takes its place meanwhile: work that has begun with it
 * ends with it.
 *
 * Returns: (transfer none): the clinical content that the clinic works with, and the bytes it was read from
 */
MesoContent *
meso_clinic_get_content (MesoClinic *self)
{
  return g_atomic_pointer_get (&self->content);
}

/**
 * meso_clinic_get_desk:
 * @self: a clinic
 *
 * Returns: (transfer none): who is at the desk, for any thread; setting it here tells nobody
 */
MesoClinicDesk *
meso_clinic_get_desk (MesoClinic *self)
{
  return self->desk;
}

/**
 * meso_clinic_get_staff:
 * @self: a clinic
 *
 * Returns: (transfer none): id of whoever signs the work, an active member of the staff
 */
const char *
meso_clinic_get_staff (MesoClinic *self)
{
  return meso_clinic_desk_get_id (self->desk);
}

/**
 * meso_clinic_dup_desk:
 * @self: a clinic
 *
 * Returns: (transfer full): whoever signs the work
 */
MesoStaff *
meso_clinic_dup_desk (MesoClinic *self)
{
  return meso_clinic_desk_dup (self->desk);
}

typedef struct
{
  GWeakRef clinic;
  const char *what;       /* static */
  char *id;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->clinic);
  g_free (news->id);
  g_free (news);
}

static gboolean
tell_news (gpointer data)
{
  News *news = data;
  g_autoptr(MesoClinic) self = g_weak_ref_get (&news->clinic);

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], g_quark_from_string (news->what), news->what, news->id);
  return G_SOURCE_REMOVE;
}

static void
send_news (MesoClinic *self,
           const char *what,
           const char *id)
{
  g_autoptr(GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  g_weak_ref_init (&news->clinic, self);
  news->what = what;
  news->id = g_strdup (id);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "MesoClinic news");
  g_source_set_callback (source, tell_news, news, news_free);
  g_source_attach (source, self->context);
}

/**
 * meso_clinic_set_desk:
 * @self: a clinic
 * @person: who is at the desk now, as stored
 *
 * From here on work is signed by @person; “changed” tells of it.
 */
void
meso_clinic_set_desk (MesoClinic      *self,
                      const MesoStaff *person)
{
  meso_clinic_desk_set (self->desk, person);
  send_news (self, "desk", person->id);
}

/**
 * meso_clinic_set_content:
 * @self: a clinic
 * @content: the clinical content from here on; the clinic takes a reference
 *
 * Work that begins from here on is done with @content; “changed” tells of it. What was in use before is kept as long as the clinic,
 * because others may be reading it on any thread: a protocol is changed a few times a year.
 */
void
meso_clinic_set_content (MesoClinic  *self,
                         MesoContent *content)
{
  g_mutex_lock (&self->retiring);
  g_ptr_array_add (self->retired, meso_clinic_get_content (self));
  g_atomic_pointer_set (&self->content, meso_content_ref (content));
  g_mutex_unlock (&self->retiring);
  send_news (self, "protocol", "");
}

/**
 * meso_clinic_get_worker:
 * @self: a clinic
 *
 * Returns: (transfer none): the thread that meso_clinic_call_async() does calls on
 */
MesoStoreWorker *
meso_clinic_get_worker (MesoClinic *self)
{
  return self->worker;
}

/**
 * meso_clinic_set_wrote:
 * @self: a clinic
 * @wrote: whether the call that is being done has stored anything. Other threads than that of the calls say nothing by it
 */
void
meso_clinic_set_wrote (MesoClinic *self,
                       gboolean    wrote)
{
  if (meso_store_worker_is_current (self->worker))
    self->wrote = wrote;
}

/**
 * meso_clinic_get_wrote:
 * @self: a clinic, on the thread of its calls
 *
 * Returns: whether the call that is being done has stored anything
 */
gboolean
meso_clinic_get_wrote (MesoClinic *self)
{
  return self->wrote;
}

/**
 * meso_clinic_get_protocol:
 * @self: a clinic
 *
 * From any thread; what was got stays good as long as the clinic.
 *
 * Returns: (transfer none): the clinical content in use; the clinic keeps it
 */
MesoProtocol *
meso_clinic_get_protocol (MesoClinic *self)
{
  return meso_content_get_protocol (meso_clinic_get_content (self));
}

/**
 * meso_clinic_run:
 * @self: a clinic
 * @access: whether @work only reads
 * @work: what is to be done; all of it is stored, or nothing
 * @data: for @work
 *
 * Does one unit of work and waits for it. What the store says of a missing or refused record, or
 * of one that somebody else changed, is said in this layer's words: %MESO_SERVICES_ERROR_NOT_FOUND and
 * %MESO_SERVICES_ERROR_REFUSED. All other errors are as they came.
 *
 * Returns: whether @work was done
 */
gboolean
meso_clinic_run (MesoClinic       *self,
                 MesoStoreAccess   access,
                 MesoStoreWork     work,
                 gpointer          data,
                 GError          **error)
{
  g_autoptr(GError) local_error = NULL;

  if (meso_store_run (self->store, access, work, data, &local_error))
    {
      if (access == MESO_STORE_WRITE)
        meso_clinic_set_wrote (self, TRUE);
      return TRUE;
    }
  if (g_error_matches (local_error, MESO_STORE_ERROR, MESO_STORE_ERROR_NO_RECORD))
    g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, local_error->message);
  else if (g_error_matches (local_error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED) ||
           g_error_matches (local_error, MESO_STORE_ERROR, MESO_STORE_ERROR_CHANGED))
    g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, local_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * meso_clinic_dup_default_path:
 *
 * Returns: (transfer full): where the clinic's file lies unless one is named: the app's data folder
 */
char *
meso_clinic_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "mesoclinic", "clinic.db", NULL);
}

static void
tell_changed (MesoStore  *store,
              const char *what,
              const char *id,
              MesoClinic *self)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (what), what, id);
}

/**
 * meso_clinic_new_for_store:
 * @store: (transfer full): an open file
 * @content: the clinical content; the clinic takes a reference
 *
 * Returns: (transfer full): a clinic that meso_clinic_begin() makes ready
 */
MesoClinic *
meso_clinic_new_for_store (MesoStore   *store,
                           MesoContent *content)
{
  MesoClinic *self = g_object_new (MESO_TYPE_CLINIC, NULL);

  self->store = store;
  self->content = meso_content_ref (content);
  g_signal_connect_object (store, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_DEFAULT);
  return self;
}

static MesoClinic *
clinic_new (const char       *path,
            MesoStoreMode     mode,
            MesoContent      *content,
            const MesoStaff  *first,
            GError          **error)
{
  MesoStore *store = meso_store_open (path, mode, error);
  g_autoptr(MesoClinic) self = store != NULL ? meso_clinic_new_for_store (store, content) : NULL;

  if (self == NULL || !meso_clinic_begin (self, first, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * meso_clinic_make_own_folder:
 * @path: where a clinic's file is to be
 *
 * Makes the app's data folder when that is where @path lies. Only our own folder is made: a misspelt one is told.
 */
void
meso_clinic_make_own_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *default_path = meso_clinic_dup_default_path ();
  g_autofree char *own_folder = g_path_get_dirname (default_path);

  if (g_str_equal (folder, own_folder))
    g_mkdir_with_parents (folder, 0700);
}

/**
 * meso_clinic_create_with_staff:
 * @path: where nothing may be yet
 * @first: (nullable): who works there first; %NULL for the front desk
 *
 * Returns: (transfer full): a new, empty clinic, or %NULL; a file that was there stays as it is
 */
MesoClinic *
meso_clinic_create_with_staff (const char       *path,
                               MesoContent      *content,
                               const MesoStaff  *first,
                               GError          **error)
{
  meso_clinic_make_own_folder (path);
  return clinic_new (path, MESO_STORE_CREATE, content, first, error);
}

/**
 * meso_clinic_create:
 * @path: where nothing may be yet; its folder is made when it is missing
 *
 * Returns: (transfer full): a new, empty clinic, or %NULL; a file that was there stays as it is
 */
MesoClinic *
meso_clinic_create (const char   *path,
                    MesoContent  *content,
                    GError      **error)
{
  return meso_clinic_create_with_staff (path, content, NULL, error);
}

/**
 * meso_clinic_open:
 * @path: a clinic's file; one of an older version is copied, then upgraded
 * @content: the clinical content; the clinic takes a reference
 *
 * Returns: (transfer full): the clinic, or %NULL with a %MESO_STORE_ERROR that says why the file can't be used; it stays
 *   as it is then. %MESO_SERVICES_ERROR_INVALID when nobody of its staff is active
 */
MesoClinic *
meso_clinic_open (const char   *path,
                  MesoContent  *content,
                  GError      **error)
{
  return clinic_new (path, MESO_STORE_OPEN, content, NULL, error);
}

/**
 * meso_clinic_close:
 * @self: a clinic
 *
 * Does what is queued and closes the file; later work is answered with %MESO_STORE_ERROR_CLOSED. Waits: for the window it is a
 * call of meso_clinic_call_async() of its own, the last.
 *
 * Returns: whether the file was closed cleanly
 */
gboolean
meso_clinic_close (MesoClinic  *self,
                   GError     **error)
{
  meso_store_worker_stop (self->worker);
  return meso_store_close (self->store, error);
}
