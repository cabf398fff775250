"""The card beside a list: whose plate it is, how that stands, and a line about it; the rest is each card's."""

from __future__ import annotations

from parkdesk.ui.theme import Text
from parkdesk.ui.widgets.card import Card
from parkdesk.ui.widgets.label import ElidedLabel, Label
from parkdesk.ui.widgets.layouts import row
from parkdesk.ui.widgets.pills import Badge


class PlateCard(Card):
    """`told` is what stands there instead, while there is nothing to show: each card puts it where it belongs."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14), gap=0)
        self.plate = ElidedLabel("", Text.HEADING)
        self.badge = Badge()
        self.caption = ElidedLabel("", Text.SMALL, tone="mute")
        self.told = Label("", Text.BODY, tone="mute", wrap=True)
        top = row(gap=8)
        top.addWidget(self.plate, 1)
        top.addWidget(self.badge)
        self.body.addLayout(top)
        self.body.addSpacing(4)
        self.body.addWidget(self.caption)
