/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-menus.h"

#include <glib/gi18n.h>

#include "meso-formula-version.h"

#define MAX_VERSIONS_LISTED 20

GMenuModel *
meso_formula_menus_new_versions (MesoContext *context,
                                 int          newest)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (int version = newest; version > 0 && version > newest - MAX_VERSIONS_LISTED; version--)
    {
      g_autofree char *number = meso_context_format_number (context, version);
      /* Translators: a version of a recipe; %s is its number */
      g_autofree char *label = g_strdup_printf (_("Version %s"), number);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "page.show-version", "i", version);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GMenuModel *
meso_formula_menus_new_starts (const GPtrArray *templates,
                               const char      *formula_id)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < templates->len; i++)
    {
      const MesoFormulaVersion *template = g_ptr_array_index (templates, i);
      g_autoptr(GMenuItem) item = g_menu_item_new (*template->name != '\0' ? template->name : _("Recipe without a name"), NULL);

      g_menu_item_set_action_and_target (item, "page.start-from", "u", i);
      if (g_strcmp0 (template->formula_id, formula_id) != 0)
        g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
