/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

#include "meso-clinic-call.h"

G_BEGIN_DECLS

/**
 * MesoLabelOrder:
 * @preparation: id of what the label is for
 * @size: the name of what it is printed on
 * @file: where it goes
 */
typedef struct
{
  char *preparation;
  char *size;
  GFile *file;
} MesoLabelOrder;

MesoLabelOrder *meso_label_order_new  (const char *preparation, const char *size, GFile *file);
void            meso_label_order_free (MesoLabelOrder *self);

/* For meso_context_call (). order: a #MesoLabelOrder; whether it was made and written */
gpointer        meso_label_call_make  (MesoClinic *clinic, gpointer order, GError **error);

G_END_DECLS
