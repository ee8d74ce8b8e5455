/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-repository.h"

#include "meso-patient-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

typedef struct
{
  MesoTestStore *store;
  MesoProtocol *protocol;
  GPtrArray *documents;
  char *patient;
  char *other_patient;
  MesoFormulaVersion *draft;
  MesoFormulaVersion *stored;
  const char *id;
  int version;
  GPtrArray *found;
  const char *sql;
} World;

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) one = meso_patient_repository_insert (context, world->store->staff, patient, error);
  g_autoptr(MesoPatient) other = meso_patient_repository_insert (context, world->store->staff, patient, error);

  world->patient = g_strdup (one->id);
  world->other_patient = g_strdup (other->id);
  return meso_protocol_archive_repository_store (context, world->store->staff, world->protocol, world->documents, error);
}

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);

  world->store = meso_test_store_new ();
  world->protocol = meso_test_protocol (&world->documents);
  meso_test_store_write (world->store, prepare, world);
  world->draft = meso_test_formula (world->patient, meso_protocol_get_hash (world->protocol));
  return world;
}

static void
world_free (World *world)
{
  g_clear_pointer (&world->stored, meso_formula_version_free);
  g_clear_pointer (&world->found, g_ptr_array_unref);
  meso_formula_version_free (world->draft);
  g_ptr_array_unref (world->documents);
  meso_protocol_unref (world->protocol);
  g_free (world->patient);
  g_free (world->other_patient);
  meso_test_store_free (world->store);
  g_free (world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->stored, meso_formula_version_free);
  world->stored = meso_formula_repository_insert (context, world->store->staff, world->draft, error);
  return world->stored != NULL;
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->stored, meso_formula_version_free);
  world->stored = meso_formula_repository_get (context, world->id, world->version, error);
  return world->stored != NULL;
}

static gboolean
get_latest (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->stored, meso_formula_version_free);
  world->stored = meso_formula_repository_latest_of_patient (context, world->id, error);
  return error == NULL || *error == NULL;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->found, g_ptr_array_unref);
  world->found = meso_formula_repository_list (context, world->patient, error);
  return world->found != NULL;
}

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_sqlite_connection_run_script (context->connection, world->sql, error);
}

static void
assert_equal (const MesoFormulaVersion *a, const MesoFormulaVersion *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->patient, ==, b->patient);
  g_assert_cmpstr (a->protocol_hash, ==, b->protocol_hash);
  g_assert_cmpuint (a->formula->items->len, ==, b->formula->items->len);
  for (guint i = 0; i < a->formula->items->len; i++)
    {
      const MesoFormulaItem *one = g_ptr_array_index (a->formula->items, i);
      const MesoFormulaItem *other = g_ptr_array_index (b->formula->items, i);

      g_assert_cmpstr (one->ingredient, ==, other->ingredient);
      g_assert_cmpstr (one->product, ==, other->product);
      g_assert_cmpstr (one->strength, ==, other->strength);
      g_assert_cmpstr (one->volume, ==, other->volume);
      g_assert_cmpstr (one->amount, ==, other->amount);
      g_assert_cmpstr (one->salt, ==, other->salt);
    }
  g_assert_cmpstr (a->formula->diluent, ==, b->formula->diluent);
  g_assert_cmpstr (a->formula->to_volume, ==, b->formula->to_volume);
  g_assert_cmpint (a->formula->points, ==, b->formula->points);
  g_assert_cmpstr (a->formula->volume_per_point, ==, b->formula->volume_per_point);
  g_assert_cmpstr (a->formula->dead_space, ==, b->formula->dead_space);
  g_assert_cmpint (a->facts->weight_g, ==, b->facts->weight_g);
  g_assert_cmpint (a->facts->sex, ==, b->facts->sex);
  g_assert_true ((a->facts->allergies == NULL) == (b->facts->allergies == NULL));
  g_assert_cmpint (a->check->ok, ==, b->check->ok);
  g_assert_cmpint (a->check->total_volume_ul, ==, b->check->total_volume_ul);
  g_assert_cmpint (a->check->diluent_volume_ul, ==, b->check->diluent_volume_ul);
  g_assert_cmpuint (a->check->lines->len, ==, b->check->lines->len);
  g_assert_cmpuint (a->check->findings->len, ==, b->check->findings->len);
}

static void
test_comes_back_equal (void)
{
  g_autoptr(World) world = world_new ();
  const MesoFormulaLine *line;
  const MesoFormulaFinding *finding;

  meso_test_store_write (world->store, insert, world);
  g_assert_cmpint (world->stored->version, ==, 1);
  assert_equal (world->stored, world->draft);
  line = g_ptr_array_index (world->stored->check->lines, 0);
  g_assert_cmpstr (line->ingredient, ==, "zinc");
  g_assert_cmpint (line->volume_ul, ==, 2000);
  g_assert_cmpint (line->amount.value, ==, 2000000);
  g_assert_cmpint (line->amount.dimension, ==, MESO_DIMENSION_MASS);
  g_assert_true (line->exact);
  g_assert_cmpint (line->final_per_ml, ==, 400000);
  finding = g_ptr_array_index (world->stored->check->findings, 0);
  g_assert_cmpint (finding->severity, ==, MESO_SEVERITY_WARN);
  g_assert_cmpstr (finding->code, ==, "caution-pair");
  g_assert_cmpuint (finding->ingredients->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (finding->ingredients, 1), ==, "copper");
  g_assert_cmpstr (g_ptr_array_index (world->stored->facts->allergies, 0), ==, "lidocaine");
  g_assert_cmpstr (g_ptr_array_index (world->stored->facts->excluded, 0), ==, "biotin");
  meso_test_store_check (world->store);
}

/* A strength of a salt, read back as one of the element, would be another amount. */
static void
test_salt (void)
{
  g_autoptr(World) world = world_new ();
  MesoFormulaItem *item = g_ptr_array_index (world->draft->formula->items, 0);
  MesoFormulaLine *line = g_ptr_array_index (world->draft->check->lines, 0);

  g_set_str (&item->salt, "sulfate");
  g_set_str (&line->salt, "sulfate");
  line->salt_amount_ng = 8800001;
  meso_test_store_write (world->store, insert, world);
  assert_equal (world->stored, world->draft);
  line = g_ptr_array_index (world->stored->check->lines, 0);
  g_assert_cmpstr (line->salt, ==, "sulfate");
  g_assert_cmpint (line->salt_amount_ng, ==, 8800001);
  meso_test_store_check (world->store);
}

/* "Not asked" is never "none". */
static void
test_allergies_not_asked (void)
{
  g_autoptr(World) world = world_new ();

  g_ptr_array_set_size (world->draft->facts->allergies, 0);
  meso_test_store_write (world->store, insert, world);
  g_assert_nonnull (world->stored->facts->allergies);
  g_assert_cmpuint (world->stored->facts->allergies->len, ==, 0);
  g_clear_pointer (&world->draft->facts->allergies, g_ptr_array_unref);
  meso_test_store_write (world->store, insert, world);
  g_assert_null (world->stored->facts->allergies);
}

static void
test_versions (void)
{
  g_autoptr(World) world = world_new ();
  g_autofree char *id = NULL;

  world->id = world->patient;
  meso_test_store_read (world->store, get_latest, world);
  g_assert_null (world->stored);
  meso_test_store_write (world->store, insert, world);
  id = g_strdup (world->stored->formula_id);
  g_set_str (&world->draft->formula_id, id);
  world->draft->formula->points = 60;
  meso_test_store_write (world->store, insert, world);
  g_assert_cmpint (world->stored->version, ==, 2);

  world->id = id;
  world->version = 1;
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (world->stored->formula->points, ==, 50);
  world->version = 0;
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (world->stored->formula->points, ==, 60);
  world->version = 3;
  meso_test_store_refuse (world->store, get, world, MESO_STORE_ERROR_NO_RECORD);
  world->id = world->patient;
  meso_test_store_read (world->store, get_latest, world);
  g_assert_cmpint (world->stored->version, ==, 2);
  meso_test_store_read (world->store, list, world);
  g_assert_cmpuint (world->found->len, ==, 1);

  /* Never another patient's, never of a recipe that isn't there. */
  g_set_str (&world->draft->patient, world->other_patient);
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_REFUSED);
  g_set_str (&world->draft->formula_id, "none");
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_NO_RECORD);
  g_set_str (&world->draft->formula_id, NULL);
  g_set_str (&world->draft->protocol_hash, "0000");
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_NO_RECORD);
}

static gboolean
retire (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_formula_repository_set_retired (context, world->store->staff, world->id, TRUE, error);
}

/* A patient's formula can't be retired by any way into the file. */
static void
test_only_a_recipe_of_the_clinic_is_retired (void)
{
  g_autoptr(World) world = world_new ();
  g_autofree char *id = NULL;

  meso_test_store_write (world->store, insert, world);
  id = g_strdup (world->stored->formula_id);
  world->id = id;
  meso_test_store_refuse (world->store, retire, world, MESO_STORE_ERROR_REFUSED);
  g_clear_pointer (&world->draft->patient, g_free);
  meso_test_store_write (world->store, insert, world);
  g_assert_false (world->stored->retired);
  g_set_str (&id, world->stored->formula_id);
  world->id = id;
  meso_test_store_write (world->store, retire, world);
  meso_test_store_read (world->store, get, world);
  g_assert_true (world->stored->retired);
  meso_test_store_check (world->store);
}

static void
test_never_changes (void)
{
  static const char *const attempts[] = {
    "UPDATE formula SET patient = NULL", "DELETE FROM formula", "UPDATE formula_version SET ok = 1", "DELETE FROM formula_version",
    "UPDATE formula_item SET volume = '9 mL'", "DELETE FROM formula_item", "UPDATE formula_line SET amount = 1",
    "DELETE FROM formula_line", "UPDATE formula_finding SET severity = 'info'", "DELETE FROM formula_finding",
    "UPDATE formula_finding_ingredient SET ingredient = 'x'", "DELETE FROM formula_finding_ingredient",
    "UPDATE formula_fact SET value = 'x'", "DELETE FROM formula_fact",
    "INSERT INTO formula_item (formula, version, n, product, volume) SELECT formula, version, 9, 'x', '1 mL' FROM formula_version",
    "INSERT INTO formula_fact SELECT formula, version, 'allergy', 9, 'x' FROM formula_version",
    "INSERT INTO formula_line SELECT formula, version, 9, 'x', NULL, 1, 1, 'mass', 1, 1, NULL, NULL FROM formula_version",
    "INSERT INTO formula_finding SELECT formula, version, 9, 'info', 'x', '', '' FROM formula_version",
    "INSERT INTO formula_finding_ingredient SELECT formula, version, 0, 9, 'x' FROM formula_version",
    "INSERT OR REPLACE INTO formula_version SELECT * FROM formula_version",
    "INSERT INTO formula_version SELECT formula, 7, name, screening, protocol, sex, weight_g, allergies_asked, diluent, to_volume,"
    " points, volume_per_point, dead_space, ok, total_volume_ul, diluent_volume_ul, created_at, created_zone, created_by"
    " FROM formula_version",
  };
  g_autoptr(World) world = world_new ();

  meso_test_store_write (world->store, insert, world);
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s", attempts[i]);
      world->sql = attempts[i];
      meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
    }
  /* A block and "ok" can't stand together. */
  ((MesoFormulaFinding *) g_ptr_array_index (world->draft->check->findings, 0))->severity = MESO_SEVERITY_BLOCK;
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_REFUSED);
  world->draft->check->ok = FALSE;
  meso_test_store_write (world->store, insert, world);
  g_assert_cmpint (((MesoFormulaFinding *) g_ptr_array_index (world->stored->check->findings, 0))->severity, ==,
                   MESO_SEVERITY_BLOCK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula-repository/comes-back-equal", test_comes_back_equal);
  g_test_add_func ("/formula-repository/salt", test_salt);
  g_test_add_func ("/formula-repository/allergies-not-asked", test_allergies_not_asked);
  g_test_add_func ("/formula-repository/versions", test_versions);
  g_test_add_func ("/formula-repository/retired", test_only_a_recipe_of_the_clinic_is_retired);
  g_test_add_func ("/formula-repository/never-changes", test_never_changes);
  return g_test_run ();
}
