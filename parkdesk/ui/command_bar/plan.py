"""From a line to a plan: in words what Enter will do, and the deed itself if it can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parkdesk.domain.command import Command, parse
from parkdesk.domain.command_words import Sure, Vocabulary, ends_plate, words_of
from parkdesk.domain.errors import CommandUnreadable
from parkdesk.domain.verbs import Verb, example, verb_of
from parkdesk.ui.command_bar import arrival_plans, bay_plans, booking_plans, desk_plans, stay_plans
from parkdesk.ui.command_bar.known import bay_named, fitting
from parkdesk.ui.command_bar.sight import Plan, Sight, translate
from parkdesk.ui.messages import sentence

PLANS: Mapping[Verb, Callable[[Sight, Command], Plan]] = {
    Verb.IN: booking_plans.book,
    Verb.ARRIVE: arrival_plans.check_in,
    Verb.CONFIRM: arrival_plans.confirm,
    Verb.NO_SHOW: arrival_plans.mark_no_show,
    Verb.OUT: stay_plans.check_out,
    Verb.RENEW: stay_plans.renew,
    Verb.EXTEND: stay_plans.extend,
    Verb.MOVE: stay_plans.move,
    Verb.CANCEL: stay_plans.cancel,
    Verb.PAY: stay_plans.pay,
    Verb.NOTE: stay_plans.note,
    Verb.CLOSE: bay_plans.close,
    Verb.OPEN: bay_plans.reopen,
    Verb.FIND: desk_plans.find,
    Verb.UNDO: desk_plans.undo,
    Verb.SWEEP: desk_plans.sweep,
}
NOTHING = Plan("")


def plan(text: str, vocabulary: Vocabulary, sight: Sight) -> Plan:
    """The plan of a line, however unfinished it is. A line without a verb looks for what it names."""
    words = words_of(text)
    if not words:
        return NOTHING
    try:
        command = parse(text, vocabulary)
    except CommandUnreadable as error:
        if verb_of(words[0].text) is None:
            return _without_verb(" ".join(text.split()), sight)
        if len(words) == 1:
            shown = error.facts.get("example", "")
            return Plan(translate("command_bar", "For example: {example}").format(example=shown))
        return Plan(sentence(error))
    return PLANS[command.verb](sight, command)


def _without_verb(text: str, sight: Sight) -> Plan:
    """A bay, a stay that stands here, else a plate to book, else something to search for."""
    named = bay_named(sight.board, text) is not None or fitting(sight.board, text, sight.now)
    if not named and ends_plate(words_of(text)) > Sure.SHORT:
        return booking_plans.ask(sight, text)
    return desk_plans.find(sight, Command(Verb.FIND, text=text))


def example_line(language: str) -> str:
    """The commonest verbs, each as one would use it."""
    verbs = (Verb.IN, Verb.OUT, Verb.RENEW, Verb.EXTEND, Verb.MOVE)
    return "   ·   ".join(example(verb, language) for verb in verbs)
