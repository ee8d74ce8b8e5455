/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-page.h"

#include <glib/gi18n.h>

#include "meso-draft-keeper.h"
#include "meso-error-presenter.h"
#include "meso-formula-bar.h"
#include "meso-formula-builder.h"
#include "meso-formula-bundle.h"
#include "meso-formula-editor.h"
#include "meso-formula-menus.h"
#include "meso-formula-version-dialog.h"
#include "meso-formula-wording.h"
#include "meso-row.h"
#include "meso-words.h"

/* A draft of a recipe of the clinic; a patient's has the patient's id as its key. */
#define KEY_CLINIC "new"

struct _MesoFormulaPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *versions_button;
  GtkMenuButton *start_button;
  AdwBanner *resumed;
  AdwBanner *moved_on;
  MesoFormulaBuilder *builder;
  MesoFormulaBar *bar;

  MesoContext *context;
  char *patient;                    /* (nullable) */
  char *formula;                    /* (nullable): the recipe that was asked for */
  MesoFormulaEditor *editor;
  MesoDraftKeeper *keeper;
  MesoRow *row;                     /* (nullable): what was loaded */
  const MesoFormulaBundle *bundle;  /* (nullable): in it */
  char *other_draft;                /* (nullable): of another recipe, not taken up */
  gboolean opened;
  gboolean saving;
};

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

static void
show_bar (MesoFormulaPage *self)
{
  int saved_at = -1;

  g_object_get (self->keeper, "saved-at", &saved_at, NULL);
  meso_formula_bar_show (self->bar, self->context, self->editor, saved_at, self->saving || !self->opened);
}

static void
keep_draft (MesoFormulaPage *self)
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
editor_changed (MesoFormulaPage *self)
{
  show_title (self);
  show_steps (self);
  show_bar (self);
  keep_draft (self);
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

static void
show_version (MesoFormulaPage *self,
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
  show_version (MESO_FORMULA_PAGE (widget), g_variant_get_int32 (parameter));
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

static void
show_menu (GtkMenuButton *button,
           GMenuModel    *menu)
{
  gtk_menu_button_set_menu_model (button, menu);
  gtk_widget_set_visible (GTK_WIDGET (button), g_menu_model_get_n_items (menu) > 0);
}

static void
show_menus (MesoFormulaPage *self)
{
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  g_autoptr(GMenuModel) versions = meso_formula_menus_new_versions (self->context, draft->base_version);
  g_autoptr(GMenuModel) starts = meso_formula_menus_new_starts (self->bundle->templates, draft->formula_id);

  show_menu (self->versions_button, versions);
  show_menu (self->start_button, starts);
}

static void
open_editor (MesoFormulaPage  *self,
             MesoFormulaDraft *draft)
{
  meso_formula_editor_set_facts (self->editor, self->bundle->facts);
  meso_formula_editor_open (self->editor, meso_formula_draft_new_stored (self->bundle->version), draft);
  self->opened = TRUE;
  editor_changed (self);
  show_menus (self);
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

static void
load (MesoFormulaPage *self,
      const char      *formula)
{
  meso_context_call (self->context, GTK_WIDGET (self), meso_formula_call_load, meso_formula_request_new (self->patient, formula),
                     (GDestroyNotify) meso_formula_request_free, g_object_unref, bundle_loaded, NULL);
}

static void
resumed_clicked (MesoFormulaPage *self)
{
  adw_banner_set_revealed (self->resumed, FALSE);
  if (self->other_draft != NULL)
    {
      g_autoptr(MesoFormulaDraft) draft = meso_formula_draft_from_json (self->other_draft);

      /* Its recipe is loaded first: it says what the draft goes on from. */
      g_clear_pointer (&self->other_draft, g_free);
      g_set_str (&self->formula, draft->formula_id);
      self->opened = FALSE;
      load (self, self->formula);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  open_editor (self, NULL);
}

/* Whoever has seen the newer version may make the next one from what is written here. */
static void
moved_on_clicked (MesoFormulaPage *self)
{
  adw_banner_set_revealed (self->moved_on, FALSE);
  meso_formula_editor_rebase (self->editor, meso_formula_draft_new_stored (self->bundle->version));
  show_menus (self);
  show_version (self, self->bundle->version->version);
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
  show_menus (self);
}

static void
clinic_changed (MesoFormulaPage *self,
                const char      *what,
                const char      *id)
{
  static const char *const watched[] = { "formula", "screening", "decision", "patient", NULL };

  if (self->opened && !self->saving && g_strv_contains (watched, what))
    load (self, meso_formula_editor_get_draft (self->editor)->formula_id);
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
      load (self, meso_formula_editor_get_draft (self->editor)->formula_id);
      meso_error_presenter_alert (widget, _("save the formula"), error);
      show_bar (self);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  adw_banner_set_revealed (self->resumed, FALSE);
  meso_formula_editor_mark_saved (self->editor, version->formula_id, version->version);
  load (self, version->formula_id);
  number = meso_context_format_number (self->context, version->version);
  text = g_strdup_printf (_("Version %s is saved"), number);
  meso_error_presenter_say (widget, text, NULL);
  meso_formula_bar_grab_button (self->bar);
}

static void
save (MesoFormulaPage *self)
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
  show_bar (self);
  meso_context_call (self->context, GTK_WIDGET (self), meso_formula_call_save, request,
                     (GDestroyNotify) meso_formula_request_free, g_object_unref, stored, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (MESO_FORMULA_PAGE (widget));
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
  BIND (versions_button);
  BIND (start_button);
  BIND (resumed);
  BIND (moved_on);
  BIND (builder);
  BIND (bar);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, resumed_clicked);
  gtk_widget_class_bind_template_callback (widget_class, moved_on_clicked);
  gtk_widget_class_install_action (widget_class, "page.undo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "page.redo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page.show-version", "i", version_action);
  gtk_widget_class_install_action (widget_class, "page.start-from", "u", start_from_action);
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
  self->keeper = meso_draft_keeper_new (context, "formula", patient != NULL ? patient : KEY_CLINIC);
  meso_formula_builder_bind (self->builder, context, self->editor);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::saved-at", G_CALLBACK (show_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->builder, "removed", G_CALLBACK (meso_formula_bar_grab_button), self->bar, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "save", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "go-on", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (settings_changed), self, G_CONNECT_SWAPPED);
  editor_changed (self);
  load (self, formula);
  return self;
}
