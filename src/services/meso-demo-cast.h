/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-people.h"

G_BEGIN_DECLS

/* Private: those of the demo clinic whose day today is told. */

/**
 * MesoDemoScene:
 * @MESO_DEMO_CHANCE: a life as it comes
 * @MESO_DEMO_TREATED: treated today, with the aftercare sheet handed out
 * @MESO_DEMO_TO_HAND_OUT: treated today, without it
 * @MESO_DEMO_READY: comes today, all prepared
 * @MESO_DEMO_TO_PREPARE: comes today, and the formula waits to be prepared
 * @MESO_DEMO_NO_FORMULA: comes today, and nobody made a formula
 * @MESO_DEMO_LONG_AGO: comes today, and was screened more than a year ago
 * @MESO_DEMO_SUSPENDED: comes today, and the course is suspended
 * @MESO_DEMO_NOT_NOW: comes today, and was told to wait
 * @MESO_DEMO_CHECK_UP: is to be looked at
 * @MESO_DEMO_ENTERED: entered today, no more
 * @MESO_DEMO_LEFT: entered yesterday, and the screening was left
 * @MESO_DEMO_ANSWERED: screened today, not decided
 * @MESO_DEMO_SIGNED: screened and signed today
 */
typedef enum {
  MESO_DEMO_CHANCE,
  MESO_DEMO_TREATED,
  MESO_DEMO_TO_HAND_OUT,
  MESO_DEMO_READY,
  MESO_DEMO_TO_PREPARE,
  MESO_DEMO_NO_FORMULA,
  MESO_DEMO_LONG_AGO,
  MESO_DEMO_SUSPENDED,
  MESO_DEMO_NOT_NOW,
  MESO_DEMO_CHECK_UP,
  MESO_DEMO_ENTERED,
  MESO_DEMO_LEFT,
  MESO_DEMO_ANSWERED,
  MESO_DEMO_SIGNED,
} MesoDemoScene;

/**
 * MesoDemoRole:
 * @other_given_name: the same name in the other script, with @other_family_name
 * @template: (nullable): the course, of @sessions sessions, of which number @hold is on @days_ago; earlier ones were held
 * @minute: of the day that session @hold is on
 * @says: answers other than no, as "question=answer", apart by spaces
 * @allergy: (nullable): an ingredient that the patient reacts to
 *
 * One of them.
 */
typedef struct
{
  MesoDemoScene scene;
  const char *given_name;
  const char *family_name;
  const char *other_given_name;
  const char *other_family_name;
  MesoSex sex;
  const char *language;
  int age;
  const char *template;
  int sessions;
  int hold;
  int days_ago;
  int minute;
  const char *says;
  const char *allergy;
} MesoDemoRole;

const MesoDemoRole *meso_demo_cast_get    (guint *n_out);
/* (transfer full): the record; it has no file number yet. language: what the clinic writes */
MesoPatientRecord  *meso_demo_role_person (const MesoDemoRole *self, MesoDemoPeople *people, const char *language,
                                           MesoCalendarDate today);

G_END_DECLS
