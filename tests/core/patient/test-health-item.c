/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-health-item.h"

static void
assert_accepted (const MesoHealthItem *item)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (meso_health_item_check (item, &error));
  g_assert_no_error (error);
}

static void
assert_refused (const MesoHealthItem *item,
                const char           *field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strconcat (field, ": ", NULL);

  g_assert_false (meso_health_item_check (item, &error));
  g_assert_true (error->domain == MESO_CORE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_names (void)
{
  MesoHealthKind kind = MESO_HEALTH_ALLERGY;
  MesoHealthStatus status = MESO_HEALTH_ACTIVE;
  MesoAllergySeverity severity = MESO_ALLERGY_SEVERITY_UNKNOWN;
  MesoMedicineOrigin origin = MESO_MEDICINE_ORIGIN_UNKNOWN;

  g_assert_true (meso_health_kind_from_string ("condition", &kind) && kind == MESO_HEALTH_CONDITION);
  g_assert_true (meso_health_status_from_string ("entered-in-error", &status) && status == MESO_HEALTH_ENTERED_IN_ERROR);
  g_assert_true (meso_allergy_severity_from_string ("severe", &severity) && severity == MESO_ALLERGY_SEVERE);
  g_assert_true (meso_medicine_origin_from_string ("self-chosen", &origin) && origin == MESO_MEDICINE_SELF_CHOSEN);
  g_assert_false (meso_health_kind_from_string ("habit", &kind) || meso_health_status_from_string (NULL, &status) ||
                  meso_allergy_severity_from_string ("", &severity) || meso_medicine_origin_from_string ("own", &origin));
  g_assert_cmpstr (meso_health_status_to_string (MESO_HEALTH_REPLACED), ==, "replaced");
}

static void
test_what (void)
{
  g_autoptr (MesoHealthItem) item = meso_health_item_new (MESO_HEALTH_ALLERGY, "Penicillin & <b>");
  g_autofree char *text = g_strnfill (201, 'x');

  assert_accepted (item);
  g_set_str (&item->what, text);
  assert_refused (item, "what");
  g_set_str (&item->what, "");
  assert_refused (item, "what");
  g_set_str (&item->what, "a\u202eb");
  assert_refused (item, "what");
  g_set_str (&item->what, "two\nlines");
  assert_refused (item, "what");
}

static void
test_other_fields (void)
{
  g_autoptr (MesoHealthItem) item = meso_health_item_new (MESO_HEALTH_ALLERGY, "لیدوکائین");

  g_set_str (&item->ingredient, "vitamin-b12");
  assert_accepted (item);
  g_set_str (&item->ingredient, "Vitamin B12");
  assert_refused (item, "ingredient");
  g_set_str (&item->ingredient, "");
  g_set_str (&item->detail, "\x01");
  assert_refused (item, "detail");
  g_set_str (&item->detail, "");
  g_set_str (&item->since, "\xff");
  assert_refused (item, "since");
}

static void
test_of_one_kind_only (void)
{
  g_autoptr (MesoHealthItem) item = meso_health_item_new (MESO_HEALTH_ALLERGY, "x");

  item->severity = MESO_ALLERGY_SEVERE;
  assert_accepted (item);
  item->kind = MESO_HEALTH_CONDITION;
  assert_refused (item, "severity");
  item->severity = MESO_ALLERGY_SEVERITY_UNKNOWN;
  item->origin = MESO_MEDICINE_PRESCRIBED;
  assert_refused (item, "origin");
  item->kind = MESO_HEALTH_MEDICINE;
  assert_accepted (item);
}

static void
test_reasons (void)
{
  g_autoptr (MesoHealthItem) item = meso_health_item_new (MESO_HEALTH_MEDICINE, "x");

  item->status = MESO_HEALTH_ENDED;
  assert_accepted (item);
  item->kind = MESO_HEALTH_ALLERGY;
  assert_refused (item, "reason");
  item->status = MESO_HEALTH_ENTERED_IN_ERROR;
  assert_refused (item, "reason");
  g_set_str (&item->reason, " \u200f");
  assert_refused (item, "reason");
  g_set_str (&item->reason, "tested");
  assert_accepted (item);
  item->status = MESO_HEALTH_ENDED;
  assert_accepted (item);
}

static void
test_says_same (void)
{
  g_autoptr (MesoHealthItem) item = meso_health_item_new (MESO_HEALTH_ALLERGY, "x");
  g_autoptr (MesoHealthItem) copy = meso_health_item_copy (item);

  copy->status = MESO_HEALTH_ENDED;
  g_set_str (&copy->reason, "r");
  g_set_str (&copy->id, "1");
  g_assert_true (meso_health_item_says_same (item, copy));
  copy->severity = MESO_ALLERGY_MILD;
  g_assert_false (meso_health_item_says_same (item, copy));
  copy->severity = item->severity;
  g_set_str (&copy->since, "2010");
  g_assert_false (meso_health_item_says_same (item, copy));
}

static void
test_line (void)
{
  g_autoptr (MesoHealthItem) item = meso_health_item_new (MESO_HEALTH_ALLERGY, "Lidocaine");
  g_autofree char *bare = meso_health_item_dup_line (item);
  g_autofree char *full = NULL;

  g_assert_cmpstr (bare, ==, "Lidocaine");
  g_set_str (&item->ingredient, "lidocaine");
  g_set_str (&item->detail, "rash");
  item->severity = MESO_ALLERGY_SEVERE;
  g_set_str (&item->since, "2010");
  full = meso_health_item_dup_line (item);
  g_assert_cmpstr (full, ==, "Lidocaine · rash · severe · 2010");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/health-item/names", test_names);
  g_test_add_func ("/health-item/what", test_what);
  g_test_add_func ("/health-item/other-fields", test_other_fields);
  g_test_add_func ("/health-item/of-one-kind-only", test_of_one_kind_only);
  g_test_add_func ("/health-item/reasons", test_reasons);
  g_test_add_func ("/health-item/says-same", test_says_same);
  g_test_add_func ("/health-item/line", test_line);

  return g_test_run ();
}
