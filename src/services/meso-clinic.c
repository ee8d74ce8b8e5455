/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-private.h"

#include "meso-backup.h"
#include "meso-patient-repository.h"
#include "meso-setting-repository.h"
#include "meso-staff-repository.h"

struct _MesoClinic
{
  GObject parent_instance;

  MesoStore *store;
  MesoContent *content;
  char *staff;
};

G_DEFINE_FINAL_TYPE (MesoClinic, meso_clinic, G_TYPE_OBJECT)

static void
meso_clinic_finalize (GObject *object)
{
  MesoClinic *self = MESO_CLINIC (object);

  if (self->store != NULL)
    meso_store_close (self->store, NULL);
  g_clear_object (&self->store);
  g_clear_pointer (&self->content, meso_content_unref);
  g_free (self->staff);
  G_OBJECT_CLASS (meso_clinic_parent_class)->finalize (object);
}

static void
meso_clinic_class_init (MesoClinicClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_clinic_finalize;
}

static void
meso_clinic_init (MesoClinic *self)
{
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
 * Returns: (transfer none): the clinical content that the clinic works with, and the bytes it was read from
 */
MesoContent *
meso_clinic_get_content (MesoClinic *self)
{
  return self->content;
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
  return self->staff;
}

/**
 * meso_clinic_get_protocol:
 * @self: a clinic
 *
 * Returns: (transfer none): the clinical content; the clinic keeps it
 */
MesoProtocol *
meso_clinic_get_protocol (MesoClinic *self)
{
  return meso_content_get_protocol (self->content);
}

/**
 * meso_clinic_run:
 * @self: a clinic
 * @access: whether @work only reads
 * @work: what is to be done; all of it is stored, or nothing
 * @data: for @work
 *
 * Does one unit of work and waits for it. What the store says of a missing or refused record is said in this
 * layer's words: %MESO_SERVICES_ERROR_NOT_FOUND and %MESO_SERVICES_ERROR_REFUSED. All other errors are as they came.
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
    return TRUE;
  if (g_error_matches (local_error, MESO_STORE_ERROR, MESO_STORE_ERROR_NO_RECORD))
    g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, local_error->message);
  else if (g_error_matches (local_error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED))
    g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, local_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * meso_clinic_find_patient:
 * @context: the unit of work that this happens in
 * @id_or_file_number: what a person or a script calls the patient
 *
 * Looks a record up and follows it through any number of merges, so that old file numbers stay good.
 *
 * Returns: (transfer full): the record, or %NULL with %MESO_STORE_ERROR_NO_RECORD
 */
MesoPatient *
meso_clinic_find_patient (MesoStoreContext  *context,
                          const char        *id_or_file_number,
                          GError           **error)
{
  g_autoptr(MesoPatient) found = NULL;
  g_autofree char *id = NULL;

  found = g_uuid_string_is_valid (id_or_file_number)
            ? meso_patient_repository_get (context, id_or_file_number, error)
            : meso_patient_repository_get_by_file_number (context, id_or_file_number, error);
  if (found == NULL)
    return NULL;
  id = meso_patient_repository_resolve (context, found->id, error);
  if (id == NULL)
    return NULL;
  if (g_str_equal (id, found->id))
    return g_steal_pointer (&found);
  return meso_patient_repository_get (context, id, error);
}

/**
 * meso_clinic_take_error:
 * @from: (inout) (transfer full): what a look-up set that gives %NULL both when it finds nothing and when it fails
 * @error: where it goes
 *
 * Hands the error of such a look-up on to the caller.
 *
 * Returns: whether there was one
 */
gboolean
meso_clinic_take_error (GError **from,
                        GError **error)
{
  if (*from == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (from));
  return TRUE;
}

/**
 * meso_clinic_agree_on_sex:
 * @patient: the record
 * @said: what the request says; %MESO_SEX_UNKNOWN when it says nothing
 * @agreed: (out): what both know; the request's where the record has none. Unset on failure
 *
 * The record knows the sex: a request that says another is about somebody else, or mistyped, and on it
 * hangs which questions are asked.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_INVALID when the two contradict each other
 */
gboolean
meso_clinic_agree_on_sex (const MesoPatient  *patient,
                          MesoSex             said,
                          MesoSex            *agreed,
                          GError            **error)
{
  if (said != MESO_SEX_UNKNOWN && patient->sex != MESO_SEX_UNKNOWN && said != patient->sex)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "patient.sex: the record of file %s says %s, not %s. Correct one of them; nothing was stored.",
                   patient->file_number, meso_sex_to_string (patient->sex), meso_sex_to_string (said));
      return FALSE;
    }
  *agreed = patient->sex != MESO_SEX_UNKNOWN ? patient->sex : said;
  return TRUE;
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

/* Until someone says who they are, work is signed by whoever set the clinic up. Leaves it unset where nobody is entered yet. */
static gboolean
find_staff (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  MesoClinic *self = data;
  g_autoptr(GPtrArray) staff = meso_staff_repository_list (context, FALSE, error);

  if (staff == NULL)
    return FALSE;
  for (guint i = 0; self->staff == NULL && i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      if (person->active)
        self->staff = g_strdup (person->id);
    }
  if (staff->len == 0 || self->staff != NULL)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "Nobody works at this clinic any more: all of its staff are inactive. No record was changed.");
  return FALSE;
}

static gboolean
enter_first_staff (MesoStoreContext  *context,
                   gpointer           data,
                   GError           **error)
{
  MesoClinic *self = data;
  g_autoptr(MesoStaff) person = meso_staff_new ();

  g_set_str (&person->name, "Front desk");
  person->role = MESO_ROLE_DESK;
  person->active = TRUE;
  self->staff = meso_staff_repository_insert (context, NULL, person, error);
  return self->staff != NULL;
}

static MesoClinic *
clinic_new (const char    *path,
            MesoStoreMode  mode,
            MesoContent   *content,
            GError       **error)
{
  g_autoptr(MesoStore) store = meso_store_open (path, mode, error);
  g_autoptr(MesoClinic) self = NULL;
  if (store == NULL)
    return NULL;
  self = g_object_new (MESO_TYPE_CLINIC, NULL);
  self->store = g_steal_pointer (&store);
  self->content = meso_content_ref (content);
  if (!meso_clinic_run (self, MESO_STORE_READ, find_staff, self, error))
    return NULL;
  /* A new file, or one whose making was cut short just before this. */
  if (self->staff == NULL && !meso_clinic_run (self, MESO_STORE_WRITE, enter_first_staff, self, error))
    return NULL;
  return g_steal_pointer (&self);
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
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *default_path = meso_clinic_dup_default_path ();

  /* Only our own folder is made: a misspelt one is told. */
  if (g_str_equal (path, default_path))
    g_mkdir_with_parents (folder, 0700);
  return clinic_new (path, MESO_STORE_CREATE, content, error);
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
  return clinic_new (path, MESO_STORE_OPEN, content, error);
}

/**
 * meso_clinic_close:
 * @self: a clinic
 *
 * Ends what is under way and closes the file; later work is answered with %MESO_STORE_ERROR_CLOSED.
 *
 * Returns: whether the file was closed cleanly
 */
gboolean
meso_clinic_close (MesoClinic  *self,
                   GError     **error)
{
  return meso_store_close (self->store, error);
}

/**
 * meso_clinic_info_free:
 * @self: (transfer full) (nullable): what was said of a clinic's file
 */
void
meso_clinic_info_free (MesoClinicInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->upgrade_backup);
  g_free (self->last_backup_at);
  g_free (self->last_backup_path);
  g_free (self->last_backup_hash);
  g_free (self);
}

static gboolean
read_info (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  MesoClinicInfo *info = data;
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *demo = meso_setting_repository_get (context, MESO_SETTING_DEMO, &local_error);

  if (local_error == NULL)
    receipt = meso_backup_get_latest (context, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  info->demo = g_strcmp0 (demo, "yes") == 0;
  if (receipt != NULL)
    {
      info->last_backup_at = g_strdup (receipt->at_utc);
      info->last_backup_path = g_strdup (receipt->path);
      info->last_backup_hash = g_strdup (receipt->audit_hash);
    }
  return meso_patient_repository_count (context, &info->patients, error);
}

/**
 * meso_clinic_get_info:
 *
 * Returns: (transfer full): what the file is, or %NULL
 */
MesoClinicInfo *
meso_clinic_get_info (MesoClinic  *self,
                      GError     **error)
{
  g_autoptr(MesoClinicInfo) info = g_new0 (MesoClinicInfo, 1);

  info->path = g_strdup (meso_store_get_path (self->store));
  info->schema_version = meso_store_get_schema_version (self->store);
  info->upgrade_backup = g_strdup (meso_store_get_upgrade_backup (self->store));
  if (!meso_clinic_run (self, MESO_STORE_READ, read_info, info, error))
    return NULL;
  return g_steal_pointer (&info);
}

/**
 * meso_clinic_check:
 * @self: a clinic
 *
 * Looks through the whole file: takes seconds on a large one.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, one sentence each, empty when the file is sound; %NULL
 *   when it could not be looked at
 */
GPtrArray *
meso_clinic_check (MesoClinic  *self,
                   GError     **error)
{
  return meso_store_check (self->store, error);
}
