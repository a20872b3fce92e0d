"""A photo made ready for the page, with Pillow: upright, cut, scaled, light, and without what it tells about people.

No Qt: the command line and threads do it too. What comes in is bytes, what goes out is bytes; the file a photo came
from is never written.
"""

import io
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps, IptcImagePlugin, UnidentifiedImageError

from editor.core.attribution.parsing import PhotoMetadata
from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.profiles.profile import ImageSettings as Spec

LIMIT = 200_000_000
"""The most pixels a photo may have: a phone's largest. A file of some kilobytes can claim more than any memory holds."""
LARGEST_FILE = 200 * 2**20
_FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP"]
_STILL = ("JPEG", "MPO", "HEIF", "TIFF")
"""Formats whose further pictures are previews, depth maps or pages: the first one is the photo."""
_BEST, _WORST = 92, 30

Image.MAX_IMAGE_PIXELS = LIMIT  # Pillow warns above this; the warning is an error here

CropBox = tuple[float, float, float, float]
"""A frame on a photo: left, top, right, bottom, each as a share of its width or height."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it was taken, upright. ``weight`` is bytes; ``said`` is what the file tells about its origin."""

    image: Image.Image
    weight: int
    said: PhotoMetadata

    @property
    def size(self) -> tuple[int, int]:
        return self.image.size

    def preview(self, edge: int) -> Image.Image:
        """The photo small, in RGB, no side longer than ``edge``."""
        if max(self.image.size) <= edge:
            small = self.image.copy()
        else:
            small = self.image.resize(_within(self.image.size, edge), reducing_gap=2.0)
        return small.convert("RGB")


@dataclass(frozen=True, slots=True)
class FinishedPhoto:
    """A photo as the page gets it."""

    data: bytes
    width: int
    height: int
    quality: int


# --- opening --------------------------------------------------------------------------------------


def open_photo(data: bytes, name: str) -> Photo:
    """The photo in a file, all of it read. Raises InputRejected with a sentence for what is none."""
    with _sentences(data, name), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about metadata, which may be as broken as it likes
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(data), formats=_formats())
        if image.format not in _STILL and getattr(image, "n_frames", 1) > 1:
            raise InputRejected(
                translate(
                    "core",
                    "“{name}” moves. A header needs a picture that stands still; choose another one.",
                ).fill(name=name)
            )
        said = _said(image)
        image.load()
        upright = ImageOps.exif_transpose(image)
        return Photo(_plain(upright), len(data), said)


def _formats() -> list[str]:
    """What is read: the formats Pillow has, and the phones' HEIC where its plug-in is installed."""
    Image.init()
    with suppress(ImportError):
        import pillow_heif

        pillow_heif.register_heif_opener()
        return [*_FORMATS, "HEIF"]
    return _FORMATS


@contextmanager
def _sentences(data: bytes, name: str) -> Iterator[None]:
    """Whatever a decoder stumbles over, people read what is wrong and what to do."""
    try:
        if len(data) > LARGEST_FILE:
            raise InputRejected(
                translate(
                    "core", "“{name}” is larger than {limit} MB; save it smaller first."
                ).fill(name=name, limit=LARGEST_FILE >> 20)
            )
        yield
    except UserFacingError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise InputRejected(
            translate(
                "core", "“{name}” claims more than {limit} million pixels; save it smaller first."
            ).fill(name=name, limit=LIMIT // 10**6)
        ) from None
    except UnidentifiedImageError:
        if data[4:8] == b"ftyp" and data[8:11] in (b"hei", b"hev", b"mif", b"msf"):
            sentence = translate(
                "core",
                "“{name}” is a HEIC photo. Save it as JPEG, or install the package pillow-heif.",
            )
        else:
            sentence = translate(
                "core",
                "“{name}” is no picture that can be read here. Choose a JPEG, PNG, WebP, AVIF or TIFF file.",
            )
        raise InputRejected(sentence.fill(name=name)) from None
    except Exception:  # noqa: BLE001 - decoders raise whatever they stumble over
        raise InputRejected(
            translate(
                "core", "“{name}” is damaged or incomplete; copy it again from where it comes from."
            ).fill(name=name)
        ) from None


def _plain(image: Image.Image) -> Image.Image:
    """The picture in grey or RGB: on white where it was transparent, in sRGB where it was made for print."""
    profile = image.info.get("icc_profile")
    if image.mode in ("CMYK", "LAB", "YCbCr", "HSV"):
        return _for_screens(image, profile)
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        image = _scaled(image)
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    image = image if image.mode in ("L", "RGB") else image.convert("RGB")
    if profile and len(profile) > _LARGE_PROFILE and image.mode == "RGB":
        return _for_screens(image, profile)
    image.info = {"icc_profile": profile} if profile and _fits(profile, image.mode) else {}
    return image


_LARGE_PROFILE = 32 * 1024
"""Bytes above which a colour profile weighs more than it is worth: the photo is converted to sRGB."""


def _fits(profile: bytes, mode: str) -> bool:
    """Whether a colour profile is one for a mode; one of another number of colours makes the file invalid."""
    return len(profile) <= _LARGE_PROFILE and profile[16:20] == {"RGB": b"RGB ", "L": b"GRAY"}[mode]


def _scaled(image: Image.Image) -> Image.Image:
    """Whole or broken numbers as 256 shades, from the darkest to the lightest there could be."""
    low, high = (float(value) for value in image.getextrema())  # type: ignore[arg-type]
    if image.mode == "F" and low >= 0 and high <= 1:
        top = 1.0
    elif high <= 255:
        top = 255.0
    else:
        top = max(65535.0, high)
    return image.point(lambda value: value * (255 / top) + 0).convert("L")


def _for_screens(image: Image.Image, profile: bytes | None) -> Image.Image:
    converted: Image.Image | None = None
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
    converted = converted or image.convert("RGB")
    converted.info = {}
    return converted


def _within(size: tuple[int, int], edge: int) -> tuple[int, int]:
    scale = edge / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


# --- finishing ------------------------------------------------------------------------------------


def largest_box(size: tuple[int, int], spec: Spec) -> CropBox:
    """The largest frame in the page's proportion, in the middle.

    >>> largest_box((1000, 500), Spec(width=800, height=800))
    (0.25, 0.0, 0.75, 1.0)
    """
    width, height = size
    ratio = spec.width / spec.height
    share = min(1.0, ratio * height / width), min(1.0, width / ratio / height)
    left, top = (1 - share[0]) / 2, (1 - share[1]) / 2
    return left, top, 1 - left, 1 - top


def make_photo(
    photo: Photo, box: CropBox, spec: Spec, stop: threading.Event | None = None
) -> FinishedPhoto:
    """The framed part in the page's size, at the best quality that keeps its weight; only a colour profile stays.

    A part with fewer pixels than the page wants is not blown up. Raises InputRejected where nobody waits any more.
    """
    width, height = photo.size
    frame = (box[0] * width, box[1] * height, box[2] * width, box[3] * height)
    scale = min(1.0, (frame[2] - frame[0]) / spec.width)
    size = max(1, round(spec.width * scale)), max(1, round(spec.height * scale))
    picture = photo.image.resize(size, Image.Resampling.LANCZOS, box=frame, reducing_gap=3.0)
    profile = photo.image.info.get("icc_profile")
    best: tuple[int, bytes] | None = None
    low, high = _WORST, _BEST
    while low <= high:
        if stop and stop.is_set():
            raise InputRejected(translate("core", "Stopped."))
        quality = (low + high + 1) // 2
        data = _jpeg(picture, quality, profile)
        if len(data) <= spec.weight * 1024:
            best, low = (quality, data), quality + 1
        else:
            high = quality - 1
    quality, data = best or (_WORST, _jpeg(picture, _WORST, None))
    return FinishedPhoto(data, *size, quality)


def _jpeg(picture: Image.Image, quality: int, profile: bytes | None) -> bytes:
    out = io.BytesIO()
    picture.save(
        out,
        "JPEG",
        quality=quality,
        optimize=True,
        progressive=True,
        **({"icc_profile": profile} if profile else {}),
    )
    return out.getvalue()


# --- what the file says about itself --------------------------------------------------------------

_ARTIST, _COPYRIGHT, _DESCRIPTION = 0x013B, 0x8298, 0x010E
_IPTC = {"author": (2, 80), "credit": (2, 110), "rights": (2, 116), "title": (2, 5)}
_XMP = {
    "author": "creator",
    "credit": "Credit",
    "rights": "rights",
    "title": "title",
    "terms": "UsageTerms",
    "page": "WebStatement",
    "licence": "license",
}


def _said(image: ImageFile.ImageFile) -> PhotoMetadata:
    """Author, title, rights and the like from EXIF, IPTC and XMP, the first that says it."""
    found: dict[str, str] = {}
    for reader in (_xmp, _iptc, _exif):
        with suppress(Exception):
            for name, words in reader(image).items():
                if words and not found.get(name):
                    found[name] = " ".join(words.split())[:300]
    return PhotoMetadata(**found)


def _exif(image: ImageFile.ImageFile) -> dict[str, str]:
    exif = image.getexif()
    tags = {"author": _ARTIST, "rights": _COPYRIGHT, "title": _DESCRIPTION}
    return {name: _utf8(str(exif.get(tag, ""))).replace("\0", " ") for name, tag in tags.items()}


def _utf8(text: str) -> str:
    """EXIF knows ASCII alone, cameras write UTF-8, Pillow reads Latin-1."""
    with suppress(UnicodeError):
        return text.encode("latin-1").decode("utf-8")
    return text


def _iptc(image: ImageFile.ImageFile) -> dict[str, str]:
    info: Mapping[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(image) or {}
    return {name: _decoded(info.get(key, b"")) for name, key in _IPTC.items()}


def _decoded(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    texts = []
    for part in parts:
        try:
            texts.append(bytes(part).decode("utf-8"))
        except UnicodeDecodeError:
            texts.append(bytes(part).decode("latin-1"))
    return ", ".join(texts)


def _xmp(image: ImageFile.ImageFile) -> dict[str, str]:
    tree = image.getxmp()
    return {name: _words(_first(tree, key)) for name, key in _XMP.items()}


def _first(tree: Any, key: str) -> Any:
    """The first value of a key, at whatever depth."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name == key:
                return value
        return next((found for value in tree.values() if (found := _first(value, key))), "")
    if isinstance(tree, list):
        return next((found for value in tree if (found := _first(value, key))), "")
    return ""


def _words(value: Any) -> str:
    if isinstance(value, dict):
        inner = (
            value.get("li")
            or value.get("text")
            or value.get("resource")
            or next((value[key] for key in ("Seq", "Alt", "Bag") if key in value), "")
        )
        return _words(inner)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return str(value or "")
