/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-page-private.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-prepare-beginning.h"

void
meso_prepare_page_keep_draft (MesoPreparePage *self)
{
  g_autofree char *json = meso_prepare_form_to_json (self->form);

  meso_draft_keeper_set_text (self->keeper, json);
}

static void
take_form (MesoPreparePage *self,
           MesoPrepareForm *form)
{
  g_clear_pointer (&self->form, meso_prepare_form_free);
  self->form = form;
  meso_prepare_details_fill (self->details, form);
  gtk_widget_set_sensitive (self->content, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.sign", TRUE);
  meso_prepare_page_show (self);
}

void
meso_prepare_page_take_draft (GtkWidget  *widget,
                              const char *text,
                              gpointer    user_data)
{
  MesoPreparePage *self = MESO_PREPARE_PAGE (widget);
  const MesoFormulaVersion *version = self->facts->plan->version;
  g_autoptr(MesoPrepareForm) form = text != NULL ? meso_prepare_form_from_json (text) : NULL;
  gboolean ours = form != NULL && g_str_equal (form->formula, version->formula_id) && form->version == version->version &&
                  g_strcmp0 (form->amends, self->amends) == 0;

  adw_banner_set_revealed (self->resumed, ours);
  take_form (self, ours ? g_steal_pointer (&form) : meso_prepare_beginning_new (self->context, self->facts));
  meso_prepare_items_grab_first (self->items);
}

void
meso_prepare_page_start_afresh (MesoPreparePage *self)
{
  meso_draft_keeper_discard (self->keeper);
  self->tried = FALSE;
  meso_prepare_page_take_draft (GTK_WIDGET (self), NULL, NULL);
}

static void
set_busy (MesoPreparePage *self,
          gboolean         busy)
{
  self->signing = busy;
  gtk_widget_set_sensitive (self->content, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.sign", !busy);
}

static void
signed_off (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoPreparePage *self = MESO_PREPARE_PAGE (widget);

  set_busy (self, FALSE);
  if (error != NULL)
    {
      g_clear_error (&self->refused);
      self->refused = g_error_copy (error);
      meso_prepare_page_load (self);
      return;
    }
  self->signed_now = TRUE;
  meso_draft_keeper_discard (self->keeper);
  meso_error_presenter_say (widget, self->amends != NULL ? _("Correction signed and stored") : _("Preparation signed and stored"), NULL);
  gtk_widget_activate_action (widget, "win.preparation", "s", result);
}

void
meso_prepare_page_sign (MesoPreparePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MesoPrepareRequest *request;
  MesoPreparation *preparation;

  if (!meso_prepare_page_is_idle (self))
    return;
  self->tried = TRUE;
  meso_prepare_details_read (self->details, self->form);
  preparation = meso_prepare_page_build (self);
  if (preparation == NULL)
    {
      gtk_widget_error_bell (widget);
      if (!meso_prepare_items_grab_open (self->items))
        meso_prepare_details_focus_fault (self->details);
      return;
    }
  request = meso_prepare_page_make_request (self);
  request->draft = preparation;
  meso_draft_keeper_flush (self->keeper);
  set_busy (self, TRUE);
  meso_context_call (self->context, widget, meso_prepare_call_record, request, (GDestroyNotify) meso_prepare_request_free, g_free,
                     signed_off, NULL);
}
