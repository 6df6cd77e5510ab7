"""Changing a portfolio as a whole: one record for one organization, what may leave it, other names."""

from samenwerking.change.organization_merge import MergeConflict, merge_organizations
from samenwerking.change.organizations import Resemblance, distinguish_organizations, same_organizations
from samenwerking.change.pseudonyms import pseudonymize
from samenwerking.change.shareable import LEFT_OUT, public

__all__ = [
    "LEFT_OUT",
    "MergeConflict",
    "Resemblance",
    "distinguish_organizations",
    "merge_organizations",
    "pseudonymize",
    "public",
    "same_organizations",
]
