"""Color spaces of photos: any mode that Pillow reads, made gray or RGB."""

import io
from contextlib import suppress

from PIL import Image, ImageCms

_MAX_COLOR_PROFILE = 32 * 1024
"""Bytes above which a color profile is not worth its weight: the photo is converted to sRGB."""


def convert_colors(image: Image.Image) -> Image.Image:
    """Convert an image of any mode to one a JPEG file can hold.

    Args:
        image: The image; if it is in such a mode already, it is returned with a new ``info``.

    Returns:
        The image in gray or RGB: on white where it was transparent, in sRGB where it was made for
        print. Of its ``info`` only a color profile that fits the mode stays.
    """
    profile = image.info.get("icc_profile")
    if image.mode in ("CMYK", "LAB", "YCbCr", "HSV"):
        return _to_srgb(image, profile)
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        image = _to_shades(image)
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    if image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    if profile and len(profile) > _MAX_COLOR_PROFILE and image.mode == "RGB":
        return _to_srgb(image, profile)
    image.info = {}
    if profile and _profile_fits(profile, image.mode):
        image.info = {"icc_profile": profile}
    return image


def _profile_fits(profile: bytes, mode: str) -> bool:
    """Whether a color profile is for a mode; another number of colors makes the file invalid."""
    color_space = profile[16:20]  # of the ICC header
    return (
        len(profile) <= _MAX_COLOR_PROFILE and color_space == {"RGB": b"RGB ", "L": b"GRAY"}[mode]
    )


def _to_shades(image: Image.Image) -> Image.Image:
    """Map integers or floats to 256 shades, from the darkest to the lightest possible value."""
    low, high = (float(value) for value in image.getextrema())  # type: ignore[arg-type]
    if image.mode == "F" and low >= 0 and high <= 1:
        top = 1.0
    elif high <= 255:
        top = 255.0
    else:
        top = max(65535.0, high)
    return image.point(lambda value: value * (255 / top) + 0).convert("L")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
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
