/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "session-scene.h"

#include "meso-short-form.h"
#include "meso-session-page.h"
#include "meso-session-ready.h"
#include "meso-session-service.h"

static gboolean
is_filled (gpointer page)
{
  /* The form takes no key before it is filled. */
  return gtk_widget_get_sensitive (ui_get (page, MESO_TYPE_SESSION_READY, NULL)) &&
         gtk_widget_is_sensitive (ui_get (page, ADW_TYPE_ENTRY_ROW, "Points"));
}

void
scene_open (Scene      *scene,
            const char *session)
{
  scene->page = GTK_WIDGET (meso_session_page_new (scene->visit->fixture->context, scene->visit->patient->id, session));
  scene->window = visit_show (&scene->desk, ADW_NAVIGATION_PAGE (scene->page), 1000, 800);
  ui_wait_until (is_filled, scene->page);
  ui_fixture_settle (scene->visit->fixture);
}

void
scene_close (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_settle (scene->visit->fixture);
}

Scene
scene_begin (const char *ingredient)
{
  Scene scene = { visit_new ("en", "en", ingredient) };

  return scene;
}

void
scene_end (Scene *scene)
{
  scene_close (scene);
  visit_desk_clear (&scene->desk);
  visit_free (scene->visit);
}

GtkWidget *
scene_get_row (Scene      *scene,
               const char *title)
{
  return ui_get (scene->page, ADW_TYPE_PREFERENCES_ROW, title);
}

void
scene_type (Scene      *scene,
            const char *title,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (scene_get_row (scene, title)), text);
}

const char *
scene_get_text (Scene      *scene,
                const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (scene_get_row (scene, title)));
}

void
scene_sign (Scene *scene)
{
  gtk_widget_activate_action (scene->page, "session.sign", NULL);
  ui_fixture_settle (scene->visit->fixture);
}

gboolean
scene_has_focus_inside (GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget)));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

GtkToggleButton *
scene_get_pick (Scene      *scene,
                GType       type,
                const char *name)
{
  GtkWidget *label = ui_get (ui_get (scene->page, type, NULL), GTK_TYPE_LABEL, name);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));
}

static gpointer
get_session (MesoClinic  *clinic,
             gpointer     id,
             GError     **error)
{
  return meso_session_service_get (clinic, id, error);
}

MesoTreatmentSession *
scene_get_session (Scene      *scene,
                   const char *id)
{
  return ui_fixture_call (scene->visit->fixture, get_session, (gpointer) id);
}

MesoTreatmentSession *
scene_get_last (Scene *scene)
{
  g_autoptr(MesoChart) chart = visit_get_chart (scene->visit);

  g_assert_nonnull (chart->last_session);
  return scene_get_session (scene, chart->last_session->id);
}

void
scene_assert_nothing_stored (Scene *scene)
{
  g_autoptr(MesoChart) chart = visit_get_chart (scene->visit);

  g_assert_null (chart->last_session);
}

void
scene_assert_asks (Scene *scene,
                   guint  questions)
{
  g_autofree char *text = g_strdup_printf ("%u things are missing", questions);

  g_assert_cmpuint (meso_short_form_count_open (MESO_SHORT_FORM (ui_get (scene->page, MESO_TYPE_SHORT_FORM, NULL))), ==, questions);
  g_assert_true (ui_shows (scene->page, questions == 1 ? "1 thing is missing" : text));
}
