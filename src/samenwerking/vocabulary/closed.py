"""Closed lists: values on which rules and tables depend, so that a document cannot add to them.

Each value has a Dutch and an English label and a definition in ``data/closed.json``; open lists, to
which a document may add its own codes, are in :mod:`samenwerking.vocabulary.codes`.
"""

from enum import StrEnum

from samenwerking.vocabulary.bilingual import Bilingual, Language
from samenwerking.vocabulary.data import load


class ClosedList(StrEnum):
    """Base of the closed lists: a string with a label and a definition in both languages."""

    @classmethod
    def list_name(cls) -> str:
        """Return the key of this list in the data file.

        Returns:
            The class name in kebab-case.

        Example:
            >>> GoalKind.list_name()
            'goal-kind'
        """
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("-")

    def _texts(self) -> dict[str, str]:
        texts: dict[str, str] = load("closed")[self.list_name()]["values"][self.value]
        return texts

    @property
    def labels(self) -> Bilingual:
        """The label in both languages."""
        texts = self._texts()
        return Bilingual(texts["nl"], texts["en"])

    def label(self, language: Language) -> str:
        """Return what people read instead of the value.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The label in that language.

        Example:
            >>> Severity.ERROR.label("nl")
            'knelpunt'
        """
        return self.labels.get(language)

    def definition(self, language: Language) -> str:
        """Return what the value means.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The definition in that language; empty where the label says it all.

        Example:
            >>> Direction.AT_MOST.definition("en")
            'The value must not exceed the target, such as ammonia that must fall.'
        """
        texts = self._texts()
        return Bilingual(texts.get("definition_nl", ""), texts.get("definition_en", "")).get(language)


class Mark(ClosedList):
    """Where a statement of the library comes from."""

    SEED = "seed"
    READING = "reading"
    THEORY = "theory"
    OWN = "own"


class Severity(ClosedList):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    NOTE = "note"

    def plural(self, language: Language) -> str:
        """Return the word for several of them.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The plural in that language.

        Example:
            >>> Severity.ERROR.plural("nl")
            'knelpunten'
        """
        texts = self._texts()
        return Bilingual(texts["plural_nl"], texts["plural_en"]).get(language)


class FindingKind(ClosedList):
    """What a finding is: something seen, something to ask, or something to know."""

    FINDING = "finding"
    QUESTION = "question"
    NOTE = "note"


class Outcome(ClosedList):
    """What came of holding one rule against one subject."""

    PASSED = "passed"
    FAILED = "failed"
    OPEN = "open"
    UNKNOWN = "unknown"
    LATER = "later"
    NOT_APPLICABLE = "not-applicable"


class Respondent(ClosedList):
    """Who must answer a question."""

    PARTY = "party"
    DIRECTOR = "director"
    ADMINISTRATORS = "administrators"
    ALL = "all"


class Need(ClosedList):
    """How much a form needs a fact on the canvas (the letters R, W, A and - of the table)."""

    REQUIRED = "required"
    EXPECTED = "expected"
    OPTIONAL = "optional"
    NOT_APPLICABLE = "not-applicable"


class Form(ClosedList):
    """The five forms of collaboration, stored flat; the type is looked up in the reading."""

    TRANSACTION_DISTANT = "transaction-distant"
    TRANSACTION_DEEP = "transaction-deep"
    SHARED_GOAL = "shared-goal"
    NETWORK_PREFERRED = "network-preferred"
    NETWORK_PLATFORM = "network-platform"


class Gear(ClosedList):
    """The four gears of the gearbox, in order: kan, klopt, werkt, levert."""

    KAN = "kan"
    KLOPT = "klopt"
    WERKT = "werkt"
    LEVERT = "levert"

    @property
    def order(self) -> int:
        """The place in the gearbox, 1 to 4."""
        return list(Gear).index(self) + 1


class CanvasTopic(ClosedList):
    """The nine topics of the canvas, in the order of the gearbox."""

    GOALS = "goals"
    PARTIES = "parties"
    STEP_BACK = "step-back"
    TYPE = "type"
    SET_UP = "set-up"
    RESOURCES = "resources"
    QUALITY = "quality"
    STATUS = "status"
    END_RESULT = "end-result"

    @property
    def gear(self) -> Gear:
        """The gear in which it is settled; of the step back the one it is taken from."""
        return Gear(self._texts()["gear"])


class GoalKind(ClosedList):
    """Whose goal it is and what for."""

    SHARED = "shared"
    OWN = "own"
    CONTEXT = "context"
    DELIVERABLE = "deliverable"


class GoalLinkKind(ClosedList):
    """How one goal bears on another."""

    PART_OF = "part-of"
    SUPPORTS = "supports"
    DEPENDS_ON = "depends-on"
    CONFLICTS_WITH = "conflicts-with"


class GoalState(ClosedList):
    """State of realization of a goal."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    DONE = "done"
    STOPPED = "stopped"


class Direction(ClosedList):
    """Which way an indicator must go."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"


class OrganizationKind(ClosedList):
    """What sort of body can be a party."""

    ORGANIZATION = "organization"
    GROUP = "group"
    PROGRAMME = "programme"
    PERSON = "person"
    INITIATIVE = "initiative"


class Ownership(ClosedList):
    """Whether an organization is public or private."""

    PUBLIC = "public"
    PRIVATE = "private"


class Confidence(ClosedList):
    """How firmly a source carries a statement."""

    STATED = "stated"
    REPORTED = "reported"
    INFERRED = "inferred"


class MembershipEventKind(ClosedList):
    """Steps in an organization's standing in the coalition."""

    APPLIED = "applied"
    ANNOUNCED = "announced"
    APPROVED = "approved"
    SIGNED = "signed"
    ENDED = "ended"


class MandateBasis(ClosedList):
    """On what a representative's say rests."""

    OWN_NAME = "own-name"
    OFFICE = "office"
    MANDATE = "mandate"


class ObligationKind(ClosedList):
    """What one party owes another."""

    PERFORMANCE = "performance"
    PAYMENT = "payment"
    COOPERATION = "cooperation"
    CONDUCT = "conduct"
    REPORTING = "reporting"


class DecisionRule(ClosedList):
    """How joint decisions are taken."""

    CLIENT = "client"
    UNANIMITY = "unanimity"
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    LEAD = "lead"
    NONE = "none"


class DecisionKind(ClosedList):
    """What a recorded decision is about."""

    SHIFT_UP = "shift-up"
    SHIFT_DOWN = "shift-down"
    STEP_BACK = "step-back"
    EXTEND = "extend"
    CONVERT = "convert"
    CLOSE = "close"
    OTHER = "other"


class DecisionOutcome(ClosedList):
    """What was decided on going on."""

    GO = "go"
    GO_IF = "go-if"
    NO_GO = "no-go"


class StepBackOutcome(ClosedList):
    """The four ways a step back can end."""

    STOP = "stop"
    ALTERNATIVE = "alternative"
    RETURN = "return"
    SPLIT_OFF = "split-off"


class GovernanceMode(ClosedList):
    """How a network is steered."""

    SHARED = "shared"
    LEAD_ORGANIZATION = "lead-organization"
    ADMINISTRATIVE_ORGANIZATION = "administrative-organization"


class Trust(ClosedList):
    """How much trust there is among the parties of a network."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class ConflictStep(ClosedList):
    """Steps in settling a dispute, lightest first."""

    INTERNAL = "internal"
    MEDIATION = "mediation"
    ARBITRATION = "arbitration"
    COURT = "court"


class FundingStatus(ClosedList):
    """How sure a share of the funding is."""

    IN_TALKS = "in-talks"
    PLEDGED = "pledged"
    RECEIVED = "received"


class EvaluationKind(ClosedList):
    """What an evaluation looks at."""

    CONTENT = "content"
    COLLABORATION = "collaboration"
    BOTH = "both"


class StakeholderTreatment(ClosedList):
    """What was agreed about a stakeholder that is not a party."""

    INFORMED = "informed"
    CONSULTED = "consulted"
    REPRESENTED = "represented"
    LEFT_OUT = "left-out"


class CodeList(ClosedList):
    """The open code lists: their names are closed, their codes are not."""

    SECTOR = "sector"
    ROLE = "role"
    CONTRIBUTION_KIND = "contribution-kind"
    BENEFIT_KIND = "benefit-kind"
    INSTRUMENT = "instrument"
    LEGAL_FORM = "legal-form"
    PRICE_MODEL = "price-model"
    DOMAIN = "domain"
    THEME = "theme"
    PRIORITY = "priority"
    PRESSURE_FACTOR = "pressure-factor"
    HABITAT = "habitat"
    AUDIENCE = "audience"
    WORKING_GROUP = "working-group"
    FREQUENCY = "frequency"
    AREA_KIND = "area-kind"
    IDENTIFIER_SCHEME = "identifier-scheme"
    ABSTENTION = "abstention"
    COUNT = "count"
