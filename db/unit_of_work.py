"""Everything one use case may touch, inside one transaction."""

from db.audit_trail import AuditTrail
from db.record_access import RecordAccess
from db.repositories.aftertalk import SqlAftertalk
from db.repositories.agreements import SqlAgreements
from db.repositories.counts import SqlCounts
from db.repositories.directory import SqlDirectory
from db.repositories.escalations import SqlEscalations
from db.repositories.follow_ups import SqlFollowUps
from db.repositories.letters import SqlLetters
from db.repositories.level_decisions import SqlLevelDecisions
from db.repositories.own_goals import SqlOwnGoals
from db.repositories.referrals import SqlReferrals
from db.repositories.safe_contacts import SqlSafeContacts
from db.repositories.screenings import SqlScreenings
from db.repositories.signposts import SqlSignposts
from db.repositories.unmet_needs import SqlContactsPutRight, SqlUnmetNeeds
from db.repositories.workplaces import SqlWorkplaces
from db.repositories.young_people import SqlYoungPeople
from vrn_desktop.domain.audit_entry import Act


class SqlUnitOfWork:
    """Implements `UnitOfWork` (application/ports/store.py)."""

    def __init__(self, access: RecordAccess, trail: AuditTrail) -> None:
        self.young_people = SqlYoungPeople(access)
        self.screenings = SqlScreenings(access)
        self.agreements = SqlAgreements(access)
        self.escalations = SqlEscalations(access)
        self.levels = SqlLevelDecisions(access)
        self.signposts = SqlSignposts(access)
        self.safe_contacts = SqlSafeContacts(access)
        self.letters = SqlLetters(access)
        self.follow_ups = SqlFollowUps(access)
        self.aftertalk = SqlAftertalk(access)
        self.workplaces = SqlWorkplaces(access)
        self.referrals = SqlReferrals(access)
        self.own_goals = SqlOwnGoals(access)
        self.unmet_needs = SqlUnmetNeeds(access)
        self.contacts_put_right = SqlContactsPutRight(access)
        self.directory = SqlDirectory(access)
        self.counts = SqlCounts(access)
        self.change_number = 0
        self._trail = trail

    def note(self, act: Act, subject: str) -> None:
        """A further audit entry in the same transaction."""
        self._trail.append(act, subject, change=self.change_number)
