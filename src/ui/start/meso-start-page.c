/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-start-page.h"

#include "meso-language.h"
#include "meso-start-card.h"

struct _MesoStartPage
{
  AdwBreakpointBin parent_instance;

  AdwToggleGroup *languages;
};

G_DEFINE_FINAL_TYPE (MesoStartPage, meso_start_page, ADW_TYPE_BREAKPOINT_BIN)

static void
language_chosen (MesoStartPage *self)
{
  const char *language = adw_toggle_group_get_active_name (self->languages);

  if (language != NULL && !g_str_equal (language, meso_language_get ()))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.set-language", "s", language);
}

static void
meso_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_START_PAGE);
  G_OBJECT_CLASS (meso_start_page_parent_class)->dispose (object);
}

static void
meso_start_page_class_init (MesoStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_start_page_dispose;
  g_type_ensure (MESO_TYPE_START_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoStartPage, languages);
}

static void
meso_start_page_init (MesoStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->languages, meso_language_get ());
  g_signal_connect_swapped (self->languages, "notify::active", G_CALLBACK (language_chosen), self);
}

GtkWidget *
meso_start_page_new (void)
{
  return g_object_new (MESO_TYPE_START_PAGE, NULL);
}
