/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-reasons.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-handout-choice.h"

struct _MesoHandoutReasons
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;      /* GtkWidget: those of the sheet in sight */
};

G_DEFINE_FINAL_TYPE (MesoHandoutReasons, meso_handout_reasons, ADW_TYPE_PREFERENCES_GROUP)

static void
meso_handout_reasons_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_HANDOUT_REASONS (object)->rows);
  G_OBJECT_CLASS (meso_handout_reasons_parent_class)->finalize (object);
}

static void
meso_handout_reasons_class_init (MesoHandoutReasonsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_handout_reasons_finalize;
}

static void
meso_handout_reasons_init (MesoHandoutReasons *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
make_reason (const MesoHandoutReason *reason)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, reason->text, reason->why);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (reason->added ? "meso-done-symbolic" : "list-remove-symbolic"));
  return row;
}

/* What was added stands in the group; the row that opens to what was left out is (transfer full) (nullable). */
static GtkWidget *
add_reasons (MesoHandoutReasons *self,
             const GPtrArray    *lines)
{
  GtkWidget *left_out = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const MesoHandoutReason *reason = g_ptr_array_index (lines, i);
      GtkWidget *row = make_reason (reason);

      if (reason->added)
        {
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
          g_ptr_array_add (self->rows, row);
          continue;
        }
      if (left_out == NULL)
        left_out = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, _("Left out"), _("Paragraphs that don’t apply"));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (left_out), row);
    }
  return left_out;
}

void
meso_handout_reasons_show (MesoHandoutReasons       *self,
                           MesoContext              *context,
                           const char               *kind,
                           const MesoFormulaVersion *formula)
{
  g_autoptr(GPtrArray) lines = meso_handout_choice_list_reasons (meso_context_get_protocol (context), kind, formula,
                                                                 meso_context_get_language (context));
  GtkWidget *left_out;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  left_out = add_reasons (self, lines);
  if (left_out != NULL)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), left_out);
      g_ptr_array_add (self->rows, left_out);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
}
