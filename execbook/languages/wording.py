"""The texts that the engine itself adds to a page, in all languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """One language's texts; `{}` is a placeholder."""

    example: str
    output: str
    part: str
    download: str
    permalink: str
    here: str
    once: str
    not_here: str
    solve: str
    plumbing: str
    formula: str
    lines: str
    date: str
    run: str
    textbook: tuple[str, ...]
    agrees: str
    downloads: tuple[str, ...]
    whole_book: str
    offline: str
    sibling: str
    behind: str
    ahead: str
    enlarge: str
    table: str
    csv: str
    more_tables: str
    moved: str
    held: Mapping[str, str]
    spread: tuple[str, ...]


WORDINGS: Mapping[str, Wording] = {
    "ko": Wording(
        example="예제 {}",
        output="출력",
        part="일부만 복사",
        download="내려받기",
        permalink="이 예제의 주소",
        here="여기에서 실행",
        once="{} MB를 처음 한 번 내려받습니다",
        not_here="브라우저에서는 실행되지 않습니다: {}",
        solve="여기에서 풀기",
        plumbing="준비하는 코드",
        formula="수식",
        lines="{}–{}행",
        date="{year}년 {month}월 {day}일",
        run="{date} 실행 · {seconds}초 · {versions}",
        textbook=("무엇", "책", "지금", "비교", "예제"),
        agrees="같습니다",
        downloads=("장", "파일"),
        whole_book="책 전체",
        offline="사이트 전체. 압축을 풀고 index.html을 열면 인터넷 없이 읽고 검색할 수 있습니다",
        sibling="영어판",
        behind="이 절은 아직 {}의 새 내용을 담지 못했습니다.",
        ahead="이 절의 {}에는 아직 이 내용이 모두 담겨 있지 않습니다.",
        enlarge="크게 보기",
        table="표로 보기",
        csv="모든 점 내려받기(CSV)",
        more_tables="나머지는 CSV 파일에 있습니다.",
        moved="페이지의 주소가 바뀌었습니다.",
        held={
            "seed": "시드 {tried}개 중 {held}개에서 성립",
            "split": "분할 {tried}가지 중 {held}가지에서 성립",
            "order": "배치 순서 {tried}가지 중 {held}가지에서 성립",
            "processor": "프로세서 설정 {tried}가지 중 {held}가지에서 성립",
        },
        spread=("값", "최솟값", "중앙값", "최댓값"),
    ),
    "en": Wording(
        example="Example {}",
        output="Output",
        part="Copy a part",
        download="Download",
        permalink="Link to this example",
        here="Run it here",
        once="{} MB to download, once",
        not_here="does not run in the browser: {}",
        solve="Solve it here",
        plumbing="Code that prepares the exercises",
        formula="Formula",
        lines="lines {}–{}",
        date="{day} {month_name} {year}",
        run="Run on {date} · {seconds} s · {versions}",
        textbook=("What", "Book", "Today", "Compared", "Example"),
        agrees="the same",
        downloads=("Part", "File"),
        whole_book="The whole book",
        offline="The whole site: unpack it and open index.html to read and search it offline",
        sibling="Korean version",
        behind="This section has not yet caught up with the {}.",
        ahead="The {} of this section has not yet caught up with it.",
        enlarge="Enlarge",
        table="As a table",
        csv="Download all points (CSV)",
        more_tables="The rest is in the CSV file.",
        moved="This page has moved",
        held={
            "seed": "held with {held} of {tried} seeds",
            "split": "held with {held} of {tried} splits",
            "order": "held with {held} of {tried} orders of the batches",
            "processor": "held with {held} of {tried} processor settings",
        },
        spread=("Value", "Lowest", "Median", "Highest"),
    ),
}


def run_line(language: str, ran_at: str, seconds: float, versions: str) -> str:
    """When and how a snippet ran. ran_at: ISO 8601. Seconds have one decimal and are at least 0.1."""
    words = WORDINGS[language]
    day = datetime.fromisoformat(ran_at)
    date = words.date.format(year=day.year, month=day.month, month_name=MONTHS[day.month - 1], day=day.day)
    return words.run.format(date=date, seconds=f"{max(seconds, 0.1):.1f}", versions=versions)
