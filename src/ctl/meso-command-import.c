/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <stdio.h>
#include <unistd.h>

#include "meso-ctl-file.h"
#include "meso-ctl-scratch.h"
#include "meso-ctl.h"
#include "meso-import-service.h"
#include "meso-request-import.h"

/* Enough to see where it looks like at, and to guess how dates are written. */
#define SAMPLE_ROWS 1000
/* So many faults are told on standard error; the report of a dry run has more. */
#define MOST_TOLD 20

typedef struct
{
  const MesoRequestImport *request;
  const char *path;
  MesoPatientMapping *mapping;
  MesoImportCheck *check;
  MesoImportResult result;
} Import;

static char *
write_fault (const Import          *import,
             const MesoImportFault *fault)
{
  g_autofree char *what = meso_import_fault_to_english (fault);

  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%u: %s", meso_ctl_file_get_name (import->request->file), fault->line, fault->column,
                          what);
}

static void
add_faults (JsonBuilder     *builder,
            const char      *member,
            const GPtrArray *faults,
            gboolean         remarks)
{
  meso_json_begin_list (builder, member);
  for (guint i = 0; i < faults->len; i++)
    {
      const MesoImportFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *what = meso_import_fault_to_english (fault);

      if (meso_import_fault_kind_is_remark (fault->kind) != remarks)
        continue;
      meso_json_begin (builder, NULL);
      meso_json_add_int (builder, "line", (gint64) fault->line);
      meso_json_add_int (builder, "column", fault->column);
      meso_json_add_string (builder, "field",
                            fault->field > MESO_IMPORT_FIELD_KEEP ? meso_import_field_to_string (fault->field) : NULL);
      meso_json_add_string (builder, "kind", meso_import_fault_kind_to_string (fault->kind));
      meso_json_add_string (builder, "what", what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_twins (JsonBuilder     *builder,
           const GPtrArray *twins)
{
  meso_json_begin_list (builder, "twins");
  for (guint i = 0; i < twins->len; i++)
    {
      const MesoImportTwin *twin = g_ptr_array_index (twins, i);
      g_auto(GStrv) reasons = meso_patient_twin_reasons_to_strv (twin->twin.reasons);

      meso_json_begin (builder, NULL);
      meso_json_add_int (builder, "line", (gint64) twin->line);
      meso_json_add_string (builder, "grade", meso_patient_twin_grade_to_string (twin->twin.grade));
      meso_json_begin_list (builder, "reasons");
      for (gsize j = 0; reasons[j] != NULL; j++)
        json_builder_add_string_value (builder, reasons[j]);
      json_builder_end_array (builder);
      if (twin->other_line > 0)
        meso_json_add_int (builder, "other_line", (gint64) twin->other_line);
      meso_json_add_string (builder, "patient", twin->patient);
      meso_json_add_string (builder, "file_number", twin->file_number);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_mapping (JsonBuilder              *builder,
             const MesoPatientMapping *mapping)
{
  meso_json_begin_list (builder, "columns");
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      meso_json_begin (builder, NULL);
      meso_json_add_string (builder, "column", mapping->headers[i]);
      meso_json_add_string (builder, "field", meso_import_field_to_string (mapping->fields[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  meso_json_add_string (builder, "date_order", meso_import_date_order_to_string (mapping->date_order));
  meso_json_add_string (builder, "calendar", meso_import_calendar_to_string (mapping->calendar));
}

static gboolean
print_report (const Import  *import,
              GError       **error)
{
  static const char *const forms[] = { "gregorian", "persian", "serial" };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const MesoImportCheck *check = import->check;

  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "read", (gint64) check->n_rows);
  meso_json_add_int (builder, "imported", (gint64) import->result.n_imported);
  meso_json_add_int (builder, "refused_rows", (gint64) check->n_refused);
  add_faults (builder, "refused", check->faults, FALSE);
  meso_json_add_int (builder, "remarks_found", (gint64) check->n_remarks);
  add_faults (builder, "remarks", check->faults, TRUE);
  meso_json_add_int (builder, "twins_found", (gint64) check->n_twins);
  meso_json_add_int (builder, "twins_skipped", (gint64) import->result.n_skipped_twins);
  add_twins (builder, check->twins);
  meso_json_add_int (builder, "renumbered", (gint64) import->result.n_renumbered);
  meso_json_begin (builder, "dates");
  for (guint i = 0; i < MESO_N_IMPORT_DATE_FORMS; i++)
    meso_json_add_int (builder, forms[i], (gint64) check->n_forms[i]);
  json_builder_end_object (builder);
  add_mapping (builder, import->mapping);
  meso_json_add_string (builder, "sha256", check->sha256);
  meso_json_add_bool (builder, "dry_run", import->request->dry_run);
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

static gboolean
is_refused (const Import *import)
{
  return import->check->fatal != NULL || (import->check->n_refused > 0 && !import->request->skip_bad);
}

/* Each fault on its own line, the first as the error. */
static void
tell_refused (const Import  *import,
              GError       **error)
{
  const MesoImportFault *first = import->check->fatal;
  guint n_told = 0;

  for (guint i = 0; i < import->check->faults->len; i++)
    {
      const MesoImportFault *fault = g_ptr_array_index (import->check->faults, i);
      g_autofree char *line = write_fault (import, fault);

      if (meso_import_fault_kind_is_remark (fault->kind))
        continue;
      if (first == NULL)
        first = fault;
      else if (fault != first && first != import->check->fatal && ++n_told < MOST_TOLD)
        fprintf (stderr, "mesoclinicctl: %s\n", line);
    }
  if (first != NULL)
    {
      g_autofree char *line = write_fault (import, first);

      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s Nothing was stored.", line);
    }
}

static MesoCtlExit
store (Import      *import,
       MesoClinic  *clinic,
       GError     **error)
{
  MesoImportChoices choices = {
    .skip_refused = import->request->skip_bad,
    .skip_twins = g_strcmp0 (import->request->twins, "skip") == 0,
  };
  gboolean refused = is_refused (import);

  if (!refused && !import->request->dry_run &&
      !meso_import_service_store (clinic, import->check, &choices, NULL, &import->result, error))
    return MESO_CTL_COULD_NOT;
  if ((!refused || import->request->dry_run) && !print_report (import, error))
    return MESO_CTL_COULD_NOT;
  if (refused)
    tell_refused (import, error);
  return refused ? MESO_CTL_BAD_INPUT : MESO_CTL_DONE;
}

static MesoCtlExit
check_and_store (Import            *import,
                 MesoCtl           *ctl,
                 MesoImportSample  *sample,
                 GError           **error)
{
  const MesoRequestImport *request = import->request;
  MesoClinic *clinic = NULL;
  MesoCtlExit status;

  import->mapping = sample->mapping;
  if (sample->fault != NULL)
    {
      g_autofree char *line = write_fault (import, sample->fault);

      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s%s%s%s Nothing was stored.", line,
                   sample->guess != sample->encoding ? " It looks like " : "",
                   sample->guess != sample->encoding ? meso_import_encoding_to_string (sample->guess) : "",
                   sample->guess != sample->encoding ? ": try --encoding." : "");
      return MESO_CTL_BAD_INPUT;
    }
  if (!meso_request_import_map (request, import->mapping, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL)
    return MESO_CTL_COULD_NOT;
  import->check = meso_import_service_check (clinic, import->path, request->encoding, request->separator, import->mapping,
                                             meso_ctl_today (), NULL, error);
  if (import->check == NULL)
    {
      /* Of all that is chosen only the columns can be wrong yet: those of the header. */
      if (g_error_matches (*error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID))
        g_prefix_error (error, "%s:1:1: ", meso_ctl_file_get_name (request->file));
      return MESO_CTL_COULD_NOT;
    }
  status = store (import, clinic, error);
  meso_import_check_free (import->check);
  return status;
}

MesoCtlExit
meso_command_import_csv (MesoCtl  *ctl,
                         GError  **error)
{
  g_auto(MesoRequestImport) request = { 0 };
  g_autoptr(MesoCtlScratch) scratch = NULL;
  g_autoptr(MesoImportSample) sample = NULL;
  Import import = { .request = &request };

  if (!meso_request_import_parse (&request, ctl, error))
    return MESO_CTL_BAD_INPUT;
  import.path = request.file;
  if (g_str_equal (request.file, "-"))
    {
      /* It is read twice. */
      scratch = meso_ctl_scratch_new (error);
      if (scratch == NULL || !meso_ctl_scratch_read_from (scratch, STDIN_FILENO, error))
        return MESO_CTL_COULD_NOT;
      import.path = scratch->path;
    }
  sample = meso_import_service_sample (import.path, request.encoding, request.separator, SAMPLE_ROWS, error);
  if (sample == NULL)
    {
      /* What can't be read at all was named wrongly. */
      MesoCtlExit status = meso_ctl_error_get_exit (*error);

      if (status == MESO_CTL_COULD_NOT)
        {
          GError *plain = g_error_new_literal (MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, (*error)->message);

          g_clear_error (error);
          g_propagate_error (error, plain);
        }
      return MESO_CTL_BAD_INPUT;
    }
  return check_and_store (&import, ctl, sample, error);
}
