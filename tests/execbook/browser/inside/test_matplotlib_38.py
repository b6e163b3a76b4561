"""The engine's drawing works with the Matplotlib of the runtime."""

FORMULA = r"""
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
image = ax.imshow([[0, 1], [2, 3]])
ax.set_title("number")
ax.set_xlabel(r"$\sigma(z)$")
fig.colorbar(image)
plt.show()
plt.plot([1, 2])
plt.title("number")
plt.show()
"""


def test_images_formulas_and_labels_are_drawn_and_labels_stay_english_in_the_structure(ask):
    expected = {"id": "a", "output": "", "figures": [], "tolerances": []}
    task = {"id": "a", "filename": "a.py", "source": FORMULA, "language": "ko", "labels": {"number": "수"}}
    found = ask("run.run", task | {"expected": expected})
    assert found["error"] == "" and len(found["figures"]) == 2
    assert all(">수<" in figure["svg"] for figure in found["figures"])
    again = ask("run.run", task | {"language": "en", "labels": {}})
    assert all(">number<" in figure["svg"] for figure in again["figures"])


def test_fonts_are_not_looked_for(ask):
    source = "import matplotlib.font_manager as m\nprint(len(m.fontManager.ttflist) > 10)\n"
    found = ask("run.run", {"id": "a", "filename": "a.py", "source": source})
    assert found["output"] == "True\n" and "font cache" not in found["errors"]
