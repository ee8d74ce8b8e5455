/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-ready.h"

#include <glib/gi18n.h>

#include "meso-chart-words.h"
#include "meso-field.h"
#include "meso-ready-preparation.h"
#include "meso-ready-words.h"
#include "meso-tag.h"

/* A row, its tag, and what leads to where the missing thing is made up for. */
typedef struct
{
  GtkWidget *row;
  GtkBox *state;
  GtkButton *button;
  gboolean missing;
} Line;

struct _MesoSessionReady
{
  AdwPreferencesGroup parent_instance;

  char *patient;
  char *screening_id;            /* (nullable): the full screening, and the short form, that a button opens */
  char *short_form_id;
  const char *draft_forbids;     /* (nullable): which form has to be finished first */
  gboolean insisting;

  Line screening;
  Line course;
  Line short_form;
  Line formula;
  MesoReadyPreparation *preparation_row;
  Line preparation;              /* the same, as the others are */
  GPtrArray *ingredients;        /* rows, those of the last time are replaced */
};

G_DEFINE_FINAL_TYPE (MesoSessionReady, meso_session_ready, ADW_TYPE_PREFERENCES_GROUP)

#define N_LINES 5

static void
list_lines (MesoSessionReady  *self,
            Line             **lines)
{
  lines[0] = &self->screening;
  lines[1] = &self->course;
  lines[2] = &self->short_form;
  lines[3] = &self->formula;
  lines[4] = &self->preparation;
}

static void
set_tag (Line       *line,
         const char *icon,
         const char *label,
         const char *kind)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (line->state));

  if (old != NULL)
    gtk_box_remove (line->state, old);
  gtk_box_append (line->state, meso_tag_new (icon, label, kind));
}

static void
set_lacking_tag (Line            *line,
                 MesoEligibility  eligibility)
{
  if (eligibility == MESO_ELIGIBILITY_BLOCKED)
    set_tag (line, "meso-stop-symbolic", _("Do not treat"), "error");
  else if (eligibility == MESO_ELIGIBILITY_WAIT)
    set_tag (line, "meso-clock-symbolic", _("Not now"), "warning");
  else if (eligibility == MESO_ELIGIBILITY_UNSCREENED)
    set_tag (line, "meso-question-symbolic", _("Missing"), "warning");
  else
    set_tag (line, "dialog-warning-symbolic", _("Open"), "warning");
}

static gboolean
can_be_answered (MesoEligibility eligibility)
{
  return eligibility == MESO_ELIGIBILITY_UNSCREENED || eligibility == MESO_ELIGIBILITY_INCOMPLETE;
}

/* The full screening is in sight only while it keeps the session from being signed. forbidding (nullable): which form does, that was
 * begun and left */
static void
show_screening (MesoSessionReady *self,
                const MesoChart  *chart,
                const char       *forbidding,
                gboolean          today)
{
  Line *line = &self->screening;
  gboolean answer = can_be_answered (chart->eligibility) || forbidding != NULL;

  line->missing = chart->eligibility != MESO_ELIGIBILITY_SIGNED || forbidding != NULL;
  gtk_widget_set_visible (line->row, line->missing);
  g_set_str (&self->screening_id, !answer && chart->screening != NULL ? chart->screening->id : NULL);
  self->draft_forbids = forbidding;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), forbidding != NULL ? _("An unfinished screening says: do not treat.")
                                                                              : meso_ready_words_eligibility (chart->eligibility));
  gtk_widget_set_visible (GTK_WIDGET (line->button), today || self->screening_id != NULL || forbidding != NULL);
  gtk_button_set_label (line->button, forbidding != NULL ? _("Finish…") : answer ? _("Answer…") : _("Look…"));
  set_lacking_tag (line, forbidding != NULL ? MESO_ELIGIBILITY_BLOCKED : chart->eligibility);
}

static void
show_answered (Line *line)
{
  gtk_widget_set_visible (GTK_WIDGET (line->button), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), _("Answered for this day"));
  set_tag (line, "meso-done-symbolic", _("Done"), "success");
  line->missing = FALSE;
}

/* What is asked on the page itself is in sight there. */
static void
show_short_form (MesoSessionReady *self,
                 const MesoChart  *chart,
                 gboolean          asked_here)
{
  Line *line = &self->short_form;
  AdwActionRow *row = ADW_ACTION_ROW (line->row);

  gtk_widget_set_visible (line->row, !asked_here);
  if (asked_here || meso_eligibility_allows_session (chart->short_form, chart->short_eligibility))
    {
      show_answered (line);
      return;
    }
  line->missing = TRUE;
  g_set_str (&self->short_form_id, chart->short_form != NULL ? chart->short_form->id : NULL);
  gtk_widget_set_visible (GTK_WIDGET (line->button), chart->short_form != NULL);
  set_lacking_tag (line, chart->short_form != NULL ? chart->short_eligibility : MESO_ELIGIBILITY_UNSCREENED);
  adw_action_row_set_subtitle (row, chart->short_form != NULL
                                      ? meso_ready_words_eligibility (chart->short_eligibility)
                                      : _("It is answered on the day of the session, and this day is still to come."));
}

static void
show_course (MesoSessionReady *self,
             MesoContext      *context,
             const MesoChart  *chart)
{
  Line *line = &self->course;
  g_autofree char *details = NULL;
  g_autofree char *text = NULL;

  line->missing = chart->course != NULL && chart->course->status == MESO_COURSE_SUSPENDED;
  gtk_widget_set_visible (line->row, line->missing);
  set_tag (line, "meso-pause-symbolic", _("Suspended"), "warning");
  if (!line->missing)
    return;
  details = meso_chart_words_suspension (context, chart->course);
  if (*details != '\0')
    /* Translators: %s is why, by whom and when */
    text = g_strdup_printf (_("Until a physician lets it go on: %s"), details);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), text != NULL ? text : _("Suspended until a physician lets it go on"));
}

static void
show_ingredients (MesoSessionReady         *self,
                  MesoContext              *context,
                  const MesoFormulaVersion *formula)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self->formula.row);

  for (guint i = 0; i < self->ingredients->len; i++)
    adw_expander_row_remove (row, g_ptr_array_index (self->ingredients, i));
  g_ptr_array_set_size (self->ingredients, 0);
  adw_expander_row_set_enable_expansion (row, formula != NULL);
  for (guint i = 0; formula != NULL && i < formula->check->lines->len; i++)
    {
      GtkWidget *ingredient = meso_ready_words_ingredient_row (context, g_ptr_array_index (formula->check->lines, i));

      adw_expander_row_add_row (row, ingredient);
      g_ptr_array_add (self->ingredients, ingredient);
    }
}

/* A correction is about what was given, whatever is thought of it since. */
static void
show_formula (MesoSessionReady *self,
              MesoContext      *context,
              const MesoChart  *chart,
              MesoCivilTime     start,
              gboolean          correction)
{
  Line *line = &self->formula;
  const MesoFormulaVersion *formula = chart->formula;
  g_autofree char *fault = correction ? NULL : meso_ready_words_formula (context, chart, start);
  g_autofree char *subtitle = fault == NULL ? meso_ready_words_version (context, formula) : NULL;

  show_ingredients (self, context, formula);
  line->missing = fault != NULL;
  gtk_widget_set_visible (GTK_WIDGET (line->button), fault != NULL);
  gtk_button_set_label (line->button, formula == NULL ? _("Build…") : _("Change…"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (line->row), fault != NULL ? fault : subtitle);
  if (formula == NULL)
    set_tag (line, "meso-question-symbolic", _("Missing"), "warning");
  else if (fault != NULL)
    set_tag (line, "meso-stop-symbolic", _("Blocked"), "error");
  else
    set_tag (line, "meso-done-symbolic", correction ? _("Given") : _("Checked"), "success");
}

/* The record stands on what was true when it was signed; only another day needs the questions of that day. */
static void
accept (MesoSessionReady *self)
{
  gtk_widget_set_visible (self->screening.row, FALSE);
  self->screening.missing = FALSE;
  show_answered (&self->short_form);
}

static void
show_insistence (MesoSessionReady *self)
{
  Line *lines[N_LINES];

  list_lines (self, lines);
  for (guint i = 0; i < N_LINES; i++)
    {
      gboolean insist = self->insisting && lines[i]->missing;

      meso_field_set_error (lines[i]->row, insist ? _("The session can’t be signed before this is settled.") : NULL);
    }
}

void
meso_session_ready_show (MesoSessionReady       *self,
                         MesoContext            *context,
                         const MesoSessionFacts *facts,
                         MesoCivilTime           start,
                         gboolean                asked_here)
{
  MesoCalendarDate day = start.date;
  gboolean today = meso_calendar_date_compare (day, meso_context_get_today (context)) == 0;
  const char *forbidding = facts->chart->draft_forbids;
  const MesoTreatmentSession *original = facts->original;

  g_set_str (&self->patient, facts->chart->patient->id);
  /* The draft of the questions that stand on the same page is in sight there. */
  if (asked_here && g_strcmp0 (forbidding, "short-form") == 0)
    forbidding = NULL;
  show_screening (self, facts->chart, forbidding, today);
  show_short_form (self, facts->chart, asked_here);
  show_formula (self, context, facts->chart, start, original != NULL);
  meso_ready_preparation_show (self->preparation_row, context, facts, start);
  self->preparation.missing = meso_ready_preparation_is_missing (self->preparation_row);
  show_course (self, context, facts->chart);
  if (original != NULL)
    {
      self->course.missing = FALSE;
      gtk_widget_set_visible (self->course.row, FALSE);
    }
  if (original != NULL && meso_calendar_date_compare (original->date, day) == 0)
    accept (self);
  show_insistence (self);
}

guint
meso_session_ready_count_missing (MesoSessionReady *self)
{
  Line *lines[N_LINES];
  guint missing = 0;

  list_lines (self, lines);
  for (guint i = 0; i < N_LINES; i++)
    missing += lines[i]->missing ? 1 : 0;
  return missing;
}

void
meso_session_ready_insist (MesoSessionReady *self)
{
  Line *lines[N_LINES];

  self->insisting = TRUE;
  show_insistence (self);
  list_lines (self, lines);
  for (guint i = 0; i < N_LINES; i++)
    {
      if (!lines[i]->missing)
        continue;
      if (gtk_widget_get_visible (GTK_WIDGET (lines[i]->button)))
        gtk_widget_grab_focus (GTK_WIDGET (lines[i]->button));
      else
        gtk_widget_grab_focus (lines[i]->row);
      return;
    }
}

static void
open_screening (MesoSessionReady *self)
{
  if (self->screening_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.decide", "s", self->screening_id);
  else if (g_strcmp0 (self->draft_forbids, "short-form") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.short-form", "s", self->patient);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.screen", "s", self->patient);
}

static void
open_short_form (MesoSessionReady *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.decide", "s", self->short_form_id);
}

static void
open_course (MesoSessionReady *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "s", self->patient);
}

static void
open_formula (MesoSessionReady *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.formula", "(ss)", self->patient, "");
}

static void
meso_session_ready_dispose (GObject *object)
{
  MesoSessionReady *self = MESO_SESSION_READY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SESSION_READY);
  g_clear_pointer (&self->ingredients, g_ptr_array_unref);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->screening_id, g_free);
  g_clear_pointer (&self->short_form_id, g_free);
  G_OBJECT_CLASS (meso_session_ready_parent_class)->dispose (object);
}

static void
bind_line (GtkWidgetClass *widget_class,
           const char     *name,
           gssize          offset)
{
  g_autofree char *row = g_strconcat (name, "_row", NULL);
  g_autofree char *state = g_strconcat (name, "_state", NULL);
  g_autofree char *button = g_strconcat (name, "_button", NULL);

  gtk_widget_class_bind_template_child_full (widget_class, row, FALSE, offset + (gssize) G_STRUCT_OFFSET (Line, row));
  gtk_widget_class_bind_template_child_full (widget_class, state, FALSE, offset + (gssize) G_STRUCT_OFFSET (Line, state));
  gtk_widget_class_bind_template_child_full (widget_class, button, FALSE, offset + (gssize) G_STRUCT_OFFSET (Line, button));
}

static void
meso_session_ready_class_init (MesoSessionReadyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_ready_dispose;
  g_type_ensure (MESO_TYPE_READY_PREPARATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-ready.ui");
  bind_line (widget_class, "screening", G_STRUCT_OFFSET (MesoSessionReady, screening));
  bind_line (widget_class, "course", G_STRUCT_OFFSET (MesoSessionReady, course));
  bind_line (widget_class, "short_form", G_STRUCT_OFFSET (MesoSessionReady, short_form));
  bind_line (widget_class, "formula", G_STRUCT_OFFSET (MesoSessionReady, formula));
  gtk_widget_class_bind_template_child (widget_class, MesoSessionReady, preparation_row);
  gtk_widget_class_bind_template_callback (widget_class, open_screening);
  gtk_widget_class_bind_template_callback (widget_class, open_short_form);
  gtk_widget_class_bind_template_callback (widget_class, open_course);
  gtk_widget_class_bind_template_callback (widget_class, open_formula);
}

static void
meso_session_ready_init (MesoSessionReady *self)
{
  self->ingredients = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preparation.row = GTK_WIDGET (self->preparation_row);
  self->preparation.button = meso_ready_preparation_get_button (self->preparation_row);
}
