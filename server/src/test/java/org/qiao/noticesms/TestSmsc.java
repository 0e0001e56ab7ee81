package org.qiao.noticesms;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.qiao.testing.Await;
import org.slf4j.LoggerFactory;

/** An SMPP provider in this process: the server side of jSMPP, with faults to order. */
final class TestSmsc implements ServerMessageReceiverListener, AutoCloseable {

    static final String PASSWORD = "secret";

    final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    final List<BindRequest> binds = new CopyOnWriteArrayList<>();
    final AtomicInteger enquiries = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    static {
        // As in application.yaml, for tests without a context: every fault here is on purpose. Logging may just begin
        // elsewhere.
        Await.until(() -> LoggerFactory.getILoggerFactory() instanceof LoggerContext);
        ((Logger) LoggerFactory.getLogger("org.jsmpp")).setLevel(Level.OFF);
    }

    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger ids = new AtomicInteger(0xa0);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;

    /** What happens to the next message instead of being taken. */
    interface Reaction {
        void on(SubmitSm message, SMPPServerSession session, String id) throws Exception;
    }

    TestSmsc() throws IOException {
        this(0);
    }

    TestSmsc(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listener = new SMPPServerSessionListener(
                socket.getLocalPort(), new org.jsmpp.session.connection.ServerConnectionFactory() {
                    @Override
                    public ServerSocketConnection listen(int any) {
                        return new ServerSocketConnection(socket);
                    }

                    @Override
                    public ServerSocketConnection listen(int any, int timeout) {
                        return listen(any);
                    }

                    @Override
                    public ServerSocketConnection listen(int any, int timeout, int backlog) {
                        return listen(any);
                    }
                });
        listener.setPduProcessorDegree(60);
        listener.setMessageReceiverListener(this);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void next(Reaction... later) {
        reactions.addAll(List.of(later));
    }

    static Reaction refuse(int status) {
        return (message, session, id) -> {
            throw new ProcessRequestException("as ordered", status);
        };
    }

    static Reaction take() {
        return (message, session, id) -> {};
    }

    Reaction silence() {
        return (message, session, id) -> closed.await();
    }

    static Reaction drop() {
        return (message, session, id) -> session.close();
    }

    /** "0A1" and so on, as they were answered. */
    String lastId() {
        return Integer.toHexString(ids.get());
    }

    int connections() {
        return (int) sessions.stream()
                .filter(session -> session.getSessionState().isBound())
                .count();
    }

    void dropAll() {
        sessions.forEach(SMPPServerSession::close);
    }

    void receipt(String id, String state) throws Exception {
        receipt(current(), id, state);
    }

    static void receipt(SMPPServerSession session, String id, String state) throws Exception {
        String text = "id:" + id + " sub:001 dlvrd:001 submit date:2611261200 done date:2611261201 stat:" + state
                + " err:000 text:...";
        deliver(session, "8613800138000", (byte) 0x04, 0, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void receiptInParameters(String id, int state) throws Exception {
        deliver(
                current(),
                "8613800138000",
                (byte) 0x04,
                0,
                new byte[0],
                new OptionalParameter.Receipted_message_id(id),
                new OptionalParameter.Message_state((byte) state));
    }

    void write(String from, int coding, byte[] text, OptionalParameter... parameters) throws Exception {
        deliver(current(), from, (byte) 0, coding, text, parameters);
    }

    void writeWithHeader(String from, int coding, byte[] headerAndText) throws Exception {
        deliver(current(), from, (byte) 0x40, coding, headerAndText);
    }

    /** The status with which the other side refuses; 0 when it takes it. */
    static int status(Delivery delivery) throws Exception {
        try {
            delivery.run();
            return 0;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        }
    }

    interface Delivery {
        void run() throws Exception;
    }

    private static void deliver(
            SMPPServerSession session,
            String from,
            byte esmClass,
            int coding,
            byte[] text,
            OptionalParameter... parameters)
            throws Exception {
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                from,
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "10690001",
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) coding),
                text,
                parameters);
    }

    private SMPPServerSession current() {
        return sessions.stream()
                .filter(session -> session.getSessionState().isBound())
                .findFirst()
                .orElseThrow();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                SMPPServerSession session = listener.accept();
                session.setTransactionTimer(10_000);
                BindRequest bind = session.waitForBind(5_000);
                binds.add(bind);
                if (PASSWORD.equals(bind.getPassword())) {
                    sessions.add(session);
                    bind.accept("smsc");
                } else {
                    bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                }
            } catch (IOException | TimeoutException | org.jsmpp.PDUStringException e) {
                continue; // the next one, or closed
            }
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            String id = Integer.toHexString(ids.incrementAndGet());
            Reaction reaction = reactions.poll();
            if (reaction != null) {
                reaction.on(message, source, id);
            }
            taken.add(message);
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (ProcessRequestException e) {
            throw e;
        } catch (Exception e) {
            throw new ProcessRequestException(e.toString(), SMPPConstant.STAT_ESME_RSYSERR);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink enquireLink, Session source) {
        enquiries.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        socket.close();
        dropAll();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not spoken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
