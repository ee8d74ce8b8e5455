/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-services-error.h"

G_DEFINE_QUARK (meso-services-error-quark, meso_services_error)
