/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-view.h"

#include "meso-patient-columns.h"

/* A view of GTK makes 200 rows, however few are in sight, and that is felt at each key. While somebody types there are as many as this
 * window shows; the others come little by little, milliseconds after the last key. */
#define FEWEST_ROWS 16
#define ROW_HEIGHT 44
#define MORE_ROWS 8
#define ALL_ROWS 208
#define QUIET 350
#define PACE 40

struct _MesoPatientView
{
  AdwBin parent_instance;

  GtkSliceListModel *slice;
  GtkSingleSelection *selection;
  guint growing;              /* id of a source, or 0 */
  MesoPatientRowForm form;

  GtkStack *stack;
  GtkScrolledWindow *columns_scrolled;
  GtkScrolledWindow *rows_scrolled;
  GtkColumnView *columns;
  GtkListView *rows;
};

G_DEFINE_FINAL_TYPE (MesoPatientView, meso_patient_view, ADW_TYPE_BIN)

enum { ACTIVATE, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
count (MesoPatientView *self)
{
  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}

static void
row_activated (MesoPatientView *self,
               guint            position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static gboolean
list_key_pressed (MesoPatientView *self,
                  guint            keyval)
{
  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up) || meso_patient_view_get_selected (self) != 0)
    return GDK_EVENT_PROPAGATE;
  meso_patient_view_select (self, GTK_INVALID_LIST_POSITION);
  g_signal_emit (self, signals[LEFT], 0);
  return GDK_EVENT_STOP;
}

static void
go_to (MesoPatientView   *self,
       guint              position,
       GtkListScrollFlags flags)
{
  if (self->form == MESO_PATIENT_ROW_CELL)
    gtk_column_view_scroll_to (self->columns, position, NULL, flags, NULL);
  else
    gtk_list_view_scroll_to (self->rows, position, flags, NULL);
}

/* Only the view in sight has the rows: the other one would make as many widgets for nobody. The place in the list goes along. */
static void
give_rows (MesoPatientView *self)
{
  gboolean columns = self->form == MESO_PATIENT_ROW_CELL;
  GtkAdjustment *old = gtk_scrolled_window_get_vadjustment (columns ? self->rows_scrolled : self->columns_scrolled);
  double upper = gtk_adjustment_get_upper (old);
  double share = upper > 0 ? gtk_adjustment_get_value (old) / upper : 0;
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_column_view_set_model (self->columns, columns ? model : NULL);
  gtk_list_view_set_model (self->rows, columns ? NULL : model);
  gtk_stack_set_visible_child_name (self->stack, columns ? "columns" : "rows");
  if (share > 0 && count (self) > 0)
    go_to (self, MIN ((guint) (share * count (self) + 0.5), count (self) - 1), GTK_LIST_SCROLL_NONE);
}

static void
meso_patient_view_dispose (GObject *object)
{
  MesoPatientView *self = MESO_PATIENT_VIEW (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  G_OBJECT_CLASS (meso_patient_view_parent_class)->dispose (object);
}

static void
meso_patient_view_class_init (MesoPatientViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_view_dispose;
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientView, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientView, columns_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientView, rows_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientView, columns);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientView, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed);
}

static void
meso_patient_view_init (MesoPatientView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
grow (gpointer data)
{
  MesoPatientView *self = data;
  guint size = gtk_slice_list_model_get_size (self->slice) + MORE_ROWS;

  if (size < ALL_ROWS && size < g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice)))
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }
  self->growing = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_to_grow (gpointer data)
{
  MesoPatientView *self = data;

  self->growing = g_timeout_add (PACE, grow, self);
  return G_SOURCE_REMOVE;
}

static void
begin_small (MesoPatientView *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, MAX (FEWEST_ROWS, (guint) gtk_widget_get_height (GTK_WIDGET (self)) / ROW_HEIGHT + 2));
  self->growing = g_timeout_add (QUIET, begin_to_grow, self);
}

void
meso_patient_view_set_model (MesoPatientView   *self,
                             MesoPatientFinder *finder,
                             GListModel        *patients,
                             MesoPatientMenu   *menu)
{
  g_autoptr(GtkListItemFactory) factory = meso_patient_columns_row_factory (finder);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->slice = gtk_slice_list_model_new (g_object_ref (patients), 0, FEWEST_ROWS);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slice));
  begin_small (self);
  gtk_list_view_set_factory (self->rows, factory);
  meso_patient_columns_add (self->columns, finder);
  meso_patient_menu_attach (menu, GTK_WIDGET (self->columns));
  meso_patient_menu_attach (menu, GTK_WIDGET (self->rows));
  give_rows (self);
}

void
meso_patient_view_set_form (MesoPatientView   *self,
                            MesoPatientRowForm form)
{
  gboolean switches = (form == MESO_PATIENT_ROW_CELL) != (self->form == MESO_PATIENT_ROW_CELL);

  self->form = form;
  if (switches && self->selection != NULL)
    give_rows (self);
}

guint
meso_patient_view_get_selected (MesoPatientView *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

void
meso_patient_view_select (MesoPatientView *self,
                          guint            position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

void
meso_patient_view_enter (MesoPatientView *self)
{
  if (count (self) == 0)
    return;
  go_to (self, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
  /* That was the focus among the rows only. */
  gtk_widget_grab_focus (self->form == MESO_PATIENT_ROW_CELL ? GTK_WIDGET (self->columns) : GTK_WIDGET (self->rows));
}

void
meso_patient_view_begin_anew (MesoPatientView *self)
{
  meso_patient_view_select (self, GTK_INVALID_LIST_POSITION);
  begin_small (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->columns_scrolled), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->rows_scrolled), 0);
}
