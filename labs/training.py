# %% [markdown] lang="ko" section="lab"
# # 실습: 텐서플로 훈련
#
# 이 장에서 다룬 것을 직접 만들어 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트와 풀이를 열어 보아도 좋습니다.

# %% [markdown] lang="en" section="lab"
# # Lab: training with TensorFlow
#
# Build the pieces of this chapter yourself. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you are stuck, open the hint or the solution.

# %%
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

# %% lang="ko"
RIGHT, WRONG, EMPTY = "✓ 맞았습니다.", "✗ 아직 아닙니다.", "… 아직 빈칸입니다."

# %% lang="en"
RIGHT, WRONG, EMPTY = "✓ Right.", "✗ Not yet.", "… Still blank."


# %%
def report(answer, right):
    try:
        verdict = EMPTY if answer is None else RIGHT if right(answer) else WRONG
    except (AttributeError, LookupError, TypeError, ValueError):  # of another kind or shape
        verdict = WRONG
    print(verdict)


# %% [markdown] lang="ko" section="steps"
# ## 1. 한 에포크는 몇 스텝일까요?
#
# 샘플 `n`개를 `batch_size`개씩 나누어 한 번 훑으면 가중치를 몇 번 업데이트할까요?
# `drop_remainder`가 참이면 다 차지 않은 마지막 미니 배치는 버립니다.
#
# <details>
# <summary>힌트</summary>
#
# 나누어떨어지지 않을 때 올림하거나 내림합니다. 정수로 돌려주어야 합니다.
#
# </details>

# %% [markdown] lang="en" section="steps"
# ## 1. How many steps make an epoch?
#
# Go once through `n` samples, `batch_size` at a time: how often are the weights updated?
# If `drop_remainder` is true, a last mini-batch that is not full is dropped.
#
# <details>
# <summary>Hint</summary>
#
# Round up or down where the division leaves a remainder, and return an integer.
#
# </details>


# %% exercise="steps"
def steps_per_epoch(n, batch_size, drop_remainder):
    return None


# %% check="steps"
cases = [(10, 3, False), (10, 3, True), (12, 4, False), (12, 4, True), (2, 5, True)]
answers = [steps_per_epoch(*case) for case in cases]
datasets = [tf.data.Dataset.range(n).batch(size, drop_remainder=drop) for n, size, drop in cases]
expected = [int(dataset.cardinality()) for dataset in datasets]
report(None if None in answers else answers, lambda a: a == expected)


# %% solution="steps"
def steps_per_epoch(n, batch_size, drop_remainder):
    return n // batch_size if drop_remainder else -(-n // batch_size)


# %% wrong="steps"
def steps_per_epoch(n, batch_size, drop_remainder):
    return n // batch_size


# %% wrong="steps"
def steps_per_epoch(n, batch_size, drop_remainder):
    return n // batch_size + (0 if drop_remainder else 1)


# %% [markdown] lang="ko" section="gradient"
# ## 2. 그레이디언트 계산하기
#
# 모델은 $\hat{y} = wx + b$이고 손실은 평균 제곱 오차입니다.
# `tf.GradientTape`로 손실을 $w$와 $b$로 미분한 값을 구해 보세요.
#
# <details>
# <summary>힌트</summary>
#
# 예측과 손실을 모두 `with` 블록 안에서 계산해야 테이프에 기록됩니다.
#
# </details>

# %% [markdown] lang="en" section="gradient"
# ## 2. Compute a gradient
#
# The model is $\hat{y} = wx + b$, the loss is the mean squared error.
# Use `tf.GradientTape` to differentiate the loss with respect to $w$ and $b$.
#
# <details>
# <summary>Hint</summary>
#
# Compute both the prediction and the loss inside the `with` block, so that the tape records them.
#
# </details>


# %% exercise="gradient"
def gradients(w, b, x, y):
    return None


# %% check="gradient"
w, b = tf.Variable(2.0), tf.Variable(-1.0)
x, y = tf.constant([0.0, 1.0, 2.0]), tf.constant([1.0, 1.0, 4.0])
error = w * x + b - y
expected = [2 * np.mean(error * x), 2 * np.mean(error)]
report(gradients(w, b, x, y), lambda a: None not in a and np.allclose(a, expected))


# %% solution="gradient"
def gradients(w, b, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((w * x + b - y) ** 2)
    return tape.gradient(loss, [w, b])


# %% wrong="gradient"
def gradients(w, b, x, y):
    loss = tf.reduce_mean((w * x + b - y) ** 2)
    with tf.GradientTape() as tape:
        loss = loss * 1.0
    return tape.gradient(loss, [w, b])


# %% wrong="gradient"
def gradients(w, b, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum((w * x + b - y) ** 2)
    return tape.gradient(loss, [w, b])


# %% [markdown] lang="ko" section="model"
# ## 3. 파라미터 131개
#
# 입력 특성이 4개이고 출력 유닛이 3개인 `Sequential` 모델을 만들어 보세요.
# 은닉층은 하나이고 파라미터는 모두 131개여야 합니다. 은닉 유닛은 몇 개일까요?
#
# <details>
# <summary>힌트</summary>
#
# 은닉 유닛이 $h$개이면 파라미터는 $(4 + 1)h + (h + 1) \times 3$개입니다.
#
# </details>

# %% [markdown] lang="en" section="model"
# ## 3. A model of 131 parameters
#
# Make a `Sequential` model with 4 input features and 3 output units.
# It has one hidden layer and 131 parameters in all. How many hidden units are that?
#
# <details>
# <summary>Hint</summary>
#
# With $h$ hidden units there are $(4 + 1)h + (h + 1) \times 3$ parameters.
#
# </details>

# %% exercise="model"
model = None

# %% check="model"
report(
    model,
    lambda m: (m.count_params(), m.input_shape, m.output_shape) == (131, (None, 4), (None, 3)),
)

# %% solution="model"
model = tf.keras.Sequential()
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(3, activation="softmax"))

# %% wrong="model"
model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(3)])

# %% [markdown] lang="ko" section="layer"
# ## 4. 훈련되는 가중치
#
# 입력에 스칼라 가중치 하나를 곱하는 층을 만들어 보세요. 가중치는 1에서 시작하고 훈련되어야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# `tf.Variable`을 속성으로 두면 케라스가 알지 못합니다. `add_weight`를 사용하세요.
#
# </details>

# %% [markdown] lang="en" section="layer"
# ## 4. A weight that trains
#
# Write a layer that multiplies its input by one scalar weight. The weight starts at 1 and has to train.
#
# <details>
# <summary>Hint</summary>
#
# Keras does not see a `tf.Variable` attribute. Use `add_weight`.
#
# </details>


# %% exercise="layer"
class Scale(tf.keras.layers.Layer):
    def call(self, inputs):
        return None


# %% check="layer"
layer = Scale()
outputs = layer(tf.constant([[1.0], [2.0]]))
if outputs is not None:
    network = tf.keras.Sequential([tf.keras.Input((1,)), layer])
    network.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
    if network.trainable_weights:
        network.fit(tf.constant([[1.0], [2.0]]), tf.constant([[3.0], [6.0]]), epochs=50, verbose=0)
report(
    outputs,
    lambda a: np.allclose(a, [[1], [2]]) and np.allclose(layer(tf.constant([[3.0]])), 9, atol=1e-3),
)


# %% solution="layer"
class Scale(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs):
        return self.scale * inputs


# %% wrong="layer"
class Scale(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.scale = tf.Variable(1.0)

    def call(self, inputs):
        return self.scale * inputs


# %% wrong="layer"
class Scale(tf.keras.layers.Layer):
    def call(self, inputs):
        return inputs


# %% [markdown] lang="ko" section="loss"
# ## 5. 손실 함수 고르기
#
# 다음 세 문제에 맞는 손실 함수의 이름을 문자열로 써 보세요. 이 장의 표에 나온 손실 함수 가운데에서 고르세요.
#
# - `binary`: 타깃은 0 또는 1이고, 출력 유닛은 하나이며 로지스틱 함수를 씁니다.
# - `classes`: 타깃은 0, 1, 2 같은 정수이고, 출력층은 소프트맥스 함수를 씁니다.
# - `price`: 타깃은 집값이고, 출력 유닛에 활성화 함수가 없습니다.
#
# <details>
# <summary>힌트</summary>
#
# 타깃이 원-핫 벡터가 아니라 정수일 때 쓰는 손실 함수는 이름이 `sparse`로 시작합니다.
#
# </details>

# %% [markdown] lang="en" section="loss"
# ## 5. Choose a loss
#
# Name the loss, as a string, that fits each of three tasks. Choose among the losses in this chapter's table.
#
# - `binary`: targets are 0 or 1; one logistic output unit.
# - `classes`: targets are integers such as 0, 1, 2; the output layer is softmax.
# - `price`: targets are prices of houses; one output unit without an activation function.
#
# <details>
# <summary>Hint</summary>
#
# Where the targets are integers and not one-hot vectors, the name begins with `sparse`.
#
# </details>

# %% exercise="loss"
losses = {"binary": None, "classes": None, "price": None}


# %% check="loss"
def full_name(loss):  # "mse" and "MeanSquaredError" are names of mean_squared_error
    found = tf.keras.losses.get(loss)
    return getattr(found, "__name__", None) or found.name


given = None if None in losses.values() else losses
expected = {
    "binary": "binary_crossentropy",
    "classes": "sparse_categorical_crossentropy",
    "price": "mean_squared_error",
}
report(given, lambda a: {task: full_name(loss) for task, loss in a.items()} == expected)

# %% solution="loss"
losses = {
    "binary": "binary_crossentropy",
    "classes": "sparse_categorical_crossentropy",
    "price": "mean_squared_error",
}

# %% wrong="loss"
losses = {
    "binary": "binary_crossentropy",
    "classes": "categorical_crossentropy",
    "price": "mean_squared_error",
}

# %% [markdown] lang="ko" section="patience"
# ## 6. 인내 횟수 세기
#
# 에포크마다 기록한 검증 손실이 주어질 때 `EarlyStopping(patience=patience)`은 몇 번째 에포크가 끝난 뒤에 멈출까요?
# 첫 에포크를 1로 세고, 끝까지 멈추지 않으면 에포크의 개수를 돌려주세요.
#
# <details>
# <summary>힌트</summary>
#
# 가장 좋은 값이 나오면 기다린 횟수를 0으로 되돌리고, 아니면 1을 더합니다. 기다린 횟수가 `patience`에 이르면 멈춥니다.
#
# </details>

# %% [markdown] lang="en" section="patience"
# ## 6. Count the patience
#
# Given the validation loss of every epoch, after which epoch does `EarlyStopping(patience=patience)` stop?
# Count the first epoch as 1; if it never stops, return the number of epochs.
#
# <details>
# <summary>Hint</summary>
#
# A new best sets the wait back to 0, anything else adds 1. At `patience` it stops.
#
# </details>


# %% exercise="patience"
def stopped_after(val_losses, patience):
    return None


# %% check="patience"
def stopped_by_keras(val_losses, patience):
    callback = tf.keras.callbacks.EarlyStopping(patience=patience)
    model = tf.keras.Sequential()
    model.stop_training = False  # as fit() does at its start
    callback.set_model(model)
    callback.on_train_begin()
    for epoch, loss in enumerate(val_losses):
        callback.on_epoch_end(epoch, {"val_loss": loss})
        if model.stop_training:
            return epoch + 1
    return len(val_losses)


cases = [
    ([1.0, 0.9, 0.95, 0.92, 0.8], 2),
    ([1.0, 0.9, 0.95, 0.8, 0.85, 0.9], 2),
    ([3.0, 2.0, 1.0], 1),
    ([1.0, 1.0, 1.0], 1),
]
answers = [stopped_after(*case) for case in cases]
report(
    None if None in answers else answers, lambda a: a == [stopped_by_keras(*case) for case in cases]
)


# %% solution="patience"
def stopped_after(val_losses, patience):
    best, wait = np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        best, wait = (loss, 0) if loss < best else (best, wait + 1)
        if wait >= patience:
            return epoch
    return len(val_losses)


# %% wrong="patience"
def stopped_after(val_losses, patience):
    return min(int(np.argmin(val_losses)) + 1 + patience, len(val_losses))


# %% wrong="patience"
def stopped_after(val_losses, patience):
    for epoch in range(1, len(val_losses)):
        if val_losses[epoch] > val_losses[epoch - 1]:
            return epoch + patience
    return len(val_losses)


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 이만큼 할 수 있으면 붓꽃과 숫자 이미지를 분류하고 자동차 연비도 예측할 수 있습니다. 이 장의 마지막 페이지들에서 해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# With this you can do everything in this chapter's last pages: irises, digits and the fuel economy of cars.
