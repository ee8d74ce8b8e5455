/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-error-presenter.h"

#include <glib/gi18n.h>

#include "meso-noticeboard.h"

void
meso_error_text_free (MesoErrorText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->body);
  g_free (self->details);
  g_free (self);
}

/* What is safe, and what to do: for each problem one text. Those of a clinic's file say it of the file. */
static const char *const bodies[MESO_N_PROBLEMS] = {
  [MESO_PROBLEM_CANCELLED] = N_("It was stopped. Nothing was changed."),
  [MESO_PROBLEM_INPUT] = N_("Something that was entered can’t be used. Nothing was changed. Check what was entered, then try again."),
  [MESO_PROBLEM_RANGE] = N_("Something that was entered is too long, or outside of what is possible. Nothing was changed. Check what "
                            "was entered, then try again."),
  [MESO_PROBLEM_CONTENT] = N_("The clinical content that belongs to the program can’t be read. The clinic’s records are safe. Install "
                              "the program again."),
  [MESO_PROBLEM_NO_RECORD] = N_("There is no such record any more. Nothing was changed. Go back, and search for it by name."),
  [MESO_PROBLEM_REFUSED] = N_("A rule of the clinic doesn’t allow this. Nothing was changed. Details say which one."),
  [MESO_PROBLEM_CHANGED] = N_("Someone else changed this record meanwhile. Nothing was overwritten. Look at it as it is now, then make "
                              "the change again."),
  [MESO_PROBLEM_DUPLICATE] = N_("There is already a record with this number or name. Nothing was changed. Choose another one."),
  [MESO_PROBLEM_FILE_MISSING] = N_("The file isn’t there. Nothing was made in its place. Connect the disk that it is on, choose another "
                                   "file, or restore a backup."),
  [MESO_PROBLEM_FILE_EXISTS] = N_("There is a file of this name already. It was left as it is. Choose another name."),
  [MESO_PROBLEM_NOT_A_CLINIC] = N_("The file isn’t a clinic’s file. It was left as it is. Choose another one, or restore a backup."),
  [MESO_PROBLEM_NEWER] = N_("The file was written by a newer version of this program. It was left as it is. Update the program, then "
                            "open the file again."),
  [MESO_PROBLEM_TRUNCATED] = N_("The end of the file is missing. It was left as it is. Keep it, and restore the newest backup."),
  [MESO_PROBLEM_DAMAGED] = N_("The file is damaged. It was left as it is. Keep it, and restore the newest backup."),
  [MESO_PROBLEM_READ_ONLY] = N_("The file may not be changed. The records in it are safe. Allow this user to write to it, then try again."),
  [MESO_PROBLEM_FOLDER] = N_("The folder isn’t there, or nothing may be written to it. Nothing was changed. Choose another folder."),
  [MESO_PROBLEM_REMOTE] = N_("The file is on a network drive or in a folder that another program synchronises, where records can get "
                             "lost. Nothing was changed. Keep the clinic’s file on this computer’s own disk, and put backups there."),
  [MESO_PROBLEM_ALREADY_OPEN] = N_("Another program, or another window, has the clinic’s file open. Nothing was changed. Close it there, "
                                   "then try again."),
  [MESO_PROBLEM_BUSY] = N_("The file is busy at the moment. Nothing was changed. Wait a moment, then try again."),
  [MESO_PROBLEM_DISK_FULL] = N_("The disk is full. What was saved before is safe, this wasn’t saved. Free some space, then try again."),
  [MESO_PROBLEM_DISK] = N_("The disk couldn’t be read or written. What was saved before is safe, this wasn’t saved. Make a backup on "
                           "another disk, and have this one checked."),
  [MESO_PROBLEM_NO_MEMORY] = N_("The computer is out of memory. What was saved before is safe, this wasn’t saved. Close other programs, "
                                "then try again."),
  [MESO_PROBLEM_UPGRADE] = N_("The file couldn’t be brought to this version of the program. No record was lost, and a copy of the file "
                              "as it was lies beside it. Go on with the version used before."),
  [MESO_PROBLEM_BACKUP] = N_("The copy wasn’t equal to the clinic’s file and was thrown away. The records are safe. Try again, on "
                             "another disk if it happens again."),
  [MESO_PROBLEM_CLOSED] = N_("The clinic’s file was closed meanwhile. What was saved before is safe, this wasn’t saved. Open the clinic "
                             "again."),
  [MESO_PROBLEM_FONT] = N_("The font that sheets are set in isn’t installed. The records are safe. Install the font Vazirmatn, then "
                           "try again."),
  [MESO_PROBLEM_PAPER] = N_("The page couldn’t be made. The records are safe. Try again; choose another folder if it happens again."),
  [MESO_PROBLEM_FAULT] = N_("This is a fault of the program. What was saved before is safe, this wasn’t saved. Try again, and please "
                            "report it with the details."),
};

const char *
meso_error_presenter_get_body (MesoProblem problem)
{
  g_return_val_if_fail ((guint) problem < MESO_N_PROBLEMS, "");

  return _(bodies[problem]);
}

/* Without the field that a message is about, which stands before it for scripts: "clinic-name: …". */
static char *
dup_details (const GError *error)
{
  const char *rest = error->message;

  while (g_ascii_islower (*rest) || *rest == '-')
    rest++;
  return g_strdup (rest > error->message && g_str_has_prefix (rest, ": ") ? rest + 2 : error->message);
}

MesoErrorText *
meso_error_presenter_describe (const char   *operation,
                               const GError *error)
{
  MesoErrorText *self = g_new0 (MesoErrorText, 1);

  /* Translators: %s finishes the sentence: "save the session" */
  self->title = g_strdup_printf (_("Could not %s"), operation);
  self->body = g_strdup (meso_error_presenter_get_body (meso_services_error_classify (error)));
  self->details = dup_details (error);
  return self;
}

static AdwDialog *
make_dialog (const MesoErrorText *text)
{
  AdwDialog *dialog = adw_alert_dialog_new (text->title, text->body);
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("_Details"));
  GtkWidget *details = g_object_new (GTK_TYPE_LABEL, "label", text->details, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                     "selectable", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (details, "caption");
  gtk_expander_set_child (GTK_EXPANDER (expander), details);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), expander);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  return dialog;
}

static void
show_details (AdwToast  *toast,
              GtkWidget *window)
{
  adw_dialog_present (make_dialog (g_object_get_data (G_OBJECT (toast), "text")), window);
}

void
meso_error_presenter_toast (GtkWidget    *widget,
                            const char   *operation,
                            const GError *error)
{
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe (operation, error);
  MesoNoticeboard *board = meso_noticeboard_find (widget);
  AdwToast *toast;

  /* Who stopped it knows. */
  if (board == NULL || meso_services_error_classify (error) == MESO_PROBLEM_CANCELLED)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", text->title, "use-markup", FALSE, "button-label", _("_Details"), NULL);
  g_object_set_data_full (G_OBJECT (toast), "text", g_steal_pointer (&text), (GDestroyNotify) meso_error_text_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_details), board, 0);
  meso_noticeboard_add_toast (board, toast);
}

void
meso_error_presenter_alert (GtkWidget    *widget,
                            const char   *operation,
                            const GError *error)
{
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe (operation, error);

  adw_dialog_present (make_dialog (text), widget);
}

void
meso_error_presenter_say (GtkWidget  *widget,
                          const char *text,
                          const char *undo_action)
{
  MesoNoticeboard *board = meso_noticeboard_find (widget);
  AdwToast *toast;

  if (board == NULL)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", text, "use-markup", FALSE, NULL);
  if (undo_action != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_detailed_action_name (toast, undo_action);
    }
  meso_noticeboard_add_toast (board, toast);
}
