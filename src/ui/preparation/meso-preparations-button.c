/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparations-button.h"

#include <glib/gi18n.h>

#include "meso-formula-service.h"
#include "meso-preparation-service.h"
#include "meso-preparation-words.h"
#include "meso-words.h"

#define MAX_LISTED 20

struct _MesoPreparationsButton
{
  AdwBin parent_instance;

  GtkWidget *button;
  MesoContext *context;
  char *formula;          /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MesoPreparationsButton, meso_preparations_button, ADW_TYPE_BIN)

static void
meso_preparations_button_dispose (GObject *object)
{
  MesoPreparationsButton *self = MESO_PREPARATIONS_BUTTON (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->formula, g_free);
  G_OBJECT_CLASS (meso_preparations_button_parent_class)->dispose (object);
}

static void
meso_preparations_button_class_init (MesoPreparationsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_preparations_button_dispose;
}

static void
meso_preparations_button_init (MesoPreparationsButton *self)
{
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "meso-vial-symbolic", "tooltip-text", _("Preparations"), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/* Those of that formula alone. */
static gpointer
list (MesoClinic  *clinic,
      gpointer     formula,
      GError     **error)
{
  g_autoptr(MesoFormulaVersion) version = meso_formula_service_get (clinic, formula, 0, error);
  GPtrArray *preparations;

  if (version == NULL || version->patient == NULL)
    return NULL;
  preparations = meso_preparation_service_list (clinic, version->patient, error);
  for (guint i = preparations != NULL ? preparations->len : 0; i > 0; i--)
    {
      const MesoPreparation *preparation = g_ptr_array_index (preparations, i - 1);

      if (!g_str_equal (preparation->formula, formula))
        g_ptr_array_remove_index (preparations, i - 1);
    }
  return preparations;
}

static void
append (MesoPreparationsButton *self,
        GMenu                  *menu,
        const MesoPreparation  *preparation)
{
  g_autofree char *line = meso_preparation_words_line (self->context, preparation);
  g_autoptr(GMenuItem) item = g_menu_item_new (line, NULL);

  g_menu_item_set_action_and_target (item, "win.preparation", "s", preparation->id);
  g_menu_append_item (menu, item);
}

/* What can't be listed can't be opened either: the record says it then. */
static void
listed (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoPreparationsButton *self = MESO_PREPARATIONS_BUTTON (widget);
  const GPtrArray *preparations = result;
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; preparations != NULL && i < MIN (preparations->len, MAX_LISTED); i++)
    append (self, menu, g_ptr_array_index (preparations, i));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (widget, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
load (MesoPreparationsButton *self)
{
  if (self->formula != NULL)
    meso_context_call (self->context, GTK_WIDGET (self), list, g_strdup (self->formula), g_free, (GDestroyNotify) g_ptr_array_unref,
                       listed, NULL);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
meso_preparations_button_show (MesoPreparationsButton *self,
                               MesoContext            *context,
                               const char             *formula)
{
  MesoClinic *clinic = meso_context_get_clinic (context);

  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      g_signal_connect_object (clinic, "changed::preparation", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (clinic, "changed::session", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
    }
  if (g_set_str (&self->formula, formula))
    load (self);
}
