package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.approval.Story.approve;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.approval.DoableRule.Permits;
import org.qiao.approval.RunView.Doable;
import org.qiao.flow.Command;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.When;
import org.qiao.flow.Node;
import org.qiao.flow.Together;

class DoableRuleTest {

    private static final Permits ALL = new Permits(true, true, false);

    private final Story story = new Story(
            approve("first", 2), approve("second", Map.of("amount", Node.Access.EDIT, "note", Node.Access.READ), 3));

    private Doable of(long person) {
        return new DoableRule(new RouteNames(story.route), story.engine(), story.state, person).doable(ALL);
    }

    @Test
    void onlyWhoseTurnItIsMayDecide() {
        story.submit();

        assertThat(of(2).tasks()).singleElement().satisfies(task -> {
            assertThat(task.node()).isEqualTo("first");
            assertThat(task.name()).isEqualTo("Node first");
            assertThat(task.actions()).contains(Node.Action.REFUSE, Node.Action.TRANSFER);
            assertThat(task.returnTo()).isEmpty();
        });
        assertThat(of(3).tasks()).isEmpty();
        assertThat(of(Story.APPLICANT).revoke()).isTrue();
        assertThat(of(2).revoke()).isFalse();
    }

    @Test
    void earlierNodesMayBeReturnedToAndOnlyNamedFieldsEdited() {
        story.submit().does(new Command.Agree(2L, 1, null));

        assertThat(of(3).tasks()).singleElement().satisfies(task -> {
            assertThat(task.editable()).containsExactly("amount");
            assertThat(task.returnTo()).extracting(RunView.ReturnTarget::node).containsExactly("first");
        });
    }

    @Test
    void anAgreementIsTakenBackUntilSomebodyHasActedOnIt() {
        story.submit().does(new Command.Agree(2L, 1, null));
        assertThat(of(2).takeBack()).containsExactly(1);

        story.does(new Command.Agree(3L, 2, null));
        assertThat(of(2).takeBack()).isEmpty();
        assertThat(of(Story.APPLICANT).undo()).isTrue();
        assertThat(of(Story.APPLICANT).revoke()).isFalse();
        assertThat(of(Story.APPLICANT).urge()).isFalse();
    }

    @Test
    void addedSignersMayBeRemovedByWhoAddedThem() {
        story.submit().does(new Command.AddSigners(2L, 1, When.BEFORE, Together.Rule.ALL, java.util.List.of(7L), null));

        assertThat(of(2).removable()).hasSize(1);
        assertThat(of(2).tasks()).isEmpty();
        assertThat(of(7).removable()).isEmpty();
        assertThat(of(7).tasks()).hasSize(1);
    }

    @Test
    void whatWasReturnedMayBeSubmittedAgainByTheApplicantOnly() {
        story.submit().does(new Command.Return(2L, 1, null, Then.START, "看不清"));

        assertThat(of(Story.APPLICANT).resubmit()).isTrue();
        assertThat(of(2).resubmit()).isFalse();
    }
}
