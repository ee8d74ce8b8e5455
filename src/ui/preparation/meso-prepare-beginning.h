/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-prepare-call.h"
#include "meso-prepare-form.h"

G_BEGIN_DECLS

/* All (transfer full). How the form begins: with what is offered first, or with what is on record. */
MesoPrepareForm *meso_prepare_beginning_new          (MesoContext *context, const MesoPrepareFacts *facts);
/* "Prepare Density mix", and "Leila Ahmadi · version 3" */
char            *meso_prepare_beginning_dup_title    (MesoContext *context, const MesoPrepareFacts *facts);
char            *meso_prepare_beginning_dup_subtitle (MesoContext *context, const MesoPrepareFacts *facts);
/* Why it can't be prepared, a sentence; "" when it can */
char            *meso_prepare_beginning_dup_bar      (const MesoPreparationPlan *plan);

G_END_DECLS
