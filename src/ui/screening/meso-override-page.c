/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-override-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-field.h"
#include "meso-text.h"
#include "meso-words.h"

typedef struct
{
  char *rule;
  gboolean required;
  GtkWidget *field;
} Reason;

struct _MesoOverridePage
{
  AdwNavigationPage parent_instance;

  GPtrArray *rows;           /* Reason */

  GtkLabel *heading;
  GtkLabel *text;
  GtkBox *reasons;
  GtkLabel *physician;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (MesoOverridePage, meso_override_page, ADW_TYPE_NAVIGATION_PAGE)

enum { DECIDED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
reason_free (gpointer data)
{
  Reason *reason = data;

  g_free (reason->rule);
  g_free (reason);
}

static char *
dup_reason (const Reason *reason)
{
  return meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (reason->field)));
}

static gboolean
check (const Reason *reason)
{
  g_autofree char *text = dup_reason (reason);

  if (reason->required && *text == '\0')
    meso_field_set_error (reason->field, _("Write the reason: it is kept with your name and printed."));
  else if (!meso_text_check_note (text, "", NULL))
    meso_field_set_error (reason->field, _("This text is too long, or holds characters that can’t be printed."));
  else
    meso_field_set_error (reason->field, NULL);
  return !meso_field_has_error (reason->field);
}

static void
decide_clicked (MesoOverridePage *self)
{
  GtkWidget *first_bad = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Reason *reason = g_ptr_array_index (self->rows, i);

      if (!check (reason) && first_bad == NULL)
        first_bad = reason->field;
    }
  if (first_bad != NULL)
    gtk_widget_grab_focus (first_bad);
  else
    g_signal_emit (self, signals[DECIDED], 0);
}

static void
text_changed (MesoOverridePage *self,
              GtkWidget        *field)
{
  meso_field_set_error (field, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
meso_override_page_dispose (GObject *object)
{
  MesoOverridePage *self = MESO_OVERRIDE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_OVERRIDE_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_override_page_parent_class)->dispose (object);
}

static void
meso_override_page_class_init (MesoOverridePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_override_page_dispose;
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-override-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoOverridePage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoOverridePage, text);
  gtk_widget_class_bind_template_child (widget_class, MesoOverridePage, reasons);
  gtk_widget_class_bind_template_child (widget_class, MesoOverridePage, physician);
  gtk_widget_class_bind_template_child (widget_class, MesoOverridePage, decide);
  gtk_widget_class_bind_template_callback (widget_class, decide_clicked);
}

static void
meso_override_page_init (MesoOverridePage *self)
{
  self->rows = g_ptr_array_new_with_free_func (reason_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoOverridePage *
meso_override_page_new (MesoContext *context,
                        const char  *title,
                        const char  *text,
                        const char  *physician,
                        const char  *button)
{
  MesoOverridePage *self = g_object_new (MESO_TYPE_OVERRIDE_PAGE, "title", title, NULL);
  g_autofree char *name = meso_words_isolate (physician);
  /* Translators: %s is a physician's name */
  g_autofree char *who = g_strdup_printf (_("%s decides, and signs with this."), name);

  gtk_label_set_text (self->heading, title);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->physician, who);
  gtk_button_set_label (GTK_BUTTON (self->decide), button);
  return self;
}

void
meso_override_page_add (MesoOverridePage *self,
                        const char       *rule,
                        const char       *finding,
                        const char       *field,
                        gboolean          required,
                        const char       *text)
{
  Reason *reason = g_new0 (Reason, 1);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *label = NULL;

  reason->rule = g_strdup (rule);
  reason->required = required;
  reason->field = meso_data_row_new (ADW_TYPE_ENTRY_ROW, field, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason->field), text);
  g_ptr_array_add (self->rows, reason);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), reason->field);
  if (finding != NULL)
    {
      label = g_object_new (GTK_TYPE_LABEL, "label", finding, "wrap", TRUE, "xalign", 0.0, "natural-wrap-mode",
                            GTK_NATURAL_WRAP_WORD, NULL);
      gtk_box_append (GTK_BOX (box), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (reason->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding, -1);
    }
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->reasons, box);
  g_signal_connect_swapped (reason->field, "changed", G_CALLBACK (text_changed), self);
  g_signal_connect_swapped (reason->field, "entry-activated", G_CALLBACK (decide_clicked), self);
}

GHashTable *
meso_override_page_get (MesoOverridePage *self)
{
  GHashTable *reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Reason *reason = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (reasons, g_strdup (reason->rule), dup_reason (reason));
    }
  return reasons;
}

void
meso_override_page_set_busy (MesoOverridePage *self,
                             gboolean          busy)
{
  gtk_widget_set_sensitive (self->decide, !busy);
}

void
meso_override_page_focus (MesoOverridePage *self)
{
  if (self->rows->len > 0)
    gtk_widget_grab_focus (((const Reason *) g_ptr_array_index (self->rows, 0))->field);
}
