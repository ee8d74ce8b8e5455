/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-outlooks.h"
#include "meso-patient-blank.h"
#include "meso-patient-counter.h"
#include "meso-patient-filters.h"
#include "meso-patient-finder.h"
#include "meso-patient-item.h"
#include "meso-patient-list.h"
#include "meso-patient-menu.h"
#include "meso-patient-view.h"
#include "meso-twins-card.h"

G_BEGIN_DECLS

/* What was pressed while the answer to what is typed was still under way: it is about that answer, not about what stands there. */
typedef enum { NOTHING, OPEN_FIRST, GO_DOWN } MesoFinderPending;

struct _MesoPatientFinder
{
  AdwBin parent_instance;

  MesoContext *context;
  MesoPatientList *patients;
  MesoOutlooks *outlooks;
  MesoPatientCounter *counter;
  MesoPatientMenu *menu;
  MesoPatientItem *awaited;   /* (nullable): who is chosen as soon as they are known */
  MesoSought *sought;
  MesoPatientRowForm form;
  MesoFinderPending pending;
  gboolean choosing;

  AdwBreakpoint *medium;
  AdwBreakpoint *tight;
  AdwBreakpoint *narrow;
  AdwBanner *stale;
  AdwClamp *head;
  GtkSearchEntry *entry;
  GtkBox *bar;
  MesoPatientFilters *filters;
  GtkLabel *total;
  MesoTwinsCard *twins;
  GtkStack *stack;
  MesoPatientView *view;
  MesoPatientBlank *blank;
  GtkWidget *hints;
  GMenuModel *row_menu;
};

/* Keys, and who is chosen by them. */
void     meso_patient_finder_stop_awaiting     (MesoPatientFinder *self);
void     meso_patient_finder_do_pending        (MesoPatientFinder *self);
void     meso_patient_finder_entry_activated   (MesoPatientFinder *self);
gboolean meso_patient_finder_entry_key_pressed (MesoPatientFinder *self, guint keyval);
void     meso_patient_finder_view_left         (MesoPatientFinder *self);

/* What stands there: rows, or why there are none. */
gboolean meso_patient_finder_is_answered       (MesoPatientFinder *self);
gboolean meso_patient_finder_has_rows          (MesoPatientFinder *self);
gboolean meso_patient_finder_is_filtered       (MesoPatientFinder *self);
void     meso_patient_finder_refresh           (MesoPatientFinder *self);

G_END_DECLS
