/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store.h"

G_BEGIN_DECLS

/* Private: tells on context, by MesoStore::changed, what a unit of work has stored. changes: (element-type MesoStoreChange) */
void meso_store_news_send (MesoStore *store, GMainContext *context, GPtrArray *changes);

G_END_DECLS
