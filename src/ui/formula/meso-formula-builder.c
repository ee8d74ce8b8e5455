/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-builder.h"

#include "meso-formula-findings.h"
#include "meso-formula-pairs-dialog.h"
#include "meso-formula-patient-group.h"
#include "meso-formula-stats.h"
#include "meso-ingredient-list.h"
#include "meso-mixture-view.h"
#include "meso-syringe-view.h"

struct _MesoFormulaBuilder
{
  AdwBin parent_instance;

  AdwBottomSheet *sheet;
  MesoIngredientList *ingredients;
  GtkWidget *add_button;
  GtkEditable *name;
  MesoSyringeView *syringe;
  MesoMixtureView *mixture;
  MesoFormulaFindings *findings;
  MesoFormulaPatientGroup *patient_group;
  MesoFormulaStats *stats;

  MesoContext *context;
  MesoFormulaEditor *editor;
  gboolean folded;
  gboolean stacked;
  gboolean tight;
};

G_DEFINE_FINAL_TYPE (MesoFormulaBuilder, meso_formula_builder, ADW_TYPE_BIN)

enum { REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];
enum { PROP_0, PROP_FOLDED, PROP_STACKED, PROP_TIGHT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
meso_formula_builder_dispose (GObject *object)
{
  MesoFormulaBuilder *self = MESO_FORMULA_BUILDER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_BUILDER);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (meso_formula_builder_parent_class)->dispose (object);
}

static void
set_folded (MesoFormulaBuilder *self,
            gboolean            folded)
{
  AdwMultiLayoutView *layouts = ADW_MULTI_LAYOUT_VIEW (adw_bin_get_child (ADW_BIN (self)));

  self->folded = folded;
  adw_multi_layout_view_set_layout_name (layouts, folded ? "narrow" : "wide");
  gtk_widget_set_visible (self->add_button, folded);
}

static gboolean *
get_place (MesoFormulaBuilder *self,
           guint               id)
{
  return id == PROP_FOLDED ? &self->folded : id == PROP_STACKED ? &self->stacked : &self->tight;
}

static void
meso_formula_builder_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MesoFormulaBuilder *self = MESO_FORMULA_BUILDER (object);
  gboolean on = g_value_get_boolean (value);

  if (*get_place (self, id) == on)
    return;
  *get_place (self, id) = on;
  if (id == PROP_FOLDED)
    set_folded (self, on);
  else
    meso_mixture_view_set_stacked (self->mixture, self->stacked, self->tight);
  g_object_notify_by_pspec (object, pspec);
}

static void
meso_formula_builder_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_boolean (value, *get_place (MESO_FORMULA_BUILDER (object), id));
}

static void
name_changed (MesoFormulaBuilder *self)
{
  if (self->editor != NULL)
    meso_formula_editor_set_text (self->editor, MESO_FORMULA_FIELD_NAME, gtk_editable_get_text (self->name));
}

/* Where the next ingredient is looked for. */
static void
go_to_search (MesoFormulaBuilder *self)
{
  if (self->folded)
    adw_bottom_sheet_set_open (self->sheet, TRUE);
  meso_ingredient_list_grab_search (self->ingredients);
}

static void
add_clicked (MesoFormulaBuilder *self)
{
  go_to_search (self);
}

static void
ingredient_added (MesoFormulaBuilder *self,
                  guint            row)
{
  if (self->folded)
    adw_bottom_sheet_set_open (self->sheet, FALSE);
  meso_mixture_view_grab_row (self->mixture, row, MESO_FORMULA_FIELD_STRENGTH);
}

/* The row that holds an ingredient, itself or in a ready-made vial */
static void
go_to_ingredient (MesoFormulaBuilder *self,
                  const char      *ingredient)
{
  const GPtrArray *items = meso_formula_editor_get_draft (self->editor)->formula->items;

  for (guint i = 0; i < items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->ingredient, ingredient) != 0 && item->product == NULL)
        continue;
      meso_mixture_view_grab_row (self->mixture, i, item->amount != NULL && *item->amount != '\0' ? MESO_FORMULA_FIELD_AMOUNT
                                                                                                 : MESO_FORMULA_FIELD_VOLUME);
      return;
    }
}

static void
take_remedy (MesoFormulaBuilder *self,
             guint            remedy,
             const char      *ingredient)
{
  switch ((MesoFindingRemedy) remedy)
    {
    case MESO_FINDING_REMEDY_REMOVE:
      meso_formula_editor_remove_ingredient (self->editor, ingredient);
      g_signal_emit (self, signals[REMOVED], 0);
      break;
    case MESO_FINDING_REMEDY_SHOW_ROW:
      go_to_ingredient (self, ingredient);
      break;
    case MESO_FINDING_REMEDY_SHOW_PAIRS:
      adw_dialog_present (ADW_DIALOG (meso_formula_pairs_dialog_new (
                            self->context, meso_formula_editor_get_reading (self->editor)->check)), GTK_WIDGET (self));
      break;
    case MESO_FINDING_REMEDY_TOTAL:
      meso_mixture_view_grab_field (self->mixture, MESO_FORMULA_FIELD_TO_VOLUME);
      break;
    case MESO_FINDING_REMEDY_POINTS:
      meso_mixture_view_grab_field (self->mixture, MESO_FORMULA_FIELD_POINTS);
      break;
    case MESO_FINDING_REMEDY_PER_POINT:
      meso_mixture_view_grab_field (self->mixture, MESO_FORMULA_FIELD_PER_POINT);
      break;
    case MESO_FINDING_REMEDY_WEIGHT:
      meso_formula_patient_group_grab_weight (self->patient_group);
      break;
    case MESO_FINDING_REMEDY_ALLERGIES:
    default:
      meso_formula_patient_group_grab_allergies (self->patient_group);
    }
}

static void
meso_formula_builder_class_init (MesoFormulaBuilderClass *class)
{
  static const char *const names[N_PROPS] = { NULL, "folded", "stacked", "tight" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = meso_formula_builder_dispose;
  object_class->set_property = meso_formula_builder_set_property;
  object_class->get_property = meso_formula_builder_get_property;
  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_INGREDIENT_LIST);
  g_type_ensure (MESO_TYPE_SYRINGE_VIEW);
  g_type_ensure (MESO_TYPE_MIXTURE_VIEW);
  g_type_ensure (MESO_TYPE_FORMULA_FINDINGS);
  g_type_ensure (MESO_TYPE_FORMULA_PATIENT_GROUP);
  g_type_ensure (MESO_TYPE_FORMULA_STATS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-builder.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, sheet);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, ingredients);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, add_button);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, name);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, syringe);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, mixture);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, patient_group);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaBuilder, stats);
  gtk_widget_class_bind_template_callback (widget_class, name_changed);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
}

static void
meso_formula_builder_init (MesoFormulaBuilder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
count_at_rows (const MesoFormulaReading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->items->len; i++)
    n += ((const MesoFormulaItemReading *) g_ptr_array_index (reading->items, i))->findings->len;
  return n;
}

static void
editor_changed (MesoFormulaBuilder *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);
  const char *name = meso_formula_editor_get_text (self->editor, MESO_FORMULA_FIELD_NAME);

  if (!g_str_equal (gtk_editable_get_text (self->name), name))
    gtk_editable_set_text (self->name, name);
  meso_syringe_view_show (self->syringe, reading);
  meso_formula_findings_show (self->findings, self->context, reading->of_whole, count_at_rows (reading), reading->check != NULL, TRUE);
  meso_formula_stats_show (self->stats, self->context, reading);
}

void
meso_formula_builder_bind (MesoFormulaBuilder *self,
                           MesoContext        *context,
                           MesoFormulaEditor  *editor)
{
  g_set_object (&self->context, context);
  g_set_object (&self->editor, editor);
  meso_syringe_view_set_context (self->syringe, context);
  meso_ingredient_list_bind (self->ingredients, context, editor);
  meso_mixture_view_bind (self->mixture, context, editor);
  meso_formula_patient_group_bind (self->patient_group, context, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ingredients, "added", G_CALLBACK (ingredient_added), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mixture, "next", G_CALLBACK (go_to_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mixture, "remedy", G_CALLBACK (take_remedy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "remedy", G_CALLBACK (take_remedy), self, G_CONNECT_SWAPPED);
  editor_changed (self);
}

void
meso_formula_builder_grab_name (MesoFormulaBuilder *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
meso_formula_builder_grab_first (MesoFormulaBuilder *self)
{
  if (self->folded)
    gtk_widget_grab_focus (self->add_button);
  else
    meso_ingredient_list_grab_search (self->ingredients);
}

gboolean
meso_formula_builder_settle (MesoFormulaBuilder *self)
{
  return meso_formula_patient_group_settle (self->patient_group);
}

void
meso_formula_builder_grab_fault (MesoFormulaBuilder *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);

  if (meso_mixture_view_grab_fault (self->mixture))
    return;
  if (reading->weight != MESO_FORMULA_PROBLEM_NONE)
    meso_formula_patient_group_grab_weight (self->patient_group);
  else if (!meso_mixture_view_grab_finding (self->mixture))
    gtk_widget_child_focus (GTK_WIDGET (self->findings), GTK_DIR_TAB_FORWARD);
}
