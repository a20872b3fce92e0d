"""A photo made ready for the page, with Pillow: upright, cropped, scaled, light, without metadata.

No Qt: the command line and threads use it too. Bytes come in and bytes go out; the file a photo
came from is never written.
"""

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from msgspec import Struct, structs
from PIL import Image, ImageOps, UnidentifiedImageError

from editor.app.services.embedded_metadata import read_metadata
from editor.app.services.photo_colors import convert_colors
from editor.core.attribution.photo_metadata import PhotoMetadata
from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.profiles.profile import ImageSettings

MAX_PIXELS = 200_000_000
"""The most pixels a photo may have: the largest a phone takes.

A file of a few kilobytes can claim more than any memory holds.
"""
MAX_FILE_BYTES = 200 * 2**20
"""The largest file that is opened as a photo."""
_FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP"]
_STILL_FORMATS = ("JPEG", "MPO", "HEIF", "TIFF")
"""Formats whose further pictures are previews, depth maps or pages: the first one is the photo."""
_HEIC_BRANDS = (b"hei", b"hev", b"mif", b"msf")
"""How the brand in the file type box of a HEIC file starts (ISO 23008-12)."""
_BEST_QUALITY, _WORST_QUALITY = 92, 30

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # Pillow warns above this; the warning is an error here

CropBox = tuple[float, float, float, float]
"""A frame on a photo: left, top, right, bottom, each as a share of its width or height."""


class Photo(Struct, frozen=True):
    """A photo as it was taken, upright.

    ``weight`` is the size of its file in bytes; ``metadata`` is what the file says about its
    origin.
    """

    image: Image.Image
    weight: int
    metadata: PhotoMetadata

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.image.size

    def preview(self, edge: int) -> Image.Image:
        """Make a small copy in RGB.

        Args:
            edge: The most pixels a side may have.

        Returns:
            The scaled copy; a photo that is smaller keeps its size.
        """
        if max(self.image.size) <= edge:
            small = self.image.copy()
        else:
            small = self.image.resize(_fit_size(self.image.size, edge), reducing_gap=2.0)
        return small.convert("RGB")


class FinishedPhoto(Struct, frozen=True):
    """A photo as the page gets it: a JPEG file, its size in pixels, and its JPEG quality."""

    data: bytes
    width: int
    height: int
    quality: int


# --- opening --------------------------------------------------------------------------------------


def open_photo(data: bytes, name: str) -> Photo:
    """Read a photo completely.

    Args:
        data: The bytes of its file.
        name: The name of the file, for messages.

    Returns:
        The photo, upright, in gray or RGB.

    Raises:
        InputRejected: If it is not a photo, is damaged, too large, or an animation.
    """
    with _reject_unreadable(data, name), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about metadata, which may be broken in any way
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(data), formats=_formats())
        if image.format not in _STILL_FORMATS and getattr(image, "n_frames", 1) > 1:
            raise InputRejected(
                translate(
                    "core",
                    "“{name}” moves. A header needs a picture that stands still; "
                    "choose another one.",
                ).fill(name=name)
            )
        metadata = read_metadata(image)
        image.load()
        upright = ImageOps.exif_transpose(image)
        return Photo(convert_colors(upright), len(data), metadata)


def _formats() -> list[str]:
    """List what is read: Pillow's formats, and HEIC from phones where its plug-in is installed."""
    Image.init()
    with suppress(ImportError):
        import pillow_heif

        pillow_heif.register_heif_opener()
        return [*_FORMATS, "HEIF"]
    return _FORMATS


@contextmanager
def _reject_unreadable(data: bytes, name: str) -> Iterator[None]:
    """Turn whatever a decoder raises into a message that says what is wrong and what to do."""
    try:
        if len(data) > MAX_FILE_BYTES:
            raise InputRejected(
                translate(
                    "core", "“{name}” is larger than {limit} MB; save it smaller first."
                ).fill(name=name, limit=MAX_FILE_BYTES >> 20)
            )
        yield
    except UserFacingError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise InputRejected(
            translate(
                "core", "“{name}” claims more than {limit} million pixels; save it smaller first."
            ).fill(name=name, limit=MAX_PIXELS // 10**6)
        ) from None
    except UnidentifiedImageError:
        if data[4:8] == b"ftyp" and data[8:11] in _HEIC_BRANDS:
            message = translate(
                "core",
                "“{name}” is a HEIC picture. Save it as JPEG, or install the package pillow-heif.",
            )
        else:
            message = translate(
                "core",
                "“{name}” is no picture that can be read here. "
                "Choose a JPEG, PNG, WebP, AVIF or TIFF file.",
            )
        raise InputRejected(message.fill(name=name)) from None
    except Exception:  # noqa: BLE001 - decoders raise exceptions of any kind
        raise InputRejected(
            translate(
                "core", "“{name}” is damaged or incomplete; copy it again from where it comes from."
            ).fill(name=name)
        ) from None


def _fit_size(size: tuple[int, int], edge: int) -> tuple[int, int]:
    scale = edge / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


# --- finishing ------------------------------------------------------------------------------------


def largest_box(size: tuple[int, int], spec: ImageSettings) -> CropBox:
    """Find the largest centered frame in the page's proportion.

    Args:
        size: Width and height of the photo in pixels.
        spec: What the page wants; its width and height count.

    Returns:
        The frame, in shares of the photo's width and height.

    >>> largest_box((1000, 500), ImageSettings(width=800, height=800))
    (0.25, 0.0, 0.75, 1.0)
    """
    width, height = size
    ratio = spec.width / spec.height
    share = min(1.0, ratio * height / width), min(1.0, width / ratio / height)
    left, top = (1 - share[0]) / 2, (1 - share[1]) / 2
    return left, top, 1 - left, 1 - top


def keep_shape(size: tuple[int, int], spec: ImageSettings) -> ImageSettings:
    """Change what the page wants so that a photo is as high as it is for its width.

    Args:
        size: Width and height of the photo in pixels.
        spec: What the page wants; its width stays.

    Returns:
        The same with another height.

    >>> keep_shape((600, 900), ImageSettings(width=800, height=500)).height
    1200
    """
    return structs.replace(spec, height=max(1, round(spec.width * size[1] / size[0])))


def make_photo(
    photo: Photo, box: CropBox, spec: ImageSettings, stop: threading.Event | None = None
) -> FinishedPhoto:
    """Make the framed part in the page's size, at the best quality that keeps the page's weight.

    A part with fewer pixels than the page wants is not enlarged. Of the metadata only a color
    profile stays.

    Args:
        photo: The photo to take a part of.
        box: The part, in shares of the photo's width and height.
        spec: The page's width and height in pixels, and the weight in KiB the file may have.
        stop: An event that is set once the result is no longer wanted; None to finish always.

    Returns:
        The JPEG file; heavier than asked where even the worst quality is too heavy.

    Raises:
        InputRejected: If ``stop`` is set meanwhile.
    """
    width, height = photo.size
    frame = (box[0] * width, box[1] * height, box[2] * width, box[3] * height)
    scale = min(1.0, (frame[2] - frame[0]) / spec.width)
    size = max(1, round(spec.width * scale)), max(1, round(spec.height * scale))
    picture = photo.image.resize(size, Image.Resampling.LANCZOS, box=frame, reducing_gap=3.0)
    profile = photo.image.info.get("icc_profile")
    best: tuple[int, bytes] | None = None
    low, high = _WORST_QUALITY, _BEST_QUALITY
    while low <= high:
        if stop and stop.is_set():
            raise InputRejected(translate("core", "Stopped."))
        quality = (low + high + 1) // 2
        data = _encode_jpeg(picture, quality, profile)
        if len(data) <= spec.weight * 1024:
            best, low = (quality, data), quality + 1
        else:
            high = quality - 1
    quality, data = best or (_WORST_QUALITY, _encode_jpeg(picture, _WORST_QUALITY, None))
    return FinishedPhoto(data, *size, quality)


def _encode_jpeg(picture: Image.Image, quality: int, profile: bytes | None) -> bytes:
    options: dict[str, bytes] = {}
    if profile:
        options["icc_profile"] = profile
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True, **options)
    return out.getvalue()
