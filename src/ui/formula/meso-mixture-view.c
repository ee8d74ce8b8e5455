/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-mixture-view.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-mixture-row.h"
#include "meso-mixture-whole.h"
#include "meso-segment-number.h"
#include "meso-syringe-view.h"
#include "meso-text.h"

#define REMOVE_WIDTH 34
#define SHARE_WIDTH 84

struct _MesoMixtureView
{
  AdwBin parent_instance;

  GtkWidget *head;
  GtkWidget *head_strength;
  GtkWidget *head_volume;
  GtkWidget *head_amount;
  GtkWidget *head_final;
  GtkWidget *head_share;
  GtkWidget *remove_space;
  GtkWidget *empty;
  GtkBox *rows;
  GtkWidget *diluent_row;
  GtkWidget *diluent_number;
  GtkLabel *diluent_name;
  GtkLabel *diluent_volume;
  GtkLabel *syringe_words;
  AdwBin *total_place;
  GtkWidget *total_problem;
  GtkBox *points_place;
  GtkWidget *points_problem;

  MesoContext *context;
  MesoFormulaEditor *editor;
  MesoMixtureWhole *whole;      /* (nullable): NULL until it is bound */
  MesoMixtureColumns columns;
  gboolean stacked;
  gboolean tight;
};

G_DEFINE_FINAL_TYPE (MesoMixtureView, meso_mixture_view, ADW_TYPE_BIN)

enum { NEXT, REMEDY, N_SIGNALS };
static guint signals[N_SIGNALS];
enum { PROP_0, PROP_STACKED, PROP_TIGHT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
meso_mixture_view_dispose (GObject *object)
{
  MesoMixtureView *self = MESO_MIXTURE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_MIXTURE_VIEW);
  g_clear_object (&self->whole);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  for (guint i = 0; i < MESO_MIXTURE_COLUMNS; i++)
    g_clear_object (&self->columns.groups[i]);
  G_OBJECT_CLASS (meso_mixture_view_parent_class)->dispose (object);
}

static void
meso_mixture_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MesoMixtureView *self = MESO_MIXTURE_VIEW (object);

  if (id == PROP_STACKED)
    meso_mixture_view_set_stacked (self, g_value_get_boolean (value), self->tight);
  else if (id == PROP_TIGHT)
    meso_mixture_view_set_stacked (self, self->stacked, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
meso_mixture_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_STACKED)
    g_value_set_boolean (value, MESO_MIXTURE_VIEW (object)->stacked);
  else if (id == PROP_TIGHT)
    g_value_set_boolean (value, MESO_MIXTURE_VIEW (object)->tight);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
meso_mixture_view_class_init (MesoMixtureViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = meso_mixture_view_dispose;
  object_class->set_property = meso_mixture_view_set_property;
  object_class->get_property = meso_mixture_view_get_property;
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMEDY] = g_signal_new ("remedy", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-mixture-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, head);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, head_strength);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, head_volume);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, head_amount);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, head_final);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, head_share);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, remove_space);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, empty);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, rows);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, diluent_row);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, diluent_number);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, diluent_name);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, diluent_volume);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, syringe_words);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, total_place);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, total_problem);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, points_place);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureView, points_problem);
}

static void
meso_mixture_view_init (MesoMixtureView *self)
{
  GtkWidget *heads[MESO_MIXTURE_COLUMNS];

  gtk_widget_init_template (GTK_WIDGET (self));
  heads[0] = self->head_strength;
  heads[1] = self->head_volume;
  heads[2] = self->head_amount;
  heads[3] = self->head_final;
  heads[4] = self->head_share;
  for (guint i = 0; i < MESO_MIXTURE_COLUMNS; i++)
    {
      self->columns.groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->columns.groups[i], heads[i]);
    }
  gtk_widget_set_size_request (self->head_share, SHARE_WIDTH, -1);
  gtk_widget_set_size_request (self->remove_space, REMOVE_WIDTH, -1);
}

static GtkWidget *
get_row (MesoMixtureView *self,
         guint            index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (; row != NULL && index > 0; index--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static guint
find_row (MesoMixtureView *self,
          GtkWidget       *row)
{
  guint index = 0;

  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    index++;
  return index;
}

/* The focus goes to the row that takes the place, so that it never gets lost. */
static void
row_removed (MesoMixtureView *self,
             GtkWidget       *row)
{
  guint index = find_row (self, row);
  guint left;

  meso_formula_editor_remove (self->editor, index);
  left = meso_formula_editor_get_draft (self->editor)->formula->items->len;
  if (left == 0)
    g_signal_emit (self, signals[NEXT], 0);
  else
    meso_mixture_view_grab_row (self, MIN (index, left - 1), MESO_FORMULA_FIELD_STRENGTH);
}

static void
row_done (MesoMixtureView *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
row_remedy (MesoMixtureView *self,
            guint            remedy,
            const char      *ingredient)
{
  g_signal_emit (self, signals[REMEDY], 0, remedy, ingredient);
}

static void
insert_row (MesoMixtureView *self,
            guint            index,
            const char      *id)
{
  GtkWidget *row = meso_mixture_row_new (self->context, self->editor, &self->columns, id);

  meso_mixture_row_set_stacked (MESO_MIXTURE_ROW (row), self->stacked, self->tight);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remedy", G_CALLBACK (row_remedy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "done", G_CALLBACK (row_done), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->rows, row, index > 0 ? get_row (self, index - 1) : NULL);
}

static void
take_out (MesoMixtureView *self,
          GtkWidget       *row)
{
  meso_mixture_row_retire (MESO_MIXTURE_ROW (row));
  gtk_box_remove (self->rows, row);
}

static gboolean
shows (GtkWidget             *row,
       const MesoFormulaItem *item)
{
  return row != NULL && g_strcmp0 (meso_mixture_row_get_id (MESO_MIXTURE_ROW (row)),
                                   item->ingredient != NULL ? item->ingredient : item->product) == 0;
}

/* The heads of the columns, while there is something in them. */
static void
show_head (MesoMixtureView *self)
{
  gtk_widget_set_visible (self->head, !self->stacked && !gtk_widget_get_visible (self->empty));
}

/* Rows that stay, stay in place: the one that is typed in keeps its focus. */
static void
update_rows (MesoMixtureView *self)
{
  const GPtrArray *items = meso_formula_editor_get_draft (self->editor)->formula->items;
  GtkWidget *row;

  for (guint i = 0; i < items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);

      row = get_row (self, i);
      if (!shows (row, item) && row != NULL && shows (gtk_widget_get_next_sibling (row), item))
        take_out (self, row);
      else if (!shows (row, item))
        insert_row (self, i, item->ingredient != NULL ? item->ingredient : item->product);
      meso_mixture_row_update (MESO_MIXTURE_ROW (get_row (self, i)), i);
    }
  while ((row = get_row (self, items->len)) != NULL)
    take_out (self, row);
  gtk_widget_set_visible (self->empty, items->len == 0);
  show_head (self);
}

static void
update_diluent (MesoMixtureView *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);
  const char *diluent = meso_formula_editor_get_draft (self->editor)->formula->diluent;
  g_autofree char *volume = meso_formula_wording_volume (self->context, reading->diluent_ul);
  g_autofree char *capacity = meso_formula_wording_volume (self->context, meso_syringe_view_get_capacity (reading->total_ul));
  g_autofree char *isolated = meso_text_isolate (capacity);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->diluent_row, diluent != NULL && reading->diluent_ul > 0);
  if (diluent != NULL)
    {
      g_autofree char *name = meso_formula_wording_name (self->context, diluent);

      gtk_label_set_label (self->diluent_name, name);
      meso_segment_number_show (self->diluent_number, self->context, reading->items->len + 1, TRUE);
    }
  gtk_label_set_label (self->diluent_volume, volume);
  if (reading->total_ul == 0)
    words = g_strdup (_("Leave it empty to add no diluent"));
  else
    /* Translators: %s is a volume, "5 mL" */
    words = g_strdup_printf (_("In a syringe of %s; leave it empty to add no diluent"), isolated);
  gtk_label_set_label (self->syringe_words, words);
}

static void
editor_changed (MesoMixtureView *self)
{
  update_rows (self);
  update_diluent (self);
  meso_mixture_whole_update (self->whole);
}

void
meso_mixture_view_bind (MesoMixtureView   *self,
                        MesoContext       *context,
                        MesoFormulaEditor *editor)
{
  const MesoMixtureWholePlaces places = { self->total_place, self->total_problem, self->points_place, self->points_problem };

  g_set_object (&self->context, context);
  g_set_object (&self->editor, editor);
  self->whole = meso_mixture_whole_new (context, editor, &places);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed), self, G_CONNECT_SWAPPED);
  editor_changed (self);
}

void
meso_mixture_view_set_stacked (MesoMixtureView *self,
                               gboolean         stacked,
                               gboolean         tight)
{
  if (self->stacked == stacked && self->tight == tight)
    return;
  self->stacked = stacked;
  self->tight = tight;
  show_head (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->points_place),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < MESO_MIXTURE_COLUMNS; i++)
    gtk_size_group_set_mode (self->columns.groups[i], stacked ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_HORIZONTAL);
  for (GtkWidget *row = get_row (self, 0); row != NULL; row = gtk_widget_get_next_sibling (row))
    meso_mixture_row_set_stacked (MESO_MIXTURE_ROW (row), stacked, tight);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIGHT]);
}

void
meso_mixture_view_grab_row (MesoMixtureView  *self,
                            guint             row,
                            MesoFormulaField  field)
{
  GtkWidget *widget = get_row (self, row);

  if (widget != NULL)
    meso_mixture_row_grab_field (MESO_MIXTURE_ROW (widget), field);
}

void
meso_mixture_view_grab_field (MesoMixtureView  *self,
                              MesoFormulaField  field)
{
  meso_mixture_whole_grab_field (self->whole, field);
}

gboolean
meso_mixture_view_grab_fault (MesoMixtureView *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);

  for (guint i = 0; i < reading->items->len; i++)
    {
      const MesoFormulaItemReading *item = g_ptr_array_index (reading->items, i);

      if (item->complete)
        continue;
      meso_mixture_view_grab_row (self, i, item->strength != MESO_FORMULA_PROBLEM_NONE ? MESO_FORMULA_FIELD_STRENGTH
                                           : item->amount_problem != MESO_FORMULA_PROBLEM_NONE ? MESO_FORMULA_FIELD_AMOUNT
                                           : MESO_FORMULA_FIELD_VOLUME);
      return TRUE;
    }
  return meso_mixture_whole_grab_fault (self->whole);
}

gboolean
meso_mixture_view_grab_finding (MesoMixtureView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (meso_mixture_row_grab_finding (MESO_MIXTURE_ROW (row)))
      return TRUE;
  return FALSE;
}
