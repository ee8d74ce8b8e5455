/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* parent: the widget that asked, still in a window */
typedef void (*MesoFileChosen) (MesoContext *context, GtkWidget *parent, GFile *file);

/* Lets somebody choose one file. suffixes: NULL-terminated, without dots; kind names them all ("Protocol files"). Nothing is told when
 * they cancel, or parent is gone by then. */
void meso_file_choice_open (MesoContext *context, GtkWidget *parent, const char *title, const char *kind, const char *const *suffixes,
                            MesoFileChosen chosen);

G_END_DECLS
