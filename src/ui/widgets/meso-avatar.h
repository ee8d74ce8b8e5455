/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The initials of a person. Letters of the Arabic script would join to a word that means something else: such a name shows its first
 * letter alone. name (nullable) */
void  meso_avatar_set_name (AdwAvatar *avatar, const char *name);
/* (transfer full) (nullable): of a name, what an avatar makes initials of */
char *meso_avatar_dup_text (const char *name);

G_END_DECLS
