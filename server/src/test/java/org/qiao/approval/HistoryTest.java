package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.qiao.approval.Story.approve;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.approval.MarkStore.Edit;
import org.qiao.approval.MarkStore.Mark;
import org.qiao.approval.RunView.HistoryLine;
import org.qiao.approval.RunView.What;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.flow.Command;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.When;
import org.qiao.flow.Together;
import org.qiao.form.FormSchema;

class HistoryTest {

    private final Story story = new Story(approve("first", 2), approve("second", 3));

    private List<HistoryLine> lines(Map<Integer, Edit> edits, Map<Integer, Mark> marks) {
        TemplateVersion template = Templated.version(FormSchema.EMPTY, story.route);
        return History.of(template, story.state, story.events, new History.Extras(edits, marks));
    }

    @Test
    void aRunReadsLikeAStory() {
        story.submit()
                .does(new Command.Agree(2L, 1, "同意"))
                .does(new Command.Return(3L, 2, null, Then.START, "金额不对"))
                .does(new Command.Resubmit(Story.APPLICANT, Map.of()))
                .does(new Command.Agree(2L, 3, null))
                .does(new Command.Refuse(3L, 4, "超预算"));

        assertThat(lines(Map.of(), Map.of()))
                .extracting(HistoryLine::what, HistoryLine::by, HistoryLine::text)
                .containsExactly(
                        tuple(What.SUBMITTED, 1L, null),
                        tuple(What.AGREED, 2L, "同意"),
                        tuple(What.RETURNED, 3L, "金额不对"),
                        tuple(What.RESUBMITTED, 1L, null),
                        tuple(What.AGREED, 2L, null),
                        tuple(What.REFUSED, 3L, "超预算"),
                        tuple(What.ENDED, 3L, "超预算"));
    }

    @Test
    void signersOfOneMomentAreOneLineAndATransferNamesWhoGotIt() {
        story.submit()
                .does(new Command.AddSigners(2L, 1, When.BEFORE, Together.Rule.ALL, List.of(7L, 8L), null))
                .does(new Command.Transfer(7L, 2, 9, "他更清楚"));

        assertThat(lines(Map.of(), Map.of()))
                .extracting(HistoryLine::what, HistoryLine::by, HistoryLine::people)
                .containsExactly(
                        tuple(What.SUBMITTED, 1L, List.of()),
                        tuple(What.SIGNERS_ADDED, 2L, List.of(7L, 8L)),
                        tuple(What.TRANSFERRED, 7L, List.of(9L)));
    }

    @Test
    void copiesByHandNameWhoGaveThemAndARemovedSignerIsNamed() {
        story.submit()
                .does(new Command.AddSigners(2L, 1, When.PARALLEL, Together.Rule.ALL, List.of(7L), null))
                .does(new Command.RemoveSigner(2L, 2))
                .happens(FlowEvent.CcGiven.byHand(List.of(9L)), 2L);

        assertThat(lines(Map.of(), Map.of()))
                .extracting(HistoryLine::what, HistoryLine::by, HistoryLine::people)
                .endsWith(tuple(What.REMOVED, 2L, List.of(7L)), tuple(What.TOLD, 2L, List.of(9L)));
    }

    @Test
    void marksStandWithTheDecision() {
        story.submit().does(new Command.Agree(2L, 1, null));

        assertThat(lines(Map.of(), Map.of(1, new Mark(55L, List.of(66L)))))
                .filteredOn(line -> line.what() == What.AGREED)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.signature()).isEqualTo(55L);
                    assertThat(line.files()).containsExactly(66L);
                });
    }
}
