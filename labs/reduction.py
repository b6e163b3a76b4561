# %% [markdown] lang="ko" section="lab"
# # 실습: 차원 축소
#
# 주성분 분석과 RBF 커널을 단계별로 구현해 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트나 풀이를 열어 보세요.

# %% [markdown] lang="en" section="lab"
# # Lab: dimensionality reduction
#
# Implement principal component analysis and the RBF kernel step by step. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you get stuck, open the hint or the solution.

# %%
import numpy as np
from sklearn.datasets import load_wine, make_moons
from sklearn.decomposition import PCA
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X = StandardScaler().fit_transform(X)

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


# %% [markdown] lang="ko" section="covariance"
# ## 1. 공분산 행렬
#
# 행마다 샘플이 있는 배열에서 공분산 행렬을 계산해 보세요. `np.cov`는 쓰지 않습니다.
#
# <details>
# <summary>힌트</summary>
#
# 평균을 뺀 배열을 $C$라고 하면 $C^\top C$를 샘플 개수보다 하나 작은 수로 나눕니다.
#
# </details>

# %% [markdown] lang="en" section="covariance"
# ## 1. The covariance matrix
#
# Compute the covariance matrix of an array with one sample in each row, without `np.cov`.
#
# <details>
# <summary>Hint</summary>
#
# With $C$ the centred array, divide $C^\top C$ by one less than the number of samples.
#
# </details>


# %% exercise="covariance"
def covariance(X):
    return None


# %% check="covariance"
X_raw = load_wine().data
report(covariance(X_raw), lambda a: np.allclose(a, np.cov(X_raw.T)))


# %% solution="covariance"
def covariance(X):
    centred = X - X.mean(axis=0)
    return centred.T @ centred / (len(X) - 1)


# %% wrong="covariance"
# ko: 열마다 평균을 빼지 않았습니다.
# en: You did not subtract the mean of each column.
def covariance(X):
    return X.T @ X / (len(X) - 1)


# %% wrong="covariance"
# ko: 샘플 개수로 나누었습니다. 하나 적은 수로 나눕니다.
# en: You divided by the number of samples. Divide by one less.
def covariance(X):
    centred = X - X.mean(axis=0)
    return centred.T @ centred / len(X)


# %% [markdown] lang="ko" section="variance"
# ## 2. 설명된 분산의 비율
#
# 고윳값의 배열을 받아 큰 것부터 차례로 누적한 설명된 분산의 비율을 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# `np.linalg.eigvalsh`는 고윳값을 오름차순으로 반환합니다. 먼저 내림차순으로 정렬하세요.
#
# </details>

# %% [markdown] lang="en" section="variance"
# ## 2. The explained variance ratio
#
# From an array of eigenvalues, return the cumulative explained variance ratios, largest first.
#
# <details>
# <summary>Hint</summary>
#
# `np.linalg.eigvalsh` returns the eigenvalues in ascending order. Sort them in descending order first.
#
# </details>


# %% exercise="variance"
def cumulated_shares(eigenvalues):
    return None


# %% check="variance"
expected = np.cumsum(PCA().fit(X).explained_variance_ratio_)
report(cumulated_shares(np.linalg.eigvalsh(np.cov(X.T))), lambda a: np.allclose(a, expected))


# %% solution="variance"
def cumulated_shares(eigenvalues):
    return np.cumsum(np.sort(eigenvalues)[::-1]) / np.sum(eigenvalues)


# %% wrong="variance"
# ko: 작은 고윳값부터 더했습니다. 큰 것부터 놓고 누적합니다.
# en: You added the smallest eigenvalues first. Sort them in descending order, then accumulate.
def cumulated_shares(eigenvalues):
    return np.cumsum(eigenvalues) / np.sum(eigenvalues)


# %% wrong="variance"
# ko: 누적하지 않았습니다. np.cumsum을 씁니다.
# en: These are not accumulated yet. Use np.cumsum.
def cumulated_shares(eigenvalues):
    return np.sort(eigenvalues)[::-1] / np.sum(eigenvalues)


# %% [markdown] lang="ko" section="projection"
# ## 3. 주성분에 투영하기
#
# 표준화한 `X`를 분산이 가장 큰 두 방향에 투영해 열이 두 개인 배열을 반환하세요. 부호는 상관없습니다.
#
# <details>
# <summary>힌트</summary>
#
# `np.linalg.eigh`의 고유 벡터는 열에 있고, 고윳값이 가장 큰 열이 마지막입니다.
#
# </details>

# %% [markdown] lang="en" section="projection"
# ## 3. Project onto principal components
#
# Project the standardised `X` onto the two directions of largest variance; return an array of two columns. Signs do not matter.
#
# <details>
# <summary>Hint</summary>
#
# `np.linalg.eigh` has the eigenvectors in columns, the one with the largest eigenvalue last.
#
# </details>


# %% exercise="projection"
def project(X):
    return None


# %% check="projection"
expected = PCA(n_components=2).fit_transform(X)
report(
    project(X),
    lambda a: np.shape(a) == expected.shape and np.allclose(np.abs(a), np.abs(expected)),
)


# %% solution="projection"
def project(X):
    _, vectors = np.linalg.eigh(np.cov(X.T))
    return X @ vectors[:, [-1, -2]]


# %% wrong="projection"
# ko: 분산이 가장 작은 두 방향으로 투영했습니다. eigh는 작은 고윳값부터 돌려줍니다.
# en: You projected onto the directions of least variance. eigh returns the smallest eigenvalues first.
def project(X):
    _, vectors = np.linalg.eigh(np.cov(X.T))
    return X @ vectors[:, :2]


# %% wrong="projection"
# ko: 행을 골랐습니다. 고유벡터는 열에 있습니다.
# en: You took rows. The eigenvectors are in the columns.
def project(X):
    _, vectors = np.linalg.eigh(np.cov(X.T))
    return X @ vectors[[-1, -2]].T


# %% [markdown] lang="ko" section="kernel"
# ## 4. RBF 커널
#
# 두 샘플의 거리를 $d$라고 할 때 커널은 $e^{-\gamma d^2}$입니다. 모든 샘플 쌍의 커널 행렬을 만들어 보세요.
#
# <details>
# <summary>힌트</summary>
#
# `X[:, None] - X`는 모든 쌍의 차이를 담은 3차원 배열입니다. 거리가 아니라 거리의 제곱을 사용하세요.
#
# </details>

# %% [markdown] lang="en" section="kernel"
# ## 4. The RBF kernel
#
# With $d$ the distance of two samples the kernel is $e^{-\gamma d^2}$. Make the kernel matrix of all pairs of samples.
#
# <details>
# <summary>Hint</summary>
#
# `X[:, None] - X` holds the differences of all pairs. Use the squared distance, not the distance.
#
# </details>


# %% exercise="kernel"
def kernel(X, gamma):
    return None


# %% check="kernel"
X_moons, _ = make_moons(30, random_state=0)
report(kernel(X_moons, 15), lambda a: np.allclose(a, rbf_kernel(X_moons, gamma=15)))


# %% solution="kernel"
def kernel(X, gamma):
    squared = np.sum((X[:, None] - X) ** 2, axis=-1)
    return np.exp(-gamma * squared)


# %% wrong="kernel"
# ko: 거리를 제곱하지 않았습니다.
# en: You did not square the distance.
def kernel(X, gamma):
    return np.exp(-gamma * np.linalg.norm(X[:, None] - X, axis=-1))


# %% wrong="kernel"
# ko: 선형 커널입니다. RBF 커널은 거리를 지수에 넣습니다.
# en: This is the linear kernel. The RBF kernel puts the distance into an exponential.
def kernel(X, gamma):
    return X @ X.T


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 투영한 결과를 산점도로 그려 보세요. 클래스마다 색과 점의 모양을 다르게 하면 어떤 클래스가 나뉘는지 알 수 있습니다.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# Draw the projected samples as a scatter plot, with a colour and a marker for each class, and see which classes separate.
