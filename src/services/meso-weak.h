/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Private. For an answer that may come when nobody is there any more: what a callback is given instead of the object. */
GWeakRef *meso_weak_new  (gpointer object);
/* weak (transfer full). (transfer full) (nullable): the object, while it lives */
gpointer  meso_weak_take (GWeakRef *weak);

G_END_DECLS
