/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-service.h"

#include "meso-protocol.h"
#include "meso-staff-service.h"
#include "stock-case.h"

#define INVALID MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID
#define REFUSED MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED

static MesoProductComponent *
get_component (MesoLot *lot)
{
  return g_ptr_array_index (lot->components, 0);
}

static void
test_receive (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoLot *draft = stock_type_lot (" ۱۲۳/A \u200f", "biotin");
  g_autofree char *id = NULL;
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(GPtrArray) lots = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  g_set_str (&get_component (draft)->strength, "۰٫۰۵ %");
  id = stock_receive (fixture, draft);
  lot = stock_get (fixture, id);
  g_assert_cmpstr (lot->number, ==, "۱۲۳/A");
  g_assert_cmpstr (lot->name, ==, "Biotin");
  g_assert_cmpint (meso_calendar_date_compare (lot->received_on, clinic_fixture_day (TODAY)), ==, 0);
  g_assert_cmpint (lot->balance_ul, ==, 10000);
  g_assert_cmpint (lot->sealed, ==, 5);
  g_assert_cmpint (lot->state, ==, MESO_LOT_AVAILABLE);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "create", "lot", id), ==, 1);
  lots = meso_stock_service_list (fixture->clinic, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lots->len, ==, 1);
}

typedef struct
{
  const char *what;             /* field and what it is to be */
  const char *value;
  const char *sentence;
} BadInput;

/* Every field that can be wrong, each on its own in an otherwise good lot. */
static const BadInput bad[] = {
  { "number", "", "number: The lot's number is missing" },
  { "number", "A\nB", "number" },
  { "name", "x\x01", "name" },
  { "expiry", "", "expiry: The expiry is missing" },
  { "expiry", "2026-11-21", "expiry: This lot expired on 2026-11-21" },
  { "expiry", "1405-09-01", "expiry: The year 1405 is before 1850" },
  { "expiry", "2062-11-30", "expiry: That is more than 20 years away" },
  { "received_on", "2026-11-23", "received_on: That day is in the future" },
  { "container_ul", "0", "container_ul: Say how much" },
  { "container_ul", "-1", "container_ul: Say how much" },
  { "container_ul", "1000001", "container_ul: One container can hold 1000 mL at most" },
  { "containers", "0", "containers: Say how many" },
  { "containers", "10001", "containers: At most 10000" },
  { "opened_life_h", "-1", "opened_life_h: " },
  { "price", "-5", "price: " },
  { "ingredient", "unobtainium", "components[0].ingredient: The formulary knows no such ingredient" },
  { "ingredient", "buflomedil", "components[0].ingredient: Buflomedil" },
  { "strength", "", "components[0].strength: The strength is missing" },
  { "strength", "1.5.2 mg/mL", "components[0].strength: " },
  { "strength", "-5 mg/mL", "components[0].strength: " },
  { "strength", "5 mg", "components[0].strength: " },
  { "strength", "5 IU/mL", "components[0].strength: “5 IU/mL” can't be the strength of biotin" },
  { "salt", "chloride", "components[0].salt: " },
  { "product", "no-such", "product: The formulary knows no such product" },
};

static void
spoil (MesoLot        *lot,
       const BadInput *input)
{
  const char *what = input->what;
  gint64 number = g_ascii_strtoll (input->value, NULL, 10);

  if (g_str_equal (what, "number"))
    g_set_str (&lot->number, input->value);
  else if (g_str_equal (what, "name"))
    g_set_str (&lot->name, input->value);
  else if (g_str_equal (what, "expiry"))
    lot->expiry = *input->value != '\0' ? clinic_fixture_day (input->value) : MESO_CALENDAR_DATE_NONE;
  else if (g_str_equal (what, "received_on"))
    lot->received_on = clinic_fixture_day (input->value);
  else if (g_str_equal (what, "container_ul"))
    lot->container_ul = number;
  else if (g_str_equal (what, "containers"))
    lot->containers = number;
  else if (g_str_equal (what, "opened_life_h"))
    lot->opened_life_h = (int) number;
  else if (g_str_equal (what, "price"))
    lot->price = number;
  else if (g_str_equal (what, "ingredient"))
    g_set_str (&get_component (lot)->ingredient, input->value);
  else if (g_str_equal (what, "strength"))
    g_set_str (&get_component (lot)->strength, input->value);
  else if (g_str_equal (what, "salt"))
    g_set_str (&get_component (lot)->salt, input->value);
  else
    g_set_str (&lot->product, input->value);
}

static void
test_bad_input (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  guint before = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(MesoLot) lot = stock_type_lot ("A-1", "biotin");
      g_autoptr(GError) error = NULL;

      spoil (lot, &bad[i]);
      g_test_message ("%s = %s", bad[i].what, bad[i].value);
      g_assert_false (meso_stock_service_check (fixture->clinic, lot, FALSE, clinic_fixture_day (TODAY), NULL));
      g_assert_null (meso_stock_service_receive (fixture->clinic, lot, FALSE, clinic_fixture_day (TODAY), &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, bad[i].sentence))
        g_error ("%s: %s", bad[i].sentence, error->message);
    }
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, before);
}

static void
test_expired (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoLot) lot = stock_type_lot ("A-1", "biotin");
  g_autoptr(GError) error = NULL;
  g_autofree char *today = NULL;
  g_autofree char *old = NULL;

  /* It may be used on the day that it expires. */
  lot->expiry = clinic_fixture_day (TODAY);
  today = meso_stock_service_receive (fixture->clinic, lot, FALSE, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  lot->expiry = clinic_fixture_day ("2026-11-21");
  old = meso_stock_service_receive (fixture->clinic, lot, TRUE, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_nonnull (old);
}

/* What the formulary says of a product is copied; what the label says besides must agree with it. */
static void
test_product (void)
{
  g_autoptr(ClinicFixture) fixture = stock_begin_with_product ();
  g_autoptr(MesoLot) draft = meso_stock_service_draft (fixture->clinic, "vial", "en");
  g_autoptr(MesoLot) stored = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (draft->name, ==, "Vitamin vial");
  g_assert_cmpstr (draft->maker, ==, "Maker");
  g_assert_cmpint (draft->container_ul, ==, 5000);
  g_assert_cmpuint (draft->components->len, ==, 2);
  g_set_str (&draft->number, "P-1");
  g_set_str (&draft->licence, "L-2");
  draft->expiry = clinic_fixture_day ("2027-01-31");
  draft->containers = 2;
  id = meso_stock_service_receive (fixture->clinic, draft, FALSE, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  stored = stock_get (fixture, id);
  g_assert_cmpstr (stored->product, ==, "vial");
  g_assert_cmpstr (stored->licence, ==, "L-2");
  g_assert_cmpuint (stored->components->len, ==, 2);
  g_assert_true (g_ptr_array_find_with_equal_func (stored->excipients, "benzyl-alcohol", g_str_equal, NULL));
  /* Written otherwise, it is the same; with another number it isn't. */
  g_set_str (&get_component (draft)->strength, "0.5 %");
  g_assert_true (meso_stock_service_check (fixture->clinic, draft, FALSE, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  g_set_str (&get_component (draft)->strength, "5.1 mg/mL");
  g_assert_false (meso_stock_service_check (fixture->clinic, draft, FALSE, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, INVALID, "components: The formulary says");
  g_clear_pointer (&draft->product, g_free);
  g_assert_false (meso_stock_service_check (fixture->clinic, draft, FALSE, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, INVALID, "components: What holds several ingredients is a product");
  g_assert_null (meso_stock_service_draft (fixture->clinic, "no-such", "en"));
}

static void
test_count (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *id = NULL;
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(GError) error = NULL;
  const MesoLotEvent *event;

  id = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_assert_true (meso_stock_service_count (fixture->clinic, id, NULL, 10000, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (meso_stock_service_count (fixture->clinic, id, NULL, 8000, " ", &error));
  clinic_fixture_assert_error (&error, INVALID, "reason: What was counted isn't what the books say");
  g_assert_false (meso_stock_service_count (fixture->clinic, id, NULL, -1, "x", &error));
  clinic_fixture_assert_error (&error, INVALID, "counted_ul: ");
  g_assert_true (meso_stock_service_count (fixture->clinic, id, NULL, 8000, "One vial was missing", &error));
  g_assert_no_error (error);
  lot = stock_get (fixture, id);
  g_assert_cmpint (lot->balance_ul, ==, 8000);
  history = meso_stock_service_list_history (fixture->clinic, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  event = g_ptr_array_index (history, 1);
  g_assert_cmpint (event->note->kind, ==, MESO_LOT_NOTE_CORRECTED);
  g_assert_cmpint (event->note->volume_ul, ==, -2000);
  g_assert_cmpint (event->note->balance_ul, ==, 8000);
  g_assert_cmpstr (event->note->reason, ==, "One vial was missing");
  g_assert_cmpstr (event->who, !=, event->note->by);
}

/* Five containers of 2 mL came: a count finds no more than they can hold, a fifth over their labels. */
static void
test_count_too_much (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *id = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_autofree char *opening = NULL;
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_stock_service_count (fixture->clinic, id, NULL, 5000000, "5000 mL", &error));
  clinic_fixture_assert_error (&error, INVALID, "counted_ul: So much can't be there");
  g_assert_false (meso_stock_service_count (fixture->clinic, id, NULL, 12001, "x", &error));
  clinic_fixture_assert_error (&error, INVALID, "counted_ul: ");
  g_assert_true (meso_stock_service_count (fixture->clinic, id, NULL, 12000, "Filled well", &error));
  g_assert_true (meso_stock_service_count (fixture->clinic, id, NULL, 10000, "Back", &error));
  opening = meso_stock_service_open (fixture->clinic, id, &error);
  g_assert_no_error (error);
  g_assert_false (meso_stock_service_count (fixture->clinic, id, opening, 400000, "400 mL", &error));
  clinic_fixture_assert_error (&error, INVALID, "counted_ul: A container of this lot doesn't hold so much");
  g_assert_false (meso_stock_service_count (fixture->clinic, id, opening, 2401, "x", &error));
  clinic_fixture_assert_error (&error, INVALID, "counted_ul: ");
  g_assert_true (meso_stock_service_count (fixture->clinic, id, opening, 2400, "Filled well", &error));
  /* What was opened once isn't unopened again, though it was thrown away. */
  g_assert_true (meso_stock_service_throw_away (fixture->clinic, opening, "Cloudy", &error));
  g_assert_false (meso_stock_service_count (fixture->clinic, id, NULL, 9601, "x", &error));
  clinic_fixture_assert_error (&error, INVALID, "counted_ul: ");
  g_assert_true (meso_stock_service_count (fixture->clinic, id, NULL, 9600, "Filled well", &error));
  g_assert_no_error (error);
  lot = stock_get (fixture, id);
  g_assert_cmpint (lot->opened, ==, 1);
  g_assert_cmpint (lot->balance_ul, ==, 9600);
}

static void
test_waste_and_open (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoLot *draft = stock_type_lot ("A-1", "biotin");
  g_autofree char *id = NULL;
  g_autofree char *opening = NULL;
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(MesoLot) after = NULL;
  g_autoptr(GError) error = NULL;

  draft->multi_dose = TRUE;
  id = stock_receive (fixture, draft);
  g_assert_false (meso_stock_service_waste (fixture->clinic, id, NULL, 0, "Broken", &error));
  clinic_fixture_assert_error (&error, INVALID, "volume_ul: Say how much");
  g_assert_false (meso_stock_service_waste (fixture->clinic, id, NULL, 2000, "", &error));
  clinic_fixture_assert_error (&error, INVALID, "reason: ");
  g_assert_false (meso_stock_service_waste (fixture->clinic, id, NULL, 10001, "Broken", &error));
  clinic_fixture_assert_error (&error, INVALID, "volume_ul: There isn't so much left");
  g_assert_true (meso_stock_service_waste (fixture->clinic, id, NULL, 2000, "Broken", &error));
  opening = meso_stock_service_open (fixture->clinic, id, &error);
  g_assert_no_error (error);
  lot = stock_get (fixture, id);
  g_assert_cmpint (lot->balance_ul, ==, 8000);
  g_assert_cmpint (lot->sealed, ==, 3);
  g_assert_cmpint (meso_lot_find_opening (lot, opening)->left_ul, ==, 2000);
  g_assert_true (meso_stock_service_waste (fixture->clinic, id, opening, 500, "Spilt", &error));
  g_assert_true (meso_stock_service_count (fixture->clinic, id, opening, 1400, "Looked closely", &error));
  g_assert_true (meso_stock_service_throw_away (fixture->clinic, opening, "Cloudy", &error));
  g_assert_no_error (error);
  after = stock_get (fixture, id);
  g_assert_cmpint (after->balance_ul, ==, 6000);
  g_assert_null (meso_lot_find_opening (after, opening));
  g_assert_false (meso_stock_service_waste (fixture->clinic, id, opening, 1, "Again", &error));
  clinic_fixture_assert_error (&error, REFUSED, "empty or was thrown away");
}

static void
test_gather (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *biotin = stock_receive (fixture, stock_type_lot ("B-1", "biotin"));
  g_autofree char *zinc = stock_receive (fixture, stock_type_lot ("Z-1", "zinc"));
  g_autoptr(MesoPreparation) preparation = meso_preparation_new ();
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (lots, stock_get (fixture, zinc));
  meso_preparation_add_draw (preparation, 0, biotin, NULL, 1000);
  meso_preparation_add_draw (preparation, 1, zinc, NULL, 1000);
  meso_preparation_add_draw (preparation, 0, biotin, NULL, 500);
  g_assert_true (meso_stock_service_gather (fixture->clinic, preparation, lots, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lots->len, ==, 2);
  g_assert_cmpstr (meso_lot_find (lots, biotin)->number, ==, "B-1");

  g_ptr_array_set_size (lots, 1);
  meso_preparation_add_draw (preparation, 0, "nowhere", NULL, 1000);
  g_assert_false (meso_stock_service_gather (fixture->clinic, preparation, lots, &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND);
  g_assert_cmpuint (lots->len, ==, 1);
}

static void
test_amend (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *id = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_autoptr(MesoLot) lot = stock_get (fixture, id);
  g_autoptr(MesoLot) amended = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&lot->number, "A-7");
  g_assert_false (meso_stock_service_amend (fixture->clinic, lot, NULL, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, INVALID, "reason: ");
  g_assert_true (meso_stock_service_amend (fixture->clinic, lot, "Misread", clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  amended = stock_get (fixture, id);
  g_assert_cmpstr (amended->number, ==, "A-7");
  g_assert_true (amended->amended);
  g_set_str (&lot->number, "");
  g_assert_false (meso_stock_service_amend (fixture->clinic, lot, "Misread", clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, INVALID, "number: ");
}

/* Anybody stops a lot; only a physician lets it go. */
static void
test_state (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *id = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *nurse = clinic_fixture_employ (fixture, "Maryam", MESO_ROLE_NURSE);
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_staff_service_take_desk (fixture->clinic, nurse, &error));
  g_assert_no_error (error);
  g_assert_false (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_RECALLED, "", &error));
  clinic_fixture_assert_error (&error, INVALID, "reason: ");
  g_assert_true (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_QUARANTINED, "Cloudy", &error));
  g_assert_true (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_RECALLED, "The maker's letter", &error));
  g_assert_no_error (error);
  g_assert_false (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_RECALLED, "Again", &error));
  clinic_fixture_assert_error (&error, REFUSED, "is that already");
  g_assert_false (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_QUARANTINED, "Wasn't us", &error));
  clinic_fixture_assert_error (&error, REFUSED, "Only a physician");
  g_assert_false (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_AVAILABLE, "Wasn't us", &error));
  clinic_fixture_assert_error (&error, REFUSED, "Only a physician");
  g_assert_true (meso_staff_service_take_desk (fixture->clinic, physician, &error));
  g_assert_true (meso_stock_service_set_state (fixture->clinic, id, MESO_LOT_AVAILABLE, "Wasn't us", &error));
  g_assert_no_error (error);
  lot = stock_get (fixture, id);
  g_assert_cmpint (lot->state, ==, MESO_LOT_AVAILABLE);
}

static void
assert_state (ClinicFixture *fixture,
              const char    *id,
              MesoLotState   state)
{
  g_autoptr(MesoLot) lot = stock_get (fixture, id);

  g_assert_cmpint (lot->state, ==, state);
}

static char *
receive_of (ClinicFixture *fixture,
            const char    *number,
            const char    *ingredient,
            const char    *maker)
{
  MesoLot *lot = stock_type_lot (number, ingredient);

  g_set_str (&lot->maker, maker);
  return stock_receive (fixture, lot);
}

/* What is delivered under the number of a stopped lot isn't fresh: no second box of it can be picked. */
static void
test_stopped_number (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *recalled = receive_of (fixture, "B 2407", "biotin", "Pars");
  g_autofree char *earlier = receive_of (fixture, "b-2407", "biotin", "");
  g_autofree char *other_maker = receive_of (fixture, "B2407", "biotin", "Alborz");
  g_autofree char *other_thing = receive_of (fixture, "B2407", "zinc", "Pars");
  g_autofree char *later = NULL;
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_stock_service_set_state (fixture->clinic, recalled, MESO_LOT_RECALLED, "The maker's letter", &error));
  g_assert_no_error (error);
  later = receive_of (fixture, "B2407", "biotin", "pars");
  assert_state (fixture, earlier, MESO_LOT_RECALLED);
  assert_state (fixture, later, MESO_LOT_RECALLED);
  assert_state (fixture, other_maker, MESO_LOT_AVAILABLE);
  assert_state (fixture, other_thing, MESO_LOT_AVAILABLE);
  lot = stock_get (fixture, later);
  g_assert_cmpstr (lot->state_reason, ==, "The maker's letter");
}

/* A number that was misread is stopped as soon as it is put right, and what it was misread as is not. */
static void
test_stopped_by_correction (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *stopped = stock_receive (fixture, stock_type_lot ("A-7", "biotin"));
  g_autofree char *misread = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_autofree char *neighbour = NULL;
  g_autoptr(MesoLot) lot = stock_get (fixture, misread);
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_stock_service_set_state (fixture->clinic, stopped, MESO_LOT_QUARANTINED, "Cloudy", &error));
  assert_state (fixture, misread, MESO_LOT_AVAILABLE);
  g_set_str (&lot->number, "A 7");
  g_assert_true (meso_stock_service_amend (fixture->clinic, lot, "Misread", clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  assert_state (fixture, misread, MESO_LOT_QUARANTINED);
  neighbour = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  assert_state (fixture, neighbour, MESO_LOT_AVAILABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/stock/receive", test_receive);
  g_test_add_func ("/services/stock/bad-input", test_bad_input);
  g_test_add_func ("/services/stock/expired", test_expired);
  g_test_add_func ("/services/stock/product", test_product);
  g_test_add_func ("/services/stock/count", test_count);
  g_test_add_func ("/services/stock/count-too-much", test_count_too_much);
  g_test_add_func ("/services/stock/waste-and-open", test_waste_and_open);
  g_test_add_func ("/services/stock/gather", test_gather);
  g_test_add_func ("/services/stock/amend", test_amend);
  g_test_add_func ("/services/stock/state", test_state);
  g_test_add_func ("/services/stock/stopped-number", test_stopped_number);
  g_test_add_func ("/services/stock/stopped-by-correction", test_stopped_by_correction);
  return g_test_run ();
}
