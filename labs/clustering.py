# %% [markdown] lang="ko" section="lab"
# # 실습: 군집
#
# k-평균부터 DBSCAN까지 핵심이 되는 계산을 직접 구현해 봅니다. 문제마다 빈칸이 있는 셀과 답을 확인하는 셀이 있습니다.
# 빈칸을 채운 다음 두 셀을 차례로 실행하세요. 막히면 힌트나 풀이를 열어 보세요.

# %% [markdown] lang="en" section="lab"
# # Lab: clustering
#
# Implement the core computations of each method, from k-means to DBSCAN. Each exercise has a cell to complete and a cell that checks it.
# Fill in the blank, then run both cells. If you get stuck, open the hint or the solution.

# %%
import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist
from sklearn.cluster import DBSCAN, KMeans
from sklearn.datasets import load_wine, make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score, silhouette_samples
from sklearn.mixture import GaussianMixture
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, _ = make_blobs(150, centers=3, cluster_std=0.5, random_state=0)
start = X[[0, 50, 100]]

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


# %% [markdown] lang="ko" section="assign"
# ## 1. 가까운 센트로이드 찾기
#
# 샘플마다 가장 가까운 센트로이드의 번호를 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# `X[:, None] - centroids`로 모든 거리를 구한 다음 샘플마다 `argmin`을 찾으세요.
#
# </details>

# %% [markdown] lang="en" section="assign"
# ## 1. Find the nearest centroid
#
# Return, for each sample, the number of its nearest centroid.
#
# <details>
# <summary>Hint</summary>
#
# Get all distances from `X[:, None] - centroids`, then the `argmin` for each sample.
#
# </details>


# %% exercise="assign"
def assign(X, centroids):
    return None


# %% check="assign"
centroids = np.array([[0.0, 0.0], [4.0, 0.0]])
samples = np.array([[1.0, 3.0], [3.0, -5.0], [1.9, 0.0], [9.0, 9.0]])
report(assign(samples, centroids), lambda a: np.array_equal(a, [0, 1, 0, 1]))


# %% solution="assign"
def assign(X, centroids):
    return np.argmin(np.linalg.norm(X[:, None] - centroids, axis=-1), axis=1)


# %% wrong="assign"
# ko: 가장 먼 센트로이드를 골랐습니다.
# en: You chose the farthest centroid.
def assign(X, centroids):
    return np.argmax(np.linalg.norm(X[:, None] - centroids, axis=-1), axis=1)


# %% wrong="assign"
# ko: 센트로이드마다 가장 가까운 샘플을 찾았습니다. 샘플마다 찾으려면 axis=1이어야 합니다.
# en: You found the nearest sample for each centroid. For each sample, use axis=1.
def assign(X, centroids):
    return np.argmin(np.linalg.norm(X[:, None] - centroids, axis=-1), axis=0)


# %% [markdown] lang="ko" section="move"
# ## 2. 센트로이드 옮기기
#
# 클러스터마다 속한 샘플의 평균을 구해 새 센트로이드의 배열을 반환하세요. 빈 클러스터는 없다고 가정합니다.
#
# <details>
# <summary>힌트</summary>
#
# `labels == j`인 샘플만 골라 열마다 평균을 냅니다.
#
# </details>

# %% [markdown] lang="en" section="move"
# ## 2. Move the centroids
#
# Return the new centroids: the mean of the samples of each cluster. Assume that no cluster is empty.
#
# <details>
# <summary>Hint</summary>
#
# Take the samples with `labels == j` and average each column.
#
# </details>


# %% exercise="move"
def move(X, labels, k):
    return None


# %% check="move"
labels = np.arange(len(X)) % 3
expected = np.array([X[labels == j].mean(axis=0) for j in range(3)])
report(move(X, labels, 3), lambda a: np.allclose(a, expected))


# %% solution="move"
def move(X, labels, k):
    return np.array([X[labels == j].mean(axis=0) for j in range(k)])


# %% wrong="move"
# ko: 모든 특성을 한데 섞어 평균했습니다. 열마다 평균하려면 axis=0이 필요합니다.
# en: You averaged over all features at once. To average each column, use axis=0.
def move(X, labels, k):
    return np.array([X[labels == j].mean() for j in range(k)])


# %% wrong="move"
# ko: 중앙값을 구했습니다. k-평균은 평균으로 옮깁니다.
# en: You took the median. k-means moves to the mean.
def move(X, labels, k):
    return np.array([np.median(X[labels == j], axis=0) for j in range(k)])


# %% [markdown] lang="ko" section="silhouette"
# ## 3. 실루엣 계수 하나
#
# 샘플 `i`의 실루엣 계수를 계산해 보세요. 같은 클러스터의 다른 샘플과의 평균 거리가 $a$, 가장 가까운 다른 클러스터와의 평균 거리가 $b$일 때 $(b - a) / \max(a, b)$입니다.
#
# <details>
# <summary>힌트</summary>
#
# $a$를 구할 때 자기 자신은 제외합니다. $b$는 다른 클러스터마다 구한 평균 중 가장 작은 값입니다. 샘플이 하나뿐인 클러스터는 나오지 않습니다.
#
# </details>

# %% [markdown] lang="en" section="silhouette"
# ## 3. One silhouette coefficient
#
# Compute the silhouette coefficient of sample `i`: $(b - a) / \max(a, b)$, where $a$ is its mean distance to the others of its cluster and $b$ its mean distance to the nearest other cluster.
#
# <details>
# <summary>Hint</summary>
#
# Leave the sample itself out of $a$. For $b$, average over each other cluster and take the smallest. No cluster has only one sample.
#
# </details>


# %% exercise="silhouette"
def silhouette(X, labels, i):
    return None


# %% check="silhouette"
labels = np.argmin(np.linalg.norm(X[:, None] - start, axis=-1), axis=1)
expected = silhouette_samples(X, labels)[[0, 7, 99]]
answers = [silhouette(X, labels, i) for i in (0, 7, 99)]
report(None if None in answers else answers, lambda a: np.allclose(a, expected))


# %% solution="silhouette"
def silhouette(X, labels, i):
    distances = np.linalg.norm(X - X[i], axis=1)
    own = labels == labels[i]
    a = distances[own].sum() / (own.sum() - 1)
    b = min(distances[labels == other].mean() for other in set(labels) - {labels[i]})
    return (b - a) / max(a, b)


# %% wrong="silhouette"
# ko: a에 샘플 자신과의 거리 0이 들어갔습니다. 한 개를 뺀 개수로 나눕니다.
# en: a includes the distance 0 to the sample itself. Divide by one less.
def silhouette(X, labels, i):
    distances = np.linalg.norm(X - X[i], axis=1)
    a = distances[labels == labels[i]].mean()
    b = min(distances[labels == other].mean() for other in set(labels) - {labels[i]})
    return (b - a) / max(a, b)


# %% wrong="silhouette"
# ko: b를 다른 클러스터 전체의 평균으로 구했습니다. 클러스터마다 평균한 다음 가장 작은 값을 고릅니다.
# en: b is the mean over all other clusters. Average over each of them, and take the smallest.
def silhouette(X, labels, i):
    distances = np.linalg.norm(X - X[i], axis=1)
    own = labels == labels[i]
    a, b = distances[own].sum() / (own.sum() - 1), distances[~own].mean()
    return (b - a) / max(a, b)


# %% [markdown] lang="ko" section="linkage_input"
# ## 4. 계층 군집의 입력
#
# `linkage`에 샘플 사이의 거리를 올바른 형태로 전달해 완전 연결(complete)의 행렬을 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 정방 거리 행렬을 그대로 전달하면 `linkage`가 행을 샘플로 여깁니다. `pdist`가 반환하는 축약된 거리 행렬을 전달하세요.
#
# </details>

# %% [markdown] lang="en" section="linkage_input"
# ## 4. The input of hierarchical clustering
#
# Pass the distances between samples to `linkage` in the right form, and return the matrix of complete linkage.
#
# <details>
# <summary>Hint</summary>
#
# `linkage` treats the rows of a square distance matrix as samples. Pass the condensed one that `pdist` returns.
#
# </details>


# %% exercise="linkage_input"
def complete_linkage(X):
    return None


# %% check="linkage_input"
few = X[:8]
expected = linkage(few, method="complete", metric="euclidean")
report(complete_linkage(few), lambda a: np.allclose(a, expected))


# %% solution="linkage_input"
def complete_linkage(X):
    return linkage(pdist(X), method="complete")


# %% wrong="linkage_input"
# ko: 완전 연결이 아니라 단일 연결입니다.
# en: This is single linkage, not complete linkage.
def complete_linkage(X):
    return linkage(pdist(X), method="single")


# %% wrong="linkage_input"
# ko: 정방 거리 행렬을 넘겨서 행이 샘플로 취급되었습니다. pdist의 결과를 넘깁니다.
# en: You passed columns of the square matrix, so its rows were treated as samples. Pass what pdist returns.
def complete_linkage(X):
    square = np.linalg.norm(X[:, None] - X, axis=-1)
    return linkage(square[:, :2], method="complete")


# %% [markdown] lang="ko" section="core"
# ## 5. 핵심 샘플
#
# 반지름 `eps` 안에 자신을 포함해 `min_samples`개 이상의 샘플이 있으면 핵심 샘플입니다. 핵심 샘플의 번호를 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# 거리가 `eps`와 같은 샘플도 이웃입니다.
#
# </details>

# %% [markdown] lang="en" section="core"
# ## 5. Core samples
#
# A sample with at least `min_samples` samples within `eps`, itself included, is a core sample. Return their numbers.
#
# <details>
# <summary>Hint</summary>
#
# A sample at exactly `eps` is a neighbour, too.
#
# </details>


# %% exercise="core"
def core_samples(X, eps, min_samples):
    return None


# %% check="core"
X_moons, _ = make_moons(80, noise=0.1, random_state=0)
expected = DBSCAN(eps=0.2, min_samples=5).fit(X_moons).core_sample_indices_
report(core_samples(X_moons, 0.2, 5), lambda a: np.array_equal(a, expected))


# %% solution="core"
def core_samples(X, eps, min_samples):
    near = np.linalg.norm(X[:, None] - X, axis=-1) <= eps
    return np.flatnonzero(near.sum(axis=1) >= min_samples)


# %% wrong="core"
# ko: 샘플 자신을 세지 않았습니다. min_samples에는 자신도 들어갑니다.
# en: You left out the sample itself. It counts towards min_samples.
def core_samples(X, eps, min_samples):
    near = np.linalg.norm(X[:, None] - X, axis=-1) <= eps
    return np.flatnonzero(near.sum(axis=1) - 1 >= min_samples)


# %% [markdown] lang="ko" section="noise"
# ## 6. 클러스터와 잡음 세기
#
# DBSCAN과 HDBSCAN은 어느 클러스터에도 속하지 않는 샘플의 레이블을 -1로 지정합니다. 레이블의 배열을 받아 클러스터의 개수와 잡음 샘플의 비율을
# 차례로 반환하세요.
#
# <details>
# <summary>힌트</summary>
#
# -1은 클러스터가 아닙니다. `np.unique`에 -1을 뺀 레이블을 넘기세요.
#
# </details>

# %% [markdown] lang="en" section="noise"
# ## 6. Count clusters and noise
#
# DBSCAN and HDBSCAN give samples that belong to no cluster the label -1. Take an array of labels, and return the number of clusters and then the share of noise
# samples.
#
# <details>
# <summary>Hint</summary>
#
# -1 is not a cluster. Pass the labels without it to `np.unique`.
#
# </details>


# %% exercise="noise"
def clusters_and_noise(labels):
    return None


# %% check="noise"
answer = clusters_and_noise(np.array([0, 0, 1, -1, 2, 2, -1, 1]))
report(
    answer,
    lambda a: (
        np.allclose(a, [3, 0.25])
        and np.allclose(clusters_and_noise(np.array([0, 0, 1, 1])), [2, 0])
    ),
)


# %% solution="noise"
def clusters_and_noise(labels):
    return len(np.unique(labels[labels != -1])), np.mean(labels == -1)


# %% wrong="noise"
# ko: 잡음을 클러스터로 세었습니다. 레이블 -1은 빼고 셉니다.
# en: You counted the noise as a cluster. Leave out the label -1.
def clusters_and_noise(labels):
    return len(np.unique(labels)), np.mean(labels == -1)


# %% wrong="noise"
# ko: 잡음이 늘 있다고 보고 하나를 뺐습니다. 잡음이 없는 데이터에서는 틀립니다.
# en: You subtracted one, as if there were always noise. That is wrong for data without any.
def clusters_and_noise(labels):
    return len(np.unique(labels)) - 1, np.mean(labels == -1)


# %% [markdown] lang="ko" section="pipeline"
# ## 7. 스케일을 맞춘 군집
#
# 와인 데이터의 특성은 단위가 서로 다릅니다. 표준화와 k-평균을 묶은 파이프라인으로 샘플마다 클러스터의 번호를 구해 보세요. k-평균에는
# `n_clusters=3, n_init=10, random_state=0`을 지정합니다.
#
# <details>
# <summary>힌트</summary>
#
# `make_pipeline(StandardScaler(), KMeans(…))`의 `fit_predict`를 사용하면 됩니다.
#
# </details>

# %% [markdown] lang="en" section="pipeline"
# ## 7. Clustering with a common scale
#
# The features of the wine data have different units. With a pipeline of standardisation and k-means, find the cluster of each sample. Give k-means
# `n_clusters=3, n_init=10, random_state=0`.
#
# <details>
# <summary>Hint</summary>
#
# Use `fit_predict` of `make_pipeline(StandardScaler(), KMeans(…))`.
#
# </details>

# %%
X_wine, cultivar = load_wine(return_X_y=True)


# %% exercise="pipeline"
def cluster(X):
    return None


# %% check="pipeline"
report(cluster(X_wine), lambda a: adjusted_rand_score(cultivar, a) > 0.8)


# %% solution="pipeline"
def cluster(X):
    model = make_pipeline(StandardScaler(), KMeans(n_clusters=3, n_init=10, random_state=0))
    return model.fit_predict(X)


# %% wrong="pipeline"
# ko: 스케일을 맞추지 않았습니다. 값이 큰 프롤린이 거리를 거의 다 결정합니다.
# en: The features aren't scaled. Proline, whose values are large, decides nearly all of the distances.
def cluster(X):
    return KMeans(n_clusters=3, n_init=10, random_state=0).fit_predict(X)


# %% wrong="pipeline"
# ko: 특성이 아니라 샘플마다 길이를 1로 맞추었습니다. 특성마다 표준화합니다.
# en: You gave each sample a length of 1. Standardise each feature instead.
def cluster(X):
    lengths = np.linalg.norm(X, axis=1, keepdims=True)
    return KMeans(n_clusters=3, n_init=10, random_state=0).fit_predict(X / lengths)


# %% [markdown] lang="ko" section="bic"
# ## 8. 가우시안 혼합의 성분 고르기
#
# 후보 가운데 BIC가 가장 좋은 가우시안 혼합의 성분 개수를 반환하세요. `GaussianMixture(…, n_init=3, random_state=0)`을 사용합니다.
#
# <details>
# <summary>힌트</summary>
#
# 훈련한 모델의 `bic(X)`는 작을수록 좋습니다. `score(X)`는 성분이 많을수록 커지기 쉽습니다.
#
# </details>

# %% [markdown] lang="en" section="bic"
# ## 8. Choosing the components of a Gaussian mixture
#
# Of the candidates, return the number of components of the Gaussian mixture with the best BIC. Use `GaussianMixture(…, n_init=3, random_state=0)`.
#
# <details>
# <summary>Hint</summary>
#
# The smaller `bic(X)` of the fitted model, the better. `score(X)` tends to grow with the number of components.
#
# </details>


# %% exercise="bic"
def choose_components(X, candidates):
    return None


# %% check="bic"
report(choose_components(X, [1, 2, 3, 4, 5, 6]), lambda a: a == 3)


# %% solution="bic"
def choose_components(X, candidates):
    def bic(n):
        return GaussianMixture(n, n_init=3, random_state=0).fit(X).bic(X)

    return min(candidates, key=bic)


# %% wrong="bic"
# ko: BIC가 가장 큰 것을 골랐습니다. BIC는 작을수록 좋습니다.
# en: You picked the largest BIC. A smaller BIC is better.
def choose_components(X, candidates):
    def bic(n):
        return GaussianMixture(n, n_init=3, random_state=0).fit(X).bic(X)

    return max(candidates, key=bic)


# %% wrong="bic"
# ko: 가능도로 골랐습니다. 성분이 많을수록 훈련 데이터에 더 잘 맞으므로 페널티가 있는 BIC로 고릅니다.
# en: You chose by the likelihood. More components fit the training data better, so use BIC, which has a penalty.
def choose_components(X, candidates):
    def likelihood(n):
        return GaussianMixture(n, n_init=3, random_state=0).fit(X).score(X)

    return max(candidates, key=likelihood)


# %% [markdown] lang="ko" section="next"
# ## 다음으로
#
# 앞의 두 함수를 번갈아 호출하면 k-평균이 됩니다. 센트로이드가 더 이상 움직이지 않을 때까지 반복해 보세요.

# %% [markdown] lang="en" section="next"
# ## Where next
#
# Calling the first two functions in turn gives k-means. Repeat until the centroids no longer move.
