# %% [markdown] lang="ko" section="lab"
# # 실습: 활성화 함수
#
# 이 장에서 배운 함수를 직접 만들어 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트와 풀이를 열어 보세요.

# %% [markdown] lang="en" section="lab"
# # Lab: activation functions
#
# Build the functions of this chapter yourself. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you are stuck, open the hint or the solution.

# %%
import numpy as np

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


# %% [markdown] lang="ko" section="logistic"
# ## 1. 오버플로가 없는 로지스틱 함수
#
# 공식 $\sigma(z) = 1 / (1 + e^{-z})$을 그대로 계산하면 $z = -1000$일 때 $e^{1000}$에서 오버플로가 생깁니다.
# $z < 0$일 때는 $\sigma(z) = e^{z} / (1 + e^{z})$로 계산해도 같습니다.
# 배열을 받아 어떤 값에서도 경고 없이 계산하는 함수를 만들어 보세요.
#
# <details>
# <summary>힌트</summary>
#
# 지수 함수에 0보다 큰 수가 들어가지 않게 해 보세요. `np.abs(z)`를 사용하면 됩니다.
#
# </details>

# %% [markdown] lang="en" section="logistic"
# ## 1. A logistic function that does not overflow
#
# Computed directly, $\sigma(z) = 1 / (1 + e^{-z})$ overflows at $z = -1000$, in $e^{1000}$.
# For $z < 0$, $\sigma(z) = e^{z} / (1 + e^{z})$ gives the same result.
# Write a function that takes an array and works for every value, without a warning.
#
# <details>
# <summary>Hint</summary>
#
# Make sure that nothing above 0 goes into the exponential; `np.abs(z)` helps.
#
# </details>


# %% exercise="logistic"
def logistic(z):
    return None


# %% check="logistic"
with np.errstate(all="raise", under="ignore"):
    try:
        answer = logistic(np.array([-1000.0, -720.0, -2.0, 0.0, 2.0, 1000.0]))
    except FloatingPointError:
        answer = np.nan
report(answer, lambda a: np.allclose(a, [0, 0, 0.1192029, 0.5, 0.8807971, 1]) and a[1] > 0)


# %% solution="logistic"
def logistic(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


# %% wrong="logistic"
# ko: z가 -1000이면 np.exp(-z)에서 오버플로가 생깁니다. z < 0일 때는 지수가 음수인 꼴로 계산합니다.
# en: At z = -1000, np.exp(-z) overflows. For z < 0, use the form whose exponent is negative.
def logistic(z):
    return 1 / (1 + np.exp(-z))


# %% wrong="logistic"
# ko: tanh 함수는 -1부터 1까지 나옵니다. 로지스틱 함수의 출력은 0부터 1까지입니다.
# en: tanh ranges from -1 to 1. The logistic function ranges from 0 to 1.
def logistic(z):
    return np.tanh(z)


# %% [markdown] lang="ko" section="tanh"
# ## 2. tanh 함수의 도함수
#
# tanh 함수의 기울기를 계산하는 함수를 만들어 보세요. 배열을 받고, 자동 미분이나 유한 차분은 사용하지 않습니다.
#
# <details>
# <summary>힌트</summary>
#
# 도함수는 $\tanh(z)$만으로 나타낼 수 있습니다. 아주 작은 $h$로 $(\tanh(z + h) - \tanh(z - h)) / (2h)$를 계산해 비교해 보세요.
#
# </details>

# %% [markdown] lang="en" section="tanh"
# ## 2. The derivative of tanh
#
# Write a function that takes an array and computes the slope of tanh, without automatic differentiation or finite differences.
#
# <details>
# <summary>Hint</summary>
#
# $\tanh(z)$ is all you need. Compare with $(\tanh(z + h) - \tanh(z - h)) / (2h)$ for a very small $h$.
#
# </details>


# %% exercise="tanh"
def tanh_derivative(z):
    return None


# %% check="tanh"
z, h = np.linspace(-3, 3, 61), 1e-5
report(
    tanh_derivative(z),
    lambda a: np.allclose(a, (np.tanh(z + h) - np.tanh(z - h)) / (2 * h), atol=1e-8),
)


# %% solution="tanh"
def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2


# %% wrong="tanh"
# ko: tanh(z)를 제곱하지 않고 뺐습니다.
# en: You subtracted tanh(z) without squaring it.
def tanh_derivative(z):
    return 1 - np.tanh(z)


# %% [markdown] lang="ko" section="softmax"
# ## 3. 배치를 위한 소프트맥스
#
# 행마다 샘플이 하나씩 있는 배열을 받아 행마다 합이 1이 되게 만들어 보세요.
# 최종 입력이 1000이어도 오버플로가 생기지 않아야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 최댓값을 빼는 계산과 합으로 나누는 계산을 모두 행마다 따로 하세요. `axis=1, keepdims=True`가 필요합니다.
#
# </details>

# %% [markdown] lang="en" section="softmax"
# ## 3. Softmax for a batch
#
# Take an array with one sample in each row and make every row add up to 1.
# A net input of 1000 must not overflow.
#
# <details>
# <summary>Hint</summary>
#
# Subtract the largest value and divide, each row on its own: `axis=1, keepdims=True`.
#
# </details>


# %% exercise="softmax"
def softmax(Z):
    return None


# %% check="softmax"
with np.errstate(all="ignore"):
    answer = softmax(np.array([[1.0, 2.0, 3.0], [1000.0, 1000.0, 0.0]]))
report(answer, lambda a: np.allclose(a, [[0.0900306, 0.2447285, 0.6652410], [0.5, 0.5, 0]]))


# %% solution="softmax"
def softmax(Z):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


# %% wrong="softmax"
# ko: np.exp(1000)에서 오버플로가 생겨 nan이 나옵니다. 행마다 가장 큰 값을 먼저 뺍니다.
# en: np.exp(1000) overflows and leaves nan. Subtract the largest value of each row first.
def softmax(Z):
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


# %% wrong="softmax"
# ko: 배열 전체의 합으로 나누었습니다. 행마다 따로 더하려면 axis=1이 필요합니다.
# en: You divided by the sum of the whole array. To add up each row on its own, use axis=1.
def softmax(Z):
    exponentials = np.exp(Z - Z.max())
    return exponentials / exponentials.sum()


# %% [markdown] lang="ko" section="cross_entropy"
# ## 4. 크로스 엔트로피의 그레이디언트
#
# 최종 입력 $z$, 원-핫 타깃 $y$의 손실은 $L = -\sum_k y_k \log p_k$이고 $p$는 소프트맥스 출력입니다.
# $z$에 대한 그레이디언트를 간단한 식으로 써 보세요. 앞에서 만든 `softmax`를 사용할 수 있습니다.
# `Z`와 `Y`는 행마다 샘플이 하나씩 있는 배열입니다.
#
# <details>
# <summary>힌트</summary>
#
# $p$에 대한 그레이디언트가 아니라 $z$에 대한 그레이디언트입니다. 로그와 지수 함수가 상쇄되어 간단한 식이 됩니다.
#
# </details>

# %% [markdown] lang="en" section="cross_entropy"
# ## 4. The gradient of cross entropy
#
# For net inputs $z$ and a one-hot target $y$ the loss is $L = -\sum_k y_k \log p_k$, where $p$ is the softmax output.
# Write its gradient with respect to $z$ as a simple expression. You may use your `softmax`.
# `Z` and `Y` are arrays with one sample in each row.
#
# <details>
# <summary>Hint</summary>
#
# With respect to $z$, not to $p$. The logarithm undoes the exponential, so the expression is short.
#
# </details>


# %% exercise="cross_entropy"
def gradient(Z, Y):
    return None


# %% check="cross_entropy"
Z, Y = np.array([[1.0, 2.0, 3.0]]), np.array([[0.0, 1.0, 0.0]])
report(gradient(Z, Y), lambda a: np.allclose(a, [[0.0900306, -0.7552715, 0.6652410]]))


# %% solution="cross_entropy"
def gradient(Z, Y):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True) - Y


# %% wrong="cross_entropy"
# ko: p로 미분한 값입니다. z로 미분하려면 소프트맥스의 도함수까지 곱해야 합니다.
# en: This is the gradient with respect to p. For z, multiply by the derivative of softmax as well.
def gradient(Z, Y):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return -Y / (exponentials / exponentials.sum(axis=1, keepdims=True))


# %% [markdown] lang="ko" section="dead_units"
# ## 5. 죽은 렐루 유닛 세기
#
# 샘플이 행, 은닉 유닛이 열인 최종 입력 배열을 받아, 모든 샘플에서 렐루의 출력이 0인 유닛이 몇 개인지 세어 보세요.
#
# <details>
# <summary>힌트</summary>
#
# 한 샘플에서만 출력이 0인 유닛은 죽은 유닛이 아닙니다. 열마다 모든 행을 확인하세요.
#
# </details>

# %% [markdown] lang="en" section="dead_units"
# ## 5. Count dead ReLU units
#
# Take an array of net inputs, samples in rows and hidden units in columns, and count the units whose ReLU output
# is 0 for every sample.
#
# <details>
# <summary>Hint</summary>
#
# A unit whose output is 0 for one sample only is not dead. Check all rows of each column.
#
# </details>


# %% exercise="dead_units"
def count_dead(Z):
    return None


# %% check="dead_units"
Z = np.array([[-1.0, 2.0, -3.0, -0.5], [-2.0, -1.0, 0.0, 4.0], [-0.1, -2.0, -1.0, -1.0]])
report(count_dead(Z), lambda a: a == 2)


# %% solution="dead_units"
def count_dead(Z):
    return np.sum(np.all(Z <= 0, axis=0))


# %% wrong="dead_units"
# ko: 0 이하인 값의 개수를 세었습니다. 모든 샘플에서 0인 열의 개수를 세어야 합니다.
# en: You counted values at or below 0. Count the columns that are 0 for every sample.
def count_dead(Z):
    return np.sum(Z <= 0)


# %% wrong="dead_units"
# ko: 행을 세었습니다. 유닛은 열이므로 axis=0으로 모든 행을 확인합니다.
# en: You counted rows. Units are columns, so check all rows with axis=0.
def count_dead(Z):
    return np.sum(np.all(Z <= 0, axis=1))


# %% [markdown] lang="ko" section="from_logits"
# ## 6. 로짓에서 계산하는 손실
#
# 행마다 샘플이 하나씩 있는 로짓 배열과 정답 클래스의 번호를 받아, 크로스 엔트로피의 평균을 구하는 함수를 만들어 보세요.
# 정답 클래스의 로짓이 $3000$만큼 뒤처져도 손실이 정확해야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 확률을 거치지 마세요. $m$이 그 행의 가장 큰 로짓일 때 $m + \log \sum_j e^{z_j - m} - z_t$를 계산합니다.
#
# </details>

# %% [markdown] lang="en" section="from_logits"
# ## 6. A loss from the logits
#
# Take an array of logits, one sample in each row, and the numbers of the true classes. Return the mean cross entropy.
# It must be correct even if the logit of the true class is $3000$ below the others.
#
# <details>
# <summary>Hint</summary>
#
# Don't go via the probability. With $m$, the largest logit of the row, compute $m + \log \sum_j e^{z_j - m} - z_t$.
#
# </details>


# %% exercise="from_logits"
def loss_from_logits(Z, labels):
    return None


# %% check="from_logits"
Z, labels = np.array([[1.0, 2.0, 3.0], [0.0, -3000.0, 0.0]]), np.array([2, 1])
with np.errstate(all="ignore"):
    answer = loss_from_logits(Z, labels)
report(answer, lambda a: np.isclose(a, 1500.550377))


# %% solution="from_logits"
def loss_from_logits(Z, labels):
    largest = Z.max(axis=1)
    log_sum = largest + np.log(np.exp(Z - largest[:, None]).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(Z)), labels])


# %% wrong="from_logits"
# ko: 확률이 0이 되어 손실이 무한대입니다. 로그를 먼저 풀어서 로짓으로 계산합니다.
# en: The probability becomes 0 and the loss infinite. Write out the logarithm and compute with the logits.
def loss_from_logits(Z, labels):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    p = exponentials / exponentials.sum(axis=1, keepdims=True)
    return np.mean(-np.log(p[np.arange(len(Z)), labels]))


# %% wrong="from_logits"
# ko: 확률의 범위를 제한했습니다. 손실이 16.1에서 멈추므로 크게 틀린 샘플의 손실이 정확하지 않습니다.
# en: You clipped the probability. The loss stops at 16.1, which is wrong for samples that are far off.
def loss_from_logits(Z, labels):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    p = exponentials / exponentials.sum(axis=1, keepdims=True)
    return np.mean(-np.log(np.clip(p[np.arange(len(Z)), labels], 1e-7, 1)))


# %% [markdown] lang="ko" section="initial_weights"
# ## 7. 렐루를 위한 초기화
#
# 렐루 층을 지나도 최종 입력의 크기가 유지되도록 초기 가중치를 만들어 보세요. 들어오는 값은 `n_in`개, 유닛은 `n_out`개이고,
# 난수는 `rng.normal`로 만듭니다.
#
# <details>
# <summary>힌트</summary>
#
# He 초기화의 분산은 $2 / n_{\text{in}}$입니다. `rng.normal`은 분산이 아니라 표준 편차를 받습니다.
#
# </details>

# %% [markdown] lang="en" section="initial_weights"
# ## 7. Initial weights for ReLU
#
# Make initial weights that keep the size of the net inputs from one ReLU layer to the next. The layer has `n_in` inputs and `n_out` units;
# take the random numbers from `rng.normal`.
#
# <details>
# <summary>Hint</summary>
#
# He initialisation has a variance of $2 / n_{\text{in}}$. `rng.normal` takes a standard deviation, not a variance.
#
# </details>


# %% exercise="initial_weights"
def initial_weights(n_in, n_out, rng):
    return None


# %% check="initial_weights"
answer = initial_weights(400, 300, np.random.default_rng(0))
report(
    answer,
    lambda a: (
        a.shape == (400, 300) and abs(a.mean()) < 0.001 and np.isclose(a.var(), 0.005, rtol=0.02)
    ),
)


# %% solution="initial_weights"
def initial_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))


# %% wrong="initial_weights"
# ko: 분산이 1/n_in입니다. 렐루는 절반을 0으로 만들므로 두 배가 필요합니다.
# en: The variance is 1/n_in. ReLU turns half of its inputs into 0, so twice as much is needed.
def initial_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))


# %% wrong="initial_weights"
# ko: 분산을 표준 편차 자리에 넣었습니다. 제곱근을 구합니다.
# en: You passed the variance as a standard deviation. Take the square root.
def initial_weights(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out))


# %% [markdown] lang="ko" section="batch_norm"
# ## 8. 배치 정규화
#
# 샘플이 행, 유닛이 열인 최종 입력 배열을 배치 정규화해 보세요. $\gamma = 1$, $\beta = 0$이고, 분산에 `epsilon`을 더한 다음 제곱근을
# 구해 나눕니다.
#
# <details>
# <summary>힌트</summary>
#
# 평균과 분산은 유닛마다, 즉 열마다 구합니다.
#
# </details>

# %% [markdown] lang="en" section="batch_norm"
# ## 8. Batch normalisation
#
# Apply batch normalisation to an array of net inputs, with samples in rows and units in columns. $\gamma = 1$ and $\beta = 0$. Add `epsilon` to the
# variance, then divide by the square root.
#
# <details>
# <summary>Hint</summary>
#
# Take mean and variance for each unit, which is for each column.
#
# </details>


# %% exercise="batch_norm"
def batch_norm(Z, epsilon=0.001):
    return None


# %% check="batch_norm"
Z = np.array([[1.0, 10.0], [2.0, 30.0], [6.0, 50.0]])
expected = [[-0.92571, -1.22474], [-0.46286, 0], [1.38857, 1.22474]]
report(batch_norm(Z), lambda a: np.allclose(a, expected, atol=1e-4))


# %% solution="batch_norm"
def batch_norm(Z, epsilon=0.001):
    return (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + epsilon)


# %% wrong="batch_norm"
# ko: 층 정규화입니다. 배치 정규화는 샘플(행)이 아니라 유닛(열)마다 평균을 구합니다.
# en: This is layer normalisation. Batch normalisation takes the mean for each unit (column), not for each sample (row).
def batch_norm(Z, epsilon=0.001):
    return (Z - Z.mean(axis=1, keepdims=True)) / np.sqrt(Z.var(axis=1, keepdims=True) + epsilon)


# %% wrong="batch_norm"
# ko: 분산으로 나누었습니다. 제곱근을 구해 표준 편차로 나눕니다.
# en: You divided by the variance. Take the square root to divide by the standard deviation.
def batch_norm(Z, epsilon=0.001):
    return (Z - Z.mean(axis=0)) / (Z.var(axis=0) + epsilon)


# %% [markdown] lang="ko" section="keras"
# ## 케라스 문제
#
# 나머지 세 문제에는 텐서플로가 필요합니다. 텐서플로는 브라우저에서 실행할 수 없으므로 이 페이지에는 실행 버튼이 없습니다. 노트북을 내려받아
# 풀어 보세요.

# %% [markdown] lang="en" section="keras"
# ## Exercises in Keras
#
# The last three exercises need TensorFlow, which can't run in a browser, so there is no button to run them on this page. Download the notebook to solve them.

# %%
import tensorflow as tf

# %% [markdown] lang="ko" section="leaky_layers"
# ## 9. 기울기를 지정한 리키 렐루
#
# 유닛이 `units`개인 밀집 층과 왼쪽 기울기가 $0.1$인 리키 렐루를 층의 리스트로 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 이름 `"leaky_relu"`로는 기울기를 고를 수 없습니다. `LeakyReLU` 층에 `negative_slope`를 지정하세요.
#
# </details>

# %% [markdown] lang="en" section="leaky_layers"
# ## 9. A leaky ReLU with a slope of your choice
#
# Return a list of layers: a dense layer with `units` units, and a leaky ReLU with a slope of $0.1$ on the left.
#
# <details>
# <summary>Hint</summary>
#
# The name `"leaky_relu"` doesn't let you choose the slope. Set `negative_slope` of the layer `LeakyReLU`.
#
# </details>


# %% exercise="leaky_layers"
def leaky_layers(units):
    return None


# %% check="leaky_layers"
def smallest_with_weights_one(layers):
    model = tf.keras.Sequential([tf.keras.Input((1,)), *layers])
    model.set_weights([np.ones_like(weights) for weights in model.get_weights()])
    return model(np.array([[-11.0], [9.0]])).numpy()


report(leaky_layers(2), lambda a: np.allclose(smallest_with_weights_one(a), [[-1, -1], [10, 10]]))


# %% solution="leaky_layers"
def leaky_layers(units):
    return [tf.keras.layers.Dense(units), tf.keras.layers.LeakyReLU(negative_slope=0.1)]


# %% wrong="leaky_layers"
# ko: 이름으로 지정한 함수의 왼쪽 기울기는 0.2입니다.
# en: The function of that name has a slope of 0.2 on the left.
def leaky_layers(units):
    return [tf.keras.layers.Dense(units, activation="leaky_relu")]


# %% wrong="leaky_layers"
# ko: LeakyReLU 층의 기본 기울기는 0.3입니다. negative_slope를 지정합니다.
# en: The default slope of the layer LeakyReLU is 0.3. Set negative_slope.
def leaky_layers(units):
    return [tf.keras.layers.Dense(units), tf.keras.layers.LeakyReLU()]


# %% [markdown] lang="ko" section="logit_model"
# ## 10. 로짓을 출력하는 분류 모델
#
# 특성이 4개이고 클래스가 3개인 데이터를 위한 모델을 만들고 컴파일해서 반환하세요. 출력은 로짓이고, 손실은 로짓에서 계산합니다. 레이블은
# 0부터 2까지의 정수입니다.
#
# <details>
# <summary>힌트</summary>
#
# 출력층에는 활성화 함수를 지정하지 않고, `SparseCategoricalCrossentropy`에 `from_logits=True`를 지정합니다.
#
# </details>

# %% [markdown] lang="en" section="logit_model"
# ## 10. A classifier that returns logits
#
# Build and compile a model for data with 4 features and 3 classes, and return it. Its outputs are logits, and its loss is computed from the logits. The labels
# are integers from 0 to 2.
#
# <details>
# <summary>Hint</summary>
#
# Give the output layer no activation function, and `SparseCategoricalCrossentropy` the argument `from_logits=True`.
#
# </details>


# %% exercise="logit_model"
def build():
    return None


# %% check="logit_model"
def right_model(model):
    X, y = 100 * np.eye(4), np.array([0, 1, 2, 0])
    Z = model(X).numpy().astype(float)
    expected = np.mean(
        np.log(np.exp(Z - Z.max(1, keepdims=True)).sum(1)) + Z.max(1) - Z[range(4), y]
    )
    found = model.evaluate(X, y, verbose=0)
    are_logits = not np.allclose(Z.sum(axis=1), 1)
    return are_logits and np.isclose(np.ravel(found)[0], expected, rtol=1e-3)


tf.keras.utils.set_random_seed(0)
report(build(), right_model)


# %% solution="logit_model"
def build():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(3)])
    model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


# %% wrong="logit_model"
# ko: 로짓을 출력하지만 손실은 확률로 취급합니다. 손실에 from_logits=True를 지정합니다.
# en: The outputs are logits, but the loss treats them as probabilities. Give the loss from_logits=True.
def build():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(3)])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


# %% wrong="logit_model"
# ko: 소프트맥스가 두 번 적용됩니다. 출력층의 활성화 함수를 뺍니다.
# en: Softmax is applied twice. Leave out the activation function of the output layer.
def build():
    output = tf.keras.layers.Dense(3, activation="softmax")
    model = tf.keras.Sequential([tf.keras.Input((4,)), output])
    model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


# %% [markdown] lang="ko" section="own_activation"
# ## 11. 직접 만든 활성화 함수
#
# 렐루의 제곱 $\max(0, z)^2$을 케라스의 활성화 함수로 쓸 수 있게 만들어 보세요. 텐서를 받아 텐서를 반환하고, 자동으로 미분할 수 있어야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 넘파이 함수를 쓰면 텐서플로가 미분하지 못합니다. `tf.nn.relu`와 `tf.square`를 사용하세요.
#
# </details>

# %% [markdown] lang="en" section="own_activation"
# ## 11. An activation function of your own
#
# Write the square of ReLU, $\max(0, z)^2$, as an activation function for Keras. It takes a tensor, returns a tensor, and automatic differentiation has to
# work.
#
# <details>
# <summary>Hint</summary>
#
# TensorFlow can't differentiate functions of NumPy. Use `tf.nn.relu` and `tf.square`.
#
# </details>


# %% exercise="own_activation"
def squared_relu(z):
    return None


# %% check="own_activation"
z = tf.Variable([-2.0, 0.5, 3.0])
with tf.GradientTape() as tape:
    answer = squared_relu(z)
report(
    answer,
    lambda a: (
        np.allclose(a, [0, 0.25, 9])
        and np.allclose(tape.gradient(tf.convert_to_tensor(a), z), [0, 1, 6])
    ),
)


# %% solution="own_activation"
def squared_relu(z):
    return tf.square(tf.nn.relu(z))


# %% wrong="own_activation"
# ko: 넘파이로 계산해서 그레이디언트가 없습니다. 텐서플로의 함수를 사용합니다.
# en: You computed with NumPy, so there is no gradient. Use functions of TensorFlow.
def squared_relu(z):
    return np.maximum(0, z.numpy()) ** 2


# %% wrong="own_activation"
# ko: 음수도 제곱해서 양수가 되었습니다. 렐루를 먼저 적용합니다.
# en: Negative numbers were squared and became positive. Apply ReLU first.
def squared_relu(z):
    return tf.square(z)


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 아직 맞히지 못한 문제가 있다면 그 함수의 페이지로 돌아가 예제의 숫자를 바꾸어 실행해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# If a check still fails, go back to the page of its function and run the example with other numbers.
