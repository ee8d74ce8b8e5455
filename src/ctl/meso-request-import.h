/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-ctl.h"
#include "meso-import-service.h"

G_BEGIN_DECLS

/**
 * MesoRequestImport:
 * @file: the file as it was named, `-` for standard input
 * @map: (nullable) (array zero-terminated=1): `--map`, "field=column"
 * @mapping: (nullable): `--mapping`, a file
 *
 * What an import was asked to do.
 */
typedef struct
{
  char *file;
  char **map;
  char *mapping;
  char *dates;
  char *calendar;
  char *encoding_name;
  char *separator_name;
  char *twins;
  gboolean keep_rest;
  gboolean skip_bad;
  gboolean dry_run;
  MesoImportEncoding encoding;
  char separator;
} MesoRequestImport;

gboolean meso_request_import_parse (MesoRequestImport *self, MesoCtl *ctl, GError **error);
void     meso_request_import_clear (MesoRequestImport *self);
/* Changes the guess of a sample into what was asked for. */
gboolean meso_request_import_map   (const MesoRequestImport *self, MesoPatientMapping *mapping, GError **error);
/* `,` `;` or "tab" */
gboolean meso_request_parse_separator (const char *name, char *separator_out, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoRequestImport, meso_request_import_clear)

G_END_DECLS
