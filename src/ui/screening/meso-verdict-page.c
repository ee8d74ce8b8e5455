/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-verdict-page.h"

#include <glib/gi18n.h>

#include "meso-decision-bar.h"
#include "meso-verdict-finding.h"
#include "meso-outcome-look.h"
#include "meso-text.h"
#include "meso-verdict-rows.h"

struct _MesoVerdictPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  gboolean narrow;

  AdwBanner *unreviewed;
  GtkBox *head;
  GtkImage *picture;
  GtkLabel *headline;
  GtkLabel *sentence;
  GtkLabel *open_day;
  GtkWidget *print;
  GtkLabel *version;
  GtkWidget *missing_group;
  GtkLabel *missing_count;
  GtkListBox *missing;
  GtkWidget *decisions_group;
  GtkListBox *decisions;
  GtkWidget *findings_group;
  GtkLabel *findings_count;
  GtkListBox *findings;
  GtkWidget *excluded_group;
  GtkLabel *excluded_count;
  GtkListBox *excluded;
  GtkListBox *details;
  GtkLabel *notice;
  MesoDecisionBar *bar;
};

G_DEFINE_FINAL_TYPE (MesoVerdictPage, meso_verdict_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_verdict_page_dispose (GObject *object)
{
  MesoVerdictPage *self = MESO_VERDICT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_VERDICT_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_verdict_page_parent_class)->dispose (object);
}

static void
meso_verdict_page_class_init (MesoVerdictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_verdict_page_dispose;
  g_type_ensure (MESO_TYPE_DECISION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-verdict-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, unreviewed);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, head);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, picture);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, headline);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, open_day);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, print);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, version);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, missing_group);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, missing_count);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, missing);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, decisions_group);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, findings_group);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, findings_count);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, excluded_group);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, excluded_count);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, excluded);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, details);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoVerdictPage, bar);
}

static void
meso_verdict_page_init (MesoVerdictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoVerdictPage *
meso_verdict_page_new (MesoContext *context)
{
  MesoVerdictPage *self = g_object_new (MESO_TYPE_VERDICT_PAGE, NULL);

  self->context = g_object_ref (context);
  gtk_label_set_text (self->notice, meso_protocol_get_phrase (meso_context_get_protocol (context), "notice",
                                                              meso_context_get_language (context)));
  return self;
}

static void
show_head (MesoVerdictPage  *self,
           const MesoResult *result)
{
  static const char *const kinds[] = { "neutral", "accent", "success", "warning", "error" };
  g_autofree char *sentence = meso_result_dup_sentence (result, self->context);
  g_autofree char *open_day = meso_result_dup_open_day (result, self->context);
  const char *kind = meso_outcome_get_kind (result->verdict->outcome);

  adw_banner_set_revealed (self->unreviewed, !result->verdict->protocol_reviewed);
  gtk_image_set_from_icon_name (self->picture, meso_outcome_get_icon_name (result->verdict->outcome));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->picture), kinds[i]);
      gtk_widget_remove_css_class (GTK_WIDGET (self->headline), kinds[i]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), kind);
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), kind);
  gtk_label_set_text (self->headline, meso_outcome_get_headline (result->verdict->outcome));
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->open_day, open_day != NULL ? open_day : "");
  gtk_widget_set_visible (GTK_WIDGET (self->open_day), open_day != NULL);
  /* Paper outlives what may still be changed: only what is stored goes there. */
  gtk_widget_set_visible (self->print, result->screening != NULL);
}

static void
show_count (MesoVerdictPage *self,
            GtkWidget       *group,
            GtkLabel        *label,
            guint            count)
{
  g_autofree char *number = meso_context_format_number (self->context, count);

  gtk_label_set_text (label, number);
  gtk_widget_set_visible (group, count > 0);
}

static void
show_missing (MesoVerdictPage  *self,
              const MesoResult *result)
{
  const GPtrArray *missing = result->verdict->missing;

  gtk_list_box_remove_all (self->missing);
  for (guint i = 0; i < missing->len; i++)
    gtk_list_box_append (self->missing, meso_missing_row_new (self->context, result, g_ptr_array_index (missing, i)));
  show_count (self, self->missing_group, self->missing_count, missing->len);
}

static void
show_decisions (MesoVerdictPage  *self,
                const MesoResult *result)
{
  guint count = result->decisions != NULL ? result->decisions->len : 0;

  gtk_list_box_remove_all (self->decisions);
  /* The newest is what holds. */
  for (guint i = count; i > 0; i--)
    gtk_list_box_append (self->decisions,
                         meso_decision_row_new (self->context, result, g_ptr_array_index (result->decisions, i - 1)));
  gtk_widget_set_visible (self->decisions_group, count > 0);
}

/* What a physician may do about this one stands in its row; a deed about all of them at once stands in the bar. */
static GtkWidget *
make_finding (MesoVerdictPage   *self,
              const MesoResult  *result,
              const MesoFinding *finding)
{
  GtkWidget *row = meso_verdict_finding_new (self->context, result->protocol, finding, result->response);
  gboolean closed = result->screening != NULL && finding->outcome > MESO_OUTCOME_SUITABLE &&
                    !meso_eligibility_is_open (finding, result->decisions, result->today);
  gboolean may_decide = result->screening != NULL && meso_result_has_physician (result) &&
                        result->eligibility != MESO_ELIGIBILITY_BLOCKED && result->eligibility != MESO_ELIGIBILITY_INCOMPLETE &&
                        result->eligibility != MESO_ELIGIBILITY_UNSCREENED;

  if (closed)
    meso_verdict_finding_set_answered (MESO_VERDICT_FINDING (row), _("Decided"));
  if (may_decide && meso_result_may_override (result, finding))
    meso_verdict_finding_add_action (MESO_VERDICT_FINDING (row), _("Decide as _Physician…"), "screening.decide", finding->rule);
  if (may_decide && meso_result_may_clear (result, finding))
    meso_verdict_finding_add_action (MESO_VERDICT_FINDING (row), _("_Clearance…"), "screening.clear", finding->rule);
  meso_verdict_finding_set_narrow (MESO_VERDICT_FINDING (row), self->narrow);
  return row;
}

/* What takes out one ingredient changes nothing for the rest: it stands apart, so that what does is seen at once. */
static void
show_findings (MesoVerdictPage  *self,
               const MesoResult *result)
{
  const GPtrArray *findings = result->verdict->findings;
  guint counts[2] = { 0, 0 };

  gtk_list_box_remove_all (self->findings);
  gtk_list_box_remove_all (self->excluded);
  for (guint i = 0; i < findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (findings, i);
      gboolean excludes = finding->outcome == MESO_OUTCOME_EXCLUDE;

      gtk_list_box_append (excludes ? self->excluded : self->findings, make_finding (self, result, finding));
      counts[excludes ? 1 : 0]++;
    }
  if (counts[0] > 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (self->findings, 0)), TRUE);
  show_count (self, self->findings_group, self->findings_count, counts[0]);
  show_count (self, self->excluded_group, self->excluded_count, counts[1]);
}

/* A result stays what it was, whatever the rules say by now. */
static void
show_version (MesoVerdictPage  *self,
              const MesoResult *result)
{
  const MesoProtocol *in_use = meso_context_get_protocol (self->context);
  gboolean older = result->screening != NULL &&
                   g_strcmp0 (result->verdict->protocol_hash, meso_protocol_get_hash (in_use)) != 0;
  g_autofree char *then = meso_text_isolate (result->verdict->protocol_version);
  g_autofree char *now = meso_text_isolate (meso_protocol_get_version (in_use));
  /* Translators: both are versions of the rules, "1.0.0" */
  g_autofree char *text = g_strdup_printf (_("Judged by version %s of the rules. They have been changed since (now %s); "
                                             "this result stays as it was."), then, now);

  gtk_label_set_text (self->version, older ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->version), older);
}

void
meso_verdict_page_show (MesoVerdictPage  *self,
                        const MesoResult *result)
{
  show_head (self, result);
  show_missing (self, result);
  show_decisions (self, result);
  show_findings (self, result);
  show_version (self, result);
  gtk_list_box_remove_all (self->details);
  meso_verdict_details_fill (self->details, self->context, result);
  meso_decision_bar_show (self->bar, self->context, result);
}

void
meso_verdict_page_set_busy (MesoVerdictPage *self,
                            gboolean         busy)
{
  meso_decision_bar_set_busy (self->bar, busy);
}

void
meso_verdict_page_set_narrow (MesoVerdictPage *self,
                              gboolean         narrow)
{
  GtkListBox *lists[] = { self->findings, self->excluded };

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (lists[i])); row != NULL; row = gtk_widget_get_next_sibling (row))
        meso_verdict_finding_set_narrow (MESO_VERDICT_FINDING (row), narrow);
    }
  meso_decision_bar_set_narrow (self->bar, narrow);
}

void
meso_verdict_page_focus (MesoVerdictPage *self)
{
  meso_decision_bar_focus (self->bar);
}
