/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "handout-fixture.h"
#include "meso-handout-renderer.h"

G_BEGIN_DECLS

/* (transfer full): always the same day */
GDateTime           *print_fixture_date     (void);
MesoHandoutRenderer *print_fixture_renderer (const char *kind, const MesoHandoutContext *context, MesoPaper paper);
/* (transfer full): must succeed */
GBytes              *print_fixture_pdf      (const char *kind, const MesoHandoutContext *context, MesoPaper paper);
/* Whether the tool is there; skips the test when it isn't. */
gboolean             print_fixture_has_tool (const char *tool);
/* (transfer full): what a tool says of the PDF; `{}` among the arguments stands for its file. Must exit 0. */
char                *print_fixture_ask      (GBytes *pdf, const char *const *arguments);
/* (transfer full): the text of one page, from 1; 0 for all */
char                *print_fixture_text     (GBytes *pdf, int page);
/* (transfer full): compatibility forms folded, without the direction marks, joiners and small marks that the reading
 * program adds or loses; white space as single spaces */
char                *print_fixture_fold     (const char *text);
/* (transfer full): the words alone */
char               **print_fixture_words    (const char *text);
/* (transfer full): the page on white, `scale` dots a point, 8 bits of grey a dot */
guint8              *print_fixture_draw     (const MesoHandoutRenderer *renderer, int page, MesoPaper paper, double scale,
                                             int *width_out, int *height_out);

G_END_DECLS
