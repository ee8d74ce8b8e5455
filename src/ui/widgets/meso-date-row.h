/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoDateRow:
 *
 * A row to type a day into, in either calendar and any digits, with a calendar to pick from; says in words which day it
 * understood. Signal `date-changed`.
 */
#define MESO_TYPE_DATE_ROW (meso_date_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoDateRow, meso_date_row, MESO, DATE_ROW, AdwEntryRow)

GtkWidget       *meso_date_row_new      (MesoContext *context, const char *title);
/* For a row that a template made. */
void             meso_date_row_set_context (MesoDateRow *self, MesoContext *context);
/* For a day that a label may tell by its month alone, an expiry: "03/2027" is the last day of it. */
void             meso_date_row_set_month_allowed (MesoDateRow *self, gboolean allowed);
void             meso_date_row_set_date (MesoDateRow *self, MesoCalendarDate date);
/* What is understood so far, for who follows the typing: unset where there is no such day; says nothing at the field. */
MesoCalendarDate meso_date_row_peek_date (MesoDateRow *self);
/* FALSE with an error for a text that is no day; an empty text is an unset date. Shows the error at the field. */
gboolean         meso_date_row_get_date (MesoDateRow *self, MesoCalendarDate *date_out, GError **error);
/* (transfer full): what such a row says of a text that is no day, and how one is written */
char            *meso_date_row_dup_problem (MesoContext *context, const char *text, gboolean month_allowed);

G_END_DECLS
