/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-identity-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-data-row.h"
#include "meso-language.h"
#include "meso-national-id.h"
#include "meso-patient-fields.h"

#define ID_MIN_DIGITS 8
#define ID_DIGITS 10

struct _MesoIdentityRows
{
  GObject parent_instance;

  GtkWidget *rows[MESO_PATIENT_FIELDS];
  GtkWidget *other_name;        /* the name in the other script */
  GtkWidget *warning;
};

G_DEFINE_FINAL_TYPE (MesoIdentityRows, meso_identity_rows, G_TYPE_OBJECT)

static const char *
get_text (MesoIdentityRows *self,
          MesoPatientField  field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->rows[field]));
}

static gboolean
is_arabic (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_ARABIC)
        return TRUE;
    }
  return FALSE;
}

/* The script that the name is written in; before anything is written, the window's own. */
static gboolean
is_name_persian (MesoIdentityRows *self)
{
  const char *given = get_text (self, MESO_PATIENT_GIVEN_NAME);
  const char *family = get_text (self, MESO_PATIENT_FAMILY_NAME);

  if (*given == '\0' && *family == '\0')
    return g_str_equal (meso_language_get (), "fa");
  return is_arabic (given) || is_arabic (family);
}

/* The name that stands in the other script is called by that script. */
static void
name_changed (MesoIdentityRows *self)
{
  gboolean persian = is_name_persian (self);
  const char *given = get_text (self, MESO_PATIENT_OTHER_GIVEN_NAME);
  const char *family = get_text (self, MESO_PATIENT_OTHER_FAMILY_NAME);
  g_autofree char *other = g_strjoin (*given != '\0' && *family != '\0' ? " " : "", given, family, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other_name), persian ? _("Name in Latin letters") : _("Name in Persian letters"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->other_name), other);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[MESO_PATIENT_OTHER_GIVEN_NAME]),
                                 persian ? _("Given name in Latin letters") : _("Given name in Persian letters"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[MESO_PATIENT_OTHER_FAMILY_NAME]),
                                 persian ? _("Family name in Latin letters") : _("Family name in Persian letters"));
}

/* Nobody is asked for an age whose date of birth is known. */
static void
birth_date_changed (MesoIdentityRows *self)
{
  gtk_widget_set_visible (self->rows[MESO_PATIENT_AGE], *get_text (self, MESO_PATIENT_BIRTH_DATE) == '\0');
}

static gboolean
is_odd (const char *id)
{
  return *id != '\0' && !meso_national_id_check (id, NULL);
}

/* An ID of another country, or one digit wrong: a word of warning and of reason, never a wall. */
static void
warn (MesoIdentityRows *self)
{
  g_autofree char *id = meso_national_id_normalise (get_text (self, MESO_PATIENT_NATIONAL_ID));
  gboolean digits = strspn (id, "0123456789") == strlen (id) && strlen (id) >= ID_MIN_DIGITS && strlen (id) <= ID_DIGITS;
  gboolean odd = is_odd (id);

  if (odd)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->warning),
                                   digits ? _("The digits don’t fit together: one may be mistyped. Compare them with the card.")
                                          : _("This isn’t an Iranian national ID, which has 10 digits. Another kind of number can stay."));
  gtk_widget_set_visible (self->warning, odd);
  gtk_widget_set_visible (self->rows[MESO_PATIENT_NATIONAL_ID_REASON], odd);
}

/* Nobody is warned about a number that they are still typing; but a warning goes as soon as it is wrong. */
static void
id_changed (MesoIdentityRows *self)
{
  g_autofree char *id = meso_national_id_normalise (get_text (self, MESO_PATIENT_NATIONAL_ID));

  if (!is_odd (id))
    warn (self);
}

static void
id_left (MesoIdentityRows *self)
{
  warn (self);
}

static void
meso_identity_rows_class_init (MesoIdentityRowsClass *klass)
{
}

static void
meso_identity_rows_init (MesoIdentityRows *self)
{
}

static void
add_warning (MesoIdentityRows *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->warning = meso_data_row_new (ADW_TYPE_ACTION_ROW, "", NULL);
  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->warning), icon);
  g_signal_connect_object (focus, "leave", G_CALLBACK (id_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->rows[MESO_PATIENT_NATIONAL_ID], focus);
  g_signal_connect_object (self->rows[MESO_PATIENT_NATIONAL_ID], "changed", G_CALLBACK (id_changed), self, G_CONNECT_SWAPPED);
}

MesoIdentityRows *
meso_identity_rows_new (GtkWidget *const *rows)
{
  static const MesoPatientField names[] = { MESO_PATIENT_GIVEN_NAME, MESO_PATIENT_FAMILY_NAME, MESO_PATIENT_OTHER_GIVEN_NAME,
                                            MESO_PATIENT_OTHER_FAMILY_NAME };
  MesoIdentityRows *self = g_object_new (MESO_TYPE_IDENTITY_ROWS, NULL);

  memcpy (self->rows, rows, sizeof self->rows);
  self->other_name = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, "", NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->other_name), self->rows[MESO_PATIENT_OTHER_GIVEN_NAME]);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->other_name), self->rows[MESO_PATIENT_OTHER_FAMILY_NAME]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (self->rows[names[i]], "changed", G_CALLBACK (name_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows[MESO_PATIENT_BIRTH_DATE], "changed", G_CALLBACK (birth_date_changed), self, G_CONNECT_SWAPPED);
  add_warning (self);
  name_changed (self);
  warn (self);
  return self;
}

GtkWidget *
meso_identity_rows_make_person_group (MesoIdentityRows *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Who"));
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_GIVEN_NAME]);
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_FAMILY_NAME]);
  adw_preferences_group_add (group, self->other_name);
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_SEX]);
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_BIRTH_DATE]);
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_AGE]);
  return GTK_WIDGET (group);
}

GtkWidget *
meso_identity_rows_make_number_group (MesoIdentityRows *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_add (group, self->rows[MESO_PATIENT_PHONE]);
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_NATIONAL_ID]);
  adw_preferences_group_add (group, self->warning);
  adw_preferences_group_add (group, self->rows[MESO_PATIENT_NATIONAL_ID_REASON]);
  return GTK_WIDGET (group);
}

void
meso_identity_rows_filled (MesoIdentityRows *self,
                           const char       *national_id)
{
  g_autofree char *typed = meso_national_id_normalise (get_text (self, MESO_PATIENT_NATIONAL_ID));

  if (*get_text (self, MESO_PATIENT_OTHER_GIVEN_NAME) != '\0' || *get_text (self, MESO_PATIENT_OTHER_FAMILY_NAME) != '\0')
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->other_name), TRUE);
  warn (self);
  /* What is on file was looked at when it was entered: only its reason stays in sight. */
  if (*typed != '\0' && g_str_equal (typed, national_id))
    gtk_widget_set_visible (self->warning, FALSE);
}

gboolean
meso_identity_rows_needs_reason (MesoIdentityRows  *self,
                                 const MesoPatient *typed,
                                 const MesoPatient *base)
{
  if (!is_odd (typed->national_id) || *typed->national_id_reason != '\0')
    return FALSE;
  /* It may not have been left yet: Ctrl+S. */
  warn (self);
  return base == NULL || !g_str_equal (base->national_id, typed->national_id);
}
