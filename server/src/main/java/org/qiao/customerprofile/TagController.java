package org.qiao.customerprofile;

import jakarta.validation.Valid;
import java.util.List;
import org.qiao.customerprofile.TagRequests.BulkTaggingRequest;
import org.qiao.customerprofile.TagRequests.CustomerTagGroupRequest;
import org.qiao.customerprofile.TagRequests.CustomerTagOrderRequest;
import org.qiao.customerprofile.TagRequests.CustomerTagRequest;
import org.qiao.customerprofile.TagRequests.TaggingRequest;
import org.qiao.customerprofile.TagViews.CustomerTagView;
import org.qiao.customerprofile.TagViews.CustomerTagsView;
import org.qiao.customerprofile.TagViews.TaggingView;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TagController {

    private final TagBook book;
    private final CustomerTags tags;

    TagController(TagBook book, CustomerTags tags) {
        this.book = book;
        this.tags = tags;
    }

    @GetMapping("/api/customer-tags")
    CustomerTagsView all(Actor actor) {
        return book.all(actor);
    }

    @PostMapping("/api/admin/customer-tag-groups")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerTagsView addGroup(Actor actor, @Valid @RequestBody CustomerTagGroupRequest body) {
        return book.addGroup(actor, body);
    }

    @PutMapping("/api/admin/customer-tag-groups/{id}")
    CustomerTagsView changeGroup(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerTagGroupRequest body) {
        return book.changeGroup(actor, id, body);
    }

    @DeleteMapping("/api/admin/customer-tag-groups/{id}")
    CustomerTagsView deleteGroup(Actor actor, @PathVariable long id) {
        return book.deleteGroup(actor, id);
    }

    @PutMapping("/api/admin/customer-tag-order")
    CustomerTagsView order(Actor actor, @Valid @RequestBody CustomerTagOrderRequest body) {
        return book.order(actor, body.groups());
    }

    @PostMapping("/api/customer-tags")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerTagView addOwn(Actor actor, @Valid @RequestBody CustomerTagRequest body) {
        return book.addOwn(actor, body.name());
    }

    @PutMapping("/api/customer-tags/{id}")
    CustomerTagView renameOwn(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerTagRequest body) {
        return book.renameOwn(actor, id, body.name());
    }

    @DeleteMapping("/api/customer-tags/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteOwn(Actor actor, @PathVariable long id) {
        book.deleteOwn(actor, id);
    }

    @PutMapping("/api/customer-relations/{id}/tags")
    List<TaggingView> change(Actor actor, @PathVariable long id, @Valid @RequestBody TaggingRequest body) {
        return tags.change(actor, id, body);
    }

    @PostMapping("/api/customer-taggings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeMany(Actor actor, @Valid @RequestBody BulkTaggingRequest body) {
        tags.change(actor, body);
    }
}
