/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-staff.h"

#include "meso-staff-repository.h"
#include "meso-staff-service.h"

typedef struct
{
  const char *english;
  const char *persian;
  MesoRole role;
  const char *licence;
} Employee;

static const Employee employees[] = {
  [MESO_DEMO_STAFF_PHYSICIAN] = { "Dr Mina Rahimi", "دکتر مینا رحیمی", MESO_ROLE_PHYSICIAN, "12345" },
  [MESO_DEMO_STAFF_FIRST_NURSE] = { "Sara Karimi", "سارا کریمی", MESO_ROLE_NURSE, "" },
  [MESO_DEMO_STAFF_SECOND_NURSE] = { "Hamed Jafari", "حامد جعفری", MESO_ROLE_NURSE, "" },
  [MESO_DEMO_STAFF_DESK] = { "Niloufar Azadi", "نیلوفر آزادی", MESO_ROLE_DESK, "" },
};

static const char *
get_name (const Employee *employee,
          const char     *language)
{
  return g_str_equal (language, "fa") ? employee->persian : employee->english;
}

/**
 * meso_demo_staff_describe:
 * @who: one of the staff
 * @language: "en" or "fa"
 *
 * Returns: them, with static texts and no id
 */
MesoStaff
meso_demo_staff_describe (MesoDemoStaff  who,
                          const char    *language)
{
  const Employee *employee = &employees[who];

  return (MesoStaff) {
    .name = (char *) get_name (employee, language), .role = employee->role, .licence_number = (char *) employee->licence, .active = TRUE,
  };
}

/**
 * meso_demo_staff_engage:
 * @who: one of the staff
 * @language: "en" or "fa"
 * @context: the unit of work that this happens in
 * @clinic: where they begin
 *
 * Returns: (transfer full): the new id
 */
char *
meso_demo_staff_engage (MesoDemoStaff      who,
                        const char        *language,
                        MesoStoreContext  *context,
                        MesoClinic        *clinic,
                        GError           **error)
{
  const MesoStaff person = meso_demo_staff_describe (who, language);

  return meso_staff_repository_insert (context, meso_clinic_get_staff (clinic), &person, error);
}

/* (nullable): whom that name is of, in whatever language */
static const Employee *
find_employee (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (employees); i++)
    if (g_str_equal (employees[i].english, name) || g_str_equal (employees[i].persian, name))
      return &employees[i];
  return NULL;
}

/**
 * meso_demo_staff_rename:
 * @clinic: a demo clinic
 * @language: "en" or "fa"
 *
 * Calls the staff by the names of @language; those whom somebody has given other names keep them.
 *
 * Returns: whether it is stored
 */
gboolean
meso_demo_staff_rename (MesoClinic  *clinic,
                        const char  *language,
                        GError     **error)
{
  g_autoptr(GPtrArray) staff = meso_staff_service_list (clinic, FALSE, error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      MesoStaff *person = g_ptr_array_index (staff, i);
      const Employee *employee = find_employee (person->name);

      if (employee == NULL || !g_set_str (&person->name, get_name (employee, language)))
        continue;
      if (!meso_staff_service_update (clinic, person, error))
        return FALSE;
    }
  return staff != NULL;
}
