/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_HEALTH_ALLERGY,
  MESO_HEALTH_MEDICINE,      /* supplements too */
  MESO_HEALTH_CONDITION,
} MesoHealthKind;

#define MESO_HEALTH_N_KINDS 3

typedef enum {
  MESO_ALLERGY_SEVERITY_UNKNOWN,
  MESO_ALLERGY_MILD,
  MESO_ALLERGY_MODERATE,
  MESO_ALLERGY_SEVERE,
} MesoAllergySeverity;

typedef enum {
  MESO_MEDICINE_ORIGIN_UNKNOWN,
  MESO_MEDICINE_PRESCRIBED,
  MESO_MEDICINE_SELF_CHOSEN,
} MesoMedicineOrigin;

/**
 * MesoHealthStatus:
 * @MESO_HEALTH_ACTIVE: it holds
 * @MESO_HEALTH_ENDED: it held once: a medicine that is no longer taken, a condition that healed
 * @MESO_HEALTH_REPLACED: somebody changed what was written; a later item that names this one holds
 * @MESO_HEALTH_ENTERED_IN_ERROR: it should never have been written here
 *
 * Only the first kind is heeded; the others stay on file.
 */
typedef enum {
  MESO_HEALTH_ACTIVE,
  MESO_HEALTH_ENDED,
  MESO_HEALTH_REPLACED,
  MESO_HEALTH_ENTERED_IN_ERROR,
} MesoHealthStatus;

const char *meso_health_kind_to_string        (MesoHealthKind kind);             /* "allergy", "medicine", "condition" */
gboolean    meso_health_kind_from_string      (const char *text, MesoHealthKind *kind_out);
const char *meso_allergy_severity_to_string   (MesoAllergySeverity severity);    /* "unknown", "mild", "moderate", "severe" */
gboolean    meso_allergy_severity_from_string (const char *text, MesoAllergySeverity *severity_out);
const char *meso_medicine_origin_to_string    (MesoMedicineOrigin origin);       /* "unknown", "prescribed", "self-chosen" */
gboolean    meso_medicine_origin_from_string  (const char *text, MesoMedicineOrigin *origin_out);
const char *meso_health_status_to_string      (MesoHealthStatus status);         /* "active", "ended", "replaced", "entered-in-error" */
gboolean    meso_health_status_from_string    (const char *text, MesoHealthStatus *status_out);

/**
 * MesoHealthItem:
 * @id: (nullable): the store's id; %NULL until stored
 * @patient: (nullable): the record that it stands in: of a person whose records were merged, one of them; filled in by the store
 * @what: the substance, medicine or condition as it was written; never empty in a checked item
 * @ingredient: id of the formulary's ingredient or excipient that it means; "" where none is known
 * @detail: an allergy's reaction, a medicine's dose, a remark on a condition
 * @severity: of an allergy's reaction
 * @origin: who chose a medicine or supplement
 * @since: since when, as it was said
 * @reason: why it ended or was entered in error
 * @replaces: (nullable): id of the item that this one was written instead of
 * @noted_at: (nullable): when it was written, UTC; and @noted_by, id of a member of staff. Filled in by the store
 * @ended_at: (nullable): when it was ended, replaced or marked; and @ended_by. Filled in by the store
 *
 * One allergy, medicine or condition of a patient. Texts are never %NULL unless it says so.
 */
typedef struct
{
  char *id;
  char *patient;
  MesoHealthKind kind;
  char *what;
  char *ingredient;
  char *detail;
  MesoAllergySeverity severity;
  MesoMedicineOrigin origin;
  char *since;
  MesoHealthStatus status;
  char *reason;
  char *replaces;
  char *noted_at;
  char *noted_by;
  char *ended_at;
  char *ended_by;
} MesoHealthItem;

MesoHealthItem *meso_health_item_new       (MesoHealthKind kind, const char *what);
MesoHealthItem *meso_health_item_copy      (const MesoHealthItem *self);
void            meso_health_item_free      (MesoHealthItem *self);
void            meso_health_item_normalise (MesoHealthItem *self);
gboolean        meso_health_item_check     (const MesoHealthItem *self, GError **error);
/* Whether both say the same of the patient, whatever became of it since. */
gboolean        meso_health_item_says_same (const MesoHealthItem *a, const MesoHealthItem *b);
/* (transfer none) (nullable): the one of items (element-type MesoHealthItem) that self was written instead of */
const MesoHealthItem *meso_health_item_find_replaced (const MesoHealthItem *self, const GPtrArray *items);
/* (transfer full): all of it on one line, in stable words: for the audit log */
char           *meso_health_item_dup_line  (const MesoHealthItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHealthItem, meso_health_item_free)

G_END_DECLS
