"""Windows are drawn on no screen unless somebody asks for one; settings and profiles of the user are left alone."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault(
    "QTWEBENGINE_CHROMIUM_FLAGS",
    "--disable-gpu --no-sandbox"
    if hasattr(os, "geteuid") and os.geteuid() == 0
    else "--disable-gpu",
)


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
