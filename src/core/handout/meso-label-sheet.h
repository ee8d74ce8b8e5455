/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-formula-version.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/* The clinic's wall clock at a stored moment, which only the layers above know. */
typedef MesoCivilTime (*MesoTimeOfMoment) (const char *at_utc);

/**
 * MesoLabelContents:
 * @languages: (array zero-terminated=1): one or two of "en" and "fa"; the first one's words come first
 * @patient_name: as on record, @other_name the same in the other script, "" for none
 * @version: the version of the formula that was prepared
 * @protocol: the content that is at work, which holds the words, and @judge the one that the formula was checked with, which knows its
 *   ingredients
 * @lots: (element-type utf8 utf8): id of a lot → its number
 * @prepared_by: names; @checked_by "" when nobody did
 * @time_of: how a moment becomes a time of day
 * @demo: whether this is the demo clinic
 *
 * What a label is made from. Borrows everything.
 */
typedef struct
{
  const char *const *languages;
  const char *patient_name;
  const char *other_name;
  const char *file_number;
  const MesoPreparation *preparation;
  const MesoFormulaVersion *version;
  const MesoProtocol *protocol;
  const MesoProtocol *judge;
  GHashTable *lots;
  const char *prepared_by;
  const char *checked_by;
  MesoTimeOfMoment time_of;
  gboolean demo;
} MesoLabelContents;

/**
 * MesoLabelText:
 * @contents: (element-type utf8): what is in it with its amounts, and that it is for the scalp; "" for the second language, whose
 *   readers find it in the first
 * @lots: (element-type utf8): the first one with the word before it
 * @mixed: when
 * @people: (element-type utf8): who prepared and who checked it; none for the second language
 * @use_before: the time, with its day where that isn't the day of mixing, and @use_before_day the day by itself
 *
 * The words of a label in one language. Each item stays whole where a line has room for it.
 */
typedef struct
{
  char *language;
  gboolean rtl;
  GPtrArray *contents;
  GPtrArray *lots;
  char *mixed;
  GPtrArray *people;
  char *use_before;
  char *use_before_day;
} MesoLabelText;

/**
 * MesoLabelSheet:
 * @title: of the document
 * @names: (element-type utf8): the patient's, as on record and in the other script; the one in the first language's script comes first
 * @file_number: as the first language writes it
 * @mixture: the formula's name and version, @volume: what is in the syringe
 * @texts: (element-type MesoLabelText): one or two
 * @part: "{n}/{count}", for a label that goes on on another one
 * @watermark: "" for none
 *
 * What a label says, with finished strings. What it doesn't have room for goes onto another label.
 */
typedef struct
{
  char *title;
  GPtrArray *names;
  char *file_number;
  char *mixture;
  char *volume;
  GPtrArray *texts;
  char *part;
  char *watermark;
} MesoLabelSheet;

/* Pure. A language other than "en" and "fa", or words that aren't there in one of them, is MESO_CORE_ERROR_INVALID. */
MesoLabelSheet *meso_label_sheet_assemble (const MesoLabelContents *contents, GError **error);
void            meso_label_sheet_free     (MesoLabelSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLabelSheet, meso_label_sheet_free)

G_END_DECLS
