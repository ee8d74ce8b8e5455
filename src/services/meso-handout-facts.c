/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-plan-repository.h"
#include "meso-setting-repository.h"

/**
 * meso_handout_facts_free:
 * @self: (transfer full) (nullable): what the file knows for a sheet
 */
void
meso_handout_facts_free (MesoHandoutFacts *self)
{
  if (self == NULL)
    return;
  meso_handout_context_free (self->context);
  g_free (self->paper);
  g_free (self->patient);
  g_free (self->course);
  g_free (self->formula_id);
  g_free (self);
}

/* The clinic's own wording in the sheet's language, or in the other where only that was entered. */
static void
take_setting (GHashTable  *settings,
              const char  *language,
              const char  *key,
              const char  *key_fa,
              char       **value)
{
  const char *own = g_hash_table_lookup (settings, g_str_equal (language, "fa") ? key_fa : key);
  const char *other = g_hash_table_lookup (settings, g_str_equal (language, "fa") ? key : key_fa);

  if (own != NULL && *own != '\0')
    g_set_str (value, own);
  else if (other != NULL)
    g_set_str (value, other);
}

static void
take_letterhead (MesoLetterhead *letterhead,
                 GHashTable     *settings,
                 const char     *language)
{
  g_autofree char *address = NULL;
  g_auto(GStrv) lines = NULL;

  take_setting (settings, language, MESO_SETTING_CLINIC_NAME, MESO_SETTING_CLINIC_NAME_FA, &letterhead->clinic_name);
  take_setting (settings, language, MESO_SETTING_PHYSICIAN, MESO_SETTING_PHYSICIAN_FA, &letterhead->physician);
  take_setting (settings, language, MESO_SETTING_PHONE, MESO_SETTING_PHONE, &letterhead->phone);
  take_setting (settings, language, MESO_SETTING_EMERGENCY_PHONE, MESO_SETTING_EMERGENCY_PHONE,
                &letterhead->emergency_number);
  take_setting (settings, language, MESO_SETTING_ADDRESS, MESO_SETTING_ADDRESS_FA, &address);
  lines = g_strsplit (address != NULL ? address : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_ptr_array_add (letterhead->address, g_strdup (lines[i]));
    }
}

/* What was asked for, else the patient's own language, else the clinic's. */
static const char *
choose_language (GHashTable               *settings,
                 const MesoPatient        *patient,
                 const MesoHandoutRequest *request)
{
  const char *clinic = g_hash_table_lookup (settings, MESO_SETTING_LANGUAGE);

  if (request->language != NULL)
    return request->language;
  if (*patient->language != '\0')
    return patient->language;
  return clinic != NULL ? clinic : "en";
}

static gboolean
take_settings (MesoHandoutFacts          *self,
               MesoStoreContext          *store,
               const MesoPatient         *patient,
               const MesoHandoutRequest  *request,
               GError                   **error)
{
  g_autoptr(GHashTable) settings = meso_setting_repository_get_all (store, error);
  const char *paper;

  if (settings == NULL)
    return FALSE;
  g_set_str (&self->context->language, choose_language (settings, patient, request));
  paper = g_hash_table_lookup (settings, MESO_SETTING_PAPER);
  self->paper = g_strdup (request->paper != NULL ? request->paper : paper != NULL ? paper : "a4");
  self->context->demo = g_strcmp0 (g_hash_table_lookup (settings, MESO_SETTING_DEMO), "yes") == 0;
  if (g_strcmp0 (g_hash_table_lookup (settings, MESO_SETTING_LETTERHEAD), "no") != 0)
    take_letterhead (self->context->letterhead, settings, self->context->language);
  return TRUE;
}

static gboolean
take_formula (MesoHandoutFacts  *self,
              MesoStoreContext  *store,
              GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoFormulaVersion) formula = NULL;

  formula = meso_formula_repository_latest_of_patient (store, self->patient, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  if (formula == NULL)
    return TRUE;
  self->formula_id = g_strdup (formula->formula_id);
  self->formula_version = formula->version;
  for (guint i = 0; i < formula->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (formula->check->lines, i);

      meso_handout_context_add_ingredient (self->context, line->ingredient);
    }
  return TRUE;
}

/* A sheet that says no date is about the session it prepares for, or about the last one that was due; without such a
 * session it says how long, not until when. */
static void
choose_date (MesoHandoutFacts         *self,
             const MesoCourse         *course,
             const MesoHandoutRequest *request)
{
  gboolean prepares = g_str_equal (request->kind, "before");
  MesoCivilTime *when = &self->context->when;

  *when = request->when;
  for (guint i = 0; !meso_calendar_date_is_set (request->when.date) && course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);
      int order = meso_calendar_date_compare (session->date, request->today);

      if (session->kind == MESO_PLAN_CHECK || (session->status != MESO_PLANNED && session->status != MESO_DONE) ||
          (prepares ? order < 0 || session->status == MESO_DONE : order > 0))
        continue;
      when->date = session->date;
      when->minute = MESO_CIVIL_TIME_NO_MINUTE;
      if (prepares)
        return;
    }
}

static void
take_sessions (MesoHandoutFacts *self,
               const MesoCourse *course,
               MesoCalendarDate  from)
{
  MesoHandoutContext *context = self->context;

  self->course = g_strdup (course->id);
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);
      int order = meso_calendar_date_compare (session->date, from);

      if (session->kind == MESO_PLAN_TREATMENT && session->status != MESO_CANCELLED)
        {
          context->session_count++;
          if (order == 0)
            self->session_n = context->session_n = session->n;
        }
      if (session->status == MESO_PLANNED && order > 0)
        meso_handout_context_add_visit (context, (MesoCivilTime) { session->date, MESO_CIVIL_TIME_NO_MINUTE },
                                        session->n, session->kind);
    }
}

static gboolean
take_course (MesoHandoutFacts          *self,
             MesoStoreContext          *store,
             const MesoHandoutRequest  *request,
             GError                   **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoCourse) course = meso_plan_repository_latest_of_patient (store, self->patient, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  choose_date (self, course, request);
  self->date = meso_calendar_date_is_set (self->context->when.date) ? self->context->when.date : request->today;
  if (course != NULL)
    take_sessions (self, course, self->date);
  return TRUE;
}

/**
 * meso_handout_facts_gather:
 *
 * Reads what a patient's sheet needs: the record, the letterhead, the formula, and what is planned.
 *
 * Returns: (transfer full): the facts, or %NULL
 */
MesoHandoutFacts *
meso_handout_facts_gather (MesoStoreContext          *store,
                           const MesoHandoutRequest  *request,
                           GError                   **error)
{
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (store, request->patient, error);
  g_autoptr(MesoHandoutFacts) self = g_new0 (MesoHandoutFacts, 1);

  if (patient == NULL)
    return NULL;
  self->context = meso_handout_context_new ();
  self->patient = g_strdup (patient->id);
  self->context->sex = patient->sex;
  g_set_str (&self->context->file_number, patient->file_number);
  g_free (self->context->patient_name);
  self->context->patient_name = meso_patient_dup_full_name (patient);
  self->context->printed_at = request->printed_at;
  if (!take_settings (self, store, patient, request, error) || !take_formula (self, store, error) ||
      !take_course (self, store, request, error))
    return NULL;
  return g_steal_pointer (&self);
}
