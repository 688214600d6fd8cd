"""The life of a proposal: every step that may be taken, and none besides."""

import pytest

from app.proposals.lifecycle import TRANSITIONS, LifecycleError, Status, Step, after, can


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("step", list(Step))
def test_a_step_is_in_the_table_or_is_refused(status: Status, step: Step) -> None:
    if can(status, step):
        assert after(status, step) is TRANSITIONS[status, step]
    else:
        with pytest.raises(LifecycleError) as caught:
            after(status, step)
        assert (caught.value.status, caught.value.step) == (status, step)


@pytest.mark.parametrize(
    ("steps", "end"),
    [
        ((Step.SEND, Step.DELIVER, Step.ACCEPT), Status.ACCEPTED),
        ((Step.SEND, Step.DELIVER, Step.DECLINE, Step.SEND, Step.DELIVER), Status.SENT),
        ((Step.SEND, Step.ACCEPT, Step.DELIVER), Status.ACCEPTED),
        ((Step.SEND, Step.DELIVER, Step.EXPIRE, Step.SEND), Status.QUEUED),
    ],
)
def test_lives(steps: tuple[Step, ...], end: Status) -> None:
    status = Status.DRAFT
    for step in steps:
        status = after(status, step)
    assert status is end


def test_what_is_accepted_stays_accepted() -> None:
    for step in (Step.SEND, Step.DECLINE, Step.EXPIRE, Step.ACCEPT):
        assert not can(Status.ACCEPTED, step)
