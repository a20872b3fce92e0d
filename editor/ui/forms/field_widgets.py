"""Which widget shows which kind of front matter field. One more kind is a row."""

from editor.core.profiles.profile import FieldKind
from editor.ui.forms.address_fields import AddressField, ColorField, PageField, PictureField
from editor.ui.forms.date_field import DateField
from editor.ui.forms.fields import ChoiceField, FlagField, LongField, NumberField, TextField
from editor.ui.forms.front_matter_field import Field
from editor.ui.forms.list_field import ListField

FIELD_WIDGETS: dict[FieldKind, type[Field]] = {
    FieldKind.TEXT: TextField,
    FieldKind.LONG: LongField,
    FieldKind.NUMBER: NumberField,
    FieldKind.DATE: DateField,
    FieldKind.DATETIME: DateField,
    FieldKind.CHOICE: ChoiceField,
    FieldKind.FLAG: FlagField,
    FieldKind.LIST: ListField,
    FieldKind.TAGS: ListField,
    FieldKind.IMAGE: PictureField,
    FieldKind.FILE: AddressField,
    FieldKind.PAGE: PageField,
    FieldKind.COLOR: ColorField,
}
"""The widget of each kind of field that holds values; those of a map are fields themselves."""
