"""Which file names ModelCheckpoint takes, and what it says to the others."""

from textwrap import fill

from tensorflow.keras.callbacks import ModelCheckpoint

MODEL = (
    "The filepath provided must end in `.keras` (Keras model format). "
    "Received: filepath={}"
)
WEIGHTS = (
    "When using `save_weights_only=True` in `ModelCheckpoint`, the filepath "
    "provided must end in `.weights.h5` (Keras weights format). "
    "Received: filepath={}"
)
PERIOD = "ModelCheckpoint.__init__() got an unexpected keyword argument 'period'"
attempts = [
    ("best.keras", {}, None),
    ("{epoch:02d}-{val_loss:.2f}.keras", {}, None),
    ("best.weights.h5", {"save_weights_only": True}, None),
    ("best.weights.h5", {}, None),  # a whole model under the name of weights
    ("best", {}, MODEL),
    ("best.ckpt", {"save_weights_only": True}, WEIGHTS),
    ("best.h5", {"save_weights_only": True}, WEIGHTS),
    ("best.keras", {"period": 5}, PERIOD),
]
for name, options, expected in attempts:
    said = None
    try:
        ModelCheckpoint(name, **options)
    except (TypeError, ValueError) as error:
        said = str(error)
    assert said == (expected and expected.format(name))
    print(name, *(f"{key}={value}" for key, value in options.items()), sep=", ")
    print(fill(said or "accepted", 76, initial_indent="  ", subsequent_indent="  "))
