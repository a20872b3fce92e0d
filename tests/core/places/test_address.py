"""Addresses: whatever is taken apart goes together again."""

from editor.core.places.address import Address, join_address, split_address
from hypothesis import given
from hypothesis import strategies as st

words = st.text("abcäß 0123456789.-", min_size=1, max_size=12).map(str.strip).filter(bool)
addresses = st.builds(
    Address,
    words,
    words,
    st.sampled_from(["", "04109", "1010", "A-1010"]),
    words,
    words,
)


@given(st.text() | addresses.map(join_address))
def test_an_address_is_the_sum_of_its_parts(text):
    assert join_address(split_address(text)) == text
