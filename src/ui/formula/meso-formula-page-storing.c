/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-page-private.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"

void
meso_formula_page_keep_draft (MesoFormulaPage *self)
{
  g_autofree char *json = NULL;

  if (!self->opened)
    return;
  if (meso_formula_editor_get_modified (self->editor))
    {
      json = meso_formula_draft_to_json (meso_formula_editor_get_draft (self->editor));
      meso_draft_keeper_set_text (self->keeper, json);
      g_clear_pointer (&self->other_draft, g_free);
    }
  else if (self->other_draft == NULL)
    meso_draft_keeper_discard (self->keeper);
}

static void
open_editor (MesoFormulaPage  *self,
             MesoFormulaDraft *draft)
{
  meso_formula_editor_set_facts (self->editor, self->bundle->facts);
  meso_formula_editor_open (self->editor, meso_formula_draft_new_stored (self->bundle->version), draft);
  self->opened = TRUE;
  meso_formula_page_show (self);
  meso_formula_page_show_menus (self);
  meso_formula_builder_grab_first (self->builder);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  g_autoptr(MesoFormulaDraft) draft = text != NULL ? meso_formula_draft_from_json (text) : NULL;

  if (draft != NULL && self->formula != NULL && g_strcmp0 (draft->formula_id, self->formula) != 0)
    {
      /* Looking at a recipe must not lose what somebody wrote of another. */
      self->other_draft = g_strdup (text);
      adw_banner_set_title (self->resumed, _("Another recipe was begun and isn’t finished. Writing here takes its place."));
      adw_banner_set_button_label (self->resumed, _("Resume It"));
      adw_banner_set_revealed (self->resumed, TRUE);
      open_editor (self, NULL);
      return;
    }
  if (draft != NULL)
    {
      adw_banner_set_title (self->resumed, _("Here is what was written and not saved yet."));
      adw_banner_set_button_label (self->resumed, _("Start Afresh"));
    }
  adw_banner_set_revealed (self->resumed, draft != NULL);
  open_editor (self, g_steal_pointer (&draft));
}

static void bundle_loaded (GtkWidget *widget, gpointer result, const GError *error, gpointer user_data);

void
meso_formula_page_load (MesoFormulaPage *self,
                        const char      *formula)
{
  meso_context_call (self->context, GTK_WIDGET (self), meso_formula_call_load, meso_formula_request_new (self->patient, formula),
                     (GDestroyNotify) meso_formula_request_free, g_object_unref, bundle_loaded, NULL);
}

void
meso_formula_page_resume (MesoFormulaPage *self)
{
  adw_banner_set_revealed (self->resumed, FALSE);
  if (self->other_draft != NULL)
    {
      g_autoptr(MesoFormulaDraft) draft = meso_formula_draft_from_json (self->other_draft);

      /* Its recipe is loaded first: it says what the draft goes on from. */
      g_clear_pointer (&self->other_draft, g_free);
      g_set_str (&self->formula, draft->formula_id);
      self->opened = FALSE;
      meso_formula_page_load (self, self->formula);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  open_editor (self, NULL);
}

/* Whoever has seen the newer version may make the next one from what is written here. */
void
meso_formula_page_move_on (MesoFormulaPage *self)
{
  adw_banner_set_revealed (self->moved_on, FALSE);
  meso_formula_editor_rebase (self->editor, meso_formula_draft_new_stored (self->bundle->version));
  meso_formula_page_show_menus (self);
  meso_formula_page_show_version (self, self->bundle->version->version);
}

/* Somebody stored a newer version while this page was open. */
static void
take_moved_on (MesoFormulaPage *self)
{
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  const MesoFormulaVersion *version = self->bundle->version;
  gboolean moved = version != NULL && (draft->formula_id == NULL || g_str_equal (version->formula_id, draft->formula_id)) &&
                   version->version > draft->base_version;

  if (moved && !meso_formula_editor_get_modified (self->editor))
    {
      meso_formula_editor_open (self->editor, meso_formula_draft_new_stored (self->bundle->version), NULL);
      moved = FALSE;
    }
  if (moved)
    {
      g_autofree char *number = meso_context_format_number (self->context, version->version);
      g_autofree char *title =
        g_strdup_printf (_("Version %s was stored meanwhile. What is written here can be saved after a look at it."), number);

      adw_banner_set_title (self->moved_on, title);
    }
  adw_banner_set_revealed (self->moved_on, moved);
}

static void
bundle_loaded (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the formula"), error);
      return;
    }
  g_set_object (&self->row, result);
  self->bundle = meso_row_get_value (result);
  if (!self->opened)
    {
      meso_draft_keeper_load (self->keeper, widget, draft_loaded, NULL);
      return;
    }
  meso_formula_editor_set_facts (self->editor, self->bundle->facts);
  take_moved_on (self);
  meso_formula_page_show_menus (self);
}

void
meso_formula_page_follow (MesoFormulaPage *self,
                          const char      *what,
                          const char      *id)
{
  static const char *const watched[] = { "formula", "screening", "decision", "patient", NULL };

  if (self->opened && !self->saving && g_strv_contains (watched, what))
    meso_formula_page_load (self, meso_formula_editor_get_draft (self->editor)->formula_id);
}

static void
stored (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  const MesoFormulaVersion *version = result != NULL ? meso_row_get_value (result) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  self->saving = FALSE;
  if (error != NULL)
    {
      /* What the clinic knows has changed: it is read again, and said in its own place. */
      meso_formula_page_load (self, meso_formula_editor_get_draft (self->editor)->formula_id);
      meso_error_presenter_alert (widget, _("save the formula"), error);
      meso_formula_page_show_bar (self);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  adw_banner_set_revealed (self->resumed, FALSE);
  meso_formula_editor_mark_saved (self->editor, version->formula_id, version->version);
  meso_formula_page_load (self, version->formula_id);
  number = meso_context_format_number (self->context, version->version);
  text = g_strdup_printf (_("Version %s is saved"), number);
  meso_error_presenter_say (widget, text, NULL);
  meso_formula_bar_grab_button (self->bar);
}

void
meso_formula_page_save (MesoFormulaPage *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);
  MesoFormulaRequest *request;

  if (self->saving || !self->opened || reading->items->len == 0)
    return;
  if (!meso_formula_builder_settle (self->builder))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* An allergy that was taken in is checked with the rest. */
  reading = meso_formula_editor_get_reading (self->editor);
  if (!meso_formula_reading_can_save (reading))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      meso_formula_builder_grab_fault (self->builder);
      return;
    }
  request = meso_formula_request_new (self->patient, NULL);
  request->draft = meso_formula_draft_copy (meso_formula_editor_get_draft (self->editor));
  request->formula = meso_formula_copy (reading->formula);
  request->weight_g = reading->facts.weight_g;
  request->language = g_strdup (meso_context_get_language (self->context));
  if (!request->draft->allergies_said && reading->facts.allergies != NULL)
    {
      request->draft->allergies_said = TRUE;
      g_ptr_array_unref (request->draft->allergies);
      request->draft->allergies = g_ptr_array_ref (reading->facts.allergies);
    }
  self->saving = TRUE;
  meso_formula_page_show_bar (self);
  meso_context_call (self->context, GTK_WIDGET (self), meso_formula_call_save, request,
                     (GDestroyNotify) meso_formula_request_free, g_object_unref, stored, NULL);
}
