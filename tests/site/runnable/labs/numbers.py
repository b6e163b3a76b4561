# %% [markdown] lang="ko" section="lab"
# # 실습: 절반
#
# 함수를 완성합니다.

# %% [markdown] lang="en" section="lab"
# # Lab: halves
#
# Complete the function.

# %%
import numpy as np

# %% lang="ko"
RIGHT, WRONG, EMPTY = "✓ 맞았습니다.", "✗ 아직 아닙니다.", "… 아직 빈칸입니다."

# %% lang="en"
RIGHT, WRONG, EMPTY = "✓ Right.", "✗ Not yet.", "… Still blank."


# %%
def report(answer, right):
    print(EMPTY if answer is None else RIGHT if right(answer) else WRONG)


# %% [markdown] lang="ko" section="half"
# ## 1. 절반
#
# 배열의 절반을 구합니다.

# %% [markdown] lang="en" section="half"
# ## 1. Half
#
# Halve an array.


# %% exercise="half"
def half(x): ...


# %% check="half"
report(half(np.array([4.0])), lambda a: np.allclose(a, 2))


# %% solution="half"
def half(x):
    return x / 2


# %% wrong="half"
# ko: 두 배로 늘렸습니다.
# en: You doubled it.
def half(x):
    return x * 2
