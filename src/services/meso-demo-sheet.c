/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-sheet.h"

#include "meso-handout-service.h"

#define AFTERCARE_MINUTES 30
#define EVENING_MINUTE (18 * 60)
#define SHEET_PERCENT 50

static gboolean
gets_one (MesoDemoLife *life)
{
  if (life->role != NULL)
    return life->role->scene != MESO_DEMO_TO_HAND_OUT;
  return life->depth == MESO_DEMO_DEPTH_WHOLE && meso_demo_world_happens (life->world, SHEET_PERCENT);
}

/**
 * meso_demo_sheet_hand_out:
 * @life: somebody who was treated
 *
 * Returns: whether their sheet is stored, or none is due
 */
gboolean
meso_demo_sheet_hand_out (MesoDemoLife  *life,
                          GError       **error)
{
  g_autoptr(GDateTime) creation = g_date_time_new_local (life->treated_on.year, life->treated_on.month, life->treated_on.day,
                                                         12, 0, 0);
  int minute = life->role != NULL ? life->role->minute : EVENING_MINUTE;
  const MesoHandoutRequest request = {
    .kind = "aftercare", .patient = life->patient->id,
    .when = { life->treated_on, minute + AFTERCARE_MINUTES }, .today = life->treated_on,
    .creation = creation, .printed_at = { life->treated_on, minute + AFTERCARE_MINUTES },
  };
  g_autoptr(MesoIssuedHandout) handout = NULL;

  if (!gets_one (life))
    return TRUE;
  handout = meso_handout_service_issue (life->world->clinic, &request, error);
  return handout != NULL;
}
