/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-service.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-handout-repository.h"
#include "meso-local-day.h"
#include "meso-plan-repository.h"
#include "meso-preparation-repository.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "meso-staff-repository.h"
#include "meso-timeline-repository.h"

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
  g_free (self->from_file);
  g_free (self->entered_in_error);
  g_clear_pointer (&self->screening, meso_screening_free);
  g_clear_pointer (&self->decision, meso_screening_decision_free);
  g_clear_pointer (&self->course, meso_course_free);
  g_clear_pointer (&self->formula, meso_formula_version_free);
  g_clear_pointer (&self->preparation, meso_preparation_free);
  g_clear_pointer (&self->session, meso_treatment_session_free);
  g_clear_pointer (&self->handout, meso_handout_issue_free);
  g_free (self);
}

/**
 * meso_timeline_page_free:
 * @self: (transfer full) (nullable): a page
 */
void
meso_timeline_page_free (MesoTimelinePage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

typedef struct
{
  const char *patient;
  MesoTimelineFilter filter;
  guint limit;
  MesoTimelinePage *page;
  GHashTable *names;       /* id of staff → name */
  GPtrArray *courses;      /* (nullable): once they are needed */
  GPtrArray *sheets;       /* (nullable): once they are needed */
} Work;

/* In the order of MesoTimelineKind. */
static const char *const entities[] = { "patient", "screening", "decision", "plan", "formula", "preparation", "session", "handout" };

static MesoTimelineKind
get_kind (const MesoTimelineMark *mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (g_str_equal (entities[i], mark->entity))
        return (MesoTimelineKind) i;
    }
  g_return_val_if_reached (MESO_TIMELINE_REGISTERED);
}

static gboolean
is_asked_for (const MesoTimelineMark *mark,
              MesoTimelineFilter      filter)
{
  MesoTimelineKind kind = get_kind (mark);

  switch (filter)
    {
    case MESO_TIMELINE_SESSIONS:
      return kind == MESO_TIMELINE_SESSION;
    case MESO_TIMELINE_REACTIONS:
      return mark->reacted;
    case MESO_TIMELINE_SCREENINGS:
      return kind == MESO_TIMELINE_SCREENING || kind == MESO_TIMELINE_DECISION;
    case MESO_TIMELINE_PLANS:
      return kind == MESO_TIMELINE_PLAN || kind == MESO_TIMELINE_FORMULA || kind == MESO_TIMELINE_PREPARATION;
    case MESO_TIMELINE_PAPERS:
      return kind == MESO_TIMELINE_HANDOUT;
    case MESO_TIMELINE_ALL:
    case MESO_TIMELINE_FILTERS:
    default:
      return TRUE;
    }
}

/* By the day it is about, then by when it was recorded; what was recorded in one go, the last step of a visit first. */
static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const MesoTimelineMark *first = a;
  const MesoTimelineMark *second = b;
  int order = meso_calendar_date_compare (second->date, first->date);

  if (order == 0)
    order = g_strcmp0 (second->at_utc, first->at_utc);
  if (order == 0)
    order = (int) get_kind (second) - (int) get_kind (first);
  if (order == 0)
    order = second->version - first->version;
  /* So that two pages never disagree. */
  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

/* Counts all marks, and keeps those asked for. */
static GPtrArray *
choose_marks (const Work *work,
              GPtrArray  *marks)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      MesoTimelineMark *mark = g_ptr_array_index (marks, i);

      if (!meso_calendar_date_is_set (mark->date))
        mark->date = meso_local_day_of_moment (mark->at_utc);
      for (guint filter = 0; filter < MESO_TIMELINE_FILTERS; filter++)
        work->page->counts[filter] += is_asked_for (mark, (MesoTimelineFilter) filter);
      if (is_asked_for (mark, work->filter))
        g_ptr_array_add (chosen, mark);
    }
  g_ptr_array_sort_values (chosen, compare_newest_first);
  if (work->limit > 0 && chosen->len > work->limit)
    g_ptr_array_set_size (chosen, (int) work->limit);
  return chosen;
}

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

static gboolean
fill_screening (MesoStoreContext   *context,
                MesoTimelineEntry  *entry,
                GError            **error)
{
  entry->screening = meso_screening_repository_get (context, entry->id, error);
  if (entry->screening != NULL)
    entry->entered_in_error = g_strdup (entry->screening->entered_in_error);
  return entry->screening != NULL;
}

static gboolean
fill_decision (MesoStoreContext        *context,
               const MesoTimelineMark  *mark,
               MesoTimelineEntry       *entry,
               GError                 **error)
{
  g_autoptr(GPtrArray) decisions = meso_screening_repository_list_decisions (context, mark->parent, error);

  for (guint i = 0; decisions != NULL && entry->decision == NULL && i < decisions->len; i++)
    {
      if (g_str_equal (((MesoScreeningDecision *) g_ptr_array_index (decisions, i))->id, entry->id))
        entry->decision = g_ptr_array_steal_index (decisions, i);
    }
  return entry->decision != NULL;
}

static gboolean
fill_preparation (MesoStoreContext   *context,
                  MesoTimelineEntry  *entry,
                  GError            **error)
{
  entry->preparation = meso_preparation_repository_get (context, entry->id, error);
  if (entry->preparation != NULL)
    entry->entered_in_error = g_strdup (entry->preparation->error_reason);
  return entry->preparation != NULL;
}

/* Treatments, maintenance and check-ups are counted apart, as people do. */
static int
find_place (const MesoCourse *course,
            int               n)
{
  int places[MESO_PLAN_CHECK + 1] = { 0 };

  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *planned = g_ptr_array_index (course->sessions, i);

      places[planned->kind]++;
      if (planned->n == n)
        return places[planned->kind];
    }
  return 0;
}

static gboolean
fill_session (Work               *work,
              MesoStoreContext   *context,
              MesoTimelineEntry  *entry,
              GError            **error)
{
  entry->session = meso_session_repository_get (context, entry->id, error);
  if (entry->session == NULL)
    return FALSE;
  entry->entered_in_error = g_strdup (entry->session->entered_in_error);
  if (entry->session->plan == NULL)
    return TRUE;
  if (work->courses == NULL)
    work->courses = meso_plan_repository_list (context, entry->session->patient, error);
  for (guint i = 0; work->courses != NULL && i < work->courses->len; i++)
    {
      const MesoCourse *course = g_ptr_array_index (work->courses, i);

      if (g_str_equal (course->id, entry->session->plan))
        entry->place = find_place (course, entry->session->session_n);
    }
  return work->courses != NULL;
}

/* A sheet on its own comes with its bytes, which nobody looks at here: they are listed without. */
static gboolean
fill_handout (Work                    *work,
              MesoStoreContext        *context,
              const MesoTimelineMark  *mark,
              MesoTimelineEntry       *entry,
              GError                 **error)
{
  if (work->sheets == NULL)
    work->sheets = meso_handout_repository_list (context, mark->patient, error);
  for (guint i = 0; work->sheets != NULL && entry->handout == NULL && i < work->sheets->len; i++)
    {
      if (g_str_equal (((MesoHandoutIssue *) g_ptr_array_index (work->sheets, i))->id, entry->id))
        entry->handout = g_ptr_array_steal_index_fast (work->sheets, i);
    }
  return entry->handout != NULL;
}

static gboolean
fill (Work                    *work,
      MesoStoreContext        *context,
      const MesoTimelineMark  *mark,
      MesoTimelineEntry       *entry,
      GError                 **error)
{
  switch (entry->kind)
    {
    case MESO_TIMELINE_SCREENING:
      return fill_screening (context, entry, error);
    case MESO_TIMELINE_DECISION:
      return fill_decision (context, mark, entry, error);
    case MESO_TIMELINE_PLAN:
      entry->course = meso_plan_repository_get (context, entry->id, error);
      return entry->course != NULL;
    case MESO_TIMELINE_FORMULA:
      entry->formula = meso_formula_repository_get (context, entry->id, mark->version, error);
      return entry->formula != NULL;
    case MESO_TIMELINE_PREPARATION:
      return fill_preparation (context, entry, error);
    case MESO_TIMELINE_SESSION:
      return fill_session (work, context, entry, error);
    case MESO_TIMELINE_HANDOUT:
      return fill_handout (work, context, mark, entry, error);
    case MESO_TIMELINE_REGISTERED:
    default:
      return TRUE;
    }
}

static gboolean
add_entry (Work                    *work,
           MesoStoreContext        *context,
           const MesoTimelineMark  *mark,
           const char              *patient,
           GError                 **error)
{
  MesoTimelineEntry *entry = g_new0 (MesoTimelineEntry, 1);
  const char *name = g_hash_table_lookup (work->names, mark->staff);

  g_ptr_array_add (work->page->entries, entry);
  entry->kind = get_kind (mark);
  entry->id = g_strdup (mark->id);
  entry->at_utc = g_strdup (mark->at_utc);
  entry->by = g_strdup (name != NULL ? name : "");
  entry->date = mark->date;
  entry->amended = mark->amended;
  if (!g_str_equal (mark->patient, patient))
    entry->from_file = g_strdup (mark->file_number);
  return fill (work, context, mark, entry, error);
}

static gboolean
get_page (MesoStoreContext  *context,
          gpointer           data,
          GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autoptr(GPtrArray) marks = patient != NULL ? meso_timeline_repository_list (context, patient->id, error) : NULL;
  g_autoptr(GPtrArray) chosen = NULL;

  if (marks == NULL || !load_names (work, context, error))
    return FALSE;
  chosen = choose_marks (work, marks);
  for (guint i = 0; i < chosen->len; i++)
    {
      if (!add_entry (work, context, g_ptr_array_index (chosen, i), patient->id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_timeline_service_get_page:
 * @patient: an id or a file number; what belongs to records merged into it is there too
 * @filter: what is asked for
 * @limit: how many at most, 0 for all
 *
 * Late entries stand on the day they are about. An older version of a formula is amended by the newer one.
 *
 * Returns: (transfer full): the newest entries, and how many there are of each kind, or %NULL
 */
MesoTimelinePage *
meso_timeline_service_get_page (MesoClinic          *clinic,
                                const char          *patient,
                                MesoTimelineFilter   filter,
                                guint                limit,
                                GError             **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(MesoTimelinePage) page = g_new0 (MesoTimelinePage, 1);
  Work work = { .patient = patient, .filter = filter, .limit = limit, .page = page, .names = names };
  gboolean done;

  page->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_timeline_entry_free);
  done = meso_clinic_run (clinic, MESO_STORE_READ, get_page, &work, error);
  g_clear_pointer (&work.courses, g_ptr_array_unref);
  g_clear_pointer (&work.sheets, g_ptr_array_unref);
  return done ? g_steal_pointer (&page) : NULL;
}

/**
 * meso_timeline_service_list:
 * @patient: an id or a file number; what belongs to records merged into it is there too
 * @limit: how many at most, 0 for all
 *
 * Returns: (transfer full) (element-type MesoTimelineEntry): all that is on record, newest first, or %NULL
 */
GPtrArray *
meso_timeline_service_list (MesoClinic  *clinic,
                            const char  *patient,
                            guint        limit,
                            GError     **error)
{
  g_autoptr(MesoTimelinePage) page = meso_timeline_service_get_page (clinic, patient, MESO_TIMELINE_ALL, limit, error);

  return page != NULL ? g_ptr_array_ref (page->entries) : NULL;
}
