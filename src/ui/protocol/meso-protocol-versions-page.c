/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-versions-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-difference-list.h"
#include "meso-protocol-service.h"
#include "meso-query-list.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoProtocolVersionsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoQueryList *versions;

  GtkListBox *list;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (MesoProtocolVersionsPage, meso_protocol_versions_page, ADW_TYPE_NAVIGATION_PAGE)

static gpointer
list_versions (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  g_autoptr(GPtrArray) versions = meso_protocol_service_list_versions (clinic, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  while (versions != NULL && versions->len > 0)
    {
      MesoProtocolVersion *version = g_ptr_array_steal_index (versions, 0);
      g_autofree char *key = g_strdup_printf ("%u\n%s\n%s", version->number, version->author_name, version->reason);

      g_ptr_array_add (rows, meso_row_new (key, version, (GDestroyNotify) meso_protocol_version_free));
    }
  return versions != NULL ? g_steal_pointer (&rows) : NULL;
}

static gpointer
compare (MesoClinic  *clinic,
         gpointer     row,
         GError     **error)
{
  const MesoProtocolVersion *version = meso_row_get_value (row);

  return meso_protocol_service_compare (clinic, version->previous, version->number, error);
}

static void
add_sentence (GtkWidget  *row,
              const char *text)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), meso_data_row_new (ADW_TYPE_ACTION_ROW, text, NULL));
}

static void
take_differences (GtkWidget    *row,
                  gpointer      result,
                  const GError *error,
                  gpointer      user_data)
{
  MesoProtocolVersionsPage *self = MESO_PROTOCOL_VERSIONS_PAGE (gtk_widget_get_ancestor (row, MESO_TYPE_PROTOCOL_VERSIONS_PAGE));
  const GPtrArray *differences = result;

  if (self == NULL)
    return;
  if (error != NULL)
    add_sentence (row, _("What changed could not be read. Nothing was changed."));
  else if (differences->len == 0)
    add_sentence (row, _("The clinic asks and judges as before."));
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), meso_difference_row_new (self->context, g_ptr_array_index (differences, i)));
}

/* Two old protocols are read for it, so not before somebody asks. */
static void
expanded (GtkWidget                *row,
          GParamSpec               *pspec,
          MesoProtocolVersionsPage *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) || g_object_get_data (G_OBJECT (row), "asked") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "asked", row);
  meso_context_call (self->context, row, compare, g_object_ref (g_object_get_data (G_OBJECT (row), "row")), g_object_unref,
                     (GDestroyNotify) g_ptr_array_unref, take_differences, NULL);
}

static const char *
describe_action (const char *action)
{
  if (g_str_equal (action, "review"))
    return _("Rules signed");
  if (g_str_equal (action, "import"))
    return _("Protocol file used");
  return _("Protocol changed");
}

static char *
write_title (MesoProtocolVersionsPage  *self,
             const MesoProtocolVersion *version)
{
  g_autofree char *text = meso_context_format_number (self->context, version->number);
  g_autofree char *number = meso_text_isolate (text);
  /* Translators: %s is a number */
  g_autofree char *name = g_strdup_printf (_("Version %s"), number);
  g_autoptr(GString) line = g_string_new (name);

  meso_words_append (line, describe_action (version->action));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
write_who (MesoProtocolVersionsPage  *self,
           const MesoProtocolVersion *version)
{
  g_autofree char *moment = meso_context_format_moment (self->context, version->at_utc);
  g_autofree char *when = meso_words_isolate (moment);
  g_autofree char *who = meso_words_isolate (version->author_name);
  g_autofree char *why = meso_words_isolate (version->reason);
  GString *lines = g_string_new (when);

  meso_words_append (lines, who);
  if (*version->reason != '\0')
    g_string_append_printf (lines, "\n%s", why);
  return g_string_free (lines, FALSE);
}

static GtkWidget *
make_row (gpointer item,
          gpointer page)
{
  MesoProtocolVersionsPage *self = MESO_PROTOCOL_VERSIONS_PAGE (page);
  const MesoProtocolVersion *version = meso_row_get_value (item);
  g_autofree char *title = write_title (self, version);
  g_autofree char *who = write_who (self, version);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, title, who);

  g_object_set (row, "title-lines", 0, "subtitle-lines", 0, NULL);
  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded), self, G_CONNECT_DEFAULT);
  return row;
}

static void
versions_changed (MesoProtocolVersionsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->versions));
  const GError *error = meso_query_list_get_error (self->versions);

  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !meso_query_list_get_loading (self->versions));
  if (error != NULL)
    gtk_label_set_text (self->state, _("The versions could not be read. Nothing was changed."));
  else if (n > 0)
    gtk_label_set_text (self->state, _("Before these, the clinic worked with what ships with the program."));
  else
    gtk_label_set_text (self->state, _("The clinic works with what ships with the program. Nothing was changed or signed yet."));
}

static void
meso_protocol_versions_page_dispose (GObject *object)
{
  MesoProtocolVersionsPage *self = MESO_PROTOCOL_VERSIONS_PAGE (object);

  if (self->versions != NULL)
    g_signal_handlers_disconnect_by_data (self->versions, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PROTOCOL_VERSIONS_PAGE);
  g_clear_object (&self->versions);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_protocol_versions_page_parent_class)->dispose (object);
}

static void
meso_protocol_versions_page_class_init (MesoProtocolVersionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_protocol_versions_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-protocol-versions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolVersionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, MesoProtocolVersionsPage, state);
}

static void
meso_protocol_versions_page_init (MesoProtocolVersionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_protocol_versions_page_new (MesoContext *context)
{
  MesoProtocolVersionsPage *self = g_object_new (MESO_TYPE_PROTOCOL_VERSIONS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->versions = meso_query_list_new (meso_context_get_clinic (context), list_versions, NULL, NULL, "protocol");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->versions), make_row, self, NULL);
  g_signal_connect_object (self->versions, "notify::loading", G_CALLBACK (versions_changed), self, G_CONNECT_SWAPPED);
  versions_changed (self);
  return ADW_NAVIGATION_PAGE (self);
}
