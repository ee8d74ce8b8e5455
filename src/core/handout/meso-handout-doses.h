/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates, phones and counts on paper have the digits of its language. A dose has those that stand on the vial beside it, in every language:
 * the Persian zero is a dot, and its decimal mark looks like a slash. All (transfer full). */

/* A run of numbers, units and signs, whichever digits it was typed in */
char *meso_handout_doses_write  (const char *run);
/* A text of the content or of a check: its runs with a unit are doses, its other numbers stay as they are */
char *meso_handout_doses_in     (const char *text);
/* A name of the content, to stand within a sentence or before an amount: nothing in it turns the line, and nothing turns its doses */
char *meso_handout_doses_inline (const char *name);
/* How much there is of a thing, both isolated: "Biotin: 5 mg" */
char *meso_handout_doses_of     (const char *name, const char *amount);

G_END_DECLS
