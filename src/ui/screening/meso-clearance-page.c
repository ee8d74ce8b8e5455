/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clearance-page.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-scan-row.h"
#include "meso-text.h"
#include "meso-words.h"

/* More than any name with its titles. */
#define MAX_CHARACTERS 200

struct _MesoClearancePage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *rule;
  MesoCalendarDate proposed;     /* as the last day; not set before there is a date */

  GtkLabel *finding;
  GtkWidget *from;
  GtkWidget *document;
  MesoDateRow *date;
  MesoDateRow *expires;
  MesoScanRow *scan;
  GtkLabel *physician;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (MesoClearancePage, meso_clearance_page, ADW_TYPE_NAVIGATION_PAGE)

enum { DECIDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_text (GtkWidget *field)
{
  return meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (field)));
}

static void
check_text (GtkWidget  *field,
            const char *when_empty)
{
  g_autofree char *text = dup_text (field);

  if (*text == '\0')
    meso_field_set_error (field, when_empty);
  else if (!meso_text_check_line (text, MAX_CHARACTERS, "", NULL))
    meso_field_set_error (field, _("This text is too long, or holds characters that can’t be printed."));
  else
    meso_field_set_error (field, NULL);
}

/* FALSE when the text is no day, which the field then says. */
static gboolean
read_day (MesoDateRow      *row,
          MesoCalendarDate *date_out)
{
  if (!meso_date_row_get_date (row, date_out, NULL))
    return FALSE;
  meso_field_set_error (GTK_WIDGET (row), NULL);
  return TRUE;
}

static void
check_days (MesoClearancePage *self)
{
  MesoCalendarDate today = meso_context_get_today (self->context);
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;
  MesoCalendarDate expires = MESO_CALENDAR_DATE_NONE;

  if (read_day (self->date, &date))
    {
      if (!meso_calendar_date_is_set (date))
        meso_field_set_error (GTK_WIDGET (self->date), _("Type the date that stands on the paper."));
      else if (meso_calendar_date_compare (date, today) > 0)
        meso_field_set_error (GTK_WIDGET (self->date), _("This day is still to come. Check the day, the month and the year."));
      else if (date.year < MESO_CALENDAR_EARLIEST_YEAR)
        meso_field_set_error (GTK_WIDGET (self->date), _("This is too long ago. Check the year and the calendar."));
    }
  if (!read_day (self->expires, &expires))
    return;
  if (!meso_calendar_date_is_set (expires))
    meso_field_set_error (GTK_WIDGET (self->expires), _("Type until when the clearance holds: a year where the paper doesn’t say."));
  else if (meso_calendar_date_compare (expires, today) < 0)
    meso_field_set_error (GTK_WIDGET (self->expires), _("This clearance has run out already. Ask for a new one."));
  else if (meso_calendar_date_compare (expires, date) <= 0)
    meso_field_set_error (GTK_WIDGET (self->expires), _("A clearance runs out after its date. Check both."));
}

static void
decide_clicked (MesoClearancePage *self)
{
  GtkWidget *fields[] = { self->from, self->document, GTK_WIDGET (self->date), GTK_WIDGET (self->expires) };

  check_text (self->from, _("Write who gave the clearance."));
  check_text (self->document, _("Write which paper it is: a clearance is a document on file."));
  check_days (self);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (meso_field_has_error (fields[i]))
        {
          gtk_widget_grab_focus (fields[i]);
          return;
        }
    }
  /* A moment later it is there. */
  if (!meso_scan_row_is_busy (self->scan))
    g_signal_emit (self, signals[DECIDED], 0);
}

static void
text_changed (MesoClearancePage *self,
              GtkWidget         *field)
{
  meso_field_set_error (field, NULL);
}

/* The year that holds where the paper names no end is proposed, and goes with the paper's date until somebody types another day. */
static void
date_changed (MesoClearancePage *self)
{
  MesoCalendarDate date = meso_date_row_peek_date (self->date);

  if (!meso_calendar_date_is_set (date) ||
      meso_calendar_date_compare (meso_date_row_peek_date (self->expires), self->proposed) != 0)
    return;
  self->proposed = meso_calendar_date_add_months (date, MESO_CLEARANCE_VALID_MONTHS);
  meso_date_row_set_date (self->expires, self->proposed);
}

static void
meso_clearance_page_dispose (GObject *object)
{
  MesoClearancePage *self = MESO_CLEARANCE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_CLEARANCE_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->rule, g_free);
  G_OBJECT_CLASS (meso_clearance_page_parent_class)->dispose (object);
}

static void
meso_clearance_page_class_init (MesoClearancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_clearance_page_dispose;
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_DATE_ROW);
  g_type_ensure (MESO_TYPE_SCAN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-clearance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, finding);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, from);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, document);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, date);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, expires);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, scan);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, physician);
  gtk_widget_class_bind_template_child (widget_class, MesoClearancePage, decide);
  gtk_widget_class_bind_template_callback (widget_class, date_changed);
  gtk_widget_class_bind_template_callback (widget_class, decide_clicked);
  gtk_widget_class_bind_template_callback (widget_class, text_changed);
}

static void
meso_clearance_page_init (MesoClearancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoClearancePage *
meso_clearance_page_new (MesoContext       *context,
                         const MesoFinding *finding,
                         const char        *physician)
{
  MesoClearancePage *self = g_object_new (MESO_TYPE_CLEARANCE_PAGE, NULL);
  g_autofree char *name = meso_words_isolate (physician);
  /* Translators: %s is a physician's name */
  g_autofree char *who = g_strdup_printf (_("%s has seen the paper, and signs with this."), name);

  self->context = g_object_ref (context);
  self->rule = g_strdup (finding->rule);
  meso_date_row_set_context (self->date, context);
  meso_date_row_set_context (self->expires, context);
  meso_scan_row_set_context (self->scan, context);
  gtk_label_set_text (self->finding, meso_local_text_get (finding->reason, meso_context_get_language (context)));
  gtk_label_set_text (self->physician, who);
  return self;
}

MesoScreeningDecision *
meso_clearance_page_get (MesoClearancePage *self)
{
  MesoScreeningDecision *decision = meso_screening_decision_new ();

  decision->kind = MESO_DECISION_CLEARANCE;
  decision->rule = g_strdup (self->rule);
  decision->clearance_from = dup_text (self->from);
  decision->clearance_document = dup_text (self->document);
  read_day (self->date, &decision->clearance_date);
  read_day (self->expires, &decision->clearance_expires);
  decision->clearance_file = meso_scan_row_dup_file (self->scan);
  return decision;
}

void
meso_clearance_page_set_busy (MesoClearancePage *self,
                              gboolean           busy)
{
  gtk_widget_set_sensitive (self->decide, !busy);
}

void
meso_clearance_page_focus (MesoClearancePage *self)
{
  gtk_widget_grab_focus (self->from);
}
