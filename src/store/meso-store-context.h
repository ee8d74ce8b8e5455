/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoStoreContext:
 *
 * One unit of work in progress: what repositories work in. Valid only inside of the #MesoStoreWork it was given to.
 */
typedef struct _MesoStoreContext MesoStoreContext;

/* (transfer none): when this unit of work began, UTC, "2026-11-22T08:30:00.000000Z"; the same for all that it writes */
const char *meso_store_context_get_now (MesoStoreContext *self);

G_END_DECLS
