/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-body.h"

struct _MesoAuditBody
{
  GString *fields;
  char *text;
};

MesoAuditBody *
meso_audit_body_new (void)
{
  MesoAuditBody *self = g_new0 (MesoAuditBody, 1);

  self->fields = g_string_new (NULL);
  return self;
}

void
meso_audit_body_free (MesoAuditBody *self)
{
  g_string_free (self->fields, TRUE);
  g_free (self->text);
  g_free (self);
}

static void
append_string (GString *json, const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (json, "\\%c", *at);
      else if ((guchar) *at < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

/**
 * meso_audit_body_add:
 * @field: the record's field, static text
 * @old_value: (nullable): the value before
 * @new_value: (nullable): the value now
 *
 * Notes a value that changed; nothing when both are the same.
 */
void
meso_audit_body_add (MesoAuditBody *self, const char *field, const char *old_value, const char *new_value)
{
  if (g_strcmp0 (old_value, new_value) == 0)
    return;
  if (self->fields->len > 0)
    g_string_append_c (self->fields, ',');
  append_string (self->fields, field);
  g_string_append (self->fields, ":{\"old\":");
  append_string (self->fields, old_value);
  g_string_append (self->fields, ",\"new\":");
  append_string (self->fields, new_value);
  g_string_append_c (self->fields, '}');
}

/**
 * meso_audit_body_add_int:
 * @field: the record's field, static text
 *
 * Notes a number of a new record.
 */
void
meso_audit_body_add_int (MesoAuditBody *self, const char *field, gint64 new_value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, new_value);

  meso_audit_body_add (self, field, NULL, text);
}

/**
 * meso_audit_body_add_date:
 * @old_value: the day before, unset when there was none
 * @new_value: the day now, unset when it was taken away
 *
 * Notes a day that changed; nothing when both are the same.
 */
void
meso_audit_body_add_date (MesoAuditBody *self, const char *field, MesoCalendarDate old_value, MesoCalendarDate new_value)
{
  g_autofree char *old_text = meso_calendar_date_is_set (old_value) ? meso_calendar_date_to_string (old_value) : NULL;
  g_autofree char *new_text = meso_calendar_date_is_set (new_value) ? meso_calendar_date_to_string (new_value) : NULL;

  meso_audit_body_add (self, field, old_text, new_text);
}

/**
 * meso_audit_body_is_empty:
 *
 * Returns: whether nothing changed
 */
gboolean
meso_audit_body_is_empty (MesoAuditBody *self)
{
  return self->fields->len == 0;
}

/* (transfer none): until the next field is added */
const char *
meso_audit_body_get (MesoAuditBody *self)
{
  g_free (self->text);
  self->text = g_strconcat ("{", self->fields->str, "}", NULL);
  return self->text;
}
