/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-field.h"

#include <adwaita.h>
#include <string.h>

#define SCROLL_FRAMES 3

/* What is said below a field: its label, and the row round it where the field is a row of a list. */
typedef struct
{
  GtkWidget *label;
  GtkWidget *shown;
} Sentence;

static GQuark
sentence_quark (void)
{
  return g_quark_from_static_string ("meso-field-sentence");
}

static void
sentence_free (gpointer data)
{
  Sentence *self = data;

  g_clear_weak_pointer (&self->label);
  g_clear_weak_pointer (&self->shown);
  g_free (self);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "field-sentence");
  return label;
}

/* Directly below field, whatever that stands in. */
static GtkWidget *
place_label (GtkWidget *field,
             GtkWidget *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (field, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;
  GtkWidget *box = gtk_widget_get_parent (field);
  GtkWidget *shown;

  if (GTK_IS_LIST_BOX (list))
    {
      /* Groups of preferences look for the title of each of their rows, and end the program where there is none. */
      shown = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "selectable", FALSE, "focusable", FALSE, "child", label, NULL);
      gtk_widget_add_css_class (shown, "field-row");
      gtk_list_box_insert (GTK_LIST_BOX (list), shown, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
      return shown;
    }
  if (GTK_IS_BOX (box) && gtk_orientable_get_orientation (GTK_ORIENTABLE (box)) == GTK_ORIENTATION_VERTICAL)
    {
      gtk_box_insert_child_after (GTK_BOX (box), label, field);
      return label;
    }
  return NULL;
}

static Sentence *
ensure_sentence (GtkWidget *field)
{
  Sentence *self = g_object_get_qdata (G_OBJECT (field), sentence_quark ());
  GtkWidget *label;
  GtkWidget *shown;

  if (self != NULL && self->label != NULL)
    return self;
  label = g_object_ref_sink (make_label ());
  shown = place_label (field, label);
  if (shown != NULL)
    {
      self = g_new0 (Sentence, 1);
      g_set_weak_pointer (&self->label, label);
      g_set_weak_pointer (&self->shown, shown);
      g_object_bind_property (field, "visible", shown, "visible", G_BINDING_DEFAULT);
      g_object_set_qdata_full (G_OBJECT (field), sentence_quark (), self, sentence_free);
    }
  g_object_unref (label);
  return shown != NULL ? self : NULL;
}

static void
take_away (GtkWidget *field)
{
  Sentence *self = g_object_get_qdata (G_OBJECT (field), sentence_quark ());
  GtkWidget *shown = self != NULL ? self->shown : NULL;
  GtkWidget *parent = shown != NULL ? gtk_widget_get_parent (shown) : NULL;

  if (GTK_IS_LIST_BOX (parent))
    gtk_list_box_remove (GTK_LIST_BOX (parent), shown);
  else if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), shown);
  g_object_set_qdata (G_OBJECT (field), sentence_quark (), NULL);
}

/* Focus lies on the text inside of a field, and a screen reader asks what has the focus. */
static void
set_accessible (GtkWidget *field,
                GtkWidget *label,
                gboolean   is_error)
{
  GtkWidget *inner = GTK_IS_EDITABLE (field) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field))) : NULL;
  GtkAccessible *both[] = { GTK_ACCESSIBLE (field), inner != NULL ? GTK_ACCESSIBLE (inner) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (both) && both[i] != NULL; i++)
    {
      if (is_error)
        gtk_accessible_update_state (both[i], GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      else
        gtk_accessible_reset_state (both[i], GTK_ACCESSIBLE_STATE_INVALID);
      if (is_error && label != NULL)
        gtk_accessible_update_relation (both[i], GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
      else
        gtk_accessible_reset_relation (both[i], GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}

static void
say (GtkWidget  *field,
     const char *text,
     gboolean    is_error)
{
  Sentence *sentence = text != NULL ? ensure_sentence (field) : NULL;
  gboolean is_news = sentence == NULL || strcmp (gtk_label_get_text (GTK_LABEL (sentence->label)), text) != 0;

  if (is_error)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  if (text == NULL)
    take_away (field);
  if (sentence != NULL)
    {
      gtk_label_set_text (GTK_LABEL (sentence->label), text);
      gtk_widget_remove_css_class (sentence->label, is_error ? "dimmed" : "error");
      gtk_widget_add_css_class (sentence->label, is_error ? "error" : "dimmed");
    }
  set_accessible (field, sentence != NULL ? sentence->label : NULL, is_error);
  if (is_error && is_news)
    gtk_accessible_announce (GTK_ACCESSIBLE (field), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
meso_field_set_error (GtkWidget  *field,
                      const char *message)
{
  /* A hint that stands there is not the caller's to take away. */
  if (message == NULL && !meso_field_has_error (field))
    return;
  say (field, message, message != NULL);
}

gboolean
meso_field_has_error (GtkWidget *field)
{
  return gtk_widget_has_css_class (field, "error");
}

void
meso_field_set_hint (GtkWidget  *field,
                     const char *text)
{
  say (field, text, FALSE);
}

/* The layout has to know of it first; and what wraps gets its height a frame later. */
static gboolean
scroll_when_laid_out (GtkWidget     *shown,
                      GdkFrameClock *clock,
                      gpointer       data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (shown, GTK_TYPE_VIEWPORT);
  guint *frames = data;

  if (viewport == NULL || !gtk_widget_get_mapped (shown))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (shown) == 0)
    return G_SOURCE_CONTINUE;
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), shown, NULL);
  return ++*frames < SCROLL_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
meso_field_scroll_to (GtkWidget *shown)
{
  gtk_widget_add_tick_callback (shown, scroll_when_laid_out, g_new0 (guint, 1), g_free);
}

void
meso_field_show (GtkWidget *field)
{
  Sentence *sentence = g_object_get_qdata (G_OBJECT (field), sentence_quark ());

  gtk_widget_grab_focus (field);
  if (sentence != NULL && sentence->shown != NULL)
    meso_field_scroll_to (sentence->shown);
}

void
meso_field_keep_number (GtkEditable *field)
{
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (field)), GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (field, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 1 : 0);
}
