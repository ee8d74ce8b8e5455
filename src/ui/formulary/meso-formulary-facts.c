/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-facts.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-formula-wording.h"
#include "meso-formulary-words.h"
#include "meso-protocol-service.h"
#include "meso-source-words.h"
#include "meso-text.h"
#include "meso-words.h"

static AdwPreferencesGroup *
add_group (GtkBox     *box,
           const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL));

  gtk_box_append (box, GTK_WIDGET (group));
  return group;
}

static void
add_line (AdwPreferencesGroup *group,
          const char          *title,
          const char          *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static void
add_field (AdwPreferencesGroup *group,
           const char          *field,
           const char          *text)
{
  add_line (group, meso_formulary_words_field (field), text);
}

static void
add_words (AdwPreferencesGroup *group,
           MesoContext         *context,
           const char          *field,
           const MesoLocalText *text)
{
  add_field (group, field, meso_local_text_get (text, meso_context_get_language (context)));
}

static char *
list_excipients (MesoContext     *context,
                 const GPtrArray *excipients)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < excipients->len; i++)
    g_strv_builder_take (names, meso_formulary_words_excipient (context, meso_context_get_protocol (context),
                                                                g_ptr_array_index (excipients, i)));
  list = g_strv_builder_end (names);
  return g_strjoinv (_(", "), list);
}

static char *
list_strengths (MesoContext     *context,
                const GPtrArray *strengths)
{
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < strengths->len; i++)
    {
      g_autofree char *strength = meso_context_localise_number (context, g_ptr_array_index (strengths, i));

      g_strv_builder_take (all, meso_text_isolate (strength));
    }
  list = g_strv_builder_end (all);
  joined = g_strjoinv (_(", "), list);
  return *joined != '\0' ? g_strconcat (meso_words_get_direction_mark (), joined, NULL) : g_strdup ("");
}

static char *
list_salts (MesoContext          *context,
            const MesoIngredient *ingredient)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < ingredient->salts->len; i++)
    g_strv_builder_add (names, meso_local_text_get (((const MesoSalt *) g_ptr_array_index (ingredient->salts, i))->name,
                                                    meso_context_get_language (context)));
  list = g_strv_builder_end (names);
  return g_strjoinv (_(", "), list);
}

static void
add_strength (AdwPreferencesGroup *group,
              MesoContext         *context,
              const char          *field,
              MesoStrength         strength)
{
  g_autofree char *text = strength.mantissa > 0 ? meso_formula_wording_strength (context, strength) : NULL;

  add_field (group, field, text);
}

static void
add_limits (GtkBox               *box,
            MesoContext          *context,
            const MesoIngredient *ingredient)
{
  AdwPreferencesGroup *group = add_group (box, _("Limits"));
  g_autofree char *cap = meso_formulary_words_cap (context, ingredient);
  g_autofree char *source = meso_source_words_line (context, ingredient->cap_source);

  if (ingredient->diluent)
    add_line (group, _("Cap"), _("A diluent is neutral, and has none."));
  else
    add_line (group, _("Cap"), cap != NULL ? cap : _("No cap is known: no source names one."));
  if (cap != NULL)
    add_line (group, _("Where the cap comes from"), source);
  add_strength (group, context, "max-final", ingredient->max_final);
  add_strength (group, context, "stock-below", ingredient->stock_below);
  if (ingredient->anaesthetic)
    add_line (group, _("Local anaesthetic"), _("Counts together with every other one."));
}

static void
add_sold (GtkBox               *box,
          MesoContext          *context,
          const MesoIngredient *ingredient)
{
  AdwPreferencesGroup *group = add_group (box, _("How It Is Sold and Kept"));
  g_autofree char *strengths = list_strengths (context, ingredient->strengths);
  g_autofree char *salts = list_salts (context, ingredient);
  g_autofree char *excipients = list_excipients (context, ingredient->excipients);
  const char *storage = meso_local_text_get (ingredient->storage, meso_context_get_language (context));

  add_field (group, "strengths", *strengths != '\0' ? strengths : _("None is known."));
  add_words (group, context, "sold", ingredient->sold);
  add_field (group, "salt", salts);
  add_field (group, "storage", *storage != '\0' ? storage : _("Nothing is known: read the label."));
  add_field (group, "excipients", *excipients != '\0' ? excipients : _("None is known: read the label."));
}

static gboolean
names_ingredient (const MesoEvidence *evidence,
                  const char         *id)
{
  return evidence->ingredients != NULL && g_ptr_array_find_with_equal_func (evidence->ingredients, id, g_str_equal, NULL);
}

static void
go_to_evidence (GtkWidget *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (row));

  adw_dialog_close (ADW_DIALOG (dialog));
  gtk_widget_activate_action (window, "win.go", "s", "evidence");
}

static void
add_study (AdwPreferencesGroup *group,
           MesoContext         *context,
           const MesoEvidence  *evidence)
{
  const char *language = meso_context_get_language (context);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, meso_local_text_get (evidence->claim, language),
                                      evidence->found ? meso_local_text_get (evidence->result, language)
                                                      : _("The study could not be found."));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Open the evidence library"));
  g_signal_connect (row, "activated", G_CALLBACK (go_to_evidence), NULL);
  adw_preferences_group_add (group, row);
}

static void
add_evidence (GtkBox               *box,
              MesoContext          *context,
              const MesoIngredient *ingredient)
{
  AdwPreferencesGroup *group = add_group (box, _("Evidence"));
  const GPtrArray *evidence = meso_protocol_get_evidence (meso_context_get_protocol (context));
  const char *key = ingredient->provenance.origin == MESO_ORIGIN_CLINIC ? "clinic" : ingredient->provenance.source;
  g_autofree char *source = meso_source_words_line (context, key);
  gboolean any = FALSE;

  add_line (group, _("The entry itself"), source);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MesoEvidence *study = g_ptr_array_index (evidence, i);

      if (!names_ingredient (study, ingredient->id))
        continue;
      add_study (group, context, study);
      any = TRUE;
    }
  if (!any)
    add_line (group, _("Studies"), _("The evidence library has none of it."));
}

/* Where the clinic's words stand, those that ship can still be read. */
static void
add_shipped_words (AdwPreferencesGroup *group,
                   MesoContext         *context,
                   const char          *title,
                   const MesoLocalText *now,
                   const MesoLocalText *shipped)
{
  if (!meso_local_text_equal (now, shipped))
    add_line (group, title, meso_local_text_get (shipped, meso_context_get_language (context)));
}

void
meso_formulary_facts_add_ingredient (GtkBox               *box,
                                     MesoContext          *context,
                                     const MesoIngredient *ingredient)
{
  AdwPreferencesGroup *group = add_group (box, _("What It Is"));
  const MesoIngredient *shipped =
    meso_protocol_lookup_ingredient (meso_protocol_service_get_shipped (meso_context_get_clinic (context)), ingredient->id);

  add_words (group, context, "benefit", ingredient->benefit);
  add_words (group, context, "caution", ingredient->caution);
  if (shipped != NULL)
    {
      add_shipped_words (group, context, _("Benefit, as it ships"), ingredient->benefit, shipped->benefit);
      add_shipped_words (group, context, _("What to watch for, as it ships"), ingredient->caution, shipped->caution);
    }
  add_limits (box, context, ingredient);
  add_sold (box, context, ingredient);
  add_evidence (box, context, ingredient);
}

static char *
list_components (MesoContext       *context,
                 const MesoProduct *product)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < product->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (product->components, i);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), component->ingredient);
      const MesoSalt *salt = ingredient != NULL ? meso_ingredient_find_salt (ingredient, component->salt) : NULL;
      g_autofree char *name = meso_formula_wording_name (context, component->ingredient);
      g_autofree char *strength = meso_context_localise_number (context, component->strength);
      g_autofree char *isolated = meso_text_isolate (strength);

      g_string_append_printf (lines, "%s%s%s %s", i > 0 ? "\n" : "", meso_words_get_direction_mark (), name, isolated);
      if (salt != NULL)
        meso_words_append (lines, meso_local_text_get (salt->name, meso_context_get_language (context)));
    }
  return g_string_free_and_steal (lines);
}

/* A vial that isn't said to keep is used once, or for 28 days when it is for several patients. */
static char *
word_opened_life (MesoContext       *context,
                  const MesoProduct *product)
{
  g_autofree char *hours = NULL;

  if (product->opened_life_h == 0)
    return g_strdup (product->multi_dose ? _("28 days, unless the label says less") : _("Used once, at once"));
  hours = meso_context_format_number (context, product->opened_life_h);
  return g_strdup_printf (ngettext ("%s hour", "%s hours", product->opened_life_h), hours);
}

static void
add_box (GtkBox            *box,
         MesoContext       *context,
         const MesoProduct *product)
{
  AdwPreferencesGroup *group = add_group (box, _("The Box"));
  g_autofree char *ph = meso_product_dup_ph (product);
  g_autofree char *ph_words = ph != NULL ? meso_context_localise_number (context, ph) : NULL;
  g_autofree char *container = product->container_ul > 0 ? meso_formula_wording_volume (context, product->container_ul) : NULL;
  g_autofree char *opened = word_opened_life (context, product);
  g_autofree char *licence = product->licence != NULL ? meso_text_isolate (product->licence) : NULL;

  add_field (group, "maker", product->maker);
  add_field (group, "licence", licence != NULL ? licence : _("None is written down."));
  add_field (group, "authority", product->authority);
  add_field (group, "form", meso_formulary_words_form (product->form));
  add_field (group, "ph", ph_words);
  add_field (group, "container", container);
  add_field (group, "doses", product->multi_dose ? C_("container", "Several patients") : C_("container", "One patient only"));
  add_line (group, _("Once opened, it keeps"), opened);
  add_words (group, context, "storage", product->storage);
}

void
meso_formulary_facts_add_product (GtkBox            *box,
                                  MesoContext       *context,
                                  const MesoProduct *product)
{
  AdwPreferencesGroup *group = add_group (box, _("What It Holds"));
  g_autofree char *components = list_components (context, product);
  g_autofree char *excipients = list_excipients (context, product->excipients);

  add_field (group, "component", components);
  add_field (group, "excipients", *excipients != '\0' ? excipients : _("None is written down."));
  add_box (box, context, product);
}
