/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-avatar.h"
#include "meso-outlook-words.h"
#include "meso-tag.h"

#define UNDEFINED G_MAXUINT64
#define AVATAR_SIZE 40
#define CELL_AVATAR_SIZE 32
/* As wide as most names, while one is awaited. */
#define AWAITED_CHARS 20

struct _MesoPatientRow
{
  GtkBox parent_instance;

  GtkListItem *item;          /* not owned: it owns the row */
  guint64 shown;              /* serial of the glance in sight; 0 for none, UNDEFINED before the first */
  MesoPatientRowForm form;
  AdwAvatar *avatar;
  GtkWidget *heading;
  GtkInscription *name;
  GtkBox *tags;
  GtkInscription *line;
  GtkInscription *second;
  GtkInscription *why;
  GtkWidget *trailing;
  GtkInscription *next_title;
  GtkInscription *next;
  GtkWidget *chevron;
};

G_DEFINE_FINAL_TYPE (MesoPatientRow, meso_patient_row, GTK_TYPE_BOX)

static void
meso_patient_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_PATIENT_ROW);
  G_OBJECT_CLASS (meso_patient_row_parent_class)->dispose (object);
}

static void
meso_patient_row_class_init (MesoPatientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, name);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, tags);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, line);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, second);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, why);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, trailing);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, next_title);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, next);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientRow, chevron);
}

static void
meso_patient_row_init (MesoPatientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = UNDEFINED;
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

void
meso_patient_row_inscribe (GtkInscription       *inscription,
                           const MesoMarkedText *text)
{
  gtk_inscription_set_text (inscription, text != NULL ? text->text->str : NULL);
  gtk_inscription_set_attributes (inscription, text != NULL ? text->marks : NULL);
  if (text == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (inscription), "awaited");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (inscription), "awaited");
}

/* An inscription asks for characters of middling width, whatever its text: so many that a wide one fits as well. What isn't seen, as
 * the marks of direction, isn't counted. */
static guint
guess_chars (const MesoMarkedText *text)
{
  guint n = 0;

  if (text == NULL)
    return AWAITED_CHARS;
  for (const char *p = text->text->str; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT;
  return n * 6 / 5 + 1;
}

/* Most rows have no tag, and no row many: those that are there are used again. */
static void
show_tags (MesoPatientRow  *self,
           const GPtrArray *tags)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tags));

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const MesoTagWords *tag = g_ptr_array_index (tags, i);

      if (child == NULL)
        {
          child = meso_tag_new (tag->icon, tag->label, tag->kind);
          gtk_box_append (self->tags, child);
        }
      else
        g_object_set (child, "icon-name", tag->icon, "label", tag->label, "kind", tag->kind, "visible", TRUE, NULL);
      child = gtk_widget_get_next_sibling (child);
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags != NULL && tags->len > 0);
}

static void
show_form (MesoPatientRow    *self,
           MesoPatientRowForm form)
{

  GtkOrientation along = form == MESO_PATIENT_ROW_WIDE ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  /* One below the other where they don't fit: a cell of a table can't grow higher because it is narrow. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->heading), along);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tags), along);
  gtk_box_set_spacing (GTK_BOX (self->heading), form == MESO_PATIENT_ROW_WIDE ? 8 : 3);
  gtk_box_set_spacing (self->tags, form == MESO_PATIENT_ROW_WIDE ? 6 : 3);
  adw_avatar_set_size (self->avatar, form == MESO_PATIENT_ROW_CELL ? CELL_AVATAR_SIZE : AVATAR_SIZE);
  gtk_widget_set_visible (GTK_WIDGET (self->line), form != MESO_PATIENT_ROW_CELL);
  gtk_widget_set_visible (GTK_WIDGET (self->second), form == MESO_PATIENT_ROW_NARROW);
  gtk_widget_set_visible (self->trailing, form == MESO_PATIENT_ROW_WIDE);
  gtk_widget_set_visible (self->chevron, form != MESO_PATIENT_ROW_CELL);
}

void
meso_patient_row_show (MesoPatientRow    *self,
                       const MesoGlance  *glance,
                       MesoPatientRowForm form)
{
  guint64 serial = glance != NULL ? glance->serial : 0;

  if (self->shown == serial && self->form == form)
    return;
  self->shown = serial;
  self->form = form;
  meso_avatar_set_name (self->avatar, glance != NULL ? glance->full_name : NULL);
  meso_patient_row_inscribe (self->name, glance != NULL ? glance->name : NULL);
  gtk_inscription_set_nat_chars (self->name, guess_chars (glance != NULL ? glance->name : NULL));
  show_tags (self, glance != NULL ? glance->tags : NULL);
  meso_patient_row_inscribe (self->line, glance == NULL ? NULL : form == MESO_PATIENT_ROW_NARROW ? glance->narrow_line : glance->line);
  meso_patient_row_inscribe (self->second, glance != NULL ? glance->narrow_next : NULL);
  meso_patient_row_inscribe (self->why, glance != NULL ? glance->why : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->why), glance != NULL && !meso_marked_text_is_empty (glance->why));
  meso_patient_row_inscribe (self->next_title, glance != NULL ? glance->next_title : NULL);
  meso_patient_row_inscribe (self->next, glance != NULL ? glance->next : NULL);
  show_form (self, form);
}
