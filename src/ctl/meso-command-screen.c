/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-proposal.h"
#include "meso-ctl-file.h"
#include "meso-ctl.h"
#include "meso-ctl-operation.h"
#include "meso-record-service.h"
#include "meso-request-screening.h"
#include "meso-screening-engine.h"
#include "meso-screening-service.h"

static void
add_finding (JsonBuilder       *builder,
             const MesoFinding *finding,
             const char        *language)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "rule", finding->rule);
  meso_json_add_string (builder, "outcome", meso_outcome_to_string (finding->outcome));
  meso_json_add_date (builder, "until", finding->until);
  meso_json_add_string (builder, "ingredient", finding->ingredient);
  meso_json_add_string (builder, "reason", meso_local_text_get (finding->reason, language));
  meso_json_add_string (builder, "advice", meso_local_text_get (finding->advice, language));
  meso_json_add_string (builder, "source", finding->source);
  meso_json_add_bool (builder, "overridable", finding->overridable);
  meso_json_add_bool (builder, "suspends", finding->suspends);
  json_builder_end_object (builder);
}

static void
add_missing (JsonBuilder       *builder,
             const MesoMissing *missing)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "question", missing->question);
  meso_json_add_string (builder, "why", meso_missing_why_to_string (missing->why));
  json_builder_end_object (builder);
}

static char *
dup_notice (const MesoProtocol *protocol,
            const MesoVerdict  *verdict,
            const char         *language)
{
  const char *always = meso_protocol_get_phrase (protocol, "notice", language);

  if (verdict->protocol_reviewed)
    return g_strdup (always);
  return g_strconcat (always, " ", meso_protocol_get_phrase (protocol, "notice-unreviewed", language), NULL);
}

static void
add_verdict (JsonBuilder        *builder,
             const MesoProtocol *protocol,
             const MesoVerdict  *verdict,
             const char         *language)
{
  g_autofree char *notice = dup_notice (protocol, verdict, language);

  meso_json_add_string (builder, "verdict", meso_outcome_to_string (verdict->outcome));
  meso_json_add_date (builder, "until", verdict->until);
  meso_json_begin_list (builder, "findings");
  for (guint i = 0; i < verdict->findings->len; i++)
    add_finding (builder, g_ptr_array_index (verdict->findings, i), language);
  json_builder_end_array (builder);
  meso_json_add_strings (builder, "excluded_ingredients", verdict->excluded_ingredients);
  meso_json_begin_list (builder, "missing");
  for (guint i = 0; i < verdict->missing->len; i++)
    add_missing (builder, g_ptr_array_index (verdict->missing, i));
  json_builder_end_array (builder);
  meso_json_add_strings (builder, "cleared", verdict->cleared);
  meso_json_add_strings (builder, "indications", verdict->indications);
  meso_json_begin (builder, "protocol");
  meso_json_add_string (builder, "version", verdict->protocol_version);
  meso_json_add_string (builder, "hash", verdict->protocol_hash);
  meso_json_add_bool (builder, "reviewed", verdict->protocol_reviewed);
  json_builder_end_object (builder);
  meso_json_add_string (builder, "notice", notice);
}

/* Stores the screening with the clinic's file, or only evaluates it; screening_id is set when it is stored. */
static MesoVerdict *
conclude (MesoCtl               *ctl,
          const char            *patient_id,
          MesoScreeningRequest  *request,
          char                 **screening_id,
          GError               **error)
{
  const MesoProtocol *protocol = meso_ctl_get_protocol (ctl, error);
  MesoClinic *clinic;

  if (protocol == NULL)
    return NULL;
  if (patient_id == NULL)
    return meso_screening_engine_evaluate (protocol, request->response, request->date, error);

  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL)
    return NULL;
  return meso_screening_service_record (clinic, patient_id, request->response, request->date, screening_id, error);
}

static MesoCtlExit
screen (MesoCtl     *ctl,
        const char  *answers,
        const char  *patient_id,
        const char  *today,
        GError     **error)
{
  g_autoptr(MesoScreeningRequest) request = meso_screening_request_read (answers, error);
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *screening_id = NULL;

  if (request == NULL)
    return MESO_CTL_BAD_INPUT;
  if (today != NULL && !meso_ctl_parse_date ("--today", today, &request->date, error))
    return MESO_CTL_BAD_INPUT;
  if (!meso_calendar_date_is_set (request->date))
    request->date = meso_ctl_today ();

  verdict = conclude (ctl, patient_id, request, &screening_id, error);
  if (verdict == NULL)
    {
      meso_ctl_file_prefix_error (answers, error);
      return MESO_CTL_COULD_NOT;
    }

  meso_json_begin (builder, NULL);
  add_verdict (builder, meso_ctl_load_protocol (ctl, NULL), verdict, meso_ctl_get_language (ctl));
  meso_json_add_date (builder, "date", verdict->date);
  if (screening_id != NULL)
    meso_json_add_string (builder, "screening", screening_id);
  json_builder_end_object (builder);
  if (!meso_json_print (builder, error))
    return MESO_CTL_COULD_NOT;
  return verdict->outcome == MESO_OUTCOME_SUITABLE ? MESO_CTL_DONE : MESO_CTL_NO;
}

typedef struct
{
  MesoClinic *clinic;
  const char *id;             /* (nullable): all */
  GPtrArray *differences;
  guint replayed;
} Replay;

static gboolean
replay_all (gpointer        data,
            MesoOperation  *operation,
            GError        **error)
{
  Replay *work = data;

  work->differences = meso_screening_service_replay (work->clinic, work->id, operation, &work->replayed, error);
  return work->differences != NULL;
}

static MesoCtlExit
replay (MesoCtl     *ctl,
        const char  *which,
        GError     **error)
{
  Replay work = { .clinic = meso_ctl_open_clinic (ctl, error), .id = g_str_equal (which, "all") ? NULL : which };
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (work.clinic == NULL || !meso_ctl_operation_run (replay_all, &work, error))
    return MESO_CTL_COULD_NOT;
  differences = work.differences;

  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "replayed", work.replayed);
  meso_json_add_strings (builder, "differences", differences);
  json_builder_end_object (builder);
  if (!meso_json_print (builder, error))
    return MESO_CTL_COULD_NOT;
  return differences->len == 0 ? MESO_CTL_DONE : MESO_CTL_NO;
}

static void
add_proposal (JsonBuilder              *builder,
              const MesoAnswerProposal *proposal)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "question", proposal->question);
  if (proposal->answer->kind == MESO_ANSWER_NUMBER)
    meso_json_add_number (builder, "answer", TRUE, (double) proposal->answer->milli / 1000);
  else
    meso_json_add_string (builder, "answer", "yes");
  meso_json_begin_list (builder, "from");
  for (guint i = 0; i < proposal->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (proposal->items, i);

      meso_json_begin (builder, NULL);
      meso_json_add_string (builder, "kind", meso_health_kind_to_string (item->kind));
      meso_json_add_string (builder, "what", item->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* What the record suggests as answers; nothing is stored but that the record was read. */
static MesoCtlExit
propose (MesoCtl     *ctl,
         const char  *patient_id,
         const char  *form,
         GError     **error)
{
  gboolean is_short = form != NULL && g_str_equal (form, "short");
  MesoClinic *clinic = NULL;
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (form != NULL && !is_short && !g_str_equal (form, "full"))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--form is full or short.");
      return MESO_CTL_BAD_INPUT;
    }
  clinic = meso_ctl_open_clinic (ctl, error);
  record = clinic != NULL ? meso_record_service_get (clinic, patient_id, error) : NULL;
  if (record == NULL)
    return MESO_CTL_COULD_NOT;

  proposals = meso_answer_proposal_list (meso_clinic_get_protocol (clinic), record->items, record->patient->weight_g,
                                         record->patient->sex, is_short ? MESO_FORM_SHORT : MESO_FORM_FULL);
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "form", is_short ? "short" : "full");
  meso_json_begin_list (builder, "proposals");
  for (guint i = 0; i < proposals->len; i++)
    add_proposal (builder, g_ptr_array_index (proposals, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

/* Whether exactly one thing is asked for, and nothing that belongs to another. */
static gboolean
check_usage (const char  *answers,
             const char  *which,
             gboolean     proposals,
             const char  *patient_id,
             const char  *today,
             const char  *form,
             GError     **error)
{
  if ((answers != NULL) + (which != NULL) + proposals != 1)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                 "screen needs either --answers FILE, --propose --patient ID or --replay all|ID.");
  else if (proposals && patient_id == NULL)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--propose needs --patient ID: whose record is read.");
  else if (!proposals && form != NULL)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--form belongs to --propose; answers name their own form.");
  else if (today != NULL && answers == NULL)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--today belongs to --answers: it is the day of a new screening.");
  else if (patient_id != NULL && which != NULL)
    g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--patient can't be used with --replay, which names one screening or all.");
  else
    return TRUE;

  return FALSE;
}

MesoCtlExit
meso_command_screen (MesoCtl  *ctl,
                     GError  **error)
{
  g_autofree char *answers = NULL;
  g_autofree char *patient_id = NULL;
  g_autofree char *today = NULL;
  g_autofree char *which = NULL;
  g_autofree char *form = NULL;
  gboolean proposals = FALSE;
  const GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &answers, "The answers, as JSON", "FILE" },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &patient_id, "Store the screening with this patient", "ID" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, "The day of the screening", "DATE" },
    { "propose", 0, 0, G_OPTION_ARG_NONE, &proposals, "Say what the patient's record suggests as answers", NULL },
    { "form", 0, 0, G_OPTION_ARG_STRING, &form, "The form that is to be answered", "full|short" },
    { "replay", 0, 0, G_OPTION_ARG_STRING, &which, "Evaluate stored screenings again", "all|ID" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  if (!check_usage (answers, which, proposals, patient_id, today, form, error))
    return MESO_CTL_BAD_INPUT;
  if (proposals)
    return propose (ctl, patient_id, form, error);
  return which != NULL ? replay (ctl, which, error) : screen (ctl, answers, patient_id, today, error);
}
