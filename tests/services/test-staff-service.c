/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-service.h"

#include "clinic-fixture.h"
#include "meso-audit-service.h"
#include "meso-core-error.h"

static char *
add (ClinicFixture *fixture,
     const char    *name,
     MesoRole       role,
     const char    *licence)
{
  const MesoStaff person = { .name = (char *) name, .role = role, .licence_number = (char *) licence, .active = TRUE };
  g_autoptr(GError) error = NULL;
  char *id = meso_staff_service_add (fixture->clinic, &person, &error);

  g_assert_no_error (error);
  return id;
}

static MesoStaff *
find (ClinicFixture *fixture,
      const char    *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) staff = meso_staff_service_list (fixture->clinic, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      if (g_str_equal (person->id, id))
        return meso_staff_copy (person);
    }
  g_assert_not_reached ();
}

static void
assert_desk (ClinicFixture *fixture,
             const char    *name)
{
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (fixture->clinic);

  g_assert_cmpstr (desk->name, ==, name);
  g_assert_cmpstr (desk->id, ==, meso_clinic_get_staff (fixture->clinic));
}

static void
note_change (MesoClinic *clinic,
             const char *what,
             const char *id,
             GString    *heard)
{
  g_string_append_printf (heard, "%s;", what);
}

static void
test_add_and_list (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = add (fixture, "  Dr A & B ", MESO_ROLE_PHYSICIAN, " 1 ");
  g_autofree char *nurse = add (fixture, "سارا", MESO_ROLE_NURSE, "");
  g_autoptr(MesoStaff) person = find (fixture, physician);
  g_autoptr(MesoStaff) left = find (fixture, nurse);
  g_autoptr(GPtrArray) active = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (person->name, ==, "Dr A & B");
  g_assert_cmpstr (person->licence_number, ==, "1");
  g_assert_cmpint (person->role, ==, MESO_ROLE_PHYSICIAN);
  left->active = FALSE;
  g_assert_true (meso_staff_service_update (fixture->clinic, left, &error));
  active = meso_staff_service_list (fixture->clinic, TRUE, &error);
  g_assert_cmpuint (active->len, ==, 2);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "create", "staff", physician), ==, 1);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "staff", nurse), ==, 1);
}

static void
test_bad_input (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *long_name = g_strnfill (MESO_STAFF_MAX_NAME_CHARACTERS + 1, 'x');
  MesoStaff person = { .name = (char *) " ", .role = MESO_ROLE_NURSE, .licence_number = (char *) "", .active = TRUE };
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_staff_service_add (fixture->clinic, &person, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "name: ");
  person.name = long_name;
  g_assert_null (meso_staff_service_add (fixture->clinic, &person, &error));
  clinic_fixture_assert_error (&error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "name: ");
  person.name = (char *) "Sara";
  person.licence_number = (char *) "1\n2";
  g_assert_null (meso_staff_service_add (fixture->clinic, &person, &error));
  clinic_fixture_assert_error (&error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "licence-number: ");
  person.licence_number = (char *) "";
  person.role = 7;
  g_assert_null (meso_staff_service_add (fixture->clinic, &person, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "role: ");
}

static void
test_take_desk (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = add (fixture, "Dr Karimi", MESO_ROLE_PHYSICIAN, "12345");
  const char *before = meso_clinic_get_staff (fixture->clinic);
  g_autofree char *before_copy = g_strdup (before);
  g_autoptr(GString) heard = g_string_new (NULL);
  g_autoptr(GPtrArray) audit = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *nurse = NULL;

  assert_desk (fixture, "Front desk");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->clinic, "changed", G_CALLBACK (note_change), heard);
  g_assert_true (meso_staff_service_take_desk (fixture->clinic, physician, &error));
  g_assert_no_error (error);
  assert_desk (fixture, "Dr Karimi");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (heard->str, ==, "setting;desk;");
  /* Work that was begun goes on under the name of whoever began it. */
  g_assert_cmpstr (before, ==, before_copy);

  /* It is audited under the name of who took it, and so is what comes then. */
  audit = meso_audit_service_list (fixture->clinic, 1, &error);
  g_assert_cmpstr (((MesoAuditRow *) g_ptr_array_index (audit, 0))->entity_id, ==, "desk-staff");
  g_assert_cmpstr (((MesoAuditRow *) g_ptr_array_index (audit, 0))->staff, ==, "Dr Karimi");
  nurse = add (fixture, "Sara", MESO_ROLE_NURSE, "");
  g_clear_pointer (&audit, g_ptr_array_unref);
  audit = meso_audit_service_list (fixture->clinic, 1, &error);
  g_assert_cmpstr (((MesoAuditRow *) g_ptr_array_index (audit, 0))->staff, ==, "Dr Karimi");

  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, NULL);
  assert_desk (fixture, "Dr Karimi");
}

static void
test_take_desk_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *nurse = add (fixture, "Sara", MESO_ROLE_NURSE, "");
  g_autoptr(MesoStaff) person = find (fixture, nurse);
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_staff_service_take_desk (fixture->clinic, "nobody", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "nobody");
  person->active = FALSE;
  g_assert_true (meso_staff_service_update (fixture->clinic, person, &error));
  g_assert_false (meso_staff_service_take_desk (fixture->clinic, nurse, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Sara");
  assert_desk (fixture, "Front desk");
}

/* Somebody must be left to open the clinic, and at the desk. */
static void
test_leaving (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (fixture->clinic);
  g_autofree char *nurse = NULL;
  g_autoptr(GError) error = NULL;

  desk->active = FALSE;
  g_assert_false (meso_staff_service_update (fixture->clinic, desk, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "nobody else");
  nurse = add (fixture, "Sara", MESO_ROLE_NURSE, "");
  g_assert_false (meso_staff_service_update (fixture->clinic, desk, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "at the desk");
  g_assert_true (meso_staff_service_take_desk (fixture->clinic, nurse, &error));
  g_assert_true (meso_staff_service_update (fixture->clinic, desk, &error));
  g_assert_no_error (error);
}

/* The name that the sidebar shows follows. */
static void
test_desk_is_renamed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (fixture->clinic);
  g_autoptr(GString) heard = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->clinic, "changed", G_CALLBACK (note_change), heard);
  g_set_str (&desk->name, "Mina Rahimi");
  g_assert_true (meso_staff_service_update (fixture->clinic, desk, &error));
  assert_desk (fixture, "Mina Rahimi");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (heard->str, ==, "staff;desk;");
}

/* Who was at the desk has left meanwhile, by another program's hand: whoever is there opens the clinic. */
static void
test_last_at_the_desk_left (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *nurse = add (fixture, "Sara", MESO_ROLE_NURSE, "");
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_staff_service_take_desk (fixture->clinic, nurse, &error));
  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, "UPDATE staff SET active = 0 WHERE name = 'Sara';");
  clinic_fixture_open (fixture, NULL);
  assert_desk (fixture, "Front desk");
}

static gpointer
look (gpointer data)
{
  MesoClinic *clinic = data;

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (clinic);

      g_assert_true (g_uuid_string_is_valid (desk->id));
      g_assert_true (g_uuid_string_is_valid (meso_clinic_get_staff (clinic)));
    }
  return NULL;
}

static void
test_any_thread (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *nurse = add (fixture, "Sara", MESO_ROLE_NURSE, "");
  g_autofree char *desk = g_strdup (meso_clinic_get_staff (fixture->clinic));
  GThread *thread = g_thread_new ("look", look, fixture->clinic);

  for (int i = 0; i < 50; i++)
    g_assert_true (meso_staff_service_take_desk (fixture->clinic, i % 2 == 0 ? nurse : desk, NULL));
  g_thread_join (thread);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/staff-service/add-and-list", test_add_and_list);
  g_test_add_func ("/services/staff-service/bad-input", test_bad_input);
  g_test_add_func ("/services/staff-service/take-desk", test_take_desk);
  g_test_add_func ("/services/staff-service/take-desk-refused", test_take_desk_refused);
  g_test_add_func ("/services/staff-service/leaving", test_leaving);
  g_test_add_func ("/services/staff-service/desk-is-renamed", test_desk_is_renamed);
  g_test_add_func ("/services/staff-service/last-at-the-desk-left", test_last_at_the_desk_left);
  g_test_add_func ("/services/staff-service/any-thread", test_any_thread);

  return g_test_run ();
}
