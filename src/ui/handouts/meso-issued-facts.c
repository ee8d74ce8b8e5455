/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-issued-facts.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"

static void
add_fact (AdwPreferencesGroup *group,
          const char          *title,
          const char          *value)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, value);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

void
meso_issued_facts_add (AdwPreferencesGroup    *group,
                       MesoContext            *context,
                       const MesoHandoutIssue *issue)
{
  g_autofree char *when = meso_context_format_moment (context, issue->issued_at);
  g_autofree char *day = meso_context_format_date (context, issue->sheet_date, MESO_DATE_STYLE_FULL);
  g_autofree char *pages = meso_context_format_number (context, issue->pages);

  add_fact (group, _("Handed out"), when);
  add_fact (group, _("For the session of"), day);
  add_fact (group, _("Language"), g_str_equal (issue->language, "fa") ? _("Persian") : _("English"));
  add_fact (group, _("Pages"), pages);
  add_fact (group, _("SHA-256"), issue->sha256);
}
