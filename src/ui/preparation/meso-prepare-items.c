/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-items.h"

#include "meso-local-day.h"
#include "meso-lot-chooser.h"
#include "meso-prepare-item.h"
#include "meso-prepare-reading.h"

struct _MesoPrepareItems
{
  GtkBox parent_instance;

  MesoContext *context;
  const MesoPrepareFacts *facts;
  MesoPrepareForm *form;
  GPtrArray *rows;                 /* (element-type MesoPrepareItem): by part; the box owns them */
};

G_DEFINE_FINAL_TYPE (MesoPrepareItems, meso_prepare_items, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* For one choice that is open. */
typedef struct
{
  MesoPrepareItems *items;
  guint part;
  guint nth;
} Choice;

static void
meso_prepare_items_dispose (GObject *object)
{
  MesoPrepareItems *self = MESO_PREPARE_ITEMS (object);

  self->facts = NULL;
  self->form = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_prepare_items_parent_class)->dispose (object);
}

static void
meso_prepare_items_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_PREPARE_ITEMS (object)->rows);
  G_OBJECT_CLASS (meso_prepare_items_parent_class)->finalize (object);
}

static void
meso_prepare_items_class_init (MesoPrepareItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_prepare_items_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_prepare_items_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_prepare_items_init (MesoPrepareItems *self)
{
  self->rows = g_ptr_array_new ();
}

/* owned (transfer full): what the moment borrows */
static MesoPickMoment
get_moment (MesoPrepareItems  *self,
            char             **owned)
{
  MesoCivilTime then = meso_prepare_form_get_moment (self->form, meso_context_get_now (self->context));

  *owned = meso_local_day_moment_at (then);
  return (MesoPickMoment) { then.date, *owned };
}

static void
chosen (MesoLotChooser *dialog,
        const char    *lot,
        const char    *opening,
        Choice        *choice)
{
  MesoPrepareItems *self = choice->items;
  g_autofree char *now_utc = NULL;
  GPtrArray *draws;

  /* What is on offer may have changed behind the dialog. */
  if (self->form == NULL || choice->part >= self->facts->plan->parts->len)
    return;
  draws = meso_prepare_picking_choose (self->facts->plan, self->form->draws, g_ptr_array_index (self->facts->plan->parts, choice->part),
                                       choice->nth, lot, *opening != '\0' ? opening : NULL, get_moment (self, &now_utc));
  g_ptr_array_unref (self->form->draws);
  self->form->draws = draws;
  meso_prepare_items_show (self, self->context, self->facts, self->form);
  meso_prepare_item_grab (g_ptr_array_index (self->rows, choice->part), choice->nth);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->items);
  g_free (choice);
}

static void
choose (MesoPrepareItems *self,
        guint             nth,
        MesoPrepareItem  *item)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *now_utc = NULL;
  MesoPickMoment moment = get_moment (self, &now_utc);
  const MesoPreparationPart *part;
  g_autoptr(GPtrArray) kept = NULL;
  MesoLotChooser *dialog;

  choice->items = g_object_ref (self);
  choice->nth = nth;
  g_ptr_array_find (self->rows, item, &choice->part);
  part = g_ptr_array_index (self->facts->plan->parts, choice->part);
  kept = meso_prepare_picking_list_kept (self->form->draws, part->item, nth);
  dialog = meso_lot_chooser_new (self->context, part, kept, moment);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (chosen), choice, choice_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

void
meso_prepare_items_show (MesoPrepareItems       *self,
                         MesoContext            *context,
                         const MesoPrepareFacts *facts,
                         MesoPrepareForm        *form)
{
  const GPtrArray *parts = facts->plan->parts;
  g_autofree char *now_utc = NULL;
  MesoPickMoment moment;

  g_set_object (&self->context, context);
  self->facts = facts;
  self->form = form;
  moment = get_moment (self, &now_utc);
  while (self->rows->len < parts->len)
    {
      GtkWidget *item = meso_prepare_item_new ();

      g_signal_connect_object (item, "choose", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), item);
      g_ptr_array_add (self->rows, item);
    }
  for (guint i = 0; i < parts->len; i++)
    meso_prepare_item_show (g_ptr_array_index (self->rows, i), context, facts, g_ptr_array_index (parts, i), i + 1, form->draws, moment);
}

void
meso_prepare_items_grab_first (MesoPrepareItems *self)
{
  if (self->rows->len > 0)
    meso_prepare_item_grab (g_ptr_array_index (self->rows, 0), 0);
}

gboolean
meso_prepare_items_grab_open (MesoPrepareItems *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MesoPrepareItem *item = g_ptr_array_index (self->rows, i);

      if (!meso_prepare_item_is_open (item))
        continue;
      meso_prepare_item_grab (item, 0);
      return TRUE;
    }
  return FALSE;
}
