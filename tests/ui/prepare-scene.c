/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "prepare-scene.h"

#include "meso-preparation-service.h"
#include "meso-staff-service.h"

char *
prepare_scene_receive (Visit      *visit,
                       const char *number,
                       int         days,
                       gint64      container_ul,
                       gint64      containers)
{
  MesoLot *lot = stock_scene_lot (number, PREPARE_SCENE_INGREDIENT, days);

  lot->container_ul = container_ul;
  lot->containers = containers;
  lot->multi_dose = TRUE;
  return stock_scene_receive (visit->fixture, lot);
}

static gpointer
get_last (MesoClinic  *clinic,
          gpointer     data,
          GError     **error)
{
  const Visit *visit = data;
  g_autoptr(GPtrArray) all = meso_preparation_service_list (clinic, visit->patient->id, error);

  return all != NULL && all->len > 0 ? g_ptr_array_steal_index (all, 0) : NULL;
}

MesoPreparation *
prepare_scene_get_last (Visit *visit)
{
  return ui_fixture_call (visit->fixture, get_last, visit);
}

static gpointer
employ (MesoClinic  *clinic,
        gpointer     name,
        GError     **error)
{
  g_autoptr(MesoStaff) person = meso_staff_new ();

  g_set_str (&person->name, name);
  person->role = MESO_ROLE_NURSE;
  person->active = TRUE;
  return meso_staff_service_add (clinic, person, error);
}

char *
prepare_scene_employ (Visit      *visit,
                      const char *name)
{
  return ui_fixture_call (visit->fixture, employ, (gpointer) name);
}
