/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-pairs.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-excipient-pair.h"
#include "meso-formulary-words.h"
#include "meso-source-words.h"
#include "meso-tag.h"

static const char *
get_name (MesoContext          *context,
          const MesoIngredient *ingredient)
{
  return meso_local_text_get (ingredient->name, meso_context_get_language (context));
}

static void
add_button (GtkWidget  *row,
            const char *icon,
            const char *label,
            const char *action,
            const char *other)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "valign", GTK_ALIGN_CENTER, "tooltip-text", label, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", other);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* (transfer full): why, and who says so */
static char *
dup_words (MesoContext          *context,
           const MesoLocalText  *reason,
           const MesoProvenance *provenance)
{
  g_autofree char *source = meso_source_words_line (context, provenance->origin == MESO_ORIGIN_CLINIC ? "clinic" : provenance->source);

  return g_strdup_printf ("%s\n%s", meso_local_text_get (reason, meso_context_get_language (context)), source);
}

static GtkWidget *
make_row (MesoContext              *context,
          const MesoIngredient     *other,
          const MesoIngredientPair *pair)
{
  g_autofree char *words = dup_words (context, pair->reason, &pair->provenance);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, get_name (context, other), words);

  if (pair->provenance.origin == MESO_ORIGIN_CLINIC)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), meso_formulary_origin_tag (MESO_ORIGIN_CLINIC));
      add_button (row, "edit-undo-symbolic", _("Reset to What Ships"), "formulary.reset-pair", other->id);
    }
  if (pair->severity != MESO_PAIR_INCOMPATIBLE || pair->provenance.origin == MESO_ORIGIN_CLINIC)
    add_button (row, "document-edit-symbolic", _("Say something else of the two"), "formulary.pair", other->id);
  return row;
}

/* What a vial may hold besides: only what ships says something of it. */
static guint
add_excipients (AdwExpanderRow       *section,
                MesoContext          *context,
                const MesoIngredient *ingredient,
                MesoPairSeverity      severity)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  const GPtrArray *pairs = meso_protocol_get_excipient_pairs (protocol);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const MesoExcipientPair *pair = g_ptr_array_index (pairs, i);
      g_autofree char *name = NULL;
      g_autofree char *words = NULL;

      if (pair->severity != severity || !g_str_equal (pair->ingredient, ingredient->id))
        continue;
      name = meso_formulary_words_excipient (context, protocol, g_ptr_array_index (pair->excipients, 0));
      words = dup_words (context, pair->reason, &pair->provenance);
      adw_expander_row_add_row (section, meso_data_row_new (ADW_TYPE_ACTION_ROW, name, words));
      n++;
    }
  return n;
}

static GtkWidget *
make_section (MesoContext          *context,
              const MesoIngredient *ingredient,
              MesoPairSeverity      severity)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  const MesoIngredientPair like = { .severity = severity };
  GtkWidget *section = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, meso_formulary_words_pair (&like), NULL);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *other = g_ptr_array_index (ingredients, i);
      const MesoIngredientPair *pair = meso_protocol_lookup_pair (protocol, ingredient->id, other->id);

      if (other == ingredient || pair == NULL || pair->severity != severity)
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (section), make_row (context, other, pair));
      n++;
    }
  n += add_excipients (ADW_EXPANDER_ROW (section), context, ingredient, severity);
  count = meso_context_format_number (context, n);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (section), meso_tag_new (NULL, count, severity == MESO_PAIR_INCOMPATIBLE ? "error"
                                                                         : severity == MESO_PAIR_CAUTION ? "warning" : "success"));
  if (n > 0)
    return section;
  g_object_ref_sink (section);
  g_object_unref (section);
  return NULL;
}

/* The names of all that a predicate holds for */
static char *
list_names (MesoContext          *context,
            const MesoIngredient *ingredient,
            gboolean              alone)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *other = g_ptr_array_index (ingredients, i);
      gboolean is_alone = other->availability == MESO_AVAILABILITY_OWN_SYRINGE;

      if (other != ingredient && other->availability != MESO_AVAILABILITY_BANNED && !other->diluent && is_alone == alone &&
          meso_protocol_lookup_pair (protocol, ingredient->id, other->id) == NULL)
        g_strv_builder_add (names, get_name (context, other));
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (_(", "), list);
}

static void
add_names (AdwPreferencesGroup *group,
           const char          *icon,
           const char          *title,
           const char          *said,
           const char          *names)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", said, names);
  GtkWidget *row;

  if (*names == '\0')
    return;
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_preferences_group_add (group, row);
}

GtkWidget *
meso_formulary_pairs_new (MesoContext          *context,
                          const MesoIngredient *ingredient)
{
  static const MesoPairSeverity severities[] = { MESO_PAIR_INCOMPATIBLE, MESO_PAIR_CAUTION, MESO_PAIR_COMPATIBLE };
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("In One Syringe With"), NULL);
  g_autofree char *unknown = list_names (context, ingredient, FALSE);
  g_autofree char *alone = list_names (context, ingredient, TRUE);

  if (ingredient->availability == MESO_AVAILABILITY_OWN_SYRINGE || ingredient->availability == MESO_AVAILABILITY_BANNED)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), ingredient->availability == MESO_AVAILABILITY_BANNED
                                                                              ? _("Banned: it goes into no syringe.")
                                                                              : _("Nothing: it always has a syringe of its own."));
      return group;
    }
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      GtkWidget *section = make_section (context, ingredient, severities[i]);

      if (section != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), section);
    }
  add_names (ADW_PREFERENCES_GROUP (group), "meso-syringe-symbolic", C_("pair", "Own syringe"), _("Never mixed with anything."), alone);
  add_names (ADW_PREFERENCES_GROUP (group), "meso-no-data-symbolic", C_("pair", "No data"),
             _("Nothing is known of these: that doesn’t mean that they can be mixed."), unknown);
  return group;
}
