/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-source-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-text.h"

static char *
name_evidence (MesoContext        *context,
               const MesoEvidence *evidence)
{
  char *claim = g_strdup (meso_local_text_get (evidence->claim, meso_context_get_language (context)));

  /* The claim is a sentence; here it stands inside of one. */
  if (g_str_has_suffix (claim, "."))
    claim[strlen (claim) - 1] = '\0';
  return claim;
}

char *
meso_source_words_name (MesoContext *context,
                        const char  *source)
{
  const MesoEvidence *evidence = NULL;
  g_autofree char *claim = NULL;

  if (source == NULL || *source == '\0' || g_str_equal (source, "GK") || g_str_equal (source, "no source"))
    return NULL;
  if (g_str_equal (source, "article"))
    return g_strdup (C_("source", "the clinic’s article"));
  if (g_str_equal (source, "clinic"))
    return g_strdup (C_("source", "this clinic"));
  evidence = meso_protocol_lookup_evidence (meso_context_get_protocol (context), source);
  if (evidence == NULL)
    return meso_text_isolate (source);
  claim = name_evidence (context, evidence);
  /* Translators: the title of an entry of the evidence library */
  return g_strdup_printf (C_("source", "“%s”"), claim);
}

char *
meso_source_words_line (MesoContext *context,
                        const char  *source)
{
  g_autofree char *name = meso_source_words_name (context, source);

  if (name == NULL)
    return g_strdup (_("Source: none found"));
  return g_strdup_printf (_("Source: %s"), name);
}
