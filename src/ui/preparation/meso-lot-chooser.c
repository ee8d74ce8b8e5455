/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-chooser.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-lot-words.h"
#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-words.h"

#define WIDTH 560
#define MARGIN 14

struct _MesoLotChooser
{
  AdwDialog parent_instance;

  MesoContext *context;
  char *name;                      /* of the component */
  GtkListBox *list;
  GtkWidget *first;                /* (nullable): the first that can be chosen */
};

G_DEFINE_FINAL_TYPE (MesoLotChooser, meso_lot_chooser, ADW_TYPE_DIALOG)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_lot_chooser_dispose (GObject *object)
{
  MesoLotChooser *self = MESO_LOT_CHOOSER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (meso_lot_chooser_parent_class)->dispose (object);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autofree char *lot = NULL;
  g_autofree char *opening = NULL;

  g_variant_get (parameter, "(ss)", &lot, &opening);
  g_object_ref (widget);
  adw_dialog_close (ADW_DIALOG (widget));
  g_signal_emit (widget, signals[CHOSEN], 0, lot, opening);
  g_object_unref (widget);
}

static void
meso_lot_chooser_class_init (MesoLotChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_lot_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lot.choose", "(ss)", choose_action);
}

static void
meso_lot_chooser_init (MesoLotChooser *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "margin-top", 12, "margin-bottom", 24, "margin-start", MARGIN, "margin-end", MARGIN,
                                   NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                                      TRUE, "child", clamp, NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
}

/* end: what stands at the end of the row */
static GtkWidget *
add_row (MesoLotChooser *self,
         const MesoLot *lot,
         const char    *line,
         GtkWidget     *end)
{
  g_autofree char *title = meso_lot_words_title (self->context, lot, self->name);
  g_autofree char *expiry = meso_stock_words_expiry (self->context, lot);
  g_autoptr(GString) subtitle = g_string_new (NULL);
  GtkWidget *row;

  meso_words_append (subtitle, expiry);
  meso_words_append (subtitle, line);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle->str);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  gtk_list_box_append (self->list, row);
  return row;
}

/* Says why, and has nothing to press. */
static void
add_refused (MesoLotChooser *self,
             const MesoLot *lot,
             MesoLotUse     use,
             const char    *line)
{
  add_row (self, lot, line, meso_stock_words_tag (use, FALSE));
}

/* What is wrong is no matter of this lot's state: it may serve another formula, or another patient. */
static void
add_barred (MesoLotChooser            *self,
            const MesoLot             *lot,
            const MesoFormulaFinding  *bar)
{
  add_row (self, lot, bar->message, meso_tag_new ("meso-stop-symbolic", C_("finding", "Blocks"), "error"));
}

static GtkWidget *
make_button (const MesoLot     *lot,
             const MesoOpening *opening,
             const char        *line)
{
  GtkWidget *button = gtk_button_new_with_label (_("Use This"));
  g_autofree char *number = meso_stock_words_number (lot);
  /* Translators: a button is called so; {lot} is "Lot Z121", {source} "new container of 10 mL, 4 containers left" */
  g_autofree char *words = meso_text_format (_("Use {lot}, {source}"), "lot", number, "source", line, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", lot->id, opening != NULL ? opening->id : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "lot.choose");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

static void
add_source (MesoLotChooser                 *self,
            const MesoPreparationCandidate *candidate,
            const MesoOpening              *opening,
            gint64                          left_ul)
{
  const MesoLot *lot = candidate->lot;
  g_autofree char *source = meso_lot_words_source (self->context, lot, opening);
  g_autofree char *line = meso_lot_words_with_findings (source, candidate);
  GtkWidget *button;

  if (left_ul == 0)
    {
      add_row (self, lot, line, meso_tag_new ("meso-vial-symbolic", _("Taken already"), "neutral"));
      return;
    }
  button = make_button (lot, opening, source);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (add_row (self, lot, line, button)), button);
  self->first = self->first != NULL ? self->first : button;
}

static void
add_usable (MesoLotChooser                  *self,
            const MesoPreparationCandidate *candidate,
            const GPtrArray                *taken,
            MesoPickMoment                  moment)
{
  const MesoLot *lot = candidate->lot;

  for (guint i = 0; i < lot->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (lot->openings, i);
      g_autofree char *line = meso_lot_words_source (self->context, lot, opening);

      if (meso_lot_can_draw_from (lot, opening, moment.now_utc))
        add_source (self, candidate, opening, meso_prepare_picking_get_left (candidate, opening->id, taken, moment));
      else
        add_refused (self, lot, MESO_LOT_OPENED_TOO_LONG, line);
    }
  if (lot->sealed > 0)
    add_source (self, candidate, NULL, meso_prepare_picking_get_left (candidate, NULL, taken, moment));
}

MesoLotChooser *
meso_lot_chooser_new (MesoContext               *context,
                     const MesoPreparationPart *part,
                     const GPtrArray           *taken,
                     MesoPickMoment             moment)
{
  MesoLotChooser *self = g_object_new (MESO_TYPE_LOT_CHOOSER, NULL);
  g_autofree char *name = meso_words_isolate (part->name);
  /* Translators: %s is a component of a formula */
  g_autofree char *title = g_strdup_printf (_("Lots of %s"), name);

  self->context = g_object_ref (context);
  self->name = g_strdup (part->name);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  for (guint i = 0; i < part->candidates->len; i++)
    {
      const MesoPreparationCandidate *candidate = g_ptr_array_index (part->candidates, i);
      MesoLotUse use = meso_lot_get_use (candidate->lot, moment.day, moment.now_utc);
      g_autofree char *why = meso_lot_words_why (context, candidate->lot, use);

      if (use != MESO_LOT_USABLE)
        add_refused (self, candidate->lot, use, why);
      else if (meso_preparation_candidate_get_bar (candidate) != NULL)
        add_barred (self, candidate->lot, meso_preparation_candidate_get_bar (candidate));
      else
        add_usable (self, candidate, taken, moment);
    }
  if (self->first != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), self->first);
  return self;
}
