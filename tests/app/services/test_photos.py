"""Photos: every format, upright, cut, light, without GPS; a sentence for what is none."""

import io
import struct
import threading
import time

import pytest
from editor.app.services import embedded_metadata, photos
from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import read_attribution, write_attribution
from editor.core.attribution.photo_metadata import PhotoMetadata, credit_from_metadata
from editor.core.base.errors import UserFacingError
from editor.core.profiles.profile import ImageSettings as Spec
from PIL import Image, ImageCms, features

SPEC = Spec()
SOURCES = load_sources()


def drawn(size=(900, 600), mode="RGB"):
    """A picture whose corner at the top left is red, everything else blue."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 3, size[1] // 3))
    return picture.convert(mode)


def noise(size):
    return Image.effect_noise(size, 90).convert("RGB")


def saved(picture, kind="JPEG", **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def made(data, name="x.jpg", box=None):
    found = photos.open_photo(data, name)
    return Image.open(
        io.BytesIO(photos.make_photo(found, box or photos.largest_box(found.size, SPEC), SPEC).data)
    )


def turned(data, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Ada Beispiel"
    exif[0x8298] = "(c) 2026 Ada Beispiel, CC BY 4.0"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 20.0, 23.0)
    return saved(Image.open(io.BytesIO(data)), exif=exif, quality=95)


def test_a_large_photo_becomes_a_header_in_time():
    """24 megapixels, on its side, with GPS: 800x533, at most 200 KiB, upright, without GPS, in under two seconds."""
    picture = noise((4000, 6000))
    picture.paste(
        "red", (0, 0, 1200, 1200)
    )  # at the top left as it lies: orientation 6 brings it to the top right
    data = turned(saved(picture, quality=90), 6)
    begin = time.perf_counter()
    found = photos.open_photo(data, "gross.jpg")
    ready = photos.make_photo(found, photos.largest_box(found.size, SPEC), SPEC)
    took = time.perf_counter() - begin
    assert found.size == (6000, 4000)
    assert (ready.width, ready.height) == (800, 533) and len(ready.data) <= 200 * 1024
    result = Image.open(io.BytesIO(ready.data))
    assert result.size == (800, 533) and result.format == "JPEG"
    assert not result.getexif() and b"Exif" not in ready.data and b"GPS" not in ready.data
    assert result.getpixel((780, 20))[0] > 200 > 60 > result.getpixel((780, 20))[2]
    assert took < 2 * slowness(), took


def slowness():
    """How much slower this machine is at the moment than an idle one: a busy one is no fault of the photo's."""
    begin = time.perf_counter()
    Image.new("RGB", (3000, 2000)).resize((300, 200), Image.Resampling.LANCZOS)
    return max(1.0, (time.perf_counter() - begin) / 0.03)


FORMATS = [
    ("JPEG", "RGB"),
    ("JPEG", "L"),
    ("JPEG", "CMYK"),
    ("PNG", "RGB"),
    ("PNG", "P"),
    ("PNG", "RGBA"),
    ("PNG", "LA"),
    ("PNG", "1"),
]
FORMATS += [
    ("PNG", "I;16"),
    ("WEBP", "RGB"),
    ("TIFF", "RGB"),
    ("TIFF", "CMYK"),
    ("TIFF", "F"),
    ("BMP", "RGB"),
    ("GIF", "P"),
    ("AVIF", "RGB"),
    ("HEIF", "RGB"),
]


@pytest.mark.parametrize(("kind", "mode"), FORMATS)
def test_every_format_and_colour_space_is_read(kind, mode):
    if kind == "AVIF" and not features.check("avif"):
        pytest.skip("this Pillow has no AVIF")
    if kind == "HEIF":
        pytest.importorskip(
            "pillow_heif", reason="the HEIC plug-in is not installed"
        ).register_heif_opener()
    picture = (
        drawn(mode="L").convert(mode) if mode in ("F", "I;16", "L", "1", "LA") else drawn(mode=mode)
    )
    if mode == "I;16":
        picture = Image.frombytes("I;16", (900, 600), b"\xff\xff" * (900 * 600))
    result = made(saved(picture, kind))
    assert result.size == (800, 533) and result.mode in ("L", "RGB")
    if mode in ("RGB", "P", "RGBA", "CMYK"):
        red, _, blue = result.getpixel((50, 50))
        assert red > 150 > blue


def test_all_eight_orientations_come_out_upright():
    upright = drawn((600, 400))
    undo = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    for orientation, transpose in undo.items():
        lying = upright if transpose is None else upright.transpose(Image.Transpose(transpose))
        found = photos.open_photo(turned(saved(lying, quality=95), orientation), "x.jpg")
        assert found.size == (600, 400), orientation
        assert found.image.getpixel((20, 20))[0] > 200, orientation


def test_transparency_becomes_white():
    picture = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    assert min(made(saved(picture, "PNG")).getpixel((400, 300))) > 250


def test_a_colour_profile_stays_and_nothing_else():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(drawn(), "PNG", icc_profile=profile, exif=b"Exif\0\0secret")
    result = made(data, "x.png")
    assert result.info["icc_profile"] == profile
    assert set(result.info) <= {
        "icc_profile",
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }


def test_a_profile_that_does_not_fit_goes():
    grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    grey = grey[:16] + b"GRAY" + grey[20:]
    assert (
        "icc_profile"
        not in made(saved(Image.new("LA", (900, 600)), "PNG", icc_profile=grey), "x.png").info
    )
    large = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + b"\0" * 300_000
    found = photos.open_photo(saved(drawn(), "PNG", icc_profile=large), "x.png")
    assert photos.make_photo(found, photos.largest_box(found.size, SPEC), SPEC).quality == 92


@pytest.mark.parametrize(
    ("mode", "value", "shade"), [("I", 40_000, 155), ("I", 200, 200), ("F", 0.5, 127)]
)
def test_numbers_become_shades(mode, value, shade):
    picture = Image.new(mode, (900, 600), value)
    assert abs(made(saved(picture, "TIFF"), "x.tif").getpixel((5, 5)) - shade) < 3


def test_the_frame_decides_what_is_seen():
    red = made(saved(drawn((3000, 2000))), box=(0, 0, 0.33, 0.33))
    assert red.size == (800, 533) and red.getpixel((790, 500))[0] > 200
    blue = made(saved(drawn((3000, 2000))), box=(0.5, 0.5, 1, 1))
    assert blue.getpixel((10, 10))[2] > 200


def test_a_small_photo_is_not_blown_up():
    assert made(saved(drawn((300, 200)))).size == (300, 200)
    assert made(saved(drawn((1, 1)))).size == (1, 1)


def test_the_weight_is_kept_with_the_best_quality():
    found = photos.open_photo(saved(noise((1600, 1066)), quality=95), "x.jpg")
    box = photos.largest_box(found.size, SPEC)
    heavy, light = (photos.make_photo(found, box, Spec(weight=weight)) for weight in (200, 100))
    assert 100 * 1024 < len(heavy.data) <= 200 * 1024 and len(light.data) <= 100 * 1024
    assert heavy.quality > light.quality
    easy = photos.open_photo(saved(drawn()), "x.jpg")
    assert photos.make_photo(easy, photos.largest_box(easy.size, SPEC), SPEC).quality == 92


def test_work_can_be_stopped():
    found, stop = photos.open_photo(saved(drawn()), "x.jpg"), threading.Event()
    stop.set()
    with pytest.raises(UserFacingError, match="Stopped"):
        photos.make_photo(found, (0, 0, 1, 1), SPEC, stop)


# --- what is no photo ------------------------------------------------------------------------------


def bomb():
    """A PNG of some bytes that claims 60 000 x 60 000 pixels."""
    data = bytearray(saved(Image.new("RGB", (1, 1)), "PNG"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    import zlib

    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    return bytes(data)


def moving(kind):
    frames = [Image.new("RGB", (90, 60), color) for color in ("red", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


BAD = {
    "a bomb": (bomb, "claims more than 200 million pixels"),
    "a truncated file": (lambda: saved(noise((900, 600)))[:9000], "damaged or incomplete"),
    "a truncated PNG": (lambda: saved(noise((900, 600)), "PNG")[:9000], "damaged or incomplete"),
    "text": (lambda: b"Das ist kein Bild.\n", "no picture that can be read"),
    "nothing": (lambda: b"", "no picture that can be read"),
    "a moving GIF": (lambda: moving("GIF"), "moves"),
    "a moving WebP": (lambda: moving("WEBP"), "moves"),
    "a moving PNG": (lambda: moving("PNG"), "moves"),
    "PostScript": (
        lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        "no picture that can be read",
    ),
    "a drawing": (
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "no picture that can be read",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_photo_gets_a_sentence(name):
    make, words = BAD[name]
    with pytest.raises(UserFacingError, match=words) as refused:
        photos.open_photo(make(), "bild.jpg")
    assert "bild.jpg" in refused.value.message


def test_a_heic_photo_without_the_plug_in_gets_advice(monkeypatch):
    monkeypatch.setattr(photos, "_formats", lambda: photos._FORMATS)
    with pytest.raises(UserFacingError, match="pillow-heif"):
        photos.open_photo(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "x.heic")


# --- what a photo says about itself ------------------------------------------------------------------

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:cc="http://creativecommons.org/ns#" xmpRights:WebStatement="https://commons.wikimedia.org/wiki/File:Tor.jpg">
<dc:creator><rdf:Seq><rdf:li>Bo Beispiel</rdf:li></rdf:Seq></dc:creator>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ein Tor</rdf:li></rdf:Alt></dc:title>
<cc:license rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/"/>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_exif_and_xmp_prefill_the_attribution():
    said = photos.open_photo(turned(saved(drawn()), 1), "x.jpg").metadata
    assert (said.author, said.rights) == ("Ada Beispiel", "(c) 2026 Ada Beispiel, CC BY 4.0")
    found = credit_from_metadata(said, SOURCES)
    assert (found.author, found.license) == ("Ada Beispiel", "CC BY 4.0")
    said = photos.open_photo(saved(drawn(), xmp=XMP.encode()), "x.jpg").metadata
    assert (said.author, said.title) == ("Bo Beispiel", "Ein Tor")
    found = credit_from_metadata(said, SOURCES)
    assert (found.platform, found.license, found.photo_url) == (
        "Wikimedia Commons",
        "CC BY-SA 4.0",
        "https://commons.wikimedia.org/wiki/File:Tor.jpg",
    )
    assert read_attribution(write_attribution(found)) == found


def test_iptc_is_read():
    records = b"".join(
        bytes((0x1C, 2, number)) + struct.pack(">H", len(text)) + text
        for number, text in ((80, "Jörg".encode()), (5, b"Tor"))
    )
    block = (
        b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    )
    segment = b"Photoshop 3.0\0" + block
    data = saved(drawn())
    said = photos.open_photo(
        data[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + data[2:], "x.jpg"
    ).metadata
    assert (said.author, said.title) == ("Jörg", "Tor")


def test_names_survive_the_ascii_of_exif():
    exif = Image.Exif()
    exif[0x013B] = "J\u00c3\u00b6rg"  # UTF-8, as cameras write it, seen as Latin-1
    data = saved(drawn(), exif=exif)
    assert "Jörg".encode() not in data or photos.open_photo(data, "x.jpg").metadata.author == "Jörg"
    for name in ("J\u00c3\u00b6rg", "Jörg"):
        assert embedded_metadata._restore_utf8(name) == "Jörg"


def test_nobody_is_named_where_nobody_is():
    assert credit_from_metadata(PhotoMetadata(title="IMG_0001", rights="© 2026"), SOURCES) is None
    assert photos.open_photo(saved(drawn(), xmp=b"<broken"), "x.jpg").metadata == PhotoMetadata()
