/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private: what the demo's people are called. Common names, nobody in particular; written for this program. */

/**
 * MesoDemoName:
 * @persian: in Persian script
 * @latin: in Latin script
 * @weights: how common it is, 0 to 9; one digit for each generation where that differs, else one for all
 */
typedef struct
{
  const char *persian;
  const char *latin;
  const char *weights;
} MesoDemoName;

typedef struct
{
  const MesoDemoName *names;
  guint n_names;
} MesoDemoNameList;

/**
 * MesoDemoOrigin:
 *
 * Where somebody's names come from.
 */
typedef enum {
  MESO_DEMO_ORIGIN_PERSIAN,
  MESO_DEMO_ORIGIN_AZERI,
  MESO_DEMO_ORIGIN_KURDISH,
  MESO_DEMO_ORIGIN_AFGHAN,
  MESO_DEMO_ORIGIN_ARAB,
  MESO_DEMO_ORIGIN_ARMENIAN,
  MESO_DEMO_ORIGIN_EUROPEAN,
  MESO_DEMO_N_ORIGINS,
} MesoDemoOrigin;

typedef struct
{
  MesoDemoNameList women;
  MesoDemoNameList men;
  MesoDemoNameList families;
} MesoDemoNameSet;

/**
 * MesoDemoFamilyPart:
 * @MESO_DEMO_FAMILY_COMMON: whole names
 * @MESO_DEMO_FAMILY_STEM: goes before an ending
 * @MESO_DEMO_FAMILY_ENDING: goes behind a stem
 * @MESO_DEMO_FAMILY_PLACE: whole, and behind another name
 */
typedef enum {
  MESO_DEMO_FAMILY_COMMON,
  MESO_DEMO_FAMILY_STEM,
  MESO_DEMO_FAMILY_ENDING,
  MESO_DEMO_FAMILY_PLACE,
} MesoDemoFamilyPart;

/* Five generations: born before 1970, in each decade from there on, and since 2000 */
#define MESO_DEMO_GENERATIONS 5

const MesoDemoNameList *meso_demo_names_get_women    (void);
const MesoDemoNameList *meso_demo_names_get_men      (void);
const MesoDemoNameList *meso_demo_names_get_families (MesoDemoFamilyPart part);
/* Of all origins but Persian */
const MesoDemoNameSet  *meso_demo_names_get_set      (MesoDemoOrigin origin);

G_END_DECLS
