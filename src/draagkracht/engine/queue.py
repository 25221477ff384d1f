"""First come, first served lines in which anyone can step out at no cost.

A line is a ring of links that is closed by a post of its own. Several lines share one array,
since an entity stands in one line at a time: the posts come first, then the entities.
"""

from typing import Final

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import Records

LINK: Final = np.dtype([("before", "i8"), ("behind", "i8")], align=True)
POSTS: Final = 3  # lines in one array
NOBODY: Final = -1


@register_jitable
def empty(links: Records) -> None:
    """Send everyone home."""
    for line in range(POSTS):
        links[line].before = line
        links[line].behind = line


@register_jitable
def first(links: Records, line: int) -> int:
    """Who stands at the head of `line`, or nobody."""
    place = links[line].behind
    return NOBODY if place == line else place - POSTS


@register_jitable
def join(links: Records, line: int, who: int) -> None:
    """Stand at the tail of `line`."""
    place = who + POSTS
    last = links[line].before
    links[place].before = last
    links[place].behind = line
    links[last].behind = place
    links[line].before = place


@register_jitable
def leave(links: Records, who: int) -> None:
    """Step out of the line one stands in, from wherever in it."""
    link = links[who + POSTS]
    links[link.before].behind = link.behind
    links[link.behind].before = link.before


@register_jitable
def next_after(links: Records, line: int, who: int) -> int:
    """Who stands behind `who` in `line`, or nobody."""
    place = links[who + POSTS].behind
    return NOBODY if place == line else place - POSTS
