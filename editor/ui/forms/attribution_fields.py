"""The fields of an image attribution: pasted whole, edited in parts, or as the finished line."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QLabel, QSizePolicy, QWidget

from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import (
    Attribution,
    change_attribution,
    read_attribution,
    write_attribution,
)
from editor.core.attribution.parsing import complete_line, recognize_credit
from editor.core.attribution.photo_sources import Platform
from editor.ui.widgets.choice_box import ChoiceBox
from editor.ui.widgets.form_parts import (
    form_layout,
    hint,
    label_for,
    line_of,
    show_text_in,
    with_forwarded_undo,
    with_hint,
)
from editor.ui.widgets.origin_field import OriginField
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.wheel import ignore_wheel_without_focus


class AttributionFields(QGroupBox):
    """Shows an attribution line and its parts; any of them can be edited."""

    edited = Signal(str)
    """The new line."""
    left = Signal()
    """An undo step ends."""

    def __init__(self, current_line: Callable[[], str]) -> None:
        """Build the fields.

        Args:
            current_line: Gives the line as the text has it now; "" for none.
        """
        super().__init__()
        self.setTitle(self.tr("Attribution"))
        self._current_line = current_line
        self._pasted_length = 0
        """The length of the text in the field for pasting, before its last change."""
        self.origin, self.line = OriginField(""), TextLine()
        self.paste = self.origin.line
        self.license = ChoiceBox()
        self.license.addItems(["", *load_sources().licenses])
        self.license.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.license.setMinimumContentsLength(8)
        ignore_wheel_without_focus(self.license)
        self.parts = {
            "author": TextLine(),
            "author_url": TextLine(),
            "platform": TextLine(),
            "platform_url": TextLine(),
            "photo_url": TextLine(),
            "license": line_of(self.license),
            "license_url": TextLine(),
            "note": TextLine(),
            "own": TextLine(),
        }
        """The lines of the parts, by the attributes of Attribution."""
        self.line_hint, self.problem_hint = hint(), hint()
        self.problem_hint.setObjectName("problem")
        self.problem_hint.hide()
        self._labels: dict[str, QLabel] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = form_layout()
        self.setLayout(layout)
        layout.addRow(label_for(self.tr("&Origin:"), self.paste), self.origin)
        layout.addRow("", self.problem_hint)
        names = {
            "author": self.tr("Picture by:"),
            "author_url": self.tr("… their page:"),
            "platform": self.tr("Platform:"),
            "platform_url": self.tr("… its address:"),
            "photo_url": self.tr("Page of the picture:"),
            "license": self.tr("Licence:"),
            "license_url": self.tr("… its address:"),
            "note": self.tr("Note (such as “edited”):"),
            "own": self.tr("Photographer:"),
        }
        for key, line in self.parts.items():
            field = self._field_of(key)
            self._labels[key] = label_for(names[key], field)
            with_forwarded_undo(line)
            layout.addRow(self._labels[key], field)
        layout.addRow(
            label_for(self.tr("Finished &line:"), self.line),
            with_hint(with_forwarded_undo(self.line), self.line_hint),
        )

    def _field_of(self, key: str) -> QWidget:
        """The widget of a part: the license is chosen from a list, or typed."""
        if key == "license":
            return self.license
        return self.parts[key]

    def _connect(self) -> None:
        self.paste.textEdited.connect(self._on_paste_edited)
        self.paste.editingFinished.connect(lambda: self._take_credit(self.paste.text()))
        self.origin.own_chosen.connect(self._on_own)
        self.license.activated.connect(lambda _: self._on_license_chosen())
        self.line.textEdited.connect(self.edited)
        for key, line in self.parts.items():
            line.textEdited.connect(lambda text, key=key: self._change_parts({key: text}))
        for line in (self.line, *self.parts.values()):
            line.editingFinished.connect(self.left)

    # --- showing ---------------------------------------------------------------------------------

    def show_problems(self, words: str) -> None:
        """Say what checks have found in the attribution.

        Args:
            words: Sentences, one a line; "" for nothing.
        """
        _show_hint(self.problem_hint, words)

    def show_line(self, line: str, own_words: str) -> None:
        """Show an attribution; a line without a known form is edited as it is.

        Args:
            line: The line; "" for none.
            own_words: The attribution of a picture of the author's own.
        """
        self.origin.offer_own(own_words)
        self.origin.ask_for(is_new=not line)
        show_text_in(self.line, line)
        parts = _read_parts(line)
        for key, part in self.parts.items():
            show_text_in(part, getattr(parts, key) if parts else "")
            is_needed = parts is not None and _is_needed(key, parts, line)
            self._field_of(key).setVisible(is_needed)
            self._labels[key].setVisible(is_needed)
        problem = ""
        if parts is None:
            problem = self.tr("This line is none of the known forms, so it is edited as it is.")
        _show_hint(self.line_hint, problem)
        self._show_platform_license(parts)

    def _show_platform_license(self, parts: Attribution | None) -> None:
        """Say what the platform says about licenses, where the line names none."""
        platform: Platform | None = None
        if parts and not parts.license and not parts.own:
            platform = load_sources().find_platform(parts)
        text, usual_license = "", ""
        if platform:
            usual_license = platform.license
        if platform and platform.named:
            text = "⚠ " + self.tr(
                "Pictures of {0} have licences of their own: choose this one’s."
            ).format(platform.name)
        elif platform:
            text = self.tr("Pictures of {0} come under the “{1}”, which need not be named.").format(
                platform.name, usual_license
            )
        line_of(self.license).setPlaceholderText(usual_license)
        self.origin.say(text, is_known=bool(self._current_line()))

    # --- editing ---------------------------------------------------------------------------------

    def _on_paste_edited(self, text: str) -> None:
        """Take at once what is pasted, and what is typed only when the field is left.

        Half an attribution would be another one.
        """
        if abs(len(text) - self._pasted_length) > 1:
            self._take_credit(text)
        self._pasted_length = len(text)

    def _take_credit(self, text: str) -> None:
        """Fill all parts from a known form; anything else is pointed out and changes nothing."""
        line = self._current_line()
        before = read_attribution(line) if line else None
        credit = recognize_credit(text, load_sources(), before)
        if credit:
            self.edited.emit(complete_line(credit))
            self.left.emit()
            return
        problem = ""
        if text.strip():
            problem = "⚠ " + self.tr(
                "Neither an attribution nor the page of a picture on a known platform."
            )
        self.origin.say(problem, is_known=bool(line))

    def _on_own(self, words: str) -> None:
        """Say that the picture is the user's own; whose that is can be typed then."""
        self._take_credit(words)
        self.parts["own"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_license_chosen(self) -> None:
        """Take a license of the list with its address."""
        name = self.license.currentText()
        url = load_sources().licenses.get(name, "")
        self._change_parts({"license": name, "license_url": url})

    def _change_parts(self, changes: dict[str, str]) -> None:
        parts = _read_parts(self._current_line())
        if parts is not None:
            self.edited.emit(write_attribution(change_attribution(parts, **changes)))


def _read_parts(line: str) -> Attribution | None:
    """The parts of a line, empty ones for none; None where it has no known form."""
    if line:
        return read_attribution(line)
    return Attribution()


def _is_needed(key: str, parts: Attribution, line: str) -> bool:
    """Whether a part is shown: an own photo has no others, and only one form a platform's page."""
    if key == "platform_url" and parts.photo_on != "noun":
        return False
    return not line or parts.is_own_photo == (key == "own")


def _show_hint(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
