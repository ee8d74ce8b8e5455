/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-provenance.h"
#include "meso-strength.h"

G_BEGIN_DECLS

typedef enum {
  MESO_INGREDIENT_MINERALS,
  MESO_INGREDIENT_VITAMINS,
  MESO_INGREDIENT_OTHER,
} MesoIngredientGroup;

typedef enum {
  MESO_AVAILABILITY_ON,
  MESO_AVAILABILITY_OFF,           /* off by default, until the clinic switches it on */
  MESO_AVAILABILITY_BANNED,
  MESO_AVAILABILITY_OWN_SYRINGE,   /* never in one syringe with anything else */
} MesoAvailability;

const char *meso_ingredient_group_to_string (MesoIngredientGroup group);
const char *meso_availability_to_string     (MesoAvailability availability);

/**
 * MesoIngredient:
 * @dimension: what amounts are measured in: %MESO_DIMENSION_MASS or %MESO_DIMENSION_ACTIVITY
 * @cap: most per session; value 0 means none is known
 * @cap_per_kg: most per session and kilogram of body weight; value 0 means none
 * @cap_source: a source key, or "no source"
 * @cap_blocks: going over a cap blocks (anaesthetics, minoxidil, dutasteride, finasteride, toxin); else it warns
 * @anaesthetic: counts toward the sum of anaesthetic fractions
 * @diluent: a neutral carrier (saline): not counted as a component
 * @molar_mass_ug_per_mmol: 0 when amounts in mmol can't be used
 * @max_final: greatest strength in the finished syringe; mantissa 0 means none
 * @stock_below: a stock of this strength or more can't be added at all; mantissa 0 means none
 * @excipients: (element-type utf8): ids that an allergy can name
 *
 * One entry of the formulary. Caps are limits with a source, never recommended doses.
 */
typedef struct
{
  char *id;
  MesoIngredientGroup group;
  MesoAvailability availability;
  MesoDimension dimension;
  MesoQuantity cap;
  MesoQuantity cap_per_kg;
  char *cap_source;
  gboolean cap_blocks;
  gboolean anaesthetic;
  gboolean diluent;
  gint64 molar_mass_ug_per_mmol;
  MesoStrength max_final;
  MesoStrength stock_below;
  GPtrArray *excipients;
  MesoLocalText *name;
  MesoLocalText *benefit;
  MesoLocalText *caution;     /* (nullable) what to watch for */
  MesoProvenance provenance;
} MesoIngredient;

typedef enum {
  MESO_PAIR_COMPATIBLE,
  MESO_PAIR_CAUTION,
  MESO_PAIR_INCOMPATIBLE,
} MesoPairSeverity;

const char *meso_pair_severity_to_string (MesoPairSeverity severity);

/**
 * MesoIngredientPair:
 *
 * What is known of two ingredients in one syringe. A pair without an entry is *no data*, never compatible.
 */
typedef struct
{
  char *a;
  char *b;
  MesoPairSeverity severity;
  MesoLocalText *reason;
  MesoProvenance provenance;
} MesoIngredientPair;

/**
 * MesoProductComponent:
 * @strength: as the maker writes it ("5 mg/mL")
 */
typedef struct
{
  char *ingredient;
  char *strength;
} MesoProductComponent;

/**
 * MesoProduct:
 *
 * A ready-made vial of one or many components: it expands into them and its excipients.
 */
typedef struct
{
  char *id;
  MesoLocalText *name;
  GPtrArray *components;    /* MesoProductComponent */
  GPtrArray *excipients;    /* utf8 */
  MesoProvenance provenance;
} MesoProduct;

void meso_ingredient_free        (MesoIngredient       *self);
void meso_ingredient_pair_free   (MesoIngredientPair   *self);
void meso_product_component_free (MesoProductComponent *self);
void meso_product_free           (MesoProduct          *self);

G_END_DECLS
