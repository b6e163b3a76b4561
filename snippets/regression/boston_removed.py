"""Why old examples stop at load_boston: the message that scikit-learn left."""

from sklearn import datasets

try:
    datasets.load_boston()
except ImportError as error:
    message = str(error).strip()
else:
    raise AssertionError("load_boston is back")

# The message is long: the first two paragraphs give the reason
summary, reason = message.split("\n\n")[:2]
print(f"ImportError: {summary}")
print()
print(reason)
assert "ethical problem" in reason
