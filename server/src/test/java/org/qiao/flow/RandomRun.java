package org.qiao.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.When;
import org.qiao.platform.Problem;
import tools.jackson.core.type.TypeReference;

/** One instance in a random world, moved and then driven to its end; says what went wrong. */
final class RandomRun {

    private static final TypeReference<List<FlowEvent>> EVENTS = new TypeReference<>() {};
    private static final int MOST_STEPS = 3_000;

    private final RandomWorld world;
    private final List<FlowEvent> events = new ArrayList<>();
    final List<Move> moves = new ArrayList<>();
    private FlowState state = FlowState.EMPTY;
    final Map<String, Integer> accepted = new TreeMap<>();
    int refused;

    RandomRun(long seed) {
        world = new RandomWorld(seed);
    }

    /** A move can be played again in another order of things, where it may be refused. */
    sealed interface Move {}

    record Do(Command command) implements Move {}

    /** Somebody leaves, and perhaps somebody takes over. */
    record Leaves(long person, @Nullable Long to) implements Move {}

    record Away(long person, @Nullable Long delegate) implements Move {}

    record Values(int amount) implements Move {}

    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    int events() {
        return events.size();
    }

    RandomWorld world() {
        return world;
    }

    FlowState state() {
        return state;
    }

    /** Plays moves that were recorded before. */
    void replay(List<Move> recorded) {
        submit();
        recorded.forEach(this::move);
        finish();
    }

    /** Invents moves. */
    void play(Random random) {
        submit();
        int count = random.nextInt(28);
        for (int i = 0; i < count && !state.status().ended(); i++) {
            move(invent(random));
        }
        finish();
    }

    private void submit() {
        List<RouteRule.Flaw> flaws = RouteRule.check(world.route, RandomWorld.known());
        require(flaws.isEmpty(), "flaws " + flaws);
        Command.Submit draft = new Command.Submit(world.applicant, world.applicant, world.chosen);
        List<Step> preview = engine().preview(draft);
        compare("draft", preview, agreeing(FlowState.EMPTY, draft));
        apply(draft, true);
    }

    private void finish() {
        compare("rest", engine().preview(state), agreeing(state, null));
        for (int step = 0; !state.status().ended(); step++) {
            require(step < MOST_STEPS, "no end after " + step + " steps");
            int before = state.version();
            apply(onward(state), true);
            require(state.version() > before, "a step on that changes nothing");
        }
        String json = Scene.JSON.writerFor(EVENTS).writeValueAsString(events);
        List<FlowEvent> stored = Scene.JSON.readValue(json, EVENTS);
        require(stored.equals(events), "events change as JSON");
        require(FlowState.of(stored).equals(state), "folding the stored events gives another state");
    }

    private void move(Move move) {
        moves.add(move);
        switch (move) {
            case Do command -> apply(command.command(), false);
            case Leaves leaves -> {
                world.company.left.add(leaves.person());
                world.company.admins = world.company.admins.stream()
                        .filter(world.company::present)
                        .toList();
                apply(new Command.HandOver(null, leaves.person(), leaves.to()), false);
            }
            case Away away -> {
                if (away.delegate() == null) {
                    world.company.delegates.remove(away.person());
                } else {
                    world.company.delegates.put(away.person(), away.delegate());
                }
            }
            case Values values -> world.amount = values.amount();
        }
    }

    private Engine engine() {
        return new Engine(world.route, world.company, world.facts());
    }

    private void apply(Command command, boolean must) {
        List<FlowEvent> happened;
        try {
            happened = engine().judge(state, command);
            accepted.merge(kind(command), 1, Integer::sum);
        } catch (Problem problem) {
            require(!must, "a dead end: " + command + " is refused with " + problem.code());
            refused++;
            return;
        }
        if (command instanceof Command.Resubmit again) {
            compare("way back", engine().preview(state, again), agreeing(state, again));
        }
        for (FlowEvent event : happened) {
            state = state.after(event);
            events.add(event);
        }
        List<String> broken = Invariants.check(state, world.route);
        require(broken.isEmpty(), broken + " after " + command);
        require(kept(command), "not what was asked for: " + command);
    }

    /** What a command promises whoever gave it. */
    private boolean kept(Command command) {
        return switch (command) {
            case Command.TakeBack back ->
                state.openTasks().stream()
                        .anyMatch(task -> Long.valueOf(task.assignee()).equals(back.by())
                                && task.frame() == state.task(back.task()).frame());
            case Command.HandOver over ->
                state.tasks().stream().noneMatch(task -> task.pending() && task.assignee() == over.from());
            case Command.Refuse refuse -> {
                Together together =
                        state.frame(state.task(refuse.task()).frame()).entered().together();
                yield state.status() == Status.REFUSED || (together != null && together.rule() == Together.Rule.SHARE);
            }
            case Command.Return back when back.node() == null -> state.status() == Status.RETURNED;
            case Command.Revoke _ -> state.status() == Status.REVOKED;
            default -> true;
        };
    }

    /** What goes on from anywhere. */
    private Command onward(FlowState from) {
        if (from.status() == Status.RETURNED) {
            return new Command.Resubmit(world.applicant, Map.of());
        }
        List<Task> open = from.openTasks();
        if (open.isEmpty()) {
            return new Command.TimerFired(from.timers().getFirst().number());
        }
        return answer(open.getFirst(), from);
    }

    private Command answer(Task task, FlowState from) {
        Node node =
                new RouteMap(world.route).at(from.frame(task.frame()).node()).node();
        return node instanceof Node.Handle
                ? new Command.Handle(task.assignee(), task.number(), null)
                : new Command.Agree(task.assignee(), task.number(), null);
    }

    /** The events when everybody agrees, without touching this run. */
    private List<FlowEvent> agreeing(FlowState from, @Nullable Command first) {
        List<FlowEvent> all = new ArrayList<>();
        if (first == null && (from.status() == Status.RETURNED || from.status().ended())) {
            return all;
        }
        FlowState now = from;
        Command next = first == null ? onward(from) : first;
        while (true) {
            for (FlowEvent event : engine().judge(now, next)) {
                all.add(event);
                now = now.after(event);
            }
            if (now.status() != Status.RUNNING) {
                return all;
            }
            next = onward(now);
        }
    }

    /** People of the nodes that the events enter, against the path that was promised. */
    private void compare(String what, List<Step> steps, List<FlowEvent> really) {
        Map<Integer, String> frames = new LinkedHashMap<>();
        Map<Integer, Map<Integer, Long>> asked = new LinkedHashMap<>();
        Map<Integer, Integer> frameOf = new LinkedHashMap<>();
        state.tasks().forEach(task -> frameOf.put(task.number(), task.frame()));
        for (FlowEvent event : really) {
            switch (event) {
                case FlowEvent.FrameEntered entered -> {
                    frames.put(entered.frame(), entered.node());
                    asked.put(entered.frame(), new LinkedHashMap<>());
                }
                case FlowEvent.TaskOpened opened -> {
                    frameOf.put(opened.task(), opened.frame());
                    asked.computeIfAbsent(opened.frame(), _ -> new LinkedHashMap<>())
                            .put(opened.task(), opened.assignee());
                }
                case FlowEvent.TaskActivated active ->
                    asked.computeIfAbsent(frameOf.getOrDefault(active.task(), 0), _ -> new LinkedHashMap<>())
                            .put(active.task(), active.assignee());
                default -> {
                    // Not about who is asked.
                }
            }
        }
        List<String> real = frames.entrySet().stream()
                .map(frame -> frame.getValue()
                        + asked.getOrDefault(frame.getKey(), Map.of()).values())
                .toList();
        List<String> promised = steps.stream()
                .filter(step -> !step.now() && step.way() == null && !isCc(step))
                .map(step -> step.node()
                        + step.people().stream()
                                .filter(person -> !Boolean.TRUE.equals(isRule(person)))
                                .map(Step.Person::id)
                                .toList())
                .toList();
        require(real.equals(promised), "the path of the " + what + " was " + promised + ", really " + real);
    }

    private boolean isCc(Step step) {
        return new RouteMap(world.route).at(step.node()).node() instanceof Node.Cc;
    }

    private static boolean isRule(Step.Person person) {
        return person.skipped() == FlowState.Why.SAME_AS_APPLICANT || person.skipped() == FlowState.Why.ALREADY_AGREED;
    }

    private Move invent(Random random) {
        long person = 1 + random.nextInt(RandomWorld.PEOPLE);
        long other = 1 + random.nextInt(RandomWorld.PEOPLE);
        return switch (random.nextInt(20)) {
            case 0 ->
                random.nextInt(3) == 0
                        ? new Leaves(person, random.nextBoolean() ? other : null)
                        : new Do(new Command.HandOver(null, person, random.nextBoolean() ? other : null));
            case 1 -> new Away(person, random.nextBoolean() ? other : null);
            case 2 -> new Values(random.nextInt(10));
            default -> new Do(command(random, person, other));
        };
    }

    private Command command(Random random, long person, long other) {
        if (state.status() == Status.RETURNED && random.nextInt(10) > 0) {
            return new Command.Resubmit(world.applicant, Map.of());
        }
        List<Task> open = state.openTasks();
        Task task = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
        int number = task == null ? random.nextInt(5) : task.number();
        long by = task == null || random.nextInt(12) == 0 ? person : task.assignee();
        return switch (random.nextInt(22)) {
            case 0 -> new Command.Refuse(by, number, random.nextInt(4) == 0 ? "No" : "");
            case 1, 2 -> new Command.Transfer(by, number, other, null);
            case 3, 4, 5, 6 -> signers(random, by, number);
            case 7 -> new Command.RemoveSigner(signerAdder(person, number, random), pendingNumber(random));
            case 8, 9, 10 -> new Command.Return(by, number, target(random, task), pick(random, Then.values()), "Again");
            case 11, 12, 13 -> takeBack(random, person);
            case 14 ->
                state.timers().isEmpty()
                        ? new Command.TimerFired(random.nextInt(9))
                        : new Command.TimerFired(state.timers()
                                .get(random.nextInt(state.timers().size()))
                                .number());
            case 15 ->
                state.liveFrames().isEmpty()
                        ? new Command.WebhookAnswered(random.nextInt(9), true, null)
                        : new Command.WebhookAnswered(
                                state.liveFrames()
                                        .get(random.nextInt(state.liveFrames().size()))
                                        .number(),
                                random.nextInt(8) > 0,
                                null);
            case 16 ->
                random.nextInt(4) == 0
                        ? new Command.Revoke(random.nextBoolean() ? world.applicant : person, null)
                        : new Command.Submit(person, person, Map.of());
            default -> task == null ? new Command.Agree(by, number, null) : withActor(answer(task, state), by);
        };
    }

    private static Command withActor(Command command, long by) {
        return command instanceof Command.Handle handle
                ? new Command.Handle(by, handle.task(), null)
                : new Command.Agree(by, ((Command.Agree) command).task(), null);
    }

    private Command signers(Random random, long by, int task) {
        List<Long> people = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            people.add(1L + random.nextInt(RandomWorld.PEOPLE));
        }
        people.remove(by);
        people.remove(world.applicant);
        return new Command.AddSigners(
                by, task, pick(random, When.values()), pick(random, Together.Rule.values()), people, null);
    }

    private int pendingNumber(Random random) {
        List<Task> pending = state.tasks().stream().filter(Task::pending).toList();
        List<Task> added =
                pending.stream().filter(task -> task.opened().addedBy() != null).toList();
        List<Task> from = added.isEmpty() ? pending : added;
        return from.isEmpty() ? 1 : from.get(random.nextInt(from.size())).number();
    }

    private Long signerAdder(long person, int number, Random random) {
        return state.tasks().stream()
                .filter(Task::pending)
                .map(task -> task.opened().addedBy())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(random.nextInt(3) == 0 ? Long.valueOf(number) : Long.valueOf(person));
    }

    private Command takeBack(Random random, long person) {
        List<Task> agreed = state.tasks().stream()
                .filter(task -> task.status().counts() && task.by() != null)
                .toList();
        if (agreed.isEmpty()) {
            return new Command.TakeBack(person, random.nextInt(4));
        }
        Task task = agreed.get(Math.max(0, agreed.size() - 1 - random.nextInt(3)));
        return new Command.TakeBack(random.nextInt(10) == 0 ? person : task.assignee(), task.number());
    }

    private @Nullable String target(Random random, @Nullable Task task) {
        if (task == null || random.nextInt(3) == 0) {
            return null;
        }
        List<String> targets = engine().returnTargets(state, task.number());
        return targets.isEmpty() ? "n" + (1 + random.nextInt(6)) : targets.get(random.nextInt(targets.size()));
    }

    private static String kind(Command command) {
        String name = command.getClass().getSimpleName();
        return command instanceof Command.AddSigners add ? name + " " + add.when() : name;
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }
}
