"""What one file sets in the packages, the next does not find."""

SET = """\
import random, warnings, os, sys
import numpy as np
import pandas as pd
import sklearn
import matplotlib.pyplot as plt
np.seterr(all="raise")
pd.set_option("display.precision", 1)
sklearn.set_config(assume_finite=True)
plt.rcParams["lines.linewidth"] = 9
plt.figure()
warnings.simplefilter("error")
os.environ["LEFT"] = "1"
sys.path.append("/left")
"""
LOOK = """\
import warnings, os, sys
import numpy as np
import pandas as pd
import sklearn
import matplotlib.pyplot as plt
print(np.geterr()["divide"], pd.get_option("display.precision"), sklearn.get_config()["assume_finite"])
print(plt.rcParams["lines.linewidth"], plt.get_fignums(), "LEFT" in os.environ, "/left" in sys.path)
warnings.warn("heard")
"""


def test_the_next_file_finds_everything_as_it_was(ask):
    def run(source):
        return ask("run.run", {"id": "a", "filename": "a.py", "source": source})

    assert "drawn but never shown" in run(SET)["error"]
    found = run(LOOK)
    assert found["error"] == ""
    assert found["output"] == "warn 6 False\n1.5 [] False False\n"
    assert "heard" in found["errors"]


def test_pandas_is_restored_where_matplotlib_is_not_there(new_ask):
    source = "import pandas as pd\npd.set_option('display.precision', 1)\nprint(pd.Series([0.125]))\n"
    for number in range(2):
        found = new_ask("run.run", {"id": "a", "filename": "a.py", "source": source})
        assert found.get("fatal") is None and "0.1\n" in found["output"], number
