/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-keeper.h"

#include "meso-draft-service.h"
#include "ui-fixture.h"

static gpointer
read_draft (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(MesoDraft) draft = meso_draft_service_get (clinic, "patient", "new", error);

  return draft != NULL ? g_strdup (draft->text) : NULL;
}

static void
assert_kept (UiFixture  *fixture,
             const char *expected)
{
  g_autofree char *text = ui_fixture_call (fixture, read_draft, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_saved (gpointer keeper)
{
  int saved_at;

  g_object_get (keeper, "saved-at", &saved_at, NULL);
  return saved_at >= 0;
}

/* However long somebody goes on typing: not half a second after the last letter, but after the first. */
static void
test_keeps_while_typing (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoDraftKeeper *keeper = meso_draft_keeper_new (fixture->context, "patient", "new");

  for (int i = 0; i < 100 && !is_saved (keeper); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"n\": %d}", i);

      meso_draft_keeper_set_text (keeper, text);
      ui_wait (20);
    }
  g_assert_true (is_saved (keeper));
  meso_draft_keeper_set_text (keeper, "{\"name\": \"A & B <i>\"}");
  meso_draft_keeper_flush (keeper);
  assert_kept (fixture, "{\"name\": \"A & B <i>\"}");
  g_object_unref (keeper);
  ui_fixture_free (fixture);
}

static void
test_discard_is_final (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoDraftKeeper *keeper = meso_draft_keeper_new (fixture->context, "patient", "new");

  meso_draft_keeper_set_text (keeper, "{}");
  meso_draft_keeper_flush (keeper);
  meso_draft_keeper_set_text (keeper, "{\"late\": true}");
  meso_draft_keeper_discard (keeper);
  g_object_unref (keeper);
  assert_kept (fixture, NULL);
  ui_fixture_free (fixture);
}

/* Whoever leaves a form, or the window, within the half second loses nothing. */
static void
test_leaving_keeps (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoDraftKeeper *keeper = meso_draft_keeper_new (fixture->context, "patient", "new");

  meso_draft_keeper_set_text (keeper, "{\"a\": 1}");
  meso_draft_keeper_flush_all (fixture->context);
  assert_kept (fixture, "{\"a\": 1}");
  meso_draft_keeper_set_text (keeper, "{\"a\": 2}");
  g_object_unref (keeper);
  assert_kept (fixture, "{\"a\": 2}");
  ui_fixture_free (fixture);
}

static void
loaded (GtkWidget  *widget,
        const char *text,
        gpointer    user_data)
{
  char **loaded_text = user_data;

  g_free (*loaded_text);
  *loaded_text = g_strdup (text != NULL ? text : "none");
}

static gboolean
is_loaded (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_load (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoDraftKeeper *keeper = meso_draft_keeper_new (fixture->context, "patient", "new");
  GtkWidget *page = g_object_ref_sink (gtk_label_new ("form"));
  g_autofree char *text = NULL;
  char *late = NULL;

  meso_draft_keeper_load (keeper, page, loaded, &text);
  ui_wait_until (is_loaded, &text);
  g_assert_cmpstr (text, ==, "none");
  g_clear_pointer (&text, g_free);
  meso_draft_keeper_set_text (keeper, "{\"b\": 1}");
  meso_draft_keeper_flush (keeper);
  meso_draft_keeper_load (keeper, page, loaded, &text);
  ui_wait_until (is_loaded, &text);
  g_assert_cmpstr (text, ==, "{\"b\": 1}");
  /* The form was closed before the answer came. */
  meso_draft_keeper_load (keeper, page, loaded, &late);
  g_object_unref (page);
  ui_fixture_settle (fixture);
  g_assert_null (late);
  g_object_unref (keeper);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/draft-keeper/keeps-while-typing", test_keeps_while_typing);
  g_test_add_func ("/draft-keeper/discard-is-final", test_discard_is_final);
  g_test_add_func ("/draft-keeper/leaving-keeps", test_leaving_keeps);
  g_test_add_func ("/draft-keeper/load", test_load);
  return g_test_run ();
}
