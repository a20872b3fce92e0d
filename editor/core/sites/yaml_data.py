"""YAML read as data, in a module of its own: the library takes long to import."""

from collections.abc import Hashable

import yaml

_MAX_INDENT = 200


class _Loader(yaml.SafeLoader):
    """Takes tags of others, such as MkDocs' ``!!python/name:``, for what stands behind them.

    Merge keys are not followed: a few lines of them unfold to billions of values.
    """

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        return None

    def construct_any(self, _: str, node: yaml.Node) -> object:
        if isinstance(node, yaml.MappingNode):
            return self.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return self.construct_sequence(node, deep=True)
        return node.value

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, object]:
        return {str(key): value for key, value in super().construct_mapping(node, deep).items()}


_Loader.add_multi_constructor("", _Loader.construct_any)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _Loader.construct_any)


def load_yaml(text: str) -> object:
    """Load YAML, taking unknown tags for what stands behind them.

    Args:
        text: The text.

    Returns:
        The data; {} where lines are indented deeper than anybody writes.

    Raises:
        ValueError: If it is no YAML.
    """
    if any(len(line) - len(line.lstrip()) > _MAX_INDENT for line in text.split("\n")):
        return {}
    try:
        data: object = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return data
