"""Every way in which a clean folder is made bad, by the rule that must say so."""

from tests.check.mutations import closing, findable, form, life, links, notes, privacy
from tests.check.mutations.files import Mutation

MUTATIONS: tuple[Mutation, ...] = (
    *form.MUTATIONS,
    *closing.CLOSING,
    *closing.COLLABORATIONS,
    *notes.MUTATIONS,
    *closing.ROOT_CAUSES,
    *links.MUTATIONS,
    *privacy.MUTATIONS,
    *findable.MUTATIONS,
    *life.MUTATIONS,
)

WITHOUT: dict[str, str] = {}
"""The rules that no mutation of a record shows, with the reason."""
