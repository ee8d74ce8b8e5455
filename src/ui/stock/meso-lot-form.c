/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-form.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field-rows.h"
#include "meso-field.h"
#include "meso-formula-wording.h"
#include "meso-lot-rows.h"
#include "meso-lot-twin-row.h"
#include "meso-opened-life.h"
#include "meso-stock-service.h"
#include "meso-text.h"

#define SUGGESTIONS_MAX 6

struct _MesoLotForm
{
  GtkBox parent_instance;

  MesoContext *context;
  MesoLot *lot;                /* (nullable): on file */
  GPtrArray *things;           /* MesoSubstance */
  char *filled_for;            /* (nullable): what the formulary filled the fields for, */
  char *filled[MESO_LOT_FIELDS];   /* and (nullable) with what */
  const MesoIngredient *salts_of;  /* (nullable): whose salts are offered */
  gboolean filling;            /* what changes now nobody typed */

  GtkWidget *rows[MESO_LOT_FIELDS];
  GtkWidget *things_row;
  GtkWidget *strengths_row;
  GtkWidget *twin_row;
  GtkWidget *amounts;
};

G_DEFINE_FINAL_TYPE (MesoLotForm, meso_lot_form, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_text (MesoLotForm  *self,
          MesoLotField  field)
{
  return meso_field_row_dup_text (self->rows[field]);
}

static gboolean
is_empty (MesoLotForm  *self,
          MesoLotField  field)
{
  g_autofree char *text = dup_text (self, field);

  return meso_text_is_empty (text);
}

/* (nullable) (transfer full): what the formulary knows of what is typed */
static MesoLot *
dup_known (MesoLotForm *self)
{
  g_autofree char *text = dup_text (self, MESO_LOT_FIELD_WHAT);
  const MesoSubstance *what = meso_substances_find (self->things, text);

  return what != NULL ? meso_stock_service_draft (meso_context_get_clinic (self->context), what->id,
                                                  meso_context_get_language (self->context)) : NULL;
}

/* What was filled in for another thing goes with it; what was typed stays. */
static void
fill (MesoLotForm  *self,
      MesoLotField  field,
      const char   *text)
{
  g_autofree char *present = dup_text (self, field);

  if (*present != '\0' && g_strcmp0 (present, self->filled[field]) != 0)
    return;
  g_set_str (&self->filled[field], text != NULL ? text : "");
  meso_field_row_set_text (self->rows[field], self->filled[field]);
}

static void
fill_known (MesoLotForm   *self,
            const MesoLot *known)
{
  g_autofree char *volume = known->container_ul > 0 ? meso_formula_wording_volume (self->context, known->container_ul) : NULL;
  g_autofree char *life = meso_opened_life_write (self->context, known->opened_life_h);

  fill (self, MESO_LOT_FIELD_MAKER, known->maker);
  fill (self, MESO_LOT_FIELD_LICENCE, known->licence);
  fill (self, MESO_LOT_FIELD_VOLUME, volume);
  fill (self, MESO_LOT_FIELD_STORAGE, known->storage);
  fill (self, MESO_LOT_FIELD_OPENED_LIFE, life);
  if (known->product != NULL)
    meso_field_row_set_text (self->rows[MESO_LOT_FIELD_DOSE], known->multi_dose ? "multi" : "single");
}

static void
thing_clicked (MesoLotForm *self,
               GtkButton   *button)
{
  g_autofree char *name = g_strdup (gtk_button_get_label (button));
  g_autoptr(MesoLot) known = NULL;

  meso_field_row_set_text (self->rows[MESO_LOT_FIELD_WHAT], name);
  known = dup_known (self);
  gtk_widget_grab_focus (self->rows[known != NULL && meso_lot_needs_strength (self->context, known) ? MESO_LOT_FIELD_STRENGTH
                                                                                                   : MESO_LOT_FIELD_NUMBER]);
}

static void
strength_clicked (MesoLotForm *self,
                  GtkButton   *button)
{
  g_autofree char *strength = g_strdup (gtk_button_get_label (button));

  meso_field_row_set_text (self->rows[MESO_LOT_FIELD_STRENGTH], strength);
  gtk_widget_grab_focus (self->rows[MESO_LOT_FIELD_NUMBER]);
}

static void
show_things (MesoLotForm *self,
             gboolean     known)
{
  g_autofree char *text = dup_text (self, MESO_LOT_FIELD_WHAT);
  gboolean typing = gtk_widget_get_state_flags (self->rows[MESO_LOT_FIELD_WHAT]) & GTK_STATE_FLAG_FOCUS_WITHIN;
  g_autoptr(GPtrArray) found = meso_substances_search (self->things, text, SUGGESTIONS_MAX);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < found->len && typing && !known; i++)
    g_ptr_array_add (names, ((MesoSubstance *) g_ptr_array_index (found, i))->name);
  meso_picks_row_show (self->things_row, names, G_CALLBACK (thing_clicked), self);
}

static void
show_strengths (MesoLotForm   *self,
                const MesoLot *known)
{
  gboolean needed = known != NULL && meso_lot_needs_strength (self->context, known);
  const MesoProductComponent *component = needed ? g_ptr_array_index (known->components, 0) : NULL;
  const MesoIngredient *ingredient = needed ? meso_protocol_lookup_ingredient (meso_context_get_protocol (self->context), component->ingredient)
                                            : NULL;
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ingredient != NULL && i < ingredient->strengths->len && is_empty (self, MESO_LOT_FIELD_STRENGTH); i++)
    g_ptr_array_add (labels, meso_context_localise_number (self->context, g_ptr_array_index (ingredient->strengths, i)));
  gtk_widget_set_visible (self->rows[MESO_LOT_FIELD_STRENGTH], needed);
  gtk_widget_set_visible (self->rows[MESO_LOT_FIELD_SALT], ingredient != NULL && ingredient->salts->len > 0);
  if (ingredient != NULL && ingredient != self->salts_of)
    {
      self->salts_of = ingredient;
      meso_lot_salt_row_show (self->rows[MESO_LOT_FIELD_SALT], ingredient, meso_context_get_language (self->context));
    }
  gtk_widget_set_visible (self->rows[MESO_LOT_FIELD_NAME], known == NULL || known->product == NULL);
  meso_picks_row_show (self->strengths_row, labels, G_CALLBACK (strength_clicked), self);
}

/* What the typed thing is, and so which fields there are. */
static void
show_known (MesoLotForm *self)
{
  g_autofree char *text = dup_text (self, MESO_LOT_FIELD_WHAT);
  const MesoSubstance *what = meso_substances_find (self->things, text);
  g_autoptr(MesoLot) known = dup_known (self);
  g_autofree char *dose = dup_text (self, MESO_LOT_FIELD_DOSE);

  if (self->lot != NULL)
    return;
  show_things (self, known != NULL);
  show_strengths (self, known);
  if (known != NULL && !self->filling && g_strcmp0 (self->filled_for, what->id) != 0)
    {
      g_set_str (&self->filled_for, what->id);
      fill_known (self, known);
    }
  gtk_widget_set_visible (self->rows[MESO_LOT_FIELD_OPENED_LIFE], g_str_equal (dose, "multi"));
}

static void
row_changed (MesoLotForm *self,
             GtkWidget   *row)
{
  /* A date says by itself what it understood. */
  if (!MESO_IS_DATE_ROW (row) && meso_field_has_error (row))
    meso_field_set_error (row, NULL);
}

static void
form_changed (MesoLotForm *self)
{
  if (self->filling)
    return;
  show_known (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (MesoLotForm         *self,
         AdwPreferencesGroup *group,
         MesoLotField         field)
{
  GtkWidget *row = meso_lot_field_row_new (field);

  self->rows[field] = row;
  meso_field_row_connect (row, G_CALLBACK (form_changed), self);
  if (GTK_IS_EDITABLE (row))
    g_signal_connect_object (row, "changed", G_CALLBACK (row_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (MesoLotForm *self,
           const char  *title)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);

  gtk_box_append (GTK_BOX (self), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_rows (MesoLotForm *self)
{
  AdwPreferencesGroup *group = add_group (self, _("What It Is"));

  add_row (self, group, MESO_LOT_FIELD_WHAT);
  self->things_row = meso_picks_row_new (_("From the formulary"));
  adw_preferences_group_add (group, self->things_row);
  add_row (self, group, MESO_LOT_FIELD_SALT);
  add_row (self, group, MESO_LOT_FIELD_STRENGTH);
  self->strengths_row = meso_picks_row_new (_("Strengths it is sold in"));
  adw_preferences_group_add (group, self->strengths_row);
  add_row (self, group, MESO_LOT_FIELD_NAME);
  group = add_group (self, _("On the Box"));
  add_row (self, group, MESO_LOT_FIELD_NUMBER);
  self->twin_row = meso_lot_twin_row_new ();
  adw_preferences_group_add (group, self->twin_row);
  add_row (self, group, MESO_LOT_FIELD_EXPIRY);
  add_row (self, group, MESO_LOT_FIELD_MAKER);
  add_row (self, group, MESO_LOT_FIELD_LICENCE);
  group = add_group (self, _("How Much Came"));
  self->amounts = GTK_WIDGET (group);
  add_row (self, group, MESO_LOT_FIELD_CONTAINERS);
  add_row (self, group, MESO_LOT_FIELD_VOLUME);
  add_row (self, group, MESO_LOT_FIELD_DOSE);
  add_row (self, group, MESO_LOT_FIELD_OPENED_LIFE);
  group = add_group (self, _("Delivery"));
  add_row (self, group, MESO_LOT_FIELD_RECEIVED_ON);
  add_row (self, group, MESO_LOT_FIELD_SUPPLIER);
  add_row (self, group, MESO_LOT_FIELD_STORAGE);
  add_row (self, group, MESO_LOT_FIELD_PRICE);
}

static void
meso_lot_form_dispose (GObject *object)
{
  MesoLotForm *self = MESO_LOT_FORM (object);

  self->filling = TRUE;
  g_clear_object (&self->context);
  g_clear_pointer (&self->lot, meso_lot_free);
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_pointer (&self->filled_for, g_free);
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    g_clear_pointer (&self->filled[i], g_free);
  G_OBJECT_CLASS (meso_lot_form_parent_class)->dispose (object);
}

static gboolean
meso_lot_form_grab_focus (GtkWidget *widget)
{
  MesoLotForm *self = MESO_LOT_FORM (widget);

  return gtk_widget_grab_focus (self->rows[self->lot != NULL ? MESO_LOT_FIELD_NUMBER : MESO_LOT_FIELD_WHAT]);
}

static void
meso_lot_form_class_init (MesoLotFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_lot_form_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = meso_lot_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_lot_form_init (MesoLotForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->filling = TRUE;
  add_rows (self);
}

void
meso_lot_form_begin (MesoLotForm   *self,
                     MesoContext   *context,
                     const MesoLot *lot)
{
  self->context = g_object_ref (context);
  self->lot = lot != NULL ? meso_lot_copy (lot) : NULL;
  self->things = meso_substances_list_stocked (context);
  meso_date_row_set_context (MESO_DATE_ROW (self->rows[MESO_LOT_FIELD_EXPIRY]), context);
  meso_date_row_set_context (MESO_DATE_ROW (self->rows[MESO_LOT_FIELD_RECEIVED_ON]), context);
  for (guint i = 0; i < MESO_LOT_FIELDS && lot != NULL; i++)
    gtk_widget_set_visible (self->rows[i], meso_lot_field_is_amended (i));
  gtk_widget_set_visible (self->amounts, lot == NULL);
  self->filling = FALSE;
}

MesoLotDraft *
meso_lot_form_dup_draft (MesoLotForm *self)
{
  MesoLotDraft *draft = meso_lot_draft_new ();

  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      g_free (draft->texts[i]);
      draft->texts[i] = dup_text (self, i);
    }
  return draft;
}

void
meso_lot_form_show (MesoLotForm        *self,
                    const MesoLotDraft *draft)
{
  const MesoSubstance *what = meso_substances_find (self->things, draft->texts[MESO_LOT_FIELD_WHAT]);

  self->filling = TRUE;
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      meso_field_set_error (self->rows[i], NULL);
      meso_field_row_set_text (self->rows[i], draft->texts[i]);
      g_clear_pointer (&self->filled[i], g_free);
    }
  g_set_str (&self->filled_for, what != NULL ? what->id : NULL);
  show_known (self);
  /* Only now are there salts to choose from. */
  meso_field_row_set_text (self->rows[MESO_LOT_FIELD_SALT], draft->texts[MESO_LOT_FIELD_SALT]);
  self->filling = FALSE;
}

void
meso_lot_form_propose (MesoLotForm *self,
                       const char  *what)
{
  g_autoptr(MesoLot) known = meso_stock_service_draft (meso_context_get_clinic (self->context), what,
                                                       meso_context_get_language (self->context));

  if (known == NULL)
    return;
  self->filling = TRUE;
  meso_field_row_set_text (self->rows[MESO_LOT_FIELD_WHAT], known->name);
  g_set_str (&self->filled_for, what);
  fill_known (self, known);
  show_known (self);
  self->filling = FALSE;
}

MesoLotReading *
meso_lot_form_read (MesoLotForm *self)
{
  g_autoptr(MesoLotDraft) draft = meso_lot_form_dup_draft (self);

  return self->lot != NULL ? meso_lot_reading_new_of (self->context, self->lot, draft)
                           : meso_lot_reading_new (self->context, self->things, draft);
}

void
meso_lot_form_say (MesoLotForm          *self,
                   const MesoLotReading *reading)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      meso_field_set_error (self->rows[i], reading->problems[i]);
      if (first == NULL && reading->problems[i] != NULL)
        first = self->rows[i];
    }
  if (first != NULL)
    meso_field_show (first);
}

void
meso_lot_form_point_at (MesoLotForm *self,
                        const char  *sentence,
                        const char  *lot)
{
  meso_lot_twin_row_show (self->twin_row, sentence, lot);
}
