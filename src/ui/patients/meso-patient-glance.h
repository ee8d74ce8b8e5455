/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-marked-text.h"
#include "meso-patient-outlook.h"
#include "meso-patient.h"
#include "meso-sought.h"

G_BEGIN_DECLS

/**
 * MesoGlance:
 * @serial: another one for each glance that is made; never 0
 * @name: in both scripts
 * @file: the number alone; @born the birth date, and @age; @phone
 * @line: number, birth date and phone in one. Where there is less room they are two: @narrow_line, and @narrow_next with what comes next
 * @tags: (element-type MesoTagWords): what must not be overlooked, strictest first
 * @why: what was found where the list doesn't show it ("Notes: …"); empty when all is in sight
 * @next_title: "Session 5 of 8"; @next "Today, 10:30". Both may be empty
 * @words: all of it, as a screen reader says it
 *
 * What one row of the list says of a patient, in words and with what was typed marked.
 */
typedef struct
{
  guint64 serial;
  char *full_name;
  MesoMarkedText *name;
  MesoMarkedText *file;
  MesoMarkedText *born;
  MesoMarkedText *age;
  MesoMarkedText *phone;
  MesoMarkedText *line;
  MesoMarkedText *narrow_line;
  MesoMarkedText *narrow_next;
  MesoMarkedText *why;
  GPtrArray *tags;
  MesoMarkedText *next_title;
  MesoMarkedText *next;
  char *words;
} MesoGlance;

/**
 * MesoGlanceSource:
 * @outlook: (nullable): while it isn't known, and @outlook_serial of it
 * @twin: whether another record may be the same person
 *
 * What a glance is made of.
 */
typedef struct
{
  MesoContext *context;
  const MesoPatient *patient;
  MesoSought *sought;
  const MesoPatientOutlook *outlook;
  guint outlook_serial;
  gboolean twin;
} MesoGlanceSource;

/* (transfer none): kept with the item of the list until its source is another one */
const MesoGlance *meso_glance_get (GObject *item, const MesoGlanceSource *source);

G_END_DECLS
