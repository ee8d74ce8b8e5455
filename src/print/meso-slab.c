/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-slab.h"

#include "meso-glyph-text.h"

typedef enum {
  STEP_LINE,
  STEP_RULE,
  STEP_DOTTED,
  STEP_BOX,
  STEP_ICON,
  STEP_SLANTED,
  STEP_BEGIN_TAG,
  STEP_END_TAG,
} StepKind;

typedef struct
{
  StepKind kind;
  double x;
  double y;
  double width;       /* of a box; a rule's other end */
  double height;
  double radius;      /* an icon's size; the angle of slanted text */
  double line;        /* width of a stroke */
  MesoInk ink;
  MesoInk fill;
  MesoIconStyle style;
  const char *name;   /* interned: an icon or a tag */
  PangoLayout *layout;
  int index;          /* of the layout's line */
} Step;

struct _MesoSlab
{
  GArray *steps;
  GPtrArray *bookmarks;
};

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->layout);
}

static void
free_bookmark (gpointer data)
{
  MesoBookmark *bookmark = data;

  g_free (bookmark->title);
  g_free (bookmark);
}

MesoSlab *
meso_slab_new (void)
{
  MesoSlab *self = g_new0 (MesoSlab, 1);

  self->steps = g_array_new (FALSE, TRUE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);
  self->bookmarks = g_ptr_array_new_with_free_func (free_bookmark);

  return self;
}

void
meso_slab_free (MesoSlab *self)
{
  g_array_unref (self->steps);
  g_ptr_array_unref (self->bookmarks);
  g_free (self);
}

static void
add_step (MesoSlab *self,
          Step      step)
{
  g_array_append_val (self->steps, step);
}

void
meso_slab_add_line (MesoSlab    *self,
                    PangoLayout *layout,
                    int          line,
                    double       x,
                    double       baseline,
                    MesoInk      ink)
{
  add_step (self, (Step) { .kind = STEP_LINE, .x = x, .y = baseline, .ink = ink,
                           .layout = g_object_ref (layout), .index = line });
}

void
meso_slab_add_rule (MesoSlab *self,
                    double    x1,
                    double    x2,
                    double    y,
                    double    width,
                    MesoInk   ink)
{
  add_step (self, (Step) { .kind = STEP_RULE, .x = x1, .width = x2, .y = y, .line = width, .ink = ink });
}

void
meso_slab_add_dotted (MesoSlab *self,
                      double    x1,
                      double    x2,
                      double    y)
{
  add_step (self, (Step) { .kind = STEP_DOTTED, .x = x1, .width = x2, .y = y, .line = 0.9, .ink = MESO_INK_GREY });
}

void
meso_slab_add_box (MesoSlab *self,
                   double    x,
                   double    y,
                   double    width,
                   double    height,
                   double    radius,
                   double    line,
                   MesoInk   stroke,
                   MesoInk   fill)
{
  add_step (self, (Step) { .kind = STEP_BOX, .x = x, .y = y, .width = width, .height = height, .radius = radius,
                           .line = line, .ink = stroke, .fill = fill });
}

void
meso_slab_add_icon (MesoSlab      *self,
                    const char    *name,
                    MesoIconStyle  style,
                    MesoInk        ink,
                    double         x,
                    double         y,
                    double         size)
{
  add_step (self, (Step) { .kind = STEP_ICON, .name = g_intern_string (name), .style = style, .ink = ink,
                           .x = x, .y = y, .radius = size });
}

/* Text around its own middle, turned by `angle` (radians, anticlockwise as it is read). */
void
meso_slab_add_slanted (MesoSlab    *self,
                       PangoLayout *layout,
                       double       x,
                       double       y,
                       double       angle,
                       MesoInk      ink)
{
  add_step (self, (Step) { .kind = STEP_SLANTED, .layout = g_object_ref (layout), .x = x, .y = y, .radius = angle, .ink = ink });
}

void
meso_slab_begin_tag (MesoSlab   *self,
                     const char *tag)
{
  add_step (self, (Step) { .kind = STEP_BEGIN_TAG, .name = g_intern_string (tag) });
}

void
meso_slab_end_tag (MesoSlab   *self,
                   const char *tag)
{
  add_step (self, (Step) { .kind = STEP_END_TAG, .name = g_intern_string (tag) });
}

void
meso_slab_add_bookmark (MesoSlab   *self,
                        const char *title,
                        double      y)
{
  MesoBookmark *bookmark = g_new0 (MesoBookmark, 1);

  bookmark->title = g_strdup (title);
  bookmark->y = y;
  g_ptr_array_add (self->bookmarks, bookmark);
}

const GPtrArray *
meso_slab_get_bookmarks (const MesoSlab *self)
{
  return self->bookmarks;
}

void
meso_slab_take (MesoSlab *self,
                MesoSlab *other,
                double    y)
{
  meso_slab_take_at (self, other, 0, y);
}

void
meso_slab_take_at (MesoSlab *self,
                   MesoSlab *other,
                   double    x,
                   double    y)
{
  for (guint i = 0; i < other->steps->len; i++)
    {
      Step step = g_array_index (other->steps, Step, i);

      step.x += x;
      step.y += y;
      /* the other end of a rule */
      if (step.kind == STEP_RULE || step.kind == STEP_DOTTED)
        step.width += x;
      if (step.layout != NULL)
        g_object_ref (step.layout);
      add_step (self, step);
    }

  for (guint i = 0; i < other->bookmarks->len; i++)
    {
      const MesoBookmark *bookmark = g_ptr_array_index (other->bookmarks, i);

      meso_slab_add_bookmark (self, bookmark->title, bookmark->y + y);
    }

  meso_slab_free (other);
}

static void
draw_line (const Step *step,
           cairo_t    *cr)
{
  cairo_move_to (cr, step->x, step->y);
  meso_ink_set (step->ink, cr);
  meso_glyph_text_show_line (cr, pango_layout_get_line_readonly (step->layout, step->index));
  cairo_new_path (cr);    /* a current point remains, and would join what comes next */
}

static void
draw_rule (const Step *step,
           cairo_t    *cr)
{
  static const double dots[] = { 0.01, 3.2 };

  cairo_save (cr);
  cairo_set_line_width (cr, step->line);
  if (step->kind == STEP_DOTTED)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    }
  cairo_move_to (cr, step->x, step->y);
  cairo_line_to (cr, step->width, step->y);
  meso_ink_set (step->ink, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
trace_box (const Step *step,
           cairo_t    *cr)
{
  double x = step->x;
  double y = step->y;
  double r = step->radius;

  cairo_new_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, step->width, step->height);
      return;
    }

  cairo_arc (cr, x + step->width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + step->width - r, y + step->height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + step->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_box (const Step *step,
          cairo_t    *cr)
{
  trace_box (step, cr);
  if (step->fill != MESO_INK_NONE)
    {
      meso_ink_set (step->fill, cr);
      cairo_fill_preserve (cr);
    }
  if (step->ink != MESO_INK_NONE)
    {
      cairo_set_line_width (cr, step->line);
      meso_ink_set (step->ink, cr);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_slanted (const Step *step,
              cairo_t    *cr)
{
  PangoRectangle extents;

  pango_layout_get_extents (step->layout, NULL, &extents);
  cairo_save (cr);
  cairo_translate (cr, step->x, step->y);
  cairo_rotate (cr, -step->radius);
  cairo_move_to (cr, -pango_units_to_double (extents.x) - pango_units_to_double (extents.width) / 2,
                 -pango_units_to_double (extents.height) / 2);
  meso_ink_set (step->ink, cr);
  pango_cairo_show_layout (cr, step->layout);
  cairo_restore (cr);
  cairo_new_path (cr);
}

/* Replays the slab. Tags go nowhere on surfaces that don't know them. */
void
meso_slab_draw (const MesoSlab *self,
                cairo_t        *cr)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      switch (step->kind)
        {
        case STEP_LINE:
          draw_line (step, cr);
          break;
        case STEP_RULE:
        case STEP_DOTTED:
          draw_rule (step, cr);
          break;
        case STEP_BOX:
          draw_box (step, cr);
          break;
        case STEP_ICON:
          meso_icon_draw (step->name, step->style, step->ink, step->x, step->y, step->radius, cr);
          break;
        case STEP_SLANTED:
          draw_slanted (step, cr);
          break;
        case STEP_BEGIN_TAG:
          cairo_tag_begin (cr, step->name, NULL);
          break;
        case STEP_END_TAG:
          cairo_tag_end (cr, step->name);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}
