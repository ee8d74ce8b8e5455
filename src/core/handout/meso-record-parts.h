/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet-private.h"
#include "meso-handout-words.h"
#include "meso-record-contents.h"

G_BEGIN_DECLS

#define MESO_RECORD_SEPARATOR " · "

/* Private: a record that is being put together. */
typedef struct
{
  const MesoHandoutWords *words;
  const MesoRecordContents *contents;
  MesoHandoutSheet *sheet;
} MesoRecordWriter;

/* (transfer none): a section with its heading, which is in the sheet already. heading: the phrase's id without "record-" */
MesoHandoutBlock *meso_record_add_block   (const MesoRecordWriter *self, MesoHandoutBlockType type, const char *heading);
/* Takes the section out again when nothing was put into it. */
void              meso_record_end_block   (const MesoRecordWriter *self, MesoHandoutBlock *block);
/* A label and what somebody typed; nothing where text is empty. label: the phrase's id without "record-" */
void              meso_record_add_typed   (const MesoRecordWriter *self, MesoHandoutBlock *block, const char *label, const char *text);
/* A label and a text of our own; (transfer full) text */
void              meso_record_take_own    (const MesoRecordWriter *self, MesoHandoutBlock *block, const char *label, char *text);
/* (transfer none): a phrase by its id without "record-"; of two parts: "sex", "female" */
const char       *meso_record_phrase      (const MesoRecordWriter *self, const char *id);
const char       *meso_record_phrase_of   (const MesoRecordWriter *self, const char *group, const char *name);
/* (transfer full), all of them */
char             *meso_record_date        (const MesoRecordWriter *self, MesoCalendarDate date);
char             *meso_record_date_time   (const MesoRecordWriter *self, MesoCalendarDate date, int minute);
char             *meso_record_by_on       (const MesoRecordWriter *self, const char *staff, const char *at_utc);
char             *meso_record_volume      (const MesoRecordWriter *self, gint64 volume_ul);
/* text (nullable): what the content says of id; where it knows it no more, the id itself stands there */
char             *meso_record_dup_known      (const MesoRecordWriter *self, const MesoLocalText *text, const char *id);
char             *meso_record_dup_ingredient (const MesoRecordWriter *self, const char *id);
/* error (nullable): why it was marked so; reason: of a correction, "" for none */
void              meso_record_add_standing   (const MesoRecordWriter *self, MesoHandoutBlock *block, const char *error,
                                              gboolean amended, const char *reason);
/* For a section that stays: says so when nothing was put into it. */
void              meso_record_end_table      (const MesoRecordWriter *self, MesoHandoutBlock *block);

/* (transfer full) (nullable): "Scalp mix · version 2"; NULL for a formula that the record doesn't hold */
char             *meso_record_dup_formula    (const MesoRecordWriter *self, const char *formula, int version);

/* Sections */
void              meso_record_add_person      (const MesoRecordWriter *self);
void              meso_record_add_health      (const MesoRecordWriter *self);
void              meso_record_add_screenings  (const MesoRecordWriter *self);
void              meso_record_add_courses     (const MesoRecordWriter *self);
void              meso_record_add_formulas    (const MesoRecordWriter *self);
void              meso_record_add_preparations (const MesoRecordWriter *self);
void              meso_record_add_sessions    (const MesoRecordWriter *self);
void              meso_record_add_handouts    (const MesoRecordWriter *self);

G_END_DECLS
