/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-service.h"

#include "meso-clinic-private.h"
#include "meso-handout-facts.h"
#include "meso-handout-making.h"
#include "meso-handout-repository.h"
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

static MesoIssuedHandout *
render (const MesoProtocol        *protocol,
        const MesoHandoutRequest  *request,
        const MesoHandoutContext  *context,
        const char                *paper_name,
        GError                   **error)
{
  g_autoptr(MesoIssuedHandout) handout = g_new0 (MesoIssuedHandout, 1);
  g_autoptr(MesoHandoutSheet) sheet = meso_handout_assemble (protocol, request->kind, context, error);
  g_autoptr(MesoHandoutRenderer) renderer = meso_handout_making_lay_out (sheet, paper_name, error);

  if (renderer == NULL)
    return NULL;
  handout->pdf = meso_handout_renderer_to_pdf (renderer, request->creation, error);
  if (handout->pdf == NULL)
    return NULL;
  handout->kind = g_strdup (request->kind);
  handout->language = g_strdup (context->language);
  handout->paper = g_strdup (paper_name);
  handout->pages = meso_handout_renderer_get_n_pages (renderer);
  if (request->deliver != NULL && !request->deliver (handout->pdf, request->deliver_data, error))
    return NULL;
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
  g_autoptr(MesoHandoutContext) context = meso_handout_making_new_context (request);

  return render (protocol, request, context, meso_handout_making_get_paper (request), error);
}

/* Facts may change once between being read and being printed; whoever works against us twice is told. */
#define MAX_ATTEMPTS 2

typedef struct
{
  MesoClinic *clinic;
  const MesoHandoutRequest *request;
  MesoHandoutFacts *facts;
  MesoIssuedHandout *handout;
  gboolean changed;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->facts, meso_handout_facts_free);
  g_clear_pointer (&work->handout, meso_issued_handout_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

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
is_unchanged (Work              *work,
              MesoStoreContext  *context,
              GError           **error)
{
  g_autoptr(MesoHandoutFacts) now = meso_handout_facts_gather (context, meso_clinic_get_protocol (work->clinic), work->request,
                                                               error);

  if (now == NULL)
    return FALSE;
  if (g_str_equal (now->key, work->facts->key))
    return TRUE;
  work->changed = TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                       "The record was changed while the sheet was being made. Nothing was stored; make the sheet again.");
  return FALSE;
}

static gboolean
store (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  MesoContent *content = meso_clinic_get_content (work->clinic);
  MesoProtocol *protocol = meso_content_get_protocol (content);
  const char *staff = meso_clinic_get_staff (work->clinic);
  g_autoptr(MesoHandoutIssue) row = NULL;

  if (!is_unchanged (work, context, error) ||
      !meso_protocol_archive_repository_store (context, staff, protocol, meso_content_get_documents (content), error))
    return FALSE;
  row = describe_issue (work->facts, protocol, work->handout);
  work->handout->issue = meso_handout_repository_insert (context, staff, row, error);
  return work->handout->issue != NULL;
}

/* The file is only held while it is read and written: what is slow happens between. */
static gboolean
issue (Work    *work,
       GError **error)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (work->clinic);

  clear_work (work);
  work->changed = FALSE;
  work->facts = meso_handout_making_gather (work->clinic, work->request, error);
  if (work->facts == NULL)
    return FALSE;
  work->handout = render (protocol, work->request, work->facts->context, work->facts->paper, error);
  return work->handout != NULL && meso_clinic_run (work->clinic, MESO_STORE_WRITE, store, work, error);
}

/**
 * meso_handout_service_issue:
 * @request: with a patient
 *
 * Makes a patient's sheet from the record, and keeps it exactly as it is handed out. Where the record changes meanwhile, the
 * sheet is made once more.
 *
 * Returns: (transfer full): the sheet, or %NULL; nothing is stored then
 */
MesoIssuedHandout *
meso_handout_service_issue (MesoClinic                *clinic,
                            const MesoHandoutRequest  *request,
                            GError                   **error)
{
  g_auto(Work) work = { .clinic = clinic, .request = request };

  for (int attempt = 1; ; attempt++)
    {
      g_autoptr(GError) local_error = NULL;

      if (issue (&work, &local_error))
        return g_steal_pointer (&work.handout);
      if (work.changed && attempt < MAX_ATTEMPTS)
        continue;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
}

typedef struct
{
  MesoClinic *clinic;
  const char *issue;
  const char *reason;
} Return;

static gboolean
take_back (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  const Return *work = data;

  return meso_handout_repository_mark_entered_in_error (context, meso_clinic_get_staff (work->clinic), work->issue, work->reason,
                                                        error);
}

/**
 * meso_handout_service_take_back:
 * @issue: id of a sheet that was kept as handed out
 * @reason: why nobody got it, not empty: the printer failed
 *
 * The sheet stays on file, marked as an error, and counts no more: what is due is still due.
 */
gboolean
meso_handout_service_take_back (MesoClinic  *clinic,
                                const char  *issue,
                                const char  *reason,
                                GError     **error)
{
  Return work = { .clinic = clinic, .issue = issue, .reason = reason };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, take_back, &work, error);
}
