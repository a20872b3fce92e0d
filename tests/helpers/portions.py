"""Work that other processes do: they import it by name, and a package may bring its own `tests`."""

import os
import time


def double(number):
    return 2 * number


def answer_hang_or_die(number):
    if number == 2:
        time.sleep(60)
    if number == 3:
        os._exit(3)
    return number


def refuse(number):
    raise ValueError(f"no {number}")
