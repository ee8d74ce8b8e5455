/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-layout.h"

G_BEGIN_DECLS

/**
 * MesoDateBreaks:
 *
 * Where a date goes on on a new line.
 */
typedef enum {
  MESO_DATE_BREAKS_NONE = 0,
  MESO_DATE_BREAK_AFTER_WEEKDAY = 1 << 0,
  MESO_DATE_BREAK_BEFORE_YEAR = 1 << 1,
  MESO_DATE_BREAK_BEFORE_HOUR = 1 << 2,
} MesoDateBreaks;

/**
 * MesoDateSetting:
 * @size: of the letters; points
 * @width: of the column
 * @note_below: the note gets a line of its own
 */
typedef struct
{
  double size;
  double width;
  MesoDateBreaks breaks;
  gboolean note_below;
} MesoDateSetting;

/* One size and the same breaks for all dates of a sheet, in the narrow column. */
MesoDateSetting meso_handout_date_find           (const MesoHandoutLayout *self, const MesoHandoutBlock *block);
/* For a date over its rows, on one line. */
MesoDateSetting meso_handout_date_find_line      (const MesoHandoutLayout *self, const MesoHandoutGroup *group);
/* The height it took; with a NULL slab it is only measured. */
double          meso_handout_date_put            (const MesoHandoutLayout *self, MesoSlab *slab, const MesoHandoutGroup *group,
                                                  const MesoDateSetting *setting, double top);
/* Height of the label's line, if it has one, and of the first line of the date. */
double          meso_handout_date_get_first_line (const MesoHandoutLayout *self, const MesoHandoutGroup *group,
                                                  const MesoDateSetting *setting);

G_END_DECLS
