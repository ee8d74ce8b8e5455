/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoCoreError:
 * @MESO_CORE_ERROR_INVALID: a value that can't be (an impossible date, an unknown unit, an unknown question)
 * @MESO_CORE_ERROR_RANGE: a value that could be, but lies outside of what is allowed or can be held exactly
 * @MESO_CORE_ERROR_SYNTAX: a document that isn't well formed; the message starts with `file:line:column: `
 *
 * What `core` refuses. Every message is a plain sentence that names the value.
 */
typedef enum {
  MESO_CORE_ERROR_INVALID,
  MESO_CORE_ERROR_RANGE,
  MESO_CORE_ERROR_SYNTAX,
} MesoCoreError;

#define MESO_CORE_ERROR (meso_core_error_quark ())
GQuark   meso_core_error_quark (void);

/* Returns @fine; puts the field's name before what the error says of it */
gboolean meso_core_error_at    (const char *field, gboolean fine, GError **error);

G_END_DECLS
