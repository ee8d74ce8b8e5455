/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-private.h"

G_BEGIN_DECLS

/* Private: who works at the demo clinic, called as the clinic's language has it. language: "en" or "fa" */

typedef enum {
  MESO_DEMO_STAFF_PHYSICIAN,
  MESO_DEMO_STAFF_FIRST_NURSE,
  MESO_DEMO_STAFF_SECOND_NURSE,
  MESO_DEMO_STAFF_DESK,
  MESO_DEMO_N_STAFF,
} MesoDemoStaff;

/* Texts are static. */
MesoStaff meso_demo_staff_describe (MesoDemoStaff who, const char *language);
/* Inside of a unit of work. (transfer full): the new id */
char     *meso_demo_staff_engage   (MesoDemoStaff who, const char *language, MesoStoreContext *context, MesoClinic *clinic,
                                    GError **error);
/* Calls those by the names of that language whom nobody has renamed since. */
gboolean  meso_demo_staff_rename   (MesoClinic *clinic, const char *language, GError **error);

G_END_DECLS
