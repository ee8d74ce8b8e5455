/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-reader.h"

G_BEGIN_DECLS

/* (transfer full) each */
char *meso_rule_case_dup_mark       (const MesoRuleCase      *self);
char *meso_protocol_dup_rule_digest (MesoProtocolReader      *reader,
                                     const MesoScreeningRule *rule);

G_END_DECLS
