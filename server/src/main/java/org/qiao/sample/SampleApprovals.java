package org.qiao.sample;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.approval.ApprovalActs;
import org.qiao.approval.Approvals;
import org.qiao.approvaltemplate.Templates;
import org.qiao.file.Files;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Past;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Has the approvals of the sample asked for and answered, each at its time. In the caller's transaction. */
@Component
class SampleApprovals {

    private final Templates templates;
    private final Approvals approvals;
    private final ApprovalActs acts;
    private final Files files;

    SampleApprovals(Templates templates, Approvals approvals, ApprovalActs acts, Files files) {
        this.templates = templates;
        this.approvals = approvals;
        this.acts = acts;
        this.files = files;
    }

    void write(SampleScene scene, List<SampleApproval> all) {
        Map<String, Long> byIcon = new HashMap<>();
        templates
                .listStartable(scene.org().owner(), null, Limits.PAGE_MAX)
                .items()
                .forEach(template -> byIcon.put(template.icon(), template.id()));
        for (int i = 0; i < all.size(); i++) {
            write(scene, all.get(i), SampleOrg.require(byIcon, all.get(i).template()), "sample-" + i);
        }
    }

    private void write(SampleScene scene, SampleApproval one, long template, String key) {
        Map<String, List<Long>> chosen = new HashMap<>();
        one.chosenOrNone()
                .forEach((node, people) -> chosen.put(node, scene.org().ids(people)));
        long id = Past.at(scene.calendar().at(one.at()), () -> {
            Actor by = scene.org().actor(one.by());
            ObjectNode values = (ObjectNode) scene.values().of(one.values());
            one.attachedOrNone().forEach((field, name) -> values.putArray(field).add(upload(scene, by, name)));
            return approvals
                    .start(by, new Approvals.Order(key, template, null, values, chosen))
                    .id();
        });
        for (int i = 0; i < one.movesOrNone().size(); i++) {
            SampleApproval.Move move = one.movesOrNone().get(i);
            String each = key + "-" + i;
            Past.at(scene.calendar().at(move.at()), () -> act(scene.org(), id, move, each));
        }
    }

    private long upload(SampleScene scene, Actor by, String name) {
        int dot = name.indexOf(':');
        byte[] content = scene.makings().document(name.substring(0, dot));
        return files.store(by, name.substring(dot + 1), new ByteArrayInputStream(content))
                .id();
    }

    private void act(SampleOrg org, long id, SampleApproval.Move move, String key) {
        Actor by = org.actor(move.by());
        List<Long> people = org.ids(move.peopleOrNone());
        switch (move.act()) {
            case AGREE, REFUSE ->
                approvals.decide(
                        by,
                        id,
                        Approvals.Decision.plain(task(by, id), move.act().name(), move.text()));
            case ASK_FIRST -> acts.askFirst(by, id, task(by, id), people, move.text());
            case RETURN -> acts.sendBack(by, id, task(by, id), move.textOrNone());
            case REVOKE -> acts.revoke(by, id, move.text());
            case COMMENT -> acts.comment(by, id, move.textOrNone(), people, key);
        }
    }

    private int task(Actor by, long id) {
        return approvals.get(by, id).tasks().stream()
                .filter(task -> task.assignee() == by.principalId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Approval " + id + " does not wait for " + by))
                .task();
    }
}
