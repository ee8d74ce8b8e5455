/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-names.h"

#include "meso-stable-name.h"

static const char *const sex_names[] = { "unknown", "female", "male", "other", NULL };
static const char *const asked_names[] = { "not-asked", "none-known", "listed", NULL };
static const char *const hair_onset_names[] = { "unknown", "gradual", "sudden", NULL };
static const char *const hair_family_names[] = { "unknown", "no", "yes", NULL };
static const char *const blood_groups[] = { "A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-", NULL };

/**
 * meso_sex_to_string:
 * @sex: a sex
 *
 * Returns: its stable name: "female", "male", "other", "unknown"
 */
const char *
meso_sex_to_string (MesoSex sex)
{
  return meso_stable_name_get (sex_names, sex);
}

/**
 * meso_sex_from_string:
 * @text: (nullable): a stable name
 * @sex_out: (out): a sex; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_sex_from_string (const char *text,
                      MesoSex    *sex_out)
{
  guint value;

  if (!meso_stable_name_find (sex_names, text, &value))
    return FALSE;
  *sex_out = value;
  return TRUE;
}

/**
 * meso_asked_to_string:
 * @asked: what is known of a list
 *
 * Returns: its stable name: "not-asked", "none-known", "listed"
 */
const char *
meso_asked_to_string (MesoAsked asked)
{
  return meso_stable_name_get (asked_names, asked);
}

/**
 * meso_asked_from_string:
 * @text: (nullable): a stable name
 * @asked_out: (out): what is known of a list; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_asked_from_string (const char *text,
                        MesoAsked  *asked_out)
{
  guint value;

  if (!meso_stable_name_find (asked_names, text, &value))
    return FALSE;
  *asked_out = value;
  return TRUE;
}

/**
 * meso_hair_onset_to_string:
 * @onset: how the loss of hair began
 *
 * Returns: its stable name: "unknown", "gradual", "sudden"
 */
const char *
meso_hair_onset_to_string (MesoHairOnset onset)
{
  return meso_stable_name_get (hair_onset_names, onset);
}

/**
 * meso_hair_onset_from_string:
 * @text: (nullable): a stable name
 * @onset_out: (out): how the loss of hair began; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_hair_onset_from_string (const char *text,
                             MesoHairOnset *onset_out)
{
  guint value;

  if (!meso_stable_name_find (hair_onset_names, text, &value))
    return FALSE;
  *onset_out = value;
  return TRUE;
}

/**
 * meso_hair_family_to_string:
 * @family: whether it runs in the family
 *
 * Returns: its stable name: "unknown", "no", "yes"
 */
const char *
meso_hair_family_to_string (MesoHairFamily family)
{
  return meso_stable_name_get (hair_family_names, family);
}

/**
 * meso_hair_family_from_string:
 * @text: (nullable): a stable name
 * @family_out: (out): whether it runs in the family; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_hair_family_from_string (const char *text,
                              MesoHairFamily *family_out)
{
  guint value;

  if (!meso_stable_name_find (hair_family_names, text, &value))
    return FALSE;
  *family_out = value;
  return TRUE;
}

/**
 * meso_blood_groups:
 *
 * Returns: (transfer none) (array zero-terminated=1): every blood group that can be noted, from "A+" to "O-"
 */
const char *const *
meso_blood_groups (void)
{
  return blood_groups;
}
