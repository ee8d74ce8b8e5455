/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A unit in Persian words is only another spelling on the way in; all that is shown has the Latin one, as on the vials. */

/* (transfer full): "میلی‌گرم در میلی‌لیتر" as "mg/mL"; what isn't such words as it stands */
char *meso_unit_words_to_latin (const char *typed);
/* (transfer full): "۵ میلی‌گرم", with its number, as "۵ mg"; any other text as it stands */
char *meso_unit_words_rewrite  (const char *amount);

G_END_DECLS
