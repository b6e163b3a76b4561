"""Claims: sentences that rest on a relation between recorded values, and hold when a seed is another one.

`relations` reads what an author writes, `variations` rewrites a snippet, `measure` runs what has not been
measured, `outcomes` keeps what came out, `evaluate` says how often a claim holds, `spread` how far a value
varies.
"""
