/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ready-preparation.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-preparation-words.h"
#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-words.h"

/* Often enough that nobody reads a minute that is over. */
#define CLOCK_SECONDS 20

struct _MesoReadyPreparation
{
  AdwExpanderRow parent_instance;

  MesoContext *context;
  GtkBox *state;                 /* holds its tag */
  GtkButton *button;
  GPtrArray *rows;               /* of its draws; those of the last time are replaced */
  MesoPreparation *counted;      /* (nullable): how long it may be given is said anew */
  char *formula;                 /* (nullable): what is to be prepared, and in which version */
  int version;
  gboolean missing;
  guint clock;
};

G_DEFINE_FINAL_TYPE (MesoReadyPreparation, meso_ready_preparation, ADW_TYPE_EXPANDER_ROW)

static gboolean
tick (gpointer data)
{
  MesoReadyPreparation *self = data;
  g_autofree char *before = self->counted != NULL ? meso_preparation_words_before (self->context, self->counted) : NULL;

  if (before != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), before);
  return G_SOURCE_CONTINUE;
}

static void
prepare_clicked (MesoReadyPreparation *self)
{
  g_autofree char *version = g_strdup_printf ("%d", self->version);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.prepare", "(ss)", self->formula, version);
}

static void
meso_ready_preparation_dispose (GObject *object)
{
  MesoReadyPreparation *self = MESO_READY_PREPARATION (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->counted, meso_preparation_free);
  g_clear_pointer (&self->formula, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_ready_preparation_parent_class)->dispose (object);
}

static void
meso_ready_preparation_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_READY_PREPARATION (object)->rows);
  G_OBJECT_CLASS (meso_ready_preparation_parent_class)->finalize (object);
}

static void
meso_ready_preparation_class_init (MesoReadyPreparationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_ready_preparation_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_ready_preparation_finalize;
}

static void
meso_ready_preparation_init (MesoReadyPreparation *self)
{
  GtkWidget *end = g_object_new (ADW_TYPE_WRAP_BOX, "align", 1.0, "child-spacing", 8, "line-spacing", 6, "margin-top", 6,
                                 "margin-bottom", 6, "valign", GTK_ALIGN_CENTER, NULL);

  self->rows = g_ptr_array_new ();
  self->state = GTK_BOX (g_object_new (GTK_TYPE_BOX, "valign", GTK_ALIGN_CENTER, NULL));
  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Prepare…")));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (prepare_clicked), self);
  adw_wrap_box_append (ADW_WRAP_BOX (end), GTK_WIDGET (self->state));
  adw_wrap_box_append (ADW_WRAP_BOX (end), GTK_WIDGET (self->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Preparation"));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), end);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, tick, self);
}

static char *
describe_none (MesoContext           *context,
               const MesoPreparation *late,
               gboolean               needed)
{
  g_autofree char *moment = late != NULL ? meso_preparation_words_until (context, late) : NULL;
  GString *line = g_string_new (NULL);

  meso_words_append (line, needed ? _("This clinic records no session without a preparation")
                                  : _("The lots that are given aren’t recorded"));
  if (moment != NULL)
    {
      /* Translators: %s is a moment: "14:05", "yesterday, 14:05" */
      g_autofree char *text = g_strdup_printf (_("what was prepared last had to be used before %s"), moment);

      meso_words_append (line, text);
    }
  return g_string_free (line, FALSE);
}

static MesoLotUse
get_use (const MesoLot *bad)
{
  return bad->state == MESO_LOT_RECALLED ? MESO_LOT_IS_RECALLED : bad->state == MESO_LOT_QUARANTINED ? MESO_LOT_IS_QUARANTINED
                                                                                                     : MESO_LOT_EXPIRED;
}

static GtkWidget *
make_tag (MesoReadyPreparation  *self,
          const MesoPreparation *preparation,
          const MesoLot         *bad)
{
  if (preparation == NULL)
    return meso_tag_new ("dialog-warning-symbolic", self->missing ? _("Missing") : C_("preparation", "None"), "warning");
  if (bad != NULL)
    return meso_stock_words_tag (get_use (bad), FALSE);
  return meso_tag_new ("meso-done-symbolic", preparation->checked_by != NULL ? _("Checked") : C_("preparation", "Ready"), "success");
}

static GtkWidget *
make_row (MesoContext               *context,
          const MesoSessionFacts    *facts,
          const MesoPreparationDraw *draw)
{
  const MesoLot *lot = meso_lot_find (facts->mixtures->lots, draw->lot);
  g_autofree char *name = meso_preparation_words_item (context, facts->chart->formula, draw->item);
  g_autofree char *number = lot != NULL ? meso_stock_words_number (lot) : NULL;
  g_autofree char *expiry = lot != NULL ? meso_stock_words_expiry (context, lot) : NULL;
  g_autofree char *volume = meso_stock_words_volume (context, draw->volume_ul);
  g_autoptr(GString) line = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (volume);
  GtkWidget *row;

  meso_words_append (line, number);
  meso_words_append (line, expiry);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, line->str);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
show_draws (MesoReadyPreparation   *self,
            const MesoSessionFacts *facts,
            const MesoPreparation  *preparation)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; preparation != NULL && i < preparation->draws->len; i++)
    {
      GtkWidget *row = make_row (self->context, facts, g_ptr_array_index (preparation->draws, i));

      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_expander_row_set_enable_expansion (expander, self->rows->len > 0);
}

/* A correction gives what was given, whatever is thought of it since. */
static char *
describe (MesoReadyPreparation   *self,
          const MesoSessionFacts *facts,
          const MesoPreparation  *preparation,
          const MesoLot          *bad,
          MesoCivilTime           start)
{
  if (preparation == NULL)
    return describe_none (self->context, meso_session_mixtures_find_late (facts->mixtures, facts->chart->formula, start), self->missing);
  if (bad != NULL)
    return meso_preparation_words_barred (bad);
  return facts->original != NULL ? meso_preparation_words_line (self->context, preparation)
                                 : meso_preparation_words_before (self->context, preparation);
}

static void
show_tag (MesoReadyPreparation *self,
          GtkWidget            *tag)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->state));

  if (old != NULL)
    gtk_box_remove (self->state, old);
  gtk_box_append (self->state, tag);
}

void
meso_ready_preparation_show (MesoReadyPreparation   *self,
                             MesoContext            *context,
                             const MesoSessionFacts *facts,
                             MesoCivilTime           start)
{
  const MesoFormulaVersion *formula = facts->chart->formula;
  gboolean correction = facts->original != NULL;
  const MesoPreparation *preparation = correction ? meso_session_mixtures_lookup (facts->mixtures, facts->original->preparation)
                                                  : meso_session_mixtures_find (facts->mixtures, formula, start);
  const MesoLot *bad = preparation != NULL && !correction ? meso_session_mixtures_find_bad (facts->mixtures, preparation) : NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->context, context);
  self->missing = bad != NULL || (preparation == NULL && !correction && formula != NULL && facts->mixtures->needed);
  text = describe (self, facts, preparation, bad, start);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  show_tag (self, make_tag (self, preparation, bad));
  show_draws (self, facts, preparation);
  gtk_widget_set_visible (GTK_WIDGET (self), preparation != NULL || self->missing ||
                                               (formula != NULL && !correction && facts->chart->keeps_stock));
  gtk_widget_set_visible (GTK_WIDGET (self->button), !correction && (preparation == NULL || bad != NULL));
  g_set_str (&self->formula, formula != NULL ? formula->formula_id : NULL);
  self->version = formula != NULL ? formula->version : 0;
  g_clear_pointer (&self->counted, meso_preparation_free);
  if (preparation != NULL && bad == NULL && !correction)
    self->counted = meso_preparation_copy (preparation);
}

gboolean
meso_ready_preparation_is_missing (MesoReadyPreparation *self)
{
  return self->missing;
}

GtkButton *
meso_ready_preparation_get_button (MesoReadyPreparation *self)
{
  return self->button;
}
