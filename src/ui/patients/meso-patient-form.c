/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-form.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-national-id.h"
#include "meso-patient-fields.h"

struct _MesoPatientForm
{
  GtkBox parent_instance;

  MesoContext *context;
  gboolean filling;
  char *kept_id;                /* (nullable): a number that somebody looked at, and keeps */

  GtkWidget *given_name;
  GtkWidget *family_name;
  AdwComboRow *sex;
  MesoDateRow *birth_date;
  GtkWidget *phone;
  GtkWidget *email;
  AdwComboRow *language;
  GtkWidget *national_id;
  AdwActionRow *id_warning;
  GtkTextView *notes;
};

G_DEFINE_FINAL_TYPE (MesoPatientForm, meso_patient_form, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const languages[] = { "", "en", "fa" };

/* The entries in the order of the fields they stand for; NULL where a field has another widget. */
static GtkWidget *
get_entry (MesoPatientForm  *self,
           MesoPatientField  field)
{
  GtkWidget *entries[MESO_PATIENT_FIELDS] = {
    [MESO_PATIENT_GIVEN_NAME] = self->given_name,
    [MESO_PATIENT_FAMILY_NAME] = self->family_name,
    [MESO_PATIENT_BIRTH_DATE] = GTK_WIDGET (self->birth_date),
    [MESO_PATIENT_PHONE] = self->phone,
    [MESO_PATIENT_EMAIL] = self->email,
    [MESO_PATIENT_NATIONAL_ID] = self->national_id,
  };

  return entries[field];
}

static GtkWidget *
get_widget (MesoPatientForm  *self,
            MesoPatientField  field)
{
  GtkWidget *entry = get_entry (self, field);

  if (entry != NULL)
    return entry;
  if (field == MESO_PATIENT_SEX)
    return GTK_WIDGET (self->sex);
  return field == MESO_PATIENT_LANGUAGE ? GTK_WIDGET (self->language) : GTK_WIDGET (self->notes);
}

static char *
dup_notes (MesoPatientForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static char *
dup_text (MesoPatientForm  *self,
          MesoPatientField  field)
{
  GtkWidget *entry = get_entry (self, field);

  if (entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (field == MESO_PATIENT_SEX)
    return g_strdup (meso_sex_to_string ((MesoSex) adw_combo_row_get_selected (self->sex)));
  if (field == MESO_PATIENT_LANGUAGE)
    return g_strdup (languages[adw_combo_row_get_selected (self->language)]);
  return dup_notes (self);
}

static void
set_text (MesoPatientForm  *self,
          MesoPatientField  field,
          const char       *text)
{
  GtkWidget *entry = get_entry (self, field);
  MesoSex sex = MESO_SEX_UNKNOWN;

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else if (field == MESO_PATIENT_NOTES)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), text, -1);
  else if (field == MESO_PATIENT_SEX && meso_sex_from_string (text, &sex))
    adw_combo_row_set_selected (self->sex, sex);
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          if (field == MESO_PATIENT_LANGUAGE && g_str_equal (languages[i], text))
            adw_combo_row_set_selected (self->language, i);
        }
    }
}

/* An ID of another country, or one digit wrong: a word of warning, never a wall. */
static void
warn_of_id (MesoPatientForm *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->national_id));
  g_autofree char *id = meso_national_id_normalise (text);
  gboolean digits = strspn (id, "0123456789") == strlen (id) && strlen (id) >= 8 && strlen (id) <= 10;
  gboolean show = *id != '\0' && g_strcmp0 (id, self->kept_id) != 0 && !meso_national_id_check (id, NULL);

  if (show)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->id_warning),
                                   digits ? _("The digits don’t fit together: one may be mistyped. Compare them with the card.")
                                          : _("This isn’t an Iranian national ID, which has 10 digits. Another kind of number can stay."));
  gtk_widget_set_visible (GTK_WIDGET (self->id_warning), show);
}

/* Nobody is warned about a number that they are still typing. */
static void
id_left (MesoPatientForm *self)
{
  warn_of_id (self);
}

static void
id_kept (MesoPatientForm *self)
{
  g_free (self->kept_id);
  self->kept_id = meso_national_id_normalise (gtk_editable_get_text (GTK_EDITABLE (self->national_id)));
  warn_of_id (self);
  gtk_widget_grab_focus (self->national_id);
}

static void
changed (MesoPatientForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_changed (MesoPatientForm *self,
               GtkWidget       *entry)
{
  if (meso_field_has_error (entry))
    meso_field_set_error (entry, NULL);
  if (entry == self->national_id)
    gtk_widget_set_visible (GTK_WIDGET (self->id_warning), FALSE);
  changed (self);
}

static void
meso_patient_form_dispose (GObject *object)
{
  MesoPatientForm *self = MESO_PATIENT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_FORM);
  g_clear_object (&self->context);
  g_clear_pointer (&self->kept_id, g_free);
  G_OBJECT_CLASS (meso_patient_form_parent_class)->dispose (object);
}

static gboolean
meso_patient_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MESO_PATIENT_FORM (widget)->given_name);
}

static void
meso_patient_form_class_init (MesoPatientFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_form_dispose;
  widget_class->grab_focus = meso_patient_form_grab_focus;
  g_type_ensure (MESO_TYPE_DATE_ROW);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, given_name);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, family_name);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, sex);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, birth_date);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, phone);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, email);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, language);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, national_id);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, id_warning);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientForm, notes);
  gtk_widget_class_bind_template_callback (widget_class, id_kept);
}

static void
set_choices (AdwComboRow       *row,
             const char *const *choices)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (choices);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
meso_patient_form_init (MesoPatientForm *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* In the order of MesoSex. */
  set_choices (self->sex, (const char *const[]) { C_("sex", "Not asked yet"), C_("sex", "Female"), C_("sex", "Male"),
                                                  C_("sex", "Other"), NULL });
  /* Each language is written in itself. */
  set_choices (self->language, (const char *const[]) { _("As the clinic’s own"), "English", "فارسی", NULL });
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      GtkWidget *entry = get_entry (self, (MesoPatientField) i);

      if (entry != NULL)
        g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->sex, "notify::selected", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (id_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->national_id, focus);
  meso_field_keep_number (GTK_EDITABLE (self->phone));
  meso_field_keep_number (GTK_EDITABLE (self->email));
}

void
meso_patient_form_set_context (MesoPatientForm *self,
                               MesoContext     *context)
{
  g_set_object (&self->context, context);
  meso_date_row_set_context (self->birth_date, context);
}

void
meso_patient_form_show (MesoPatientForm   *self,
                        const MesoPatient *patient)
{
  self->filling = TRUE;
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      g_autofree char *text = meso_patient_field_dup_text (patient, (MesoPatientField) i);

      if (i == MESO_PATIENT_BIRTH_DATE)
        meso_date_row_set_date (self->birth_date, patient->birth_date);
      else
        set_text (self, (MesoPatientField) i, text);
    }
  self->filling = FALSE;
  g_free (self->kept_id);
  /* What is on file was looked at when it was entered. */
  self->kept_id = meso_national_id_normalise (patient->national_id);
}

MesoPatient *
meso_patient_form_dup_patient (MesoPatientForm *self)
{
  MesoPatient *patient = meso_patient_new ();

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      g_autofree char *text = dup_text (self, (MesoPatientField) i);

      if (i == MESO_PATIENT_BIRTH_DATE)
        {
          if (!meso_context_parse_date (self->context, text, &patient->birth_date, NULL))
            patient->birth_date = MESO_CALENDAR_DATE_NONE;
        }
      else
        meso_patient_field_set_text (patient, (MesoPatientField) i, text);
    }
  meso_patient_normalise (patient);
  return patient;
}

gboolean
meso_patient_form_check (MesoPatientForm *self)
{
  g_autoptr(MesoPatient) patient = meso_patient_form_dup_patient (self);
  GtkWidget *first = NULL;
  MesoCalendarDate date;

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      GtkWidget *widget = get_widget (self, (MesoPatientField) i);
      g_autofree char *fault = meso_patient_field_check (patient, (MesoPatientField) i, meso_context_get_today (self->context));
      gboolean no_day = i == MESO_PATIENT_BIRTH_DATE && !meso_date_row_get_date (self->birth_date, &date, NULL);

      /* The row of the date says by itself that there is no such day. */
      if (!no_day)
        meso_field_set_error (widget, fault);
      if ((fault != NULL || no_day) && first == NULL)
        first = widget;
    }
  if (first != NULL)
    gtk_widget_grab_focus (first);
  return first == NULL;
}

static void
add_member (JsonObject       *object,
            MesoPatientField  field,
            const char       *text)
{
  json_object_set_string_member (object, meso_patient_field_get_name (field), text);
}

char *
meso_patient_form_to_json (MesoPatientForm   *self,
                           const MesoPatient *base)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *before = base != NULL ? json_object_new () : NULL;

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      g_autofree char *text = dup_text (self, (MesoPatientField) i);
      g_autofree char *old = base != NULL ? meso_patient_field_dup_text (base, (MesoPatientField) i) : NULL;

      add_member (object, (MesoPatientField) i, text);
      if (base != NULL)
        add_member (before, (MesoPatientField) i, old);
    }
  if (base != NULL)
    {
      json_object_set_int_member (before, "revision", base->revision);
      json_object_set_object_member (object, "base", before);
    }
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

static const char *
get_member (JsonObject       *object,
            MesoPatientField  field)
{
  return json_object_get_string_member_with_default (object, meso_patient_field_get_name (field), "");
}

/* (nullable) */
static MesoPatient *
read_base (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "base");
  JsonObject *before = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  MesoPatient *base = before != NULL ? meso_patient_new () : NULL;

  for (guint i = 0; base != NULL && i < MESO_PATIENT_FIELDS; i++)
    meso_patient_field_set_text (base, (MesoPatientField) i, get_member (before, (MesoPatientField) i));
  if (base != NULL)
    base->revision = json_object_get_int_member_with_default (before, "revision", 0);
  return base;
}

gboolean
meso_patient_form_take_json (MesoPatientForm  *self,
                             const char       *json,
                             MesoPatient     **base_out)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object;

  *base_out = NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);
  *base_out = read_base (object);
  self->filling = TRUE;
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    set_text (self, (MesoPatientField) i, get_member (object, (MesoPatientField) i));
  self->filling = FALSE;
  return TRUE;
}
