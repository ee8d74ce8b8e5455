/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_ORIGIN_ARTICLE,
  MESO_ORIGIN_RESEARCH,
  MESO_ORIGIN_CLINIC,
} MesoOrigin;

/**
 * MesoProvenance:
 * @source: source key ("article", "GK", "Otley03" …); “no source” is said as such, never left empty
 * @grade: evidence grade "A", "B", "C", or "GK" (general knowledge, no source found)
 * @reviewed: whether a physician of the clinic has signed the entry; shipped content never is
 *
 * Where an entry of the clinical content comes from. XML attributes `origin source grade review`.
 */
typedef struct
{
  MesoOrigin origin;
  char *source;
  char *grade;
  gboolean reviewed;
} MesoProvenance;

/* Frees what @self holds, not @self. */
void        meso_provenance_clear (MesoProvenance *self);
const char *meso_origin_to_string (MesoOrigin      origin);

G_END_DECLS
