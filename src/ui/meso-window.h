/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoWindow:
 *
 * The window of one clinic, and its #MesoNoticeboard. Pages go to one another through its actions, so that none needs to know another's type:
 *
 * - `win.go` (s): a place of the sidebar: "today", "patients", "formulas", "stock", "handouts", "evidence"
 * - `win.open-patient` (s): a patient's page
 * - `win.new-patient` (s): the form, with a name already typed; "" for none
 * - `win.edit-patient` (s)
 * - `win.screen` (s): the full screening of a patient, new or resumed; `win.short-form` (s): the short one of today
 * - `win.decide` (s): the result of a stored screening, with what a physician may do
 * - `win.plan` (s): a course for a patient; `win.book` (s): the next date
 * - `win.formula` ((ss)): patient ("" for a recipe of the clinic) and recipe ("" for the patient's own, or a new one)
 * - `win.prepare` ((ss)): a patient's formula and its version ("" for the newest); `win.preparation` (s): a stored preparation;
 *   `win.amend-preparation` (s): corrects one
 * - `win.session` ((ss)): patient, and a recorded session to correct ("" for a new one)
 * - `win.handout` ((sss)): patient ("" for a blank sheet), kind, and a sheet that was handed out ("" for a new one)
 * - `win.lot` (s): a lot of the stock; `win.recall` (s): who got it, an id or a number ("" to ask for one); `win.patient-lots` (s): which
 *   lots a patient was given something from; `win.receive` (s): a delivery, of a product or an ingredient ("" for any)
 * - `win.next-step` (s): whatever comes next for a patient
 * - `win.search`: the page's own search field, or else that of the patients, to which `win.search-patients` goes in any case
 * - `win.print`, `win.undo`, `win.redo`: `page.print`, `page.undo`, `page.redo` of the page in sight
 * - `win.preferences`, `win.staff`, `win.back-up`, `win.help`, `win.shortcuts`
 */
#define MESO_TYPE_WINDOW (meso_window_get_type ())
G_DECLARE_FINAL_TYPE (MesoWindow, meso_window, MESO, WINDOW, AdwApplicationWindow)

/* context (nullable): NULL until a clinic is open */
MesoWindow  *meso_window_new         (GtkApplication *application, MesoContext *context);
/* (transfer none) (nullable) */
MesoContext *meso_window_get_context (MesoWindow *self);
/* Shows the clinic, from Today on. */
void         meso_window_set_context (MesoWindow *self, MesoContext *context);
/* Shows a page instead of a clinic. Open dialogs are closed; their drafts are kept. */
void         meso_window_set_page    (MesoWindow *self, GtkWidget *page);
/* Makes everything anew, in the language, the calendar and the digits of now, and goes to the page where it was. */
void         meso_window_rebuild     (MesoWindow *self);

G_END_DECLS
