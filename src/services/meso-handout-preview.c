/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-preview.h"

#include "meso-clinic-private.h"
#include "meso-handout-facts.h"
#include "meso-handout-making.h"
#include "meso-handout-reading.h"

struct _MesoHandoutPreview
{
  MesoHandoutSheet *sheet;
  MesoHandoutRenderer *renderer;
  char *paper;
  MesoPaper size;
};

static MesoHandoutFacts *
gather_facts (MesoClinic                *clinic,
              const MesoHandoutRequest  *request,
              GError                   **error)
{
  MesoHandoutFacts *facts;

  if (request->patient != NULL)
    return meso_handout_making_gather (clinic, request, error);
  facts = g_new0 (MesoHandoutFacts, 1);
  facts->context = meso_handout_making_new_context (request);
  facts->paper = g_strdup (meso_handout_making_get_paper (request));
  return facts;
}

/**
 * meso_handout_preview_new:
 * @clinic: (nullable): may be %NULL for a request without a patient
 * @request: which sheet; nothing is stored
 *
 * Gathers what the sheet says, and lays it out once the file is free again.
 *
 * Returns: (transfer full): the pages, or %NULL
 */
MesoHandoutPreview *
meso_handout_preview_new (MesoClinic                *clinic,
                          const MesoHandoutRequest  *request,
                          GError                   **error)
{
  g_autoptr(MesoContent) content = clinic != NULL ? meso_content_ref (meso_clinic_get_content (clinic)) : meso_content_load (error);
  g_autoptr(MesoHandoutFacts) facts = content != NULL ? gather_facts (clinic, request, error) : NULL;
  g_autoptr(MesoHandoutSheet) sheet = NULL;
  MesoHandoutRenderer *renderer;
  MesoHandoutPreview *self;

  if (facts == NULL)
    return NULL;
  sheet = meso_handout_assemble (meso_content_get_protocol (content), request->kind, facts->context, error);
  renderer = meso_handout_making_lay_out (sheet, facts->paper, error);
  if (renderer == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (MesoHandoutPreview);
  self->sheet = g_steal_pointer (&sheet);
  self->renderer = renderer;
  self->paper = g_steal_pointer (&facts->paper);
  meso_paper_from_string (self->paper, &self->size);
  return self;
}

/**
 * meso_handout_preview_ref:
 * @self: a preview
 *
 * Returns: (transfer full): @self with one more reference
 */
MesoHandoutPreview *
meso_handout_preview_ref (MesoHandoutPreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_preview (gpointer data)
{
  MesoHandoutPreview *self = data;

  meso_handout_sheet_unref (self->sheet);
  meso_handout_renderer_unref (self->renderer);
  g_free (self->paper);
}

/**
 * meso_handout_preview_unref:
 * @self: (transfer full): a preview
 */
void
meso_handout_preview_unref (MesoHandoutPreview *self)
{
  g_atomic_rc_box_release_full (self, clear_preview);
}

/**
 * meso_handout_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages there are, at least one
 */
int
meso_handout_preview_get_n_pages (const MesoHandoutPreview *self)
{
  return meso_handout_renderer_get_n_pages (self->renderer);
}

/**
 * meso_handout_preview_get_width:
 * @self: a preview
 *
 * Returns: how wide each page is, in points
 */
double
meso_handout_preview_get_width (const MesoHandoutPreview *self)
{
  return meso_paper_get_width (self->size);
}

/**
 * meso_handout_preview_get_height:
 * @self: a preview
 *
 * Returns: how high each page is, in points
 */
double
meso_handout_preview_get_height (const MesoHandoutPreview *self)
{
  return meso_paper_get_height (self->size);
}

/**
 * meso_handout_preview_draw_page:
 * @self: a preview
 * @page: which page, from 0
 * @cr: where to: one unit a point, the page's top left corner at the origin
 */
void
meso_handout_preview_draw_page (const MesoHandoutPreview *self,
                                int                       page,
                                cairo_t                  *cr)
{
  meso_handout_renderer_draw_page (self->renderer, page, cr);
}

/**
 * meso_handout_preview_get_language:
 * @self: a preview
 *
 * Returns: (transfer none): the language that was chosen, "en" or "fa"
 */
const char *
meso_handout_preview_get_language (const MesoHandoutPreview *self)
{
  return self->sheet->language;
}

/**
 * meso_handout_preview_get_paper:
 * @self: a preview
 *
 * Returns: (transfer none): the name of the paper that was chosen
 */
const char *
meso_handout_preview_get_paper (const MesoHandoutPreview *self)
{
  return self->paper;
}

/**
 * meso_handout_preview_dup_text:
 * @self: a preview
 *
 * Returns: (transfer full): all that the sheet says, a line each
 */
char *
meso_handout_preview_dup_text (const MesoHandoutPreview *self)
{
  return meso_handout_reading_of (self->sheet);
}
