"""The parameters of API 2026-10-28.endive that the double takes; never more than the SDK of that version knows."""

from __future__ import annotations

from tests.stripe_double.forms import ANY, FLAG, TEXT, WHOLE

METADATA = {ANY: TEXT}
EXPAND = {"expand": [TEXT]}
_CREATED = {"gt": WHOLE, "gte": WHOLE, "lt": WHOLE, "lte": WHOLE}
LIST = {"limit": WHOLE, "starting_after": TEXT, "ending_before": TEXT, **EXPAND}
_DATED_LIST = {**LIST, "created": _CREATED}

_PRODUCT = {"name": TEXT, "description": TEXT, "metadata": METADATA, "tax_code": TEXT}
_PRICE = {
    "currency": TEXT,
    "unit_amount": WHOLE,
    "product": TEXT,
    "product_data": _PRODUCT,
    "tax_behavior": TEXT,
}

SESSION_CREATE = {
    "mode": TEXT,
    "client_reference_id": TEXT,
    "currency": TEXT,
    "line_items": [{"price_data": _PRICE, "price": TEXT, "quantity": WHOLE}],
    "expires_at": WHOLE,
    "success_url": TEXT,
    "cancel_url": TEXT,
    "ui_mode": TEXT,
    "submit_type": TEXT,
    "locale": TEXT,
    "metadata": METADATA,
    "customer_email": TEXT,
    "adaptive_pricing": {"enabled": FLAG},
    "allowed_payment_method_types": [TEXT],
    "excluded_payment_method_types": [TEXT],
    "payment_intent_data": {
        "metadata": METADATA,
        "description": TEXT,
        "capture_method": TEXT,
        "statement_descriptor": TEXT,
        "statement_descriptor_suffix": TEXT,
    },
    **EXPAND,
}
SESSION_LIST = {**_DATED_LIST, "payment_intent": TEXT, "status": TEXT}
INTENT_CREATE = {
    "amount": WHOLE,
    "currency": TEXT,
    "allowed_payment_method_types": [TEXT],
    "excluded_payment_method_types": [TEXT],
    "automatic_payment_methods": {"enabled": FLAG, "allow_redirects": TEXT},
    "capture_method": TEXT,
    "description": TEXT,
    "metadata": METADATA,
    "statement_descriptor": TEXT,
    "statement_descriptor_suffix": TEXT,
    **EXPAND,
}
INTENT_LIST = _DATED_LIST
INTENT_CANCEL = {"cancellation_reason": TEXT, **EXPAND}
REFUND_CREATE = {
    "payment_intent": TEXT,
    "charge": TEXT,
    "amount": WHOLE,
    "reason": TEXT,
    "metadata": METADATA,
    **EXPAND,
}
REFUND_LIST = {**_DATED_LIST, "payment_intent": TEXT, "charge": TEXT}
DISPUTE_LIST = REFUND_LIST
EVENT_LIST = {**_DATED_LIST, "type": TEXT, "types": [TEXT], "delivery_success": FLAG}
READER_CREATE = {
    "registration_code": TEXT,
    "label": TEXT,
    "location": TEXT,
    "metadata": METADATA,
    **EXPAND,
}
READER_LIST = {**LIST, "device_type": TEXT, "location": TEXT, "serial_number": TEXT, "status": TEXT}
READER_PROCESS = {
    "payment_intent": TEXT,
    "process_config": {
        "skip_tipping": FLAG,
        "enable_customer_cancellation": FLAG,
        "allow_redisplay": TEXT,
        "tipping": {"amount_eligible": WHOLE},
    },
    **EXPAND,
}
READER_PRESENT = {
    "type": TEXT,
    "amount_tip": WHOLE,
    "card_present": {"number": TEXT},
    **EXPAND,
}
LOCATION_LIST = LIST
