/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-course-bar.h"

#include "meso-next-step.h"

struct _MesoCourseBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MesoCourseBar, meso_course_bar, GTK_TYPE_WIDGET)

static void
remove_all (MesoCourseBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
meso_course_bar_dispose (GObject *object)
{
  remove_all (MESO_COURSE_BAR (object));
  G_OBJECT_CLASS (meso_course_bar_parent_class)->dispose (object);
}

static void
meso_course_bar_class_init (MesoCourseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_course_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coursebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
meso_course_bar_init (MesoCourseBar *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 3);
  gtk_box_layout_set_homogeneous (layout, TRUE);
}

static const char *
get_class (const MesoPlannedSession *session,
           const MesoPlannedSession *next)
{
  switch (session->status)
    {
    case MESO_DONE:
      return "done";
    case MESO_MISSED:
    case MESO_CANCELLED:
      return "lost";
    case MESO_PLANNED:
    default:
      return session == next ? "next" : "planned";
    }
}

MesoPlanKind
meso_course_get_main_kind (const MesoCourse *course)
{
  for (guint i = 0; i < course->sessions->len; i++)
    {
      if (((const MesoPlannedSession *) g_ptr_array_index (course->sessions, i))->kind == MESO_PLAN_TREATMENT)
        return MESO_PLAN_TREATMENT;
    }
  return MESO_PLAN_MAINTENANCE;
}

void
meso_course_bar_show (MesoCourseBar    *self,
                      const MesoCourse *course)
{
  const MesoPlannedSession *next = meso_course_get_next_session (course);

  remove_all (self);
  for (guint i = 0; course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);
      GtkWidget *segment;

      if (session->kind != meso_course_get_main_kind (course))
        continue;
      segment = g_object_new (GTK_TYPE_SEPARATOR, "hexpand", TRUE, NULL);
      gtk_widget_add_css_class (segment, "part");
      gtk_widget_add_css_class (segment, get_class (session, next));
      gtk_widget_set_parent (segment, GTK_WIDGET (self));
    }
}
