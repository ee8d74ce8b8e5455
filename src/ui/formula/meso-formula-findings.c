/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-findings.h"

#include <glib/gi18n.h>

#include "meso-badge.h"

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

/* (nullable): the row after `row` (nullable: from the first) that shows the key */
static GtkWidget *
find_row (MesoFormulaFindings *self,
          const char          *key)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (meso_finding_row_get_key (MESO_FINDING_ROW (row)), key))
      return row;
  return NULL;
}

static void
update_rows (MesoFormulaFindings    *self,
             MesoContext            *context,
             const MesoFormulaCheck *check,
             gboolean                remedies)
{
  GtkWidget *last = NULL;
  GtkWidget *next;

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);
      g_autofree char *key = meso_finding_row_dup_key (finding);
      GtkWidget *row = find_row (self, key);

      if (row == NULL)
        {
          row = meso_finding_row_new (context, finding, remedies);
          g_signal_connect_object (row, "remedy", G_CALLBACK (row_remedy), self, G_CONNECT_SWAPPED);
          gtk_box_insert_child_after (self->rows, row, last);
        }
      else
        gtk_box_reorder_child_after (self->rows, row, last);
      last = row;
    }
  next = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  while (next != NULL)
    {
      GtkWidget *row = next;

      next = gtk_widget_get_next_sibling (row);
      gtk_box_remove (self->rows, row);
    }
}

void
meso_formula_findings_show (MesoFormulaFindings    *self,
                            MesoContext            *context,
                            const MesoFormulaCheck *check,
                            gboolean                remedies)
{
  guint n = check != NULL ? check->findings->len : 0;
  g_autofree char *count = meso_context_format_number (context, n);

  update_rows (self, context, check, remedies);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  gtk_widget_set_visible (self->no_findings, n == 0);
  adw_bin_set_child (self->none_badge, meso_badge_new (check != NULL ? "meso-done-symbolic" : "meso-flask-symbolic",
                                                       check != NULL ? "success" : "neutral"));
  gtk_label_set_label (self->none_label, check != NULL ? _("No findings: nothing that is known speaks against it. A physician decides.")
                                                       : _("What can be read is checked while you write"));
}
