/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-finder.h"

#include <glib/gi18n.h>

#include "meso-patient-list.h"
#include "meso-patient-row.h"
#include "meso-patient-words.h"

struct _MesoPatientFinder
{
  AdwBin parent_instance;

  MesoContext *context;
  MesoPatientList *patients;
  GtkSingleSelection *selection;

  GtkSearchEntry *entry;
  GtkLabel *total;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nobody;
  GtkWidget *nobody_button;
  GtkLabel *nobody_label;
};

G_DEFINE_FINAL_TYPE (MesoPatientFinder, meso_patient_finder, ADW_TYPE_BIN)

enum { CHOSEN, NEW_PATIENT, TYPED, N_SIGNALS };
static guint signals[N_SIGNALS];

const char *
meso_patient_finder_get_typed (MesoPatientFinder *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
choose (MesoPatientFinder *self,
        guint              position)
{
  g_autoptr(MesoPatientItem) item = g_list_model_get_item (G_LIST_MODEL (self->patients), position);
  const MesoPatient *patient = item != NULL ? meso_patient_item_get_patient (item) : NULL;

  if (patient != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, patient->id);
}

static void
row_activated (MesoPatientFinder *self,
               guint              position)
{
  choose (self, position);
}

/* Enter takes the one that was picked with the keys, else the best. */
static void
entry_activated (MesoPatientFinder *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  choose (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
text_changed (MesoPatientFinder *self)
{
  if (self->patients == NULL)
    return;
  meso_patient_list_set_text (self->patients, meso_patient_finder_get_typed (self));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
search_stopped (MesoPatientFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
new_clicked (MesoPatientFinder *self)
{
  g_signal_emit (self, signals[NEW_PATIENT], 0, meso_patient_finder_get_typed (self));
}

static gboolean
entry_key_pressed (MesoPatientFinder *self,
                   guint              keyval)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || g_list_model_get_n_items (G_LIST_MODEL (self->patients)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
list_key_pressed (MesoPatientFinder *self,
                  guint              keyval)
{
  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up) || gtk_single_selection_get_selected (self->selection) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return GDK_EVENT_STOP;
}

static void
show_total (MesoPatientFinder *self,
            guint              shown)
{
  guint64 all = meso_patient_list_get_total (self->patients);
  g_autofree char *n_all = meso_context_format_number (self->context, (gint64) all);
  g_autofree char *n_shown = meso_context_format_number (self->context, shown);
  g_autofree char *text = NULL;

  if (*meso_patient_finder_get_typed (self) == '\0')
    text = g_strdup_printf (ngettext ("%s patient", "%s patients", (gulong) all), n_all);
  else if (meso_patient_list_get_complete (self->patients))
    /* Translators: how many of all patients match */
    text = g_strdup_printf (ngettext ("%s of %s patient", "%s of %s patients", (gulong) all), n_shown, n_all);
  else
    /* Translators: the first ones of those who match are shown; how many of all patients */
    text = g_strdup_printf (ngettext ("the first %s of %s patient", "the first %s of %s patients", (gulong) all), n_shown, n_all);
  gtk_label_set_label (self->total, text);
}

static void
show_nobody (MesoPatientFinder *self)
{
  g_autofree char *name = meso_words_isolate (meso_patient_finder_get_typed (self));
  g_autofree char *text = g_strdup_printf (_("New Patient “%s”"), name);

  gtk_label_set_label (self->nobody_label, text);
  adw_status_page_set_description (self->nobody, _("Fewer letters find more. Names are found in the script they are "
                                                   "written in."));
}

static void
refresh (MesoPatientFinder *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->patients));
  gboolean typed = *meso_patient_finder_get_typed (self) != '\0';
  const char *page = "list";

  if (n == 0 && meso_patient_list_get_error (self->patients) != NULL)
    page = "failed";
  else if (n == 0 && meso_patient_list_get_loading (self->patients))
    return;
  else if (n == 0)
    page = typed ? "nobody" : "empty";
  if (g_str_equal (page, "nobody"))
    show_nobody (self);
  gtk_widget_set_visible (GTK_WIDGET (self->total), !g_str_equal (page, "empty"));
  show_total (self, n);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_row (GtkListItem *item)
{
  MesoPatientFinder *self = g_object_get_data (G_OBJECT (item), "finder");
  MesoPatientItem *row = gtk_list_item_get_item (item);
  const MesoPatient *patient = row != NULL ? meso_patient_item_get_patient (row) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (gtk_list_item_get_child (item), patient != NULL);
  if (patient == NULL)
    return;
  words = meso_patient_row_show (MESO_PATIENT_ROW (gtk_list_item_get_child (item)), self->context, patient,
                                 meso_patient_finder_get_typed (self));
  gtk_list_item_set_accessible_label (item, words);
}

static void
set_up_row (MesoPatientFinder *self,
            GtkListItem       *item)
{
  gtk_list_item_set_child (item, meso_patient_row_new ());
  g_object_set_data (G_OBJECT (item), "finder", self);
  /* A row that stays where it is still shows what is typed now. */
  g_signal_connect_object (self, "typed", G_CALLBACK (update_row), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "settings-changed", G_CALLBACK (update_row), item, G_CONNECT_SWAPPED);
}

static void
bind_row (MesoPatientFinder *self,
          GtkListItem       *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::patient", G_CALLBACK (update_row), item, G_CONNECT_SWAPPED);
  update_row (item);
}

static void
unbind_row (MesoPatientFinder *self,
            GtkListItem       *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_row, item);
}

static void
meso_patient_finder_dispose (GObject *object)
{
  MesoPatientFinder *self = MESO_PATIENT_FINDER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_FINDER);
  g_clear_object (&self->selection);
  g_clear_object (&self->patients);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patient_finder_parent_class)->dispose (object);
}

static gboolean
meso_patient_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MESO_PATIENT_FINDER (widget)->entry));
}

static void
meso_patient_finder_class_init (MesoPatientFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_finder_dispose;
  widget_class->grab_focus = meso_patient_finder_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_PATIENT] = g_signal_new ("new-patient", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, total);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, list);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, nobody);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, nobody_button);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientFinder, nobody_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked);
}

static void
meso_patient_finder_init (MesoPatientFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

void
meso_patient_finder_set_context (MesoPatientFinder *self,
                                 MesoContext       *context)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->context = g_object_ref (context);
  self->patients = meso_patient_list_new (meso_context_get_clinic (context));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->patients));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->patients, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->patients, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
meso_patient_finder_capture (MesoPatientFinder *self,
                             GtkWidget         *widget)
{
  gtk_search_entry_set_key_capture_widget (self->entry, widget);
}
