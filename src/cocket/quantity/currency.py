"""ISO 4217: the currencies in use and how many decimals each has."""

from typing import Final

from cocket.quantity.decimals import shown
from cocket.quantity.errors import QuantityError
from cocket.quantity.faults import wrong

_CODES = """\
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR
PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF
XPF YER ZAR ZMW ZWG
"""
_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"

CURRENCIES: Final = frozenset(_CODES.split())
"""Codes of the currencies in use, without funds, metals and test codes."""


def minor_digits(currency: str) -> int:
    """Decimals of the currency: 2 for CNY, 0 for JPY; raises QuantityError for a code that is none."""
    if currency not in CURRENCIES:
        near = currency.strip().upper()
        if near in CURRENCIES:
            raise QuantityError(*wrong("currency_near", text=shown(currency), near=near))
        raise QuantityError(*wrong("currency", text=shown(currency)))
    if currency in _NO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2
