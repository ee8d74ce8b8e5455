/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-provenance.h"
#include "meso-salt.h"
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
 * @strengths: (element-type utf8): strengths that it is usually sold in, as they are written ("1 mg/mL"); empty when none is known
 * @sold: (nullable): how it is sold, where strengths don't say it
 * @storage: (nullable): how it is kept, where that is known
 * @salts: (element-type MesoSalt): what it is weighed as; only where its amounts mean the element, whose molar mass is known
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
  GPtrArray *strengths;
  GPtrArray *salts;
  MesoLocalText *name;
  MesoLocalText *benefit;
  MesoLocalText *caution;     /* (nullable) what to watch for */
  MesoLocalText *sold;
  MesoLocalText *storage;
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
 * @salt: (nullable): what @strength is of, when the maker states a salt of the ingredient
 */
typedef struct
{
  char *ingredient;
  char *strength;
  char *salt;
} MesoProductComponent;

typedef enum {
  MESO_PRODUCT_FORM_UNKNOWN,
  MESO_PRODUCT_FORM_SOLUTION,
  MESO_PRODUCT_FORM_POWDER,
  MESO_PRODUCT_FORM_EMULSION,
  MESO_PRODUCT_FORM_GEL,
} MesoProductForm;

/* (transfer none): "solution" …; "" where it isn't known */
const char *meso_product_form_to_string (MesoProductForm form);

/* A pH has two decimals at most. */
#define MESO_PRODUCT_PH_UNKNOWN (-1)
/* Ten years; a vial that is kept open any longer is a mistake. */
#define MESO_PRODUCT_MAX_OPENED_LIFE_H 87600

/**
 * MesoProduct:
 * @maker: (nullable), @licence: (nullable) the licence's number, @authority: (nullable) who gave it
 * @ph_centi: in hundredths, 0 to 1400; %MESO_PRODUCT_PH_UNKNOWN where it isn't known
 * @container_ul: what one container holds; 0 where it isn't known
 * @multi_dose: whether a container may be used for more than one patient
 * @opened_life_h: how long an opened container may be used; 0 for what is usual: once when single-dose, else 28 days
 * @storage: (nullable)
 *
 * A ready-made vial of one or many components: it expands into them and its excipients.
 */
typedef struct
{
  char *id;
  MesoLocalText *name;
  char *maker;
  char *licence;
  char *authority;
  MesoProductForm form;
  int ph_centi;
  gint64 container_ul;
  gboolean multi_dose;
  int opened_life_h;
  MesoLocalText *storage;
  GPtrArray *components;    /* MesoProductComponent */
  GPtrArray *excipients;    /* utf8 */
  MesoProvenance provenance;
} MesoProduct;

/* (transfer full) (nullable): "6.5"; NULL where it isn't known */
char *meso_product_dup_ph        (const MesoProduct    *self);

/* salt (nullable): (transfer none) (nullable): the ingredient's salt of that id */
const MesoSalt *meso_ingredient_find_salt (const MesoIngredient *self, const char *salt);
void meso_ingredient_free        (MesoIngredient       *self);
void meso_ingredient_pair_free   (MesoIngredientPair   *self);
void meso_product_component_free (MesoProductComponent *self);
void meso_product_free           (MesoProduct          *self);

G_END_DECLS
