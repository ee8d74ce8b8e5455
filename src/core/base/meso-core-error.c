/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"

G_DEFINE_QUARK (meso-core-error-quark, meso_core_error)
