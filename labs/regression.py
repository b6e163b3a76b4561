# %% [markdown] lang="ko" section="lab"
# # 실습: 선형 회귀
#
# 직선을 맞추는 것부터 평가와 규제까지 직접 구현해 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트와 풀이를 열어 보아도 좋습니다.

# %% [markdown] lang="en" section="lab"
# # Lab: linear regression
#
# Fit a line, evaluate it and regularise it, all by hand. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you are stuck, open the hint or the solution.

# %%
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = boston_housing_data()
rooms = X[:, 5]

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


# %% [markdown] lang="ko" section="least_squares"
# ## 1. 최소 제곱
#
# 특성 하나와 타깃을 받아 제곱 오차의 합이 가장 작은 직선의 기울기와 절편을 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 기울기는 공분산을 분산으로 나눈 값입니다. 직선은 두 평균이 만나는 점을 지납니다.
#
# </details>

# %% [markdown] lang="en" section="least_squares"
# ## 1. Least squares
#
# Given one feature and the target, return the slope and the intercept of the line with the smallest sum of squared errors.
#
# <details>
# <summary>Hint</summary>
#
# The slope is the covariance divided by the variance. The line passes through the point of both means.
#
# </details>


# %% exercise="least_squares"
def fit_line(x, y):
    return None


# %% check="least_squares"
model = LinearRegression().fit(rooms[:, None], y)
report(fit_line(rooms, y), lambda a: np.allclose(a, [model.coef_[0], model.intercept_]))


# %% solution="least_squares"
def fit_line(x, y):
    slope = np.cov(x, y)[0, 1] / np.var(x, ddof=1)
    return slope, y.mean() - slope * x.mean()


# %% wrong="least_squares"
# ko: 절편을 0으로 두고 구한 기울기입니다. 공분산을 분산으로 나눕니다.
# en: This is the slope of a line through the origin. Divide the covariance by the variance.
def fit_line(x, y):
    slope = np.sum(x * y) / np.sum(x**2)
    return slope, 0


# %% wrong="least_squares"
# ko: 기울기 자리에 상관 계수를 넣었습니다. 공분산을 x의 분산으로 나눕니다.
# en: You took the correlation for the slope. Divide the covariance by the variance of x.
def fit_line(x, y):
    slope = np.corrcoef(x, y)[0, 1]
    return slope, y.mean() - slope * x.mean()


# %% [markdown] lang="ko" section="gradient_step"
# ## 2. 경사 하강법의 업데이트
#
# 평균 제곱 오차가 줄어드는 방향으로 $w$와 $b$를 한 번 업데이트해 반환하세요. 예측은 $wx + b$입니다.
#
# <details>
# <summary>힌트</summary>
#
# 오차를 $e = wx + b - y$라고 하면 그레이디언트는 $ex$의 평균과 $e$의 평균에 각각 2를 곱한 값입니다. 그레이디언트의 반대 방향으로 움직입니다.
#
# </details>

# %% [markdown] lang="en" section="gradient_step"
# ## 2. An update of gradient descent
#
# Update $w$ and $b$ once in the direction that lowers the mean squared error, and return both. The prediction is $wx + b$.
#
# <details>
# <summary>Hint</summary>
#
# With the error $e = wx + b - y$ the gradient is twice the mean of $ex$ and twice the mean of $e$. Move against it.
#
# </details>


# %% exercise="gradient_step"
def step(w, b, x, y, learning_rate):
    return None


# %% check="gradient_step"
answer = step(0.5, 1.0, np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0]), 0.1)
report(answer, lambda a: np.allclose(a, [1.0, 1.3]))


# %% solution="gradient_step"
def step(w, b, x, y, learning_rate):
    error = w * x + b - y
    return w - learning_rate * 2 * np.mean(error * x), b - learning_rate * 2 * np.mean(error)


# %% wrong="gradient_step"
# ko: 손실이 커지는 쪽으로 움직였습니다. 그레이디언트를 뺍니다.
# en: You moved uphill. Subtract the gradient.
def step(w, b, x, y, learning_rate):
    error = w * x + b - y
    return w + learning_rate * 2 * np.mean(error * x), b + learning_rate * 2 * np.mean(error)


# %% wrong="gradient_step"
# ko: 이미 바꾼 w로 b의 그레이디언트를 구했습니다. 두 그레이디언트를 먼저 구하고 함께 바꿉니다.
# en: You computed the gradient of b with the new w. Compute both gradients first, then update both.
def step(w, b, x, y, learning_rate):
    w = w - learning_rate * 2 * np.mean((w * x + b - y) * x)
    return w, b - learning_rate * 2 * np.mean(w * x + b - y)


# %% [markdown] lang="ko" section="r2"
# ## 3. 결정 계수
#
# 타깃과 예측으로 $R^2$을 계산해 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 잔차의 제곱합을 타깃에서 평균을 뺀 값의 제곱합으로 나누고, 1에서 그 값을 뺍니다. 평균으로 예측하는 것보다 나쁘면 음수가 됩니다.
#
# </details>

# %% [markdown] lang="en" section="r2"
# ## 3. Coefficient of determination
#
# Return $R^2$ for targets and predictions.
#
# <details>
# <summary>Hint</summary>
#
# Divide the sum of squared residuals by the sum of squared distances of the targets from their mean, and subtract the result from 1. Predictions worse than the mean give a negative value.
#
# </details>


# %% exercise="r2"
def r2(y, y_pred):
    return None


# %% check="r2"
pairs = [(y, y + 1), (y, np.full(len(y), y.mean())), (y, -y)]
answers = [r2(*pair) for pair in pairs]
report(
    None if None in answers else answers,
    lambda a: np.allclose(a, [r2_score(*pair) for pair in pairs]),
)


# %% solution="r2"
def r2(y, y_pred):
    return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - y.mean()) ** 2)


# %% wrong="r2"
# ko: 상관 계수의 제곱입니다. 예측이 일정하게 어긋나도 1이 되므로 결정 계수와 다릅니다.
# en: This is the squared correlation. It stays 1 when predictions are off by a constant, so it is not R².
def r2(y, y_pred):
    return np.corrcoef(y, y_pred + 1e-9 * y)[0, 1] ** 2


# %% wrong="r2"
# ko: 분모에서 타깃의 평균을 빼지 않았습니다.
# en: You did not subtract the mean of the targets in the denominator.
def r2(y, y_pred):
    return 1 - np.sum((y - y_pred) ** 2) / np.sum(y**2)


# %% [markdown] lang="ko" section="ridge"
# ## 4. 릿지 회귀
#
# 표준화한 특성에 대한 릿지 회귀의 가중치를 $w = (X^T X + \alpha I)^{-1} X^T (y - \bar{y})$로 계산해 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 역행렬을 직접 구하는 대신 `np.linalg.solve`를 쓰면 더 정확합니다.
#
# </details>

# %% [markdown] lang="en" section="ridge"
# ## 4. Ridge regression
#
# Return the weights of ridge regression on standardised features, $w = (X^T X + \alpha I)^{-1} X^T (y - \bar{y})$.
#
# <details>
# <summary>Hint</summary>
#
# `np.linalg.solve` is more accurate than an explicit inverse.
#
# </details>


# %% exercise="ridge"
def ridge(X, y, alpha):
    return None


# %% check="ridge"
X_std = StandardScaler().fit_transform(X)
report(ridge(X_std, y, 10.0), lambda a: np.allclose(a, Ridge(alpha=10.0).fit(X_std, y).coef_))


# %% solution="ridge"
def ridge(X, y, alpha):
    return np.linalg.solve(X.T @ X + alpha * np.eye(X.shape[1]), X.T @ (y - y.mean()))


# %% wrong="ridge"
# ko: 규제 항이 빠졌습니다. 대각선에 alpha를 더합니다.
# en: The penalty is missing. Add alpha on the diagonal.
def ridge(X, y, alpha):
    return np.linalg.solve(X.T @ X, X.T @ (y - y.mean()))


# %% wrong="ridge"
# ko: alpha를 모든 원소에 더했습니다. 단위 행렬을 곱해 대각선에만 더합니다.
# en: You added alpha to every entry. Multiply it by the identity matrix to add it on the diagonal only.
def ridge(X, y, alpha):
    return np.linalg.solve(X.T @ X + alpha, X.T @ (y - y.mean()))


# %% [markdown] lang="ko" section="huber"
# ## 5. 후버 손실
#
# 잔차의 절댓값이 `delta` 이하이면 $\frac{1}{2} r^2$이고, 그보다 크면 직선으로 커지는 손실을 후버(Huber) 손실이라고 합니다. 두 부분은 값과
# 기울기가 모두 이어집니다. 잔차 배열을 받아 손실의 배열을 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 직선의 기울기는 `delta`입니다. $|r| = \delta$에서 값이 $\frac{1}{2} \delta^2$이 되려면 무엇을 빼야 할까요?
#
# </details>

# %% [markdown] lang="en" section="huber"
# ## 5. The Huber loss
#
# The Huber loss is $\frac{1}{2} r^2$ for residuals up to `delta` in absolute value, and rises along a straight line beyond it. At the transition, value and
# slope are continuous. Take an array of residuals and return the array of their losses.
#
# <details>
# <summary>Hint</summary>
#
# The line has a slope of `delta`. What do you have to subtract to make it $\frac{1}{2} \delta^2$ at $|r| = \delta$?
#
# </details>


# %% exercise="huber"
def huber(residuals, delta):
    return None


# %% check="huber"
answer = huber(np.array([-3.0, -1.0, 0.0, 0.5, 4.0]), 1.5)
report(answer, lambda a: np.allclose(a, [3.375, 0.5, 0, 0.125, 4.875]))


# %% solution="huber"
def huber(residuals, delta):
    size = np.abs(residuals)
    return np.where(size <= delta, size**2 / 2, delta * (size - delta / 2))


# %% wrong="huber"
# ko: 잔차가 커도 제곱했습니다. delta를 넘으면 직선으로 계산합니다.
# en: You squared the large residuals, too. Beyond delta the loss is a straight line.
def huber(residuals, delta):
    return residuals**2 / 2


# %% wrong="huber"
# ko: 두 부분이 이어지지 않습니다. delta에서 값이 delta의 제곱의 절반이 되도록 빼야 합니다.
# en: The two parts don't meet. At delta, the line has to be half the square of delta.
def huber(residuals, delta):
    size = np.abs(residuals)
    return np.where(size <= delta, size**2 / 2, delta * size)


# %% [markdown] lang="ko" section="choose_alpha"
# ## 6. 규제 강도 고르기
#
# 후보 가운데 5-폴드 교차 검증의 평균 결정 계수가 가장 높은 릿지 회귀의 `alpha`를 반환하세요. 표준화와 릿지 회귀를 묶은 파이프라인에
# `cross_val_score(…, cv=folds)`를 사용합니다.
#
# <details>
# <summary>힌트</summary>
#
# `make_pipeline(StandardScaler(), Ridge(alpha=alpha))`를 후보마다 평가합니다. 훈련 데이터의 점수로는 고를 수 없습니다.
#
# </details>

# %% [markdown] lang="en" section="choose_alpha"
# ## 6. Choosing the strength of a penalty
#
# Of the candidates, return the `alpha` of the ridge regression with the highest mean coefficient of determination in 5-fold cross-validation. Use
# `cross_val_score(…, cv=folds)` on a pipeline of standardisation and ridge regression.
#
# <details>
# <summary>Hint</summary>
#
# Evaluate `make_pipeline(StandardScaler(), Ridge(alpha=alpha))` for each candidate. The score on the training data can't choose.
#
# </details>

# %%
folds = KFold(5, shuffle=True, random_state=0)


# %% exercise="choose_alpha"
def choose_alpha(X, y, candidates):
    return None


# %% check="choose_alpha"
answer = choose_alpha(X[:80], y[:80], [0.01, 0.1, 1, 10, 100, 1000])
report(answer, lambda a: a == 10)


# %% solution="choose_alpha"
def choose_alpha(X, y, candidates):
    def score(alpha):
        model = make_pipeline(StandardScaler(), Ridge(alpha=alpha))
        return cross_val_score(model, X, y, cv=folds).mean()

    return max(candidates, key=score)


# %% wrong="choose_alpha"
# ko: 훈련 데이터의 점수로 골랐습니다. 그 점수는 규제가 약할수록 높습니다.
# en: You chose by the score on the training data. The weaker the penalty, the higher that score is.
def choose_alpha(X, y, candidates):
    def score(alpha):
        return make_pipeline(StandardScaler(), Ridge(alpha=alpha)).fit(X, y).score(X, y)

    return max(candidates, key=score)


# %% wrong="choose_alpha"
# ko: 점수가 가장 낮은 것을 골랐습니다. 결정 계수는 높을수록 좋습니다.
# en: You picked the lowest score. A higher coefficient of determination is better.
def choose_alpha(X, y, candidates):
    def score(alpha):
        model = make_pipeline(StandardScaler(), Ridge(alpha=alpha))
        return cross_val_score(model, X, y, cv=folds).mean()

    return min(candidates, key=score)


# %% [markdown] lang="ko" section="precision_recall"
# ## 7. 정밀도와 재현율
#
# 정답과 예측을 받아 정밀도와 재현율을 차례로 반환하세요. 양성 클래스는 1입니다.
#
# <details>
# <summary>힌트</summary>
#
# 분자는 둘 다 정답도 1이고 예측도 1인 샘플의 개수입니다. 정밀도는 양성으로 예측한 샘플로, 재현율은 실제로 양성인 샘플로 나눕니다.
#
# </details>

# %% [markdown] lang="en" section="precision_recall"
# ## 7. Precision and recall
#
# Take true labels and predictions, and return the precision and then the recall. The positive class is 1.
#
# <details>
# <summary>Hint</summary>
#
# Both numerators are the number of samples that are 1 and predicted as 1. Precision divides by those predicted positive, recall by those that are positive.
#
# </details>


# %% exercise="precision_recall"
def precision_recall(y_true, y_pred):
    return None


# %% check="precision_recall"
answer = precision_recall(np.array([1, 1, 1, 1, 0, 0, 0, 0]), np.array([1, 1, 1, 0, 1, 1, 0, 0]))
report(answer, lambda a: np.allclose(a, [0.6, 0.75]))


# %% solution="precision_recall"
def precision_recall(y_true, y_pred):
    found = np.sum((y_true == 1) & (y_pred == 1))
    return found / np.sum(y_pred == 1), found / np.sum(y_true == 1)


# %% wrong="precision_recall"
# ko: 정밀도와 재현율이 서로 바뀌었습니다. 정밀도는 양성으로 예측한 샘플로 나눕니다.
# en: Precision and recall are swapped. Precision divides by the samples predicted positive.
def precision_recall(y_true, y_pred):
    found = np.sum((y_true == 1) & (y_pred == 1))
    return found / np.sum(y_true == 1), found / np.sum(y_pred == 1)


# %% wrong="precision_recall"
# ko: 맞힌 음성까지 세었습니다. 분자는 양성으로 맞힌 샘플만 셉니다.
# en: You counted correct negatives, too. The numerator counts correct positives only.
def precision_recall(y_true, y_pred):
    found = np.sum(y_true == y_pred)
    return found / np.sum(y_pred == 1), found / np.sum(y_true == 1)


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 특성을 하나씩 추가하거나 빼면서 훈련 데이터셋과 테스트 데이터셋의 결정 계수가 어떻게 달라지는지 비교해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# Add or drop features and compare how the coefficient of determination changes on the training and test datasets.
