/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-key.h"

/* X and Wayland number keys as the kernel does (KEY_Y, KEY_U, KEY_N), plus 8. */
#define PLACE_OF_Y (21 + 8)
#define PLACE_OF_U (22 + 8)
#define PLACE_OF_N (49 + 8)

static MesoAnswerKey
read_letter (gunichar letter)
{
  switch (letter)
    {
    case 'y':
    case 0x0628:     /* ب of بله */
      return MESO_ANSWER_KEY_YES;
    case 'n':
    case 0x062e:     /* خ of خیر */
      return MESO_ANSWER_KEY_NO;
    case 'u':
    case 0x0646:     /* ن of نمی‌دانم */
      return MESO_ANSWER_KEY_UNKNOWN;
    default:
      return MESO_ANSWER_KEY_NONE;
    }
}

static MesoAnswerKey
read_place (guint keycode)
{
  switch (keycode)
    {
    case PLACE_OF_Y:
      return MESO_ANSWER_KEY_YES;
    case PLACE_OF_N:
      return MESO_ANSWER_KEY_NO;
    case PLACE_OF_U:
      return MESO_ANSWER_KEY_UNKNOWN;
    default:
      return MESO_ANSWER_KEY_NONE;
    }
}

MesoAnswerKey
meso_answer_key_read (guint  keyval,
                      guint  keycode,
                      guint *number_out)
{
  gunichar character = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  int digit = g_unichar_digit_value (character);
  MesoAnswerKey key;

  *number_out = digit > 0 ? (guint) digit : 0;
  if (digit > 0)
    return MESO_ANSWER_KEY_NUMBER;
  key = read_letter (character);
  /* A Latin layout that has another letter in that place (Dvorak) means its letter. */
  if (key == MESO_ANSWER_KEY_NONE && character > 0x7f && g_unichar_isalpha (character))
    key = read_place (keycode);
  return key;
}
