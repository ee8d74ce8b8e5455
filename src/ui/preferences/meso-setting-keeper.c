/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-setting-keeper.h"

#include <glib/gi18n.h>

#include "meso-core-error.h"
#include "meso-data-row.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-settings-service.h"
#include "meso-text.h"

#define N_DAYS 7

static const char *const day_names[N_DAYS] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

typedef struct _Entry Entry;

struct _Entry
{
  MesoSettingKeeper *keeper;     /* not referenced: the keeper owns its entries */
  GtkWidget *row;
  char *key;
  char *title;
  const char *const *values;     /* of a choice */
  const char *standard;
  GtkTextView *view;             /* of several lines */
  GtkToggleButton *days[N_DAYS];
  guint storing;                 /* changes on their way: what the clinic knows is older than what is in the row */
  gboolean showing;              /* what is in the row comes from the clinic, not from a person */
};

struct _MesoSettingKeeper
{
  GObject parent_instance;

  MesoContext *context;
  AdwPreferencesDialog *dialog;  /* weak */
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (MesoSettingKeeper, meso_setting_keeper, G_TYPE_OBJECT)

static void store (MesoSettingKeeper *self, Entry *entry, const char *value);

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry);
}

static char *
read_days (Entry *entry)
{
  g_autoptr(GString) closed = g_string_new (NULL);

  for (guint i = 0; i < N_DAYS; i++)
    {
      if (!gtk_toggle_button_get_active (entry->days[i]))
        g_string_append_printf (closed, "%s%s", closed->len > 0 ? "," : "", day_names[i]);
    }
  return g_string_free (g_steal_pointer (&closed), FALSE);
}

/* (transfer full): what stands in the row */
static char *
read_row (Entry *entry)
{
  if (entry->values != NULL)
    return g_strdup (entry->values[adw_combo_row_get_selected (ADW_COMBO_ROW (entry->row))]);
  if (entry->days[0] != NULL)
    return read_days (entry);
  if (entry->view != NULL)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (entry->view);
      GtkTextIter start, end;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      return meso_text_trim (text);
    }
  return meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (entry->row)));
}

static void
show_choice (Entry      *entry,
             const char *value)
{
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      if (g_strcmp0 (entry->values[i], value != NULL ? value : entry->standard) == 0)
        adw_combo_row_set_selected (ADW_COMBO_ROW (entry->row), i);
    }
}

/* A row that somebody is typing into is left alone. */
static void
show_value (Entry *entry)
{
  const char *value = meso_context_get_setting (entry->keeper->context, entry->key);
  g_auto(GStrv) closed = g_strsplit (value != NULL ? value : "", ",", -1);

  if (entry->storing > 0 || meso_field_has_error (entry->row))
    return;
  entry->showing = TRUE;
  if (entry->values != NULL)
    show_choice (entry, value);
  else if (entry->view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (entry->view), value != NULL ? value : "", -1);
  else if (entry->days[0] == NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry->row), value != NULL ? value : "");
  for (guint i = 0; entry->days[0] != NULL && i < N_DAYS; i++)
    gtk_toggle_button_set_active (entry->days[i], !g_strv_contains ((const char *const *) closed, day_names[i]));
  entry->showing = FALSE;
}

static void
show_values (MesoSettingKeeper *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    show_value (g_ptr_array_index (self->entries, i));
}

/* What the clinic's rules say of a value, in the window's language. NULL: it is fine */
static const char *
find_fault (Entry      *entry,
            const char *value)
{
  g_autoptr(GError) error = NULL;

  /* A course that has no open day has no next session. */
  if (entry->days[0] != NULL && g_str_equal (value, "mon,tue,wed,thu,fri,sat,sun"))
    return _("The clinic is open on one day at least.");
  if (value == NULL || meso_settings_service_check (entry->key, value, &error))
    return NULL;
  if (g_str_equal (entry->key, "emergency-phone"))
    return _("The public emergency number is expected here, of 3 or 4 digits, such as 115. The clinic’s own number is “Phone”.");
  return g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE)
         ? _("This is too long. Shorten it.")
         : _("This holds a sign that can’t be shown. Type it again instead of pasting it.");
}

typedef struct
{
  MesoSettingKeeper *keeper;
  Entry *entry;
  char *before;
} Change;

static void
change_free (gpointer  data,
             GClosure *closure)
{
  Change *change = data;

  g_object_unref (change->keeper);
  g_free (change->before);
  g_free (change);
}

static void
undo (AdwToast *toast,
      gpointer  data)
{
  Change *change = data;

  meso_field_set_error (change->entry->row, NULL);
  store (change->keeper, change->entry, change->before);
}

static gpointer
store_setting (MesoClinic  *clinic,
               gpointer     settings,
               GError     **error)
{
  meso_settings_service_set (clinic, settings, error);
  return NULL;
}

static void
setting_stored (GtkWidget    *widget,
                gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  Entry *entry = user_data;

  entry->storing--;
  if (error == NULL)
    return;
  meso_error_presenter_alert (widget, _("change the setting"), error);
  show_value (entry);
}

static void
offer_undo (MesoSettingKeeper *self,
            Entry             *entry,
            const char        *before)
{
  Change *change = g_new0 (Change, 1);
  /* Translators: %s is what a row of the preferences is called: "Phone" */
  g_autofree char *title = g_strdup_printf (_("Changed: %s"), entry->title);
  AdwToast *toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, "button-label", _("_Undo"), NULL);

  change->keeper = g_object_ref (self);
  change->entry = entry;
  change->before = g_strdup (before);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo), change, change_free, 0);
  adw_preferences_dialog_add_toast (self->dialog, toast);
}

/* value NULL takes the setting back. */
static void
store (MesoSettingKeeper *self,
       Entry             *entry,
       const char        *value)
{
  const char *before = meso_context_get_setting (self->context, entry->key);
  GHashTable *settings;

  if (entry->storing == 0 && g_strcmp0 (before, value) == 0)
    return;
  settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (settings, g_strdup (entry->key), g_strdup (value));
  if (self->dialog != NULL)
    offer_undo (self, entry, before);
  entry->storing++;
  meso_context_call (self->context, self->dialog != NULL ? GTK_WIDGET (self->dialog) : entry->row, store_setting, settings,
                     (GDestroyNotify) g_hash_table_unref, NULL, setting_stored, entry);
}

static void
take (Entry *entry)
{
  g_autofree char *value = NULL;
  const char *before = meso_context_get_setting (entry->keeper->context, entry->key);
  const char *fault;

  if (entry->showing)
    return;
  value = read_row (entry);
  /* Nothing typed where nothing was, and what holds anyway, is no change. */
  if (entry->storing == 0 && before == NULL && (*value == '\0' || g_strcmp0 (value, entry->standard) == 0))
    return;
  if (*value == '\0' && entry->days[0] == NULL)
    g_clear_pointer (&value, g_free);
  fault = find_fault (entry, value);
  meso_field_set_error (entry->row, fault);
  if (fault == NULL)
    store (entry->keeper, entry, value);
}

static void
typing (Entry *entry)
{
  if (!entry->showing)
    meso_field_set_error (entry->row, NULL);
}

static void
meso_setting_keeper_dispose (GObject *object)
{
  MesoSettingKeeper *self = MESO_SETTING_KEEPER (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_setting_keeper_parent_class)->dispose (object);
}

static void
meso_setting_keeper_finalize (GObject *object)
{
  MesoSettingKeeper *self = MESO_SETTING_KEEPER (object);

  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (meso_setting_keeper_parent_class)->finalize (object);
}

static void
meso_setting_keeper_class_init (MesoSettingKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_setting_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_setting_keeper_finalize;
}

static void
meso_setting_keeper_init (MesoSettingKeeper *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

MesoSettingKeeper *
meso_setting_keeper_new (MesoContext          *context,
                         AdwPreferencesDialog *dialog)
{
  MesoSettingKeeper *self = g_object_new (MESO_TYPE_SETTING_KEEPER, NULL);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  return self;
}

static Entry *
add (MesoSettingKeeper *self,
     GtkWidget         *row,
     const char        *title,
     const char        *key)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->keeper = self;
  entry->row = row;
  entry->title = g_strdup (title);
  entry->key = g_strdup (key);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
take_when_left (Entry     *entry,
                GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (take), entry);
  gtk_widget_add_controller (widget, focus);
}

void
meso_setting_keeper_add_text (MesoSettingKeeper *self,
                              AdwEntryRow       *row,
                              const char        *key)
{
  Entry *entry = add (self, GTK_WIDGET (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), key);

  show_value (entry);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (take), entry);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typing), entry);
  take_when_left (entry, GTK_WIDGET (row));
}

void
meso_setting_keeper_add_lines (MesoSettingKeeper *self,
                               GtkWidget         *row,
                               GtkTextView       *view,
                               const char        *title,
                               const char        *key)
{
  Entry *entry = add (self, row, title, key);

  entry->view = view;
  show_value (entry);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (typing), entry);
  take_when_left (entry, GTK_WIDGET (view));
}

void
meso_setting_keeper_add_choice (MesoSettingKeeper  *self,
                                AdwComboRow        *row,
                                const char         *key,
                                const char *const  *values,
                                const char         *standard)
{
  Entry *entry = add (self, GTK_WIDGET (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), key);

  entry->values = values;
  entry->standard = standard;
  meso_data_row_say_title (GTK_WIDGET (row));
  show_value (entry);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (take), entry);
}

void
meso_setting_keeper_add_days (MesoSettingKeeper  *self,
                              GtkWidget          *row,
                              GtkToggleButton   **days,
                              const char         *title,
                              const char         *key)
{
  Entry *entry = add (self, row, title, key);

  for (guint i = 0; i < N_DAYS; i++)
    entry->days[i] = days[i];
  show_value (entry);
  for (guint i = 0; i < N_DAYS; i++)
    g_signal_connect_swapped (days[i], "toggled", G_CALLBACK (take), entry);
}

void
meso_setting_keeper_flush (MesoSettingKeeper *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    take (g_ptr_array_index (self->entries, i));
}
