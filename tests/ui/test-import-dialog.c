/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-dialog.h"

#include <string.h>

#include "meso-exchange-words.h"
#include "meso-export-dialog.h"
#include "meso-field.h"
#include "meso-import-service.h"
#include "meso-patient-service.h"
#include "ui-fixture.h"

/* Names that would be markup, both calendars, a date that isn't one, and somebody twice. */
#define PEOPLE \
  "Vorname,Nachname,Mobile,Date of birth,Colour\n" \
  "<i>Mina</i>,A & B,09125550142,1371-02-22,red\n" \
  "Sina,Rezaei,09125550143,1990-05-01,blue\n" \
  "Reza,Karimi,09125550144,1990-02-30,green\n" \
  "Sina,Rezaei,09125550143,1990-05-01,blue\n"

typedef struct
{
  UiFixture *fixture;
  GtkWindow *window;
  GtkWidget *dialog;         /* NULL once it is gone */
} Scene;

static void
open_dialog (Scene      *scene,
             const char *language,
             const char *content,
             gsize       length)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  scene->fixture = ui_fixture_new (language, 0);
  path = g_build_filename (scene->fixture->folder, "people.csv", NULL);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, &error));
  g_assert_no_error (error);
  scene->window = ui_show (gtk_label_new ("below"), 900, 800);
  scene->dialog = GTK_WIDGET (meso_import_dialog_new (scene->fixture->context, path));
  g_object_add_weak_pointer (G_OBJECT (scene->dialog), (gpointer *) &scene->dialog);
  adw_dialog_present (ADW_DIALOG (scene->dialog), GTK_WIDGET (scene->window));
  ui_fixture_settle (scene->fixture);
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_settle (scene->fixture);
  g_assert_null (scene->dialog);
  ui_fixture_free (scene->fixture);
}

static GtkWidget *
get_visible_page (Scene *scene)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (ui_get (scene->dialog, ADW_TYPE_NAVIGATION_VIEW, NULL));

  return GTK_WIDGET (adw_navigation_view_get_visible_page (view));
}

static void
assert_at (Scene      *scene,
           const char *tag)
{
  g_assert_cmpstr (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (get_visible_page (scene))), ==, tag);
}

static void
press (Scene      *scene,
       const char *label)
{
  GtkWidget *button = ui_get (get_visible_page (scene), GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_fixture_settle (scene->fixture);
}

static AdwComboRow *
get_column (Scene      *scene,
            const char *header)
{
  return ADW_COMBO_ROW (ui_get (get_visible_page (scene), ADW_TYPE_COMBO_ROW, header));
}

static gpointer
list_patients (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  return meso_patient_service_list (clinic, 0, 0, error);
}

static guint
count_patients (Scene *scene)
{
  g_autoptr(GPtrArray) patients = ui_fixture_call (scene->fixture, list_patients, NULL);

  return patients->len;
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

static void
test_imports (void)
{
  Scene scene = { 0 };
  g_autofree char *words = NULL;

  open_dialog (&scene, "en", PEOPLE, strlen (PEOPLE));
  assert_at (&scene, "columns");
  g_assert_cmpuint (adw_combo_row_get_selected (get_column (&scene, "Mobile")), ==, MESO_IMPORT_FIELD_PHONE);
  g_assert_cmpuint (adw_combo_row_get_selected (get_column (&scene, "Date of birth")), ==, MESO_IMPORT_FIELD_BIRTH_DATE);
  /* What isn't known stays out until somebody says what it is; without names there is nothing to check. */
  g_assert_cmpuint (adw_combo_row_get_selected (get_column (&scene, "Vorname")), ==, MESO_IMPORT_FIELD_NONE);
  g_assert_false (gtk_widget_get_sensitive (ui_get (get_visible_page (&scene), GTK_TYPE_BUTTON, "Check All Rows")));
  adw_combo_row_set_selected (get_column (&scene, "Vorname"), MESO_IMPORT_FIELD_GIVEN_NAME);
  adw_combo_row_set_selected (get_column (&scene, "Nachname"), MESO_IMPORT_FIELD_FAMILY_NAME);
  adw_combo_row_set_selected (get_column (&scene, "Colour"), MESO_IMPORT_FIELD_KEEP);
  g_assert_true (ui_shows (scene.dialog, "<i>Mina</i> A & B"));
  /* The look and the check agree, whatever is wrong with a row. */
  words = ui_dup_words (get_visible_page (&scene));
  g_assert_nonnull (strstr (words, "\u20661\u2069 of the first \u20664\u2069 rows can’t be imported"));
  press (&scene, "Check All Rows");

  assert_at (&scene, "result");
  g_assert_cmpuint (count_patients (&scene), ==, 0);
  g_assert_nonnull (ui_find (get_visible_page (&scene), ADW_TYPE_SWITCH_ROW, "Leave these rows out"));
  g_assert_true (ui_shows (get_visible_page (&scene), "\u20662\u2069 of \u20664\u2069 rows are ready to import"));
  g_assert_true (ui_shows (get_visible_page (&scene), "Line \u20664\u2069 · Date of birth"));
  g_assert_false (gtk_widget_get_sensitive (ui_get (get_visible_page (&scene), GTK_TYPE_BUTTON, "Import \u20662\u2069 Patients")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (ui_get (get_visible_page (&scene), ADW_TYPE_SWITCH_ROW, "Leave these rows out")), TRUE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (ui_get (get_visible_page (&scene), ADW_TYPE_SWITCH_ROW, "Leave these people out")), FALSE);
  g_assert_true (ui_shows (get_visible_page (&scene), "\u20663\u2069 of \u20664\u2069 rows are ready to import"));
  press (&scene, "Import \u20663\u2069 Patients");
  ui_wait_until (is_gone, &scene.dialog);
  g_assert_cmpuint (count_patients (&scene), ==, 3);
  end (&scene);
}

/* A row with a cell too few is one of the rows, before and after; numbers stand in the window's digits. */
static void
test_numbers (void)
{
  static const char people[] = "file_number,given_name,family_name,phone\n9,Mina,Ahmadi,0912 555 01\n9,Sina\n9,Sina,Rezaei,\n";
  Scene scene = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_dialog (&scene, "fa", people, strlen (people));
  before = ui_dup_words (get_visible_page (&scene));
  g_assert_nonnull (strstr (before, "\u2066۱\u2069"));
  g_assert_nonnull (strstr (before, "\u2066۳\u2069"));
  g_signal_emit_by_name (ui_get (get_visible_page (&scene), GTK_TYPE_BUTTON, "بررسی همهٔ سطرها"), "clicked");
  ui_fixture_settle (scene.fixture);
  assert_at (&scene, "result");
  after = ui_dup_words (get_visible_page (&scene));
  g_assert_nonnull (strstr (after, "\u2066۲\u2069"));
  g_assert_nonnull (strstr (after, "۰۹۱۲ ۵۵۵ ۰۱"));
  g_assert_null (strstr (after, "0912"));
  end (&scene);
}

/* Both columns say so, and nothing can be checked. */
static void
test_twice (void)
{
  Scene scene = { 0 };

  open_dialog (&scene, "en", PEOPLE, strlen (PEOPLE));
  adw_combo_row_set_selected (get_column (&scene, "Vorname"), MESO_IMPORT_FIELD_FAMILY_NAME);
  adw_combo_row_set_selected (get_column (&scene, "Nachname"), MESO_IMPORT_FIELD_FAMILY_NAME);
  g_assert_true (meso_field_has_error (GTK_WIDGET (get_column (&scene, "Vorname"))));
  g_assert_true (meso_field_has_error (GTK_WIDGET (get_column (&scene, "Nachname"))));
  g_assert_false (meso_field_has_error (GTK_WIDGET (get_column (&scene, "Mobile"))));
  g_assert_false (gtk_widget_get_sensitive (ui_get (get_visible_page (&scene), GTK_TYPE_BUTTON, "Check All Rows")));
  adw_combo_row_set_selected (get_column (&scene, "Vorname"), MESO_IMPORT_FIELD_GIVEN_NAME);
  g_assert_false (meso_field_has_error (GTK_WIDGET (get_column (&scene, "Nachname"))));
  g_assert_true (gtk_widget_get_sensitive (ui_get (get_visible_page (&scene), GTK_TYPE_BUTTON, "Check All Rows")));
  end (&scene);
}

/* A file that can't be trusted is told of, with its place; nothing of it can be stored. */
static void
test_bad_file (gconstpointer language)
{
  static const char bad[] = "given_name,family_name\nMina,\"Ahmadi\n";
  Scene scene = { 0 };
  g_autofree char *words = NULL;

  open_dialog (&scene, language, bad, strlen (bad));
  assert_at (&scene, "columns");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (ui_get (get_visible_page (&scene), ADW_TYPE_BANNER, NULL))));
  words = ui_dup_words (get_visible_page (&scene));
  g_assert_nonnull (strstr (words, g_str_equal (language, "fa") ? "۲" : "Line \u20662\u2069"));
  g_assert_cmpuint (count_patients (&scene), ==, 0);
  end (&scene);
}

static gboolean
shows_mina (gpointer dialog)
{
  return ui_shows (dialog, "مینا احمدی");
}

/* Names in another encoding: it can be chosen, and the columns are read anew. */
static void
test_encoding (void)
{
  Scene scene = { 0 };
  gsize length = 0;
  g_autofree char *content = g_convert ("given_name,family_name\nمینا,احمدی\n", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autofree char *marked = g_malloc (length + 2);

  memcpy (marked, "\xff\xfe", 2);
  memcpy (marked + 2, content, length);
  open_dialog (&scene, "en", marked, length + 2);
  adw_combo_row_set_selected (get_column (&scene, "Encoding of the text"), MESO_IMPORT_UTF16);
  ui_wait_until (shows_mina, scene.dialog);
  end (&scene);
}

/* Closed while it reads: the answer comes too late for anybody, and nothing is left behind. */
static void
test_closed_meanwhile (void)
{
  Scene scene = { 0 };

  open_dialog (&scene, "en", PEOPLE, strlen (PEOPLE));
  adw_combo_row_set_selected (get_column (&scene, "Nachname"), MESO_IMPORT_FIELD_FAMILY_NAME);
  g_signal_emit_by_name (ui_get (get_visible_page (&scene), GTK_TYPE_BUTTON, "Check All Rows"), "clicked");
  assert_at (&scene, "wait");
  adw_dialog_force_close (ADW_DIALOG (scene.dialog));
  ui_fixture_settle (scene.fixture);
  ui_wait_until (is_gone, &scene.dialog);
  end (&scene);
}

/* Every fault has words of its own. */
static void
test_words (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint kind = 1; kind < MESO_N_IMPORT_FAULT_KINDS; kind++)
    {
      MesoImportFault fault = { .line = 2, .column = 3, .kind = kind, .expected = 4, .found = 5, .text = (char *) "{found} 100 %s" };
      char *words = meso_exchange_words_fault (fixture->context, &fault);

      g_assert_null (strstr (words, "{expected}"));
      g_assert_null (strstr (words, "{text}"));
      g_assert_true (g_hash_table_add (seen, words));
    }
  for (guint field = 0; field < MESO_N_IMPORT_FIELDS; field++)
    g_assert_null (strchr (meso_exchange_words_field (field), '_'));
  ui_fixture_free (fixture);
}

static void
test_exports (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 3);
  GtkWindow *window = ui_show (gtk_label_new ("below"), 900, 800);
  GtkWidget *dialog = GTK_WIDGET (meso_export_dialog_new (fixture->context));
  g_autofree char *path = g_build_filename (fixture->folder, "patients.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  ui_fixture_settle (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "Who gets it")), "Dr <b>Azizi");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_fixture_settle (fixture);
  /* Left and opened again: what was typed is there. */
  dialog = GTK_WIDGET (meso_export_dialog_new (fixture->context));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  ui_fixture_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "Who gets it"))), ==, "Dr <b>Azizi");
  meso_export_dialog_write (MESO_EXPORT_DIALOG (dialog), file);
  ui_wait_until (is_gone, &dialog);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);   /* the header, three, and nothing behind the last */
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/import-dialog/imports", test_imports);
  g_test_add_func ("/ui/import-dialog/numbers", test_numbers);
  g_test_add_func ("/ui/import-dialog/twice", test_twice);
  g_test_add_data_func ("/ui/import-dialog/bad-file/en", "en", test_bad_file);
  g_test_add_data_func ("/ui/import-dialog/bad-file/fa", "fa", test_bad_file);
  g_test_add_func ("/ui/import-dialog/encoding", test_encoding);
  g_test_add_func ("/ui/import-dialog/closed-meanwhile", test_closed_meanwhile);
  g_test_add_func ("/ui/import-dialog/words", test_words);
  g_test_add_func ("/ui/import-dialog/exports", test_exports);

  return g_test_run ();
}
