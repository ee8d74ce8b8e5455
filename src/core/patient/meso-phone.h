/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): an Iranian mobile number as `+989…`, any other number as it was typed, with ASCII digits */
char *meso_phone_normalise   (const char *text);

/* Whether it begins like an Iranian number and hasn't the digits of one: a digit was lost, or doubled. A word of warning, never a reason
 * to refuse. */
gboolean meso_phone_has_odd_length (const char *phone);

/* Search: a stored phone matches when its key *contains* the part: instr (key, part) > 0. The key of an Iranian number holds it
 * with 0098 and with 0, so that 0912, 98912, 0098912 and +98912 all find it, as does any run of three digits or more. */

/* (transfer full): digits, for an Iranian number in two forms with a space between; "" without a digit */
char *meso_phone_search_key  (const char *phone);
/* (transfer full): the digits of an ID, wherever they stand; "" without a digit */
char *meso_phone_id_key      (const char *id);
/* (transfer full) (nullable): the digits to look for; NULL when the text holds anything but a number's characters, or fewer
 * than three digits. Ask for the whole typed text first ("+98 912"), then for each of its words. */
char *meso_phone_search_part (const char *typed);

G_END_DECLS
