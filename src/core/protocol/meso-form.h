/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoForm:
 *
 * A list of questions: the full one before a course, the short one on the day of each session. A question may be of both.
 */
typedef enum {
  MESO_FORM_FULL = 1 << 0,
  MESO_FORM_SHORT = 1 << 1,
} MesoForm;

G_END_DECLS
