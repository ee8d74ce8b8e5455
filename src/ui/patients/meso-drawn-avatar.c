/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-drawn-avatar.h"

#include <math.h>
#include <string.h>

#include "meso-avatar.h"

#define AWAITED_ALPHA 0.07f

/* The toolkit's own, so that a person looks the same here and on their page: top, bottom and letters. */
static const struct
{
  guint32 top;
  guint32 bottom;
  guint32 letters;
} colours[] = {
  { 0x83b6ec, 0x337fdc, 0xcfe1f5 }, { 0x7ad9f1, 0x0f9ac8, 0xcaeaf2 }, { 0x8de6b1, 0x29ae74, 0xcef8d8 },
  { 0xb5e98a, 0x6ab85b, 0xe6f9d7 }, { 0xf8e359, 0xd29d09, 0xf9f4e1 }, { 0xffcb62, 0xd68400, 0xffead1 },
  { 0xffa95a, 0xed5b00, 0xffe5c5 }, { 0xf78773, 0xe62d42, 0xf8d2ce }, { 0xe973ab, 0xe33b6a, 0xfac7de },
  { 0xcb78d4, 0x9945b5, 0xe7c2e8 }, { 0x9e91e8, 0x7a59ca, 0xd5d2f5 }, { 0xe3cf9c, 0xb08952, 0xf2eade },
  { 0xbe916d, 0x785336, 0xe5d6ca }, { 0xc0bfbc, 0x6e6d71, 0xd8d7d3 },
};

static GdkRGBA
get_rgba (guint32 rgb)
{
  return (GdkRGBA) { (float) (rgb >> 16) / 255, (float) (rgb >> 8 & 0xff) / 255, (float) (rgb & 0xff) / 255, 1 };
}

void
meso_drawn_avatar_clear (MesoDrawnAvatar *self)
{
  g_clear_object (&self->initials);
}

static char *
make_initials (const char *text)
{
  g_autofree char *upper = g_strstrip (g_utf8_strup (text, -1));
  g_autofree char *whole = g_utf8_normalize (upper, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *last = strrchr (whole, ' ');
  GString *initials = g_string_new (NULL);

  if (*whole != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (whole));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));
  return g_string_free (initials, FALSE);
}

void
meso_drawn_avatar_set_name (MesoDrawnAvatar *self,
                            GtkWidget       *widget,
                            const char      *name)
{
  g_autofree char *text = meso_avatar_dup_text (name);
  g_autofree char *initials = NULL;

  self->awaited = text == NULL;
  if (text == NULL)
    return;
  initials = make_initials (text);
  self->colour = g_str_hash (text) % G_N_ELEMENTS (colours);
  if (self->initials == NULL)
    self->initials = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_text (self->initials, initials, -1);
}

/* The biggest square inside of the disc, less some air, as AdwAvatar has it. */
static double
get_letters_size (int size)
{
  return size / G_SQRT2 - MAX (size * 0.4 - 5, 0);
}

static void
snapshot_disc (GtkSnapshot           *snapshot,
               const graphene_rect_t *disc,
               const GdkRGBA         *top,
               const GdkRGBA         *bottom)
{
  GskColorStop stops[] = { { 0, *top }, { 1, *bottom } };
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, disc, disc->size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_linear_gradient (snapshot, disc, &disc->origin,
                                       &GRAPHENE_POINT_INIT (disc->origin.x, disc->origin.y + disc->size.height), stops,
                                       G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_letters (const MesoDrawnAvatar *self,
                  GtkWidget             *widget,
                  GtkSnapshot           *snapshot,
                  const GdkRectangle    *place)
{
  g_autoptr(PangoFontDescription) font = NULL;
  GdkRGBA color = get_rgba (colours[self->colour].letters);
  int width;
  int height;
  float scale;

  font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, get_letters_size (place->width) * PANGO_SCALE);
  pango_layout_set_font_description (self->initials, font);
  pango_layout_get_pixel_size (self->initials, &width, &height);
  /* Wide letters are smaller. */
  scale = width > height ? (float) height / (float) width : 1;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place->x + ((float) place->width - (float) width * scale) / 2,
                                                          (float) place->y + ((float) place->height - (float) height * scale) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_layout (snapshot, self->initials, &color);
  gtk_snapshot_restore (snapshot);
}

void
meso_drawn_avatar_snapshot (const MesoDrawnAvatar *self,
                            GtkWidget             *widget,
                            GtkSnapshot           *snapshot,
                            const GdkRectangle    *place)
{
  graphene_rect_t disc = GRAPHENE_RECT_INIT ((float) place->x, (float) place->y, (float) place->width, (float) place->height);
  GdkRGBA top = get_rgba (colours[self->colour].top);
  GdkRGBA bottom = get_rgba (colours[self->colour].bottom);

  if (self->awaited)
    {
      gtk_widget_get_color (widget, &top);
      top.alpha *= AWAITED_ALPHA;
      bottom = top;
    }
  snapshot_disc (snapshot, &disc, &top, &bottom);
  if (!self->awaited && self->initials != NULL)
    snapshot_letters (self, widget, snapshot, place);
}
