# %% [markdown] lang="ko" section="lab"
# # 실습: 텐서플로 훈련
#
# 이 장에서 다룬 것을 직접 만들어 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트와 풀이를 열어 보세요.

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
    except (AttributeError, LookupError, TypeError, ValueError):
        verdict = WRONG
    print(verdict)


# %% [markdown] lang="ko" section="steps"
# ## 1. 한 에포크는 몇 스텝일까요?
#
# 샘플 `n`개를 `batch_size`개씩 묶어 모두 한 번씩 쓰면 가중치를 몇 번 업데이트할까요?
# `drop_remainder`가 참이면 다 차지 않은 마지막 미니 배치는 버립니다.
#
# <details>
# <summary>힌트</summary>
#
# 나누어떨어지지 않을 때 올림하거나 내림합니다. 정수를 반환해야 합니다.
#
# </details>

# %% [markdown] lang="en" section="steps"
# ## 1. How many steps make an epoch?
#
# Each of `n` samples is used once, `batch_size` at a time: how often are the weights updated?
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


# %% [markdown] lang="ko" section="split"
# ## 2. 누수 없이 나누기
#
# 데이터셋을 섞은 다음 앞의 `n_train`개는 훈련에, 나머지는 테스트에 쓰도록 나누어 보세요. 샘플은 모두 `n`개입니다.
# 훈련 데이터의 순서는 에포크마다 달라야 하고, 몇 에포크를 반복하든 테스트 샘플이 훈련에 쓰이면 안 됩니다.
#
# <details>
# <summary>힌트</summary>
#
# `shuffle()`을 두 번 호출합니다. 나누기 전에는 순서를 고정하고, 나눈 다음에는 고정하지 않습니다.
#
# </details>

# %% [markdown] lang="en" section="split"
# ## 2. Split without a leak
#
# Shuffle the dataset, then split it: the first `n_train` samples are for training, the rest for testing. There are `n` samples.
# The order of the training data must differ from epoch to epoch, and no test sample may ever be used for training.
#
# <details>
# <summary>Hint</summary>
#
# Call `shuffle()` twice: with a fixed order before the split, without one after it.
#
# </details>


# %% exercise="split"
def split(samples, n, n_train):
    return None


# %% check="split"
answer = split(tf.data.Dataset.range(40), 40, 30)


def no_leak(datasets):
    train, test = datasets
    epochs = [[int(sample) for sample in train] for _ in range(3)]
    held_out = {int(sample) for sample in test}
    complete = all(sorted({*epoch} | held_out) == [*range(40)] for epoch in epochs)
    sizes = [len(epoch) for epoch in epochs] + [len(held_out)]
    return complete and sizes == [30, 30, 30, 10] and epochs[0] != epochs[1]


report(answer, no_leak)


# %% solution="split"
def split(samples, n, n_train):
    shuffled = samples.shuffle(n, reshuffle_each_iteration=False)
    return shuffled.take(n_train).shuffle(n_train), shuffled.skip(n_train)


# %% wrong="split"
def split(samples, n, n_train):
    shuffled = samples.shuffle(n)
    return shuffled.take(n_train), shuffled.skip(n_train)


# %% wrong="split"
def split(samples, n, n_train):
    shuffled = samples.shuffle(n, reshuffle_each_iteration=False)
    return shuffled.take(n_train), shuffled.skip(n_train)


# %% [markdown] lang="ko" section="gradient"
# ## 3. 그레이디언트 계산하기
#
# 모델은 $\hat{y} = wx + b$이고 손실은 평균 제곱 오차입니다.
# `tf.GradientTape`로 손실을 $w$와 $b$로 미분한 값을 각각 계산해 보세요.
#
# <details>
# <summary>힌트</summary>
#
# 예측과 손실을 모두 `with` 블록 안에서 계산해야 테이프에 기록됩니다.
#
# </details>

# %% [markdown] lang="en" section="gradient"
# ## 3. Compute a gradient
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
# ## 4. 파라미터 131개
#
# 입력 특성이 4개이고 출력 유닛이 3개인 `Sequential` 모델을 만들어 보세요.
# 은닉층은 하나이고 파라미터는 모두 131개여야 합니다. 은닉 유닛을 몇 개 두어야 할까요?
#
# <details>
# <summary>힌트</summary>
#
# 은닉 유닛이 $h$개라고 놓고 두 층의 가중치와 편향을 세어 보세요.
#
# </details>

# %% [markdown] lang="en" section="model"
# ## 4. A model of 131 parameters
#
# Make a `Sequential` model with 4 input features and 3 output units.
# It has one hidden layer and 131 parameters in all. How many hidden units does it need?
#
# <details>
# <summary>Hint</summary>
#
# Suppose there are $h$ hidden units, and count the weights and biases of both layers.
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
# ## 5. 훈련되는 가중치
#
# 입력에 스칼라 가중치 하나를 곱하는 층을 만들어 보세요. 가중치는 1에서 시작하고 훈련되어야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 케라스는 `tf.Variable` 속성을 추적하지 않습니다. `add_weight`를 사용하세요.
#
# </details>

# %% [markdown] lang="en" section="layer"
# ## 5. A weight that trains
#
# Write a layer that multiplies its input by one scalar weight. The weight starts at 1 and has to train.
#
# <details>
# <summary>Hint</summary>
#
# Keras does not track a `tf.Variable` attribute. Use `add_weight`.
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


# %% [markdown] lang="ko" section="predict"
# ## 6. 확률에서 품종으로
#
# `predict()`는 샘플마다 클래스의 확률을 반환합니다. 확률 배열과 클래스 이름의 배열을 받아, 샘플마다 예측한 클래스의 이름과 그 확률을
# 배열로 반환해 보세요.
#
# <details>
# <summary>힌트</summary>
#
# 행마다 가장 큰 값의 위치와 가장 큰 값이 필요합니다. 샘플은 행에 있습니다.
#
# </details>

# %% [markdown] lang="en" section="predict"
# ## 6. From probabilities to species
#
# `predict()` returns the probabilities of the classes for each sample. Take an array of probabilities and an array of class names, and
# return, for each sample, the name of the predicted class and its probability, as two arrays.
#
# <details>
# <summary>Hint</summary>
#
# For each row you need the position of the largest value, and the largest value. Samples are in rows.
#
# </details>


# %% exercise="predict"
def predicted_classes(probabilities, names):
    return None


# %% check="predict"
names = np.array(["setosa", "versicolor", "virginica"])
probabilities = np.array([[0.1, 0.2, 0.7], [0.5, 0.3, 0.2], [0.3, 0.4, 0.3], [0.2, 0.1, 0.7]])
expected = ["virginica", "setosa", "versicolor", "virginica"]
report(
    predicted_classes(probabilities, names),
    lambda a: list(a[0]) == expected and np.allclose(a[1], [0.7, 0.5, 0.4, 0.7]),
)


# %% solution="predict"
def predicted_classes(probabilities, names):
    return names[probabilities.argmax(axis=1)], probabilities.max(axis=1)


# %% wrong="predict"
def predicted_classes(probabilities, names):
    return names[probabilities.argmax(axis=0)], probabilities.max(axis=0)


# %% [markdown] lang="ko" section="loss"
# ## 7. 손실 함수 고르기
#
# 다음 세 문제에 알맞은 손실 함수를 '손실, 옵티마이저, 지표 고르기' 페이지의 표에서 골라 이름을 문자열로 써 보세요.
#
# - `binary`: 레이블은 0 또는 1이고, 출력 유닛은 하나이며 활성화 함수는 시그모이드 함수입니다.
# - `classes`: 레이블은 0, 1, 2 같은 정수이고, 출력층의 활성화 함수는 소프트맥스 함수입니다.
# - `price`: 타깃은 집값이고, 출력 유닛에 활성화 함수가 없습니다.
#
# <details>
# <summary>힌트</summary>
#
# 레이블이 원-핫 벡터가 아니라 정수일 때는 `sparse`로 시작하는 이름을 고릅니다.
#
# </details>

# %% [markdown] lang="en" section="loss"
# ## 7. Choose a loss
#
# Name the loss, as a string, that fits each of three tasks. Choose from the table on the page "Choosing loss, optimizer and metrics".
#
# - `binary`: labels are 0 or 1; one output unit with the sigmoid function.
# - `classes`: labels are integers such as 0, 1, 2; the output layer has the softmax function.
# - `price`: targets are prices of houses; one output unit without an activation function.
#
# <details>
# <summary>Hint</summary>
#
# Where the labels are integers and not one-hot vectors, choose a name that begins with `sparse`.
#
# </details>

# %% exercise="loss"
losses = {"binary": None, "classes": None, "price": None}


# %% check="loss"
examples = {
    "binary": ([[1.0], [0.0]], [[0.8], [0.4]], -np.mean(np.log([0.8, 0.6]))),
    "classes": ([2, 0], [[0.1, 0.2, 0.7], [0.5, 0.3, 0.2]], -np.mean(np.log([0.7, 0.5]))),
    "price": ([[3.0], [2.0]], [[1.0], [5.0]], np.mean(np.square([3.0 - 1.0, 2.0 - 5.0]))),
}


def right_loss(task, name):
    y_true, y_pred, by_hand = (np.array(value) for value in examples[task])
    return np.allclose(np.mean(tf.keras.losses.get(name)(y_true, y_pred)), by_hand)


given = None if None in losses.values() else losses
report(given, lambda a: all(right_loss(task, name) for task, name in a.items()))

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
# ## 8. `patience`에 따라 멈추는 에포크
#
# 에포크마다 기록한 검증 손실이 주어질 때 `EarlyStopping(patience=patience)`은 몇 번째 에포크가 끝난 뒤에 멈출까요?
# 첫 에포크를 1로 세고, 끝까지 멈추지 않으면 전체 에포크 수를 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 최저 손실을 갱신하면 기다린 횟수를 0으로 되돌리고, 아니면 1을 더합니다. 기다린 횟수가 언제 `patience`에 이르는지 보세요.
#
# </details>

# %% [markdown] lang="en" section="patience"
# ## 8. Count the patience
#
# Given the validation loss of every epoch, after which epoch does `EarlyStopping(patience=patience)` stop?
# Count the first epoch as 1; if it never stops, return the number of epochs.
#
# <details>
# <summary>Hint</summary>
#
# A new lowest loss sets the wait back to 0, anything else adds 1. See when the wait reaches `patience`.
#
# </details>


# %% exercise="patience"
def stopped_after(val_losses, patience):
    return None


# %% check="patience"
def stopped_by_keras(val_losses, patience):
    callback = tf.keras.callbacks.EarlyStopping(patience=patience)
    model = tf.keras.Sequential()
    model.stop_training = False
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


# %% [markdown] lang="ko" section="goal"
# ## 9. 목표에 이르면 멈추는 콜백
#
# 에포크가 끝났을 때 검증 손실이 `goal`보다 작으면 훈련을 멈추는 콜백을 완성해 보세요.
#
# <details>
# <summary>힌트</summary>
#
# 검증 손실은 `on_epoch_end()`가 받는 `logs`에 있고, 훈련 중인 모델은 `self.model`입니다.
#
# </details>

# %% [markdown] lang="en" section="goal"
# ## 9. A callback that stops at a goal
#
# Complete a callback that stops the training at the end of an epoch whose validation loss is less than `goal`.
#
# <details>
# <summary>Hint</summary>
#
# The validation loss is in the `logs` that `on_epoch_end()` receives, and the model being trained is `self.model`.
#
# </details>


# %% exercise="goal"
class StopAtGoal(tf.keras.callbacks.Callback):
    def __init__(self, goal):
        super().__init__()
        self.goal = goal


# %% check="goal"
def epochs_until(callback, train_losses, val_losses):
    model = tf.keras.Sequential()
    model.stop_training = False
    callback.set_model(model)
    for epoch, (loss, val_loss) in enumerate(zip(train_losses, val_losses, strict=True)):
        callback.on_train_batch_end(0, {"loss": loss})
        callback.on_epoch_end(epoch, {"loss": loss, "val_loss": val_loss})
        if model.stop_training:
            return epoch + 1
    return None


runs = [
    epochs_until(StopAtGoal(0.5), [0.9, 0.4, 0.3, 0.2], [0.9, 0.5, 0.4, 0.6]),
    epochs_until(StopAtGoal(0.5), [0.9, 0.4, 0.3, 0.2], [0.9, 0.8, 0.7, 0.3]),
]
report(None if runs == [None, None] else runs, lambda a: a == [3, 4])


# %% solution="goal"
class StopAtGoal(tf.keras.callbacks.Callback):
    def __init__(self, goal):
        super().__init__()
        self.goal = goal

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.goal:
            self.model.stop_training = True


# %% wrong="goal"
# ko: 훈련 손실을 보았습니다. 검증 손실의 키는 val_loss입니다.
# en: You looked at the training loss. The key of the validation loss is val_loss.
class StopAtGoal(tf.keras.callbacks.Callback):
    def __init__(self, goal):
        super().__init__()
        self.goal = goal

    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = logs["loss"] < self.goal


# %% wrong="goal"
# ko: 손실이 목표와 같을 때도 멈추었습니다. 목표보다 작을 때만 멈춥니다.
# en: You also stopped at a loss that equals the goal. Stop only if it is less.
class StopAtGoal(tf.keras.callbacks.Callback):
    def __init__(self, goal):
        super().__init__()
        self.goal = goal

    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = logs["val_loss"] <= self.goal


# %% [markdown] lang="ko" section="order"
# ## 10. 섞고, 묶고, 반복하기
#
# 샘플 `n`개짜리 데이터셋을 섞고 `size`개씩 묶어 `epochs`번 반복하는 데이터셋을 만드세요.
# 에포크마다 모든 샘플이 한 번씩 나와야 하고, 순서는 에포크마다 달라야 하며, 한 배치에 두 에포크의 샘플이 섞이면 안 됩니다.
#
# <details>
# <summary>힌트</summary>
#
# 메서드 세 개를 이어서 호출합니다. 어느 것을 먼저 호출하는지에 따라 결과가 달라집니다.
#
# </details>

# %% [markdown] lang="en" section="order"
# ## 10. Shuffle, batch, repeat
#
# From a dataset of `n` samples make one that is shuffled, divided into batches of `size`, and repeated `epochs` times.
# Each epoch has every sample once, in a different order, and no batch has samples of two epochs.
#
# <details>
# <summary>Hint</summary>
#
# Chain three methods. The result depends on which comes first.
#
# </details>


# %% exercise="order"
def batches(samples, n, size, epochs):
    return None


# %% check="order"
def in_epochs(dataset):
    found = [[int(sample) for sample in batch] for batch in dataset]
    epochs = [[one for batch in found[i : i + 4] for one in batch] for i in range(0, len(found), 4)]
    sizes = [len(batch) for batch in found]
    complete = all(sorted(epoch) == [*range(50)] for epoch in epochs)
    mixed = any(batch != sorted(batch) for batch in found)
    return sizes == [15, 15, 15, 5] * 3 and complete and mixed and epochs[0] != epochs[1]


report(batches(tf.data.Dataset.range(50), 50, 15, 3), in_epochs)


# %% solution="order"
def batches(samples, n, size, epochs):
    return samples.shuffle(n).batch(size).repeat(epochs)


# %% wrong="order"
# ko: 반복한 다음에 묶어서 한 배치에 두 에포크의 샘플이 섞였습니다.
# en: You repeated before you made batches, so a batch has samples of two epochs.
def batches(samples, n, size, epochs):
    return samples.shuffle(n).repeat(epochs).batch(size)


# %% wrong="order"
# ko: 묶은 다음에 섞어서 배치의 순서만 바뀌고, 배치 안의 샘플은 늘 같습니다.
# en: You shuffled after making batches, so the batches move but always have the same samples.
def batches(samples, n, size, epochs):
    return samples.batch(size).shuffle(n).repeat(epochs)


# %% [markdown] lang="ko" section="saving"
# ## 11. 가중치를 저장하고 불러오기
#
# 모델의 가중치를 `path`에 저장하고, `build()`가 만드는 같은 구조의 새 모델에서 불러와 그 모델을 반환하세요.
# 원래 모델은 그대로 두어야 하며, 반환하는 모델은 원래 모델과 다른 객체여야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 가중치 파일의 이름은 `.weights.h5`로 끝나야 합니다. `path`에는 이미 그렇게 쓰여 있습니다.
#
# </details>

# %% [markdown] lang="en" section="saving"
# ## 11. Save weights and load them
#
# Save the weights of a model at `path`, load them into a new model with the same layers, made by `build()`, and return that model.
# The model itself must not change, and the one that you return must be a different object.
#
# <details>
# <summary>Hint</summary>
#
# The name of a weights file has to end in `.weights.h5`. `path` already does.
#
# </details>


# %% exercise="saving"
def restored(model, build, path):
    return None


# %% check="saving"
def two_layers():
    layers = [tf.keras.Input((3,)), tf.keras.layers.Dense(4), tf.keras.layers.Dense(1)]
    return tf.keras.Sequential(layers)


original, X_new = two_layers(), np.arange(6.0).reshape(2, 3)
before = original(X_new).numpy()
report(
    restored(original, two_layers, "lab.weights.h5"),
    lambda a: (
        a is not original
        and np.allclose(a(X_new), before)
        and np.allclose(original(X_new), before)
        and not np.shares_memory(a.layers[0].kernel.numpy(), original.layers[0].kernel.numpy())
    ),
)


# %% solution="saving"
def restored(model, build, path):
    model.save_weights(path)
    new = build()
    new.load_weights(path)
    return new


# %% wrong="saving"
# ko: 새 모델을 만들었지만 가중치를 불러오지 않았습니다.
# en: You made a new model but did not load the weights.
def restored(model, build, path):
    model.save_weights(path)
    return build()


# %% wrong="saving"
# ko: 원래 모델에 다시 불러왔습니다. build()로 새 모델을 만드세요.
# en: You loaded the weights into the model itself. Make a new one with build().
def restored(model, build, path):
    model.save_weights(path)
    model.load_weights(path)
    return model


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 이제 데이터를 나누고, 모델과 손실을 고르고, 제때 멈추는 훈련 코드를 처음부터 끝까지 직접 작성할 수 있습니다.
# 아직 맞히지 못한 문제가 있다면 그 페이지로 돌아가 예제의 숫자를 바꾸어 실행해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# You can now write all the code of a training run yourself: split the data, choose a model and a loss, and stop in time.
# If a check still fails, go back to the page of its exercise and run the example with other numbers.
