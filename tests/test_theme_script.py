"""The theme's script that this site brings is that of the installed theme, and lacks nothing that is used."""

from mkdocs.utils.yaml import yaml_load

from tools import make_script

SCRIPT = make_script.TARGET.read_text("utf-8")


def test_it_was_made_from_the_installed_theme():
    assert SCRIPT.startswith(make_script.heading()), "run `make script` and commit what it makes"


def test_no_feature_is_on_that_needs_what_was_left_out():
    with (make_script.ROOT / "mkdocs.yml").open("rb") as file:
        theme = yaml_load(file)["theme"]
    assert not {*theme["features"]} & {*make_script.FEATURES}
    assert not {"mermaid", "instant"} & {word for word in SCRIPT.split('"') if word.isalpha()}
