/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-clinic.h"
#include "meso-handout-deliver.h"

G_BEGIN_DECLS

/**
 * MesoRecallSheetRequest:
 * @lot: its id, or its number in any case, spacing and digits
 * @reason: (nullable): why; %NULL for what was written down with the lot
 * @recipient: (nullable): who gets the list; %NULL when it stays in the clinic
 * @language: (nullable): %NULL for the clinic's, else English
 * @paper: (nullable): "a4", "a5", "letter"; %NULL for A4
 * @printed_at: the clinic's time
 * @creation: when the document says that it was made
 * @deliver: (nullable): called with @deliver_data before anything is written into the log: what can't be printed wasn't
 *
 * Which call list is wanted.
 */
typedef struct
{
  const char *lot;
  const char *reason;
  const char *recipient;
  const char *language;
  const char *paper;
  MesoCivilTime printed_at;
  GDateTime *creation;
  MesoHandoutDeliver deliver;
  gpointer deliver_data;
} MesoRecallSheetRequest;

/**
 * MesoRecallSheet:
 * @patients: how many persons are on it
 *
 * A call list as it was made.
 */
typedef struct
{
  char *language;
  char *paper;
  int pages;
  guint patients;
  GBytes *pdf;
} MesoRecallSheet;

/* A row in the log for each lot, with how many patients: "release" with a recipient, else "print". */
MesoRecallSheet *meso_recall_sheet_service_make (MesoClinic *clinic, const MesoRecallSheetRequest *request, GError **error);
void             meso_recall_sheet_free         (MesoRecallSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRecallSheet, meso_recall_sheet_free)

G_END_DECLS
