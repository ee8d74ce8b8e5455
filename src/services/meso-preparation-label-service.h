/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-handout-deliver.h"

G_BEGIN_DECLS

/**
 * MesoLabelRequest:
 * @preparation: id of a preparation
 * @size: (nullable): one of meso_preparation_label_service_list_sizes (); %NULL for the first of them
 * @languages: (nullable): "en", "fa" or "both"; %NULL for the patient's and the clinic's, both where they differ
 * @first_place: of a sheet of labels: how many places at its beginning are used up already
 * @creation: when the document says that it was made
 * @deliver: (nullable): called with @deliver_data before anything is written into the log: what can't be printed wasn't
 *
 * Which label is wanted.
 */
typedef struct
{
  const char *preparation;
  const char *size;
  const char *languages;
  guint first_place;
  GDateTime *creation;
  MesoHandoutDeliver deliver;
  gpointer deliver_data;
} MesoLabelRequest;

/**
 * MesoLabel:
 * @size: its name
 * @languages: "en", "fa" or "both"
 * @labels: how many it took: what one doesn't have room for stands on the next
 * @width: of a page, and @height; points
 *
 * A label as it was made.
 */
typedef struct
{
  char *size;
  char *languages;
  guint labels;
  int pages;
  double width;
  double height;
  GBytes *pdf;
} MesoLabel;

/* A row in the log: "print" of the preparation. One that was amended, thrown away or entered in error gets no label:
 * MESO_SERVICES_ERROR_REFUSED. */
MesoLabel         *meso_preparation_label_service_make       (MesoClinic *clinic, const MesoLabelRequest *request, GError **error);
/* (array zero-terminated=1): "70x37", "62x29", "a4-3x8": width × height in mm, or a sheet of them */
const char *const *meso_preparation_label_service_list_sizes (void);
void               meso_label_free                           (MesoLabel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLabel, meso_label_free)

G_END_DECLS
