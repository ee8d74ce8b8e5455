/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoRuleCount:
 * @all: rules in use; what is switched off isn't counted
 *
 * How far the review has come.
 */
typedef struct
{
  guint all;
  guint reviewed;
} MesoRuleCount;

MesoRuleCount meso_rule_count           (MesoClinic *clinic);
/* (transfer full): "12 of 45 rules are reviewed" */
char         *meso_rule_count_dup_words (MesoContext *context, const MesoRuleCount *count);

G_END_DECLS
