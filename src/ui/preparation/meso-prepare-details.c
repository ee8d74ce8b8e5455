/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-details.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-words.h"

/* A combo row always has one of its rows chosen. */
#define NOBODY 0

struct _MesoPrepareDetails
{
  GtkBox parent_instance;

  MesoContext *context;
  GPtrArray *staff;          /* (element-type utf8): ids, in the order of the row after nobody */
  gboolean filling;

  AdwActionRow *prepared_row;
  AdwComboRow *checked_row;
  AdwSwitchRow *now_row;
  MesoDateRow *date_row;
  GtkEditable *time_row;
  AdwActionRow *before_row;
  GtkEditable *wasted_row;
  GtkTextView *notes_view;
  GtkWidget *reason_group;
  GtkEditable *reason_row;
};

G_DEFINE_FINAL_TYPE (MesoPrepareDetails, meso_prepare_details, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
changed (MesoPrepareDetails *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* What is entered later begins with today and now: both are there to be corrected. The focus stays on the switch: whoever presses it a
 * second time wants it back, and not a blank in the time. */
static void
now_changed (MesoPrepareDetails *self)
{
  MesoCivilTime now;
  g_autofree char *time = NULL;

  if (self->filling)
    return;
  if (!adw_switch_row_get_active (self->now_row) && *gtk_editable_get_text (self->time_row) == '\0')
    {
      now = meso_context_get_now (self->context);
      time = meso_context_format_minute (self->context, now.minute);
      self->filling = TRUE;
      meso_date_row_set_date (self->date_row, now.date);
      gtk_editable_set_text (self->time_row, time);
      self->filling = FALSE;
    }
  changed (self);
}

static void
meso_prepare_details_dispose (GObject *object)
{
  MesoPrepareDetails *self = MESO_PREPARE_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PREPARE_DETAILS);
  g_clear_object (&self->context);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_prepare_details_parent_class)->dispose (object);
}

static void
meso_prepare_details_class_init (MesoPrepareDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_prepare_details_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-prepare-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, prepared_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, checked_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, now_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, date_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, time_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, before_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, wasted_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, notes_view);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, reason_group);
  gtk_widget_class_bind_template_child (widget_class, MesoPrepareDetails, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, now_changed);
}

static void
meso_prepare_details_init (MesoPrepareDetails *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->staff = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes_view), "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

void
meso_prepare_details_set_context (MesoPrepareDetails *self,
                                  MesoContext        *context)
{
  g_set_object (&self->context, context);
  meso_date_row_set_context (self->date_row, context);
}

static const char *
get_checker (MesoPrepareDetails *self)
{
  guint selected = adw_combo_row_get_selected (self->checked_row);

  return selected != NOBODY && selected <= self->staff->len ? g_ptr_array_index (self->staff, selected - 1) : NULL;
}

static void
select_checker (MesoPrepareDetails *self,
                const char         *id)
{
  guint index;

  if (id != NULL && g_ptr_array_find_with_equal_func (self->staff, id, g_str_equal, &index))
    adw_combo_row_set_selected (self->checked_row, index + 1);
  else
    adw_combo_row_set_selected (self->checked_row, NOBODY);
}

/* Whoever is chosen stays chosen. Who prepares it is no other person. */
void
meso_prepare_details_show_facts (MesoPrepareDetails     *self,
                                 const MesoPrepareFacts *facts,
                                 const MesoStaff        *preparer)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_checker (self));

  g_ptr_array_set_size (self->staff, 0);
  gtk_string_list_append (names, facts->plan->needs_check ? _("Choose…") : _("Nobody"));
  for (guint i = 0; i < facts->staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (facts->staff, i);

      if (g_strcmp0 (person->id, preparer->id) == 0)
        continue;
      g_ptr_array_add (self->staff, g_strdup (person->id));
      gtk_string_list_append (names, person->name);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->checked_row, G_LIST_MODEL (names));
  select_checker (self, chosen);
  self->filling = FALSE;
  adw_action_row_set_subtitle (self->prepared_row, preparer->name);
  gtk_widget_set_visible (self->reason_group, facts->original != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->now_row), facts->original == NULL);
}

void
meso_prepare_details_read (MesoPrepareDetails *self,
                           MesoPrepareForm    *form)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes_view);
  GtkTextIter start;
  GtkTextIter end;

  form->now = adw_switch_row_get_active (self->now_row);
  if (!meso_date_row_get_date (self->date_row, &form->date, NULL))
    form->date = MESO_CALENDAR_DATE_NONE;
  g_set_str (&form->time, gtk_editable_get_text (self->time_row));
  g_set_str (&form->checked_by, get_checker (self));
  g_set_str (&form->wasted, gtk_editable_get_text (self->wasted_row));
  g_set_str (&form->reason, gtk_editable_get_text (self->reason_row));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (form->notes);
  form->notes = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
meso_prepare_details_fill (MesoPrepareDetails    *self,
                           const MesoPrepareForm *form)
{
  self->filling = TRUE;
  adw_switch_row_set_active (self->now_row, form->now);
  meso_date_row_set_date (self->date_row, form->date);
  gtk_editable_set_text (self->time_row, form->time);
  select_checker (self, form->checked_by);
  gtk_editable_set_text (self->wasted_row, form->wasted);
  gtk_editable_set_text (self->reason_row, form->reason);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes_view), form->notes, -1);
  self->filling = FALSE;
}

void
meso_prepare_details_show_before (MesoPrepareDetails *self,
                                  const char         *use_before,
                                  gboolean            over)
{
  g_autofree char *moment = use_before != NULL ? meso_context_format_moment (self->context, use_before) : NULL;
  g_autofree char *isolated = moment != NULL ? meso_words_isolate (moment) : NULL;
  GString *line = g_string_new (NULL);

  meso_words_append (line, isolated != NULL ? isolated : _("Say first when it was mixed"));
  if (over)
    meso_words_append (line, _("this time is over: it can be entered, but not used any more"));
  adw_action_row_set_subtitle (self->before_row, line->str);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->before_row), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->before_row), "warning");
  g_string_free (line, TRUE);
}

static GtkWidget *
get_field (MesoPrepareDetails *self,
           MesoPrepareField    field)
{
  switch (field)
    {
    case MESO_PREPARE_FIELD_PREPARED:
      return GTK_WIDGET (self->prepared_row);
    case MESO_PREPARE_FIELD_CHECKED:
      return GTK_WIDGET (self->checked_row);
    case MESO_PREPARE_FIELD_DATE:
      return GTK_WIDGET (self->date_row);
    case MESO_PREPARE_FIELD_TIME:
      return GTK_WIDGET (self->time_row);
    case MESO_PREPARE_FIELD_WASTED:
      return GTK_WIDGET (self->wasted_row);
    case MESO_PREPARE_FIELD_REASON:
      return GTK_WIDGET (self->reason_row);
    case MESO_PREPARE_N_FIELDS:
    default:
      g_assert_not_reached ();
    }
}

void
meso_prepare_details_show_faults (MesoPrepareDetails  *self,
                                  char               **faults)
{
  MesoCalendarDate date;

  for (int i = 0; i < MESO_PREPARE_N_FIELDS; i++)
    {
      /* What is no day at all says so itself. */
      if (i != MESO_PREPARE_FIELD_DATE || meso_date_row_get_date (self->date_row, &date, NULL))
        meso_field_set_error (get_field (self, i), faults[i]);
    }
}

gboolean
meso_prepare_details_focus_fault (MesoPrepareDetails *self)
{
  for (int i = 0; i < MESO_PREPARE_N_FIELDS; i++)
    {
      GtkWidget *field = get_field (self, i);

      if (meso_field_has_error (field))
        {
          meso_field_show (field);
          return TRUE;
        }
    }
  return FALSE;
}
