/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-call.h"

#include "clinic-fixture.h"
#include "meso-draft-service.h"
#include "meso-patient-service.h"

/* What came back from the calls of one case. */
typedef struct
{
  GMainLoop *loop;
  GPtrArray *answers;           /* what each call returned, or the error's message */
  GQuark domain;
  int code;
  guint due;
  GThread *thread;              /* that the answer came on */
} Desk;

static void
desk_init (Desk *desk,
           guint due)
{
  *desk = (Desk) { g_main_loop_new (NULL, FALSE), g_ptr_array_new_with_free_func (g_free), 0, 0, due, NULL };
}

static void
desk_clear (Desk *desk)
{
  g_main_loop_unref (desk->loop);
  g_ptr_array_unref (desk->answers);
}

static const char *
desk_get (Desk  *desk,
          guint  i)
{
  return g_ptr_array_index (desk->answers, i);
}

static void
on_answer (GObject      *clinic,
           GAsyncResult *result,
           gpointer      data)
{
  Desk *desk = data;
  g_autoptr(GError) error = NULL;
  char *answer = meso_clinic_call_finish (MESO_CLINIC (clinic), result, &error);

  if (error != NULL)
    {
      g_assert_null (answer);
      desk->domain = error->domain;
      desk->code = error->code;
      answer = g_strdup (error->message);
    }
  g_ptr_array_add (desk->answers, answer);
  desk->thread = g_thread_self ();
  if (--desk->due == 0)
    g_main_loop_quit (desk->loop);
}

static void
ask (ClinicFixture  *fixture,
     Desk           *desk,
     MesoClinicCall  call,
     const char     *request,
     GCancellable   *cancellable)
{
  meso_clinic_call_async (fixture->clinic, call, g_strdup (request), g_free, g_free, cancellable, on_answer, desk);
}

static gpointer
echo (MesoClinic  *clinic,
      gpointer     request,
      GError     **error)
{
  return g_strdup (request);
}

static gpointer
fail (MesoClinic  *clinic,
      gpointer     request,
      GError     **error)
{
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, request);
  return NULL;
}

static gpointer
nothing (MesoClinic  *clinic,
         gpointer     request,
         GError     **error)
{
  return meso_draft_service_get (clinic, "patient", "new", error);
}

static gpointer
where (MesoClinic  *clinic,
       gpointer     request,
       GError     **error)
{
  return g_strdup (g_thread_self () == g_object_get_data (G_OBJECT (clinic), "main-thread") ? "main" : "other");
}

/* Waits until the test opens the gate. */
static GMutex gate;

static gpointer
wait_at_gate (MesoClinic  *clinic,
              gpointer     request,
              GError     **error)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  return g_strdup (request);
}

static gpointer
save_then_wait (MesoClinic  *clinic,
                gpointer     request,
                GError     **error)
{
  if (!meso_draft_service_put (clinic, "patient", "new", request, error))
    return NULL;
  return wait_at_gate (clinic, request, error);
}

static void
test_in_order (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Desk desk;

  desk_init (&desk, 4);
  ask (fixture, &desk, echo, "one", NULL);
  ask (fixture, &desk, fail, "two", NULL);
  ask (fixture, &desk, nothing, NULL, NULL);
  ask (fixture, &desk, echo, "four", NULL);
  g_main_loop_run (desk.loop);
  g_assert_cmpstr (desk_get (&desk, 0), ==, "one");
  g_assert_cmpstr (desk_get (&desk, 1), ==, "two");
  g_assert_null (desk_get (&desk, 2));
  g_assert_cmpstr (desk_get (&desk, 3), ==, "four");
  g_assert_true (desk.domain == MESO_SERVICES_ERROR);
  g_assert_cmpint (desk.code, ==, MESO_SERVICES_ERROR_REFUSED);
  desk_clear (&desk);
}

static void
test_off_the_main_thread (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Desk desk;

  desk_init (&desk, 1);
  g_object_set_data (G_OBJECT (fixture->clinic), "main-thread", g_thread_self ());
  ask (fixture, &desk, where, NULL, NULL);
  g_main_loop_run (desk.loop);
  g_assert_cmpstr (desk_get (&desk, 0), ==, "other");
  g_assert_true (desk.thread == g_thread_self ());
  desk_clear (&desk);
}

static void
test_cancelled_before_its_turn (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(MesoDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  Desk desk;

  desk_init (&desk, 2);
  g_mutex_lock (&gate);
  ask (fixture, &desk, wait_at_gate, "first", NULL);
  ask (fixture, &desk, save_then_wait, "[1]", cancellable);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  g_main_loop_run (desk.loop);
  g_assert_true (desk.domain == G_IO_ERROR);
  g_assert_cmpint (desk.code, ==, G_IO_ERROR_CANCELLED);
  draft = meso_draft_service_get (fixture->clinic, "patient", "new", &error);
  g_assert_no_error (error);
  g_assert_null (draft);
  desk_clear (&desk);
}

static gboolean
cancel_and_open_gate (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  return G_SOURCE_REMOVE;
}

/* Cancelled while it was at it: nobody wants what was read, but what was stored is told. */
static void
test_cancelled_midway (gconstpointer data)
{
  gboolean saves = GPOINTER_TO_INT (data);
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Desk desk;

  desk_init (&desk, 1);
  g_mutex_lock (&gate);
  ask (fixture, &desk, saves ? save_then_wait : wait_at_gate, "[]", cancellable);
  g_timeout_add (100, cancel_and_open_gate, cancellable);
  g_main_loop_run (desk.loop);
  if (saves)
    g_assert_cmpstr (desk_get (&desk, 0), ==, "[]");
  else
    g_assert_cmpint (desk.code, ==, G_IO_ERROR_CANCELLED);
  desk_clear (&desk);
}

/* What was asked before the end is done, what comes later is answered. */
static void
test_closing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoDraft) draft = NULL;
  Desk desk;

  desk_init (&desk, 12);
  for (int i = 0; i < 10; i++)
    ask (fixture, &desk, save_then_wait, "[]", NULL);
  g_assert_true (meso_clinic_close (fixture->clinic, &error));
  g_assert_no_error (error);
  ask (fixture, &desk, save_then_wait, "too late", NULL);
  ask (fixture, &desk, echo, "too late", NULL);
  g_main_loop_run (desk.loop);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpstr (desk_get (&desk, i), ==, "[]");
  g_assert_true (desk.domain == MESO_STORE_ERROR);
  g_assert_cmpint (desk.code, ==, MESO_STORE_ERROR_CLOSED);

  g_clear_object (&fixture->clinic);
  clinic_fixture_open (fixture, NULL);
  draft = meso_draft_service_get (fixture->clinic, "patient", "new", &error);
  g_assert_cmpstr (draft->text, ==, "[]");
  desk_clear (&desk);
}

static gpointer
close_it (MesoClinic  *clinic,
          gpointer     request,
          GError     **error)
{
  return meso_clinic_close (clinic, error) ? g_strdup ("closed") : NULL;
}

/* The window closes without waiting: the last call does it, and the thread ends itself. */
static void
test_closing_as_a_call (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Desk desk;

  desk_init (&desk, 3);
  ask (fixture, &desk, save_then_wait, "[]", NULL);
  ask (fixture, &desk, close_it, NULL, NULL);
  ask (fixture, &desk, save_then_wait, "too late", NULL);
  g_main_loop_run (desk.loop);
  g_assert_cmpstr (desk_get (&desk, 0), ==, "[]");
  g_assert_cmpstr (desk_get (&desk, 1), ==, "closed");
  g_assert_cmpint (desk.code, ==, MESO_STORE_ERROR_CLOSED);
  g_clear_object (&fixture->clinic);
  clinic_fixture_open (fixture, NULL);
  desk_clear (&desk);
}

static gpointer
let_go (MesoClinic  *clinic,
        gpointer     request,
        GError     **error)
{
  g_object_unref (clinic);
  return NULL;
}

/* Nobody but the call holds the clinic any more; what it holds is let go of on its own thread. */
static void
test_last_reference_goes_on_its_thread (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoClinic *clinic = g_steal_pointer (&fixture->clinic);
  Desk desk;

  desk_init (&desk, 1);
  g_object_add_weak_pointer (G_OBJECT (clinic), (gpointer *) &clinic);
  meso_clinic_call_async (clinic, let_go, NULL, NULL, NULL, NULL, on_answer, &desk);
  g_main_loop_run (desk.loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (clinic);
  clinic_fixture_open (fixture, NULL);
  desk_clear (&desk);
}

static gpointer
drop_on_thread (gpointer clinic)
{
  g_object_unref (clinic);
  return NULL;
}

/* An answer that nobody fetched is freed; a clinic may end on any thread. */
static void
test_nobody_fetches (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  meso_clinic_call_async (fixture->clinic, echo, g_strdup ("lost"), g_free, g_free, NULL, NULL, NULL);
  g_assert_true (meso_clinic_close (fixture->clinic, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_thread_join (g_thread_new ("drop", drop_on_thread, g_steal_pointer (&fixture->clinic)));
  clinic_fixture_open (fixture, NULL);
}

static void
note_change (MesoClinic *clinic,
             const char *what,
             const char *id,
             GString    *heard)
{
  g_string_append_printf (heard, "%s %s;", what, id);
}

/* The news comes before the answer, once, and only for what is stored. */
static void
test_changed_is_told_first (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GString) heard = g_string_new (NULL);
  Desk desk;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->clinic, "changed", G_CALLBACK (note_change), heard);
  desk_init (&desk, 1);
  ask (fixture, &desk, save_then_wait, "[]", NULL);
  g_main_loop_run (desk.loop);
  g_assert_cmpstr (heard->str, ==, "draft patient/new;");
  desk_clear (&desk);
}

/* Who cares for one kind of record hears of no other. */
static void
test_changed_has_detail (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GString) heard = g_string_new (NULL);
  Desk desk;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->clinic, "changed::patient", G_CALLBACK (note_change), heard);
  g_signal_connect (fixture->clinic, "changed::draft", G_CALLBACK (note_change), heard);
  desk_init (&desk, 1);
  ask (fixture, &desk, save_then_wait, "[]", NULL);
  g_main_loop_run (desk.loop);
  g_assert_cmpstr (heard->str, ==, "draft patient/new;");
  desk_clear (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/clinic-call/in-order", test_in_order);
  g_test_add_func ("/services/clinic-call/off-the-main-thread", test_off_the_main_thread);
  g_test_add_func ("/services/clinic-call/cancelled-before-its-turn", test_cancelled_before_its_turn);
  g_test_add_data_func ("/services/clinic-call/cancelled-while-reading", GINT_TO_POINTER (FALSE), test_cancelled_midway);
  g_test_add_data_func ("/services/clinic-call/cancelled-after-saving", GINT_TO_POINTER (TRUE), test_cancelled_midway);
  g_test_add_func ("/services/clinic-call/closing", test_closing);
  g_test_add_func ("/services/clinic-call/closing-as-a-call", test_closing_as_a_call);
  g_test_add_func ("/services/clinic-call/last-reference-goes-on-its-thread", test_last_reference_goes_on_its_thread);
  g_test_add_func ("/services/clinic-call/nobody-fetches", test_nobody_fetches);
  g_test_add_func ("/services/clinic-call/changed-is-told-first", test_changed_is_told_first);
  g_test_add_func ("/services/clinic-call/changed-has-detail", test_changed_has_detail);

  return g_test_run ();
}
