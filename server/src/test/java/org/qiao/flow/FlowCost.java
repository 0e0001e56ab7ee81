package org.qiao.flow;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.core.type.TypeReference;

/**
 * What the engine costs: events a second when they are made and checked, and loading an instance with 500 of them.
 * Processor time; docs/performance.md has the numbers.
 */
final class FlowCost {

    private FlowCost() {}

    public static void main(String[] arguments) {
        for (int round = 1; round <= 5; round++) {
            making(round);
        }
        List<String> stored = longInstance();
        for (int round = 1; round <= 5; round++) {
            loading(round, stored);
        }
    }

    /** Countersign of ten, five rounds of return; each command is judged, folded and checked as the service does. */
    private static void making(int round) {
        long start = cpu();
        int events = 0;
        int commands = 0;
        Random random = new Random(round);
        while (cpu() - start < 2_000_000_000L) {
            Scene scene = scene();
            FlowState state = FlowState.EMPTY;
            Engine engine = scene.engine();
            Command next = Command.Submit.of(Scene.APPLICANT);
            while (!state.status().ended()) {
                List<FlowEvent> happened = engine.judge(state, next);
                for (FlowEvent event : happened) {
                    state = state.after(event);
                }
                if (!Invariants.check(state, scene.route()).isEmpty()) {
                    throw new IllegalStateException("broken");
                }
                events += happened.size();
                commands++;
                next = next(state, random);
            }
        }
        double seconds = (cpu() - start) / 1e9;
        System.out.printf(
                "round %d: %.0f events/s, %.0f commands/s, %.1f us a command%n",
                round, events / seconds, commands / seconds, seconds * 1e6 / commands);
    }

    /** Processor time of this thread: what others do on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Scene scene() {
        return Scene.of(
                Routes.all("one", "A,B,C,D,E,F,G,H,I,J"),
                Routes.parallel(
                        "p", Routes.way("x", Routes.any("nx", "K,L")), Routes.way("y", Routes.inTurn("ny", "M,N,O"))),
                Routes.cc("cc", "Z"),
                Routes.all("end", "Q"));
    }

    private static Command next(FlowState state, Random random) {
        if (state.status().ended()) {
            return Command.Submit.of(Scene.APPLICANT);
        }
        List<FlowState.Task> open = state.openTasks();
        FlowState.Task task = open.get(random.nextInt(open.size()));
        boolean last =
                state.frame(task.frame()).node().equals("end") && state.frames().size() < 20;
        return last
                ? new Command.Return(task.assignee(), task.number(), "one", FlowState.Then.START, "Again")
                : new Command.Agree(task.assignee(), task.number(), null);
    }

    private static List<String> longInstance() {
        Scene scene = scene();
        FlowState state = FlowState.EMPTY;
        List<String> stored = new ArrayList<>();
        Random random = new Random(1);
        Command next = Command.Submit.of(Scene.APPLICANT);
        while (stored.size() < 500) {
            for (FlowEvent event : scene.engine().judge(state, next)) {
                state = state.after(event);
                stored.add(Scene.JSON.writeValueAsString(event));
            }
            if (state.status().ended()) {
                throw new IllegalStateException("ended after " + stored.size());
            }
            List<FlowState.Task> open = state.openTasks();
            FlowState.Task task = open.get(random.nextInt(open.size()));
            next = state.frame(task.frame()).node().equals("end")
                    ? new Command.Return(task.assignee(), task.number(), "one", FlowState.Then.START, "Again")
                    : new Command.Agree(task.assignee(), task.number(), null);
        }
        return stored.subList(0, 500);
    }

    private static void loading(int round, List<String> stored) {
        TypeReference<FlowEvent> type = new TypeReference<>() {};
        int times = 2_000;
        long bytes = stored.stream().mapToLong(String::length).sum();
        long start = cpu();
        long parsing = 0;
        for (int i = 0; i < times; i++) {
            long before = cpu();
            List<FlowEvent> events = new ArrayList<>(stored.size());
            for (String text : stored) {
                events.add(Scene.JSON.readValue(text, type));
            }
            parsing += cpu() - before;
            if (FlowState.of(events).version() != stored.size()) {
                throw new IllegalStateException("lost events");
            }
        }
        double all = (cpu() - start) / 1e6 / times;
        System.out.printf(
                "round %d: loading 500 events (%d characters) %.2f ms, of which JSON %.2f ms%n",
                round, bytes, all, parsing / 1e6 / times);
    }
}
