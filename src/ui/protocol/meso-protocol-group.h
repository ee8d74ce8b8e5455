/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoProtocolGroup:
 *
 * What Preferences says of the protocol at a glance, and the ways into it: rules, review, versions, protocol file. Stands in an
 * #AdwPreferencesDialog.
 */
#define MESO_TYPE_PROTOCOL_GROUP (meso_protocol_group_get_type ())
G_DECLARE_FINAL_TYPE (MesoProtocolGroup, meso_protocol_group, MESO, PROTOCOL_GROUP, AdwPreferencesGroup)

void meso_protocol_group_set_context (MesoProtocolGroup *self, MesoContext *context);
/* Writes the clinic's protocol file there. */
void meso_protocol_group_save        (MesoProtocolGroup *self, GFile *file);

G_END_DECLS
