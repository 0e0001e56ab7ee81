package org.qiao.voice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes to messages, strict and bounded. What is not a message of RFC 3261 is refused as a whole. */
final class SipParser {

    static final int MESSAGE_MAX = 8_192;

    private static final int HEADERS_MAX = 100;
    private static final int HEADER_MAX = 2_048;
    private static final int DIGITS_MAX = 9;
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 699;
    private static final String VERSION = "SIP/2.0";
    private static final String TOKEN_SIGNS = "-.!%*_+`'~";
    private static final List<String> REQUIRED = List.of("Via", "From", "To", "Call-ID", "CSeq");
    private static final List<String> ONCE = List.of("From", "To", "Call-ID", "CSeq", "Content-Length", "Max-Forwards");

    private SipParser() {}

    /** One datagram. */
    static SipMessage parse(byte[] datagram) {
        if (datagram.length > MESSAGE_MAX) {
            throw new SipSyntaxException("More than " + MESSAGE_MAX + " bytes");
        }
        int end = endOfHead(datagram, datagram.length);
        if (end < 0) {
            throw new SipSyntaxException("No end of the headers");
        }
        List<String> lines = unfold(text(datagram, end));
        SipHeaders headers = headers(lines.subList(1, lines.size()));
        int length = contentLength(headers, datagram.length - end);
        byte[] body = Arrays.copyOfRange(datagram, end, end + length);
        return message(lines.getFirst(), headers, body);
    }

    /** The position after the empty line; -1 while it is not there. */
    static int endOfHead(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** How long a message of a stream is, its head being complete. */
    static int lengthInStream(byte[] bytes, int endOfHead) {
        List<String> lines = unfold(text(bytes, endOfHead));
        String length = headers(lines.subList(1, lines.size())).get("Content-Length");
        long whole = endOfHead + number(length); // a stream has no other end of a message
        if (whole > MESSAGE_MAX) {
            throw new SipSyntaxException("More than " + MESSAGE_MAX + " bytes");
        }
        return (int) whole;
    }

    private static String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SipSyntaxException("Not UTF-8");
        }
    }

    /** Lines of the head, continued ones joined by one blank. */
    private static List<String> unfold(String head) {
        List<String> lines = new ArrayList<>();
        for (String line : head.substring(0, head.length() - 4).split("\r\n", -1)) {
            if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
                throw new SipSyntaxException("A control character");
            }
            if (!line.startsWith(" ") && !line.startsWith("\t")) {
                lines.add(line);
            } else if (lines.size() < 2) {
                throw new SipSyntaxException("A continuation of nothing");
            } else {
                lines.set(lines.size() - 1, lines.getLast().stripTrailing() + " " + line.strip());
            }
            if (lines.size() > HEADERS_MAX || lines.getLast().length() > HEADER_MAX) {
                throw new SipSyntaxException("Too many headers or too long a one");
            }
        }
        return lines;
    }

    private static SipHeaders headers(List<String> lines) {
        List<SipHeaders.Header> all = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
            if (!isToken(name)) {
                throw new SipSyntaxException("A header without a name");
            }
            all.add(new SipHeaders.Header(name, line.substring(colon + 1).strip()));
        }
        SipHeaders headers = new SipHeaders(all);
        for (String name : REQUIRED) {
            if (headers.get(name).isEmpty()) {
                throw new SipSyntaxException(name + " is missing");
            }
        }
        for (String name : ONCE) {
            if (headers.lines(name).size() > 1) {
                throw new SipSyntaxException(name + " is there twice");
            }
        }
        checkSequence(headers.get("CSeq"));
        return headers;
    }

    private static void checkSequence(String value) {
        int blank = value.indexOf(' ');
        if (blank < 0 || !isToken(value.substring(blank + 1).strip())) {
            throw new SipSyntaxException("CSeq is no number and method");
        }
        number(value.substring(0, blank));
    }

    private static int contentLength(SipHeaders headers, int there) {
        String value = headers.get("Content-Length");
        int length = value.isEmpty() ? there : number(value); // without it a datagram's body goes to its end
        if (length > there) {
            throw new SipSyntaxException("The body is shorter than Content-Length");
        }
        return length;
    }

    private static SipMessage message(String startLine, SipHeaders headers, byte[] body) {
        String[] words = startLine.split(" ", 3);
        if (words.length == 3 && words[0].equalsIgnoreCase(VERSION)) {
            return response(words, headers, body);
        }
        if (words.length != 3 || !words[2].equalsIgnoreCase(VERSION) || !isToken(words[0]) || words[1].isEmpty()) {
            throw new SipSyntaxException("Neither a request nor a response");
        }
        SipRequest request = new SipRequest(words[0], words[1], headers, body);
        if (!request.sequenceMethod().equals(request.method())) {
            throw new SipSyntaxException("CSeq names another method");
        }
        return request;
    }

    private static SipResponse response(String[] words, SipHeaders headers, byte[] body) {
        int status = number(words[1]);
        if (words[1].length() != 3 || status < FIRST_STATUS || status > LAST_STATUS) {
            throw new SipSyntaxException("No such status");
        }
        return new SipResponse(status, words[2], headers, body);
    }

    private static int number(String digits) {
        if (digits.isEmpty()
                || digits.length() > DIGITS_MAX + 1
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new SipSyntaxException("Not a number");
        }
        long value = Long.parseLong(digits);
        if (value > Integer.MAX_VALUE) {
            throw new SipSyntaxException("Too large a number");
        }
        return (int) value;
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(
                                c -> c < 0x7f && (Character.isLetterOrDigit((char) c) || TOKEN_SIGNS.indexOf(c) >= 0));
    }
}
