/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-date-picker.h"

#include <glib/gi18n.h>

#define N_WEEKS 6
#define N_DAYS 7

struct _MesoDatePicker
{
  GtkWidget parent_instance;

  MesoContext *context;
  MesoCalendarChoice calendar;
  MesoCalendarDate date;
  MesoCalendarDay shown;        /* of the month in sight, its first day */
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *days[N_WEEKS * N_DAYS];
  MesoCalendarDate dates[N_WEEKS * N_DAYS];
};

G_DEFINE_FINAL_TYPE (MesoDatePicker, meso_date_picker, GTK_TYPE_WIDGET)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ISO number of the day that a week begins with where the calendar is used. */
static int
get_first_weekday (MesoDatePicker *self)
{
  return self->calendar == MESO_CALENDAR_PERSIAN ? 6 : 1;
}

static void
show_day (MesoDatePicker   *self,
          guint             index,
          MesoCalendarDate  date)
{
  GtkWidget *button = self->days[index];
  MesoCalendarDay day = { 0 };
  gboolean exists = meso_calendar_date_is_set (date) && meso_calendar_get_day (date, self->calendar, &day);
  gboolean in_month = exists && day.month == self->shown.month;
  gboolean chosen = meso_calendar_date_is_set (self->date) && exists && meso_calendar_date_compare (date, self->date) == 0;
  gboolean today = exists && meso_calendar_date_compare (date, meso_context_get_today (self->context)) == 0;
  g_autofree char *number = exists ? meso_context_format_number (self->context, day.day) : g_strdup ("");
  g_autofree char *name = exists ? meso_context_format_date (self->context, date, MESO_DATE_STYLE_FULL) : g_strdup ("");

  self->dates[index] = in_month ? date : MESO_CALENDAR_DATE_NONE;
  gtk_button_set_label (GTK_BUTTON (button), number);
  gtk_widget_set_sensitive (button, in_month);
  gtk_widget_set_opacity (button, in_month ? 1 : 0);
  (chosen && in_month ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (button, "suggested-action");
  (today && in_month ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (button, "today");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_HIDDEN, !in_month, -1);
}

static void
show_month (MesoDatePicker *self)
{
  MesoCalendarDate first = meso_calendar_find_date (self->shown, self->calendar);
  g_autofree char *year = meso_context_format_number (self->context, self->shown.year);
  g_autofree char *title = NULL;
  int before;

  if (!meso_calendar_date_is_set (first))
    return;
  /* Translators: a month and its year, at the head of a calendar: "November 2026" */
  title = g_strdup_printf (_("%s %s"), meso_calendar_get_month_name (self->shown.month, self->calendar,
                                                                     meso_context_get_language (self->context)), year);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  before = (meso_calendar_date_get_weekday (first) - get_first_weekday (self) + N_DAYS) % N_DAYS;
  for (int i = 0; i < N_WEEKS * N_DAYS; i++)
    show_day (self, (guint) i, meso_calendar_date_add_days (first, i - before));
}

static void
turn (MesoDatePicker *self,
      int             months)
{
  MesoCalendarDay day = self->shown;
  int month = day.month - 1 + months;

  day.year += month >= 0 ? month / 12 : -1;
  day.month = (month + 12) % 12 + 1;
  if (!meso_calendar_date_is_set (meso_calendar_find_date (day, self->calendar)))
    return;
  self->shown = day;
  show_month (self);
}

static void
turn_back (MesoDatePicker *self)
{
  turn (self, -1);
}

static void
turn_on (MesoDatePicker *self)
{
  turn (self, 1);
}

static void
day_clicked (MesoDatePicker *self,
             GtkWidget      *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  self->date = self->dates[index];
  show_month (self);
  g_signal_emit (self, signals[PICKED], 0);
}

static GtkWidget *
make_turner (MesoDatePicker *self,
             const char     *icon_name,
             const char     *text,
             GCallback       turned)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", turned, self);
  return button;
}

static void
build_head (MesoDatePicker *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (head), make_turner (self, "go-previous-symbolic", _("Previous Month"), G_CALLBACK (turn_back)));
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), make_turner (self, "go-next-symbolic", _("Next Month"), G_CALLBACK (turn_on)));
  gtk_box_append (GTK_BOX (self->box), head);
}

static void
build_weekdays (MesoDatePicker *self)
{
  const char *language = meso_context_get_language (self->context);

  for (int column = 0; column < N_DAYS; column++)
    {
      int weekday = (get_first_weekday (self) - 1 + column) % N_DAYS + 1;
      GtkWidget *label = gtk_label_new (meso_calendar_get_weekday_name (weekday, language, TRUE));

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      meso_calendar_get_weekday_name (weekday, language, FALSE), -1);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_grid_attach (GTK_GRID (self->grid), label, column, 0, 1, 1);
    }
}

static void
build_days (MesoDatePicker *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "row-spacing", 2, "column-spacing", 2, NULL);
  build_weekdays (self);
  for (guint i = 0; i < N_WEEKS * N_DAYS; i++)
    {
      GtkWidget *button = gtk_button_new_with_label ("");

      g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (i));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "numeric");
      gtk_widget_add_css_class (button, "day");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (day_clicked), self);
      gtk_grid_attach (GTK_GRID (self->grid), button, (int) i % N_DAYS, (int) i / N_DAYS + 1, 1, 1);
      self->days[i] = button;
    }
  gtk_box_append (GTK_BOX (self->box), self->grid);
}

static void
meso_date_picker_dispose (GObject *object)
{
  MesoDatePicker *self = MESO_DATE_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_date_picker_parent_class)->dispose (object);
}

static void
meso_date_picker_class_init (MesoDatePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_date_picker_dispose;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
meso_date_picker_init (MesoDatePicker *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "date-picker");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
meso_date_picker_new (MesoContext *context)
{
  MesoDatePicker *self = g_object_new (MESO_TYPE_DATE_PICKER, NULL);

  self->context = g_object_ref (context);
  self->calendar = meso_context_get_entry_calendar (context);
  build_head (self);
  build_days (self);
  meso_date_picker_set_date (self, MESO_CALENDAR_DATE_NONE);
  return GTK_WIDGET (self);
}

void
meso_date_picker_set_date (MesoDatePicker   *self,
                           MesoCalendarDate  date)
{
  MesoCalendarDate seen = meso_calendar_date_is_set (date) ? date : meso_context_get_today (self->context);

  self->date = date;
  if (!meso_calendar_get_day (seen, self->calendar, &self->shown))
    return;
  self->shown.day = 1;
  show_month (self);
}

MesoCalendarDate
meso_date_picker_get_date (MesoDatePicker *self)
{
  return self->date;
}
