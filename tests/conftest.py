"""Set-up for all tests: no screen is needed, and the user's own files are left alone."""

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# the keyring of whoever runs the tests is left alone
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ.setdefault(
    "QTWEBENGINE_CHROMIUM_FLAGS",
    "--disable-gpu --no-sandbox"
    if hasattr(os, "geteuid") and os.geteuid() == 0
    else "--disable-gpu",
)

# a busy machine is no fault of the program; a run of CI finds what the one before has found
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud how many tests were skipped, and why."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    )
    if reasons:
        terminalreporter.section(f"tests skipped: {reasons.total()}")
        for reason, count in reasons.most_common():
            terminalreporter.line(f"{count:6}  {reason}")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("CI_WRITES", raising=False)


@pytest.fixture(scope="session")
def shelf():
    from editor.app.services import profile_registry

    return profile_registry.load_profiles(
        Path(__file__).resolve().parent.parent / "resources" / "profiles"
    )
