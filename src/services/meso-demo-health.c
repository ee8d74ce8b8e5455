/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-health.h"

#include "meso-demo-ailments.h"

typedef struct
{
  MesoPatientRecord *record;
  GRand *rand;
  guint words;                  /* which of a pair the clinic writes */
  MesoCalendarDate day;
} Filling;

enum { ENGLISH, PERSIAN, N_LANGUAGES };

/* Of a hundred people: who was asked, and who has something to tell. */
static const struct
{
  int not_asked;
  int listed;
  int second;                   /* of those listed, who has two */
} asked[MESO_HEALTH_N_KINDS] = {
  [MESO_HEALTH_ALLERGY] = { 12, 20, 15 },
  [MESO_HEALTH_MEDICINE] = { 14, 38, 35 },
  [MESO_HEALTH_CONDITION] = { 16, 30, 20 },
};

#define WEIGHED 70
#define BLOOD_GROUP 45
#define HAIR 75
#define TREATED_BEFORE 45
#define HAIR_NOTE 12
#define NOTE 15
#define ENDED 8

static const struct
{
  int share;
  const char *group;
} blood_groups[] = {
  { 330, "O+" }, { 270, "A+" }, { 225, "B+" }, { 70, "AB+" }, { 45, "O-" }, { 33, "A-" }, { 22, "B-" }, { 5, "AB-" },
};

static const char *const since[][N_LANGUAGES] = {
  { "a few months", "چند ماه" },      { "about a year", "حدود یک سال" }, { "2 years", "۲ سال" },
  { "3 years", "۳ سال" },            { "5 years", "۵ سال" },            { "more than 10 years", "بیش از ۱۰ سال" },
  { "since the army", "از دوره سربازی" }, { "since the last pregnancy", "بعد از آخرین زایمان" }, { "since an operation", "بعد از یک عمل جراحی" },
};
enum { SINCE_ARMY = 6, SINCE_PREGNANCY = 7 };

static const char *const treatments[][N_LANGUAGES] = {
  { "Minoxidil 5 % for half a year, some effect.", "ماینوکسیدیل ۵٪ به مدت شش ماه، اثر کم." },
  { "Minoxidil 2 %, stopped because of itching.", "ماینوکسیدیل ۲٪، به خاطر خارش قطع شد." },
  { "Three sessions of PRP elsewhere, no photographs.", "سه جلسه پی‌آرپی در جای دیگر، بدون عکس." },
  { "Mesotherapy five years ago, went well.", "مزوتراپی پنج سال پیش، خوب تحمل شد." },
  { "Hair transplant, 2,000 grafts.", "کاشت مو، ۲۰۰۰ گرافت." },
  { "Shampoos and tonics only.", "فقط شامپو و تونیک." },
  { "Vitamins by mouth for three months.", "ویتامین خوراکی به مدت سه ماه." },
};

static const char *const hair_notes[][N_LANGUAGES] = {
  { "Sheds more in autumn.", "ریزش پاییزی بیشتر است." },
  { "Dyes the hair every two months.", "هر دو ماه رنگ می‌کند." },
  { "Wears it tied back tightly.", "موها را محکم می‌بندد." },
  { "Lost weight quickly this year.", "امسال سریع وزن کم کرده است." },
};

static const char *const notes[][N_LANGUAGES] = {
  { "Prefers afternoons.", "بعدازظهرها راحت‌تر است." },
  { "Afraid of needles: take time.", "از سوزن می‌ترسد: با حوصله." },
  { "Please call, no text messages.", "تماس بگیرید، پیامک نه." },
  { "Comes from another town: one visit at a time.", "از شهر دیگری می‌آید: کارها در یک نوبت انجام شود." },
  { "Hears badly on the left.", "گوش چپ کم‌شنواست." },
};

static gboolean
happens (Filling *self,
         int      percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

static void
write_one (Filling           *self,
           char             **field,
           const char *const  sentences[][N_LANGUAGES],
           guint              n_sentences)
{
  g_set_str (field, sentences[g_rand_int_range (self->rand, 0, (gint32) n_sentences)][self->words]);
}

static void
fill_body (Filling *self)
{
  MesoPatient *person = self->record->patient;
  gboolean woman = person->sex == MESO_SEX_FEMALE;

  if (happens (self, WEIGHED))
    {
      person->weight_g = g_rand_int_range (self->rand, woman ? 90 : 114, woman ? 184 : 222) * 500;
      person->weight_on = self->day;
    }
  if (happens (self, BLOOD_GROUP))
    {
      int at = g_rand_int_range (self->rand, 0, 1000);
      guint i = 0;

      while (i + 1 < G_N_ELEMENTS (blood_groups) && (at -= blood_groups[i].share) >= 0)
        i++;
      g_set_str (&person->blood_group, blood_groups[i].group);
    }
}

static void
fill_hair (Filling *self)
{
  MesoPatient *person = self->record->patient;
  guint when = (guint) g_rand_int_range (self->rand, 0, G_N_ELEMENTS (since));

  if (!happens (self, HAIR))
    return;
  if (when == (person->sex == MESO_SEX_FEMALE ? SINCE_ARMY : SINCE_PREGNANCY))
    when = 0;
  g_set_str (&person->hair_since, since[when][self->words]);
  person->hair_onset = happens (self, 88) ? MESO_HAIR_ONSET_GRADUAL : happens (self, 60) ? MESO_HAIR_ONSET_SUDDEN : MESO_HAIR_ONSET_UNKNOWN;
  person->hair_family = happens (self, 48) ? MESO_HAIR_FAMILY_YES : happens (self, 65) ? MESO_HAIR_FAMILY_NO : MESO_HAIR_FAMILY_UNKNOWN;
  if (happens (self, TREATED_BEFORE))
    write_one (self, &person->hair_treatments, treatments, G_N_ELEMENTS (treatments));
  if (happens (self, HAIR_NOTE))
    write_one (self, &person->hair_notes, hair_notes, G_N_ELEMENTS (hair_notes));
}

static const MesoDemoAilment *
choose_ailment (Filling        *self,
                MesoHealthKind  kind)
{
  guint n;
  const MesoDemoAilment *all = meso_demo_ailments_get (kind, &n);
  int most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, all[i].share);
  for (;;)
    {
      const MesoDemoAilment *one = &all[g_rand_int_range (self->rand, 0, (gint32) n)];

      if ((one->of == MESO_SEX_UNKNOWN || one->of == (int) self->record->patient->sex) &&
          g_rand_int_range (self->rand, 0, most) < one->share)
        return one;
    }
}

static gboolean
is_listed (const MesoPatientRecord *record,
           const char              *what)
{
  for (guint i = 0; i < record->items->len; i++)
    if (g_str_equal (((MesoHealthItem *) g_ptr_array_index (record->items, i))->what, what))
      return TRUE;
  return FALSE;
}

static void
list (MesoPatientRecord     *record,
      MesoHealthKind         kind,
      const MesoDemoAilment *ailment,
      guint                  words)
{
  MesoHealthItem *item;

  if (is_listed (record, ailment->what[words]))
    return;
  item = meso_health_item_new (kind, ailment->what[words]);
  g_set_str (&item->ingredient, ailment->ingredient != NULL ? ailment->ingredient : "");
  g_set_str (&item->detail, ailment->detail[words]);
  item->severity = ailment->severity;
  item->origin = ailment->origin;
  g_ptr_array_add (record->items, item);
  *meso_patient_asked_of (record->patient, kind) = MESO_ASKED_LISTED;
}

static void
fill_list (Filling        *self,
           MesoHealthKind  kind)
{
  int dice = g_rand_int_range (self->rand, 0, 100);

  if (dice < asked[kind].not_asked)
    return;
  *meso_patient_asked_of (self->record->patient, kind) = MESO_ASKED_NONE;
  if (dice >= asked[kind].not_asked + asked[kind].listed)
    return;
  list (self->record, kind, choose_ailment (self, kind), self->words);
  if (happens (self, asked[kind].second))
    list (self->record, kind, choose_ailment (self, kind), self->words);
}

/* Something that was taken once, beside what is taken now */
static void
end_first_medicine (Filling *self)
{
  guint medicines = 0;
  MesoHealthItem *first = NULL;

  for (guint i = 0; i < self->record->items->len; i++)
    {
      MesoHealthItem *item = g_ptr_array_index (self->record->items, i);

      if (item->kind == MESO_HEALTH_MEDICINE && medicines++ == 0)
        first = item;
    }
  if (medicines > 1 && happens (self, ENDED))
    first->status = MESO_HEALTH_ENDED;
}

/**
 * meso_demo_health_fill:
 * @record: somebody made up, of whose health nothing is known
 * @rand: where chance comes from
 * @language: "en" or "fa": what the clinic writes
 * @day: the day on which they come
 *
 * Asks somebody about their health; not everybody is asked everything.
 */
void
meso_demo_health_fill (MesoPatientRecord *record,
                       GRand             *rand,
                       const char        *language,
                       MesoCalendarDate   day)
{
  Filling self = { .record = record, .rand = rand, .words = g_str_equal (language, "fa") ? PERSIAN : ENGLISH, .day = day };

  fill_body (&self);
  fill_hair (&self);
  for (int kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    fill_list (&self, (MesoHealthKind) kind);
  end_first_medicine (&self);
  if (happens (&self, NOTE))
    write_one (&self, &record->patient->notes, notes, G_N_ELEMENTS (notes));
}

/**
 * meso_demo_health_add_allergy:
 * @record: somebody's record
 * @ingredient: id of the formulary
 * @language: "en" or "fa": what the clinic writes
 *
 * Lists an allergy to it, as common ones are listed.
 */
void
meso_demo_health_add_allergy (MesoPatientRecord *record,
                              const char        *ingredient,
                              const char        *language)
{
  guint n;
  const MesoDemoAilment *all = meso_demo_ailments_get (MESO_HEALTH_ALLERGY, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i].ingredient, ingredient) == 0)
      list (record, MESO_HEALTH_ALLERGY, &all[i], g_str_equal (language, "fa") ? PERSIAN : ENGLISH);
}

/* (nullable) */
static const MesoDemoAilment *
find_ailment (const MesoHealthItem *item)
{
  guint n;
  const MesoDemoAilment *all = meso_demo_ailments_get (item->kind, &n);

  for (guint i = 0; i < n; i++)
    if ((g_str_equal (item->what, all[i].what[ENGLISH]) || g_str_equal (item->what, all[i].what[PERSIAN]))
        && item->origin == all[i].origin && item->severity == all[i].severity)
      return &all[i];
  return NULL;
}

/**
 * meso_demo_health_dup_answers:
 * @record: somebody's record
 *
 * Returns: (transfer full): what follows from it at a screening, other than no, as "question=answer", apart by spaces
 */
char *
meso_demo_health_dup_answers (const MesoPatientRecord *record)
{
  GString *says = g_string_new (NULL);

  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);
      const MesoDemoAilment *ailment = item->status == MESO_HEALTH_ACTIVE ? find_ailment (item) : NULL;

      if (ailment != NULL && ailment->says != NULL)
        g_string_append_printf (says, "%s%s", says->len > 0 ? " " : "", ailment->says);
    }
  return g_string_free (says, FALSE);
}
