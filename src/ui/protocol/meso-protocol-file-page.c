/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-file-page.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-difference-list.h"
#include "meso-fault-words.h"
#include "meso-file-choice.h"
#include "meso-physician-notice.h"
#include "meso-protocol-fault.h"
#include "meso-protocol-service.h"
#include "meso-rule-act-page.h"
#include "meso-text.h"
#include "meso-words.h"
#include "meso-xml.h"

struct _MesoProtocolFilePage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *name;
  GBytes *bytes;                /* (nullable): once it was read */
  guint number;                 /* the version that it was compared with */
  gboolean usable;
  gboolean refused;             /* for its faults, or since it couldn't be read */

  AdwBin *picture;
  GtkLabel *headline;
  GtkLabel *file_name;
  GtkLabel *sentence;
  MesoPhysicianNotice *notice;
  GtkWidget *faults_group;
  GtkListBox *faults;
  GtkWidget *changes_group;
  GtkListBox *changes;
  GtkWidget *remarks_group;
  GtkListBox *remarks;
  GtkWidget *again_button;
  GtkWidget *use_button;
};

G_DEFINE_FINAL_TYPE (MesoProtocolFilePage, meso_protocol_file_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  GFile *file;
  char *name;
} Request;

typedef struct
{
  GBytes *bytes;
  MesoProtocolPreview *preview;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_free (request->name);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_bytes_unref (answer->bytes);
  meso_protocol_preview_free (answer->preview);
  g_free (answer);
}

/* One byte more than may be read says that there is too much, however large the file is. */
static gpointer
read_file (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  const Request *request = data;
  g_autoptr(GFileInputStream) stream = g_file_read (request->file, NULL, error);
  g_autofree char *buffer = NULL;
  Answer *answer;
  gsize length;

  if (stream == NULL)
    return NULL;
  buffer = g_malloc (MESO_XML_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, MESO_XML_MAX_BYTES + 1, &length, NULL, error))
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->bytes = g_bytes_new (buffer, length);
  answer->preview = meso_protocol_service_preview_file (clinic, request->name, answer->bytes);
  return answer;
}

static void
say (MesoProtocolFilePage *self,
     const char           *icon_name,
     const char           *kind,
     const char           *headline,
     const char           *sentence)
{
  adw_bin_set_child (self->picture, meso_badge_new (icon_name, kind));
  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->sentence, sentence);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), headline, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_fault (MesoProtocolFilePage *self,
           const char           *text)
{
  g_autofree char *what = NULL;
  g_autofree char *place = meso_protocol_fault_split (self->context, self->name, text, &what);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, what, place);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_list_box_append (self->faults, row);
}

static void
add_remark (MesoProtocolFilePage *self,
            const char           *text)
{
  g_autofree char *said = meso_fault_words_say (text);

  gtk_list_box_append (self->remarks, meso_data_row_new (ADW_TYPE_ACTION_ROW, said, NULL));
}

static void
show_preview (MesoProtocolFilePage      *self,
              const MesoProtocolPreview *preview)
{
  gboolean sound = preview->faults->len == 0;

  for (guint i = 0; i < preview->faults->len; i++)
    add_fault (self, g_ptr_array_index (preview->faults, i));
  for (guint i = 0; i < preview->remarks->len; i++)
    add_remark (self, g_ptr_array_index (preview->remarks, i));
  meso_difference_list_fill (self->changes, self->context, preview->differences);
  gtk_widget_set_visible (self->faults_group, !sound);
  gtk_widget_set_visible (self->changes_group, preview->differences->len > 0);
  gtk_widget_set_visible (self->remarks_group, preview->remarks->len > 0);
  self->usable = sound && preview->changes;
  self->refused = !sound;
  if (!sound)
    say (self, "meso-stop-symbolic", "error", _("This File Can’t Be Used"),
         _("Nothing was changed. Mend what is listed here, and choose the file again."));
  else if (preview->differences->len > 0)
    say (self, "meso-book-symbolic", "accent", _("The File Is Sound"), _("Nothing is changed yet. Read what it would change."));
  else if (self->usable)
    say (self, "meso-book-symbolic", "accent", _("The File Is Sound"),
         _("Nothing is changed yet. The clinic would ask and judge as before; only reasons are worded differently."));
  else
    say (self, "meso-done-symbolic", "success", _("The File Changes Nothing"), _("This clinic asks and judges by it already."));
}

static void
show_button (MesoProtocolFilePage *self)
{
  gtk_widget_set_visible (self->again_button, self->refused);
  gtk_widget_set_visible (self->use_button, self->usable);
  gtk_widget_set_sensitive (self->use_button, self->usable && meso_physician_notice_get_allowed (self->notice));
}

static void
take_file (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  MesoProtocolFilePage *self = MESO_PROTOCOL_FILE_PAGE (widget);
  const Answer *answer = result;

  if (error != NULL)
    {
      say (self, "meso-stop-symbolic", "error", _("The File Could Not Be Read"), _("Nothing was changed. Choose another file."));
      self->refused = TRUE;
      show_button (self);
      return;
    }
  self->bytes = g_bytes_ref (answer->bytes);
  self->number = answer->preview->number;
  show_preview (self, answer->preview);
  show_button (self);
}

static void
used (MesoProtocolFilePage *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (dialog));
}

static void
use_clicked (MesoProtocolFilePage *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  MesoProtocolWork *work = meso_protocol_work_new (MESO_PROTOCOL_ACT_USE_FILE, self->number);
  AdwNavigationPage *page;

  work->name = g_strdup (self->name);
  work->bytes = g_bytes_ref (self->bytes);
  page = meso_rule_act_page_new (self->context, NULL, work);
  g_signal_connect_object (page, "done", G_CALLBACK (used), self, G_CONNECT_SWAPPED);
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), page);
}

static void
choose (MesoContext    *context,
        GtkWidget      *parent,
        MesoFileChosen  chosen)
{
  static const char *const suffixes[] = { "xml", NULL };

  meso_file_choice_open (context, parent, _("Choose a Protocol File"), _("Protocol files"), suffixes, chosen);
}

/* The page of the file that can't be used makes room for that of the other. */
static void
other_chosen (MesoContext *context,
              GtkWidget   *page,
              GFile       *file)
{
  AdwPreferencesDialog *dialog = ADW_PREFERENCES_DIALOG (gtk_widget_get_ancestor (page, ADW_TYPE_PREFERENCES_DIALOG));

  adw_preferences_dialog_pop_subpage (dialog);
  adw_preferences_dialog_push_subpage (dialog, meso_protocol_file_page_new (context, file));
}

static void
again_clicked (MesoProtocolFilePage *self)
{
  choose (self->context, GTK_WIDGET (self), other_chosen);
}

static void
meso_protocol_file_page_dispose (GObject *object)
{
  MesoProtocolFilePage *self = MESO_PROTOCOL_FILE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PROTOCOL_FILE_PAGE);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_protocol_file_page_parent_class)->dispose (object);
}

static void
meso_protocol_file_page_class_init (MesoProtocolFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_protocol_file_page_dispose;
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-protocol-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, picture);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, headline);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, file_name);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, faults_group);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, faults);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, changes_group);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, changes);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, remarks);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolFilePage, use_button);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked);
}

static void
meso_protocol_file_page_init (MesoProtocolFilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_protocol_file_page_new (MesoContext *context,
                             GFile       *file)
{
  MesoProtocolFilePage *self = g_object_new (MESO_TYPE_PROTOCOL_FILE_PAGE, NULL);
  g_autofree char *base = g_file_get_basename (file);
  Request *request = g_new0 (Request, 1);
  g_autofree char *isolated = NULL;

  self->context = g_object_ref (context);
  self->name = g_filename_display_name (base);
  isolated = meso_words_isolate (self->name);
  gtk_label_set_text (self->file_name, isolated);
  meso_physician_notice_set_context (self->notice, context);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);
  show_button (self);
  request->file = g_object_ref (file);
  request->name = g_strdup (self->name);
  meso_context_call (context, GTK_WIDGET (self), read_file, request, request_free, answer_free, take_file, NULL);
  return ADW_NAVIGATION_PAGE (self);
}

static void
file_chosen (MesoContext *context,
             GtkWidget   *dialog,
             GFile       *file)
{
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), meso_protocol_file_page_new (context, file));
}

void
meso_protocol_file_page_choose (MesoContext          *context,
                                AdwPreferencesDialog *dialog)
{
  choose (context, GTK_WIDGET (dialog), file_chosen);
}
