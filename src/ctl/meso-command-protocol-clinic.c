/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-output.h"
#include "meso-ctl.h"
#include "meso-protocol-service.h"

#define MAX_BYTES (8 * 1024 * 1024)

static gboolean
is_of_screening (MesoProtocolEntry entry)
{
  return entry == MESO_PROTOCOL_ENTRY_RULE || entry == MESO_PROTOCOL_ENTRY_CASE || entry == MESO_PROTOCOL_ENTRY_QUESTION;
}

/* One side of a difference: null for what is added, or removed. */
static void
add_side (JsonBuilder         *builder,
          const char          *member,
          gboolean             there,
          MesoProtocolEntry    entry,
          MesoOutcome          outcome,
          int                  days,
          const char          *value,
          const MesoLocalText *text,
          const char          *language)
{
  if (!there)
    {
      meso_json_add_string (builder, member, NULL);
      return;
    }
  meso_json_begin (builder, member);
  if (!is_of_screening (entry))
    meso_json_add_string (builder, "value", value);
  else if (entry != MESO_PROTOCOL_ENTRY_QUESTION)
    {
      meso_json_add_string (builder, "outcome", meso_outcome_to_string (outcome));
      if (days >= 0)
        meso_json_add_int (builder, "days", days);
    }
  meso_json_add_string (builder, "text", text != NULL ? meso_local_text_get (text, language) : NULL);
  json_builder_end_object (builder);
}

static void
add_difference (JsonBuilder                  *builder,
                const MesoProtocolDifference *difference,
                const char                   *language)
{
  meso_json_begin (builder, NULL);
  meso_json_add_string (builder, "entry", meso_protocol_entry_to_string (difference->entry));
  meso_json_add_string (builder, "id", difference->id);
  if (difference->entry == MESO_PROTOCOL_ENTRY_CASE)
    meso_json_add_int (builder, "case", difference->n_case);
  meso_json_add_string (builder, "origin", meso_origin_to_string (difference->origin));
  meso_json_add_string (builder, "what", meso_protocol_difference_kind_to_string (difference->kind));
  if (difference->entry == MESO_PROTOCOL_ENTRY_PAIR)
    meso_json_add_string (builder, "other", difference->other);
  if (!is_of_screening (difference->entry))
    meso_json_add_string (builder, "field", difference->field);
  meso_json_add_string (builder, "effect", meso_protocol_effect_to_string (difference->effect));
  add_side (builder, "old", difference->old_text != NULL, difference->entry, difference->old_outcome, difference->old_days,
            difference->old_value, difference->old_text, language);
  add_side (builder, "new", difference->new_text != NULL, difference->entry, difference->new_outcome, difference->new_days,
            difference->new_value, difference->new_text, language);
  json_builder_end_object (builder);
}

static gboolean
print_import (const MesoProtocolPreview  *preview,
              guint                       number,
              gboolean                    applied,
              const char                 *language,
              GError                    **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "version", number);
  meso_json_add_bool (builder, "applied", applied);
  meso_json_begin_list (builder, "changes");
  for (guint i = 0; i < preview->differences->len; i++)
    add_difference (builder, g_ptr_array_index (preview->differences, i), language);
  json_builder_end_array (builder);
  meso_json_add_strings (builder, "remarks", preview->remarks);
  json_builder_end_object (builder);
  return meso_json_print (builder, error);
}

/* All faults, a line each, as `protocol validate` says them. */
static gboolean
check_faults (const MesoProtocolPreview  *preview,
              GError                    **error)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  if (preview->faults->len == 0)
    return TRUE;
  for (guint i = 0; i < preview->faults->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (preview->faults, i));
  g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, lines->str);
  return FALSE;
}

static MesoCtlExit
import (MesoCtl     *ctl,
        const char  *file,
        const char  *reason,
        gboolean     dry_run,
        GError     **error)
{
  MesoClinic *clinic;
  char *data = NULL;
  gsize length = 0;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(MesoProtocolPreview) preview = NULL;
  const char *name = meso_ctl_file_get_name (file);
  guint number;
  gboolean apply;

  if (!meso_ctl_file_read (file, MAX_BYTES, &data, &length, error))
    return MESO_CTL_BAD_INPUT;
  bytes = g_bytes_new_take (data, length);
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL)
    return MESO_CTL_COULD_NOT;
  preview = meso_protocol_service_preview_file (clinic, name, bytes);
  if (!check_faults (preview, error))
    return MESO_CTL_BAD_INPUT;

  number = preview->number;
  apply = preview->changes && !dry_run;
  if (apply && !meso_protocol_service_apply_file (clinic, name, bytes, &number, reason, error))
    return MESO_CTL_COULD_NOT;
  return print_import (preview, number, apply, meso_ctl_get_language (ctl), error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_protocol_import (MesoCtl  *ctl,
                              GError  **error)
{
  g_autofree char *reason = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why; it stands in the list of versions", "TEXT" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Only say what would change", NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 1, 1, error))
    return MESO_CTL_BAD_INPUT;
  if (reason == NULL && !dry_run)
    {
      g_set_error_literal (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "protocol import needs --reason TEXT, or --dry-run.");
      return MESO_CTL_BAD_INPUT;
    }
  return import (ctl, ctl->args[0], reason, dry_run, error);
}

MesoCtlExit
meso_command_protocol_export (MesoCtl  *ctl,
                              GError  **error)
{
  MesoClinic *clinic;
  g_autoptr(GBytes) bytes = NULL;

  if (!meso_ctl_parse (ctl, NULL, 1, 1, error) || !meso_ctl_check_output (ctl, ctl->args[0], error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  bytes = clinic != NULL ? meso_protocol_service_export (clinic, error) : NULL;
  return bytes != NULL && meso_ctl_file_write (ctl->args[0], bytes, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

static void
add_version (JsonBuilder               *builder,
             const MesoProtocolVersion *version)
{
  meso_json_begin (builder, NULL);
  meso_json_add_int (builder, "number", version->number);
  meso_json_add_int (builder, "previous", version->previous);
  meso_json_add_string (builder, "action", version->action);
  meso_json_add_string (builder, "author", version->author_name);
  meso_json_add_string (builder, "at", version->at_utc);
  meso_json_add_string (builder, "reason", version->reason);
  meso_json_add_string (builder, "hash", version->hash);
  json_builder_end_object (builder);
}

MesoCtlExit
meso_command_protocol_versions (MesoCtl  *ctl,
                                GError  **error)
{
  MesoClinic *clinic;
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  versions = clinic != NULL ? meso_protocol_service_list_versions (clinic, error) : NULL;
  if (versions == NULL)
    return MESO_CTL_COULD_NOT;

  meso_json_begin (builder, NULL);
  meso_json_add_strings (builder, "set_aside", meso_protocol_service_get_set_aside (clinic));
  meso_json_begin_list (builder, "versions");
  for (guint i = 0; i < versions->len; i++)
    add_version (builder, g_ptr_array_index (versions, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}
