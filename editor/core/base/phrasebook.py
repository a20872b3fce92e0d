"""The words of each language an issue may be written in: one ``Phrasebook`` per language.

These are the words of the document (dates, rules, standing phrases), not of the window, whose words
are Qt translations. Names of days and months are CLDR's; a test holds them against it.
"""

from collections.abc import Mapping

from msgspec import Struct


class RuleWords(Struct, frozen=True):
    """How recurrences are written. The phrasebook has the names of days and months."""

    habits: tuple[str, ...]
    """Weekdays on which something repeats, from Monday: "montags", "Mondays"."""
    weekly: str
    """{days}."""
    every_day: str
    workdays: str
    """Monday to Friday."""
    every_weeks: str
    """{days} as habits, {count}."""
    every_months: str
    """{count} and {day}, on which."""
    on: str
    """Before a {day} of the month."""
    monthly: str
    """A weekday of the month: {day} with its ordinal, {unit}."""
    day_of_month: str
    """A {day} of the month, a number or the last working day, and {unit}."""
    date_of_month: str
    """A {day} of every month, a number."""
    month: str
    """The unit of monthly rules."""
    quarter: str
    number: str
    """The {day} of the month; {ending} is the English one."""
    last_day: str
    workday: str
    odd_weeks: str
    even_weeks: str
    odd_months: str
    even_months: str
    from_month: str
    """{first} to {last}."""
    only_months: str
    since: str
    """The first possible {day}."""
    not_on: str
    """{days} on which it does not take place."""
    also_on: str
    """{days} on which it takes place besides."""
    not_on_holidays: str


class Phrasebook(Struct, frozen=True):
    """What dates, rules and standing phrases are called in a language.

    Templates have ``{names}`` that their users fill.
    """

    language: str
    """ISO 639-1 code."""
    weekdays: tuple[str, ...]
    """From Monday."""
    weekday_length: int
    """Letters of an abbreviated weekday."""
    months: tuple[str, ...]
    """From January."""
    ordinals: Mapping[int, str]
    """1 to 5, -1 for the last, -2 for the last but one."""
    counts: Mapping[int, str]
    """Numbers of weeks that are written as words."""
    conjunction: str
    rules: RuleWords
    except_months: str
    """Months left out of a rule: {months}."""
    until: str
    """The last day of a rule, or the day of a deadline."""
    through: str
    """Between the first and the last day of a time span."""
    deadline: str
    """What the summary of a deadline begins with."""
    registration: str
    """What the line of a registration date begins with."""
    also_online: str
    """What follows the address of an event that is online, too."""
    first_rule: str
    """The rule of a new meeting."""
    deadline_purposes: tuple[str, ...]
    """What deadlines are usually for."""
    new_titles: tuple[str, str, str]
    """The titles of a new event, meeting and deadline, until they have their own."""
    own_photo: str
    """The attribution of a photo of one's own."""
    upload_guide: tuple[str, ...]
    """The title, then the steps, of a page about uploading: {branch}, {folders}, {title}."""


GERMAN = Phrasebook(
    language="de",
    weekdays=(
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ),
    weekday_length=2,
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    ordinals={
        1: "ersten",
        2: "zweiten",
        3: "dritten",
        4: "vierten",
        5: "fünften",
        -1: "letzten",
        -2: "vorletzten",
    },
    counts={2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 8: "acht"},
    conjunction=" und ",
    rules=RuleWords(
        habits=(
            "montags",
            "dienstags",
            "mittwochs",
            "donnerstags",
            "freitags",
            "samstags",
            "sonntags",
        ),
        weekly="jeden {days}",
        every_day="jeden Tag",
        workdays="montags bis freitags",
        every_weeks="{days} alle {count} Wochen",
        every_months="alle {count} Monate {day}",
        on="am {day}",
        monthly="jeden {day} im {unit}",
        day_of_month="am {day} im {unit}",
        date_of_month="am {day} jeden Monats",
        month="Monat",
        quarter="Quartal",
        number="{day}.",
        last_day="letzten Tag",
        workday="Arbeitstag",
        odd_weeks="in ungeraden Kalenderwochen",
        even_weeks="in geraden Kalenderwochen",
        odd_months="in ungeraden Monaten",
        even_months="in geraden Monaten",
        from_month="von {first} bis {last}",
        only_months="nur im {months}",
        since="ab {day}",
        not_on="(nicht am {days})",
        also_on="(auch am {days})",
        not_on_holidays="(außer an Feiertagen)",
    ),
    except_months="(außer {months})",
    until="bis",
    through="bis",
    deadline="Frist: ",
    registration="Anmeldung bis ",
    also_online=" und auch online",
    first_rule="jeden Dienstag",
    deadline_purposes=("Einreichungen", "Bewerbungen", "Anmeldung", "Vorschläge", "Beiträge"),
    new_titles=("Neuer Termin", "Neues Treffen", "Neue Frist"),
    own_photo="Eigene Aufnahme",
    upload_guide=(
        "So kommt die Ausgabe auf die Website",
        "Öffnen Sie das Repository der Website in Ihrem Browser, und legen Sie dort über „Branch“ "
        "einen neuen Zweig namens „{branch}“ an.",
        "Wählen Sie „Add file → Upload files“ (bei anderen Anbietern „Hochladen“), und ziehen Sie "
        "die Ordner aus diesem ZIP so, wie sie sind, auf die Seite: {folders}.",
        "Schreiben Sie „{title}“ in das Feld für die Nachricht, bestätigen Sie, und öffnen Sie mit "
        "dem angebotenen Knopf den Pull Request.",
    ),
)
ENGLISH = Phrasebook(
    language="en",
    weekdays=(
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
    weekday_length=3,
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    ordinals={
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        -1: "last",
        -2: "penultimate",
    },
    counts={2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 8: "eight"},
    conjunction=" and ",
    rules=RuleWords(
        habits=(
            "Mondays",
            "Tuesdays",
            "Wednesdays",
            "Thursdays",
            "Fridays",
            "Saturdays",
            "Sundays",
        ),
        weekly="every {days}",
        every_day="every day",
        workdays="every weekday",
        every_weeks="{days} every {count} weeks",
        every_months="every {count} months {day}",
        on="on the {day}",
        monthly="every {day} of the {unit}",
        day_of_month="on the {day} of the {unit}",
        date_of_month="on the {day} of every month",
        month="month",
        quarter="quarter",
        number="{day}{ending}",
        last_day="last day",
        workday="weekday",
        odd_weeks="in odd weeks",
        even_weeks="in even weeks",
        odd_months="in odd months",
        even_months="in even months",
        from_month="from {first} to {last}",
        only_months="only in {months}",
        since="from {day}",
        not_on="(not on {days})",
        also_on="(also on {days})",
        not_on_holidays="(except on holidays)",
    ),
    except_months="(except {months})",
    until="until",
    through="to",
    deadline="Deadline: ",
    registration="Registration until ",
    also_online=" and also online",
    first_rule="every Tuesday",
    deadline_purposes=("submissions", "applications", "registration"),
    new_titles=("New event", "New meeting", "New deadline"),
    own_photo="Own photo",
    upload_guide=(
        "How this issue gets onto the site",
        "Open the site’s repository in your browser, and make a new branch named “{branch}” there.",
        "Choose “Add file → Upload files” (elsewhere “Upload”), and drag the folders of this ZIP, "
        "as they are, onto the page: {folders}.",
        "Write “{title}” into the field for the message, confirm, and open the pull request with "
        "the button you are offered.",
    ),
)
PHRASEBOOKS = (GERMAN, ENGLISH)
MONTH_NAMES = "|".join(name for book in PHRASEBOOKS for name in book.months)
"""An expression of the names of months, in any of the languages."""


def phrasebook_for(language: str) -> Phrasebook:
    """Return the phrasebook of a language.

    Args:
        language: ISO 639-1 code, such as a profile's ``language``.

    Returns:
        Its phrasebook; the English one for a language that has none.
    """
    return next((book for book in PHRASEBOOKS if book.language == language), ENGLISH)
