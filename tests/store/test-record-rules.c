/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "meso-patient-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

/* What may not stand in a patient's record, whoever writes it: every constraint and trigger of version 3, and beside it what just may. */

#define ITEM "'00000000-0000-4000-8000-00000000000"

typedef struct
{
  MesoTestStore *store;
  char *leila;
  char *karim;
  const char *sql;
} World;

static gboolean
add_people (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(MesoPatient) leila = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) karim = meso_test_patient ("Karim", "Rezaei");
  g_autoptr(MesoPatient) first = meso_patient_repository_insert (context, world->store->staff, leila, error);
  g_autoptr(MesoPatient) second = meso_patient_repository_insert (context, world->store->staff, karim, error);

  world->leila = g_strdup (first->id);
  world->karim = g_strdup (second->id);
  return TRUE;
}

static World *
world_new (void)
{
  World *self = g_new0 (World, 1);

  self->store = meso_test_store_new ();
  meso_test_store_write (self->store, add_people, self);
  return self;
}

static void
world_free (World *self)
{
  meso_test_store_free (self->store);
  g_free (self->leila);
  g_free (self->karim);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_sqlite_connection_run_script (context->connection, world->sql, error);
}

/* LEILA, KARIM and NURSE stand for their ids. */
static char *
name_people (World *self, const char *sql)
{
  g_autoptr(GString) named = g_string_new (sql);
  g_autofree char *leila = g_strconcat ("'", self->leila, "'", NULL);
  g_autofree char *karim = g_strconcat ("'", self->karim, "'", NULL);
  g_autofree char *nurse = g_strconcat ("'", self->store->nurse, "'", NULL);

  g_string_replace (named, "LEILA", leila, 0);
  g_string_replace (named, "KARIM", karim, 0);
  g_string_replace (named, "NURSE", nurse, 0);
  return g_string_free (g_steal_pointer (&named), FALSE);
}

static void
run (World *self, const char *sql)
{
  g_autofree char *named = name_people (self, sql);

  self->sql = named;
  meso_test_store_write (self->store, run_sql, self);
}

/* Stored, and taken back again. */
static void
accept (World *self, const char *sql)
{
  g_autofree char *tried = g_strconcat ("SAVEPOINT try; ", sql, "; ROLLBACK TO try; RELEASE try", NULL);

  g_test_message ("%s", sql);
  run (self, tried);
}

static void
refuse (World *self, const char *sql, const char *why)
{
  g_autofree char *named = name_people (self, sql);
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", sql);
  self->sql = named;
  g_assert_false (meso_store_run (self->store->store, MESO_STORE_WRITE, run_sql, self, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, why));
}

static const struct { const char *change; const char *why; } refused_patients[] = {
  { "birth_date = NULL, age = -1, age_on = '2026-11-22'", "an age is 0 to 130 years" },
  { "birth_date = NULL, age = 131, age_on = '2026-11-22'", "an age is 0 to 130 years" },
  { "birth_date = NULL, age = 30", "an age is told on a day" },
  { "birth_date = NULL, age_on = '2026-11-22'", "an age is told on a day" },
  { "birth_date = NULL, age = 30, age_on = '2026-02-30'", "an age is told on a day" },
  { "age = 30, age_on = '2026-11-22'", "a birth date and an age are never kept both" },
  { "weight_g = 499, weight_on = '2026-11-22'", "a weight is 0.5 to 500 kg" },
  { "weight_g = 500001, weight_on = '2026-11-22'", "a weight is 0.5 to 500 kg" },
  { "weight_g = 60000", "a weight is of a day" },
  { "weight_on = '2026-11-22'", "a weight is of a day" },
  { "weight_g = 60000, weight_on = 'today'", "a weight is of a day" },
  { "blood_group = 'C+'", "a blood group is one of the eight, or none" },
  { "hair_onset = 'often'", "hair is lost gradually or suddenly" },
  { "hair_family = 'perhaps'", "hair loss in the family is yes, no or unknown" },
  { "allergies_asked = 'some'", "allergies are not asked, none known, or listed" },
  { "medicines_asked = 'some'", "medicines are not asked, none known, or listed" },
  { "conditions_asked = 'some'", "conditions are not asked, none known, or listed" },
  { "archived = 2", "archived is 0 or 1" },
  { "has_photo = 2", "has_photo is 0 or 1" },
  { "allergies_asked = 'listed'", "what was asked and what is listed contradict each other" },
  { "medicines_asked = 'listed'", "what was asked and what is listed contradict each other" },
  { "conditions_asked = 'listed'", "what was asked and what is listed contradict each other" },
};

static const char *const accepted_patients[] = {
  "birth_date = NULL, age = 0, age_on = '2026-11-22'", "birth_date = NULL, age = 130, age_on = '2026-11-22'",
  "weight_g = 500, weight_on = '2026-11-22'", "weight_g = 500000, weight_on = '2026-11-22'", "blood_group = 'AB-'",
  "hair_onset = 'sudden', hair_family = 'no'", "archived = 1",
  "allergies_asked = 'none-known', medicines_asked = 'none-known', conditions_asked = 'none-known'",
};

static void
test_patient (void)
{
  g_autoptr(World) world = world_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused_patients); i++)
    {
      g_autofree char *sql = g_strconcat ("UPDATE patient SET ", refused_patients[i].change, " WHERE id = LEILA", NULL);
      refuse (world, sql, refused_patients[i].why);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (accepted_patients); i++)
    {
      g_autofree char *sql = g_strconcat ("UPDATE patient SET ", accepted_patients[i], " WHERE id = LEILA", NULL);
      accept (world, sql);
    }
  refuse (world, "CREATE TEMP TABLE copy AS SELECT * FROM patient WHERE id = LEILA;"
                 " UPDATE temp.copy SET number = NULL, id = " ITEM "9', file_number = 'x', file_number_key = 'x', allergies_asked = 'listed';"
                 " INSERT INTO patient SELECT * FROM temp.copy", "a list is there once something is listed");
}

/* A line with the values given, of someone; the columns are in the order of the table. */
#define LINE(id, who, kind, what, ingredient, severity, origin, status, reason, replaces, ended) \
  "INSERT INTO health_item (id, patient, n, kind, what, ingredient, detail, severity, origin, since, status, reason, replaces," \
  " noted_at, noted_zone, noted_by, ended_at, ended_by) VALUES (" ITEM id "', " who ", 1, '" kind "', '" what "', " ingredient \
  ", '', '" severity "', '" origin "', '', '" status "', '" reason "', " replaces ", '2026-11-22T08:00:00.000000Z', 'UTC', NURSE, " \
  ended ")"
#define NOW "'2026-11-22T08:00:00.000000Z', NURSE"
#define NEVER "NULL, NULL"
#define ALLERGY(id) LINE (id, "LEILA", "allergy", "Penicillin", "NULL", "severe", "unknown", "active", "", "NULL", NEVER)
#define END(id, status, reason) \
  "UPDATE health_item SET status = '" status "', reason = '" reason "', ended_at = '2026-11-22T09:00:00.000000Z', ended_by = NURSE" \
  " WHERE id = " ITEM id "'"

static const struct { const char *sql; const char *why; } refused_items[] = {
  { LINE ("", "LEILA", "allergy", "x", "NULL", "unknown", "unknown", "active", "", "NULL", NEVER), "an id is a UUID" },
  { LINE ("1", "LEILA", "habit", "x", "NULL", "unknown", "unknown", "active", "", "NULL", NEVER),
    "what is listed is an allergy, a medicine or a condition" },
  { LINE ("1", "LEILA", "allergy", " ", "NULL", "unknown", "unknown", "active", "", "NULL", NEVER), "it isn't said what it is" },
  { LINE ("1", "LEILA", "allergy", "x", "''", "unknown", "unknown", "active", "", "NULL", NEVER), "an ingredient has an id" },
  { LINE ("1", "LEILA", "medicine", "x", "NULL", "mild", "unknown", "active", "", "NULL", NEVER), "only an allergy has a severity" },
  { LINE ("1", "LEILA", "allergy", "x", "NULL", "awful", "unknown", "active", "", "NULL", NEVER), "only an allergy has a severity" },
  { LINE ("1", "LEILA", "condition", "x", "NULL", "unknown", "prescribed", "active", "", "NULL", NEVER),
    "only a medicine is prescribed or self-chosen" },
  { LINE ("1", "LEILA", "medicine", "x", "NULL", "unknown", "found", "active", "", "NULL", NEVER),
    "only a medicine is prescribed or self-chosen" },
  { LINE ("1", "LEILA", "medicine", "x", "NULL", "unknown", "unknown", "entered-in-error", "r", "NULL", NOW),
    "what is newly listed holds, or held once" },
  { LINE ("1", "LEILA", "medicine", "x", "NULL", "unknown", "unknown", "replaced", "r", "NULL", NOW),
    "what is newly listed holds, or held once" },
  { LINE ("1", "LEILA", "medicine", "x", "NULL", "unknown", "unknown", "active", "", "NULL", NOW),
    "what holds no more says who ended it and when" },
  { LINE ("1", "LEILA", "medicine", "x", "NULL", "unknown", "unknown", "ended", "", "NULL", NEVER),
    "what holds no more says who ended it and when" },
  { LINE ("1", "LEILA", "allergy", "x", "NULL", "unknown", "unknown", "ended", " ", "NULL", NOW),
    "an allergy that holds no more needs a reason" },
  { ALLERGY ("1") "; " END ("1", "entered-in-error", " "), "entered in error needs a reason" },
  { ALLERGY ("1") "; " END ("1", "ended", ""), "an allergy that holds no more needs a reason" },
  { ALLERGY ("1") "; " END ("1", "gone", "r"), "a status is active, ended, replaced or entered in error" },
  { ALLERGY ("1") "; UPDATE health_item SET what = 'Aspirin'", "what is listed never changes" },
  { ALLERGY ("1") "; UPDATE health_item SET severity = 'mild'", "what is listed never changes" },
  { ALLERGY ("1") "; UPDATE health_item SET ingredient = 'lidocaine'", "what is listed never changes" },
  { ALLERGY ("1") "; UPDATE health_item SET patient = KARIM", "what is listed never changes" },
  { ALLERGY ("1") "; " END ("1", "ended", "r") "; UPDATE health_item SET status = 'active', ended_at = NULL, ended_by = NULL",
    "what is listed never changes" },
  { ALLERGY ("1") "; " END ("1", "entered-in-error", "r") "; " END ("1", "ended", "r"), "what is listed never changes" },
  { ALLERGY ("1") "; " END ("1", "replaced", "") "; " END ("1", "entered-in-error", "r"), "what is listed never changes" },
  { ALLERGY ("1") "; DELETE FROM health_item", "what is listed is never deleted" },
  { ALLERGY ("1") "; " LINE ("2", "LEILA", "allergy", "x", "NULL", "unknown", "unknown", "active", "", ITEM "1'", NEVER),
    "a line of a list replaces one of the same list and the same patient" },
  { ALLERGY ("1") "; " END ("1", "replaced", "") "; "
    LINE ("2", "KARIM", "allergy", "x", "NULL", "unknown", "unknown", "active", "", ITEM "1'", NEVER),
    "a line of a list replaces one of the same list and the same patient" },
  { ALLERGY ("1") "; " END ("1", "replaced", "") "; "
    LINE ("2", "LEILA", "medicine", "x", "NULL", "unknown", "unknown", "active", "", ITEM "1'", NEVER),
    "a line of a list replaces one of the same list and the same patient" },
  { ALLERGY ("1") "; UPDATE patient SET allergies_asked = 'none-known' WHERE id = LEILA",
    "what was asked and what is listed contradict each other" },
  { ALLERGY ("1") "; UPDATE patient SET allergies_asked = 'not-asked' WHERE id = LEILA",
    "what was asked and what is listed contradict each other" },
};

static const char *const accepted_items[] = {
  ALLERGY ("1"),
  ALLERGY ("1") "; " END ("1", "entered-in-error", "another patient") "; UPDATE patient SET allergies_asked = 'none-known' WHERE id = LEILA",
  ALLERGY ("1") "; " END ("1", "ended", "tested") "; " END ("1", "entered-in-error", "r"),
  ALLERGY ("1") "; " END ("1", "replaced", "") "; "
    LINE ("2", "LEILA", "allergy", "x", "'lidocaine'", "unknown", "unknown", "active", "", ITEM "1'", NEVER),
  LINE ("1", "LEILA", "medicine", "x", "NULL", "unknown", "self-chosen", "ended", "", "NULL", NOW),
  ALLERGY ("1") "; UPDATE patient SET erased_at = '2026-11-22T09:00:00.000000Z' WHERE id = LEILA; DELETE FROM health_item",
};

static void
test_items (void)
{
  g_autoptr(World) world = world_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused_items); i++)
    refuse (world, refused_items[i].sql, refused_items[i].why);
  for (gsize i = 0; i < G_N_ELEMENTS (accepted_items); i++)
    accept (world, accepted_items[i]);
}

static void
expect (World *self, const char *sql, const char *expected)
{
  g_autofree char *named = name_people (self, sql);
  g_autofree char *found = NULL;

  meso_test_store_close (self->store);
  found = meso_test_sqlite (self->store->path, named);
  meso_test_store_open (self->store);
  g_assert_cmpstr (found, ==, expected);
}

#define ASKED "SELECT allergies_asked, medicines_asked, conditions_asked FROM patient WHERE id = LEILA"

/* However a line comes and goes, what the list column says is true. */
static void
test_listed (void)
{
  g_autoptr(World) world = world_new ();

  run (world, "UPDATE patient SET allergies_asked = 'none-known', medicines_asked = 'none-known'");
  run (world, ALLERGY ("1"));
  expect (world, ASKED, "listed|none-known|not-asked");
  run (world, LINE ("2", "LEILA", "allergy", "x", "NULL", "unknown", "unknown", "active", "", "NULL", NEVER));
  run (world, LINE ("3", "LEILA", "medicine", "x", "NULL", "unknown", "unknown", "ended", "", "NULL", NOW));
  run (world, END ("1", "ended", "tested"));
  expect (world, ASKED, "listed|none-known|not-asked");
  run (world, END ("2", "entered-in-error", "of another") ";" LINE ("4", "LEILA", "condition", "x", "NULL", "unknown", "unknown",
                                                                            "active", "", "NULL", NEVER));
  expect (world, ASKED, "not-asked|none-known|listed");
  expect (world, "SELECT count(*) FROM patient WHERE id = KARIM AND allergies_asked = 'none-known'", "1");
}

#define HASH "'0000000000000000000000000000000000000000000000000000000000000000'"
#define PIECE(id, bytes) "INSERT INTO photo_piece (photo, n, bytes) VALUES (" ITEM id "', 1, " bytes ")"
#define PHOTO(id, type, width, orientation, size, thumbnail) \
  "INSERT INTO photo (id, patient, sha256, content_type, width, height, orientation, size, thumbnail, added_at, added_zone, added_by)" \
  " VALUES (" ITEM id "', LEILA, " HASH ", '" type "', " width ", 1, " orientation ", " size ", " thumbnail \
  ", '2026-11-22T08:00:00.000000Z', 'UTC', NURSE)"
#define STORED(id) PIECE (id, "x'01'") "; " PHOTO (id, "image/png", "1", "1", "1", "NULL")
#define PORTRAIT(id, who) \
  "INSERT INTO patient_portrait (photo, patient, set_at, set_by) VALUES (" ITEM id "', " who ", '2026-11-22T08:00:00.000000Z', NURSE)"
#define ERASED "; UPDATE patient SET erased_at = '2026-11-22T09:00:00.000000Z' WHERE id = LEILA; "

static const struct { const char *sql; const char *why; } refused_photos[] = {
  { PIECE ("1", "x''"), "a piece of a photo has 1 byte to 1 MiB" },
  { PIECE ("1", "zeroblob (1048577)"), "a piece of a photo has 1 byte to 1 MiB" },
  { PIECE ("1", "x'01'") "; " PHOTO ("1", "image/gif", "1", "1", "1", "NULL"), "a photo is JPEG or PNG" },
  { PIECE ("1", "x'01'") "; " PHOTO ("1", "image/png", "0", "1", "1", "NULL"), "a photo has a width and a height" },
  { PIECE ("1", "x'01'") "; " PHOTO ("1", "image/png", "1", "9", "1", "NULL"), "an orientation is 1 to 8" },
  { PIECE ("1", "x'01'") "; " PHOTO ("1", "image/png", "1", "1", "2", "NULL"), "the pieces of the photo don't make it up" },
  { PHOTO ("1", "image/png", "1", "1", "0", "NULL"), "the pieces of the photo don't make it up" },
  { PIECE ("1", "x'01'") "; " PHOTO ("1", "image/png", "1", "1", "1", "x''"), "a thumbnail is small" },
  { STORED ("1") "; " "INSERT INTO photo_piece (photo, n, bytes) VALUES (" ITEM "1', 2, x'02')", "a stored photo never changes" },
  { STORED ("1") "; UPDATE photo_piece SET bytes = x'02'", "a stored photo never changes" },
  { STORED ("1") "; UPDATE photo SET orientation = 2", "a stored photo never changes" },
  { STORED ("1") "; UPDATE photo SET thumbnail = x'01'; UPDATE photo SET thumbnail = x'02'", "a stored photo never changes" },
  { STORED ("1") "; DELETE FROM photo_piece", "a photo is never deleted" },
  { STORED ("1") "; DELETE FROM photo", "a photo is never deleted" },
  { STORED ("1") "; " PORTRAIT ("1", "KARIM"), "the photo is another patient's" },
  { STORED ("1") "; " PORTRAIT ("1", "LEILA") "; DELETE FROM patient_portrait", "a photo is never deleted" },
  { STORED ("1") "; " PORTRAIT ("1", "LEILA") "; UPDATE patient_portrait SET ended_at = '2026-11-22T08:00:00.000000Z'",
    "a portrait that was replaced says by whom and when" },
  { STORED ("1") "; " PORTRAIT ("1", "LEILA") "; UPDATE patient_portrait SET set_by = ended_by", "a portrait can only be replaced, and once" },
};

static void
test_photos (void)
{
  g_autoptr(World) world = world_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused_photos); i++)
    refuse (world, refused_photos[i].sql, refused_photos[i].why);
  accept (world, STORED ("1") "; UPDATE photo SET thumbnail = x'01'");
  accept (world, STORED ("1") "; " PORTRAIT ("1", "LEILA") ERASED
                 "DELETE FROM patient_portrait; DELETE FROM photo_piece; DELETE FROM photo");
}

#define SHOWN "SELECT has_photo, (SELECT count(*) FROM patient_portrait) FROM patient WHERE id = LEILA"
#define REPLACED(id) \
  "UPDATE patient_portrait SET ended_at = '2026-11-22T09:00:00.000000Z', ended_by = NURSE WHERE photo = " ITEM id "'"

static void
test_portraits (void)
{
  g_autoptr(World) world = world_new ();

  run (world, STORED ("1") "; " PORTRAIT ("1", "LEILA"));
  expect (world, SHOWN, "1|1");
  run (world, REPLACED ("1") "; " STORED ("2") "; " PORTRAIT ("2", "LEILA"));
  expect (world, SHOWN, "1|2");
  run (world, REPLACED ("2"));
  expect (world, SHOWN, "0|2");
  refuse (world, REPLACED ("2"), "a portrait can only be replaced, and once");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-rules/patient", test_patient);
  g_test_add_func ("/record-rules/items", test_items);
  g_test_add_func ("/record-rules/listed", test_listed);
  g_test_add_func ("/record-rules/photos", test_photos);
  g_test_add_func ("/record-rules/portraits", test_portraits);
  return g_test_run ();
}
