/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-dialog.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-formulary-act-page.h"
#include "meso-formulary-entry-page.h"
#include "meso-formulary-form.h"

struct _MesoFormularyDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  AdwNavigationView *view;
};

G_DEFINE_FINAL_TYPE (MesoFormularyDialog, meso_formulary_dialog, ADW_TYPE_DIALOG)

/* Back to the entry, unless the dialog began with a form, or the entry is gone. */
static void
leave (MesoFormularyDialog *self)
{
  AdwNavigationPage *first = NULL;
  g_autoptr(GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);
  g_autoptr(AdwNavigationPage) root = g_list_model_get_item (pages, 0);

  if (MESO_IS_FORMULARY_ENTRY_PAGE (root) && meso_formulary_entry_page_exists (MESO_FORMULARY_ENTRY_PAGE (root)))
    first = root;
  if (first != NULL)
    adw_navigation_view_pop_to_page (self->view, first);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
done (AdwNavigationPage   *act,
      MesoFormularyDialog *self)
{
  AdwNavigationPage *previous = adw_navigation_view_get_previous_page (self->view, act);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (MESO_IS_FORMULARY_FORM (previous))
    meso_formulary_form_discard (MESO_FORMULARY_FORM (previous));
  leave (self);
  meso_error_presenter_say (window, _("The formulary was changed"), NULL);
}

static void
wished (AdwNavigationPage   *form,
        MesoProtocolEdit    *edit,
        MesoFormularyDialog *self)
{
  meso_formulary_dialog_push_act (self, meso_protocol_edit_copy (edit), _("Look at the Change"), _("_Store"));
}

void
meso_formulary_dialog_push_act (MesoFormularyDialog *self,
                                MesoProtocolEdit    *edit,
                                const char          *title,
                                const char          *button)
{
  AdwNavigationPage *page = meso_formulary_act_page_new (self->context, edit, title, button);

  g_signal_connect (page, "done", G_CALLBACK (done), self);
  adw_navigation_view_push (self->view, page);
}

static void
push_form (MesoFormularyDialog *self,
           MesoFormularyValues *values,
           const char          *title,
           const char          *key)
{
  AdwNavigationPage *page = meso_formulary_form_new (self->context, values, title, key);

  g_signal_connect (page, "wished", G_CALLBACK (wished), self);
  adw_navigation_view_push (self->view, page);
}

void
meso_formulary_dialog_push_form (MesoFormularyDialog *self,
                                 MesoFormularyValues *values,
                                 const char          *title)
{
  g_autofree char *key = g_strdup_printf ("%s/%d/%s", values->id, values->kind, meso_formulary_values_get (values, "b"));

  push_form (self, values, title, key);
}

static void
meso_formulary_dialog_dispose (GObject *object)
{
  MesoFormularyDialog *self = MESO_FORMULARY_DIALOG (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulary_dialog_parent_class)->dispose (object);
}

static void
meso_formulary_dialog_class_init (MesoFormularyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_formulary_dialog_dispose;
}

static void
meso_formulary_dialog_init (MesoFormularyDialog *self)
{
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_content_width (ADW_DIALOG (self), 680);
  adw_dialog_set_content_height (ADW_DIALOG (self), 780);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 200);
}

static MesoFormularyDialog *
dialog_new (MesoContext *context,
            const char  *title)
{
  MesoFormularyDialog *self = g_object_new (MESO_TYPE_FORMULARY_DIALOG, "title", title, NULL);

  self->context = g_object_ref (context);
  return self;
}

AdwDialog *
meso_formulary_dialog_new (MesoContext *context,
                           const char  *id)
{
  MesoFormularyDialog *self = dialog_new (context, _("Formulary"));

  adw_navigation_view_push (self->view, meso_formulary_entry_page_new (context, id));
  return ADW_DIALOG (self);
}

AdwDialog *
meso_formulary_dialog_new_form (MesoContext       *context,
                                MesoFormularyKind  kind)
{
  const char *title = kind == MESO_FORMULARY_PRODUCT ? _("New Product") : _("New Ingredient");
  MesoFormularyDialog *self = dialog_new (context, title);
  g_autofree char *id = meso_formulary_dup_new_id ();
  MesoFormularyValues *values = meso_formulary_values_new (kind, id);

  if (kind == MESO_FORMULARY_INGREDIENT)
    meso_formulary_values_set (values, "group", "other");
  push_form (self, values, title, kind == MESO_FORMULARY_PRODUCT ? "new-product" : "new-ingredient");
  return ADW_DIALOG (self);
}
