/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-provenance.h"

G_BEGIN_DECLS

/**
 * MesoEvidence:
 * @found: whether the study could be located; one of the article's four was not, and is shown so
 * @claim: what the article says of it, in our words
 * @study: what the study is
 * @result: what it really reports, with its limits
 * @reference: (nullable): bibliographic reference with doi or PMID
 * @ingredients: (element-type utf8): ingredients it is linked from
 */
typedef struct
{
  char *id;
  gboolean found;
  MesoLocalText *claim;
  MesoLocalText *study;
  MesoLocalText *result;
  char *reference;
  GPtrArray *ingredients;
  MesoProvenance provenance;
} MesoEvidence;

/**
 * MesoListEntry:
 * @list: which list it belongs to: "side-effect", "benefit", "indication", "excipient"
 *
 * A line of a named list of the content: a side effect, a benefit that the article names.
 */
typedef struct
{
  char *id;
  char *list;
  MesoLocalText *text;
  MesoLocalText *detail;    /* (nullable) */
  MesoProvenance provenance;
} MesoListEntry;

void meso_evidence_free   (MesoEvidence  *self);
void meso_list_entry_free (MesoListEntry *self);

G_END_DECLS
