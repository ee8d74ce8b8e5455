/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-service.h"

#include "stock-case.h"

#define INVALID MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID

/* "expired A-1 1000", one line each */
static char *
describe_attention (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = meso_stock_service_list_attention (fixture->clinic, clinic_fixture_day (TODAY), "en", &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      const MesoStockNote *note = g_ptr_array_index (notes, i);

      if (note->kind == MESO_STOCK_NOTE_LOW)
        g_string_append_printf (text, "low %s %d of %d\n", note->name, (int) note->containers, (int) note->minimum);
      else
        g_string_append_printf (text, "%s %s %d\n", meso_stock_note_kind_to_string (note->kind), note->lot->number, (int) note->left_ul);
    }
  return g_string_free (text, FALSE);
}

static char *
receive_until (ClinicFixture *fixture,
               const char    *number,
               const char    *expiry)
{
  MesoLot *lot = stock_type_lot (number, "biotin");

  lot->expiry = clinic_fixture_day (expiry);
  return stock_receive (fixture, lot);
}

static void
test_attention (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoLot) old = stock_type_lot ("OLD", "biotin");
  g_autofree char *old_id = NULL;
  g_autofree char *recalled = NULL;
  g_autofree char *soon = NULL;
  g_autofree char *not_yet = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  first = describe_attention (fixture);
  g_assert_cmpstr (first, ==, "");
  old->expiry = clinic_fixture_day ("2026-11-21");
  old_id = meso_stock_service_receive (fixture->clinic, old, TRUE, clinic_fixture_day (TODAY), &error);
  recalled = receive_until (fixture, "REC", "2027-11-30");
  soon = receive_until (fixture, "SOON", "2027-01-21");
  not_yet = receive_until (fixture, "LATER", "2027-01-22");
  g_assert_true (meso_stock_service_set_state (fixture->clinic, recalled, MESO_LOT_RECALLED, "Letter", &error));
  g_assert_true (meso_stock_service_set_minimum (fixture->clinic, "biotin", 11, &error));
  g_assert_no_error (error);
  second = describe_attention (fixture);
  g_assert_cmpstr (second, ==, "recalled REC 10000\nexpired OLD 10000\nexpiring SOON 10000\nlow Biotin 10 of 11\n");
  /* What is gone wants nothing any more. */
  g_assert_true (meso_stock_service_waste (fixture->clinic, recalled, NULL, 10000, "Sent back", &error));
  g_assert_true (meso_stock_service_waste (fixture->clinic, old_id, NULL, 10000, "Thrown away", &error));
  g_assert_true (meso_stock_service_set_minimum (fixture->clinic, "biotin", 10, &error));
  clinic_fixture_set (fixture, "stock-expiry-days", "61", NULL);
  third = describe_attention (fixture);
  g_assert_cmpstr (third, ==, "expiring SOON 10000\nexpiring LATER 10000\n");
  clinic_fixture_set (fixture, "stock-expiry-days", "0", NULL);
  fourth = describe_attention (fixture);
  g_assert_cmpstr (fourth, ==, "");
}

static void
test_opened_too_long (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoLot *draft = stock_type_lot ("A-1", "biotin");
  g_autofree char *id = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  draft->multi_dose = TRUE;
  draft->opened_life_h = 24;
  id = stock_receive (fixture, draft);
  opening = meso_stock_service_open (fixture->clinic, id, &error);
  g_assert_no_error (error);
  before = describe_attention (fixture);
  g_assert_cmpstr (before, ==, "");
  clinic_fixture_set_clock (fixture, "2026-11-24");
  after = describe_attention (fixture);
  g_assert_cmpstr (after, ==, "opened-too-long A-1 2000\n");
}

/* "expiring A-1", one line each */
static char *
describe_one (ClinicFixture *fixture,
              const char    *lot)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = meso_stock_service_list_attention_of (fixture->clinic, lot, clinic_fixture_day (TODAY), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      const MesoStockNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (text, "%s %s\n", meso_stock_note_kind_to_string (note->kind), note->lot->number);
    }
  return g_string_free (text, FALSE);
}

/* Of one lot alone the same is said as among all. */
static void
test_one_lot (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *soon = NULL;
  g_autofree char *later = NULL;
  g_autofree char *of_soon = NULL;
  g_autofree char *of_later = NULL;
  g_autofree char *of_gone = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  soon = receive_until (fixture, "SOON", "2027-01-21");
  later = receive_until (fixture, "LATER", "2027-01-22");
  of_soon = describe_one (fixture, soon);
  g_assert_cmpstr (of_soon, ==, "expiring SOON\n");
  of_later = describe_one (fixture, later);
  g_assert_cmpstr (of_later, ==, "");
  g_assert_true (meso_stock_service_waste (fixture->clinic, soon, NULL, 10000, "Thrown away", &error));
  g_assert_no_error (error);
  of_gone = describe_one (fixture, soon);
  g_assert_cmpstr (of_gone, ==, "");
  g_assert_null (meso_stock_service_list_attention_of (fixture->clinic, "nothing", clinic_fixture_day (TODAY), &error));
  g_assert_nonnull (error);
}

static void
test_minimums (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *id = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_autoptr(GPtrArray) minimums = NULL;
  g_autoptr(GError) error = NULL;
  const MesoStockMinimum *minimum;

  g_assert_false (meso_stock_service_set_minimum (fixture->clinic, "unobtainium", 3, &error));
  clinic_fixture_assert_error (&error, INVALID, "what: ");
  g_assert_false (meso_stock_service_set_minimum (fixture->clinic, "biotin", -1, &error));
  clinic_fixture_assert_error (&error, INVALID, "containers: ");
  g_assert_true (meso_stock_service_set_minimum (fixture->clinic, "zinc", 3, &error));
  minimums = meso_stock_service_list_minimums (fixture->clinic, clinic_fixture_day (TODAY), "en", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (minimums->len, ==, 2);
  minimum = g_ptr_array_index (minimums, 0);
  g_assert_cmpstr (minimum->name, ==, "Biotin");
  g_assert_cmpint (minimum->containers, ==, 0);
  g_assert_cmpint (minimum->usable, ==, 5);
  minimum = g_ptr_array_index (minimums, 1);
  g_assert_cmpstr (minimum->what, ==, "zinc");
  g_assert_cmpint (minimum->containers, ==, 3);
  g_assert_cmpint (minimum->usable, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/stock-attention/attention", test_attention);
  g_test_add_func ("/services/stock-attention/opened-too-long", test_opened_too_long);
  g_test_add_func ("/services/stock-attention/one-lot", test_one_lot);
  g_test_add_func ("/services/stock-attention/minimums", test_minimums);
  return g_test_run ();
}
