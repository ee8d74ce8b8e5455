/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StopSubject:
 * @STOP_SUBJECT_NONE: only what a sentence names itself counts
 * @STOP_SUBJECT_PRESCRIBED: "it" is a medicine that somebody prescribed
 * @STOP_SUBJECT_OWN: "it" was taken by own choice
 *
 * What the text is about where it says "it".
 */
typedef enum {
  STOP_SUBJECT_NONE,
  STOP_SUBJECT_PRESCRIBED,
  STOP_SUBJECT_OWN,
} StopSubject;

/* (transfer full) (nullable): the first sentence that tells to stop a blood thinner which isn't plainly self-chosen; %NULL when none
 * does. language: "en" or "fa". It knows nothing of the program: it reads as a patient would. */
char    *stop_reader_find       (const char *text, const char *language, StopSubject subject);
/* Whether it says that the medicine goes on. */
gboolean stop_reader_says_go_on (const char *text, const char *language);

G_END_DECLS
