/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The draft of a form of a few texts, as the keeper wants it: JSON, { "reason": "…" }. */

/* (transfer full): "name", "text", …, NULL */
char       *meso_draft_text_new  (const char *first_name, ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): texts: (element-type utf8 utf8) */
char       *meso_draft_text_make (GHashTable *texts);
/* (transfer full) (nullable) (element-type utf8 utf8): draft (nullable): NULL, as all that isn't such a draft, gives NULL */
GHashTable *meso_draft_text_read (const char *draft);
/* (transfer none): "" for what isn't in it */
const char *meso_draft_text_get  (GHashTable *texts, const char *name);

G_END_DECLS
