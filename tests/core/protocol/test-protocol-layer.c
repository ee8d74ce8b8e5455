/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What a clinic may do to what ships, and what it may not. */

#include "layer-fixture.h"

#include <string.h>

/* sound: entries without a fault; broken: the same with one, whose place and words are fault */
typedef struct
{
  const char *name;
  const char *sound;
  const char *broken;
  const char *fault;
} LayerCase;

static const LayerCase cases[] = {
  { "raise", CHANGE ("rule='RES' case='2' outcome='block'"), CHANGE ("rule='RES' case='1' outcome='caution'"),
    "2:1: the outcome “defer” of this case of RES can be made stricter, or be “clearance”" },
  { "chosen", CHANGE ("rule='RES' case='1' outcome='clearance'"), CHANGE ("rule='RES' case='2' outcome='exclude'"),
    "2:1: the outcome “caution” of this case of RES can be made stricter, not looser" },
  { "days-within", CHANGE ("rule='RES' case='1' days='3'"), CHANGE ("rule='RES' case='1' days='2'"),
    "2:1: 2 days can't be set for this case of RES: it takes 3 to 30" },
  { "days-at-most", CHANGE ("rule='RES' case='1' days='30'"), CHANGE ("rule='RES' case='1' days='31'"),
    "2:1: 31 days can't be set for this case of RES: it takes 3 to 30" },
  { "days-of-none", CHANGE ("rule='RES' case='1' days='9'"), CHANGE ("rule='RES' case='2' days='9'"),
    "2:1: this case of RES counts no days" },
  { "days-of-chosen", CHANGE ("rule='RES' case='1' outcome='clearance'"), CHANGE ("rule='RES' case='1' outcome='clearance' days='9'"),
    "2:1: this case of RES counts no days" },
  { "article-outcome", CHANGE ("rule='ENDO' case='1' outcome='block'"), CHANGE ("rule='ENDO' case='1' outcome='caution'"),
    "2:1: ENDO comes from the article: its outcome “clearance” can be made stricter, not looser" },
  { "article-off", SWITCH_OFF ("EXC"), SWITCH_OFF ("TUM-H"),
    "2:1: TUM-H comes from the article: it may be made stricter, but is always on" },
  { "article-rule-again", OWN_RULE ("MY", OWN_CASE ("ill")), OWN_RULE ("PREG", OWN_CASE ("ill")),
    "2:1: “PREG” has been used before, in t.xml line 9" },
  { "article-question-again", OWN_QUESTION ("my"), OWN_QUESTION ("pregnant"),
    "2:1: “pregnant” has been used before, in t.xml line 2" },
  { "says-article", OWN_RULE ("MY", OWN_CASE ("ill")),
    "<rule id='MY' origin='article' source='article' grade='C' review='unreviewed'>" OWN_CASE ("ill") "</rule>",
    "2:1: what a clinic adds comes from the clinic: its “origin” is clinic, not “article”" },
  { "says-reviewed", OWN_RULE ("MY", OWN_CASE ("ill")),
    "<rule id='MY' origin='clinic' source='s' grade='GK' review='reviewed'>" OWN_CASE ("ill") "</rule>",
    "2:1: a file can't say that it is reviewed: a physician signs it where it is used" },
  { "excluded", CHANGE ("rule='EXC' case='1' outcome='block'"), CHANGE ("rule='EXC' case='1' outcome='caution'"),
    "2:1: this case of EXC excludes an ingredient: it can be raised to block, and to nothing else" },
  { "unknown-rule", CHANGE ("rule='RES' case='2' outcome='block'"), CHANGE ("rule='NO-SUCH' case='2' outcome='block'"),
    "2:1: there is no rule “NO-SUCH”" },
  { "unknown-case", CHANGE ("rule='RES' case='2' outcome='block'"), CHANGE ("rule='RES' case='3' outcome='block'"),
    "2:1: RES has 2 cases, and no case 3" },
  { "moved-case", CHANGE ("rule='RES' case='2' outcome='block'"), CHANGE ("rule='RES' case='2' outcome='block' of='00'"),
    "2:1: the case of RES that this was made for isn't there any more" },
  { "change-of-nothing", CHANGE ("rule='RES' case='2' outcome='block'"), CHANGE ("rule='RES' case='2'"),
    "2:1: <change> needs “outcome” or “days”" },
  { "change-twice", CHANGE ("rule='RES' case='1' days='8'") CHANGE ("rule='RES' case='2' outcome='block'"),
    CHANGE ("rule='RES' case='1' days='8'") "\n" CHANGE ("rule='RES' case='1' days='9'"),
    "3:1: “RES” has been used before, in clinic.xml line 2" },
  { "no-why", CHANGE ("rule='RES' case='1' days='8'"), "<change rule='RES' case='1' days='8'/>",
    "2:1: <change> needs the element <why>: the clinic's reason" },
  { "empty-why", SWITCH_OFF ("RES"), "<switch-off rule='RES'><why> </why></switch-off>",
    "2:24: <why> is empty: it holds the clinic's reason" },
  { "off-unknown", SWITCH_OFF ("RES"), SWITCH_OFF ("RES-2"), "2:1: there is no rule “RES-2”" },
  { "off-twice", SWITCH_OFF ("RES") SWITCH_OFF ("EXC"), SWITCH_OFF ("RES") "\n" SWITCH_OFF ("RES"), "3:1: RES is switched off twice" },
  { "off-own", OWN_RULE ("MY", OWN_CASE ("ill")), OWN_RULE ("MY", OWN_CASE ("ill")) "\n" SWITCH_OFF ("MY"),
    "3:1: MY is the clinic's own rule: take it out of the document instead" },
  { "off-changed", CHANGE ("rule='RES' case='1' days='8'"), CHANGE ("rule='RES' case='1' days='8'") "\n" SWITCH_OFF ("RES"),
    "3:1: RES is both changed and switched off" },
  { "off-another", SWITCH_OFF ("RES"), "<switch-off rule='RES' of='00'><why>W</why></switch-off>",
    "2:1: RES isn't what it was when it was switched off" },
  { "review-unknown", "<review rule='RES' by='Dr A' on='2026-11-22'/>", "<review rule='NO' by='Dr A' on='2026-11-22'/>",
    "2:1: there is no rule “NO”" },
  { "review-day", "<review rule='RES' by='Dr A' on='2026-11-22'/>", "<review rule='RES' by='Dr A' on='2026-11-31'/>",
    "2:1: “2026-11-31” isn't a day, such as 2026-11-22" },
  { "review-nobody", "<review rule='RES' by='Dr A' on='2026-11-22'/>", "<review rule='RES' by='' on='2026-11-22'/>",
    "2:1: the attribute “by” of <review> is empty" },
  { "review-twice", "<review rule='RES' by='Dr A' on='2026-11-22'/>",
    "<review rule='RES' by='Dr A' on='2026-11-22'/>\n<review rule='RES' by='Dr B' on='2026-11-22'/>",
    "3:1: “RES” has been used before, in clinic.xml line 2" },
  { "unknown-question", OWN_RULE ("MY", OWN_CASE ("ill")), OWN_RULE ("MY", "<case outcome='caution'>\n<when question='nope' is='yes'/><reason>R</reason><advice>A</advice></case>"),
    "3:1: there is no question “nope”" },
  { "own-circle", OWN_QUESTION ("a"),
    "<question id='a' type='answer' forms='full' parent='a'" OWN ">" TEXT "<find-out>F</find-out></question>",
    "2:1: the parents of “a” lead back to one of them, or are more than 32" },
  { "safe-answer", OWN_RULE ("MY", OWN_CASE ("ill")),
    OWN_RULE ("MY", "<case outcome='caution'>\n<when question='ill' is='no'/><reason>R</reason><advice>A</advice></case>"),
    "3:1: a condition can't be “no”: no is the safe answer, and a yes or an unknown must never loosen the verdict" },
  { "never-speaks", OWN_RULE ("MY", OWN_CASE ("ill")), OWN_RULE ("MY", OWN_CASE ("ill") "\n" OWN_CASE ("ill")),
    "3:1: the case can never speak: whenever it holds, one before it does" },
  { "never-holds", OWN_RULE ("MY", OWN_CASE ("ill")),
    OWN_RULE ("MY", "<case outcome='caution'><when question='ill-since' days-ago-below='5'/>"
                    "\n<when question='ill-since' days-ago-at-least='5'/><reason>R</reason><advice>A</advice></case>"),
    "3:1: the case can never hold: this contradicts an earlier condition on “ill-since”" },
  { "no-form", OWN_QUESTION ("my"),
    "<question id='a' type='answer' forms='full'" OWN ">" TEXT "<find-out>F</find-out></question>"
    "<question id='b' type='answer' forms='short'" OWN ">" TEXT "<find-out>F</find-out></question>"
    OWN_RULE ("MY", "\n<case outcome='caution'><when question='a' is='yes'/><when question='b' is='yes'/>"
                    "<reason>R</reason><advice>A</advice></case>"),
    "3:1: the case can never hold: no form asks all of its questions" },
  { "other-content", OWN_QUESTION ("my"), "<phrase id='notice'><text>T</text></phrase>",
    "2:1: <phrase> isn't known inside <protocol>" },
  { "other-attribute", CHANGE ("rule='RES' case='1' days='8'"), CHANGE ("rule='RES' case='1' days='8' overridable='true'"),
    "2:1: <change> has no attribute “overridable”" },
};

static GPtrArray *
find_faults (const char *entries)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, entries);

  return meso_protocol_validate (documents);
}

static void
test_case (gconstpointer data)
{
  const LayerCase *layer_case = data;
  g_autoptr (GPtrArray) none = find_faults (layer_case->sound);
  g_autoptr (GPtrArray) faults = find_faults (layer_case->broken);
  g_autofree char *expected = g_strconcat ("clinic.xml:", layer_case->fault, NULL);

  for (guint i = 0; i < none->len; i++)
    g_test_message ("sound: %s", (const char *) g_ptr_array_index (none, i));
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("broken: %s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, expected);
}

/* Whatever the order in which they are given, what ships is read first: it is never the one that is blamed. */
static void
test_order_of_files (void)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, OWN_QUESTION ("ill"));
  MesoProtocolDocument *shipped = g_ptr_array_steal_index (documents, 0);
  g_autoptr (GPtrArray) faults = NULL;

  g_ptr_array_add (documents, shipped);
  faults = meso_protocol_validate (documents);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, "clinic.xml:2:1: “ill” has been used before, in t.xml line 15");
}

static void
test_own_entries (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (LAYER_SHIPPED, NULL);
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, OWN_QUESTION ("my") OWN_RULE ("MY", OWN_CASE ("my")));
  const MesoScreeningRule *rule = layer_fixture_rule (protocol, "MY");

  g_assert_nonnull (meso_protocol_lookup_question (protocol, "my"));
  g_assert_cmpint (rule->provenance.origin, ==, MESO_ORIGIN_CLINIC);
  g_assert_false (rule->provenance.reviewed);
  g_assert_cmpstr (meso_protocol_get_version (protocol), ==, "1.0.0+clinic.1.0.0");
  g_assert_cmpstr (meso_protocol_get_version (shipped), ==, "1.0.0");
  g_assert_cmpstr (meso_protocol_get_hash (protocol), !=, meso_protocol_get_hash (shipped));
  g_assert_null (meso_protocol_get_switched_off (shipped));
}

static void
test_raised_case_stands_first (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, CHANGE ("rule='RES' case='2' outcome='block'"));
  const MesoScreeningRule *rule = layer_fixture_rule (protocol, "RES");
  const MesoProtocolChange *change = meso_protocol_lookup_change (protocol, "RES", 2);

  /* Only the first case that holds speaks: the block must not be hidden behind the wait. */
  g_assert_true (rule->first_case_only);
  g_assert_cmpint (layer_fixture_case (protocol, "RES", 1)->outcome, ==, MESO_OUTCOME_BLOCK);
  g_assert_cmpint (layer_fixture_case (protocol, "RES", 2)->outcome, ==, MESO_OUTCOME_DEFER);
  g_assert_false (rule->overridable);
  g_assert_cmpint (change->shipped_outcome, ==, MESO_OUTCOME_CAUTION);
  g_assert_cmpint (change->outcome, ==, MESO_OUTCOME_BLOCK);
  g_assert_cmpint (change->days, ==, -1);
  g_assert_cmpstr (change->why, ==, "W");
  g_assert_null (meso_protocol_lookup_change (protocol, "RES", 1));
}

static void
test_chosen_outcome_counts_no_days (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, CHANGE ("rule='RES' case='1' outcome='clearance'"));
  const MesoRuleCase *rule_case = layer_fixture_case (protocol, "RES", 1);
  const MesoProtocolChange *change = meso_protocol_lookup_change (protocol, "RES", 1);

  g_assert_cmpint (rule_case->outcome, ==, MESO_OUTCOME_CLEARANCE);
  g_assert_null (rule_case->event);
  g_assert_cmpint (rule_case->days, ==, 0);
  g_assert_cmpint (change->shipped_days, ==, 7);
  g_assert_cmpint (change->days, ==, -1);
}

static void
test_days (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, CHANGE ("rule='RES' case='1' days='21'"));

  g_assert_cmpint (layer_fixture_case (protocol, "RES", 1)->days, ==, 21);
  g_assert_cmpint (meso_protocol_lookup_change (protocol, "RES", 1)->days, ==, 21);
}

#define DAYS_QUESTION(token) "<question id='since' type='answer' forms='full short'" FROM "><text>In the last " token " days?</text>" \
                             "<text xml:lang='fa'>در " token " روز گذشته؟</text><find-out>F</find-out></question>\n"

static void
assert_question (const char *entries,
                 const char *english,
                 const char *persian)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED DAYS_QUESTION ("{days:RES}"), entries);
  const MesoQuestion *question = meso_protocol_lookup_question (protocol, "since");

  g_assert_cmpstr (meso_local_text_get (question->text, "en"), ==, english);
  g_assert_cmpstr (meso_local_text_get (question->text, "fa"), ==, persian);
}

/* What is asked is what is counted, whatever the clinic has set. */
static void
test_days_in_texts (void)
{
  assert_question (NULL, "In the last 7 days?", "در ۷ روز گذشته؟");
  assert_question (CHANGE ("rule='RES' case='1' days='21'"), "In the last 21 days?", "در ۲۱ روز گذشته؟");
  assert_question (CHANGE ("rule='RES' case='1' outcome='block'"), "In the last 7 days?", "در ۷ روز گذشته؟");
  assert_question (SWITCH_OFF ("RES"), "In the last 7 days?", "در ۷ روز گذشته؟");
}

/* A physician of the clinic may cut a wait short where the rule lets them, but never gives a clearance: raised to a wait, it must
 * not become something that they may pass over. */
static void
test_raised_clearance_is_not_overridable (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (
    LAYER_SHIPPED "<rule id='CLR' overridable='true'" FROM "><case outcome='clearance'><when question='ill' is='yes'/>"
    "<reason>R</reason><advice>A</advice></case></rule>", CHANGE ("rule='CLR' case='1' outcome='defer'"));

  g_assert_false (layer_fixture_rule (shipped, "CLR")->overridable);
}

static void
test_excluded_can_be_blocked (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, CHANGE ("rule='EXC' case='1' outcome='block'"));

  g_assert_cmpint (layer_fixture_case (protocol, "EXC", 1)->outcome, ==, MESO_OUTCOME_BLOCK);
  g_assert_null (layer_fixture_case (protocol, "EXC", 1)->ingredient);
}

static void
test_switch_off (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, SWITCH_OFF ("RES"));
  const GPtrArray *off = meso_protocol_get_switched_off (protocol);

  g_assert_null (layer_fixture_rule (protocol, "RES"));
  g_assert_nonnull (layer_fixture_rule (protocol, "EXC"));
  g_assert_cmpuint (off->len, ==, 1);
  g_assert_cmpstr (((MesoScreeningRule *) off->pdata[0])->id, ==, "RES");
  g_assert_cmpstr (meso_protocol_get_off_reason (protocol, "RES"), ==, "W");
  g_assert_null (meso_protocol_get_off_reason (protocol, "EXC"));
}

static GBytes *
sign (const char *shipped,
      const char *entries,
      const char *rule)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (shipped, entries);
  g_autoptr (GBytes) bytes = layer_fixture_wrap (entries);
  g_autoptr (MesoProtocolClinic) document = meso_protocol_clinic_parse ("x", bytes, NULL);

  meso_protocol_clinic_sign (document, protocol, rule, "Dr A", "2026-11-22");
  return meso_protocol_clinic_write (document, 1);
}

static gboolean
is_signed (const char *shipped,
           GBytes     *clinic,
           const char *rule)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (shipped, NULL);
  g_autoptr (MesoProtocol) protocol = NULL;
  const MesoProtocolReview *review;

  g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, clinic));
  protocol = meso_protocol_new (documents, NULL);
  g_assert_nonnull (protocol);
  review = meso_protocol_lookup_review (protocol, rule);
  g_assert_cmpstr (review->by, ==, "Dr A");
  g_assert_cmpstr (review->on, ==, "2026-11-22");
  g_assert_true (review->current == layer_fixture_rule (protocol, rule)->provenance.reviewed);
  g_assert_false (meso_protocol_get_reviewed (protocol));
  return review->current;
}

/* A signature is under what was read: another outcome, other days, another question take it away. */
static void
test_review_is_of_what_was_signed (void)
{
  g_autoptr (GBytes) plain = sign (LAYER_SHIPPED, "", "RES");
  g_autoptr (GBytes) changed = sign (LAYER_SHIPPED, CHANGE ("rule='RES' case='1' days='9'"), "RES");
  g_autofree char *text = g_strndup (g_bytes_get_data (changed, NULL), g_bytes_get_size (changed));
  g_auto (GStrv) halves = g_strsplit (text, "days=\"9\"", 2);
  g_autofree char *other = g_strjoinv ("days=\"8\"", halves);
  g_autoptr (GBytes) otherwise = g_bytes_new (other, strlen (other));
  g_autofree char *question = g_strconcat (LAYER_SHIPPED, NULL);
  char *found = strstr (question, "<text>T</text>");

  g_assert_true (is_signed (LAYER_SHIPPED, plain, "RES"));
  g_assert_true (is_signed (LAYER_SHIPPED, changed, "RES"));
  g_assert_false (is_signed (LAYER_SHIPPED, otherwise, "RES"));
  g_assert_false (is_signed (LAYER_SHIPPED_WITH ("'8'"), plain, "RES"));

  /* The first question is “ill”, which RES rests on. */
  found[6] = 'U';
  g_assert_false (is_signed (question, plain, "RES"));
}

static void
test_all_reviewed (void)
{
  static const char *const rules[] = { "PREG", "LACT", "MENS", "ENDO", "TUM-A", "TUM-H", "EXC" };
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, SWITCH_OFF ("RES"));
  g_autoptr (GBytes) bytes = layer_fixture_wrap (SWITCH_OFF ("RES"));
  g_autoptr (MesoProtocolClinic) document = meso_protocol_clinic_parse ("x", bytes, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
      g_autoptr (MesoProtocol) signed_one = NULL;
      g_autoptr (GBytes) written = NULL;

      meso_protocol_clinic_sign (document, protocol, rules[i], "Dr A", "2026-11-22");
      written = meso_protocol_clinic_write (document, i);
      g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, written));
      signed_one = meso_protocol_new (documents, NULL);
      g_assert_true (meso_protocol_get_reviewed (signed_one) == (i + 1 == G_N_ELEMENTS (rules)));
    }
}

/* Too much of anything ends in one sentence, and soon. */
static void
test_bounds (void)
{
  static const struct { const char *entry; guint n; const char *fault; } bounds[] = {
    { OWN_QUESTION ("a"), 1001, "clinic.xml:2:" },
    { "<change rule='RES' case='1' days='9'><why>12345678901234567890</why></change>", 20000,
      "clinic.xml:1:1: the file is larger than 1048576 bytes" },
    { "<rule>", 40, "clinic.xml:2:" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autoptr (GString) entries = g_string_new (NULL);
      g_autoptr (GPtrArray) faults = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint n = 0; n < bounds[i].n; n++)
        g_string_append (entries, bounds[i].entry);
      faults = find_faults (entries->str);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), bounds[i].fault));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
    }
}

static void
test_billion_laughs (void)
{
  static const char xml[] = "<?xml version='1.0'?>\n<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>\n"
                            "<protocol xmlns='https://example.org/mesoclinic/protocol' version='1'>&b;</protocol>";
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
  g_autoptr (GPtrArray) faults = NULL;

  protocol_fixture_add (documents, "clinic.xml", xml);
  faults = meso_protocol_validate (documents);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), "clinic.xml:2:1: "));
}

static void
test_two_documents (void)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, SWITCH_OFF ("RES"));
  g_autoptr (GBytes) second = layer_fixture_wrap (SWITCH_OFF ("EXC"));
  g_autoptr (GPtrArray) faults = NULL;

  g_ptr_array_add (documents, meso_protocol_document_new_clinic ("other.xml", second));
  faults = meso_protocol_validate (documents);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==,
                   "other.xml:1:1: there is another document of the clinic: only one can be laid over what ships");
}

static void
test_is_one (void)
{
  static const struct { const char *entries; gboolean is_one; } documents[] = {
    { CHANGE ("rule='RES' case='1' days='9'"), TRUE }, { OWN_QUESTION ("a") OWN_RULE ("MY", OWN_CASE ("a")), TRUE },
    { "", FALSE }, { ANSWER ("a"), FALSE }, { OWN_QUESTION ("a") ANSWER ("b"), FALSE }, { "<rule", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = layer_fixture_wrap (documents[i].entries);

      g_assert_true (meso_protocol_clinic_is_one (bytes) == documents[i].is_one);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol-layer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/protocol-layer/order-of-files", test_order_of_files);
  g_test_add_func ("/protocol-layer/own-entries", test_own_entries);
  g_test_add_func ("/protocol-layer/raised-case-stands-first", test_raised_case_stands_first);
  g_test_add_func ("/protocol-layer/chosen-outcome-counts-no-days", test_chosen_outcome_counts_no_days);
  g_test_add_func ("/protocol-layer/days", test_days);
  g_test_add_func ("/protocol-layer/days-in-texts", test_days_in_texts);
  g_test_add_func ("/protocol-layer/raised-clearance-is-not-overridable", test_raised_clearance_is_not_overridable);
  g_test_add_func ("/protocol-layer/excluded-can-be-blocked", test_excluded_can_be_blocked);
  g_test_add_func ("/protocol-layer/switch-off", test_switch_off);
  g_test_add_func ("/protocol-layer/review-is-of-what-was-signed", test_review_is_of_what_was_signed);
  g_test_add_func ("/protocol-layer/all-reviewed", test_all_reviewed);
  g_test_add_func ("/protocol-layer/bounds", test_bounds);
  g_test_add_func ("/protocol-layer/billion-laughs", test_billion_laughs);
  g_test_add_func ("/protocol-layer/two-documents", test_two_documents);
  g_test_add_func ("/protocol-layer/is-one", test_is_one);

  return g_test_run ();
}
