/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-record-contents.h"

G_BEGIN_DECLS

/* The format's name and version, as the data says them. */
#define MESO_RECORD_DATA_FORMAT "mesoclinic-patient-record"
#define MESO_RECORD_DATA_VERSION 1

/* (transfer full): everything as JSON, UTF-8; the names are told in meso-record-data.c */
GBytes *meso_record_data_make (const MesoRecordContents *contents);

G_END_DECLS
