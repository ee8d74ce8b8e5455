/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-private.h"
#include "meso-questionnaire-response.h"
#include "meso-screening-decision.h"

G_BEGIN_DECLS

/* The day on which all of these tests take place: a Sunday. */
#define TODAY "2026-11-22"

/**
 * ClinicFixture:
 * @folder: a folder of its own, removed with all that is in it
 * @path: the clinic's file
 * @content: the content that ships, as the build made it
 * @clinic: (nullable): open on @path; %NULL while the file is closed
 * @clock_day: (nullable): static text: where the store's clock stands, with @seconds, once it was set
 *
 * A new, empty clinic.
 */
typedef struct
{
  char *folder;
  char *path;
  MesoContent *content;
  MesoClinic *clinic;
  const char *clock_day;
  guint seconds;
} ClinicFixture;

ClinicFixture *clinic_fixture_new   (void);
void           clinic_fixture_free  (ClinicFixture *self);
void           clinic_fixture_close (ClinicFixture *self);
/* content (nullable): other content than that which ships */
void           clinic_fixture_open  (ClinicFixture *self, MesoContent *content);

/* (transfer full): what the sqlite3 shell answers about a file that nobody has open; it may change what the program never would */
char          *clinic_fixture_shell (const char *path, const char *sql);
/* The same, line after line, whatever becomes of each: what goes wrong ends its line. */
void           clinic_fixture_run_on (const char *path, const char *sql);
/* (transfer full): the whole of the file as text, by the shell; the clinic is closed for it and opened again */
char          *clinic_fixture_dump  (ClinicFixture *self);
/* Rows of the audit; each of the three (nullable) narrows it. */
guint          clinic_fixture_count_audit (ClinicFixture *self, const char *action, const char *entity, const char *entity_id);

MesoCalendarDate           clinic_fixture_day     (const char *text);
/* born: "" for none */
MesoPatient               *clinic_fixture_add     (ClinicFixture *self, const char *given, const char *family, MesoSex sex,
                                                   const char *born, const char *language);
/* The full form: "menstruating=yes period-started-on=2026-11-20", and no to all else that is asked. */
MesoQuestionnaireResponse *clinic_fixture_answer  (ClinicFixture *self, MesoSex sex, const char *answers);
/* (transfer full): id of a screening stored on day */
char                      *clinic_fixture_screen  (ClinicFixture *self, const MesoPatient *patient, const char *day,
                                                   const char *answers);
void                       clinic_fixture_plan    (ClinicFixture *self, const MesoPatient *patient, const char *template_id,
                                                   const char *start);
/* One millilitre of each, 1 mg/mL; second (nullable) */
void                       clinic_fixture_store_formula (ClinicFixture *self, const MesoPatient *patient, const char *first,
                                                         const char *second);
/* The same of the short form. */
char                      *clinic_fixture_screen_short (ClinicFixture *self, const MesoPatient *patient, const char *day,
                                                        const char *answers);
/* (transfer full): id of a new member of staff */
char                      *clinic_fixture_employ  (ClinicFixture *self, const char *name, MesoRole role);
/* (transfer full): a new physician, who takes the desk */
char                      *clinic_fixture_seat_physician (ClinicFixture *self);
/* Whoever is at the desk decides; rule (nullable), reason (nullable) */
void                       clinic_fixture_decide  (ClinicFixture *self, const char *screening, MesoDecisionKind kind,
                                                   const char *rule, const char *reason);
/* The same with all that a clearance says. */
void                       clinic_fixture_clear   (ClinicFixture *self, const MesoScreeningDecision *clearance);
/* (transfer full): id of a session, "2026-11-22T14:00": the next of the patient's course, with the newest formula, if there are any */
char                      *clinic_fixture_treat   (ClinicFixture *self, const MesoPatient *patient, const char *operator,
                                                   const char *when);
/* From here on the store's clock stands on that day, at eight in the morning, and goes on by a second with each unit of work. */
void                       clinic_fixture_set_clock (ClinicFixture *self, const char *day);
/* "key", "value", …, NULL */
void                       clinic_fixture_set     (ClinicFixture *self, const char *first_key, ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): a copy of the shipped content in a folder of its own, in one of whose files old reads new; name (nullable):
 * nothing is changed */
char                      *clinic_fixture_copy_content (ClinicFixture *self, const char *folder, const char *name,
                                                        const char *old, const char *new);
/* Takes error: it must be of this kind, and its message must hold text. */
void                       clinic_fixture_assert_error (GError **error, GQuark domain, int code, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicFixture, clinic_fixture_free)

G_END_DECLS
