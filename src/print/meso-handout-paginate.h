/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-layout.h"

G_BEGIN_DECLS

/* (transfer full) (element-type MesoSlab): the finished pages of a sheet */
GPtrArray *meso_handout_paginate (MesoHandoutLayout *layout);

G_END_DECLS
