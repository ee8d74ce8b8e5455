/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-new-clinic-dialog.h"

#include <glib/gi18n.h>

#include "meso-field.h"
#include "meso-language.h"
#include "meso-staff-service.h"
#include "meso-text.h"

#define MAX_NAME 200

struct _MesoNewClinicDialog
{
  AdwDialog parent_instance;

  MesoClinicSetup *setup;
  AdwEntryRow *name_row;
  AdwEntryRow *physician_row;
  AdwEntryRow *licence_row;
  AdwComboRow *language_row;
  AdwComboRow *calendar_row;
  AdwComboRow *digits_row;
  GtkWidget *create_button;
};

G_DEFINE_FINAL_TYPE (MesoNewClinicDialog, meso_new_clinic_dialog, ADW_TYPE_DIALOG)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const languages[] = { "en", "fa" };
static const char *const calendars[] = { "gregorian", "persian", "both" };
static const char *const digits[] = { "latin", "persian" };

/* The calendar and the digits that usually go with it; both can still be chosen. */
static void
language_chosen (MesoNewClinicDialog *self)
{
  gboolean persian = adw_combo_row_get_selected (self->language_row) == 1;

  adw_combo_row_set_selected (self->calendar_row, persian ? 1 : 0);
  adw_combo_row_set_selected (self->digits_row, persian ? 1 : 0);
}

static void
changed (MesoNewClinicDialog *self,
         GtkWidget           *row)
{
  meso_field_set_error (row, NULL);
}

static gboolean
take_row (AdwEntryRow  *row,
          glong         max_chars,
          const char   *missing,
          char        **text_out)
{
  g_autofree char *text = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
  const char *sentence = NULL;

  if (missing != NULL && *text == '\0')
    sentence = missing;
  else if (g_utf8_strlen (text, -1) > max_chars)
    sentence = _("This is too long. Shorten it.");
  else if (!meso_text_check_line (text, max_chars, "", NULL))
    sentence = _("This holds a sign that can’t be shown. Type it again instead of pasting it.");
  meso_field_set_error (GTK_WIDGET (row), sentence);
  g_set_str (text_out, text);
  return sentence == NULL;
}

static void
create_clicked (MesoNewClinicDialog *self)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->name_row), GTK_WIDGET (self->physician_row), GTK_WIDGET (self->licence_row) };
  gboolean is_sound = TRUE;

  is_sound &= take_row (self->name_row, MAX_NAME, _("The clinic’s name is needed. It stands on every sheet."), &self->setup->clinic_name);
  is_sound &= take_row (self->physician_row, MESO_STAFF_MAX_NAME_CHARACTERS, _("The physician’s name is needed. It stands below "
                                                                               "what is signed."), &self->setup->physician_name);
  is_sound &= take_row (self->licence_row, MESO_STAFF_MAX_LICENCE_CHARACTERS, NULL, &self->setup->licence_number);
  for (guint i = 0; !is_sound && i < G_N_ELEMENTS (rows); i++)
    {
      if (!meso_field_has_error (rows[i]))
        continue;
      gtk_widget_grab_focus (rows[i]);
      return;
    }
  g_set_str (&self->setup->language, languages[adw_combo_row_get_selected (self->language_row)]);
  g_set_str (&self->setup->calendar, calendars[adw_combo_row_get_selected (self->calendar_row)]);
  g_set_str (&self->setup->digits, digits[adw_combo_row_get_selected (self->digits_row)]);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
meso_new_clinic_dialog_dispose (GObject *object)
{
  MesoNewClinicDialog *self = MESO_NEW_CLINIC_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_NEW_CLINIC_DIALOG);
  g_clear_pointer (&self->setup, meso_clinic_setup_free);
  G_OBJECT_CLASS (meso_new_clinic_dialog_parent_class)->dispose (object);
}

static void
meso_new_clinic_dialog_class_init (MesoNewClinicDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_new_clinic_dialog_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-new-clinic-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, physician_row);
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, licence_row);
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, digits_row);
  gtk_widget_class_bind_template_child (widget_class, MesoNewClinicDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked);
}

static void
meso_new_clinic_dialog_init (MesoNewClinicDialog *self)
{
  self->setup = meso_clinic_setup_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->language_row, g_str_equal (meso_language_get (), "fa") ? 1 : 0);
}

MesoNewClinicDialog *
meso_new_clinic_dialog_new (void)
{
  return g_object_new (MESO_TYPE_NEW_CLINIC_DIALOG, NULL);
}

const MesoClinicSetup *
meso_new_clinic_dialog_get_setup (MesoNewClinicDialog *self)
{
  return self->setup;
}
