/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-sheet-service.h"

#include "meso-clinic-private.h"
#include "meso-handout-facts.h"
#include "meso-handout-making.h"
#include "meso-local-day.h"
#include "meso-recall-note.h"
#include "meso-recall-repository.h"
#include "meso-recall-sheet.h"

/**
 * meso_recall_sheet_free:
 * @self: (transfer full) (nullable): a call list as it was made
 */
void
meso_recall_sheet_free (MesoRecallSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->paper);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

typedef struct
{
  MesoClinic *clinic;
  const MesoRecallSheetRequest *request;
  MesoRecall *recall;
  MesoHandoutContext *context;
  char *paper;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->recall, meso_recall_free);
  g_clear_pointer (&work->context, meso_handout_context_free);
  g_clear_pointer (&work->paper, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* Language and letterhead are the clinic's: the list is nobody's own. */
static gboolean
gather (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;
  const MesoHandoutRequest sheet = {
    .kind = "recall", .language = work->request->language, .paper = work->request->paper != NULL ? work->request->paper : "a4",
  };
  g_autoptr(MesoPatient) nobody = meso_patient_new ();
  MesoHandoutFacts facts = { .context = meso_handout_context_new () };

  work->context = facts.context;
  work->recall = meso_recall_repository_trace (context, work->request->lot, error);
  if (work->recall == NULL || !meso_handout_facts_take_settings (&facts, context, nobody, &sheet, error))
    return FALSE;
  work->paper = facts.paper;
  work->context->printed_at = work->request->printed_at;
  return TRUE;
}

/* (transfer none): what was asked for, else what was written down with the first of the lots that has a reason */
static const char *
choose_reason (const Work *work)
{
  if (work->request->reason != NULL)
    return work->request->reason;
  for (guint i = 0; i < work->recall->lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (work->recall->lots, i);

      if (lot->state != MESO_LOT_AVAILABLE && lot->state_reason[0] != '\0')
        return lot->state_reason;
    }
  return "";
}

static MesoRecallSheet *
render (const Work  *work,
        GError     **error)
{
  const MesoRecallContents contents = {
    .context = work->context, .recall = work->recall, .reason = choose_reason (work), .time_of = meso_local_day_time_of_moment,
  };
  g_autoptr(MesoHandoutSheet) sheet = meso_recall_sheet_assemble (meso_clinic_get_protocol (work->clinic), &contents, error);
  g_autoptr(MesoHandoutRenderer) renderer = meso_handout_making_lay_out (sheet, work->paper, error);
  g_autoptr(GBytes) pdf = renderer != NULL ? meso_handout_renderer_to_pdf (renderer, work->request->creation, error) : NULL;
  MesoRecallSheet *made;

  if (pdf == NULL)
    return NULL;
  made = g_new0 (MesoRecallSheet, 1);
  made->language = g_strdup (work->context->language);
  made->paper = g_strdup (work->paper);
  made->pages = meso_handout_renderer_get_n_pages (renderer);
  made->patients = meso_recall_count_patients (work->recall);
  made->pdf = g_steal_pointer (&pdf);
  return made;
}

static gboolean
write_down (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  const Work *work = data;
  const char *recipient = work->request->recipient;

  return meso_recall_note (context, meso_clinic_get_staff (work->clinic), recipient != NULL ? "release" : "print", work->recall, NULL,
                           recipient, work->request->reason, error);
}

/**
 * meso_recall_sheet_service_make:
 * @clinic: a clinic
 * @request: of which lot, and for whom
 *
 * Whom to call when a lot is recalled, as pages to tick off. That it was printed or given out is written down for each lot.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL, with %MESO_SERVICES_ERROR_NOT_FOUND when there is no such lot; nothing is
 *   written down then
 */
MesoRecallSheet *
meso_recall_sheet_service_make (MesoClinic                    *clinic,
                                const MesoRecallSheetRequest  *request,
                                GError                       **error)
{
  g_auto(Work) work = { .clinic = clinic, .request = request };
  g_autoptr(MesoRecallSheet) sheet = NULL;

  if (!meso_clinic_run (clinic, MESO_STORE_READ, gather, &work, error))
    return NULL;
  sheet = render (&work, error);
  if (sheet == NULL || (request->deliver != NULL && !request->deliver (sheet->pdf, request->deliver_data, error)) ||
      !meso_clinic_run (clinic, MESO_STORE_WRITE, write_down, &work, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
