/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-file-choice.h"

typedef struct
{
  MesoContext *context;
  GWeakRef parent;
  MesoFileChosen chosen;
} Choice;

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&choice->parent);

  if (file != NULL && parent != NULL && gtk_widget_get_root (parent) != NULL && !gtk_widget_in_destruction (parent))
    choice->chosen (choice->context, parent, file);
  g_weak_ref_clear (&choice->parent);
  g_object_unref (choice->context);
  g_free (choice);
}

void
meso_file_choice_open (MesoContext       *context,
                       GtkWidget         *parent,
                       const char        *title,
                       const char        *kind,
                       const char *const *suffixes,
                       MesoFileChosen     chosen)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->context = g_object_ref (context);
  choice->chosen = chosen;
  g_weak_ref_init (&choice->parent, parent);
  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen, choice);
}
