/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-life.h"

#include "meso-demo-health.h"
#include "meso-record-repository.h"

#define CLEARANCE_DAYS 7
#define ANSWER_DAYS 3

/* What some say at their first visit, and how many of a hundred. Whoever doesn't know the question is asked no such thing. */
static const struct
{
  int percent;
  gboolean women_only;
  const char *says;
} stories[] = {
  { 4, FALSE, "endocrine-disorder=yes endocrine-uncontrolled=yes" },
  { 3, FALSE, "tumour-history=yes" },
  { 2, FALSE, "tumour-active=yes" },
  { 3, FALSE, "tumour-history=unknown" },
  { 2, FALSE, "localised-bald-spots=yes bald-spots-sudden=yes" },
  { 2, FALSE, "last-weeks=yes illness-recent=yes" },
  { 2, FALSE, "blood-thinner=yes thinner-self-chosen=yes" },
  { 1, FALSE, "needle-trouble=yes needle-fainting=yes" },
  { 6, TRUE, "menstruating=yes" },
  { 3, TRUE, "pregnant=yes" },
  { 3, TRUE, "breastfeeding=yes" },
};

static char *
choose_story (MesoDemoWorld *world,
              MesoSex        sex)
{
  int at = g_rand_int_range (world->rand, 0, 100);

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      at -= stories[i].percent;
      if (at < 0)
        return g_strdup (stories[i].women_only && sex == MESO_SEX_MALE ? "" : stories[i].says);
    }
  return g_strdup ("");
}

static gint64
choose_weight (MesoDemoWorld *world)
{
  return g_rand_int_range (world->rand, 48, 95) * 1000;
}

/* What a formula must heed; the rest of the record is only carried to the file. */
static void
take_record (MesoDemoLife *self)
{
  MesoPatient *person = self->record->patient;

  self->patient = meso_patient_new ();
  self->patient->sex = person->sex;
  self->patient->birth_date = meso_patient_get_latest_birth (person);
  self->weight_g = person->weight_g > 0 ? person->weight_g : choose_weight (self->world);
  self->always = meso_demo_health_dup_answers (self->record);
  if (person->allergies_asked == MESO_ASKED_NOT)
    return;
  self->allergies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (self->record->items, i);

      if (item->kind == MESO_HEALTH_ALLERGY && *item->ingredient != '\0')
        g_ptr_array_add (self->allergies, g_strdup (item->ingredient));
    }
}

/**
 * meso_demo_life_new:
 * @world: what all lives share
 * @role: (nullable): for one of the cast
 * @depth: how much happens
 * @first: the day of the first visit
 *
 * Returns: (transfer full): somebody who comes to the clinic on @first
 */
MesoDemoLife *
meso_demo_life_new (MesoDemoWorld      *world,
                    const MesoDemoRole *role,
                    MesoDemoDepth       depth,
                    MesoCalendarDate    first)
{
  MesoDemoLife *self = g_new0 (MesoDemoLife, 1);

  self->world = world;
  self->role = role;
  self->depth = depth;
  self->record = role != NULL ? meso_demo_role_person (role, world->people, world->language, world->today)
                              : meso_demo_people_next (world->people, first);
  take_record (self);
  self->due = first;
  if (role == NULL)
    self->says = choose_story (world, self->patient->sex);
  else
    self->says = g_strdup (role->scene == MESO_DEMO_ANSWERED ? role->says : "");
  return self;
}

/**
 * meso_demo_life_new_on_file:
 * @world: what all lives share
 * @card: (transfer full): who it is; empty then
 * @day: the day of the visit
 *
 * Returns: (transfer full): somebody of the card index, who is screened on @day and has no course
 */
MesoDemoLife *
meso_demo_life_new_on_file (MesoDemoWorld    *world,
                            MesoDemoCard     *card,
                            MesoCalendarDate  day)
{
  MesoDemoLife *self = g_new0 (MesoDemoLife, 1);

  self->world = world;
  self->depth = MESO_DEMO_DEPTH_SCREENED;
  self->phase = MESO_DEMO_PHASE_SCREEN;
  self->patient = meso_patient_new ();
  self->patient->id = g_steal_pointer (&card->id);
  self->patient->sex = card->sex;
  self->patient->birth_date = card->birth_date;
  self->weight_g = card->weight_g > 0 ? card->weight_g : choose_weight (world);
  self->always = g_steal_pointer (&card->says);
  self->due = day;
  self->says = choose_story (world, card->sex);
  return self;
}

/**
 * meso_demo_life_free:
 * @self: (transfer full): a life
 */
void
meso_demo_life_free (MesoDemoLife *self)
{
  g_clear_pointer (&self->record, meso_patient_record_free);
  meso_patient_free (self->patient);
  g_clear_pointer (&self->allergies, g_ptr_array_unref);
  g_free (self->says);
  g_free (self->always);
  g_free (self->screening);
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
  g_clear_pointer (&self->open_rules, g_ptr_array_unref);
  g_free (self->plan);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self->formula);
  g_free (self);
}

static gboolean
enter (MesoDemoLife      *self,
       MesoStoreContext  *context,
       MesoCalendarDate   day,
       GError           **error)
{
  g_autoptr(MesoPatientRecord) stored = NULL;

  /* The cast are made up as they are today, and come when their story begins. */
  if (self->record->patient->weight_g > 0)
    self->record->patient->weight_on = day;
  stored = meso_record_repository_insert (context, self->world->desk, self->record, error);
  if (stored == NULL)
    return FALSE;
  self->patient->id = g_steal_pointer (&stored->patient->id);
  g_clear_pointer (&self->record, meso_patient_record_free);
  return TRUE;
}

static void
wait_until (MesoDemoLife     *self,
            MesoDemoPhase     phase,
            MesoCalendarDate  day)
{
  self->phase = phase;
  self->due = meso_demo_world_get_open_day (self->world, day);
}

static void
end (MesoDemoLife *self)
{
  self->phase = MESO_DEMO_PHASE_OVER;
  self->due = MESO_CALENDAR_DATE_NONE;
}

static gboolean
sign (MesoDemoLife      *self,
      MesoStoreContext  *context,
      const char        *reason,
      MesoCalendarDate   day,
      GError           **error)
{
  wait_until (self, MESO_DEMO_PHASE_PLAN, day);
  return meso_demo_life_decide (self, context, self->screening, MESO_DECISION_SIGN, NULL, reason, day, error);
}

static gpointer
copy_text (gconstpointer text,
           gpointer      unused)
{
  return g_strdup (text);
}

static void
take_verdict (MesoDemoLife      *self,
              const MesoVerdict *verdict,
              MesoCalendarDate   day)
{
  self->screened_on = day;
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
  self->excluded = g_ptr_array_copy (verdict->excluded_ingredients, copy_text, NULL);
  g_clear_pointer (&self->open_rules, g_ptr_array_unref);
  self->open_rules = meso_demo_life_list_clearances (verdict);
}

static gboolean
screen (MesoDemoLife      *self,
        MesoStoreContext  *context,
        MesoCalendarDate   day,
        GError           **error)
{
  g_autofree char *says = g_steal_pointer (&self->says);
  g_autoptr(MesoVerdict) verdict = NULL;

  g_clear_pointer (&self->screening, g_free);
  verdict = meso_demo_life_ask (self, context, MESO_FORM_FULL, says, day, &self->screening, error);
  if (verdict == NULL)
    return FALSE;
  self->says = g_strdup ("");
  take_verdict (self, verdict, day);
  end (self);
  if (self->role != NULL && self->role->scene == MESO_DEMO_ANSWERED)
    return TRUE;
  switch (verdict->outcome)
    {
    case MESO_OUTCOME_SUITABLE:
      return sign (self, context, NULL, day, error);
    case MESO_OUTCOME_CAUTION:
      return sign (self, context, meso_demo_world_say (self->world, "Seen and talked over with the patient.",
                                                        "دیده شد و با بیمار درباره آن گفت‌وگو شد."), day, error);
    case MESO_OUTCOME_CLEARANCE:
      if (meso_demo_world_happens (self->world, 60))
        wait_until (self, MESO_DEMO_PHASE_CLEAR, meso_calendar_date_add_days (day, CLEARANCE_DAYS));
      return TRUE;
    case MESO_OUTCOME_DEFER:
      if (meso_calendar_date_is_set (verdict->until))
        wait_until (self, MESO_DEMO_PHASE_SCREEN, verdict->until);
      return TRUE;
    case MESO_OUTCOME_INCOMPLETE:
      if (meso_demo_world_happens (self->world, 80))
        wait_until (self, MESO_DEMO_PHASE_SCREEN, meso_calendar_date_add_days (day, ANSWER_DAYS));
      return TRUE;
    case MESO_OUTCOME_BLOCK:
    case MESO_OUTCOME_EXCLUDE:
    default:
      return TRUE;
    }
}

static gboolean
clear (MesoDemoLife      *self,
       MesoStoreContext  *context,
       MesoCalendarDate   day,
       GError           **error)
{
  if (!meso_demo_life_clear (self, context, self->screening, self->open_rules, day, error))
    return FALSE;
  return sign (self, context, meso_demo_world_say (self->world, "The clearance was read.", "مجوز خوانده شد."), day, error);
}

static gboolean
take_step (MesoDemoLife      *self,
           MesoStoreContext  *context,
           MesoCalendarDate   day,
           GError           **error)
{
  MesoDemoScene scene = self->role != NULL ? self->role->scene : MESO_DEMO_CHANCE;

  switch (self->phase)
    {
    case MESO_DEMO_PHASE_ENTER:
      if (!enter (self, context, day, error))
        return FALSE;
      self->phase = MESO_DEMO_PHASE_SCREEN;
      if (scene == MESO_DEMO_ENTERED || scene == MESO_DEMO_LEFT)
        end (self);
      return TRUE;
    case MESO_DEMO_PHASE_SCREEN:
      return screen (self, context, day, error);
    case MESO_DEMO_PHASE_CLEAR:
      return clear (self, context, day, error);
    case MESO_DEMO_PHASE_PLAN:
      if (scene != MESO_DEMO_SIGNED && self->depth > MESO_DEMO_DEPTH_SCREENED)
        return meso_demo_life_begin_course (self, context, day, error);
      end (self);
      return TRUE;
    case MESO_DEMO_PHASE_SESSION:
      return meso_demo_life_come (self, context, day, error);
    case MESO_DEMO_PHASE_OVER:
    default:
      end (self);
      return TRUE;
    }
}

/**
 * meso_demo_life_go_on:
 * @context: the unit of work that this happens in
 * @day: the day
 *
 * Returns: whether all that happens on @day is stored
 */
gboolean
meso_demo_life_go_on (MesoDemoLife      *self,
                      MesoStoreContext  *context,
                      MesoCalendarDate   day,
                      GError           **error)
{
  while (meso_calendar_date_compare (self->due, day) == 0)
    {
      if (!take_step (self, context, day, error))
        return FALSE;
    }
  return TRUE;
}
