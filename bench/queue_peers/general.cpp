// The general design: a 4-ary heap that can forget an entry, lines as linked lists, keyed draws.
// Nothing in it knows that there is one station, or that times are exponential.
#include <vector>
#include "queue.h"

struct Entry { double time; int32_t what, who; };

class Calendar {  // at most one entry for anyone; it knows where everyone stands
public:
    explicit Calendar(int64_t people) : heap(1), place(people, 0) { heap.reserve(256); }
    bool empty() const { return heap.size() == 1; }
    const Entry& first() const { return heap[1]; }
    void push(const Entry& entry) {
        heap.push_back(entry);
        rise(heap.size() - 1, entry);
    }
    void remove(int32_t who) {
        size_t at = place[who], last = heap.size() - 1;
        if (!at) return;
        place[who] = 0;
        Entry moved = heap[last];
        heap.pop_back();
        if (at == last) return;
        if (at > 1 && earlier(moved, heap[parent(at)])) rise(at, moved);
        else sink(at, moved);
    }

private:
    std::vector<Entry> heap;
    std::vector<int32_t> place;
    static size_t parent(size_t at) { return (at - 2) / 4 + 1; }
    static bool earlier(const Entry& a, const Entry& b) {
        if (a.time != b.time) return a.time < b.time;
        if (a.what != b.what) return a.what < b.what;
        return a.who < b.who;
    }
    void put(size_t at, const Entry& entry) { heap[at] = entry; place[entry.who] = int32_t(at); }
    void rise(size_t at, const Entry entry) {
        while (at > 1 && earlier(entry, heap[parent(at)])) { put(at, heap[parent(at)]); at = parent(at); }
        put(at, entry);
    }
    void sink(size_t at, const Entry entry) {
        for (size_t count = heap.size() - 1;;) {
            size_t child = (at - 1) * 4 + 2, best = child;
            if (child > count) break;
            for (size_t next = child + 1; next < child + 4 && next <= count; next++)
                if (earlier(heap[next], heap[best])) best = next;
            if (!earlier(heap[best], entry)) break;
            put(at, heap[best]);
            at = best;
        }
        put(at, entry);
    }
};

class Line {  // first come, and anyone may leave it
public:
    Line(std::vector<int32_t>& next, std::vector<int32_t>& before) : next(next), before(before) {}
    int32_t first() const { return head; }
    void join(int32_t who) {
        next[who] = -1;
        before[who] = tail;
        (tail < 0 ? head : next[tail]) = who;
        tail = who;
    }
    void leave(int32_t who) {
        (before[who] < 0 ? head : next[before[who]]) = next[who];
        (next[who] < 0 ? tail : before[next[who]]) = before[who];
    }

private:
    std::vector<int32_t>&next, &before;
    int32_t head = -1, tail = -1;
};

enum What { ENDS, GIVES_UP, COMES };
struct Person { double came; int32_t kind; };

Answer run(const Model& model) {
    std::vector<Person> people(model.arrivals + 1);
    std::vector<int32_t> next(model.arrivals + 1), before(model.arrivals + 1);
    Calendar calendar(model.arrivals + 1);
    Line lines[2] = {Line(next, before), Line(next, before)};
    Answer answer;
    int busy = 0;
    double rate = model.urgent + model.routine;
    auto start = [&](int32_t who, double now) {
        after(people[who].kind, now - people[who].came, true, answer);
        busy++;
        calendar.push({now + exponential(model.serving, who, 1.0), ENDS, who});
    };
    auto start_who_may = [&](double now) {
        while (busy < model.servers) {
            int32_t who = lines[0].first() >= 0 ? lines[0].first() : lines[1].first();
            if (who < 0) break;
            lines[people[who].kind].leave(who);
            calendar.remove(who);
            start(who, now);
        }
    };
    calendar.push({exponential(model.arriving, 0, 1.0 / rate), COMES, 0});
    while (!calendar.empty()) {
        Entry event = calendar.first();
        calendar.remove(event.who);
        double now = event.time;
        if (event.what == COMES) {
            Person& person = people[event.who];
            person.came = now;
            person.kind = uniform(model.sorting, event.who) * rate < model.urgent ? 0 : 1;
            if (busy < model.servers) {
                start(event.who, now);
            } else {
                lines[person.kind].join(event.who);
                calendar.push({now + exponential(model.leaving, event.who, model.patience), GIVES_UP, event.who});
            }
            if (event.who + 1 < model.arrivals)
                calendar.push({now + exponential(model.arriving, event.who + 1, 1.0 / rate), COMES, event.who + 1});
        } else if (event.what == GIVES_UP) {
            lines[people[event.who].kind].leave(event.who);
            after(people[event.who].kind, now - people[event.who].came, false, answer);
        } else {
            busy--;
            start_who_may(now);
        }
    }
    return answer;
}

int main(int count, char** words) { return tell(count, words, "C++ general", run); }
