/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-dates.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-text.h"

struct _MesoPlanDates
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;           /* those of the last time are replaced */
};

G_DEFINE_FINAL_TYPE (MesoPlanDates, meso_plan_dates, ADW_TYPE_PREFERENCES_GROUP)

static const char *
describe_kind (MesoPlanKind kind)
{
  switch (kind)
    {
    case MESO_PLAN_TREATMENT:
      return _("Treatment");
    case MESO_PLAN_MAINTENANCE:
      return _("Maintenance");
    case MESO_PLAN_CHECK:
      return _("Check-up");
    default:
      g_assert_not_reached ();
    }
}

static void
add_date (MesoPlanDates         *self,
          MesoContext           *context,
          const MesoPlanSession *session)
{
  g_autofree char *date = meso_context_format_date (context, session->date, MESO_DATE_STYLE_FULL);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, date, describe_kind (session->kind));

  if (session->kind == MESO_PLAN_TREATMENT)
    {
      g_autofree char *number = meso_context_format_number (context, session->n);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dimmed");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* What is counted is what the plan is for: treatments, or the recalls of a plan that has nothing else. */
static gboolean
counts (const MesoPlanTemplate *template,
        const MesoPlanSession  *session)
{
  return session->kind == MESO_PLAN_TREATMENT || (session->kind == MESO_PLAN_MAINTENANCE && template->maintenance);
}

static char *
summarise (MesoContext            *context,
           const MesoPlanTemplate *template,
           const MesoPlan         *plan)
{
  const MesoPlanSession *last = NULL;
  int treatments = 0;
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;
  g_autofree char *isolated = NULL;

  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *session = g_ptr_array_index (plan->sessions, i);

      if (!counts (template, session))
        continue;
      treatments++;
      last = session;
    }
  if (last == NULL)
    return g_strdup ("");
  number = meso_context_format_number (context, treatments);
  date = meso_context_format_date (context, last->date, MESO_DATE_STYLE_SHORT_WITH_YEAR);
  isolated = meso_text_isolate (date);
  /* Translators: how many sessions, and the day of the last */
  return g_strdup_printf (ngettext ("%s session, on %s", "%s sessions, the last on %s", (gulong) treatments), number, isolated);
}

char *
meso_plan_dates_show (MesoPlanDates          *self,
                      MesoContext            *context,
                      const MesoPlanTemplate *template,
                      const MesoPlan         *plan)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (plan == NULL)
    return g_strdup ("");
  for (guint i = 0; i < plan->sessions->len; i++)
    add_date (self, context, g_ptr_array_index (plan->sessions, i));
  return summarise (context, template, plan);
}

static void
meso_plan_dates_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_PLAN_DATES (object)->rows);
  G_OBJECT_CLASS (meso_plan_dates_parent_class)->finalize (object);
}

static void
meso_plan_dates_class_init (MesoPlanDatesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_plan_dates_finalize;
}

static void
meso_plan_dates_init (MesoPlanDates *self)
{
  self->rows = g_ptr_array_new ();
}
