/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-context.h"
#include "meso-handout-sheet.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/* Pure. `kind` is one of the protocol's handouts ("before", "aftercare", "information", "side-effects");
 * an unknown one, a language other than "en" and "fa", or content that isn't whole in the language, is
 * MESO_CORE_ERROR_INVALID. */
MesoHandoutSheet *meso_handout_assemble (const MesoProtocol       *protocol,
                                         const char               *kind,
                                         const MesoHandoutContext *context,
                                         GError                  **error);

G_END_DECLS
