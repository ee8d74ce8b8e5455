/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoProtocolVersion:
 * @number: from 1
 * @previous: the version that it was made of; 0 for what ships
 * @action: "change", "import" or "review"
 * @author: id of the physician
 * @author_name: as entered now
 * @at_utc: when
 * @reason: why; "" for a review without one
 * @hash: of the content as a whole at that time, which is archived
 *
 * One version of the clinic's protocol.
 */
typedef struct
{
  guint number;
  guint previous;
  char *action;
  char *author;
  char *author_name;
  char *at_utc;
  char *reason;
  char *hash;
} MesoProtocolVersion;

void meso_protocol_version_free (MesoProtocolVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolVersion, meso_protocol_version_free)

G_END_DECLS
