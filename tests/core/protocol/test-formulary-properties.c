/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Whatever a clinic's document wants of the formulary: nothing that is banned becomes usable, nothing that needs its own syringe is
 * mixed, no cap that blocks is raised, and no pair becomes looser. */

#include "formulary-fixture.h"

#include <string.h>

#include "meso-text-fold.h"

#define SEED 20261123
#define ROUNDS 4000

static const char *const ids[] = { "zinc", "iron", "numbing", "plasma", "banned", "units", "salt-water", "mine", "yours", "nope" };
static const char *const availabilities[] = { "on", "off", "banned", "own-syringe", "maybe" };
static const char *const severities[] = { "compatible", "caution", "incompatible" };
static const char *const amounts[] = { "1 mg", "3 mg", "4 mg", "299 mg", "300 mg", "301 mg", "4.5 mg", "4.51 mg", "99 U", "100 U", "101 U", "0 mg" };
static const char *const names[] = { "Mine", "Yours", "Banned", "banned plus", "Plasma", "داروی ممنوع", "BÄNNED", "Un banned" };

#define PICK(rand, list) (list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))])

static void
add_attribute (GString    *entry,
               GRand      *rand,
               const char *name,
               const char *value)
{
  if (g_rand_boolean (rand))
    g_string_append_printf (entry, " %s='%s'", name, value);
}

static void
add_adjust (GString *entries,
            GRand   *rand)
{
  g_string_append_printf (entries, "<adjust ingredient='%s'", PICK (rand, ids));
  add_attribute (entries, rand, "availability", PICK (rand, availabilities));
  add_attribute (entries, rand, "cap", PICK (rand, amounts));
  add_attribute (entries, rand, "cap-per-kg", PICK (rand, amounts));
  add_attribute (entries, rand, "cap-severity", g_rand_boolean (rand) ? "block" : "warn");
  if (g_rand_int_range (rand, 0, 8) == 0)
    g_string_append_printf (entries, " over='%s; none; none; warn'", PICK (rand, availabilities));
  g_string_append (entries, "><why>W</why></adjust>\n");
}

static void
add_ingredient (GString *entries,
                GRand   *rand)
{
  g_string_append_printf (entries, "<ingredient id='%s' group='other' availability='%s' dimension='%s'", PICK (rand, ids),
                          PICK (rand, availabilities), g_rand_boolean (rand) ? "mass" : "activity");
  add_attribute (entries, rand, "cap", PICK (rand, amounts));
  g_string_append_printf (entries, OWN "><name>%s</name><benefit>B</benefit></ingredient>\n", PICK (rand, names));
}

static void
add_entry (GString *entries,
           GRand   *rand)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      add_ingredient (entries, rand);
      break;
    case 1:
      g_string_append_printf (entries, "<product id='%s'" OWN "><name>%s</name><component ingredient='%s' strength='1 mg/mL'/></product>\n",
                              PICK (rand, ids), PICK (rand, names), PICK (rand, ids));
      break;
    case 2:
      g_string_append_printf (entries, "<pair a='%s' b='%s' severity='%s'" OWN "><reason>R</reason></pair>\n", PICK (rand, ids),
                              PICK (rand, ids), PICK (rand, severities));
      break;
    default:
      add_adjust (entries, rand);
    }
}

static void
assert_cap_kept (MesoQuantity before,
                 MesoQuantity after)
{
  g_assert_cmpint (after.dimension, ==, before.dimension);
  g_assert_cmpint (after.value, >, 0);
  g_assert_cmpint (after.value, <=, before.value);
}

static void
assert_no_looser (const MesoIngredient *before,
                  const MesoIngredient *after)
{
  g_assert_nonnull (after);
  g_assert_cmpint (after->provenance.origin, ==, before->provenance.origin);
  g_assert_cmpint (after->dimension, ==, before->dimension);
  g_assert_cmpint (after->anaesthetic, ==, before->anaesthetic);
  g_assert_cmpint (after->diluent, ==, before->diluent);
  if (before->availability == MESO_AVAILABILITY_BANNED)
    g_assert_cmpint (after->availability, ==, MESO_AVAILABILITY_BANNED);
  if (before->availability == MESO_AVAILABILITY_OWN_SYRINGE)
    g_assert_cmpint (after->availability, !=, MESO_AVAILABILITY_ON);
  if (before->cap_blocks)
    {
      g_assert_true (after->cap_blocks);
      if (before->cap.value > 0)
        assert_cap_kept (before->cap, after->cap);
      if (before->cap_per_kg.value > 0)
        assert_cap_kept (before->cap_per_kg, after->cap_per_kg);
    }
  if (before->cap.value > 0)
    g_assert_cmpint (after->cap.value, >, 0);
  if (!meso_protocol_may_set_availability (before, after->availability))
    g_assert_not_reached ();
}

static void
assert_not_named (const MesoLocalText *name)
{
  const char *const languages[] = { "en", "fa" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *folded = meso_text_fold (meso_local_text_get (name, languages[i]));
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);
      g_autofree char *persian = meso_text_fold ("داروی ممنوع");

      g_assert_false (g_strv_contains ((const char *const *) words, "banned"));
      g_assert_null (strstr (folded, persian));
    }
}

static void
assert_kept (const MesoProtocol *shipped,
             const MesoProtocol *protocol)
{
  const GPtrArray *ingredients = meso_protocol_get_ingredients (shipped);
  const GPtrArray *pairs = meso_protocol_get_pairs (shipped);
  const GPtrArray *all = meso_protocol_get_ingredients (protocol);
  const GPtrArray *products = meso_protocol_get_products (protocol);

  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *before = g_ptr_array_index (ingredients, i);

      assert_no_looser (before, meso_protocol_lookup_ingredient (protocol, before->id));
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const MesoIngredientPair *before = g_ptr_array_index (pairs, i);
      const MesoIngredientPair *after = meso_protocol_lookup_pair (protocol, before->a, before->b);

      g_assert_nonnull (after);
      g_assert_cmpint (after->severity, >=, before->severity);
    }
  for (guint i = ingredients->len; i < all->len; i++)
    assert_not_named (((const MesoIngredient *) g_ptr_array_index (all, i))->name);
  for (guint i = 0; i < products->len; i++)
    assert_not_named (((const MesoProduct *) g_ptr_array_index (products, i))->name);
}

static void
test_documents (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (FORMULARY_SHIPPED, NULL);
  g_autoptr (GPtrArray) documents = layer_fixture_documents (FORMULARY_SHIPPED, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_sound = 0;
  guint n_fitted = 0;

  g_test_message ("seed %d", SEED);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) entries = g_string_new (NULL);
      g_autoptr (GBytes) clinic = NULL;
      g_autoptr (GPtrArray) set_aside = NULL;
      g_autoptr (GBytes) fitted = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoProtocol) protocol = NULL;

      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        add_entry (entries, rand);
      clinic = layer_fixture_wrap (entries->str);
      protocol = meso_protocol_new_fitting (documents, clinic, &set_aside, &fitted, &error);
      g_assert_no_error (error);
      assert_kept (shipped, protocol);
      n_sound += set_aside->len == 0 ? 1 : 0;
      n_fitted += fitted && set_aside->len > 0 ? 1 : 0;
    }

  g_test_message ("%u of %d sound, %u partly", n_sound, ROUNDS, n_fitted);
  g_assert_cmpuint (n_sound, >, ROUNDS / 50);
  g_assert_cmpuint (n_fitted, >, ROUNDS / 10);
}

/* The same entries by way of the edits that the window makes: what is allowed is said alike by the functions that the window asks. */
static void
test_may (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (FORMULARY_SHIPPED, NULL);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (shipped);
  const MesoAvailability all[] = { MESO_AVAILABILITY_ON, MESO_AVAILABILITY_OFF, MESO_AVAILABILITY_BANNED, MESO_AVAILABILITY_OWN_SYRINGE };

  for (guint i = 0; i < ingredients->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      {
        const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);
        MesoIngredientChange change = { .ingredient = ingredient->id, .has_availability = TRUE, .availability = all[j], .why = (char *) "W" };
        g_autoptr (MesoProtocolEdit) edit = meso_formulary_edit_new_change (&change);
        g_autoptr (MesoProtocolClinic) clinic = meso_protocol_clinic_new ();
        g_autoptr (GPtrArray) documents = layer_fixture_documents (FORMULARY_SHIPPED, NULL);
        g_autoptr (GPtrArray) faults = NULL;
        g_autoptr (GBytes) bytes = NULL;

        meso_protocol_clinic_edit (clinic, edit);
        bytes = meso_protocol_clinic_write (clinic, 1);
        g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, bytes));
        faults = meso_protocol_validate (documents);
        g_assert_cmpint (faults->len == 0, ==, meso_protocol_may_set_availability (ingredient, all[j]));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formulary-properties/documents", test_documents);
  g_test_add_func ("/formulary-properties/may", test_may);

  return g_test_run ();
}
