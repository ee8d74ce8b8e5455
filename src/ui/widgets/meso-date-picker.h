/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoDatePicker:
 *
 * A month of the clinic's own calendar, to pick a day from. Arrow keys go from day to day. Signal `picked`.
 */
#define MESO_TYPE_DATE_PICKER (meso_date_picker_get_type ())
G_DECLARE_FINAL_TYPE (MesoDatePicker, meso_date_picker, MESO, DATE_PICKER, GtkWidget)

GtkWidget        *meso_date_picker_new      (MesoContext *context);
/* An unset date shows the month of today. */
void              meso_date_picker_set_date (MesoDatePicker *self, MesoCalendarDate date);
MesoCalendarDate  meso_date_picker_get_date (MesoDatePicker *self);

G_END_DECLS
