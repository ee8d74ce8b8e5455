/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-paper-view.h"

#include <glib/gi18n.h>
#include <math.h>

#define PAGE_GAP 18
#define MARGIN 18
/* Wider than this a page isn't drawn at zoom 1: a sheet is to be seen as a whole, not read from across the room. */
#define WIDEST 760
#define NARROWEST 240
#define ZOOM_MIN 0.5
#define ZOOM_MAX 4.0

struct _MesoPaperView
{
  GtkWidget parent_instance;

  MesoHandoutPreview *preview;
  double zoom;
};

G_DEFINE_FINAL_TYPE (MesoPaperView, meso_paper_view, GTK_TYPE_WIDGET)

static double
get_aspect (MesoPaperView *self)
{
  return meso_handout_preview_get_height (self->preview) / meso_handout_preview_get_width (self->preview);
}

static int
get_page_width (MesoPaperView *self,
                int            width)
{
  return (int) (CLAMP (width - 2 * MARGIN, NARROWEST, WIDEST) * self->zoom);
}

static GtkSizeRequestMode
meso_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
meso_paper_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  MesoPaperView *self = MESO_PAPER_VIEW (widget);
  int pages = self->preview != NULL ? meso_handout_preview_get_n_pages (self->preview) : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (NARROWEST * self->zoom) + 2 * MARGIN;
      *natural = (int) (WIDEST * self->zoom) + 2 * MARGIN;
      return;
    }
  *minimum = *natural = MARGIN;
  if (pages > 0)
    {
      int width = get_page_width (self, for_size > 0 ? for_size : WIDEST);

      *minimum = *natural = 2 * MARGIN + pages * (int) ceil (width * get_aspect (self)) + (pages - 1) * PAGE_GAP;
    }
}

static void
draw_page (MesoPaperView *self,
           GtkSnapshot   *snapshot,
           int            page,
           double         x,
           double         y,
           double         width)
{
  double scale = width / meso_handout_preview_get_width (self->preview);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) (width * get_aspect (self)));
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA shade = { 0, 0, 0, 0.25f };
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 6);
  /* Paper is white in the dark style too. */
  gtk_snapshot_append_color (snapshot, &white, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  meso_handout_preview_draw_page (self->preview, page, cr);
  cairo_destroy (cr);
}

static void
meso_paper_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MesoPaperView *self = MESO_PAPER_VIEW (widget);
  int pages = self->preview != NULL ? meso_handout_preview_get_n_pages (self->preview) : 0;
  int width = pages > 0 ? get_page_width (self, gtk_widget_get_width (widget)) : 0;
  double x = MAX (MARGIN, (gtk_widget_get_width (widget) - width) / 2.0);
  double y = MARGIN;

  for (int i = 0; i < pages; i++)
    {
      draw_page (self, snapshot, i, floor (x), floor (y), width);
      y += width * get_aspect (self) + PAGE_GAP;
    }
}

static void
meso_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&MESO_PAPER_VIEW (object)->preview, meso_handout_preview_unref);
  G_OBJECT_CLASS (meso_paper_view_parent_class)->finalize (object);
}

static void
meso_paper_view_class_init (MesoPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = meso_paper_view_finalize;
  widget_class->get_request_mode = meso_paper_view_get_request_mode;
  widget_class->measure = meso_paper_view_measure;
  widget_class->snapshot = meso_paper_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_widget_class_set_css_name (widget_class, "paper");
}

static void
meso_paper_view_init (MesoPaperView *self)
{
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sheet"), -1);
}

GtkWidget *
meso_paper_view_new (void)
{
  return g_object_new (MESO_TYPE_PAPER_VIEW, NULL);
}

void
meso_paper_view_set_preview (MesoPaperView      *self,
                             MesoHandoutPreview *preview)
{
  g_autofree char *text = preview != NULL ? meso_handout_preview_dup_text (preview) : NULL;

  g_clear_pointer (&self->preview, meso_handout_preview_unref);
  self->preview = preview != NULL ? meso_handout_preview_ref (preview) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
meso_paper_view_get_zoom (MesoPaperView *self)
{
  return self->zoom;
}

void
meso_paper_view_set_zoom (MesoPaperView *self,
                          double         zoom)
{
  self->zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
