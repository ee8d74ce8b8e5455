/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"
#include "meso-formula-vial.h"
#include "meso-quantity-private.h"

G_BEGIN_DECLS

/* Private to this folder: what one check knows while it runs. First the amounts are worked out, then each group of
 * limits adds its findings. Exact amounts are counted in 10^-12 ng or mIU: what any strength times any volume gives. */

#define MESO_FORMULA_EXACT_SCALE 12
#define MESO_FORMULA_MAX_ITEMS 200
#define MESO_FORMULA_MAX_POINTS 100000
#define MESO_FORMULA_MAX_WEIGHT_G 1000000

/**
 * MesoFormulaDraw:
 * @line: (transfer none): what is shown of it
 * @salt: (nullable): the salt that was weighed; @strength is elemental then, and @of_salt the salt's
 * @of_salt: the strength as typed; that of the ingredient itself without a salt
 * @held: exact amount in the volume
 * @asked: (nullable): the amount as typed; %NULL when a volume was asked for
 * @asked_amount: with @asked: the amount in ng or mIU, of the salt where there is one
 * @volume_rounded: whether the volume had to be rounded
 *
 * How one line of the check came about.
 */
typedef struct
{
  const MesoFormulaLine *line;
  const MesoIngredient *ingredient;
  const MesoSalt *salt;
  MesoStrength of_salt;
  MesoStrength strength;
  MesoWide held;
  const char *asked;
  MesoDecimal asked_amount;
  gboolean volume_rounded;
} MesoFormulaDraw;

/**
 * MesoFormulaTotal:
 * @held: exact amount in the syringe over all lines
 * @strongest: the strongest stock of it; mantissa 0 for a diluent that only fills up
 *
 * One distinct ingredient of the syringe.
 */
typedef struct
{
  const MesoIngredient *ingredient;
  MesoWide held;
  MesoStrength strongest;
} MesoFormulaTotal;

/**
 * MesoFormulaWork:
 * @draws: (element-type MesoFormulaDraw): one for each line
 * @totals: (element-type MesoFormulaTotal): in the order of the items, the diluent last
 * @products: (element-type MesoProduct): distinct, in the order of the items
 * @sum_ul: volume of all items
 * @to_volume_ul: 0 without a diluent
 * @per_point_ul: 0 when not said
 */
typedef struct
{
  const MesoProtocol *protocol;
  const MesoFormula *formula;
  const MesoFormulaPatient *patient;
  const char *language;
  GPtrArray *draws;
  GPtrArray *totals;
  GPtrArray *products;
  gint64 sum_ul;
  gint64 to_volume_ul;
  gint64 per_point_ul;
  gint64 dead_space_ul;
  MesoFormulaCheck *check;
} MesoFormulaWork;

/* meso-formula-input.c: what was typed, checked; meso-formula-amounts.c: lines and totals */
gboolean meso_formula_work_read           (MesoFormulaWork *work, GError **error);
gboolean meso_formula_work_add_item       (MesoFormulaWork *work, guint index, GError **error);
void     meso_formula_work_add_total      (MesoFormulaWork *work, const MesoIngredient *ingredient);
void     meso_formula_work_finish_amounts (MesoFormulaWork *work);

/* Each adds the findings of its group; what can't be worked out exactly is an error. */
void     meso_formula_work_check_patient  (MesoFormulaWork *work);
void     meso_formula_work_check_pairs    (MesoFormulaWork *work);
void     meso_formula_work_check_excipients (MesoFormulaWork *work);
gboolean meso_formula_work_check_caps     (MesoFormulaWork *work, GError **error);
gboolean meso_formula_work_check_syringe  (MesoFormulaWork *work, GError **error);

/* The same of one vial, whose own label is at hand */
void     meso_formula_work_check_vial_allergy    (MesoFormulaWork *work, const MesoFormulaVial *vial);
void     meso_formula_work_check_vial_excipients (MesoFormulaWork *work, const MesoFormulaVial *vial);

/* meso-formula-finding.c */
void        meso_formula_work_take_finding  (MesoFormulaWork *work,
                                             MesoSeverity     severity,
                                             const char      *code,
                                             GPtrArray       *ingredients,
                                             const char      *source,
                                             char            *message);
void        meso_formula_work_sort_findings (MesoFormulaWork *work);
void        meso_formula_finding_free       (MesoFormulaFinding *self);
GPtrArray  *meso_formula_ids                (const char *first_id, ...) G_GNUC_NULL_TERMINATED;
void        meso_formula_add_product_ids    (GPtrArray *ids, const MesoProduct *product);
const char *meso_formula_work_phrase        (const MesoFormulaWork *work, const char *id);

/* meso-formula-words.c: (transfer full) pieces of a sentence, ready to stand in a line of the check's language */
char *meso_formula_work_show          (const MesoFormulaWork *work, const char *text);
char *meso_formula_work_show_number   (const MesoFormulaWork *work, const char *text);
char *meso_formula_work_show_name     (const MesoFormulaWork *work, const MesoIngredient *ingredient);
char *meso_formula_work_show_quantity (const MesoFormulaWork *work, MesoQuantity quantity, MesoMassUnit unit);
char *meso_formula_work_show_volume   (const MesoFormulaWork *work, gint64 volume_ul);
char *meso_formula_work_show_strength (const MesoFormulaWork *work, MesoStrength strength);
char *meso_formula_work_show_count    (const MesoFormulaWork *work, guint count);
char *meso_formula_work_show_pair     (const MesoFormulaWork *work, const MesoIngredient *a, const MesoIngredient *b);
char *meso_formula_work_join          (const MesoFormulaWork *work, char *list, const char *item);
gint64 meso_formula_shorten           (MesoWide value, gboolean up);
/* meso-formula-patient.c */
char *meso_formula_work_show_excipient (const MesoFormulaWork *work, const char *id);

G_END_DECLS
