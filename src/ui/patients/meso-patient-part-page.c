/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-part-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-field-rows.h"
#include "meso-patient-words.h"

#define WIDTH 560
#define MARGIN 14

static const struct
{
  const char *tag;
  const char *title;
  const char *icon_name;
} parts[MESO_PATIENT_PARTS] = {
  { "contact", N_("Contact and Family"), "meso-patients-symbolic" },
  { "hair", N_("Weight and Hair History"), "meso-scalp-symbolic" },
  { "notes", N_("Notes"), "document-edit-symbolic" },
};

static const struct
{
  MesoPatientPart part;
  const char *title;            /* (nullable) */
  MesoPatientField first;
  MesoPatientField last;
} groups[] = {
  { MESO_PATIENT_PART_CONTACT, N_("How to Reach Them"), MESO_PATIENT_SECOND_PHONE, MESO_PATIENT_LANGUAGE },
  { MESO_PATIENT_PART_CONTACT, N_("Next of Kin"), MESO_PATIENT_KIN_NAME, MESO_PATIENT_KIN_PHONE },
  { MESO_PATIENT_PART_CONTACT, N_("Referred By"), MESO_PATIENT_REFERRED_BY, MESO_PATIENT_REFERRED_BY },
  { MESO_PATIENT_PART_HAIR, N_("Body"), MESO_PATIENT_WEIGHT, MESO_PATIENT_BLOOD_GROUP },
  { MESO_PATIENT_PART_HAIR, N_("Hair"), MESO_PATIENT_HAIR_SINCE, MESO_PATIENT_HAIR_NOTES },
  { MESO_PATIENT_PART_NOTES, NULL, MESO_PATIENT_NOTES, MESO_PATIENT_NOTES },
};

const char *
meso_patient_part_get_tag (MesoPatientPart part)
{
  return parts[part].tag;
}

const char *
meso_patient_part_get_title (MesoPatientPart part)
{
  return _(parts[part].title);
}

const char *
meso_patient_part_get_icon (MesoPatientPart part)
{
  return parts[part].icon_name;
}

/* A choice that nobody made says nothing. */
static char *
dup_words (GtkWidget *row)
{
  g_autofree char *text = NULL;
  char *end;

  if (ADW_IS_COMBO_ROW (row))
    {
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

      return selected == 0 || selected == GTK_INVALID_LIST_POSITION
               ? g_strdup ("")
               : g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (row))), selected));
    }
  text = meso_field_row_dup_text (row);
  end = strchr (text, '\n');
  if (end != NULL)
    *end = '\0';
  return *text != '\0' ? meso_words_isolate (text) : g_strdup ("");
}

char *
meso_patient_part_dup_summary (MesoPatientPart   part,
                               GtkWidget *const *rows)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (guint field = groups[i].first; groups[i].part == part && field <= groups[i].last; field++)
        {
          g_autofree char *words = dup_words (rows[field]);

          if (field == MESO_PATIENT_WEIGHT && *words != '\0')
            {
              /* Translators: a weight; %s is a number */
              g_autofree char *weight = g_strdup_printf (_("%s\u00A0kg"), words);

              meso_words_append (line, weight);
            }
          else
            meso_words_append (line, words);
        }
    }
  return g_string_free (line, FALSE);
}

static GtkWidget *
make_group (guint             index,
            GtkWidget *const *rows)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (groups[index].title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(groups[index].title));
  for (guint field = groups[index].first; field <= groups[index].last; field++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[field]);
  return group;
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR, "show-start-title-buttons", FALSE, "show-end-title-buttons", FALSE, NULL);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_tooltip_text (save, _("Save (Ctrl+S)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "patient-form.save");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  return header;
}

GtkWidget *
meso_patient_part_page_new (MesoPatientPart   part,
                            GtkWidget *const *rows)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, "margin-top", 12,
                                 "margin-bottom", 24, "margin-start", MARGIN, "margin-end", MARGIN, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "unit", ADW_LENGTH_UNIT_SP, "child", box, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                                      TRUE, "child", clamp, NULL);
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (groups[i].part == part)
        gtk_box_append (GTK_BOX (box), make_group (i, rows));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), make_header ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scrolled);
  return GTK_WIDGET (adw_navigation_page_new_with_tag (toolbar_view, meso_patient_part_get_title (part),
                                                       meso_patient_part_get_tag (part)));
}
