"""How the tests are shared out among processes: a file is one process's, and the longest go first.

What a file makes once for all of its tests is thus made once. A talk that several files look at
belongs to a batch, which its tests name in their ids, as in `test_talk[vortrag~real decks]`: a
batch is one process's, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController

LONGEST = (
    *("galleries", "real decks", "desk/test_in_a_browser.py", "test_slides_by_hand.py"),
    *("test_nothing_is_lost.py", "test_company_templates.py", "test_brands.py"),
    *("fit/test_corpus.py", "whole-gallery", "layouts/test_layouts.py", "test_bad_decks.py"),
    *("write/test_template.py", "layouts/test_compositions.py", "buehne", "feuilleton", "plakat"),
    *("schlicht", "test_odd_slides.py", "write/test_right_to_left.py", "test_damage.py"),
    *("test_endings.py", "theme/test_whole_packages.py", "rules/test_rules.py"),
)
"""What begins first, the longest before the others: else one process works while others wait.

The rest takes a few seconds each; a theme's own batch need not be here.
"""

OF_A_BATCH = re.compile(r"~([^\]~]+)\]$")


def of_batch(value: object, batch: str, *marks: pytest.MarkDecorator) -> Any:
    """Return a parameter, and with it a test, that belongs to a batch."""
    return pytest.param(value, id=f"{value}~{batch}", marks=marks)


class SharingOut(LoadScopeScheduling):  # type: ignore[misc]
    """Gives each process a file or a batch at a time.

    It says itself what belongs together, by the ids that all processes know: the marks of xdist
    for that, `xdist_group`, are lost under pytest 9.2, without a word.
    """

    def _split_scope(self, nodeid: str) -> str:
        found = OF_A_BATCH.search(nodeid)
        return found[1] if found else nodeid.split("::")[0].removeprefix("tests/")

    def _assign_work_unit(self, node: WorkerController) -> None:
        first = next((name for name in LONGEST if name in self.workqueue), None)
        if first is not None:
            self.workqueue.move_to_end(first, last=False)
        super()._assign_work_unit(node)
