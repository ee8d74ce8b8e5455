/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoComparison:
 *
 * Two records beside each other, field by field; what differs is marked, and may be chosen. Property `narrow`: one below the other.
 */
#define MESO_TYPE_COMPARISON (meso_comparison_get_type ())
G_DECLARE_FINAL_TYPE (MesoComparison, meso_comparison, MESO, COMPARISON, GtkBox)

/* All fields that one of the two has something in. choosable (nullable) (element-type utf8): of these, each that differs is asked
 * about; the first is taken at the beginning, where it has something */
void  meso_comparison_show           (MesoComparison *self, MesoContext *context, const MesoPatient *first, const MesoPatient *second,
                                      const GPtrArray *choosable);
/* (transfer full): names of the differing fields for which the second record was chosen; second FALSE: the first */
GStrv meso_comparison_dup_chosen     (MesoComparison *self, gboolean second);

G_END_DECLS
