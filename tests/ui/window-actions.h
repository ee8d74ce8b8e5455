/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

/* A page on its own has no window to ask: this stands in for the window's actions, and keeps the last one asked for as it would
 * be written, "open-patient 'ID'". */
static inline void
window_actions_note (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       last)
{
  g_autofree char *target = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_string_printf (last, "%s %s", g_action_get_name (G_ACTION (action)), target);
}

static inline void
window_actions_insert (GtkWindow *window,
                       GString   *last)
{
  static const struct { const char *name; const char *type; } actions[] = {
    { "go", "s" }, { "open-patient", "s" }, { "edit-patient-part", "(ss)" }, { "compare-patients", "(ss)" }, { "new-patient", "s" }, { "edit-patient", "s" }, { "screen", "s" }, { "short-form", "s" },
    { "decide", "s" }, { "plan", "s" }, { "book", "s" }, { "next-step", "s" }, { "formula", "(ss)" }, { "session", "(ss)" },
    { "handout", "(sss)" }, { "back-up", NULL }, { "lot", "s" }, { "recall", "s" }, { "receive", "s" }, { "patient-lots", "s" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GVariantType *type = actions[i].type != NULL ? g_variant_type_new (actions[i].type) : NULL;
      g_autoptr(GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      g_signal_connect (action, "activate", G_CALLBACK (window_actions_note), last);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      g_clear_pointer (&type, g_variant_type_free);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
}

G_END_DECLS
