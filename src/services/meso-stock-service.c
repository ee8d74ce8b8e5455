/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-service.h"

#include "meso-clinic-private.h"
#include "meso-lot-deliveries.h"
#include "meso-lot-repository.h"
#include "meso-physician.h"
#include "meso-stock-receiving.h"
#include "meso-stock-repository.h"
#include "meso-text.h"

typedef struct
{
  MesoClinic *clinic;
  const char *id;
  const char *opening;          /* (nullable) */
  const MesoLot *lot;
  gint64 volume_ul;
  MesoLotState state;
  const char *reason;
  char *new_id;
} Work;

static const char *
get_staff (const Work *work)
{
  return meso_clinic_get_staff (work->clinic);
}

/**
 * meso_stock_service_draft:
 * @what: id of a product or an ingredient
 * @language: of its name
 *
 * Returns: (transfer full) (nullable): what the formulary knows of it, for the form in which it is received
 */
MesoLot *
meso_stock_service_draft (MesoClinic *clinic,
                          const char *what,
                          const char *language)
{
  return meso_stock_receiving_draft (meso_clinic_get_protocol (clinic), what, language);
}

/**
 * meso_stock_service_check:
 * @draft: what was received, as it is typed
 * @expired_too: whether it may have expired
 * @today: the clinic's day
 *
 * Returns: whether it could be received; what is wrong names the field first
 */
gboolean
meso_stock_service_check (MesoClinic        *clinic,
                          const MesoLot     *draft,
                          gboolean           expired_too,
                          MesoCalendarDate   today,
                          GError           **error)
{
  g_autoptr(MesoLot) lot = meso_stock_receiving_complete (meso_clinic_get_protocol (clinic), draft, expired_too, today, error);

  return lot != NULL;
}

static gboolean
receive (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  Work *work = data;

  work->new_id = meso_lot_repository_insert (context, get_staff (work), work->lot, error);
  return work->new_id != NULL && meso_lot_deliveries_take_state (context, get_staff (work), work->new_id, error);
}

/**
 * meso_stock_service_receive:
 * @draft: what was received; without a day: today. What isn't said is as the formulary has it
 * @expired_too: whether it may have expired: it is received only to be thrown away
 * @today: the clinic's day
 *
 * What comes under the number of a lot that was recalled or quarantined is that too.
 *
 * Returns: (transfer full): the new lot's id, or %NULL; %MESO_SERVICES_ERROR_INVALID names the field first. Nothing is stored then
 */
char *
meso_stock_service_receive (MesoClinic        *clinic,
                            const MesoLot     *draft,
                            gboolean           expired_too,
                            MesoCalendarDate   today,
                            GError           **error)
{
  g_autoptr(MesoLot) lot = meso_stock_receiving_complete (meso_clinic_get_protocol (clinic), draft, expired_too, today, error);
  Work work = { .clinic = clinic, .lot = lot };

  if (lot == NULL)
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, receive, &work, error))
    g_clear_pointer (&work.new_id, g_free);
  return work.new_id;
}

/* (transfer full): trimmed, or %NULL where it is missing */
static char *
take_reason (const char  *reason,
             const char  *sentence,
             GError     **error)
{
  g_autofree char *trimmed = meso_text_trim (reason != NULL ? reason : "");

  if (!meso_services_require (*trimmed != '\0', "reason", sentence, error) || !meso_text_check_note (trimmed, "reason", error))
    return NULL;
  return g_steal_pointer (&trimmed);
}

static gboolean
amend (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;

  return meso_lot_repository_amend (context, get_staff (work), work->lot, work->reason, error) &&
         meso_lot_deliveries_take_state (context, get_staff (work), work->lot->id, error);
}

/**
 * meso_stock_service_amend:
 * @lot: a lot as it was got, with the right name, maker, licence, number, supplier, storage, expiry or day of receipt; nothing else in it
 *   is corrected
 * @reason: why
 * @today: the clinic's day
 *
 * Returns: whether the correction is stored beside what was typed first
 */
gboolean
meso_stock_service_amend (MesoClinic        *clinic,
                          const MesoLot     *lot,
                          const char        *reason,
                          MesoCalendarDate   today,
                          GError           **error)
{
  g_autofree char *trimmed = take_reason (reason, "Write why the lot is corrected.", error);
  g_autoptr(MesoLot) corrected = meso_lot_copy (lot);
  Work work = { .clinic = clinic, .lot = corrected, .reason = trimmed };

  return trimmed != NULL && meso_stock_receiving_check_words (corrected, error) &&
         meso_stock_receiving_check_days (corrected, today, error) &&
         meso_clinic_run (clinic, MESO_STORE_WRITE, amend, &work, error);
}

static gboolean
check_opening (const Work     *work,
               const MesoLot  *lot,
               GError        **error)
{
  if (work->opening == NULL || meso_lot_find_opening (lot, work->opening) != NULL)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                       "This container is empty or was thrown away meanwhile. Look at the lot again; nothing was stored.");
  return FALSE;
}

/* A count mends the books, it receives nothing: more than can be there is a slip of the pen. */
static gboolean
check_counted (const MesoLot      *lot,
               const MesoOpening  *opening,
               gint64              counted_ul,
               GError            **error)
{
  return meso_services_require (counted_ul <= meso_lot_get_most_ul (lot, opening), "counted_ul",
                                opening != NULL ? "A container of this lot doesn't hold so much. Check the number and its unit."
                                                : "So much can't be there by what was received and opened. Check the number and its unit.",
                                error);
}

/* Where nothing differs there is nothing to say and nothing to book. */
static gboolean
count (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  g_autoptr(MesoLot) lot = meso_lot_repository_get (context, work->id, error);
  g_autofree char *reason = NULL;
  const MesoOpening *opening;
  gint64 left_ul;

  if (lot == NULL || !check_opening (work, lot, error))
    return FALSE;
  opening = meso_lot_find_opening (lot, work->opening);
  left_ul = opening != NULL ? opening->left_ul : lot->balance_ul;
  if (left_ul == work->volume_ul)
    return TRUE;
  if (!check_counted (lot, opening, work->volume_ul, error))
    return FALSE;
  reason = take_reason (work->reason, "What was counted isn't what the books say. Write why, or what you found.", error);
  return reason != NULL &&
         meso_stock_repository_count (context, get_staff (work), work->id, work->opening, work->volume_ul, reason, error);
}

/**
 * meso_stock_service_count:
 * @lot: which lot
 * @opening: (nullable): an opened container of it; %NULL for all that is left of the lot
 * @counted_ul: what there really is
 * @reason: (nullable): why it differs; due where it does
 *
 * Returns: whether the books say now what was counted; %MESO_SERVICES_ERROR_INVALID where more was counted than can be there
 */
gboolean
meso_stock_service_count (MesoClinic  *clinic,
                          const char  *lot,
                          const char  *opening,
                          gint64       counted_ul,
                          const char  *reason,
                          GError     **error)
{
  Work work = { .clinic = clinic, .id = lot, .opening = opening, .volume_ul = counted_ul, .reason = reason };

  return meso_services_require (counted_ul >= 0, "counted_ul", "Less than nothing can't be there.", error) &&
         meso_clinic_run (clinic, MESO_STORE_WRITE, count, &work, error);
}

static gboolean
waste (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  g_autoptr(MesoLot) lot = meso_lot_repository_get (context, work->id, error);
  const MesoOpening *opening;
  gint64 left_ul;

  if (lot == NULL || !check_opening (work, lot, error))
    return FALSE;
  opening = meso_lot_find_opening (lot, work->opening);
  left_ul = opening != NULL ? opening->left_ul : meso_lot_get_sealed_ul (lot);
  return meso_services_require (work->volume_ul <= left_ul, "volume_ul", "There isn't so much left. Count what there is first.", error) &&
         meso_stock_repository_waste (context, get_staff (work), work->id, work->opening, work->volume_ul, work->reason, error);
}

/**
 * meso_stock_service_waste:
 * @lot: which lot
 * @opening: (nullable): an opened container of it; %NULL for unopened ones
 * @volume_ul: how much is gone
 * @reason: why
 *
 * Returns: whether it is written off
 */
gboolean
meso_stock_service_waste (MesoClinic  *clinic,
                          const char  *lot,
                          const char  *opening,
                          gint64       volume_ul,
                          const char  *reason,
                          GError     **error)
{
  g_autofree char *trimmed = NULL;
  Work work = { .clinic = clinic, .id = lot, .opening = opening, .volume_ul = volume_ul };

  if (!meso_services_require (volume_ul > 0, "volume_ul", "Say how much is gone: more than nothing.", error))
    return FALSE;
  trimmed = take_reason (reason, "Write why it is thrown away.", error);
  work.reason = trimmed;
  return trimmed != NULL && meso_clinic_run (clinic, MESO_STORE_WRITE, waste, &work, error);
}

static gboolean
open_container (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  Work *work = data;

  work->new_id = meso_stock_repository_open (context, get_staff (work), work->id, NULL, error);
  return work->new_id != NULL;
}

/**
 * meso_stock_service_open:
 * @lot: which lot
 *
 * Opens a container now; from here on its time runs.
 *
 * Returns: (transfer full): the opened container's id, or %NULL
 */
char *
meso_stock_service_open (MesoClinic  *clinic,
                         const char  *lot,
                         GError     **error)
{
  Work work = { .clinic = clinic, .id = lot };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, open_container, &work, error))
    g_clear_pointer (&work.new_id, g_free);
  return work.new_id;
}

static gboolean
throw_away (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Work *work = data;

  return meso_stock_repository_throw_away (context, get_staff (work), work->opening, work->reason, error);
}

/**
 * meso_stock_service_throw_away:
 * @opening: an opened container
 * @reason: why
 *
 * Returns: whether it is gone, and what was left in it written off
 */
gboolean
meso_stock_service_throw_away (MesoClinic  *clinic,
                               const char  *opening,
                               const char  *reason,
                               GError     **error)
{
  g_autofree char *trimmed = take_reason (reason, "Write why it is thrown away.", error);
  Work work = { .clinic = clinic, .opening = opening, .reason = trimmed };

  return trimmed != NULL && meso_clinic_run (clinic, MESO_STORE_WRITE, throw_away, &work, error);
}

/* A recall is heavier than a quarantine: whoever makes one of the other lets something go. */
static gboolean
set_state (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;
  g_autoptr(MesoLot) lot = meso_lot_repository_get (context, work->id, error);

  if (lot == NULL)
    return FALSE;
  if (lot->state == work->state)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Lot %s is that already. Nothing was changed.", lot->number);
      return FALSE;
    }
  if (work->state < lot->state && !meso_physician_check_desk (context, work->clinic, error))
    return FALSE;
  return meso_lot_repository_set_state (context, get_staff (work), work->id, work->state, work->reason, error) &&
         meso_lot_deliveries_give_state (context, get_staff (work), work->id, error);
}

/**
 * meso_stock_service_set_state:
 * @lot: which lot
 * @state: what it is from now on
 * @reason: why
 *
 * Anybody may put a lot into quarantine or recall it, and all deliveries of it go with it; only a physician lets them go again, one by one.
 *
 * Returns: whether it is so; %MESO_SERVICES_ERROR_REFUSED when that is for a physician
 */
gboolean
meso_stock_service_set_state (MesoClinic    *clinic,
                              const char    *lot,
                              MesoLotState   state,
                              const char    *reason,
                              GError       **error)
{
  g_autofree char *trimmed = take_reason (reason, "Write why: what was said, and by whom.", error);
  Work work = { .clinic = clinic, .id = lot, .state = state, .reason = trimmed };

  return trimmed != NULL && meso_clinic_run (clinic, MESO_STORE_WRITE, set_state, &work, error);
}
