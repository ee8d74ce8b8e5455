/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-fixture.h"

#include <string.h>

typedef struct
{
  MesoFormula *formula;
  MesoFormulaItem *item;
  MesoFormulaPatient patient;
  char *language;
} Input;

static void
add_document (GPtrArray *documents, const char *name, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  g_ptr_array_add (documents, meso_protocol_document_new (name, bytes));
}

MesoProtocol *
formula_fixture_load (const char *formulary_path, const char *phrases_path)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol;

  add_document (documents, "formulary.xml", formulary_path);
  add_document (documents, "phrases.xml", phrases_path);
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  return protocol;
}

MesoProtocol *
formula_fixture_open (void)
{
  const char *root = g_getenv ("MESO_SOURCE_ROOT");
  g_autofree char *formulary = NULL;
  g_autofree char *phrases = NULL;

  g_assert_nonnull (root);
  formulary = g_build_filename (root, "tests", "core", "formula", "formula-protocol.xml", NULL);
  phrases = g_build_filename (root, "data", "protocol", "phrases-formula.xml", NULL);
  return formula_fixture_load (formulary, phrases);
}

static void
split_list (GPtrArray **list, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (*list, g_strdup (parts[i]));
}

static char **
find_text_field (Input *input, const char *key)
{
  if (strcmp (key, "diluent") == 0)
    return &input->formula->diluent;
  if (strcmp (key, "to") == 0)
    return &input->formula->to_volume;
  if (strcmp (key, "per-point") == 0)
    return &input->formula->volume_per_point;
  if (strcmp (key, "dead") == 0)
    return &input->formula->dead_space;
  if (strcmp (key, "language") == 0)
    return &input->language;
  if (strcmp (key, "ingredient") == 0)
    return &input->item->ingredient;
  if (strcmp (key, "product") == 0)
    return &input->item->product;
  if (strcmp (key, "salt") == 0)
    return &input->item->salt;
  if (strcmp (key, "strength") == 0)
    return &input->item->strength;
  if (strcmp (key, "volume") == 0)
    return &input->item->volume;
  if (strcmp (key, "amount") == 0)
    return &input->item->amount;
  g_error ("unknown key %s", key);
}

static void
set_field (Input *input, const char *key, const char *value)
{
  if (strcmp (key, "item") == 0 || strcmp (key, "ingredient") == 0 || strcmp (key, "product") == 0)
    {
      input->item = meso_formula_item_new ();
      g_ptr_array_add (input->formula->items, input->item);
    }

  if (strcmp (key, "item") == 0)
    return;
  if (strcmp (key, "points") == 0)
    input->formula->points = (int) g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (key, "weight") == 0)
    input->patient.weight_g = g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (key, "anybody") == 0)
    input->patient.anybody = TRUE;
  else if (strcmp (key, "allergies") == 0)
    split_list (&input->patient.allergies, value);
  else if (strcmp (key, "excluded") == 0)
    split_list (&input->patient.excluded, value);
  else if (strcmp (key, "also-product") == 0)
    input->item->product = g_strdup (value);
  else
    *find_text_field (input, key) = g_strdup (value);
}

static Input
read_line (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);
  Input input = { .formula = meso_formula_new () };

  for (guint i = 0; fields[i] != NULL && *line != '\0'; i++)
    {
      char *equals = strchr (fields[i], '=');

      g_assert_nonnull (equals);
      *equals = '\0';
      set_field (&input, fields[i], equals + 1);
    }
  return input;
}

static void
clear_patient (Input *input)
{
  g_clear_pointer (&input->patient.allergies, g_ptr_array_unref);
  g_clear_pointer (&input->patient.excluded, g_ptr_array_unref);
  g_free (input->language);
}

MesoFormulaCheck *
formula_fixture_check (const MesoProtocol *protocol, const char *line, GError **error)
{
  Input input = read_line (line);
  MesoFormulaCheck *check = meso_formula_check_new (protocol, input.formula, &input.patient, input.language, error);

  meso_formula_free (input.formula);
  clear_patient (&input);
  return check;
}

MesoFormula *
formula_fixture_read (const char *line)
{
  Input input = read_line (line);

  clear_patient (&input);
  return input.formula;
}

MesoFormulaPatient *
formula_fixture_read_patient (const char *line)
{
  Input input = read_line (line);
  MesoFormulaPatient *patient = meso_formula_patient_copy (&input.patient);

  meso_formula_free (input.formula);
  clear_patient (&input);
  return patient;
}

char *
formula_fixture_list_findings (const MesoFormulaCheck *check)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      g_string_append_printf (list, "%s%s:%s:", i > 0 ? " " : "", meso_severity_to_string (finding->severity),
                              finding->code);
      for (guint j = 0; j < finding->ingredients->len; j++)
        g_string_append_printf (list, "%s%s", j > 0 ? "+" : "", (char *) g_ptr_array_index (finding->ingredients, j));
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}
