"""Words for people that rooms without a language say in English, and faces say again in the reader's language."""

from cocket.wording.phrase import Faults, Phrase, Phrases

__all__ = ["Faults", "Phrase", "Phrases"]
