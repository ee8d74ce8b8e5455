/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-item.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-text.h"

#define WHAT_MAX_CHARS 200
#define INGREDIENT_MAX_CHARS 100
#define DETAIL_MAX_CHARS 500
#define SINCE_MAX_CHARS 100
#define REASON_MAX_CHARS 500

static const char *const substance_words[] = { "The substance", "The medicine", "The condition" };
static const char *const detail_words[] = { "The reaction", "The dose", "The remark" };

static gboolean
require (gboolean     holds,
         const char  *sentence,
         GError     **error)
{
  if (!holds)
    g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, sentence);

  return holds;
}

static gboolean
check_what (const MesoHealthItem  *self,
            GError               **error)
{
  return meso_text_check_line (self->what, WHAT_MAX_CHARS, substance_words[self->kind], error) &&
         require (!meso_text_is_empty (self->what), "Write what it is, or take the line out.", error);
}

static gboolean
check_ingredient (const char  *ingredient,
                  GError     **error)
{
  g_autofree char *quoted = NULL;

  if (!meso_text_check_line (ingredient, INGREDIENT_MAX_CHARS, "The ingredient", error))
    return FALSE;
  if (strspn (ingredient, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (ingredient))
    return TRUE;

  quoted = meso_text_quote (ingredient);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "%s isn't an id of the formulary, which has lower-case letters, digits and hyphens.", quoted);
  return FALSE;
}

/* An allergy that nobody heeds any more is a danger: somebody must have had a reason. */
static gboolean
check_reason (const MesoHealthItem  *self,
              GError               **error)
{
  if (!meso_text_check_line (self->reason, REASON_MAX_CHARS, "The reason", error))
    return FALSE;

  return require (self->status != MESO_HEALTH_ENTERED_IN_ERROR || !meso_text_is_empty (self->reason),
                  "Write why this was entered in error.", error) &&
         require (self->status != MESO_HEALTH_ENDED || self->kind != MESO_HEALTH_ALLERGY ||
                  !meso_text_is_empty (self->reason),
                  "Write how it is known that this allergy doesn't hold any more.", error);
}

/**
 * meso_health_item_check:
 * @self: an item, normalised or as typed
 * @error: return location
 *
 * Checks whether an allergy, medicine or condition can be stored: something is named, lines are lines, a severity stands with an
 * allergy and an origin with a medicine only, and there is a reason where one is due. Whether the formulary has its
 * ingredient isn't asked: content changes, records stay.
 *
 * Returns: %FALSE with the first fault, whose message starts with the field (`what: …`): %MESO_CORE_ERROR_INVALID, or
 *   %MESO_CORE_ERROR_RANGE for what is too long
 */
gboolean
meso_health_item_check (const MesoHealthItem  *self,
                        GError               **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->kind < MESO_HEALTH_N_KINDS, FALSE);

  return meso_core_error_at ("what", check_what (self, error), error) &&
         meso_core_error_at ("ingredient", check_ingredient (self->ingredient, error), error) &&
         meso_core_error_at ("detail",
                             meso_text_check_line (self->detail, DETAIL_MAX_CHARS, detail_words[self->kind], error), error) &&
         meso_core_error_at ("severity",
                             require (self->severity == MESO_ALLERGY_SEVERITY_UNKNOWN || self->kind == MESO_HEALTH_ALLERGY,
                                      "Only an allergy has a severity.", error), error) &&
         meso_core_error_at ("origin",
                             require (self->origin == MESO_MEDICINE_ORIGIN_UNKNOWN || self->kind == MESO_HEALTH_MEDICINE,
                                      "Only a medicine or supplement is prescribed or self-chosen.", error), error) &&
         meso_core_error_at ("since",
                             meso_text_check_line (self->since, SINCE_MAX_CHARS, "The time since when", error), error) &&
         meso_core_error_at ("reason", check_reason (self, error), error);
}

static void
trim (char **text)
{
  char *trimmed = meso_text_trim (*text);

  g_free (*text);
  *text = trimmed;
}

/**
 * meso_health_item_normalise:
 * @self: an item
 *
 * Takes blanks and invisible marks away at the ends of what was typed.
 */
void
meso_health_item_normalise (MesoHealthItem *self)
{
  g_return_if_fail (self != NULL);

  trim (&self->what);
  trim (&self->ingredient);
  trim (&self->detail);
  trim (&self->since);
  trim (&self->reason);
}
