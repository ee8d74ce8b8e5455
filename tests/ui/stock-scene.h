/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "visit-fixture.h"

G_BEGIN_DECLS

/* (transfer full): five vials of 2 mL, good for days more; ingredient at 1 mg/mL */
MesoLot *stock_scene_lot     (const char *number, const char *ingredient, int days);
/* lot (transfer full). (transfer full): the id */
char    *stock_scene_receive (UiFixture *fixture, MesoLot *lot);
/* (transfer full) */
MesoLot *stock_scene_get     (UiFixture *fixture, const char *lot);
void     stock_scene_bar     (UiFixture *fixture, const char *lot, MesoLotState state, const char *reason);
/* (transfer full): an opened container's id */
char    *stock_scene_open    (UiFixture *fixture, const char *lot);
/* Prepares the visit's formula from what is in stock, checked by checked_by. (transfer full): the id */
char    *stock_scene_prepare (Visit *visit, const char *checked_by);
/* Shows page in a window whose actions are noted in last, and waits until it has asked for all it shows. */
GtkWindow *stock_scene_show  (UiFixture *fixture, GtkWidget *page, int width, GString *last);
/* The same wait, after something was changed. */
void     stock_scene_settle  (UiFixture *fixture);
/* The dialog over the window; fails the test when there is none. */
GtkWidget *stock_scene_get_dialog (GtkWindow *window);

G_END_DECLS
