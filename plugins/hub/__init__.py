"""The whole hub as one value: what editors wrote, and what follows from it. Knows every feature;
judges nothing.
"""
