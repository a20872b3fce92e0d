"""Says when the first window is drawn on a screen of X11: a process of its own.

It writes "ready", then two times (``time.monotonic``): at which more than a background is seen, and
at which half of what stands on the background some seconds later is there.
"""

import os
import sys
import time
from collections import Counter

_COLORS = 4
_PAUSE = 0.004
_WATCHED = 3.0
"""Seconds after the first picture in which a window gets what it shows."""
_SIZE = (320, 180)


def main() -> None:
    """Look at the screen until something is drawn on it, and then until it stays so."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    from PySide6.QtGui import QGuiApplication, QImage

    app = QGuiApplication([])
    screen = app.primaryScreen()

    def look() -> bytes:
        image = screen.grabWindow(0).toImage().scaled(*_SIZE)
        gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return bytes(gray.constBits())  # which are those of the image, as long as it lives

    print("ready", flush=True)
    end = time.monotonic() + float(sys.argv[1])
    seen: list[tuple[float, bytes]] = []
    while time.monotonic() < end:
        picture, now = look(), time.monotonic()
        if not seen and len(set(picture)) >= _COLORS:
            print(now, flush=True)
            end = now + _WATCHED
            seen.append((now, picture))
        elif seen and seen[-1][1] != picture:
            seen.append((now, picture))
        time.sleep(_PAUSE)
    if seen:
        print(find_filled(seen), flush=True)


def find_filled(seen: list[tuple[float, bytes]]) -> float:
    """Find when half of the last picture was there.

    Args:
        seen: Pictures in gray, and when each was seen first.

    Returns:
        The moment from which on half of what is no background stood where it stands at last.
    """
    last = seen[-1][1]
    grounds = {gray for gray, _ in Counter(last).most_common(3)}
    words = [at for at, gray in enumerate(last) if gray not in grounds]
    for moment, picture in seen:
        if sum(picture[at] == last[at] for at in words) * 2 >= len(words):
            return moment
    return seen[-1][0]


if __name__ == "__main__":
    main()
