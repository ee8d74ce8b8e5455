/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-making.h"

/**
 * meso_handout_making_new_context:
 * @request: without a patient
 *
 * Returns: (transfer full): what a sheet that is nobody's own says
 */
MesoHandoutContext *
meso_handout_making_new_context (const MesoHandoutRequest *request)
{
  MesoHandoutContext *context = meso_handout_context_new ();

  if (request->language != NULL)
    g_set_str (&context->language, request->language);
  context->when = request->when;
  context->printed_at = request->printed_at;
  return context;
}

static gboolean
parse_paper (const char  *text,
             MesoPaper   *paper_out,
             GError     **error)
{
  if (meso_paper_from_string (text, paper_out))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
               "The paper “%s” is not known: a4, a5 or letter.", text);
  return FALSE;
}

/**
 * meso_handout_making_lay_out:
 * @sheet: (nullable): what it says; %NULL with @error set goes on as that error
 * @paper: the paper's name
 *
 * Returns: (transfer full): its pages, or %NULL
 */
MesoHandoutRenderer *
meso_handout_making_lay_out (MesoHandoutSheet  *sheet,
                             const char        *paper,
                             GError           **error)
{
  MesoPaper known;

  if (sheet == NULL || !parse_paper (paper, &known, error))
    return NULL;
  return meso_handout_renderer_new (sheet, known, error);
}
