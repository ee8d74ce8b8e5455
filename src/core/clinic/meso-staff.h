/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_ROLE_PHYSICIAN,
  MESO_ROLE_NURSE,
  MESO_ROLE_DESK,
} MesoRole;

const char *meso_role_to_string   (MesoRole role);                    /* "physician", "nurse", "desk" */
gboolean    meso_role_from_string (const char *text, MesoRole *role_out);

/**
 * MesoStaff:
 * @id: (nullable): %NULL until stored
 * @licence_number: "" when there is none
 * @active: whether they may sign and be chosen at the desk; nobody is ever deleted
 *
 * Someone who works at the clinic.
 */
typedef struct
{
  char *id;
  char *name;
  MesoRole role;
  char *licence_number;
  gboolean active;
} MesoStaff;

MesoStaff *meso_staff_new  (void);
MesoStaff *meso_staff_copy (const MesoStaff *self);
void       meso_staff_free (MesoStaff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoStaff, meso_staff_free)

G_END_DECLS
