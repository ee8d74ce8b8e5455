/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-health-words.h"
#include "meso-patient-words.h"
#include "meso-tag.h"
#include "meso-text-fold.h"

static void
add (GPtrArray  *tags,
     const char *icon_name,
     const char *label,
     const char *kind)
{
  g_ptr_array_add (tags, g_object_ref_sink (meso_tag_new (icon_name, label, kind)));
}

static void
add_allergy (GPtrArray            *tags,
             const MesoHealthItem *item)
{
  g_autofree char *name = meso_words_isolate (item->what);
  const char *severity = meso_health_words_severity (item->severity);
  /* Translators: a tag; what a patient is allergic to */
  g_autofree char *plain = g_strdup_printf (_("Allergy: %s"), name);
  /* Translators: a tag; what a patient is allergic to, and how severe: "Allergy: latex, severe" */
  g_autofree char *full = g_strdup_printf (_("Allergy: %s, %s"), name, severity);
  /* One whose severity nobody knows is taken as seriously as any. */
  gboolean mild = item->severity == MESO_ALLERGY_MILD;

  add (tags, "dialog-warning-symbolic", *severity != '\0' ? full : plain, mild ? "warning" : "error");
}

static void
add_allergies (GPtrArray               *tags,
               const MesoPatientRecord *record)
{
  g_autoptr(GPtrArray) active = meso_patient_record_list_active (record, MESO_HEALTH_ALLERGY);

  for (guint i = 0; i < active->len; i++)
    add_allergy (tags, g_ptr_array_index (active, i));
  if (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY) == MESO_ASKED_NOT)
    add (tags, "meso-question-symbolic", _("Allergies not asked"), "warning");
}

/* Written down by somebody, in either language, in one word or two. */
static gboolean
says_blood_thinner (const MesoHealthItem *item)
{
  static const char *const words[] = { "blood thinner", "blood thinning", "anticoagul", "رقیق کننده", "ضدانعقاد" };
  g_autofree char *text = g_strjoin (" ", item->what, item->detail, NULL);
  g_autofree char *folded = meso_text_fold (text);
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = meso_text_fold (words[i]);
      g_auto(GStrv) word_parts = g_strsplit (word, " ", -1);
      g_autofree char *one = g_strjoinv ("", word_parts);

      if (strstr (joined, one) != NULL)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
meso_record_words_make_tags (MesoContext             *context,
                             const MesoPatientRecord *record)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean thinner = FALSE;

  add_allergies (tags, record);
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);

      thinner = thinner || (item->status == MESO_HEALTH_ACTIVE && item->kind != MESO_HEALTH_ALLERGY && says_blood_thinner (item));
    }
  if (thinner)
    add (tags, "meso-drop-symbolic", _("Blood thinner"), "warning");
  return tags;
}
