"""Photos: every format, upright, cut, light, without GPS; a sentence for other files."""

import io
import struct
import sys
import threading
import zlib

import pytest
from editor.app.services import photos
from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import read_attribution, write_attribution
from editor.core.attribution.photo_metadata import PhotoMetadata, credit_from_metadata
from editor.core.base.errors import UserFacingError
from editor.core.profiles.profile import ImageSettings
from PIL import Image, ImageCms, features

SPEC = ImageSettings()
SOURCES = load_sources()


def drawn(size=(900, 600), mode="RGB"):
    """A picture whose corner at the top left is red, everything else blue."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 3, size[1] // 3))
    return picture.convert(mode)


def noise(size):
    """A picture that is hard to compress."""
    return Image.effect_noise(size, 90).convert("RGB")


def saved(picture, kind="JPEG", **options):
    """Return a picture as the bytes of a file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def finished(photo, spec=SPEC):
    """Make the photo of the page from the largest part of a photo."""
    return photos.make_photo(photo, photos.largest_box(photo.size, spec), spec)


def made(data, name="x.jpg", box=None):
    """Return the picture that the page gets of a file."""
    photo = photos.open_photo(data, name)
    box = box or photos.largest_box(photo.size, SPEC)
    return Image.open(io.BytesIO(photos.make_photo(photo, box, SPEC).data))


def turned(data, orientation):
    """Return a picture as a camera saves it: with orientation, author, rights and position."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Ada Beispiel"
    exif[0x8298] = "(c) 2026 Ada Beispiel, CC BY 4.0"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 20.0, 23.0)
    return saved(Image.open(io.BytesIO(data)), exif=exif, quality=95)


def test_a_large_photo_becomes_a_header():
    """24 megapixels, on its side, with GPS: 800x533, light, upright, without GPS."""
    picture = noise((4000, 6000))
    # at the top left as it lies: orientation 6 brings it to the top right
    picture.paste("red", (0, 0, 1200, 1200))
    photo = photos.open_photo(turned(saved(picture, quality=90), 6), "gross.jpg")
    assert photo.size == (6000, 4000)
    header = finished(photo)
    assert (header.width, header.height) == (800, 533)
    assert len(header.data) <= 200 * 1024
    result = Image.open(io.BytesIO(header.data))
    assert result.size == (800, 533)
    assert result.format == "JPEG"
    assert not result.getexif()
    assert not {"exif", "xmp", "comment"} & result.info.keys()
    red, _, blue = result.getpixel((780, 20))
    assert red > 200
    assert blue < 60


FORMATS = [
    ("JPEG", "RGB"),
    ("JPEG", "L"),
    ("JPEG", "CMYK"),
    ("PNG", "RGB"),
    ("PNG", "P"),
    ("PNG", "RGBA"),
    ("PNG", "LA"),
    ("PNG", "1"),
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


def drawn_in(mode):
    """The drawn picture in a color space; one of 16 bits is all white."""
    if mode == "I;16":
        return Image.frombytes(mode, (900, 600), b"\xff\xff" * (900 * 600))
    if mode in ("F", "L", "1", "LA"):
        return drawn(mode="L").convert(mode)
    return drawn(mode=mode)


@pytest.mark.parametrize(("kind", "mode"), FORMATS)
def test_every_format_and_colour_space_is_read(kind, mode):
    if kind == "AVIF" and not features.check("avif"):
        pytest.skip("this Pillow has no AVIF")
    if kind == "HEIF":
        reason = "the HEIC plug-in is not installed"
        pytest.importorskip("pillow_heif", reason=reason).register_heif_opener()
    result = made(saved(drawn_in(mode), kind))
    assert result.size == (800, 533)
    assert result.mode in ("L", "RGB")
    if mode in ("RGB", "P", "RGBA", "CMYK"):
        red, _, blue = result.getpixel((50, 50))
        assert red > 150
        assert red > blue


def test_all_eight_orientations_come_out_upright():
    upright = drawn((600, 400))
    undo = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    for orientation, transpose in undo.items():
        lying = upright if transpose is None else upright.transpose(Image.Transpose(transpose))
        photo = photos.open_photo(turned(saved(lying, quality=95), orientation), "x.jpg")
        assert photo.size == (600, 400), orientation
        assert photo.image.getpixel((20, 20))[0] > 200, orientation


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
    color = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    gray = color[:16] + b"GRAY" + color[20:]
    picture = Image.new("LA", (900, 600))
    assert "icc_profile" not in made(saved(picture, "PNG", icc_profile=gray), "x.png").info
    large = color + b"\0" * 300_000
    photo = photos.open_photo(saved(drawn(), "PNG", icc_profile=large), "x.png")
    assert finished(photo).quality == 92


@pytest.mark.parametrize(
    ("mode", "value", "shade"), [("I", 40_000, 155), ("I", 200, 200), ("F", 0.5, 127)]
)
def test_numbers_become_shades(mode, value, shade):
    picture = Image.new(mode, (900, 600), value)
    assert abs(made(saved(picture, "TIFF"), "x.tif").getpixel((5, 5)) - shade) < 3


def test_the_frame_decides_what_is_seen():
    red = made(saved(drawn((3000, 2000))), box=(0, 0, 0.33, 0.33))
    assert red.size == (800, 533)
    assert red.getpixel((790, 500))[0] > 200
    blue = made(saved(drawn((3000, 2000))), box=(0.5, 0.5, 1, 1))
    assert blue.getpixel((10, 10))[2] > 200


def test_a_small_photo_is_not_blown_up():
    assert made(saved(drawn((300, 200)))).size == (300, 200)
    assert made(saved(drawn((1, 1)))).size == (1, 1)


def test_the_weight_is_kept_with_the_best_quality():
    photo = photos.open_photo(saved(noise((1600, 1066)), quality=95), "x.jpg")
    heavy, light = (finished(photo, ImageSettings(weight=weight)) for weight in (200, 100))
    assert 100 * 1024 < len(heavy.data) <= 200 * 1024
    assert len(light.data) <= 100 * 1024
    assert heavy.quality > light.quality
    easy = photos.open_photo(saved(drawn()), "x.jpg")
    assert finished(easy).quality == 92


def test_work_can_be_stopped():
    photo, stop = photos.open_photo(saved(drawn()), "x.jpg"), threading.Event()
    stop.set()
    with pytest.raises(UserFacingError, match="Stopped"):
        photos.make_photo(photo, (0, 0, 1, 1), SPEC, stop)


# --- other files ----------------------------------------------------------------------------------


def bomb():
    """A PNG of some bytes that claims 60 000 x 60 000 pixels."""
    data = bytearray(saved(Image.new("RGB", (1, 1)), "PNG"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    return bytes(data)


def moving(kind):
    """A file of two pictures, one after the other."""
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
    monkeypatch.setitem(sys.modules, "pillow_heif", None)  # its import fails
    with pytest.raises(UserFacingError, match="pillow-heif"):
        photos.open_photo(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "x.heic")


# --- what a photo says about itself ---------------------------------------------------------------

XMP = """\
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:cc="http://creativecommons.org/ns#"
 xmpRights:WebStatement="https://commons.wikimedia.org/wiki/File:Tor.jpg">
<dc:creator><rdf:Seq><rdf:li>Bo Beispiel</rdf:li></rdf:Seq></dc:creator>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ein Tor</rdf:li></rdf:Alt></dc:title>
<cc:license rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/"/>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_exif_prefills_the_attribution():
    metadata = photos.open_photo(turned(saved(drawn()), 1), "x.jpg").metadata
    assert metadata.author == "Ada Beispiel"
    assert metadata.rights == "(c) 2026 Ada Beispiel, CC BY 4.0"
    credit = credit_from_metadata(metadata, SOURCES)
    assert (credit.author, credit.license) == ("Ada Beispiel", "CC BY 4.0")


def test_xmp_prefills_the_attribution():
    metadata = photos.open_photo(saved(drawn(), xmp=XMP.encode()), "x.jpg").metadata
    assert (metadata.author, metadata.title) == ("Bo Beispiel", "Ein Tor")
    credit = credit_from_metadata(metadata, SOURCES)
    assert credit.platform == "Wikimedia Commons"
    assert credit.license == "CC BY-SA 4.0"
    assert credit.photo_url == "https://commons.wikimedia.org/wiki/File:Tor.jpg"
    assert read_attribution(write_attribution(credit)) == credit


def iptc_record(number, text):
    """A record of IPTC-IIM."""
    return bytes((0x1C, 2, number)) + struct.pack(">H", len(text)) + text


def test_iptc_is_read():
    records = iptc_record(80, "Jörg".encode()) + iptc_record(5, b"Tor")
    size = struct.pack(">I", len(records))
    block = b"8BIM\x04\x04\0\0" + size + records + b"\0" * (len(records) % 2)
    segment = b"Photoshop 3.0\0" + block
    data = saved(drawn())
    data = data[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + data[2:]
    metadata = photos.open_photo(data, "x.jpg").metadata
    assert (metadata.author, metadata.title) == ("Jörg", "Tor")


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_names_survive_the_ascii_of_exif(encoding):
    """EXIF knows ASCII alone; cameras write what they like."""
    exif = Image.Exif()
    exif[0x013B] = "Jörg".encode(encoding)
    data = saved(drawn(), exif=exif)
    assert "Jörg".encode(encoding) in data
    assert photos.open_photo(data, "x.jpg").metadata.author == "Jörg"


def test_no_author_is_made_up():
    assert credit_from_metadata(PhotoMetadata(title="IMG_0001", rights="© 2026"), SOURCES) is None
    assert photos.open_photo(saved(drawn(), xmp=b"<broken"), "x.jpg").metadata == PhotoMetadata()
