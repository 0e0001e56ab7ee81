package org.qiao.sample;

import org.springframework.stereotype.Component;

/** What the people of the sample do besides talking. In the caller's transaction. */
@Component
class SampleWork {

    private final SampleTexts texts;
    private final SampleApprovals approvals;
    private final SampleReports reports;

    SampleWork(SampleTexts texts, SampleApprovals approvals, SampleReports reports) {
        this.texts = texts;
        this.approvals = approvals;
        this.reports = reports;
    }

    void write(SampleScene scene) {
        approvals.write(scene, texts.approvals());
        reports.write(scene, texts.reports());
    }
}
