/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The clinic's own document: edited, written, read again, compared, and laid over another version of what ships. */

#include "layer-fixture.h"

#include <string.h>

#include "meso-protocol-difference.h"

/* One more rule that ships */
#define CLR(outcome) "<rule id='CLR'" FROM "><case outcome='" outcome "'><when question='ill' is='yes'/><reason>R</reason>" \
                     "<advice>A</advice></case></rule>"

static MesoProtocolClinic *
parse (const char *entries)
{
  g_autoptr (GBytes) bytes = layer_fixture_wrap (entries);
  g_autoptr (GError) error = NULL;
  MesoProtocolClinic *document = meso_protocol_clinic_parse ("x.xml", bytes, &error);

  g_assert_no_error (error);
  return document;
}

static char *
write_out (const MesoProtocolClinic *document,
       guint                     number)
{
  g_autoptr (GBytes) bytes = meso_protocol_clinic_write (document, number);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
take_edit (MesoProtocolClinic *document,
           MesoProtocolEdit   *edit)
{
  meso_protocol_clinic_edit (document, edit);
  meso_protocol_edit_free (edit);
}

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
             "<protocol xmlns=\"https://example.org/mesoclinic/protocol\" version=\"%u\" origin=\"clinic\""

static void
assert_written (const MesoProtocolClinic *document,
                const char               *entries)
{
  g_autofree char *written = write_out (document, 4);
  g_autofree char *expected = *entries == '\0' ? g_strdup_printf (HEAD "/>\n", 4)
                                               : g_strdup_printf (HEAD ">\n%s</protocol>\n", 4, entries);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_edits (void)
{
  g_autoptr (MesoProtocolClinic) document = meso_protocol_clinic_new ();

  g_assert_true (meso_protocol_clinic_is_empty (document));
  assert_written (document, "");
  take_edit (document, meso_protocol_edit_new_change ("RES", 2, MESO_OUTCOME_BLOCK, -1, "we & they <b>"));
  take_edit (document, meso_protocol_edit_new_change ("RES", 1, MESO_OUTCOME_DEFER, 9, "first"));
  take_edit (document, meso_protocol_edit_new_change ("RES", 1, MESO_OUTCOME_DEFER, 10, "then"));
  take_edit (document, meso_protocol_edit_new_switch_off ("EXC", "never seen"));
  assert_written (document,
                  "  <change rule=\"RES\" case=\"2\" outcome=\"block\">\n    <why>we &amp; they &lt;b&gt;</why>\n  </change>\n"
                  "  <change rule=\"RES\" case=\"1\" outcome=\"defer\" days=\"10\">\n    <why>then</why>\n  </change>\n"
                  "  <switch-off rule=\"EXC\">\n    <why>never seen</why>\n  </switch-off>\n");

  take_edit (document, meso_protocol_edit_new_restore ("RES", 2));
  take_edit (document, meso_protocol_edit_new_switch_on ("EXC"));
  take_edit (document, meso_protocol_edit_new_restore ("RES", 7));
  assert_written (document,
                  "  <change rule=\"RES\" case=\"1\" outcome=\"defer\" days=\"10\">\n    <why>then</why>\n  </change>\n");
  take_edit (document, meso_protocol_edit_new_switch_off ("RES", "gone"));
  assert_written (document, "  <switch-off rule=\"RES\">\n    <why>gone</why>\n  </switch-off>\n");
}

/* Of one rule only, and what the rule was changed to stays. */
static void
test_withdraw (void)
{
  g_autoptr (MesoProtocolClinic) document = parse (
    CHANGE ("rule='RES' case='1' days='9'") "<review rule='RES' by='Dr A' on='2026-11-22' of='1'/>"
    "<review rule='EXC' by='Dr A' on='2026-11-22' of='2'/>");

  take_edit (document, meso_protocol_edit_new_withdraw ("RES"));
  take_edit (document, meso_protocol_edit_new_withdraw ("NO-SUCH"));
  assert_written (document, "  <change rule=\"RES\" case=\"1\" days=\"9\">\n    <why>W</why>\n  </change>\n"
                  "  <review rule=\"EXC\" by=\"Dr A\" on=\"2026-11-22\" of=\"2\"/>\n");
}

static void
test_remove_own (void)
{
  g_autoptr (MesoProtocolClinic) document = parse (
    OWN_QUESTION ("my") OWN_RULE ("MY", OWN_CASE ("my")) CHANGE ("rule='MY' case='1' outcome='block'")
    "<review rule='MY' by='Dr A' on='2026-11-22'/>");

  take_edit (document, meso_protocol_edit_new_remove ("MY"));
  take_edit (document, meso_protocol_edit_new_remove ("my"));
  g_assert_true (meso_protocol_clinic_is_empty (document));
}

/* What was written reads as it was, whatever stands in it; order of kinds, quotes and space don't matter. */
static void
test_round_trip (void)
{
  g_autoptr (MesoProtocolClinic) document = parse (
    "<review rule='RES' by='Dr “A” &amp; &lt;B&gt; &quot;c&quot;' on='2026-11-22'/>\n\n"
    "<change rule='RES'   case='1' days='9'><why>\n  two\n  lines: ‌نیم\u2066x\u2069  </why></change>"
    "<question id='my' type='answer' forms='full'" OWN "><text>T</text><text xml:lang='fa'>ت</text>"
    "<find-out><![CDATA[a < b]]></find-out></question><!-- gone -->");
  g_autoptr (MesoProtocolClinic) copy = meso_protocol_clinic_copy (document);
  g_autofree char *first = write_out (document, 1);
  g_autofree char *second = write_out (copy, 1);

  g_assert_cmpstr (first, ==, second);
  g_assert_true (meso_protocol_clinic_equal (document, copy));
  g_assert_nonnull (strstr (first, "by=\"Dr “A” &amp; &lt;B&gt; &quot;c&quot;\""));
  g_assert_nonnull (strstr (first, "<why>two\n  lines: ‌نیم\u2066x\u2069</why>"));
  g_assert_nonnull (strstr (first, "<text xml:lang=\"fa\">ت</text>"));
  g_assert_nonnull (strstr (first, "<find-out>a &lt; b</find-out>"));
  take_edit (copy, meso_protocol_edit_new_remove ("my"));
  g_assert_false (meso_protocol_clinic_equal (document, copy));
}

static void
test_keep_reviews (void)
{
  g_autoptr (MesoProtocolClinic) current = parse ("<review rule='RES' by='Dr A' on='2026-11-22' of='1'/>"
                                                  "<review rule='GONE' by='Dr A' on='2026-11-22' of='2'/>");
  g_autoptr (MesoProtocolClinic) document = parse ("<review rule='RES' by='Dr A' on='2026-11-22' of='1'/>"
                                                   "<review rule='EXC' by='Dr Evil' on='2026-11-22' of='3'/>");
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (LAYER_SHIPPED, "");
  g_autoptr (GPtrArray) unknown = meso_protocol_clinic_keep_reviews (document, current, protocol);

  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (unknown, 0), ==, "EXC");
  assert_written (document, "  <review rule=\"RES\" by=\"Dr A\" on=\"2026-11-22\" of=\"1\"/>\n");
}

/* "id/case what effect", apart by spaces */
static char *
compare (const char *shipped_before,
         const char *before,
         const char *shipped_after,
         const char *after)
{
  g_autoptr (MesoProtocol) first = layer_fixture_new (shipped_before, before);
  g_autoptr (MesoProtocol) second = layer_fixture_new (shipped_after, after);
  g_autoptr (GPtrArray) differences = meso_protocol_compare (first, second);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const MesoProtocolDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", difference->id);
      if (difference->entry == MESO_PROTOCOL_ENTRY_CASE)
        g_string_append_printf (words, "/%u", difference->n_case);
      g_string_append_printf (words, " %s %s", meso_protocol_difference_kind_to_string (difference->kind),
                              meso_protocol_effect_to_string (difference->effect));
      if (difference->kind == MESO_PROTOCOL_DIFFERENCE_OUTCOME)
        g_string_append_printf (words, " (%s %d, %s %d)", meso_outcome_to_string (difference->old_outcome), difference->old_days,
                                meso_outcome_to_string (difference->new_outcome), difference->new_days);
    }
  return g_string_free_and_steal (words);
}

static void
test_differences (void)
{
  static const struct { const char *before; const char *after; const char *words; } changes[] = {
    { NULL, NULL, "" },
    { NULL, "", "" },
    { NULL, CHANGE ("rule='RES' case='1' days='9'"), "RES/1 outcome stricter (defer 7, defer 9)" },
    { NULL, CHANGE ("rule='RES' case='1' days='5'"), "RES/1 outcome looser (defer 7, defer 5)" },
    { NULL, CHANGE ("rule='RES' case='2' outcome='block'"), "RES/1 outcome stricter (caution -1, block -1)" },
    { NULL, CHANGE ("rule='RES' case='1' outcome='clearance'"), "RES/1 outcome looser (defer 7, clearance -1)" },
    { NULL, SWITCH_OFF ("RES"), "RES switched-off looser" },
    { SWITCH_OFF ("RES"), NULL, "RES switched-on stricter" },
    { SWITCH_OFF ("RES"), SWITCH_OFF ("RES"), "" },
    { NULL, OWN_RULE ("MY", OWN_CASE ("ill")), "MY added stricter" },
    { OWN_RULE ("MY", OWN_CASE ("ill")), NULL, "MY removed looser" },
    { OWN_RULE ("MY", OWN_CASE ("ill")), OWN_RULE ("MY", OWN_CASE ("ill") OWN_CASE ("allergic")), "MY/2 added stricter" },
    { OWN_RULE ("MY", OWN_CASE ("ill") OWN_CASE ("allergic")), OWN_RULE ("MY", OWN_CASE ("allergic")), "MY/1 removed looser" },
    { NULL, OWN_QUESTION ("my"), "my added stricter" },
    { OWN_QUESTION ("my"), NULL, "my removed looser" },
    { OWN_QUESTION ("my"), "<question id='my' type='answer' forms='full short'" OWN "><text>U</text><find-out>F</find-out></question>",
      "my words none" },
    { OWN_QUESTION ("my"), "<question id='my' type='answer' forms='full'" OWN ">" TEXT "<find-out>F</find-out></question>",
      "my meaning unknown" },
    { OWN_RULE ("MY", OWN_CASE ("ill")),
      OWN_RULE ("MY", "<case outcome='caution'><when question='ill' is='yes'/><reason>S</reason><advice>A</advice></case>"),
      "MY/1 words none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *words = compare (LAYER_SHIPPED, changes[i].before, LAYER_SHIPPED, changes[i].after);

      g_assert_cmpstr (words, ==, changes[i].words);
    }
}

/* What two versions of the program ship is compared in the same way. */
static void
test_differences_of_shipped (void)
{
  g_autofree char *words = compare (LAYER_SHIPPED CLR ("caution"), NULL, LAYER_SHIPPED_WITH ("'4'") CLR ("clearance"), NULL);

  g_assert_cmpstr (words, ==, "RES/1 outcome looser (defer 7, defer 4), CLR/1 outcome stricter (caution -1, clearance -1)");
}

/* As a clinic's document is kept: bound to what it was made for. */
static GBytes *
bind_to (const char *shipped,
      const char *entries)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (shipped, entries);
  g_autoptr (MesoProtocolClinic) document = parse (entries);

  meso_protocol_clinic_bind (document, protocol);
  return meso_protocol_clinic_write (document, 1);
}

static MesoProtocol *
fit (const char  *made_for,
     const char  *entries,
     const char  *shipped,
     char       **set_aside)
{
  g_autoptr (GBytes) clinic = bind_to (made_for, entries);
  g_autoptr (GPtrArray) documents = layer_fixture_documents (shipped, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GBytes) fitted = NULL;
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol = meso_protocol_new_fitting (documents, clinic, &lines, &fitted, &error);

  g_assert_no_error (error);
  g_assert_nonnull (fitted);
  g_assert_true ((lines->len == 0) == g_bytes_equal (clinic, fitted));
  g_ptr_array_add (lines, NULL);
  *set_aside = g_strjoinv ("\n", (char **) lines->pdata);
  return protocol;
}

/* A case is known again by when it speaks, wherever it stands by now. */
static void
test_change_follows_its_case (void)
{
  static const char moved[] =
    ANSWER ("ill") ANSWER ("allergic") MASS ("zinc")
    "<rule id='RES' findings='all'" FROM "><case outcome='caution'><when question='allergic' is='yes'/><reason>N</reason>"
    "<advice>A</advice></case><case outcome='clearance'><when question='ill' is='yes'/><reason>Ill, in other words.</reason>"
    "<advice>A</advice></case></rule>";
  g_autofree char *set_aside = NULL;
  g_autoptr (MesoProtocol) protocol = fit (LAYER_SHIPPED, CHANGE ("rule='RES' case='2' outcome='block'"), moved, &set_aside);

  g_assert_cmpstr (set_aside, ==, "");
  g_assert_cmpint (layer_fixture_case (protocol, "RES", 1)->outcome, ==, MESO_OUTCOME_CAUTION);
  g_assert_cmpint (layer_fixture_case (protocol, "RES", 2)->outcome, ==, MESO_OUTCOME_BLOCK);
}

static void
test_change_that_ships_stricter_now (void)
{
  g_autofree char *set_aside = NULL;
  g_autoptr (MesoProtocol) protocol = fit (LAYER_SHIPPED CLR ("caution"), CHANGE ("rule='CLR' case='1' outcome='clearance'"),
                                           LAYER_SHIPPED CLR ("block"), &set_aside);

  g_assert_cmpstr (set_aside, ==, "<change> CLR: the outcome “block” of this case of CLR can be made stricter, not looser");
  g_assert_cmpint (layer_fixture_case (protocol, "CLR", 1)->outcome, ==, MESO_OUTCOME_BLOCK);
}

/* Nine days were more than shipped, and are fewer than ship now: nobody has chosen to wait less. */
static void
test_raise_that_would_loosen_now (void)
{
  g_autofree char *set_aside = NULL;
  g_autofree char *still_more = NULL;
  g_autoptr (MesoProtocol) protocol = fit (LAYER_SHIPPED, CHANGE ("rule='RES' case='1' days='9'"),
                                           LAYER_SHIPPED_WITH ("'14'"), &set_aside);
  g_autoptr (MesoProtocol) raised = fit (LAYER_SHIPPED, CHANGE ("rule='RES' case='1' days='9'"),
                                         LAYER_SHIPPED_WITH ("'8'"), &still_more);

  g_assert_cmpstr (set_aside, ==, "<change> RES: what ships for this case of RES is “defer 14” now and was “defer 7”: choose again");
  g_assert_cmpint (layer_fixture_case (protocol, "RES", 1)->days, ==, 14);
  g_assert_cmpstr (still_more, ==, "");
  g_assert_cmpint (layer_fixture_case (raised, "RES", 1)->days, ==, 9);
}

/* What was chosen within a range goes back to what ships when the range has moved. */
static void
test_days_outside_of_a_new_range (void)
{
  g_autofree char *ranged = g_strdup (LAYER_SHIPPED_WITH ("'9'"));
  g_autofree char *set_aside = NULL;
  g_autoptr (MesoProtocol) protocol = NULL;
  char *from = strstr (ranged, "days-from='3'");

  from[strlen ("days-from='")] = '6';
  protocol = fit (LAYER_SHIPPED, CHANGE ("rule='RES' case='1' days='4'") OWN_QUESTION ("my"), ranged, &set_aside);
  g_assert_cmpstr (set_aside, ==, "<change> RES: 4 days can't be set for this case of RES: it takes 6 to 30");
  g_assert_cmpint (layer_fixture_case (protocol, "RES", 1)->days, ==, 9);
  g_assert_nonnull (meso_protocol_lookup_question (protocol, "my"));
}

/* Switched off was the old rule: nobody has said anything of the new one. */
static void
test_rule_that_was_off_has_changed (void)
{
  g_autofree char *same = NULL;
  g_autofree char *set_aside = NULL;
  g_autoptr (MesoProtocol) still_off = fit (LAYER_SHIPPED, SWITCH_OFF ("RES"), LAYER_SHIPPED, &same);
  g_autoptr (MesoProtocol) on_again = fit (LAYER_SHIPPED, SWITCH_OFF ("RES"), LAYER_SHIPPED_WITH ("'8'"), &set_aside);

  g_assert_cmpstr (same, ==, "");
  g_assert_null (layer_fixture_rule (still_off, "RES"));
  g_assert_cmpstr (set_aside, ==, "<switch-off> RES: RES isn't what it was when it was switched off");
  g_assert_nonnull (layer_fixture_rule (on_again, "RES"));
}

/* An own question that ships now by another meaning goes, and what rests on it with it; the rest stays. */
static void
test_own_entry_that_ships_now (void)
{
  g_autofree char *set_aside = NULL;
  g_autoptr (MesoProtocol) protocol = fit (
    LAYER_SHIPPED,
    OWN_QUESTION ("hair") OWN_RULE ("MY", OWN_CASE ("hair")) OWN_RULE ("MINE", OWN_CASE ("ill")),
    LAYER_SHIPPED DATE ("hair"), &set_aside);

  g_assert_nonnull (strstr (set_aside, "<question> hair: “hair” has been used before, in t.xml line "));
  g_assert_nonnull (strstr (set_aside, "<rule> MY: “hair” is of type date: it is never answered yes"));
  g_assert_null (layer_fixture_rule (protocol, "MY"));
  g_assert_nonnull (layer_fixture_rule (protocol, "MINE"));
}

static void
test_fitting_what_is_no_document (void)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (LAYER_SHIPPED, NULL);
  g_autoptr (GBytes) clinic = g_bytes_new_static ("<protocol", 9);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GBytes) fitted = NULL;
  g_autoptr (MesoProtocol) protocol = meso_protocol_new_fitting (documents, clinic, &lines, &fitted, NULL);

  g_assert_nonnull (protocol);
  g_assert_null (fitted);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (lines, 0), "clinic.xml:1:"));
  g_assert_cmpstr (meso_protocol_get_version (protocol), ==, "1.0.0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol-clinic/edits", test_edits);
  g_test_add_func ("/protocol-clinic/remove-own", test_remove_own);
  g_test_add_func ("/protocol-clinic/round-trip", test_round_trip);
  g_test_add_func ("/protocol-clinic/withdraw", test_withdraw);
  g_test_add_func ("/protocol-clinic/keep-reviews", test_keep_reviews);
  g_test_add_func ("/protocol-clinic/differences", test_differences);
  g_test_add_func ("/protocol-clinic/differences-of-shipped", test_differences_of_shipped);
  g_test_add_func ("/protocol-clinic/change-follows-its-case", test_change_follows_its_case);
  g_test_add_func ("/protocol-clinic/change-that-ships-stricter-now", test_change_that_ships_stricter_now);
  g_test_add_func ("/protocol-clinic/raise-that-would-loosen-now", test_raise_that_would_loosen_now);
  g_test_add_func ("/protocol-clinic/days-outside-of-a-new-range", test_days_outside_of_a_new_range);
  g_test_add_func ("/protocol-clinic/rule-that-was-off-has-changed", test_rule_that_was_off_has_changed);
  g_test_add_func ("/protocol-clinic/own-entry-that-ships-now", test_own_entry_that_ships_now);
  g_test_add_func ("/protocol-clinic/fitting-what-is-no-document", test_fitting_what_is_no_document);

  return g_test_run ();
}
