package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.session.connection.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.platform.OutboundNetworks;

/** Encryption against a real server whose certificate is for "localhost" only. */
class SmppSocketsTest {

    private static final OutboundNetworks HERE = OutboundNetworks.of("127.0.0.0/8", "::1");
    private static final String PASSWORD = "changeit";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private SSLContext context;
    private SSLServerSocket server;

    @BeforeEach
    void start() throws Exception {
        KeyStore own = certificate(folder.resolve("server.p12"));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("server"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        InetAddress here = InetAddress.getLoopbackAddress();
        server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 5, here);
        Thread.ofVirtual().start(this::greet);
    }

    private static KeyStore certificate(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -storepass ";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of((options + PASSWORD + " -keystore").split(" ")));
        command.add(file.toString());
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void greet() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(7);
                socket.getInputStream().read();
            } catch (IOException e) {
                continue; // refused by the other side, or the end
            }
        }
    }

    @Test
    void aTrustedServerOfThisNameIsSpokenTo() throws IOException {
        Connection connection = new SmppSockets(context.getSocketFactory(), HERE, PATIENCE)
                .createConnection("localhost", server.getLocalPort());

        assertThat(connection.getInputStream().read()).isEqualTo(7);
        connection.close();
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        SmppSockets sockets = new SmppSockets(context.getSocketFactory(), HERE, PATIENCE);

        assertThatThrownBy(() -> sockets.createConnection("127.0.0.1", server.getLocalPort()))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void aCertificateThatNobodyKnowsIsRefused() {
        SmppSockets sockets = new SmppSockets((SSLSocketFactory) SSLSocketFactory.getDefault(), HERE, PATIENCE);

        assertThatThrownBy(() -> sockets.createConnection("localhost", server.getLocalPort()))
                .isInstanceOf(SSLException.class);
    }
}
