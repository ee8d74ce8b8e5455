/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-comparison.h"

#include <glib/gi18n.h>

#include "meso-field-words.h"
#include "meso-patient-fields.h"
#include "meso-patient-words.h"
#include "meso-tag.h"
#include "meso-text.h"

struct _MesoComparison
{
  GtkBox parent_instance;

  MesoContext *context;
  gboolean narrow;
  GtkListBox *list;
  GPtrArray *pairs;             /* GtkWidget: the boxes with both sides */
  GPtrArray *captions;          /* GtkWidget: whose side it is, said while they are stacked */
  GPtrArray *repeats;           /* GtkWidget: the second of two equal sides, out of sight while they are stacked */
};

G_DEFINE_FINAL_TYPE (MesoComparison, meso_comparison, GTK_TYPE_BOX)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_narrow (MesoComparison *self,
            gboolean        narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->pairs->len; i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (g_ptr_array_index (self->pairs, i)),
                                    narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < self->captions->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->captions, i), narrow);
  for (guint i = 0; i < self->repeats->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->repeats, i), !narrow);
}

static void
meso_comparison_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_boolean (value, MESO_COMPARISON (object)->narrow);
}

static void
meso_comparison_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  set_narrow (MESO_COMPARISON (object), g_value_get_boolean (value));
}

static void
meso_comparison_finalize (GObject *object)
{
  MesoComparison *self = MESO_COMPARISON (object);

  g_clear_object (&self->context);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->captions);
  g_ptr_array_unref (self->repeats);
  G_OBJECT_CLASS (meso_comparison_parent_class)->finalize (object);
}

static void
meso_comparison_class_init (MesoComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_comparison_get_property;
  object_class->set_property = meso_comparison_set_property;
  object_class->finalize = meso_comparison_finalize;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_comparison_init (MesoComparison *self)
{
  self->pairs = g_ptr_array_new ();
  self->captions = g_ptr_array_new ();
  self->repeats = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The two records"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "width-chars", 8, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A value, under the name of its record while the two are stacked. */
static GtkWidget *
make_side (MesoComparison *self,
           const char     *whose,
           GtkWidget      *value)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_START,
                                 NULL);
  GtkWidget *caption = make_label (whose, "caption");

  gtk_widget_add_css_class (caption, "dimmed");
  g_ptr_array_add (self->captions, caption);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), value);
  return box;
}

static GtkWidget *
make_pair (MesoComparison *self,
           GtkWidget      *first,
           GtkWidget      *second)
{
  GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 12, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (pair), first);
  gtk_box_append (GTK_BOX (pair), second);
  g_ptr_array_add (self->pairs, pair);
  return pair;
}

static void
append_row (MesoComparison *self,
            const char     *title,
            gboolean        contradict,
            GtkWidget      *pair,
            const char     *field)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, NULL);
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 8, NULL);
  GtkWidget *label = make_label (title, "caption-heading");
  GtkWidget *row;

  gtk_widget_add_css_class (box, "compared");
  gtk_box_append (GTK_BOX (head), label);
  if (contradict)
    gtk_box_append (GTK_BOX (head), meso_tag_new ("meso-exclude-symbolic", _("differs"), "warning"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), pair);
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", box, NULL);
  g_object_set_data_full (G_OBJECT (row), "field", g_strdup (field), g_free);
  gtk_list_box_append (self->list, row);
}

static GtkWidget *
make_choice (const char *title,
             const char *whose,
             const char *value)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: a field, the record that it is in, and what stands there */
  g_autofree char *said = g_strdup_printf (_("%s, %s: %s"), title, whose, value);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), make_label (value, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return check;
}

static void
append_field (MesoComparison    *self,
              const MesoPatient *first,
              const MesoPatient *second,
              const char *const  whose[2],
              const char        *field,
              gboolean           choosable)
{
  g_autofree char *a = meso_patient_dup_field (first, field);
  g_autofree char *b = meso_patient_dup_field (second, field);
  g_autofree char *first_words = meso_field_words_value (self->context, field, a);
  g_autofree char *second_words = meso_field_words_value (self->context, field, b);
  const char *title = meso_patient_field_find_title (field);
  gboolean differs = !g_str_equal (first_words, second_words);
  gboolean first_empty = a == NULL || *a == '\0' || g_str_equal (a, "unknown");
  gboolean second_empty = b == NULL || *b == '\0' || g_str_equal (b, "unknown");
  GtkWidget *sides[2];

  if (first_empty && second_empty)
    return;
  if (differs && choosable)
    {
      sides[0] = make_choice (title, whose[0], first_words);
      sides[1] = make_choice (title, whose[1], second_words);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (sides[1]), GTK_CHECK_BUTTON (sides[0]));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (sides[first_empty]), TRUE);
    }
  else
    {
      sides[0] = make_label (first_words, NULL);
      sides[1] = make_label (second_words, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides) && differs; i++)
    sides[i] = make_side (self, whose[i], sides[i]);
  if (!differs)
    g_ptr_array_add (self->repeats, sides[1]);
  /* What only one of them has contradicts nothing. */
  append_row (self, title, differs && !first_empty && !second_empty, make_pair (self, sides[0], sides[1]), field);
}

/* (transfer full): "File 1042"; what is only being typed has none yet */
static char *
name_record (MesoContext       *context,
             const MesoPatient *patient)
{
  g_autofree char *number = NULL;
  g_autofree char *isolated = NULL;

  if (patient->file_number == NULL || *patient->file_number == '\0')
    return g_strdup (_("As typed"));
  number = meso_context_localise_digits (context, patient->file_number);
  isolated = meso_text_isolate (number);
  return g_strdup_printf (_("File %s"), isolated);
}

static void
append_heads (MesoComparison    *self,
              const char *const  whose[2])
{
  GtkWidget *pair = make_pair (self, make_label (whose[0], "heading"), make_label (whose[1], "heading"));
  GtkWidget *row;

  gtk_widget_add_css_class (pair, "compared");
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", pair, NULL);
  gtk_list_box_append (self->list, row);
  /* Stacked, each value says itself whose it is. */
  g_object_bind_property (self, "narrow", row, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

void
meso_comparison_show (MesoComparison    *self,
                      MesoContext       *context,
                      const MesoPatient *first,
                      const MesoPatient *second,
                      const GPtrArray   *choosable)
{
  const char *const *fields = meso_patient_fields ();
  g_autofree char *first_name = name_record (context, first);
  g_autofree char *second_name = name_record (context, second);
  const char *const whose[] = { first_name, second_name };

  g_set_object (&self->context, context);
  g_ptr_array_set_size (self->pairs, 0);
  g_ptr_array_set_size (self->captions, 0);
  g_ptr_array_set_size (self->repeats, 0);
  gtk_list_box_remove_all (self->list);
  append_heads (self, whose);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      /* The number is the record's name; what was asked, and when, goes with the answer. */
      if (!g_str_equal (fields[i], "file_number") && !g_str_has_suffix (fields[i], "_on") && !g_str_has_suffix (fields[i], "_asked")
          && !g_str_equal (fields[i], "archived"))
        append_field (self, first, second, whose, fields[i],
                      choosable != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) choosable, fields[i], g_str_equal, NULL));
    }
  set_narrow (self, self->narrow);
}

static GtkCheckButton *
get_check (GtkWidget *side)
{
  GtkWidget *value = GTK_IS_BOX (side) ? gtk_widget_get_last_child (side) : side;

  return GTK_IS_CHECK_BUTTON (value) ? GTK_CHECK_BUTTON (value) : NULL;
}

GStrv
meso_comparison_dup_chosen (MesoComparison *self,
                            gboolean        second)
{
  g_autoptr(GStrvBuilder) chosen = g_strv_builder_new ();

  /* The first pair names the records. */
  for (guint i = 1; i < self->pairs->len; i++)
    {
      GtkWidget *pair = g_ptr_array_index (self->pairs, i);
      GtkWidget *side = second ? gtk_widget_get_last_child (pair) : gtk_widget_get_first_child (pair);
      GtkWidget *row = gtk_widget_get_ancestor (pair, GTK_TYPE_LIST_BOX_ROW);

      if (get_check (side) != NULL && gtk_check_button_get_active (get_check (side)))
        g_strv_builder_add (chosen, g_object_get_data (G_OBJECT (row), "field"));
    }
  return g_strv_builder_end (chosen);
}
