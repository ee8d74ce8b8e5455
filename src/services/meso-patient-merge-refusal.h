/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/* Why two records aren't merged, or a merge isn't taken back. All set an error and say FALSE. */

gboolean meso_merge_check_not_erased (const MesoPatient *patient, GError **error);
gboolean meso_merge_check_reason     (const char *reason, GError **error);

G_END_DECLS
