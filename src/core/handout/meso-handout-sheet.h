/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoHandoutBlockType:
 * @MESO_HANDOUT_BLOCK_SCHEDULE: groups of instructions, one date each; heading over the dates, note over the instructions
 * @MESO_HANDOUT_BLOCK_VISIT: a framed date with a calendar: the heading, and one row (lead: the date)
 * @MESO_HANDOUT_BLOCK_CALL: the solid box that says when to call
 * @MESO_HANDOUT_BLOCK_LIST: bullets
 * @MESO_HANDOUT_BLOCK_ICONS: rows with a picture
 * @MESO_HANDOUT_BLOCK_TOPICS: rows with a picture and a name (lead) in the narrow column, text in the wide one
 * @MESO_HANDOUT_BLOCK_DATES: rows of a date, or of another short lead, and what is then (text); a small page puts the lead above it
 * @MESO_HANDOUT_BLOCK_PARAGRAPHS: running text; a lead is bold
 * @MESO_HANDOUT_BLOCK_TABLE: two columns, lead and text; a row without text is a head inside of the table
 * @MESO_HANDOUT_BLOCK_NOTE: a framed sentence
 * @MESO_HANDOUT_BLOCK_QUESTIONS: lines to write on, when room is left
 * @MESO_HANDOUT_BLOCK_FORM: to be filled in: each text has its boxes to tick, or without any a line to write on, and the lead
 *   (a unit) after it
 * @MESO_HANDOUT_BLOCK_GRID: a table of several columns, some of which are filled in with a pen
 */
typedef enum {
  MESO_HANDOUT_BLOCK_SCHEDULE,
  MESO_HANDOUT_BLOCK_VISIT,
  MESO_HANDOUT_BLOCK_CALL,
  MESO_HANDOUT_BLOCK_LIST,
  MESO_HANDOUT_BLOCK_ICONS,
  MESO_HANDOUT_BLOCK_TOPICS,
  MESO_HANDOUT_BLOCK_DATES,
  MESO_HANDOUT_BLOCK_PARAGRAPHS,
  MESO_HANDOUT_BLOCK_TABLE,
  MESO_HANDOUT_BLOCK_NOTE,
  MESO_HANDOUT_BLOCK_QUESTIONS,
  MESO_HANDOUT_BLOCK_FORM,
  MESO_HANDOUT_BLOCK_GRID,
} MesoHandoutBlockType;

/**
 * MesoHandoutColumnType:
 * @MESO_HANDOUT_COLUMN_NUMBER: against the end of its column; @MESO_HANDOUT_COLUMN_RESULT: the same, in bold
 * @MESO_HANDOUT_COLUMN_LINE: written with a pen; @MESO_HANDOUT_COLUMN_BOX: ticked. A small page puts both below the row
 *
 * An empty cell of any column is a line to write on, but a box.
 */
typedef enum {
  MESO_HANDOUT_COLUMN_TEXT,
  MESO_HANDOUT_COLUMN_NUMBER,
  MESO_HANDOUT_COLUMN_RESULT,
  MESO_HANDOUT_COLUMN_LINE,
  MESO_HANDOUT_COLUMN_BOX,
} MesoHandoutColumnType;

/**
 * MesoHandoutColumn:
 * @share: of the page's width, beside the shares of the other columns
 *
 * A column of a grid.
 */
typedef struct
{
  MesoHandoutColumnType type;
  char *label;
  guint share;
} MesoHandoutColumn;

/**
 * MesoHandoutRow:
 * @id: the content's id of the item it was made from; "" when it was made from something else
 * @icon: name of the picture, "" for none; @avoid: it is struck through
 * @lead: the part that is set bold, "" for none
 * @text: the rest, "" for none
 * @strong: a part of @text that is set bold, "" for none
 * @boxes: (nullable) (element-type utf8): of a form, what stands beside each of its boxes
 * @depth: of a form, how far it is set in: 0 for a question that stands by itself
 * @cells: (nullable) (element-type utf8): of a grid, what stands in its columns after the first, which has lead and text;
 *   columns that it has no cell for are left empty
 */
typedef struct
{
  char *id;
  char *icon;
  gboolean avoid;
  char *lead;
  char *text;
  char *strong;
  GPtrArray *boxes;
  guint depth;
  GPtrArray *cells;
} MesoHandoutRow;

/**
 * MesoHandoutGroup:
 * @label: "until", "from"; "" for none
 * @date: (element-type utf8): the date in pieces that no line break may split; joined by spaces they read
 *   "Tuesday 24 November 2026, 14:00"
 * @note: "(24 hours)"
 * @rows: (element-type MesoHandoutRow): text is the second line, which a full page may drop
 * @boxed: (nullable): a framed sentence after the rows
 *
 * All instructions that begin or end together.
 */
typedef struct
{
  char *label;
  GPtrArray *date;
  char *note;
  GPtrArray *rows;
  MesoHandoutRow *boxed;
} MesoHandoutGroup;

/**
 * MesoHandoutCall:
 * @phone_label: what stands above the number; @phone: the number, "" leaves a line to write it on
 * @later_lead: (with @later_text) what to look for until a date; "" for none
 * @emergency_text: what calls for the public number, "" for none; @emergency_call: "Call 115"
 */
typedef struct
{
  char *phone_label;
  char *phone;
  char *later_lead;
  char *later_text;
  char *emergency_text;
  char *emergency_call;
} MesoHandoutCall;

/**
 * MesoHandoutBlock:
 * @heading: "" for none; @note: a line beside or below it, "" for none
 * @rows: (element-type MesoHandoutRow): of all types but the schedule; the bullets of the call box
 * @groups: (element-type MesoHandoutGroup): of the schedule, earliest first
 * @columns: (element-type MesoHandoutColumn): of a grid
 * @call: (nullable): of the call box
 * @overleaf: never on the first page
 * @beside: stands beside the block before it where the page is wide enough
 */
typedef struct
{
  MesoHandoutBlockType type;
  char *heading;
  char *note;
  GPtrArray *rows;
  GPtrArray *groups;
  GPtrArray *columns;
  MesoHandoutCall *call;
  gboolean overleaf;
  gboolean beside;
} MesoHandoutBlock;

/**
 * MesoHandoutFact:
 *
 * A small label, what it says, and a line below: "Patient", "Leila Karimi", "File 0417".
 */
typedef struct
{
  char *label;
  char *value;
  char *detail;
} MesoHandoutFact;

/**
 * MesoHandoutSheet:
 * @rtl: whether the language is written from right to left
 * @clinic_name: and @physician, @phone: "" for none; @address: (element-type utf8); the letterhead
 * @facts: (element-type MesoHandoutFact): two on a line
 * @blocks: (element-type MesoHandoutBlock)
 * @running_start: the head of later pages at the start edge, @running_end: at the other
 * @notice: the footer's sentence about physicians
 * @imprint: the footer's line on the text's version and printing
 * @draft: said above the footer while no physician has signed the text; "" when one has
 * @watermark: stands across every page; "" for none
 * @page_format: "Page {page} of {pages}"
 * @compact: for staff, who read much of it: smaller letters, less air
 *
 * What a sheet says, in one language, with finished strings and worked-out dates: an immutable, reference
 * counted value. Where it stands on the page is the renderer's matter.
 */
typedef struct
{
  char *kind;
  char *language;
  gboolean rtl;
  char *title;
  char *clinic_name;
  char *physician;
  char *phone;
  GPtrArray *address;
  GPtrArray *facts;
  GPtrArray *blocks;
  char *running_start;
  char *running_end;
  char *notice;
  char *imprint;
  char *draft;
  char *watermark;
  char *page_format;
  gboolean compact;
} MesoHandoutSheet;

MesoHandoutSheet *meso_handout_sheet_ref            (MesoHandoutSheet *self);
void              meso_handout_sheet_unref          (MesoHandoutSheet *self);
/* (transfer full): "Page 1 of 2" in the sheet's language */
char             *meso_handout_sheet_dup_page_label (const MesoHandoutSheet *self, int page, int pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutSheet, meso_handout_sheet_unref)

G_END_DECLS
