/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-page-private.h"

#include <glib/gi18n.h>

#include "meso-formula-editor.h"
#include "meso-formula-menus.h"
#include "meso-formula-version-dialog.h"
#include "meso-formula-wording.h"
#include "meso-words.h"

/* A draft of a recipe of the clinic; a patient's has the patient's id as its key. */
#define KEY_CLINIC "new"

G_DEFINE_FINAL_TYPE (MesoFormulaPage, meso_formula_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_formula_page_dispose (GObject *object)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (object);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_PAGE);
  g_clear_object (&self->editor);
  g_clear_object (&self->keeper);
  g_clear_object (&self->row);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formula_page_parent_class)->dispose (object);
}

static void
meso_formula_page_finalize (GObject *object)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (object);

  g_free (self->patient);
  g_free (self->formula);
  g_free (self->other_draft);
  G_OBJECT_CLASS (meso_formula_page_parent_class)->finalize (object);
}

static void
show_title (MesoFormulaPage *self)
{
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  gboolean modified = meso_formula_editor_get_modified (self->editor);
  int version = draft->base_version + (modified || draft->base_version == 0 ? 1 : 0);
  g_autofree char *number = meso_context_format_number (self->context, version);
  g_autofree char *whose = self->bundle != NULL && self->bundle->patient != NULL
                             ? meso_patient_dup_full_name (self->bundle->patient) : g_strdup (_("Recipe of the clinic"));
  g_autofree char *isolated = meso_words_isolate (whose);
  g_autofree char *subtitle = NULL;

  /* A version goes first: a name in another script would turn the whole line round. */
  if (modified || draft->base_version == 0)
    /* Translators: which version is being written, and whose formula it is */
    subtitle = g_strdup_printf (_("Version %1$s, draft · %2$s"), number, isolated);
  else
    subtitle = g_strdup_printf (_("Version %1$s · %2$s"), number, isolated);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *draft->name != '\0' ? draft->name
                                 : self->patient != NULL ? _("Formula") : _("Recipe"));
}

static void
show_step (MesoFormulaPage       *self,
           GtkWidget             *button,
           const char            *action,
           const MesoFormulaStep *step,
           char                  *named)
{
  g_autofree char *label = named;

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, step != NULL && !self->saving);
}

static void
show_steps (MesoFormulaPage *self)
{
  const MesoFormulaStep *undo = meso_formula_editor_get_undo (self->editor);
  const MesoFormulaStep *redo = meso_formula_editor_get_redo (self->editor);
  g_autofree char *undo_name = undo != NULL ? meso_formula_wording_step (self->context, undo) : NULL;
  g_autofree char *redo_name = redo != NULL ? meso_formula_wording_step (self->context, redo) : NULL;

  /* Translators: a tooltip; %s is a step: "add Zinc" */
  show_step (self, self->undo_button, "page.undo", undo, undo != NULL ? g_strdup_printf (_("Undo: %s"), undo_name)
                                                                      : g_strdup (_("Undo")));
  show_step (self, self->redo_button, "page.redo", redo, redo != NULL ? g_strdup_printf (_("Redo: %s"), redo_name)
                                                                      : g_strdup (_("Redo")));
}

void
meso_formula_page_show_bar (MesoFormulaPage *self)
{
  int saved_at = -1;

  g_object_get (self->keeper, "saved-at", &saved_at, NULL);
  meso_formula_bar_show (self->bar, self->context, self->editor, saved_at, self->saving || !self->opened);
}

void
meso_formula_page_show (MesoFormulaPage *self)
{
  show_title (self);
  show_steps (self);
  meso_formula_page_show_bar (self);
  meso_formula_page_show_sharing (self);
  meso_formula_page_keep_draft (self);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);

  if (g_str_equal (name, "page.undo"))
    meso_formula_editor_undo (self->editor);
  else
    meso_formula_editor_redo (self->editor);
}

static void
start_from_version (MesoFormulaPage          *self,
                    const MesoFormulaVersion *version)
{
  meso_formula_editor_start_from (self->editor, version->formula, version->name);
}

void
meso_formula_page_show_version (MesoFormulaPage *self,
                                int              version)
{
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  MesoFormulaVersionDialog *dialog = meso_formula_version_dialog_new (self->context, draft->formula_id, version);

  g_signal_connect_object (dialog, "start-from", G_CALLBACK (start_from_version), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
version_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  meso_formula_page_show_version (MESO_FORMULA_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
start_from_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (self->bundle != NULL && index < self->bundle->templates->len)
    start_from_version (self, g_ptr_array_index (self->bundle->templates, index));
}

/* Beside the other buttons, or below the last of them while there is no room. */
static void
show_menu (MesoFormulaPage *self,
           GtkMenuButton   *button,
           GMenuModel      *menu,
           const char      *title)
{
  gboolean any = g_menu_model_get_n_items (menu) > 0;

  gtk_menu_button_set_menu_model (button, menu);
  gtk_widget_set_visible (GTK_WIDGET (button), any);
  if (any && !gtk_widget_get_visible (self->menus))
    g_menu_append_submenu (self->narrow_menus, title, menu);
}

void
meso_formula_page_show_menus (MesoFormulaPage *self)
{
  const MesoFormulaDraft *draft;
  g_autoptr(GMenuModel) versions = NULL;
  g_autoptr(GMenuModel) starts = NULL;

  g_menu_remove_all (self->narrow_menus);
  if (self->bundle == NULL)
    return;
  draft = meso_formula_editor_get_draft (self->editor);
  versions = meso_formula_menus_new_versions (self->context, draft->base_version);
  starts = meso_formula_menus_new_starts (self->bundle->templates, draft->formula_id);
  show_menu (self, self->start_button, starts, _("_Start from a Recipe"));
  show_menu (self, self->versions_button, versions, _("V_ersions"));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  meso_formula_page_save (MESO_FORMULA_PAGE (widget));
}

static void
go_on (MesoFormulaPage *self)
{
  if (self->patient != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.next-step", "s", self->bundle->patient->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
prepare (MesoFormulaPage *self)
{
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  g_autofree char *version = g_strdup_printf ("%d", draft->base_version);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.prepare", "(ss)", draft->formula_id, version);
}

static void
meso_formula_page_class_init (MesoFormulaPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_page_dispose;
  G_OBJECT_CLASS (class)->finalize = meso_formula_page_finalize;
  g_type_ensure (MESO_TYPE_FORMULA_BUILDER);
  g_type_ensure (MESO_TYPE_FORMULA_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MesoFormulaPage, name)
  BIND (window_title);
  BIND (undo_button);
  BIND (redo_button);
  BIND (menus);
  BIND (narrow_menus);
  BIND (versions_button);
  BIND (start_button);
  BIND (resumed);
  BIND (moved_on);
  BIND (retired);
  BIND (builder);
  BIND (bar);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, meso_formula_page_show_menus);
  gtk_widget_class_bind_template_callback (widget_class, meso_formula_page_resume);
  gtk_widget_class_bind_template_callback (widget_class, meso_formula_page_move_on);
  gtk_widget_class_install_action (widget_class, "page.undo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "page.redo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page.show-version", "i", version_action);
  gtk_widget_class_install_action (widget_class, "page.start-from", "u", start_from_action);
  meso_formula_page_install_sharing (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "page.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "page.save", NULL);
}

static void
meso_formula_page_init (MesoFormulaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
settings_changed (MesoFormulaPage *self)
{
  meso_formula_editor_set_language (self->editor, meso_context_get_language (self->context));
}

MesoFormulaPage *
meso_formula_page_new (MesoContext *context, const char *patient, const char *formula)
{
  MesoFormulaPage *self = g_object_new (MESO_TYPE_FORMULA_PAGE, NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->formula = g_strdup (formula);
  self->editor = meso_formula_editor_new (meso_context_get_protocol (context), meso_context_get_language (context));
  self->keeper = meso_draft_keeper_new (context, MESO_FORMULA_DRAFT, patient != NULL ? patient : KEY_CLINIC);
  meso_formula_builder_bind (self->builder, context, self->editor);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (meso_formula_page_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::saved-at", G_CALLBACK (meso_formula_page_show_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->builder, "removed", G_CALLBACK (meso_formula_bar_grab_button), self->bar, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "save", G_CALLBACK (meso_formula_page_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "prepare", G_CALLBACK (prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "go-on", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (meso_formula_page_follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (settings_changed), self, G_CONNECT_SWAPPED);
  meso_formula_page_show (self);
  meso_formula_page_load (self, formula);
  return self;
}
