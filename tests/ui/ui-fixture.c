/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "meso-clinic-opening.h"
#include "meso-icons-resources.h"
#include "meso-language.h"
#include "meso-patient-service.h"
#include "meso-settings-service.h"
#include "meso-ui-resources.h"

#define CEILING_SECONDS 20

void
ui_test_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  meso_language_init ();
  meso_ui_register_resource ();
  meso_icons_register_resource ();
  adw_init ();
}

static gboolean
time_is_up (gpointer data)
{
  g_error ("Waited for %d seconds in vain.", CEILING_SECONDS);
  return G_SOURCE_REMOVE;
}

void
ui_wait_until (UiCondition condition,
               gpointer    data)
{
  guint ceiling = g_timeout_add_seconds (CEILING_SECONDS, time_is_up, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ceiling);
}

static gboolean
raise_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_wait (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, raise_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* Whatever opened the clinic, its finish function is the same. */
static MesoClinic *
finish_opening (GAsyncResult **waited)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  MesoClinic *clinic;

  ui_wait_until (is_answered, waited);
  result = *waited;
  clinic = meso_clinic_opening_finish (result, &error);
  g_assert_no_error (error);
  return clinic;
}

static MesoClinic *
set_up (const char *path,
        const char *language)
{
  g_autoptr(MesoClinicSetup) setup = meso_clinic_setup_new ();
  GAsyncResult *result = NULL;
  gboolean persian = g_str_equal (language, "fa");

  g_set_str (&setup->clinic_name, persian ? "کلینیک نمونه" : "Sample Clinic");
  g_set_str (&setup->physician_name, persian ? "دکتر سارا کریمی" : "Dr Sara Karimi");
  g_set_str (&setup->licence_number, "12345");
  g_set_str (&setup->language, language);
  g_set_str (&setup->calendar, persian ? "persian" : "gregorian");
  g_set_str (&setup->digits, persian ? "persian" : "latin");
  meso_clinic_set_up_async (path, setup, NULL, take_result, &result);
  return finish_opening (&result);
}

static MesoClinic *
open_demo (const char *path,
           const char *language,
           guint       n_patients)
{
  GAsyncResult *result = NULL;

  meso_clinic_open_demo_async (path, language, n_patients, NULL, take_result, &result);
  return finish_opening (&result);
}

gpointer
ui_fixture_call (UiFixture      *self,
                 MesoClinicCall  call,
                 gpointer        request)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gpointer value;

  meso_clinic_call_async (self->clinic, call, request, NULL, NULL, NULL, take_result, &result);
  ui_wait_until (is_answered, &result);
  value = meso_clinic_call_finish (self->clinic, result, &error);
  g_assert_no_error (error);
  return value;
}

static gpointer
get_settings (MesoClinic  *clinic,
              gpointer     request,
              GError     **error)
{
  return meso_settings_service_get_all (clinic, error);
}

static gpointer
do_nothing (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  return NULL;
}

void
ui_fixture_settle (UiFixture *self)
{
  /* An answer may ask for more, and `changed` comes behind it. */
  for (int i = 0; i < 3; i++)
    {
      ui_fixture_call (self, do_nothing, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static gpointer
get_first_patient (MesoClinic  *clinic,
                   gpointer     request,
                   GError     **error)
{
  g_autoptr(GPtrArray) patients = meso_patient_service_list (clinic, 0, 1, error);

  if (patients == NULL || patients->len == 0)
    return NULL;
  return g_strdup (((MesoPatient *) g_ptr_array_index (patients, 0))->id);
}

char *
ui_fixture_dup_patient (UiFixture *self)
{
  char *id = ui_fixture_call (self, get_first_patient, NULL);

  g_assert_nonnull (id);
  return id;
}

UiFixture *
ui_fixture_new (const char *language,
                guint       n_patients)
{
  UiFixture *self = g_new0 (UiFixture, 1);
  g_autoptr(GError) error = NULL;

  meso_language_set (language);
  meso_language_apply_direction ();
  self->folder = g_dir_make_tmp ("meso-ui-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "clinic.sqlite", NULL);
  self->clinic = n_patients > 0 ? open_demo (self->path, language, n_patients) : set_up (self->path, language);
  self->context = meso_context_new (self->clinic, ui_fixture_call (self, get_settings, NULL));
  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
ui_fixture_discard (UiFixture *self)
{
  g_object_unref (self->context);
  g_object_unref (self->clinic);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
ui_fixture_free (UiFixture *self)
{
  g_autoptr(GError) error = NULL;

  ui_fixture_settle (self);
  g_assert_true (meso_clinic_close (self->clinic, &error));
  g_assert_no_error (error);
  ui_fixture_discard (self);
}

GtkWindow *
ui_show (GtkWidget *child,
         int        width,
         int        height)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (child))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* The first of what a widget of this kind says about itself. */
static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (ADW_IS_BANNER (widget))
    return adw_banner_get_title (ADW_BANNER (widget));
  if (ADW_IS_STATUS_PAGE (widget))
    return adw_status_page_get_title (ADW_STATUS_PAGE (widget));
  return gtk_widget_get_tooltip_text (widget);
}

static gboolean
matches (GtkWidget  *widget,
         GType       type,
         const char *words)
{
  g_autoptr(GString) plain = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), type))
    return FALSE;
  if (words == NULL)
    return TRUE;
  if (get_words (widget) == NULL)
    return FALSE;
  plain = g_string_new (get_words (widget));
  /* A mnemonic's mark is no part of the words. */
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    g_string_replace (plain, "_", "", 1);
  return g_str_equal (plain->str, words);
}

GtkWidget *
ui_find (GtkWidget  *root,
         GType       type,
         const char *words)
{
  if (matches (root, type, words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_get (GtkWidget  *root,
        GType       type,
        const char *words)
{
  GtkWidget *found = ui_find (root, type, words);
  g_autofree char *all = found == NULL ? ui_dup_words (root) : NULL;

  if (found == NULL)
    g_error ("No %s “%s” among:\n%s", g_type_name (type), words, all);
  return found;
}

static void
collect_words (GtkWidget *widget,
               GString   *words)
{
  const char *text = NULL;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget))
    text = get_words (widget);
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s\n", text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

char *
ui_dup_words (GtkWidget *root)
{
  g_autoptr(GString) words = g_string_new (NULL);

  collect_words (root, words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
ui_shows (GtkWidget  *root,
          const char *text)
{
  g_autofree char *words = ui_dup_words (root);
  g_auto(GStrv) lines = g_strsplit (words, "\n", -1);

  return g_strv_contains ((const char *const *) lines, text);
}
