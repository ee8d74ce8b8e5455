/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoTodaySection:
 *
 * A heading with a list below it, as the page Today has several. Hidden until it has something to show. Property `title`.
 */
#define MESO_TYPE_TODAY_SECTION (meso_today_section_get_type ())
G_DECLARE_FINAL_TYPE (MesoTodaySection, meso_today_section, MESO, TODAY_SECTION, GtkBox)

GtkListBox *meso_today_section_get_list (MesoTodaySection *self);
/* model (nullable): NULL lets go of what it shows */
void        meso_today_section_bind     (MesoTodaySection *self, GListModel *model, GtkListBoxCreateWidgetFunc create, gpointer owner);

G_END_DECLS
