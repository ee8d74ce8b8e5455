/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-act-page.h"

#include <glib/gi18n.h>

#include "meso-draft-saved.h"
#include "meso-draft-text.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-number-spin.h"
#include "meso-physician-notice.h"
#include "meso-protocol-act-words.h"
#include "meso-rule-words.h"
#include "meso-text.h"
#include "meso-words.h"

/* A reason is a sentence or two. */
#define MAX_CHARACTERS 1000

struct _MesoRuleActPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoRuleEntry *entry;        /* (nullable) */
  MesoProtocolWork *work;
  MesoDraftKeeper *keeper;
  GArray *outcomes;            /* MesoOutcome, as the row has them */
  gboolean filling;            /* what changes now nobody typed */
  gboolean busy;

  AdwWindowTitle *heading;
  AdwBanner *resumed;
  GtkLabel *subject;
  GtkLabel *text;
  MesoPhysicianNotice *notice;
  GtkWidget *choices;
  AdwComboRow *outcome_row;
  AdwActionRow *days_row;
  GtkSpinButton *days_spin;
  GtkAdjustment *days;
  GtkWidget *unchanged;
  GtkWidget *why_row;
  GtkLabel *physician;
  GtkButton *decide_button;
};

G_DEFINE_FINAL_TYPE (MesoRuleActPage, meso_rule_act_page, ADW_TYPE_NAVIGATION_PAGE)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static const MesoRuleCase *
get_case (MesoRuleActPage *self)
{
  return g_ptr_array_index (self->entry->rule->cases, self->work->n_case - 1);
}

static MesoOutcome
get_outcome (MesoRuleActPage *self)
{
  guint selected = adw_combo_row_get_selected (self->outcome_row);

  return g_array_index (self->outcomes, MesoOutcome, selected < self->outcomes->len ? selected : 0);
}

/* -1: none are counted for this outcome */
static int
get_days (MesoRuleActPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->days_row)) ? (int) gtk_adjustment_get_value (self->days) : -1;
}

static char *
dup_why (MesoRuleActPage *self)
{
  return meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->why_row)));
}

static void
keep (MesoRuleActPage *self)
{
  const char *why = gtk_editable_get_text (GTK_EDITABLE (self->why_row));
  g_autofree char *days = g_strdup_printf ("%d", get_days (self));
  g_autofree char *draft = NULL;

  if (self->filling || self->keeper == NULL)
    return;
  draft = self->outcomes->len > 0
            ? meso_draft_text_new ("why", why, "outcome", meso_outcome_to_string (get_outcome (self)), "days", days, NULL)
            : meso_draft_text_new ("why", why, NULL);
  meso_draft_keeper_set_text (self->keeper, draft);
}

static void
show_days (MesoRuleActPage *self)
{
  int from;
  int to;
  gboolean counted = get_outcome (self) == MESO_OUTCOME_DEFER &&
                     meso_protocol_get_days_range (self->entry->rule, get_case (self), &from, &to);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *range = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->days_row), counted);
  if (!counted)
    return;
  least = meso_context_format_number (self->context, from);
  most = meso_context_format_number (self->context, to);
  /* Translators: the least and the most days that may be set */
  range = g_strdup_printf (_("%s to %s"), least, most);
  adw_action_row_set_subtitle (self->days_row, range);
}

static void
choice_changed (MesoRuleActPage *self)
{
  if (self->filling || self->entry == NULL || self->outcomes->len == 0)
    return;
  gtk_widget_set_visible (self->unchanged, FALSE);
  show_days (self);
  keep (self);
}

static void
why_changed (MesoRuleActPage *self)
{
  meso_field_set_error (self->why_row, NULL);
  keep (self);
}

static void
select_outcome (MesoRuleActPage *self,
                MesoOutcome      outcome)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      if (g_array_index (self->outcomes, MesoOutcome, i) == outcome)
        adw_combo_row_set_selected (self->outcome_row, i);
    }
}

static void
take_draft (GtkWidget  *widget,
            const char *text,
            gpointer    user_data)
{
  MesoRuleActPage *self = MESO_RULE_ACT_PAGE (widget);
  g_autoptr(GHashTable) draft = meso_draft_text_read (text);
  MesoOutcome outcome;

  if (draft == NULL)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->why_row), meso_draft_text_get (draft, "why"));
  if (self->outcomes->len > 0 && meso_outcome_from_string (meso_draft_text_get (draft, "outcome"), &outcome))
    {
      select_outcome (self, outcome);
      show_days (self);
      gtk_adjustment_set_value (self->days, (double) g_ascii_strtoll (meso_draft_text_get (draft, "days"), NULL, 10));
    }
  self->filling = FALSE;
  adw_banner_set_revealed (self->resumed, TRUE);
}

static void
show_button (MesoRuleActPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->decide_button), !self->busy && meso_physician_notice_get_allowed (self->notice));
}

static void
take_done (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  MesoRuleActPage *self = MESO_RULE_ACT_PAGE (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast;

  self->busy = FALSE;
  show_button (self);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("change the protocol"), error);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  toast = g_object_new (ADW_TYPE_TOAST, "title", meso_protocol_act_words (self->work->act).said, "use-markup", FALSE, NULL);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (dialog));
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
check (MesoRuleActPage *self)
{
  g_autofree char *why = dup_why (self);
  int days;

  if (*why == '\0')
    meso_field_set_error (self->why_row, _("Write the reason: it is kept with your name in the list of versions."));
  else if (!meso_text_check_line (why, MAX_CHARACTERS, "", NULL))
    meso_field_set_error (self->why_row, _("This text is too long, or holds characters that can’t be printed."));
  gtk_widget_set_visible (self->unchanged,
                          self->outcomes->len > 0 &&
                          meso_rule_entry_get_outcome (self->entry, self->work->n_case, &days) == get_outcome (self) &&
                          (get_days (self) < 0 || days == get_days (self)));
  if (gtk_widget_get_visible (self->unchanged))
    gtk_widget_grab_focus (GTK_WIDGET (self->outcome_row));
  else if (meso_field_has_error (self->why_row))
    gtk_widget_grab_focus (self->why_row);
  else
    return TRUE;
  return FALSE;
}

/* The page keeps its own, for another try. */
static MesoProtocolWork *
make_work (MesoRuleActPage *self)
{
  MesoProtocolWork *work = meso_protocol_work_new (self->work->act, self->work->number);
  int days;

  work->rule = g_strdup (self->work->rule);
  work->n_case = self->work->n_case;
  work->name = g_strdup (self->work->name);
  work->bytes = self->work->bytes != NULL ? g_bytes_ref (self->work->bytes) : NULL;
  g_free (work->why);
  work->why = dup_why (self);
  if (self->outcomes->len == 0)
    return work;
  work->outcome = get_outcome (self);
  work->days = get_days (self);
  /* What ships is no change. */
  if (meso_rule_entry_get_shipped (self->entry, work->n_case, &days) == work->outcome && (work->days < 0 || work->days == days))
    work->act = MESO_PROTOCOL_ACT_RESTORE;
  return work;
}

static void
decide (MesoRuleActPage *self)
{
  gtk_spin_button_update (self->days_spin);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->decide_button)) || !check (self))
    return;
  self->busy = TRUE;
  show_button (self);
  meso_context_call (self->context, GTK_WIDGET (self), meso_protocol_work_apply, make_work (self), meso_protocol_work_free, NULL,
                     take_done, NULL);
}

static void
meso_rule_act_page_dispose (GObject *object)
{
  MesoRuleActPage *self = MESO_RULE_ACT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_RULE_ACT_PAGE);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->work, meso_protocol_work_free);
  g_clear_pointer (&self->entry, meso_rule_entry_free);
  g_clear_pointer (&self->outcomes, g_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_rule_act_page_parent_class)->dispose (object);
}

static void
meso_rule_act_page_class_init (MesoRuleActPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_rule_act_page_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-rule-act-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, subject);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, text);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, choices);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, days_row);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, days_spin);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, days);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, unchanged);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, why_row);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, physician);
  gtk_widget_class_bind_template_child (widget_class, MesoRuleActPage, decide_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, why_changed);
  gtk_widget_class_bind_template_callback (widget_class, decide);
}

static void
meso_rule_act_page_init (MesoRuleActPage *self)
{
  self->filling = TRUE;
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (MesoOutcome));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Only what will be accepted is offered, strictest first. */
static void
fill_choices (MesoRuleActPage *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  const MesoRuleCase *rule_case = get_case (self);
  int from;
  int to;
  int days;
  MesoOutcome now = meso_rule_entry_get_outcome (self->entry, self->work->n_case, &days);

  for (MesoOutcome outcome = MESO_OUTCOME_BLOCK; outcome > MESO_OUTCOME_EXCLUDE; outcome--)
    {
      g_autofree char *word = meso_rule_words_outcome (self->context, self->entry->of, outcome, -1, NULL);

      if (outcome != rule_case->outcome && !meso_protocol_may_set_outcome (self->entry->rule, rule_case, outcome))
        continue;
      g_array_append_val (self->outcomes, outcome);
      gtk_string_list_append (words, word);
    }
  adw_combo_row_set_model (self->outcome_row, G_LIST_MODEL (words));
  select_outcome (self, now);
  if (meso_protocol_get_days_range (self->entry->rule, rule_case, &from, &to))
    gtk_adjustment_configure (self->days, days >= 0 ? days : rule_case->days, from, to, 1, 7, 0);
  meso_number_spin_join (self->days_spin, self->context);
  show_days (self);
}

static void
begin_draft (MesoRuleActPage *self)
{
  const char *other = self->work->name != NULL ? "file" : "rest";
  g_autofree char *key = self->work->rule != NULL ? g_strdup_printf ("%s/%d/%u", self->work->rule, self->work->act, self->work->n_case)
                                                  : g_strdup (other);

  self->keeper = meso_draft_keeper_new (self->context, "protocol", key);
  meso_draft_saved_show (self->keeper, self->heading);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), take_draft, NULL);
}

static void
focus_first (MesoRuleActPage *self)
{
  gtk_widget_grab_focus (self->outcomes->len > 0 ? GTK_WIDGET (self->outcome_row) : self->why_row);
}

AdwNavigationPage *
meso_rule_act_page_new (MesoContext         *context,
                        const MesoRuleEntry *entry,
                        MesoProtocolWork    *work)
{
  const MesoProtocolActWords words = meso_protocol_act_words (work->act);
  MesoRuleActPage *self = g_object_new (MESO_TYPE_RULE_ACT_PAGE, "title", words.title, NULL);
  g_autofree char *subject = entry != NULL ? meso_rule_words_title (context, entry->of, entry->rule)
                                           : meso_words_isolate (work->name != NULL ? work->name : "");
  gboolean choice = work->act == MESO_PROTOCOL_ACT_CHANGE;

  self->context = g_object_ref (context);
  self->entry = entry != NULL ? meso_rule_entry_copy (entry) : NULL;
  self->work = work;
  adw_window_title_set_title (self->heading, words.title);
  gtk_label_set_text (self->subject, subject);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), entry != NULL || work->name != NULL);
  gtk_label_set_text (self->text, words.text);
  gtk_button_set_label (self->decide_button, words.button);
  gtk_widget_set_visible (self->choices, choice);
  if (choice)
    fill_choices (self);
  meso_physician_notice_set_context (self->notice, context);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);
  show_button (self);
  meso_physician_notice_say_who (self->notice, self->physician);
  self->filling = FALSE;
  begin_draft (self);
  g_signal_connect (self, "shown", G_CALLBACK (focus_first), NULL);
  return ADW_NAVIGATION_PAGE (self);
}
