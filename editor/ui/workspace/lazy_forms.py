"""Forms that are made when they are first asked for: most of a window's fields are in them."""

from collections.abc import Callable, Iterator, Mapping

from editor.ui.forms.base import Form


class LazyForms(Mapping[str, Form]):
    """Forms by the names of their pages. To look one up makes it; ``made`` makes none."""

    def __init__(self, names: tuple[str, ...], make: Callable[[str], Form]) -> None:
        """Begin without a form.

        Args:
            names: The pages, in their order.
            make: Makes the form of a page.
        """
        self._names, self._make = names, make
        self._made: dict[str, Form] = {}

    @property
    def made(self) -> tuple[Form, ...]:
        """The forms that exist, in the order in which they were made."""
        return tuple(self._made.values())

    @property
    def missing(self) -> list[str]:
        """The pages whose forms do not exist yet."""
        return [name for name in self._names if name not in self._made]

    def __getitem__(self, name: str) -> Form:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
