/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-give-dialog.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-formula-bundle.h"
#include "meso-formula-findings.h"
#include "meso-row.h"
#include "meso-words.h"

struct _MesoFormulaGiveDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkLabel *words;
  MesoFormulaFindings *findings;
  GtkWidget *give;

  MesoContext *context;
  MesoFormula *formula;
  char *name;
  MesoRow *row;                   /* (nullable): of a MesoFormulaBundle; NULL until it has come */
  MesoFormulaCheck *check;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MesoFormulaGiveDialog, meso_formula_give_dialog, ADW_TYPE_DIALOG)

static void
meso_formula_give_dialog_dispose (GObject *object)
{
  MesoFormulaGiveDialog *self = MESO_FORMULA_GIVE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_GIVE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->row);
  g_clear_pointer (&self->formula, meso_formula_free);
  g_clear_pointer (&self->check, meso_formula_check_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (meso_formula_give_dialog_parent_class)->dispose (object);
}

static const MesoFormulaBundle *
get_bundle (MesoFormulaGiveDialog *self)
{
  return meso_row_get_value (self->row);
}

/* The next page opens on the window: this one is on its way out. */
static void
given (GtkWidget    *widget,
       gpointer      result,
       const GError *error,
       gpointer      user_data)
{
  MesoFormulaGiveDialog *self = MESO_FORMULA_GIVE_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *patient = g_strdup (get_bundle (self)->patient->id);

  if (error != NULL)
    {
      gtk_widget_set_sensitive (self->give, TRUE);
      meso_error_presenter_alert (widget, _("duplicate the formula"), error);
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.formula", "(ss)", patient, "");
}

static void
give_clicked (MesoFormulaGiveDialog *self)
{
  const MesoFormulaBundle *bundle = get_bundle (self);
  MesoFormulaRequest *request = meso_formula_request_new (bundle->patient->id, NULL);

  /* What the patient has goes on as the next version. */
  request->draft = meso_formula_draft_new_stored (bundle->version);
  meso_formula_draft_set_mixture (request->draft, self->formula);
  if (*self->name != '\0')
    g_set_str (&request->draft->name, self->name);
  gtk_widget_set_sensitive (self->give, FALSE);
  meso_context_call (self->context, GTK_WIDGET (self), meso_formula_call_give, request, (GDestroyNotify) meso_formula_request_free,
                     g_object_unref, given, NULL);
}

static void
meso_formula_give_dialog_class_init (MesoFormulaGiveDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_give_dialog_dispose;
  g_type_ensure (MESO_TYPE_FORMULA_FINDINGS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-give-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaGiveDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaGiveDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaGiveDialog, words);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaGiveDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaGiveDialog, give);
  gtk_widget_class_bind_template_callback (widget_class, give_clicked);
}

static void
meso_formula_give_dialog_init (MesoFormulaGiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_words (MesoFormulaGiveDialog *self,
            const char            *name)
{
  const MesoFormulaBundle *bundle = get_bundle (self);
  g_autoptr(GString) words = g_string_new (NULL);

  /* Translators: %s is a patient's name */
  g_string_append_printf (words, _("The mixture was checked with what is known of %s: sex, weight, allergies and the screening. Nothing is stored yet: it opens there to be looked at and saved."),
                          name);
  if (bundle->begun)
    g_string_append_printf (words, "\n%s", _("A formula was begun there and isn’t saved. This one takes its place."));
  gtk_label_set_label (self->words, words->str);
}

static void
bundle_loaded (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  MesoFormulaGiveDialog *self = MESO_FORMULA_GIVE_DIALOG (widget);
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  g_autofree char *full = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the patient’s formula"), error);
      return;
    }
  self->row = g_object_ref (result);
  full = meso_patient_dup_full_name (get_bundle (self)->patient);
  name = meso_words_isolate (full);
  self->check = meso_formula_check_new (meso_context_get_protocol (self->context), self->formula, get_bundle (self)->facts,
                                        meso_context_get_language (self->context), NULL);
  adw_window_title_set_subtitle (self->window_title, full);
  show_words (self, name);
  meso_formula_findings_show (self->findings, self->context, self->check != NULL ? self->check->findings : nothing, 0,
                              self->check != NULL, FALSE);
  /* Translators: a button; %s is a patient's name */
  label = g_strdup_printf (_("Open for %s"), name);
  gtk_button_set_label (GTK_BUTTON (self->give), label);
  gtk_widget_set_sensitive (self->give, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "checked");
  gtk_widget_grab_focus (self->give);
}

MesoFormulaGiveDialog *
meso_formula_give_dialog_new (MesoContext       *context,
                              const char        *patient,
                              const MesoFormula *formula,
                              const char        *name)
{
  MesoFormulaGiveDialog *self = g_object_new (MESO_TYPE_FORMULA_GIVE_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->formula = meso_formula_copy (formula);
  self->name = g_strdup (name);
  gtk_button_set_label (GTK_BUTTON (self->give), C_("formula", "Open"));
  meso_context_call (context, GTK_WIDGET (self), meso_formula_call_load, meso_formula_request_new (patient, NULL),
                     (GDestroyNotify) meso_formula_request_free, g_object_unref, bundle_loaded, NULL);
  return self;
}
