/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum {
  MESO_ANSWER_KEY_NONE,
  MESO_ANSWER_KEY_YES,
  MESO_ANSWER_KEY_NO,
  MESO_ANSWER_KEY_UNKNOWN,
  MESO_ANSWER_KEY_NUMBER,     /* number_out: 1 for the first card */
} MesoAnswerKey;

/* What a key press means on a page of cards, in any layout: Y, N, U by their letter; on a layout without Latin letters by the place
 * where the Latin ones are, and the first letters of the Persian answers; digits of any script. keycode: the hardware's */
MesoAnswerKey meso_answer_key_read (guint keyval, guint keycode, guint *number_out);

G_END_DECLS
