/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-draft-keeper.h"
#include "meso-prepare-details.h"
#include "meso-prepare-items.h"
#include "meso-prepare-page.h"
#include "meso-prepare-patient.h"
#include "meso-row.h"
#include "meso-session-bar.h"

G_BEGIN_DECLS

/* Between the page and what it drafts and stores. */

struct _MesoPreparePage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *formula;                   /* (nullable) */
  int version;
  char *amends;                    /* (nullable) */
  MesoDraftKeeper *keeper;         /* (nullable): until the patient is known */
  MesoRow *facts_row;              /* keeps the facts */
  const MesoPrepareFacts *facts;
  MesoPrepareForm *form;           /* (nullable): until it is filled; its draws are always the ones in sight */
  GError *refused;                 /* (nullable): why it wasn't stored, until it is known what has changed */
  guint asked;                     /* only the newest question's answer is shown */
  guint clock;
  gboolean tried;                  /* faults are shown from the first try on */
  gboolean signing;
  gboolean signed_now;

  AdwWindowTitle *window_title;
  AdwBanner *resumed;
  AdwBanner *forbidden;
  GtkWidget *content;
  MesoPreparePatient *patient_card;
  MesoPrepareItems *items;
  MesoPrepareDetails *details;
  MesoSessionBar *bar;
};

/* Shows what the form says and lacks; the preparation (transfer full) (nullable) when it lacks nothing. */
MesoPreparation    *meso_prepare_page_build        (MesoPreparePage *self);
void                meso_prepare_page_show         (MesoPreparePage *self);
void                meso_prepare_page_load         (MesoPreparePage *self);
MesoPrepareRequest *meso_prepare_page_make_request (MesoPreparePage *self);
/* Whether it is filled, and neither being signed nor signed. */
gboolean            meso_prepare_page_is_idle      (MesoPreparePage *self);

void                meso_prepare_page_keep_draft   (MesoPreparePage *self);
/* For meso_draft_keeper_load () */
void                meso_prepare_page_take_draft   (GtkWidget *widget, const char *text, gpointer user_data);
void                meso_prepare_page_start_afresh (MesoPreparePage *self);
void                meso_prepare_page_sign         (MesoPreparePage *self);

G_END_DECLS
