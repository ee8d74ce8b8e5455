/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preferences-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "meso-daily-backup.h"
#include "meso-days-row.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-lines-row.h"
#include "meso-protocol-group.h"
#include "meso-setting-keeper.h"
#include "meso-settings-service.h"
#include "meso-text.h"
#include "meso-toast-lift.h"

struct _MesoPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  MesoContext *context;
  MesoSettingKeeper *keeper;
  AdwEntryRow *clinic_name_row;
  AdwEntryRow *clinic_name_fa_row;
  AdwEntryRow *physician_row;
  AdwEntryRow *physician_fa_row;
  MesoLinesRow *address_row;
  MesoLinesRow *address_fa_row;
  AdwEntryRow *phone_row;
  AdwEntryRow *emergency_row;
  AdwComboRow *paper_row;
  AdwComboRow *letterhead_row;
  MesoDaysRow *days_row;
  AdwComboRow *expiry_row;
  AdwComboRow *check_row;
  AdwComboRow *needed_row;
  AdwComboRow *language_row;
  AdwComboRow *calendar_row;
  AdwComboRow *digits_row;
  AdwActionRow *newest_row;
  AdwActionRow *folder_row;
  AdwActionRow *outside_row;
  GtkWidget *outside_clear;
  MesoProtocolGroup *protocol_group;
  AdwActionRow *version_row;
  AdwActionRow *hash_row;
};

G_DEFINE_FINAL_TYPE (MesoPreferencesDialog, meso_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static gpointer
get_info (MesoClinic  *clinic,
          gpointer     request,
          GError     **error)
{
  return meso_clinic_get_info (clinic, error);
}

static void
show_newest (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoPreferencesDialog *self = MESO_PREFERENCES_DIALOG (widget);
  const MesoClinicInfo *info = result;
  g_autofree char *when = NULL;
  g_autofree char *path = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;

  if (info == NULL || info->last_backup_at == NULL)
    {
      adw_action_row_set_subtitle (self->newest_row, _("There is none yet."));
      return;
    }
  when = meso_context_format_moment (self->context, info->last_backup_at);
  path = g_filename_display_name (info->last_backup_path != NULL ? info->last_backup_path : "");
  isolated = meso_text_isolate (path);
  text = g_strdup_printf ("%s\n%s", when, isolated);
  adw_action_row_set_subtitle (self->newest_row, text);
}

static void
load_info (MesoPreferencesDialog *self)
{
  meso_context_call (self->context, GTK_WIDGET (self), get_info, NULL, NULL, (GDestroyNotify) meso_clinic_info_free, show_newest, NULL);
}

static void
show_protocol (MesoPreferencesDialog *self)
{
  const MesoProtocol *protocol = meso_context_get_protocol (self->context);
  g_autofree char *version = meso_text_isolate (meso_protocol_get_version (protocol));
  g_autofree char *hash = meso_text_isolate (meso_protocol_get_hash (protocol));

  adw_action_row_set_subtitle (self->version_row, version);
  adw_action_row_set_subtitle (self->hash_row, hash);
}

static void
open_folder_clicked (MesoPreferencesDialog *self)
{
  g_autofree char *path = meso_daily_backup_dup_folder ();
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (folder);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL, NULL);
}

static void
show_outside (MesoPreferencesDialog *self)
{
  const char *folder = meso_context_get_setting (self->context, "backup-folder");
  gboolean none = folder == NULL || *folder == '\0';
  g_autofree char *shown = none ? NULL : g_filename_display_name (folder);
  g_autofree char *isolated = none ? NULL : meso_text_isolate (shown);

  adw_action_row_set_subtitle (self->outside_row, none ? _("None is chosen.") : isolated);
  gtk_widget_set_visible (self->outside_clear, !none);
}

static gpointer
set_outside (MesoClinic  *clinic,
             gpointer     folder,
             GError     **error)
{
  g_autoptr(GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (settings, (gpointer) "backup-folder", *(char *) folder != '\0' ? folder : NULL);
  meso_settings_service_set (clinic, settings, error);
  return NULL;
}

static void
outside_set (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  if (error != NULL)
    meso_error_presenter_alert (widget, _("choose the folder"), error);
}

static void
clear_outside (MesoPreferencesDialog *self)
{
  meso_context_call (self->context, GTK_WIDGET (self), set_outside, g_strdup (""), g_free, NULL, outside_set, NULL);
}

static void
outside_chosen (GObject      *dialog,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(MesoPreferencesDialog) self = user_data;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (folder != NULL && g_file_peek_path (folder) != NULL && self->context != NULL)
    meso_context_call (self->context, GTK_WIDGET (self), set_outside, g_file_get_path (folder), g_free, NULL, outside_set, NULL);
}

static void
choose_outside (MesoPreferencesDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _("Choose a Folder for the Daily Copies"));
  gtk_file_dialog_select_folder (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, outside_chosen, g_object_ref (self));
}

/* Of the stock, and of what is prepared from it. */
static void
join_stock_rows (MesoPreferencesDialog *self)
{
  static const char *const days[] = { "14", "30", "60", "90", "180", NULL };
  static const char *const checks[] = { "yes", "no", NULL };
  static const char *const needed[] = { "no", "yes", NULL };
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; days[i] != NULL; i++)
    {
      int n = atoi (days[i]);
      g_autofree char *number = meso_context_format_number (self->context, n);
      /* Translators: how long before its expiry a lot is told of */
      g_autofree char *text = g_strdup_printf (ngettext ("%s day before", "%s days before", (gulong) n), number);

      gtk_string_list_append (words, text);
    }
  adw_combo_row_set_model (self->expiry_row, G_LIST_MODEL (words));
  meso_setting_keeper_add_choice (self->keeper, self->expiry_row, "stock-expiry-days", days, "60");
  meso_setting_keeper_add_choice (self->keeper, self->check_row, "preparation-check", checks, "yes");
  meso_setting_keeper_add_choice (self->keeper, self->needed_row, "session-needs-preparation", needed, "no");
}

static void
join_rows (MesoPreferencesDialog *self)
{
  static const char *const papers[] = { "a4", "a5", "letter", NULL };
  static const char *const letterheads[] = { "yes", "no", NULL };
  static const char *const languages[] = { "en", "fa", NULL };
  static const char *const calendars[] = { "gregorian", "persian", "both", NULL };
  static const char *const digits[] = { "latin", "persian", NULL };
  gboolean persian = g_str_equal (meso_context_get_language (self->context), "fa");
  MesoSettingKeeper *keeper = self->keeper;

  meso_setting_keeper_add_text (keeper, self->clinic_name_row, "clinic-name");
  meso_setting_keeper_add_text (keeper, self->clinic_name_fa_row, "clinic-name-fa");
  meso_setting_keeper_add_text (keeper, self->physician_row, "physician");
  meso_setting_keeper_add_text (keeper, self->physician_fa_row, "physician-fa");
  meso_setting_keeper_add_lines (keeper, GTK_WIDGET (self->address_row), meso_lines_row_get_view (self->address_row),
                                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->address_row)), "address");
  meso_setting_keeper_add_lines (keeper, GTK_WIDGET (self->address_fa_row), meso_lines_row_get_view (self->address_fa_row),
                                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->address_fa_row)), "address-fa");
  meso_setting_keeper_add_text (keeper, self->phone_row, "phone");
  meso_setting_keeper_add_text (keeper, self->emergency_row, "emergency-phone");
  meso_setting_keeper_add_choice (keeper, self->paper_row, "paper", papers, "a4");
  meso_setting_keeper_add_choice (keeper, self->letterhead_row, "letterhead", letterheads, "yes");
  meso_setting_keeper_add_days (keeper, GTK_WIDGET (self->days_row), meso_days_row_get_days (self->days_row), _("Working Days"),
                                "closed-days");
  join_stock_rows (self);
  meso_setting_keeper_add_choice (keeper, self->language_row, "language", languages, persian ? "fa" : "en");
  meso_setting_keeper_add_choice (keeper, self->calendar_row, "calendar", calendars, persian ? "persian" : "gregorian");
  meso_setting_keeper_add_choice (keeper, self->digits_row, "digits", digits, persian ? "persian" : "latin");
}

/* What was typed last is stored, whichever way the dialog goes. */
static void
closed (MesoPreferencesDialog *self)
{
  if (self->keeper != NULL)
    meso_setting_keeper_flush (self->keeper);
}

static void
meso_preferences_dialog_dispose (GObject *object)
{
  MesoPreferencesDialog *self = MESO_PREFERENCES_DIALOG (object);

  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_preferences_dialog_parent_class)->dispose (object);
}

static void
meso_preferences_dialog_class_init (MesoPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_preferences_dialog_dispose;
  g_type_ensure (MESO_TYPE_DAYS_ROW);
  g_type_ensure (MESO_TYPE_LINES_ROW);
  g_type_ensure (MESO_TYPE_PROTOCOL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, clinic_name_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, clinic_name_fa_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, physician_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, physician_fa_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, address_fa_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, emergency_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, letterhead_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, expiry_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, check_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, needed_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, digits_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, newest_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, outside_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, outside_clear);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, protocol_group);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, version_row);
  gtk_widget_class_bind_template_child (widget_class, MesoPreferencesDialog, hash_row);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_clicked);
  gtk_widget_class_bind_template_callback (widget_class, choose_outside);
  gtk_widget_class_bind_template_callback (widget_class, clear_outside);
}

/* The dialog's own, which it doesn't hand out. */
static AdwToastOverlay *
find_toasts (GtkWidget *widget)
{
  AdwToastOverlay *found = ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_toasts (child);
  return found;
}

static void
meso_preferences_dialog_init (MesoPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  meso_toast_lift_attach (find_toasts (adw_dialog_get_child (ADW_DIALOG (self))));
  g_signal_connect (self, "closed", G_CALLBACK (closed), NULL);
}

MesoPreferencesDialog *
meso_preferences_dialog_new (MesoContext *context)
{
  MesoPreferencesDialog *self = g_object_new (MESO_TYPE_PREFERENCES_DIALOG, NULL);
  g_autofree char *folder = meso_daily_backup_dup_folder ();
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *isolated = meso_text_isolate (shown);

  self->context = g_object_ref (context);
  self->keeper = meso_setting_keeper_new (context, ADW_PREFERENCES_DIALOG (self));
  join_rows (self);
  meso_field_keep_number (GTK_EDITABLE (self->phone_row));
  meso_field_keep_number (GTK_EDITABLE (self->emergency_row));
  meso_protocol_group_set_context (self->protocol_group, context);
  show_protocol (self);
  adw_action_row_set_subtitle (self->folder_row, isolated);
  g_signal_connect_object (meso_context_get_clinic (context), "changed::backup", G_CALLBACK (load_info), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed::protocol", G_CALLBACK (show_protocol), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (show_outside), self, G_CONNECT_SWAPPED);
  show_outside (self);
  load_info (self);
  return self;
}

/* The focus is told by the row's number among those that are chosen from; elsewhere the page alone is enough. */
static AdwComboRow *
get_row (MesoPreferencesDialog *self,
         int                    number)
{
  AdwComboRow *rows[] = { self->language_row, self->calendar_row, self->digits_row };

  return number >= 0 && number < (int) G_N_ELEMENTS (rows) ? rows[number] : NULL;
}

char *
meso_preferences_dialog_dup_place (MesoPreferencesDialog *self)
{
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (self));
  const char *page = adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (self));
  AdwComboRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (focus != NULL && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row))))
        return g_strdup_printf ("%d %s", i, page);
    }
  return g_strdup_printf ("9 %s", page);
}

void
meso_preferences_dialog_go (MesoPreferencesDialog *self,
                            const char            *place)
{
  AdwComboRow *row = get_row (self, place[0] - '0');

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (self), place + 2);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
