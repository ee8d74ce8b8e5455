/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-service.h"

#include "meso-clinic-private.h"
#include "meso-handout-facts.h"
#include "meso-handout-renderer.h"
#include "meso-handout-repository.h"
#include "meso-handout.h"
#include "meso-protocol-archive-repository.h"

/**
 * meso_issued_handout_free:
 * @self: (transfer full) (nullable): a sheet as it was made
 */
void
meso_issued_handout_free (MesoIssuedHandout *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->issue);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

static gboolean
choose_paper (const char  *text,
              MesoPaper   *paper,
              GError     **error)
{
  if (meso_paper_from_string (text, paper))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
               "The paper “%s” is not known: a4, a5 or letter.", text);
  return FALSE;
}

static MesoIssuedHandout *
render (const MesoProtocol        *protocol,
        const MesoHandoutRequest  *request,
        const MesoHandoutContext  *context,
        const char                *paper_name,
        GError                   **error)
{
  g_autoptr(MesoIssuedHandout) handout = g_new0 (MesoIssuedHandout, 1);
  g_autoptr(MesoHandoutRenderer) renderer = NULL;
  g_autoptr(MesoHandoutSheet) sheet = NULL;
  MesoPaper paper;

  if (!choose_paper (paper_name, &paper, error))
    return NULL;
  sheet = meso_handout_assemble (protocol, request->kind, context, error);
  renderer = sheet != NULL ? meso_handout_renderer_new (sheet, paper, error) : NULL;
  if (renderer == NULL)
    return NULL;
  handout->pdf = meso_handout_renderer_to_pdf (renderer, request->creation, error);
  if (handout->pdf == NULL)
    return NULL;
  handout->kind = g_strdup (request->kind);
  handout->language = g_strdup (context->language);
  handout->paper = g_strdup (paper_name);
  handout->pages = meso_handout_renderer_get_n_pages (renderer);
  return g_steal_pointer (&handout);
}

/**
 * meso_handout_service_make_blank:
 * @request: without a patient
 *
 * Makes a sheet that is nobody's own, under a neutral letterhead. Nothing is read or stored.
 *
 * Returns: (transfer full): the sheet, or %NULL
 */
MesoIssuedHandout *
meso_handout_service_make_blank (const MesoProtocol        *protocol,
                                 const MesoHandoutRequest  *request,
                                 GError                   **error)
{
  g_autoptr(MesoHandoutContext) context = meso_handout_context_new ();

  if (request->language != NULL)
    g_set_str (&context->language, request->language);
  context->when = request->when;
  context->printed_at = request->printed_at;
  return render (protocol, request, context, request->paper != NULL ? request->paper : "a4", error);
}

typedef struct
{
  MesoClinic *clinic;
  const MesoHandoutRequest *request;
  MesoIssuedHandout *handout;
} Work;

static MesoHandoutIssue *
describe_issue (const MesoHandoutFacts  *facts,
                const MesoProtocol      *protocol,
                const MesoIssuedHandout *handout)
{
  MesoHandoutIssue *issue = meso_handout_issue_new ();
  int minute = facts->context->when.minute;

  issue->patient = g_strdup (facts->patient);
  issue->kind = g_strdup (handout->kind);
  issue->language = g_strdup (handout->language);
  issue->paper = g_strdup (handout->paper);
  issue->sheet_date = facts->date;
  if (minute >= 0)
    {
      g_free (issue->sheet_time);
      issue->sheet_time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
    }
  issue->protocol_hash = g_strdup (meso_protocol_get_hash (protocol));
  issue->formula_id = g_strdup (facts->formula_id);
  issue->formula_version = facts->formula_version;
  issue->session_plan = facts->session_n > 0 ? g_strdup (facts->course) : NULL;
  issue->session_n = facts->session_n;
  issue->pages = handout->pages;
  issue->pdf = g_bytes_ref (handout->pdf);
  return issue;
}

static gboolean
issue (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  MesoContent *content = meso_clinic_get_content (work->clinic);
  MesoProtocol *protocol = meso_content_get_protocol (content);
  const char *staff = meso_clinic_get_staff (work->clinic);
  g_autoptr(MesoHandoutFacts) facts = meso_handout_facts_gather (context, work->request, error);
  g_autoptr(MesoHandoutIssue) row = NULL;

  if (facts == NULL)
    return FALSE;
  work->handout = render (protocol, work->request, facts->context, facts->paper, error);
  if (work->handout == NULL ||
      !meso_protocol_archive_repository_store (context, staff, protocol, meso_content_get_documents (content), error))
    return FALSE;
  row = describe_issue (facts, protocol, work->handout);
  work->handout->issue = meso_handout_repository_insert (context, staff, row, error);
  return work->handout->issue != NULL;
}

/**
 * meso_handout_service_issue:
 * @request: with a patient
 *
 * Makes a patient's sheet from the record, and keeps it exactly as it is handed out.
 *
 * Returns: (transfer full): the sheet, or %NULL; nothing is stored then
 */
MesoIssuedHandout *
meso_handout_service_issue (MesoClinic                *clinic,
                            const MesoHandoutRequest  *request,
                            GError                   **error)
{
  Work work = { .clinic = clinic, .request = request };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, issue, &work, error))
    {
      g_clear_pointer (&work.handout, meso_issued_handout_free);
      return NULL;
    }
  return work.handout;
}
