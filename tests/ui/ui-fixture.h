/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* What most tests of pages need. GTK and Adwaita are up, resources are registered, and G_DEBUG=fatal-warnings holds. */
typedef struct
{
  char *folder;              /* temporary, gone afterwards */
  char *path;                /* of the clinic's file in it */
  MesoClinic *clinic;
  MesoContext *context;
} UiFixture;

/* Instead of g_test_init (): also starts the toolkit. */
void        ui_test_init         (int *argc, char ***argv);

/* A new clinic of Dr Sara Karimi in language "en" or "fa"; with n_patients of the demo when there are any. The direction of the
 * widgets follows the language. */
UiFixture  *ui_fixture_new       (const char *language, guint n_patients);
/* Closes the clinic: whatever was asked before is done, and pages still open would fail the test. */
void        ui_fixture_free      (UiFixture *self);
/* The same for one whose clinic the test closed itself. */
void        ui_fixture_discard   (UiFixture *self);

/* Runs the main loop until condition says TRUE; fails the test after 20 seconds. */
typedef gboolean (*UiCondition) (gpointer data);
void        ui_wait_until        (UiCondition condition, gpointer data);
/* For so many milliseconds: only to see that something does not happen. */
void        ui_wait              (guint ms);
/* A call to services, on the clinic's thread, waited for; fails the test with the error's words. (transfer full) */
gpointer    ui_fixture_call      (UiFixture *self, MesoClinicCall call, gpointer request);
/* (transfer full): id of the patient that stands first in the order of names */
char       *ui_fixture_dup_patient (UiFixture *self);
/* Waits until all calls that were asked are answered. */
void        ui_fixture_settle    (UiFixture *self);

/* A window with the widget, shown at that size; destroy it by gtk_window_destroy (). */
GtkWindow  *ui_show              (GtkWidget *child, int width, int height);
/* The first child, at any depth, that is of the type (and, when not NULL, has the accessible or visible words as its label, title or
 * text). NULL when there is none. */
GtkWidget  *ui_find              (GtkWidget *root, GType type, const char *words);
/* The same; fails the test when there is none. */
GtkWidget  *ui_get               (GtkWidget *root, GType type, const char *words);
/* Whether a label with exactly this text is in sight. */
gboolean    ui_shows             (GtkWidget *root, const char *text);
/* What a screen reader reads out of it: all labels, apart by line breaks. (transfer full) */
char       *ui_dup_words         (GtkWidget *root);

G_END_DECLS
