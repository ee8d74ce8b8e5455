/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-strength.h"

G_BEGIN_DECLS

/**
 * MesoSalt:
 * @id: unique among the salts of its ingredient
 * @molar_mass_ug_per_mmol: of the salt, its crystal water included
 * @elements: how many atoms of the ingredient one formula unit holds
 *
 * A form in which an ingredient is sold and weighed, when its amounts mean the element: zinc as zinc sulfate heptahydrate.
 */
typedef struct
{
  char *id;
  gint64 molar_mass_ug_per_mmol;
  int elements;
  MesoLocalText *name;
} MesoSalt;

void     meso_salt_free         (MesoSalt       *self);
gboolean meso_salt_to_elemental (const MesoSalt *self,
                                 gint64          element_ug_per_mmol,
                                 MesoStrength    of_salt,
                                 MesoStrength   *elemental_out);

G_END_DECLS
