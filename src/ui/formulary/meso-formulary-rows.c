/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-rows.h"

#include <glib/gi18n.h>

#include "meso-component-rows.h"
#include "meso-field.h"
#include "meso-formulary-words.h"
#include "meso-protocol-service.h"

#define FIELD_KEY "meso-field-name"
#define VALUES_KEY "meso-field-values"

/**
 * Field:
 * @title: (nullable): instead of what the field is called otherwise
 * @values: (nullable): what can be chosen; %NULL for an entry
 */
typedef struct
{
  const char *field;
  const char *title;
  const char *const *values;
} Field;

typedef struct
{
  const char *title;
  const char *description;    /* (nullable) */
  Field fields[9];
} Group;

static const char *const availabilities[] = { "on", "off", "own-syringe", NULL };
static const char *const ingredient_groups[] = { "minerals", "vitamins", "other", NULL };
static const char *const dimensions[] = { "mass", "activity", NULL };
static const char *const cap_severities[] = { "warn", "block", NULL };
static const char *const severities[] = { "incompatible", "caution", "compatible", NULL };
static const char *const forms[] = { "", "solution", "powder", "emulsion", "gel", NULL };
static const char *const doses[] = { "single", "multi", NULL };

static const Group ingredient_form[] = {
  { N_("Name"), N_("In one language at least."), { { "name" }, { "name-fa", N_("Name in Persian") } } },
  { N_("What It Is"), NULL, { { "group", NULL, ingredient_groups }, { "dimension", NULL, dimensions },
                              { "availability", NULL, availabilities }, { "benefit" }, { "caution" } } },
  { N_("Limits"), N_("Amounts with their unit, such as 3 mg. Leave empty what no source says."),
    { { "cap" }, { "cap-per-kg" }, { "cap-severity", NULL, cap_severities } } },
  { N_("How It Is Sold and Kept"), N_("Parts of a list are set apart by semicolons."),
    { { "strengths" }, { "sold" }, { "storage" }, { "excipients" } } },
};
static const Group change_form[] = {
  { N_("Use"), NULL, { { "availability", NULL, availabilities } } },
  { N_("Limits"), N_("A stricter cap can always be set. One that only warns can be raised, with a reason."),
    { { "cap" }, { "cap-per-kg" }, { "cap-severity", NULL, cap_severities } } },
  { N_("Words"), N_("They stand instead of those that ship, until the ingredient is reset."), { { "benefit" }, { "caution" } } },
};
static const Group product_form[] = {
  { N_("Name and Licence"), N_("A name in one language at least."),
    { { "name", N_("Trade name") }, { "name-fa", N_("Trade name in Persian") }, { "maker" }, { "licence" }, { "authority" } } },
  { N_("What It Holds"), N_("Each ingredient with its strength, as the label has it."), { { "component" } } },
  { N_("Other Contents"), N_("An allergy to one of them is found in each formula. Set them apart by semicolons."), { { "excipients" } } },
  { N_("The Box"), N_("Leave empty what the box doesn’t say."),
    { { "form", NULL, forms }, { "ph" }, { "container" }, { "doses", NULL, doses }, { "opened-life-h" }, { "storage" } } },
};
static const Group pair_form[] = {
  { N_("Two Ingredients in One Syringe"), N_("What ships can be made stricter, never looser."),
    { { "b", N_("With") }, { "severity", NULL, severities }, { "reason" } } },
};

static gboolean
may_have (const MesoFormularyValues *values,
          MesoContext               *context,
          const char                *field,
          const char                *value)
{
  const MesoProtocol *shipped = meso_protocol_service_get_shipped (meso_context_get_clinic (context));
  const MesoIngredient *ingredient = values->kind == MESO_FORMULARY_CHANGE ? meso_protocol_lookup_ingredient (shipped, values->id) : NULL;

  if (ingredient != NULL && g_str_equal (field, "availability"))
    {
      const MesoAvailability meaning = g_str_equal (value, "on") ? MESO_AVAILABILITY_ON
                                       : g_str_equal (value, "off") ? MESO_AVAILABILITY_OFF : MESO_AVAILABILITY_OWN_SYRINGE;

      return meso_protocol_may_set_availability (ingredient, meaning);
    }
  if (ingredient != NULL && g_str_equal (field, "cap-severity"))
    return !ingredient->cap_blocks || g_str_equal (value, "block");
  if (g_str_equal (field, "severity") && *meso_formulary_values_get (values, "b") != '\0')
    {
      const MesoPairSeverity meaning = g_str_equal (value, "compatible") ? MESO_PAIR_COMPATIBLE
                                       : g_str_equal (value, "caution") ? MESO_PAIR_CAUTION : MESO_PAIR_INCOMPATIBLE;

      return meso_protocol_may_set_pair (meso_protocol_lookup_pair (shipped, values->id, meso_formulary_values_get (values, "b")), meaning);
    }
  return TRUE;
}

static GtkWidget *
make_choice (const Field               *field,
             const char                *title,
             MesoContext               *context,
             const MesoFormularyValues *values)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-markup", FALSE, NULL);

  for (guint i = 0; field->values[i] != NULL; i++)
    {
      g_autofree char *word = *field->values[i] == '\0'
                                ? g_strdup (meso_formulary_words_form (MESO_PRODUCT_FORM_UNKNOWN))
                                : meso_formulary_words_value (context, meso_context_get_protocol (context), field->field, field->values[i]);

      if (!may_have (values, context, field->field, field->values[i]))
        continue;
      gtk_string_list_append (words, word);
      g_strv_builder_add (kept, field->values[i]);
    }
  g_object_set_data_full (G_OBJECT (row), VALUES_KEY, g_strv_builder_end (kept), (GDestroyNotify) g_strfreev);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  return row;
}

/* The other ingredient of a pair: all that there are, or the one that it is about. */
static GtkWidget *
make_other (const char                *title,
            MesoContext               *context,
            const MesoFormularyValues *values)
{
  const GPtrArray *ingredients = meso_protocol_get_ingredients (meso_context_get_protocol (context));
  const char *chosen = meso_formulary_values_get (values, "b");
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-markup", FALSE, "sensitive", *chosen == '\0', NULL);
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

      if (g_str_equal (ingredient->id, values->id) ||
          (*chosen != '\0' ? !g_str_equal (ingredient->id, chosen)
                           : meso_protocol_lookup_pair (meso_context_get_protocol (context), values->id, ingredient->id) != NULL))
        continue;
      gtk_string_list_append (names, meso_local_text_get (ingredient->name, meso_context_get_language (context)));
      g_strv_builder_add (ids, ingredient->id);
    }
  g_object_set_data_full (G_OBJECT (row), VALUES_KEY, g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

static GtkWidget *
make_row (const Field               *field,
          MesoContext               *context,
          const MesoFormularyValues *values)
{
  const char *title = field->title != NULL ? _(field->title) : meso_formulary_words_field (field->field);
  GtkWidget *row;

  if (g_str_equal (field->field, "component"))
    row = meso_component_rows_new (context);
  else if (g_str_equal (field->field, "b"))
    row = make_other (title, context, values);
  else if (field->values != NULL)
    row = make_choice (field, title, context, values);
  else
    row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup", FALSE, NULL);
  g_object_set_data (G_OBJECT (row), FIELD_KEY, (gpointer) field->field);
  return row;
}

static const Group *
get_groups (MesoFormularyKind  kind,
            guint             *n)
{
  switch (kind)
    {
    case MESO_FORMULARY_CHANGE:
      *n = G_N_ELEMENTS (change_form);
      return change_form;
    case MESO_FORMULARY_PRODUCT:
      *n = G_N_ELEMENTS (product_form);
      return product_form;
    case MESO_FORMULARY_PAIR:
      *n = G_N_ELEMENTS (pair_form);
      return pair_form;
    case MESO_FORMULARY_INGREDIENT:
    default:
      *n = G_N_ELEMENTS (ingredient_form);
      return ingredient_form;
    }
}

static void
connect_row (GtkWidget               *row,
             MesoFormularyRowChanged  changed,
             GtkWidget               *form)
{
  g_signal_connect_object (row, ADW_IS_COMBO_ROW (row) ? "notify::selected" : "changed", G_CALLBACK (changed), form, G_CONNECT_SWAPPED);
}

GPtrArray *
meso_formulary_rows_fill (GtkBox                    *box,
                          MesoContext               *context,
                          const MesoFormularyValues *values,
                          MesoFormularyRowChanged    changed,
                          GtkWidget                 *form)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint n_groups;
  const Group *groups = get_groups (values->kind, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _(groups[i].title), "description",
                                       groups[i].description != NULL ? _(groups[i].description) : NULL, NULL);

      for (const Field *field = groups[i].fields; field->field != NULL; field++)
        {
          GtkWidget *row = make_row (field, context, values);

          meso_formulary_row_set_text (row, meso_formulary_values_get (values, field->field));
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
          connect_row (row, changed, form);
          g_ptr_array_add (rows, row);
        }
      gtk_box_append (box, group);
    }
  return rows;
}

const char *
meso_formulary_row_get_field (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), FIELD_KEY);
}

char *
meso_formulary_row_dup_text (GtkWidget *row)
{
  const char *const *values = g_object_get_data (G_OBJECT (row), VALUES_KEY);
  guint selected;

  if (MESO_IS_COMPONENT_ROWS (row))
    return meso_component_rows_dup_text (MESO_COMPONENT_ROWS (row));
  if (!ADW_IS_COMBO_ROW (row))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  return g_strdup (selected < g_strv_length ((GStrv) values) ? values[selected] : "");
}

void
meso_formulary_row_set_text (GtkWidget  *row,
                             const char *text)
{
  const char *const *values = g_object_get_data (G_OBJECT (row), VALUES_KEY);

  if (MESO_IS_COMPONENT_ROWS (row))
    meso_component_rows_set_text (MESO_COMPONENT_ROWS (row), text);
  else if (!ADW_IS_COMBO_ROW (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else
    for (guint i = 0; values[i] != NULL; i++)
      if (g_str_equal (values[i], text))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
}

void
meso_formulary_row_set_error (GtkWidget  *row,
                              const char *text)
{
  if (MESO_IS_COMPONENT_ROWS (row))
    meso_component_rows_set_error (MESO_COMPONENT_ROWS (row), text);
  else if (!ADW_IS_COMBO_ROW (row))
    meso_field_set_error (row, text);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
}

void
meso_formulary_row_show (GtkWidget *row)
{
  if (MESO_IS_COMPONENT_ROWS (row) || ADW_IS_COMBO_ROW (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  else
    meso_field_show (row);
}
