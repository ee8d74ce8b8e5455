/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-scan-row.h"

#include <string.h>

#include "meso-clearance-page.h"
#include "meso-field.h"
#include "meso-scan-copy.h"
#include "meso-verdict-rows.h"
#include "ui-fixture.h"

#define NAME "letter & <b>.pdf"

typedef struct
{
  UiFixture *fixture;
  MesoClearancePage *page;
  GtkWindow *window;
  MesoScanRow *row;
} Scene;

static Scene
begin (const char *language)
{
  Scene scene = { .fixture = ui_fixture_new (language, 0) };
  g_autoptr(MesoLocalText) reason = meso_local_text_new ("A & B");
  MesoFinding finding = { .rule = (char *) "TUM-H", .outcome = MESO_OUTCOME_CLEARANCE, .reason = reason };

  scene.page = meso_clearance_page_new (scene.fixture->context, &finding, "Dr Sara Karimi");
  scene.window = ui_show (GTK_WIDGET (scene.page), 700, 760);
  scene.row = MESO_SCAN_ROW (ui_get (GTK_WIDGET (scene.page), MESO_TYPE_SCAN_ROW, NULL));
  return scene;
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_free (scene->fixture);
}

static void
choose (Scene      *scene,
        const char *name,
        const char *bytes,
        gsize       length)
{
  g_autofree char *path = g_build_filename (scene->fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  meso_scan_row_take (scene->row, file);
  g_assert_true (meso_scan_row_is_busy (scene->row));
  ui_fixture_settle (scene->fixture);
  g_assert_false (meso_scan_row_is_busy (scene->row));
}

static gboolean
row_says (Scene      *scene,
          const char *words)
{
  return strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (scene->row)), words) != NULL;
}

static void
test_choose (void)
{
  Scene scene = begin ("en");
  g_autoptr(MesoScreeningDecision) without = meso_clearance_page_get (scene.page);
  g_autoptr(MesoScreeningDecision) with = NULL;
  g_autoptr(MesoScreeningDecision) removed = NULL;
  GtkWidget *remove = ui_get (GTK_WIDGET (scene.row), GTK_TYPE_BUTTON, "Remove the Scan");
  int width;

  g_assert_null (without->clearance_file);
  g_assert_true (row_says (&scene, "at most 10 MB"));
  g_assert_false (gtk_widget_get_mapped (remove));
  gtk_test_accessible_assert_property (remove, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the Scan");

  choose (&scene, NAME, "%PDF-1.7 letter", 15);
  g_assert_true (row_says (&scene, NAME));
  /* It has to find room on a phone, with the page's own margins. */
  gtk_widget_measure (GTK_WIDGET (scene.row), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 320);
  with = meso_clearance_page_get (scene.page);
  g_assert_cmpstr (with->clearance_file->name, ==, NAME);
  g_assert_cmpuint (g_bytes_get_size (with->clearance_file->bytes), ==, 15);

  g_signal_emit_by_name (remove, "clicked");
  removed = meso_clearance_page_get (scene.page);
  g_assert_null (removed->clearance_file);
  end (&scene);
}

/* Said at the row, and what was chosen before stays. */
static void
test_faults (void)
{
  Scene scene = begin ("en");
  g_autofree char *much = g_malloc0 (MESO_CLEARANCE_FILE_MAX_BYTES + 1);
  g_autoptr(MesoClearanceFile) file = NULL;

  memcpy (much, "%PDF-", 5);
  choose (&scene, NAME, "%PDF-1.7 letter", 15);
  choose (&scene, "program.pdf", "MZ\x90\0\3", 5);
  g_assert_true (meso_field_has_error (GTK_WIDGET (scene.row)));
  g_assert_true (ui_shows (GTK_WIDGET (scene.page), "This is neither a PDF nor a JPEG nor a PNG. Choose the scan of the paper."));
  choose (&scene, "much.pdf", much, MESO_CLEARANCE_FILE_MAX_BYTES + 1);
  g_assert_true (ui_shows (GTK_WIDGET (scene.page), "This file has more than 10 MB, which is the most that is kept. Scan it smaller."));
  choose (&scene, "missing.pdf", NULL, 0);
  g_assert_true (ui_shows (GTK_WIDGET (scene.page), "This file could not be read. Choose another one."));
  file = meso_scan_row_dup_file (scene.row);
  g_assert_cmpstr (file->name, ==, NAME);
  choose (&scene, "again.png", "\x89PNG\r\n\x1a\n\0", 9);
  g_assert_false (meso_field_has_error (GTK_WIDGET (scene.row)));
  end (&scene);
}

/* An answer that comes after the page was closed. */
static void
test_closed_before (void)
{
  Scene scene = begin ("fa");
  g_autofree char *path = g_build_filename (scene.fixture->folder, "a.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", 8, NULL));
  meso_scan_row_take (scene.row, file);
  end (&scene);
}

/* The result's row of a clearance has a button for its scan, of any other decision none. */
static void
test_button (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr(MesoScreeningDecision) decision = meso_screening_decision_new ();
  const MesoResult result = { .form = MESO_FORM_FULL };
  GtkWidget *rows = gtk_list_box_new ();
  GtkWindow *window;
  GtkWidget *button;

  decision->id = g_strdup ("4711");
  decision->kind = MESO_DECISION_CLEARANCE;
  decision->clearance_from = g_strdup ("Dr A & B");
  decision->clearance_document = g_strdup ("Letter <i>");
  decision->decided_at = g_strdup ("2026-11-22T08:00:00.000000Z");
  decision->decided_by = g_strdup ("somebody");
  gtk_list_box_append (GTK_LIST_BOX (rows), meso_decision_row_new (fixture->context, &result, decision));
  g_assert_null (ui_find (rows, GTK_TYPE_BUTTON, "Open Scan"));
  decision->clearance_file = meso_clearance_file_new ("a.pdf", bytes, NULL);
  gtk_list_box_append (GTK_LIST_BOX (rows), meso_decision_row_new (fixture->context, &result, decision));
  window = ui_show (rows, 500, 300);
  button = ui_get (rows, GTK_TYPE_BUTTON, "Open Scan");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "screening.open-scan");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==, "4711");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* What another program was given is gone with the program. */
static void
test_copies_go (void)
{
  g_autofree char *folder = meso_scan_copy_get_folder ();
  g_autofree char *path = g_build_filename (folder, "left.pdf", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "%PDF-1.7", 8, NULL));
  meso_scan_copy_remove_all ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/scan-row/choose", test_choose);
  g_test_add_func ("/scan-row/faults", test_faults);
  g_test_add_func ("/scan-row/closed-before", test_closed_before);
  g_test_add_func ("/scan-row/button", test_button);
  g_test_add_func ("/scan-row/copies-go", test_copies_go);
  return g_test_run ();
}
