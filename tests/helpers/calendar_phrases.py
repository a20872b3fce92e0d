"""Rules as people write them, one of each kind that is read."""

PHRASES = [
    "jeden Dienstag",
    "jeden Dienstag und Donnerstag",
    "jeden zweiten und vierten Mittwoch im Monat",
    "jeden ersten Montag und dritten Mittwoch im Monat",
    "am 1. und 15. jeden Monats",
    "am letzten Tag des Monats",
    "am letzten Arbeitstag im Monat",
    "jeden letzten Freitag im Monat, außer Dezember",
    "jeden Montag, außer Juli und August",
    "jeden ersten Samstag im Quartal",
    "jeden ersten Dienstag in geraden Monaten",
    "jeden Dienstag in ungeraden Kalenderwochen",
    "jeden Montag ab 2. März",
    "jeden Montag von April bis September",
    "jeden Montag, außer am 06.04.2026",
    "jeden Freitag außer an Feiertagen",
    "am letzten Freitag im Januar, Februar, März und Oktober",
    "jeden Montag bis zum 30.03.2026",
    "jeden Dienstag (auch am 05.03.2026 und 09.04.2026)",
    "täglich",
]
