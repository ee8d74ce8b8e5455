/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"

G_BEGIN_DECLS

/* The draft of a screening belongs to the form that writes it, but for these keys: when it was begun, and what it says so far. */
#define MESO_SCREENING_DRAFT_DATE "date"
#define MESO_SCREENING_DRAFT_SAYS "says"
#define MESO_SCREENING_DRAFT_DO_NOT_TREAT "block"

gboolean meso_screening_draft_forbids (const char *text, MesoCalendarDate day);

G_END_DECLS
