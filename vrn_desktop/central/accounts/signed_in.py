"""Somebody who works at the central office, as the pages know them."""

from dataclasses import dataclass

from vrn_desktop.central.accounts.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The person behind a request, with the roles they hold at this moment."""

    id: str
    name: str
    email: str
    roles: frozenset[Role]

    def holds(self, *roles: Role) -> bool:
        """Whether they hold one of these; with none named, everybody signed in does."""
        return not roles or not self.roles.isdisjoint(roles)
