/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-fault-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-text.h"
#include "meso-words.h"

/* What the readers of a protocol say of a clinic's own questions and rules. They know one language only; the window says the same in
 * its own. Translators: each %s is a name or a number, in the same order; names of elements and attributes stay as they are. */
static const char *const sentences[] = {
  N_("the document isn't well formed here"),
  N_("the file ends while <%s> of line %s is still open"),
  N_("a second root element <%s> follows the first"),
  N_("elements are nested deeper than %s"),
  N_("the file has more than %s elements"),
  N_("<%s> has more than %s attributes"),
  N_("the attribute “%s” is given twice"),
  N_("the attribute “%s” is too long: at most %s bytes are read"),
  N_("the text of <%s> is longer than %s bytes"),
  N_("<%s> needs the namespace xmlns=\"%s\""),
  N_("the file is larger than %s bytes"),
  N_("the file holds a NUL byte, so it isn't a text file"),
  N_("declarations such as DOCTYPE aren't allowed"),
  N_("processing instructions aren't allowed"),
  N_("<%s> has no attribute “%s”"),
  N_("<%s> isn't known inside <%s>"),
  N_("<%s> holds more than %s <%s>"),
  N_("<%s> needs the attribute “%s”"),
  N_("<%s> needs the element <%s>"),
  N_("<%s> is empty"),
  N_("the attribute “%s” of <%s> is empty"),
  N_("text isn't allowed directly inside <%s>"),
  N_("“%s” can't be used as “%s” of <%s>: it is one of %s"),
  N_("“%s” can't be used as “%s”: it is a number from 0 to %s with at most three decimals"),
  N_("“%s” can't be used as “%s”: it is a whole number from %s to %s"),
  N_("“%s” can't be used as “%s”: write lower-case letters a–z, digits and hyphens, at most %s"),
  N_("“%s” has been used before, in %s line %s"),
  N_("there is no %s “%s”"),
  N_("“%s” isn't a version such as “%s”"),
  N_("<%s> stands twice in English"),
  N_("<%s> stands twice in “%s”"),
  N_("<%s> in “%s” has no English text before it"),
  N_("“%s” isn't the code of a language, such as “fa”"),
  N_("a form asks this question without its parent “%s”"),
  N_("the parent “%s” isn't of type answer, so no answer to it is a no"),
  N_("the parents of “%s” lead back to one of them, or are more than %s"),
  N_("a question of type choice needs two choices or more"),
  N_("only a question of type choice has choices"),
  N_("only a question of type number has “min” and “max”"),
  N_("“min” isn't below “max”"),
  N_("“%s” can't be the id of a question: it is known of the patient"),
  N_("“%s” can't be the id of a choice: it is an answer to every question"),
  N_("a condition can't be “%s”: no is the safe answer, and a yes or an unknown must never loosen the verdict"),
  N_("the case can never hold: no form asks all of its questions"),
  N_("the case can never hold: this contradicts an earlier condition on “%s”"),
  N_("the condition can never hold: “%s” is a number from “min” to “max”"),
  N_("the case can never speak: whenever it holds, one before it does"),
  N_("of this condition and an earlier one on “%s” only one says anything"),
  N_("“%s” is of type %s, which can't be compared so"),
  N_("“%s” is of type %s: it is never answered yes"),
  N_("“%s” isn't an answer to “%s”"),
  N_("a case needs a <when>: without one it holds for everybody"),
  N_("a rule without a <case> can never speak"),
  N_("a case that excludes needs an “ingredient”"),
  N_("only a case that excludes has an “ingredient”"),
  N_("only a case that defers has “event” and “days”"),
  N_("“days” needs an “event” to count from"),
  N_("“event” needs “days”: how long to wait from it"),
  N_("a rule that blocks can't be overridable"),
  N_("“%s” can't be the id of a rule: write upper-case letters A–Z, digits and hyphens"),
  N_("what a clinic adds comes from the clinic: its “origin” is clinic, not “%s”"),
  N_("a file can't say that it is reviewed: a physician signs it where it is used"),
  N_("<why> is empty: it holds the clinic's reason"),
  N_("<%s> needs the element <why>: the clinic's reason"),
  N_("<change> needs “outcome” or “days”"),
  N_("the document has more than %s entries"),
  N_("%s comes from the article: it may be made stricter, but is always on"),
  N_("%s comes from the article: its outcome “%s” can be made stricter, not looser"),
  N_("the outcome “%s” of this case of %s can be made stricter, not looser"),
  N_("the outcome “%s” of this case of %s can be made stricter, or be “%s”"),
  N_("%s days can't be set for this case of %s: it takes %s to %s"),
  N_("this case of %s counts no days"),
  N_("this case of %s excludes an ingredient: it can be raised to block, and to nothing else"),
  N_("%s has %s cases, and no case %s"),
  N_("%s is both changed and switched off"),
  N_("%s is switched off twice"),
  N_("%s is the clinic's own rule: take it out of the document instead"),
  N_("%s isn't what it was when it was switched off"),
  N_("the case of %s that this was made for isn't there any more"),
  N_("The signature under %s wasn't given in this clinic, and is left out"),
  N_("the rule %s comes from the article, so its “origin” is article"),
  N_("%s is banned, and stays so"),
  N_("%s needs its own syringe: it can be switched off, and nothing else"),
  N_("going over the cap of %s blocks: it can be set below %s, not above"),
  N_("going over the cap of %s blocks, and can't be made a warning"),
  N_("a diluent is neutral: it has no cap and is no anaesthetic"),
  N_("“cap-severity” without “cap” or “cap-per-kg”"),
  N_("“%s” is “%s”, but the ingredient is measured in %s"),
  N_("what ships for %s is “%s” now and was “%s”: choose again"),
  N_("what ships for %s is “%s”: it can be made stricter, not looser"),
  N_("%s is the clinic's own ingredient: change it itself"),
  N_("<adjust> changes nothing"),
  N_("“%s” is named like %s, which is banned"),
  N_("“%s” is the name of %s already"),
  N_("“%s” is paired with itself"),
  N_("“%s” stands twice in “%s”"),
  N_("“%s” isn't how “%s” is measured: the ingredient's dimension is another"),
  N_("“%s” isn't a salt of “%s”"),
  N_("<product> needs a <component>"),
  N_("“%s” isn't a pH: it is a number from 0 to 14 with at most two decimals"),
  N_("“container” is “%s”, which isn't a volume"),
  N_("“container” is “%s”: it can be 1 L at most"),
  N_("“authority” without “licence”: it is who gave the licence"),
  N_("“&” begins no reference here; write it as &amp;"),
  N_("“&%s;” stands for no character; write “&” as &amp;"),
  N_("“<” isn't allowed in the value of an attribute; write it as &lt; or close the quotation mark before it"),
  N_("a space is missing behind the attribute's value"),
  N_("“]]>” isn't allowed in text; write it as ]]&gt;"),
  N_("“--” isn't allowed inside a comment"),
  N_("the byte 0x%s isn't valid UTF-8; save the file as UTF-8"),
  N_("the control character U+%s isn't allowed in XML"),
  N_("the file is %s bytes long; at most %s are read"),
  N_("the file is UTF-16; save it as UTF-8"),
  N_("the file says that it isn't UTF-8; save it as UTF-8"),
  N_("the namespace “%s” isn't known here; it must be “%s”"),
  N_("the attribute “%s” is of a namespace that isn't known here"),
  N_("the element <%s> is of a namespace that isn't known here or has too long a name"),
  N_("the root element is <%s>; it must be <protocol>"),
  N_("the translation lacks {%s}, which the English text has"),
  N_("the translation has {%s}, which the English text lacks"),
  N_("a brace in <%s> is not part of a {name}"),
  N_("<%s> opens a direction isolate (U+2066 to U+2068) that it doesn't close, or closes one that it hasn't opened "
     "(U+2069)"),
  N_("<%s> holds an invisible mark that turns the writing around (U+202A to U+202E); isolates (U+2066 to U+2069) do "
     "without"),
  N_("“%s” isn't a form: it is one of full, short"),
  N_("<question> needs the attribute “forms”: full, short, or both"),
  N_("only a question of type number has a “unit”"),
  N_("“%s” can't be a “unit”: write one word of at most %s characters"),
  N_("only a question of type number is “below” another"),
  N_("“%s” isn't another question of type number, whose answer could be the greater one"),
  N_("only a question of type number has the weight for its answer"),
  N_("the weight on record is in kilograms: its “unit” is kg"),
  N_("“%s” is too short to look for in a record: words of <known> have at least %s letters, and a semicolon between them"),
  N_("“%s” stands twice in one <known>"),
  N_("only a medicine has an “origin”: who chose it"),
  N_("an indication is a question of type answer"),
  N_("<known> proposes a yes, so that only a question of type answer has it"),
  N_("neither men nor women are asked this question: “%s”, or a parent of it, is left out for the others"),
  N_("<when> needs either “question” or “fact”"),
  N_("<when> needs one of “is”, “at-least”, “below”, “days-ago-at-least”, “days-ago-below”"),
  N_("the age is compared with “at-least” or “below”, in years"),
  N_("the case can never hold: it needs answers that men are not asked for, and others that women are not asked for"),
  N_("the case repeats one before it"),
  N_("the event “%s” is of type %s; it must be a date"),
  N_("a form that asks the questions of this case doesn't ask for its event “%s”"),
  N_("the event “%s” is only asked for after “%s”: without a condition on it a yes there could end a wait that has no day"),
  N_("the rule can never suspend a course: no case of it stops anything by what the short form asks"),
  N_("an ingredient that is excluded leaves nothing to choose"),
  N_("“choose” names another outcome than the case's own"),
  N_("“days-from” and “days-to” belong together"),
  N_("“days-from” and “days-to” say between which numbers “days” may be set"),
  N_("“days” isn't between “days-from” and “days-to”"),
  N_("several cases of %s count days: write which, as {days:%s/%s}"),
  N_("no case of %s counts days from “%s”"),
  N_("no case of %s counts days"),
  N_("“%s” isn't a day, such as 2026-11-22"),
  N_("there is another document of the clinic: only one can be laid over what ships"),
  N_("what ships for this case of %s is “%s” now and was “%s”: choose again"),
  N_("“cap-source” without “cap” or “cap-per-kg”"),
  N_("“strengths” holds more than %s of them"),
  N_("“%s” stands twice in “strengths”"),
  N_("“%s” isn't a molar mass such as “65.38 mg/mmol”"),
  N_("an anaesthetic needs a cap that blocks: fractions of it are added up"),
  N_("only an ingredient measured in mass has a “molar-mass”"),
  N_("only an ingredient with a “molar-mass” has a <salt>"),
  N_("a <salt> needs a “molar-mass” above that of what it holds of the ingredient"),
  N_("a rule of the article can't be made looser, so that “choose” names a stricter outcome"),
  N_("a rule of the article can't be made looser, so that “days-from” isn't less than “days”"),
};

/* (nullable) (transfer full) (element-type utf8): what stands in the places of sentence; NULL when text is another one */
static GPtrArray *
match (const char *sentence,
       const char *text)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) pieces = g_strsplit (sentence, "%s", -1);
  const char *cursor = text + strlen (pieces[0]);

  if (!g_str_has_prefix (text, pieces[0]))
    return NULL;
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      const char *end = pieces[i + 1] != NULL ? strstr (cursor, pieces[i]) : text + strlen (text) - strlen (pieces[i]);

      if (end == NULL || end < cursor || !g_str_has_prefix (end, pieces[i]))
        return NULL;
      g_ptr_array_add (parts, g_strndup (cursor, end - cursor));
      cursor = end + strlen (pieces[i]);
    }
  return *cursor == '\0' ? g_steal_pointer (&parts) : NULL;
}

static char *
fill (const char      *sentence,
      const GPtrArray *parts)
{
  g_auto(GStrv) pieces = g_strsplit (sentence, "%s", -1);
  /* It may begin with a name, which would turn the line round. */
  GString *text = g_string_new (meso_words_get_direction_mark ());

  g_string_append (text, pieces[0]);
  for (guint i = 1; pieces[i] != NULL && i <= parts->len; i++)
    {
      g_autofree char *part = meso_text_isolate (g_ptr_array_index (parts, i - 1));

      g_string_append (text, part);
      g_string_append (text, pieces[i]);
    }
  return g_string_free (text, FALSE);
}

char *
meso_fault_words_say (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const char *own = _(sentences[i]);
      g_autoptr(GPtrArray) parts = own != sentences[i] ? match (sentences[i], text) : NULL;

      if (parts != NULL)
        return fill (own, parts);
    }
  return g_strdup (text);
}
