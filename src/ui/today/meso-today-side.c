/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-side.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "meso-agenda-service.h"
#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-draft-service.h"
#include "meso-error-presenter.h"
#include "meso-text.h"
#include "meso-undo.h"
#include "meso-words.h"

/* An older copy is said to be old: HOUSE wants one a day. */
#define BACKUP_OLD_HOURS 26

/* What can be resumed, how it is called, and what opens it. The key of a draft is a patient, or a word for none. */
static const struct
{
  const char *entity;
  const char *title;            /* {name}: whose it is */
  const char *nobody;           /* where it is nobody's yet */
  const char *action;
  gboolean pair;                /* the action wants a second id */
} kinds[] = {
  { "patient", N_("Record of {name}"), N_("New patient"), "win.edit-patient", FALSE },
  { "screening", N_("Screening of {name}"), NULL, "win.screen", FALSE },
  { "short-form", N_("Short form of {name}"), NULL, "win.short-form", FALSE },
  { "formula", N_("Formula for {name}"), N_("Recipe of the clinic"), "win.formula", TRUE },
  { "preparation", N_("Preparation for {name}"), NULL, "win.formula", TRUE },
  { "session", N_("Session of {name}"), NULL, "win.session", TRUE },
  { "lot", N_("Delivery"), N_("Delivery"), "win.receive", FALSE },
};

static int
find_kind (const MesoDraftNote *note)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].entity, note->draft->entity) == 0 && (note->patient != NULL || kinds[i].nobody != NULL))
        return (int) i;
    }
  return -1;
}

static gpointer
list_drafts (MesoClinic  *clinic,
             gpointer     request,
             GError     **error)
{
  g_autoptr(GPtrArray) notes = meso_agenda_service_list_drafts (clinic, error);
  GPtrArray *rows;

  if (notes == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (notes, NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      MesoDraftNote *note = g_ptr_array_index (notes, i);
      g_autofree char *name = note->patient != NULL ? meso_patient_dup_full_name (note->patient) : g_strdup ("");
      g_autofree char *key = g_strdup_printf ("%s|%s|%s|%s", note->draft->entity, note->draft->key, note->draft->updated_at, name);

      if (find_kind (note) >= 0)
        g_ptr_array_add (rows, meso_row_new (key, note, (GDestroyNotify) meso_draft_note_free));
      else
        meso_draft_note_free (note);
    }
  return rows;
}

MesoQueryList *
meso_today_drafts_new (MesoContext *context)
{
  return meso_query_list_new (meso_context_get_clinic (context), list_drafts, NULL, NULL, "draft patient");
}

/* The name that was typed for somebody who isn't on file yet. (transfer full) (nullable) */
static char *
read_typed_name (const MesoDraft *draft)
{
  g_autoptr(JsonNode) root = json_from_string (draft->text, NULL);
  g_autoptr(MesoPatient) typed = meso_patient_new ();
  char *name;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  g_set_str (&typed->given_name, json_object_get_string_member_with_default (json_node_get_object (root), "given_name", ""));
  g_set_str (&typed->family_name, json_object_get_string_member_with_default (json_node_get_object (root), "family_name", ""));
  name = meso_patient_dup_full_name (typed);
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

static char *
make_draft_title (const MesoDraftNote *note,
                  int                  kind)
{
  g_autofree char *name = note->patient != NULL ? meso_patient_dup_full_name (note->patient) : NULL;
  g_autofree char *isolated = name != NULL ? meso_words_isolate (name) : NULL;
  g_autofree char *typed = NULL;

  if (isolated != NULL)
    return meso_text_format (_(kinds[kind].title), "name", isolated, NULL);
  typed = g_str_equal (kinds[kind].entity, "patient") ? read_typed_name (note->draft) : NULL;
  if (typed == NULL)
    return g_strdup (_(kinds[kind].nobody));
  isolated = meso_words_isolate (typed);
  /* Translators: %s is the name that was typed */
  return g_strdup_printf (_("New patient: %s"), isolated);
}

typedef struct
{
  char *entity;
  char *key;
  char *text;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_free (self->entity);
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static Kept *
kept_new (const MesoDraft *draft)
{
  Kept *self = g_new0 (Kept, 1);

  self->entity = g_strdup (draft->entity);
  self->key = g_strdup (draft->key);
  self->text = g_strdup (draft->text);
  return self;
}

static gpointer
remove_draft (MesoClinic  *clinic,
              gpointer     request,
              GError     **error)
{
  const Kept *kept = request;

  return GINT_TO_POINTER (meso_draft_service_remove (clinic, kept->entity, kept->key, error));
}

static gpointer
put_draft (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  const Kept *kept = request;

  return GINT_TO_POINTER (meso_draft_service_put (clinic, kept->entity, kept->key, kept->text, error));
}

static void
discarded (GtkWidget    *page,
           gpointer      result,
           const GError *error,
           gpointer      kept)
{
  if (error != NULL)
    meso_error_presenter_toast (page, _("discard the draft"), error);
}

static void
discard (GtkWidget *row)
{
  MesoContext *context = g_object_get_data (G_OBJECT (row), "context");
  const MesoDraftNote *note = meso_row_get_value (g_object_get_data (G_OBJECT (row), "row"));
  GtkWidget *page = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_PAGE);

  /* The row goes with the draft; the page stays. Calls are done in order, so Undo comes after. */
  if (page == NULL)
    return;
  meso_context_call (context, page, remove_draft, kept_new (note->draft), kept_free, NULL, discarded, NULL);
  meso_undo_offer (page, context, _("The draft was discarded"), put_draft, kept_new (note->draft), kept_free);
}

static GtkWidget *
make_resume_button (const MesoDraftNote *note,
                    int                  kind)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Resume"));
  const char *patient = note->patient != NULL ? note->patient->id : "";
  const char *action = note->patient == NULL && g_str_equal (kinds[kind].entity, "patient") ? "win.new-patient" : kinds[kind].action;

  if (kinds[kind].pair)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", patient, "");
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", patient);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
meso_today_draft_row_new (MesoContext *context,
                          MesoRow     *item)
{
  const MesoDraftNote *note = meso_row_get_value (item);
  int kind = find_kind (note);
  g_autofree char *title = make_draft_title (note, kind);
  g_autofree char *when = meso_context_format_moment (context, note->draft->updated_at);
  g_autofree char *isolated = meso_words_isolate (when);
  g_autoptr(GString) line = g_string_new (isolated);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  meso_words_append (line, _("nothing is lost"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->str);
  g_object_set_data_full (G_OBJECT (row), "context", g_object_ref (context), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (item), g_object_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Discard the Draft"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Discard the Draft"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (discard), row, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("document-edit-symbolic", "neutral"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_resume_button (note, kind));
  return row;
}

static gpointer
get_info (MesoClinic  *clinic,
          gpointer     request,
          GError     **error)
{
  MesoClinicInfo *info = meso_clinic_get_info (clinic, error);
  g_autofree char *key = NULL;
  GPtrArray *rows;

  if (info == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  key = g_strdup_printf ("%" G_GUINT64_FORMAT " %s %s", info->patients, info->last_backup_at, info->last_outside_at);
  g_ptr_array_add (rows, meso_row_new (key, info, (GDestroyNotify) meso_clinic_info_free));
  return rows;
}

MesoQueryList *
meso_today_backup_new (MesoContext *context)
{
  return meso_query_list_new (meso_context_get_clinic (context), get_info, NULL, NULL, "backup patient");
}

static gboolean
is_old (const char *at_utc)
{
  g_autoptr(GDateTime) then = g_date_time_new_from_iso8601 (at_utc, NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return then == NULL || g_date_time_difference (now, then) > BACKUP_OLD_HOURS * G_TIME_SPAN_HOUR;
}

static char *
describe_patients (MesoContext *context,
                   guint64      patients)
{
  g_autofree char *number = meso_context_format_number (context, (gint64) patients);

  return g_strdup_printf (ngettext ("%s patient on file", "%s patients on file", (gulong) patients), number);
}

/* What lies on this computer is lost with it. */
static char *
describe_outside (MesoContext          *context,
                  const MesoClinicInfo *info)
{
  g_autofree char *when = info->last_outside_at != NULL ? meso_context_format_moment (context, info->last_outside_at) : NULL;
  g_autofree char *isolated = when != NULL ? meso_words_isolate (when) : NULL;

  if (info->demo)
    return NULL;
  /* Translators: of a copy on another disk; %s is a moment: "Today, 10:30" */
  return when != NULL ? g_strdup_printf (_("outside: %s"), isolated) : g_strdup (_("none outside of this computer"));
}

GtkWidget *
meso_today_backup_row_new (MesoContext *context,
                           MesoRow     *item)
{
  const MesoClinicInfo *info = meso_row_get_value (item);
  gboolean none = info->last_backup_at == NULL;
  gboolean old = none || is_old (info->last_backup_at);
  g_autofree char *when = none ? NULL : meso_context_format_moment (context, info->last_backup_at);
  g_autofree char *isolated = none ? NULL : meso_words_isolate (when);
  /* Translators: %s is a moment: "Today, 10:30" */
  g_autofree char *title = none ? g_strdup (_("No copy yet")) : g_strdup_printf (_("Last copy: %s"), isolated);
  g_autofree char *patients = describe_patients (context, info->patients);
  g_autofree char *outside = describe_outside (context, info);
  g_autoptr(GString) line = g_string_new (patients);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Back Up…"));

  if (!none)
    meso_words_append (line, old ? _("more than a day old") : _("verified"));
  if (!none)
    meso_words_append (line, outside);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->str);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             meso_badge_new (old ? "dialog-warning-symbolic" : "meso-proven-symbolic", old ? "warning" : "success"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.back-up");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

GtkWidget *
meso_today_tomorrow_row_new (MesoContext *context,
                             GListModel  *lines)
{
  guint n = g_list_model_get_n_items (lines);
  g_autoptr(MesoRow) first = g_list_model_get_item (lines, 0);
  const MesoTodayLine *line = meso_row_get_value (first);
  g_autofree char *number = meso_context_format_number (context, n);
  g_autofree char *count = g_strdup_printf (ngettext ("%s session", "%s sessions", n), number);
  g_autofree char *time = meso_context_format_minute (context, line->session->minute);
  g_autofree char *isolated = meso_text_isolate (time);
  g_autofree char *name = meso_patient_dup_full_name (line->chart->patient);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, count, name);
  g_autofree char *title = NULL;

  /* Translators: "4 sessions", and the time of the first one */
  title = *time != '\0' ? g_strdup_printf (_("%s, from %s"), count, isolated) : NULL;
  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-today-symbolic", "neutral"));
  return row;
}
