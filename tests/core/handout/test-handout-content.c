/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What the content of the sheets that ships must hold: the article's instructions with their own durations, and Persian
 * for every word. */

#include <string.h>

#include "handout-fixture.h"

static const MesoHandoutItem *
find_item (const char *kind,
           const char *id)
{
  const MesoHandoutText *text = meso_protocol_lookup_handout (handout_fixture_protocol (), kind);

  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }

  g_test_message ("no item %s", id);
  g_assert_not_reached ();
}

static void
test_durations (void)
{
  static const struct
  {
    const char *kind;
    const char *id;
    int hours;
    int days;
    MesoOrigin origin;
  } expected[] = {
    { "before", "before-thinners", 0, 7, MESO_ORIGIN_ARTICLE },
    { "before", "before-alcohol", 0, 3, MESO_ORIGIN_ARTICLE },
    { "before", "before-dye", 0, 3, MESO_ORIGIN_RESEARCH },
    { "before", "before-medicines", 0, 0, MESO_ORIGIN_ARTICLE },
    { "aftercare", "after-wash", 24, 0, MESO_ORIGIN_ARTICLE },
    { "aftercare", "after-sport", 24, 0, MESO_ORIGIN_ARTICLE },
    { "aftercare", "after-rub", 24, 0, MESO_ORIGIN_RESEARCH },
    { "aftercare", "after-alcohol", 0, 3, MESO_ORIGIN_ARTICLE },
    { "aftercare", "after-pool", 0, 7, MESO_ORIGIN_ARTICLE },
    { "aftercare", "after-sun", 0, 7, MESO_ORIGIN_ARTICLE },
    { "aftercare", "after-call-later", 0, 84, MESO_ORIGIN_RESEARCH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MesoHandoutItem *item = find_item (expected[i].kind, expected[i].id);

      g_assert_cmpint (item->duration_hours, ==, expected[i].hours);
      g_assert_cmpint (item->duration_days, ==, expected[i].days);
      g_assert_cmpint (item->provenance.origin, ==, expected[i].origin);
      g_assert_false (item->provenance.reviewed);
    }
}

/* What a full page may drop is never the only place that says "do not". */
static void
test_instructions_stand_in_the_text (void)
{
  const MesoHandoutItem *thinners = find_item ("before", "before-thinners");
  const char *text = meso_local_text_get (thinners->text, "en");

  g_assert_nonnull (strstr (text, "on your own"));
  g_assert_nonnull (strstr (text, "aspirin"));
  g_assert_nonnull (strstr (text, "omega-3"));
  g_assert_nonnull (strstr (meso_local_text_get (find_item ("aftercare", "after-pool")->text, "en"), "sauna"));
  g_assert_nonnull (strstr (meso_local_text_get (find_item ("before", "before-medicines")->text, "en"), "supplements"));
}

/* No medicine that a doctor prescribed is ever told to be stopped. */
static void
test_prescribed (void)
{
  const MesoHandoutItem *boxed = find_item ("before", "before-prescribed");
  const MesoHandoutItem *thinner = find_item ("aftercare", "after-own-thinner");

  g_assert_cmpint (boxed->duration_days, ==, find_item ("before", "before-thinners")->duration_days);
  g_assert_nonnull (strstr (meso_local_text_get (boxed->detail, "en"), "Never stop"));
  g_assert_nonnull (strstr (meso_local_text_get (thinner->detail, "en"), "Go on with it as prescribed"));
}

static void
assert_persian (const MesoLocalText *text)
{
  if (text == NULL)
    return;

  if (!meso_local_text_has (text, "fa"))
    g_error ("No Persian for: %s", meso_local_text_get (text, "en"));
}

static void
test_persian (void)
{
  const GPtrArray *handouts = meso_protocol_get_handouts (handout_fixture_protocol ());

  g_assert_cmpuint (handouts->len, ==, 6);
  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, i);

      assert_persian (handout->title);
      for (guint j = 0; j < handout->items->len; j++)
        {
          const MesoHandoutItem *item = g_ptr_array_index (handout->items, j);

          assert_persian (item->text);
          assert_persian (item->detail);
        }
    }
}

/* A translation fills in what the English text does. */
static void
test_placeholders (void)
{
  static const char *const names[] = { "{date}", "{ingredient}" };
  const GPtrArray *handouts = meso_protocol_get_handouts (handout_fixture_protocol ());

  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, i);

      for (guint j = 0; j < handout->items->len; j++)
        {
          const MesoHandoutItem *item = g_ptr_array_index (handout->items, j);
          const char *english = meso_local_text_get (item->detail, "en");
          const char *persian = meso_local_text_get (item->detail, "fa");

          for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
            g_assert_cmpint (strstr (english, names[k]) != NULL, ==, strstr (persian, names[k]) != NULL);
          /* {ingredient} is the one that the item depends on */
          if (strstr (english, "{ingredient}") != NULL)
            g_assert_nonnull (meso_protocol_lookup_ingredient (handout_fixture_protocol (), item->when_ingredient));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-content/durations", test_durations);
  g_test_add_func ("/handout-content/instructions-stand-in-the-text", test_instructions_stand_in_the_text);
  g_test_add_func ("/handout-content/prescribed", test_prescribed);
  g_test_add_func ("/handout-content/persian", test_persian);
  g_test_add_func ("/handout-content/placeholders", test_placeholders);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
