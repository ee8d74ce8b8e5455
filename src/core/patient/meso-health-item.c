/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-item.h"

#include "meso-stable-name.h"

static const char *const health_kind_names[] = { "allergy", "medicine", "condition", NULL };
static const char *const allergy_severity_names[] = { "unknown", "mild", "moderate", "severe", NULL };
static const char *const medicine_origin_names[] = { "unknown", "prescribed", "self-chosen", NULL };
static const char *const health_status_names[] = { "active", "ended", "replaced", "entered-in-error", NULL };

/**
 * meso_health_kind_to_string:
 * @kind: a kind
 *
 * Returns: its stable name: "allergy", "medicine", "condition"
 */
const char *
meso_health_kind_to_string (MesoHealthKind kind)
{
  return meso_stable_name_get (health_kind_names, kind);
}

/**
 * meso_health_kind_from_string:
 * @text: (nullable): a stable name
 * @kind_out: (out): a kind; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_health_kind_from_string (const char *text,
                              MesoHealthKind *kind_out)
{
  guint value;

  if (!meso_stable_name_find (health_kind_names, text, &value))
    return FALSE;
  *kind_out = value;
  return TRUE;
}

/**
 * meso_allergy_severity_to_string:
 * @severity: how bad the reaction was
 *
 * Returns: its stable name: "unknown", "mild", "moderate", "severe"
 */
const char *
meso_allergy_severity_to_string (MesoAllergySeverity severity)
{
  return meso_stable_name_get (allergy_severity_names, severity);
}

/**
 * meso_allergy_severity_from_string:
 * @text: (nullable): a stable name
 * @severity_out: (out): how bad the reaction was; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_allergy_severity_from_string (const char *text,
                                   MesoAllergySeverity *severity_out)
{
  guint value;

  if (!meso_stable_name_find (allergy_severity_names, text, &value))
    return FALSE;
  *severity_out = value;
  return TRUE;
}

/**
 * meso_medicine_origin_to_string:
 * @origin: who chose a medicine
 *
 * Returns: its stable name: "unknown", "prescribed", "self-chosen"
 */
const char *
meso_medicine_origin_to_string (MesoMedicineOrigin origin)
{
  return meso_stable_name_get (medicine_origin_names, origin);
}

/**
 * meso_medicine_origin_from_string:
 * @text: (nullable): a stable name
 * @origin_out: (out): who chose a medicine; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_medicine_origin_from_string (const char *text,
                                  MesoMedicineOrigin *origin_out)
{
  guint value;

  if (!meso_stable_name_find (medicine_origin_names, text, &value))
    return FALSE;
  *origin_out = value;
  return TRUE;
}

/**
 * meso_health_status_to_string:
 * @status: what became of an item
 *
 * Returns: its stable name: "active", "ended", "replaced", "entered-in-error"
 */
const char *
meso_health_status_to_string (MesoHealthStatus status)
{
  return meso_stable_name_get (health_status_names, status);
}

/**
 * meso_health_status_from_string:
 * @text: (nullable): a stable name
 * @status_out: (out): what became of an item; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_health_status_from_string (const char *text,
                                MesoHealthStatus *status_out)
{
  guint value;

  if (!meso_stable_name_find (health_status_names, text, &value))
    return FALSE;
  *status_out = value;
  return TRUE;
}

/**
 * meso_health_item_new:
 * @kind: what it is
 * @what: the substance, medicine or condition
 *
 * Returns: (transfer full): an item that holds, of which nothing else is known
 */
MesoHealthItem *
meso_health_item_new (MesoHealthKind  kind,
                      const char     *what)
{
  MesoHealthItem *self = g_new0 (MesoHealthItem, 1);

  g_return_val_if_fail (what != NULL, self);

  self->kind = kind;
  self->what = g_strdup (what);
  self->ingredient = g_strdup ("");
  self->detail = g_strdup ("");
  self->since = g_strdup ("");
  self->reason = g_strdup ("");

  return self;
}

/**
 * meso_health_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): an independent copy
 */
MesoHealthItem *
meso_health_item_copy (const MesoHealthItem *self)
{
  MesoHealthItem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (MesoHealthItem, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->patient = g_strdup (self->patient);
  copy->what = g_strdup (self->what);
  copy->ingredient = g_strdup (self->ingredient);
  copy->detail = g_strdup (self->detail);
  copy->since = g_strdup (self->since);
  copy->reason = g_strdup (self->reason);
  copy->replaces = g_strdup (self->replaces);
  copy->noted_at = g_strdup (self->noted_at);
  copy->noted_by = g_strdup (self->noted_by);
  copy->ended_at = g_strdup (self->ended_at);
  copy->ended_by = g_strdup (self->ended_by);

  return copy;
}

/**
 * meso_health_item_free:
 * @self: (transfer full): an item
 */
void
meso_health_item_free (MesoHealthItem *self)
{
  g_free (self->id);
  g_free (self->patient);
  g_free (self->what);
  g_free (self->ingredient);
  g_free (self->detail);
  g_free (self->since);
  g_free (self->reason);
  g_free (self->replaces);
  g_free (self->noted_at);
  g_free (self->noted_by);
  g_free (self->ended_at);
  g_free (self->ended_by);
  g_free (self);
}

/**
 * meso_health_item_says_same:
 * @a: an item
 * @b: another one
 *
 * Returns: whether both are of one kind and say the same of the patient; status, reason and who wrote it don't count
 */
gboolean
meso_health_item_says_same (const MesoHealthItem *a,
                            const MesoHealthItem *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && g_str_equal (a->what, b->what) && g_str_equal (a->ingredient, b->ingredient) &&
         g_str_equal (a->detail, b->detail) && a->severity == b->severity && a->origin == b->origin &&
         g_str_equal (a->since, b->since);
}

static void
append_part (GString    *line,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/**
 * meso_health_item_dup_line:
 * @self: an item
 *
 * Says an item on one line, with the stable names of what isn't text: "Penicillin · rash · severe · 2010". Meant for the audit
 * log, which keeps it for ever; the window has words of its own.
 *
 * Returns: (transfer full): the line
 */
char *
meso_health_item_dup_line (const MesoHealthItem *self)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (line, FALSE));

  append_part (line, self->what);
  if (g_ascii_strcasecmp (self->ingredient, self->what) != 0)
    append_part (line, self->ingredient);
  append_part (line, self->detail);
  if (self->severity != MESO_ALLERGY_SEVERITY_UNKNOWN)
    append_part (line, meso_allergy_severity_to_string (self->severity));
  if (self->origin != MESO_MEDICINE_ORIGIN_UNKNOWN)
    append_part (line, meso_medicine_origin_to_string (self->origin));
  append_part (line, self->since);

  return g_string_free (line, FALSE);
}

/**
 * meso_health_item_find_replaced:
 * @self: an item
 * @items: (element-type MesoHealthItem): items of the same person
 *
 * Returns: (transfer none) (nullable): the item that @self was written instead of
 */
const MesoHealthItem *
meso_health_item_find_replaced (const MesoHealthItem *self,
                                const GPtrArray      *items)
{
  for (guint i = 0; self->replaces != NULL && i < items->len; i++)
    {
      const MesoHealthItem *other = g_ptr_array_index (items, i);

      if (g_strcmp0 (other->id, self->replaces) == 0)
        return other;
    }

  return NULL;
}
