/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-print-error.h"

G_DEFINE_QUARK (meso-print-error-quark, meso_print_error)
