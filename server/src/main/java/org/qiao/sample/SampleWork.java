package org.qiao.sample;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the people of the sample do besides talking. In the caller's transaction. */
@Component
class SampleWork {

    private final SampleTexts texts;
    private final SampleApprovals approvals;
    private final SampleReports reports;
    private final SampleFront front;

    SampleWork(SampleTexts texts, SampleApprovals approvals, SampleReports reports, SampleFront front) {
        this.texts = texts;
        this.approvals = approvals;
        this.reports = reports;
        this.front = front;
    }

    /** So many of the dialogues are held with customers. */
    int talksWithCustomers() {
        return front.talks();
    }

    /** @param dialogues those with customers */
    void write(SampleScene scene, List<Dialogue> dialogues) {
        approvals.write(scene, texts.approvals());
        reports.write(scene, texts.reports());
        front.write(scene, dialogues);
    }
}
