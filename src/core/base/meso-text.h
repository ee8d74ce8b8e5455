/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most that a note may hold, in bytes of UTF-8. */
#define MESO_TEXT_NOTE_MAX_BYTES 100000

/* All results are (transfer full). */
char    *meso_text_format          (const char *template, const char *first_name, ...) G_GNUC_NULL_TERMINATED;
char    *meso_text_localise_digits (const char *text, const char *language);
char    *meso_text_localise_number (const char *text, const char *language);
char    *meso_text_ascii_digits    (const char *text);
char    *meso_text_isolate         (const char *text);
/* “text”, cut to what fits into a message and without what could spoil it */
char    *meso_text_quote           (const char *text);
char    *meso_text_trim            (const char *text);

/* of nothing but blanks and invisible marks, or NULL */
gboolean meso_text_is_empty        (const char *text);
/* one of the words of a list, which are separated by single spaces */
gboolean meso_text_holds_word      (const char *words, const char *word);

/* field starts the message ("The given name"); bad text is MESO_CORE_ERROR_INVALID, too much of it MESO_CORE_ERROR_RANGE */
gboolean meso_text_check_line      (const char *text, glong max_chars, const char *field, GError **error);
gboolean meso_text_check_note      (const char *text, const char *field, GError **error);

G_END_DECLS
