"""Folds that cut through people or time report scores that nobody will see."""

import numpy as np
from sklearn.model_selection import (
    GroupKFold,
    KFold,
    TimeSeriesSplit,
    cross_val_score,
)
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

random_folds, group_folds, new_people = [], [], []
past_and_future, past_only, future = [], [], []
for seed in range(20):
    rng = np.random.default_rng(seed)
    shuffled = KFold(n_splits=5, shuffle=True, random_state=seed)

    # 60 people, ten recordings each; the diagnosis has nothing to do with them
    person = np.repeat(np.arange(60), 10)
    diagnosis = rng.integers(0, 2, 60)[person]
    recordings = rng.normal(size=(60, 5))[person] + rng.normal(0, 0.3, (600, 5))
    old = person < 40
    model = KNeighborsClassifier()
    X, y = recordings[old], diagnosis[old]
    random_folds.append(cross_val_score(model, X, y, cv=shuffled).mean())
    scores = cross_val_score(model, X, y, cv=GroupKFold(5), groups=person[old])
    group_folds.append(scores.mean())
    new_people.append(model.fit(X, y).score(recordings[~old], diagnosis[~old]))

    # A value that drifts day by day, predicted from the date
    day = np.arange(500)[:, None]
    value = np.cumsum(rng.normal(size=500))
    spread = value[:400].std()
    model = KNeighborsRegressor()
    past, error = (day[:400], value[:400]), "neg_mean_absolute_error"
    cuts = (shuffled, past_and_future), (TimeSeriesSplit(n_splits=5), past_only)
    for cv, scores in cuts:
        result = cross_val_score(model, *past, cv=cv, scoring=error)
        scores.append(-result.mean() / spread)
    model.fit(*past)
    next_days = np.abs(model.predict(day[400:480]) - value[400:480])
    future.append(next_days.mean() / spread)

mean = {
    "random folds": np.mean(random_folds),
    "folds of people": np.mean(group_folds),
    "new people": np.mean(new_people),
}
error = {
    "random folds": np.median(past_and_future),
    "past only": np.median(past_only),
    "future": np.median(future),
}
for name, values in (("accuracy", mean), ("error in standard deviations", error)):
    print(name, {key: round(value.item(), 2) for key, value in values.items()})
