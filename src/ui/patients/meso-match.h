/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Where what is typed matches a text, as the search sees it: the beginnings of words of a name, folded alike in either script, and runs
 * of digits in numbers however they are written. (transfer full) (nullable): attributes for the label; NULL when nothing matches */
PangoAttrList *meso_match_mark (const char *text, const char *typed);

G_END_DECLS
