/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-rows.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field-rows.h"

static const char *
get_title (MesoLotField field)
{
  switch (field)
    {
    case MESO_LOT_FIELD_WHAT:
      return _("Product or ingredient");
    case MESO_LOT_FIELD_SALT:
      return _("The strength is that of");
    case MESO_LOT_FIELD_STRENGTH:
      return _("Strength, for example 5 mg/mL");
    case MESO_LOT_FIELD_NAME:
      return _("Trade name");
    case MESO_LOT_FIELD_MAKER:
      return _("Maker");
    case MESO_LOT_FIELD_LICENCE:
      return C_("formulary field", "Licence number");
    case MESO_LOT_FIELD_NUMBER:
      return _("Lot number");
    case MESO_LOT_FIELD_EXPIRY:
      return _("Expiry: a day, or the month alone");
    case MESO_LOT_FIELD_CONTAINERS:
      return _("How many vials or ampoules");
    case MESO_LOT_FIELD_VOLUME:
      return _("One of them holds, for example 5 mL");
    case MESO_LOT_FIELD_DOSE:
      return _("One container serves");
    case MESO_LOT_FIELD_OPENED_LIFE:
      return _("Opened, it keeps (28 days unless said)");
    case MESO_LOT_FIELD_RECEIVED_ON:
      return _("Received on");
    case MESO_LOT_FIELD_SUPPLIER:
      return _("Supplier");
    case MESO_LOT_FIELD_STORAGE:
      return _("Storage");
    case MESO_LOT_FIELD_PRICE:
      return _("Price of one");
    case MESO_LOT_FIELDS:
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
make_date_row (MesoLotField field)
{
  GtkWidget *row = g_object_new (MESO_TYPE_DATE_ROW, "title", get_title (field), "activates-default", TRUE, NULL);

  meso_date_row_set_month_allowed (MESO_DATE_ROW (row), field == MESO_LOT_FIELD_EXPIRY);
  return row;
}

GtkWidget *
meso_lot_field_row_new (MesoLotField field)
{
  static const char *const doses[] = { "single", "multi", NULL };
  static const char *const no_salts[] = { "", NULL };
  const char *const dose_words[] = { C_("container", "One preparation only"), C_("container", "Several preparations"), NULL };

  if (field == MESO_LOT_FIELD_EXPIRY || field == MESO_LOT_FIELD_RECEIVED_ON)
    return make_date_row (field);
  if (field == MESO_LOT_FIELD_DOSE)
    return meso_choice_row_new (get_title (field), doses, dose_words);
  if (field == MESO_LOT_FIELD_SALT)
    return meso_choice_row_new (get_title (field), no_salts, no_salts);
  return g_object_new (ADW_TYPE_ENTRY_ROW, "title", get_title (field), "activates-default", TRUE, NULL);
}

void
meso_lot_salt_row_show (GtkWidget            *row,
                        const MesoIngredient *ingredient,
                        const char           *language)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  g_strv_builder_add (names, "");
  gtk_string_list_append (words, meso_local_text_get (ingredient->name, language));
  for (guint i = 0; i < ingredient->salts->len; i++)
    {
      const MesoSalt *salt = g_ptr_array_index (ingredient->salts, i);

      g_strv_builder_add (names, salt->id);
      gtk_string_list_append (words, meso_local_text_get (salt->name, language));
    }
  g_object_set_data_full (G_OBJECT (row), "names", g_strv_builder_end (names), (GDestroyNotify) g_strfreev);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
}

GtkWidget *
meso_picks_row_new (const char *label)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "margin-top", 8, "margin-bottom", 8,
                                 "margin-start", 12, "margin-end", 12, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "visible", FALSE, "title", label, "child", box,
                       NULL);
}

void
meso_picks_row_show (GtkWidget       *row,
                     const GPtrArray *labels,
                     GCallback        clicked,
                     gpointer         owner)
{
  AdwWrapBox *box = ADW_WRAP_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (g_ptr_array_index (labels, i));

      gtk_widget_add_css_class (button, "pick");
      g_signal_connect_object (button, "clicked", clicked, owner, G_CONNECT_SWAPPED);
      adw_wrap_box_append (box, button);
    }
  gtk_widget_set_visible (row, labels->len > 0);
}
