/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoDocumentsView:
 *
 * The sheets that can be handed out to a patient, and those that were.
 */
#define MESO_TYPE_DOCUMENTS_VIEW (meso_documents_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoDocumentsView, meso_documents_view, MESO, DOCUMENTS_VIEW, AdwBin)

void meso_documents_view_begin (MesoDocumentsView *self, MesoContext *context, const char *patient);

G_END_DECLS
