/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-avatar.h"
#include "meso-chart-words.h"
#include "meso-session-change-dialog.h"
#include "meso-tag.h"
#include "meso-words.h"

#define TAGS_MAX 3

struct _MesoTodayRow
{
  GtkListBoxRow parent_instance;

  MesoContext *context;
  MesoRow *row;
  gboolean narrow;

  GtkWidget *content;
  GtkLabel *time;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *line;
  AdwWrapBox *tags;
  GtkWidget *trailing;
  GtkWidget *button;
  GtkWidget *menu;
  GtkWidget *chevron;
};

G_DEFINE_FINAL_TYPE (MesoTodayRow, meso_today_row, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_0, PROP_NARROW, PROP_TIGHT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const MesoTodayLine *
get_line (MesoTodayRow *self)
{
  return meso_row_get_value (self->row);
}

const char *
meso_today_row_get_patient (MesoTodayRow *self)
{
  return get_line (self)->chart->patient->id;
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoTodayRow *self = MESO_TODAY_ROW (widget);
  const MesoTodayLine *line = get_line (self);
  g_autofree char *who = meso_patient_dup_full_name (line->chart->patient);
  /* The row goes with the session that it shows; the page stays. */
  GtkWidget *page = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_PAGE);
  MesoSessionChange change;

  if (meso_session_change_from_string (g_variant_get_string (parameter, NULL), &change))
    meso_session_change_begin (page != NULL ? page : widget, self->context, line->session, who, change);
}

static void
set_narrow (MesoTodayRow *self,
            gboolean      narrow)
{
  gboolean button = gtk_widget_get_visible (self->button);

  self->narrow = narrow;
  /* Only a button is worth a line of its own. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  narrow && button ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->button, narrow);
  if (button)
    gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), narrow);
}

static void
meso_today_row_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MesoTodayRow *self = MESO_TODAY_ROW (object);

  g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : !gtk_widget_get_visible (GTK_WIDGET (self->avatar)));
}

static void
meso_today_row_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MesoTodayRow *self = MESO_TODAY_ROW (object);

  if (id == PROP_NARROW)
    set_narrow (self, g_value_get_boolean (value));
  else
    gtk_widget_set_visible (GTK_WIDGET (self->avatar), !g_value_get_boolean (value));
}

static void
meso_today_row_dispose (GObject *object)
{
  MesoTodayRow *self = MESO_TODAY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_TODAY_ROW);
  g_clear_object (&self->context);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (meso_today_row_parent_class)->dispose (object);
}

static void
meso_today_row_class_init (MesoTodayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = meso_today_row_get_property;
  object_class->set_property = meso_today_row_set_property;
  object_class->dispose = meso_today_row_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, content);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, time);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, name);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, line);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, trailing);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, tags);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, button);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, menu);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayRow, chevron);
  gtk_widget_class_install_action (widget_class, "today-row.change", "s", change_action);
}

static void
meso_today_row_init (MesoTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Session 3 of 6 · planned for Tue 17 Nov" */
static char *
describe (MesoTodayRow *self)
{
  const MesoTodayLine *line = get_line (self);
  GString *text = g_string_new (NULL);
  g_autofree char *session = line->session != NULL ? meso_chart_words_session (self->context, line->chart, line->session) : NULL;
  g_autofree char *why = NULL;
  g_autofree char *day = NULL;

  meso_words_append (text, session);
  if (line->session != NULL && line->session->status != MESO_PLANNED)
    meso_words_append (text, line->session->reason);
  else if (line->group == MESO_TODAY_OVERDUE || line->group == MESO_TODAY_DUE)
    {
      day = meso_words_day (self->context, line->session->date);
      meso_words_append (text, day);
      meso_words_append (text, line->session->reason);
    }
  else if (line->group == MESO_TODAY_BEGUN || line->chart->next_step != MESO_NEXT_STEP_SESSION)
    {
      why = meso_chart_words_why (self->context, line->chart);
      meso_words_append (text, why);
    }
  return g_string_free (text, FALSE);
}

static void
add_tag (MesoTodayRow *self,
         const char   *icon,
         const char   *label,
         const char   *kind)
{
  adw_wrap_box_append (self->tags, meso_tag_new (icon, label, kind));
  gtk_widget_set_visible (GTK_WIDGET (self->tags), TRUE);
}

static void
add_tags (MesoTodayRow *self)
{
  const MesoTodayLine *line = get_line (self);
  g_autoptr(GPtrArray) flags = NULL;

  if (line->session != NULL && line->session->status == MESO_DONE)
    {
      add_tag (self, "meso-done-symbolic", _("Signed"), "success");
      return;
    }
  if (line->session != NULL && line->session->status != MESO_PLANNED)
    {
      add_tag (self, "meso-stop-symbolic", meso_chart_words_status (line->session->status), "neutral");
      return;
    }
  if (line->group == MESO_TODAY_OVERDUE || line->group == MESO_TODAY_DUE)
    return;
  flags = meso_chart_words_make_tags (self->context, line->chart, TRUE, TAGS_MAX);
  for (guint i = 0; i < flags->len; i++)
    adw_wrap_box_append (self->tags, g_ptr_array_index (flags, i));
  gtk_widget_set_visible (GTK_WIDGET (self->tags), flags->len > 0);
}

static void
show_button (MesoTodayRow *self,
             const char   *label,
             const char   *action,
             const char   *target)
{
  const MesoTodayLine *line = get_line (self);
  g_autofree char *who = meso_patient_dup_full_name (line->chart->patient);
  /* Translators: what a screen reader says of a button in a list: "Sign Verdict, Leila Ahmadi" */
  g_autofree char *words = g_strdup_printf (_("%s, %s"), label, who);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->button, TRUE);
}

static void
show_step (MesoTodayRow *self)
{
  const MesoTodayLine *line = get_line (self);
  g_autofree char *label = meso_chart_words_step (self->context, line->chart);
  gboolean nothing = line->chart->next_step == MESO_NEXT_STEP_NONE;

  if (line->session != NULL && (line->session->status == MESO_MISSED || line->session->status == MESO_CANCELLED))
    return;
  if (nothing && line->session != NULL && line->session->status == MESO_DONE)
    return;
  show_button (self, label, nothing ? "win.open-patient" : "win.next-step", line->chart->patient->id);
  if (line->current)
    gtk_widget_add_css_class (self->button, "suggested-action");
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "today-row.change", "s", target);
  g_menu_append_item (menu, item);
}

static void
show_menu (MesoTodayRow *self)
{
  const MesoTodayLine *line = get_line (self);
  gboolean check = line->session->kind == MESO_PLAN_CHECK;
  g_autofree char *who = meso_patient_dup_full_name (line->chart->patient);
  g_autofree char *isolated = meso_words_isolate (who);
  /* Translators: %s is a patient's name */
  g_autofree char *words = g_strdup_printf (_("More for %s"), isolated);
  g_autoptr(GMenu) menu = g_menu_new ();

  if (check)
    {
      add_item (menu, _("_Done"), "done");
      add_item (menu, _("_Move…"), "move");
    }
  add_item (menu, _("Mi_ssed…"), "missed");
  add_item (menu, _("_Cancel…"), "cancel");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->menu, TRUE);
  if (!check)
    show_button (self, _("Move…"), "today-row.change", "move");
}

static void
fill (MesoTodayRow *self)
{
  const MesoTodayLine *line = get_line (self);
  g_autofree char *name = meso_patient_dup_full_name (line->chart->patient);
  g_autofree char *text = describe (self);
  g_autofree char *time = line->session != NULL ? meso_context_format_minute (self->context, line->session->minute) : g_strdup ("");
  g_autofree char *who = g_strdup_printf ("%s %s", time, name);
  g_autofree char *words = g_strdup_printf (_("%s, %s"), g_strstrip (who), text);

  meso_avatar_set_name (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->line, text);
  gtk_label_set_label (self->time, time);
  gtk_widget_set_visible (GTK_WIDGET (self->time), line->group == MESO_TODAY_SESSION);
  if (line->session != NULL && line->session->status != MESO_PLANNED)
    gtk_widget_add_css_class (GTK_WIDGET (self->time), "dim-label");
  if (line->current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  add_tags (self);
  if (line->group == MESO_TODAY_SESSION || line->group == MESO_TODAY_BEGUN)
    show_step (self);
  else
    show_menu (self);
  gtk_widget_set_visible (self->chevron, !gtk_widget_get_visible (self->button) && !gtk_widget_get_visible (self->menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  set_narrow (self, FALSE);
}

GtkWidget *
meso_today_row_new (MesoContext *context,
                    MesoRow     *row)
{
  MesoTodayRow *self = g_object_new (MESO_TYPE_TODAY_ROW, NULL);

  self->context = g_object_ref (context);
  self->row = g_object_ref (row);
  fill (self);
  return GTK_WIDGET (self);
}
