/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-entry-page.h"

#include <glib/gi18n.h>

#include "meso-formulary-dialog.h"
#include "meso-formulary-facts.h"
#include "meso-formulary-layer.h"
#include "meso-formulary-pairs.h"
#include "meso-formulary-values.h"
#include "meso-formulary-words.h"
#include "meso-physician-notice.h"
#include "meso-protocol-service.h"
#include "meso-tag.h"
#include "meso-words.h"

struct _MesoFormularyEntryPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *id;

  MesoPhysicianNotice *notice;
  GtkLabel *heading;
  AdwWrapBox *tags;
  GtkLabel *changed;
  AdwWrapBox *acts;
  GtkBox *facts;
};

G_DEFINE_FINAL_TYPE (MesoFormularyEntryPage, meso_formulary_entry_page, ADW_TYPE_NAVIGATION_PAGE)

static const MesoIngredient *
get_ingredient (MesoFormularyEntryPage *self)
{
  return meso_protocol_lookup_ingredient (meso_context_get_protocol (self->context), self->id);
}

static const MesoProduct *
get_product (MesoFormularyEntryPage *self)
{
  return meso_protocol_lookup_product (meso_context_get_protocol (self->context), self->id);
}

/* (nullable) */
static const MesoIngredient *
get_shipped (MesoFormularyEntryPage *self)
{
  return meso_protocol_lookup_ingredient (meso_protocol_service_get_shipped (meso_context_get_clinic (self->context)), self->id);
}

static MesoFormularyDialog *
get_dialog (MesoFormularyEntryPage *self)
{
  return MESO_FORMULARY_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), MESO_TYPE_FORMULARY_DIALOG));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (widget);
  const MesoIngredient *ingredient = get_ingredient (self);
  const MesoProduct *product = get_product (self);
  MesoFormularyKind kind = get_shipped (self) != NULL ? MESO_FORMULARY_CHANGE : MESO_FORMULARY_INGREDIENT;

  if (ingredient != NULL)
    meso_formulary_dialog_push_form (get_dialog (self), meso_formulary_values_new_ingredient (self->context, kind, ingredient),
                                     kind == MESO_FORMULARY_CHANGE ? _("Change the Ingredient") : _("Edit the Ingredient"));
  else if (product != NULL)
    meso_formulary_dialog_push_form (get_dialog (self), meso_formulary_values_new_product (self->context, product), _("Edit the Product"));
}

/* The rest of what the clinic has set in the ingredient stays as it is. */
static MesoProtocolEdit *
make_switch (MesoFormularyEntryPage *self,
             MesoAvailability        availability)
{
  const MesoIngredient *ingredient = get_ingredient (self);
  g_autoptr(MesoFormularyValues) values =
    meso_formulary_values_new_ingredient (self->context, get_shipped (self) != NULL ? MESO_FORMULARY_CHANGE : MESO_FORMULARY_INGREDIENT,
                                          ingredient);

  meso_formulary_values_set (values, "availability", meso_availability_to_string (availability));
  return meso_formulary_values_to_edit (values, self->context);
}

static void
switch_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (widget);
  gboolean on = g_str_equal (name, "formulary.switch-on");

  meso_formulary_dialog_push_act (get_dialog (self), make_switch (self, on ? MESO_AVAILABILITY_ON : MESO_AVAILABILITY_OFF),
                                  on ? _("Switch On") : _("Switch Off"), on ? _("Switch _On") : _("Switch _Off"));
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (widget);

  meso_formulary_dialog_push_act (get_dialog (self), meso_protocol_edit_new_reset_ingredient (self->id), _("Reset to What Ships"),
                                  _("_Reset"));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (widget);

  meso_formulary_dialog_push_act (get_dialog (self), meso_protocol_edit_new_remove (self->id), _("Remove from the Formulary"), _("_Remove"));
}

static void
pair_action (GtkWidget  *widget,
             const char *name,
             GVariant   *other)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (widget);
  const char *id = g_variant_get_string (other, NULL);
  const MesoIngredientPair *pair = *id != '\0' ? meso_protocol_lookup_pair (meso_context_get_protocol (self->context), self->id, id) : NULL;

  meso_formulary_dialog_push_form (get_dialog (self), meso_formulary_values_new_pair (self->context, self->id, id, pair),
                                   _("Two Ingredients"));
}

static void
reset_pair_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *other)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (widget);

  meso_formulary_dialog_push_act (get_dialog (self), meso_protocol_edit_new_reset_pair (self->id, g_variant_get_string (other, NULL)),
                                  _("Reset to What Ships"), _("_Reset"));
}

static void
add_act (MesoFormularyEntryPage *self,
         const char             *label,
         const char             *action,
         const char             *target)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "use-underline", TRUE, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  adw_wrap_box_append (self->acts, button);
}

static void
show_ingredient_acts (MesoFormularyEntryPage *self,
                      const MesoIngredient   *ingredient)
{
  const MesoIngredient *shipped = get_shipped (self);
  const MesoIngredient *may = shipped != NULL ? shipped : ingredient;
  gboolean banned = may->availability == MESO_AVAILABILITY_BANNED;

  if (!banned)
    add_act (self, shipped != NULL ? _("_Change…") : _("_Edit…"), "formulary.edit", NULL);
  if (ingredient->availability != MESO_AVAILABILITY_ON && (shipped == NULL || meso_protocol_may_set_availability (may, MESO_AVAILABILITY_ON)))
    add_act (self, _("Switch _On…"), "formulary.switch-on", NULL);
  if (!banned && ingredient->availability != MESO_AVAILABILITY_OFF)
    add_act (self, _("Switch _Off…"), "formulary.switch-off", NULL);
  if (ingredient->availability == MESO_AVAILABILITY_ON || ingredient->availability == MESO_AVAILABILITY_OFF)
    add_act (self, _("Add a _Pair…"), "formulary.pair", "");
  if (meso_protocol_lookup_ingredient_change (meso_context_get_protocol (self->context), self->id) != NULL)
    add_act (self, _("_Reset to What Ships…"), "formulary.reset", NULL);
  if (shipped == NULL)
    add_act (self, _("Re_move…"), "formulary.remove", NULL);
}

static void
show_tags (MesoFormularyEntryPage *self,
           const MesoIngredient   *ingredient)
{
  const MesoIngredientChange *change = meso_protocol_lookup_ingredient_change (meso_context_get_protocol (self->context), self->id);
  g_autofree char *why = change != NULL ? meso_words_isolate (change->why) : NULL;
  g_autofree char *text = NULL;

  adw_wrap_box_append (self->tags, meso_formulary_availability_tag (ingredient->availability));
  adw_wrap_box_append (self->tags, meso_formulary_origin_tag (ingredient->provenance.origin));
  adw_wrap_box_append (self->tags, meso_tag_new (NULL, meso_formulary_words_group (ingredient->group), "neutral"));
  if (change != NULL)
    {
      adw_wrap_box_append (self->tags, meso_tag_new ("document-edit-symbolic", _("Changed here"), "accent"));
      /* Translators: %s is a reason that a physician wrote */
      text = g_strdup_printf (_("Changed by this clinic: %s"), why);
    }
  gtk_label_set_text (self->changed, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->changed), text != NULL);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (ADW_IS_WRAP_BOX (box))
      adw_wrap_box_remove (ADW_WRAP_BOX (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

static void
show_name (MesoFormularyEntryPage *self,
           const MesoLocalText    *name)
{
  const char *text = meso_local_text_get (name, meso_context_get_language (self->context));

  gtk_label_set_text (self->heading, text);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), text);
}

static void
allowed_changed (MesoFormularyEntryPage *self)
{
  static const char *const actions[] = { "formulary.edit", "formulary.switch-on", "formulary.switch-off", "formulary.reset",
                                         "formulary.remove", "formulary.pair", "formulary.reset-pair" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], meso_physician_notice_get_allowed (self->notice));
}

gboolean
meso_formulary_entry_page_exists (MesoFormularyEntryPage *self)
{
  return get_ingredient (self) != NULL || get_product (self) != NULL;
}

static void
show (MesoFormularyEntryPage *self)
{
  const MesoIngredient *ingredient = get_ingredient (self);
  const MesoProduct *product = get_product (self);

  /* Of what was just taken out the last is shown until the page goes. */
  if (!meso_formulary_entry_page_exists (self))
    return;
  clear (GTK_WIDGET (self->tags));
  clear (GTK_WIDGET (self->acts));
  clear (GTK_WIDGET (self->facts));
  if (ingredient != NULL)
    {
      show_name (self, ingredient->name);
      show_tags (self, ingredient);
      show_ingredient_acts (self, ingredient);
      meso_formulary_facts_add_ingredient (self->facts, self->context, ingredient);
      gtk_box_append (self->facts, meso_formulary_pairs_new (self->context, ingredient));
    }
  else
    {
      show_name (self, product->name);
      adw_wrap_box_append (self->tags, meso_formulary_origin_tag (product->provenance.origin));
      add_act (self, _("_Edit…"), "formulary.edit", NULL);
      add_act (self, _("Re_move…"), "formulary.remove", NULL);
      meso_formulary_facts_add_product (self->facts, self->context, product);
    }
}

static void
meso_formulary_entry_page_dispose (GObject *object)
{
  MesoFormularyEntryPage *self = MESO_FORMULARY_ENTRY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULARY_ENTRY_PAGE);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulary_entry_page_parent_class)->dispose (object);
}

static void
meso_formulary_entry_page_class_init (MesoFormularyEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_formulary_entry_page_dispose;
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formulary-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyEntryPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyEntryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyEntryPage, tags);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyEntryPage, changed);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyEntryPage, acts);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyEntryPage, facts);
  gtk_widget_class_install_action (widget_class, "formulary.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "formulary.switch-on", NULL, switch_action);
  gtk_widget_class_install_action (widget_class, "formulary.switch-off", NULL, switch_action);
  gtk_widget_class_install_action (widget_class, "formulary.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "formulary.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "formulary.pair", "s", pair_action);
  gtk_widget_class_install_action (widget_class, "formulary.reset-pair", "s", reset_pair_action);
}

static void
meso_formulary_entry_page_init (MesoFormularyEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_formulary_entry_page_new (MesoContext *context,
                               const char  *id)
{
  MesoFormularyEntryPage *self = g_object_new (MESO_TYPE_FORMULARY_ENTRY_PAGE, "title", _("Formulary"), NULL);

  self->context = g_object_ref (context);
  self->id = g_strdup (id);
  meso_physician_notice_set_context (self->notice, context);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (allowed_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed::protocol", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  allowed_changed (self);
  return ADW_NAVIGATION_PAGE (self);
}
