/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-receiving.h"

#include "meso-services-error.h"
#include "meso-text.h"
#include "meso-unit-words.h"

/* Far above what a clinic receives, so that only a slip of the finger is refused. */
#define MAX_CHARACTERS 200
#define MAX_CONTAINER_UL 1000000
#define MAX_CONTAINERS 10000
#define MAX_PRICE G_GINT64_CONSTANT (1000000000000)
#define MAX_EXPIRY_YEARS 20
/* A year */
#define MAX_OPENED_LIFE_H 8784

#define UL_PER_ML 1000

static gboolean
take_line (char       **text,
           const char  *field,
           const char  *missing,
           GError     **error)
{
  g_autofree char *trimmed = meso_text_trim (*text != NULL ? *text : "");

  g_set_str (text, trimmed);
  if (*trimmed == '\0' && missing != NULL)
    return meso_services_reject (error, "%s: %s", field, missing);
  return meso_text_check_line (trimmed, MAX_CHARACTERS, field, error);
}

/**
 * meso_stock_receiving_check_words:
 * @lot: a lot as it was typed; what stands around its texts is taken away
 *
 * Returns: whether its texts can be stored; what is wrong names the field first
 */
gboolean
meso_stock_receiving_check_words (MesoLot  *lot,
                                  GError  **error)
{
  return take_line (&lot->number, "number", "The lot's number is missing: copy it from the box. By it a recall finds the patients.",
                    error) &&
         take_line (&lot->name, "name", "Say what it is: the name on the box.", error) &&
         take_line (&lot->maker, "maker", NULL, error) && take_line (&lot->licence, "licence", NULL, error) &&
         take_line (&lot->supplier, "supplier", NULL, error) && take_line (&lot->storage, "storage", NULL, error);
}

static gboolean
check_year (const char        *field,
            MesoCalendarDate   day,
            GError           **error)
{
  if (day.year >= MESO_CALENDAR_EARLIEST_YEAR)
    return TRUE;
  return meso_services_reject (error, "%s: The year %d is before %d. A Persian date has to be converted first.", field, day.year,
                               MESO_CALENDAR_EARLIEST_YEAR);
}

/**
 * meso_stock_receiving_check_days:
 * @lot: a lot as it was typed
 * @today: the clinic's day
 *
 * Whether it has expired already isn't asked: a box may say so.
 *
 * Returns: whether its days can be; what is wrong names the field first
 */
gboolean
meso_stock_receiving_check_days (const MesoLot     *lot,
                                 MesoCalendarDate   today,
                                 GError           **error)
{
  if (!meso_calendar_date_is_set (lot->expiry))
    return meso_services_reject (error, "expiry: The expiry is missing: copy it from the box. A month alone means its last day.");
  if (!check_year ("expiry", lot->expiry, error))
    return FALSE;
  if (meso_calendar_date_years_between (today, lot->expiry) >= MAX_EXPIRY_YEARS)
    return meso_services_reject (error, "expiry: That is more than %d years away. Look at the year again.", MAX_EXPIRY_YEARS);
  if (!meso_calendar_date_is_set (lot->received_on))
    return meso_services_reject (error, "received_on: Say on which day it came.");
  if (meso_calendar_date_compare (lot->received_on, today) > 0)
    return meso_services_reject (error, "received_on: That day is in the future. A lot is received once it is there.");
  return check_year ("received_on", lot->received_on, error);
}

static gboolean
check_expired (const MesoLot     *lot,
               MesoCalendarDate   today,
               GError           **error)
{
  g_autofree char *day = meso_calendar_date_to_string (lot->expiry);

  if (meso_calendar_date_compare (lot->expiry, today) >= 0)
    return TRUE;
  return meso_services_reject (error, "expiry: This lot expired on %s and can't be used. Look at the box again; send it back, or "
                               "say that it is received only to be thrown away.", day);
}

static gboolean
check_amounts (const MesoLot  *lot,
               GError        **error)
{
  if (lot->container_ul <= 0)
    return meso_services_reject (error, "container_ul: Say how much one container holds, for example 2 mL.");
  if (lot->container_ul > MAX_CONTAINER_UL)
    return meso_services_reject (error, "container_ul: One container can hold %d mL at most. Check the unit.",
                                 MAX_CONTAINER_UL / UL_PER_ML);
  if (lot->containers <= 0)
    return meso_services_reject (error, "containers: Say how many containers came: 1 or more.");
  if (lot->containers > MAX_CONTAINERS)
    return meso_services_reject (error, "containers: At most %d can be received at once. Check the number.", MAX_CONTAINERS);
  if (lot->opened_life_h < 0 || lot->opened_life_h > MAX_OPENED_LIFE_H)
    return meso_services_reject (error, "opened_life_h: The hours after opening can be 0 (not said) to %d.", MAX_OPENED_LIFE_H);
  if (lot->price < 0 || lot->price > MAX_PRICE)
    return meso_services_reject (error, "price: The price of one container can't be that. Leave it out when it isn't known.");
  return TRUE;
}

/* What a mmol of it weighs: of the salt, where one is named */
static gint64
get_molar_mass (const MesoIngredient       *ingredient,
                const MesoProductComponent *component)
{
  const MesoSalt *salt = meso_ingredient_find_salt (ingredient, component->salt);

  return salt != NULL ? salt->molar_mass_ug_per_mmol : ingredient->molar_mass_ug_per_mmol;
}

static gboolean
check_strength (const MesoIngredient        *ingredient,
                const MesoProductComponent  *component,
                guint                        i,
                GError                     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *quoted = NULL;
  MesoStrength strength;

  if (meso_text_is_empty (component->strength))
    return meso_services_reject (error, "components[%u].strength: The strength is missing: copy it from the label, for "
                                 "example 5 mg/mL.", i);
  if (component->salt != NULL && meso_ingredient_find_salt (ingredient, component->salt) == NULL)
    return meso_services_reject (error,
                                 "components[%u].salt: The formulary knows no such salt of %s. Choose one of its list, or none.", i,
                                 ingredient->id);
  if (!meso_strength_parse_molar (component->strength, get_molar_mass (ingredient, component), &strength, &local_error))
    return meso_services_reject (error, "components[%u].strength: %s", i, local_error->message);
  if (strength.dimension == ingredient->dimension)
    return TRUE;
  quoted = meso_text_quote (component->strength);
  return meso_services_reject (error, "components[%u].strength: %s can't be the strength of %s. Use %s per mL.", i, quoted,
                               ingredient->id, ingredient->dimension == MESO_DIMENSION_MASS ? "ng, µg, mg or g" : "mIU, IU or U");
}

static gboolean
check_component (const MesoProtocol    *protocol,
                 MesoProductComponent  *component,
                 guint                  i,
                 GError               **error)
{
  const MesoIngredient *ingredient = component->ingredient != NULL ? meso_protocol_lookup_ingredient (protocol, component->ingredient)
                                                                   : NULL;
  g_autofree char *trimmed = meso_text_trim (component->strength != NULL ? component->strength : "");
  g_autofree char *rewritten = meso_unit_words_rewrite (trimmed);

  if (ingredient == NULL)
    return meso_services_reject (error,
                                 "components[%u].ingredient: The formulary knows no such ingredient. Choose one of its list.", i);
  if (ingredient->availability == MESO_AVAILABILITY_BANNED)
    return meso_services_reject (error, "components[%u].ingredient: %s is banned and isn't kept here.", i,
                                 meso_local_text_get (ingredient->name, "en"));
  g_set_str (&component->strength, rewritten);
  if (!ingredient->diluent)
    return check_strength (ingredient, component, i, error);
  g_set_str (&component->strength, "");
  return TRUE;
}

static gboolean
check_components (const MesoProtocol  *protocol,
                  const MesoLot       *lot,
                  GError             **error)
{
  if (lot->components->len == 0)
    return meso_services_reject (error, "components: Say what a container holds.");
  if (lot->product == NULL && lot->components->len > 1)
    return meso_services_reject (error, "components: What holds several ingredients is a product. Enter it in the formulary "
                                 "first, then receive it.");
  for (guint i = 0; i < lot->components->len; i++)
    {
      if (!check_component (protocol, g_ptr_array_index (lot->components, i), i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_component (const MesoProtocol         *protocol,
                   const MesoProductComponent *a,
                   const MesoProductComponent *b)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, a->ingredient);
  gint64 molar;
  MesoStrength one;
  MesoStrength other;

  if (ingredient == NULL || !g_str_equal (a->ingredient, b->ingredient) || g_strcmp0 (a->salt, b->salt) != 0)
    return FALSE;
  if (ingredient->diluent)
    return TRUE;
  molar = get_molar_mass (ingredient, a);
  return meso_strength_parse_molar (a->strength, molar, &one, NULL) && meso_strength_parse_molar (b->strength, molar, &other, NULL) &&
         one.dimension == other.dimension && meso_strength_compare (one, other) == 0;
}

/* A lot is drawn for its product whatever its label says: so the label must say what the formulary does. */
static gboolean
agrees_with_product (const MesoProtocol *protocol,
                     const MesoProduct  *product,
                     const MesoLot      *lot)
{
  if (lot->components->len != product->components->len)
    return FALSE;
  for (guint i = 0; i < product->components->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < lot->components->len && !found; k++)
        found = is_same_component (protocol, g_ptr_array_index (product->components, i), g_ptr_array_index (lot->components, k));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
take_word (char       **text,
           const char  *known)
{
  if (meso_text_is_empty (*text))
    g_set_str (text, known != NULL ? known : "");
}

static void
take_excipients (MesoLot         *lot,
                 const GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const char *excipient = g_ptr_array_index (known, i);

      if (!g_ptr_array_find_with_equal_func (lot->excipients, excipient, g_str_equal, NULL))
        g_ptr_array_add (lot->excipients, g_strdup (excipient));
    }
}

static void
take_components (MesoLot         *lot,
                 const GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (known, i);

      meso_lot_add_component (lot, component->ingredient, component->strength)->salt = g_strdup (component->salt);
    }
}

/* What a reaction may come from is always that of the formulary, and what was typed besides. */
static void
take_product (MesoLot           *lot,
              const MesoProduct *product,
              const char        *language)
{
  take_word (&lot->name, meso_local_text_get (product->name, language));
  take_word (&lot->maker, product->maker);
  take_word (&lot->licence, product->licence);
  take_word (&lot->storage, meso_local_text_get (product->storage, language));
  if (lot->container_ul == 0)
    lot->container_ul = product->container_ul;
  if (lot->opened_life_h == 0)
    lot->opened_life_h = product->opened_life_h;
  if (lot->components->len == 0)
    take_components (lot, product->components);
  take_excipients (lot, product->excipients);
}

static void
take_ingredient (MesoLot              *lot,
                 const MesoIngredient *ingredient,
                 const char           *language)
{
  take_word (&lot->name, meso_local_text_get (ingredient->name, language));
  take_word (&lot->storage, meso_local_text_get (ingredient->storage, language));
  take_excipients (lot, ingredient->excipients);
}

static gboolean
take_formulary (MesoLot             *lot,
                const MesoProtocol  *protocol,
                const char          *language,
                GError             **error)
{
  const MesoProduct *product = lot->product != NULL ? meso_protocol_lookup_product (protocol, lot->product) : NULL;
  const MesoProductComponent *only = lot->components->len == 1 ? g_ptr_array_index (lot->components, 0) : NULL;
  const MesoIngredient *ingredient = only != NULL ? meso_protocol_lookup_ingredient (protocol, only->ingredient) : NULL;

  if (lot->product != NULL && product == NULL)
    return meso_services_reject (error,
                                 "product: The formulary knows no such product. Choose one of its list, or enter it there first.");
  if (product != NULL)
    take_product (lot, product, language);
  else if (ingredient != NULL)
    take_ingredient (lot, ingredient, language);
  if (product == NULL || agrees_with_product (protocol, product, lot))
    return TRUE;
  return meso_services_reject (error, "components: The formulary says of this product that it holds something else, or another "
                               "strength. Compare it with the label; correct the formulary, or receive it as another product.");
}

/**
 * meso_stock_receiving_complete:
 * @protocol: the content, with the formulary
 * @draft: what was received, as it was typed
 * @expired_too: whether it may have expired: it is received only to be thrown away
 * @today: the clinic's day
 *
 * Checks what was received, and adds what the formulary knows of it: what isn't said is as it stands there. What a container holds is
 * copied, so that a later edit of the formulary changes no lot.
 *
 * Returns: (transfer full): the lot as it is to be stored; %NULL with %MESO_SERVICES_ERROR_INVALID, or a %MESO_CORE_ERROR for a text that
 *   can't be stored, whose message names the field first
 */
MesoLot *
meso_stock_receiving_complete (const MesoProtocol  *protocol,
                               const MesoLot       *draft,
                               gboolean             expired_too,
                               MesoCalendarDate     today,
                               GError             **error)
{
  g_autoptr(MesoLot) lot = meso_lot_copy (draft);

  if (!meso_calendar_date_is_set (lot->received_on))
    lot->received_on = today;
  if (!take_formulary (lot, protocol, "en", error) || !check_components (protocol, lot, error) ||
      !meso_stock_receiving_check_words (lot, error) || !meso_stock_receiving_check_days (lot, today, error) ||
      (!expired_too && !check_expired (lot, today, error)) || !check_amounts (lot, error))
    return NULL;
  return g_steal_pointer (&lot);
}

/**
 * meso_stock_receiving_draft:
 * @protocol: the content, with the formulary
 * @what: id of a product or an ingredient
 * @language: of its name
 *
 * Returns: (transfer full) (nullable): what the formulary knows of it; %NULL where it knows no such thing
 */
MesoLot *
meso_stock_receiving_draft (const MesoProtocol *protocol,
                            const char         *what,
                            const char         *language)
{
  const MesoProduct *product = meso_protocol_lookup_product (protocol, what);
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, what);
  g_autoptr(MesoLot) lot = meso_lot_new ();

  if (product != NULL)
    {
      lot->product = g_strdup (what);
      lot->multi_dose = product->multi_dose;
      take_product (lot, product, language);
    }
  else if (ingredient != NULL)
    {
      meso_lot_add_component (lot, what, "");
      take_ingredient (lot, ingredient, language);
    }
  else
    {
      return NULL;
    }
  return g_steal_pointer (&lot);
}
