/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-row-tags.h"

#include "meso-outlook-words.h"
#include "meso-tag.h"

#define GAP 6
#define GAP_BELOW 3
/* Between the name and the first of them. */
#define NAME_GAP 8

void
meso_row_tags_init (MesoRowTags *self,
                    GtkWidget   *row)
{
  self->row = row;
  self->widgets = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->n = 0;
}

void
meso_row_tags_clear (MesoRowTags *self)
{
  self->n = 0;
  g_clear_pointer (&self->widgets, g_ptr_array_unref);
}

static GtkWidget *
get (const MesoRowTags *self,
     guint              i)
{
  return g_ptr_array_index (self->widgets, i);
}

void
meso_row_tags_show (MesoRowTags     *self,
                    const GPtrArray *tags)
{
  self->n = tags != NULL ? tags->len : 0;
  for (guint i = 0; i < self->n; i++)
    {
      const MesoTagWords *tag = g_ptr_array_index (tags, i);

      if (i == self->widgets->len)
        {
          g_ptr_array_add (self->widgets, meso_tag_new (tag->icon, tag->label, tag->kind));
          gtk_widget_set_parent (get (self, i), self->row);
        }
      else
        g_object_set (get (self, i), "icon-name", tag->icon, "label", tag->label, "kind", tag->kind, "visible", TRUE, NULL);
    }
  for (guint i = self->n; i < self->widgets->len; i++)
    gtk_widget_set_visible (get (self, i), FALSE);
}

static void
measure_width (const MesoRowTags *self,
               guint              i,
               int               *minimum,
               int               *natural)
{
  gtk_widget_measure (get (self, i), GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (const MesoRowTags *self,
                guint              i,
                int                width)
{
  int height;

  gtk_widget_measure (get (self, i), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

void
meso_row_tags_measure_width (const MesoRowTags *self,
                             gboolean           beside,
                             int               *minimum,
                             int               *natural)
{
  for (guint i = 0; i < self->n; i++)
    {
      int tag_minimum;
      int tag_natural;

      measure_width (self, i, &tag_minimum, &tag_natural);
      *minimum = beside ? *minimum + NAME_GAP + tag_minimum : MAX (*minimum, tag_minimum);
      *natural = beside ? *natural + NAME_GAP + tag_natural : MAX (*natural, tag_natural);
    }
}

/* (transfer full): what the name and each tag beside it get of a width, as the minimum of each */
static GtkRequestedSize *
share (const MesoRowTags *self,
       int                width,
       const int          name[2])
{
  GtkRequestedSize *shares = g_new0 (GtkRequestedSize, self->n + 1);
  int rest = width - (self->n > 0 ? NAME_GAP + GAP * (int) (self->n - 1) : 0);

  shares[0].minimum_size = name[0];
  shares[0].natural_size = MAX (name[0], name[1]);
  for (guint i = 0; i < self->n; i++)
    measure_width (self, i, &shares[i + 1].minimum_size, &shares[i + 1].natural_size);
  for (guint i = 0; i <= self->n; i++)
    rest -= shares[i].minimum_size;
  gtk_distribute_natural_allocation (MAX (rest, 0), self->n + 1, shares);
  return shares;
}

int
meso_row_tags_measure_beside (const MesoRowTags *self,
                              int                width,
                              const int          name[2])
{
  g_autofree GtkRequestedSize *shares = width >= 0 ? share (self, width, name) : NULL;
  int height = 0;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, measure_height (self, i, shares != NULL ? shares[i + 1].minimum_size : -1));
  return height;
}

int
meso_row_tags_measure_below (const MesoRowTags *self,
                             int                width)
{
  int height = 0;

  for (guint i = 0; i < self->n; i++)
    height += GAP_BELOW + measure_height (self, i, width);
  return height;
}

static void
allocate (const MesoRowTags *self,
          guint              i,
          GdkRectangle       place)
{
  GdkRectangle turned = meso_row_turn (self->row, place);

  gtk_widget_size_allocate (get (self, i), &turned, -1);
}

int
meso_row_tags_allocate_beside (const MesoRowTags *self,
                               GdkRectangle       place,
                               const int          name[2])
{
  g_autofree GtkRequestedSize *shares = share (self, place.width, name);

  place.x += shares[0].minimum_size + NAME_GAP;
  for (guint i = 0; i < self->n; i++)
    {
      place.width = shares[i + 1].minimum_size;
      allocate (self, i, place);
      place.x += place.width + GAP;
    }
  return shares[0].minimum_size;
}

void
meso_row_tags_allocate_below (const MesoRowTags *self,
                              GdkRectangle       place)
{
  for (guint i = 0; i < self->n; i++)
    {
      int asked;

      measure_width (self, i, NULL, &asked);
      place.y += place.height + GAP_BELOW;
      place.height = measure_height (self, i, place.width);
      allocate (self, i, (GdkRectangle) { place.x, place.y, MIN (asked, place.width), place.height });
    }
}

GdkRectangle
meso_row_turn (GtkWidget    *row,
               GdkRectangle  place)
{
  if (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (row) - place.x - place.width;
  return place;
}
