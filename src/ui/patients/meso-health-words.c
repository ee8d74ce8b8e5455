/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-words.h"

#include <glib/gi18n.h>

#include "meso-patient-words.h"

const char *
meso_health_words_title (MesoHealthKind kind)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return _("Allergies");
    case MESO_HEALTH_MEDICINE:
      return _("Medicines and Supplements");
    case MESO_HEALTH_CONDITION:
    default:
      return _("Conditions");
    }
}

const char *
meso_health_words_icon (MesoHealthKind kind)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return "dialog-warning-symbolic";
    case MESO_HEALTH_MEDICINE:
      return "meso-vial-symbolic";
    case MESO_HEALTH_CONDITION:
    default:
      return "meso-plaster-symbolic";
    }
}

const char *
meso_health_words_severity (MesoAllergySeverity severity)
{
  switch (severity)
    {
    case MESO_ALLERGY_MILD:
      return C_("allergy", "mild");
    case MESO_ALLERGY_MODERATE:
      return C_("allergy", "moderate");
    case MESO_ALLERGY_SEVERE:
      return C_("allergy", "severe");
    case MESO_ALLERGY_SEVERITY_UNKNOWN:
    default:
      return "";
    }
}

const char *
meso_health_words_origin (MesoMedicineOrigin origin)
{
  switch (origin)
    {
    case MESO_MEDICINE_PRESCRIBED:
      return C_("medicine", "prescribed");
    case MESO_MEDICINE_SELF_CHOSEN:
      return C_("medicine", "self-chosen");
    case MESO_MEDICINE_ORIGIN_UNKNOWN:
    default:
      return "";
    }
}

static void
append_isolated (GString    *line,
                 const char *text)
{
  g_autofree char *isolated = *text != '\0' ? meso_words_isolate (text) : NULL;

  meso_words_append (line, isolated);
}

char *
meso_health_words_detail (const MesoHealthItem *item)
{
  GString *line = g_string_new (NULL);
  g_autofree char *since_isolated = *item->since != '\0' ? meso_words_isolate (item->since) : NULL;
  /* Translators: %s is a time as somebody wrote it: "since 2019" */
  g_autofree char *since = since_isolated != NULL ? g_strdup_printf (_("since %s"), since_isolated) : NULL;

  append_isolated (line, item->detail);
  meso_words_append (line, meso_health_words_severity (item->severity));
  meso_words_append (line, meso_health_words_origin (item->origin));
  meso_words_append (line, since);
  return g_string_free (line, FALSE);
}

static const char *
get_mark (const MesoHealthItem *item)
{
  return item->kind == MESO_HEALTH_ALLERGY ? meso_health_words_severity (item->severity) : meso_health_words_origin (item->origin);
}

char *
meso_health_words_summary (const GPtrArray *active,
                           MesoAsked        asked)
{
  GString *line;

  if (active->len == 0)
    return g_strdup (asked == MESO_ASKED_NONE ? _("None known") : _("Not asked yet"));
  line = g_string_new (NULL);
  for (guint i = 0; i < active->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (active, i);
      g_autofree char *name = meso_words_isolate (item->what);

      if (i > 0)
        /* Translators: stands between the parts of a list */
        g_string_append (line, C_("list", ", "));
      g_string_append (line, name);
      if (*get_mark (item) != '\0')
        /* Translators: how severe an allergy is, or who chose a medicine, behind its name */
        g_string_append_printf (line, C_("list", " (%s)"), get_mark (item));
    }
  return g_string_free (line, FALSE);
}

char *
meso_health_words_of (const MesoPatientRecord *record,
                      MesoHealthKind           kind)
{
  g_autoptr(GPtrArray) active = meso_patient_record_list_active (record, kind);

  return meso_health_words_summary (active, meso_patient_record_get_asked (record, kind));
}
