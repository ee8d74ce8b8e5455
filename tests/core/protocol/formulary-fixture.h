/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "layer-fixture.h"
#include "meso-formulary-edit.h"
#include "meso-protocol-difference.h"

/* A formulary that ships: zinc with a cap that warns, iron that is off, something numbing whose caps block, plasma in its own syringe,
 * something banned, units, and a diluent; iron and zinc are incompatible, zinc and numbing need caution. */
#define FORMULARY_SHIPPED \
  SHIPPED_INGREDIENT ("zinc", "on", "dimension='mass' cap='3 mg' cap-source='Label'", "Zinc", "روی") \
  SHIPPED_INGREDIENT ("iron", "off", "dimension='mass'", "Iron", "آهن") \
  SHIPPED_INGREDIENT ("numbing", "on", "dimension='mass' cap='300 mg' cap-per-kg='4.5 mg' cap-severity='block' anaesthetic='true'", \
                      "Numbing", "بی‌حس‌کننده") \
  SHIPPED_INGREDIENT ("plasma", "own-syringe", "dimension='mass'", "Plasma", "پلاسما") \
  SHIPPED_INGREDIENT ("banned", "banned", "dimension='mass'", "Banned", "داروی ممنوع") \
  SHIPPED_INGREDIENT ("units", "on", "dimension='activity' cap='100 U' cap-severity='block'", "Units", "واحدها") \
  SHIPPED_INGREDIENT ("salt-water", "on", "dimension='mass' diluent='true'", "Salt water", "آب نمک") \
  "<pair a='zinc' b='iron' severity='incompatible'" FROM "><reason>R</reason></pair>\n" \
  "<pair a='zinc' b='numbing' severity='caution'" FROM "><reason>R</reason></pair>\n"

#define SHIPPED_INGREDIENT(id, availability, attributes, english, persian) \
  "<ingredient id='" id "' group='other' availability='" availability "' " attributes FROM "><name>" english "</name>" \
  "<name xml:lang='fa'>" persian "</name><benefit>B</benefit></ingredient>\n"

/* The clinic's own */
#define ADJUST(ingredient, attributes) "<adjust ingredient='" ingredient "' " attributes "><why>W</why></adjust>"
#define OWN_INGREDIENT(id, name) "<ingredient id='" id "' group='other' availability='on' dimension='mass'" OWN "><name>" name "</name>" \
                                 "<benefit>B</benefit></ingredient>"
#define OWN_PAIR(a, b, severity) "<pair a='" a "' b='" b "' severity='" severity "'" OWN "><reason>R</reason></pair>"
#define OWN_PRODUCT(id, name, components) "<product id='" id "'" OWN "><name>" name "</name>" components "</product>"
#define OWN_COMPONENT(ingredient, strength) "<component ingredient='" ingredient "' strength='" strength "'/>"
