package org.qiao.voice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is offered and what the other side chose: RFC 4566 as far as one audio stream needs it. */
final class Sdp {

    static final int EVENT_TYPE = 101;

    private static final int NONE = -1;
    private static final int PORT_MAX = 65_535;

    private Sdp() {}

    /**
     * What the other side wants to hear and how it tells keys.
     *
     * @param eventType the payload type of telephone events; -1 when they come in no packets
     */
    record Agreed(InetSocketAddress remote, G711 codec, int eventType) {}

    static byte[] offer(InetAddress address, int port, long session) {
        String where = (address instanceof Inet6Address ? "IN IP6 " : "IN IP4 ") + address.getHostAddress();
        return String.join(
                        "\r\n",
                        "v=0",
                        "o=- " + session + " " + session + " " + where,
                        "s=-",
                        "c=" + where,
                        "t=0 0",
                        "m=audio " + port + " RTP/AVP 8 0 " + EVENT_TYPE,
                        "a=rtpmap:8 PCMA/8000",
                        "a=rtpmap:0 PCMU/8000",
                        "a=rtpmap:" + EVENT_TYPE + " telephone-event/8000",
                        "a=fmtp:" + EVENT_TYPE + " 0-15",
                        "a=ptime:20",
                        "a=sendrecv",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty when there is no audio that both know, or no address that a packet could be sent to. */
    static Optional<Agreed> answer(byte[] body) {
        Draft draft = new Draft();
        new String(body, StandardCharsets.UTF_8).lines().forEach(draft::read);
        return draft.agreed();
    }

    /** Collects the lines of one answer. */
    private static final class Draft {

        private String address = "";
        private String port = "";
        private List<String> formats = List.of();
        private int eventType = NONE;
        private int media;

        void read(String line) {
            if (line.startsWith("m=")) {
                media(line.substring(2).strip().split(" +"));
            } else if (line.startsWith("c=") && (media == 0 || isAudio())) {
                String[] words = line.substring(2).strip().split(" +");
                address = words.length == 3 ? words[2] : "";
            } else if (line.startsWith("a=rtpmap:") && isAudio()) {
                String[] words = line.substring("a=rtpmap:".length()).strip().split(" +");
                if (words.length == 2 && words[1].equalsIgnoreCase("telephone-event/8000")) {
                    eventType = number(words[0], 127);
                }
            }
        }

        private void media(String[] words) {
            media++;
            if (isAudio() && words.length > 3 && words[0].equals("audio") && words[2].equals("RTP/AVP")) {
                port = words[1];
                formats = Arrays.asList(words).subList(3, words.length);
            }
        }

        /** We offer one stream, so the answer's first is its answer. */
        private boolean isAudio() {
            return media == 1;
        }

        Optional<Agreed> agreed() {
            int number = number(port, PORT_MAX);
            Optional<InetAddress> host = host();
            Optional<G711> codec = formats.stream()
                    .flatMap(format -> Arrays.stream(G711.values())
                            .filter(one -> format.equals(Integer.toString(one.payloadType()))))
                    .findFirst();
            if (number <= 0 || host.isEmpty() || codec.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Agreed(new InetSocketAddress(host.get(), number), codec.get(), eventType));
        }

        /** A literal: a name would make the other side decide what we look up. */
        private Optional<InetAddress> host() {
            try {
                InetAddress literal = InetAddress.ofLiteral(address);
                boolean one = !literal.isMulticastAddress() && !literal.isAnyLocalAddress();
                return one ? Optional.of(literal) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static int number(String digits, int most) {
            boolean fine =
                    !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(Character::isDigit);
            int value = fine ? Integer.parseInt(digits) : NONE;
            return value <= most ? value : NONE;
        }
    }
}
