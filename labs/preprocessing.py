# %% [markdown] lang="ko" section="lab"
# # 실습: 데이터 전처리
#
# 모델에 넣을 데이터를 준비하는 과정을 직접 구현해 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트와 풀이를 열어 보세요.

# %% [markdown] lang="en" section="lab"
# # Lab: preprocessing
#
# Prepare data for a model yourself. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you are stuck, open the hint or the solution.

# %%
import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.datasets import load_wine
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

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


# %% [markdown] lang="ko" section="imputation"
# ## 1. 누락된 값 채우기
#
# 누락된 값(`nan`)을 그 열의 중앙값으로 채운 새 배열을 반환하세요. 입력 배열은 바꾸지 않습니다.
#
# <details>
# <summary>힌트</summary>
#
# `np.nanmedian`은 누락된 값을 제외하고 중앙값을 계산합니다. 행이 아니라 열마다 계산하세요.
#
# </details>

# %% [markdown] lang="en" section="imputation"
# ## 1. Fill in missing values
#
# Return a new array in which missing values (`nan`) are replaced by the median of their column. Don't change the given array.
#
# <details>
# <summary>Hint</summary>
#
# `np.nanmedian` ignores missing values. Compute it for each column, not for each row.
#
# </details>


# %% exercise="imputation"
def fill_with_median(X):
    return None


# %% check="imputation"
X = np.array([[1.0, 10.0], [np.nan, 30.0], [7.0, np.nan], [2.0, 80.0]])
before = X.copy()
expected = SimpleImputer(strategy="median").fit_transform(X)
report(
    fill_with_median(X),
    lambda a: np.allclose(a, expected) and np.array_equal(X, before, equal_nan=True),
)


# %% solution="imputation"
def fill_with_median(X):
    return np.where(np.isnan(X), np.nanmedian(X, axis=0), X)


# %% wrong="imputation"
# ko: 평균으로 채웠습니다. 중앙값은 np.nanmedian으로 구합니다.
# en: You filled in the mean. np.nanmedian gives the median.
def fill_with_median(X):
    return np.where(np.isnan(X), np.nanmean(X, axis=0), X)


# %% wrong="imputation"
# ko: 값은 맞지만 받은 배열을 바꾸었습니다. 새 배열을 만들어 돌려줍니다.
# en: The values are right, but you changed the given array. Return a new one.
def fill_with_median(X):
    X[np.isnan(X)] = np.take(np.nanmedian(X, axis=0), np.where(np.isnan(X))[1])
    return X


# %% [markdown] lang="ko" section="one_hot"
# ## 2. 원-핫 인코딩
#
# 클래스 이름의 리스트를 원-핫 배열로 바꾸세요. 열의 순서는 이름의 알파벳순입니다.
#
# <details>
# <summary>힌트</summary>
#
# `np.unique`는 정렬된 이름을 반환합니다. 이름마다 비교한 결과가 열 하나가 됩니다.
#
# </details>

# %% [markdown] lang="en" section="one_hot"
# ## 2. One-hot encoding
#
# Turn a list of class names into a one-hot array. The columns are in the alphabetical order of the names.
#
# <details>
# <summary>Hint</summary>
#
# `np.unique` returns the names sorted. Comparing with each of them gives one column.
#
# </details>


# %% exercise="one_hot"
def one_hot(names):
    return None


# %% check="one_hot"
names = ["green", "red", "blue", "red"]
expected = OneHotEncoder(sparse_output=False).fit_transform(np.reshape(names, (-1, 1)))
report(one_hot(names), lambda a: np.array_equal(np.asarray(a, dtype=float), expected))


# %% solution="one_hot"
def one_hot(names):
    return (np.reshape(names, (-1, 1)) == np.unique(names)).astype(float)


# %% wrong="one_hot"
# ko: 열이 나타난 차례대로 놓였습니다. 이름의 알파벳 순서로 놓습니다.
# en: The columns are in the order of appearance. Put them in alphabetical order.
def one_hot(names):
    order = list(dict.fromkeys(names))
    return np.array([[float(name == one) for one in order] for name in names])


# %% wrong="one_hot"
# ko: 클래스의 번호를 돌려주었습니다. 클래스마다 0과 1의 열이 하나씩 있어야 합니다.
# en: You returned the number of each class. There should be a column of 0 and 1 for each class.
def one_hot(names):
    return np.unique(names, return_inverse=True)[1].reshape(-1, 1)


# %% [markdown] lang="ko" section="leakage"
# ## 3. 누수 없이 표준화하기
#
# 훈련 데이터셋의 평균과 표준 편차로 훈련 데이터셋과 테스트 데이터셋을 모두 표준화해 두 배열을 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 평균과 표준 편차는 `X_train`에서만 계산하고 `X_test`에도 같은 값을 사용하세요.
#
# </details>

# %% [markdown] lang="en" section="leakage"
# ## 3. Standardise without leakage
#
# Standardise both the training dataset and the test dataset with the mean and the standard deviation of the
# training dataset, and return both arrays.
#
# <details>
# <summary>Hint</summary>
#
# Compute them from `X_train` alone, and use the same values for `X_test`.
#
# </details>


# %% exercise="leakage"
def standardise(X_train, X_test):
    return None


# %% check="leakage"
X, y = load_wine(return_X_y=True)
X_train, X_test = train_test_split(X, test_size=0.3, random_state=0, stratify=y)
scaler = StandardScaler().fit(X_train)
expected = scaler.transform(X_train), scaler.transform(X_test)
report(
    standardise(X_train, X_test),
    lambda a: np.allclose(a[0], expected[0]) and np.allclose(a[1], expected[1]),
)


# %% solution="leakage"
def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std


# %% wrong="leakage"
# ko: 테스트 데이터를 그 자신의 평균과 표준 편차로 바꾸었습니다. 훈련 데이터의 값을 씁니다.
# en: You scaled the test data with its own mean and standard deviation. Use those of the training data.
def standardise(X_train, X_test):
    return tuple((X - X.mean(axis=0)) / X.std(axis=0) for X in (X_train, X_test))


# %% wrong="leakage"
# ko: 평균과 표준 편차에 테스트 데이터가 섞였습니다. 훈련 데이터만으로 구합니다.
# en: The test data leaked into the mean and standard deviation. Use the training data alone.
def standardise(X_train, X_test):
    X = np.vstack([X_train, X_test])
    return tuple((part - X.mean(axis=0)) / X.std(axis=0) for part in (X_train, X_test))


# %% [markdown] lang="ko" section="robust"
# ## 4. 이상치에 강한 스케일
#
# 열마다 중앙값을 빼고 사분위수 범위(75%와 25% 지점의 차이)로 나누세요.
#
# <details>
# <summary>힌트</summary>
#
# `np.percentile(X, [25, 50, 75], axis=0)`은 세 값을 한꺼번에 계산합니다.
#
# </details>

# %% [markdown] lang="en" section="robust"
# ## 4. Scaling with outliers
#
# From each column subtract the median and divide by the interquartile range, the difference between the 75% and the 25% point.
#
# <details>
# <summary>Hint</summary>
#
# `np.percentile(X, [25, 50, 75], axis=0)` computes all three at once.
#
# </details>


# %% exercise="robust"
def robust_scale(X):
    return None


# %% check="robust"
X = np.array([[0.0], [1.0], [2.0], [3.0], [4.0], [500.0]])
report(robust_scale(X), lambda a: np.allclose(a, [[-1], [-0.6], [-0.2], [0.2], [0.6], [199]]))


# %% solution="robust"
def robust_scale(X):
    low, median, high = np.percentile(X, [25, 50, 75], axis=0)
    return (X - median) / (high - low)


# %% wrong="robust"
# ko: 표준화를 했습니다. 이상치 500이 평균과 표준 편차를 흔듭니다.
# en: This is standardisation. The outlier 500 distorts the mean and the standard deviation.
def robust_scale(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


# %% wrong="robust"
# ko: 전체 범위로 나누었습니다. 25% 지점부터 75% 지점까지의 범위로 나눕니다.
# en: You divided by the whole range. Divide by the range from the 25% to the 75% point.
def robust_scale(X):
    return (X - np.median(X, axis=0)) / (X.max(axis=0) - X.min(axis=0))


# %% [markdown] lang="ko" section="columns"
# ## 5. 열마다 다른 전처리
#
# 숫자 열과 범주 열의 이름을 받아 `make_column_transformer`로 전처리 객체를 만들어 반환하세요. 숫자 열은 빈칸을 중앙값으로
# 채운 다음 표준화하고, 범주 열은 원-핫 열로 바꿉니다. 훈련할 때 없던 범주가 나오면 모든 열을 0으로 채웁니다.
#
# <details>
# <summary>힌트</summary>
#
# 숫자 열에는 변환기 두 개를 `make_pipeline`으로 묶어 적용합니다. `OneHotEncoder`의 `handle_unknown` 매개변수를 찾아보세요.
#
# </details>

# %% [markdown] lang="en" section="columns"
# ## 5. Different preprocessing for different columns
#
# Given the names of numeric and categorical columns, return a preprocessor made with `make_column_transformer`. Fill gaps in
# the numeric columns with the median, then standardise them. One-hot encode the categorical columns; a category that was not
# there in training gets 0 in all columns.
#
# <details>
# <summary>Hint</summary>
#
# Combine the two transformers for the numeric columns with `make_pipeline`. Look up the parameter `handle_unknown` of `OneHotEncoder`.
#
# </details>


# %% exercise="columns"
def preprocessor(numbers, categories):
    return None


# %% check="columns"
train = pd.DataFrame({"mass": [1.0, 2.0, np.nan, 6.0], "colour": ["red", "blue", "red", "green"]})
test = pd.DataFrame({"mass": [2.0, np.nan], "colour": ["blue", "white"]})
masses = np.array([1.0, 2.0, 2.0, 6.0])
mass_of_2 = (2 - masses.mean()) / masses.std()
expected = [[mass_of_2, 1, 0, 0], [mass_of_2, 0, 0, 0]]
report(
    preprocessor(["mass"], ["colour"]),
    lambda a: np.allclose(a.fit(train).transform(test), expected),
)


# %% solution="columns"
def preprocessor(numbers, categories):
    return make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
        (OneHotEncoder(handle_unknown="ignore"), categories),
    )


# %% wrong="columns"
# ko: 훈련 데이터에 없던 범주에서 오류가 납니다. handle_unknown="ignore"를 지정합니다.
# en: A category that the training data lacks raises an error. Pass handle_unknown="ignore".
def preprocessor(numbers, categories):
    return make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
        (OneHotEncoder(), categories),
    )


# %% wrong="columns"
# ko: 누락된 값을 채우기 전에 표준화했습니다. 순서를 바꿉니다.
# en: You scaled before you filled the missing values. Swap the two.
def preprocessor(numbers, categories):
    return make_column_transformer(
        (make_pipeline(StandardScaler(), SimpleImputer(strategy="median")), numbers),
        (OneHotEncoder(handle_unknown="ignore"), categories),
    )


# %% [markdown] lang="ko" section="selection"
# ## 6. 누수 없이 특성 선택하기
#
# `SelectKBest(k=20)`으로 고른 특성으로 `LogisticRegression()`을 훈련합니다. 다섯 폴드 교차 검증의 정확도를 평균해 반환하세요.
# 특성은 폴드마다 새로 골라야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 특성 선택과 모델을 파이프라인 하나로 묶어 `cross_val_score`에 넣으세요.
#
# </details>

# %% [markdown] lang="en" section="selection"
# ## 6. Select features without leakage
#
# Train `LogisticRegression()` on the features selected by `SelectKBest(k=20)`, and return the mean accuracy of a cross-validation
# with five folds. The features have to be selected again for each fold.
#
# <details>
# <summary>Hint</summary>
#
# Combine the selection and the model into one pipeline and pass it to `cross_val_score`.
#
# </details>


# %% exercise="selection"
def honest_accuracy(X, y):
    return None


# %% check="selection"
rng = np.random.default_rng(0)
X, y = rng.normal(size=(100, 1000)), rng.integers(0, 2, 100)
honest = make_pipeline(SelectKBest(k=20), LogisticRegression())
expected = cross_val_score(honest, X, y, cv=5).mean()
report(honest_accuracy(X, y), lambda a: np.isclose(a, expected))


# %% solution="selection"
def honest_accuracy(X, y):
    model = make_pipeline(SelectKBest(k=20), LogisticRegression())
    return cross_val_score(model, X, y, cv=5).mean()


# %% wrong="selection"
# ko: 모든 샘플을 보고 특성을 골랐습니다. 특성 선택을 파이프라인에 넣습니다.
# en: You selected the features on all samples. Put the selection into the pipeline.
def honest_accuracy(X, y):
    X_selected = SelectKBest(k=20).fit_transform(X, y)
    return cross_val_score(LogisticRegression(), X_selected, y, cv=5).mean()


# %% wrong="selection"
# ko: 훈련한 데이터로 평가했습니다. 교차 검증을 합니다.
# en: You scored the model on its training data. Cross-validate it.
def honest_accuracy(X, y):
    model = make_pipeline(SelectKBest(k=20), LogisticRegression())
    return model.fit(X, y).score(X, y)


# %% [markdown] lang="ko" section="backward_step"
# ## 7. 순차 후진 선택의 한 단계
#
# 특성 번호의 리스트와 점수 함수를 받아, 특성 하나를 뺀 리스트 가운데 점수가 가장 높은 것을 반환하세요. 점수 함수는 특성 번호의
# 리스트를 받아 수 하나를 반환합니다.
#
# <details>
# <summary>힌트</summary>
#
# 특성마다 그 특성을 뺀 리스트를 만들고, `max`의 `key`에 점수 함수를 지정하세요.
#
# </details>

# %% [markdown] lang="en" section="backward_step"
# ## 7. One step of sequential backward selection
#
# Given a list of feature numbers and a score function, return the list with one feature fewer that has the highest score. The
# score function takes a list of feature numbers and returns a number.
#
# <details>
# <summary>Hint</summary>
#
# For each feature make the list without it, and pass the score function to `max` as its `key`.
#
# </details>


# %% exercise="backward_step"
def drop_one(subset, score):
    return None


# %% check="backward_step"
def score(subset):
    alone = 0.1 * (1 in subset) + 0.2 * (2 in subset) + 0.05 * (5 in subset)
    return alone + 0.5 * (3 in subset and 5 in subset)


report(
    drop_one([1, 2, 3, 5], score),
    lambda a: sorted(a) == [2, 3, 5] and sorted(drop_one(a, score)) == [3, 5],
)


# %% solution="backward_step"
def drop_one(subset, score):
    smaller = [[feature for feature in subset if feature != out] for out in subset]
    return max(smaller, key=score)


# %% wrong="backward_step"
# ko: 특성을 하나씩 따로 평가했습니다. 하나를 뺀 리스트를 평가합니다.
# en: You scored each feature alone. Score the lists that lack one feature.
def drop_one(subset, score):
    worst = min(subset, key=lambda feature: score([feature]))
    return [feature for feature in subset if feature != worst]


# %% wrong="backward_step"
# ko: 점수가 가장 낮은 것을 골랐습니다. 가장 높은 것을 고릅니다.
# en: You picked the lowest score. Pick the highest.
def drop_one(subset, score):
    smaller = [[feature for feature in subset if feature != out] for out in subset]
    return min(smaller, key=score)


# %% [markdown] lang="ko" section="pipeline"
# ## 8. 파이프라인 만들기
#
# 누락된 값을 중앙값으로 채우고, 표준화한 다음 로지스틱 회귀로 분류하는 파이프라인을 반환하세요. 아직 훈련하지는 않습니다.
#
# <details>
# <summary>힌트</summary>
#
# `make_pipeline`에 변환기를 순서대로 넣고 추정기를 마지막에 넣습니다. `SimpleImputer`의 기본값은 평균입니다.
#
# </details>

# %% [markdown] lang="en" section="pipeline"
# ## 8. A pipeline
#
# Return a pipeline that fills in missing values with the median, standardises, and classifies by logistic regression. Don't fit it yet.
#
# <details>
# <summary>Hint</summary>
#
# Pass the transformers to `make_pipeline` in order, the estimator last. By default, `SimpleImputer` uses the mean.
#
# </details>


# %% exercise="pipeline"
def build():
    return None


# %% check="pipeline"
X_gaps, y_gaps = load_wine(return_X_y=True)
X_gaps[np.random.default_rng(0).random(X_gaps.shape) < 0.2] = np.nan
filled = np.where(np.isnan(X_gaps), np.nanmedian(X_gaps, axis=0), X_gaps)
report(
    build(),
    lambda a: (
        a.fit(X_gaps, y_gaps).score(X_gaps, y_gaps) > 0.9
        and np.allclose(a[:-1].transform(X_gaps), StandardScaler().fit_transform(filled))
    ),
)


# %% solution="pipeline"
def build():
    return make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression())


# %% wrong="pipeline"
# ko: 평균으로 채웠습니다. strategy="median"을 지정합니다.
# en: You filled in the mean. Set strategy="median".
def build():
    return make_pipeline(SimpleImputer(), StandardScaler(), LogisticRegression())


# %% wrong="pipeline"
# ko: 채우기 전에 표준화했습니다. 누락된 값을 먼저 채웁니다.
# en: You standardised before filling in. Fill in the missing values first.
def build():
    return make_pipeline(StandardScaler(), SimpleImputer(strategy="median"), LogisticRegression())


# %% [markdown] lang="ko" section="spread"
# ## 9. 교차 검증의 평균과 표준 편차
#
# 모델을 `folds`로 나눈 교차 검증으로 평가하고, 폴드 점수의 평균과 표준 편차를 차례로 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# `cross_val_score(…, cv=folds)`는 폴드마다 점수 하나를 반환합니다.
#
# </details>

# %% [markdown] lang="en" section="spread"
# ## 9. Mean and spread of a cross-validation
#
# Evaluate a model by cross-validation with `folds`, and return the mean of the scores and then their standard deviation.
#
# <details>
# <summary>Hint</summary>
#
# `cross_val_score(…, cv=folds)` returns one score for each fold.
#
# </details>

# %%
folds = StratifiedKFold(5, shuffle=True, random_state=0)


# %% exercise="spread"
def mean_and_spread(model, X, y):
    return None


# %% check="spread"
X_few, y_few = load_wine(return_X_y=True)
X_few = X_few[:, :2]
scores = cross_val_score(LogisticRegression(), X_few, y_few, cv=folds)
report(
    mean_and_spread(LogisticRegression(), X_few, y_few),
    lambda a: np.allclose(a, [np.mean(scores), np.std(scores)]),
)


# %% solution="spread"
def mean_and_spread(model, X, y):
    scores = cross_val_score(model, X, y, cv=folds)
    return scores.mean(), scores.std()


# %% wrong="spread"
# ko: 훈련 데이터에서 평가했습니다. 폴드마다 훈련에 쓰지 않은 부분에서 평가합니다.
# en: You evaluated on the training data. Each fold is evaluated on the part that it wasn't trained on.
def mean_and_spread(model, X, y):
    model.fit(X, y)
    scores = [model.score(X[part], y[part]) for _, part in folds.split(X, y)]
    return np.mean(scores), np.std(scores)


# %% wrong="spread"
# ko: folds를 사용하지 않았습니다. 기본값은 샘플을 섞지 않고 나눕니다.
# en: You didn't use folds. By default, the samples are split without shuffling.
def mean_and_spread(model, X, y):
    scores = cross_val_score(model, X, y)
    return scores.mean(), scores.std()


# %% [markdown] lang="ko" section="permutation"
# ## 10. 순열 중요도
#
# 특성 하나의 값을 무작위로 섞었을 때 모델의 점수가 얼마나 낮아지는지 반환하세요. 섞을 때는 `rng.permutation`을 사용하고, 입력 배열은 바꾸지
# 않습니다.
#
# <details>
# <summary>힌트</summary>
#
# `X.copy()`에서 그 열만 섞은 다음 `model.score`를 비교합니다. 모델을 다시 훈련하지는 않습니다.
#
# </details>

# %% [markdown] lang="en" section="permutation"
# ## 10. Permutation importance
#
# Return by how much the score of a model falls if the values of one feature are shuffled. Shuffle with `rng.permutation`, and leave the input array as it
# is.
#
# <details>
# <summary>Hint</summary>
#
# Shuffle that column of `X.copy()` and compare `model.score`. Don't fit the model again.
#
# </details>


# %% exercise="permutation"
def importance(model, X, y, column, rng):
    return None


# %% check="permutation"
X_made = np.random.default_rng(0).normal(size=(400, 3))
y_made = (X_made[:, 1] > 0).astype(int)
fitted = LogisticRegression().fit(X_made, y_made)
untouched = X_made.copy()
report(
    importance(fitted, X_made, y_made, 1, np.random.default_rng(1)),
    lambda a: (
        0.4 < a < 0.6
        and abs(importance(fitted, X_made, y_made, 0, np.random.default_rng(1))) < 0.1
        and np.array_equal(X_made, untouched)
    ),
)


# %% solution="permutation"
def importance(model, X, y, column, rng):
    shuffled = X.copy()
    shuffled[:, column] = rng.permutation(X[:, column])
    return model.score(X, y) - model.score(shuffled, y)


# %% wrong="permutation"
# ko: 부호가 반대입니다. 섞기 전의 점수에서 섞은 다음의 점수를 뺍니다.
# en: The sign is reversed. Subtract the score after shuffling from the one before.
def importance(model, X, y, column, rng):
    shuffled = X.copy()
    shuffled[:, column] = rng.permutation(X[:, column])
    return model.score(shuffled, y) - model.score(X, y)


# %% wrong="permutation"
# ko: 행 전체를 섞었습니다. 그 특성의 열만 섞습니다.
# en: You shuffled whole rows. Shuffle the column of that feature only.
def importance(model, X, y, column, rng):
    return model.score(X, y) - model.score(rng.permutation(X), y)


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 빈칸을 모두 채웠다면 다른 데이터셋에도 같은 함수를 적용해 보고 사이킷런의 결과와 비교해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# With all blanks filled in, apply the same functions to another dataset and compare with scikit-learn.
