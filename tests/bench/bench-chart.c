/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long it takes to open the page of a patient with a thousand entries: what is at its head, and the first page of the timeline. */

#include "clinic-fixture.h"
#include "meso-bench.h"
#include "meso-chart-service.h"
#include "meso-patient-service.h"
#include "meso-timeline-service.h"

#define TODAY "2026-11-22"
#define ENTRIES 1000
#define FIRST_PAGE 50
#define WARM_UP 10
#define ROUNDS 300
#define GOAL_MS 50

typedef struct
{
  ClinicFixture *fixture;
  MesoPatient *patient;
} Desk;

static void
get_record (gpointer data, guint batch)
{
  Desk *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) patient = meso_patient_service_get (self->fixture->clinic, self->patient->id, &error);

  g_assert_no_error (error);
}

static void
open_chart (gpointer data, guint batch)
{
  Desk *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = meso_chart_service_get (self->fixture->clinic, self->patient->id, clinic_fixture_day (TODAY), &error);
  g_autoptr(MesoTimelinePage) page =
    meso_timeline_service_get_page (self->fixture->clinic, self->patient->id, MESO_TIMELINE_ALL, FIRST_PAGE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->entries->len, ==, FIRST_PAGE);
  g_assert_cmpuint (page->counts[MESO_TIMELINE_ALL], >=, ENTRIES);
}

/* A long history: screened, planned, treated, and many formulas. */
static void
begin (Desk *self)
{
  g_autofree char *physician = NULL;
  g_autofree char *screening = NULL;
  g_autofree char *session = NULL;

  self->fixture = clinic_fixture_new ();
  clinic_fixture_set_clock (self->fixture, TODAY);
  self->patient = clinic_fixture_add (self->fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  physician = clinic_fixture_seat_physician (self->fixture);
  screening = clinic_fixture_screen (self->fixture, self->patient, TODAY, "");
  clinic_fixture_decide (self->fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (self->fixture, self->patient, "noticeable", TODAY);
  for (guint i = 0; i < ENTRIES; i++)
    clinic_fixture_store_formula (self->fixture, self->patient, i % 2 == 0 ? "biotin" : "zinc", NULL);
  session = clinic_fixture_treat (self->fixture, self->patient, physician, TODAY "T14:00");
}

int
main (void)
{
  Desk desk = { 0 };
  MesoBenchCase cases[] = {
    { "reference: the record alone", get_record, &desk, 1 },
    { "open the chart, first page of the timeline", open_chart, &desk, 1, { .p99_ms = GOAL_MS } },
  };

  begin (&desk);
  meso_bench_compare ("The chart of a patient with 1000 entries", cases, G_N_ELEMENTS (cases), WARM_UP, ROUNDS);
  meso_patient_free (desk.patient);
  clinic_fixture_free (desk.fixture);
  return 0;
}
