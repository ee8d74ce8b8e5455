/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-syringe-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-segment-number.h"
#include "meso-syringe-drawing.h"
#include "meso-syringe.h"

#define NATURAL_WIDTH 560
#define MIN_WIDTH 240
#define BADGE_SIZE 24
#define EMPTY_SYRINGE_UL 5000

/**
 * Segment:
 * @widget: what is drawn; its colours are those of the style sheet
 * @start_ul: where it begins behind the needle
 */
typedef struct
{
  GtkWidget *widget;
  gint64 start_ul;
  gint64 volume_ul;
} Segment;

struct _MesoSyringeView
{
  GtkWidget parent_instance;

  MesoContext *context;
  GArray *segments;       /* of Segment */
  gint64 capacity_ul;
  gint64 total_ul;
};

G_DEFINE_FINAL_TYPE (MesoSyringeView, meso_syringe_view, GTK_TYPE_WIDGET)

static void
clear_segments (MesoSyringeView *self)
{
  for (guint i = 0; i < self->segments->len; i++)
    gtk_widget_unparent (g_array_index (self->segments, Segment, i).widget);
  g_array_set_size (self->segments, 0);
}

static void
meso_syringe_view_dispose (GObject *object)
{
  MesoSyringeView *self = MESO_SYRINGE_VIEW (object);

  clear_segments (self);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_syringe_view_parent_class)->dispose (object);
}

static void
meso_syringe_view_finalize (GObject *object)
{
  g_array_unref (MESO_SYRINGE_VIEW (object)->segments);
  G_OBJECT_CLASS (meso_syringe_view_parent_class)->finalize (object);
}

static MesoSyringeDrawing
get_drawing (MesoSyringeView *self)
{
  return (MesoSyringeDrawing) { GTK_WIDGET (self), self->context, self->capacity_ul, self->total_ul };
}

static void
meso_syringe_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  MesoSyringeView *self = MESO_SYRINGE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      MesoSyringeDrawing drawing = get_drawing (self);

      *minimum = *natural = meso_syringe_drawing_get_height (&drawing);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
meso_syringe_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  MesoSyringeView *self = MESO_SYRINGE_VIEW (widget);
  const MesoSyringeDrawing drawing = get_drawing (self);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      float from = meso_syringe_drawing_get_place (&drawing, segment->start_ul);
      float to = meso_syringe_drawing_get_place (&drawing, segment->start_ul + segment->volume_ul);
      int segment_width = MAX ((int) to - (int) from, 1);
      GtkAllocation allocation = { (int) meso_syringe_drawing_mirror (&drawing, from, (float) segment_width),
                                   MESO_SYRINGE_BARREL_TOP, segment_width, MESO_SYRINGE_BARREL_HEIGHT };
      GtkWidget *badge = gtk_widget_get_first_child (segment->widget);

      gtk_widget_set_visible (badge, segment_width >= BADGE_SIZE + 2);
      gtk_widget_measure (segment->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (segment->widget, &allocation, -1);
    }
}

static void
meso_syringe_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MesoSyringeView *self = MESO_SYRINGE_VIEW (widget);
  const MesoSyringeDrawing drawing = get_drawing (self);

  if (self->context == NULL)
    return;
  meso_syringe_drawing_draw_behind (&drawing, snapshot);
  GTK_WIDGET_CLASS (meso_syringe_view_parent_class)->snapshot (widget, snapshot);
  meso_syringe_drawing_draw_before (&drawing, snapshot);
}

static void
meso_syringe_view_class_init (MesoSyringeViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_syringe_view_dispose;
  G_OBJECT_CLASS (class)->finalize = meso_syringe_view_finalize;
  widget_class->measure = meso_syringe_view_measure;
  widget_class->size_allocate = meso_syringe_view_size_allocate;
  widget_class->snapshot = meso_syringe_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "syringe");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
meso_syringe_view_init (MesoSyringeView *self)
{
  self->segments = g_array_new (FALSE, TRUE, sizeof (Segment));
  self->capacity_ul = meso_syringe_view_get_capacity (0);
}

void
meso_syringe_view_set_context (MesoSyringeView *self,
                               MesoContext     *context)
{
  g_set_object (&self->context, context);
}

gint64
meso_syringe_view_get_capacity (gint64 volume_ul)
{
  if (volume_ul == 0)
    return EMPTY_SYRINGE_UL;
  /* What no syringe holds is drawn all the same: the check says what is wrong with it. */
  return MAX (meso_syringe_find_for (volume_ul)->size_ul, volume_ul);
}

static void
add_segment (MesoSyringeView *self,
             guint            number,
             gboolean         diluent,
             gboolean         conflict,
             gint64           volume_ul)
{
  Segment segment = { NULL, self->total_ul, volume_ul };
  GtkWidget *badge = gtk_label_new (NULL);

  if (volume_ul == 0)
    return;
  segment.widget = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "overflow",
                                 GTK_OVERFLOW_HIDDEN, NULL);
  gtk_widget_add_css_class (segment.widget, "segment");
  meso_segment_set_colour (segment.widget, number, diluent);
  meso_segment_number_show (badge, self->context, number, diluent);
  gtk_widget_set_halign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "badge-on-segment");
  gtk_widget_add_css_class (badge, "numeric");
  if (conflict)
    gtk_widget_add_css_class (segment.widget, "conflict");
  adw_bin_set_child (ADW_BIN (segment.widget), badge);
  gtk_widget_set_parent (segment.widget, GTK_WIDGET (self));
  g_array_append_val (self->segments, segment);
  self->total_ul += volume_ul;
}

/* "1 Biotin 1 mL, 2 Zinc 1 mL": what the eye sees */
static void
describe_segment (MesoSyringeView *self,
                  GString         *words,
                  guint            number,
                  const char      *name,
                  gint64           volume_ul)
{
  g_autofree char *index = meso_context_format_number (self->context, number);
  g_autofree char *volume = meso_formula_wording_volume (self->context, volume_ul);

  /* Translators: one segment of the drawn syringe: number, name, volume */
  g_string_append_printf (words, C_("syringe", "%s %s %s; "), index, name, volume);
}

static void
describe (MesoSyringeView *self,
          const char      *segments)
{
  g_autofree char *capacity = meso_formula_wording_volume (self->context, self->capacity_ul);
  g_autofree char *total = meso_formula_wording_volume (self->context, self->total_ul);
  g_autofree char *label = NULL;

  if (self->total_ul == 0)
    label = g_strdup (_("The syringe is empty"));
  else
    /* Translators: what is in the syringe; %1$s its size, %2$s the segments, each ended by "; ", %3$s the sum */
    label = g_strdup_printf (_("Syringe of %1$s: %2$sin all %3$s"), capacity, segments, total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
meso_syringe_view_show (MesoSyringeView          *self,
                        const MesoFormulaReading *reading)
{
  const char *language = meso_context_get_language (self->context);
  g_autoptr(GString) words = g_string_new (NULL);

  clear_segments (self);
  self->total_ul = 0;
  for (guint i = 0; i < reading->items->len; i++)
    {
      const MesoFormulaItemReading *item = g_ptr_array_index (reading->items, i);

      if (!item->complete || reading->check == NULL)
        continue;
      add_segment (self, i + 1, FALSE, item->conflict, item->volume_ul);
      describe_segment (self, words, i + 1,
                        meso_local_text_get (item->ingredient != NULL ? item->ingredient->name : item->product->name, language),
                        item->volume_ul);
    }
  add_segment (self, reading->items->len + 1, TRUE, FALSE, reading->diluent_ul);
  if (reading->diluent_ul > 0)
    describe_segment (self, words, reading->items->len + 1, _("diluent"), reading->diluent_ul);
  self->capacity_ul = meso_syringe_view_get_capacity (self->total_ul);
  describe (self, words->str);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
