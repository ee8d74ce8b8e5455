/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-physician.h"
#include "meso-protocol-archive-repository.h"
#include "meso-protocol-clinic.h"
#include "meso-protocol-proposal.h"
#include "meso-protocol-version-repository.h"
#include "meso-text.h"

/**
 * meso_protocol_preview_free:
 * @self: (transfer full): a preview
 */
void
meso_protocol_preview_free (MesoProtocolPreview *self)
{
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/**
 * meso_protocol_service_get_shipped:
 * @clinic: a clinic
 *
 * From any thread; waits for nothing.
 *
 * Returns: (transfer none): the protocol as it ships, without the clinic's changes; the clinic keeps it
 */
MesoProtocol *
meso_protocol_service_get_shipped (MesoClinic *clinic)
{
  return meso_content_get_protocol (meso_content_get_shipped (meso_clinic_get_content (clinic)));
}

/**
 * meso_protocol_service_get_set_aside:
 * @clinic: a clinic
 *
 * When the program brings other content, the clinic's changes are laid over it again; what doesn't fit any more isn't used. From any
 * thread; waits for nothing.
 *
 * Returns: (transfer none) (element-type utf8): that, in words; empty mostly. The clinic keeps it
 */
const GPtrArray *
meso_protocol_service_get_set_aside (MesoClinic *clinic)
{
  return meso_content_get_set_aside (meso_clinic_get_content (clinic));
}

static gboolean
list_versions (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  GPtrArray **versions = data;

  *versions = meso_protocol_version_repository_list (context, error);
  return *versions != NULL;
}

/**
 * meso_protocol_service_list_versions:
 * @clinic: a clinic
 *
 * Returns: (transfer full) (element-type MesoProtocolVersion): all versions of the clinic's protocol, newest first; empty while it works
 *   with what ships. %NULL when the file can't be read
 */
GPtrArray *
meso_protocol_service_list_versions (MesoClinic  *clinic,
                                     GError     **error)
{
  GPtrArray *versions = NULL;

  return meso_clinic_run (clinic, MESO_STORE_READ, list_versions, &versions, error) ? versions : NULL;
}

typedef struct
{
  MesoClinic *clinic;
  guint number;
  MesoProtocol *protocol;
} LoadWork;

static gboolean
load_version (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  LoadWork *work = data;
  g_autoptr(MesoProtocolVersion) version = meso_protocol_version_repository_get (context, work->number, error);
  g_autoptr(GPtrArray) documents = NULL;

  if (version != NULL)
    documents = meso_protocol_archive_repository_load (context, version->hash, error);
  if (documents != NULL)
    work->protocol = meso_protocol_new (documents, error);
  return work->protocol != NULL;
}

static MesoProtocol *
dup_version (MesoClinic  *clinic,
             guint        number,
             GError     **error)
{
  LoadWork work = { clinic, number, NULL };

  if (number == 0)
    return meso_protocol_ref (meso_protocol_service_get_shipped (clinic));
  return meso_clinic_run (clinic, MESO_STORE_READ, load_version, &work, error) ? work.protocol : NULL;
}

/**
 * meso_protocol_service_compare:
 * @clinic: a clinic
 * @before: number of a version of its protocol, 0 for what ships now
 * @after: number of another
 *
 * Compares two versions, each as a whole as it was in its time.
 *
 * Returns: (transfer full) (element-type MesoProtocolDifference): what is otherwise in @after, or %NULL with
 *   %MESO_SERVICES_ERROR_NOT_FOUND
 */
GPtrArray *
meso_protocol_service_compare (MesoClinic  *clinic,
                               guint        before,
                               guint        after,
                               GError     **error)
{
  g_autoptr(MesoProtocol) first = dup_version (clinic, before, error);
  g_autoptr(MesoProtocol) second = first != NULL ? dup_version (clinic, after, error) : NULL;

  return second != NULL ? meso_protocol_compare (first, second) : NULL;
}

typedef struct
{
  MesoClinic *clinic;
  GBytes *bytes;
} ExportWork;

static gboolean
export_document (MesoStoreContext  *context,
                 gpointer           data,
                 GError           **error)
{
  ExportWork *work = data;
  MesoContent *content = meso_clinic_get_content (work->clinic);
  GBytes *bytes = meso_content_get_clinic (content);
  g_autofree char *number = g_strdup_printf ("%u", meso_content_get_number (content));

  if (bytes != NULL)
    work->bytes = g_bytes_ref (bytes);
  else
    {
      g_autoptr(MesoProtocolClinic) nothing = meso_protocol_clinic_new ();

      work->bytes = meso_protocol_clinic_write (nothing, 0);
    }
  return meso_audit_log_append (context, meso_clinic_get_staff (work->clinic), "export", "protocol", number, "", NULL, error);
}

/**
 * meso_protocol_service_export:
 * @clinic: a clinic
 *
 * Gives the clinic's own document as it is used: what it added, changed, switched off and signed. Taken in again it changes nothing.
 *
 * Returns: (transfer full): the file, or %NULL when the export can't be noted in the audit
 */
GBytes *
meso_protocol_service_export (MesoClinic  *clinic,
                              GError     **error)
{
  ExportWork work = { .clinic = clinic };

  if (meso_clinic_run (clinic, MESO_STORE_WRITE, export_document, &work, error))
    return work.bytes;
  g_clear_pointer (&work.bytes, g_bytes_unref);
  return NULL;
}

static MesoProtocolPreview *
preview (MesoClinic             *clinic,
         const MesoProtocolWish *wish)
{
  MesoContent *current = meso_clinic_get_content (clinic);
  g_autoptr(MesoProtocolProposal) proposal = meso_protocol_proposal_new (current, wish);
  MesoProtocolPreview *self = g_new0 (MesoProtocolPreview, 1);

  self->number = meso_content_get_number (current);
  self->faults = g_ptr_array_ref (proposal->faults);
  self->remarks = g_ptr_array_ref (proposal->remarks);
  self->differences = proposal->content != NULL
                        ? meso_protocol_compare (meso_content_get_protocol (current), meso_content_get_protocol (proposal->content))
                        : g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_difference_free);
  self->changes = proposal->content != NULL;
  return self;
}

/**
 * meso_protocol_service_preview_edits:
 * @clinic: a clinic
 * @edits: (element-type MesoProtocolEdit): what is to be otherwise
 *
 * Works out what @edits would change. Reads a protocol three times, so that the window asks it on the clinic's thread.
 *
 * Returns: (transfer full): that, or why it can't be
 */
MesoProtocolPreview *
meso_protocol_service_preview_edits (MesoClinic      *clinic,
                                     const GPtrArray *edits)
{
  return preview (clinic, &(MesoProtocolWish) { .edits = edits });
}

/**
 * meso_protocol_service_preview_file:
 * @clinic: a clinic
 * @name: the file's name as faults show it
 * @bytes: what is in it
 *
 * Works out what would change if the file took the place of the clinic's own document. Signatures are given in the clinic and don't
 * come in files: those that the clinic has stay where they still fit.
 *
 * Returns: (transfer full): that, or every fault of the file
 */
MesoProtocolPreview *
meso_protocol_service_preview_file (MesoClinic *clinic,
                                    const char *name,
                                    GBytes     *bytes)
{
  return preview (clinic, &(MesoProtocolWish) { .name = name, .file = bytes });
}

typedef struct
{
  MesoClinic *clinic;
  MesoProtocolWish wish;
  const char *action;
  const char *reason;
  guint number;
  MesoContent *content;
} ApplyWork;

static gboolean
check_newest (const MesoProtocolVersion  *newest,
              guint                       number,
              GError                    **error)
{
  if ((newest != NULL ? newest->number : 0) == number)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                       "The protocol was changed meanwhile. Nothing was stored: look at what changes once more.");
  return FALSE;
}

static gboolean
check_faults (const MesoProtocolProposal  *proposal,
              GError                     **error)
{
  if (proposal->faults->len == 0)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, g_ptr_array_index (proposal->faults, 0));
  return FALSE;
}

static gboolean
store_version (MesoStoreContext           *context,
               ApplyWork                  *work,
               const MesoProtocolVersion  *newest,
               GError                    **error)
{
  const char *staff = meso_clinic_get_staff (work->clinic);
  MesoProtocol *protocol = meso_content_get_protocol (work->content);

  if (!meso_protocol_archive_repository_store (context, staff, protocol, meso_content_get_documents (work->content), error))
    return FALSE;
  work->number = meso_protocol_version_repository_insert (context, staff, newest, work->action, meso_protocol_get_hash (protocol),
                                                          work->reason, error);
  return work->number > 0;
}

static gboolean
apply (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  ApplyWork *work = data;
  g_autoptr(MesoStaff) desk = meso_clinic_dup_desk (work->clinic);
  g_autofree char *today = meso_calendar_date_to_string (meso_local_day_of_moment (meso_store_context_get_now (context)));
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoProtocolVersion) newest = NULL;
  g_autoptr(MesoProtocolProposal) proposal = NULL;

  if (!meso_physician_check_desk (context, work->clinic, error))
    return FALSE;
  newest = meso_protocol_version_repository_get_newest (context, &local_error);
  if (meso_clinic_take_error (&local_error, error) || !check_newest (newest, work->number, error))
    return FALSE;

  work->wish.by = desk->name;
  work->wish.on = today;
  proposal = meso_protocol_proposal_new (meso_clinic_get_content (work->clinic), &work->wish);
  if (!check_faults (proposal, error))
    return FALSE;
  if (proposal->content == NULL)
    return TRUE;
  work->content = g_steal_pointer (&proposal->content);
  return store_version (context, work, newest, error);
}

static gboolean
check_reason (const ApplyWork  *work,
              GError          **error)
{
  g_autofree char *reason = meso_text_trim (work->reason);

  if (!meso_text_check_note (work->reason, "The reason", error))
    return FALSE;
  if (*reason != '\0' || work->wish.rules != NULL)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "A change of the protocol needs a reason. Nothing was stored.");
  return FALSE;
}

/* What was stored is used from here on; a file that couldn't be written leaves both as they were. */
static gboolean
run_apply (ApplyWork  *work,
           guint      *number,
           GError    **error)
{
  gboolean stored = FALSE;

  work->number = *number;
  stored = check_reason (work, error) && meso_clinic_run (work->clinic, MESO_STORE_WRITE, apply, work, error);
  if (stored && work->content != NULL)
    meso_clinic_set_content (work->clinic, work->content);
  g_clear_pointer (&work->content, meso_content_unref);
  if (stored)
    *number = work->number;
  return stored;
}

/**
 * meso_protocol_service_apply_edits:
 * @clinic: a clinic with a physician at the desk
 * @edits: (element-type MesoProtocolEdit): what is to be otherwise
 * @number: (inout): of the preview; afterwards of the version in use
 * @reason: why
 *
 * Makes a new version of the clinic's protocol, which is used from here on; “changed” tells "protocol". Where nothing changes, nothing
 * is stored, unless something was set aside: then what is left becomes the clinic's protocol. What was screened before keeps its own.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_REFUSED for anyone but a physician and when somebody else made a version meanwhile,
 *   %MESO_SERVICES_ERROR_INVALID without a reason and for a fault
 */
gboolean
meso_protocol_service_apply_edits (MesoClinic       *clinic,
                                   const GPtrArray  *edits,
                                   guint            *number,
                                   const char       *reason,
                                   GError          **error)
{
  ApplyWork work = { .clinic = clinic, .wish = { .edits = edits }, .action = "change", .reason = reason };

  return run_apply (&work, number, error);
}

/**
 * meso_protocol_service_apply_file:
 * @clinic: a clinic with a physician at the desk
 * @name: the file's name as faults show it
 * @bytes: what is in it
 * @number: (inout): of the preview; afterwards of the version in use
 * @reason: why
 *
 * The same for a file, which takes the place of the clinic's own document.
 *
 * Returns: %FALSE with the errors of meso_protocol_service_apply_edits()
 */
gboolean
meso_protocol_service_apply_file (MesoClinic  *clinic,
                                  const char  *name,
                                  GBytes      *bytes,
                                  guint       *number,
                                  const char  *reason,
                                  GError     **error)
{
  ApplyWork work = { .clinic = clinic, .wish = { .name = name, .file = bytes }, .action = "import", .reason = reason };

  return run_apply (&work, number, error);
}

/**
 * meso_protocol_service_review:
 * @clinic: a clinic with a physician at the desk
 * @rules: (array zero-terminated=1): ids of rules in use
 * @number: (inout): of the version that was read; afterwards of the version in use
 * @reason: a remark; "" is fine
 *
 * Signs @rules as they are now, in the name of whoever is at the desk. A signature counts as long as the rule is what was signed.
 *
 * Returns: %FALSE with the errors of meso_protocol_service_apply_edits()
 */
gboolean
meso_protocol_service_review (MesoClinic         *clinic,
                              const char *const  *rules,
                              guint              *number,
                              const char         *reason,
                              GError            **error)
{
  ApplyWork work = { .clinic = clinic, .wish = { .rules = rules }, .action = "review", .reason = reason };

  return run_apply (&work, number, error);
}
