package org.qiao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A telephone that behaves as one of the scenarios in the folder {@code sipp} says: the program sipp (package sip-tester), which is
 * no work of ours. It plays one call and ends.
 */
public final class Sipp implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final int PORTS_TRIED = 50;

    private final Process process;
    private final Path folder;
    private final int port;

    private Sipp(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** @param keys names and values that the scenario uses, alternately */
    public static Sipp udp(String scenario, String... keys) {
        return start(scenario, "u1", keys);
    }

    public static Sipp tcp(String scenario, String... keys) {
        return start(scenario, "t1", keys);
    }

    private static Sipp start(String scenario, String transport, String... keys) {
        try {
            Path folder = Files.createTempDirectory("qiao-sipp");
            int port = freePort();
            List<String> words = new ArrayList<>(List.of(
                    "sipp",
                    "-sf",
                    script(scenario, folder, keys).toString(),
                    "-i",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port)));
            words.addAll(
                    List.of("-t", transport, "-m", "1", "-nostdin", "-trace_err", "-timeout", PATIENCE_SECONDS + "s"));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile());
            builder.environment().put("TERM", "xterm");
            Sipp sipp = new Sipp(launch(builder), folder, port);
            Await.until(() -> sipp.listens(transport.startsWith("u")) || !sipp.process.isAlive());
            assertThat(sipp.process.isAlive()).as(sipp::said).isTrue();
            return sipp;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "These tests need the program sipp: apt-get install sip-tester, dnf install sipp, brew install sipp",
                    e);
        }
    }

    /** The scenario with its {{names}} filled in. */
    private static Path script(String scenario, Path folder, String... keys) throws IOException {
        try (InputStream in = Sipp.class.getResourceAsStream("/sipp/" + scenario + ".xml")) {
            String text = new String(Objects.requireNonNull(in, scenario).readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < keys.length; i += 2) {
                text = text.replace("{{" + keys[i] + "}}", keys[i + 1]);
            }
            return Files.writeString(folder.resolve(scenario + ".xml"), text);
        }
    }

    /** Free for UDP and for TCP: a port that the one has may be another test's with the other. */
    private static int freePort() throws IOException {
        for (int left = PORTS_TRIED; ; left--) {
            try (DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                    ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
                return tcp.getLocalPort();
            } catch (BindException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    /** A port that cannot be bound is taken. */
    private boolean listens(boolean udp) {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            if (udp) {
                new DatagramSocket(there).close();
            } else {
                new ServerSocket(port, 1, there.getAddress()).close();
            }
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    public int port() {
        return port;
    }

    /** The whole scenario was played, nothing else was heard. */
    public void agrees() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("sipp ends")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(process.exitValue()).as(this::said).isZero();
    }

    private String said() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(file.getFileName())
                        .append(":\n")
                        .append(Files.readString(file))
                        .append('\n');
            }
        } catch (IOException e) {
            all.append(e);
        }
        return all.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
