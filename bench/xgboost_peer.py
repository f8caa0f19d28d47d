"""XGBoost on the features that bench/xgboost.ts wrote. usage: xgboost_peer.py FOLDER -> JSON, one outcome a seed

Reads x.f32 (rows x width), y.u8, about.json {width, learn, choose, seeds} (rows learnt from, rows up to which the threshold is chosen).
"""
import json
import sys
import time

import numpy as np
import xgboost as xgb

folder = sys.argv[1]
about = json.load(open(f"{folder}/about.json"))
x = np.fromfile(f"{folder}/x.f32", dtype=np.float32).reshape(-1, about["width"])
y = np.fromfile(f"{folder}/y.u8", dtype=np.uint8)
a, b = about["learn"], about["choose"]
learn, choose, judge = xgb.DMatrix(x[:a], y[:a]), xgb.DMatrix(x[a:b], y[a:b]), xgb.DMatrix(x[b:])
label = y[b:]


def outcome(seed):
    params = dict(objective="binary:logistic", tree_method="hist", max_depth=6, eta=0.1, subsample=0.7, colsample_bytree=0.3,
                  min_child_weight=4, reg_lambda=5, nthread=1, seed=seed, eval_metric="aucpr", max_bin=256)
    start = time.process_time()
    model = xgb.train(params, learn, 300, evals=[(choose, "choose")], early_stopping_rounds=40, verbose_eval=False)
    seconds = time.process_time() - start
    trees = model.best_iteration + 1
    scores = model.predict(choose, iteration_range=(0, trees))
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(y[a:b][order])
    threshold = scores[order][(2 * hits / (np.arange(1, len(hits) + 1) + y[a:b].sum())).argmax()]
    start = time.process_time()
    scores = model.predict(judge, iteration_range=(0, trees))
    rate = (len(y) - b) / (time.process_time() - start)
    alarm = scores >= threshold
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(label[order])
    area = (hits / np.arange(1, len(hits) + 1) * label[order]).sum() / label.sum()
    f1 = 2 * (alarm & (label == 1)).sum() / (alarm.sum() + label.sum())
    return dict(f1=float(f1), area=float(area), trees=trees, seconds=round(seconds, 1), rate=round(rate))


print(json.dumps([outcome(seed) for seed in about["seeds"]]))
