/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* Who says so: source is a source key of the content ("DutaLabel"), or nothing. */

/* (transfer full) (nullable): what the source is called, by its entry in the evidence library: “Who must not get dutasteride”,
 * "the clinic’s article", "this clinic"; NULL where there is none */
char *meso_source_words_name    (MesoContext *context, const char *source);
/* (transfer full): the same as a line of its own: "Source: …", "Source: none found" */
char *meso_source_words_line    (MesoContext *context, const char *source);

G_END_DECLS
