/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-request-import.h"

#include <string.h>

static gboolean
fail (GError     **error,
      const char  *option,
      const char  *text,
      const char  *what)
{
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: “%s” %s", option, text, what);
  return FALSE;
}

gboolean
meso_request_parse_separator (const char  *name,
                              char        *separator_out,
                              GError     **error)
{
  if (g_str_equal (name, "tab"))
    *separator_out = '\t';
  else if (g_str_equal (name, ",") || g_str_equal (name, ";") || g_str_equal (name, "\t"))
    *separator_out = *name;
  else
    return fail (error, "--separator", name, "must be , or ; or tab.");
  return TRUE;
}

static gboolean
check_choices (MesoRequestImport  *self,
               GError            **error)
{
  if (self->encoding_name != NULL && !meso_import_encoding_from_string (self->encoding_name, &self->encoding))
    return fail (error, "--encoding", self->encoding_name, "must be utf-8, utf-16 or windows-1256.");
  if (self->twins != NULL && !g_str_equal (self->twins, "skip") && !g_str_equal (self->twins, "keep"))
    return fail (error, "--twins", self->twins, "must be skip or keep.");
  return self->separator_name == NULL || meso_request_parse_separator (self->separator_name, &self->separator, error);
}

gboolean
meso_request_import_parse (MesoRequestImport  *self,
                           MesoCtl            *ctl,
                           GError            **error)
{
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->map, "What a column becomes", "FIELD=COLUMN" },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &self->mapping, "The same for all columns, as JSON", "FILE" },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &self->dates, "How dates are written that end with the year", "ymd|dmy|mdy" },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &self->calendar, "The calendar of dates", "by-year|persian|gregorian" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding_name, "How bytes become text", "utf-8|utf-16|windows-1256" },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &self->separator_name, "What stands between cells", ",|;|tab" },
    { "keep-rest", 0, 0, G_OPTION_ARG_NONE, &self->keep_rest, "Keep other columns in the notes", NULL },
    { "skip-bad", 0, 0, G_OPTION_ARG_NONE, &self->skip_bad, "Leave out rows that can't be stored", NULL },
    { "twins", 0, 0, G_OPTION_ARG_STRING, &self->twins, "Whether to leave out who is likely on file", "keep|skip" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, "Check and report, store nothing", NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !check_choices (self, error))
    return FALSE;
  self->file = g_strdup (ctl->args[0]);
  return TRUE;
}

void
meso_request_import_clear (MesoRequestImport *self)
{
  g_free (self->file);
  g_strfreev (self->map);
  g_free (self->mapping);
  g_free (self->dates);
  g_free (self->calendar);
  g_free (self->encoding_name);
  g_free (self->separator_name);
  g_free (self->twins);
}

/* A column that was guessed to be the field gives way. */
static gboolean
set_field (MesoPatientMapping  *mapping,
           const char          *field_name,
           const char          *header,
           const char          *place,
           GError             **error)
{
  MesoImportField field;
  int column = meso_patient_mapping_find_header (mapping, header);
  int before;

  if (!meso_import_field_from_string (field_name, &field))
    return fail (error, place, field_name, "isn't a field of a patient.");
  if (column < 0)
    return fail (error, place, header, "isn't a column of the file, or more than one: name it, or count it from 1.");
  before = field > MESO_IMPORT_FIELD_KEEP ? meso_patient_mapping_find_column (mapping, field) : -1;
  if (before >= 0)
    mapping->fields[before] = MESO_IMPORT_FIELD_NONE;
  mapping->fields[column] = field;
  return TRUE;
}

static gboolean
apply_options (MesoPatientMapping  *mapping,
               const char          *dates,
               const char          *calendar,
               GError             **error)
{
  if (dates != NULL && !meso_import_date_order_from_string (dates, &mapping->date_order))
    return fail (error, "dates", dates, "must be ymd, dmy or mdy.");
  if (calendar != NULL && !meso_import_calendar_from_string (calendar, &mapping->calendar))
    return fail (error, "calendar", calendar, "must be by-year, persian or gregorian.");
  return TRUE;
}

static gboolean
read_fields (MesoJsonReader      *reader,
             MesoPatientMapping  *mapping,
             GError             **error)
{
  g_autoptr(MesoJsonReader) fields = NULL;
  g_autoptr(GList) names = NULL;

  if (!meso_json_reader_read_object (reader, "fields", &fields, error))
    return FALSE;
  if (fields == NULL)
    return TRUE;
  for (guint i = 0; i < mapping->n_columns; i++)
    mapping->fields[i] = MESO_IMPORT_FIELD_NONE;
  names = meso_json_reader_get_members (fields);
  for (const GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *header = NULL;

      if (!meso_json_reader_read_string (fields, name->data, &header, error))
        return FALSE;
      if (header != NULL && !set_field (mapping, name->data, header, "--mapping", error))
        return meso_json_reader_prefix (fields, name->data, error);
    }
  return meso_json_reader_finish (fields, error);
}

/* { "fields": { "given_name": "First name", … }, "keep": [ "Insurance" ], "dates": "dmy", "calendar": "persian",
 *   "told_on": "2025-01-01" } */
static gboolean
read_mapping (const char          *file,
              MesoPatientMapping  *mapping,
              GError             **error)
{
  g_autoptr(MesoJsonReader) reader = meso_json_reader_new_for_file (file, error);
  g_autoptr(GPtrArray) keep = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *calendar = NULL;
  g_autofree char *told_on = NULL;

  if (reader == NULL || !read_fields (reader, mapping, error) || !meso_json_reader_read_strings (reader, "keep", &keep, error) ||
      !meso_json_reader_read_string (reader, "dates", &dates, error) ||
      !meso_json_reader_read_string (reader, "calendar", &calendar, error) ||
      !meso_json_reader_read_string (reader, "told_on", &told_on, error) || !meso_json_reader_finish (reader, error))
    return FALSE;
  for (guint i = 0; keep != NULL && i < keep->len; i++)
    {
      if (!set_field (mapping, "keep", g_ptr_array_index (keep, i), "--mapping", error))
        return meso_json_reader_prefix (reader, "keep", error);
    }
  return apply_options (mapping, dates, calendar, error) &&
         (told_on == NULL || meso_ctl_parse_date ("told_on", told_on, &mapping->told_on, error));
}

static gboolean
apply_map (const char          *map,
           MesoPatientMapping  *mapping,
           GError             **error)
{
  const char *equals = strchr (map, '=');
  g_autofree char *field = NULL;

  if (equals == NULL)
    return fail (error, "--map", map, "must be written field=column.");
  field = g_strndup (map, equals - map);
  return set_field (mapping, field, equals + 1, "--map", error);
}

gboolean
meso_request_import_map (const MesoRequestImport  *self,
                         MesoPatientMapping       *mapping,
                         GError                  **error)
{
  if (self->mapping != NULL && !read_mapping (self->mapping, mapping, error))
    return FALSE;
  for (gsize i = 0; self->map != NULL && self->map[i] != NULL; i++)
    {
      if (!apply_map (self->map[i], mapping, error))
        return FALSE;
    }
  for (guint i = 0; self->keep_rest && i < mapping->n_columns; i++)
    {
      if (mapping->fields[i] == MESO_IMPORT_FIELD_NONE && *mapping->headers[i] != '\0')
        mapping->fields[i] = MESO_IMPORT_FIELD_KEEP;
    }
  return apply_options (mapping, self->dates, self->calendar, error);
}
