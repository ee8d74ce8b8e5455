/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patients-page.h"

#include "meso-patient-chooser.h"
#include "meso-patient-fact.h"
#include "meso-patient-filter.h"
#include "meso-patient-filters.h"
#include "meso-patient-finder-private.h"
#include "meso-patient-row.h"
#include "meso-patient-service.h"
#include "meso-twins-card.h"
#include "window-actions.h"

/* Milliseconds until the rows that aren't in sight are there too. */
#define ALL_ROWS 1200

typedef struct
{
  UiFixture *fixture;
  GtkWidget *page;
  GtkWindow *window;
  GString *last;            /* action of the window that was asked for */
} Desk;

static Desk *
desk_new (UiFixture *fixture,
          int        width)
{
  Desk *self = g_new0 (Desk, 1);

  self->fixture = fixture;
  self->last = g_string_new (NULL);
  self->page = GTK_WIDGET (meso_patients_page_new (fixture->context));
  self->window = ui_show (self->page, width, 600);
  window_actions_insert (self->window, self->last);
  ui_fixture_settle (fixture);
  ui_wait (100);
  return self;
}

static void
desk_free (Desk *self)
{
  gtk_window_destroy (self->window);
  g_string_free (self->last, TRUE);
  ui_fixture_free (self->fixture);
  g_free (self);
}

static gpointer
add_patient (MesoClinic  *clinic,
             gpointer     patient,
             GError     **error)
{
  return meso_patient_service_add (clinic, patient, (MesoCalendarDate) { 2026, 11, 22 }, error);
}

/* (transfer full): id */
static char *
add (UiFixture  *fixture,
     const char *given,
     const char *family,
     const char *phone)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  g_autoptr(MesoPatient) stored = NULL;

  g_set_str (&patient->given_name, given);
  g_set_str (&patient->family_name, family);
  g_set_str (&patient->phone, phone);
  stored = ui_fixture_call (fixture, add_patient, patient);
  return g_strdup (stored->id);
}

static GtkWidget *
get_entry (Desk *desk)
{
  return ui_get (desk->page, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
type (Desk       *desk,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (desk)), text);
  ui_fixture_settle (desk->fixture);
  ui_wait (100);
}

/* The view that shows the rows: inside of a table there is a list too. */
static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "people") && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static GtkWidget *
get_view (Desk *desk)
{
  GtkWidget *view = find_view (desk->page);

  g_assert_nonnull (view);
  return view;
}

static GtkSelectionModel *
get_model (Desk *desk)
{
  GtkWidget *view = get_view (desk);

  return GTK_IS_COLUMN_VIEW (view) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : gtk_list_view_get_model (GTK_LIST_VIEW (view));
}

static guint
count (Desk *desk)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (desk)));
}

/* As if a key was pressed with the focus somewhere in widget: its controllers are asked in turn. */
static gboolean
press (GtkWidget *widget,
       guint      keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stopped = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stopped);
      if (stopped)
        return TRUE;
    }
  return FALSE;
}

static void
test_search (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  g_autofree char *id = add (fixture, "A & B", "<i>", "0912 555 0142");
  g_autofree char *asked = g_strdup_printf ("open-patient '%s'", id);
  Desk *desk = desk_new (fixture, 360);
  GtkAccessible *row = GTK_ACCESSIBLE (ui_get (desk->page, MESO_TYPE_PATIENT_ROW, NULL));
  /* What it says, as that isn't nothing. */
  g_autofree char *words = gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  g_assert_nonnull (words);
  gtk_test_accessible_assert_role (get_entry (desk), GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  g_assert_nonnull (strstr (words, "A & B <i>"));
  type (desk, "0912");
  g_signal_emit_by_name (get_entry (desk), "activate");
  g_assert_cmpstr (desk->last->str, ==, asked);
  type (desk, "Zoë <u>");
  /* Enter opens nobody; the one thing to do is to enter them. */
  g_string_truncate (desk->last, 0);
  g_signal_emit_by_name (get_entry (desk), "activate");
  g_assert_cmpstr (desk->last->str, ==, "");
  gtk_widget_activate_action (desk->page, "patients.new", NULL);
  g_assert_cmpstr (desk->last->str, ==, "new-patient ''");
  desk_free (desk);
}

/* What was typed for nobody goes into the form. */
static void
test_new_with_what_was_typed (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *id = add (fixture, "Leila", "Ahmadi", "");
  Desk *desk = desk_new (fixture, 800);

  type (desk, "0935 & <b>");
  g_assert_true (ui_shows (desk->page, "New Patient “\xe2\x80\x8e\xe2\x81\xa8""0935 & <b>\xe2\x81\xa9”"));
  g_signal_emit_by_name (gtk_widget_get_parent (ui_get (desk->page, GTK_TYPE_LABEL, "New Patient “\xe2\x80\x8e\xe2\x81\xa8""0935 & <b>\xe2\x81\xa9”")),
                         "clicked");
  g_assert_cmpstr (desk->last->str, ==, "new-patient '0935 & <b>'");
  desk_free (desk);
}

static void
test_nobody_yet (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  Desk *desk = desk_new (fixture, 800);

  g_assert_true (ui_shows (desk->page, "No Patients Yet"));
  desk_free (desk);
}

static void
test_gone_while_searching (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 20);
  GtkWidget *page = GTK_WIDGET (meso_patients_page_new (fixture->context));
  GtkWindow *window = ui_show (page, 800, 600);

  gtk_editable_set_text (GTK_EDITABLE (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "a");
  g_signal_emit_by_name (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  gtk_window_destroy (window);
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
}

/* Down into the rows, and Up out of them again; Escape clears, and then leaves. */
static void
test_keys (gconstpointer width)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *first = add (fixture, "Leila", "Ahmadi", "");
  g_autofree char *second = add (fixture, "Mina", "Zand", "");
  Desk *desk = desk_new (fixture, GPOINTER_TO_INT (width));
  GtkWidget *entry = get_entry (desk);
  GtkWidget *focus;

  gtk_widget_grab_focus (entry);
  g_assert_true (press (entry, GDK_KEY_Down));
  g_assert_true (gtk_selection_model_is_selected (get_model (desk), 0));
  focus = gtk_window_get_focus (desk->window);
  g_assert_true (gtk_widget_is_ancestor (focus, get_view (desk)));
  g_assert_true (press (get_view (desk), GDK_KEY_Up));
  g_assert_false (gtk_selection_model_is_selected (get_model (desk), 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (desk->window), entry));

  type (desk, "zan");
  g_assert_cmpuint (count (desk), ==, 1);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  ui_fixture_settle (fixture);
  ui_wait (100);
  g_assert_cmpuint (count (desk), ==, 2);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (desk->window), entry));
  desk_free (desk);
}

/* Who types fast and presses Enter gets whom they typed, not who stood there before. */
static void
test_enter_before_the_answer (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *first = add (fixture, "Leila", "Ahmadi", "");
  g_autofree char *second = add (fixture, "Mina", "Zand", "");
  g_autofree char *asked = g_strdup_printf ("open-patient '%s'", second);
  Desk *desk = desk_new (fixture, 800);

  gtk_editable_set_text (GTK_EDITABLE (get_entry (desk)), "zan");
  g_signal_emit_by_name (get_entry (desk), "activate");
  g_assert_cmpstr (desk->last->str, ==, "");
  ui_fixture_settle (fixture);
  ui_wait (200);
  g_assert_cmpstr (desk->last->str, ==, asked);
  desk_free (desk);
}

/* One model in two looks. */
static void
test_narrow_and_wide (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 30);
  Desk *desk = desk_new (fixture, 1200);

  ui_wait (ALL_ROWS);
  g_assert_true (GTK_IS_COLUMN_VIEW (get_view (desk)));
  g_assert_cmpuint (count (desk), ==, 30);
  gtk_window_destroy (desk->window);
  desk->page = GTK_WIDGET (meso_patients_page_new (fixture->context));
  desk->window = ui_show (desk->page, 360, 600);
  ui_fixture_settle (fixture);
  ui_wait (ALL_ROWS);
  g_assert_false (GTK_IS_COLUMN_VIEW (get_view (desk)));
  g_assert_cmpuint (count (desk), ==, 30);
  g_assert_cmpint (gtk_widget_get_width (desk->page), <=, 360);
  desk_free (desk);
}

/* So wide as its words are, in digits of one width. */
static int
measure_words (GtkWidget *fact)
{
  g_autofree char *words = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fact), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (fact, words);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* How many cells are in sight; none of them, but of the last column, is narrower than what it says. */
static guint
assert_whole (GtkWidget *widget)
{
  guint count = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (MESO_IS_PATIENT_FACT (widget) && gtk_widget_get_next_sibling (gtk_widget_get_parent (widget)) != NULL)
    {
      g_assert_cmpint (gtk_widget_get_width (widget), >=, measure_words (widget));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += assert_whole (child);
  return count;
}

/* A phone that lost its last digits looks whole: she would dial it. */
static void
test_phones_are_whole (gconstpointer language)
{
  static const int widths[] = { 900, 1040, 1360 };
  UiFixture *fixture = ui_fixture_new (language, 12);
  g_autofree char *far = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *page = GTK_WIDGET (meso_patients_page_new (fixture->context));
      GtkWindow *window = ui_show (page, widths[i], 600);

      ui_fixture_settle (fixture);
      ui_wait (ALL_ROWS);
      g_assert_cmpuint (assert_whole (page), >=, 15);
      /* The column grows for one that is longer than is common. */
      if (far == NULL)
        {
          far = add (fixture, "Aa", "Aa", "+963 11 2222 3333 444");
          ui_fixture_settle (fixture);
          ui_wait (ALL_ROWS);
          g_assert_cmpuint (assert_whole (page), >=, 15);
        }
      gtk_window_destroy (window);
    }
  ui_fixture_free (fixture);
}

static void
test_filters (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 40);
  Desk *desk = desk_new (fixture, 1200);
  MesoPatientFilters *filters = MESO_PATIENT_FILTERS (ui_get (desk->page, MESO_TYPE_PATIENT_FILTERS, NULL));
  guint all;

  ui_wait (ALL_ROWS);
  all = count (desk);
  meso_patient_filters_set_selected (filters, MESO_PATIENT_FILTER_ON_COURSE);
  ui_fixture_settle (fixture);
  ui_wait (ALL_ROWS);
  g_assert_cmpuint (count (desk), >, 0);
  g_assert_cmpuint (count (desk), <, all);
  meso_patient_filters_set_selected (filters, MESO_PATIENT_FILTER_ARCHIVED);
  ui_fixture_settle (fixture);
  ui_wait (ALL_ROWS);
  /* The narrow menu and the wide row of toggles say the same. */
  meso_patient_filters_set_narrow (filters, TRUE);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (ui_get (GTK_WIDGET (filters), GTK_TYPE_DROP_DOWN, NULL))), ==, 4);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_get (GTK_WIDGET (filters), GTK_TYPE_DROP_DOWN, NULL)), 0);
  g_assert_cmpuint (meso_patient_filters_get_selected (filters), ==, MESO_PATIENT_FILTER_ALL);
  ui_fixture_settle (fixture);
  ui_wait (ALL_ROWS);
  g_assert_cmpuint (count (desk), ==, all);
  desk_free (desk);
}

static void
test_copy (void)
{
  UiFixture *fixture = ui_fixture_new ("fa", 0);
  g_autofree char *id = add (fixture, "لیلا", "احمدی", "0912 555 0142");
  Desk *desk = desk_new (fixture, 800);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (desk->page);
  GdkContentProvider *content;
  g_auto(GValue) value = G_VALUE_INIT;

  gtk_selection_model_select_item (get_model (desk), 0, TRUE);
  gtk_widget_activate_action (get_view (desk), "found.copy-phone", NULL);
  content = gdk_clipboard_get_content (clipboard);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  /* As it is dialled, whatever the window's digits are. */
  g_assert_cmpstr (g_value_get_string (&value), ==, "+989125550142");
  desk_free (desk);
}

/* A pointer that passes over other rows while the menu is open selects them: the menu stays with whom it was opened on. */
static void
test_menu_keeps_its_patient (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *first = add (fixture, "Leila", "Ahmadi", "0912 555 0142");
  g_autofree char *second = add (fixture, "Mina", "Zand", "0912 555 0143");
  Desk *desk = desk_new (fixture, 800);
  MesoPatientFinder *finder = MESO_PATIENT_FINDER (ui_get (desk->page, MESO_TYPE_PATIENT_FINDER, NULL));
  GdkContentProvider *content;
  g_auto(GValue) value = G_VALUE_INIT;

  meso_patient_menu_open_at (finder->menu, 0, &(GdkRectangle) { 10, 10, 1, 1 });
  gtk_selection_model_select_item (get_model (desk), 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (finder), "found.copy-phone", NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (desk->page));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "+989125550142");
  desk_free (desk);
}

static void
test_twins (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *first = add (fixture, "Leila", "Ahmadi", "0912 555 0142");
  g_autofree char *second = add (fixture, "Leila", "Ahmadi", "0912 555 0142");
  g_autofree char *other = add (fixture, "Mina", "Zand", "");
  Desk *desk = desk_new (fixture, 1200);
  GtkWidget *card = ui_get (desk->page, MESO_TYPE_TWINS_CARD, NULL);

  ui_wait (100);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_true (meso_twins_card_has (MESO_TWINS_CARD (card), first));
  g_assert_false (meso_twins_card_has (MESO_TWINS_CARD (card), other));
  /* No window that could compare them: nothing is offered that would do nothing. */
  g_assert_false (gtk_widget_get_visible (ui_get (card, GTK_TYPE_BUTTON, "Compare…")));
  type (desk, "zan");
  g_assert_false (gtk_widget_get_visible (card));
  type (desk, "lei");
  g_assert_true (gtk_widget_get_visible (card));
  g_signal_emit_by_name (ui_get (card, GTK_TYPE_BUTTON, "Not the Same"), "clicked");
  ui_fixture_settle (fixture);
  ui_wait (200);
  g_assert_false (gtk_widget_get_visible (card));
  desk_free (desk);
}

/* Two spellings of one person are offered, by whatever of them is looked for. */
static void
test_twins_are_sought (void)
{
  static const char *const found[] = { "1990-05-13", "۱۳۶۹/۲/۲۳", "0912 555 0142", "218877", "لیلا", "ahm", "lei 1990-05-13" };
  static const char *const not_found[] = { "1990-05-14", "0935", "zand", "zand 1990-05-13" };
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(MesoPatient) first = meso_patient_new ();
  g_autoptr(MesoPatient) second = meso_patient_new ();
  g_autoptr(MesoPatient) first_stored = NULL;
  g_autoptr(MesoPatient) second_stored = NULL;
  Desk *desk;
  GtkWidget *card;

  g_set_str (&first->given_name, "Leila");
  g_set_str (&first->family_name, "Ahmadi");
  g_set_str (&first->phone, "0912 555 0142");
  g_set_str (&first->other_given_name, "لیلا");
  first->birth_date = (MesoCalendarDate) { 1990, 5, 13 };
  g_set_str (&second->given_name, "Leyla");
  g_set_str (&second->family_name, "Ahmady");
  g_set_str (&second->phone, "021 8877 6655");
  g_set_str (&second->second_phone, "0912 555 0142");
  second->birth_date = first->birth_date;
  first_stored = ui_fixture_call (fixture, add_patient, first);
  second_stored = ui_fixture_call (fixture, add_patient, second);
  desk = desk_new (fixture, 1200);
  ui_wait (100);
  card = ui_get (desk->page, MESO_TYPE_TWINS_CARD, NULL);
  g_assert_true (ui_shows (card, "same phone · same date of birth · merging can be undone"));
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      type (desk, found[i]);
      if (!gtk_widget_get_visible (card))
        g_error ("not offered to who looks for “%s”", found[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (not_found); i++)
    {
      type (desk, not_found[i]);
      if (gtk_widget_get_visible (card))
        g_error ("offered to who looks for “%s”", not_found[i]);
    }
  desk_free (desk);
}

/* A row that isn't there yet says nothing, and takes the place that it will have. */
static void
test_awaited_row (void)
{
  GtkWidget *row = g_object_ref_sink (meso_patient_row_new (NULL));
  int height;

  meso_patient_row_show (MESO_PATIENT_ROW (row), NULL, MESO_PATIENT_ROW_WIDE);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_BUSY, TRUE);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >=, 40);
  g_object_unref (row);
}

/* The same finder picks a patient for something else. */
static void
test_chooser (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *id = add (fixture, "Leila", "Ahmadi", "");
  g_autofree char *asked = g_strdup_printf ("book '%s'", id);
  Desk *desk = desk_new (fixture, 800);
  AdwDialog *dialog = ADW_DIALOG (meso_patient_chooser_new_for (fixture->context, "Whom to Book?", "win.book"));
  GtkWidget *entry;

  adw_dialog_present (dialog, desk->page);
  ui_fixture_settle (fixture);
  ui_wait (300);
  entry = ui_get (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_false (gtk_widget_get_visible (ui_get (GTK_WIDGET (dialog), MESO_TYPE_PATIENT_FILTERS, NULL)));
  g_signal_emit_by_name (entry, "activate");
  ui_wait (100);
  g_assert_cmpstr (desk->last->str, ==, asked);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/patients-page/search", "en", test_search);
  g_test_add_data_func ("/patients-page/search-persian", "fa", test_search);
  g_test_add_func ("/patients-page/new-with-what-was-typed", test_new_with_what_was_typed);
  g_test_add_func ("/patients-page/nobody-yet", test_nobody_yet);
  g_test_add_func ("/patients-page/gone-while-searching", test_gone_while_searching);
  g_test_add_data_func ("/patients-page/keys-wide", GINT_TO_POINTER (1200), test_keys);
  g_test_add_data_func ("/patients-page/keys-narrow", GINT_TO_POINTER (360), test_keys);
  g_test_add_func ("/patients-page/enter-before-the-answer", test_enter_before_the_answer);
  g_test_add_data_func ("/patients-page/narrow-and-wide", "en", test_narrow_and_wide);
  g_test_add_data_func ("/patients-page/narrow-and-wide-persian", "fa", test_narrow_and_wide);
  g_test_add_data_func ("/patients-page/phones-are-whole", "en", test_phones_are_whole);
  g_test_add_data_func ("/patients-page/phones-are-whole-persian", "fa", test_phones_are_whole);
  g_test_add_func ("/patients-page/filters", test_filters);
  g_test_add_func ("/patients-page/copy", test_copy);
  g_test_add_func ("/patients-page/menu-keeps-its-patient", test_menu_keeps_its_patient);
  g_test_add_func ("/ui/patients-page/menu-keeps-its-patient", test_menu_keeps_its_patient);
  g_test_add_func ("/patients-page/twins", test_twins);
  g_test_add_func ("/patients-page/twins-are-sought", test_twins_are_sought);
  g_test_add_func ("/patients-page/awaited-row", test_awaited_row);
  g_test_add_func ("/patients-page/chooser", test_chooser);
  return g_test_run ();
}
