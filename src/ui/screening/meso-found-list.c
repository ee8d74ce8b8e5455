/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-found-list.h"

#include "meso-verdict-finding.h"

struct _MesoFoundList
{
  GtkWidget parent_instance;

  gboolean narrow;
  GtkWidget *head;     /* bound, so that it goes with the template */
  GtkLabel *count;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MesoFoundList, meso_found_list, GTK_TYPE_WIDGET)

static void
meso_found_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_FOUND_LIST);
  G_OBJECT_CLASS (meso_found_list_parent_class)->dispose (object);
}

static void
meso_found_list_class_init (MesoFoundListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_found_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-found-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFoundList, head);
  gtk_widget_class_bind_template_child (widget_class, MesoFoundList, count);
  gtk_widget_class_bind_template_child (widget_class, MesoFoundList, list);
}

static void
meso_found_list_init (MesoFoundList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_found_list_new (void)
{
  return g_object_new (MESO_TYPE_FOUND_LIST, NULL);
}

void
meso_found_list_show (MesoFoundList     *self,
                      MesoContext       *context,
                      const MesoProtocol *protocol,
                      const MesoVerdict *verdict)
{
  guint count = verdict != NULL ? verdict->findings->len : 0;
  g_autofree char *number = meso_context_format_number (context, count);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < count; i++)
    {
      GtkWidget *row = meso_verdict_finding_new (context, protocol, g_ptr_array_index (verdict->findings, i), NULL);

      meso_verdict_finding_set_narrow (MESO_VERDICT_FINDING (row), self->narrow);
      gtk_list_box_append (self->list, row);
    }
  gtk_label_set_text (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
}

void
meso_found_list_set_narrow (MesoFoundList *self,
                            gboolean       narrow)
{
  GtkWidget *row;

  self->narrow = narrow;
  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    meso_verdict_finding_set_narrow (MESO_VERDICT_FINDING (row), narrow);
}
