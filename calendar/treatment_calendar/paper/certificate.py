"""The self-test certificate: every worked example with what was expected and found, for the validation binder."""

from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.certificate_request import CertificateRequest, CertifiedFile
from treatment_calendar.paper.clinic_text import SIZE, StaffText
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import BLACK, LINE, Rule, Sheet
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import words_of

MOST_PERSON, MOST_SITE, SHORT_HASH, MOST_FOUND = 120, 120, 12, 300
_words = StaffText("certificate")


def certificate(request: CertificateRequest) -> bytes:
    """The PDF."""
    return paint(certificate_sheets(request), _words("title"), "en")


def certificate_sheets(request: CertificateRequest) -> list[Sheet]:
    """The pages as things to draw."""
    page_look = look(request.paper, SIZE, landscape=False)
    footer = _footer(request)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look))
    pager.turn()
    _put(pager, _summary(request), "")
    _put(pager, _files(request), _words("files"))
    _put(pager, _profiles(request), _words("profiles"))
    _put(pager, [Para(_words("kept"), SIZE, small=True), Para(_words("signed"), SIZE, before=14, small=True)], "")
    for file in request.files:
        _put(pager, _examples(file), _file_title(file))
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _user(text: str, most: int = 400) -> str:
    """A text of a file or a keyboard."""
    return clean(text.strip(), most).text


def _moment(request: CertificateRequest) -> str:
    words = words_of("en", request.date_style, "comma")
    zone = f" (UTC{request.run_at:%z})" if request.run_at.tzinfo else ""
    return words("date.at", date=words.date_text(request.run_at.date()), time=f"{request.run_at:%H:%M}") + zone


def _file_title(file: CertifiedFile) -> str:
    return _words("file", title=_user(file.title), id=file.id, version=_user(file.version))


def _summary(request: CertificateRequest) -> list[Para]:
    run = sum(len(file.results) for file in request.files)
    failed = sum(file.failed for file in request.files)
    verdict = _words("failed", failed=failed, run=run) if failed else _words("passed", run=run)
    lines = [
        _words("ran", person=_user(request.run_by, MOST_PERSON), moment=_moment(request)),
        _words("program", program=request.program_version, engine=request.engine_version),
    ]
    if request.site_name.strip():
        lines.insert(0, _words("site", name=_user(request.site_name, MOST_SITE)))
    return [
        Para(verdict, SIZE + 2.5, "bold", small=True),
        *(Para(line, SIZE, before=1, small=True) for line in lines),
        Para(_words("what"), SIZE, before=3, small=True),
    ]


def _files(request: CertificateRequest) -> list[Para]:
    paras = []
    for file in request.files:
        run = len(file.results)
        figures = sum(result.compared for result in file.results)
        state = (
            _words("file_failed", failed=file.failed, run=run)
            if file.failed
            else _words("file_passed", run=run, figures=figures)
        )
        paras += [
            Para(_file_title(file), SIZE, "bold", before=3, small=True),
            Para(f"{state} · {_words('origin_shipped' if file.shipped else 'origin_own')}", SIZE, indent=8, small=True),
            Para(_words("hash", hash=file.sha256), SIZE - 1, indent=8, small=True),
        ]
    return paras


def _profiles(request: CertificateRequest) -> list[Para]:
    return [
        Para(
            _words("profile", title=_user(one.title), id=one.id, version=_user(one.version), hash=one.sha256),
            SIZE - 1, before=1, small=True,
        )
        for one in request.profiles
    ]  # fmt: skip


def _examples(file: CertifiedFile) -> list[Para]:
    paras = [Para(_words("hash", hash=file.sha256), SIZE - 1, small=True)]
    for result in file.results:
        state = "example_passed" if result.passed else "example_failed"
        practice = _words("example_practice", id=result.practice_id) if result.practice_id else ""
        paras += [
            Para(_words("example", title=_user(result.title)), SIZE, "bold", before=5, small=True),
            Para(
                _words(state, practice=practice, count=result.compared),
                SIZE, "regular" if result.passed else "bold", indent=8, small=True,
            ),
        ]  # fmt: skip
        for one in result.findings:
            plain = "finding_none" if one.path == "no_alerts" else "finding"
            says = _words(
                plain if one.met else "finding_different",
                path=_user(one.path), expected=_user(one.expected), found=_user(one.found, MOST_FOUND),
            )  # fmt: skip
            paras.append(Para(says, SIZE - 1, "regular" if one.met else "bold", "bullet", indent=8, small=True))
    return paras


def _put(pager: Pager, paras: list[Para], title: str) -> None:
    """A titled run of paragraphs; what is in bold stays with what follows it."""
    room, left = pager.look.room, pager.look.left
    head = lay([Para(title, SIZE + 2, "bold", small=True)] if title else [], room)
    pager.need(head.height + lay(paras[:3], room).height + 2 * GAP)
    if title:
        pager.y += GAP
        pager.sheet.shapes.append(Rule(left, pager.y, left + room, pager.y, line=0.6, grey=LINE))
        pager.y = place(pager.sheet, head, left, pager.y + 2)
    for number, para in enumerate(paras):
        block = lay([para], room)
        follows = lay(paras[number + 1 : number + 3], room).height if para.face == "bold" and not para.mark else 0.0
        pager.need(para.before + block.height + follows)
        pager.y = place(pager.sheet, block, left, pager.y + para.before)
    pager.y += GAP


def _head(sheet: Sheet, request: CertificateRequest, page_look: Look) -> float:
    paras = [Para(_words("title"), SIZE + 5, "bold", small=True)]
    y = place(sheet, lay(paras, page_look.room), page_look.left, MARGIN - 2) + 3
    sheet.shapes.append(Rule(page_look.left, y, page_look.left + page_look.room, y, line=2.0, grey=BLACK))
    return y + GAP


def _footer(request: CertificateRequest) -> Footer:
    person = _user(request.run_by, MOST_PERSON)
    return Footer(
        state="",
        revision=_words("title"),
        lines=(
            _words("footer_program", program=request.program_version, engine=request.engine_version),
            _words("footer_printed", moment=_moment(request), person=person),
            *(
                f"{file.id} {_user(file.version)} {file.sha256[:SHORT_HASH]}"
                for file in request.files[: 1 if len(request.files) == 1 else 0]
            ),
            *([_words("footer_files", count=len(request.files))] if len(request.files) > 1 else []),
        ),
        code_line=_words("footer_check"),
        page=lambda page, pages: _words("footer_page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1T", request.engine_version, 1, check),
        facts=tuple(file.sha256 for file in request.files) + tuple(one.sha256 for one in request.profiles),
    )
