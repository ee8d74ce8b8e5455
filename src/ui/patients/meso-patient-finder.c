/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-finder-private.h"

/* Widths of the list, in scaled pixels: of columns, and of rows. */
#define COLUMNS_WIDTH 1180
#define ROWS_WIDTH 824

G_DEFINE_FINAL_TYPE (MesoPatientFinder, meso_patient_finder, ADW_TYPE_BIN)

enum { CHOSEN, NEW_PATIENT, LEFT, RESTYLED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_0, PROP_CHOOSING, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

const char *
meso_patient_finder_get_typed (MesoPatientFinder *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

MesoPatientRowForm
meso_patient_finder_get_form (MesoPatientFinder *self)
{
  return self->form;
}

const MesoGlance *
meso_patient_finder_get_glance (MesoPatientFinder *self,
                                gpointer           item)
{
  MesoGlanceSource source = { .context = self->context, .patient = meso_patient_item_get_patient (item), .sought = self->sought };

  if (source.patient == NULL)
    return NULL;
  source.outlook = meso_outlooks_get (self->outlooks, source.patient->id, &source.outlook_serial);
  source.twin = !self->choosing && meso_twins_card_has (self->twins, source.patient->id);
  return meso_glance_get (G_OBJECT (item), &source);
}

MesoPatient *
meso_patient_finder_dup_patient (MesoPatientFinder *self,
                                 guint              position)
{
  g_autoptr(MesoPatientItem) item = g_list_model_get_item (G_LIST_MODEL (self->patients), position);
  const MesoPatient *patient = item != NULL ? meso_patient_item_get_patient (item) : NULL;

  return patient != NULL ? meso_patient_copy (patient) : NULL;
}

guint
meso_patient_finder_get_selected (MesoPatientFinder *self)
{
  return meso_patient_view_get_selected (self->view);
}

void
meso_patient_finder_select (MesoPatientFinder *self,
                            guint              position)
{
  meso_patient_view_select (self->view, position);
}

static void
row_activated (MesoPatientFinder *self,
               guint              position)
{
  meso_patient_finder_choose (self, position);
}

/* Other people are looked for. */
static void
begin_anew (MesoPatientFinder *self)
{
  self->pending = NOTHING;
  meso_patient_finder_stop_awaiting (self);
  meso_patient_view_begin_anew (self->view);
}

/* At once, and not a moment later as the entry's own signal of a search: Enter, pressed right behind, is about this text. */
static void
text_changed (MesoPatientFinder *self)
{
  if (self->patients == NULL)
    return;
  begin_anew (self);
  meso_patient_list_set_today (self->patients, meso_context_get_today (self->context));
  meso_patient_list_set_text (self->patients, meso_patient_finder_get_typed (self));
}

static void
filter_changed (MesoPatientFinder *self)
{
  if (self->patients == NULL)
    return;
  begin_anew (self);
  meso_patient_list_set_today (self->patients, meso_context_get_today (self->context));
  meso_patient_list_set_filter (self->patients, meso_patient_filters_get_selected (self->filters));
}

static void
search_stopped (MesoPatientFinder *self)
{
  if (*meso_patient_finder_get_typed (self) == '\0')
    g_signal_emit (self, signals[LEFT], 0);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
new_clicked (MesoPatientFinder *self)
{
  g_signal_emit (self, signals[NEW_PATIENT], 0, meso_patient_finder_get_typed (self));
}

static void
all_clicked (MesoPatientFinder *self)
{
  meso_patient_filters_set_selected (self->filters, MESO_PATIENT_FILTER_ALL);
}

static void
retry (MesoPatientFinder *self)
{
  meso_patient_list_reload (self->patients);
}

static void
restyle (MesoPatientFinder *self)
{
  g_signal_emit (self, signals[RESTYLED], 0);
}

/* The marks go with the rows: they are of what these were found by, which is what was typed a moment ago. */
static void
seek (MesoPatientFinder *self)
{
  g_clear_pointer (&self->sought, meso_sought_unref);
  self->sought = meso_sought_new (self->context, meso_patient_list_get_text (self->patients));
  meso_twins_card_seek (self->twins, self->sought, !self->choosing && !meso_patient_finder_is_filtered (self));
}

static gboolean
seek_if_changed (MesoPatientFinder *self)
{
  if (g_strcmp0 (self->sought->text, meso_patient_list_get_text (self->patients)) == 0)
    return FALSE;
  seek (self);
  return TRUE;
}

/* Another text has other rows, which are all made anew. */
static void
items_changing (MesoPatientFinder *self)
{
  seek_if_changed (self);
}

static void
list_notified (MesoPatientFinder *self)
{
  if (meso_patient_finder_is_answered (self) && meso_patient_list_get_error (self->patients) == NULL && seek_if_changed (self))
    restyle (self);
  meso_patient_finder_refresh (self);
}

static void
set_form (MesoPatientFinder *self,
          MesoPatientRowForm form)
{
  self->form = form;
  meso_patient_view_set_form (self->view, form);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  adw_clamp_set_maximum_size (self->head, form == MESO_PATIENT_ROW_CELL ? COLUMNS_WIDTH : ROWS_WIDTH);
  if (self->patients == NULL)
    return;
  restyle (self);
  meso_patient_finder_refresh (self);
}

static void
breakpoint_changed (MesoPatientFinder *self)
{
  AdwBreakpoint *current = adw_breakpoint_bin_get_current_breakpoint (ADW_BREAKPOINT_BIN (adw_bin_get_child (ADW_BIN (self))));

  meso_patient_filters_set_narrow (self->filters, current == self->tight || current == self->narrow);
  meso_twins_card_set_narrow (self->twins, current == self->narrow);
  set_form (self, current == NULL           ? MESO_PATIENT_ROW_CELL
                  : current == self->narrow ? MESO_PATIENT_ROW_NARROW
                                            : MESO_PATIENT_ROW_WIDE);
}

static void
settings_changed (MesoPatientFinder *self)
{
  seek (self);
  restyle (self);
  meso_patient_finder_refresh (self);
}

static void
counts_changed (MesoPatientFinder *self)
{
  meso_patient_filters_set_counts (self->filters, self->context, meso_patient_counter_get (self->counter));
}

static void
meso_patient_finder_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  MesoPatientFinder *self = MESO_PATIENT_FINDER (object);

  g_value_set_boolean (value, id == PROP_CHOOSING ? self->choosing : self->form == MESO_PATIENT_ROW_NARROW);
}

static void
meso_patient_finder_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  MesoPatientFinder *self = MESO_PATIENT_FINDER (object);

  self->choosing = g_value_get_boolean (value);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), !self->choosing);
}

static void
meso_patient_finder_dispose (GObject *object)
{
  MesoPatientFinder *self = MESO_PATIENT_FINDER (object);

  meso_patient_finder_stop_awaiting (self);
  g_clear_pointer (&self->menu, meso_patient_menu_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_FINDER);
  g_clear_object (&self->patients);
  g_clear_object (&self->outlooks);
  g_clear_object (&self->counter);
  g_clear_pointer (&self->sought, meso_sought_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patient_finder_parent_class)->dispose (object);
}

static gboolean
meso_patient_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MESO_PATIENT_FINDER (widget)->entry));
}

static void
install_signals (GType type)
{
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_PATIENT] = g_signal_new ("new-patient", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTYLED] = g_signal_new ("restyled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  CHILD (medium);
  CHILD (tight);
  CHILD (narrow);
  CHILD (stale);
  CHILD (head);
  CHILD (entry);
  CHILD (bar);
  CHILD (filters);
  CHILD (total);
  CHILD (twins);
  CHILD (stack);
  CHILD (view);
  CHILD (blank);
  CHILD (hints);
  CHILD (row_menu);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, breakpoint_changed);
  gtk_widget_class_bind_template_callback (widget_class, text_changed);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
  gtk_widget_class_bind_template_callback_full (widget_class, "entry_activated", G_CALLBACK (meso_patient_finder_entry_activated));
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
  gtk_widget_class_bind_template_callback_full (widget_class, "entry_key_pressed", G_CALLBACK (meso_patient_finder_entry_key_pressed));
  gtk_widget_class_bind_template_callback_full (widget_class, "view_left", G_CALLBACK (meso_patient_finder_view_left));
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, retry);
}

static void
meso_patient_finder_class_init (MesoPatientFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = meso_patient_finder_get_property;
  object_class->set_property = meso_patient_finder_set_property;
  object_class->dispose = meso_patient_finder_dispose;
  widget_class->grab_focus = meso_patient_finder_grab_focus;
  install_signals (G_TYPE_FROM_CLASS (klass));
  properties[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MESO_TYPE_PATIENT_BLANK);
  g_type_ensure (MESO_TYPE_PATIENT_FILTERS);
  g_type_ensure (MESO_TYPE_PATIENT_VIEW);
  g_type_ensure (MESO_TYPE_TWINS_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-finder.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  meso_patient_menu_install (widget_class);
}

static void
meso_patient_finder_init (MesoPatientFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "blank");
}

static void
make_model (MesoPatientFinder *self)
{
  self->patients = meso_patient_list_new (meso_context_get_clinic (self->context));
  /* Before the views hear of it: their rows are bound with the marks that belong to them. */
  g_signal_connect_object (self->patients, "items-changed", G_CALLBACK (items_changing), self, G_CONNECT_SWAPPED);
  self->menu = meso_patient_menu_new (self, self->row_menu, !self->choosing);
  meso_patient_view_set_model (self->view, self, G_LIST_MODEL (self->patients), self->menu);
  g_signal_connect_object (self->patients, "items-changed", G_CALLBACK (meso_patient_finder_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->patients, "notify", G_CALLBACK (list_notified), self, G_CONNECT_SWAPPED);
}

static void
make_surroundings (MesoPatientFinder *self)
{
  self->outlooks = meso_outlooks_new (self->context, GTK_WIDGET (self));
  g_signal_connect_object (self->outlooks, "changed", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  if (self->choosing)
    return;
  meso_twins_card_set_context (self->twins, self->context);
  g_signal_connect_object (self->twins, "changed", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  self->counter = meso_patient_counter_new (self->context, GTK_WIDGET (self));
  g_signal_connect_object (self->counter, "changed", G_CALLBACK (counts_changed), self, G_CONNECT_SWAPPED);
}

void
meso_patient_finder_set_context (MesoPatientFinder *self,
                                 MesoContext       *context)
{
  self->context = g_object_ref (context);
  self->sought = meso_sought_new (context, "");
  make_surroundings (self);
  make_model (self);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (settings_changed), self, G_CONNECT_SWAPPED);
  settings_changed (self);
}

void
meso_patient_finder_leave_out (MesoPatientFinder *self,
                               const char        *patient)
{
  meso_patient_list_leave_out (self->patients, patient);
}

void
meso_patient_finder_capture (MesoPatientFinder *self,
                             GtkWidget         *widget)
{
  gtk_search_entry_set_key_capture_widget (self->entry, widget);
}
