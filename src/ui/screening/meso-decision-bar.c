/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-decision-bar.h"

#include <glib/gi18n.h>

#include "meso-desk-button.h"
#include "meso-outcome-look.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoDecisionBar
{
  GtkWidget parent_instance;

  gboolean narrow;
  GtkBox *box;
  GtkLabel *next;
  GtkLabel *note;
  GtkBox *buttons;
  GtkButton *primary;
  GtkButton *second;
  GtkButton *third;
  GtkWidget *desk;         /* (nullable): made when it is needed first; the box owns it */
};

G_DEFINE_FINAL_TYPE (MesoDecisionBar, meso_decision_bar, GTK_TYPE_WIDGET)

static void
meso_decision_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_DECISION_BAR);
  G_OBJECT_CLASS (meso_decision_bar_parent_class)->dispose (object);
}

static void
meso_decision_bar_class_init (MesoDecisionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_decision_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-decision-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, box);
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, next);
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, note);
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, primary);
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, second);
  gtk_widget_class_bind_template_child (widget_class, MesoDecisionBar, third);
}

static void
meso_decision_bar_init (MesoDecisionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_decision_bar_new (void)
{
  return g_object_new (MESO_TYPE_DECISION_BAR, NULL);
}

static void
say (MesoDecisionBar *self,
     const char      *next,
     const char      *note)
{
  gtk_label_set_text (self->next, next);
  gtk_label_set_text (self->note, note);
}

/* label NULL: there is no such button; target (nullable) */
static void
set_button (GtkButton  *button,
            const char *label,
            const char *action,
            const char *target)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (button)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (button)), GTK_JUSTIFY_CENTER);
  /* The old target doesn't fit the new action for a moment. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_not_stored (MesoDecisionBar  *self,
                 const MesoResult *result)
{
  const MesoMissing *first = result->verdict->missing->len > 0 ? g_ptr_array_index (result->verdict->missing, 0) : NULL;

  if (result->verdict->outcome == MESO_OUTCOME_INCOMPLETE && first != NULL)
    {
      say (self, _("Next: answer what is missing"), _("Close, and everything waits here until you come back."));
      set_button (self->primary, _("_Answer What Is Missing"), "screening.answer", first->question);
      set_button (self->second, _("_Finish as It Is"), "screening.finish", NULL);
      return;
    }
  say (self, _("Next: finish"), _("Answers, verdict and the version of the rules are kept together, and never change."));
  set_button (self->primary, _("_Finish"), "screening.finish", NULL);
}

static void
show_next_step (MesoDecisionBar  *self,
                const MesoResult *result)
{
  static const struct
  {
    MesoNextStep step;
    const char *next;
    const char *button;
  } steps[] = {
    { MESO_NEXT_STEP_PLAN, N_("Next: choose a plan of sessions"), N_("Choose a _Plan…") },
    { MESO_NEXT_STEP_FORMULA, N_("Next: build the formula"), N_("Build the _Formula…") },
    { MESO_NEXT_STEP_PREPARE, N_("Next: prepare the formula"), N_("_Prepare the Formula…") },
    { MESO_NEXT_STEP_SESSION, N_("Next: record the session"), N_("Record the _Session…") },
    { MESO_NEXT_STEP_AFTERCARE, N_("Next: hand out the aftercare sheet"), N_("Hand Out _Aftercare…") },
    { MESO_NEXT_STEP_BOOK, N_("Next: book the next date"), N_("_Book the Next Date…") },
    { MESO_NEXT_STEP_REVIEW, N_("Next: a physician reviews the course"), N_("_Review the Course…") },
  };

  for (guint i = 0; result->form == MESO_FORM_FULL && i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].step != result->next_step)
        continue;
      say (self, _(steps[i].next), "");
      set_button (self->primary, _(steps[i].button), "screening.next", NULL);
      set_button (self->second, _("_Done"), "screening.done", NULL);
      return;
    }
  say (self, _("Signed"), _("Treatment may go on."));
  set_button (self->primary, _("_Done"), "screening.done", NULL);
}

static void
show_wait (MesoDecisionBar  *self,
           MesoContext      *context,
           const MesoResult *result)
{
  MesoCalendarDate until = result->verdict->until;
  gboolean has_day = meso_calendar_date_is_set (until) && result->verdict->outcome == MESO_OUTCOME_DEFER;
  g_autofree char *date = has_day ? meso_context_format_date (context, meso_first_open_day (context, until), MESO_DATE_STYLE_FULL) : NULL;
  g_autofree char *isolated = has_day ? meso_text_isolate (date) : NULL;
  /* Translators: %s is a day */
  g_autofree char *next = has_day ? g_strdup_printf (_("Next: screen again on %s"), isolated) : g_strdup (_("Next: wait"));

  say (self, next, _("Nothing else is to be done today."));
  set_button (self->primary, _("_Done"), "screening.done", NULL);
  if (!meso_result_has_physician (result))
    return;
  set_button (self->second, _("_Wait…"), "screening.wait", NULL);
  if (meso_result_may_override_all (result))
    set_button (self->third, _("Decide as _Physician…"), "screening.decide", "");
  else if (meso_result_find_to_clear (result) != NULL)
    set_button (self->third, _("_Clearance…"), "screening.clear", meso_result_find_to_clear (result)->rule);
  else if (!meso_result_has_open (result))
    set_button (self->third, _("_Sign…"), "screening.sign", NULL);
}

/* Nobody has to leave the result to say who is here now. */
static void
offer_desk (MesoDecisionBar *self,
            MesoContext     *context)
{
  if (self->desk == NULL)
    {
      self->desk = g_object_new (MESO_TYPE_DESK_BUTTON, NULL);
      meso_desk_button_set_context (MESO_DESK_BUTTON (self->desk), context);
      gtk_box_append (self->buttons, self->desk);
    }
  gtk_widget_set_visible (self->desk, TRUE);
}

static void
show_desk (MesoDecisionBar  *self,
           MesoContext      *context,
           const MesoResult *result)
{
  g_autofree char *name = meso_words_isolate (result->desk != NULL ? result->desk->name : "");
  g_autofree char *note = NULL;

  if (result->desk != NULL)
    /* Translators: %s is a name */
    note = g_strdup_printf (_("%s is at the desk. Anyone may prepare; a physician signs. Say here who is at the desk now."), name);
  else
    note = g_strdup (_("Nobody is at the desk. Anyone may prepare; a physician signs. Say here who is at the desk now."));

  say (self, _("Next: a physician decides"), note);
  set_button (self->second, _("_Done"), "screening.done", NULL);
  offer_desk (self, context);
}

static void
show_physician (MesoDecisionBar  *self,
                const MesoResult *result)
{
  const MesoFinding *to_clear = meso_result_find_to_clear (result);
  g_autofree char *name = meso_words_isolate (result->desk->name);
  /* Translators: %s is a name */
  g_autofree char *note = g_strdup_printf (_("%s is at the desk, and signs."), name);

  if (result->eligibility == MESO_ELIGIBILITY_TO_CLEAR && to_clear != NULL)
    {
      say (self, _("Next: enter the written clearance"), note);
      set_button (self->primary, _("_Clearance…"), "screening.clear", to_clear->rule);
    }
  else if (result->eligibility == MESO_ELIGIBILITY_TO_DECIDE)
    {
      say (self, _("Next: decide"), note);
      set_button (self->primary, _("Decide as _Physician…"), "screening.decide", "");
    }
  else if (result->verdict->outcome == MESO_OUTCOME_SUITABLE)
    {
      say (self, _("Next: sign"), note);
      set_button (self->primary, _("_Sign"), "screening.sign", NULL);
    }
  else
    {
      say (self, _("Next: sign, with a reason"), note);
      set_button (self->primary, _("_Sign…"), "screening.sign", NULL);
    }
  set_button (self->second, _("_Wait…"), "screening.wait", NULL);
}

static void
show_closed (MesoDecisionBar *self,
             const char      *next,
             const char      *note)
{
  say (self, next, note);
  set_button (self->primary, _("_Done"), "screening.done", NULL);
}

static void
show_stored (MesoDecisionBar  *self,
             MesoContext      *context,
             const MesoResult *result)
{
  const MesoMissing *first = result->verdict->missing->len > 0 ? g_ptr_array_index (result->verdict->missing, 0) : NULL;

  switch (result->eligibility)
    {
    case MESO_ELIGIBILITY_BLOCKED:
      show_closed (self, _("No treatment"), _("Nothing overrides this. Screen again when the fact has changed."));
      break;
    case MESO_ELIGIBILITY_INCOMPLETE:
      say (self, _("Next: find out what is missing"), _("The answers that are there are kept."));
      set_button (self->primary, _("_Answer What Is Missing"), "screening.answer", first != NULL ? first->question : "");
      set_button (self->second, _("_Done"), "screening.done", NULL);
      break;
    case MESO_ELIGIBILITY_UNSCREENED:
      say (self, _("Next: screen again"), _("These answers are older than the facts: they count no more."));
      set_button (self->primary, _("_Screen Again"), "screening.again", NULL);
      set_button (self->second, _("_Done"), "screening.done", NULL);
      break;
    case MESO_ELIGIBILITY_WAIT:
      show_wait (self, context, result);
      break;
    case MESO_ELIGIBILITY_SIGNED:
      show_next_step (self, result);
      break;
    case MESO_ELIGIBILITY_TO_CLEAR:
    case MESO_ELIGIBILITY_TO_DECIDE:
    case MESO_ELIGIBILITY_TO_SIGN:
    default:
      if (!meso_result_needs_physician (result))
        show_closed (self, _("The session may go on"), _("No signature is needed for this."));
      else if (meso_result_has_physician (result))
        show_physician (self, result);
      else
        show_desk (self, context, result);
    }
}

/* Three buttons leave no room for a sentence beside them; a phone has none for buttons in a row, nor for what is only said besides. */
static void
lay_out (MesoDecisionBar *self)
{
  gboolean stacked = self->narrow || gtk_widget_get_visible (GTK_WIDGET (self->third));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), self->narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *gtk_label_get_text (self->note) != '\0' &&
                                                   !(self->narrow && gtk_widget_get_visible (GTK_WIDGET (self->primary))));
}

void
meso_decision_bar_show (MesoDecisionBar  *self,
                        MesoContext      *context,
                        const MesoResult *result)
{
  set_button (self->primary, NULL, NULL, NULL);
  set_button (self->second, NULL, NULL, NULL);
  set_button (self->third, NULL, NULL, NULL);
  if (self->desk != NULL)
    gtk_widget_set_visible (self->desk, FALSE);
  if (result->screening == NULL)
    show_not_stored (self, result);
  else
    show_stored (self, context, result);
  lay_out (self);
}

void
meso_decision_bar_set_busy (MesoDecisionBar *self,
                            gboolean         busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), !busy);
}

void
meso_decision_bar_set_narrow (MesoDecisionBar *self,
                              gboolean         narrow)
{
  self->narrow = narrow;
  lay_out (self);
}

void
meso_decision_bar_focus (MesoDecisionBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->primary)))
    gtk_widget_grab_focus (GTK_WIDGET (self->primary));
  else if (self->desk != NULL)
    gtk_widget_child_focus (self->desk, GTK_DIR_TAB_FORWARD);
}
