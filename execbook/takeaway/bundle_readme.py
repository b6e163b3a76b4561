"""The README of a bundle, in both languages, and its requirements."""

from __future__ import annotations

from collections.abc import Mapping

README = """\
# {titles}

{address}

## 한국어

- `{folder_ko}/`: 예제 {examples}개입니다. 예제 하나가 파일 하나이며, 다른 파일 없이 혼자 실행됩니다.
- `notebooks/ko/`: 한국어 노트북 {notebooks}개입니다. `notebooks/en/`에는 같은 노트북이 영어로 있습니다.

파이썬 3.11, 3.12, 3.13 가운데 하나에 패키지를 설치하고 파일을 실행합니다.
`requirements.txt`에는 책의 결과를 만든 버전이 적혀 있습니다.

    python -m pip install -r requirements.txt
    python {first_ko}

파일이 온전한지는 이 폴더에서 `sha256sum -c SHA256SUMS`로 확인합니다.
맥에서는 `shasum -a 256 -c SHA256SUMS`를 씁니다.

코드는 MIT(`LICENSE`), 글과 그림은 CC BY 4.0(`LICENSE-docs`) 라이선스로 공개합니다.

## English

- `{folder_en}/`: {examples} examples. Each is one file and runs on its own, without any other.
- `notebooks/en/`: {notebooks} notebooks in English. `notebooks/ko/` has the same in Korean.

With Python 3.11, 3.12 or 3.13, install the packages and run a file.
`requirements.txt` names the versions that gave the book's results.

    python -m pip install -r requirements.txt
    python {first_en}

To see whether all files are whole, run `sha256sum -c SHA256SUMS` in this folder,
or on a Mac `shasum -a 256 -c SHA256SUMS`.

Code is under the MIT licence (`LICENSE`), text and figures under CC BY 4.0 (`LICENSE-docs`).
"""


def readme(
    titles: Mapping[str, str], address: str, files: Mapping[str, bytes], examples: Mapping[str, list[str]]
) -> str:
    """The README of a bundle. titles: its title in each language. address: root of the published site.

    examples: the files of the examples that readers of each language take.
    """
    notebooks = sum(name.startswith("notebooks/en/") for name in files)
    return README.format(
        titles=" · ".join(titles.values()),
        address=address,
        examples=len(examples["en"]),
        notebooks=notebooks,
        **{f"first_{language}": names[0] for language, names in examples.items()},
        **{f"folder_{language}": names[0].rsplit("/", 2)[0] for language, names in examples.items()},
    )


def requirements(versions: Mapping[str, str]) -> str:
    """A requirements.txt. versions: versions of the packages, and of Python, that the runs recorded."""
    return "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()) if name != "python")
