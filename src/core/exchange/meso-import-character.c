/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-character.h"

static gboolean
is_note (MesoImportField field)
{
  static const gboolean notes[MESO_N_IMPORT_FIELDS] = {
    [MESO_IMPORT_FIELD_KEEP] = TRUE,
    [MESO_IMPORT_FIELD_ADDRESS] = TRUE,
    [MESO_IMPORT_FIELD_HAIR_TREATMENTS] = TRUE,
    [MESO_IMPORT_FIELD_HAIR_NOTES] = TRUE,
    [MESO_IMPORT_FIELD_ALLERGIES] = TRUE,
    [MESO_IMPORT_FIELD_MEDICINES] = TRUE,
    [MESO_IMPORT_FIELD_CONDITIONS] = TRUE,
    [MESO_IMPORT_FIELD_NOTES] = TRUE,
  };

  return notes[field];
}

static MesoImportFaultKind
judge_character (gunichar        c,
                 MesoImportField field)
{
  gboolean note = is_note (field);

  if (note && (c == '\n' || c == '\r' || c == '\t'))
    return MESO_IMPORT_FAULT_NONE;
  if (c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029)
    return MESO_IMPORT_FAULT_LINE_BREAK;
  if (g_unichar_iscntrl (c))
    return MESO_IMPORT_FAULT_CONTROL;
  if (c == 0x202D || c == 0x202E)
    return meso_import_field_is_phone (field) ? MESO_IMPORT_FAULT_NONE : MESO_IMPORT_FAULT_DIRECTION;
  /* In a line the harmless ones are taken out; a note is kept as it is, so that nothing in it may turn what follows around. */
  if (note && ((c >= 0x202A && c <= 0x202C) || (c >= 0x2066 && c <= 0x2069)))
    return MESO_IMPORT_FAULT_DIRECTION;

  return MESO_IMPORT_FAULT_NONE;
}

/**
 * meso_import_character_find_bad:
 * @text: of a cell, in UTF-8
 * @field: what it is to become
 * @offset_out: (out): where the character is, in bytes; not touched without any
 *
 * Returns: what is wrong with the first character that can't be stored, %MESO_IMPORT_FAULT_NONE without any
 */
MesoImportFaultKind
meso_import_character_find_bad (const char     *text,
                                MesoImportField field,
                                gsize          *offset_out)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      MesoImportFaultKind kind;

      if (*p >= 0x20 && *p < 0x7F)
        continue;
      kind = judge_character (g_utf8_get_char (p), field);
      if (kind != MESO_IMPORT_FAULT_NONE)
        {
          *offset_out = (gsize) (p - text);
          return kind;
        }
    }

  return MESO_IMPORT_FAULT_NONE;
}
