# %% [markdown] lang="ko" section="lab"
# # 실습: 데이터 전처리
#
# 데이터를 모델에 넣기 전에 하는 일을 직접 만들어 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트와 풀이를 열어 보아도 좋습니다.

# %% [markdown] lang="en" section="lab"
# # Lab: preprocessing
#
# Build what comes before a model sees the data. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you are stuck, open the hint or the solution.

# %%
import numpy as np
from sklearn.datasets import load_wine
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, StandardScaler

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


# %% [markdown] lang="ko" section="imputation"
# ## 1. 누락된 값 채우기
#
# 누락된 값(`nan`)을 그 열의 중앙값으로 채운 새 배열을 돌려주세요. 받은 배열은 그대로 두어야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# `np.nanmedian`은 누락된 값을 빼고 중앙값을 계산합니다. 행이 아니라 열마다 계산하세요.
#
# </details>

# %% [markdown] lang="en" section="imputation"
# ## 1. Fill in missing values
#
# Return a new array in which missing values (`nan`) are replaced by the median of their column. Leave the given array as it is.
#
# <details>
# <summary>Hint</summary>
#
# `np.nanmedian` leaves missing values out. Compute it for each column, not for each row.
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
# 클래스 이름의 리스트를 받아 원-핫 배열을 만들어 보세요. 열의 차례는 이름의 알파벳순입니다.
#
# <details>
# <summary>힌트</summary>
#
# `np.unique`는 정렬된 이름을 돌려줍니다. 이름을 하나씩 비교해 열을 만드세요.
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
# `np.unique` gives the names sorted. Compare with each of them to make a column.
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
# 훈련 데이터셋의 통계로 훈련 데이터셋과 테스트 데이터셋을 모두 표준화해 두 배열을 돌려주세요.
#
# <details>
# <summary>힌트</summary>
#
# 평균과 표준 편차는 `X_train`에서만 계산합니다. `X_test`에는 그 값을 그대로 사용하세요.
#
# </details>

# %% [markdown] lang="en" section="leakage"
# ## 3. Standardise without leakage
#
# Standardise the training dataset and the test dataset with the statistics of the former, and return
# both arrays.
#
# <details>
# <summary>Hint</summary>
#
# Compute mean and standard deviation from `X_train` alone, and use the same for `X_test`.
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
# 열마다 중앙값을 빼고 사분위수 범위(75%와 25% 지점의 차이)로 나누어 보세요.
#
# <details>
# <summary>힌트</summary>
#
# `np.percentile(X, [25, 50, 75], axis=0)`은 세 값을 한꺼번에 계산합니다.
#
# </details>

# %% [markdown] lang="en" section="robust"
# ## 4. A scale that outliers do not shake
#
# For each column subtract the median and divide by the interquartile range, from the 25% to the 75% point.
#
# <details>
# <summary>Hint</summary>
#
# `np.percentile(X, [25, 50, 75], axis=0)` gives all three at once.
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


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 빈칸을 다 채웠다면 다른 데이터셋으로 바꾸어 같은 함수가 그대로 맞는지 확인해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# With all blanks filled, put in another data set and see whether the same functions still hold.
