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
    except (AttributeError, LookupError, TypeError, ValueError):
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
# ko: 행을 골랐습니다. 고유 벡터는 열에 있습니다.
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


# %% [markdown] lang="ko" section="components"
# ## 5. 주성분의 개수 고르기
#
# 설명된 분산의 비율이 `share` 이상이 되려면 주성분이 적어도 몇 개 필요한지 반환하세요. 비율은 큰 것부터 차례로 들어 있습니다.
#
# <details>
# <summary>힌트</summary>
#
# `np.cumsum`으로 비율을 더해 가다가 처음으로 `share` 이상이 되는 자리를 찾습니다. 자리는 0부터 셉니다.
#
# </details>

# %% [markdown] lang="en" section="components"
# ## 5. How many components?
#
# Return the smallest number of principal components that explain at least the share `share` of the variance. The ratios come in descending order.
#
# <details>
# <summary>Hint</summary>
#
# Add up the ratios with `np.cumsum` and find the first place where the sum reaches `share`. Places count from 0.
#
# </details>


# %% exercise="components"
def components_needed(ratios, share):
    return None


# %% check="components"
ratios = np.array([0.5, 0.25, 0.125, 0.0625, 0.0625])
report(
    components_needed(ratios, 0.8),
    lambda a: (
        a == 3 and components_needed(ratios, 0.75) == 2 and components_needed(ratios, 0.3) == 1
    ),
)


# %% solution="components"
def components_needed(ratios, share):
    return np.argmax(np.cumsum(ratios) >= share) + 1


# %% wrong="components"
# ko: 자리의 번호를 반환했습니다. 0부터 세므로 개수는 하나 더 많습니다.
# en: You returned the place. Places count from 0, so the number is one more.
def components_needed(ratios, share):
    return np.argmax(np.cumsum(ratios) >= share)


# %% wrong="components"
# ko: 비율을 더하지 않고 하나씩 비교했습니다. 누적한 합을 비교합니다.
# en: You compared single ratios. Compare their running sum.
def components_needed(ratios, share):
    return np.sum(ratios >= 1 - share) + 1


# %% [markdown] lang="ko" section="rebuild"
# ## 6. 주성분에서 원래 특성으로
#
# 데이터를 처음 `k`개의 주성분에 투영한 다음 원래 특성으로 되돌린 배열을 반환하세요. 데이터의 평균은 0이 아닐 수도 있습니다.
#
# <details>
# <summary>힌트</summary>
#
# 평균을 뺀 데이터를 $C$, 고유 벡터 $k$개를 열로 가진 행렬을 $W$라고 하면 $C W W^\top$에 평균을 다시 더합니다.
#
# </details>

# %% [markdown] lang="en" section="rebuild"
# ## 6. Rebuilding from the components
#
# Project the data onto their first `k` principal components, and return them transformed back into the original features. The mean of the data may differ from 0.
#
# <details>
# <summary>Hint</summary>
#
# With $C$ the data minus their mean and $W$ the matrix of $k$ eigenvectors as columns, compute $C W W^\top$ and add the mean again.
#
# </details>


# %% exercise="rebuild"
def rebuild(X, k):
    return None


# %% check="rebuild"
X_raw = load_wine().data[:, :6]
pca = PCA(3).fit(X_raw)
expected = pca.inverse_transform(pca.transform(X_raw))
report(rebuild(X_raw, 3), lambda a: np.allclose(a, expected))


# %% solution="rebuild"
def rebuild(X, k):
    mean = X.mean(axis=0)
    _, vectors = np.linalg.eigh(np.cov(X.T))
    W = vectors[:, ::-1][:, :k]
    return (X - mean) @ W @ W.T + mean


# %% wrong="rebuild"
# ko: 평균을 다시 더하지 않았습니다. 그래서 결과가 원점을 중심으로 흩어집니다.
# en: You didn't add the mean again, so the result is centred at the origin.
def rebuild(X, k):
    _, vectors = np.linalg.eigh(np.cov(X.T))
    W = vectors[:, ::-1][:, :k]
    return (X - X.mean(axis=0)) @ W @ W.T


# %% wrong="rebuild"
# ko: 고윳값이 가장 작은 주성분을 골랐습니다. eigh는 작은 것부터 반환합니다.
# en: You took the components with the smallest eigenvalues. eigh returns the smallest first.
def rebuild(X, k):
    mean = X.mean(axis=0)
    _, vectors = np.linalg.eigh(np.cov(X.T))
    W = vectors[:, :k]
    return (X - mean) @ W @ W.T + mean


# %% [markdown] lang="ko" section="whiten"
# ## 7. 백색화
#
# 데이터를 주성분에 투영한 다음 주성분마다 분산이 1이 되게 하세요. 결과의 공분산은 모두 0이 되어야 합니다.
#
# <details>
# <summary>힌트</summary>
#
# 투영한 데이터의 분산이 고윳값입니다. 분산이 1이 되려면 무엇으로 나누어야 할까요?
#
# </details>

# %% [markdown] lang="en" section="whiten"
# ## 7. Whitening
#
# Project the data onto their principal components and give each component a variance of 1. The covariances of the result have to be 0.
#
# <details>
# <summary>Hint</summary>
#
# The variances of the projected data are the eigenvalues. What do you have to divide by to make them 1?
#
# </details>


# %% exercise="whiten"
def whiten(X):
    return None


# %% check="whiten"
report(whiten(X), lambda a: a.shape == X.shape and np.allclose(np.cov(a.T), np.eye(X.shape[1])))


# %% solution="whiten"
def whiten(X):
    values, vectors = np.linalg.eigh(np.cov(X.T))
    return (X - X.mean(axis=0)) @ vectors / np.sqrt(values)


# %% wrong="whiten"
# ko: 투영하기만 해서 분산이 1이 아닙니다. 주성분마다 표준 편차로 나눕니다.
# en: You only projected, so the variances aren't 1. Divide each component by its standard deviation.
def whiten(X):
    _, vectors = np.linalg.eigh(np.cov(X.T))
    return (X - X.mean(axis=0)) @ vectors


# %% wrong="whiten"
# ko: 표준화만 해서 특성 사이의 상관관계가 남아 있습니다. 먼저 주성분에 투영합니다.
# en: You standardised, which leaves the correlations between the features. Project on the components first.
def whiten(X):
    return (X - X.mean(axis=0)) / X.std(axis=0, ddof=1)


# %% wrong="whiten"
# ko: 분산으로 나누었습니다. 분산의 제곱근인 표준 편차로 나눕니다.
# en: You divided by the variance. Divide by its square root, the standard deviation.
def whiten(X):
    values, vectors = np.linalg.eigh(np.cov(X.T))
    return (X - X.mean(axis=0)) @ vectors / values


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 투영한 결과를 산점도로 그려 보세요. 클래스마다 색과 점의 모양을 다르게 하면 어떤 클래스가 나뉘는지 알 수 있습니다.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# Draw the projected samples as a scatter plot, with a colour and a marker for each class, and see which classes separate.
