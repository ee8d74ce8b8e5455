/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-view.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-entry-list.h"
#include "meso-formula-wording.h"
#include "meso-outcome-look.h"
#include "meso-patient-words.h"
#include "meso-tag.h"

struct _MesoScreeningView
{
  AdwBin parent_instance;

  GtkWidget *verdict;
  AdwBin *verdict_badge;
  GtkLabel *verdict_title;
  GtkLabel *verdict_line;
  AdwWrapBox *excluded;
  GtkWidget *not_screened;
  GtkWidget *findings_box;
  GtkListBox *findings;
  MesoEntryList *history;
};

G_DEFINE_FINAL_TYPE (MesoScreeningView, meso_screening_view, ADW_TYPE_BIN)

static void
meso_screening_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_SCREENING_VIEW);
  G_OBJECT_CLASS (meso_screening_view_parent_class)->dispose (object);
}

static void
meso_screening_view_class_init (MesoScreeningViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_screening_view_dispose;
  g_type_ensure (MESO_TYPE_ENTRY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-screening-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, verdict);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, verdict_badge);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, verdict_title);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, verdict_line);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, excluded);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, not_screened);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, findings_box);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoScreeningView, history);
}

static void
meso_screening_view_init (MesoScreeningView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_finding_row (MesoContext       *context,
                  const MesoFinding *finding)
{
  const char *language = meso_context_get_language (context);
  g_autofree char *word = meso_finding_dup_word (context, finding);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, meso_local_text_get (finding->reason, language),
                                      meso_local_text_get (finding->advice, language));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (meso_outcome_get_icon_name (finding->outcome),
                                                                   meso_outcome_get_kind (finding->outcome)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), meso_tag_new (NULL, word, meso_outcome_get_kind (finding->outcome)));
  return row;
}

static void
show_excluded (MesoScreeningView *self,
               MesoContext       *context,
               const GPtrArray   *ids)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->excluded))) != NULL)
    adw_wrap_box_remove (self->excluded, child);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = meso_formula_wording_name (context, g_ptr_array_index (ids, i));
      g_autofree char *isolated = meso_words_isolate (name);
      /* Translators: a tag; %s is an ingredient that this patient must not get */
      g_autofree char *label = g_strdup_printf (_("No %s"), isolated);

      adw_wrap_box_append (self->excluded, meso_tag_new ("meso-exclude-symbolic", label, "warning"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->excluded), ids->len > 0);
}

/* (transfer full): what ended the screening before its time */
static char *
describe_change (const MesoChart *chart)
{
  g_autofree char *what = NULL;

  switch (chart->changed)
    {
    case MESO_CHANGED_SEX:
      return g_strdup (_("the recorded sex has changed since; screen again"));
    case MESO_CHANGED_BIRTH_DATE:
      return g_strdup (_("the birth date has changed since; screen again"));
    case MESO_CHANGED_WEIGHT:
      return g_strdup (_("the weight has changed since; screen again"));
    case MESO_CHANGED_HEALTH:
      what = meso_words_isolate (chart->changed_item->what);
      /* Translators: %s is an allergy, a medicine or a condition */
      return g_strdup_printf (_("%s was noted since; screen again"), what);
    case MESO_CHANGED_NOTHING:
    default:
      return g_strdup (_("its time is over; screen again"));
    }
}

static const char *
get_state (MesoEligibility eligibility)
{
  switch (eligibility)
    {
    case MESO_ELIGIBILITY_INCOMPLETE:
      return _("something is still to be answered");
    case MESO_ELIGIBILITY_TO_CLEAR:
      return _("a written clearance is missing");
    case MESO_ELIGIBILITY_TO_DECIDE:
      return _("a physician decides");
    case MESO_ELIGIBILITY_TO_SIGN:
      return _("to be signed by a physician");
    case MESO_ELIGIBILITY_SIGNED:
      return _("signed");
    case MESO_ELIGIBILITY_UNSCREENED:
    case MESO_ELIGIBILITY_BLOCKED:
    case MESO_ELIGIBILITY_WAIT:
    default:
      return "";
    }
}

void
meso_screening_view_show (MesoScreeningView *self,
                          MesoContext       *context,
                          const MesoChart   *chart)
{
  const MesoVerdict *verdict = chart->screening != NULL ? chart->screening->verdict : NULL;
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *day = NULL;

  gtk_widget_set_visible (self->verdict, verdict != NULL);
  gtk_widget_set_visible (self->not_screened, verdict == NULL);
  gtk_list_box_remove_all (self->findings);
  gtk_widget_set_visible (self->findings_box, verdict != NULL && verdict->findings->len > 0);
  if (verdict == NULL)
    return;
  day = meso_words_date (context, chart->screening->date);
  meso_words_append (line, day);
  if (chart->eligibility == MESO_ELIGIBILITY_UNSCREENED)
    {
      g_autofree char *why = describe_change (chart);

      meso_words_append (line, why);
    }
  else
    meso_words_append (line, get_state (chart->eligibility));
  adw_bin_set_child (self->verdict_badge, meso_badge_new (meso_outcome_get_icon_name (verdict->outcome),
                                                          meso_outcome_get_kind (verdict->outcome)));
  gtk_label_set_label (self->verdict_title, meso_outcome_get_headline (verdict->outcome));
  gtk_label_set_label (self->verdict_line, line->str);
  show_excluded (self, context, verdict->excluded_ingredients);
  for (guint i = 0; i < verdict->findings->len; i++)
    gtk_list_box_append (self->findings, make_finding_row (context, g_ptr_array_index (verdict->findings, i)));
}

void
meso_screening_view_begin (MesoScreeningView *self,
                           MesoContext       *context,
                           const char        *patient)
{
  meso_entry_list_begin (self->history, context, patient, MESO_TIMELINE_SCREENINGS, MESO_TIMELINE_SCREENING);
}
