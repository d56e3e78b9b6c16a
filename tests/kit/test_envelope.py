"""Events survive being written down."""

import pytest

from tequio.kit import envelope
from tests.kit.happenings import NOON, SPACE, DoorBroken, DoorOpened, opened


@pytest.mark.parametrize(
    "event",
    [opened(), opened(times=0), opened(by=SPACE), opened(rooms=(SPACE, SPACE)), opened(words={"es": "año"})],
)
def test_an_event_is_read_as_it_was_written(event: DoorOpened):
    assert envelope.unseal(DoorOpened, envelope.seal(event)) == event


def test_an_object_in_an_event_is_refused_by_the_name_of_its_field():
    with pytest.raises(TypeError, match=r"DoorBroken\.tool: .* not object"):
        envelope.seal(DoorBroken(event_id=SPACE, at=NOON, tool=object()))


def test_a_value_of_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="unknown kind"):
        envelope.unseal(DoorOpened, '{"door": {"key": 1}}')
