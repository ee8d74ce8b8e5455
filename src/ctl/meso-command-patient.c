/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-file.h"
#include "meso-ctl.h"
#include "meso-json-patient.h"
#include "meso-national-id.h"
#include "meso-patient-service.h"
#include "meso-phone.h"
#include "meso-record-service.h"
#include "meso-request-patient.h"

/* How many a search shows unless it is told otherwise. */
#define DEFAULT_LIMIT 50
#define NO_LIMIT G_MININT

static MesoCtlExit
print_patients (GPtrArray  *patients,
                int         limit,
                GError    **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (patients == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin_list (builder, NULL);
  for (guint i = 0; i < patients->len && (limit == NO_LIMIT || i < (guint) limit); i++)
    {
      meso_json_begin (builder, NULL);
      meso_json_add_patient (builder, g_ptr_array_index (patients, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static void
add_phone_warning (GPtrArray  *warnings,
                   const char *field,
                   const char *phone)
{
  if (meso_phone_has_odd_length (phone))
    g_ptr_array_add (warnings, g_strdup_printf ("%s: An Iranian number has ten digits after its 0 or +98. One may be missing, or be "
                                                "one too many.", field));
}

/* A number that can't be right is stored all the same (foreigners have other ones), but said. */
static void
add_warnings (JsonBuilder       *builder,
              const MesoPatient *patient)
{
  g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) warning = NULL;

  if (*patient->national_id != '\0' && !meso_national_id_check (patient->national_id, &warning))
    g_ptr_array_add (warnings, g_strdup_printf ("national_id: %s", warning->message));
  add_phone_warning (warnings, "phone", patient->phone);
  add_phone_warning (warnings, "second_phone", patient->second_phone);
  add_phone_warning (warnings, "next_of_kin_phone", patient->next_of_kin_phone);
  if (warnings->len == 0)
    return;
  meso_json_add_strings (builder, "warnings", warnings);
  for (guint i = 0; i < warnings->len; i++)
    g_printerr ("mesoclinicctl: %s The patient is stored.\n", (const char *) g_ptr_array_index (warnings, i));
}

MesoCtlExit
meso_command_patient_add (MesoCtl  *ctl,
                          GError  **error)
{
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autoptr(MesoPatientRecord) stored = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  record = meso_request_read_patient ("-", meso_ctl_today (), error);
  if (record == NULL)
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  stored = clinic != NULL ? meso_record_service_add (clinic, record, meso_ctl_today (), error) : NULL;
  if (stored == NULL)
    {
      meso_ctl_file_prefix_error ("-", error);
      return MESO_CTL_COULD_NOT;
    }

  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "id", stored->patient->id);
  meso_json_add_string (builder, "file_number", stored->patient->file_number);
  add_warnings (builder, stored->patient);
  json_builder_end_object (builder);
  if (meso_json_print (builder, error))
    return MESO_CTL_DONE;
  g_prefix_error (error, "The patient is stored, file number %s; do not enter them again. ", stored->patient->file_number);
  return MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_patient_show (MesoCtl  *ctl,
                           GError  **error)
{
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  record = clinic != NULL ? meso_record_service_get (clinic, ctl->args[0], error) : NULL;
  if (record == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin (builder, NULL);
  meso_json_add_record (builder, record);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static gboolean
parse_with_limit (MesoCtl  *ctl,
                  guint     words,
                  int      *limit,
                  int      *offset,
                  GError  **error)
{
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, limit, "At most so many", "N" },
    { offset != NULL ? "offset" : NULL, 0, 0, G_OPTION_ARG_INT, offset, "After so many", "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, words, words, error))
    return FALSE;
  if ((*limit >= 0 || *limit == NO_LIMIT) && (offset == NULL || *offset >= 0))
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--limit and --offset can't be less than nothing.");
  return FALSE;
}

MesoCtlExit
meso_command_patient_search (MesoCtl  *ctl,
                             GError  **error)
{
  g_autoptr(GPtrArray) patients = NULL;
  MesoClinic *clinic;
  int limit = DEFAULT_LIMIT;

  if (!parse_with_limit (ctl, 1, &limit, NULL, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  patients = clinic != NULL ? meso_patient_service_search (clinic, ctl->args[0], MAX (limit, 1), error) : NULL;
  return print_patients (patients, limit, error);
}

MesoCtlExit
meso_command_patient_list (MesoCtl  *ctl,
                           GError  **error)
{
  g_autoptr(GPtrArray) patients = NULL;
  MesoClinic *clinic;
  int limit = NO_LIMIT;
  int offset = 0;

  if (!parse_with_limit (ctl, 0, &limit, &offset, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  patients = clinic != NULL ? meso_patient_service_list (clinic, offset, limit == NO_LIMIT ? 0 : MAX (limit, 1), error) : NULL;
  return print_patients (patients, limit, error);
}
