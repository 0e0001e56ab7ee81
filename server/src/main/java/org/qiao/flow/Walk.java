package org.qiao.flow;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Why;
import org.qiao.flow.Node.Way;
import org.qiao.flow.RouteMap.Spot;
import org.qiao.form.Facts.Fact;

/** Goes along the route until every strand stands at a node that asks or waits, or the route has ended. */
final class Walk {

    private final Work work;
    private final Asking asking;

    Walk(Work work) {
        this.work = work;
        this.asking = new Asking(work, this);
    }

    /** A strand is the whole route, or one lane of a live parallel frame. */
    record Strand(@Nullable Integer parent, @Nullable String way) {

        static final Strand ROOT = new Strand(null, null);

        static Strand of(Frame frame) {
            return new Strand(frame.parent(), frame.way());
        }
    }

    /** How a node is reached: see {@link FlowEvent.FrameEntered}. */
    record Entry(
            Strand strand,
            @Nullable Integer after,
            @Nullable Place back,
            boolean again) {

        static Entry after(Strand strand, @Nullable Integer after) {
            return new Entry(strand, after, null, false);
        }
    }

    Asking asking() {
        return asking;
    }

    void start() {
        sequence(work.map().route().nodes(), null, Entry.after(Strand.ROOT, null));
    }

    void enter(Node node, Entry entry) {
        switch (node) {
            case Node.Asks asks -> asking.enter(asks, entry);
            case Node.Cc cc -> {
                List<Long> told = asking.found(cc.id(), cc.people());
                if (!told.isEmpty()) {
                    work.emit(new FlowEvent.CcGiven(cc.id(), told));
                }
                onward(work.map().at(cc.id()), entry);
            }
            case Node.Branch branch -> branch(branch, entry);
            case Node.Parallel parallel -> parallel(parallel, entry, null);
            case Node.Delay delay -> delay(delay, entry);
            case Node.Webhook webhook -> webhook(webhook, entry);
        }
    }

    /** Opens a frame at a node and says its number. */
    int frame(Node node, Entry entry, @Nullable Together together) {
        int number = work.nextFrame();
        int round = 1
                + (int) work.state().frames().stream()
                        .filter(frame -> frame.node().equals(node.id()))
                        .count();
        work.emit(new FlowEvent.FrameEntered(
                number,
                node.id(),
                round,
                entry.strand().parent(),
                entry.strand().way(),
                entry.after(),
                together,
                entry.back(),
                entry.again() ? true : null));
        return number;
    }

    /** A frame is done: back to where it was asked from, or on. */
    void done(int number, Outcome outcome, Why why) {
        Frame frame = work.frame(number);
        cancel(number, Why.ENOUGH_AGREED);
        work.emit(new FlowEvent.FrameClosed(number, outcome, why, null));
        Place back = frame.entered().back();
        if (back == null) {
            onward(work.map().at(frame.node()), Entry.after(Strand.of(frame), number));
        } else {
            restore(back, Strand.of(frame), number);
        }
    }

    /** Goes back to a place; everybody there is asked again. */
    void restore(Place place, Strand strand, @Nullable Integer after) {
        Node node = work.map().at(place.node()).node();
        if (node instanceof Node.Parallel parallel) {
            parallel(parallel, Entry.after(strand, after), place.ways());
        } else {
            enter(node, new Entry(strand, after, place.back(), true));
        }
    }

    /** Where a live frame stands, with everything below it. */
    Place place(Frame frame) {
        if (!(work.map().at(frame.node()).node() instanceof Node.Parallel)) {
            return new Place(frame.node(), null, frame.entered().back());
        }
        Map<String, Place> ways = new LinkedHashMap<>();
        for (Frame child : work.state().liveFrames()) {
            if (Integer.valueOf(frame.number()).equals(child.parent()) && child.way() != null) {
                ways.put(child.way(), place(child));
            }
        }
        return new Place(frame.node(), ways, null);
    }

    /** A live frame and all live frames below it, the lowest first. */
    List<Frame> subtree(Frame top) {
        List<Frame> found = new ArrayList<>();
        for (Frame frame : work.state().liveFrames()) {
            for (Frame each = frame; each != null; each = parent(each)) {
                if (each.number() == top.number()) {
                    found.add(frame);
                    break;
                }
            }
        }
        found.sort(Comparator.comparingInt(Frame::number).reversed());
        return found;
    }

    @Nullable
    Frame parent(Frame frame) {
        Integer parent = frame.parent();
        return parent == null ? null : work.frame(parent);
    }

    void cancel(int frame, Why why) {
        for (Task task : work.pending(frame)) {
            work.emit(new FlowEvent.TaskClosed(task.number(), TaskStatus.CANCELLED, null, why, null));
        }
    }

    /** Closes frames with whatever is pending in them. */
    void close(List<Frame> frames, Outcome outcome, Why why) {
        for (Frame frame : frames) {
            cancel(frame.number(), why);
            work.emit(new FlowEvent.FrameClosed(frame.number(), outcome, why, null));
        }
    }

    /** Refused for everybody, whatever else is open. @param number the frame that refuses */
    void refuse(int number, Why why) {
        Frame frame = work.frame(number);
        cancel(number, Why.REFUSED);
        work.emit(new FlowEvent.FrameClosed(number, Outcome.REFUSED, why, null));
        Optional<FlowEvent.TaskClosed> refusal = work.refusal();
        boolean vote = frame.entered().together() != null
                && frame.entered().together().rule() == Together.Rule.SHARE
                && refusal.isPresent();
        end(
                Status.REFUSED,
                refusal.map(FlowEvent.TaskClosed::by).orElse(null),
                vote ? Why.REFUSED : refusal.map(FlowEvent.TaskClosed::why).orElse(why),
                refusal.map(FlowEvent.TaskClosed::text).orElse(null));
    }

    void end(Status status, @Nullable Long by, Why why, @Nullable String reason) {
        List<Frame> live = new ArrayList<>(work.state().liveFrames());
        live.sort(Comparator.comparingInt(Frame::number).reversed());
        close(live, Outcome.CANCELLED, status == Status.REVOKED ? Why.REVOKED : Why.REFUSED);
        work.emit(new FlowEvent.Ended(status, by, why, reason));
    }

    private void sequence(List<Node> nodes, @Nullable Spot around, Entry entry) {
        if (!nodes.isEmpty()) {
            enter(nodes.getFirst(), entry);
        } else if (around == null) {
            end(Status.AGREED, null, Why.ROUTE_ENDED, null);
        } else {
            leave(around, entry);
        }
    }

    /** What comes after a node. */
    private void onward(Spot spot, Entry entry) {
        Entry next = Entry.after(entry.strand(), entry.after());
        Optional<Node> following = spot.next();
        if (following.isPresent()) {
            enter(following.get(), next);
        } else if (spot.around() == null) {
            end(Status.AGREED, null, Why.ROUTE_ENDED, null);
        } else {
            leave(spot.around(), next);
        }
    }

    /** A way has come to its end. */
    private void leave(Spot around, Entry entry) {
        if (around.node() instanceof Node.Branch) {
            onward(around, entry);
        } else {
            laneEnded(around, entry);
        }
    }

    private void laneEnded(Spot around, Entry entry) {
        Integer parent = entry.strand().parent();
        String way = entry.strand().way();
        if (parent == null || way == null) {
            throw new IllegalStateException("A lane without a parallel frame");
        }
        work.emit(new FlowEvent.LaneEnded(parent, way));
        Frame frame = work.frame(parent);
        if (frame.open().isEmpty()) {
            work.emit(new FlowEvent.FrameClosed(parent, Outcome.AGREED, Why.LANES_ENDED, entry.after()));
            onward(around, Entry.after(Strand.of(frame), entry.after()));
        }
    }

    private void branch(Node.Branch branch, Entry entry) {
        Way taken = branch.ways().stream()
                .filter(way -> way.when() == null || way.when().holds(work.facts()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No default at " + branch.id()));
        work.emit(new FlowEvent.BranchTaken(
                branch.id(), taken.id(), entry.strand().parent(), entry.strand().way()));
        sequence(taken.nodes(), work.map().at(branch.id()), entry);
    }

    /** @param places lanes to go back to, the others have ended; null: all from their beginning */
    private void parallel(Node.Parallel parallel, Entry entry, @Nullable Map<String, Place> places) {
        int number = frame(parallel, entry, null);
        work.emit(new FlowEvent.LanesOpened(
                number, parallel.ways().stream().map(Way::id).toList()));
        Spot spot = work.map().at(parallel.id());
        for (Way way : parallel.ways()) {
            if (!work.running()) {
                return;
            }
            Strand lane = new Strand(number, way.id());
            Place place = places == null ? null : places.get(way.id());
            if (place != null) {
                restore(place, lane, number);
            } else if (places != null) {
                laneEnded(spot, Entry.after(lane, number));
            } else {
                sequence(way.nodes(), spot, Entry.after(lane, number));
            }
        }
    }

    private void delay(Node.Delay delay, Entry entry) {
        int number = frame(delay, entry, null);
        Span span = delay.until().span();
        String field = delay.until().field();
        if (span != null) {
            timer(number, null, span);
            return;
        }
        Optional<Fact> fact = field == null ? Optional.empty() : work.facts().find(field);
        if (field != null && fact.orElse(null) instanceof Fact.Quantity day) {
            long epochDay = day.value().setScale(0, RoundingMode.FLOOR).longValue();
            work.emit(new FlowEvent.TimerSet(work.state().timerCount() + 1, number, null, null, field, epochDay));
        } else {
            done(number, Outcome.PASSED, Why.NO_DATE);
        }
    }

    private void webhook(Node.Webhook webhook, Entry entry) {
        int number = frame(webhook, entry, null);
        Integer minutes = webhook.minutes();
        work.emit(new FlowEvent.WebhookCalled(number, webhook.hook(), minutes != null));
        if (minutes == null) {
            done(number, Outcome.PASSED, Why.NOT_WAITED);
        } else {
            timer(number, null, new Span(minutes, false));
        }
    }

    void timer(int frame, @Nullable Integer task, Span span) {
        work.emit(new FlowEvent.TimerSet(work.state().timerCount() + 1, frame, task, span, null, null));
    }
}
