/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-preparation.h"

#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-patient-repository.h"
#include "meso-preparation-barred.h"
#include "meso-preparation-repository.h"
#include "meso-setting-repository.h"

/**
 * meso_session_preparation_take:
 * @session: a session as it was entered; gets formula and version where it names a preparation alone
 *
 * Returns: whether it could be looked up
 */
gboolean
meso_session_preparation_take (MesoStoreContext      *context,
                               MesoTreatmentSession  *session,
                               GError               **error)
{
  g_autoptr(MesoPreparation) preparation = NULL;

  if (session->preparation == NULL || session->formula != NULL)
    return TRUE;
  preparation = meso_preparation_repository_get (context, session->preparation, error);
  if (preparation == NULL)
    return FALSE;
  session->formula = g_strdup (preparation->formula);
  session->formula_version = preparation->formula_version;
  return TRUE;
}

static gboolean
check_whose (MesoStoreContext       *context,
             const MesoPreparation  *preparation,
             const char             *person,
             GError                **error)
{
  g_autofree char *whose = meso_patient_repository_resolve (context, preparation->patient, error);

  return whose != NULL && meso_services_require (g_str_equal (whose, person), "preparation",
                                                 "This was prepared for somebody else. Choose what was made for this patient.", error);
}

static gboolean
check_unused (const MesoPreparation       *preparation,
              const MesoTreatmentSession  *session,
              const MesoTreatmentSession  *amended,
              GError                     **error)
{
  gboolean own = amended != NULL && g_strcmp0 (preparation->session, amended->id) == 0;

  return meso_services_require (preparation->formula_version == session->formula_version &&
                                g_strcmp0 (preparation->formula, session->formula) == 0, "preparation",
                                "This was prepared from another formula, or another version of it.", error) &&
         meso_services_require (meso_preparation_counts (preparation), "preparation",
                                "This preparation was corrected, or entered in error. Choose the one that counts.", error) &&
         meso_services_require (preparation->discarded_at == NULL, "preparation", "This preparation was thrown away.", error) &&
         meso_services_require (preparation->session == NULL || own, "preparation", "This preparation was given in another session.",
                                error);
}

/* Without a time of day only the days can be compared. */
static gboolean
check_time (const MesoPreparation       *preparation,
            const MesoTreatmentSession  *session,
            GError                     **error)
{
  MesoCivilTime last = meso_local_day_time_of_moment (preparation->use_before);
  MesoCivilTime start = { session->date, session->minute };
  gboolean late;

  if (start.minute == MESO_CIVIL_TIME_NO_MINUTE)
    late = meso_calendar_date_compare (start.date, last.date) > 0;
  else
    late = meso_civil_time_compare (start, last) > 0;
  return meso_services_require (!late, "preparation", "It had to be used before that time. Prepare it again.", error) &&
         meso_services_require (meso_calendar_date_compare (start.date, meso_local_day_of_moment (preparation->mixed_at)) >= 0,
                                "preparation", "It was mixed on a later day.", error);
}

static const char *
get_fault (const MesoLot *lot)
{
  return lot->state == MESO_LOT_RECALLED ? "was recalled" : lot->state == MESO_LOT_QUARANTINED ? "was put into quarantine" : "has expired";
}

/* What was decided about a lot after the mixture's time was over kept nobody from giving it: the store knows when that was. */
static gboolean
check_lots (MesoStoreContext       *context,
            const MesoPreparation  *preparation,
            MesoCalendarDate        day,
            GError                **error)
{
  g_autoptr(MesoLot) lot = NULL;

  if (g_strcmp0 (meso_store_context_get_now (context), preparation->use_before) > 0)
    return TRUE;
  if (!meso_preparation_barred_find (context, preparation, day, &lot, error))
    return FALSE;
  if (lot != NULL)
    g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                 "Lot %s of %s, which is in this preparation, %s. Don't give it. The session was not stored.", lot->number, lot->name,
                 get_fault (lot));
  return lot == NULL;
}

static gboolean
check_needed (MesoStoreContext            *context,
              const MesoTreatmentSession  *session,
              const MesoTreatmentSession  *amended,
              GError                     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *needed = NULL;

  if (session->formula == NULL || amended != NULL)
    return TRUE;
  needed = meso_setting_repository_get (context, MESO_SETTING_SESSION_NEEDS_PREPARATION, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  return meso_services_require (g_strcmp0 (needed, "yes") != 0, "preparation",
                                "Say which preparation was given: this clinic records each. Prepare the formula first.", error);
}

/**
 * meso_session_preparation_check:
 * @person: the record that the session is of
 * @session: a session as it was entered
 * @amended: (nullable): the record that it corrects; what stays as it was there isn't asked again
 *
 * Returns: whether what was prepared, if anything, may be what was given
 */
gboolean
meso_session_preparation_check (MesoStoreContext            *context,
                                const char                  *person,
                                const MesoTreatmentSession  *session,
                                const MesoTreatmentSession  *amended,
                                GError                     **error)
{
  g_autoptr(MesoPreparation) preparation = NULL;
  gboolean same = amended != NULL && g_strcmp0 (amended->preparation, session->preparation) == 0;

  if (session->preparation == NULL)
    return check_needed (context, session, amended, error);
  preparation = meso_preparation_repository_get (context, session->preparation, error);
  return preparation != NULL && check_whose (context, preparation, person, error) &&
         (same || check_unused (preparation, session, amended, error)) && check_time (preparation, session, error) &&
         (same || check_lots (context, preparation, session->date, error));
}
