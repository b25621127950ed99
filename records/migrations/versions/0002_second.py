"""The second schema: what came after the first stores were kept; each part stands in a file of its own."""

from records.migrations.second_administrations import add_administrations
from records.migrations.second_checklist import allow_taken_over
from records.migrations.second_disease import add_disease
from records.migrations.second_event_counts import add_event_counts
from records.migrations.second_events import add_event_answers
from records.migrations.second_form_drafts import add_form_drafts
from records.migrations.second_governance import add_governance
from records.migrations.second_grading import add_grading
from records.migrations.second_imports import add_imports
from records.migrations.second_labs import add_lab_imports
from records.migrations.second_moves import add_moves
from records.migrations.second_people import create_people
from records.migrations.second_response import add_response
from records.migrations.second_restart import add_restarts
from records.migrations.second_said import add_events_said
from records.migrations.second_signatures import add_signatures
from records.migrations.second_workstations import add_least_program

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """All parts, in an order in which none needs a later one."""
    allow_taken_over()
    add_restarts()
    add_grading()
    create_people()
    add_event_answers()
    add_lab_imports()
    add_signatures()
    add_administrations()
    add_response()
    add_least_program()
    add_form_drafts()
    add_governance()
    add_moves()
    add_events_said()
    add_disease()
    add_event_counts()
    add_imports()
