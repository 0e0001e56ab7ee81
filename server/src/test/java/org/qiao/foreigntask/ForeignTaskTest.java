package org.qiao.foreigntask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.foreigntask.ForeignTask.Answer;
import org.qiao.foreigntask.ForeignTask.Content;
import org.qiao.foreigntask.ForeignTask.ForeignTaskAnswer;
import org.qiao.foreigntask.ForeignTask.How;
import org.qiao.foreigntask.ForeignTask.Said;
import org.qiao.foreigntask.ForeignTask.State;
import org.qiao.foreigntask.ForeigntaskProblem.Flaw;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskPush;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.Problem;

/** What can become of a task, and who and what it may name. */
class ForeignTaskTest {

    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final List<ForeignTaskAnswer> BUTTONS =
            List.of(new ForeignTaskAnswer("yes", "同意"), new ForeignTaskAnswer("no", "不同意"));

    private static Said said(String title, State state, @Nullable Integer reopen) {
        Content content = new Content(title, List.of(), null, null, BUTTONS);
        return new Said(content, state, title + state + reopen, reopen);
    }

    private static ForeignTask open() {
        return ForeignTask.first(1, "PO-1", said("付款", State.OPEN, null), NOW);
    }

    private static ForeignTask answered() {
        return open().answered(new Answer("yes", 7, null, LATER), 1);
    }

    private static void refused(ForeigntaskProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class,
                        refusal -> assertThat(refusal.is(problem))
                                .as(refusal.code())
                                .isTrue());
    }

    @Test
    void theFirstAnswerEndsIt() {
        ForeignTask done = answered();

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.how()).isEqualTo(How.ANSWERED);
        assertThat(done.version()).isEqualTo(2);
        refused(ForeigntaskProblem.CHANGED_MEANWHILE, () -> done.answered(new Answer("no", 8, null, LATER), 1));
    }

    @Test
    void nobodyAnswersWhatHeHasNotSeenOrWhatIsNotOffered() {
        ForeignTask changed = open().said(said("付款 200", State.OPEN, null), LATER);

        refused(ForeigntaskProblem.CHANGED_MEANWHILE, () -> changed.answered(new Answer("yes", 7, null, LATER), 1));
        refused(ForeigntaskProblem.UNKNOWN_ANSWER, () -> changed.answered(new Answer("maybe", 7, null, LATER), 2));
        assertThat(changed.answered(new Answer("yes", 7, null, LATER), 2).isOpen())
                .isFalse();
    }

    @Test
    void aLateUpdateUndoesNoAnswerUnlessItNamesTheEnd() {
        ForeignTask done = answered();

        refused(ForeigntaskProblem.ENDED, () -> done.said(said("付款 200", State.OPEN, null), LATER));
        refused(ForeigntaskProblem.CHANGED_MEANWHILE, () -> done.said(said("付款", State.OPEN, 1), LATER));
        refused(ForeigntaskProblem.CHANGED_MEANWHILE, () -> open().said(said("付款", State.OPEN, 1), LATER));

        ForeignTask again = done.said(said("付款", State.OPEN, 2), LATER);
        assertThat(again.isOpen()).isTrue();
        assertThat(again.how()).isNull();
        assertThat(again.answer()).isNull();
        assertThat(again.times().endedAt()).isNull();
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void theSystemMayEndItAndKeepsTheAnswerOfWhomItConfirms() {
        ForeignTask confirmed = answered().said(said("付款, 凭证 9", State.DONE, null), LATER);
        assertThat(confirmed.how()).isEqualTo(How.ANSWERED);
        assertThat(confirmed.answer()).isNotNull();

        ForeignTask overruled = answered().said(said("付款", State.CANCELLED, null), LATER);
        assertThat(overruled.state()).isEqualTo(State.CANCELLED);
        assertThat(overruled.how()).isEqualTo(How.SYSTEM);

        assertThat(open().withdrawn(LATER).how()).isEqualTo(How.WITHDRAWN);
        assertThat(answered().withdrawn(LATER)).isEqualTo(answered());
    }

    @Test
    void whoIsNotThereIsNamedByHisPlaceAndOnlyWhileItIsOpen() {
        AssigneeRule anybody = new AssigneeRule(Set.of(1L, 2L), Map.of("E7", 7L), null);
        AssigneeRule bound = new AssigneeRule(Set.of(1L, 2L), Map.of(), 2L);
        List<Flaw> flaws = new ArrayList<>();

        assertThat(anybody.people(push(State.OPEN, List.of(1L, 9L), List.of("E7", "E8")), "", flaws))
                .containsExactly(1L, 7L);
        assertThat(flaws).containsExactly(new Flaw("assignees[1]", "unknown"), new Flaw("numbers[1]", "unknown"));
        flaws.clear();
        assertThat(bound.people(push(State.OPEN, List.of(1L, 2L), List.of()), "items[3].task.", flaws))
                .containsExactly(2L);
        assertThat(flaws).containsExactly(new Flaw("items[3].task.assignees[0]", "unknown"));
        flaws.clear();
        anybody.people(push(State.DONE, List.of(9L), List.of()), "", flaws);
        assertThat(flaws).isEmpty();
    }

    @Test
    void whatNobodyCouldDoIsRefused() {
        ForeignTaskPush nothing = push(State.OPEN, List.of(), List.of());
        assertThat(nothing.flaws(""))
                .containsExactly(new Flaw("link", "link_or_answers"), new Flaw("assignees", "required"));
        assertThat(push(State.DONE, List.of(), List.of()).flaws("")).isEmpty();
        ForeignTaskPush odd = new ForeignTaskPush(
                "x",
                List.of(),
                null,
                Instant.MAX,
                State.OPEN,
                List.of(1L),
                List.of(),
                List.of(BUTTONS.getFirst(), BUTTONS.getFirst()),
                null);
        assertThat(odd.flaws("")).containsExactly(new Flaw("dueAt", "range"), new Flaw("answers[1].key", "twice"));
    }

    private static ForeignTaskPush push(State state, List<Long> assignees, List<String> numbers) {
        return new ForeignTaskPush("x", List.of(), null, null, state, assignees, numbers, List.of(), null);
    }

    @ParameterizedTest
    @CsvSource({
        "https://erp.example.com/po/1?x=y#z, true",
        "HTTPS://erp.example.com, true",
        "http://10.1.2.3:8080/po/1, true",
        "http://203.0.113.9/po/1, false",
        "http://169.254.169.254/latest, false",
        "https://user:secret@erp.example.com, false",
        "javascript:alert(1), false",
        "data:text/html;base64, false",
        "//erp.example.com/x, false",
        "https:///x, false",
        "not a link, false"
    })
    void linksAreEncryptedOrStayInside(String link, boolean allowed) {
        LinkRule rule = new LinkRule(OutboundNetworks.of("10.0.0.0/8"));

        assertThat(rule.check().allows(link)).isEqualTo(allowed);
    }
}
