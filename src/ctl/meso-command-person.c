/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"
#include "meso-json-patient.h"
#include "meso-patient-history-service.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-service.h"
#include "meso-patient-twins-service.h"

/* How many twins and changes are shown unless it is told otherwise. */
#define DEFAULT_LIMIT 50

static void
add_patient (JsonBuilder       *builder,
             const char        *member,
             const MesoPatient *patient)
{
  meso_json_begin (builder, member);
  meso_json_add_patient (builder, patient);
  json_builder_end_object (builder);
}

static void
add_names (JsonBuilder *builder,
           const char  *member,
           GStrv        names)
{
  meso_json_begin_list (builder, member);
  for (guint i = 0; names[i] != NULL; i++)
    json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

static void
add_twin (JsonBuilder     *builder,
          MesoPatientTwin  twin)
{
  g_auto(GStrv) reasons = meso_patient_twin_reasons_to_strv (twin.reasons);

  meso_json_add_string (builder, "grade", meso_patient_twin_grade_to_string (twin.grade));
  add_names (builder, "reasons", reasons);
}

static gboolean
add_alike (JsonBuilder  *builder,
           MesoClinic   *clinic,
           const char   *id,
           guint         limit,
           GError      **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_service_get (clinic, id, error);
  g_autoptr(GPtrArray) matches = patient != NULL ? meso_patient_twins_service_list_alike (clinic, patient, limit, error) : NULL;

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const MesoTwinMatch *match = g_ptr_array_index (matches, i);

      meso_json_begin (builder, NULL);
      add_patient (builder, "patient", match->patient);
      add_twin (builder, match->twin);
      json_builder_end_object (builder);
    }
  return matches != NULL;
}

static gboolean
add_pairs (JsonBuilder  *builder,
           MesoClinic   *clinic,
           guint         limit,
           GError      **error)
{
  g_autoptr(GPtrArray) pairs = meso_patient_twins_service_list_pairs (clinic, limit, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const MesoTwinPair *pair = g_ptr_array_index (pairs, i);

      meso_json_begin (builder, NULL);
      add_patient (builder, "first", pair->first);
      add_patient (builder, "second", pair->second);
      add_twin (builder, pair->twin);
      json_builder_end_object (builder);
    }
  return pairs != NULL;
}

static gboolean
check_limit (int      limit,
             GError **error)
{
  if (limit > 0)
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "--limit must be above zero.");
  return FALSE;
}

MesoCtlExit
meso_command_patient_twins (MesoCtl  *ctl,
                            GError  **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "At most so many", "N" },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;
  gboolean found;

  if (!meso_ctl_parse (ctl, entries, 0, 1, error) || !check_limit (limit, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin_list (builder, NULL);
  found = ctl->args[0] != NULL ? add_alike (builder, clinic, ctl->args[0], (guint) limit, error)
                               : add_pairs (builder, clinic, (guint) limit, error);
  json_builder_end_array (builder);
  return found && meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static gboolean
check_given (const char  *option,
             const char  *text,
             GError     **error)
{
  if (text != NULL && *text != '\0')
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s is missing.", option);
  return FALSE;
}

MesoCtlExit
meso_command_patient_merge (MesoCtl  *ctl,
                            GError  **error)
{
  g_autofree char *into = NULL;
  g_autofree char *reason = NULL;
  g_auto(GStrv) take = NULL;
  g_autoptr(MesoPatient) kept = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_STRING, &into, "The record that is kept", "ID" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "How it was found out", "TEXT" },
    { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &take, "A field that the kept record takes over", "FIELD" },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !check_given ("--into", into, error) ||
      !check_given ("--reason", reason, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  kept = clinic != NULL ? meso_patient_merge_service_merge (clinic, ctl->args[0], into, (const char *const *) take, reason, error)
                        : NULL;
  if (kept == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin (builder, NULL);
  meso_json_add_patient (builder, kept);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_patient_unmerge (MesoCtl  *ctl,
                              GError  **error)
{
  g_autofree char *reason = NULL;
  g_autoptr(MesoUnmerge) result = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why they are two persons", "TEXT" },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !check_given ("--reason", reason, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  result = clinic != NULL ? meso_patient_merge_service_unmerge (clinic, ctl->args[0], reason, error) : NULL;
  if (result == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin (builder, NULL);
  add_patient (builder, "patient", result->duplicate);
  add_patient (builder, "kept", result->kept);
  add_names (builder, "given_back", result->given_back);
  add_names (builder, "left", result->left);
  meso_json_add_int (builder, "crossed", result->crossed);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static void
add_change (JsonBuilder           *builder,
            const MesoFieldChange *change)
{
  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "seq", change->seq);
  meso_json_add_string (builder, "at", change->at_utc);
  meso_json_add_string (builder, "by", change->by);
  meso_json_add_string (builder, "file_number", change->file_number);
  meso_json_add_string (builder, "action", change->action);
  meso_json_add_string (builder, "field", change->erased ? NULL : change->field);
  meso_json_add_string (builder, "old", change->old_value);
  meso_json_add_string (builder, "new", change->new_value);
  meso_json_add_string (builder, "reason", change->reason);
  meso_json_add_bool (builder, "erased", change->erased);
  json_builder_end_object (builder);
}

MesoCtlExit
meso_command_patient_history (MesoCtl  *ctl,
                              GError  **error)
{
  g_autofree char *field = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  gint64 before = 0;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "field", 0, 0, G_OPTION_ARG_STRING, &field, "Only this field", "FIELD" },
    { "before", 0, 0, G_OPTION_ARG_INT64, &before, "Only what is older than this seq", "SEQ" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "At most so many rows of the log", "N" },
    G_OPTION_ENTRY_NULL
  };
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !check_limit (limit, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  changes = clinic != NULL
              ? meso_patient_history_service_list (clinic, ctl->args[0], field, MAX (before, 0), (guint) limit, error) : NULL;
  if (changes == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin_list (builder, NULL);
  for (guint i = 0; i < changes->len; i++)
    add_change (builder, g_ptr_array_index (changes, i));
  json_builder_end_array (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}
