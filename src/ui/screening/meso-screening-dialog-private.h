/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-draft-keeper.h"
#include "meso-facts-page.h"
#include "meso-handout-choice.h"
#include "meso-interview.h"
#include "meso-question-page.h"
#include "meso-screening-dialog.h"
#include "meso-screening-file.h"
#include "meso-verdict-page.h"

G_BEGIN_DECLS

/* Private to the dialog, which is told in six parts: the frame, its keys, the questions, what was begun and left, the decisions, the
 * paper. */
struct _MesoScreeningDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoForm form;
  char *patient_id;
  char *screening_id;              /* (nullable): stored, once it is */
  MesoScreeningFile *file;         /* (nullable): what was read */
  MesoInterview *interview;        /* (nullable): while questions are asked */
  MesoDraftKeeper *keeper;         /* (nullable): of the interview */
  MesoDraftKeeper *reasons_keeper; /* (nullable): of reasons that are being written */
  MesoFactsPage *facts;            /* (nullable): before the questions, when something is missing */
  MesoVerdictPage *verdict_page;
  gboolean reviewing;              /* the result was seen: answered questions are not walked through again */
  gboolean busy;
  gboolean narrow;
  char *notice;                    /* (nullable): for the page that comes next */
  guint held_key;                  /* a key that is held down answers one question, not all of them */
  gint64 held_since;
  gint64 shown_at;                 /* when the page that is in sight came there */

  AdwWindowTitle *title;
  GtkWidget *back;
  GtkProgressBar *progress;
  AdwNavigationView *view;
  GtkWidget *footer;
  GtkLabel *saved;
  GtkWidget *keys;
};

/* The frame. */
MesoScreeningRequest *meso_screening_dialog_make_request (MesoScreeningDialog *self);
void meso_screening_dialog_show_title  (MesoScreeningDialog *self);
void meso_screening_dialog_load        (MesoScreeningDialog *self);
void meso_screening_dialog_set_busy    (MesoScreeningDialog *self, gboolean busy);
void meso_screening_dialog_show_page   (MesoScreeningDialog *self);
void meso_screening_dialog_show_result (MesoScreeningDialog *self, const MesoResult *result);

/* Its keys. */
void meso_screening_dialog_read_keys   (MesoScreeningDialog *self);
/* Whether the page came into sight so short ago that nobody can have read it: what is tapped meanwhile answers nothing. */
gboolean meso_screening_dialog_is_unread (MesoScreeningDialog *self);

/* The questions. start: with the first; stack: with all pages that lie before that question, so that Back walks through them;
 * NULL for the result */
void meso_screening_dialog_start       (MesoScreeningDialog *self);
void meso_screening_dialog_stack       (MesoScreeningDialog *self, const MesoQuestion *last);
void meso_screening_dialog_show_found  (MesoScreeningDialog *self);
void meso_screening_dialog_ask         (MesoScreeningDialog *self, const char *question);
void meso_screening_dialog_finish      (MesoScreeningDialog *self);

/* What was begun and left. id (nullable): the question to begin with, of a stored screening whose answers are taken up */
void meso_screening_dialog_begin       (MesoScreeningDialog *self, const char *id);
/* Over midnight “today” was another day: what depends on it is asked again. */
void meso_screening_dialog_renew       (MesoScreeningDialog *self);
void meso_screening_dialog_keep_draft  (MesoScreeningDialog *self);

/* The decisions. */
void meso_screening_dialog_show_stored (MesoScreeningDialog *self);
void meso_screening_dialog_decide      (MesoScreeningDialog *self, const char *rule);
void meso_screening_dialog_clear       (MesoScreeningDialog *self, const char *rule);
void meso_screening_dialog_sign        (MesoScreeningDialog *self);
void meso_screening_dialog_wait        (MesoScreeningDialog *self);

/* The paper: the print dialog, for a result that is stored. (transfer full): the sheet of the result that is shown */
void               meso_screening_dialog_print      (MesoScreeningDialog *self);
MesoHandoutChoice *meso_screening_dialog_make_sheet (MesoScreeningDialog *self);

G_END_DECLS
