"""Says when the first window is drawn on a screen of X11: a process of its own.

It writes "ready", then the time (``time.monotonic``) at which more than a background is seen.
"""

import os
import sys
import time

_COLORS = 4
_PAUSE = 0.004


def main() -> None:
    """Look at the screen until something is drawn on it."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    screen = app.primaryScreen()
    print("ready", flush=True)
    end = time.monotonic() + float(sys.argv[1])
    while time.monotonic() < end:
        image = screen.grabWindow(0).toImage().scaled(160, 90)
        now = time.monotonic()
        if len({image.pixel(x, y) for x in range(160) for y in range(90)}) >= _COLORS:
            print(now, flush=True)
            return
        time.sleep(_PAUSE)


if __name__ == "__main__":
    main()
