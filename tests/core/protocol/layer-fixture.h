/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-clinic.h"
#include "meso-protocol-layer.h"
#include "protocol-fixture.h"

G_BEGIN_DECLS

/* What ships, for a clinic's document to be laid over: the article's rules, and of the research
 * RES (cases: 1 defers 7 days after `ill-since`, may be 3 to 30 or a clearance; 2 caution), EXC (excludes zinc). */
#define LAYER_SHIPPED LAYER_SHIPPED_WITH ("'7'")
/* The same, with other days. */
#define LAYER_SHIPPED_WITH(days) \
  ANSWER ("ill") ANSWER ("allergic") \
  "<question id='ill-since' type='date' forms='full short' parent='ill'" FROM ">" TEXT "</question>\n" \
  MASS ("zinc") \
  "<rule id='RES' overridable='true'" FROM ">" \
  "<case outcome='defer' event='ill-since' days=" days " days-from='3' days-to='30' choose='clearance'>" \
  "<when question='ill' is='yes'/><when question='ill-since' days-ago-below='30'/>" \
  "<reason>Too soon.</reason><advice>Wait.</advice></case>" \
  "<case outcome='caution'><when question='ill' is='yes'/><reason>Ill.</reason><advice>Look.</advice></case></rule>\n" \
  "<rule id='EXC'" FROM "><case outcome='exclude' ingredient='zinc'><when question='allergic' is='yes'/>" \
  "<reason>Allergy.</reason><advice>Leave it out.</advice></case></rule>\n"

/* One of the clinic's own */
#define OWN " origin='clinic' source='our clinic' grade='GK' review='unreviewed'"
#define OWN_QUESTION(id) "<question id='" id "' type='answer' forms='full short'" OWN ">" TEXT "<find-out>F</find-out></question>"
#define OWN_RULE(id, cases) "<rule id='" id "'" OWN ">" cases "</rule>"
#define OWN_CASE(question) "<case outcome='caution'><when question='" question "' is='yes'/><reason>R</reason><advice>A</advice></case>"
#define CHANGE(attributes) "<change " attributes "><why>W</why></change>"
#define SWITCH_OFF(rule) "<switch-off rule='" rule "'><why>W</why></switch-off>"

/* (transfer full): what ships (after the article's rules), as t.xml, and a clinic's document of @entries, which begin in line 2;
 * without one when @entries is NULL */
GPtrArray    *layer_fixture_documents (const char *shipped,
                                       const char *entries);
GBytes       *layer_fixture_wrap      (const char *entries);
/* (transfer full): must be sound */
MesoProtocol *layer_fixture_new       (const char *shipped,
                                       const char *entries);
const MesoScreeningRule *layer_fixture_rule (const MesoProtocol *protocol,
                                             const char         *id);
const MesoRuleCase      *layer_fixture_case (const MesoProtocol *protocol,
                                             const char         *id,
                                             guint               n_case);

G_END_DECLS
