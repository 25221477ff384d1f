"""The standard normal quantile, so that a lognormal factor is one inverted uniform."""

import math

from numba.extending import register_jitable


@register_jitable
def normal_quantile(u: float) -> float:
    """Standard normal value below which a share `u` (0 < u < 1) lies; relative error near 1e-16.

    Wichura 1988, Algorithm AS 241 (PPND16), doi 10.2307/2347330.

    >>> round(normal_quantile(0.975), 12)
    1.95996398454
    """
    q = u - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return q * _central(r)
    r = u if q < 0.0 else 1.0 - u
    r = math.sqrt(-math.log(r))
    value = _near_tail(r - 1.6) if r <= 5.0 else _far_tail(r - 5.0)
    return -value if q < 0.0 else value


@register_jitable
def _central(r: float) -> float:
    top = 2509.0809287301226727 * r + 33430.575583588128105
    top = (top * r + 67265.770927008700853) * r + 45921.953931549871457
    top = (top * r + 13731.693765509461125) * r + 1971.5909503065514427
    top = (top * r + 133.14166789178437745) * r + 3.3871328727963666080
    low = 5226.4952788528545610 * r + 28729.085735721942674
    low = (low * r + 39307.895800092710610) * r + 21213.794301586595867
    low = (low * r + 5394.1960214247511077) * r + 687.18700749205790830
    low = (low * r + 42.313330701600911252) * r + 1.0
    return top / low


@register_jitable
def _near_tail(r: float) -> float:
    top = 7.74545014278341407640e-4 * r + 0.0227238449892691845833
    top = (top * r + 0.241780725177450611770) * r + 1.27045825245236838258
    top = (top * r + 3.64784832476320460504) * r + 5.76949722146069140550
    top = (top * r + 4.63033784615654529590) * r + 1.42343711074968357734
    low = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
    low = (low * r + 0.0151986665636164571966) * r + 0.148103976427480074590
    low = (low * r + 0.689767334985100004550) * r + 1.67638483018380384940
    low = (low * r + 2.05319162663775882187) * r + 1.0
    return top / low


@register_jitable
def _far_tail(r: float) -> float:
    top = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    top = (top * r + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2
    top = (top * r + 0.296560571828504891230) * r + 1.78482653991729133580
    top = (top * r + 5.46378491116411436990) * r + 6.65790464350110377720
    low = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
    low = (low * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4
    low = (low * r + 1.48753612908506148525e-2) * r + 0.136929880922735805310
    low = (low * r + 0.599832206555887937690) * r + 1.0
    return top / low
