/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-evidence.h"
#include "meso-handout-text.h"
#include "meso-ingredient.h"
#include "meso-plan-template.h"
#include "meso-question.h"
#include "meso-screening-rule.h"

G_BEGIN_DECLS

/**
 * MesoProtocol:
 *
 * The clinical content as a whole: immutable, reference counted, safe to share between threads.
 * Entries are owned by it and live as long as it does. Order is the documents' order.
 */
typedef struct _MesoProtocol MesoProtocol;

/**
 * MesoProtocolDocument:
 * @name: the file's name as messages show it
 * @clinic: whether it is the clinic's own, which is laid over the others
 */
typedef struct
{
  char *name;
  GBytes *bytes;
  gboolean clinic;
} MesoProtocolDocument;

/* Name of the clinic's own document where it is kept: a document of this name is the clinic's. */
#define MESO_PROTOCOL_CLINIC_NAME "clinic.xml"

MesoProtocolDocument *meso_protocol_document_new        (const char *name, GBytes *bytes);
/* The same for a document of the clinic by another name */
MesoProtocolDocument *meso_protocol_document_new_clinic (const char *name, GBytes *bytes);
void                  meso_protocol_document_free       (MesoProtocolDocument *self);

/* documents: (element-type MesoProtocolDocument). The first fault of form or of meaning is the error. */
MesoProtocol *meso_protocol_new      (const GPtrArray *documents, GError **error);
/* (transfer full) (element-type utf8): every fault as `file:line:column: what`: the first of form, all of meaning; empty when sound */
GPtrArray    *meso_protocol_validate (const GPtrArray *documents);
MesoProtocol *meso_protocol_ref      (MesoProtocol *self);
void          meso_protocol_unref    (MesoProtocol *self);

const char *meso_protocol_get_version  (const MesoProtocol *self);
/* SHA-256, 64 hexadecimal digits, over names and bytes of the documents in name order */
const char *meso_protocol_get_hash     (const MesoProtocol *self);
gboolean    meso_protocol_get_reviewed (const MesoProtocol *self);

/* (transfer none) each: element types as in the headers above */
const GPtrArray *meso_protocol_get_questions   (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_rules       (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_ingredients (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_pairs       (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_excipient_pairs (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_products    (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_plans       (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_evidence    (const MesoProtocol *self);
const GPtrArray *meso_protocol_get_lists       (const MesoProtocol *self);   /* MesoListEntry */
const GPtrArray *meso_protocol_get_handouts    (const MesoProtocol *self);

/* (transfer none) (nullable) look-ups by id; a pair in either order */
const MesoQuestion       *meso_protocol_lookup_question   (const MesoProtocol *self, const char *id);
const MesoIngredient     *meso_protocol_lookup_ingredient (const MesoProtocol *self, const char *id);
const MesoIngredientPair *meso_protocol_lookup_pair       (const MesoProtocol *self, const char *a, const char *b);
const MesoProduct        *meso_protocol_lookup_product    (const MesoProtocol *self, const char *id);
const MesoPlanTemplate   *meso_protocol_lookup_plan       (const MesoProtocol *self, const char *id);
const MesoHandoutText    *meso_protocol_lookup_handout    (const MesoProtocol *self, const char *kind);
/* by the key that other entries name as their source ("DutaLabel") */
const MesoEvidence       *meso_protocol_lookup_evidence   (const MesoProtocol *self, const char *source);
const MesoListEntry      *meso_protocol_lookup_list_entry (const MesoProtocol *self, const char *id);
/* A phrase of the content (labels on paper, sentences of findings). A missing id is a programming error:
 * g_critical, and the id itself is returned, so that a sheet never has a silent hole. */
const char               *meso_protocol_get_phrase        (const MesoProtocol *self, const char *id, const char *language);
/* (transfer none) (nullable): the same in all its languages, for who must know whether one is missing */
const MesoLocalText      *meso_protocol_lookup_phrase     (const MesoProtocol *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocol, meso_protocol_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolDocument, meso_protocol_document_free)

G_END_DECLS
