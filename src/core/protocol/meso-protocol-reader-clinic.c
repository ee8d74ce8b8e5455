/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader-clinic.h"

#include "meso-calendar-date.h"
#include "meso-text.h"

/* More than any clinic adds, few enough to check each against the others. */
#define MAX_ENTRIES 1000
#define MAX_CASE 100
#define MAX_NAME_CHARS 200

/**
 * meso_protocol_read_why:
 * @reader: a reader
 * @element: what the clinic gives a reason for
 *
 * What a physician wrote: any words, no content, so that a brace is just a brace.
 *
 * Returns: (transfer full): the reason; "" without one, which is a fault
 */
char *
meso_protocol_read_why (MesoProtocolReader   *reader,
                        const MesoXmlElement *element)
{
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "why", 1);
  const MesoXmlElement *child = children->len > 0 ? g_ptr_array_index (children, 0) : NULL;
  g_autoptr (GError) error = NULL;
  char *why;

  if (!child)
    {
      meso_protocol_reader_fault (reader, element, "<%s> needs the element <why>: the clinic's reason", element->name);
      return g_strdup ("");
    }

  meso_protocol_reader_shape (reader, child, "", NULL);
  why = g_strstrip (g_strdup (child->text->str));
  if (*why == '\0')
    meso_protocol_reader_fault (reader, child, "<why> is empty: it holds the clinic's reason");
  else if (!meso_text_check_note (why, "The reason", &error))
    meso_protocol_reader_fault (reader, child, "%s", error->message);

  return why;
}

static MesoOutcome
read_outcome (MesoProtocolReader   *reader,
              const MesoXmlElement *element)
{
  static const MesoProtocolWord outcomes[] = {
    { "block", MESO_OUTCOME_BLOCK }, { "defer", MESO_OUTCOME_DEFER }, { "clearance", MESO_OUTCOME_CLEARANCE },
    { "caution", MESO_OUTCOME_CAUTION }, { "exclude", MESO_OUTCOME_EXCLUDE }, { NULL }
  };

  return meso_protocol_reader_word_or (reader, element, "outcome", outcomes, MESO_OUTCOME_EXCLUDE);
}

static void
read_change (MesoProtocolReader   *reader,
             const MesoXmlElement *element)
{
  MesoProtocolLayer *layer = reader->protocol->layer;
  MesoLayerChange *change = g_new0 (MesoLayerChange, 1);

  g_ptr_array_add (layer->changes, change);
  meso_protocol_reader_remember (reader, change, element);
  meso_protocol_reader_shape (reader, element, "rule case outcome days of over", "why");

  change->has_outcome = meso_protocol_reader_has (element, "outcome");
  change->has_days = meso_protocol_reader_has (element, "days");
  change->change.rule = meso_protocol_reader_require (reader, element, "rule");
  change->change.n_case = meso_protocol_reader_integer (reader, element, "case", 1, MAX_CASE);
  change->change.outcome = read_outcome (reader, element);
  change->change.days = change->has_days ? meso_protocol_reader_integer (reader, element, "days", 0, MESO_RULE_MAX_DAYS) : -1;
  change->of = meso_protocol_reader_optional (reader, element, "of");
  change->over = meso_protocol_reader_optional (reader, element, "over");
  change->change.why = meso_protocol_read_why (reader, element);

  if (!change->has_outcome && !change->has_days)
    meso_protocol_reader_fault (reader, element, "<change> needs “outcome” or “days”");
}

static void
read_switch_off (MesoProtocolReader   *reader,
                 const MesoXmlElement *element)
{
  MesoLayerSwitchOff *switch_off = g_new0 (MesoLayerSwitchOff, 1);

  g_ptr_array_add (reader->protocol->layer->switch_offs, switch_off);
  meso_protocol_reader_remember (reader, switch_off, element);
  meso_protocol_reader_shape (reader, element, "rule of", "why");

  switch_off->rule = meso_protocol_reader_require (reader, element, "rule");
  switch_off->of = meso_protocol_reader_optional (reader, element, "of");
  switch_off->why = meso_protocol_read_why (reader, element);
}

static void
read_review (MesoProtocolReader   *reader,
             const MesoXmlElement *element)
{
  MesoLayerReview *review = g_new0 (MesoLayerReview, 1);
  g_autoptr (GError) error = NULL;
  MesoCalendarDate on;

  g_ptr_array_add (reader->protocol->layer->reviews, review);
  meso_protocol_reader_remember (reader, review, element);
  meso_protocol_reader_shape (reader, element, "rule by on of", "");

  review->review.rule = meso_protocol_reader_require (reader, element, "rule");
  review->review.by = meso_protocol_reader_require (reader, element, "by");
  review->review.on = meso_protocol_reader_require (reader, element, "on");
  review->of = meso_protocol_reader_optional (reader, element, "of");

  if (*review->review.by != '\0' && !meso_text_check_line (review->review.by, MAX_NAME_CHARS, "The physician's name", &error))
    meso_protocol_reader_fault (reader, element, "%s", error->message);
  if (*review->review.on != '\0' && !meso_calendar_date_parse (review->review.on, &on, NULL))
    meso_protocol_reader_fault (reader, element, "“%s” isn't a day, such as 2026-11-22", review->review.on);
}

/**
 * meso_protocol_check_own:
 * @reader: a reader
 * @element: what a clinic adds
 *
 * What a clinic adds says so, and is signed only where it is used.
 */
void
meso_protocol_check_own (MesoProtocolReader   *reader,
                         const MesoXmlElement *element)
{
  const char *origin = meso_xml_element_get (element, "origin");

  if (origin && !g_str_equal (origin, "clinic"))
    meso_protocol_reader_fault (reader, element, "what a clinic adds comes from the clinic: its “origin” is clinic, not “%s”",
                                origin);
  if (g_strcmp0 (meso_xml_element_get (element, "review"), "reviewed") == 0)
    meso_protocol_reader_fault (reader, element, "a file can't say that it is reviewed: a physician signs it where it is used");
}

static void
read_own_question (MesoProtocolReader   *reader,
                   const MesoXmlElement *element)
{
  meso_protocol_check_own (reader, element);
  meso_protocol_read_question (reader, element);
}

static void
read_own_rule (MesoProtocolReader   *reader,
               const MesoXmlElement *element)
{
  meso_protocol_check_own (reader, element);
  meso_protocol_read_rule (reader, element);
}

/* The clinic counts its versions by itself; a file that was written by hand needn't have one. */
static void
read_version (MesoProtocolReader   *reader,
              const MesoXmlElement *root)
{
  char *version = meso_protocol_reader_optional (reader, root, "version");

  reader->protocol->layer->version = version ? version : g_strdup ("0");
  if (version && *version != '\0' && !meso_protocol_is_version (version))
    meso_protocol_reader_fault (reader, root, "“%s” isn't a version such as “3”", version);
}

/**
 * meso_protocol_read_clinic:
 * @reader: a reader that has read what ships
 * @root: root of the clinic's own document
 *
 * Reads what the clinic adds and changes; the changes are laid over by meso_protocol_apply_clinic().
 */
void
meso_protocol_read_clinic (MesoProtocolReader   *reader,
                           const MesoXmlElement *root)
{
  static const struct
  {
    const char *name;
    void (* read) (MesoProtocolReader *reader, const MesoXmlElement *element);
  } kinds[] = {
    { "question", read_own_question }, { "rule", read_own_rule }, { "change", read_change },
    { "switch-off", read_switch_off }, { "review", read_review },
    { "ingredient", meso_protocol_read_own_ingredient }, { "product", meso_protocol_read_own_product },
    { "pair", meso_protocol_read_own_pair }, { "adjust", meso_protocol_read_adjust },
  };

  if (reader->protocol->layer)
    {
      meso_protocol_reader_fault (reader, root, "there is another document of the clinic: only one can be laid over what ships");
      return;
    }

  reader->protocol->layer = meso_protocol_layer_new ();
  read_version (reader, root);
  if (root->children->len > MAX_ENTRIES)
    {
      const MesoXmlElement *child = g_ptr_array_index (root->children, MAX_ENTRIES);

      meso_protocol_reader_fault (reader, child, "the document has more than %d entries", MAX_ENTRIES);
      return;
    }

  meso_protocol_reader_shape (reader, root, "version origin", "question rule change switch-off review ingredient product pair adjust");
  for (guint i = 0; i < root->children->len; i++)
    {
      const MesoXmlElement *child = g_ptr_array_index (root->children, i);

      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        if (g_str_equal (kinds[kind].name, child->name))
          kinds[kind].read (reader, child);
    }
}
