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
    except (AttributeError, LookupError, TypeError, ValueError):  # of another kind or shape
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
# where e^720 overflows, it leaves 0 instead of e^-720
report(answer, lambda a: np.allclose(a, [0, 0, 0.1192029, 0.5, 0.8807971, 1]) and a[1] > 0)


# %% solution="logistic"
def logistic(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


# %% wrong="logistic"
# ko: z가 -1000이면 np.exp(-z)가 넘칩니다. z < 0일 때는 지수가 음수인 꼴로 계산합니다.
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
# ko: np.exp(1000)이 넘쳐서 nan이 나옵니다. 행마다 가장 큰 값을 먼저 뺍니다.
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


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 아직 맞히지 못한 문제가 있다면 그 함수의 페이지로 돌아가 예제의 숫자를 바꾸어 실행해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# If a check still fails, go back to the page of its function and run the example with other numbers.
