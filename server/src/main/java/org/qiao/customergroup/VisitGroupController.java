package org.qiao.customergroup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.customergroup.VisitGroups.VisitGroup;
import org.qiao.customergroup.VisitGroups.VisitGroupList;
import org.qiao.customergroup.VisitGroups.VisitGroupPerson;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own groups. */
@RestController
@RequestMapping("/api/visit/groups")
class VisitGroupController {

    private final VisitGroups groups;

    VisitGroupController(VisitGroups groups) {
        this.groups = groups;
    }

    @GetMapping
    VisitGroupList list(Guest guest) {
        return new VisitGroupList(groups.list(guest));
    }

    @GetMapping("/{id}")
    VisitGroup get(Guest guest, @PathVariable long id) {
        return groups.get(guest.orgId(), guest.id(), id);
    }

    @GetMapping("/{id}/people")
    Page<VisitGroupPerson> people(
            Guest guest,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> ids,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return ids == null ? groups.people(guest, id, after, limit) : new Page<>(groups.named(guest, id, ids), null);
    }

    @GetMapping(value = "/{id}/people/{personId}/picture", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> picture(Guest guest, @PathVariable long id, @PathVariable long personId) {
        return groups.picture(guest, id, personId).answer();
    }

    @DeleteMapping("/{id}/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Guest guest, @PathVariable long id) {
        groups.leave(guest, id);
    }
}
