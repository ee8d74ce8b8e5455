/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-keeper.h"

#include <signal.h>
#include <sys/resource.h>

#include "meso-draft-saved.h"
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
test_says_when (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoDraftKeeper *keeper = meso_draft_keeper_new (fixture->context, "patient", "new");
  GtkWidget *heading = g_object_ref_sink (adw_window_title_new ("New Patient", "Nothing yet"));

  meso_draft_saved_show (keeper, ADW_WINDOW_TITLE (heading));
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (heading)), ==, "Nothing yet");
  meso_draft_keeper_set_text (keeper, "{}");
  ui_wait_until (is_saved, keeper);
  g_assert_true (g_str_has_prefix (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (heading)), "Draft saved "));
  g_object_unref (heading);
  meso_draft_keeper_set_text (keeper, "{\"n\": 1}");
  meso_draft_keeper_flush (keeper);
  assert_kept (fixture, "{\"n\": 1}");
  g_object_unref (keeper);
  ui_fixture_free (fixture);
}

static void
nothing_loaded (GtkWidget  *form,
                const char *text,
                gpointer    user_data)
{
}

static gboolean
has_failed (gpointer keeper)
{
  gboolean failed;

  g_object_get (keeper, "failed", &failed, NULL);
  return failed;
}

static gboolean
is_well_again (gpointer keeper)
{
  return !has_failed (keeper) && is_saved (keeper);
}

/* A full disk: said over the form for as long as it lasts, and nothing has to be typed again when there is room. */
static void
test_full_disk (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoDraftKeeper *keeper = meso_draft_keeper_new (fixture->context, "patient", "new");
  GtkWidget *form = adw_toolbar_view_new ();
  GtkWindow *window = ui_show (form, 360, 600);
  struct rlimit before;
  struct rlimit full;
  AdwBanner *banner;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  full = before;
  full.rlim_cur = 0;
  meso_draft_keeper_load (keeper, form, nothing_loaded, NULL);
  ui_fixture_settle (fixture);
  g_assert_null (ui_find (form, ADW_TYPE_BANNER, NULL));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &full));
  meso_draft_keeper_set_text (keeper, "{\"name\": \"A\"}");
  ui_wait_until (has_failed, keeper);
  banner = ADW_BANNER (ui_get (form, ADW_TYPE_BANNER, NULL));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_false (is_saved (keeper));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));
  ui_wait_until (is_well_again, keeper);
  g_assert_false (adw_banner_get_revealed (banner));
  assert_kept (fixture, "{\"name\": \"A\"}");
  gtk_window_destroy (window);
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
  g_test_add_func ("/draft-keeper/says-when", test_says_when);
  g_test_add_func ("/draft-keeper/discard-is-final", test_discard_is_final);
  g_test_add_func ("/draft-keeper/leaving-keeps", test_leaving_keeps);
  g_test_add_func ("/draft-keeper/load", test_load);
  g_test_add_func ("/draft-keeper/full-disk", test_full_disk);
  return g_test_run ();
}
