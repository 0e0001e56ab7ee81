package org.qiao.noticemail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers what it is told to, also nothing at all. */
final class ScriptedSmtp implements AutoCloseable {

    /** Keeps the connection open and says nothing more. */
    static final String SILENCE = "";

    /** Closes the connection instead of an answer. */
    static final String HANG_UP = "hang up";

    /** Begins an answer again and again, slowly. */
    static final String DRIP = "drip";

    /** Begins an answer again and again, as fast as it can. */
    static final String FLOOD = "flood";

    private static final long DRIP_NANOS = 50_000_000;

    private final ServerSocket server;
    private final SSLContext tls;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    ScriptedSmtp(SSLContext tls) throws IOException {
        this.tls = tls;
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** @param verb also "GREETING" and "TEXT", the end of a mail */
    ScriptedSmtp answering(String verb, String answer) {
        answers.put(verb, answer);
        return this;
    }

    List<String> commands() {
        return commands;
    }

    /** Connections that nobody has closed yet. */
    int open() {
        return open.get();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            sockets.clear();
        }
    }

    private void serve(Socket plain) {
        open.incrementAndGet();
        try (Socket socket = plain) {
            talk(
                    socket,
                    answers.getOrDefault("GREETING", "220 ready"),
                    "250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN");
        } catch (IOException gone) {
            commands.add("(gone)");
        } finally {
            open.decrementAndGet();
        }
    }

    private void talk(Socket socket, String greeting, String hello) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        say(socket, greeting);
        if (greeting.equals(HANG_UP)) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            String answer = answers.getOrDefault(verb, usual(verb, hello));
            if (answer.equals(HANG_UP)) {
                return;
            }
            while (answer.equals(DRIP) || answer.equals(FLOOD)) {
                say(socket, "250-and so on");
                LockSupport.parkNanos(answer.equals(DRIP) ? DRIP_NANOS : 1);
            }
            say(socket, answer);
            if (verb.equals("STARTTLS") && answer.startsWith("220")) {
                upgrade(socket);
                return;
            }
            if (verb.equals("DATA") && answer.startsWith("354") && !takeText(socket, in)) {
                return;
            }
        }
    }

    private static String usual(String verb, String hello) {
        return switch (verb) {
            case "EHLO" -> hello;
            case "STARTTLS" -> "220 go ahead";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go ahead";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private boolean takeText(Socket socket, BufferedReader in) throws IOException {
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
        }
        String answer = answers.getOrDefault("TEXT", "250 stored");
        say(socket, answer);
        return !answer.equals(HANG_UP);
    }

    private void upgrade(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        commands.add("(encrypted)");
        talk(secure, SILENCE, "250-scripted\r\n250 AUTH PLAIN");
    }

    private static void say(Socket socket, String answer) throws IOException {
        if (!answer.equals(SILENCE) && !answer.equals(HANG_UP)) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
