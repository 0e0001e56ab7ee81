package org.qiao.voice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.OutboundNetworks;
import org.qiao.voice.OutgoingCall.State;

/** One call, on the thread of whoever asked for it: what sockets hear becomes events, the state machine says what to do. */
final class PhoneCall implements Media.Listener {

    private static final int EVENTS_MAX = 64;
    private static final char CONFIRM = '1';

    private final Trunk trunk;
    private final Order order;
    private final OutboundNetworks networks;
    private final CallPace pace;
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(EVENTS_MAX);
    private final long begin = System.nanoTime();
    private boolean confirmed;
    private boolean toldRang;
    private boolean talks;

    /**
     * What is to be done.
     *
     * @param samples one reading
     * @param asks whether key 1 confirms
     */
    record Order(String number, short[] samples, boolean asks, Runnable rang) {}

    /** Something that happened outside of the call's thread. */
    private sealed interface Event {}

    private record Heard(SipMessage message, InetSocketAddress from) implements Event {}

    private record Pressed(char key) implements Event {}

    private record Played() implements Event {}

    PhoneCall(Trunk trunk, Order order, OutboundNetworks networks, CallPace pace) {
        this.networks = networks;
        this.trunk = trunk;
        this.order = order;
        this.pace = pace;
    }

    CallResult run() throws IOException {
        Trunk.Endpoint hop = trunk.nextHop();
        InetSocketAddress nextHop = new InetSocketAddress(networks.find(hop.host()), hop.port());
        LocalAddress local = LocalAddress.towards(nextHop, trunk.localAddress());
        try (Media media = Media.open(local.bound(), trunk.rtpPorts(), this);
                SipLink link = open(local, nextHop)) {
            CallRequests requests =
                    new CallRequests(trunk, order.number(), new InetSocketAddress(local.told(), link.localPort()));
            byte[] offer = Sdp.offer(local.told(), media.port(), System.nanoTime() >>> 20);
            SipTimers timers = pace.timers().reliable(trunk.transport() == Trunk.Transport.TCP);
            OutgoingCall call = new OutgoingCall(requests, trunk, offer, timers);
            return run(call, requests.callId(), link, media);
        }
    }

    private SipLink open(LocalAddress local, InetSocketAddress nextHop) throws IOException {
        return switch (trunk.transport()) {
            case UDP -> UdpLink.open(local.bound(), nextHop, this::heard);
            case TCP -> TcpLink.open(local.bound(), nextHop, this::heard);
        };
    }

    private CallResult run(OutgoingCall call, String callId, SipLink link, Media media) throws IOException {
        call.start(now());
        try {
            send(call, link);
            while (call.state() != State.OVER) {
                Event event = events.poll(call.deadline() - now(), TimeUnit.NANOSECONDS);
                if (!(event instanceof Heard(SipMessage message, InetSocketAddress from))) {
                    happened(call, event);
                } else if (message.callId().equals(callId)) {
                    heard(call, link, message, from);
                }
                call.tick(now());
                send(call, link);
                tellRang(call);
                startTalking(call, media);
                send(call, link);
            }
        } catch (InterruptedException e) {
            call.abandon(now());
            send(call, link);
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            call.abandon(now());
            if (!call.rang()) {
                throw e; // what the call has brought is kept, and a telephone that rang is not rung again
            }
        }
        return call.result(confirmed);
    }

    private void happened(OutgoingCall call, @Nullable Event event) {
        switch (event) {
            case Pressed(char key)
            when key == CONFIRM && order.asks() -> {
                confirmed |= call.state() == State.TALKING;
                call.hangUp(now());
            }
            case Played() -> call.hangUp(now());
            case null, default -> {}
        }
    }

    private void heard(OutgoingCall call, SipLink link, SipMessage message, InetSocketAddress from) throws IOException {
        switch (message) {
            case SipResponse response -> call.receive(response, now());
            case SipRequest request when request.method().equals("ACK") -> {}
            case SipRequest request -> {
                SipResponse answer = call.answer(request, now());
                link.reply(answer, from);
                Optional<Character> key = Keys.ofInfo(request);
                if (answer.isSuccess() && request.method().equals("INFO") && key.isPresent()) {
                    happened(call, new Pressed(key.get()));
                }
            }
        }
    }

    private void tellRang(OutgoingCall call) {
        if (call.rang() && !toldRang) {
            toldRang = true;
            order.rang().run();
        }
    }

    private void startTalking(OutgoingCall call, Media media) {
        if (talks || call.state() != State.TALKING || call.answer().isEmpty()) {
            return;
        }
        talks = true;
        Optional<Sdp.Agreed> agreed = Sdp.answer(call.answer().get().body())
                .filter(sdp -> networks.allows(sdp.remote().getAddress()));
        if (agreed.isPresent()) {
            media.start(agreed.get(), new Playlist(agreed.get().codec(), order.samples(), order.asks(), pace));
        } else {
            call.refuseAnswer(now());
        }
    }

    private static void send(OutgoingCall call, SipLink link) throws IOException {
        for (SipRequest request : call.takeOutgoing()) {
            link.send(request);
        }
    }

    private long now() {
        return System.nanoTime() - begin;
    }

    /** More than fits is lost, like a datagram; what matters is said again. */
    private void heard(SipMessage message, InetSocketAddress from) {
        events.offer(new Heard(message, from));
    }

    @Override
    public void pressed(char key) {
        if (key == CONFIRM) {
            events.offer(new Pressed(key));
        }
    }

    @Override
    public void played() {
        events.offer(new Played());
    }
}
