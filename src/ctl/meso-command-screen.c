/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"
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
  const MesoProtocol *protocol = meso_ctl_load_protocol (ctl, error);
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
    return MESO_CTL_COULD_NOT;

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

static MesoCtlExit
replay (MesoCtl     *ctl,
        const char  *which,
        GError     **error)
{
  MesoClinic *clinic = meso_ctl_open_clinic (ctl, error);
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint replayed = 0;

  if (clinic == NULL)
    return MESO_CTL_COULD_NOT;
  differences = meso_screening_service_replay (clinic, g_str_equal (which, "all") ? NULL : which, &replayed, error);
  if (differences == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "replayed", replayed);
  meso_json_add_strings (builder, "differences", differences);
  json_builder_end_object (builder);
  if (!meso_json_print (builder, error))
    return MESO_CTL_COULD_NOT;
  return differences->len == 0 ? MESO_CTL_DONE : MESO_CTL_NO;
}

MesoCtlExit
meso_command_screen (MesoCtl  *ctl,
                     GError  **error)
{
  g_autofree char *answers = NULL;
  g_autofree char *patient_id = NULL;
  g_autofree char *today = NULL;
  g_autofree char *which = NULL;
  const GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &answers, "The answers, as JSON", "FILE" },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &patient_id, "Store the screening with this patient", "ID" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, "The day of the screening", "DATE" },
    { "replay", 0, 0, G_OPTION_ARG_STRING, &which, "Evaluate stored screenings again", "all|ID" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  if ((answers == NULL) == (which == NULL))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                   "screen needs either --answers FILE or --replay all|ID.");
      return MESO_CTL_BAD_INPUT;
    }
  return which != NULL ? replay (ctl, which, error) : screen (ctl, answers, patient_id, today, error);
}
