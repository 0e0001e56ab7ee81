package org.qiao.notice;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Channels and orders, for full administrators. */
@RestController
@RequestMapping("/api/admin/notice")
class NoticeController {

    private final Carriers carriers;
    private final Trials trials;
    private final Orders orders;

    NoticeController(Carriers carriers, Trials trials, Orders orders) {
        this.carriers = carriers;
        this.trials = trials;
        this.orders = orders;
    }

    @GetMapping("/channels")
    List<ChannelView> channels(Actor actor) {
        return carriers.list(actor);
    }

    @PutMapping("/channels/{channel}")
    ChannelView connect(Actor actor, @PathVariable Channel channel, @Valid @RequestBody CarrierRequest body) {
        return carriers.put(actor, channel, body);
    }

    @DeleteMapping("/channels/{channel}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(Actor actor, @PathVariable Channel channel) {
        carriers.delete(actor, channel);
    }

    @PutMapping("/channels/{channel}/enabled")
    ChannelView enable(
            Actor actor, @PathVariable Channel channel, @Valid @RequestBody CarrierRequest.EnabledRequest body) {
        return carriers.enable(actor, channel, body.enabled());
    }

    @PostMapping("/channels/{channel}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OrderView test(Actor actor, @PathVariable Channel channel, @Valid @RequestBody Trials.TrialRequest body) {
        return trials.send(actor, channel, body);
    }

    @GetMapping("/orders")
    Page<OrderView> orders(
            Actor actor,
            @RequestParam(required = false) @Nullable NoticeState state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return orders.list(actor, state, channel, after, limit);
    }

    @GetMapping("/orders/{id}")
    OrderView order(Actor actor, @PathVariable long id) {
        return orders.get(actor, id);
    }

    @PostMapping("/orders/{id}/retry")
    OrderView retry(Actor actor, @PathVariable long id) {
        return orders.retry(actor, id);
    }

    @GetMapping("/usage")
    List<OrderView.NoticeUsage> usage(Actor actor) {
        return orders.usage(actor);
    }
}
