"""Which view and presenter belong to which page, and under which place of the rail it stands."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from assessor_app.gui.desk import Desk, Page, Presenter
from assessor_app.gui.shell.rail import Place

PLACES = (
    Place(id=Page.TODAY.value, label="Today", icon="sun", shortcut="Alt+1"),
    Place(id=Page.CANDIDATES.value, label="Candidates", icon="users", shortcut="Alt+2"),
    Place(id=Page.SIGN_OFF_LIST.value, label="Sign-off", icon="signature", shortcut="Alt+3"),
    Place(id=Page.SEARCH.value, label="Search", icon="search", shortcut="Alt+4"),
    Place(id=Page.SYNC.value, label="Sync", icon="refresh-cw", shortcut="Alt+5"),
    Place(id=Page.UNITS.value, label="Units", icon="library", shortcut="Alt+6", below=True),
    Place(id=Page.SETTINGS.value, label="Settings", icon="settings", shortcut="Alt+8", below=True),
)

CENTRE_PLACES = (
    Place(id=Page.CENTRE.value, label="Exchange", icon="inbox", shortcut="Alt+1"),
    Place(id=Page.SETTINGS.value, label="Settings", icon="settings", shortcut="Alt+8", below=True),
)

PLACE_OF = {
    Page.TODAY: Page.TODAY,
    Page.CANDIDATES: Page.CANDIDATES,
    Page.CANDIDATE: Page.CANDIDATES,
    Page.CANDIDATE_FORM: Page.CANDIDATES,
    Page.OBSERVATION: Page.CANDIDATES,
    Page.UNIT_RECORD: Page.CANDIDATES,
    Page.SIGN_OFF_LIST: Page.SIGN_OFF_LIST,
    Page.SIGN_OFF: Page.SIGN_OFF_LIST,
    Page.HAND_OVER: Page.SIGN_OFF_LIST,
    Page.PREVIEW: Page.SIGN_OFF_LIST,
    Page.SEARCH: Page.SEARCH,
    Page.SYNC: Page.SYNC,
    Page.CENTRE: Page.CENTRE,
    Page.UNITS: Page.UNITS,
    Page.UNIT_PROOF: Page.UNITS,
    Page.SETTINGS: Page.SETTINGS,
    Page.EVENT_LOG: Page.SETTINGS,
}


def make_page(
    page: Page,
    desk: Desk,
    *,
    lock: Callable[[], None],
    restore: Callable[[Path], None],
    salvage: Callable[[], None],
) -> tuple[QWidget, Presenter]:
    """A page's view and presenter, imported when the page is first gone to: start-up pays for none of them.

    A view's focus proxy is where the caret goes when the page is shown.
    """
    match page:
        case Page.TODAY:
            from assessor_app.gui.pages.today.presenter import TodayPresenter
            from assessor_app.gui.pages.today.view import TodayView

            today = TodayView()
            return today, TodayPresenter(today, desk)
        case Page.CANDIDATES:
            from assessor_app.gui.pages.candidates.presenter import CandidatesPresenter
            from assessor_app.gui.pages.candidates.view import CandidatesView

            candidates = CandidatesView()
            candidates.setFocusProxy(candidates.view)
            return candidates, CandidatesPresenter(candidates, desk)
        case Page.CANDIDATE:
            from assessor_app.gui.pages.candidate.presenter import CandidatePresenter
            from assessor_app.gui.pages.candidate.view import CandidateView

            candidate = CandidateView()
            return candidate, CandidatePresenter(candidate, desk)
        case Page.CANDIDATE_FORM:
            from assessor_app.gui.pages.candidate.form import CandidateForm
            from assessor_app.gui.pages.candidate.form_presenter import CandidateFormPresenter

            form = CandidateForm()
            form.setFocusProxy(form.fields["name"].editor)
            return form, CandidateFormPresenter(form, desk)
        case Page.OBSERVATION:
            from assessor_app.gui.pages.observation.presenter import ObservationPresenter
            from assessor_app.gui.pages.observation.view import ObservationView

            observation = ObservationView()
            observation.setFocusProxy(observation.narrative)
            return observation, ObservationPresenter(observation, desk)
        case Page.UNIT_RECORD:
            from assessor_app.gui.pages.unit_record.presenter import UnitRecordPresenter
            from assessor_app.gui.pages.unit_record.view import UnitRecordView

            unit_record = UnitRecordView()
            unit_record.setFocusProxy(unit_record.grid)
            return unit_record, UnitRecordPresenter(unit_record, desk)
        case Page.SIGN_OFF_LIST:
            from assessor_app.gui.pages.sign_off_list.presenter import SignOffListPresenter
            from assessor_app.gui.pages.sign_off_list.view import SignOffListView

            sign_off_list = SignOffListView()
            return sign_off_list, SignOffListPresenter(sign_off_list, desk)
        case Page.SIGN_OFF:
            from assessor_app.gui.pages.sign_off.presenter import SignOffPresenter
            from assessor_app.gui.pages.sign_off.view import SignOffView

            sign_off = SignOffView()
            return sign_off, SignOffPresenter(sign_off, desk)
        case Page.HAND_OVER:
            from assessor_app.gui.pages.hand_over.presenter import HandOverPresenter
            from assessor_app.gui.pages.hand_over.view import HandOverView

            hand_over = HandOverView()
            return hand_over, HandOverPresenter(hand_over, desk)
        case Page.PREVIEW:
            from assessor_app.gui.pages.preview.presenter import PreviewPresenter
            from assessor_app.gui.pages.preview.view import PreviewView

            preview = PreviewView()
            return preview, PreviewPresenter(preview, desk)
        case Page.SEARCH:
            from assessor_app.gui.pages.search.presenter import SearchPresenter
            from assessor_app.gui.pages.search.view import SearchView

            search = SearchView()
            return search, SearchPresenter(search, desk)
        case Page.SYNC:
            from assessor_app.gui.pages.sync.presenter import SyncPresenter
            from assessor_app.gui.pages.sync.view import SyncView

            sync = SyncView()
            return sync, SyncPresenter(sync, desk)
        case Page.CENTRE:
            from assessor_app.gui.pages.centre.presenter import CentrePresenter
            from assessor_app.gui.pages.centre.view import CentreView

            centre = CentreView()
            return centre, CentrePresenter(centre, desk)
        case Page.UNITS:
            from assessor_app.gui.pages.units.presenter import UnitsPresenter
            from assessor_app.gui.pages.units.view import UnitsView

            units = UnitsView()
            units.setFocusProxy(units.view)
            return units, UnitsPresenter(units, desk)
        case Page.UNIT_PROOF:
            from assessor_app.gui.pages.unit_proof.presenter import UnitProofPresenter
            from assessor_app.gui.pages.unit_proof.view import UnitProofView

            unit_proof = UnitProofView()
            return unit_proof, UnitProofPresenter(unit_proof, desk)
        case Page.EVENT_LOG:
            from assessor_app.gui.pages.event_log.presenter import EventLogPresenter
            from assessor_app.gui.pages.event_log.view import EventLogView

            event_log = EventLogView()
            event_log.setFocusProxy(event_log.find_field.editor)
            return event_log, EventLogPresenter(event_log, desk)
        case Page.SETTINGS:
            from assessor_app.gui.pages.settings.presenter import SettingsPresenter
            from assessor_app.gui.pages.settings.view import SettingsView

            settings = SettingsView()
            return settings, SettingsPresenter(settings, desk, lock=lock, restore=restore, salvage=salvage)
