/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Preferences, Protocol: what everybody may read, what a physician may change, and what nobody may. */

#include <glib/gstdio.h>
#include <string.h>

#include "meso-field.h"
#include "meso-preferences-dialog.h"
#include "meso-protocol-fault.h"
#include "meso-protocol-file-page.h"
#include "meso-protocol-group.h"
#include "meso-protocol-service.h"
#include "meso-protocol-versions-page.h"
#include "meso-review-page.h"
#include "meso-rule-act-page.h"
#include "meso-rule-entry.h"
#include "meso-rule-page.h"
#include "meso-rules-page.h"
#include "meso-staff-service.h"
#include "meso-tag.h"
#include "ui-fixture.h"

#define OWN_RULE \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<protocol xmlns=\"https://example.org/mesoclinic/protocol\" version=\"1\" origin=\"clinic\">\n" \
  "  <question id=\"shop-hair\" type=\"answer\" forms=\"full\" origin=\"clinic\" source=\"GK\" grade=\"GK\" review=\"unreviewed\">\n" \
  "    <text>Does A &amp; B &lt;i&gt; hold?</text>\n" \
  "    <text xml:lang=\"fa\">آیا A &amp; B برقرار است؟</text>\n" \
  "    <help>Why A &amp; B is asked.</help>\n" \
  "    <help xml:lang=\"fa\">چرا پرسیده می‌شود.</help>\n" \
  "    <find-out>Ask again.</find-out>\n" \
  "    <find-out xml:lang=\"fa\">دوباره بپرسید.</find-out>\n" \
  "  </question>\n" \
  "  <rule id=\"SHOP\" overridable=\"true\" origin=\"clinic\" source=\"GK\" grade=\"GK\" review=\"unreviewed\">\n" \
  "    <case outcome=\"caution\">\n" \
  "      <when question=\"shop-hair\" is=\"yes\"/>\n" \
  "      <reason>A &amp; B &lt;i&gt; holds.</reason>\n" \
  "      <reason xml:lang=\"fa\">A &amp; B برقرار است.</reason>\n" \
  "      <advice>Look twice.</advice>\n" \
  "      <advice xml:lang=\"fa\">دو بار نگاه کنید.</advice>\n" \
  "    </case>\n" \
  "  </rule>\n" \
  "</protocol>\n"
/* The question that the rule asks after isn't there: line 3, column 43 */
#define BAD_RULE \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<protocol xmlns=\"https://example.org/mesoclinic/protocol\" version=\"1\" origin=\"clinic\">\n" \
  "  <question id=\"shop-hair\" type=\"answer\" forms=\"full\" origin=\"clinic\" source=\"GK\"></question\n"

typedef struct
{
  UiFixture *fixture;
  GtkWindow *window;
  GtkWidget *dialog;
} Test;

static void
settle (Test *self)
{
  ui_fixture_settle (self->fixture);
  ui_wait (400);
}

static Test *
set_up (const char *language,
        int         width)
{
  Test *self = g_new0 (Test, 1);

  self->fixture = ui_fixture_new (language, 0);
  self->dialog = GTK_WIDGET (meso_preferences_dialog_new (self->fixture->context));
  self->window = ui_show (gtk_label_new ("behind"), width, 800);
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (self->window));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (self->dialog), "protocol");
  settle (self);
  return self;
}

static void
tear_down (Test *self)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  gtk_window_destroy (self->window);
  ui_fixture_settle (self->fixture);
  ui_fixture_free (self->fixture);
  g_free (self);
}

static void
press (Test       *self,
       GtkWidget  *root,
       const char *label)
{
  GtkWidget *button = ui_get (root, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle (self);
}

static void
open_rules (Test *self)
{
  g_signal_emit_by_name (ui_get (GTK_WIDGET (ui_get (self->dialog, MESO_TYPE_PROTOCOL_GROUP, NULL)), GTK_TYPE_BUTTON, "Show"), "clicked");
  settle (self);
}

/* Rows whose list and section are in sight. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *rule)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LIST_BOX_ROW (widget) && g_strcmp0 (g_object_get_data (G_OBJECT (widget), "rule"), rule) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, rule);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_rule (Test       *self,
           const char *rule)
{
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self->dialog), meso_rule_page_new (self->fixture->context, rule));
  settle (self);
  return ui_get (self->dialog, MESO_TYPE_RULE_PAGE, NULL);
}

static gpointer
take_desk_as_nurse (MesoClinic  *clinic,
                    gpointer     request,
                    GError     **error)
{
  g_autoptr(MesoStaff) nurse = meso_staff_new ();
  g_autofree char *id = NULL;

  g_set_str (&nurse->name, "N. <b> & Co");
  nurse->role = MESO_ROLE_NURSE;
  nurse->active = TRUE;
  id = meso_staff_service_add (clinic, nurse, error);
  meso_staff_service_take_desk (clinic, id, error);
  return NULL;
}

static gpointer
list_versions (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  return meso_protocol_service_list_versions (clinic, error);
}

static guint
count_versions (Test *self)
{
  g_autoptr(GPtrArray) versions = ui_fixture_call (self->fixture, list_versions, NULL);

  return versions->len;
}

static MesoRuleState
get_state (Test       *self,
           const char *rule)
{
  g_autoptr(MesoRuleEntry) entry = meso_rule_entry_find (self->fixture->clinic, rule);

  g_assert_nonnull (entry);
  return meso_rule_entry_get_state (entry);
}

static char *
dup_hash (Test *self)
{
  return g_strdup (meso_protocol_get_hash (meso_clinic_get_protocol (self->fixture->clinic)));
}

static GtkWidget *
show_file (Test       *self,
           const char *content)
{
  g_autofree char *path = g_build_filename (self->fixture->folder, "own & <i>.xml", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self->dialog), meso_protocol_file_page_new (self->fixture->context, file));
  settle (self);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return ui_get (self->dialog, MESO_TYPE_PROTOCOL_FILE_PAGE, NULL);
}

static void
write_why (Test       *self,
           const char *why)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (self->dialog, ADW_TYPE_ENTRY_ROW, "Why")), why);
}

static void
test_search (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page;
  GtkWidget *search;
  GtkWidget *row;

  open_rules (self);
  page = ui_get (self->dialog, MESO_TYPE_RULES_PAGE, NULL);
  search = ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  row = find_row (page, "PREG");
  g_assert_nonnull (row);
  g_assert_nonnull (find_row (page, "MENS"));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (search, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the rules");
  /* A question's own words, in the language that isn't the window's. */
  gtk_editable_set_text (GTK_EDITABLE (search), "باردار");
  settle (self);
  g_assert_nonnull (find_row (page, "PREG"));
  g_assert_null (find_row (page, "MENS"));
  gtk_editable_set_text (GTK_EDITABLE (search), "mens");
  settle (self);
  g_assert_null (find_row (page, "PREG"));
  g_assert_nonnull (find_row (page, "MENS"));
  gtk_editable_set_text (GTK_EDITABLE (search), "<b>zzz&");
  settle (self);
  g_assert_null (find_row (page, "MENS"));
  g_assert_true (ui_shows (page, "No Rule Found"));
  press (self, page, "Show All Rules");
  g_assert_nonnull (find_row (page, "PREG"));
  gtk_widget_activate (find_row (page, "PREG"));
  settle (self);
  g_assert_true (ui_shows (ui_get (self->dialog, MESO_TYPE_RULE_PAGE, NULL), "Is the patient pregnant, or possibly pregnant?"));
  tear_down (self);
}

/* Signed by the physician at the desk; the button then leads to the next rule. */
static void
test_sign (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page = open_rule (self, "PREG");

  g_assert_cmpint (get_state (self, "PREG"), ==, MESO_RULE_STATE_UNREVIEWED);
  g_assert_true (ui_shows (page, "No physician’s signature is under it"));
  press (self, page, "Sign as Reviewed");
  g_assert_cmpint (get_state (self, "PREG"), ==, MESO_RULE_STATE_REVIEWED);
  g_assert_true (ui_shows (page, "Reviewed"));
  g_assert_cmpuint (count_versions (self), ==, 1);
  press (self, page, "Next Rule to Review");
  g_assert_true (ui_shows (page, "Is the patient breastfeeding?"));
  tear_down (self);
}

/* A signature may be a mistake: it goes with a reason, and the rule has to be read again. */
static void
test_withdraw (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page = open_rule (self, "PREG");

  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Withdraw…"));
  press (self, page, "Sign as Reviewed");
  press (self, page, "Withdraw…");
  press (self, self->dialog, "Withdraw the Signature");
  g_assert_true (meso_field_has_error (ui_get (self->dialog, ADW_TYPE_ENTRY_ROW, "Why")));
  g_assert_cmpuint (count_versions (self), ==, 1);
  write_why (self, "Signed by <i>mistake</i> & too fast");
  press (self, self->dialog, "Withdraw the Signature");
  g_assert_cmpuint (count_versions (self), ==, 2);
  g_assert_cmpint (get_state (self, "PREG"), ==, MESO_RULE_STATE_UNREVIEWED);
  g_assert_true (ui_shows (page, "No physician’s signature is under it"));
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Withdraw…"));
  g_assert_true (gtk_widget_is_visible (ui_get (page, GTK_TYPE_BUTTON, "Sign as Reviewed")));
  tear_down (self);
}

/* What the article asks for may become stricter, and nothing else. */
static void
test_change (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page = open_rule (self, "MENS");
  GtkWidget *outcome;
  GtkWidget *why;

  press (self, page, "Sign as Reviewed");
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Switch Off…"));
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Remove…"));
  g_assert_true (ui_shows (page, "It always stays"));
  press (self, page, "Change…");
  outcome = ui_get (self->dialog, ADW_TYPE_COMBO_ROW, "Outcome");
  why = ui_get (self->dialog, ADW_TYPE_ENTRY_ROW, "Why");
  press (self, self->dialog, "Change the Rule");
  g_assert_true (ui_shows (self->dialog, "The rule gives this already. Choose something else, or go back."));
  g_assert_true (meso_field_has_error (why));
  gtk_test_accessible_assert_state (why, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpuint (count_versions (self), ==, 1);
  /* Strictest first. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (outcome), 0);
  write_why (self, "Bleeding & <b>bruises</b>");
  press (self, self->dialog, "Change the Rule");
  g_assert_cmpuint (count_versions (self), ==, 2);
  g_assert_cmpint (get_state (self, "MENS"), ==, MESO_RULE_STATE_OUTDATED);
  g_assert_true (ui_shows (page, "Do not treat"));
  g_assert_true (ui_shows (page, "Bleeding & <b>bruises</b>"));
  press (self, page, "Take Back…");
  write_why (self, "Too strict");
  press (self, self->dialog, "Take the Change Back");
  g_assert_cmpuint (count_versions (self), ==, 3);
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Take Back…"));
  tear_down (self);
}

/* What is typed outlives the page. */
static void
test_draft (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page = open_rule (self, "INF-S");

  press (self, page, "Switch Off…");
  write_why (self, "Half a rea");
  ui_wait (700);
  settle (self);
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (self->dialog));
  settle (self);
  press (self, page, "Switch Off…");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (self->dialog, ADW_TYPE_ENTRY_ROW, "Why"))), ==, "Half a rea");
  g_assert_true (ui_shows (self->dialog, "Your unfinished draft was taken up again"));
  g_assert_cmpuint (count_versions (self), ==, 0);
  tear_down (self);
}

static void
test_switch_off (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page = open_rule (self, "INF-S");

  press (self, page, "Switch Off…");
  write_why (self, "A dermatologist looks first");
  press (self, self->dialog, "Switch Off");
  g_assert_cmpint (get_state (self, "INF-S"), ==, MESO_RULE_STATE_OFF);
  g_assert_true (ui_shows (page, "A dermatologist looks first"));
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (self->dialog));
  settle (self);
  open_rules (self);
  g_assert_nonnull (find_row (ui_get (self->dialog, MESO_TYPE_RULES_PAGE, NULL), "INF-S"));
  g_assert_true (ui_shows (self->dialog, "Switched Off by This Clinic"));
  page = open_rule (self, "INF-S");
  press (self, page, "Switch On…");
  write_why (self, "Wanted again");
  press (self, self->dialog, "Switch On");
  g_assert_cmpint (get_state (self, "INF-S"), ==, MESO_RULE_STATE_UNREVIEWED);
  tear_down (self);
}

/* Everybody reads; only a physician changes. */
static void
test_nurse (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page = open_rule (self, "INF-S");
  GtkWidget *file;

  ui_fixture_call (self->fixture, take_desk_as_nurse, NULL);
  settle (self);
  g_assert_true (ui_find (page, GTK_TYPE_BUTTON, "Sign as Reviewed") == NULL ||
                 !gtk_widget_is_visible (ui_get (page, GTK_TYPE_BUTTON, "Sign as Reviewed")));
  g_assert_false (gtk_widget_is_sensitive (ui_get (page, GTK_TYPE_BUTTON, "Switch Off…")));
  g_assert_false (gtk_widget_is_sensitive (ui_get (page, GTK_TYPE_BUTTON, "Change…")));
  {
    g_autofree char *words = ui_dup_words (page);

    g_assert_nonnull (strstr (words, "Dr Sara Karimi"));
    g_assert_nonnull (strstr (words, "There are signs of an infection"));
  }
  file = show_file (self, OWN_RULE);
  g_assert_true (ui_shows (file, "The File Is Sound"));
  g_assert_false (gtk_widget_is_sensitive (ui_get (file, GTK_TYPE_BUTTON, "Use This File…")));
  g_assert_false (gtk_widget_get_visible (ui_get (file, GTK_TYPE_BUTTON, "Choose Another…")));
  g_assert_cmpuint (count_versions (self), ==, 0);
  tear_down (self);
}

static void
test_bad_file (void)
{
  Test *self = set_up ("en", 800);
  g_autofree char *before = dup_hash (self);
  g_autofree char *after = NULL;
  GtkWidget *page = show_file (self, BAD_RULE);
  g_autofree char *words = ui_dup_words (page);

  g_assert_true (ui_shows (page, "This File Can’t Be Used"));
  g_assert_nonnull (strstr (words, "Line \342\201\2463\342\201\251, column "));
  g_assert_false (gtk_widget_get_visible (ui_get (page, GTK_TYPE_BUTTON, "Use This File…")));
  g_assert_true (gtk_widget_get_visible (ui_get (page, GTK_TYPE_BUTTON, "Choose Another…")));
  after = dup_hash (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_versions (self), ==, 0);
  tear_down (self);
}

/* Seen first, used with a reason only, and a version of its own. */
static void
test_good_file (void)
{
  Test *self = set_up ("en", 800);
  g_autofree char *before = dup_hash (self);
  g_autofree char *cancelled = NULL;
  GtkWidget *page = show_file (self, OWN_RULE);
  GtkWidget *versions;

  g_assert_true (ui_shows (page, "A & B <i> holds.") || ui_shows (page, "Does A & B <i> hold?"));
  press (self, page, "Cancel");
  cancelled = dup_hash (self);
  g_assert_cmpstr (before, ==, cancelled);
  g_assert_cmpuint (count_versions (self), ==, 0);

  page = show_file (self, OWN_RULE);
  press (self, page, "Use This File…");
  press (self, self->dialog, "Use the File");
  g_assert_cmpuint (count_versions (self), ==, 0);
  write_why (self, "Asked for by A & B <i>");
  press (self, self->dialog, "Use the File");
  g_assert_cmpuint (count_versions (self), ==, 1);
  g_assert_cmpint (get_state (self, "SHOP"), ==, MESO_RULE_STATE_UNREVIEWED);

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self->dialog), meso_protocol_versions_page_new (self->fixture->context));
  settle (self);
  versions = ui_get (self->dialog, MESO_TYPE_PROTOCOL_VERSIONS_PAGE, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_get (versions, ADW_TYPE_EXPANDER_ROW, NULL)), TRUE);
  settle (self);
  {
    g_autofree char *words = ui_dup_words (versions);

    g_assert_nonnull (strstr (words, "Asked for by A & B <i>"));
    g_assert_nonnull (strstr (words, "Dr Sara Karimi"));
    g_assert_nonnull (strstr (words, "New rule"));
    g_assert_nonnull (strstr (words, "SHOP"));
  }
  tear_down (self);
}

/* What goes out comes in again as it was. */
static void
test_export (void)
{
  Test *self = set_up ("en", 800);
  g_autofree char *path = g_build_filename (self->fixture->folder, "out.xml", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  press (self, open_rule (self, "PREG"), "Sign as Reviewed");
  meso_protocol_group_save (MESO_PROTOCOL_GROUP (ui_get (self->dialog, MESO_TYPE_PROTOCOL_GROUP, NULL)), file);
  settle (self);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (ui_shows (show_file (self, content), "The File Changes Nothing"));
  tear_down (self);
}

/* Only what is ticked is signed. */
static void
test_review_many (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *page;
  GtkWidget *row;

  press (self, self->dialog, "Review");
  page = ui_get (self->dialog, MESO_TYPE_REVIEW_PAGE, NULL);
  g_assert_false (gtk_widget_is_sensitive (ui_get (page, GTK_TYPE_BUTTON, "Sign")));
  row = ui_get (page, ADW_TYPE_EXPANDER_ROW, "Is the patient pregnant, or possibly pregnant?");
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "tick"), TRUE);
  row = ui_get (page, ADW_TYPE_EXPANDER_ROW, "Is the patient breastfeeding?");
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "tick"), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (self);
  g_assert_true (ui_shows (row, "Do not treat while the child is breastfed. Screen again after weaning."));
  press (self, page, "Sign 2 Rules");
  g_assert_cmpint (get_state (self, "PREG"), ==, MESO_RULE_STATE_REVIEWED);
  g_assert_cmpint (get_state (self, "LACT"), ==, MESO_RULE_STATE_REVIEWED);
  g_assert_cmpint (get_state (self, "MENS"), ==, MESO_RULE_STATE_UNREVIEWED);
  g_assert_cmpuint (count_versions (self), ==, 1);
  g_assert_null (ui_find (page, ADW_TYPE_EXPANDER_ROW, "Is the patient breastfeeding?"));
  tear_down (self);
}

/* An answer that comes after its page has gone changes nothing and disturbs nobody. */
static void
test_late (void)
{
  Test *self = set_up ("en", 800);
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at-all.xml");
  AdwNavigationPage *page = g_object_ref_sink (meso_protocol_file_page_new (self->fixture->context, file));

  g_object_run_dispose (G_OBJECT (page));
  g_object_unref (page);
  page = g_object_ref_sink (meso_rule_page_new (self->fixture->context, "PREG"));
  g_object_run_dispose (G_OBJECT (page));
  g_object_unref (page);
  page = g_object_ref_sink (meso_review_page_new (self->fixture->context));
  g_object_run_dispose (G_OBJECT (page));
  g_object_unref (page);
  settle (self);
  g_assert_cmpuint (count_versions (self), ==, 0);
  tear_down (self);
}

static gboolean
fits (GtkWidget *widget,
      int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum <= width;
}

/* Right to left, on a phone's width, in Persian digits. */
static void
test_persian (void)
{
  Test *self = set_up ("fa", 370);
  GtkWidget *rule = open_rule (self, "MENS");
  GtkWidget *file = show_file (self, BAD_RULE);
  g_autofree char *words = ui_dup_words (file);

  g_assert_cmpint (gtk_widget_get_direction (rule), ==, GTK_TEXT_DIR_RTL);
  g_assert_true (fits (rule, 360));
  g_assert_true (fits (file, 360));
  g_assert_nonnull (strstr (words, "۳"));
  tear_down (self);
}

static void
test_fault (void)
{
  static const struct { const char *fault; const char *place; const char *what; } cases[] = {
    { "a:1:2: b.xml:12:5: what: it is", "Line \342\201\24612\342\201\251, column \342\201\2465\342\201\251", "What: it is" },
    { "no place at all", "", "no place at all" },
  };
  UiFixture *fixture = ui_fixture_new ("en", 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *what = NULL;
      g_autofree char *place = meso_protocol_fault_split (fixture->context, "a:1:2: b.xml", cases[i].fault, &what);

      g_assert_cmpstr (place, ==, cases[i].place);
      g_assert_nonnull (strstr (what, cases[i].what));
    }
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/protocol/search", test_search);
  g_test_add_func ("/protocol/sign", test_sign);
  g_test_add_func ("/protocol/withdraw", test_withdraw);
  g_test_add_func ("/protocol/change", test_change);
  g_test_add_func ("/protocol/draft", test_draft);
  g_test_add_func ("/protocol/switch-off", test_switch_off);
  g_test_add_func ("/protocol/nurse", test_nurse);
  g_test_add_func ("/protocol/bad-file", test_bad_file);
  g_test_add_func ("/protocol/good-file", test_good_file);
  g_test_add_func ("/protocol/export", test_export);
  g_test_add_func ("/protocol/review-many", test_review_many);
  g_test_add_func ("/protocol/late", test_late);
  g_test_add_func ("/protocol/persian", test_persian);
  g_test_add_func ("/protocol/fault", test_fault);
  return g_test_run ();
}
