package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.flow.FlowState.When;
import org.qiao.form.Condition;
import org.qiao.form.Condition.Op;

/** What is stored for ever: these texts may get properties, they never lose any. */
class FlowJsonTest {

    @Test
    void eventsAreSmallAndNamed() {
        assertThat(json(new FlowEvent.TaskOpened(3, 2, null, 1, 7, null, false, null, null)))
                .isEqualTo(
                        "{\"kind\":\"TASK_OPENED\",\"task\":3,\"frame\":2,\"turn\":1,\"assignee\":7,\"queued\":false}");
        assertThat(json(new FlowEvent.TaskClosed(3, FlowState.TaskStatus.AGREED, 7L, FlowState.Why.ACTION, "Good")))
                .isEqualTo(
                        "{\"kind\":\"TASK_CLOSED\",\"task\":3,\"how\":\"AGREED\",\"by\":7,\"why\":\"ACTION\",\"text\":\"Good\"}");
        assertThat(json(new FlowEvent.FrameEntered(1, "n1", 1, null, null, null, Together.ALL, null, null)))
                .isEqualTo(
                        "{\"kind\":\"FRAME_ENTERED\",\"frame\":1,\"node\":\"n1\",\"round\":1,\"together\":{\"rule\":\"ALL\"}}");
        assertThat(json(new FlowEvent.SignersAdded(1, 3, When.BEFORE, Together.Rule.ANY, 7L)))
                .isEqualTo(
                        "{\"kind\":\"SIGNERS_ADDED\",\"group\":1,\"task\":3,\"when\":\"BEFORE\",\"rule\":\"ANY\",\"by\":7}");
        assertThat(json(new FlowEvent.Ended(FlowState.Status.AGREED, null, FlowState.Why.ROUTE_ENDED, null)))
                .isEqualTo("{\"kind\":\"ENDED\",\"status\":\"AGREED\",\"why\":\"ROUTE_ENDED\"}");
    }

    /** As versions before and after this one may have written them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'kind':'SUBMITTED','applicant':5}
            {'kind':'RESUBMITTED','by':5,'later':{'x':1}}
            {'kind':'RETURNED','task':1,'by':5,'then':'START','reason':'r'}
            {'kind':'FRAME_ENTERED','frame':1,'node':'n','round':1,'mood':'fine'}
            {'kind':'TASK_OPENED','task':1,'frame':1,'turn':1,'assignee':2,'queued':true}
            """)
    void olderAndNewerEventsAreRead(String text) {
        FlowEvent event = Scene.JSON.readValue(text.replace('\'', '"'), FlowEvent.class);

        assertThat(Scene.JSON.readValue(json(event), FlowEvent.class)).isEqualTo(event);
    }

    @Test
    void aRouteComesBackAsItWas() {
        Route route = Route.of(
                Routes.branch(
                        "b",
                        Routes.way(
                                "w1",
                                Condition.of(Condition.Test.of("amount", Op.MORE, "5")),
                                Routes.share("s", 60, "A")),
                        Routes.way(
                                "w2",
                                Routes.ask("h", new Approvers.Head("dept", 2))
                                        .limit(Limit.Then.TRANSFER, "B")
                                        .handle())),
                Routes.parallel("p", Routes.way("w3", Routes.cc("c", "A")), Routes.way("w4")),
                Routes.delay("d", 5),
                Routes.webhook("k", null),
                Routes.ask("x", new Approvers.Chosen(new Approvers.Range(List.of(1L), List.of(2L), List.of()), 3))
                        .nobody(Nobody.named(1L))
                        .node(),
                Routes.ask("y", new Approvers.Applicant()).node(),
                Routes.ask("z", new Approvers.Role(4, true)).node());

        assertThat(Scene.JSON.readValue(json(route), Route.class)).isEqualTo(route);
    }

    @Test
    void whatADesignerLeavesOutHasADefault() {
        String text = """
                {"nodes": [{"kind": "APPROVE", "id": "n", "approvers": {"kind": "MEMBERS", "ids": [1]}},
                           {"kind": "BRANCH", "id": "b"}]}
                """;

        Route route = Scene.JSON.readValue(text, Route.class);

        assertThat(route.nodes().getFirst()).isInstanceOfSatisfying(Node.Approve.class, node -> {
            assertThat(node.together()).isEqualTo(Together.ANY);
            assertThat(node.nobody()).isEqualTo(Nobody.ADMIN);
            assertThat(node.actions()).containsExactlyInAnyOrder(Node.Action.values());
        });
    }

    private static String json(Object value) {
        return Scene.JSON.writeValueAsString(value);
    }
}
