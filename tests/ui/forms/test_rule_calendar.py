"""The calendar of a rule, as it is seen."""

from datetime import date

import pytest
from editor.ui.forms.rule_calendar import RuleCalendar
from editor.ui.look.appearance import appearance, colors
from editor.ui.widgets.day_edit import to_qdate
from PySide6.QtGui import QColor

DAYS = [date(2026, 3, 11), date(2026, 3, 18), date(2026, 3, 25)]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_the_days_of_a_rule_stand_on_color_in_every_scheme(make_window, scheme):
    calendar = RuleCalendar()
    make_window().front.layout().addWidget(calendar)
    calendar.show_days(DAYS, [date(2026, 3, 4)])
    appearance().show(scheme, 100)
    image = calendar.grab().toImage()
    ground = QColor(colors().selection).rgb()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert sum(image.pixel(x, y) == ground for x, y in points) > 300
    written = calendar.dateTextFormat(to_qdate(DAYS[0])).foreground().color()
    assert written == QColor(colors().selected_text)
    appearance().show("", 100)
