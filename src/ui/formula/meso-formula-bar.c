/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-bar.h"
#include "meso-preparations-button.h"
#include "meso-words.h"

#include <glib/gi18n.h>


/* Long enough that nobody is told of every key. */
#define ANNOUNCE_MS 1500

struct _MesoFormulaBar
{
  AdwBin parent_instance;

  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  MesoPreparationsButton *preparations;
  GtkButton *save_button;
  GtkWidget *prepare_button;

  gboolean saved;         /* the first button goes on */
  gboolean stacked;
  guint announcing;
  char *announced;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MesoFormulaBar, meso_formula_bar, ADW_TYPE_BIN)

enum { SAVE, GO_ON, PREPARE, N_SIGNALS };
static guint signals[N_SIGNALS];
enum { PROP_0, PROP_STACKED, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
meso_formula_bar_dispose (GObject *object)
{
  MesoFormulaBar *self = MESO_FORMULA_BAR (object);

  g_clear_handle_id (&self->announcing, g_source_remove);
  g_clear_pointer (&self->announced, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_BAR);
  G_OBJECT_CLASS (meso_formula_bar_parent_class)->dispose (object);
}

static void
meso_formula_bar_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (id == PROP_STACKED)
    meso_formula_bar_set_stacked (MESO_FORMULA_BAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
meso_formula_bar_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (id == PROP_STACKED)
    g_value_set_boolean (value, MESO_FORMULA_BAR (object)->stacked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
save_clicked (MesoFormulaBar *self)
{
  g_signal_emit (self, signals[self->saved ? GO_ON : SAVE], 0);
}

static void
prepare_clicked (MesoFormulaBar *self)
{
  g_signal_emit (self, signals[PREPARE], 0);
}

static void
meso_formula_bar_class_init (MesoFormulaBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->dispose = meso_formula_bar_dispose;
  object_class->set_property = meso_formula_bar_set_property;
  object_class->get_property = meso_formula_bar_get_property;
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GO_ON] = g_signal_new ("go-on", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREPARE] = g_signal_new ("prepare", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_PREPARATIONS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBar, icon);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBar, title);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBar, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBar, preparations);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBar, save_button);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBar, prepare_button);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, prepare_clicked);
}

static void
meso_formula_bar_init (MesoFormulaBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
announce (gpointer data)
{
  MesoFormulaBar *self = data;

  self->announcing = 0;
  if (g_set_str (&self->announced, gtk_label_get_label (self->title)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), self->announced, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  return G_SOURCE_REMOVE;
}

static void
show_state (MesoFormulaBar *self,
            const char     *icon,
            const char     *css_class,
            char           *title)
{
  static const char *const classes[] = { "error", "warning", "success", "dim-label" };
  g_autofree char *owned = title;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->icon, classes[i]);
  gtk_widget_add_css_class (self->icon, css_class);
  if (g_str_equal (gtk_label_get_label (self->title), owned))
    return;
  gtk_label_set_label (self->title, owned);
  g_clear_handle_id (&self->announcing, g_source_remove);
  self->announcing = g_timeout_add (ANNOUNCE_MS, announce, self);
}

static void
show_reading (MesoFormulaBar           *self,
              MesoContext              *context,
              const MesoFormulaReading *reading)
{
  guint number = reading->faults > 0 ? reading->faults : reading->missing > 0 ? reading->missing
                 : reading->blocks > 0 ? reading->blocks : reading->warnings;
  g_autofree char *count = meso_context_format_number (context, number);

  if (reading->items->len == 0)
    show_state (self, "meso-flask-symbolic", "dim-label", g_strdup (_("Add the first ingredient")));
  else if (reading->faults > 0)
    /* Translators: %s is how many */
    show_state (self, "dialog-error-symbolic", "error",
                g_strdup_printf (ngettext ("%s entry can’t be read", "%s entries can’t be read", number), count));
  else if (reading->too_large)
    show_state (self, "dialog-error-symbolic", "error", g_strdup (_("The amounts are too large to be added up")));
  else if (reading->blocks > 0)
    show_state (self, "meso-stop-symbolic", "error",
                number == 1 ? g_strdup (_("One finding blocks this formula"))
                            : g_strdup_printf (ngettext ("%s finding blocks this formula", "%s findings block this formula", number),
                                               count));
  else if (reading->missing > 0)
    show_state (self, "document-edit-symbolic", "dim-label",
                g_strdup_printf (ngettext ("%s entry is still empty", "%s entries are still empty", number), count));
  else if (reading->warnings > 0)
    show_state (self, "dialog-warning-symbolic", "warning",
                g_strdup_printf (ngettext ("%s warning; it can be saved", "%s warnings; it can be saved", number), count));
  else
    show_state (self, "meso-done-symbolic", "success", g_strdup (_("Nothing blocks this formula")));
}

/* What is written can be prepared once it is saved: a preparation is of one version for ever. */
static void
show_subtitle (MesoFormulaBar *self,
               MesoContext    *context,
               gboolean        drafted,
               int             saved_at,
               gboolean        to_save)
{
  g_autofree char *time = meso_context_format_minute (context, saved_at);
  g_autoptr(GString) text = g_string_new (NULL);

  if (drafted && saved_at >= 0)
    {
      /* Translators: %s is a time of day */
      g_autofree char *saved = g_strdup_printf (_("Draft saved %s"), time);

      meso_words_append (text, saved);
    }
  if (to_save)
    meso_words_append (text, _("save it to prepare it"));
  if (!meso_protocol_get_reviewed (meso_context_get_protocol (context)))
    meso_words_append (text, _("content not reviewed by a physician"));
  gtk_label_set_label (self->subtitle, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), text->len > 0);
}

void
meso_formula_bar_show (MesoFormulaBar    *self,
                       MesoContext       *context,
                       MesoFormulaEditor *editor,
                       int                saved_at,
                       gboolean           busy)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (editor);
  int version = meso_formula_editor_get_draft (editor)->base_version;
  gboolean modified = meso_formula_editor_get_modified (editor);
  gboolean for_patient = meso_formula_editor_get_facts (editor) != NULL;

  self->saved = version > 0 && !modified && reading->blocks == 0;
  if (self->saved)
    {
      g_autofree char *number = meso_context_format_number (context, version);

      /* Translators: %s is a number */
      show_state (self, "meso-done-symbolic", "success", g_strdup_printf (_("Saved as version %s"), number));
    }
  else
    show_reading (self, context, reading);
  show_subtitle (self, context, modified, saved_at, for_patient && !self->saved && meso_formula_reading_can_save (reading));
  gtk_button_set_label (self->save_button, !self->saved ? _("Check and _Save") : for_patient ? _("_Next Step") : _("_Done"));
  gtk_button_set_use_underline (self->save_button, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !busy && (self->saved || reading->items->len > 0));
  /* One that is nobody's is a template: it is prepared for somebody. */
  gtk_widget_set_visible (self->prepare_button, for_patient);
  gtk_widget_set_sensitive (self->prepare_button, !busy && self->saved);
  if (for_patient)
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->save_button), "suggested-action");
  meso_preparations_button_show (self->preparations, context, for_patient ? meso_formula_editor_get_draft (editor)->formula_id : NULL);
}

void
meso_formula_bar_set_stacked (MesoFormulaBar *self,
                              gboolean        stacked)
{
  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
}

void
meso_formula_bar_grab_button (MesoFormulaBar *self)
{
  GtkWidget *prepare = self->prepare_button;

  gtk_widget_grab_focus (gtk_widget_get_visible (prepare) && gtk_widget_is_sensitive (prepare) ? prepare
                                                                                               : GTK_WIDGET (self->save_button));
}
