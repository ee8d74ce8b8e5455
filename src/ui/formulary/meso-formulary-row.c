/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-row.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-formulary-layer.h"
#include "meso-formula-wording.h"
#include "meso-formulary-words.h"
#include "meso-tag.h"
#include "meso-text-fold.h"
#include "meso-words.h"

#define FACTS_KEY "meso-formulary-row"

/* What a row is found and filtered by */
typedef struct
{
  char *id;
  char *folded;
  MesoAvailability availability;
  gboolean changed;
  gboolean own;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *self = data;

  g_free (self->id);
  g_free (self->folded);
  g_free (self);
}

static void
append_both (GString             *all,
             const MesoLocalText *text)
{
  g_string_append_printf (all, " %s %s", meso_local_text_get (text, "en"), meso_local_text_get (text, "fa"));
}

static void
append_excipients (GString         *all,
                   MesoContext     *context,
                   const GPtrArray *excipients)
{
  for (guint i = 0; i < excipients->len; i++)
    {
      g_autofree char *name = meso_formulary_words_excipient (context, meso_context_get_protocol (context), g_ptr_array_index (excipients, i));

      g_string_append_printf (all, " %s %s", (const char *) g_ptr_array_index (excipients, i), name);
    }
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          Facts      *facts,
          GString    *all)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  facts->folded = meso_text_fold (all->str);
  g_string_free (all, TRUE);
  g_object_set_data_full (G_OBJECT (row), FACTS_KEY, facts, facts_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  return row;
}

static void
add_tags (GtkWidget   *row,
          GtkWidget  **tags,
          guint        n)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "valign", GTK_ALIGN_CENTER, "align", 1.0f, NULL);

  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = NULL;

      if (tags[i] == NULL)
        continue;
      g_object_get (tags[i], "label", &word, NULL);
      meso_words_append (words, word);
      adw_wrap_box_append (ADW_WRAP_BOX (box), tags[i]);
    }
  meso_data_row_say (row, words->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

GtkWidget *
meso_formulary_row_new_ingredient (MesoContext          *context,
                                   const MesoIngredient *ingredient)
{
  const char *language = meso_context_get_language (context);
  gboolean changed = meso_protocol_lookup_ingredient_change (meso_context_get_protocol (context), ingredient->id) != NULL;
  g_autofree char *cap = meso_formulary_words_cap (context, ingredient);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", meso_local_text_get (ingredient->benefit, language),
                                               cap != NULL ? cap : ingredient->diluent ? _("No cap: a diluent") : _("No cap is known"));
  GString *all = g_string_new (ingredient->id);
  Facts *facts = g_new0 (Facts, 1);
  GtkWidget *row;
  GtkWidget *tags[3];

  facts->id = g_strdup (ingredient->id);
  facts->availability = ingredient->availability;
  facts->changed = changed;
  facts->own = ingredient->provenance.origin == MESO_ORIGIN_CLINIC;
  append_both (all, ingredient->name);
  append_both (all, ingredient->benefit);
  append_excipients (all, context, ingredient->excipients);
  row = make_row (meso_local_text_get (ingredient->name, language), subtitle, facts, all);
  tags[0] = changed ? meso_tag_new ("document-edit-symbolic", _("Changed here"), "accent") : NULL;
  tags[1] = meso_formulary_availability_tag (ingredient->availability);
  tags[2] = meso_formulary_origin_tag (ingredient->provenance.origin);
  add_tags (row, tags, G_N_ELEMENTS (tags));
  return row;
}

GtkWidget *
meso_formulary_row_new_product (MesoContext       *context,
                                const MesoProduct *product)
{
  GString *all = g_string_new (product->id);
  GString *line = g_string_new (meso_words_get_direction_mark ());
  g_autofree char *count = meso_context_format_number (context, product->components->len);
  g_autofree char *components = g_strdup_printf (ngettext ("%s component", "%s components", product->components->len), count);
  g_autofree char *subtitle = NULL;
  Facts *facts = g_new0 (Facts, 1);
  GtkWidget *row;
  GtkWidget *tags[1];

  facts->id = g_strdup (product->id);
  facts->own = product->provenance.origin == MESO_ORIGIN_CLINIC;
  append_both (all, product->name);
  g_string_append_printf (all, " %s %s", product->maker != NULL ? product->maker : "", product->licence != NULL ? product->licence : "");
  append_excipients (all, context, product->excipients);
  for (guint i = 0; i < product->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (product->components, i);
      g_autofree char *name = meso_formula_wording_name (context, component->ingredient);

      g_string_append_printf (all, " %s %s", component->ingredient, name);
    }
  g_string_append (line, components);
  meso_words_append (line, product->maker);
  subtitle = g_string_free_and_steal (line);
  row = make_row (meso_local_text_get (product->name, meso_context_get_language (context)), subtitle, facts, all);
  tags[0] = meso_formulary_origin_tag (product->provenance.origin);
  add_tags (row, tags, G_N_ELEMENTS (tags));
  return row;
}

const char *
meso_formulary_row_get_id (GtkWidget *row)
{
  return ((const Facts *) g_object_get_data (G_OBJECT (row), FACTS_KEY))->id;
}

gboolean
meso_formulary_row_matches (GtkWidget          *row,
                            MesoFormularyShown  shown,
                            const char         *wanted)
{
  const Facts *facts = g_object_get_data (G_OBJECT (row), FACTS_KEY);
  const gboolean is_shown[] = {
    [MESO_FORMULARY_SHOWN_ALL] = TRUE,
    [MESO_FORMULARY_SHOWN_ON] = facts->availability == MESO_AVAILABILITY_ON,
    [MESO_FORMULARY_SHOWN_OFF] = facts->availability == MESO_AVAILABILITY_OFF || facts->availability == MESO_AVAILABILITY_BANNED,
    [MESO_FORMULARY_SHOWN_OWN_SYRINGE] = facts->availability == MESO_AVAILABILITY_OWN_SYRINGE,
    [MESO_FORMULARY_SHOWN_CHANGED] = facts->changed,
    [MESO_FORMULARY_SHOWN_OWN] = facts->own,
  };

  return shown < G_N_ELEMENTS (is_shown) && is_shown[shown] && meso_words_hold (facts->folded, wanted);
}
