/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-timeline-words.h"

struct _MesoTimelineRow
{
  GtkBox parent_instance;

  AdwBin *badge;
  GtkLabel *title;
  GtkLabel *line;
  GtkLabel *who;
  AdwWrapBox *tags;
};

G_DEFINE_FINAL_TYPE (MesoTimelineRow, meso_timeline_row, GTK_TYPE_BOX)

static void
meso_timeline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_TIMELINE_ROW);
  G_OBJECT_CLASS (meso_timeline_row_parent_class)->dispose (object);
}

static void
meso_timeline_row_class_init (MesoTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_timeline_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineRow, badge);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineRow, title);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineRow, line);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineRow, who);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineRow, tags);
}

static void
meso_timeline_row_init (MesoTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_timeline_row_new (void)
{
  return g_object_new (MESO_TYPE_TIMELINE_ROW, NULL);
}

static void
show_tags (MesoTimelineRow         *self,
           MesoContext             *context,
           const MesoTimelineEntry *entry)
{
  gboolean corrects = (entry->session != NULL && entry->session->amends != NULL) ||
                      (entry->preparation != NULL && entry->preparation->amends != NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  if (entry->entered_in_error != NULL)
    adw_wrap_box_append (self->tags, meso_tag_new ("meso-stop-symbolic", _("Entered in error"), "error"));
  if (entry->amended)
    adw_wrap_box_append (self->tags, meso_tag_new ("document-edit-symbolic", _("Amended later"), "warning"));
  if (corrects)
    adw_wrap_box_append (self->tags, meso_tag_new ("document-edit-symbolic", _("Corrects an earlier entry"), "neutral"));
  if (entry->from_file != NULL)
    {
      g_autofree char *number = meso_context_localise_digits (context, entry->from_file);
      g_autofree char *isolated = meso_text_isolate (number);
      /* Translators: a tag on what was written in a record before that was merged; %s is its number */
      g_autofree char *text = g_strdup_printf (_("From file %s"), isolated);

      adw_wrap_box_append (self->tags, meso_tag_new ("meso-merge-symbolic", text, "neutral"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL);
}

char *
meso_timeline_row_show (MesoTimelineRow        *self,
                        MesoContext            *context,
                        const MesoTimelineItem *item)
{
  const MesoTimelineEntry *entry = item->entry;
  g_autofree char *title = meso_timeline_words_title (context, item);
  g_autofree char *words = meso_timeline_words_line (context, entry);
  g_autofree char *who = meso_timeline_words_who (context, entry);
  const char *line = entry->entered_in_error != NULL ? entry->entered_in_error : words;
  g_autoptr(PangoAttrList) struck = NULL;

  if (entry->entered_in_error != NULL || entry->amended)
    {
      struck = pango_attr_list_new ();
      pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
    }
  adw_bin_set_child (self->badge, meso_badge_new (meso_timeline_words_icon (entry), meso_timeline_words_kind (entry)));
  gtk_label_set_label (self->title, title);
  gtk_label_set_attributes (self->title, struck);
  gtk_label_set_label (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line), *line != '\0');
  gtk_label_set_label (self->who, who);
  show_tags (self, context, entry);
  return g_strdup_printf ("%s%s%s%s%s%s%s", entry->entered_in_error != NULL ? _("Entered in error") : "",
                          entry->entered_in_error != NULL ? ": " : "", title, _(", "), line, *line != '\0' ? _(", ") : "", who);
}

void
meso_timeline_entry_open (GtkWidget               *widget,
                          const char              *patient,
                          const MesoTimelineEntry *entry)
{
  switch (entry->kind)
    {
    case MESO_TIMELINE_SCREENING:
      gtk_widget_activate_action (widget, "win.decide", "s", entry->id);
      break;
    case MESO_TIMELINE_DECISION:
      gtk_widget_activate_action (widget, "win.decide", "s", entry->decision->screening);
      break;
    case MESO_TIMELINE_PLAN:
      gtk_widget_activate_action (widget, "patient.show", "s", "sessions");
      break;
    case MESO_TIMELINE_FORMULA:
      gtk_widget_activate_action (widget, "win.formula", "(ss)", patient, entry->formula->formula_id);
      break;
    case MESO_TIMELINE_PREPARATION:
      gtk_widget_activate_action (widget, "win.preparation", "s", entry->id);
      break;
    case MESO_TIMELINE_SESSION:
      gtk_widget_activate_action (widget, "win.session", "(ss)", patient, entry->id);
      break;
    case MESO_TIMELINE_HANDOUT:
      gtk_widget_activate_action (widget, "win.handout", "(sss)", patient, entry->handout->kind, entry->id);
      break;
    case MESO_TIMELINE_REGISTERED:
    default:
      gtk_widget_activate_action (widget, "win.edit-patient", "s", patient);
      break;
    }
}
