/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-photo.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-photo-service.h"
#include "meso-photo-thumbnail.h"
#include "meso-undo.h"

typedef struct
{
  char *patient;
  GFile *file;                  /* (nullable) */
  GBytes *bytes;                /* (nullable): instead of a file */
} Request;

static Request *
request_new (const char *patient,
             GFile      *file,
             GBytes     *bytes)
{
  Request *request = g_new0 (Request, 1);

  request->patient = g_strdup (patient);
  request->file = file != NULL ? g_object_ref (file) : NULL;
  request->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->patient);
  g_clear_object (&request->file);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request);
}

/* (nullable): the small one, or else the photo itself */
static gpointer
get_photo (MesoClinic  *clinic,
           gpointer     patient,
           GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) thumbnail = NULL;
  g_autoptr(MesoPhoto) photo = meso_photo_service_get (clinic, patient, &bytes, &thumbnail, error);

  if (photo == NULL)
    return NULL;
  return thumbnail != NULL ? g_steal_pointer (&thumbnail) : g_steal_pointer (&bytes);
}

static void
photo_got (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      loaded)
{
  /* A picture that can't be had is no reason to disturb anybody: the initials stand in its place. */
  g_autoptr(GdkTexture) texture = result != NULL ? gdk_texture_new_from_bytes (result, NULL) : NULL;

  ((MesoPhotoLoaded) loaded) (widget, texture);
}

void
meso_patient_photo_load (GtkWidget       *widget,
                         MesoContext     *context,
                         const char      *patient,
                         MesoPhotoLoaded  loaded)
{
  meso_context_call (context, widget, get_photo, g_strdup (patient), g_free, (GDestroyNotify) g_bytes_unref, photo_got, loaded);
}

static gpointer
set_photo (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  const Request *request = data;
  g_autoptr(GBytes) bytes = request->file != NULL ? meso_photo_service_read_file (request->file, NULL, error)
                                                  : g_bytes_ref (request->bytes);
  g_autoptr(MesoPhotoFile) file = bytes != NULL ? meso_photo_service_examine (bytes, error) : NULL;
  g_autoptr(GBytes) thumbnail = file != NULL ? meso_photo_thumbnail_make (file, error) : NULL;
  g_autoptr(MesoPhoto) photo = thumbnail != NULL ? meso_photo_service_set (clinic, request->patient, bytes, thumbnail, error) : NULL;

  return NULL;
}

static void
photo_set (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  if (error == NULL)
    meso_error_presenter_say (widget, _("The photo was changed"), NULL);
  else if (meso_services_error_classify (error) == MESO_PROBLEM_INPUT)
    meso_error_presenter_say (widget, _("This isn’t a JPEG or PNG picture that can be shown. Choose another file."), NULL);
  else if (meso_services_error_classify (error) == MESO_PROBLEM_RANGE)
    meso_error_presenter_say (widget, _("This picture is too large: 20 MB and 50 million dots can be kept. Choose a smaller one."), NULL);
  else
    meso_error_presenter_alert (widget, _("keep the photo"), error);
}

void
meso_patient_photo_take (GtkWidget   *widget,
                         MesoContext *context,
                         const char  *patient,
                         GFile       *file)
{
  meso_context_call (context, widget, set_photo, request_new (patient, file, NULL), request_free, NULL, photo_set, NULL);
}

typedef struct
{
  GtkWidget *widget;            /* weak */
  MesoContext *context;
  char *patient;
} Choice;

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Choice *choice = data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && choice->widget != NULL && !gtk_widget_in_destruction (choice->widget))
    meso_patient_photo_take (choice->widget, choice->context, choice->patient, file);
  g_clear_weak_pointer (&choice->widget);
  g_object_unref (choice->context);
  g_free (choice->patient);
  g_free (choice);
}

void
meso_patient_photo_choose (GtkWidget   *widget,
                           MesoContext *context,
                           const char  *patient)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Choice *choice = g_new0 (Choice, 1);

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/png");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Change Photo"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  g_set_weak_pointer (&choice->widget, widget);
  choice->context = g_object_ref (context);
  choice->patient = g_strdup (patient);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen, choice);
}

/* (nullable): the photo as it was, so that it can be put back */
static gpointer
remove_photo (MesoClinic  *clinic,
              gpointer     patient,
              GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(MesoPhoto) photo = meso_photo_service_get (clinic, patient, &bytes, NULL, error);

  if (photo == NULL || !meso_photo_service_remove (clinic, patient, NULL, error))
    return NULL;
  return request_new (patient, NULL, bytes);
}

static void
photo_removed (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      context)
{
  const Request *removed = result;

  if (error != NULL)
    meso_error_presenter_toast (widget, _("remove the photo"), error);
  else if (removed != NULL)
    meso_undo_offer (widget, context, _("The photo was removed"), set_photo, request_new (removed->patient, NULL, removed->bytes),
                     request_free);
}

/* The page that asks keeps the context as long as it is there to be answered. */
void
meso_patient_photo_remove (GtkWidget   *widget,
                           MesoContext *context,
                           const char  *patient)
{
  meso_context_call (context, widget, remove_photo, g_strdup (patient), g_free, request_free, photo_removed, context);
}
