"""Work that other processes do: they import it by name, and a package may bring its own `tests`."""

import os
import time


def double(number):
    return 2 * number


def answer_or_hang(number):
    if number == 2:
        time.sleep(60)
    return number


def answer_or_die(number):
    if number == 2:
        os._exit(3)
    return number


def refuse(number):
    raise ValueError(f"no {number}")
