/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-form.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-health-page.h"
#include "meso-health-words.h"
#include "meso-identity-rows.h"
#include "meso-patient-part-page.h"
#include "meso-phone-warning.h"
#include "meso-field-rows.h"
#include "meso-substance.h"

static const MesoPatientField phones[] = { MESO_PATIENT_PHONE, MESO_PATIENT_SECOND_PHONE, MESO_PATIENT_KIN_PHONE };

struct _MesoPatientForm
{
  GtkBox parent_instance;

  MesoContext *context;
  gboolean filling;
  GtkWidget *rows[MESO_PATIENT_FIELDS];
  MesoIdentityRows *identity;
  MesoPhoneWarning *warnings[G_N_ELEMENTS (phones)];
  MesoHealthPage *health[MESO_HEALTH_N_KINDS];
  GtkWidget *parts[MESO_PATIENT_PARTS];
  GtkWidget *health_links[MESO_HEALTH_N_KINDS];
  GtkWidget *part_links[MESO_PATIENT_PARTS];
};

G_DEFINE_FINAL_TYPE (MesoPatientForm, meso_patient_form, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_text (MesoPatientForm  *self,
          MesoPatientField  field)
{
  return meso_field_row_dup_text (self->rows[field]);
}

static void
show_links (MesoPatientForm *self)
{
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    {
      g_autofree char *summary = meso_health_page_dup_summary (self->health[i]);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->health_links[i]), summary);
    }
  for (guint i = 0; i < MESO_PATIENT_PARTS; i++)
    {
      g_autofree char *summary = meso_patient_part_dup_summary ((MesoPatientPart) i, self->rows);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->part_links[i]), summary);
    }
}

static void
changed (MesoPatientForm *self)
{
  if (self->filling)
    return;
  show_links (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_changed (MesoPatientForm *self,
             GtkWidget       *row)
{
  if (GTK_IS_WIDGET (row) && meso_field_has_error (row))
    meso_field_set_error (row, NULL);
  changed (self);
}

static void
meso_patient_form_dispose (GObject *object)
{
  MesoPatientForm *self = MESO_PATIENT_FORM (object);

  g_clear_object (&self->context);
  g_clear_object (&self->identity);
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    g_clear_object (&self->warnings[i]);
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    g_clear_object (&self->health[i]);
  for (guint i = 0; i < MESO_PATIENT_PARTS; i++)
    g_clear_object (&self->parts[i]);
  G_OBJECT_CLASS (meso_patient_form_parent_class)->dispose (object);
}

static gboolean
meso_patient_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MESO_PATIENT_FORM (widget)->rows[MESO_PATIENT_GIVEN_NAME]);
}

static void
meso_patient_form_class_init (MesoPatientFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_patient_form_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = meso_patient_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_link (const char *title,
           const char *icon_name,
           const char *tag)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, "");

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", tag);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "navigation.push");
  return row;
}

static void
add_links (MesoPatientForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("More About the Patient"));
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    {
      self->health_links[i] = make_link (meso_health_words_title (i), meso_health_words_icon (i), meso_health_kind_to_list (i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->health_links[i]);
    }
  for (guint i = 0; i < MESO_PATIENT_PARTS; i++)
    {
      self->part_links[i] = make_link (meso_patient_part_get_title ((MesoPatientPart) i),
                                       meso_patient_part_get_icon ((MesoPatientPart) i), meso_patient_part_get_tag ((MesoPatientPart) i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->part_links[i]);
    }
  gtk_box_append (GTK_BOX (self), group);
}

static void
meso_patient_form_init (MesoPatientForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      self->rows[i] = meso_field_row_new ((MesoPatientField) i);
      meso_field_row_connect (self->rows[i], G_CALLBACK (row_changed), self);
    }
  self->identity = meso_identity_rows_new (self->rows);
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    self->warnings[i] = meso_phone_warning_new (self->rows[phones[i]]);
  gtk_box_append (GTK_BOX (self), meso_identity_rows_make_person_group (self->identity));
  gtk_box_append (GTK_BOX (self), meso_identity_rows_make_number_group (self->identity));
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    {
      self->health[i] = g_object_ref_sink (meso_health_page_new ((MesoHealthKind) i));
      g_signal_connect_object (self->health[i], "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < MESO_PATIENT_PARTS; i++)
    self->parts[i] = g_object_ref_sink (meso_patient_part_page_new ((MesoPatientPart) i, self->rows));
  add_links (self);
  show_links (self);
}

void
meso_patient_form_set_context (MesoPatientForm *self,
                               MesoContext     *context)
{
  g_autoptr(GPtrArray) substances = meso_substances_list (context);

  g_set_object (&self->context, context);
  meso_field_row_set_context (self->rows[MESO_PATIENT_BIRTH_DATE], context);
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    meso_health_page_set_substances (self->health[i], substances);
}

static GtkWidget *
make_history_button (const char *field)
{
  /* Translators: a tooltip; %s is a field: "Phone" */
  g_autofree char *words = g_strdup_printf (_("History: %s"), meso_patient_field_find_title (field));
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-open-recent-symbolic", "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text", words, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", field);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "patient-form.history");
  return button;
}

void
meso_patient_form_offer_history (MesoPatientForm *self)
{
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      GtkWidget *button = make_history_button (meso_patient_field_get_name ((MesoPatientField) i));

      meso_field_row_add_button (self->rows[i], button);
    }
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    meso_health_page_add_button (self->health[i], make_history_button (meso_health_kind_to_list ((MesoHealthKind) i)));
}

void
meso_patient_form_add_pages (MesoPatientForm   *self,
                             AdwNavigationView *view)
{
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    adw_navigation_view_add (view, ADW_NAVIGATION_PAGE (self->health[i]));
  for (guint i = 0; i < MESO_PATIENT_PARTS; i++)
    adw_navigation_view_add (view, ADW_NAVIGATION_PAGE (self->parts[i]));
}

static void
show_field (MesoPatientForm   *self,
            const MesoPatient *patient,
            MesoPatientField   field)
{
  g_autofree char *text = meso_patient_field_dup_text (patient, field);
  g_autofree char *shown = NULL;

  if (field == MESO_PATIENT_BIRTH_DATE)
    {
      meso_date_row_set_date (MESO_DATE_ROW (self->rows[field]), patient->birth_date);
      return;
    }
  if (field == MESO_PATIENT_WEIGHT || field == MESO_PATIENT_AGE)
    shown = meso_context_localise_number (self->context, text);
  meso_field_row_set_text (self->rows[field], shown != NULL ? shown : text);
}

/* patient (nullable): the record on file */
static void
rows_filled (MesoPatientForm   *self,
             const MesoPatient *patient)
{
  meso_identity_rows_filled (self->identity, patient != NULL ? patient->national_id : "");
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *number = patient != NULL ? meso_patient_field_dup_text (patient, phones[i]) : NULL;

      meso_phone_warning_filled (self->warnings[i], number != NULL ? number : "");
    }
}

void
meso_patient_form_show (MesoPatientForm         *self,
                        const MesoPatientRecord *record)
{
  self->filling = TRUE;
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    show_field (self, record->patient, (MesoPatientField) i);
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    meso_health_page_show (self->health[i], record);
  rows_filled (self, record->patient->id != NULL ? record->patient : NULL);
  self->filling = FALSE;
  show_links (self);
}

/* TRUE when the text is what the field wants, or nothing. */
static gboolean
read_field (MesoPatientForm  *self,
            MesoPatientField  field,
            MesoPatient      *patient)
{
  g_autofree char *text = dup_text (self, field);
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;

  if (field != MESO_PATIENT_BIRTH_DATE)
    return meso_patient_field_set_text (patient, field, text, meso_context_get_today (self->context));
  if (*text == '\0' || meso_context_parse_date (self->context, text, &date, NULL))
    {
      patient->birth_date = date;
      return TRUE;
    }
  patient->birth_date = MESO_CALENDAR_DATE_NONE;
  return FALSE;
}

MesoPatientRecord *
meso_patient_form_dup_record (MesoPatientForm         *self,
                              const MesoPatientRecord *base)
{
  MesoPatientRecord *record = base != NULL ? meso_patient_record_copy (base) : meso_patient_record_new (meso_patient_new ());

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    read_field (self, (MesoPatientField) i, record->patient);
  /* A date that is known leaves no room for an age. */
  if (meso_calendar_date_is_set (record->patient->birth_date))
    meso_patient_field_set_text (record->patient, MESO_PATIENT_AGE, "", MESO_CALENDAR_DATE_NONE);
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    meso_health_page_fill (self->health[i], record);
  meso_patient_record_normalise (record);
  return record;
}

/* (nullable): whether the field holds what it should */
static char *
find_fault (MesoPatientForm         *self,
            const MesoPatientRecord *typed,
            const MesoPatientRecord *base,
            MesoPatientField         field)
{
  g_autoptr(MesoPatient) probe = meso_patient_new ();

  if (field == MESO_PATIENT_AGE && meso_calendar_date_is_set (typed->patient->birth_date))
    return NULL;
  if (field == MESO_PATIENT_AGE && !read_field (self, field, probe))
    return g_strdup (_("Write the age in whole years."));
  if (field == MESO_PATIENT_WEIGHT && !read_field (self, field, probe))
    return g_strdup (_("Write the weight in kilograms, for example 62.5."));
  if (field == MESO_PATIENT_NATIONAL_ID_REASON
      && meso_identity_rows_needs_reason (self->identity, typed->patient, base != NULL ? base->patient : NULL))
    return g_strdup (_("Write in a word why, for example: passport number, as on the card."));
  return meso_patient_field_check (typed->patient, field, meso_context_get_today (self->context));
}

GtkWidget *
meso_patient_form_check (MesoPatientForm         *self,
                         const MesoPatientRecord *base)
{
  g_autoptr(MesoPatientRecord) typed = meso_patient_form_dup_record (self, base);
  GtkWidget *first = NULL;
  MesoCalendarDate date;

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      GtkWidget *row = self->rows[i];
      g_autofree char *fault = find_fault (self, typed, base, (MesoPatientField) i);
      gboolean no_day = i == MESO_PATIENT_BIRTH_DATE && !meso_date_row_get_date (MESO_DATE_ROW (row), &date, NULL);

      /* The row of the date says by itself that there is no such day. */
      if (!no_day)
        meso_field_set_error (row, fault);
      if ((fault != NULL || no_day) && first == NULL)
        first = row;
    }
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    {
      GtkWidget *field = meso_health_page_check (self->health[i]);

      if (first == NULL)
        first = field;
    }
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      if (meso_phone_warning_stops (self->warnings[i]) && first == NULL)
        first = self->rows[phones[i]];
    }
  return first;
}

void
meso_patient_form_go_to (AdwNavigationView *view,
                         GtkWidget         *field)
{
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (gtk_widget_get_ancestor (field, ADW_TYPE_NAVIGATION_PAGE));

  if (page != adw_navigation_view_get_visible_page (view))
    {
      adw_navigation_view_pop_to_tag (view, "essentials");
      if (page != adw_navigation_view_get_visible_page (view))
        adw_navigation_view_push (view, page);
    }
  meso_field_show (field);
}

char *
meso_patient_form_to_json (MesoPatientForm         *self,
                           const MesoPatientRecord *base)
{
  g_autoptr(MesoPatientDraft) draft = meso_patient_draft_new ();

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    draft->texts[i] = dup_text (self, (MesoPatientField) i);
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    meso_health_page_fill (self->health[i], draft->lists);
  draft->base = base != NULL ? meso_patient_record_copy (base) : NULL;
  return meso_patient_draft_to_json (draft);
}

/* What is past stands on file only; what holds is as the draft says. */
static MesoPatientRecord *
join_lists (const MesoPatientDraft  *draft,
            const MesoPatientRecord *base)
{
  MesoPatientRecord *joined = meso_patient_record_copy (draft->lists);

  for (guint i = 0; base != NULL && i < base->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (base->items, i);

      if (item->ended_at != NULL)
        g_ptr_array_add (joined->items, meso_health_item_copy (item));
    }
  return joined;
}

gboolean
meso_patient_form_take_json (MesoPatientForm          *self,
                             const char               *json,
                             const MesoPatientRecord  *base,
                             MesoPatientRecord       **base_out)
{
  g_autoptr(MesoPatientDraft) draft = meso_patient_draft_parse (json);
  g_autoptr(MesoPatientRecord) lists = draft != NULL ? join_lists (draft, base) : NULL;

  *base_out = NULL;
  if (draft == NULL)
    return FALSE;
  self->filling = TRUE;
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    meso_field_row_set_text (self->rows[i], draft->texts[i]);
  for (guint i = 0; i < MESO_HEALTH_N_KINDS; i++)
    meso_health_page_show (self->health[i], lists);
  rows_filled (self, base != NULL ? base->patient : NULL);
  self->filling = FALSE;
  show_links (self);
  *base_out = g_steal_pointer (&draft->base);
  return TRUE;
}
