package org.qiao.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** First form of the launcher: unpacks the binaries, makes the cluster once, runs the server, stops it. */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "qiao";
    private final Process server;
    private final String url;
    private final String password;

    private EmbeddedPostgres(Process server, String url, String password) {
        this.server = server;
        this.url = url;
        this.password = password;
    }

    public String url() {
        return url;
    }

    public String password() {
        return password;
    }

    public static EmbeddedPostgres start(Path folder) throws IOException, InterruptedException {
        Path home = folder.toAbsolutePath();
        Path binaries = home.resolve("postgres-binaries");
        Path data = home.resolve("postgres");
        Path secret = home.resolve("postgres-password");
        Files.createDirectories(home);
        if (!Files.exists(binaries.resolve("bin/postgres"))) {
            unpack(binaries);
        }
        if (!Files.exists(secret)) {
            Files.writeString(secret, SecureTokens.create());
        }
        String password = Files.readString(secret);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            run(
                    binaries,
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--data-checksums");
        }
        int port = freePort();
        List<String> command = command(
                binaries,
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC");
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("postgres.log").toFile())
                .start();
        Path pid = data.resolve("postmaster.pid");
        while (!Files.exists(pid) || !Files.readString(pid).contains("ready")) {
            if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("PostgreSQL ended while starting; see " + home.resolve("postgres.log"));
            }
        }
        return new EmbeddedPostgres(server, "jdbc:postgresql://127.0.0.1:" + port + "/postgres", password);
    }

    @Override
    public void close() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        try {
            server.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path binaries, String... program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(binaries, program))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }

    private static List<String> command(Path binaries, String... program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"));
        }
        command.add(binaries.resolve("bin").resolve(program[0]).toString());
        command.addAll(List.of(program).subList(1, program.length));
        return command;
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = Objects.requireNonNull(
                        EmbeddedPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz"));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    try (OutputStream out = Files.newOutputStream(file)) {
                        tar.transferTo(out);
                    }
                    if ((entry.getMode() & 0111) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
