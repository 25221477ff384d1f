// The special case: c end times that are looked through, and who gave up is found out at the head
// of the line. It is right for one station, first come within a kind; nothing more general.
#include <algorithm>
#include <limits>
#include <vector>
#include "queue.h"

Answer run(const Model& model) {
    const double never = std::numeric_limits<double>::infinity();
    std::vector<double> ends(model.servers, never);
    std::vector<int32_t> line[2];
    std::vector<double> came(model.arrivals);
    size_t head[2] = {0, 0};
    line[0].reserve(model.arrivals), line[1].reserve(model.arrivals);
    Answer answer;
    double rate = model.urgent + model.routine;
    double coming = exponential(model.arriving, 0, 1.0 / rate);
    int32_t next = 0;
    for (;;) {
        size_t server = 0;
        for (size_t other = 1; other < ends.size(); other++)
            if (ends[other] < ends[server]) server = other;
        double end = ends[server];
        if (next < model.arrivals && coming <= end) {
            came[next] = coming;
            int kind = uniform(model.sorting, next) * rate < model.urgent ? 0 : 1;
            auto idle = std::find(ends.begin(), ends.end(), never);
            if (idle != ends.end()) {
                after(kind, 0.0, true, answer);
                *idle = coming + exponential(model.serving, next, 1.0);
            } else {
                line[kind].push_back(next);
            }
            if (++next < model.arrivals) coming += exponential(model.arriving, next, 1.0 / rate);
            continue;
        }
        if (end == never) break;
        ends[server] = never;
        for (int kind = 0; kind < 2 && ends[server] == never; kind++) {
            while (head[kind] < line[kind].size()) {
                int32_t who = line[kind][head[kind]++];
                double patience = exponential(model.leaving, who, model.patience);
                if (came[who] + patience <= end) {
                    after(kind, patience, false, answer);
                    continue;
                }
                after(kind, end - came[who], true, answer);
                ends[server] = end + exponential(model.serving, who, 1.0);
                break;
            }
        }
    }
    return answer;
}

int main(int count, char** words) { return tell(count, words, "C++ specialised", run); }
