/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-page-private.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-formula-compare-dialog.h"
#include "meso-formula-give-dialog.h"
#include "meso-patient-chooser.h"
#include "meso-volume-dialog.h"

/* A group of actions of the window's, for the answer of the dialog that chooses a patient: it closes before it answers. */
#define GIVE_GROUP "formula"
#define GIVE_ACTION GIVE_GROUP ".give-to"

static gboolean
is_whole (MesoFormulaPage *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);

  return self->opened && reading->check != NULL && reading->missing == 0 && reading->faults == 0;
}

/* The recipe as it is stored; NULL while it was never */
static const MesoFormulaVersion *
get_stored (MesoFormulaPage *self)
{
  return self->opened && self->bundle != NULL && meso_formula_editor_get_draft (self->editor)->base_version > 0 ? self->bundle->version
                                                                                                                : NULL;
}

void
meso_formula_page_show_sharing (MesoFormulaPage *self)
{
  const MesoFormulaVersion *stored = get_stored (self);
  gboolean modified = meso_formula_editor_get_modified (self->editor);
  gboolean clinics = stored != NULL && self->patient == NULL;
  gboolean retired = clinics && stored->retired;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.volume", self->opened && meso_formula_editor_get_reading (self->editor)->check != NULL);
  gtk_widget_action_set_enabled (widget, "page.compare", stored != NULL && (stored->version > 1 || modified));
  gtk_widget_action_set_enabled (widget, "page.worksheet", stored != NULL && !modified && self->patient != NULL);
  gtk_widget_action_set_enabled (widget, "page.duplicate", is_whole (self));
  gtk_widget_action_set_enabled (widget, "page.save-as-recipe", self->patient != NULL && is_whole (self) && !self->saving);
  gtk_widget_action_set_enabled (widget, "page.retire", clinics && !retired && !self->saving);
  gtk_widget_action_set_enabled (widget, "page.offer-again", retired && !self->saving);
  adw_banner_set_revealed (self->retired, retired);
}

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);

  adw_dialog_present (g_str_equal (name, "page.volume") ? ADW_DIALOG (meso_volume_dialog_new (self->context, self->editor))
                                                        : ADW_DIALOG (meso_formula_compare_dialog_new (self->context, self->editor)),
                      widget);
}

static void
worksheet_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  g_autofree char *kind = g_strdup_printf ("formula:%s/%d", draft->formula_id, draft->base_version);

  gtk_widget_activate_action (widget, "win.handout", "(sss)", self->bundle->patient->id, kind, "");
}

static void
give_to (MesoFormulaPage *self,
         GVariant        *patient)
{
  if (!is_whole (self))
    return;
  if (self->bundle->patient != NULL && g_str_equal (self->bundle->patient->id, g_variant_get_string (patient, NULL)))
    {
      meso_error_presenter_say (GTK_WIDGET (self), _("This formula is that patient’s already"), NULL);
      return;
    }
  adw_dialog_present (ADW_DIALOG (meso_formula_give_dialog_new (
                        self->context, g_variant_get_string (patient, NULL), meso_formula_editor_get_reading (self->editor)->formula,
                        meso_formula_editor_get_draft (self->editor)->name)), GTK_WIDGET (self));
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new (GIVE_ACTION + sizeof (GIVE_GROUP), G_VARIANT_TYPE_STRING);

  g_signal_connect_object (action, "activate", G_CALLBACK (give_to), widget, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), GIVE_GROUP, G_ACTION_GROUP (group));
  adw_dialog_present (ADW_DIALOG (meso_patient_chooser_new_for (MESO_FORMULA_PAGE (widget)->context, _("Duplicate for Another Patient"),
                                                                GIVE_ACTION)), widget);
}

static void
recipe_stored (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);

  self->saving = FALSE;
  meso_formula_page_show (self);
  if (error != NULL)
    meso_error_presenter_alert (widget, _("save the recipe"), error);
  else
    meso_error_presenter_say (widget, _("Saved as a recipe of the clinic: any formula can start from it"), NULL);
}

/* A copy without the patient. The patient's own formula stays where it is. */
static void
save_as_recipe_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  MesoFormulaRequest *request;

  if (*draft->name == '\0')
    {
      meso_error_presenter_say (widget, _("Give it a name first: that is how it will be found"), NULL);
      meso_formula_builder_grab_name (self->builder);
      return;
    }
  request = meso_formula_request_new (NULL, NULL);
  request->draft = meso_formula_draft_new ();
  g_set_str (&request->draft->name, draft->name);
  request->formula = meso_formula_copy (meso_formula_editor_get_reading (self->editor)->formula);
  request->language = g_strdup (meso_context_get_language (self->context));
  self->saving = TRUE;
  meso_formula_page_show (self);
  meso_context_call (self->context, widget, meso_formula_call_save, request, (GDestroyNotify) meso_formula_request_free,
                     g_object_unref, recipe_stored, NULL);
}

static void
retired (GtkWidget    *widget,
         gpointer      result,
         const GError *error,
         gpointer      user_data)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  const MesoFormulaVersion *version = result != NULL ? meso_row_get_value (result) : NULL;

  self->saving = FALSE;
  if (error != NULL)
    meso_error_presenter_alert (widget, GPOINTER_TO_INT (user_data) ? _("retire the recipe") : _("offer the recipe again"), error);
  else if (version->retired)
    meso_error_presenter_say (widget, _("The recipe is retired"), "page.offer-again");
  else
    meso_error_presenter_say (widget, _("The recipe is offered again"), NULL);
  meso_formula_page_load (self, meso_formula_editor_get_draft (self->editor)->formula_id);
}

static void
retire_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  MesoFormulaRequest *request = meso_formula_request_new (NULL, meso_formula_editor_get_draft (self->editor)->formula_id);

  request->retired = g_str_equal (name, "page.retire");
  self->saving = TRUE;
  meso_formula_page_show (self);
  meso_context_call (self->context, widget, meso_formula_call_set_retired, request, (GDestroyNotify) meso_formula_request_free,
                     g_object_unref, retired, GINT_TO_POINTER (request->retired));
}

void
meso_formula_page_install_sharing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.volume", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "page.worksheet", NULL, worksheet_action);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "page.save-as-recipe", NULL, save_as_recipe_action);
  gtk_widget_class_install_action (widget_class, "page.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "page.offer-again", NULL, retire_action);
}
