/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-making.h"

#include "meso-clinic-private.h"
#include "meso-screening-protocol.h"

typedef struct
{
  const MesoProtocol *protocol;
  const MesoHandoutRequest *request;
  MesoHandoutFacts *facts;
} Work;

static gboolean
gather (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->facts = meso_handout_facts_gather (context, work->protocol, work->request, error);
  return work->facts != NULL;
}

/* The content that something was judged by, which may be another than the one that is at work. */
static gboolean
take_judge (MesoClinic    *clinic,
            const char    *hash,
            MesoProtocol **judge_out,
            GError       **error)
{
  *judge_out = meso_screening_protocol_load (clinic, hash, error);
  return *judge_out != NULL;
}

/**
 * meso_handout_making_gather:
 * @request: with a patient
 *
 * The clinic's file is only held while it is read: what is slow happens afterwards.
 *
 * Returns: (transfer full): what the sheet is to say, or %NULL
 */
MesoHandoutFacts *
meso_handout_making_gather (MesoClinic                *clinic,
                            const MesoHandoutRequest  *request,
                            GError                   **error)
{
  Work work = { .protocol = meso_clinic_get_protocol (clinic), .request = request };
  MesoScreeningAccount *account;
  MesoFormulaAccount *formula;

  if (!meso_clinic_run (clinic, MESO_STORE_READ, gather, &work, error))
    return NULL;
  account = work.facts->context->account;
  formula = work.facts->context->formula;
  if ((account != NULL && !take_judge (clinic, account->screening->verdict->protocol_hash, &account->judged_by, error)) ||
      (formula != NULL && !take_judge (clinic, formula->version->protocol_hash, &formula->judged_by, error)))
    g_clear_pointer (&work.facts, meso_handout_facts_free);
  return work.facts;
}

/**
 * meso_handout_making_new_context:
 * @request: without a patient
 *
 * Returns: (transfer full): what a sheet that is nobody's own says
 */
MesoHandoutContext *
meso_handout_making_new_context (const MesoHandoutRequest *request)
{
  MesoHandoutContext *context = meso_handout_context_new ();

  if (request->language != NULL)
    g_set_str (&context->language, request->language);
  context->when = request->when;
  context->printed_at = request->printed_at;
  return context;
}

/**
 * meso_handout_making_get_paper:
 * @request: without a patient, whose clinic has no say in the paper
 *
 * Returns: (transfer none): the paper's name, A4 where the request says none
 */
const char *
meso_handout_making_get_paper (const MesoHandoutRequest *request)
{
  return request->paper != NULL ? request->paper : "a4";
}

static gboolean
parse_paper (const char  *text,
             MesoPaper   *paper_out,
             GError     **error)
{
  if (meso_paper_from_string (text, paper_out))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
               "The paper “%s” is not known: a4, a5 or letter.", text);
  return FALSE;
}

/**
 * meso_handout_making_lay_out:
 * @sheet: (nullable): what it says; %NULL with @error set goes on as that error
 * @paper: the paper's name
 *
 * Returns: (transfer full): its pages, or %NULL
 */
MesoHandoutRenderer *
meso_handout_making_lay_out (MesoHandoutSheet  *sheet,
                             const char        *paper,
                             GError           **error)
{
  MesoPaper known;

  if (sheet == NULL || !parse_paper (paper, &known, error))
    return NULL;
  return meso_handout_renderer_new (sheet, known, error);
}
