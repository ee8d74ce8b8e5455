/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-mix.h"

#define WHOLE 300

/* Of those who are left: so many, and so many of a hundred of the others. */
#define COURSES 600
#define COURSES_PERCENT 2
#define SCREENED 2000
#define SCREENED_PERCENT 10

/* How many records could be stored in the time that one of these takes */
#define WORK_OF_WHOLE 30
#define WORK_OF_COURSE 12
#define WORK_OF_SCREENING 3

static guint
take (guint *left,
      guint  first,
      guint  percent)
{
  guint some = MIN (*left, first);

  some += (guint) ((guint64) (*left - some) * percent / 100);
  *left -= some;
  return some;
}

/**
 * meso_demo_mix_new:
 * @patients: how many there are in all
 *
 * | patients  | whole | courses | screened | records |
 * |-----------|-------|---------|----------|---------|
 * | 300       |   300 |       0 |        0 |       0 |
 * | 2,000     |   300 |     622 |    1,078 |       0 |
 * | 10,000    |   300 |     782 |    2,691 |   6,227 |
 * | 100,000   |   300 |   2,582 |   11,511 |  85,607 |
 * | 1,000,000 |   300 |  20,582 |   99,711 | 879,407 |
 *
 * Returns: how much of a history how many of them have
 */
MesoDemoMix
meso_demo_mix_new (guint patients)
{
  guint left = patients;
  MesoDemoMix self = { .whole = take (&left, WHOLE, 0) };

  self.courses = take (&left, COURSES, COURSES_PERCENT);
  self.screened = take (&left, SCREENED, SCREENED_PERCENT);
  self.records = left;
  return self;
}

/**
 * meso_demo_mix_get_lives:
 * @self: a mix
 *
 * Returns: how much work those are who come in the course of time, in records
 */
guint64
meso_demo_mix_get_lives (const MesoDemoMix *self)
{
  return (guint64) self->whole * WORK_OF_WHOLE + (guint64) self->courses * WORK_OF_COURSE +
         (guint64) self->screened * WORK_OF_SCREENING;
}

/**
 * meso_demo_mix_get_work:
 * @self: a mix
 *
 * Returns: how much work all of them are, in records
 */
guint64
meso_demo_mix_get_work (const MesoDemoMix *self)
{
  return self->screened + self->records + meso_demo_mix_get_lives (self);
}
