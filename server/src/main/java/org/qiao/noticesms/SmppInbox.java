package org.qiao.noticesms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.GsmAlphabet;
import org.qiao.notice.Inbound;
import org.qiao.notice.ReplyText;
import org.qiao.notice.Telephone;
import org.qiao.noticesms.PartReceipts.Receipt;

/**
 * What a provider brings: receipts and replies. He gets his answer only after {@link Inbound} has taken them; until then he
 * brings them again.
 */
final class SmppInbox implements MessageReceiverListener {

    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S{1,64})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Z]{1,10})", Pattern.CASE_INSENSITIVE);

    private final long orgId;
    private final PartReceipts parts;
    private final LongReplies replies;
    private final Inbound inbound;

    SmppInbox(long orgId, PartReceipts parts, Inbound inbound, Clock clock) {
        this.orgId = orgId;
        this.parts = parts;
        this.replies = new LongReplies(clock);
        this.inbound = inbound;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {
        if (message.isSmscDeliveryReceipt()) {
            receipt(message).ifPresent(receipt -> tell(parts.take(receipt)));
        } else if (message.isDefaultMessageType()) {
            reply(message);
        }
        tellOverdue();
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Somebody is reachable again; the provider delivers by itself.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("deliver_sm is used instead", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    void tell(List<Receipt> receipts) {
        for (Receipt receipt : receipts) {
            inbound.receipt(orgId, CarrierKind.SMPP, receipt.id(), receipt.delivered(), receipt.reason());
        }
    }

    /** Long replies whose other parts did not come. */
    void tellOverdue() {
        replies.overdue().forEach(this::tell);
    }

    private void tell(LongReplies.Joined reply) {
        String text = decode(reply.bytes(), reply.key().coding());
        Optional<String> from = Telephone.normal(reply.key().from());
        if (from.isPresent() && text != null) {
            inbound.reply(orgId, CarrierKind.SMPP, from.get(), ReplyText.clean(text, ReplyText.MOST));
        }
    }

    private void reply(DeliverSm message) {
        byte[] content = content(message);
        int header = message.isUdhi() && content.length > 0 ? Math.min(content.length, (content[0] & 0xff) + 1) : 0;
        byte[] body = Arrays.copyOfRange(content, header, content.length);
        Place place = place(message, Arrays.copyOf(content, header));
        LongReplies.Key key = new LongReplies.Key(
                sender(message),
                orEmpty(message.getDestAddress()),
                place.reference(),
                place.total(),
                message.getDataCoding());
        if (place.total() <= 1) {
            tell(new LongReplies.Joined(key, body));
        } else if (place.number() >= 1 && place.number() <= place.total()) {
            replies.add(key, place.number(), body).ifPresent(this::tell);
        }
    }

    private static String sender(DeliverSm message) {
        boolean international = message.getSourceAddrTon() == 1;
        String address = orEmpty(message.getSourceAddr());
        return international && !address.startsWith("+") ? "+" + address : address;
    }

    /** The library leaves an empty address null. */
    private static String orEmpty(@Nullable String address) {
        return address == null ? "" : address;
    }

    /** Where a part stands in its reply. */
    private record Place(int reference, int total, int number) {

        private static final Place ALONE = new Place(0, 1, 1);
    }

    /** Told by the header of the message, with a short or a long reference, or by parameters of SMPP. */
    private static Place place(DeliverSm message, byte[] header) {
        for (int i = 1; i + 1 < header.length; i += 2 + (header[i + 1] & 0xff)) {
            if (header[i] == 0 && header[i + 1] == 3 && i + 4 < header.length) {
                return new Place(header[i + 2] & 0xff, header[i + 3] & 0xff, header[i + 4] & 0xff);
            }
            if (header[i] == 8 && header[i + 1] == 4 && i + 5 < header.length) {
                int reference = (header[i + 2] & 0xff) << 8 | (header[i + 3] & 0xff);
                return new Place(reference, header[i + 4] & 0xff, header[i + 5] & 0xff);
            }
        }
        OptionalParameter reference = message.getOptionalParameter(Tag.SAR_MSG_REF_NUM);
        OptionalParameter total = message.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS);
        OptionalParameter number = message.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM);
        if (reference instanceof OptionalParameter.Short r
                && total instanceof OptionalParameter.Byte t
                && number instanceof OptionalParameter.Byte n) {
            return new Place(r.getValue(), t.getValue() & 0xff, n.getValue() & 0xff);
        }
        return Place.ALONE;
    }

    private static byte[] content(DeliverSm message) {
        byte[] text = message.getShortMessage();
        if ((text == null || text.length == 0)
                && message.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString payload) {
            text = payload.getValue();
        }
        return text == null ? new byte[0] : text;
    }

    /** Null for what is no text. */
    private static @Nullable String decode(byte[] bytes, int coding) {
        Charset charset =
                switch (coding) {
                    case 1, 3 -> StandardCharsets.ISO_8859_1;
                    case 8, 0x18 -> StandardCharsets.UTF_16BE;
                    case 2, 4 -> null;
                    default -> (coding & 0x0c) == 8 ? StandardCharsets.UTF_16BE : null;
                };
        if (charset != null) {
            return new String(bytes, charset);
        }
        return coding == 2 || coding == 4 ? null : GsmAlphabet.decode(bytes);
    }

    /** From the parameters when there are some, else from the text "id:… stat:…"; empty while the message is on its way. */
    private static Optional<Receipt> receipt(DeliverSm message) {
        String text = new String(content(message), StandardCharsets.ISO_8859_1);
        String id =
                message.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) instanceof OptionalParameter.COctetString given
                        ? given.getValueAsString()
                        : first(ID, text);
        String state = message.getOptionalParameter(Tag.MESSAGE_STATE) instanceof OptionalParameter.Byte given
                ? stateName(given.getValue())
                : first(STATE, text).toUpperCase(Locale.ROOT);
        return id.isEmpty() ? Optional.empty() : receipt(ReplyText.clean(id, ReplyText.MOST), state);
    }

    private static Optional<Receipt> receipt(String id, String state) {
        return switch (state) {
            case "DELIVRD" -> Optional.of(new Receipt(id, true, null));
            case "EXPIRED" -> Optional.of(new Receipt(id, false, FailReason.NO_ROUTE));
            case "REJECTD" -> Optional.of(new Receipt(id, false, FailReason.REFUSED));
            case "DELETED", "UNDELIV", "UNKNOWN" -> Optional.of(new Receipt(id, false, FailReason.NOT_DELIVERED));
            default -> Optional.empty();
        };
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** SMPP 3.4, 5.2.28. */
    private static String stateName(byte state) {
        return switch (state) {
            case 2 -> "DELIVRD";
            case 3 -> "EXPIRED";
            case 4 -> "DELETED";
            case 5 -> "UNDELIV";
            case 7 -> "UNKNOWN";
            case 8 -> "REJECTD";
            default -> "ENROUTE";
        };
    }
}
