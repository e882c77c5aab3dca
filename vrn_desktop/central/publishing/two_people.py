"""Who may do what to a release: never the same person both parts, whatever roles they hold."""

from dataclasses import dataclass

_LONGEST_TEXT = 2000


class PublishingRuleError(Exception):
    """What was asked for is against the rules of publication; the sentence says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Somebody who takes part in a publication, with what their roles let them do now."""

    id: str
    name: str
    may_draft: bool
    may_publish: bool

    def refuse_unless_statistician(self) -> None:
        """Raise PublishingRuleError unless they may draft."""
        if not self.may_draft:
            raise PublishingRuleError("Only people with the role Statistician draft releases.")

    def refuse_unless_other_publisher(self, drafter_id: str) -> None:
        """Raise PublishingRuleError unless they may decide on this draft."""
        if not self.may_publish:
            raise PublishingRuleError("Only people with the role Publisher decide on drafts.")
        if self.id == drafter_id:
            raise PublishingRuleError(
                "You made this draft. Another person with the role Publisher has to decide."
            )


def plain_text(text: str) -> str:
    """A note or a reason: one paragraph, without control characters, at most 2,000 characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_TEXT]
