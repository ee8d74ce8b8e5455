/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-failed-page.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-text.h"

struct _MesoFailedPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *path_label;
  GtkLabel *details_label;
};

G_DEFINE_FINAL_TYPE (MesoFailedPage, meso_failed_page, ADW_TYPE_BIN)

static void
meso_failed_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_FAILED_PAGE);
  G_OBJECT_CLASS (meso_failed_page_parent_class)->dispose (object);
}

static void
meso_failed_page_class_init (MesoFailedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_failed_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-failed-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFailedPage, status);
  gtk_widget_class_bind_template_child (widget_class, MesoFailedPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, MesoFailedPage, details_label);
}

static void
meso_failed_page_init (MesoFailedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_failed_page_new (const char   *path,
                      const GError *error)
{
  MesoFailedPage *self = g_object_new (MESO_TYPE_FAILED_PAGE, NULL);
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe (_("open the clinic’s file"), error);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *isolated = meso_text_isolate (shown);

  /* The page reads its texts as markup; ours hold none, and no data. */
  adw_status_page_set_title (self->status, text->title);
  adw_status_page_set_description (self->status, text->body);
  gtk_label_set_text (self->path_label, isolated);
  gtk_label_set_text (self->details_label, text->details);
  return GTK_WIDGET (self);
}
