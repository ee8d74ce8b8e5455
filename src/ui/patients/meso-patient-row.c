/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-match.h"
#include "meso-patient-words.h"
#include "meso-text.h"

#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"
#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"

struct _MesoPatientRow
{
  GtkBox parent_instance;

  AdwAvatar *avatar;
  GtkInscription *name;
  GtkInscription *line;
};

G_DEFINE_FINAL_TYPE (MesoPatientRow, meso_patient_row, GTK_TYPE_BOX)

static void
meso_patient_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_PATIENT_ROW);
  G_OBJECT_CLASS (meso_patient_row_parent_class)->dispose (object);
}

static void
meso_patient_row_class_init (MesoPatientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, name);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, line);
}

static void
meso_patient_row_init (MesoPatientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_patient_row_new (void)
{
  return g_object_new (MESO_TYPE_PATIENT_ROW, NULL);
}

/* What isn't shown else, where only that explains why the row is here. (transfer full) (nullable) */
static char *
find_hidden_match (MesoContext       *context,
                   const MesoPatient *patient,
                   const char        *typed)
{
  g_autoptr(PangoAttrList) email = meso_match_mark (patient->email, typed);
  g_autoptr(PangoAttrList) id = meso_match_mark (patient->national_id, typed);
  g_autoptr(PangoAttrList) notes = meso_match_mark (patient->notes, typed);
  g_autofree char *local = NULL;
  g_autofree char *isolated = NULL;

  if (id != NULL)
    {
      local = meso_context_localise_digits (context, patient->national_id);
      isolated = meso_text_isolate (local);
      /* Translators: %s is the number */
      return g_strdup_printf (_("national ID %s"), isolated);
    }
  if (email != NULL)
    return meso_text_isolate (patient->email);
  return notes != NULL ? g_strdup (_("found in the notes")) : NULL;
}

char *
meso_patient_row_show (MesoPatientRow    *self,
                       MesoContext       *context,
                       const MesoPatient *patient,
                       const char        *typed)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *isolated = meso_words_isolate (name);
  /* All names begin at the same edge, in whichever script they are. */
  g_autofree char *shown = g_strconcat (rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, isolated, NULL);
  g_autofree char *words = meso_patient_words_line (context, patient);
  g_autoptr(GString) line = g_string_new (words);
  g_autoptr(PangoAttrList) in_name = meso_match_mark (shown, typed);
  g_autoptr(PangoAttrList) in_line = meso_match_mark (line->str, typed);

  if (*typed != '\0' && in_name == NULL && in_line == NULL)
    {
      g_autofree char *hidden = find_hidden_match (context, patient, typed);

      meso_words_append (line, hidden);
      if (hidden != NULL)
        in_line = meso_match_mark (line->str, typed);
    }
  adw_avatar_set_text (self->avatar, name);
  gtk_inscription_set_text (self->name, shown);
  gtk_inscription_set_attributes (self->name, in_name);
  gtk_inscription_set_text (self->line, line->str);
  gtk_inscription_set_attributes (self->line, in_line);
  return g_strdup_printf ("%s, %s", name, line->str);
}
