"""What pages need to know of the examples that run in browsers."""

from dataclasses import replace

from execbook.book import Book
from execbook.book.states import state_of_example
from execbook.browser import offers
from execbook.browser.offers import Offer, Offers
from execbook.project import Project
from tests.execbook.booklet import make_booklet

RELU = Offer("key 1", {"ko": "k.json", "en": "e.json"}, ["numpy"], 8_800_000)
OFFERS = Offers("run/1", {"a/relu": RELU}, {"a": RELU}, {"a/keras": {"ko": "텐서플로", "en": "TensorFlow"}})


def test_they_are_kept_from_the_build_to_its_pages(tmp_path):
    project = Project(tmp_path)
    assert offers.load(project) == Offers()
    offers.save(project, OFFERS)
    assert offers.load(project) == OFFERS


def test_an_offer_counts_for_the_record_that_it_was_made_for():
    assert OFFERS.example("a/relu", "key 1") == RELU
    assert OFFERS.example("a/relu", "key 2") is None
    assert OFFERS.example("a/keras", "key 1") is None


def test_the_list_of_examples_says_which_run_and_why_others_do_not():
    assert OFFERS.entry("a/relu") == {"runs": True, "megabytes": 8.8}
    assert OFFERS.entry("a/keras") == {"runs": False, "why": {"ko": "텐서플로", "en": "TensorFlow"}}
    assert OFFERS.entry("a/unknown") is None


def test_a_page_is_made_again_when_the_offer_of_its_example_changes(tmp_path):
    project = make_booklet(tmp_path)
    offer = replace(RELU, of=Book(project).run("a/logistic").record.key)
    found = []
    for made in (
        Offers(),
        Offers("run/1", {"a/logistic": offer}),
        Offers("run/2", {"a/logistic": offer}),
        Offers("run/2", {"a/logistic": replace(offer, bytes=1)}),
        Offers("run/2", {}, {}, {"a/logistic": {"en": "a reason"}}),
    ):
        offers.save(project, made)
        found.append(state_of_example(Book(project), "a/logistic"))
    assert len(set(found)) == 5
    other = state_of_example(Book(project), "a/slopes")
    offers.save(project, Offers("run/3", {"a/logistic": offer}))
    assert state_of_example(Book(project), "a/slopes") == other
