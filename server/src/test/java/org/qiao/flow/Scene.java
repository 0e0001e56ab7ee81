package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.When;
import org.qiao.form.Facts;
import org.qiao.platform.Problem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a script against a route: steps with semicolons between them. People are letters, P is the applicant.
 *
 * <pre>
 * agree A · done A · refuse A · transfer A B · before A B,C ANY · after A B ALL · beside A B · remove A B
 * return A n1 HERE (or P START) · resubmit · takeback A · revoke · handover A B (or -) · fire · answer yes
 * asks A,B (exactly those are open) · queued C · told C · is AGREED · a step that is refused ends with !CODE
 * </pre>
 *
 * Events go through JSON, and invariants are checked after every step.
 */
final class Scene {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final long APPLICANT = Company.id("P");

    final Company company;
    final List<FlowEvent> events = new ArrayList<>();
    private final Route route;
    private final Map<String, List<Long>> chosen = new HashMap<>();
    private Facts facts = Facts.NONE;
    FlowState state = FlowState.EMPTY;

    Scene(Company company, Node... nodes) {
        this.company = company;
        this.route = Route.of(nodes);
    }

    static Scene of(Node... nodes) {
        return new Scene(new Company(), nodes);
    }

    Scene facts(Facts values) {
        facts = values;
        return this;
    }

    Scene choose(String node, String letters) {
        chosen.put(node, Company.ids(letters));
        return this;
    }

    Route route() {
        return route;
    }

    Engine engine() {
        return new Engine(route, company, facts);
    }

    Scene play(String script) {
        if (state.version() == 0) {
            apply(new Command.Submit(APPLICANT, APPLICANT, chosen));
        }
        for (String step : script.split(";")) {
            step(step.strip());
        }
        return this;
    }

    void apply(Command command) {
        List<FlowEvent> happened = engine().judge(state, command);
        for (FlowEvent event : happened) {
            FlowEvent stored = JSON.readValue(JSON.writeValueAsString(event), FlowEvent.class);
            assertThat(stored).isEqualTo(event);
            events.add(stored);
            state = state.after(stored);
        }
        assertThat(Invariants.check(state, route)).as("after %s", command).isEmpty();
    }

    private void step(String step) {
        if (step.isEmpty()) {
            return;
        }
        String[] words = step.split("\\s+");
        String refusal = words[words.length - 1].startsWith("!") ? words[words.length - 1].substring(1) : null;
        switch (words[0]) {
            case "asks" -> assertThat(letters(TaskStatus.OPEN)).as(step).isEqualTo(rest(words));
            case "queued" -> assertThat(letters(TaskStatus.QUEUED)).as(step).isEqualTo(rest(words));
            case "is" -> assertThat(state.status().name()).as(step).isEqualTo(words[1]);
            case "told" -> assertThat(told()).as(step).isEqualTo(rest(words));
            default -> act(step, command(words), refusal);
        }
    }

    private void act(String step, Command command, @Nullable String refusal) {
        FlowState before = state;
        String code = null;
        try {
            apply(command);
        } catch (Problem problem) {
            code = problem.code();
            assertThat(state).isEqualTo(before);
        }
        String expected = refusal == null ? null : "flow." + refusal.toLowerCase(java.util.Locale.ROOT);
        assertThat(code).as(step).isEqualTo(expected);
    }

    private Command command(String[] words) {
        String who = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "agree" -> new Command.Agree(Company.id(who), task(who), null);
            case "done" -> new Command.Handle(Company.id(who), task(who), null);
            case "refuse" -> new Command.Refuse(Company.id(who), task(who), "No");
            case "transfer" -> new Command.Transfer(Company.id(who), task(who), Company.id(words[2]), null);
            case "before" -> signers(who, When.BEFORE, words);
            case "after" -> signers(who, When.AFTER, words);
            case "beside" -> signers(who, When.PARALLEL, words);
            case "remove" -> new Command.RemoveSigner(Company.id(who), task(words[2]));
            case "return" ->
                new Command.Return(
                        Company.id(who),
                        task(who),
                        words[2].equals("P") ? null : words[2],
                        Then.valueOf(words[3]),
                        "Look again");
            case "resubmit" -> new Command.Resubmit(APPLICANT, Map.of());
            case "takeback" -> new Command.TakeBack(Company.id(who), agreed(who));
            case "revoke" -> new Command.Revoke(APPLICANT, null);
            case "handover" ->
                new Command.HandOver(
                        null, Company.id(who), words[2].equals("-") ? null : Long.valueOf(Company.id(words[2])));
            case "fire" -> new Command.TimerFired(state.timers().getFirst().number());
            case "answer" -> new Command.WebhookAnswered(liveFrame(), words[1].equals("yes"), null);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Command signers(String who, When when, String[] words) {
        String rule = words.length > 3 && !words[3].startsWith("!") ? words[3] : "ALL";
        return new Command.AddSigners(
                Company.id(who), task(who), when, Together.Rule.valueOf(rule), Company.ids(words[2]), null);
    }

    /** His open task, else a queued one, else his last. */
    private int task(String who) {
        long person = Company.id(who);
        List<Task> his =
                state.tasks().stream().filter(task -> task.assignee() == person).toList();
        return his.stream()
                .filter(task -> task.status() == TaskStatus.OPEN)
                .findFirst()
                .or(() -> his.stream().filter(Task::pending).findFirst())
                .map(Task::number)
                .orElseGet(() -> his.isEmpty() ? 1 : his.getLast().number());
    }

    private int agreed(String who) {
        return state.tasks().stream()
                .filter(task ->
                        task.assignee() == Company.id(who) && task.status().counts() && !task.undone())
                .reduce((_, last) -> last)
                .map(Task::number)
                .orElse(1);
    }

    private int liveFrame() {
        return state.liveFrames().getLast().number();
    }

    String letters(TaskStatus status) {
        return state.tasks().stream()
                .filter(task -> task.status() == status)
                .map(task -> Company.letter(task.assignee()))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private String told() {
        return events.stream()
                .filter(FlowEvent.CcGiven.class::isInstance)
                .flatMap(event -> ((FlowEvent.CcGiven) event).people().stream())
                .map(Company::letter)
                .collect(Collectors.joining(","));
    }

    private static String rest(String[] words) {
        return words.length > 1 && !words[1].equals("-") ? words[1] : "";
    }
}
