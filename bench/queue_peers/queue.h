// What both programs share: the model from the command line, the answer as one line of JSON.
#pragma once
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include "squares.h"

struct Model {
    int servers;
    double urgent, routine, patience;
    int64_t arrivals;
    uint64_t arriving, sorting, leaving, serving;  // keys, one a purpose
};

struct Answer {
    int64_t came[2] = {0, 0}, served = 0, gave_up = 0;
    double waited[2] = {0.0, 0.0};
};

inline int64_t after(int kind, double wait, bool served, Answer& answer) {
    answer.came[kind]++;
    answer.waited[kind] += wait;
    return served ? answer.served++ : answer.gave_up++;
}

template <class Run>
int tell(int count, char** words, const char* name, Run run) {
    if (count != 8) return std::fprintf(stderr, "servers urgent routine patience arrivals seed times\n"), 2;
    Model model{std::atoi(words[1]), std::atof(words[2]), std::atof(words[3]), std::atof(words[4]),
                std::atoll(words[5]), 0, 0, 0, 0};
    uint64_t seed = std::strtoull(words[6], nullptr, 10);
    int times = std::atoi(words[7]);
    std::printf("{\"engine\": \"%s\", \"runs\": [", name);
    for (int time = 0; time < times; time++) {
        uint64_t key = mixed(0x9E3779B97F4A7C15u, seed + time);
        model.arriving = mixed(key, 1) | 1;
        model.sorting = mixed(key, 2) | 1;
        model.leaving = mixed(key, 3) | 1;
        model.serving = mixed(key, 4) | 1;
        auto begin = std::chrono::steady_clock::now();
        Answer answer = run(model);
        std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        std::printf("%s{\"seconds\": %.9f, \"arrivals\": %lld, \"served\": %lld, \"gave_up\": %lld, "
                    "\"wait_urgent\": %.17g, \"wait_routine\": %.17g}",
                    time ? ", " : "", seconds.count(), (long long)(answer.came[0] + answer.came[1]),
                    (long long)answer.served, (long long)answer.gave_up,
                    answer.waited[0] / answer.came[0], answer.waited[1] / answer.came[1]);
    }
    std::puts("]}");
    return 0;
}
