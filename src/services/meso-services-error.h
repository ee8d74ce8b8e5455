/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoServicesError:
 * @MESO_SERVICES_ERROR_NOT_FOUND: there is no such record
 * @MESO_SERVICES_ERROR_INVALID: what was asked can't be, or contradicts the record
 * @MESO_SERVICES_ERROR_REFUSED: a rule of the clinic says no
 * @MESO_SERVICES_ERROR_CONTENT: the clinical content can't be found or read
 *
 * What a use case refuses. Faults of the file come up as the store made them.
 */
typedef enum {
  MESO_SERVICES_ERROR_NOT_FOUND,
  MESO_SERVICES_ERROR_INVALID,
  MESO_SERVICES_ERROR_REFUSED,
  MESO_SERVICES_ERROR_CONTENT,
} MesoServicesError;

#define MESO_SERVICES_ERROR (meso_services_error_quark ())
GQuark meso_services_error_quark (void);

G_END_DECLS
