/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-treatment-session.h"
#include "visit-fixture.h"

G_BEGIN_DECLS

/* The page of a session in a window, for a patient of whom only the short form of today is missing. */
typedef struct
{
  Visit *visit;
  VisitDesk desk;
  GtkWindow *window;
  GtkWidget *page;
} Scene;

/* In English, with no page yet. ingredient: the formula's */
Scene                 scene_begin                 (const char *ingredient);
/* Closes the page too. */
void                  scene_end                   (Scene *scene);
/* Shows the page and waits until it is filled. session (nullable): the one to correct */
void                  scene_open                  (Scene *scene, const char *session);
void                  scene_close                 (Scene *scene);
/* The row with that title, and what stands in it. */
GtkWidget            *scene_get_row               (Scene *scene, const char *title);
const char           *scene_get_text              (Scene *scene, const char *title);
void                  scene_type                  (Scene *scene, const char *title, const char *text);
/* The first button of that name in the first child of the type: a form or a picker. */
GtkToggleButton      *scene_get_pick              (Scene *scene, GType type, const char *name);
gboolean              scene_has_focus_inside      (GtkWidget *widget);
void                  scene_sign                  (Scene *scene);
/* (transfer full): a session on record, and the patient's last one */
MesoTreatmentSession *scene_get_session           (Scene *scene, const char *id);
MesoTreatmentSession *scene_get_last              (Scene *scene);
void                  scene_assert_nothing_stored (Scene *scene);
/* Each open question of the day is counted, and nothing else is missing. */
void                  scene_assert_asks           (Scene *scene, guint questions);

G_END_DECLS
