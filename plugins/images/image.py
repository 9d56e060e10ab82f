"""An image of the content folder: its bytes, what they consist of, what kept them from us."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from plugins.core.files import find_name, read_bytes
from plugins.core.problem import Problem
from plugins.images.part import BrokenImageError, Part, find_kind, find_parts

_ENDINGS = {"jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Image:
    """`file` is how messages call it; `broken` says why its parts cannot be told, or is empty."""

    file: str
    data: bytes
    parts: tuple[Part, ...]
    broken: str = ""

    @property
    def kind(self) -> str:
        """What the bytes are: png, jpg or webp; empty for something else."""
        return find_kind(self.data)

    @property
    def ending(self) -> str:
        """What the name says that it is."""
        ending = PurePosixPath(self.file).suffix.removeprefix(".").casefold()
        return _ENDINGS.get(ending, ending)

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height in pixels; None for what cannot be opened."""
        from PIL import Image as Picture  # takes time to load, and most hubs have few images

        too_large = Picture.DecompressionBombError, Picture.DecompressionBombWarning
        try:
            with Picture.open(BytesIO(self.data)) as picture:
                return picture.size
        except (OSError, ValueError, *too_large):
            return None

    @property
    def extras(self) -> tuple[Part, ...]:
        """What the picture can do without."""
        return tuple(part for part in self.parts if not part.is_picture)


@dataclass(frozen=True, slots=True)
class ImageReading:
    """The images that could be read, and what kept others from that."""

    images: tuple[Image, ...]
    problems: tuple[Problem, ...]


def read_images(root: Path, files: Iterable[str]) -> ImageReading:
    """Read the images `files`, whose paths count from the content folder `root`."""
    found = tuple(_read_image(root, root / file) for file in sorted(files))
    return ImageReading(
        tuple(one for one in found if isinstance(one, Image)),
        tuple(one for one in found if isinstance(one, Problem)),
    )


def _read_image(root: Path, path: Path) -> Image | Problem:
    data = read_bytes(root, path)
    return data if isinstance(data, Problem) else find_image(find_name(root, path), data)


def find_image(file: str, data: bytes) -> Image:
    """Return the image that the bytes of `file` hold."""
    try:
        return Image(file, data, find_parts(data))
    except BrokenImageError as error:
        return Image(file, data, (), str(error))
