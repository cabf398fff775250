"""Choosing a currency, and the language in which a lot's receipts are written."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from parkdesk.ui.widgets.completion import Completion

CURRENCIES = (
    *("AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS"),
    *("INR", "JPY", "KRW", "KWD", "MXN", "MYR", "NOK", "NZD", "PLN", "QAR", "RON", "SAR", "SEK", "SGD"),
    *("THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR"),
)
"""Offered while typing; any code of three letters is taken."""
LOCALES = (
    *("en_IN", "hi_IN", "ml_IN", "ta_IN", "kn_IN", "te_IN", "mr_IN", "bn_IN", "en_GB", "en_IE", "en_US"),
    *("en_CA", "en_AU", "en_NZ", "en_SG", "en_ZA", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_BE", "fr_CH"),
    *("nl_NL", "nl_BE", "it_IT", "es_ES", "es_MX", "pt_PT", "pt_BR", "pl_PL", "cs_CZ", "da_DK", "sv_SE"),
    *("nb_NO", "fi_FI", "tr_TR", "ar_AE", "ja_JP", "ko_KR"),
)


class CurrencyEdit(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(8)
        Completion(CURRENCIES, self)


class LocaleBox(QComboBox):
    """Languages by their names in the window's language, each with its country."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        for code, words in sorted(((code, self._words(code)) for code in LOCALES), key=lambda pair: pair[1]):
            self.addItem(words, code)

    @property
    def code(self) -> str:
        return str(self.currentData())

    def choose(self, code: str) -> None:
        """Also one that is not in the list: a lot file may bring any."""
        if self.findData(code) < 0:
            self.addItem(self._words(code), code)
        self.setCurrentIndex(self.findData(code))

    def _words(self, code: str) -> str:
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code).get_display_name(self._language) or code
        except (UnknownLocaleError, ValueError):
            return code
