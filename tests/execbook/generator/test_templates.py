"""Templates for two engines: what MiniJinja has and Jinja2 lacks."""

from jinja2 import Environment

from execbook.generator.templates import on_env


def test_a_text_is_split_as_under_zensical():
    template = "{{ ('a/b.md' | split('/') | list)[1:] | join }} {{ 'a/b.md' | split('/') | first }}"
    assert on_env(Environment()).from_string(template).render() == "b.md a"
