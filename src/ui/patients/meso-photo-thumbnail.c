/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-thumbnail.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "meso-core-error.h"

/* Three times the largest avatar, for screens with fine dots. */
#define SIDE 256
#define QUALITY "85"

/* The picture is decoded no larger than it is needed. */
static void
size_prepared (GdkPixbufLoader *loader,
               int              width,
               int              height,
               gpointer         data)
{
  double scale = (double) SIDE / MAX (1, MIN (width, height));

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

/* (transfer full) (nullable) */
static GdkPixbuf *
decode (GBytes  *bytes,
        GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean written;
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared), NULL);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  /* It must be closed either way; the first error is the one to tell. */
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* As EXIF counts: 2, 4, 5 and 7 are mirrored. */
static GdkPixbuf *
turn (GdkPixbuf *pixbuf,
      int        orientation)
{
  static const GdkPixbufRotation rotations[] = {
    GDK_PIXBUF_ROTATE_NONE, GDK_PIXBUF_ROTATE_NONE, GDK_PIXBUF_ROTATE_UPSIDEDOWN, GDK_PIXBUF_ROTATE_UPSIDEDOWN,
    GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, GDK_PIXBUF_ROTATE_CLOCKWISE, GDK_PIXBUF_ROTATE_CLOCKWISE, GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE,
  };
  gboolean mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
  g_autoptr(GdkPixbuf) flipped = NULL;

  if (orientation < 1 || orientation > 8)
    return g_object_ref (pixbuf);
  flipped = mirrored ? gdk_pixbuf_flip (pixbuf, TRUE) : g_object_ref (pixbuf);
  return gdk_pixbuf_rotate_simple (flipped, rotations[orientation - 1]);
}

GBytes *
meso_photo_thumbnail_make (const MesoPhotoFile  *file,
                           GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GdkPixbuf) decoded = decode (file->bytes, &local_error);
  g_autoptr(GdkPixbuf) turned = decoded != NULL ? turn (decoded, file->orientation) : NULL;
  char *data = NULL;
  gsize size = 0;

  if (turned != NULL && gdk_pixbuf_save_to_buffer (turned, &data, &size, "jpeg", &local_error, "quality", QUALITY, NULL))
    return g_bytes_new_take (data, size);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "The picture can't be drawn: %s",
               local_error != NULL ? local_error->message : "it is empty");
  return NULL;
}
