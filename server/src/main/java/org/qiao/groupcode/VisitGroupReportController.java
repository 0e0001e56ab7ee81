package org.qiao.groupcode;

import jakarta.validation.Valid;
import org.qiao.account.Guest;
import org.qiao.customergroup.VisitGroups;
import org.qiao.customergroup.VisitGroups.VisitGroup;
import org.qiao.visit.Complaints;
import org.qiao.visit.VisitComplaint;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A customer complains about a group, and is out of it. */
@RestController
class VisitGroupReportController {

    private final VisitGroups groups;
    private final Complaints complaints;

    VisitGroupReportController(VisitGroups groups, Complaints complaints) {
        this.groups = groups;
        this.complaints = complaints;
    }

    @PostMapping("/api/visit/groups/{id}/report")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(Guest guest, @PathVariable long id, @Valid @RequestBody VisitComplaint body) {
        VisitGroup group = groups.get(guest.orgId(), guest.id(), id);
        complaints.aboutGroup(guest, groups.owner(guest, id), group.title(), body);
        groups.leave(guest, id);
    }
}
