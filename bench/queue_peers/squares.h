// Draws keyed by who and what for, as Draagkracht has them: Squares64 (Widynski, arXiv:2004.06278).
#pragma once
#include <cmath>
#include <cstdint>

inline uint64_t mixed(uint64_t state, uint64_t word) {
    state = (state ^ word) + 0x9E3779B97F4A7C15u;
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9u;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBu;
    return state ^ (state >> 31);
}

inline uint64_t squares64(uint64_t counter, uint64_t key) {
    uint64_t x = counter * key, y = x, z = y + key, t;
    x = x * x + y; x = (x >> 32) | (x << 32);
    x = x * x + z; x = (x >> 32) | (x << 32);
    x = x * x + y; x = (x >> 32) | (x << 32);
    t = x = x * x + z; x = (x >> 32) | (x << 32);
    return t ^ ((x * x + y) >> 32);
}

inline double uniform(uint64_t key, uint64_t entity) {
    return ((squares64(entity << 15, key) >> 12) + 0.5) * 0x1.0p-52;
}

inline double exponential(uint64_t key, uint64_t entity, double mean) {
    return -std::log(uniform(key, entity)) * mean;
}
