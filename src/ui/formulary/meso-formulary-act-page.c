/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-act-page.h"

#include <glib/gi18n.h>

#include "meso-difference-list.h"
#include "meso-error-presenter.h"
#include "meso-fault-words.h"
#include "meso-field.h"
#include "meso-formulary-work.h"
#include "meso-physician-notice.h"
#include "meso-text.h"

/* A reason is a sentence or two. */
#define MAX_CHARACTERS 1000

struct _MesoFormularyActPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  GPtrArray *edits;            /* MesoProtocolEdit */
  guint number;
  gboolean possible;           /* there is something that can be decided */
  gboolean busy;

  MesoPhysicianNotice *notice;
  GtkStack *stack;
  GtkLabel *says;
  GtkListBox *changes;
  GtkWidget *why_list;
  GtkWidget *why_row;
  GtkWidget *who;
  GtkLabel *physician;
  GtkButton *decide_button;
};

G_DEFINE_FINAL_TYPE (MesoFormularyActPage, meso_formulary_act_page, ADW_TYPE_NAVIGATION_PAGE)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_button (MesoFormularyActPage *self)
{
  gboolean allowed = meso_physician_notice_get_allowed (self->notice);

  gtk_widget_set_visible (self->why_list, self->possible);
  gtk_widget_set_visible (self->who, self->possible && allowed);
  gtk_widget_set_visible (GTK_WIDGET (self->decide_button), self->possible);
  gtk_widget_set_sensitive (GTK_WIDGET (self->decide_button), !self->busy && allowed);
}

static void
say (MesoFormularyActPage *self,
     const char           *text)
{
  gtk_label_set_text (self->says, text);
  gtk_stack_set_visible_child_name (self->stack, "says");
}

static void
say_faults (MesoFormularyActPage *self,
            const GPtrArray      *faults)
{
  GString *text = g_string_new (_("This can’t be stored:"));
  g_autofree char *all = NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      /* Where it stands in the document says nothing here: "clinic.xml:2:3: what" */
      g_auto(GStrv) parts = g_strsplit (g_ptr_array_index (faults, i), ": ", 2);
      g_autofree char *words = meso_fault_words_say (parts[0] != NULL && parts[1] != NULL ? parts[1] : parts[0]);

      g_string_append_printf (text, "\n• %s", words);
    }
  all = g_string_free_and_steal (text);
  say (self, all);
}

static void
take_preview (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoFormularyActPage *self = MESO_FORMULARY_ACT_PAGE (widget);
  const MesoProtocolPreview *preview = result;

  if (preview == NULL)
    return;
  if (preview->faults->len > 0)
    say_faults (self, preview->faults);
  else if (!preview->changes || preview->differences->len == 0)
    say (self, _("Nothing would change. Go back to write something else."));
  else
    {
      self->number = preview->number;
      self->possible = TRUE;
      meso_difference_list_fill (self->changes, self->context, preview->differences);
      gtk_stack_set_visible_child_name (self->stack, "changes");
    }
  show_button (self);
  if (self->possible)
    gtk_widget_grab_focus (self->why_row);
}

static void
preview (MesoFormularyActPage *self)
{
  meso_context_call (self->context, GTK_WIDGET (self), meso_formulary_work_preview, meso_formulary_work_new (self->edits, 0, ""),
                     meso_formulary_work_free, (GDestroyNotify) meso_protocol_preview_free, take_preview, NULL);
}

static void
take_done (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  MesoFormularyActPage *self = MESO_FORMULARY_ACT_PAGE (widget);

  self->busy = FALSE;
  show_button (self);
  if (error == NULL)
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  meso_error_presenter_alert (widget, _("change the formulary"), error);
  preview (self);
}

static void
why_changed (MesoFormularyActPage *self)
{
  meso_field_set_error (self->why_row, NULL);
}

static void
decide (MesoFormularyActPage *self)
{
  g_autofree char *why = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->why_row)));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->decide_button)))
    return;
  if (*why == '\0')
    meso_field_set_error (self->why_row, _("Write the reason: it is kept with your name in the list of versions."));
  else if (!meso_text_check_line (why, MAX_CHARACTERS, "", NULL))
    meso_field_set_error (self->why_row, _("This text is too long, or holds characters that can’t be printed."));
  if (meso_field_has_error (self->why_row))
    {
      gtk_widget_grab_focus (self->why_row);
      return;
    }
  self->busy = TRUE;
  show_button (self);
  meso_context_call (self->context, GTK_WIDGET (self), meso_formulary_work_apply,
                     meso_formulary_work_new (self->edits, self->number, why), meso_formulary_work_free, NULL, take_done, NULL);
}

static void
allowed_changed (MesoFormularyActPage *self)
{
  meso_physician_notice_say_who (self->notice, self->physician);
  show_button (self);
}

static void
meso_formulary_act_page_dispose (GObject *object)
{
  MesoFormularyActPage *self = MESO_FORMULARY_ACT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULARY_ACT_PAGE);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulary_act_page_parent_class)->dispose (object);
}

static void
meso_formulary_act_page_class_init (MesoFormularyActPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_formulary_act_page_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formulary-act-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, says);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, changes);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, why_list);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, why_row);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, who);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, physician);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyActPage, decide_button);
  gtk_widget_class_bind_template_callback (widget_class, why_changed);
  gtk_widget_class_bind_template_callback (widget_class, decide);
}

static void
meso_formulary_act_page_init (MesoFormularyActPage *self)
{
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_formulary_act_page_new (MesoContext      *context,
                             MesoProtocolEdit *edit,
                             const char       *title,
                             const char       *button)
{
  MesoFormularyActPage *self = g_object_new (MESO_TYPE_FORMULARY_ACT_PAGE, "title", title, NULL);

  self->context = g_object_ref (context);
  g_ptr_array_add (self->edits, edit);
  gtk_button_set_label (self->decide_button, button);
  meso_physician_notice_set_context (self->notice, context);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (allowed_changed), self, G_CONNECT_SWAPPED);
  meso_physician_notice_say_who (self->notice, self->physician);
  show_button (self);
  preview (self);
  return ADW_NAVIGATION_PAGE (self);
}
