/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-act-words.h"

#include <glib/gi18n.h>

#include "meso-opened-life.h"
#include "meso-stock-words.h"
#include "meso-words.h"

const char *
meso_lot_act_words_title (MesoLotAct act)
{
  switch (act)
    {
    case MESO_LOT_ACT_OPEN:
      return _("Open a Container?");
    case MESO_LOT_ACT_COUNT:
      return _("Count What Is Left");
    case MESO_LOT_ACT_WASTE:
      return _("Waste");
    case MESO_LOT_ACT_THROW_AWAY:
      return _("Throw the Container Away");
    case MESO_LOT_ACT_QUARANTINE:
      return _("Quarantine the Lot");
    case MESO_LOT_ACT_RECALL:
      return _("Recall the Lot");
    case MESO_LOT_ACT_RELEASE:
    default:
      return _("Release the Lot");
    }
}

const char *
meso_lot_act_words_button (MesoLotAct act)
{
  switch (act)
    {
    case MESO_LOT_ACT_OPEN:
      return _("_Open");
    case MESO_LOT_ACT_COUNT:
      return _("_Book the Count");
    case MESO_LOT_ACT_WASTE:
      return _("_Waste");
    case MESO_LOT_ACT_THROW_AWAY:
      return _("_Throw Away");
    case MESO_LOT_ACT_QUARANTINE:
      return _("_Quarantine");
    case MESO_LOT_ACT_RECALL:
      return _("_Recall");
    case MESO_LOT_ACT_RELEASE:
    default:
      return _("Re_lease");
    }
}

const char *
meso_lot_act_words_operation (MesoLotAct act)
{
  switch (act)
    {
    case MESO_LOT_ACT_OPEN:
      return _("open a container");
    case MESO_LOT_ACT_COUNT:
      return _("book the count");
    case MESO_LOT_ACT_WASTE:
    case MESO_LOT_ACT_THROW_AWAY:
      return _("book the waste");
    case MESO_LOT_ACT_QUARANTINE:
      return _("quarantine the lot");
    case MESO_LOT_ACT_RECALL:
      return _("recall the lot");
    case MESO_LOT_ACT_RELEASE:
    default:
      return _("release the lot");
    }
}

static char *
describe_opening (MesoContext   *context,
                  const MesoLot *lot)
{
  g_autofree char *life = meso_opened_life_write (context, meso_lot_get_opened_life_h (lot));
  g_autofree char *isolated = meso_words_isolate (life);

  if (lot->multi_dose)
    /* Translators: %s is how long: "28 days" */
    return g_strdup_printf (_("It counts as opened from now on, and can be used for %s, but never past the expiry. A preparation opens what "
                              "it needs by itself."), isolated);
  return g_strdup_printf (_("It counts as opened from now on, serves one preparation only, and can be used for %s. A preparation opens what it "
                            "needs by itself."), isolated);
}

static char *
describe_measure (MesoContext       *context,
                  MesoLotAct         act,
                  const MesoLot     *lot,
                  const MesoOpening *opening)
{
  gint64 volume = opening != NULL ? opening->left_ul : act == MESO_LOT_ACT_COUNT ? lot->balance_ul : meso_lot_get_sealed_ul (lot);
  g_autofree char *left = opening == NULL && act == MESO_LOT_ACT_COUNT ? meso_stock_words_left (context, lot)
                                                                       : meso_stock_words_volume (context, volume);

  if (act == MESO_LOT_ACT_COUNT)
    /* Translators: %s is a volume, or "12.5 mL in 3 unopened" */
    return g_strdup_printf (_("On the books: %s. What was counted is what holds from now on, and the difference stays in the history with "
                              "its reason."), left);
  if (opening != NULL)
    return g_strdup_printf (_("%s is left in this container."), left);
  return g_strdup_printf (_("%s is left in unopened containers. What is in an opened one is wasted beside that container."), left);
}

char *
meso_lot_act_words_text (MesoContext       *context,
                         MesoLotAct         act,
                         const MesoLot     *lot,
                         const MesoOpening *opening)
{
  switch (act)
    {
    case MESO_LOT_ACT_OPEN:
      return describe_opening (context, lot);
    case MESO_LOT_ACT_COUNT:
    case MESO_LOT_ACT_WASTE:
      return describe_measure (context, act, lot, opening);
    case MESO_LOT_ACT_THROW_AWAY:
      return g_strdup (_("What is left in it is booked as wasted. That can’t be taken back: no liquid comes back into a vial."));
    case MESO_LOT_ACT_QUARANTINE:
      return g_strdup (_("Nothing can be drawn from it any more, in any window, until a physician releases it. What was drawn already is "
                         "listed under Who Got It."));
    case MESO_LOT_ACT_RECALL:
      return g_strdup (_("Nothing can be drawn from it any more. Who got it is listed next, with the phone numbers to call. Only a physician "
                         "lets it back into use."));
    case MESO_LOT_ACT_RELEASE:
    default:
      return g_strdup (_("It can be drawn from again. The reason stays in the history with your name."));
    }
}

char *
meso_lot_act_words_done (MesoLotAct     act,
                         const MesoLot *lot)
{
  g_autofree char *number = meso_stock_words_number (lot);

  switch (act)
    {
    case MESO_LOT_ACT_COUNT:
      /* Translators: %s, here and in the next ones: "Lot B2407" */
      return g_strdup_printf (_("%s was counted"), number);
    case MESO_LOT_ACT_WASTE:
      return g_strdup_printf (_("%s: the waste was booked"), number);
    case MESO_LOT_ACT_THROW_AWAY:
      return g_strdup_printf (_("%s: the container is gone"), number);
    case MESO_LOT_ACT_QUARANTINE:
      return g_strdup_printf (_("%s is quarantined"), number);
    case MESO_LOT_ACT_RECALL:
      return g_strdup_printf (_("%s is recalled"), number);
    case MESO_LOT_ACT_RELEASE:
    case MESO_LOT_ACT_OPEN:
    default:
      return g_strdup_printf (_("%s can be used again"), number);
    }
}

/* What comes under the number of a lot that was stopped is stopped with it. */
char *
meso_lot_act_words_received (MesoContext   *context,
                             const MesoLot *lot)
{
  g_autofree char *name = meso_stock_words_name (context, lot);
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *number = meso_stock_words_number (lot);
  g_autofree char *containers = meso_stock_words_containers (context, lot->containers);

  switch (lot->state)
    {
    case MESO_LOT_RECALLED:
      /* Translators: "10 containers", what they are of, "Lot B2407" */
      return g_strdup_printf (_("Received, but this number is recalled: %s of %s, %s, can’t be used"), containers, isolated, number);
    case MESO_LOT_QUARANTINED:
      /* Translators: "10 containers", what they are of, "Lot B2407" */
      return g_strdup_printf (_("Received, but this number is quarantined: %s of %s, %s, can’t be used"), containers, isolated, number);
    case MESO_LOT_AVAILABLE:
    default:
      /* Translators: "10 containers", what they are of, "Lot B2407" */
      return g_strdup_printf (_("Received: %s of %s, %s"), containers, isolated, number);
    }
}
