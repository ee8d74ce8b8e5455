/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-page.h"

#include <glib/gi18n.h>

#include "meso-lot-acts.h"
#include "meso-lot-dialog.h"
#include "meso-lot-sections.h"
#include "meso-stock-minimum-dialog.h"
#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-words.h"

/* A container is open too long by time alone. */
#define LOOK_AT_CLOCK_SECONDS 60

struct _MesoLotPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *lot;
  MesoQueryList *facts;
  guint clock;
  GPtrArray *shown;            /* rows of the groups, so that they can be taken out again */

  AdwWindowTitle *heading;
  GtkWidget *menu;
  AdwBanner *barred;
  GtkStack *pages;
  GtkLabel *name;
  GtkLabel *line;
  AdwWrapBox *tags;
  GtkWidget *who_button;
  AdwPreferencesGroup *left_group;
  AdwActionRow *state_row;
  GtkWidget *quarantine_button;
  GtkWidget *recall_button;
  GtkWidget *release_button;
  AdwPreferencesGroup *box_group;
  AdwPreferencesGroup *history_group;
};

G_DEFINE_FINAL_TYPE (MesoLotPage, meso_lot_page, ADW_TYPE_NAVIGATION_PAGE)

/* (nullable) (transfer none) */
static const MesoLotFacts *
get_facts (MesoLotPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->facts), 0);

  /* The list holds it as well. */
  return row != NULL ? meso_row_get_value (row) : NULL;
}

static void
act_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  static const struct
  {
    const char *action;
    MesoLotAct act;
  } acts[] = {
    { "lot.open", MESO_LOT_ACT_OPEN }, { "lot.count", MESO_LOT_ACT_COUNT }, { "lot.waste", MESO_LOT_ACT_WASTE },
    { "lot.quarantine", MESO_LOT_ACT_QUARANTINE }, { "lot.recall", MESO_LOT_ACT_RECALL }, { "lot.release", MESO_LOT_ACT_RELEASE },
  };
  MesoLotPage *self = MESO_LOT_PAGE (widget);
  const MesoLotFacts *facts = get_facts (self);

  for (guint i = 0; i < G_N_ELEMENTS (acts) && facts != NULL; i++)
    {
      if (g_str_equal (acts[i].action, name))
        meso_lot_acts_begin (widget, self->context, facts->lot, NULL, acts[i].act);
    }
}

static void
container_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MesoLotPage *self = MESO_LOT_PAGE (widget);
  const MesoLotFacts *facts = get_facts (self);
  MesoLotAct act = g_str_equal (name, "lot.count-container") ? MESO_LOT_ACT_COUNT
                   : g_str_equal (name, "lot.waste-container") ? MESO_LOT_ACT_WASTE : MESO_LOT_ACT_THROW_AWAY;

  for (guint i = 0; facts != NULL && i < facts->lot->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (facts->lot->openings, i);

      if (g_str_equal (opening->id, g_variant_get_string (parameter, NULL)))
        meso_lot_acts_begin (widget, self->context, facts->lot, opening, act);
    }
}

static void
other_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MesoLotPage *self = MESO_LOT_PAGE (widget);
  const MesoLotFacts *facts = get_facts (self);

  if (facts == NULL)
    return;
  if (g_str_equal (name, "lot.who"))
    gtk_widget_activate_action (widget, "win.recall", "s", self->lot);
  else if (g_str_equal (name, "lot.correct"))
    adw_dialog_present (ADW_DIALOG (meso_lot_dialog_new_correct (self->context, facts->lot)), widget);
  else
    meso_stock_minimum_dialog_begin (widget, self->context, facts->lot);
}

static void
fill (MesoLotPage         *self,
      AdwPreferencesGroup *group,
      GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      adw_preferences_group_add (group, row);
      g_object_set_data (G_OBJECT (row), "group", group);
      g_ptr_array_add (self->shown, row);
    }
  g_ptr_array_unref (rows);
}

static void
clear (MesoLotPage *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->shown, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->shown, 0);
}

/* Why nothing can be drawn from it, said above everything else. */
static void
show_barred (MesoLotPage        *self,
             const MesoLotFacts *facts)
{
  g_autofree char *reason = *facts->lot->state_reason != '\0' ? meso_words_isolate (facts->lot->state_reason) : NULL;
  const char *word = meso_stock_words_look (facts->use, FALSE).word;
  g_autofree char *text = reason != NULL && facts->lot->state != MESO_LOT_AVAILABLE ? g_strdup_printf ("%s: %s", word, reason)
                                                                                    : g_strdup (word);

  adw_banner_set_title (self->barred, text);
  adw_banner_set_revealed (self->barred, facts->use != MESO_LOT_USABLE && facts->use != MESO_LOT_EMPTY);
}

static void
show_head (MesoLotPage        *self,
           const MesoLotFacts *facts)
{
  g_autofree char *name = meso_stock_words_name (self->context, facts->lot);
  g_autofree char *number = meso_stock_words_number (facts->lot);
  g_autofree char *maker = *facts->lot->maker != '\0' ? meso_words_isolate (facts->lot->maker) : NULL;
  g_autofree char *expiry = meso_stock_words_expiry (self->context, facts->lot);
  g_autoptr(GString) line = g_string_new (meso_words_get_direction_mark ());
  GtkWidget *child;

  g_string_append (line, number);
  meso_words_append (line, maker);
  meso_words_append (line, expiry);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), number);
  adw_window_title_set_title (self->heading, number);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->line, line->str);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  /* Beside what is wrong nothing says that all is well. */
  if (!facts->overdue || facts->expiring)
    adw_wrap_box_append (self->tags, meso_stock_words_tag (facts->use, facts->expiring));
  if (facts->overdue)
    adw_wrap_box_append (self->tags, meso_stock_words_overdue_tag ());
  if (facts->lot->amended)
    adw_wrap_box_append (self->tags, meso_tag_new ("document-edit-symbolic", _("Corrected"), "neutral"));
}

static void
enable (MesoLotPage *self,
        const char  *action,
        gboolean     enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
show_acts (MesoLotPage        *self,
           const MesoLotFacts *facts)
{
  const MesoLot *lot = facts->lot;

  enable (self, "lot.open", facts->use == MESO_LOT_USABLE && lot->sealed > 0);
  enable (self, "lot.waste", meso_lot_get_sealed_ul (lot) > 0);
  enable (self, "lot.quarantine", lot->state == MESO_LOT_AVAILABLE);
  enable (self, "lot.recall", lot->state != MESO_LOT_RECALLED);
  enable (self, "lot.release", lot->state != MESO_LOT_AVAILABLE);
  gtk_widget_set_visible (self->quarantine_button, lot->state == MESO_LOT_AVAILABLE);
  gtk_widget_set_visible (self->recall_button, lot->state != MESO_LOT_RECALLED);
  gtk_widget_set_visible (self->release_button, lot->state != MESO_LOT_AVAILABLE);
  /* The next step of a lot that was called back is to call those who got it. */
  if (lot->state == MESO_LOT_RECALLED)
    gtk_widget_add_css_class (self->who_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->who_button, "suggested-action");
}

static void
show_state (MesoLotPage        *self,
            const MesoLotFacts *facts)
{
  static const MesoLotUse uses[] = { MESO_LOT_USABLE, MESO_LOT_IS_QUARANTINED, MESO_LOT_IS_RECALLED };
  gboolean available = facts->lot->state == MESO_LOT_AVAILABLE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 available ? C_("lot", "Not barred") : meso_stock_words_look (uses[facts->lot->state], FALSE).word);
  adw_action_row_set_subtitle (self->state_row, !available ? _("Only a physician lets it back into use")
                                                           : _("Anybody may bar it, with a reason; only a physician lets it back"));
}

static void
show_facts (MesoLotPage *self)
{
  const MesoLotFacts *facts = get_facts (self);

  gtk_widget_set_sensitive (self->menu, facts != NULL);
  if (facts == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, meso_query_list_get_error (self->facts) != NULL ? "failed" : "loading");
      return;
    }
  clear (self);
  show_head (self, facts);
  show_barred (self, facts);
  show_acts (self, facts);
  show_state (self, facts);
  fill (self, self->left_group, meso_lot_sections_left (self->context, facts));
  fill (self, self->box_group, meso_lot_sections_box (self->context, facts));
  fill (self, self->history_group, meso_lot_sections_history (self->context, facts));
  gtk_stack_set_visible_child_name (self->pages, "lot");
}

static gboolean
look_at_clock (gpointer data)
{
  if (gtk_widget_get_mapped (data))
    meso_query_list_reload (MESO_LOT_PAGE (data)->facts);
  return G_SOURCE_CONTINUE;
}

static void
meso_lot_page_dispose (GObject *object)
{
  MesoLotPage *self = MESO_LOT_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_LOT_PAGE);
  g_clear_object (&self->facts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lot, g_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_lot_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, menu);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, barred);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, pages);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, name);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, line);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, tags);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, who_button);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, left_group);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, state_row);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, quarantine_button);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, recall_button);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, release_button);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, box_group);
  gtk_widget_class_bind_template_child (widget_class, MesoLotPage, history_group);
}

static void
meso_lot_page_class_init (MesoLotPageClass *klass)
{
  static const char *const acts[] = { "lot.open", "lot.count", "lot.waste", "lot.quarantine", "lot.recall", "lot.release" };
  static const char *const container_acts[] = { "lot.count-container", "lot.waste-container", "lot.throw-away" };
  static const char *const others[] = { "lot.who", "lot.correct", "lot.minimum" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_lot_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-lot-page.ui");
  bind_children (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, act_action);
  for (guint i = 0; i < G_N_ELEMENTS (container_acts); i++)
    gtk_widget_class_install_action (widget_class, container_acts[i], "s", container_action);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_class_install_action (widget_class, others[i], NULL, other_action);
}

static void
meso_lot_page_init (MesoLotPage *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoLotPage *
meso_lot_page_new (MesoContext *context,
                   const char  *lot)
{
  MesoLotPage *self = g_object_new (MESO_TYPE_LOT_PAGE, NULL);

  self->context = g_object_ref (context);
  self->lot = g_strdup (lot);
  self->facts = meso_lot_facts_list_new (context, lot);
  self->clock = g_timeout_add_seconds (LOOK_AT_CLOCK_SECONDS, look_at_clock, self);
  g_signal_connect_object (self->facts, "items-changed", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "notify::error", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  show_facts (self);
  return self;
}
