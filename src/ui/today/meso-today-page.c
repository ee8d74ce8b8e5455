/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-page.h"

#include <glib/gi18n.h>

#include "meso-patient-chooser.h"
#include "meso-stock-attention.h"
#include "meso-today-agenda.h"
#include "meso-today-row.h"
#include "meso-today-section.h"
#include "meso-today-side.h"
#include "meso-today-stock.h"
#include "meso-today-summary.h"

/* A new day is seen half a minute after it began, also when the computer slept through midnight. */
#define LOOK_AT_CLOCK_SECONDS 30

struct _MesoTodayPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoCalendarDate shown;
  MesoQueryList *agenda;
  MesoQueryList *draft_notes;
  MesoQueryList *info;
  MesoQueryList *stock_notes;
  GListModel *groups[MESO_TODAY_TOMORROW + 1];
  guint clock;
  gboolean narrow;
  gboolean tight;

  AdwBanner *failed;
  GtkLabel *day;
  GtkLabel *summary;
  GtkWidget *new_button;
  GtkWidget *screen_button;
  AdwStatusPage *empty;
  MesoTodaySection *sessions;
  MesoTodaySection *begun;
  MesoTodaySection *overdue;
  MesoTodaySection *drafts;
  MesoTodaySection *tomorrow;
  MesoTodaySection *due;
  MesoTodaySection *stock;
  GtkWidget *stock_more;
  MesoTodaySection *backup;
};

G_DEFINE_FINAL_TYPE (MesoTodayPage, meso_today_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_NARROW, PROP_TIGHT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
row_activated (MesoTodayPage *self,
               GtkListBoxRow *row)
{
  if (MESO_IS_TODAY_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "s", meso_today_row_get_patient (MESO_TODAY_ROW (row)));
}

static void
reload (MesoTodayPage *self)
{
  meso_query_list_reload (self->agenda);
}

static void
screen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_present (ADW_DIALOG (meso_patient_chooser_new (MESO_TODAY_PAGE (widget)->context)), widget);
}

static guint
count (MesoTodayPage  *self,
       MesoTodayGroup  group)
{
  return g_list_model_get_n_items (self->groups[group]);
}

static void
set_suggested (GtkWidget *button,
               gboolean   suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static gboolean
has_patients (MesoTodayPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->info), 0);

  return row == NULL || ((const MesoClinicInfo *) meso_row_get_value (row))->patients > 0;
}

/* An empty day says what to do first. */
static void
show_empty (MesoTodayPage *self)
{
  gboolean patients = has_patients (self);
  gboolean loading = meso_query_list_get_loading (self->agenda) || meso_query_list_get_error (self->agenda) != NULL;
  gboolean nothing = count (self, MESO_TODAY_SESSION) == 0 && count (self, MESO_TODAY_BEGUN) == 0;

  adw_status_page_set_icon_name (self->empty, patients ? "meso-today-symbolic" : "meso-patients-symbolic");
  adw_status_page_set_title (self->empty, patients ? _("Nothing Planned for Today") : _("Begin With a Patient"));
  adw_status_page_set_description (self->empty,
                                   patients ? _("Find a patient, or start a screening. What you plan stands here in order of time, each "
                                                "with the one button of its next step.")
                                            : _("Enter a patient, then screen them, choose a plan and build the formula: each step leads "
                                                "to the next. Planned sessions stand here in order of time."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), nothing && !loading);
  set_suggested (self->new_button, !patients);
  set_suggested (self->screen_button, patients && !loading && meso_today_agenda_find_current (self->agenda) == NULL);
}

static void
show_tomorrow (MesoTodayPage *self)
{
  GtkListBox *list = meso_today_section_get_list (self->tomorrow);

  gtk_list_box_remove_all (list);
  if (count (self, MESO_TODAY_TOMORROW) > 0)
    gtk_list_box_append (list, meso_today_tomorrow_row_new (self->context, self->groups[MESO_TODAY_TOMORROW]));
}

static void
show_stock (MesoTodayPage *self)
{
  g_autofree char *more = meso_today_stock_dup_more (self->context, self->stock_notes);

  gtk_widget_set_visible (GTK_WIDGET (self->stock), g_list_model_get_n_items (G_LIST_MODEL (self->stock_notes)) > 0);
  gtk_widget_set_visible (self->stock_more, more != NULL);
  if (more != NULL)
    gtk_button_set_label (GTK_BUTTON (self->stock_more), more);
}

static void
refresh (MesoTodayPage *self)
{
  g_autofree char *summary = meso_today_summary_write (self->context, self->agenda);

  gtk_widget_set_visible (GTK_WIDGET (self->sessions), count (self, MESO_TODAY_SESSION) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->begun), count (self, MESO_TODAY_BEGUN) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), count (self, MESO_TODAY_OVERDUE) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->due), count (self, MESO_TODAY_DUE) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->tomorrow), count (self, MESO_TODAY_TOMORROW) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->drafts), g_list_model_get_n_items (G_LIST_MODEL (self->draft_notes)) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->backup), g_list_model_get_n_items (G_LIST_MODEL (self->info)) > 0);
  adw_banner_set_revealed (self->failed, meso_query_list_get_error (self->agenda) != NULL);
  show_tomorrow (self);
  show_stock (self);
  gtk_label_set_label (self->summary, summary);
  show_empty (self);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  MesoTodayPage *self = data;
  GtkWidget *row = meso_today_row_new (self->context, item);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "tight", row, "tight", G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
make_draft_row (gpointer item,
                gpointer data)
{
  return meso_today_draft_row_new (MESO_TODAY_PAGE (data)->context, item);
}

static GtkWidget *
make_backup_row (gpointer item,
                 gpointer data)
{
  return meso_today_backup_row_new (MESO_TODAY_PAGE (data)->context, item);
}

static GtkWidget *
make_stock_row (gpointer item,
                gpointer data)
{
  return meso_today_stock_row_new (MESO_TODAY_PAGE (data)->context, item);
}

static void
watch (MesoTodayPage *self,
       MesoQueryList *list)
{
  g_signal_connect_object (list, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
unbind (MesoTodayPage *self)
{
  MesoTodaySection *sections[] = { self->sessions, self->begun, self->overdue, self->due, self->drafts, self->stock, self->backup };
  MesoQueryList **queries[] = { &self->agenda, &self->draft_notes, &self->info, &self->stock_notes };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (sections[i] != NULL)
        meso_today_section_bind (sections[i], NULL, NULL, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    g_clear_object (&self->groups[i]);
  /* What is still being asked is not waited for. */
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (*queries[i] != NULL)
        g_signal_handlers_disconnect_by_data (*queries[i], self);
      g_clear_object (queries[i]);
    }
}

/* Once a day, and when dates and numbers are to be written otherwise. */
static void
build (MesoTodayPage *self)
{
  MesoTodaySection *sections[] = { self->sessions, self->begun, self->overdue, self->due };
  g_autoptr(GListModel) stock = NULL;
  g_autofree char *day = NULL;

  unbind (self);
  self->shown = meso_context_get_today (self->context);
  day = meso_context_format_date (self->context, self->shown, MESO_DATE_STYLE_FULL);
  gtk_label_set_label (self->day, day);
  self->agenda = meso_today_agenda_new (self->context);
  self->draft_notes = meso_today_drafts_new (self->context);
  self->info = meso_today_backup_new (self->context);
  self->stock_notes = meso_stock_attention_get (self->context);
  stock = meso_today_stock_slice (self->stock_notes);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    self->groups[i] = meso_today_agenda_filter (self->agenda, (MesoTodayGroup) i);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    meso_today_section_bind (sections[i], self->groups[i], make_row, self);
  meso_today_section_bind (self->drafts, G_LIST_MODEL (self->draft_notes), make_draft_row, self);
  meso_today_section_bind (self->stock, stock, make_stock_row, self);
  meso_today_section_bind (self->backup, G_LIST_MODEL (self->info), make_backup_row, self);
  watch (self, self->agenda);
  watch (self, self->draft_notes);
  watch (self, self->info);
  watch (self, self->stock_notes);
  refresh (self);
}

static gboolean
look_at_clock (gpointer data)
{
  MesoTodayPage *self = data;

  if (meso_calendar_date_compare (meso_context_get_today (self->context), self->shown) != 0)
    build (self);
  else if (meso_today_agenda_is_outdated (self->agenda))
    reload (self);
  return G_SOURCE_CONTINUE;
}

static void
meso_today_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MesoTodayPage *self = MESO_TODAY_PAGE (object);

  g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->tight);
}

static void
meso_today_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MesoTodayPage *self = MESO_TODAY_PAGE (object);

  if (id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else
    self->tight = g_value_get_boolean (value);
}

static void
meso_today_page_dispose (GObject *object)
{
  MesoTodayPage *self = MESO_TODAY_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_TODAY_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_today_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, failed);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, day);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, screen_button);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, sessions);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, begun);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, tomorrow);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, due);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, stock);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, stock_more);
  gtk_widget_class_bind_template_child (widget_class, MesoTodayPage, backup);
}

static void
meso_today_page_class_init (MesoTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = meso_today_page_get_property;
  object_class->set_property = meso_today_page_set_property;
  object_class->dispose = meso_today_page_dispose;
  /* Set by the page's own breakpoints: rows put their buttons below, and leave out their pictures. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MESO_TYPE_TODAY_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-today-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_install_action (widget_class, "today.screen", NULL, screen_action);
}

static void
meso_today_page_init (MesoTodayPage *self)
{
  MesoTodaySection **sections[] = { &self->sessions, &self->begun, &self->overdue, &self->drafts, &self->tomorrow, &self->due,
                                    &self->backup };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_signal_connect_object (meso_today_section_get_list (*sections[i]), "row-activated", G_CALLBACK (row_activated), self,
                             G_CONNECT_SWAPPED);
}

MesoTodayPage *
meso_today_page_new (MesoContext *context)
{
  MesoTodayPage *self = g_object_new (MESO_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  self->clock = g_timeout_add_seconds (LOOK_AT_CLOCK_SECONDS, look_at_clock, self);
  build (self);
  return self;
}
