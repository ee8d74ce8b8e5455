/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-row.h"

#include <glib/gi18n.h>

#include "meso-core-error.h"
#include "meso-field.h"
#include "meso-health-words.h"
#include "meso-field-rows.h"
#include "meso-substance.h"

#define SUGGESTIONS_MAX 6

struct _MesoHealthRow
{
  AdwExpanderRow parent_instance;

  MesoHealthItem *item;         /* as it was handed over */
  GPtrArray *substances;

  GtkWidget *what;
  GtkWidget *suggestions;       /* the row round the buttons */
  AdwWrapBox *buttons;
  GtkWidget *detail;
  GtkWidget *choice;            /* (nullable): how severe, or who chose it */
  GtkWidget *since;
  GtkWidget *status;            /* (nullable): only for what is on file */
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (MesoHealthRow, meso_health_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
get_what_title (MesoHealthKind kind)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return _("Allergic to");
    case MESO_HEALTH_MEDICINE:
      return _("Medicine or supplement");
    case MESO_HEALTH_CONDITION:
    default:
      return _("Condition");
    }
}

static const char *
get_detail_title (MesoHealthKind kind)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return _("Reaction");
    case MESO_HEALTH_MEDICINE:
      return _("Dose");
    case MESO_HEALTH_CONDITION:
    default:
      return _("Remark");
    }
}

static const char *
get_new_title (MesoHealthKind kind)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return _("New allergy");
    case MESO_HEALTH_MEDICINE:
      return _("New medicine or supplement");
    case MESO_HEALTH_CONDITION:
    default:
      return _("New condition");
    }
}

static MesoHealthStatus
read_status (MesoHealthRow *self)
{
  g_autofree char *name = self->status != NULL ? meso_field_row_dup_text (self->status) : NULL;
  MesoHealthStatus status = self->item->status;

  if (name != NULL)
    meso_health_status_from_string (name, &status);
  return status;
}

MesoHealthItem *
meso_health_row_dup_item (MesoHealthRow *self)
{
  MesoHealthItem *item = meso_health_item_copy (self->item);
  const MesoSubstance *substance = meso_substances_find (self->substances, get_text (self->what));
  g_autofree char *choice = self->choice != NULL ? meso_field_row_dup_text (self->choice) : NULL;

  g_set_str (&item->what, get_text (self->what));
  g_set_str (&item->ingredient, substance != NULL && item->kind != MESO_HEALTH_CONDITION ? substance->id : "");
  g_set_str (&item->detail, get_text (self->detail));
  g_set_str (&item->since, get_text (self->since));
  if (item->kind == MESO_HEALTH_ALLERGY)
    meso_allergy_severity_from_string (choice, &item->severity);
  if (item->kind == MESO_HEALTH_MEDICINE)
    meso_medicine_origin_from_string (choice, &item->origin);
  item->status = read_status (self);
  g_set_str (&item->reason, item->status != MESO_HEALTH_ACTIVE ? get_text (self->reason) : "");
  meso_health_item_normalise (item);
  return item;
}

gboolean
meso_health_row_is_empty (MesoHealthRow *self)
{
  return self->item->id == NULL && *get_text (self->what) == '\0' && *get_text (self->detail) == '\0'
         && *get_text (self->since) == '\0';
}

static void
show_summary (MesoHealthRow *self)
{
  g_autoptr(MesoHealthItem) item = meso_health_row_dup_item (self);
  g_autofree char *detail = meso_health_words_detail (item);
  gboolean holds = item->status == MESO_HEALTH_ACTIVE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *item->what != '\0' ? item->what : get_new_title (item->kind));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), holds ? detail
                                                          : item->status == MESO_HEALTH_ENDED ? _("holds no longer")
                                                                                              : _("entered in error"));
  if (self->status != NULL)
    gtk_widget_set_visible (self->reason, !holds);
}

static void
changed (MesoHealthRow *self)
{
  show_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_changed (MesoHealthRow *self,
               GtkWidget     *entry)
{
  if (meso_field_has_error (entry))
    meso_field_set_error (entry, NULL);
  changed (self);
}

static void
suggestion_clicked (MesoHealthRow *self,
                    GtkButton     *button)
{
  g_autofree char *name = g_strdup (gtk_button_get_label (button));

  gtk_editable_set_text (GTK_EDITABLE (self->what), name);
  gtk_widget_grab_focus (self->detail);
}

/* A name that the formulary doesn't have is fine; but then no formula is checked against it, and somebody must know that. */
static void
show_known (MesoHealthRow *self)
{
  const MesoSubstance *substance = meso_substances_find (self->substances, get_text (self->what));

  if (meso_field_has_error (self->what) || self->item->kind != MESO_HEALTH_ALLERGY)
    return;
  if (*get_text (self->what) == '\0')
    meso_field_set_hint (self->what, NULL);
  else
    meso_field_set_hint (self->what, substance != NULL
                                       ? _("Formulas are checked against this substance.")
                                       : _("Not in the formulary by this name. Formulas are checked for the word as it is written."));
}

static void
show_suggestions (MesoHealthRow *self)
{
  g_autoptr(GPtrArray) found = meso_substances_search (self->substances, get_text (self->what), SUGGESTIONS_MAX);
  gboolean typing = gtk_widget_get_state_flags (self->what) & GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, child);
  if (meso_substances_find (self->substances, get_text (self->what)) != NULL)
    g_ptr_array_set_size (found, 0);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (((const MesoSubstance *) g_ptr_array_index (found, i))->name);

      gtk_widget_add_css_class (button, "pick");
      g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->buttons, button);
    }
  gtk_widget_set_visible (self->suggestions, found->len > 0 && typing);
  show_known (self);
}

static void
remove_clicked (MesoHealthRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static GtkWidget *
add_entry (MesoHealthRow *self,
           const char    *title,
           const char    *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "activates-default", TRUE, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static void
add_suggestions (MesoHealthRow *self)
{
  self->buttons = ADW_WRAP_BOX (g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "margin-top", 8,
                                              "margin-bottom", 8, "margin-start", 12, "margin-end", 12, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, _("From the formulary"), -1);
  self->suggestions = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "visible", FALSE,
                                    "title", _("From the formulary"), "child", self->buttons, NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->suggestions);
  if (self->item->kind != MESO_HEALTH_CONDITION)
    g_signal_connect_object (self->what, "changed", G_CALLBACK (show_suggestions), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_choice (MesoHealthRow *self)
{
  static const char *const severities[] = { "unknown", "mild", "moderate", "severe", NULL };
  static const char *const origins[] = { "unknown", "prescribed", "self-chosen", NULL };
  const char *const severity_words[] = { C_("allergy", "Not known"), C_("allergy", "Mild"), C_("allergy", "Moderate"),
                                         C_("allergy", "Severe"), NULL };
  const char *const origin_words[] = { C_("medicine", "Not known"), C_("medicine", "Prescribed"), C_("medicine", "Self-chosen"), NULL };
  GtkWidget *row;

  if (self->item->kind == MESO_HEALTH_CONDITION)
    return NULL;
  if (self->item->kind == MESO_HEALTH_ALLERGY)
    {
      row = meso_choice_row_new (_("How severe"), severities, severity_words);
      meso_field_row_set_text (row, meso_allergy_severity_to_string (self->item->severity));
    }
  else
    {
      row = meso_choice_row_new (_("Chosen by"), origins, origin_words);
      meso_field_row_set_text (row, meso_medicine_origin_to_string (self->item->origin));
    }
  meso_field_row_connect (row, G_CALLBACK (changed), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

/* What is on file stays there, with what became of it. */
static void
add_status (MesoHealthRow *self)
{
  static const char *const names[] = { "active", "ended", "entered-in-error", NULL };
  const char *const words[] = { C_("allergy, medicine or condition", "Holds"), C_("allergy, medicine or condition", "Holds no longer"),
                                C_("allergy, medicine or condition", "Entered in error"), NULL };

  self->status = meso_choice_row_new (_("State"), names, words);
  meso_field_row_set_text (self->status, meso_health_status_to_string (self->item->status));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->status);
  self->reason = add_entry (self, _("How that is known"), self->item->reason);
  meso_field_row_connect (self->status, G_CALLBACK (changed), self);
}

static void
add_remove_button (MesoHealthRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take It Out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take it out"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), button);
}

static void
meso_health_row_finalize (GObject *object)
{
  MesoHealthRow *self = MESO_HEALTH_ROW (object);

  g_clear_pointer (&self->item, meso_health_item_free);
  g_clear_pointer (&self->substances, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_health_row_parent_class)->finalize (object);
}

static gboolean
meso_health_row_grab_focus (GtkWidget *widget)
{
  MesoHealthRow *self = MESO_HEALTH_ROW (widget);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return gtk_widget_grab_focus (self->what);
  return GTK_WIDGET_CLASS (meso_health_row_parent_class)->grab_focus (widget);
}

static void
meso_health_row_class_init (MesoHealthRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_health_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = meso_health_row_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_health_row_init (MesoHealthRow *self)
{
}

GtkWidget *
meso_health_row_new (const MesoHealthItem *item,
                     GPtrArray            *substances)
{
  MesoHealthRow *self = g_object_new (MESO_TYPE_HEALTH_ROW, "use-markup", FALSE, NULL);

  self->item = meso_health_item_copy (item);
  self->substances = g_ptr_array_ref (substances);
  self->what = add_entry (self, get_what_title (item->kind), item->what);
  add_suggestions (self);
  self->detail = add_entry (self, get_detail_title (item->kind), item->detail);
  self->choice = make_choice (self);
  self->since = add_entry (self, _("Since when"), item->since);
  if (item->id != NULL)
    add_status (self);
  else
    add_remove_button (self);
  show_summary (self);
  show_known (self);
  return GTK_WIDGET (self);
}

/* What core says is in its own language; which field it is about stands in front. */
static GtkWidget *
find_fault (MesoHealthRow  *self,
            const GError   *error,
            const char    **sentence_out)
{
  gboolean too_long = g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);

  *sentence_out = too_long ? _("This is longer than can be kept. Shorten it, and put the rest into the notes.")
                           : _("This holds a sign that can’t be kept, such as a line break. Type it again by hand.");
  if (g_str_has_prefix (error->message, "what:") && *get_text (self->what) == '\0')
    *sentence_out = _("Write what it is, or take the line out.");
  if (g_str_has_prefix (error->message, "reason:") && *get_text (self->reason) == '\0')
    *sentence_out = _("Write how that is known: whoever relies on it later needs the reason.");
  if (g_str_has_prefix (error->message, "detail:"))
    return self->detail;
  if (g_str_has_prefix (error->message, "since:"))
    return self->since;
  return g_str_has_prefix (error->message, "reason:") ? self->reason : self->what;
}

GtkWidget *
meso_health_row_check (MesoHealthRow *self)
{
  g_autoptr(MesoHealthItem) item = meso_health_row_dup_item (self);
  g_autoptr(GError) error = NULL;
  const char *sentence;
  GtkWidget *field;

  if (meso_health_row_is_empty (self) || meso_health_item_check (item, &error))
    return NULL;
  field = find_fault (self, error, &sentence);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  meso_field_set_error (field, sentence);
  return field;
}
