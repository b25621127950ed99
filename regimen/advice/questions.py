"""What rules ask a person about an event: the sentence, the word it is answered by, and the answers there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regimen.advice.advised import Advice, Fired
from regimen.case_writing import REACHED_WORD

YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one event.

    word     the key of `Event.answers` it is answered by
    words    the sentence; in `QUESTIONS` with {term} for the event
    choices  the answers there are; none: a number
    unit     of the number
    """

    word: str
    words: str
    choices: tuple[str, ...] = YES_NO
    unit: str = ""

    def about(self, term: str) -> "Question":
        """The question with the event's term in it."""
        return Question(self.word, self.words.format(term=term), self.choices, self.unit)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question the rules ask about one event of the case.

    needed  nothing can be said before it is answered; otherwise it ends a hold
    """

    term: str
    date: date
    question: Question
    needed: bool


QUESTIONS: Mapping[str, Question] = {
    one.word: one
    for one in (
        Question("lasts_to_next_cycle", "Does {term} last to the next cycle?"),
        Question("functional_impairment", "Does {term} keep the patient from what they do every day?"),
        Question("painful", "Is {term} painful?"),
        Question("needs_systemic_immunosuppression", "Does {term} need systemic immunosuppression?"),
        Question("certainty", "Is {term} suspected or confirmed?", ("suspected", "confirmed")),
        Question("steroid_mg_day", "How many mg of prednisone-equivalent a day are given for {term}?", (), "mg a day"),
    )
}


def reached(term: str, until: str) -> Question:
    """Whether what a hold waits for has been reached."""
    return Question(REACHED_WORD + until, f"{term}: has this been reached: {until}?")


def question_of(word: str, term: str) -> Question | None:
    """The question an answer belongs to; None for a word no rule asks."""
    if word.startswith(REACHED_WORD):
        return reached(term, word.removeprefix(REACHED_WORD))
    return QUESTIONS[word].about(term) if word in QUESTIONS else None


def asked_of(advice: Advice) -> tuple[Asked, ...]:
    """Every question of the advice that an answer about an event settles, each once, in the order of the drugs."""
    found: dict[tuple[str, date, str], Asked] = {}
    for fired in (one for drug in advice.drugs for one in drug.fired):
        for asked in _asked(fired):
            key = (asked.term, asked.date, asked.question.word)
            if key not in found or asked.needed:
                found[key] = asked
    return tuple(found.values())


def _asked(fired: Fired) -> list[Asked]:
    event = fired.event
    if event is None:
        return []
    every = [*(one.about(event.term) for one in QUESTIONS.values()), reached(event.term, fired.until)]
    asked = [Asked(event.term, event.date, one, True) for one in every if one.words in fired.questions]
    # A hold that a person ends: not asked for as long as the cause is open, because then another rule may decide.
    if fired.action == "hold" and fired.until_open and not fired.undecided:
        asked.append(Asked(event.term, event.date, reached(event.term, fired.until), False))
    return asked
