/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-decision-service.h"

#include "meso-clinic-private.h"
#include "meso-eligibility.h"
#include "meso-patient-repository.h"
#include "meso-physician.h"
#include "meso-record-repository.h"
#include "meso-screening-change.h"
#include "meso-screening-repository.h"
#include "meso-text.h"

/* Of a name or of a paper's. */
#define MAX_CHARACTERS 200

typedef struct
{
  MesoClinic *clinic;
  const char *screening_id;
  const MesoScreeningDecision *decision;
  GHashTable *reasons;
  MesoCalendarDate today;
  MesoScreening *screening;
  GPtrArray *decisions;
  gboolean has_changed;      /* a fact that the screening rests on */
  char *id;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->screening, meso_screening_free);
  g_clear_pointer (&work->decisions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* What is signed is printed, and must say there what it says here. */
static gboolean
check_text (const char  *text,
            gboolean     many_lines,
            const char  *field,
            GError     **error)
{
  g_autoptr(GError) fault = NULL;

  if (text == NULL || (many_lines ? meso_text_check_note (text, "This", &fault)
                                  : meso_text_check_line (text, MAX_CHARACTERS, "This", &fault)))
    return TRUE;
  return meso_services_require (FALSE, field, fault->message, error);
}

/* The questions of a visit are of their day only; what is noted in it doesn't take them back. */
static gboolean
look_for_change (Work              *work,
                 MesoStoreContext  *context,
                 GError           **error)
{
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autofree char *person = NULL;

  if (work->screening->response->form != MESO_FORM_FULL)
    return TRUE;
  person = meso_patient_repository_resolve (context, work->screening->patient, error);
  record = person != NULL ? meso_record_repository_get (context, person, error) : NULL;
  if (record == NULL)
    return FALSE;
  work->has_changed = meso_screening_find_change (work->screening, record->patient, record->items,
                                                  meso_clinic_get_protocol (work->clinic), NULL, NULL) != MESO_CHANGED_NOTHING;
  return TRUE;
}

static gboolean
load (Work              *work,
      MesoStoreContext  *context,
      GError           **error)
{
  work->screening = meso_screening_repository_get (context, work->screening_id, error);
  work->decisions = work->screening != NULL
                      ? meso_screening_repository_list_decisions (context, work->screening_id, error) : NULL;
  return work->decisions != NULL && look_for_change (work, context, error) &&
         meso_physician_check_desk (context, work->clinic, error);
}

/* What no decision changes. Waiting is always open to a physician. */
static gboolean
check_screening (Work    *work,
                 GError **error)
{
  MesoEligibility eligibility = meso_eligibility_judge (work->screening, work->decisions, work->today);

  if (work->has_changed)
    eligibility = meso_eligibility_after_change (eligibility);
  if (eligibility == MESO_ELIGIBILITY_BLOCKED)
    return meso_services_refuse (error, MESO_NOTHING_STORED,
                                 "This screening says: do not treat. Nothing overrides it; screen again when the fact has changed.");
  if (eligibility == MESO_ELIGIBILITY_INCOMPLETE)
    return meso_services_refuse (error, MESO_NOTHING_STORED, "This screening is incomplete. Answer what is missing first.");
  if (eligibility == MESO_ELIGIBILITY_UNSCREENED)
    return meso_services_refuse (error, MESO_NOTHING_STORED,
                                 "This screening counts no more: its answers are older than the facts. Screen again.");
  return TRUE;
}

/* rule (nullable): any */
static gboolean
has_finding (const MesoScreening *screening,
             const char          *rule,
             gboolean           (*fits) (const MesoFinding *finding))
{
  for (guint i = 0; i < screening->verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (screening->verdict->findings, i);

      if ((rule == NULL || g_strcmp0 (finding->rule, rule) == 0) && fits (finding))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_be_overridden (const MesoFinding *finding)
{
  return finding->overridable || finding->outcome == MESO_OUTCOME_CAUTION;
}

static gboolean
asks_for_clearance (const MesoFinding *finding)
{
  return finding->outcome == MESO_OUTCOME_CLEARANCE;
}

/* What is kept is what was looked at, whoever filled the rest in. */
static gboolean
check_file (const MesoClearanceFile  *file,
            GError                  **error)
{
  g_autoptr(MesoClearanceFile) again = NULL;

  if (file == NULL)
    return TRUE;
  if (!meso_services_require (file->bytes != NULL, "clearance_file", "There is nothing in this file.", error))
    return FALSE;
  again = meso_clearance_file_new (file->name, file->bytes, error);
  return again != NULL &&
         meso_services_require (again->type == file->type && again->size == file->size && g_strcmp0 (again->sha256, file->sha256) == 0 &&
                                g_str_equal (again->name, file->name), "clearance_file",
                                "This file is another than it says it is. Choose it again.", error);
}

static gboolean
check_clearance (Work    *work,
                 GError **error)
{
  const MesoScreeningDecision *decision = work->decision;

  if (!check_file (decision->clearance_file, error))
    return FALSE;
  return meso_services_require (has_finding (work->screening, decision->rule, asks_for_clearance), "rule",
                                "No finding of this screening asks for that clearance.", error) &&
         meso_services_require (!meso_text_is_empty (decision->clearance_from), "clearance_from",
                                "Write who gave the clearance.", error) &&
         meso_services_require (!meso_text_is_empty (decision->clearance_document), "clearance_document",
                                "Write which paper it is: a clearance is a document on file.", error) &&
         meso_services_require (meso_calendar_date_is_set (decision->clearance_date), "clearance_date",
                                "Write the paper's date.", error) &&
         meso_services_require (meso_calendar_date_compare (decision->clearance_date, work->today) <= 0, "clearance_date",
                                "This day is still to come. Check the date.", error) &&
         meso_services_require (meso_calendar_date_is_set (decision->clearance_expires), "clearance_expires",
                                "Write until when it holds. Where the paper doesn't say: a year at most.", error) &&
         meso_services_require (meso_calendar_date_compare (decision->clearance_expires, decision->clearance_date) > 0,
                                "clearance_expires", "A clearance expires after its date. Check both.", error) &&
         meso_services_require (meso_calendar_date_compare (decision->clearance_expires, work->today) >= 0,
                                "clearance_expires", "This clearance has run out already. Ask for a new one.", error);
}

static gboolean
check_override (Work    *work,
                GError **error)
{
  return meso_services_require (has_finding (work->screening, work->decision->rule, may_be_overridden), "rule",
                                "No physician here may override that finding.", error) &&
         meso_services_require (!meso_text_is_empty (work->decision->reason), "reason",
                                "Write why it is right to go on.", error);
}

/* Every finding has to be answered before: the signature would count for nothing. */
static gboolean
check_sign (Work        *work,
            const char  *reason,
            const char  *moment,
            GError     **error)
{
  MesoScreeningDecision sign = { .kind = MESO_DECISION_SIGN, .reason = (char *) reason, .decided_at = (char *) moment };
  g_autoptr(GPtrArray) decisions = g_ptr_array_new ();
  MesoEligibility eligibility;

  if (!meso_services_require (work->screening->verdict->outcome == MESO_OUTCOME_SUITABLE || !meso_text_is_empty (reason),
                              "reason",
                              "Only a suitable verdict is signed without a reason. Write why it is right to go on.", error))
    return FALSE;
  g_ptr_array_extend (decisions, work->decisions, NULL, NULL);
  g_ptr_array_add (decisions, &sign);
  eligibility = meso_eligibility_judge (work->screening, decisions, work->today);
  if (eligibility == MESO_ELIGIBILITY_SIGNED)
    return TRUE;
  if (eligibility == MESO_ELIGIBILITY_TO_CLEAR)
    return meso_services_refuse (error, MESO_NOTHING_STORED,
                                 "A finding asks for another physician's written clearance, and none that holds is on file. "
                                 "Enter it first.");
  return meso_services_refuse (error, MESO_NOTHING_STORED,
                               "A finding says: not now. Wait until its day, or override it where the rule allows that.");
}

static gboolean
check_decision (Work        *work,
                const char  *moment,
                GError     **error)
{
  const MesoScreeningDecision *decision = work->decision;

  if (!check_text (decision->reason, TRUE, "reason", error) ||
      !check_text (decision->clearance_from, FALSE, "clearance_from", error) ||
      !check_text (decision->clearance_document, FALSE, "clearance_document", error))
    return FALSE;
  if (!meso_services_require (decision->clearance_file == NULL || decision->kind == MESO_DECISION_CLEARANCE, "clearance_file",
                              "Only a clearance comes with a file.", error))
    return FALSE;
  switch (decision->kind)
    {
    case MESO_DECISION_WAIT:
      return TRUE;

    case MESO_DECISION_CLEARANCE:
      return check_screening (work, error) && check_clearance (work, error);

    case MESO_DECISION_OVERRIDE:
      return check_screening (work, error) && check_override (work, error);

    case MESO_DECISION_SIGN:
      return check_screening (work, error) && check_sign (work, decision->reason, moment, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  if (!load (work, context, error) || !check_decision (work, meso_store_context_get_now (context), error))
    return FALSE;
  work->id = meso_screening_repository_decide (context, meso_clinic_get_staff (work->clinic), work->decision, error);
  return work->id != NULL;
}

/**
 * meso_decision_service_record:
 * @decision: what a physician decides about a verdict; its id, who and when are filled in
 * @today: the clinic's day
 *
 * Bad input names its field first: "reason: …", "clearance_from: …". A signature is refused as long as a finding is
 * unanswered; on any but a suitable verdict it needs a reason.
 *
 * Returns: (transfer full): the new id, or %NULL; nothing is stored then
 */
char *
meso_decision_service_record (MesoClinic                   *clinic,
                              const MesoScreeningDecision  *decision,
                              MesoCalendarDate              today,
                              GError                      **error)
{
  g_auto(Work) work = { .clinic = clinic, .screening_id = decision->screening, .decision = decision, .today = today };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    g_clear_pointer (&work.id, g_free);
  return work.id;
}

static gboolean
insert_decision (Work              *work,
                 MesoStoreContext  *context,
                 MesoDecisionKind   kind,
                 const char        *rule,
                 const char        *reason,
                 GError           **error)
{
  const MesoScreeningDecision decision = {
    .screening = work->screening->id, .kind = kind, .rule = (char *) rule, .reason = (char *) reason,
  };
  g_autofree char *id = meso_screening_repository_decide (context, meso_clinic_get_staff (work->clinic), &decision, error);

  return id != NULL;
}

/* In the order of the findings, each rule once. The reasons together are the signature's. */
static gboolean
override_all (Work              *work,
              MesoStoreContext  *context,
              GString           *all_reasons,
              GError           **error)
{
  const GPtrArray *findings = work->screening->verdict->findings;
  g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer rule, reason;

  g_hash_table_iter_init (&iter, work->reasons);
  while (g_hash_table_iter_next (&iter, &rule, &reason))
    g_hash_table_insert (left, rule, reason);
  for (guint i = 0; i < findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (findings, i);

      if (!may_be_overridden (finding) || !g_hash_table_steal_extended (left, finding->rule, NULL, &reason))
        continue;
      if (!meso_services_require (!meso_text_is_empty (reason), finding->rule, "Write why it is right to go on.", error) ||
          !check_text (reason, TRUE, finding->rule, error) ||
          !insert_decision (work, context, MESO_DECISION_OVERRIDE, finding->rule, reason, error))
        return FALSE;
      g_string_append_printf (all_reasons, "%s%s", all_reasons->len > 0 ? "\n" : "", (const char *) reason);
    }
  g_hash_table_iter_init (&iter, left);
  return !g_hash_table_iter_next (&iter, &rule, NULL) ||
         meso_services_require (FALSE, rule,
                                "This screening has no finding of that rule that a physician here may override.", error);
}

static gboolean
override_and_sign (MesoStoreContext  *context,
                   gpointer           data,
                   GError           **error)
{
  Work *work = data;
  g_autoptr(GString) reasons = g_string_new ("");

  if (!load (work, context, error) || !check_screening (work, error) || !override_all (work, context, reasons, error))
    return FALSE;
  g_clear_pointer (&work->decisions, g_ptr_array_unref);
  work->decisions = meso_screening_repository_list_decisions (context, work->screening_id, error);
  return work->decisions != NULL && check_sign (work, reasons->str, meso_store_context_get_now (context), error) &&
         insert_decision (work, context, MESO_DECISION_SIGN, NULL, reasons->str, error);
}

/**
 * meso_decision_service_override_and_sign:
 * @screening: id of the screening
 * @reasons: (element-type utf8 utf8): rule, and why the physician goes on although it says otherwise
 * @today: the clinic's day
 *
 * What isn't named must have been answered before. Bad input names the rule first: "MENS: …".
 *
 * Returns: whether all of it was stored; else nothing was
 */
gboolean
meso_decision_service_override_and_sign (MesoClinic        *clinic,
                                         const char        *screening,
                                         GHashTable        *reasons,
                                         MesoCalendarDate   today,
                                         GError           **error)
{
  g_auto(Work) work = { .clinic = clinic, .screening_id = screening, .reasons = reasons, .today = today };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, override_and_sign, &work, error);
}
