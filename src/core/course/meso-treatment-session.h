/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-civil-time.h"
#include "meso-protocol.h"
#include "meso-staff.h"

G_BEGIN_DECLS

/* The term of a reaction that is on no list; its note says what it was. */
#define MESO_REACTION_OTHER "other"
#define MESO_REACTION_MAX_GRADE 5

#define MESO_PAIN_MAX 10
#define MESO_PAIN_NOT_ASKED (-1)

/**
 * MesoReaction:
 * @term: id of an entry of the protocol's list "side-effect", or %MESO_REACTION_OTHER
 * @grade: 1 (mild) to 5
 * @note: "" when nobody said more; due with %MESO_REACTION_OTHER
 */
typedef struct
{
  char *term;
  int grade;
  char *note;
} MesoReaction;

MesoReaction *meso_reaction_new  (const char *term, int grade, const char *note);
void          meso_reaction_free (MesoReaction *self);

/**
 * MesoBloodPressure:
 * @systolic: in mmHg, above @diastolic; both 0 when it wasn't measured
 */
typedef struct
{
  int systolic;
  int diastolic;
} MesoBloodPressure;

gboolean meso_blood_pressure_is_set (MesoBloodPressure self);

/**
 * MesoTreatmentSession:
 * @id: (nullable): the store's id; %NULL until stored
 * @plan: (nullable): the plan that it belongs to, and @session_n (0 without) which of its sessions it is
 * @minute: minute of the day, %MESO_CIVIL_TIME_NO_MINUTE when only the day is known
 * @operator: id of the member of staff who treated
 * @operator_role: their role when it was recorded, and @operator_licence (nullable) their licence number of that time; filled
 *   by the store
 * @physician: (nullable): id of the physician in charge
 * @screening: the screening of that day
 * @formula: (nullable): what was given, in its edition @formula_version (0 without)
 * @preparation: (nullable): the batch of it that was made for this session
 * @volume_ul: what was injected, @wasted_ul what was drawn and thrown away
 * @pain: 0 to 10, %MESO_PAIN_NOT_ASKED
 * @reactions: (element-type MesoReaction): those seen on the spot; empty for none, or where nobody said: only @no_reactions says that
 *   somebody looked and saw none
 * @amends: (nullable): the session that this one corrects, with @reason
 * @amended_by: (nullable): the session that corrects this one, which then counts no more
 * @entered_in_error: (nullable): why, when someone marked it so; it counts no more
 *
 * One treatment as it went. Signed when stored: from then on it never changes.
 */
typedef struct
{
  char *id;
  char *patient;
  char *plan;
  int session_n;
  MesoCalendarDate date;
  int minute;
  char *operator;
  MesoRole operator_role;
  char *operator_licence;
  char *physician;
  char *screening;
  char *formula;
  int formula_version;
  char *preparation;
  int points;
  gint64 volume_ul;
  gint64 wasted_ul;
  int pain;
  MesoBloodPressure before;
  MesoBloodPressure after;
  GPtrArray *reactions;
  gboolean no_reactions;
  char *notes;
  char *amends;
  char *reason;
  char *amended_by;
  char *entered_in_error;
  char *recorded_at;
  char *recorded_by;
} MesoTreatmentSession;

MesoTreatmentSession *meso_treatment_session_new    (void);
MesoTreatmentSession *meso_treatment_session_copy   (const MesoTreatmentSession *self);
void                  meso_treatment_session_free   (MesoTreatmentSession *self);
/* Neither amended nor entered in error. */
gboolean              meso_treatment_session_counts (const MesoTreatmentSession *self);
/* The first fault; its message starts with the field: "points: …", "reactions[1].grade: …" */
gboolean              meso_treatment_session_check  (const MesoTreatmentSession *self, const MesoProtocol *protocol,
                                                     MesoCalendarDate today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoReaction, meso_reaction_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTreatmentSession, meso_treatment_session_free)

G_END_DECLS
