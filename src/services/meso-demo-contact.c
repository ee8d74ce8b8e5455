/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-contact.h"

#include <string.h>

#define ID_DIGITS 10
#define MODULUS 11

struct _MesoDemoPlace
{
  const char *persian;
  const char *latin;
  const char *area;     /* what a landline begins with */
  const char *office;   /* what a national ID from there begins with */
  int share;
};

/* Of a thousand people. Most live where the clinic is. */
static const MesoDemoPlace places[] = {
  { "تهران", "Tehran", "021", "001", 300 },    { "تهران", "Tehran", "021", "006", 160 },
  { "کرج", "Karaj", "026", "032", 90 },        { "مشهد", "Mashhad", "051", "094", 60 },
  { "اصفهان", "Isfahan", "031", "127", 55 },   { "شیراز", "Shiraz", "071", "228", 45 },
  { "تبریز", "Tabriz", "041", "137", 45 },     { "قم", "Qom", "025", "037", 35 },
  { "اهواز", "Ahvaz", "061", "175", 30 },      { "رشت", "Rasht", "013", "258", 25 },
  { "ساری", "Sari", "011", "208", 20 },        { "کرمان", "Kerman", "034", "298", 15 },
  { "کرمانشاه", "Kermanshah", "083", "324", 15 }, { "ارومیه", "Urmia", "044", "275", 15 },
  { "همدان", "Hamadan", "081", "386", 15 },    { "یزد", "Yazd", "035", "443", 15 },
  { "اردبیل", "Ardabil", "045", "145", 12 },   { "قزوین", "Qazvin", "028", "432", 12 },
  { "گرگان", "Gorgan", "017", "211", 10 },     { "زنجان", "Zanjan", "024", "427", 10 },
  { "سنندج", "Sanandaj", "087", "372", 8 },    { "بندرعباس", "Bandar Abbas", "076", "338", 8 },
};

typedef struct
{
  const char *texts[MESO_DEMO_N_SCRIPTS];
} Street;

/* Streets that any town has */
static const Street streets[] = {
  { { "خیابان گلستان", "Golestan Street" } }, { { "خیابان بهار", "Bahar Street" } }, { { "بلوار کشاورز", "Keshavarz Boulevard" } },
  { { "خیابان سعدی", "Saadi Street" } },      { { "خیابان حافظ", "Hafez Street" } }, { { "خیابان فردوسی", "Ferdowsi Street" } },
  { { "کوچه یاس", "Yas Alley" } },            { { "خیابان مولوی", "Molavi Street" } }, { { "خیابان آزادی", "Azadi Street" } },
  { { "کوچه نسترن", "Nastaran Alley" } },     { { "خیابان نارون", "Narvan Street" } }, { { "خیابان سپیده", "Sepideh Street" } },
};

#define SERIALS 1000000
#define SERIAL_STEP 618033

struct _MesoDemoRegister
{
  guint offset;
  guint entered[G_N_ELEMENTS (places)];
};

/* Behind +98 9 */
static const char *const mobiles[] = {
  "12", "12", "12", "19", "19", "10", "11", "13", "14", "15", "16", "17", "18", "90", "91", "35", "35", "36", "37", "38", "39", "30", "33",
  "01", "02", "03", "05", "20", "21", "22",
};

/**
 * meso_demo_place_choose:
 * @rand: where chance comes from
 *
 * Returns: (transfer none): somewhere in Iran
 */
const MesoDemoPlace *
meso_demo_place_choose (GRand *rand)
{
  int at = g_rand_int_range (rand, 0, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if ((at -= places[i].share) < 0)
      return &places[i];
  return &places[0];
}

static char
compute_check_digit (const char *id)
{
  int sum = 0;
  int rest;

  for (int i = 0; i < ID_DIGITS - 1; i++)
    sum += (id[i] - '0') * (ID_DIGITS - i);
  rest = sum % MODULUS;
  return (char) ('0' + (rest < 2 ? rest : MODULUS - rest));
}

/**
 * meso_demo_register_new:
 * @rand: where chance comes from, now only
 *
 * Returns: (transfer full): a register with nobody in it
 */
MesoDemoRegister *
meso_demo_register_new (GRand *rand)
{
  MesoDemoRegister *self = g_new0 (MesoDemoRegister, 1);

  self->offset = (guint) g_rand_int_range (rand, 0, SERIALS);
  return self;
}

/**
 * meso_demo_register_free:
 * @self: (transfer full): a register
 */
void
meso_demo_register_free (MesoDemoRegister *self)
{
  g_free (self);
}

/**
 * meso_demo_register_enter:
 * @self: a register
 * @place: where somebody was registered
 *
 * Returns: (transfer full): a national ID with a right check digit that nobody has yet, for a million people of each place
 */
char *
meso_demo_register_enter (MesoDemoRegister    *self,
                          const MesoDemoPlace *place)
{
  guint64 n = self->entered[place - places]++;
  /* The step has no factor in common with the number of serials: all of them come before one comes again. */
  char *id = g_strdup_printf ("%s%06u0", place->office, (guint) ((n * SERIAL_STEP + self->offset) % SERIALS));

  id[ID_DIGITS - 1] = compute_check_digit (id);
  return id;
}

/**
 * meso_demo_contact_mistype:
 * @national_id: a right one
 * @rand: where chance comes from
 *
 * Returns: (transfer full): the same with another last digit
 */
char *
meso_demo_contact_mistype (const char *national_id,
                           GRand      *rand)
{
  char *id = g_strdup (national_id);

  id[ID_DIGITS - 1] = (char) ('0' + (id[ID_DIGITS - 1] - '0' + g_rand_int_range (rand, 1, 10)) % 10);
  return id;
}

/**
 * meso_demo_place_landline:
 * @self: where somebody lives
 * @rand: where chance comes from
 *
 * Returns: (transfer full): a phone at home
 */
char *
meso_demo_place_landline (const MesoDemoPlace *self,
                          GRand               *rand)
{
  return g_strdup_printf ("%s %d %04d", self->area, g_rand_int_range (rand, 2200, 8900), g_rand_int_range (rand, 0, 10000));
}

/**
 * meso_demo_place_address:
 * @self: where somebody lives
 * @script: which to write it in
 * @rand: where chance comes from
 *
 * Returns: (transfer full): town, street and number
 */
char *
meso_demo_place_address (const MesoDemoPlace *self,
                         MesoDemoScript       script,
                         GRand               *rand)
{
  const Street *street = &streets[g_rand_int_range (rand, 0, G_N_ELEMENTS (streets))];
  int number = g_rand_int_range (rand, 1, 220);

  if (script == MESO_DEMO_SCRIPT_PERSIAN)
    return g_strdup_printf ("%s، %s، پلاک %d", self->persian, street->texts[script], number);
  return g_strdup_printf ("%d %s, %s", number, street->texts[script], self->latin);
}

/**
 * meso_demo_contact_mobile:
 * @rand: where chance comes from
 *
 * Returns: (transfer full): an Iranian mobile number, as it is stored
 */
char *
meso_demo_contact_mobile (GRand *rand)
{
  return g_strdup_printf ("+989%s%07d", mobiles[g_rand_int_range (rand, 0, G_N_ELEMENTS (mobiles))],
                          g_rand_int_range (rand, 0, 10000000));
}

/**
 * meso_demo_contact_foreign:
 * @origin: where somebody comes from
 * @rand: where chance comes from
 *
 * Returns: (transfer full): a phone of another country
 */
char *
meso_demo_contact_foreign (MesoDemoOrigin  origin,
                           GRand          *rand)
{
  static const char *const european[] = { "+49 151", "+44 7700", "+33 6", "+39 320", "+43 660", "+46 70" };
  const char *code;

  switch (origin)
    {
    case MESO_DEMO_ORIGIN_AFGHAN:
      code = "+93 70";
      break;
    case MESO_DEMO_ORIGIN_ARAB:
      code = g_rand_boolean (rand) ? "+964 770" : "+971 50";
      break;
    case MESO_DEMO_ORIGIN_AZERI:
      code = g_rand_boolean (rand) ? "+90 532" : "+994 50";
      break;
    case MESO_DEMO_ORIGIN_ARMENIAN:
      code = "+374 91";
      break;
    case MESO_DEMO_ORIGIN_PERSIAN:
    case MESO_DEMO_ORIGIN_KURDISH:
    case MESO_DEMO_ORIGIN_EUROPEAN:
    case MESO_DEMO_N_ORIGINS:
    default:
      code = european[g_rand_int_range (rand, 0, G_N_ELEMENTS (european))];
      break;
    }
  return g_strdup_printf ("%s %03d %04d", code, g_rand_int_range (rand, 0, 1000), g_rand_int_range (rand, 0, 10000));
}

/**
 * meso_demo_contact_passport:
 * @rand: where chance comes from
 *
 * Returns: (transfer full): a passport's number
 */
char *
meso_demo_contact_passport (GRand *rand)
{
  return g_strdup_printf ("%c%08d", 'A' + g_rand_int_range (rand, 0, 26), g_rand_int_range (rand, 0, 100000000));
}
