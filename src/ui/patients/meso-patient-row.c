/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-row.h"

#include "meso-drawn-avatar.h"
#include "meso-drawn-line.h"
#include "meso-row-tags.h"

#define UNDEFINED G_MAXUINT64
#define AVATAR_SIZE 40
#define CELL_AVATAR_SIZE 32
/* Between the parts of a row, and the lines of it. */
#define GAP 12
#define LINE_GAP 2
/* In characters. */
#define NAME_MIN 6
#define NAME_NATURAL 24
#define NEXT_CHARS 19

enum { NAME, LINE, SECOND, WHY, NEXT_TITLE, NEXT, N_LINES };

struct _MesoPatientRow
{
  GtkWidget parent_instance;

  GtkListItem *item;          /* not owned: it owns the row */
  guint64 shown;              /* serial of the glance in sight; 0 for none, UNDEFINED before the first */
  MesoPatientRowForm form;
  MesoLineSizes sizes;
  MesoDrawnAvatar avatar;
  MesoDrawnLine lines[N_LINES];
  gboolean has_why;
  MesoRowTags tags;
  GtkWidget *chevron;         /* (nullable) */
  GdkRectangle avatar_place;
  GdkRectangle places[N_LINES];
};

G_DEFINE_FINAL_TYPE (MesoPatientRow, meso_patient_row, GTK_TYPE_WIDGET)

static const MesoLineLook looks[N_LINES] = {
  [NAME] = MESO_LINE_PLAIN,
  [LINE] = MESO_LINE_CAPTION | MESO_LINE_NUMERIC,
  [SECOND] = MESO_LINE_CAPTION | MESO_LINE_NUMERIC,
  [WHY] = MESO_LINE_CAPTION | MESO_LINE_NUMERIC,
  [NEXT_TITLE] = MESO_LINE_CAPTION | MESO_LINE_NUMERIC | MESO_LINE_AT_END,
  [NEXT] = MESO_LINE_NUMERIC | MESO_LINE_AT_END,
};

static gboolean
shows_line (const MesoPatientRow *self,
            guint                 line)
{
  switch (line)
    {
    case LINE:
      return self->form != MESO_PATIENT_ROW_CELL;
    case SECOND:
      return self->form == MESO_PATIENT_ROW_NARROW;
    case WHY:
      return self->has_why;
    case NEXT_TITLE:
    case NEXT:
      return self->form == MESO_PATIENT_ROW_WIDE;
    default:
      return TRUE;
    }
}

static int
get_line_height (const MesoPatientRow *self,
                 guint                 line)
{
  return (looks[line] & MESO_LINE_CAPTION) != 0 ? self->sizes.caption : self->sizes.height;
}

static int
get_avatar_size (const MesoPatientRow *self)
{
  return self->form == MESO_PATIENT_ROW_CELL ? CELL_AVATAR_SIZE : AVATAR_SIZE;
}

static int
measure_chevron (const MesoPatientRow *self)
{
  int width = 0;

  if (self->chevron != NULL && gtk_widget_get_visible (self->chevron))
    gtk_widget_measure (self->chevron, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* What stands around the lines in the middle. */
static int
get_side_width (const MesoPatientRow *self)
{
  int chevron = measure_chevron (self);

  return get_avatar_size (self) + GAP + (chevron > 0 ? chevron + GAP : 0)
         + (self->form == MESO_PATIENT_ROW_WIDE ? NEXT_CHARS * self->sizes.chars + GAP : 0);
}

/* What the name asks for beside its tags. */
static void
measure_name (const MesoPatientRow *self,
              int                   asked[2])
{
  asked[0] = NAME_MIN * self->sizes.chars;
  /* A fraction of a pixel would already cut it. */
  asked[1] = meso_drawn_line_get_width (&self->lines[NAME]) + 1;
}

/* width: of the middle, or -1 */
static int
measure_head_height (const MesoPatientRow *self,
                     int                   width)
{
  int name[2];

  if (self->tags.n == 0)
    return self->sizes.height;
  if (self->form != MESO_PATIENT_ROW_WIDE)
    return self->sizes.height + meso_row_tags_measure_below (&self->tags, width);
  measure_name (self, name);
  return MAX (self->sizes.height, meso_row_tags_measure_beside (&self->tags, width, name));
}

static int
measure_middle_height (const MesoPatientRow *self,
                       int                   width)
{
  int height = measure_head_height (self, width);

  for (guint i = LINE; i <= WHY; i++)
    height += shows_line (self, i) ? LINE_GAP + get_line_height (self, i) : 0;
  return height;
}

static void
meso_patient_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  MesoPatientRow *self = MESO_PATIENT_ROW (widget);
  int side;

  meso_line_sizes_measure (&self->sizes, widget);
  side = get_side_width (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NAME_MIN * self->sizes.chars;
      *natural = NAME_NATURAL * self->sizes.chars;
      meso_row_tags_measure_width (&self->tags, self->form == MESO_PATIENT_ROW_WIDE, minimum, natural);
      *minimum += side;
      *natural += side;
    }
  else
    *minimum = *natural = MAX (get_avatar_size (self), measure_middle_height (self, for_size < 0 ? -1 : MAX (for_size - side, 0)));
}

static GtkSizeRequestMode
meso_patient_row_get_request_mode (GtkWidget *widget)
{
  return MESO_PATIENT_ROW (widget)->tags.n > 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
allocate_head (MesoPatientRow *self,
               GdkRectangle    place)
{
  int name[2];

  if (self->tags.n > 0 && self->form == MESO_PATIENT_ROW_WIDE)
    {
      measure_name (self, name);
      place.width = meso_row_tags_allocate_beside (&self->tags, place, name);
    }
  else
    meso_row_tags_allocate_below (&self->tags, place);
  self->places[NAME] = meso_row_turn (GTK_WIDGET (self), place);
}

static void
allocate_middle (MesoPatientRow *self,
                 GdkRectangle    place)
{
  int head_height = measure_head_height (self, place.width);

  place.y += (place.height - measure_middle_height (self, place.width)) / 2;
  place.height = self->form == MESO_PATIENT_ROW_WIDE ? head_height : self->sizes.height;
  allocate_head (self, place);
  place.y += head_height + LINE_GAP;
  for (guint i = LINE; i <= WHY; i++)
    {
      if (!shows_line (self, i))
        continue;
      place.height = get_line_height (self, i);
      self->places[i] = meso_row_turn (GTK_WIDGET (self), place);
      place.y += place.height + LINE_GAP;
    }
}

static void
allocate_end (MesoPatientRow *self,
              GdkRectangle    place)
{
  int height = self->sizes.caption + LINE_GAP + self->sizes.height;

  place.y = (place.height - height) / 2;
  place.height = self->sizes.caption;
  self->places[NEXT_TITLE] = meso_row_turn (GTK_WIDGET (self), place);
  place.y += place.height + LINE_GAP;
  place.height = self->sizes.height;
  self->places[NEXT] = meso_row_turn (GTK_WIDGET (self), place);
}

static void
meso_patient_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MesoPatientRow *self = MESO_PATIENT_ROW (widget);
  int avatar = get_avatar_size (self);
  int chevron = measure_chevron (self);
  GdkRectangle middle = { avatar + GAP, 0, 0, height };

  /* Another style may have come without another size. */
  meso_line_sizes_measure (&self->sizes, widget);
  middle.width = MAX (width - get_side_width (self), 0);
  self->avatar_place = meso_row_turn (widget, (GdkRectangle) { 0, (height - avatar) / 2, avatar, avatar });
  allocate_middle (self, middle);
  allocate_end (self, (GdkRectangle) { middle.x + middle.width + GAP, 0, NEXT_CHARS * self->sizes.chars, height });
  if (chevron > 0)
    {
      GdkRectangle place = meso_row_turn (widget, (GdkRectangle) { width - chevron, 0, chevron, height });

      gtk_widget_size_allocate (self->chevron, &place, -1);
    }
}

static void
meso_patient_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MesoPatientRow *self = MESO_PATIENT_ROW (widget);

  meso_drawn_avatar_snapshot (&self->avatar, widget, snapshot, &self->avatar_place);
  for (guint i = 0; i < N_LINES; i++)
    {
      if (shows_line (self, i))
        meso_drawn_line_snapshot (&self->lines[i], widget, snapshot, &self->places[i]);
    }
  GTK_WIDGET_CLASS (meso_patient_row_parent_class)->snapshot (widget, snapshot);
}

static void
meso_patient_row_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  MESO_PATIENT_ROW (widget)->sizes = (MesoLineSizes) { 0 };
  GTK_WIDGET_CLASS (meso_patient_row_parent_class)->css_changed (widget, change);
}

static void
meso_patient_row_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  MESO_PATIENT_ROW (widget)->sizes = (MesoLineSizes) { 0 };
  GTK_WIDGET_CLASS (meso_patient_row_parent_class)->system_setting_changed (widget, setting);
}

static void
meso_patient_row_dispose (GObject *object)
{
  MesoPatientRow *self = MESO_PATIENT_ROW (object);

  for (guint i = 0; i < N_LINES; i++)
    meso_drawn_line_clear (&self->lines[i]);
  meso_drawn_avatar_clear (&self->avatar);
  meso_row_tags_clear (&self->tags);
  g_clear_pointer (&self->chevron, gtk_widget_unparent);
  G_OBJECT_CLASS (meso_patient_row_parent_class)->dispose (object);
}

static void
meso_patient_row_class_init (MesoPatientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_row_dispose;
  widget_class->measure = meso_patient_row_measure;
  widget_class->get_request_mode = meso_patient_row_get_request_mode;
  widget_class->size_allocate = meso_patient_row_size_allocate;
  widget_class->snapshot = meso_patient_row_snapshot;
  widget_class->css_changed = meso_patient_row_css_changed;
  widget_class->system_setting_changed = meso_patient_row_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
meso_patient_row_init (MesoPatientRow *self)
{
  self->shown = UNDEFINED;
  meso_row_tags_init (&self->tags, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "patient-row");
}

GtkWidget *
meso_patient_row_new (GtkListItem *item)
{
  MesoPatientRow *self = g_object_new (MESO_TYPE_PATIENT_ROW, NULL);

  self->item = item;
  return GTK_WIDGET (self);
}

GtkListItem *
meso_patient_row_get_item (MesoPatientRow *self)
{
  return self->item;
}

static void
show_chevron (MesoPatientRow *self)
{
  gboolean wanted = self->form != MESO_PATIENT_ROW_CELL;

  if (wanted && self->chevron == NULL)
    {
      self->chevron = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->chevron, "dim-label");
      gtk_widget_set_parent (self->chevron, GTK_WIDGET (self));
    }
  if (self->chevron != NULL)
    gtk_widget_set_visible (self->chevron, wanted);
}

static void
show_lines (MesoPatientRow   *self,
            const MesoGlance *glance)
{
  const MesoMarkedText *texts[N_LINES] = { NULL };

  if (glance != NULL)
    {
      texts[NAME] = glance->name;
      texts[LINE] = self->form == MESO_PATIENT_ROW_NARROW ? glance->narrow_line : glance->line;
      texts[SECOND] = glance->narrow_next;
      texts[WHY] = glance->why;
      texts[NEXT_TITLE] = glance->next_title;
      texts[NEXT] = glance->next;
    }
  self->has_why = glance != NULL && !meso_marked_text_is_empty (glance->why);
  for (guint i = 0; i < N_LINES; i++)
    {
      if (shows_line (self, i))
        meso_drawn_line_set (&self->lines[i], GTK_WIDGET (self), texts[i], looks[i]);
    }
}

void
meso_patient_row_show (MesoPatientRow    *self,
                       const MesoGlance  *glance,
                       MesoPatientRowForm form)
{
  guint64 serial = glance != NULL ? glance->serial : 0;
  gboolean had_why = self->has_why;
  guint had_tags = self->tags.n;
  gboolean reshaped = self->form != form || self->shown == UNDEFINED;

  if (self->shown == serial && self->form == form)
    return;
  self->shown = serial;
  self->form = form;
  meso_drawn_avatar_set_name (&self->avatar, GTK_WIDGET (self), glance != NULL ? glance->full_name : NULL);
  show_lines (self, glance);
  meso_row_tags_show (&self->tags, glance != NULL ? glance->tags : NULL);
  show_chevron (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, glance != NULL ? glance->name->text->str : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, glance == NULL, -1);
  /* Lines take the same room whatever they say: to measure all rows at each key would take longer than all else. */
  if (reshaped || had_why != self->has_why || had_tags != self->tags.n || (self->tags.n > 0 && form == MESO_PATIENT_ROW_WIDE))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
