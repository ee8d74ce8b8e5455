/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-finding-row.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-formula-wording.h"
#include "meso-source-words.h"
#include "meso-tag.h"
#include "meso-words.h"

struct _MesoFindingRow
{
  AdwBin parent_instance;

  AdwBin *badge_place;
  GtkLabel *message;
  GtkLabel *source;
  AdwWrapBox *actions;

  MesoContext *context;
  char *key;
};

G_DEFINE_FINAL_TYPE (MesoFindingRow, meso_finding_row, ADW_TYPE_BIN)

enum { REMEDY, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What each finding leads to; a pair is left to whoever decides which of the two goes. */
static const struct {
  const char *code;
  MesoFindingRemedy remedy;
} remedies[] = {
  { "excluded", MESO_FINDING_REMEDY_REMOVE },
  { "allergy", MESO_FINDING_REMEDY_REMOVE },
  { "banned", MESO_FINDING_REMEDY_REMOVE },
  { "incompatible", MESO_FINDING_REMEDY_REMOVE },
  { "own-syringe", MESO_FINDING_REMEDY_REMOVE },
  { "off-by-default", MESO_FINDING_REMEDY_REMOVE },
  { "caution-pair", MESO_FINDING_REMEDY_REMOVE },
  { "over-volume", MESO_FINDING_REMEDY_TOTAL },
  { "total-volume", MESO_FINDING_REMEDY_TOTAL },
  { "point-volume", MESO_FINDING_REMEDY_PER_POINT },
  { "points-mismatch", MESO_FINDING_REMEDY_POINTS },
  { "weight-missing", MESO_FINDING_REMEDY_WEIGHT },
  { "strength-limit", MESO_FINDING_REMEDY_SHOW_ROW },
  { "anaesthetic-fraction", MESO_FINDING_REMEDY_SHOW_ROW },
  { "cap", MESO_FINDING_REMEDY_SHOW_ROW },
  { "weight-cap", MESO_FINDING_REMEDY_SHOW_ROW },
  { "rounding", MESO_FINDING_REMEDY_SHOW_ROW },
  { "allergies-unknown", MESO_FINDING_REMEDY_ALLERGIES },
  { "no-data", MESO_FINDING_REMEDY_SHOW_PAIRS },
};

static void
meso_finding_row_dispose (GObject *object)
{
  MesoFindingRow *self = MESO_FINDING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FINDING_ROW);
  g_clear_object (&self->context);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (meso_finding_row_parent_class)->dispose (object);
}

static void
meso_finding_row_class_init (MesoFindingRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_finding_row_dispose;
  signals[REMEDY] = g_signal_new ("remedy", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFindingRow, badge_place);
  gtk_widget_class_bind_template_child (widget_class, MesoFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, MesoFindingRow, source);
  gtk_widget_class_bind_template_child (widget_class, MesoFindingRow, actions);
}

static void
meso_finding_row_init (MesoFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
action_clicked (MesoFindingRow *self,
                GtkWidget      *button)
{
  /* What is done may take this row away. */
  g_autoptr(MesoFindingRow) held = g_object_ref (self);
  g_autofree char *ingredient = g_strdup (g_object_get_data (G_OBJECT (button), "ingredient"));

  g_signal_emit (self, signals[REMEDY], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "remedy")), ingredient);
}

static void
add_action (MesoFindingRow    *self,
            MesoFindingRemedy  remedy,
            const char        *label,
            const char        *ingredient)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  g_object_set_data (G_OBJECT (button), "remedy", GUINT_TO_POINTER (remedy));
  g_object_set_data_full (G_OBJECT (button), "ingredient", g_strdup (ingredient), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (action_clicked), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->actions, button);
}

static void
add_ingredient_actions (MesoFindingRow           *self,
                        const MesoFormulaFinding *finding,
                        MesoFindingRemedy         remedy)
{
  for (guint i = 0; i < finding->ingredients->len; i++)
    {
      const char *id = g_ptr_array_index (finding->ingredients, i);
      g_autofree char *name = meso_formula_wording_name (self->context, id);
      g_autofree char *isolated = meso_words_isolate (name);
      g_autofree char *label = g_strdup_printf (remedy == MESO_FINDING_REMEDY_REMOVE ? _("Remove %s") : _("Change %s"), isolated);

      add_action (self, remedy, label, id);
    }
}

static void
add_actions (MesoFindingRow           *self,
             const MesoFormulaFinding *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    {
      MesoFindingRemedy remedy = remedies[i].remedy;

      /* A recipe is nobody's: there is no weight to enter. */
      if (!g_str_equal (remedies[i].code, finding->code)
          || (remedy == MESO_FINDING_REMEDY_WEIGHT && finding->severity != MESO_SEVERITY_BLOCK))
        continue;
      if (remedy == MESO_FINDING_REMEDY_REMOVE || remedy == MESO_FINDING_REMEDY_SHOW_ROW)
        add_ingredient_actions (self, finding, remedy);
      else if (remedy == MESO_FINDING_REMEDY_SHOW_PAIRS)
        add_action (self, remedy, _("Show Pairs"), NULL);
      else if (remedy == MESO_FINDING_REMEDY_TOTAL)
        add_action (self, remedy, _("Show Total Volume"), NULL);
      else if (remedy == MESO_FINDING_REMEDY_WEIGHT)
        add_action (self, remedy, _("Enter Weight"), NULL);
      else if (remedy == MESO_FINDING_REMEDY_ALLERGIES)
        add_action (self, remedy, _("Enter Allergies"), NULL);
      else
        add_action (self, remedy, _("Show Points"), NULL);
    }
}

/* icon, word, kind: never the colour alone */
static void
get_look (const MesoFormulaFinding *finding,
          const char              **icon_out,
          const char              **word_out,
          const char              **kind_out)
{
  gboolean no_data = g_str_equal (finding->code, "no-data");

  switch (finding->severity)
    {
    case MESO_SEVERITY_BLOCK:
      *icon_out = "meso-stop-symbolic";
      *word_out = C_("finding", "Blocks");
      *kind_out = "error";
      break;
    case MESO_SEVERITY_WARN:
      *icon_out = "dialog-warning-symbolic";
      *word_out = C_("finding", "Warning");
      *kind_out = "warning";
      break;
    case MESO_SEVERITY_INFO:
    default:
      *icon_out = no_data ? "meso-no-data-symbolic" : "dialog-information-symbolic";
      *word_out = no_data ? C_("finding", "No data") : C_("finding", "Note");
      *kind_out = "neutral";
    }
}

static char *
describe_source (MesoContext              *context,
                 const MesoFormulaFinding *finding)
{
  if (g_str_equal (finding->source, "arithmetic"))
    return g_strdup (_("Follows from what is written above"));
  if (g_str_equal (finding->source, "screening"))
    return g_strdup (_("From the patient’s screening"));
  if (!meso_formula_wording_has_source (finding->source))
    return g_strdup (_("No source: general knowledge"));
  return meso_source_words_line (context, finding->source);
}

char *
meso_finding_row_dup_key (const MesoFormulaFinding *finding)
{
  return g_strjoin ("\n", meso_severity_to_string (finding->severity), finding->code, finding->source, finding->message, NULL);
}

const char *
meso_finding_row_get_key (MesoFindingRow *self)
{
  return self->key;
}

GtkWidget *
meso_finding_row_new (MesoContext              *context,
                      const MesoFormulaFinding *finding,
                      gboolean                  with_remedies)
{
  MesoFindingRow *self = g_object_new (MESO_TYPE_FINDING_ROW, NULL);
  g_autofree char *source = describe_source (context, finding);
  const char *icon, *word, *kind;
  g_autofree char *label = NULL;

  self->context = g_object_ref (context);
  self->key = meso_finding_row_dup_key (finding);
  get_look (finding, &icon, &word, &kind);
  adw_bin_set_child (self->badge_place, meso_badge_new (icon, kind));
  gtk_label_set_label (self->message, finding->message);
  gtk_label_set_label (self->source, source);
  adw_wrap_box_append (self->actions, meso_tag_new (NULL, word, kind));
  if (with_remedies)
    add_actions (self, finding);
  label = g_strdup_printf ("%s. %s", word, finding->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
