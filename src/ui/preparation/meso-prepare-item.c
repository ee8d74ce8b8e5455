/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-item.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-lot-words.h"
#include "meso-segment-number.h"
#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-window-action.h"
#include "meso-words.h"

#define RECEIVE "win.receive"

struct _MesoPrepareItem
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *buttons;          /* of the draws, in their order; owned by their rows */
  GtkWidget *remedy;           /* (nullable): what is to be done first */

  MesoContext *context;        /* while it is shown anew */
  const MesoPrepareFacts *facts;
  const MesoPreparationPart *part;
  const GPtrArray *draws;
  MesoPickMoment moment;
};

G_DEFINE_FINAL_TYPE (MesoPrepareItem, meso_prepare_item, ADW_TYPE_BIN)

enum { CHOOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_prepare_item_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_PREPARE_ITEM (object)->buttons);
  G_OBJECT_CLASS (meso_prepare_item_parent_class)->finalize (object);
}

static void
meso_prepare_item_class_init (MesoPrepareItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_prepare_item_finalize;
  signals[CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
meso_prepare_item_init (MesoPrepareItem *self)
{
  self->buttons = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
meso_prepare_item_new (void)
{
  return g_object_new (MESO_TYPE_PREPARE_ITEM, NULL);
}

/* What stands at the end of a row, below one another where there is no room. */
static GtkWidget *
add_end (GtkWidget *row)
{
  GtkWidget *end = g_object_new (ADW_TYPE_WRAP_BOX, "align", 1.0, "child-spacing", 8, "line-spacing", 6, "margin-top", 6,
                                 "margin-bottom", 6, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  return end;
}

static void
add_volume (MesoPrepareItem *self,
            GtkWidget       *end,
            gint64           volume_ul,
            gboolean         large)
{
  g_autofree char *volume = meso_stock_words_volume (self->context, volume_ul);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", volume, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, large ? "title-4" : "heading");
  adw_wrap_box_append (ADW_WRAP_BOX (end), label);
}

static void
add_head (MesoPrepareItem *self,
          guint            number)
{
  const MesoPreparationPart *part = self->part;
  gboolean diluent = part->item == MESO_PREPARATION_DILUENT;
  g_autofree char *local = part->strength != NULL ? meso_context_localise_number (self->context, part->strength) : NULL;
  g_autofree char *isolated = local != NULL ? meso_text_isolate (local) : NULL;
  /* Translators: %s is a concentration: that of the vial, not of the mixture */
  g_autofree char *strength = isolated != NULL ? g_strdup_printf (_("stock %s"), isolated) : NULL;
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, part->name, strength != NULL ? strength : diluent ? _("diluent") : NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (label, "segment-number");
  meso_segment_number_show (label, self->context, number, diluent);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  add_volume (self, add_end (row), part->volume_ul, TRUE);
  gtk_list_box_append (self->list, row);
}

static void
choose_clicked (GtkWidget       *button,
                MesoPrepareItem *self)
{
  guint nth = 0;

  g_ptr_array_find (self->buttons, button, &nth);
  g_signal_emit (self, signals[CHOOSE], 0, nth);
}

static GtkWidget *
add_choose (MesoPrepareItem *self,
            GtkWidget       *end,
            const char      *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = meso_words_isolate (self->part->name);
  /* Translators: a button is called so; %s is a component of a formula */
  g_autofree char *words = g_strdup_printf (_("Choose the lot of %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_clicked), self);
  adw_wrap_box_append (ADW_WRAP_BOX (end), button);
  return button;
}

/* What happened since it was picked, what is safe, and what to do. */
static char *
describe_fault (MesoPrepareItem *self,
                const MesoLot   *lot,
                MesoLotUse       use,
                MesoPickFault    fault)
{
  g_autofree char *why = NULL;

  switch (fault)
    {
    case MESO_PICK_UNUSABLE:
      why = meso_lot_words_why (self->context, lot, use);
      /* Translators: %s says why a lot can't be used: "Recalled: nothing may be drawn from it" */
      return g_strdup_printf (_("%s. Choose another lot, and throw away what was drawn from this one."), why);
    case MESO_PICK_BARRED:
      return g_strdup (meso_preparation_candidate_get_bar (meso_prepare_picking_find_lot (self->part, lot->id))->message);
    case MESO_PICK_CONTAINER:
      return g_strdup (_("This container is gone, or was opened too long ago. Choose another one."));
    case MESO_PICK_LITTLE:
      return g_strdup (_("Less is left in it by now than is to be drawn. Choose it again, or another one."));
    case MESO_PICK_GONE:
    case MESO_PICK_FINE:
    default:
      return g_strdup (_("This lot doesn’t fit any more. Choose another one."));
    }
}

static char *
describe_draw (MesoPrepareItem           *self,
               const MesoPreparationDraw *draw,
               const MesoLot             *lot)
{
  const MesoOpening *opening = meso_lot_find_opening (lot, draw->opening);
  g_autofree char *expiry = meso_stock_words_expiry (self->context, lot);
  g_autofree char *source = draw->opening == NULL || opening != NULL ? meso_lot_words_source (self->context, lot, opening) : NULL;
  const MesoPreparationCandidate *candidate = meso_prepare_picking_find_lot (self->part, draw->lot);
  g_autoptr(GString) line = g_string_new (NULL);

  meso_words_append (line, expiry);
  meso_words_append (line, source);
  return candidate != NULL ? meso_lot_words_with_findings (line->str, candidate) : g_strdup (line->str);
}

static void
add_draw_tag (MesoPrepareItem *self,
              GtkWidget       *end,
              const MesoLot   *lot,
              MesoLotUse       use,
              MesoPickFault    fault)
{
  if (fault == MESO_PICK_UNUSABLE)
    adw_wrap_box_append (ADW_WRAP_BOX (end), meso_stock_words_tag (use, FALSE));
  else if (fault != MESO_PICK_FINE)
    adw_wrap_box_append (ADW_WRAP_BOX (end), meso_tag_new ("dialog-warning-symbolic", _("Choose Again"), "error"));
  else if (lot != NULL && meso_lot_words_expires_soon (self->context, lot))
    adw_wrap_box_append (ADW_WRAP_BOX (end), meso_stock_words_tag (use, TRUE));
}

static void
add_draw (MesoPrepareItem           *self,
          const MesoPreparationDraw *draw,
          gboolean                   several)
{
  const GPtrArray *original = self->facts->original != NULL ? self->facts->original->draws : NULL;
  const MesoLot *lot = meso_prepare_facts_find_lot (self->facts, draw->lot);
  MesoPickFault fault = meso_prepare_picking_judge (self->part, self->draws, draw, original, self->moment);
  MesoLotUse use = lot != NULL ? meso_lot_get_use (lot, self->moment.day, self->moment.now_utc) : MESO_LOT_USABLE;
  g_autofree char *title = lot != NULL ? meso_lot_words_title (self->context, lot, self->part->name) : g_strdup (_("A lot that isn’t on file"));
  g_autofree char *subtitle = fault != MESO_PICK_FINE ? describe_fault (self, lot, use, fault)
                                                      : lot != NULL ? describe_draw (self, draw, lot) : g_strdup ("");
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);
  GtkWidget *end = add_end (row);
  GtkWidget *button;

  if (several)
    add_volume (self, end, draw->volume_ul, FALSE);
  add_draw_tag (self, end, lot, use, fault);
  button = add_choose (self, end, fault != MESO_PICK_FINE ? _("Choose…") : _("Change…"));
  if (fault != MESO_PICK_FINE)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      self->remedy = self->remedy != NULL ? self->remedy : button;
    }
  g_ptr_array_add (self->buttons, button);
  gtk_list_box_append (self->list, row);
}

/* What the formulary knows it as. */
static const char *
get_what (MesoPrepareItem *self)
{
  const MesoFormula *formula = self->facts->plan->version->formula;
  const MesoFormulaItem *item;

  if (self->part->item == MESO_PREPARATION_DILUENT)
    return formula->diluent;
  item = g_ptr_array_index (formula->items, self->part->item);
  return item->product != NULL ? item->product : item->ingredient;
}

static void
add_short (MesoPrepareItem *self,
           gint64           short_ul)
{
  g_autofree char *volume = meso_stock_words_volume (self->context, short_ul);
  /* Translators: %s is a volume */
  g_autofree char *title = g_strdup_printf (_("%s is missing"), volume);
  gboolean known = self->part->candidates->len > 0;
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title,
                                      known ? _("No lot that may be used holds that much.") : _("None of it is in stock."));
  GtkWidget *end = add_end (row);
  GtkWidget *receive = NULL;

  adw_wrap_box_append (ADW_WRAP_BOX (end), meso_tag_new ("meso-vial-symbolic", _("Short"), "error"));
  if (known)
    g_ptr_array_add (self->buttons, add_choose (self, end, _("Lots…")));
  if (meso_window_action_exists (GTK_WIDGET (self), RECEIVE))
    {
      receive = gtk_button_new_with_mnemonic (_("_Receive…"));
      gtk_widget_set_valign (receive, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (receive), "s", get_what (self));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (receive), RECEIVE);
      adw_wrap_box_append (ADW_WRAP_BOX (end), receive);
    }
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (self->remedy == NULL)
    self->remedy = receive != NULL ? receive : row;
  gtk_list_box_append (self->list, row);
}

static guint
count_draws (MesoPrepareItem *self)
{
  guint n = 0;

  for (guint i = 0; i < self->draws->len; i++)
    n += ((const MesoPreparationDraw *) g_ptr_array_index (self->draws, i))->item == self->part->item;
  return n;
}

void
meso_prepare_item_show (MesoPrepareItem           *self,
                        MesoContext               *context,
                        const MesoPrepareFacts    *facts,
                        const MesoPreparationPart *part,
                        guint                      number,
                        const GPtrArray           *draws,
                        MesoPickMoment             moment)
{
  gint64 short_ul = meso_prepare_picking_get_short (part, draws);
  gboolean several;

  self->context = context;
  self->facts = facts;
  self->part = part;
  self->draws = draws;
  self->moment = moment;
  several = count_draws (self) > 1 || short_ul > 0;
  g_ptr_array_set_size (self->buttons, 0);
  self->remedy = NULL;
  gtk_list_box_remove_all (self->list);
  add_head (self, number);
  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);

      if (draw->item == part->item)
        add_draw (self, draw, several);
    }
  if (short_ul > 0)
    add_short (self, short_ul);
  self->draws = NULL;
}

gboolean
meso_prepare_item_is_open (MesoPrepareItem *self)
{
  return self->remedy != NULL;
}

void
meso_prepare_item_grab (MesoPrepareItem *self,
                        guint            nth)
{
  if (self->remedy != NULL)
    gtk_widget_grab_focus (self->remedy);
  else if (nth < self->buttons->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, nth));
}
