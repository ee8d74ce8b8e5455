/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-decimal.h"
#include "meso-core-error.h"

#define ARABIC_DECIMAL_MARK 0x066b
#define ARABIC_THOUSANDS_MARK 0x066c

#define DIGITS_OF_GROUP 3

#define WIDE_MAX_EXPONENT 38

static gboolean
is_decimal_mark (gunichar c)
{
  return c == '.' || c == ',' || c == ARABIC_DECIMAL_MARK;
}

static gboolean
refuse (GError **error, int code, const char *what)
{
  g_set_error_literal (error, MESO_CORE_ERROR, code, what);
  return FALSE;
}

/* One run of digits onto @decimal; how many there were. @overflow is set, never cleared. */
static guint
read_digits (const char **text, MesoDecimal *decimal, gboolean *overflow)
{
  guint count = 0;

  for (int digit; (digit = g_unichar_digit_value (g_utf8_get_char (*text))) >= 0; count++)
    {
      if (!meso_wide_multiply (decimal->digits, 10, &decimal->digits) ||
          !meso_wide_add (decimal->digits, (MesoWide) digit, &decimal->digits))
        *overflow = TRUE;
      *text = g_utf8_next_char (*text);
    }
  return count;
}

static void
drop_needless_zeros (MesoDecimal *decimal)
{
  if (decimal->digits == 0)
    decimal->scale = 0;
  for (; decimal->scale > 0 && decimal->digits % 10 == 0; decimal->scale--)
    decimal->digits /= 10;
}

static guint
count_digits (const char **text)
{
  guint count = 0;

  for (; g_unichar_digit_value (g_utf8_get_char (*text)) >= 0; count++)
    *text = g_utf8_next_char (*text);
  return count;
}

/**
 * meso_decimal_is_ambiguous:
 * @text: valid UTF-8 that begins with a number
 *
 * “1,500” is fifteen hundred to one reader and one and a half to another. “0,500” and “1500,250” are not, nor is U+066B.
 * The parser reads a fraction, as the command line's contract says; where a person types, it is asked first.
 *
 * Returns: whether the number has a comma that may stand for a thousand
 */
gboolean
meso_decimal_is_ambiguous (const char *text)
{
  gboolean is_fraction = g_unichar_digit_value (g_utf8_get_char (text)) == 0;
  guint whole = count_digits (&text);

  if (is_fraction || whole == 0 || whole > DIGITS_OF_GROUP || *text != ',')
    return FALSE;
  text++;
  return count_digits (&text) == DIGITS_OF_GROUP;
}

/**
 * meso_decimal_parse:
 * @text: valid UTF-8 that begins with the number
 * @end_out: (out) (transfer none): what follows the number
 * @decimal_out: (out): the number
 *
 * Reads digits of any script with at most one decimal mark: `.`, `,` or U+066B. Both sides of the mark must have a
 * digit, because “.5” and “5.” are misread as 5 and 50. Signs and the thousands mark are refused;
 * an exponent is left over as what follows.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID, or %MESO_CORE_ERROR_RANGE when it has too many digits; the
 *   message is the second half of a sentence about the text
 */
gboolean
meso_decimal_parse (const char   *text,
                    const char  **end_out,
                    MesoDecimal  *decimal_out,
                    GError      **error)
{
  MesoDecimal decimal = { 0, 0 };
  gboolean overflow = FALSE;
  gunichar next;

  if (read_digits (&text, &decimal, &overflow) == 0)
    {
      if (*text == '-' || *text == '+' || g_utf8_get_char (text) == 0x2212)
        return refuse (error, MESO_CORE_ERROR_INVALID, "a sign isn't allowed");
      if (is_decimal_mark (g_utf8_get_char (text)))
        return refuse (error, MESO_CORE_ERROR_INVALID, "a digit must stand before the decimal mark");
      return refuse (error, MESO_CORE_ERROR_INVALID, "it doesn't begin with a number");
    }

  next = g_utf8_get_char (text);
  if (is_decimal_mark (next))
    {
      text = g_utf8_next_char (text);
      decimal.scale = read_digits (&text, &decimal, &overflow);
      if (decimal.scale == 0)
        return refuse (error, MESO_CORE_ERROR_INVALID, "a digit must stand after the decimal mark");
      next = g_utf8_get_char (text);
      if (is_decimal_mark (next))
        return refuse (error, MESO_CORE_ERROR_INVALID, "it has more than one decimal mark");
    }
  if (next == ARABIC_THOUSANDS_MARK)
    return refuse (error, MESO_CORE_ERROR_INVALID, "a thousands mark isn't allowed");
  if (overflow)
    return refuse (error, MESO_CORE_ERROR_RANGE, "the number has too many digits");

  drop_needless_zeros (&decimal);
  *decimal_out = decimal;
  *end_out = text;
  return TRUE;
}

/**
 * meso_decimal_multiply:
 * @factor: any whole number
 *
 * Returns: %FALSE when the product can't be held; @self is unchanged then
 */
gboolean
meso_decimal_multiply (MesoDecimal *self,
                       MesoWide     factor)
{
  MesoDecimal product = *self;

  /* What the factor brings in tens only moves the mark, which can't overflow. */
  for (; product.scale > 0 && factor % 10 == 0 && factor > 0; product.scale--)
    factor /= 10;
  if (!meso_wide_multiply (product.digits, factor, &product.digits))
    return FALSE;
  drop_needless_zeros (&product);
  *self = product;
  return TRUE;
}

/**
 * meso_decimal_to_string:
 *
 * The shortest way to write the number in full, with ASCII digits: `0.5`, `4`, never `.5` or `4.0`.
 *
 * Returns: (transfer full)
 */
char *
meso_decimal_to_string (MesoDecimal self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  drop_needless_zeros (&self);
  for (guint place = 0; self.digits > 0 || place <= self.scale; place++)
    {
      if (place > 0 && place == self.scale)
        g_string_prepend_c (text, '.');
      g_string_prepend_c (text, (char) ('0' + (int) (self.digits % 10)));
      self.digits /= 10;
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * meso_wide_add:
 *
 * Returns: %FALSE when the sum can't be held
 */
gboolean
meso_wide_add (MesoWide  a,
               MesoWide  b,
               MesoWide *sum_out)
{
  return !__builtin_add_overflow (a, b, sum_out);
}

/**
 * meso_wide_multiply:
 *
 * Returns: %FALSE when the product can't be held
 */
gboolean
meso_wide_multiply (MesoWide  a,
                    MesoWide  b,
                    MesoWide *product_out)
{
  return !__builtin_mul_overflow (a, b, product_out);
}

/**
 * meso_wide_power_of_ten:
 * @exponent: 0 to 38
 */
MesoWide
meso_wide_power_of_ten (guint exponent)
{
  MesoWide power = 1;

  g_assert (exponent <= WIDE_MAX_EXPONENT);
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/**
 * meso_wide_gcd:
 *
 * Greatest common divisor; that of 0 and b is b.
 */
MesoWide
meso_wide_gcd (MesoWide a,
               MesoWide b)
{
  while (b > 0)
    {
      MesoWide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/**
 * meso_wide_divide_half_even:
 * @denominator: more than 0
 * @exact_out: (out) (optional): whether nothing was rounded
 *
 * The quotient rounded to the nearest whole number, a half to the even neighbour, so that repeated rounding doesn't
 * drift upwards.
 */
MesoWide
meso_wide_divide_half_even (MesoWide  numerator,
                            MesoWide  denominator,
                            gboolean *exact_out)
{
  MesoWide quotient, rest, missing;

  g_assert (denominator > 0);
  quotient = numerator / denominator;
  rest = numerator % denominator;
  missing = denominator - rest;
  if (exact_out != NULL)
    *exact_out = rest == 0;
  /* rest against missing, not 2 × rest against the denominator, which could overflow */
  if (rest > missing || (rest == missing && quotient % 2 == 1))
    quotient++;
  return quotient;
}
