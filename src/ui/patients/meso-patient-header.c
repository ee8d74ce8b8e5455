/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-header.h"

#include <glib/gi18n.h>

#include "meso-avatar.h"
#include "meso-chart-words.h"
#include "meso-course-bar.h"
#include "meso-patient-words.h"
#include "meso-record-words.h"
#include "meso-tag.h"
#include "meso-text.h"

/* Never fewer than a patient can have in earnest: what must not be overlooked isn't folded away. */
#define TAGS_MAX 16
#define AVATAR 72
#define AVATAR_NARROW 48

struct _MesoPatientHeader
{
  AdwBin parent_instance;

  gboolean narrow;
  gboolean tight;
  gboolean has_course;

  GtkWidget *box;
  AdwAvatar *avatar;
  GtkWidget *who;
  GtkWidget *names;
  GtkLabel *name;
  GtkLabel *other_name;
  GtkLabel *facts;
  AdwWrapBox *tags;
  MesoCourseBar *bar;
  GtkWidget *next;
  GtkWidget *button;
  GtkLabel *why;
};

G_DEFINE_FINAL_TYPE (MesoPatientHeader, meso_patient_header, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, PROP_TIGHT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_narrow (MesoPatientHeader *self,
            gboolean           narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->box), narrow ? 8 : 16);
  if (narrow)
    gtk_widget_add_css_class (self->box, "narrow");
  else
    gtk_widget_remove_css_class (self->box, "narrow");
  if (GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))))
    gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), narrow);
  adw_avatar_set_size (self->avatar, narrow ? AVATAR_NARROW : AVATAR);
  gtk_box_set_spacing (GTK_BOX (self->who), narrow ? 10 : 16);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), narrow && self->has_course);
}

/* The page's title says the name too: where there is room for one of them only, what was recorded gets it. */
static void
set_tight (MesoPatientHeader *self,
           gboolean           tight)
{
  self->tight = tight;
  gtk_widget_set_visible (self->names, !tight);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), !tight);
}

static void
meso_patient_header_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  MesoPatientHeader *self = MESO_PATIENT_HEADER (object);

  g_value_set_boolean (value, id == PROP_TIGHT ? self->tight : self->narrow);
}

static void
meso_patient_header_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (id == PROP_TIGHT)
    set_tight (MESO_PATIENT_HEADER (object), g_value_get_boolean (value));
  else
    set_narrow (MESO_PATIENT_HEADER (object), g_value_get_boolean (value));
}

static void
meso_patient_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_PATIENT_HEADER);
  G_OBJECT_CLASS (meso_patient_header_parent_class)->dispose (object);
}

/* On what comes next. */
static gboolean
meso_patient_header_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MESO_PATIENT_HEADER (widget)->button);
}

static void
meso_patient_header_class_init (MesoPatientHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = meso_patient_header_get_property;
  object_class->set_property = meso_patient_header_set_property;
  object_class->dispose = meso_patient_header_dispose;
  widget_class->grab_focus = meso_patient_header_grab_focus;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MESO_TYPE_COURSE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-header.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, box);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, avatar);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, names);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, name);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, who);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, other_name);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, facts);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, tags);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, next);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, button);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientHeader, why);
}

static void
meso_patient_header_init (MesoPatientHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_tags (MesoPatientHeader *self,
             const GPtrArray   *tags)
{
  for (guint i = 0; i < tags->len; i++)
    adw_wrap_box_append (self->tags, g_ptr_array_index (tags, i));
}

static void
append_merged (MesoPatientHeader *self,
               MesoContext       *context,
               const MesoPatient *patient)
{
  g_autofree char *number = meso_context_localise_digits (context, patient->file_number);
  g_autofree char *isolated = meso_text_isolate (number);
  /* Translators: a tag: another record that was merged into this one; %s is its number */
  g_autofree char *label = g_strdup_printf (_("Also file %s"), isolated);

  adw_wrap_box_append (self->tags, meso_tag_new ("meso-merge-symbolic", label, "neutral"));
}

/* Allergies come first, whatever else there is. */
static void
show_tags (MesoPatientHeader         *self,
           MesoContext               *context,
           const MesoPatientOverview *overview,
           const GPtrArray           *merged)
{
  g_autoptr(GPtrArray) record_tags = meso_record_words_make_tags (context, overview->record);
  g_autoptr(GPtrArray) chart_tags = meso_chart_words_make_tags (context, overview->chart, FALSE, TAGS_MAX);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  append_tags (self, record_tags);
  append_tags (self, chart_tags);
  for (guint i = 0; i < merged->len; i++)
    append_merged (self, context, g_ptr_array_index (merged, i));
}

static void
show_step (MesoPatientHeader *self,
           MesoContext       *context,
           const MesoChart   *chart)
{
  g_autofree char *step = meso_chart_words_step (context, chart);
  g_autofree char *why = meso_chart_words_why (context, chart);

  gtk_button_set_label (GTK_BUTTON (self->button), step);
  /* REVIEW is done on the page itself: the course's tab holds the button that lets it go on. */
  if (chart->next_step == MESO_NEXT_STEP_REVIEW)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "sessions");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "patient.show");
    }
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", chart->patient->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.next-step");
    }
  gtk_widget_set_visible (self->button, chart->next_step != MESO_NEXT_STEP_NONE);
  gtk_label_set_label (self->why, why);
}

void
meso_patient_header_show (MesoPatientHeader         *self,
                          MesoContext               *context,
                          const MesoPatientOverview *overview,
                          const GPtrArray           *merged)
{
  const MesoPatient *patient = overview->record->patient;
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *other_name = meso_patient_dup_other_name (patient);
  g_autofree char *facts = meso_patient_words_facts (context, patient);

  meso_avatar_set_name (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->other_name, other_name);
  gtk_widget_set_visible (GTK_WIDGET (self->other_name), *other_name != '\0');
  gtk_label_set_label (self->facts, facts);
  show_tags (self, context, overview, merged);
  meso_course_bar_show (self->bar, overview->chart->course);
  self->has_course = overview->chart->course != NULL;
  show_step (self, context, overview->chart);
  set_narrow (self, self->narrow);
}

void
meso_patient_header_set_photo (MesoPatientHeader *self,
                               GdkPaintable      *photo)
{
  adw_avatar_set_custom_image (self->avatar, photo);
}
