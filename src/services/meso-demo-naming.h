/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-names.h"
#include "meso-patient.h"

G_BEGIN_DECLS

typedef enum {
  MESO_DEMO_SCRIPT_PERSIAN,
  MESO_DEMO_SCRIPT_LATIN,
  MESO_DEMO_N_SCRIPTS,
} MesoDemoScript;

/**
 * MesoDemoNaming:
 * @given: in each script
 * @family: in each script
 *
 * Private: what one of the demo's people is called.
 */
typedef struct
{
  MesoDemoOrigin origin;
  char *given[MESO_DEMO_N_SCRIPTS];
  char *family[MESO_DEMO_N_SCRIPTS];
} MesoDemoNaming;

/* Names that fit, common ones more often. woman: else a man */
void           meso_demo_naming_init        (MesoDemoNaming *self, GRand *rand, MesoDemoOrigin origin, gboolean woman, int birth_year);
void           meso_demo_naming_clear       (MesoDemoNaming *self);
/* The same name as somebody else may write it */
void           meso_demo_naming_respell     (MesoDemoNaming *self, GRand *rand);
MesoDemoOrigin meso_demo_naming_choose_origin (GRand *rand);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoDemoNaming, meso_demo_naming_clear)

G_END_DECLS
