/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-release-service.h"

#include <json-glib/json-glib.h>

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-handout-facts.h"
#include "meso-handout-making.h"
#include "meso-record-data.h"
#include "meso-record-gather.h"
#include "meso-record-sheet.h"
#include "meso-text.h"

/**
 * meso_release_free:
 * @self: (transfer full) (nullable): a record that was made ready
 */
void
meso_release_free (MesoRelease *self)
{
  if (self == NULL)
    return;
  g_free (self->file_number);
  g_free (self->language);
  g_free (self->paper);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}

typedef struct
{
  MesoClinic *clinic;
  const MesoReleaseRequest *request;
  gboolean given;               /* to somebody */
  MesoRecordContents *contents;
  char *paper;
  MesoRelease *release;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->contents, meso_record_contents_free);
  g_clear_pointer (&work->paper, g_free);
  g_clear_pointer (&work->release, meso_release_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* Language, paper and letterhead are chosen as for any sheet of the patient. */
static gboolean
take_settings (Work              *work,
               MesoStoreContext  *context,
               GError           **error)
{
  const MesoReleaseRequest *request = work->request;
  const MesoHandoutRequest sheet = { .kind = "record", .language = request->language, .paper = request->paper };
  MesoHandoutFacts facts = { .context = work->contents->context };

  if (!meso_handout_facts_take_settings (&facts, context, work->contents->record->patient, &sheet, error))
    return FALSE;
  work->paper = facts.paper;
  work->contents->context->printed_at = request->printed_at;
  if (work->given)
    {
      g_set_str (&work->contents->released_to, request->recipient);
      g_set_str (&work->contents->released_why, request->reason);
    }
  return TRUE;
}

static gboolean
gather (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->contents = meso_record_gather (context, work->request->patient, error);
  if (work->contents == NULL)
    return FALSE;
  if (!work->contents->record->patient->erased)
    return take_settings (work, context, error);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "File %s was erased: there is no record to give out.",
               work->contents->context->file_number);
  return FALSE;
}

static gboolean
render (Work    *work,
        GError **error)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (work->clinic);
  g_autoptr(MesoHandoutSheet) sheet = meso_record_sheet_assemble (protocol, work->contents, error);
  g_autoptr(MesoHandoutRenderer) renderer = meso_handout_making_lay_out (sheet, work->paper, error);
  MesoRelease *release;

  if (renderer == NULL)
    return FALSE;
  release = g_new0 (MesoRelease, 1);
  work->release = release;
  release->pdf = meso_handout_renderer_to_pdf (renderer, work->request->creation, error);
  release->pages = meso_handout_renderer_get_n_pages (renderer);
  release->data = meso_record_data_make (work->contents);
  release->file_number = g_strdup (work->contents->context->file_number);
  release->language = g_strdup (work->contents->context->language);
  release->paper = g_strdup (work->paper);
  return release->pdf != NULL;
}

static void
add_new (JsonBuilder *json,
         const char  *name,
         const char  *value)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "old");
  json_builder_add_null_value (json);
  json_builder_set_member_name (json, "new");
  json_builder_add_string_value (json, value);
  json_builder_end_object (json);
}

/* (transfer full): to whom, and the hashes of what they got, as values of the log: gone with an erasure */
static char *
describe (const Work *work)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *pdf = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, work->release->pdf);
  g_autofree char *data = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, work->release->data);

  json_builder_begin_object (json);
  if (work->given)
    add_new (json, "recipient", work->request->recipient);
  add_new (json, "pdf_sha256", pdf);
  add_new (json, "data_sha256", data);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  return json_to_string (root, FALSE);
}

static gboolean
write_down (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Work *work = data;
  g_autofree char *body = describe (work);

  return meso_audit_log_append (context, meso_clinic_get_staff (work->clinic), work->given ? "release" : "print", "patient",
                                work->contents->record->patient->id, work->given ? work->request->reason : "", body, error);
}

static gboolean
deliver (const Work  *work,
         GError     **error)
{
  const MesoReleaseRequest *request = work->request;

  return request->deliver == NULL ||
         request->deliver (work->release->pdf, work->release->data, work->release->file_number, request->deliver_data, error);
}

/* The file is only held while it is read and written: what is slow happens between. */
static MesoRelease *
make (MesoClinic                *clinic,
      const MesoReleaseRequest  *request,
      gboolean                   given,
      GError                   **error)
{
  g_auto(Work) work = { .clinic = clinic, .request = request, .given = given };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, gather, &work, error) || !render (&work, error) ||
      !deliver (&work, error) || !meso_clinic_run (clinic, MESO_STORE_WRITE, write_down, &work, error))
    return NULL;
  return g_steal_pointer (&work.release);
}

static gboolean
check_given (const char  *field,
             const char  *text,
             GError     **error)
{
  if (!meso_text_is_empty (text))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
               "%s: say to whom the record is given and why; both are written down. Nothing was given out.", field);
  return FALSE;
}

/**
 * meso_patient_release_service_make:
 * @clinic: a clinic
 * @request: whose record, to whom and why
 *
 * Makes the whole record of a person ready to be given out: as pages and as data. To whom, why and the hashes of both are written
 * into the log.
 *
 * Returns: (transfer full): the record, or %NULL; %MESO_SERVICES_ERROR_INVALID without a recipient or a reason
 */
MesoRelease *
meso_patient_release_service_make (MesoClinic                *clinic,
                                   const MesoReleaseRequest  *request,
                                   GError                   **error)
{
  if (!check_given ("recipient", request->recipient, error) || !check_given ("reason", request->reason, error))
    return NULL;
  return make (clinic, request, TRUE, error);
}

/**
 * meso_patient_release_service_preview:
 * @clinic: a clinic
 * @request: whose record; recipient and reason don't count
 *
 * The same for the clinic itself: to look at before it is given out, or to print. Written into the log as that.
 *
 * Returns: (transfer full): the record, or %NULL
 */
MesoRelease *
meso_patient_release_service_preview (MesoClinic                *clinic,
                                      const MesoReleaseRequest  *request,
                                      GError                   **error)
{
  return make (clinic, request, FALSE, error);
}
