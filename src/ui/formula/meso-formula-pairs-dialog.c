/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-pairs-dialog.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-tag.h"
#include "meso-words.h"

struct _MesoFormulaPairsDialog
{
  AdwDialog parent_instance;

  GtkListBox *pairs;
};

G_DEFINE_FINAL_TYPE (MesoFormulaPairsDialog, meso_formula_pairs_dialog, ADW_TYPE_DIALOG)

/* In the order of the list */
enum { INCOMPATIBLE, CAUTION, NO_DATA, COMPATIBLE, N_KINDS };

static void
meso_formula_pairs_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_FORMULA_PAIRS_DIALOG);
  G_OBJECT_CLASS (meso_formula_pairs_dialog_parent_class)->dispose (object);
}

static void
meso_formula_pairs_dialog_class_init (MesoFormulaPairsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_pairs_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-pairs-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPairsDialog, pairs);
}

static void
meso_formula_pairs_dialog_init (MesoFormulaPairsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
get_kind (const MesoIngredientPair *pair)
{
  if (pair == NULL)
    return NO_DATA;
  switch (pair->severity)
    {
    case MESO_PAIR_INCOMPATIBLE:
      return INCOMPATIBLE;
    case MESO_PAIR_CAUTION:
      return CAUTION;
    case MESO_PAIR_COMPATIBLE:
    default:
      return COMPATIBLE;
    }
}

static GtkWidget *
create_tag (guint kind)
{
  switch (kind)
    {
    case INCOMPATIBLE:
      return meso_tag_new ("meso-stop-symbolic", C_("pair", "Incompatible"), "error");
    case CAUTION:
      return meso_tag_new ("dialog-warning-symbolic", C_("pair", "Caution"), "warning");
    case COMPATIBLE:
      return meso_tag_new ("meso-done-symbolic", C_("pair", "Compatible"), "success");
    case NO_DATA:
    default:
      return meso_tag_new ("meso-no-data-symbolic", C_("pair", "No data"), "neutral");
    }
}

static void
add_pair (MesoFormulaPairsDialog   *self,
          MesoContext              *context,
          const char               *a,
          const char               *b,
          const MesoIngredientPair *pair)
{
  g_autofree char *first = meso_formula_wording_name (context, a);
  g_autofree char *second = meso_formula_wording_name (context, b);
  g_autofree char *one = meso_words_isolate (first);
  g_autofree char *two = meso_words_isolate (second);
  g_autofree char *title = g_strdup_printf ("%s + %s", one, two);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = create_tag (get_kind (pair));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (pair != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), meso_local_text_get (pair->reason, meso_context_get_language (context)));
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  gtk_list_box_append (self->pairs, row);
}

/* (transfer full) (element-type utf8): each ingredient once */
static GPtrArray *
list_ingredients (const MesoFormulaCheck *check)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      if (!g_ptr_array_find_with_equal_func (ids, line->ingredient, g_str_equal, NULL))
        g_ptr_array_add (ids, line->ingredient);
    }
  return ids;
}

MesoFormulaPairsDialog *
meso_formula_pairs_dialog_new (MesoContext            *context,
                               const MesoFormulaCheck *check)
{
  MesoFormulaPairsDialog *self = g_object_new (MESO_TYPE_FORMULA_PAIRS_DIALOG, NULL);
  g_autoptr(GPtrArray) ids = list_ingredients (check);

  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < ids->len; i++)
      for (guint j = i + 1; j < ids->len; j++)
        {
          const char *a = g_ptr_array_index (ids, i);
          const char *b = g_ptr_array_index (ids, j);
          const MesoIngredientPair *pair = meso_protocol_lookup_pair (meso_context_get_protocol (context), a, b);

          if (get_kind (pair) == kind)
            add_pair (self, context, a, b, pair);
        }
  return self;
}
