"""The dose-change rules of a regimen, laid against the events, values and doses of a course.

Pure and exact: a case goes in (`engine.advise`), for each drug an advice comes out with every rule that fired. It only
proposes; a person decides.
"""
