"""A dialog that opens in the middle of its window, whole on the screen; what does not fit there scrolls."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLayout, QScrollArea, QWidget

from parkdesk.ui.widgets.layouts import bare

LIKELY_FRAME = QMargins(4, 32, 4, 4)
"""What a window manager puts around a dialog, where there is no window below to look at."""
_LEAST_SCROLLED = QSize(160, 72)


class Dialog(QDialog):
    """Places itself: Qt forgets where a dialog is to open if its size changes before the window manager answers."""

    def __init__(self, parent: QWidget | None = None, *, width: int = 0, height: int = 0) -> None:
        """As wide and high as its contents want to be, and at least so if the screen has room."""
        super().__init__(parent)
        self._least = QSize(width, height)
        self._corner: QPoint | None = None
        """Where the contents' corner stands; the screen answers late, and wrongly until the window is up."""

    def want(self, width: int, height: int = 0) -> None:
        self._least = QSize(width, height)

    def showEvent(self, event: QShowEvent) -> None:
        layout = self.layout()
        if not event.spontaneous() and layout is not None:
            # A layout that holds its window to a size moves it too, while it is coming up.
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            size = self._size_wanted(layout)
            wanted, frame = QRect(QPoint(), size), self._frame()
            wanted.moveCenter(self._middle() + QPoint(0, (frame.top() - frame.bottom()) // 2))
            self._put(wanted)
        super().showEvent(event)

    def done(self, result: int) -> None:
        """A window manager gives the keys to nobody where a dialog closes together with the one it stood on."""
        window, had_keys = self.parentWidget(), QApplication.activeWindow() is not None
        while window is not None and window.window().parentWidget() is not None:
            window = window.window().parentWidget()
        super().done(result)
        if window is not None and had_keys:
            QTimer.singleShot(0, window, partial(_give_keys, window.window()))

    def event(self, event: QEvent) -> bool:
        """Qt never gives a window more height for longer words by itself."""
        answer = super().event(event)
        if event.type() != QEvent.Type.LayoutRequest:
            return answer
        layout = self.layout()
        if self._corner is not None and layout is not None:
            wanted = self._size_wanted(layout).expandedTo(self.size())
            if wanted != self.size():
                self._put(QRect(self._corner, wanted))
        return answer

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if event.spontaneous() and self.windowHandle().isExposed():
            self._corner = self.geometry().topLeft()

    def _put(self, wanted: QRect) -> None:
        """As near to where it is wanted as the screen allows."""
        room = self._room()
        wanted.setSize(wanted.size().boundedTo(room.size()))
        wanted.moveRight(min(wanted.right(), room.right()))
        wanted.moveBottom(min(wanted.bottom(), room.bottom()))
        wanted.moveLeft(max(wanted.left(), room.left()))
        wanted.moveTop(max(wanted.top(), room.top()))
        self._corner = wanted.topLeft()
        self.setGeometry(wanted)

    def _size_wanted(self, layout: QLayout) -> QSize:
        """What the contents want, and no more than the screen has."""
        room = self._room().size()
        width = min(max(layout.totalSizeHint().width(), self._least.width()), room.width())
        if self._corner is None:
            # What scrolls knows how high it is once it knows how wide it is.
            self.resize(width, self.height())
        else:
            width = max(width, self.width())
        layout.activate()
        hint = layout.totalSizeHint().height()
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else hint
        return QSize(width, max(high, self._least.height())).boundedTo(room)

    def _room(self) -> QRect:
        """Where the contents may be: the screen without its panels and without the window's own frame."""
        return self._above().screen().availableGeometry().marginsRemoved(self._frame())

    def _middle(self) -> QPoint:
        """Of what is to be seen of the window below."""
        above = self._above()
        if above is self:
            return self._room().center()
        return above.frameGeometry().intersected(above.screen().availableGeometry()).center()

    def _above(self) -> QWidget:
        parent = self.parentWidget()
        return self if parent is None else parent.window()

    def _frame(self) -> QMargins:
        """As around the window below; the dialog's own is known too late."""
        above = self._above()
        margins = above.windowHandle().frameMargins() if above.isVisible() else QMargins()
        if not margins.top():
            return LIKELY_FRAME
        # A maximized window may have lost its sides.
        side = max(margins.left(), margins.right(), margins.bottom(), LIKELY_FRAME.left())
        return QMargins(side, margins.top(), side, side)


def _give_keys(window: QWidget) -> None:
    if window.isVisible() and QApplication.activeModalWidget() is None:
        window.activateWindow()


class Scrolled(QScrollArea):
    """As high as what is inside it where there is room, and scrolling where there is none."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bare(self.viewport())
        self.setWidget(bare(inside))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        inside = self._inside
        hint = inside.sizeHint().expandedTo(inside.minimumSizeHint())
        if inside.hasHeightForWidth() and self.viewport().width() >= inside.minimumSizeHint().width():
            return QSize(hint.width(), inside.heightForWidth(self.viewport().width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(_LEAST_SCROLLED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        answer = super().eventFilter(watched, event)
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return answer

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 8, 24)
