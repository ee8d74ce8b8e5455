/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-page.h"

#include <string.h>

#include "meso-patient-lots-page.h"
#include "meso-recall-call.h"
#include "stock-scene.h"

typedef struct
{
  Visit *visit;
  UiFixture *fixture;
  char *lot;
  char *unused;
  GString *last;
} Scene;

/* One preparation for the patient of the visit, from one of two lots of one number. */
static Scene *
begin (const char *language)
{
  Scene *scene = g_new0 (Scene, 1);
  g_autofree char *nurse = NULL;
  g_autofree char *physician = NULL;
  g_autofree char *preparation = NULL;
  MesoLot *other = stock_scene_lot ("b 7", "zinc", 300);

  scene->visit = visit_new (language, language, "biotin");
  scene->fixture = scene->visit->fixture;
  scene->last = g_string_new (NULL);
  scene->lot = stock_scene_receive (scene->fixture, stock_scene_lot ("B-7", "biotin", 300));
  g_set_str (&other->maker, "A & B <i>");
  scene->unused = stock_scene_receive (scene->fixture, other);
  nurse = visit_seat (scene->visit, "Maryam", MESO_ROLE_NURSE);
  physician = visit_seat (scene->visit, "Dr Nima", MESO_ROLE_PHYSICIAN);
  preparation = stock_scene_prepare (scene->visit, nurse);
  return scene;
}

static void
end (Scene *scene)
{
  visit_free (scene->visit);
  g_string_free (scene->last, TRUE);
  g_free (scene->lot);
  g_free (scene->unused);
  g_free (scene);
}

static void
trace (Scene      *scene,
       GtkWidget  *page,
       const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL));

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
  stock_scene_settle (scene->fixture);
}

static void
test_finds_everybody (gconstpointer language)
{
  Scene *scene = begin (language);
  GtkWidget *page = GTK_WIDGET (meso_recall_page_new (scene->fixture->context, scene->lot));
  GtkWindow *window = stock_scene_show (scene->fixture, page, 360, scene->last);
  g_autofree char *words = ui_dup_words (page);
  g_autofree char *expected = g_strdup_printf ("open-patient '%s'", scene->visit->patient->id);
  GtkWidget *name = ui_get (page, GTK_TYPE_LABEL, VISIT_GIVEN " " VISIT_FAMILY);

  g_assert_nonnull (strstr (words, g_str_equal (language, "fa") ? "تماس با ۱ بیمار" : "1 patient to call"));
  g_assert_nonnull (strstr (words, VISIT_GIVEN " " VISIT_FAMILY));
  g_signal_emit_by_name (gtk_widget_get_ancestor (name, GTK_TYPE_LIST_BOX_ROW), "activate");
  g_assert_cmpstr (scene->last->str, ==, expected);
  gtk_window_destroy (window);
  end (scene);
}

/* A number may be of several lots: all of them are told of. One that is not on file is said to be none. */
static void
test_by_number (void)
{
  Scene *scene = begin ("en");
  GtkWidget *page = GTK_WIDGET (meso_recall_page_new (scene->fixture->context, ""));
  GtkWindow *window = stock_scene_show (scene->fixture, page, 800, scene->last);
  g_autofree char *words = NULL;

  g_assert_true (ui_shows (page, "Type a Lot Number"));
  trace (scene, page, "zzz <b>&");
  g_assert_true (ui_shows (page, "No Such Lot"));
  trace (scene, page, "b۷");
  words = ui_dup_words (page);
  g_assert_nonnull (strstr (words, "\u2066B-7\u2069"));
  g_assert_nonnull (strstr (words, "A & B <i>"));
  g_assert_nonnull (strstr (words, "1 patient to call"));
  gtk_window_destroy (window);
  end (scene);
}

static void
test_nobody (void)
{
  Scene *scene = begin ("en");
  GtkWidget *page = GTK_WIDGET (meso_recall_page_new (scene->fixture->context, scene->unused));
  GtkWindow *window = stock_scene_show (scene->fixture, page, 800, scene->last);

  g_assert_true (ui_shows (page, "Nothing was ever drawn from it for anybody."));
  gtk_window_destroy (window);
  end (scene);
}

static void
test_writes_csv (void)
{
  Scene *scene = begin ("en");
  g_autofree char *path = g_build_filename (scene->fixture->folder, "recall.csv", NULL);
  MesoRecallFile *file = meso_recall_file_new (scene->lot, path, ';');
  g_autofree char *text = NULL;

  ui_fixture_call (scene->fixture, meso_recall_file_write_csv, file);
  meso_recall_file_free (file);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, VISIT_FAMILY));
  g_assert_nonnull (strstr (text, ";"));
  end (scene);
}

/* The list as pages, written whole, in the window's language. */
static void
test_writes_pdf (void)
{
  Scene *scene = begin ("fa");
  g_autofree char *path = g_build_filename (scene->fixture->folder, "recall.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  MesoRecallPaper *paper = meso_recall_paper_new (scene->lot, "fa", file);
  g_autofree char *bytes = NULL;
  gsize length;

  ui_fixture_call (scene->fixture, meso_recall_paper_write, paper);
  meso_recall_paper_free (paper);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  end (scene);
}

/* The way back: from the patient to the vial, which opens. */
static void
test_lots_of_patient (gconstpointer language)
{
  Scene *scene = begin (language);
  GtkWidget *page = GTK_WIDGET (meso_patient_lots_page_new (scene->fixture->context, scene->visit->patient->id));
  GtkWindow *window = stock_scene_show (scene->fixture, page, 360, scene->last);
  g_autofree char *words = ui_dup_words (page);
  g_autofree char *expected = g_strdup_printf ("lot '%s'", scene->lot);

  g_assert_nonnull (strstr (words, "\u2066B-7\u2069"));
  g_assert_null (strstr (words, "A & B <i>"));
  g_signal_emit_by_name (ui_get (page, ADW_TYPE_ACTION_ROW, NULL), "activate");
  g_assert_cmpstr (scene->last->str, ==, expected);
  gtk_window_destroy (window);
  end (scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/recall-page/finds-everybody/en", "en", test_finds_everybody);
  g_test_add_data_func ("/recall-page/finds-everybody/fa", "fa", test_finds_everybody);
  g_test_add_func ("/recall-page/by-number", test_by_number);
  g_test_add_func ("/recall-page/nobody", test_nobody);
  g_test_add_func ("/recall-page/writes-csv", test_writes_csv);
  g_test_add_func ("/recall-page/writes-pdf", test_writes_pdf);
  g_test_add_data_func ("/recall-page/lots-of-patient/en", "en", test_lots_of_patient);
  g_test_add_data_func ("/recall-page/lots-of-patient/fa", "fa", test_lots_of_patient);
  return g_test_run ();
}
