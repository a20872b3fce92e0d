"""The command that writes a text from elsewhere as Markdown."""

from editor.cli.main import main


def test_a_page_is_written_as_markdown(tmp_path, capsys):
    source, target = tmp_path / "a.html", tmp_path / "b.md"
    source.write_text("<h2>Kopf</h2><p>Ein <b>Wort</b>", encoding="utf-8")
    assert main(["import", str(source), "--out", str(target)]) == 0
    assert target.read_text() == "## Kopf\n\nEin **Wort**\n"
    assert main(["import", str(source), "--out", str(target)]) == 1
    assert "exists already" in capsys.readouterr().err


def test_what_cannot_be_read_is_told(tmp_path, capsys):
    source = tmp_path / "a.docx"
    source.write_bytes(b"x")
    assert main(["import", str(source), "--out", str(tmp_path / "b.md")]) == 1
    assert "damaged" in capsys.readouterr().err
    assert not (tmp_path / "b.md").exists()
