/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-file.h"
#include "meso-ctl.h"
#include "meso-formula-check.h"
#include "meso-formula-service.h"
#include "meso-request-formula.h"

static void
add_line (JsonBuilder           *builder,
          const MesoFormulaLine *line)
{
  gboolean activity = line->amount.dimension == MESO_DIMENSION_ACTIVITY;

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "ingredient", line->ingredient);
  if (line->product != NULL)
    meso_json_add_string (builder, "product", line->product);
  if (line->salt != NULL)
    {
      meso_json_add_string (builder, "salt", line->salt);
      meso_json_add_int (builder, "salt_ng", line->salt_amount_ng);
    }
  meso_json_add_int (builder, "volume_ul", line->volume_ul);
  meso_json_add_int (builder, activity ? "amount_miu" : "amount_ng", line->amount.value);
  meso_json_add_bool (builder, "exact", line->exact);
  meso_json_add_int (builder, activity ? "final_miu_per_ml" : "final_ng_per_ml", line->final_per_ml);
  json_builder_end_object (builder);
}

static void
add_finding (JsonBuilder              *builder,
             const MesoFormulaFinding *finding)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "severity", meso_severity_to_string (finding->severity));
  meso_json_add_string (builder, "code", finding->code);
  meso_json_add_strings (builder, "ingredients", finding->ingredients);
  meso_json_add_string (builder, "message", finding->message);
  meso_json_add_string (builder, "source", finding->source);
  json_builder_end_object (builder);
}

static gboolean
print_check (const MesoFormulaCheck  *check,
             const char              *version_id,
             GError                 **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_bool (builder, "ok", check->ok);
  meso_json_add_int (builder, "total_volume_ul", check->total_volume_ul);
  meso_json_add_int (builder, "diluent_volume_ul", check->diluent_volume_ul);
  meso_json_begin_list (builder, "items");
  for (guint i = 0; i < check->lines->len; i++)
    add_line (builder, g_ptr_array_index (check->lines, i));
  json_builder_end_array (builder);
  meso_json_begin_list (builder, "findings");
  for (guint i = 0; i < check->findings->len; i++)
    add_finding (builder, g_ptr_array_index (check->findings, i));
  json_builder_end_array (builder);
  if (version_id != NULL)
    meso_json_add_string (builder, "formula_version", version_id);
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

static MesoFormulaCheck *
check_for_patient (MesoCtl             *ctl,
                   const char          *patient_id,
                   const MesoFormula   *formula,
                   MesoFormulaPatient  *patient,
                   char               **version_id,
                   GError             **error)
{
  MesoClinic *clinic = meso_ctl_open_clinic (ctl, error);

  if (clinic == NULL)
    return NULL;
  return meso_formula_service_record (clinic, patient_id, formula, patient, meso_ctl_get_language (ctl), version_id,
                                      error);
}

MesoCtlExit
meso_command_formula_check (MesoCtl  *ctl,
                            GError  **error)
{
  g_autofree char *patient_id = NULL;
  g_autofree char *version_id = NULL;
  g_autoptr(MesoFormulaRequest) request = NULL;
  g_autoptr(MesoFormulaCheck) check = NULL;
  MesoFormulaPatient patient = { 0 };
  const MesoProtocol *protocol;
  const GOptionEntry entries[] = {
    { "patient", 0, 0, G_OPTION_ARG_STRING, &patient_id, "Store the formula with this patient", "ID" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  request = meso_formula_request_read (ctl->args[0], error);
  if (request == NULL)
    return MESO_CTL_BAD_INPUT;
  protocol = meso_ctl_get_protocol (ctl, error);
  if (protocol == NULL)
    return MESO_CTL_COULD_NOT;

  patient.sex = request->facts.sex;
  patient.weight_g = request->facts.weight_g;
  patient.allergies = request->facts.allergies;
  patient.excluded = request->facts.excluded;
  check = patient_id != NULL
            ? check_for_patient (ctl, patient_id, request->formula, &patient, &version_id, error)
            : meso_formula_check_new (protocol, request->formula, &patient, meso_ctl_get_language (ctl), error);
  if (check == NULL)
    meso_ctl_file_prefix_error (ctl->args[0], error);
  if (check == NULL || !print_check (check, version_id, error))
    return MESO_CTL_COULD_NOT;
  return check->ok ? MESO_CTL_DONE : MESO_CTL_NO;
}
