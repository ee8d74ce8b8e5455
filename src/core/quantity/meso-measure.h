/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-decimal.h"
#include "meso-quantity.h"

G_BEGIN_DECLS

/* Private to this folder: a number with a unit, as it was typed, whatever it is to be. */

/**
 * MesoUnit:
 * @factor: how many ng, µL or mIU it is; for a molar unit: how many times the molar mass in µg
 */
typedef struct
{
  const char *name;
  MesoDimension dimension;
  guint64 factor;
  gboolean molar;
} MesoUnit;

/**
 * MesoMeasureKind:
 *
 * What a text is to be, for the sentence that refuses it.
 */
typedef struct
{
  const char *name;
  const char *allowed;
} MesoMeasureKind;

extern const MesoMeasureKind meso_measure_quantity;
extern const MesoMeasureKind meso_measure_amount;
extern const MesoMeasureKind meso_measure_volume;
extern const MesoMeasureKind meso_measure_strength;

/* (nullable): by its exact spelling */
const MesoUnit *meso_unit_find            (const char *name, gsize length);
/* unit_out (transfer full): what stands behind the number */
gboolean        meso_measure_parse_number (const char *text, const MesoMeasureKind *kind, MesoDecimal *number_out, char **unit_out,
                                           GError **error);
/* Into the fixed unit, exactly. molar: µg per mmol, 0 where mmol can't be used */
gboolean        meso_measure_convert      (const char *text, const MesoMeasureKind *kind, const MesoUnit *unit, gint64 molar,
                                           MesoDecimal *number, GError **error);
gboolean        meso_measure_check_range  (const char *text, const MesoMeasureKind *kind, MesoDecimal number, guint max_scale,
                                           GError **error);
/* FALSE, with a sentence that names what was typed, what is wrong (what) and what is allowed */
gboolean        meso_measure_refuse       (GError **error, int code, const char *text, const MesoMeasureKind *kind, const char *what);
gboolean        meso_measure_refuse_unit  (GError **error, const char *text, const MesoMeasureKind *kind, const char *unit);

G_END_DECLS
