package org.qiao.noticesms;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.Inbound;
import org.qiao.notice.SettingsJson;
import org.qiao.notice.SmsText;
import org.qiao.notice.SmsText.Coding;
import org.qiao.notice.Telephone;
import org.qiao.platform.OutboundNetworks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS over SMPP 3.4, as a transceiver. An answer that does not come, or a connection that breaks before it, leaves open whether the
 * provider has the message: it is sent again, and here alone somebody may get an SMS twice. Parts the provider did answer for are not
 * sent again.
 */
@Component
class SmppCarrier implements Carrier, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SmppCarrier.class);

    /** Each company's link costs a few threads. */
    private static final int MAX_LINKS = 500;

    private static final byte WITH_HEADER = 0x40;
    private static final byte UCS2 = 8;

    private final JsonMapper json;
    private final OutboundNetworks networks;
    private final Inbound inbound;
    private final Clock clock;
    private final SmppTimes times;
    private final ConcurrentMap<Long, Account> accounts = new ConcurrentHashMap<>();

    @Autowired
    SmppCarrier(JsonMapper json, OutboundNetworks networks, Inbound inbound, Clock clock) {
        this(json, networks, inbound, clock, SmppTimes.STANDARD);
    }

    SmppCarrier(JsonMapper json, OutboundNetworks networks, Inbound inbound, Clock clock, SmppTimes times) {
        this.json = json;
        this.networks = networks;
        this.inbound = inbound;
        this.clock = clock;
        this.times = times;
    }

    /** What a company has with its provider, for as long as its settings stay the same. */
    private record Account(
            SmppSettings settings, SmppLink link, SmppInbox inbox, PartReceipts parts, Semaphore window) {}

    @Override
    public CarrierKind kind() {
        return CarrierKind.SMPP;
    }

    @Override
    public String check(String settings) {
        SmppSettings read = SettingsJson.read(json, settings, SmppSettings.class);
        read.check();
        return json.writeValueAsString(read);
    }

    @Override
    public List<Destination> destinations(String settings) {
        SmppSettings read = SettingsJson.read(json, settings, SmppSettings.class);
        return List.of(new Destination("host", read.host(), read.port(), read.systemId(), read.tls() ? 1 : 0));
    }

    @Override
    public Duration patience() {
        return times.patience();
    }

    /** Connects before there is anything to send, so that receipts and replies come in again after a start of the server. */
    void open(long orgId, String settings) {
        account(orgId, SettingsJson.read(json, settings, SmppSettings.class));
    }

    @Override
    public void forget(long orgId) {
        Account gone = accounts.remove(orgId);
        if (gone != null) {
            gone.link().close();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        List<Account> last = List.copyOf(accounts.values());
        accounts.clear();
        last.forEach(account -> account.link().close());
        for (Account account : last) {
            account.link().join();
        }
    }

    @Override
    public Outcome carry(String settings, Parcel parcel) {
        if (!Telephone.isStored(parcel.address())) {
            return new Outcome.Failed(FailReason.INVALID_ADDRESS, 0);
        }
        Account account = account(parcel.orgId(), SettingsJson.read(json, settings, SmppSettings.class));
        if (account == null) {
            return later(null);
        }
        Coding preferred = account.settings().preferred();
        String text = SmsText.compose(account.settings().signature(), parcel.text(), preferred);
        SmsText sms = SmsText.of(text, (int) parcel.id(), preferred);
        PartReceipts.Text parts = account.parts().begin(parcel.id(), sms.parts().size());
        try {
            return carry(account, parcel.address(), sms, parts);
        } finally {
            tellHeldBack(account, account.parts().end(parcel.id(), parts));
        }
    }

    /** These were answered to the provider before; a failure to take them must not change what became of the parcel. */
    private static void tellHeldBack(Account account, List<PartReceipts.Receipt> receipts) {
        try {
            account.inbox().tell(receipts);
        } catch (RuntimeException e) {
            LOG.warn("Receipts of an SMS were lost", e);
        }
    }

    private synchronized @Nullable Account account(long orgId, SmppSettings settings) {
        Account known = accounts.get(orgId);
        if (known != null && known.settings().equals(settings)) {
            return known;
        }
        if (known == null && accounts.size() >= MAX_LINKS) {
            return null;
        }
        Account fresh = newAccount(orgId, settings);
        Account before = accounts.put(orgId, fresh);
        fresh.link().open();
        if (before != null) {
            before.link().close();
        }
        return fresh;
    }

    private Account newAccount(long orgId, SmppSettings settings) {
        PartReceipts parts = new PartReceipts();
        SmppInbox inbox = new SmppInbox(orgId, parts, inbound, clock);
        SmppLink link = new SmppLink(orgId, settings, networks, times, inbox);
        return new Account(settings, link, inbox, parts, new Semaphore(settings.windowSize(), true));
    }

    private Outcome carry(Account account, String address, SmsText sms, PartReceipts.Text parts) {
        long end = System.nanoTime() + times.start().toNanos();
        int total = sms.parts().size();
        String reference = "";
        for (int i = parts.taken(); i < total; i = parts.taken()) {
            try {
                if (System.nanoTime() - end > 0
                        || !account.window().tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return later(null);
                }
                try {
                    reference = submit(account, address, sms, sms.parts().get(i));
                    parts.take(reference);
                } finally {
                    account.window().release();
                }
            } catch (NegativeResponseException e) {
                return refused(e.getCommandStatus(), i);
            } catch (PDUException e) {
                return new Outcome.Failed(FailReason.REFUSED, i);
            } catch (SmppLink.Away e) {
                return later(e.pause());
            } catch (IOException | ResponseTimeoutException | InvalidResponseException e) {
                LOG.warn(
                        "An SMS got no answer from the provider: {}",
                        e.getClass().getSimpleName());
                return later(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return later(null);
            }
        }
        return new Outcome.Sent(reference, total);
    }

    private String submit(Account account, String address, SmsText sms, byte[] part)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException, InterruptedException {
        SmppSettings settings = account.settings();
        SMPPSession session = account.link().session(times.connect());
        String id = session.submitShortMessage(
                        "",
                        TypeOfNumber.valueOf(settings.sourceTon().byteValue()),
                        NumberingPlanIndicator.valueOf(settings.sourceNpi().byteValue()),
                        settings.sourceAddress(),
                        TypeOfNumber.valueOf(settings.destTon().byteValue()),
                        NumberingPlanIndicator.valueOf(settings.destNpi().byteValue()),
                        settings.destination(address),
                        new ESMClass(sms.isJoined() ? WITH_HEADER : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(sms.coding() == Coding.UCS2 ? UCS2 : 0),
                        (byte) 0,
                        part)
                .getMessageId();
        return asInReceipts(id == null ? "" : id, settings);
    }

    /** Some providers answer "1A2B" and then write "6699" in the receipt. */
    private static String asInReceipts(String id, SmppSettings settings) {
        if (settings.receiptIds() == SmppSettings.ReceiptIds.SAME) {
            return id;
        }
        try {
            return Long.toUnsignedString(Long.parseUnsignedLong(id.toLowerCase(Locale.ROOT), 16));
        } catch (NumberFormatException e) {
            return id;
        }
    }

    private Outcome refused(int status, int partsTaken) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> later(times.throttled());
            case SMPPConstant.STAT_ESME_RINVDSTADR -> new Outcome.Failed(FailReason.INVALID_ADDRESS, partsTaken);
            case SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RSUBMITFAIL,
                    SMPPConstant.STAT_ESME_RINVBNDSTS,
                    SMPPConstant.STAT_ESME_RX_T_APPN -> later(null);
            default -> {
                LOG.warn("The SMPP provider refuses an SMS with status 0x{}", Integer.toHexString(status));
                yield new Outcome.Failed(FailReason.REFUSED, partsTaken);
            }
        };
    }

    private static Outcome later(@Nullable Duration pause) {
        return new Outcome.Later(FailReason.GAVE_UP, pause);
    }
}
