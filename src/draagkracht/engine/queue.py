"""First come, first served lines in which anyone can step out at no cost.

A line is a ring of links that is closed by a post of its own. Several lines share one array,
since an entity stands in one line at a time: the posts come first, one a line, then the entities.
Lines that are served in an order (non-preemptive priorities) stand next to each other.
"""

from typing import Final

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import Records

LINK: Final = np.dtype([("before", "i4"), ("behind", "i4")], align=True)
NOBODY: Final = -1


@register_jitable
def empty(links: Records, posts: int) -> None:
    """Send everyone home; `posts` is the number of lines in the array, here and below."""
    for line in range(posts):
        links[line].before = line
        links[line].behind = line


@register_jitable
def first(links: Records, posts: int, line: int) -> int:
    """Who stands at the head of `line`, or nobody."""
    place = links[line].behind
    return NOBODY if place == line else place - posts


@register_jitable
def first_in_order(links: Records, posts: int, line: int, last: int) -> int:
    """Who is served next when each line goes before those after it: `line` up to `last`."""
    while line < last:
        place = links[line].behind
        if place != line:
            return int(place - posts)
        line += 1
    return NOBODY


@register_jitable
def join(links: Records, posts: int, line: int, who: int) -> None:
    """Stand at the tail of `line`."""
    place = who + posts
    last = links[line].before
    links[place].before = last
    links[place].behind = line
    links[last].behind = place
    links[line].before = place


@register_jitable
def leave(links: Records, posts: int, who: int) -> None:
    """Step out of the line one stands in, from wherever in it."""
    link = links[who + posts]
    links[link.before].behind = link.behind
    links[link.behind].before = link.before


@register_jitable
def next_after(links: Records, posts: int, line: int, who: int) -> int:
    """Who stands behind `who` in `line`, or nobody."""
    place = links[who + posts].behind
    return NOBODY if place == line else place - posts
