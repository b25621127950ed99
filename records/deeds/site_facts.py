"""What the records are: with or without accounts, demo or not, protected, and which regimen files were approved."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.clinical_use import SiteFacts
from records.deeds.given import people_sign_in
from records.deeds.people import settings
from records.deeds.versions import withdrawn_files
from records.tables import ApprovalRow


def site_facts(session: Session, *, protected: bool) -> SiteFacts:
    """protected: the file is encrypted, or there is a server in the place of a file."""
    query = select(ApprovalRow.text_sha256).where(ApprovalRow.kind == "regimen", ~ApprovalRow.withdrawn)
    approved, withdrawn = frozenset(session.scalars(query)), frozenset(withdrawn_files(session))
    return SiteFacts(people_sign_in(session), settings(session).demo, protected, approved, withdrawn)
