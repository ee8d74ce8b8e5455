/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-findings.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-finding-rows.h"

struct _MesoFormulaFindings
{
  AdwBin parent_instance;

  GtkLabel *count;
  GtkBox *rows;
  GtkWidget *no_findings;
  AdwBin *none_badge;
  GtkLabel *none_label;
};

G_DEFINE_FINAL_TYPE (MesoFormulaFindings, meso_formula_findings, ADW_TYPE_BIN)

enum { REMEDY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_formula_findings_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_FORMULA_FINDINGS);
  G_OBJECT_CLASS (meso_formula_findings_parent_class)->dispose (object);
}

static void
meso_formula_findings_class_init (MesoFormulaFindingsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_findings_dispose;
  signals[REMEDY] = g_signal_new ("remedy", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-findings.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaFindings, count);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaFindings, rows);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaFindings, no_findings);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaFindings, none_badge);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaFindings, none_label);
}

static void
meso_formula_findings_init (MesoFormulaFindings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
row_remedy (MesoFormulaFindings *self,
            guint                remedy,
            const char          *ingredient)
{
  g_signal_emit (self, signals[REMEDY], 0, remedy, ingredient);
}

/* Those that stand beside their rows are only counted here. */
static char *
describe_none (MesoContext *context,
               gboolean     checked,
               guint        elsewhere)
{
  g_autofree char *number = meso_context_format_number (context, elsewhere);

  if (!checked)
    return g_strdup (_("What can be read is checked while you write"));
  if (elsewhere == 0)
    return g_strdup (_("No findings: nothing that is known speaks against it. A physician decides."));
  /* Translators: %s is how many findings */
  return g_strdup_printf (ngettext ("%s finding stands beside the row that it is about", "%s findings stand beside the rows that they are about",
                                    elsewhere), number);
}

void
meso_formula_findings_show (MesoFormulaFindings *self,
                            MesoContext         *context,
                            const GPtrArray     *findings,
                            guint                elsewhere,
                            gboolean             checked,
                            gboolean             with_remedies)
{
  g_autofree char *count = meso_context_format_number (context, findings->len + elsewhere);
  g_autofree char *none = describe_none (context, checked, elsewhere);

  meso_finding_rows_show (self->rows, context, findings, with_remedies, G_CALLBACK (row_remedy), self);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), findings->len + elsewhere > 0);
  gtk_widget_set_visible (self->no_findings, findings->len == 0 || elsewhere > 0);
  adw_bin_set_child (self->none_badge,
                     elsewhere > 0 ? meso_badge_new ("go-up-symbolic", "neutral")
                     : checked ? meso_badge_new ("meso-done-symbolic", "success") : meso_badge_new ("meso-flask-symbolic", "neutral"));
  gtk_label_set_label (self->none_label, none);
}
