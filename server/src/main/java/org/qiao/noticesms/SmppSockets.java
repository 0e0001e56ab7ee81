package org.qiao.noticesms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.OutboundNetworks;

/** Connects within a time, only where settings may lead, and with encryption only to a server whose certificate is for the name that was asked for. */
record SmppSockets(@Nullable SSLSocketFactory encryption, OutboundNetworks networks, Duration patience)
        implements ConnectionFactory {

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(networks.find(host), port), millis);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            return new SocketConnection(encryption == null ? socket : encrypted(encryption, socket, host, port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLSocket encrypted(SSLSocketFactory factory, Socket socket, String host, int port)
            throws IOException {
        SSLSocket encrypted = (SSLSocket) factory.createSocket(socket, host, port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }
}
