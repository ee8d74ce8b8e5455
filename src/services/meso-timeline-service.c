/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-handout-repository.h"
#include "meso-local-day.h"
#include "meso-plan-repository.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "meso-staff-repository.h"

/**
 * meso_timeline_entry_free:
 * @self: (transfer full) (nullable): an entry
 */
void
meso_timeline_entry_free (MesoTimelineEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->at_utc);
  g_free (self->by);
  g_free (self->entered_in_error);
  g_clear_pointer (&self->screening, meso_screening_free);
  g_clear_pointer (&self->decision, meso_screening_decision_free);
  g_clear_pointer (&self->course, meso_course_free);
  g_clear_pointer (&self->formula, meso_formula_version_free);
  g_clear_pointer (&self->session, meso_treatment_session_free);
  g_clear_pointer (&self->handout, meso_handout_issue_free);
  g_free (self);
}

typedef struct
{
  const char *patient;
  guint limit;
  GHashTable *names;       /* id of staff → name */
  GPtrArray *entries;
} Work;

static gboolean
load_names (Work              *work,
            MesoStoreContext  *context,
            GError           **error)
{
  g_autoptr(GPtrArray) staff = meso_staff_repository_list (context, FALSE, error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      g_hash_table_insert (work->names, g_strdup (person->id), g_strdup (person->name));
    }
  return staff != NULL;
}

/* date: unset for the day it was recorded on */
static MesoTimelineEntry *
add_entry (Work             *work,
           MesoTimelineKind  kind,
           const char       *id,
           const char       *at_utc,
           const char       *staff,
           MesoCalendarDate  date)
{
  MesoTimelineEntry *entry = g_new0 (MesoTimelineEntry, 1);
  const char *name = staff != NULL ? g_hash_table_lookup (work->names, staff) : NULL;

  entry->kind = kind;
  entry->id = g_strdup (id);
  entry->at_utc = g_strdup (at_utc);
  entry->by = g_strdup (name != NULL ? name : "");
  entry->date = meso_calendar_date_is_set (date) ? date : meso_local_day_of_moment (at_utc);
  g_ptr_array_add (work->entries, entry);
  return entry;
}

static gboolean
add_registration (Work               *work,
                  MesoStoreContext   *context,
                  const MesoPatient  *patient,
                  GError            **error)
{
  g_autoptr(GPtrArray) rows = meso_audit_log_list (context, "patient", patient->id, 0, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MesoAuditEntry *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->action, "create"))
        add_entry (work, MESO_TIMELINE_REGISTERED, patient->id, row->at_utc, row->staff, MESO_CALENDAR_DATE_NONE);
    }
  return rows != NULL;
}

static gboolean
add_decisions (Work              *work,
               MesoStoreContext  *context,
               const char        *screening,
               GError           **error)
{
  g_autoptr(GPtrArray) decisions = meso_screening_repository_list_decisions (context, screening, error);

  if (decisions == NULL)
    return FALSE;
  while (decisions->len > 0)
    {
      MesoScreeningDecision *decision = g_ptr_array_steal_index (decisions, 0);

      add_entry (work, MESO_TIMELINE_DECISION, decision->id, decision->decided_at, decision->decided_by,
                 MESO_CALENDAR_DATE_NONE)->decision = decision;
    }
  return TRUE;
}

static gboolean
add_screenings (Work              *work,
                MesoStoreContext  *context,
                const char        *patient,
                GError           **error)
{
  g_autoptr(GPtrArray) screenings = meso_screening_repository_list (context, patient, error);
  g_autoptr(GHashTable) amended = g_hash_table_new (g_str_hash, g_str_equal);
  guint first = work->entries->len;

  if (screenings == NULL)
    return FALSE;
  while (screenings->len > 0)
    {
      MesoScreening *screening = g_ptr_array_steal_index (screenings, 0);
      MesoTimelineEntry *entry = add_entry (work, MESO_TIMELINE_SCREENING, screening->id, screening->recorded_at,
                                            screening->recorded_by, screening->date);

      entry->screening = screening;
      entry->entered_in_error = g_strdup (screening->entered_in_error);
      if (screening->amends != NULL)
        g_hash_table_add (amended, screening->amends);
      if (!add_decisions (work, context, screening->id, error))
        return FALSE;
    }
  for (guint i = first; i < work->entries->len; i++)
    {
      MesoTimelineEntry *entry = g_ptr_array_index (work->entries, i);

      entry->amended = entry->kind == MESO_TIMELINE_SCREENING && g_hash_table_contains (amended, entry->id);
    }
  return TRUE;
}

static gboolean
add_courses (Work              *work,
             MesoStoreContext  *context,
             const char        *patient,
             GError           **error)
{
  g_autoptr(GPtrArray) courses = meso_plan_repository_list (context, patient, error);

  if (courses == NULL)
    return FALSE;
  while (courses->len > 0)
    {
      MesoCourse *course = g_ptr_array_steal_index (courses, 0);

      add_entry (work, MESO_TIMELINE_PLAN, course->id, course->created_at, course->created_by, MESO_CALENDAR_DATE_NONE)->course =
        course;
    }
  return TRUE;
}

static void
add_formula (Work               *work,
             MesoFormulaVersion *formula,
             int                 newest)
{
  MesoTimelineEntry *entry = add_entry (work, MESO_TIMELINE_FORMULA, formula->formula_id, formula->created_at,
                                        formula->created_by, MESO_CALENDAR_DATE_NONE);

  entry->formula = formula;
  entry->amended = formula->version < newest;
}

/* Every version of each recipe. */
static gboolean
add_formulas (Work              *work,
              MesoStoreContext  *context,
              const char        *patient,
              GError           **error)
{
  g_autoptr(GPtrArray) newest = meso_formula_repository_list (context, patient, error);

  if (newest == NULL)
    return FALSE;
  while (newest->len > 0)
    {
      MesoFormulaVersion *last = g_ptr_array_steal_index (newest, 0);
      int versions = last->version;

      add_formula (work, last, versions);
      for (int version = 1; version < versions; version++)
        {
          MesoFormulaVersion *earlier = meso_formula_repository_get (context, last->formula_id, version, error);

          if (earlier == NULL)
            return FALSE;
          add_formula (work, earlier, versions);
        }
    }
  return TRUE;
}

static gboolean
add_sessions (Work              *work,
              MesoStoreContext  *context,
              const char        *patient,
              GError           **error)
{
  g_autoptr(GPtrArray) sessions = meso_session_repository_list (context, patient, error);

  if (sessions == NULL)
    return FALSE;
  while (sessions->len > 0)
    {
      MesoTreatmentSession *session = g_ptr_array_steal_index (sessions, 0);
      MesoTimelineEntry *entry = add_entry (work, MESO_TIMELINE_SESSION, session->id, session->recorded_at,
                                            session->recorded_by, session->date);

      entry->session = session;
      entry->entered_in_error = g_strdup (session->entered_in_error);
      entry->amended = session->amended_by != NULL;
    }
  return TRUE;
}

/* The day a sheet was handed out, not the one it is made out for, which may be to come. */
static gboolean
add_handouts (Work              *work,
              MesoStoreContext  *context,
              const char        *patient,
              GError           **error)
{
  g_autoptr(GPtrArray) sheets = meso_handout_repository_list (context, patient, error);

  if (sheets == NULL)
    return FALSE;
  while (sheets->len > 0)
    {
      MesoHandoutIssue *sheet = g_ptr_array_steal_index (sheets, 0);

      add_entry (work, MESO_TIMELINE_HANDOUT, sheet->id, sheet->issued_at, sheet->issued_by, MESO_CALENDAR_DATE_NONE)->handout =
        sheet;
    }
  return TRUE;
}

/* By the day it is about, then by when it was recorded; what was recorded in one go, the last step of a visit first. */
static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const MesoTimelineEntry *first = a;
  const MesoTimelineEntry *second = b;
  int order = meso_calendar_date_compare (second->date, first->date);

  if (order == 0)
    order = g_strcmp0 (second->at_utc, first->at_utc);
  return order != 0 ? order : (int) second->kind - (int) first->kind;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);

  if (patient == NULL || !load_names (work, context, error) || !add_registration (work, context, patient, error) ||
      !add_screenings (work, context, patient->id, error) || !add_courses (work, context, patient->id, error) ||
      !add_formulas (work, context, patient->id, error) || !add_sessions (work, context, patient->id, error) ||
      !add_handouts (work, context, patient->id, error))
    return FALSE;
  g_ptr_array_sort_values (work->entries, compare_newest_first);
  if (work->limit > 0 && work->entries->len > work->limit)
    g_ptr_array_set_size (work->entries, (int) work->limit);
  return TRUE;
}

/**
 * meso_timeline_service_list:
 * @patient: an id or a file number; what belongs to records merged into it is there too
 * @limit: how many at most, 0 for all
 *
 * Late entries stand on the day they are about. An older version of a formula is amended by the newer one.
 *
 * Returns: (transfer full) (element-type MesoTimelineEntry): all that is on record, newest first, or %NULL
 */
GPtrArray *
meso_timeline_service_list (MesoClinic  *clinic,
                            const char  *patient,
                            guint        limit,
                            GError     **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_timeline_entry_free);
  Work work = { .patient = patient, .limit = limit, .names = names, .entries = entries };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? g_steal_pointer (&entries) : NULL;
}
